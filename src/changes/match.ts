import { entriesIn, under } from './nodes.ts'
import type { Revised } from './revised.ts'

/** One deal at two revisions; null where there is none. */
export interface DealPair {
  readonly before: Revised | null
  readonly after: Revised | null
}

/** How much of what two files speak of must be the same for the one to be the other, renamed. */
const ALIKE = 0.5

/**
 * Pairs the deals of two revisions: by file, then by the name they give themselves; of what is left, a file that
 * went and one that came are one, renamed, where at least half of their terms bear the same names.
 */
export function matchDeals(before: readonly Revised[], after: readonly Revised[]): DealPair[] {
  const of = new Map<Revised, Revised>()
  const left = new Set(before)
  const take = (same: (b: Revised, a: Revised) => boolean): void => {
    for (const a of after) {
      if (of.has(a)) continue
      const found = [...left].find((b) => same(b, a))
      if (!found) continue
      of.set(a, found)
      left.delete(found)
    }
  }
  take((b, a) => b.where !== null && b.where === a.where)
  take((b, a) => nameOf(b) !== null && nameOf(b) === nameOf(a))
  take((b, a) => likeness(b, a) >= ALIKE)
  return [
    ...after.map((a) => ({ before: of.get(a) ?? null, after: a })),
    ...[...left].map((b) => ({ before: b, after: null })),
  ]
}

function nameOf({ parsed: { root } }: Revised): string | null {
  const name = under(root, 'deal')
  return name?.kind === 'scalar' ? name.text : null
}

/** The share of the terms of both that bear one name. */
function likeness(b: Revised, a: Revised): number {
  const [x, y] = [b, a].map(
    ({ parsed: { root } }) => new Set(entriesIn(under(root, 'terms')).map((e) => e.key)),
  )
  if (!x || !y || x.size === 0 || y.size === 0) return 0
  return [...x].filter((id) => y.has(id)).length / Math.max(x.size, y.size)
}
