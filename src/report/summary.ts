import { verdicts } from '../verdict.ts'
import type { Compared } from '../compare/compare.ts'
import type { Summary } from './report.ts'

/** No term yet. */
export const emptySummary: Summary = Object.fromEntries(
  [...verdicts, 'aside'].map((k) => [k, 0]),
) as unknown as Summary

/** Counts the verdicts of terms. */
export function summarise(terms: readonly Pick<Compared, 'verdict' | 'aside'>[]): Summary {
  const counts: Record<string, number> = { ...emptySummary }
  for (const t of terms) {
    const key = t.verdict === 'missing' && t.aside ? 'aside' : t.verdict
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts as unknown as Summary
}

/** The sum of summaries. */
export const addSummaries = (all: readonly Summary[]): Summary =>
  Object.fromEntries(
    (Object.keys(emptySummary) as (keyof Summary)[]).map((k) => [k, all.reduce((n, s) => n + s[k], 0)]),
  ) as unknown as Summary
