import { conversionsAsOf } from '../compare/as-of.ts'
import { type Compared, compareTerm } from '../compare/compare.ts'
import { type Claim, type Deal, type Entry, type Source, statementsBy, type Term } from '../deal.ts'
import type { Verdict } from '../verdict.ts'
import { because, changesOf } from './step-changes.ts'
import type { StepChange, StepReport } from './report.ts'
import { sentenceOfTerm } from './sentences.ts'

/**
 * How a term's verdict came about, day by day: a step for every day on which its verdict changed, or what a side says,
 * or what is known of a side's silence. From one step to the next nothing of that changes, so that the state of any
 * day is that of the latest step until then, and the last step is how things stand (null: after the last statement).
 */
export function stepsOf(deal: Deal, term: Term, asOf: string | null): readonly StepReport[] {
  const out: StepReport[] = []
  let before: Compared | null = null
  for (const day of daysOf(deal, term)) {
    if (asOf !== null && day > asOf) break
    const after = compareTerm(deal, term, day)
    if (!after) continue
    const known = { ...deal, conversions: conversionsAsOf(deal, day) }
    const changes = changesOf(known, before, after, day)
    if (changes.length > 0) out.push(stepOf(known, { before, after, changes }, day))
    before = after
  }
  return out
}

interface Turn {
  readonly before: Compared | null
  readonly after: Compared
  readonly changes: readonly StepChange[]
}

function stepOf(deal: Deal, { before, after, changes }: Turn, day: string): StepReport {
  const sources = sourcesOn(deal, after.term, changes, day)
  return {
    date: dateOf(
      sources.map((id) => deal.sources.get(id)?.date ?? day),
      day,
    ),
    day,
    source: sources[0] ?? '',
    sources,
    before: before?.verdict ?? null,
    verdict: after.verdict,
    turned: before?.verdict !== after.verdict || before.aside !== after.aside,
    aside: after.aside,
    sentence: sentenceOfTerm(deal, after),
    because: because(changes),
    changes,
  }
}

/** The date of statements that count from one day: a month, which counts from its last, only where all are one. */
export const dateOf = (dates: readonly string[], day: string): string =>
  dates.find((date) => date.length > MONTH) ?? dates[0] ?? day
const MONTH = 'YYYY-MM'.length

/** What the step is told by, then what else was said of the term that day. */
function sourcesOn(deal: Deal, term: Term, changes: readonly StepChange[], day: string): readonly string[] {
  const claims = entriesOn(deal, term)
    .filter((e): e is Claim => e.kind === 'claim' && e.source.day === day)
    .map((e) => e.source.id)
  const said = new Set(claims)
  return [
    ...new Set([
      ...changes.flatMap((c) => c.sources),
      ...[...deal.sources.keys()].filter((id) => said.has(id)),
    ]),
  ]
}

const entriesOn = (deal: Deal, term: Term): readonly Entry[] =>
  [...(deal.histories.get(term.id)?.values() ?? [])].flat()

/** The days of everything that can bear on a term. */
function daysOf(deal: Deal, term: Term): readonly string[] {
  const bearing = [
    ...entriesOn(deal, term).flatMap((e) => (e.kind === 'claim' ? [e.source] : searchedBy(deal, e))),
    ...deal.reported.flatMap((r) => (r.term === term.id ? [r.source] : [])),
    ...deal.conversions.flatMap((c) => deal.sources.get(c.source) ?? []),
  ]
  return [...new Set(bearing.map((s) => s.day))].sort()
}

const searchedBy = (deal: Deal, e: Exclude<Entry, Claim>): readonly Source[] =>
  [e.declined, e.notedBy, e.general, ...(e.silent === 'all' ? statementsBy(deal, e.party) : e.silent)].filter(
    (s) => s !== null,
  )

/** What a verdict is called where it is counted. */
export const countedAs = ({ verdict, aside }: Pick<StepReport, 'verdict' | 'aside'>): Verdict | 'aside' =>
  verdict === 'missing' && aside ? 'aside' : verdict
