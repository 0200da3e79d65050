/**
 * The library: read a deal file, compare it. Pure: no disk, no clock, no network.
 *
 * ```ts
 * const { deal, diagnostics } = parseDeal({ path: 'london.yaml', text }, [{ path: 'vocabulary.yaml', text: words }])
 * if (deal) console.log(compareDeal(deal).terms.map((t) => [t.id, t.verdict]))
 * ```
 */
import type { Deal as EngineDeal } from './deal.ts'
import type { Diagnostic } from './diagnostic.ts'
import { TroubleError } from './errors.ts'
import type { Text } from './place.ts'
import { parseDeal as parse, parseVocabularies } from './read/parse.ts'
import { reportDeal } from './report/deal-report.ts'
import type { DealReport } from './report/report.ts'
import { lastDay } from './values/time.ts'

export type { Diagnostic, Severity } from './diagnostic.ts'
export type { Place, Text } from './place.ts'
export type { Relation } from './relation.ts'
export type * from './report/report.ts'
export { type ReasonCode, reasonCodes, type Verdict, verdicts } from './verdict.ts'

declare const read: unique symbol

/** A deal file that was read without error; what it holds is told by `compareDeal`. */
export interface Deal {
  readonly [read]: true
  readonly id: string
  readonly title: string
  readonly path: string
}

/** What became of a deal file. */
export interface Parsed {
  /** Null where the file has an error: a file with mistakes is never compared as if it had none. */
  readonly deal: Deal | null
  /** Whether the text is one YAML document at all. */
  readonly readable: boolean
  /** Every finding of the file and its vocabularies, in file order. */
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Reads a deal file. Never throws, whatever the text.
 *
 * @param file the text, and the name by which its findings are reported
 * @param vocabularies the vocabularies that apply to it, the shipped one first
 */
export function parseDeal(file: Text, vocabularies: readonly Text[] = []): Parsed {
  const { deal, readable, diagnostics } = parse(file, parseVocabularies(vocabularies))
  return { deal: deal as unknown as Deal | null, readable, diagnostics }
}

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
  return reportDeal(deal as unknown as EngineDeal, day)
}
