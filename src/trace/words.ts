import { actsOf } from '../facets/act.ts'
import type { Axis } from '../sets/hierarchy.ts'
import type { Ladder } from '../sets/ladder.ts'
import { pairKey, type Vocabulary } from '../vocabulary.ts'
import { normalWord } from '../words.ts'

/** One vocabulary out of two deals', and the words of which the two make different things. */
export interface JointWords {
  readonly vocabulary: Vocabulary
  readonly apart: ReadonlySet<string>
}

/**
 * The words of two deals together. A word that only one of them declares means what that one says; one that both
 * declare must stand to every other word that both know as it does there, else what is said with it cannot be set
 * beside what the other says.
 */
export function jointWords(a: Vocabulary, b: Vocabulary): JointWords {
  if (a === b) return { vocabulary: a, apart: new Set() }
  const vocabulary: Vocabulary = {
    ...a,
    axes: bothAxes(a, b),
    axisOf: new Map([...b.axisOf, ...a.axisOf]),
    vague: new Set([...a.vague, ...b.vague]),
    ladders: bothLadders(a, b),
    opposites: [...a.opposites, ...b.opposites],
    bases: new Map([...b.bases, ...a.bases]),
    conditions: new Map([...b.conditions, ...a.conditions]),
    compatible: new Set([...a.compatible, ...b.compatible]),
    events: new Map([...b.events, ...a.events]),
    units: new Map([...b.units, ...a.units]),
  }
  const apart = new Set([
    ...scopeApart(a, b),
    ...actsApart(a, b),
    ...apartIn(a.bases, b.bases, (x, y) => x.addsUp === y.addsUp && x.of === y.of && alike(x.says, y.says)),
    ...apartIn(a.conditions, b.conditions, alike),
    ...apartIn(a.events, b.events, (x, y) => x.date === y.date && alike(x.says, y.says)),
    ...apartIn(a.units, b.units, (x, y) => x.dimension === y.dimension && x.factor.equals(y.factor)),
  ])
  return { vocabulary, apart }
}

/** What a word is said to be; who says nothing of it says nothing else. */
const alike = (x: string | null, y: string | null): boolean =>
  x === null || y === null || normalWord(x) === normalWord(y)

function apartIn<T>(
  a: ReadonlyMap<string, T>,
  b: ReadonlyMap<string, T>,
  same: (x: T, y: T) => boolean,
): string[] {
  if (a === b) return []
  return [...a].flatMap(([word, x]) => {
    const y = b.get(word)
    return y === undefined || x === y || same(x, y) ? [] : [word]
  })
}

function bothAxes(a: Vocabulary, b: Vocabulary): Map<string, Axis> {
  const out = new Map(a.axes)
  for (const [name, axis] of b.axes) {
    const children = new Map(out.get(name)?.children ?? [])
    for (const [word, below] of axis.children)
      children.set(word, new Set([...(children.get(word) ?? []), ...below]))
    out.set(name, { name, children })
  }
  return out
}

/** Every word below a word, and below those. */
function below(v: Vocabulary, word: string): Set<string> {
  const children = v.axes.get(v.axisOf.get(word) ?? '')?.children
  const out = new Set<string>()
  const todo = [word]
  for (let next = todo.pop(); next !== undefined; next = todo.pop())
    for (const child of children?.get(next) ?? [])
      if (!out.has(child)) {
        out.add(child)
        todo.push(child)
      }
  return out
}

/** Words of scope that lie elsewhere in the one's hierarchy than in the other's, among the words that both have. */
function scopeApart(a: Vocabulary, b: Vocabulary): Set<string> {
  const out = new Set<string>()
  if (a.axes === b.axes && a.vague === b.vague) return out
  const known = (v: Vocabulary, word: string): boolean => v.axisOf.has(word) || v.vague.has(word)
  const both = [...new Set([...a.axisOf.keys(), ...a.vague])].filter((word) => known(b, word))
  for (const word of both) {
    if (a.axisOf.get(word) !== b.axisOf.get(word) || a.vague.has(word) !== b.vague.has(word)) out.add(word)
    const [x, y] = [below(a, word), below(b, word)]
    for (const other of both)
      if (x.has(other) !== y.has(other)) {
        out.add(word)
        out.add(other)
      }
  }
  return out
}

const ladderKey = (l: Ladder): string => JSON.stringify([l.floor, l.steps])

function bothLadders(a: Vocabulary, b: Vocabulary): Ladder[] {
  const there = new Set(a.ladders.map(ladderKey))
  return [...a.ladders, ...b.ladders.filter((l) => !there.has(ladderKey(l)))]
}

/** Acts whose steps or opposites are others in the one than in the other, among the acts that both have. */
function actsApart(a: Vocabulary, b: Vocabulary): Set<string> {
  const [x, y] = [actsOf(a), actsOf(b)]
  const both = new Set([...x].filter((word) => y.has(word)))
  const [left, right] = [standings(a, both), standings(b, both)]
  return new Set([...both].filter((word) => left(word) !== right(word)))
}

/** How an act stands to the others of a set, as a text. */
function standings(v: Vocabulary, among: ReadonlySet<string>): (word: string) => string {
  const ladders = v.ladders
    .map((l) => ({
      floor: l.floor !== null && among.has(l.floor) ? l.floor : null,
      steps: l.steps.filter((step) => among.has(step)),
    }))
    // A ladder on which it stands alone says nothing of the others.
    .filter((l) => l.steps.length + (l.floor === null ? 0 : 1) > 1)
  const opposites = v.opposites.filter(([p, q]) => among.has(p) && among.has(q))
  return (word) =>
    JSON.stringify([
      [...new Set(ladders.filter((l) => l.floor === word || l.steps.includes(word)).map(ladderKey))].sort(),
      [...new Set(opposites.filter((pair) => pair.includes(word)).map(([p, q]) => pairKey(p, q)))].sort(),
    ])
}
