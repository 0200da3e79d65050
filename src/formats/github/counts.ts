import { type Severity, severities } from '../../diagnostic.ts'
import type { Report } from '../../report/report.ts'
import { changeWords, verdicts } from '../../verdict.ts'
import type { Alert } from '../alerts.ts'

/**
 * What a step of a workflow gives to the next: numbers by names that stay.
 *
 * - `errors`, `warnings`, `notes`: what is shown, by its level; an error is what fails the command
 * - `suppressed`: what a comment, the baseline or `--since` keeps from being shown
 * - `trouble`: what kept the command from doing its work; counted among the errors too
 * - `contradictions`, `at-odds`, `missing`, `differs`, `unclear`, `agree`, `press-only`, `aside`: of deals compared,
 *   terms by verdict
 * - `new-contradiction`, `lost-agreement` and so on: of an edit, terms by what became of their verdict
 * - `against-what-was-announced`, `announced-by-neither` and so on: of what was reported, judgements by claim and party;
 *   `not-judged`: claims credited to nobody
 */
export function outputsOf(report: Report, shown: readonly Alert[]): [name: string, value: number][] {
  const of = (level: Severity): number => shown.filter((a) => a.level === level).length
  return [
    ...severities.map((s): [string, number] => [`${s}s`, of(s)]),
    ['suppressed', report.check?.suppressed.length ?? 0],
    ['trouble', report.trouble.length],
    // Of an edit it is told what it changed, of a comparison what it came to: a nought for the other would be false.
    ...(report.deals.length > 0
      ? [...verdicts, 'aside' as const].map((v): [string, number] => [
          v === 'contradiction' ? 'contradictions' : v,
          report.summary[v],
        ])
      : []),
    ...(report.changes
      ? changeWords.map((word): [string, number] => [word, report.changes?.summary[word] ?? 0])
      : []),
    ...(report.press ? Object.entries(report.press.summary) : []),
  ]
}
