import type { Place } from '../place.ts'
import type { Cause, WordChange } from '../report/report.ts'
import type { Node } from '../tree.ts'
import { cut, normalWord } from '../words.ts'
import { entriesIn, entryOf, itemsIn, listNode, mapNode, nodeText, scalarNode, under } from './nodes.ts'
import { isEdit, NEAR, paired, type Piece } from './piece.ts'

/** One thing that a vocabulary declares: a word below another, a ladder, a basis, … */
interface Declared {
  readonly kind: string
  readonly word: string
  readonly node: Node
  /** As it is told. */
  readonly text: string
  readonly place: Place
}

const SEPARATOR = '\n'
/** Sections whose entries stand under names. */
const NAMED = { bases: 'basis', conditions: 'condition', events: 'event', units: 'unit' } as const
/** Sections of groups of words, any two of which go together. */
const PAIRS = { opposites: 'opposites', compatible: 'compatible conditions' } as const

/** What vocabularies declare together, by a name that is the same at two revisions; what two declare alike is there once. */
function declaredIn(roots: readonly Node[], nameOfLadder: LadderNames): Map<string, Declared> {
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
function ladderNames(before: readonly Node[], after: readonly Node[]): LadderNames {
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

/** The pieces of vocabularies at two revisions; `layer` tells those that apply to many deals from the deal's own. */
export function wordPieces(before: readonly Node[], after: readonly Node[], layer: string): Piece[] {
  const names = ladderNames(before, after)
  return paired(declaredIn(before, names), declaredIn(after, names)).map((pair) => {
    const one = (pair.after ?? pair.before) as Declared
    return {
      path: [layer, ...pair.name.split(SEPARATOR)],
      before: pair.before?.node ?? null,
      after: pair.after?.node ?? null,
      near: NEAR.word,
      cause: (): Cause => ({ kind: 'word', place: one.place, sentence: sentenceOf(pair, one) }),
    }
  })
}

function sentenceOf(
  { before, after }: { readonly before: Declared | null; readonly after: Declared | null },
  { kind, word }: Declared,
): string {
  const name = `The ${kind} "${cut(word)}"`
  if (before === null) return `${name} was added to the vocabulary.`
  if (after === null) return `${name} was taken out of the vocabulary.`
  return `${name} was edited in the vocabulary: from ${cut(before.text)} to ${cut(after.text)}.`
}

/** The words that changed, each once: a word that is new on its axis is not named again below its parent. */
export function wordChanges(before: readonly Node[], after: readonly Node[]): WordChange[] {
  const names = ladderNames(before, after)
  const out = paired(declaredIn(before, names), declaredIn(after, names))
    .filter((p) => isEdit({ before: p.before?.node ?? null, after: p.after?.node ?? null }))
    .map((p): WordChange => {
      const one = (p.after ?? p.before) as Declared
      return {
        kind: one.kind,
        word: one.word,
        state: p.before === null ? 'added' : p.after === null ? 'removed' : 'edited',
        before: p.before && p.before.text,
        after: p.after && p.after.text,
        place: one.place,
      }
    })
  const below = new Set(
    out.filter((w) => w.kind.startsWith('word under ')).map((w) => `${w.state} ${w.word}`),
  )
  return out.filter((w) => !w.kind.startsWith('word of ') || !below.has(`${w.state} ${w.word}`))
}

/** Puts a vocabulary together again. */
export function vocabularyOf(pieces: readonly { path: readonly string[]; node: Node }[], place: Place): Node {
  const section = (name: string): { path: readonly string[]; node: Node }[] =>
    pieces.filter((p) => p.path[0] === name).map((p) => ({ ...p, path: p.path.slice(1) }))
  const axes = [...new Set(section('axes').map((p) => p.path[0] ?? ''))].map((axis) => {
    const words = section('axes').filter((p) => p.path[0] === axis)
    const parents = [...new Set(words.map((p) => p.path[1] ?? '').filter((p) => p !== ''))]
    return entryOf(
      axis,
      mapNode(
        [
          ...words
            .filter((p) => p.path[1] === '')
            .map((p) => entryOf(nodeText(p.node), scalarNode('', p.node.place)))
            .map((e) => ({ ...e, value: { ...e.value, style: 'empty' as const } as Node })),
          ...parents.map((parent) =>
            entryOf(
              parent,
              listNode(
                words.filter((p) => p.path[1] === parent).map((p) => p.node),
                place,
              ),
            ),
          ),
        ],
        place,
      ),
    )
  })
  const nodes = (name: string): Node[] => section(name).map((p) => p.node)
  const named = (name: string) =>
    mapNode(
      section(name).map((p) => entryOf(p.path[0] ?? '', p.node)),
      place,
    )
  const about = section('about')[0]?.node
  const lists = ['vague', ...Object.keys(PAIRS)].filter((name) => nodes(name).length > 0)
  return mapNode(
    [
      entryOf('axes', mapNode(axes, place)),
      ...lists.map((name) => entryOf(name, listNode(nodes(name), place))),
      ...(nodes('ladders').length > 0
        ? [entryOf('ladders', mapNode([entryOf('act', listNode(nodes('ladders'), place))], place))]
        : []),
      ...Object.keys(NAMED).map((name) => entryOf(name, named(name))),
      ...(about ? [entryOf('about', about)] : []),
    ],
    place,
  )
}
