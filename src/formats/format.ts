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
  /** The working directory as seen from the root of the repository, ending with `/`; empty at the root, or outside of one. */
  readonly prefix: string
}

/** A way to print a report: pure, ending with exactly one newline (or empty, where a format has no rows), blind to which command made the report. */
export interface Format {
  readonly name: string
  readonly summary: string
  /** Whether it can say that something went wrong: only then is it printed where something did. */
  readonly showsTrouble?: true
  /** Whether it has no room to say what is kept from being shown: then that is said beside it. */
  readonly omitsSuppressed?: true
  readonly print: (report: Report, options: PrintOptions) => string
  /** What is also appended to a file that a variable of the environment names, where it names one. */
  readonly beside?: readonly {
    readonly variable: string
    readonly print: (report: Report, options: PrintOptions) => string
  }[]
}
