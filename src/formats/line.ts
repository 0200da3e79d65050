import { alertsOf, inOneLine, safePlace, shown } from './alerts.ts'
import type { Format } from './format.ts'
import { inert } from './github/command.ts'

export const line: Format = {
  name: 'line',
  omitsSuppressed: true,
  summary: 'one line a finding or verdict, `path:line:col: severity message [rule]`, for editors and `grep`',
  showsTrouble: true,
  print: (report, { prefix }) =>
    shown(alertsOf(report, prefix))
      .map((alert) => {
        const where = alert.place ? safePlace(alert.place) : 'dealdiff'
        // Most such lines are read in the log of a CI.
        return inert(`${where}: ${alert.level} ${inOneLine(alert)} [${alert.rule}]\n`)
      })
      .join(''),
}
