import type { Diagnostic } from '../diagnostic.ts'

/** A finding that is not shown, and what keeps it from being shown. */
export interface Suppressed {
  /** A comment in the file, the baseline, or that it was there before the edit (`--since`). */
  readonly by: 'comment' | 'baseline' | 'since'
  /** The reason that the comment gives. */
  readonly reason: string | null
  readonly finding: Diagnostic
}
