import { comparePlaces, type Place } from '../place.ts'
import { findCycle } from '../sets/hierarchy.ts'
import type { Ladder } from '../sets/ladder.ts'
import { pairKey, type Vocabulary } from '../vocabulary.ts'
import { cut } from '../words.ts'
import type { Placed, Reader } from './shape.ts'

/** A ladder as a file has it. */
export interface WrittenLadder {
  readonly steps: readonly Placed<string>[]
  readonly floor: Placed<string> | null
}
type Pair = readonly [string, string]
/** The acts that are the next step after each act, on any ladder. */
type Above = Map<string, Set<string>>

/** How many errors of one kind a file has at most: the first ones tell what is wrong. */
const MOST = 20
/** How many acts are looked at for opposites: an honest vocabulary needs a few hundred. */
const MOST_STEPS = 1_000_000

const stepKey = (below: string, above: string): string => `step ${below}\n${above}`
const apartKey = (a: string, b: string): string => `apart ${pairKey(a, b)}`

/**
 * Adds ladders and opposites to those there were. Ladders must go together, also with those of earlier files: no act
 * comes, step by step, above itself, and none includes two acts that exclude each other.
 */
export function extendLadders(
  base: Vocabulary,
  written: readonly WrittenLadder[],
  pairs: readonly Placed<Pair>[],
  reader: Reader,
  places: Map<string, Place>,
): Pick<Vocabulary, 'ladders' | 'opposites'> {
  const sound = written.filter((ladder) => isSound(ladder, reader))
  const added = sound.map(({ steps, floor }) => ({
    steps: steps.map((step) => step.value),
    floor: floor && floor.value,
  }))
  const ladders = [...base.ladders, ...added]
  const opposites = [...base.opposites, ...pairs.map((pair) => pair.value)]
  if (sound.length + pairs.length === 0) return { ladders, opposites }
  const own = new Map<string, Place>()
  const put = (key: string, place: Place): void => {
    if (places.has(key)) return
    own.set(key, place)
    places.set(key, place)
  }
  for (const { steps, floor } of sound) {
    for (const [i, { value, place }] of steps.entries())
      if (i > 0) put(stepKey(steps[i - 1]?.value ?? '', value), place)
    if (floor && steps[0]) put(apartKey(floor.value, steps[0].value), floor.place)
  }
  for (const { value, place } of pairs) put(apartKey(...value), place)
  const above = stepsAbove(ladders)
  if (reportCycles(above, own, places, reader))
    reportOpposites(above, ladders, opposites, own, places, reader)
  return { ladders, opposites }
}

function stepsAbove(ladders: readonly Ladder[]): Above {
  const above: Above = new Map()
  const next = (word: string): Set<string> => {
    const found = above.get(word) ?? new Set()
    above.set(word, found)
    return found
  }
  for (const { steps } of ladders)
    for (const [i, step] of steps.entries()) if (i > 0) next(steps[i - 1] ?? '').add(step)
  return above
}

/** Says where ladders run in a circle, and whether there was none. */
function reportCycles(
  above: Above,
  own: ReadonlyMap<string, Place>,
  places: ReadonlyMap<string, Place>,
  reader: Reader,
): boolean {
  // Each circle is cut where it closes, to find the next; one of an earlier file is told of there.
  const left: Above = new Map([...above].map(([word, next]) => [word, new Set(next)]))
  for (let found = 0; found <= MOST; found++) {
    const cycle = findCycle(left)
    if (!cycle) return found === 0
    const edges = cycle.slice(1).map((word, i): Pair => [cycle[i] ?? '', word])
    const closing = lastOf(edges, (edge) => own.get(stepKey(...edge)))
    if (!closing || found === MOST) return false
    const [[below, upper], place] = closing
    const other = edges.find((edge) => edge[0] === upper)
    const known = other && places.get(stepKey(...other))
    reader.report({
      rule: 'ladder-cycle',
      place,
      message: `"${cut(upper)}" is a step above "${cut(below)}" here, and below it on other ladders; expected the two in one order everywhere.`,
      help: 'Put the steps in the same order here, or rename one.',
      ...(known
        ? {
            related: [{ message: `"${cut(other[1])}" is the step above "${cut(upper)}" here`, place: known }],
          }
        : {}),
    })
    left.get(below)?.delete(upper)
  }
  return false
}

