import { dealAsOf } from '../compare/as-of.ts'
import { compareTerm } from '../compare/compare.ts'
import { beginsOn, type Deal, type Entry, spanOfStatements, statementsBy, type Term } from '../deal.ts'
import { compareText } from '../place.ts'
import { reportSource, reportTerm } from '../report/deal-report.ts'
import type { TermReport } from '../report/report.ts'
import type {
  BecameReport,
  Reading,
  Traced,
  TracedDeal,
  TraceReport,
  TraceSide,
  TraceStep,
  TraceThread,
} from '../report/trace-report.ts'
import type { Own } from './against.ts'
import { type Became, becameOf } from './became.ts'
import { chartsOf } from './charts.ts'
import { daysOf, earlierOf, type Former, ownBy } from './earlier.ts'
import { nearOf, type Placed, readWord, termsOf, type Thread } from './operand.ts'
import { sentenceOf } from './sentences.ts'
import { jointWords, type JointWords } from './words.ts'

/** A word of the command line, and as what alone it is to be read. */
export interface Operand {
  readonly word: string
  readonly only: Reading | null
}

/** Deals in the order of their days, then by name; one of no day comes last. */
export const inOrder = (deals: readonly Deal[]): Deal[] => {
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
  // What was not yet begun is not there, though its name is known; and of the rest, what was said later is not.
  const begun = new Map(
    sorted
      .filter((d) => asOf === null || beginsOn(d) <= asOf)
      .map((whole) => [whole, { whole, deal: dealAsOf(whole, asOf) }]),
  )
  const stage = stageOf([...begun.values()].map(({ deal }) => deal))
  const spoken = termsOf(stage.deals).filter(isSpokenOf)
  const seen = new Set<string>()
  const traces = operands.flatMap(({ word, only }): Traced[] => {
    const asked = readWord(word, sorted, only)
    const key = JSON.stringify([asked.as, asked.threads.map((t) => t.subject)])
    if (seen.has(key)) return []
    seen.add(key)
    const threads = asked.threads.map(({ subject, terms }): Thread => ({
      subject,
      terms: terms.flatMap(({ deal: whole, term }) => {
        const deal = begun.get(whole)?.deal
        return deal ? [{ deal, term }] : []
      }),
    }))
    return [
      {
        word,
        as: asked.as,
        also: asked.also,
        near: nearOf(word, threads, spoken),
        charts: chartsOf(threads.flatMap((t) => t.terms)),
        threads: threads.map((thread) => threadOf(thread, stage)).filter((t) => t.steps.length > 0),
      },
    ]
  })
  return { deals: [...begun.values()].map(dealOf), traces }
}

/** Whether a party or the press speaks of a term: what is on file of others' silence alone shows no step. */
const isSpokenOf = ({ deal, term }: Placed): boolean =>
  [...(deal.histories.get(term.id) ?? new Map()).values()].flat().some((e: Entry) => e.kind === 'claim') ||
  deal.reported.some((r) => r.term === term.id)

/** A deal as of the day asked for; the day on which its story begins is that of the whole. */
const dealOf = ({ whole, deal }: { whole: Deal; deal: Deal }): TracedDeal => ({
  deal: deal.id,
  title: deal.title,
  path: deal.path,
  held: deal.held,
  begins: beginsOn(whole),
  parties: deal.parties,
  sources: [...deal.sources.values()].map(reportSource),
})

/** A term as it is reported, and what each side announced of it. */
interface Told {
  readonly report: TermReport
  readonly owns: readonly Own[]
}

/** What every thread looks things up in; what is costly is made once. */
interface Stage {
  readonly deals: readonly Deal[]
  readonly toldOf: (deal: Deal, term: Term) => Told | null
  readonly wordsOf: (a: Deal, b: Deal) => JointWords
}

function stageOf(deals: readonly Deal[]): Stage {
  const told = new Map<Term, Told | null>()
  const words = new Map<Deal, Map<Deal, JointWords>>()
  const kept = <K, V>(map: Map<K, V>, key: K, make: () => V): V => {
    const found = map.has(key) ? (map.get(key) as V) : make()
    map.set(key, found)
    return found
  }
  return {
    deals,
    toldOf: (deal, term) => kept(told, term, () => tell(deal, term)),
    wordsOf: (a, b) =>
      kept(
        kept(words, a, () => new Map()),
        b,
        () => jointWords(a.vocabulary, b.vocabulary),
      ),
  }
}

/** One comparison of a term, as it is reported and as each side's own version; null where nobody speaks of it yet. */
function tell(deal: Deal, term: Term): Told | null {
  const compared = compareTerm(deal, term, null)
  if (!compared) return null
  const owns = compared.versions.flatMap(({ version }) => (version ? [{ deal, term, version }] : []))
  return { report: reportTerm(deal, compared), owns }
}

