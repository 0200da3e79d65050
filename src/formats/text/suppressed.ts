import type { CheckReport } from '../../report/report.ts'

/** What keeps findings from being shown, in the order in which it is asked, and how the line that counts them says it. */
const says = [
  ['comment', (n: number) => `${n} ignored by ${n === 1 ? 'a comment' : 'comments'}`],
  ['baseline', (n: number) => `${n} in the baseline`],
  ['since', (n: number, since: string | null) => `${n} not new${since === null ? '' : ` since ${since}`}`],
] as const

/** `3 ignored by comments, 2 in the baseline, 12 not new since main`; empty where nothing is kept from being shown. */
export const suppressedPhrase = ({ suppressed, since }: Pick<CheckReport, 'suppressed' | 'since'>): string =>
  says
    .map(([by, say]) => [suppressed.filter((s) => s.by === by).length, say] as const)
    .filter(([n]) => n > 0)
    .map(([n, say]) => say(n, since))
    .join(', ')
