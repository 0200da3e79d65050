import { compareTerms } from '../compare/compare.ts'
import type { Deal } from '../deal.ts'
import type { SettleDeal, SettleReport } from '../report/settle-report.ts'
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
    deals: deals.map((deal) => ({
      ...headOf(deal, asked, of),
      gaps: gapsOf(deal, asked.asOf, of, (term) => asked.keeps(deal.id, term)),
      agreed: [],
    })),
  }
}

/** What all announced alike, deal by deal. */
export const settleAgreed = (deals: readonly Deal[], asked: Asked): SettleReport => ({
  of: 'agreed',
  deals: deals.map((deal) => ({
    ...headOf(deal, asked, ['agree']),
    gaps: [],
    agreed: agreedOf(deal, asked.asOf, (term) => asked.keeps(deal.id, term)),
  })),
})

function headOf(
  deal: Deal,
  { asOf, keeps }: Asked,
  shown: readonly Verdict[],
): Omit<SettleDeal, 'gaps' | 'agreed'> {
  const terms = compareTerms(deal, asOf).filter((c) => keeps(deal.id, c.term.id))
  return {
    deal: deal.id,
    title: deal.title,
    path: deal.path,
    parties: deal.parties,
    held: deal.held,
    others: verdicts
      .filter((verdict) => !shown.includes(verdict))
      .map((verdict) => ({
        verdict,
        terms: terms.filter((c) => c.verdict === verdict && !c.aside).length,
      }))
      .filter(({ terms: n }) => n > 0),
    aside: terms.filter((c) => c.aside).length,
  }
}
