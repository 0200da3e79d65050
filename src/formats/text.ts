import type { Report } from '../report/report.ts'
import { safeJson } from './escape.ts'
import type { Format } from './format.ts'
import { changesScreen } from './text/changes.ts'
import { clean } from './text/clean.ts'
import { compareScreen } from './text/compare.ts'
import { dueScreen } from './text/due.ts'
import { diagnosticsScreen, troubleLines } from './text/diagnostics.ts'
import { explainScreen } from './text/explain.ts'
import { findScreen } from './text/find.ts'
import { listScreen } from './text/list.ts'
import { pressScreen } from './text/press.ts'
import { proofScreen } from './text/proof.ts'
import { rulesScreen } from './text/rules.ts'
import { settleScreen } from './text/settle.ts'
import { blank, line, render, type Sheet, sheetOf, tidy } from './text/sheet.ts'
import { timelineScreen } from './text/timeline.ts'
import { traceScreen } from './text/trace.ts'
import type { Line } from './text/width.ts'

/** A new file: its text, below a comment that names it, so that the output is still a file. */
const initLines = ({ path, text }: NonNullable<Report['init']>): Line[] => [
  line(`# ${path}`, 'faint'),
  ...text
    .replace(/\n+$/, '')
    .split('\n')
    .map((row) => line(row)),
]

/** A JSON Schema, as the file it is to become. */
const schemaLines = (schema: NonNullable<Report['schema']>): Line[] =>
  safeJson(JSON.stringify(schema, null, 2))
    .split('\n')
    .map((row) => line(row))

/** A screen for each thing the report holds, in this order. */
function screens(report: Report, sheet: Sheet): Line[][] {
  const proven = new Set(report.proof?.map((proof) => proof.deal))
  // By date, the deals are told by their timeline.
  const deals = report.timeline ? [] : report.deals.filter((deal) => !proven.has(deal.deal))
  const findings = report.check !== undefined || report.diagnostics.length > 0
  const printed = [
    report.explain ? explainScreen(report.explain, sheet) : [],
    report.list ? listScreen(report.list, report.asOf, sheet) : [],
    report.find ? findScreen(report.find, report.asOf, sheet) : [],
    report.proof ? proofScreen(report, report.proof, sheet) : [],
    deals.length > 0 ? compareScreen(report, deals, sheet) : [],
    report.rules ? rulesScreen(report.rules, sheet) : [],
    report.timeline ? timelineScreen(report, report.timeline, sheet) : [],
    report.trace ? traceScreen(report, report.trace, sheet) : [],
    report.due ? dueScreen(report, report.due, sheet) : [],
    report.press ? pressScreen(report, report.press, sheet) : [],
    report.settle ? settleScreen(report, report.settle, sheet) : [],
    report.changes ? changesScreen(report.changes, report.asOf, sheet) : [],
    findings ? diagnosticsScreen(report, sheet) : [],
    troubleLines(report.trouble, sheet),
  ].map(tidy)
  return [report.init ? initLines(report.init) : [], ...printed].filter((lines) => lines.length > 0)
}

export const text: Format = {
  name: 'text',
  summary: 'for a person at a terminal',
  print: (report, options) => {
    const sheet = sheetOf(options)
    const { schema, ...rest } = report
    const cleaned = screens(clean(rest, options.ascii), sheet)
    const parts = schema ? [schemaLines(schema), ...cleaned] : cleaned
    const lines = parts.flatMap((part, i) => (i === 0 ? part : [blank, ...part]))
    return render(lines.length > 0 ? lines : [line('There is nothing to show.')], options.color)
  },
}
