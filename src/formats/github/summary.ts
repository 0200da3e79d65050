import type { Report } from '../../report/report.ts'
import type { PrintOptions } from '../format.ts'
import { markdown } from '../markdown.ts'

/** GitHub refuses a summary of more than 1 MiB whole; other tools of the step may write to it as well. */
export const MOST_BYTES = 2 ** 20 - 2 ** 16

const CUT = '_This summary is cut: GitHub takes no more than 1 MiB of it._\n\n'

/** As much of a Markdown text as a summary takes. That it is cut is said first, where nothing left open swallows it. */
export function bounded(text: string, most = MOST_BYTES): string {
  const bytes = new TextEncoder().encode(text)
  if (bytes.length <= most) return text
  const kept = new TextDecoder().decode(bytes.subarray(0, most - CUT.length))
  // A line that was cut in two would say something else.
  return CUT + kept.slice(0, kept.lastIndexOf('\n') + 1)
}

/** What is appended to the summary of a step. */
export const summaryOf = (report: Report, options: PrintOptions): string =>
  bounded(markdown.print(report, options))
