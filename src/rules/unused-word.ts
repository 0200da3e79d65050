import { facetKeys } from '../read/deal-file.ts'
import type { Place } from '../place.ts'
import type { Rule } from '../rule.ts'
import { child, type MapNode, type Node } from '../tree.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { cut, normalWord } from '../words.ts'
import { nodeAt, scalarsIn } from './of/at.ts'
import { mapsOf, oneOrMany } from './of/maps.ts'

export const unusedWord: Rule = {
  id: 'unused-word',
  severity: 'note',
  summary: 'a word that the file declares and nothing in it uses',
  why: 'It may be a slip: the claims then use a word of another reach, or none. And whoever reads the vocabulary takes it for one that matters.',
  bad: {
    yaml: `words:
  axes:
    goods: { grain: [rice, maize] }
announced:
  us:
    purchase: { act: buy, scope: rice, source: us-june }
  china:
    purchase: { act: buy, source: china-june }`,
    at: 'maize',
  },
  good: {
    yaml: `words:
  axes:
    goods: { grain: [rice] }
announced:
  us:
    purchase: { act: buy, scope: rice, source: us-june }
  china:
    purchase: { act: buy, source: china-june }`,
  },
  found: {
    by: 'deal',
    *in({ deal, root }) {
      const words = nodeAt(root, 'words')
      if (words?.kind !== 'map') return
      const [stands, joins] = [usedIn(root), joining(deal.vocabulary)]
      const isUsed = (word: string): boolean => stands(word) || joins.has(normalWord(word))
      for (const { kind, name, place } of declared(words, isUsed))
        yield {
          place,
          args: [kind, name],
          message: `The ${kind} "${cut(name)}" is declared, and nothing in the file uses it; expected a claim that does.`,
          help: 'Delete it, or use it in the claim that it was meant for.',
        }
    },
  },
}

interface Word {
  readonly kind: string
  readonly name: string
  readonly place: Place
}

/**
 * Whether a word stands anywhere in a value of a facet or in a conversion, by itself or within a longer one: more
 * than surely uses it, so that a word in use is never called unused.
 */
function usedIn(root: Node): (word: string) => boolean {
  const texts: string[] = []
  for (const { kind, map } of mapsOf(root))
    for (const { key, value } of map.entries)
      if (kind === 'conversion' || (facetKeys.includes(key) && kind !== 'words'))
        for (const { text } of scalarsIn(value)) texts.push(` ${normalWord(text).replaceAll(NO_WORD, ' ')} `)
  const all = texts.join('\n')
  return (word) => all.includes(` ${normalWord(word).replaceAll(NO_WORD, ' ')} `)
}
const NO_WORD = /[^\p{L}\p{N}\p{M}]+/gu

/** Words below two others: that these two meet is what such a word says, whether or not a claim names it. */
function joining({ axes }: Vocabulary): Set<string> {
  const seen = new Set<string>()
  const out = new Set<string>()
  for (const { children } of axes.values())
    for (const below of children.values()) for (const word of below) (seen.has(word) ? out : seen).add(word)
  return out
}

/** The words of the file that nothing uses. */
function* declared(words: MapNode, isUsed: (word: string) => boolean): Generator<Word> {
  const axes = child(words, 'axes')
  const told = new Set<string>()
  if (axes?.kind === 'map')
    for (const { value } of axes.entries)
      for (const word of unusedBelow(value, isUsed)) {
        told.add(normalWord(word.name))
        yield word
      }
  for (const node of oneOrMany(child(words, 'vague')))
    if (
      node.kind === 'scalar' &&
      !isUsed(node.text) &&
      !told.has(normalWord(node.text)) &&
      !holdsUsed(axes, node.text, isUsed)
    )
      yield { kind: 'vague word', name: node.text, place: node.place }
  for (const ladder of oneOrMany(nodeAt(words, 'ladders', 'act')))
    yield* wholeUnused('ladder', ladder, isUsed)
  for (const pair of oneOrMany(child(words, 'opposites')))
    yield* wholeUnused('pair of opposites', pair, isUsed)
  for (const [section, kind] of sections) {
    const node = child(words, section)
    if (node?.kind !== 'map') continue
    for (const { key, keyPlace } of node.entries) if (!isUsed(key)) yield { kind, name: key, place: keyPlace }
  }
}

const sections = [
  ['bases', 'basis'],
  ['conditions', 'condition'],
  ['events', 'event'],
  ['units', 'unit'],
] as const

/** A ladder or a pair of which no act is used; of one that is, the other acts say how it stands. */
function* wholeUnused(kind: string, node: Node, isUsed: (word: string) => boolean): Generator<Word> {
  const acts = [...scalarsIn(node)]
  const [first] = acts
  if (first && !acts.some((act) => isUsed(act.text))) yield { kind, name: first.text, place: first.place }
}

/** The topmost words of an axis such that neither they nor any below them are used. */
function* unusedBelow(node: Node, isUsed: (word: string) => boolean): Generator<Word> {
  if (node.kind === 'scalar') {
    if (node.style !== 'empty' && !isUsed(node.text))
      yield { kind: 'word', name: node.text, place: node.place }
  } else if (node.kind === 'list') for (const item of node.items) yield* unusedBelow(item, isUsed)
  else
    for (const { key, keyPlace, value } of node.entries)
      if (isUsed(key) || anyBelow(value, isUsed)) yield* unusedBelow(value, isUsed)
      else yield { kind: 'word', name: key, place: keyPlace }
}

/** Whether any word of a hierarchy is used. */
function anyBelow(node: Node, isUsed: (word: string) => boolean): boolean {
  if (node.kind === 'scalar') return node.style !== 'empty' && isUsed(node.text)
  if (node.kind === 'list') return node.items.some((item) => anyBelow(item, isUsed))
  return node.entries.some(({ key, value }) => isUsed(key) || anyBelow(value, isUsed))
}

/** Whether a word of the axes has another below it that is used. */
function holdsUsed(node: Node | undefined, word: string, isUsed: (word: string) => boolean): boolean {
  if (node?.kind === 'list') return node.items.some((item) => holdsUsed(item, word, isUsed))
  if (node?.kind !== 'map') return false
  return node.entries.some(
    ({ key, value }) =>
      (normalWord(key) === normalWord(word) && anyBelow(value, isUsed)) || holdsUsed(value, word, isUsed),
  )
}
