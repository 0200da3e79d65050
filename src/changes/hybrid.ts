import { dealAsOf } from '../compare/as-of.ts'
import { compareTerm } from '../compare/compare.ts'
import { buildDeal } from '../read/build.ts'
import { addWords } from '../read/parse.ts'
import { sentenceOfTerm } from '../report/sentences.ts'
import type { Entry, Node } from '../tree.ts'
import { emptyVocabulary } from '../vocabulary.ts'
import type { Verdict } from '../verdict.ts'
import { entriesIn, entryOf, listNode, mapNode, scalarNode, under } from './nodes.ts'
import { SOURCE, type TermAt } from './deal-pieces.ts'
import type { Piece } from './piece.ts'
import { NAMING } from './renamed-sources.ts'
import { vocabularyOf } from './word-pieces.ts'

/** What a term comes to: `aside` is a verdict of its own here, since it is counted by itself. */
export type Outcome = Verdict | 'aside' | 'none'

/** What a term comes to, and in which words that is told. */
export interface Told {
  readonly outcome: Outcome
  readonly sentence: string
}

/**
 * What the term comes to in the file that has these pieces edited and the others not; null where that is no deal
 * file at all: a claim without the word that it uses.
 */
export function toldOf(
  at: TermAt,
  pieces: readonly Piece[],
  edited: ReadonlySet<Piece>,
  asOf: string | null,
): Told | null {
  const there = pieces.flatMap((piece) => {
    const node = edited.has(piece) ? piece.after : piece.before
    return node ? [{ path: piece.path, node }] : []
  })
  let wrong = false
  const report = ({ severity = 'error' }: { severity?: string }): void => {
    wrong ||= severity === 'error'
  }
  const place = at.after.root.place
  const layer = (name: string): Node =>
    vocabularyOf(
      there.filter((p) => p.path[0] === name).map((p) => ({ ...p, path: p.path.slice(1) })),
      place,
    )
  const vocabulary = addWords(emptyVocabulary, layer('vocabulary'), report)
  const whole = buildDeal(fileOf(at, withSources(there, pieces), layer('words')), '-', vocabulary, report)
  const deal = whole && dealAsOf(whole, asOf)
  const term = deal?.terms.get(at.id)
  if (wrong || !deal || !term) return null
  const compared = compareTerm(deal, term, null)
  if (compared === null) return { outcome: 'none', sentence: '' }
  return {
    outcome: compared.aside ? 'aside' : compared.verdict,
    get sentence() {
      return sentenceOfTerm(deal, compared)
    },
  }
}

/**
 * The pieces, and every source that one of them names: a claim that came brings its statement. By itself a source is an
 * edit only for a silence that names them all.
 */
function withSources(there: There, pieces: readonly Piece[]): There {
  const named = new Set(there.flatMap((p) => (p.path[0] === SOURCE ? [] : namesIn(p.node))))
  const wholes = pieces.filter((p) => p.path[0] === SOURCE)
  const has = new Set(there.filter((p) => p.path[0] === SOURCE).map((p) => p.path[1]))
  const sources = wholes.flatMap((p): There => {
    const [id = '', node] = [p.path[1], p.after ?? p.before]
    if (!node || (!has.has(id) && !named.has(id))) return []
    return entriesIn(node).map((e) => ({ path: ['sources', id, e.key], node: e.value }))
  })
  return [...there.filter((p) => p.path[0] !== SOURCE), ...sources]
}

/** Every word of a node that may be the name of a source. */
const namesIn = (node: Node): string[] =>
  node.kind === 'scalar'
    ? [node.text]
    : node.kind === 'list'
      ? node.items.flatMap(namesIn)
      : node.entries.flatMap((e) => (NAMING.includes(e.key) ? namesIn(e.value) : []))

type There = readonly { readonly path: readonly string[]; readonly node: Node }[]

/** A deal file with this one term; the other terms are there by name, since claims may refer to them. */
function fileOf(at: TermAt, there: There, words: Node): Node {
  const place = at.after.root.place
  const of = (...path: readonly string[]): There =>
    there.filter((p) => path.every((step, i) => p.path[i] === step))
  const map = (entries: readonly Entry[]): Node => mapNode(entries, place)
  const others = new Set(
    [at.before, at.after].flatMap(({ root }) => entriesIn(under(root, 'terms')).map((e) => e.key)),
  )
  others.delete(at.id)
  const stub = map([entryOf('title', scalarNode('-', place))])
  const ids = [...new Set(of('sources').map((p) => p.path[1] ?? ''))]
  const entriesUnder = (...section: readonly string[]): Node[] =>
    of('entry')
      .filter((p) => section.every((step, i) => p.path[i + 2] === step))
      .map((p) => p.node)
  const announcing = [
    ...new Set(
      of('entry')
        .filter((p) => p.path[2] === 'announced')
        .map((p) => p.path[3] ?? ''),
    ),
  ]
  const conversions = of('conversions').map((p) => p.node)
  const [joint, reports] = [entriesUnder('jointly'), entriesUnder('reported')]
  return map([
    entryOf('deal', scalarNode('hybrid', place)),
    ...[...of('parties'), ...of('dollar')].map((p) => entryOf(p.path[0] ?? '', p.node)),
    entryOf('words', words),
    ...(conversions.length > 0 ? [entryOf('conversions', listNode(conversions, place))] : []),
    entryOf(
      'sources',
      map(ids.map((id) => entryOf(id, map(of('sources', id).map((p) => entryOf(p.path[2] ?? '', p.node)))))),
    ),
    entryOf(
      'terms',
      map([
        entryOf(at.id, map(of('term').map((p) => entryOf(p.path[1] ?? '', p.node)))),
        ...[...others].map((id) => entryOf(id, stub)),
      ]),
    ),
    ...(joint.length > 0 ? [entryOf('jointly', map([entryOf(at.id, listNode(joint, place))]))] : []),
    entryOf(
      'announced',
      map(
        announcing.map((party) =>
          entryOf(party, map([entryOf(at.id, listNode(entriesUnder('announced', party), place))])),
        ),
      ),
    ),
    ...(reports.length > 0 ? [entryOf('reported', listNode(reports, place))] : []),
  ])
}
