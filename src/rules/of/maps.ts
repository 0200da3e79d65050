import { child, type Entry, type MapNode, type Node } from '../../tree.ts'

/** The kinds of maps of a deal file whose keys have names that the file does not choose. */
export type MapKind =
  | 'deal'
  | 'party'
  | 'words'
  | 'ladder'
  | 'basis'
  | 'conversion'
  | 'source'
  | 'seen'
  | 'term'
  | 'assume'
  | 'claim'
  | 'silence'
  | 'reported'
  | 'fate'

/** A map of the file, and what it is by where it stands. */
export interface Written {
  readonly kind: MapKind
  readonly map: MapNode
}

/** What a party announced of a term: the entry of the file that holds its history. */
interface WrittenHistory {
  /** Null for a joint text. */
  readonly party: string | null
  readonly entry: Entry
}

/** Every such map of a deal file, as far as it has the shape of one: rules on the tree run on files with errors too. */
export function* mapsOf(root: Node): Generator<Written> {
  if (root.kind !== 'map') return
  yield { kind: 'deal', map: root }
  for (const node of valuesUnder(root, 'parties')) yield* maps('party', node)
  const words = child(root, 'words')
  if (words?.kind === 'map') {
    yield { kind: 'words', map: words }
    const ladders = child(words, 'ladders')
    if (ladders?.kind === 'map') for (const node of valuesUnder(ladders, 'act')) yield* maps('ladder', node)
    for (const node of valuesUnder(words, 'bases')) yield* maps('basis', node)
  }
  for (const node of valuesUnder(root, 'conversions')) yield* maps('conversion', node)
  for (const node of valuesUnder(root, 'sources')) {
    yield* maps('source', node)
    if (node.kind === 'map') for (const copy of oneOrMany(child(node, 'seen'))) yield* maps('seen', copy)
  }
  for (const node of valuesUnder(root, 'terms')) {
    yield* maps('term', node)
    const assume = node.kind === 'map' ? child(node, 'assume') : undefined
    if (assume) yield* maps('assume', assume)
  }
  for (const { entry } of historiesOf(root))
    for (const node of oneOrMany(entry.value)) yield* maps(isSilence(node) ? 'silence' : 'claim', node)
  for (const node of valuesUnder(root, 'reported')) yield* maps('reported', node)
  for (const node of valuesUnder(root, 'fates')) yield* maps('fate', node)
}

/** The histories as they are written, joint ones first. */
export function* historiesOf(root: Node): Generator<WrittenHistory> {
  if (root.kind !== 'map') return
  const jointly = child(root, 'jointly')
  if (jointly?.kind === 'map') for (const entry of jointly.entries) yield { party: null, entry }
  const announced = child(root, 'announced')
  if (announced?.kind !== 'map') return
  for (const { key, value } of announced.entries)
    if (value.kind === 'map') for (const entry of value.entries) yield { party: key, entry }
}

const silenceKeys = ['silent', 'declined', 'noted-by', 'general', 'not-applicable']

/** As reading tells a silence from a claim. */
export const isSilence = (node: Node): boolean =>
  node.kind === 'map' &&
  node.entries.some((e) => silenceKeys.includes(e.key)) &&
  !node.entries.some((e) => e.key === 'source')

/** What stands under a key: the values of a map, the items of a list. */
function valuesUnder(map: MapNode, key: string): readonly Node[] {
  const node = child(map, key)
  if (node?.kind === 'map') return node.entries.map((e) => e.value)
  return node?.kind === 'list' ? node.items : []
}

/** The items of a list, or the one thing that stands in its place. */
export const oneOrMany = (node: Node | undefined): readonly Node[] =>
  node === undefined ? [] : node.kind === 'list' ? node.items : [node]

function* maps(kind: MapKind, node: Node): Generator<Written> {
  if (node.kind === 'map') yield { kind, map: node }
}
