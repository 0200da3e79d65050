import type { Relation } from '../src/relation.ts'

/** How two plain sets stand: written apart from the engine's sets, so that the one can check the other. */
export function relationOfSets<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): Relation {
  const within = (x: ReadonlySet<T>, y: ReadonlySet<T>) => [...x].every((item) => y.has(item))
  if (within(a, b) && within(b, a)) return 'equal'
  if (![...a].some((item) => b.has(item))) return 'disjoint'
  return within(a, b) ? 'narrower' : within(b, a) ? 'wider' : 'overlap'
}

export const flipped = (r: Relation): Relation =>
  r === 'narrower' ? 'wider' : r === 'wider' ? 'narrower' : r

/** Every pair of a list, each with itself too. */
export const allPairs = <T>(list: readonly T[]): [T, T][] =>
  list.flatMap((a) => list.map((b): [T, T] => [a, b]))

/** The numbers from 0 to n − 1. */
export const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i)
