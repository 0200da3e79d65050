import { compareTerm } from '../compare/compare.ts'
import { beginsOn, type Deal, type Term } from '../deal.ts'
import { compareText } from '../place.ts'
import { reportDeal } from '../report/deal-report.ts'
import type { DealReport, TermReport } from '../report/report.ts'
import type {
  BecameReport,
  Reading,
  TracedDeal,
  TraceReport,
  TraceSide,
  TraceStep,
  TraceThread,
} from '../report/trace-report.ts'
import { type Became, becameOf, type Own } from './became.ts'
import { chartsOf } from './charts.ts'
import { readWord, type Thread } from './operand.ts'
import { sentenceOf } from './sentences.ts'
import { jointWords, type JointWords } from './words.ts'

/** A word of the command line, and as what alone it is to be read. */
export interface Operand {
  readonly word: string
  readonly only: Reading | null
}

/** Deals in the order of their days, then by name; one of no day comes last. */
const inOrder = (deals: readonly Deal[]): Deal[] => {
  const key = (deal: Deal): string => `${beginsOn(deal) || '~'}\n${deal.id}\n${deal.path}`
  return [...deals].sort((a, b) => compareText(key(a), key(b)))
}

/** Subjects through all deals, as of a day (null: as of the last statement); throws trouble for an unknown word. */
export function traceDeals(
  deals: readonly Deal[],
  operands: readonly Operand[],
  asOf: string | null,
): TraceReport {
  const sorted = inOrder(deals)
  // What was not yet begun is not there, though its name is known.
  const begun = new Set(sorted.filter((d) => asOf === null || beginsOn(d) <= asOf))
  const stage = stageOf([...begun], asOf)
  const seen = new Set<string>()
  const traces = operands.flatMap(({ word, only }) => {
    const asked = readWord(word, sorted, only)
    const key = JSON.stringify([asked.as, asked.threads.map((t) => t.subject)])
    if (seen.has(key)) return []
    seen.add(key)
    const threads = asked.threads.map((thread) => ({
      ...thread,
      terms: thread.terms.filter((p) => begun.has(p.deal)),
    }))
    return [
      {
        word,
        as: asked.as,
        also: asked.also,
        charts: chartsOf(
          threads.flatMap((t) => t.terms),
          asOf,
        ),
        threads: threads.map((thread) => threadOf(thread, stage)).filter((t) => t.steps.length > 0),
      },
    ]
  })
  return { deals: [...begun].map((deal) => dealOf(deal, stage.reportOf(deal))), traces }
}

const dealOf = (deal: Deal, { title, path, held, parties, sources }: DealReport): TracedDeal => ({
  deal: deal.id,
  title,
  path,
  held,
  begins: beginsOn(deal),
  parties,
  sources,
})

/** What every thread looks things up in; what is costly is made once. */
interface Stage {
  readonly deals: readonly Deal[]
  readonly asOf: string | null
  readonly reportOf: (deal: Deal) => DealReport
  readonly wordsOf: (a: Deal, b: Deal) => JointWords
}

function stageOf(deals: readonly Deal[], asOf: string | null): Stage {
  const reports = new Map<Deal, DealReport>()
  const words = new Map<Deal, Map<Deal, JointWords>>()
  const kept = <K, V>(map: Map<K, V>, key: K, make: () => V): V => {
    const found = map.get(key) ?? make()
    map.set(key, found)
    return found
  }
  return {
    deals,
    asOf,
    reportOf: (deal) => kept(reports, deal, () => reportDeal(deal, asOf)),
    wordsOf: (a, b) =>
      kept(
        kept(words, a, () => new Map()),
        b,
        () => jointWords(a.vocabulary, b.vocabulary),
      ),
  }
}

/** The terms of one subject, deal by deal; those of which nobody speaks yet are not there. */
function threadOf({ subject, terms }: Thread, stage: Stage): TraceThread {
  const steps: TraceStep[] = []
  /** By party: what it announced in the last deal in which it announced anything of the subject. */
  const last = new Map<string, readonly Own[]>()
  for (const deal of stage.deals) {
    const here = terms.filter((p) => p.deal === deal)
    const announced = new Map<string, Own[]>()
    for (const { term } of here)
      for (const own of versionsOf(deal, term, stage.asOf))
        announced.set(own.version.party, [...(announced.get(own.version.party) ?? []), own])
    for (const { term } of here) {
      const report = stage.reportOf(deal).terms.find((t) => t.id === term.id)
      if (!report) continue
      const sides = report.versions.map(({ party }): TraceSide => {
        const own = announced.get(party) ?? []
        const now = own.find((o) => o.term === term) ?? null
        const before = last.get(party) ?? []
        const became = now
          ? announcedAgain(now, own, before, stage)
          : own.length === 0 && before[0]
            ? notAgain(report, party, before[0])
            : null
        return { party, became }
      })
      steps.push({ deal: deal.id, term: report, sides })
    }
    for (const [party, own] of announced) last.set(party, own)
  }
  const there = new Set(terms.map((p) => p.deal))
  return { subject, steps, without: stage.deals.filter((d) => !there.has(d)).map((d) => d.id) }
}

const versionsOf = (deal: Deal, term: Term, asOf: string | null): Own[] =>
  (compareTerm(deal, term, asOf)?.versions ?? []).flatMap(({ version }) =>
    version ? [{ deal, term, version }] : [],
  )

/** A side that announced it before and is silent now, as far as its silence is known. */
function notAgain(report: TermReport, party: string, before: Own): BecameReport | null {
  const state = report.versions.find((v) => v.party === party)?.silence?.state ?? 'unrecorded'
  if (state === 'not-applicable') return null
  return state === 'unrecorded'
    ? {
        ...reported({ word: 'cannot-tell', moves: [], why: null }, before),
        sentence: `Cannot be told whether it was said again, after ${before.deal.title}.`,
      }
    : reported(
        { word: 'not-again', moves: [], why: state === 'partial' ? 'as far as was searched' : null },
        before,
      )
}

/** What a side announces of a term, against its own in the last deal in which it announced anything of the subject. */
function announcedAgain(
  now: Own,
  /** All that it announces of the subject in this deal. */
  own: readonly Own[],
  before: readonly Own[],
  stage: Stage,
): BecameReport {
  const [first] = before
  if (!first) return reported({ word: 'first', moves: [], why: null }, null, now.term)
  const against = (earlier: Own): Became => becameOf(now, earlier, stage.wordsOf(now.deal, earlier.deal))
  const namesake = before.find((o) => o.term.id === now.term.id)
  const known = namesake ?? (before.length === 1 ? first : undefined)
  if (known) {
    const became = against(known)
    // Of several that now stand where one stood, none is that one turned round.
    const several = namesake === undefined && own.length > 1 && became.word === 'reversed'
    return reported(several ? { ...became, word: 'changed' } : became, known)
  }
  const same = before.find((o) => against(o).word === 'same')
  if (same) return reported(against(same), same)
  const why = `it was ${before.length} terms then: ${before.map((o) => o.term.id).join(', ')}`
  return reported({ word: 'cannot-tell', moves: [], why }, first)
}

type Told = Pick<BecameReport, 'word' | 'moves'> & { readonly why: string | null }

const reported = ({ word, moves, why }: Told, before: Own | null, term = before?.term): BecameReport => ({
  word,
  deal: before?.deal.id ?? null,
  term: before?.term.id ?? null,
  sentence: sentenceOf({ word, moves, why }, term?.nature ?? 'commitment', before?.deal.title ?? ''),
  moves,
})