/** The terms of one subject, deal by deal; those of which nobody speaks yet are not there. */
function threadOf({ subject, terms }: Thread, stage: Stage): TraceThread {
  const steps: TraceStep[] = []
  /** The deals before, latest first, with their terms of the subject. */
  const formers: Former[] = []
  for (const deal of stage.deals) {
    const here = terms.filter((p) => p.deal === deal)
    const announced = new Map<string, Own[]>()
    for (const { term } of here)
      for (const own of stage.toldOf(deal, term)?.owns ?? [])
        announced.set(own.version.party, [...(announced.get(own.version.party) ?? []), own])
    for (const { term } of here) {
      const report = stage.toldOf(deal, term)?.report
      if (!report) continue
      const sides = report.versions.map(({ party }): TraceSide => {
        const own = announced.get(party) ?? []
        const now = own.find((o) => o.term === term) ?? null
        if (now) return { party, became: announcedAgain(now, own, formers, stage) }
        const before = own.length === 0 ? earlierOf(deal, party, lastWordOf(deal, party), formers) : null
        return { party, became: before?.owns[0] ? notAgain(report, party, before.owns[0]) : null }
      })
      steps.push({ deal: deal.id, term: report, sides })
    }
    if (here.length > 0) formers.unshift({ deal, terms: here.map((p) => p.term) })
  }
  const there = new Set(terms.map((p) => p.deal))
  return { subject, steps, without: stage.deals.filter((d) => !there.has(d)).map((d) => d.id) }
}

/** The last day on which a side spoke on a deal; where it is not on file, the last on which anybody did. */
const lastWordOf = (deal: Deal, party: string): string | null =>
  statementsBy(deal, party)
    .map((s) => s.day)
    .sort()
    .at(-1) ??
  spanOfStatements(deal)?.to ??
  null

/** A side that announced it before and is silent now, as far as its silence is known. */
function notAgain(report: TermReport, party: string, before: Own): BecameReport | null {
  const state = report.versions.find((v) => v.party === party)?.silence?.state ?? 'unrecorded'
  if (state === 'not-applicable') return null
  return state === 'unrecorded'
    ? {
        ...reported({ word: 'cannot-tell', moves: [], why: null }, before),
        sentence: `Cannot be told whether it was said again, after ${before.deal.title}.`,
      }
    : reported({ word: 'not-again', moves: [], why: asFarAs[state] }, before)
}

/** How far it is known that nothing was said again. */
const asFarAs = {
  declined: 'though it was asked',
  noted: 'as far as is reported',
  verified: 'as far as was searched',
  partial: 'as far as was searched',
  general: 'though it named the topic',
} as const

/** What a side announces of a term, against its own word before, as that stood when it said this. */
function announcedAgain(
  now: Own,
  /** All that it announces of the subject in this deal. */
  own: readonly Own[],
  formers: readonly Former[],
  stage: Stage,
): BecameReport {
  const { party } = now.version
  const days = daysOf(now.version)
  const { owns: before, namesake: homonym } = earlierOf(now.deal, party, days.last, formers)
  if (homonym) {
    const why = 'another party is called so there'
    const told = { word: 'cannot-tell', moves: [], why } as const
    return { ...reported(told, null, now.term), sentence: sentenceOf(told, now.term.nature, homonym.title) }
  }
  const [first] = before
  if (!first) return reported({ word: 'first', moves: [], why: null }, null, now.term)
  const against = (earlier: Own): Became => {
    const words = stage.wordsOf(now.deal, earlier.deal)
    const became = becameOf(now, earlier, words)
    if (became.word !== 'reversed' || days.first === days.last) return became
    // Its words here are of several days: only what was turned on the first of them already is surely turned.
    const then = ownBy(earlier.deal, earlier.term, party, days.first)
    return then && becameOf(now, then, words).word === 'reversed' ? became : { ...became, word: 'changed' }
  }
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

type Outcome = Pick<Became, 'word' | 'moves' | 'why' | 'shift'> | FirstOrNone
interface FirstOrNone extends Pick<BecameReport, 'word' | 'moves'> {
  readonly why: string | null
  readonly shift?: null
}

const reported = (told: Outcome, before: Own | null, term = before?.term): BecameReport => ({
  word: told.word,
  deal: before?.deal.id ?? null,
  term: before?.term.id ?? null,
  sentence: sentenceOf(told, term?.nature ?? 'commitment', before?.deal.title ?? ''),
  moves: told.moves,
})
