import { type Diagnostic, severities } from '../../diagnostic.ts'
import type { CheckReport } from '../../report/report.ts'
import { suppressedPhrase } from './suppressed.ts'
import { count } from './words.ts'

/** `2 errors, 1 note`, or that there are none. */
export function sumWords(found: readonly Pick<Diagnostic, 'severity'>[]): string {
  const numbers = severities
    .map((severity) => ({ severity, n: found.filter((d) => d.severity === severity).length }))
    .filter(({ n }) => n > 0)
    .map(({ severity, n }) => count(n, severity))
  return numbers.length > 0 ? numbers.join(', ') : 'no findings'
}

/** What `--fix` mended, a text a file. */
export const fixedWords = (fixed: CheckReport['fixed']): string[] =>
  fixed.map(({ path, rules }) => {
    const names = [...new Set(rules)].map((rule) => {
      const n = rules.filter((r) => r === rule).length
      return n > 1 ? `${rule} (${n})` : rule
    })
    return `${path}: mended ${names.join(', ')}`
  })

/** How many findings there are, in how many files, and how many are not shown and why. */
export function closingWords(found: readonly Diagnostic[], check: CheckReport | undefined): string {
  const read = check?.files.length ?? new Set(found.map((d) => d.place.path)).size
  const hidden = check === undefined ? '' : suppressedPhrase(check)
  return `${sumWords(found)} in ${count(read, 'file')}${hidden === '' ? '' : `; ${hidden}`}`
}

/** That a baseline was written now; empty where none was. */
export const baselineWords = (check: CheckReport | undefined): string[] =>
  check?.baseline?.written
    ? [`${check.baseline.path}: written, with ${count(check.baseline.entries, 'finding')}`]
    : []
