import type { Place } from '../place.ts'
import type { Cause } from '../report/report.ts'
import type { Node } from '../tree.ts'
import { cut } from '../words.ts'
import {
  type Declared,
  declaredIn,
  ladderNames,
  NAMED,
  type Pair,
  PAIRS,
  parentOf,
  SEPARATOR,
} from './declared.ts'
import { entryOf, listNode, mapNode, nodeText, scalarNode } from './nodes.ts'
import { NEAR, paired, type Piece } from './piece.ts'

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
      cause: (): Cause => ({
        kind: 'word',
        place: one.place,
        sentence: sentenceOf(pair, one),
        gone: pair.after === null,
      }),
    }
  })
}

function sentenceOf({ before, after }: Pair, { kind, word }: Declared): string {
  const parent = parentOf(kind)
  if (parent !== null)
    return `In the vocabulary, "${cut(word)}" was ${before === null ? 'put under' : 'taken from under'} "${cut(parent)}".`
  const name = `The ${kind} "${cut(word)}"`
  if (before === null) return `${name} was added to the vocabulary.`
  if (after === null) return `${name} was taken out of the vocabulary.`
  return `${name} was edited in the vocabulary: from ${cut(before.text)} to ${cut(after.text)}.`
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
