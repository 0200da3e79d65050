import type { DealReport, Report } from '../../report/report.ts'
import { emptySummary } from '../../report/summary.ts'
import type { TracedDeal, TraceReport } from '../../report/trace-report.ts'
import { type View, viewOf } from './deal.ts'
import type { Sheet } from './sheet.ts'

/** Looks up a deal by its name. */
export type Views = (deal: string) => View

/** A deal of a trace as the other screens look things up in it. */
const asDeal = (deal: TracedDeal): DealReport => ({
  ...deal,
  aliases: [],
  follows: null,
  recordCloses: null,
  summary: emptySummary,
  terms: [],
})

/** The deals of a trace, by their names. */
export function viewsOf(report: Report, trace: TraceReport, sheet: Sheet): Views {
  const found = new Map(trace.deals.map((deal) => [deal.deal, viewOf(report, asDeal(deal), sheet, true)]))
  return (deal) => found.get(deal) as View
}
