/** More than this many sets are not tried: a file of many axes has more of them than a lifetime. */
const MOST = 2000

/**
 * The smallest of the sets of some items for which something is found; of equal size, the first in the order of the
 * items. Where there are too many sets to try, one of which no item can be left out; null where nothing is found.
 */
export function smallest<T, F>(
  items: readonly T[],
  least: number,
  find: (set: readonly T[]) => F | null,
): F | null {
  let tried = 0
  for (let size = least; size <= items.length; size++) {
    for (const set of setsOf(items, size)) {
      const found = find(set)
      if (found !== null) return found
      if (++tried >= MOST) return thinned(items, find)
    }
  }
  return null
}

/** The sets of a size, in the order of the items. */
function* setsOf<T>(items: readonly T[], size: number, from = 0): Generator<readonly T[]> {
  if (size === 0) {
    yield []
    return
  }
  for (let i = from; i <= items.length - size; i++)
    for (const rest of setsOf(items, size - 1, i + 1)) yield [items[i] as T, ...rest]
}

/** All items, less one after the other that can be left out, the last first. */
function thinned<T, F>(items: readonly T[], find: (set: readonly T[]) => F | null): F | null {
  let [left, found] = [items, find(items)]
  for (const item of items.toReversed()) {
    const without = left.filter((x) => x !== item)
    const still = found === null ? null : find(without)
    if (still !== null) [left, found] = [without, still]
  }
  return found
}
