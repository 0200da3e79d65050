import type { Report } from '../report/report.ts'
import { type Alert, alertsOf, inOneLine, safePlace } from './alerts.ts'
import { fileInRepository } from './alerts/path.ts'
import type { Format } from './format.ts'
import { type Case, type Suite, suitesOf } from './junit/suites.ts'
import { document, element, textElement } from './junit/xml.ts'

/** One thing that failed, said whole: where it is stands in the text, since the schema has no attribute for it. */
function failureOf(
  name: 'failure' | 'error',
  { rule, message, help, place, related, excerpt }: Alert,
): string {
  return textElement(name, { message, type: rule }, [
    message,
    ...(help === null ? [] : [`help: ${help}`]),
    ...(place === null ? [] : [`at ${safePlace(place)}`]),
    ...(excerpt === null ? [] : [`   ${excerpt.trim()}`]),
    ...related.map((r) => `see ${safePlace(r.place)} ${r.message}`),
  ])
}

/** What does not fail the case, a line each. */
function noteOf(alert: Alert): string {
  const { rule, level, place, suppressed } = alert
  const where = place === null ? '' : `${safePlace(place)}: `
  const by =
    suppressed && { comment: 'a comment', baseline: 'the baseline', since: 'there before' }[suppressed.by]
  const why = suppressed?.reason ? `, ${suppressed.reason}` : ''
  return `${where}${level} ${inOneLine(alert)} [${rule}]${suppressed ? ` (not shown: ${by}${why})` : ''}`
}

function caseOf({ name, alerts, says }: Case, classname: string): string {
  const failures = alerts.filter((a) => a.failing && a.place !== null)
  const notes = [...says, ...alerts.filter((a) => !a.failing).map(noteOf)]
  return element('testcase', { name, classname }, [
    ...alerts.filter((a) => a.place === null).map((a) => failureOf('error', a)),
    ...failures.map((a) => failureOf('failure', a)),
    ...(notes.length > 0 ? [textElement('system-out', {}, notes)] : []),
  ])
}

const failed = ({ alerts }: Case): boolean => alerts.some((a) => a.failing && a.place !== null)
const broken = ({ alerts }: Case): boolean => alerts.some((a) => a.place === null)
const countsOf = (cases: readonly Case[]) => ({
  tests: cases.length,
  failures: cases.filter(failed).length,
  errors: cases.filter(broken).length,
})

const suiteOf = ({ name, cases }: Suite): string =>
  element(
    'testsuite',
    { name, ...countsOf(cases), skipped: 0 },
    cases.map((one) => caseOf(one, name)),
  )

function print(report: Report, prefix: string): string {
  const named = (path: string): string => fileInRepository(path, prefix) ?? path
  const suites = suitesOf(report, alertsOf(report, prefix), named)
  const all = countsOf(suites.flatMap((s) => s.cases))
  return document(element('testsuites', { name: report.tool.name, ...all }, suites.map(suiteOf)))
}

export const junit: Format = {
  name: 'junit',
  summary: 'JUnit XML, for the test reports of a CI: a case a term, failed by what `--fail-on` names',
  showsTrouble: true,
  print: (report, { prefix }) => print(report, prefix),
}
