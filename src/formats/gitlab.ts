import { type Alert, alertsOf, inOneLine, shown } from './alerts.ts'
import { fileInRepository } from './alerts/path.ts'
import { wellFormed } from './alerts/words.ts'
import { changeWords, verdicts } from '../verdict.ts'
import { safeJson } from './escape.ts'
import type { Format } from './format.ts'

/** GitLab's words; a blocker is trouble, where nothing was checked. */
const severityOf = {
  error: 'critical',
  warning: 'major',
  note: 'info',
} as const

/** One of those that Code Climate has. */
const categoryOf = ({ rule, level }: Alert): string => {
  if ((verdicts as readonly string[]).includes(rule) || changeWords.includes(rule)) return 'Compatibility'
  return level === 'error' ? 'Bug Risk' : 'Clarity'
}

/**
 * GitLab stops at the first entry without a path and shows none of the rest, so that every entry has one: what is in no
 * file of the repository goes by the name under which it was read, and trouble by `.`, the repository itself.
 */
function entryOf(alert: Alert, prefix: string): object {
  const { rule, level, help, place, key } = alert
  const said = inOneLine(alert)
  const path = place === null ? '.' : wellFormed(fileInRepository(place.path, prefix) ?? place.path)
  return {
    type: 'issue',
    check_name: rule,
    description: help === null ? said : `${said} ${help}`,
    categories: [categoryOf(alert)],
    severity: place === null ? 'blocker' : severityOf[level],
    fingerprint: key,
    location: {
      path,
      lines: { begin: Math.max(1, place?.line ?? 1), end: Math.max(1, place?.endLine ?? 1) },
    },
  }
}

export const gitlab: Format = {
  name: 'gitlab',
  omitsSuppressed: true,
  summary: 'for the code quality report of GitLab CI',
  showsTrouble: true,
  print: (report, { prefix }) => {
    const entries = shown(alertsOf(report, prefix)).map((alert) => entryOf(alert, prefix))
    return `${safeJson(JSON.stringify(entries, null, 2))}\n`
  },
}
