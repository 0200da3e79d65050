import type { Place } from '../place.ts'
import type { Node } from '../tree.ts'
import { normalWord } from '../words.ts'
import { entriesIn, itemsIn, listNode, nodeText, scalarNode, under } from './nodes.ts'

/** One thing that a vocabulary declares: a word below another, a ladder, a basis, … */
export interface Declared {
  readonly kind: string
  readonly word: string
  readonly node: Node
  /** As it is told. */
  readonly text: string
  readonly place: Place
}

export const SEPARATOR = '\n'
/** Sections whose entries stand under names. */
export const NAMED = { bases: 'basis', conditions: 'condition', events: 'event', units: 'unit' } as const
/** Sections of groups of words, any two of which go together. */
export const PAIRS = { opposites: 'opposites', compatible: 'compatible conditions' } as const

/** What vocabularies declare together, by a name that is the same at two revisions; what two declare alike is there once. */
export function declaredIn(roots: readonly Node[], nameOfLadder: LadderNames): Map<string, Declared> {
  const out = new Map<string, Declared>()
  const put: Put = (path, kind, word, node, place = node.place, text = nodeText(node)) => {
    const name = path.join(SEPARATOR)
    const there = out.get(name)
    // Of one name there may be two ladders, since both share steps with what was one: each is there.
    const key =
      path[0] === 'ladders' && there && there.text !== text ? ['ladders', text].join(SEPARATOR) : name
    // The last word on what `about` allows for is the one that holds.
    if (path[0] === 'about' || !out.has(key)) out.set(key, { kind, word, node, text, place })
  }
  for (const root of roots) declare(root, nameOfLadder, put)
  return out
}
type Put = (
  path: readonly string[],
  kind: string,
  word: string,
  node: Node,
  place?: Place,
  text?: string,
) => void

function declare(root: Node, nameOfLadder: LadderNames, put: Put): void {
  for (const axis of entriesIn(under(root, 'axes'))) {
    const name = normalWord(axis.key)
    const stack: { node: Node; parent: string }[] = [{ node: axis.value, parent: '' }]
    for (let next = stack.pop(); next; next = stack.pop()) {
      const { node, parent } = next
      const add = (written: string, place: Place): string => {
        const word = normalWord(written)
        const said = scalarNode(written, place)
        put(['axes', name, '', word], `word of ${name}`, word, said)
        if (parent !== '') put(['axes', name, parent, word], `word under ${parent}`, word, said)
        return word
      }
      if (node.kind === 'list') for (const item of node.items) stack.push({ node: item, parent })
      else if (node.kind === 'scalar') {
        if (node.style !== 'empty') add(node.text, node.place)
      } else
        for (const { key, keyPlace, value } of node.entries)
          stack.push({ node: value, parent: add(key, keyPlace) })
    }
  }
  for (const node of itemsIn(under(root, 'vague')))
    put(['vague', normalWord(nodeText(node))], 'vague word', normalWord(nodeText(node)), node)
  for (const node of itemsIn(under(under(root, 'ladders'), 'act'))) {
    const steps = itemsIn(under(node, 'steps')).map((s) => normalWord(nodeText(s)))
    const floor = under(node, 'floor')
    const text = [...(floor ? [`${nodeText(floor)} |`] : []), steps.join(' < ')].join(' ')
    put(['ladders', nameOfLadder(steps)], 'ladder', nameOfLadder(steps), node, node.place, text)
  }
  for (const [section, kind] of Object.entries(NAMED))
    for (const { key, keyPlace, value } of entriesIn(under(root, section)))
      put([section, normalWord(key)], kind, normalWord(key), value, keyPlace)
  for (const [section, kind] of Object.entries(PAIRS))
    for (const group of itemsIn(under(root, section))) {
      const words = itemsIn(group).map((w) => normalWord(nodeText(w)))
      for (const [i, a] of words.entries())
        for (const b of words.slice(i + 1)) {
          const pair = [a, b].sort()
          const node = listNode(
            pair.map((w) => scalarNode(w, group.place)),
            group.place,
          )
          put([section, ...pair], kind, pair.join(' and '), node)
        }
    }
  const about = under(root, 'about')
  if (about) put(['about'], 'tolerance of', 'about', about)
}

/**
 * Names the ladders of two revisions so that one that got another step keeps its name: a ladder of the second goes by
 * the name of the first one it shares a step with, where no other has that name by now.
 */
export function ladderNames(before: readonly Node[], after: readonly Node[]): LadderNames {
  const stepsIn = (roots: readonly Node[]): string[][] =>
    roots
      .flatMap((root) => itemsIn(under(under(root, 'ladders'), 'act')))
      .map((node) => itemsIn(under(node, 'steps')).map((s) => normalWord(nodeText(s))))
  const free = stepsIn(before)
  const named = stepsIn(after).map((steps) => {
    const at = free.findIndex((old) => old.some((step) => steps.includes(step)))
    const [old] = at === -1 ? [] : free.splice(at, 1)
    return { steps, name: (old ?? steps)[0] ?? '' }
  })
  return (steps) => named.find((l) => l.steps.join('\n') === steps.join('\n'))?.name ?? steps[0] ?? ''
}
type LadderNames = (steps: readonly string[]) => string

/** The same thing at two revisions; null where it is not declared. */
export interface Pair {
  readonly before: Declared | null
  readonly after: Declared | null
}

/** Where a word stands on its axis: below which parent; null for the axis itself. */
export const parentOf = (kind: string): string | null => /^word under (.*)$/s.exec(kind)?.[1] ?? null
