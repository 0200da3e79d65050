import type { Diagnostic } from '../diagnostic.ts'

/** A finding that is not shown, and what keeps it from being shown. */
export interface Suppressed {
  /** A comment in the file, the baseline, or that it was there before the edit (`--since`). */
  readonly by: 'comment' | 'baseline' | 'since'
  /** The reason that the comment gives. */
  readonly reason: string | null
  readonly finding: Diagnostic
}

/** Findings, parted into those to show and those not to. */
export interface Screened {
  readonly shown: readonly Diagnostic[]
  readonly suppressed: readonly Suppressed[]
}

/** What makes two findings one, in the course of a file's edits: neither line nor wording. */
export const identityOf = ({ rule, about, args }: Pick<Diagnostic, 'rule' | 'about' | 'args'>): string =>
  JSON.stringify([rule, about, args])

/**
 * The findings in strings of their own. A piece of a text keeps the whole text in memory, and what is found in a
 * thousand files is kept while the files are let go.
 */
export const detached = <T>(found: T): T => JSON.parse(JSON.stringify(found)) as T

/** Sorts values under what they are called, each in the order in which it came. */
export function grouped<T>(values: Iterable<T>, nameOf: (value: T) => string): Map<string, T[]> {
  const out = new Map<string, T[]>()
  for (const value of values) {
    const name = nameOf(value)
    const before = out.get(name)
    if (before) before.push(value)
    else out.set(name, [value])
  }
  return out
}
