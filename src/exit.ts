import { type Severity, severities } from './diagnostic.ts'
import type { Report } from './report/report.ts'
import { changeWords, type Verdict, verdicts } from './verdict.ts'

/** What `--fail-on` names: verdicts, severities at or above which a finding counts, and changes of a verdict. */
export interface FailOn {
  readonly verdicts: readonly Verdict[]
  readonly severity: Severity | null
  readonly changes: readonly string[]
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
  if (failOn.changes.some((word) => (report.changes?.summary[word] ?? 0) > 0)) return FOUND
  return failOn.verdicts.some((v) => report.summary[v] > 0) ? FOUND : 0
}

/** Every word that `--fail-on` takes. */
export const failOnWords: readonly string[] = [...verdicts, ...severities, ...changeWords]

/** Reads the value of `--fail-on`; null where a word of it is none of these. */
export function readFailOn(value: string): FailOn | null {
  const words = value
    .split(',')
    .map((w) => w.trim())
    .filter((w) => w !== '')
  if (words.length === 0 || words.some((w) => !failOnWords.includes(w))) return null
  return {
    verdicts: verdicts.filter((v) => words.includes(v)),
    severity: severities.findLast((s) => words.includes(s)) ?? null,
    changes: changeWords.filter((w) => words.includes(w)),
  }
}

/** The words again, as the report carries them. */
export const wordsOf = ({ verdicts: of, severity, changes }: FailOn): readonly string[] => [
  ...of,
  ...(severity === null ? [] : [severity]),
  ...changes,
]
