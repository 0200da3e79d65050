import type { Rule, RuleFinding } from '../rule.ts'
import type { Entry } from '../tree.ts'
import { cut } from '../words.ts'
import { houseOrder, nameOfKind } from './of/house-order.ts'
import { type Lines, linesOf } from './of/lines.ts'
import { mapsOf, type Written } from './of/maps.ts'
import { reorder } from './of/reorder.ts'

export const keyOrder: Rule = {
  id: 'key-order',
  severity: 'note',
  summary: 'keys out of the order in which all deals have them',
  why: 'Keys mean the same in any order, but claims that are laid out alike are read and reviewed much faster.',
  mends: true,
  bad: {
    yaml: `announced:
  us:
    purchase:
      source: us-june   # the day is sure
      act: buy
      value: 2 Mt
  china:
    purchase: { act: buy, value: 2 Mt, source: china-june }`,
    at: 'source',
  },
  good: {
    yaml: `announced:
  us:
    purchase:
      act: buy
      value: 2 Mt
      source: us-june   # the day is sure
  china:
    purchase: { act: buy, value: 2 Mt, source: china-june }`,
  },
  found: {
    by: 'file',
    *in({ file, root }) {
      let lines: Lines | null = null
      for (const written of mapsOf(root)) {
        const entries = inHouseOrder(written)
        if (entries) yield finding(written, entries, (lines ??= linesOf(file)))
      }
    },
  },
}

/** The entries of a map in the order of the house; null where they stand so already. Unknown keys stay behind their neighbour. */
function inHouseOrder({ kind, map }: Written): Entry[] | null {
  const order = houseOrder[kind]
  let rank = -1
  const ranked = map.entries.map((entry) => {
    const own = order.indexOf(entry.key)
    rank = own < 0 ? rank : own
    return { entry, rank }
  })
  if (ranked.every((r, i) => r.rank >= (ranked[i - 1]?.rank ?? -1))) return null
  return ranked.sort((a, b) => a.rank - b.rank).map((r) => r.entry)
}

/** One finding a map: the first of the fewest keys that have to move, and beside which it belongs. */
function finding({ kind, map }: Written, wanted: readonly Entry[], lines: Lines): RuleFinding {
  const known = map.entries.filter((e) => houseOrder[kind].includes(e.key))
  const staying = longestRising(known.map((e) => houseOrder[kind].indexOf(e.key)))
  const moving = known.find((_, i) => !staying.has(i)) as Entry
  const at = wanted.indexOf(moving)
  const [before, after] = [wanted[at - 1], wanted[at + 1]]
  const where = before ? `after "${cut(before.key)}"` : `before "${cut(after?.key ?? '')}"`
  const order = wanted.filter((e) => known.includes(e)).map((e) => e.key)
  return {
    place: moving.keyPlace,
    args: [moving.key],
    message: `The key "${cut(moving.key)}" of ${nameOfKind[kind]} is out of order; expected it ${where}.`,
    help: `Write the keys in the order ${order.join(', ')}.`,
    fix: reorder(lines, map, wanted) ?? [],
  }
}

/** The places in a list of a longest run of rising numbers: what can stay where all is to be sorted. */
function longestRising(numbers: readonly number[]): Set<number> {
  const best: { readonly length: number; readonly before: number }[] = []
  let last = -1
  for (const [i, n] of numbers.entries()) {
    let before = -1
    for (const [j, earlier] of numbers.slice(0, i).entries())
      if (earlier < n && (best[j]?.length ?? 0) > (best[before]?.length ?? 0)) before = j
    best.push({ length: (best[before]?.length ?? 0) + 1, before })
    if ((best[i]?.length ?? 0) > (best[last]?.length ?? 0)) last = i
  }
  const out = new Set<number>()
  for (let i = last; i >= 0; i = best[i]?.before ?? -1) out.add(i)
  return out
}