/** Says where one act includes two that exclude each other: opposites, or a floor and a step of its ladder. */
function reportOpposites(
  above: Above,
  ladders: readonly Ladder[],
  opposites: readonly Pair[],
  own: ReadonlyMap<string, Place>,
  places: ReadonlyMap<string, Place>,
  reader: Reader,
): void {
  const floors = ladders.flatMap(({ floor, steps }): Pair[] =>
    floor !== null && steps[0] ? [[floor, steps[0]]] : [],
  )
  let [steps, found] = [0, 0]
  const seen = new Set<string>()
  for (const pair of [...floors, ...opposites]) {
    const key = apartKey(...pair)
    if (seen.has(key) || steps > MOST_STEPS || found >= MOST) continue
    seen.add(key)
    const [first, second] = [waysUp(above, pair[0]), waysUp(above, pair[1])]
    steps += first.size + second.size
    const both = [...first.keys()].find((word) => second.has(word))
    if (both === undefined) continue
    const edges = [...wayTo(first, both), ...wayTo(second, both)]
    const step = lastOf(edges, (edge) => own.get(stepKey(...edge)))
    const declared = own.get(key)
    const place = declared ?? step?.[1]
    // Where neither is of this file, an earlier one was told.
    if (!place) continue
    found++
    const other = declared ? lastOf(edges, (edge) => places.get(stepKey(...edge)))?.[1] : places.get(key)
    const lesser = pair.find((word) => word !== both)
    const included = pair.includes(both)
      ? `"${cut(lesser ?? '')}"`
      : pair.map((word) => `"${cut(word)}"`).join(' and ')
    reader.report({
      rule: 'ladder-cycle',
      place,
      message: `"${cut(both)}" includes ${included} as a lower step, and ${pair.includes(both) ? 'excludes it' : 'those exclude each other'}; expected acts that exclude each other on ladders of their own.`,
      help: declared
        ? 'Delete the pair, or take one of the two off the ladder.'
        : 'Take one of the two off this ladder.',
      ...(other
        ? {
            related: [
              {
                message: declared ? 'the step of the ladder' : 'said to exclude each other here',
                place: other,
              },
            ],
          }
        : {}),
    })
  }
}

/** The act and all above it, each with the step from which it was reached. */
function waysUp(above: Above, from: string): Map<string, string | null> {
  const out = new Map<string, string | null>([[from, null]])
  for (const [word] of out) for (const next of above.get(word) ?? []) if (!out.has(next)) out.set(next, word)
  return out
}

/** The steps that lead up to an act. */
function wayTo(ways: ReadonlyMap<string, string | null>, to: string): Pair[] {
  const out: Pair[] = []
  for (let word = to, from = ways.get(word); from; word = from, from = ways.get(word)) out.push([from, word])
  return out
}

/** Of the steps whose place is known, the last in the file. */
function lastOf(
  edges: readonly Pair[],
  placeOf: (edge: Pair) => Place | undefined,
): readonly [Pair, Place] | undefined {
  return edges
    .flatMap((edge): (readonly [Pair, Place])[] => {
      const place = placeOf(edge)
      return place ? [[edge, place]] : []
    })
    .sort(([, x], [, y]) => comparePlaces(x, y))
    .at(-1)
}

function isSound(ladder: WrittenLadder, reader: Reader): boolean {
  const all = [...ladder.steps, ...(ladder.floor === null ? [] : [ladder.floor])]
  const first = new Map<string, Placed<string>>()
  for (const step of all) {
    const before = first.get(step.value)
    if (before) {
      reader.report({
        rule: 'ladder-cycle',
        place: step.place,
        message: `"${cut(step.value)}" stands twice on one ladder; expected every step once.`,
        help: 'Delete one of the two, or put them on ladders of their own.',
        related: [{ message: 'the first time', place: before.place }],
      })
      return false
    }
    first.set(step.value, step)
  }
  return true
}
