import type { Axis } from '../sets/hierarchy.ts'
import type { Ladder } from '../sets/ladder.ts'

const MARK = '<--'

/** What a step is called where it is drawn; one that no word of a claim names stands in brackets. */
const shown = (step: string): string => (step.endsWith(' …') ? `(${step.slice(0, -2)})` : step)

/** A ladder, its furthest step on top, with what denies it below; the word is marked. */
export function drawLadder(ladder: Ladder, word: string): readonly string[] {
  const floor = ladder.floor ?? '(no step taken)'
  const steps = ladder.steps.toReversed()
  const wide = Math.max(...[...steps.map(shown), floor].map((s) => s.length))
  const row = (step: string, note: string): string =>
    `${shown(step).padEnd(wide)}  ${step === word ? MARK.padEnd(4) : '    '}${note}`.trimEnd()
  return [
    ...steps.map((step, i) =>
      row(step, i === 0 && steps.length > 1 ? 'each step includes those below it' : ''),
    ),
    '-'.repeat(wide),
    row(floor, ladder.floor === null ? '' : 'denies every step above it'),
  ]
}

/** More words than these are not drawn below one. */
const MOST = 40

/** Where a word stands in the hierarchy of its axis: what is above it on each way down, and all below it. */
export function drawPlace(axis: Axis, word: string): readonly string[] {
  const parents = (child: string): string[] =>
    [...axis.children].filter(([, below]) => below.has(child)).map(([parent]) => parent)
  const ways = (from: string): string[][] => {
    const above = parents(from)
    return above.length === 0 ? [[from]] : above.flatMap((p) => ways(p).map((way) => [...way, from]))
  }
  const out: string[] = []
  const put = (name: string, depth: number, note = ''): void => {
    out.push(`${'  '.repeat(depth)}${name}${note}`)
  }
  const below = (name: string, depth: number): void => {
    const children = [...(axis.children.get(name) ?? [])]
    for (const child of children) {
      if (out.length >= MOST) return
      put(child, depth)
      below(child, depth + 1)
    }
    if (children.length > 0 && out.length < MOST) put(`(any other ${name})`, depth)
  }
  ways(word).forEach((way, i) => {
    if (i > 0) out.push('')
    put(axis.name, 0)
    way.forEach((name, d) => {
      put(name, d + 1, name === word ? `  ${MARK}` : '')
    })
    below(word, way.length + 1)
  })
  return out
}

/** Every word of an axis, parents above children. */
export function drawAxis(axis: Axis): readonly string[] {
  const out: string[] = [axis.name]
  const children = new Set([...axis.children.values()].flatMap((below) => [...below]))
  const put = (word: string, depth: number): void => {
    out.push(`${'  '.repeat(depth)}${word}`)
    for (const child of axis.children.get(word) ?? []) put(child, depth + 1)
  }
  for (const word of axis.children.keys()) if (!children.has(word)) put(word, 1)
  return out
}
