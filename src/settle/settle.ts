import { dealAsOf } from '../compare/as-of.ts'
import { compareTerms } from '../compare/compare.ts'
import { beginsOn, type Deal } from '../deal.ts'
import { compareText } from '../place.ts'
import type { Gap, SettleDeal, SettleReport } from '../report/settle-report.ts'
import { lastDay } from '../values/time.ts'
import { type Verdict, verdicts } from '../verdict.ts'
import { agreedOf } from './agreed.ts'
import { gapsOf, unsettled } from './gaps.ts'

/** What is asked about: whichever terms are kept; verdicts where other gaps than the ordinary ones are wanted. */
export interface Asked {
  readonly asOf: string | null
  readonly only: readonly Verdict[] | null
  readonly keeps: (deal: string, term: string) => boolean
}

/** The verdicts of which it can be told what would close them. */
const gapVerdicts: readonly Verdict[] = ['contradiction', 'at-odds', 'missing', 'differs', 'unclear']

/** What would close the gaps of each deal. */
export const settleGaps = (deals: readonly Deal[], asked: Asked): SettleReport => {
  const of = gapVerdicts.filter((v) => (asked.only ?? unsettled).includes(v))
  return {
    of: 'gaps',
    asked: of,
    deals: inOrder(deals).map((file): SettleDeal => {
      const deal = dealAsOf(file, asked.asOf)
      const gaps = gapsOf(deal, file, of, (term) => asked.keeps(deal.id, term))
      return {
        ...headOf(deal, new Set(gaps.map((g) => g.term))),
        wouldClose: wouldClose(deal, gaps),
        gaps,
        agreed: [],
      }
    }),
  }
}

/** What all announced alike, deal by deal. */
export const settleAgreed = (deals: readonly Deal[], asked: Asked): SettleReport => ({
  of: 'agreed',
  asked: ['agree'],
  deals: inOrder(deals).map((file): SettleDeal => {
    const deal = dealAsOf(file, asked.asOf)
    const agreed = agreedOf(deal, (term) => asked.keeps(deal.id, term))
    return { ...headOf(deal, new Set(agreed.map((a) => a.term))), wouldClose: null, gaps: [], agreed }
  }),
})

/** In the order of their days, each once; one of no day comes last. */
function inOrder(deals: readonly Deal[]): Deal[] {
  const once = [...new Map(deals.map((d) => [`${d.path}\n${d.id}`, d])).values()]
  const key = (deal: Deal): string => `${beginsOn(deal) || '~'}\n${deal.id}\n${deal.path}`
  return once.sort((a, b) => compareText(key(a), key(b)))
}

/** A deal without its lists: who, when, and how many terms stand in none of them. */
function headOf(deal: Deal, listed: ReadonlySet<string>): Omit<SettleDeal, 'gaps' | 'agreed' | 'wouldClose'> {
  const terms = compareTerms(deal, null)
  const others = terms.filter((c) => !listed.has(c.term.id))
  return {
    deal: deal.id,
    title: deal.title,
    path: deal.path,
    parties: deal.parties,
    held: deal.held,
    begins: beginsOn(deal),
    recordCloses: deal.recordCloses,
    announced: terms.filter((c) => c.versions.some((s) => s.version !== null)).length,
    others: verdicts
      .map((verdict) => ({
        verdict,
        terms: others.filter((c) => c.verdict === verdict && !c.aside).length,
      }))
      .filter(({ terms: n }) => n > 0),
    aside: others.filter((c) => c.aside).length,
  }
}

/** The day that the record has to close on where what is offered is put into the file; null where it need not move. */
function wouldClose({ recordCloses }: Deal, gaps: readonly Gap[]): string | null {
  const closes = recordCloses === null ? null : lastDay(recordCloses)
  const days = gaps.flatMap((g) => g.pairs.flatMap((p) => p.ways.flatMap((way) => way.dated ?? [])))
  const last = days.sort().at(-1)
  return closes === null || last === undefined || last <= closes ? null : last
}
