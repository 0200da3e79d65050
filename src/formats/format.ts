import type { Report } from '../report/report.ts'

/** What the caller decided about the place the output goes to. */
export interface PrintOptions {
  /** Columns of the terminal; null for none: then prose is laid out for 100 and findings are not wrapped. */
  readonly width: number | null
  readonly color: boolean
  /** Only bytes below 0x80, save what the deal file itself says in other letters. */
  readonly ascii: boolean
  readonly verbose: boolean
  readonly quiet: boolean
}

/** A way to print a report: pure, ending with exactly one newline (or empty, where a format has no rows), blind to which command made the report. */
export interface Format {
  readonly name: string
  readonly summary: string
  readonly print: (report: Report, options: PrintOptions) => string
}
