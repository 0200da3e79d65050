import type { Cause } from '../report/report.ts'
import type { Node } from '../tree.ts'
import { sameNode } from './nodes.ts'

/**
 * The least that can be edited by itself: a claim, a key of a source, a word of a vocabulary. A file is a set of them,
 * and so is every file between two revisions, in which some pieces are already edited and others not yet.
 */
export interface Piece {
  /** Where it goes when a file is put together: the keys that lead there. */
  readonly path: readonly string[]
  /** What stands there at the base, and at the head; null where nothing does. */
  readonly before: Node | null
  readonly after: Node | null
  readonly cause: () => Cause
  /** How near it is to the term: of two sets of edits that explain a verdict, the nearer one is named. */
  readonly near: number
}

/** How near the kinds of edits are to a term. */
export const NEAR = { word: 0, conversion: 1, deal: 2, source: 3, term: 4, entry: 5 } as const

/** Whether it was edited at all. */
export const isEdit = ({ before, after }: Pick<Piece, 'before' | 'after'>): boolean =>
  before === null || after === null ? before !== after : !sameNode(before, after)

/** Pairs the pieces of two files that bear one name, those of the head first. */
export function paired<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
): { readonly name: string; readonly before: T | null; readonly after: T | null }[] {
  const names = [...new Set([...after.keys(), ...before.keys()])]
  return names.map((name) => ({ name, before: before.get(name) ?? null, after: after.get(name) ?? null }))
}
