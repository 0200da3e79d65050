import { addressOf, type Deal } from '../deal.ts'
import type { EntryChange } from '../report/report.ts'
import { compareWording } from '../report/wording.ts'
import type { Node } from '../tree.ts'
import { fieldChanges } from './fields.ts'
import { itemsIn, nodeText, sameNode, under } from './nodes.ts'

/** One revision of a file, and the name that the term has there. */
export interface FatesAt {
  readonly root: Node
  readonly deal: Deal
  readonly term: string
}

/** Told beside the fields: the term itself is what is looked at, and own words are told word by word. */
const ASIDE = ['term', 'says']

/**
 * The fates of a term that were added, removed or edited. They bear on no verdict and so are no causes; a reader of an
 * edit sees them all the same.
 */
export function fateChanges(before: FatesAt | null, after: FatesAt | null): EntryChange[] {
  const [old, now] = [nodesOf(before), nodesOf(after)]
  const of = new Map<Node, Node>()
  const left = new Set(old)
  for (const mark of marks)
    for (const node of now) {
      const found = of.has(node) ? undefined : [...left].find((b) => mark(b) === mark(node))
      if (!found) continue
      of.set(node, found)
      left.delete(found)
    }
  return [
    ...now.map((node) => fateChange(of.get(node) ?? null, node, after)),
    ...[...left].map((node) => fateChange(node, null, before)),
  ].filter((change) => change !== null)
}

const nodesOf = (at: FatesAt | null): Node[] =>
  at === null
    ? []
    : itemsIn(under(at.root, 'fates')).filter((node) => {
        const term = under(node, 'term')
        return term !== undefined && nodeText(term) === at.term
      })

const textUnder = (node: Node | null, key: string): string | null => {
  const found = under(node, key)
  return found === undefined ? null : nodeText(found)
}

/** What two have in common where they are one, edited; the surest first. A renamed term changes no fate. */
const marks: readonly ((node: Node) => string)[] = [
  (node) =>
    ['part', 'fate', 'date', 'deal', 'says', 'source'].map((key) => textUnder(node, key) ?? '').join('\n'),
  (node) => `${textUnder(node, 'part') ?? ''}\n${textUnder(node, 'date') ?? ''}`,
  (node) => `${textUnder(node, 'part') ?? ''}\n${textUnder(node, 'fate') ?? ''}`,
]

function fateChange(before: Node | null, after: Node | null, at: FatesAt | null): EntryChange | null {
  const one = after ?? before
  if (!one) return null
  const fields = fieldChanges(before, after, ASIDE)
  const [was, is] = [textUnder(before, 'says'), textUnder(after, 'says')]
  if (before && after && (sameNode(before, after) || (fields.length === 0 && was === is))) return null
  const source = at?.deal.sources.get(textUnder(one, 'source') ?? '') ?? null
  return {
    kind: 'fate',
    state: before === null ? 'added' : after === null ? 'removed' : 'edited',
    parties: [],
    part: textUnder(one, 'part'),
    source: source?.id ?? null,
    by: source?.by ?? null,
    date: textUnder(one, 'date'),
    url: source === null ? null : addressOf(source),
    facets: fields
      .filter(({ field }) => (before && after) || !['source', 'part', 'date'].includes(field))
      .map((field) => ({ ...field, axis: null })),
    says: was === is ? null : compareSays(was, is),
    quote: null,
    newQuote: null,
    place: one.place,
  }
}

const compareSays = (was: string | null, is: string | null): EntryChange['says'] =>
  compareWording(was ?? '', is ?? '').map(({ text, only }) => ({
    text,
    only: only === 'a' ? 'before' : only === 'b' ? 'after' : null,
  }))
