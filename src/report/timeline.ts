import { dealAsOf } from '../compare/as-of.ts'
import { type Deal, spanOfStatements, statementsOf } from '../deal.ts'
import { verdicts } from '../verdict.ts'
import type { StepReport, Summary, TimelineDay, TimelineDeal, TimelineTerm } from './report.ts'
import { countedAs, dateOf, stepsOf } from './steps.ts'
import { emptySummary } from './summary.ts'

/**
 * How the verdicts of a deal came about, day by day, as of a day (null: as of its last statement).
 *
 * @param keeps whether a term is asked for; the counts are of all of them
 * @param isWhole whether all are: then days on which the parties spoke and nothing changed are told, too
 */
export function timelineOf(
  whole: Deal,
  asOf: string | null,
  { keeps, isWhole }: { readonly keeps: (term: string) => boolean; readonly isWhole: boolean },
): TimelineDeal {
  const deal = dealAsOf(whole, asOf)
  const all = [...deal.terms.values()].map((term) => ({ term, steps: stepsOf(deal, term, null) }))
  const changed = new Set(all.flatMap(({ term, steps }) => (keeps(term.id) ? steps.map((s) => s.day) : [])))
  const spoke = statementsOf(deal).map((s) => s.day)
  const days = [...new Set([...changed, ...(isWhole ? spoke : [])])].sort()
  const span = spanOfStatements(deal)
  return {
    deal: deal.id,
    title: deal.title,
    path: deal.path,
    from: span?.from ?? null,
    to: span?.to ?? null,
    days: days.map((day) => {
      const terms = all.flatMap(({ term, steps }) => {
        const step = steps.find((s) => s.day === day)
        return step && keeps(term.id) ? [{ term: term.id, title: term.title, step }] : []
      })
      return dayOf(deal, day, terms, summaryAt(day, all))
    }),
  }
}

function dayOf(deal: Deal, day: string, terms: readonly TimelineTerm[], summary: Summary): TimelineDay {
  const named = new Set(terms.flatMap(({ step }) => step.sources))
  const spoke = new Set(statementsOf(deal))
  const sources = [...deal.sources.values()].filter((s) => s.day === day && (spoke.has(s) || named.has(s.id)))
  return {
    day,
    date: dateOf(
      sources.map((s) => s.date),
      day,
    ),
    sources: sources.map(({ id, party, by, date }) => ({ id, party, by, date })),
    terms: [...terms].sort(
      (a, b) => Number(b.step.turned) - Number(a.step.turned) || worst(a.step) - worst(b.step),
    ),
    summary,
  }
}

/** What is counted aside comes after what is missing. */
const worst = ({ verdict, aside }: StepReport): number => verdicts.indexOf(verdict) + (aside ? 0.5 : 0)

/** The counts at the end of a day: of each term, the latest step until then. */
function summaryAt(day: string, all: readonly { readonly steps: readonly StepReport[] }[]): Summary {
  const counts: { [word: string]: number } = { ...emptySummary }
  for (const { steps } of all) {
    const latest = steps.findLast((s) => s.day <= day)
    if (latest) counts[countedAs(latest)] = (counts[countedAs(latest)] ?? 0) + 1
  }
  return counts as unknown as Summary
}
