/**
 * The library: read a deal file, compare it. Pure: no disk, no clock, no network.
 *
 * ```ts
 * const { deal, diagnostics } = parseDeal({ path: 'london.yaml', text }, [{ path: 'vocabulary.yaml', text: words }])
 * if (deal) console.log(compareDeal(deal).terms.map((t) => [t.id, t.verdict]))
 * ```
 */
import type { Deal } from './deal.ts'
import { reportDeal } from './report/deal-report.ts'
import { TroubleError } from './errors.ts'
import type { DealReport } from './report/report.ts'
import { lastDay } from './values/time.ts'

export type { Deal } from './deal.ts'
export type { Diagnostic, Severity } from './diagnostic.ts'
export { type Parsed, parseDeal, type Text } from './read/parse.ts'
export type { Place } from './place.ts'
export type { Relation } from './relation.ts'
export type * from './report/report.ts'
export { type ReasonCode, reasonCodes, type Verdict, verdicts } from './verdict.ts'

/**
 * Compares a deal, term by term.
 *
 * @param deal as `parseDeal` gave it
 * @param asOf a day, YYYY-MM-DD, or a month (its last day); left out: as of the last statement
 * @returns the deal as `dealdiff DEAL --json` prints it under `deals`
 * @throws TroubleError where `asOf` is no date
 */
export function compareDeal(deal: Deal, asOf?: string): DealReport {
  const day = asOf === undefined ? null : lastDay(asOf)
  if (asOf !== undefined && day === null)
    throw new TroubleError('usage', `asOf takes a date such as 2025-06-12, not "${asOf}".`)
  return reportDeal(deal, day)
}
