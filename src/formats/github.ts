import type { Severity } from '../diagnostic.ts'
import type { Report } from '../report/report.ts'
import { type Alert, alertsOf, safePlace, shown, worstFirst } from './alerts.ts'
import { fileInRepository, isAbsolute } from './alerts/path.ts'
import { plain } from './alerts/words.ts'
import type { Format, PrintOptions } from './format.ts'
import { commandOf } from './github/command.ts'
import { outputsOf } from './github/counts.ts'
import { summaryOf } from './github/summary.ts'
import { sumWords } from './text/finding-words.ts'
import { count } from './text/words.ts'

/** GitHub shows so many of each level from one step, and drops the rest without a word. */
const MOST = 10
const levels = { error: 'error', warning: 'warning', note: 'notice' } as const

function annotationOf(alert: Alert, prefix: string): string {
  const { level, title, message, help, place } = alert
  const file = place && (isAbsolute(place.path) ? place.path : fileInRepository(place.path, prefix))
  const said = [
    message,
    ...(help === null ? [] : [help]),
    ...alert.related.slice(0, MOST).map((r) => `${safePlace(r.place)} ${r.message}`),
  ]
  const name = levels[level]
  if (place === null) return commandOf(name, { title }, said.join('\n'))
  // Where there is no file to point at, the message says where it is.
  if (file === null) return commandOf(name, { title }, [`${safePlace(place)}:`, ...said].join(' '))
  const { line, column, endLine, endColumn } = place
  // The runner takes columns only within one line.
  const [col, end] = line === endLine ? [column, endColumn] : [null, null]
  const at = { file: plain(file ?? ''), line, endLine, col, endColumn: end }
  return commandOf(name, { ...at, title }, said.join('\n'))
}

/** As many as GitHub shows, worst first, and a last word on the rest. */
function annotations(alerts: readonly Alert[], prefix: string): string[] {
  const of = (level: Severity, most: number): Alert[] =>
    alerts.filter((a) => a.level === level).slice(0, most)
  const graver = [...of('error', MOST), ...of('warning', MOST)]
  const all = [...graver, ...of('note', MOST)]
  if (all.length === alerts.length) return all.map((a) => annotationOf(a, prefix))
  // The last word is a notice itself: an eleventh would be dropped.
  const kept = [...graver, ...of('note', MOST - 1)]
  const rest = alerts.length - kept.length
  return [
    ...kept.map((a) => annotationOf(a, prefix)),
    commandOf('notice', { title: 'dealdiff' }, `There are ${rest} more; the summary of the step lists them.`),
  ]
}

/** The one line that is no command: of numbers and our own words alone, since a line of the log may be a command. */
function lastLine(report: Report, alerts: readonly Alert[]): string {
  const numbers = sumWords(alerts.map((a) => ({ severity: a.level })))
  const files = report.check ? ` in ${count(report.check.files.length, 'file')}` : ''
  const hidden = report.check?.suppressed.length ?? 0
  return `dealdiff: ${numbers}${files}${hidden > 0 ? `; ${hidden} not shown` : ''}`
}

function print(report: Report, { prefix }: PrintOptions): string {
  const alerts = worstFirst(shown(alertsOf(report, prefix)))
  return `${[...annotations(alerts, prefix), lastLine(report, alerts)].join('\n')}\n`
}

export const github: Format = {
  name: 'github',
  summary:
    'annotations on a pull request, and the summary and outputs of the step; taken by itself in GitHub Actions',
  showsTrouble: true,
  print,
  beside: [
    { variable: 'GITHUB_STEP_SUMMARY', print: summaryOf },
    {
      variable: 'GITHUB_OUTPUT',
      print: (report, { prefix }) =>
        outputsOf(report, shown(alertsOf(report, prefix)))
          .map(([name, value]) => `${name}=${value}\n`)
          .join(''),
    },
  ],
}
