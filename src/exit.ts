import { type Severity, severities } from './diagnostic.ts'
import { type DueReport, dueWords } from './report/due-report.ts'
import type { Report } from './report/report.ts'
import { changeWords, judgementWords, type Verdict, verdicts } from './verdict.ts'

/**
 * What `--fail-on` names: verdicts, severities at or above which a finding counts, changes of a verdict, and judgements of
 * what was reported.
 */
export interface FailOn {
  readonly verdicts: readonly Verdict[]
  readonly severity: Severity | null
  readonly changes: readonly string[]
  readonly judgements: readonly string[]
  readonly due: readonly (typeof dueWords)[number][]
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
  if (failOn.judgements.some((word) => (report.press?.summary[word] ?? 0) > 0)) return FOUND
  if (failOn.due.some((word) => countOf(report.due, word) > 0)) return FOUND
  return failOn.verdicts.some((v) => report.summary[v] > 0) ? FOUND : 0
}

const countOf = (due: DueReport | undefined, word: (typeof dueWords)[number]): number =>
  due?.summary[word] ?? 0

/**
 * What `--fail-on` can name: of a comparison its verdicts, of a check its severities, of an edit what it changed, of
 * reports their judgements.
 */
export const failOnWords = {
  verdicts,
  severities,
  changes: changeWords,
  judgements: judgementWords,
  due: dueWords,
} as const
export type FailsOn = keyof typeof failOnWords

/** Reads the value of `--fail-on`; the first word that the command could never find, where there is one. */
export function readFailOn(value: string, of: FailsOn): FailOn | { readonly unknown: string } {
  const words = value
    .split(',')
    .map((w) => w.trim())
    .filter((w) => w !== '')
  const known: readonly string[] = failOnWords[of]
  const unknown = words.find((w) => !known.includes(w))
  if (unknown !== undefined || words.length === 0) return { unknown: unknown ?? value }
  return {
    verdicts: of === 'verdicts' ? verdicts.filter((v) => words.includes(v)) : [],
    severity: of === 'severities' ? (severities.findLast((s) => words.includes(s)) ?? null) : null,
    changes: of === 'changes' ? changeWords.filter((w) => words.includes(w)) : [],
    judgements: of === 'judgements' ? judgementWords.filter((w) => words.includes(w)) : [],
    due: of === 'due' ? dueWords.filter((w) => words.includes(w)) : [],
  }
}

/** The words again, as the report carries them. */
export const wordsOf = ({ verdicts: of, severity, changes, judgements, due }: FailOn): readonly string[] => [
  ...of,
  ...(severity === null ? [] : [severity]),
  ...changes,
  ...judgements,
  ...due,
]
