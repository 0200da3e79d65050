/**
 * A hierarchy of words: each word stands for a set of leaves. Every parent has an unnamed rest besides its children,
 * and so has the axis as a whole: that a child is added later changes no relation of the words that were there.
 * A word may have several parents (US civilian users are US users and civilian users).
 */
export interface Axis {
  readonly name: string
  /** Each word's children. */
  readonly children: ReadonlyMap<string, ReadonlySet<string>>
}

/** The leaf that stands for what a word holds besides its children. */
const restOf = (word: string): string => `${word} …`

/** The leaves of a word: itself where it has no children, else theirs and its rest. Cycles were refused before. */
export function leavesOf(axis: Axis, word: string): Set<string> {
  const out = new Set<string>()
  const visited = new Set<string>()
  const todo = [word]
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if (visited.has(next)) continue
    visited.add(next)
    const children = axis.children.get(next)
    out.add(restOf(next))
    if (children) todo.push(...children)
  }
  return out
}

/** Every leaf of an axis, its own rest among them. */
export function universeOf(axis: Axis): Set<string> {
  const out = new Set<string>([restOf(`all ${axis.name}`)])
  for (const word of axis.children.keys()) out.add(restOf(word))
  return out
}

/** A cycle in the hierarchy, as the words on it; null where there is none. */
export function findCycle(children: ReadonlyMap<string, ReadonlySet<string>>): string[] | null {
  const done = new Set<string>()
  for (const start of children.keys()) {
    // Depth first with an explicit stack: a hostile file can be deep.
    const path: string[] = []
    const onPath = new Set<string>()
    const stack: { word: string; leave: boolean }[] = [{ word: start, leave: false }]
    for (let step = stack.pop(); step; step = stack.pop()) {
      if (step.leave) {
        path.pop()
        onPath.delete(step.word)
        done.add(step.word)
        continue
      }
      if (onPath.has(step.word)) return [...path.slice(path.indexOf(step.word)), step.word]
      if (done.has(step.word)) continue
      path.push(step.word)
      onPath.add(step.word)
      stack.push({ word: step.word, leave: true })
      for (const next of children.get(step.word) ?? []) stack.push({ word: next, leave: false })
    }
  }
  return null
}
