import { type Severity, severities } from './diagnostic.ts'
import type { Report } from './report/report.ts'
import { type Verdict, verdicts } from './verdict.ts'

/** What `--fail-on` names: verdicts, and severities at or above which a finding counts. */
export interface FailOn {
  readonly verdicts: readonly Verdict[]
  readonly severity: Severity | null
}

const FOUND = 1
export const TROUBLE = 2

/** 0 nothing at or above what was asked for, 1 something, 2 trouble. The format never changes it. */
export function exitCode(report: Report, failOn: FailOn): 0 | 1 | 2 {
  if (report.trouble.length > 0) return TROUBLE
  const { severity } = failOn
  if (
    severity !== null &&
    report.diagnostics.some((d) => severities.indexOf(d.severity) <= severities.indexOf(severity))
  )
    return FOUND
  return failOn.verdicts.some((v) => report.summary[v] > 0) ? FOUND : 0
}

/** Reads the value of `--fail-on`; null where a word of it is neither a verdict nor a severity. */
export function readFailOn(value: string): FailOn | null {
  const words = value
    .split(',')
    .map((w) => w.trim())
    .filter((w) => w !== '')
  const named = words.filter((w): w is Verdict => verdicts.includes(w as Verdict))
  const severity = severities.findLast((s) => words.includes(s)) ?? null
  const known = words.every((w) => verdicts.includes(w as Verdict) || severities.includes(w as Severity))
  return known && words.length > 0 ? { verdicts: named, severity } : null
}
