import { type Possible, relationOf } from '../relation.ts'

/** Relation of two finite sets. */
export function relateFinite<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): Possible {
  let common = 0
  for (const x of a) if (b.has(x)) common++
  return relationOf(common === a.size, common === b.size, common > 0)
}

export const intersection = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): Set<T> =>
  new Set([...a].filter((x) => b.has(x)))
export const unionOf = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): Set<T> => new Set([...a, ...b])
export const difference = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): Set<T> =>
  new Set([...a].filter((x) => !b.has(x)))
