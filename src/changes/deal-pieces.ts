import { nameIn } from '../deal.ts'
import { andList, capital } from '../names.ts'
import { namedByFatesOnly } from '../read/fates.ts'
import { aspectLabels, keyLabels, ON_AXIS, YES_OR_NO } from '../report/labels.ts'
import type { Cause, EntryChange } from '../report/report.ts'
import type { Node } from '../tree.ts'
import { cut } from '../words.ts'
import { type Entry, entriesOf, matchEntries } from './entries.ts'
import { entryChange } from './entry-changes.ts'
import { entriesIn, itemsIn, nodeText, under } from './nodes.ts'
import { NEAR, paired, type Piece } from './piece.ts'
import { type Readable, rootsOf } from './revised.ts'
import { wordPieces } from './word-pieces.ts'

/** Where a piece stands that is a whole source, of one revision alone. */
export const SOURCE = 'source'

/** The same term at two revisions; it may have had another name. */
export interface TermAt {
  readonly before: Readable
  readonly after: Readable
  readonly was: string
  readonly id: string
}

/** Everything of two revisions of a deal and its vocabularies that can bear on the verdict of one term. */
export function piecesOf({ before, after, was, id }: TermAt): Piece[] {
  const keyed = (node: Node | undefined): Map<string, Node> =>
    new Map(entriesIn(node).map((e) => [e.key, e.value]))
  const sections = (key: string): [Node | undefined, Node | undefined] => [
    under(before.root, key),
    under(after.root, key),
  ]
  const out: Piece[] = []
  out.push(...wordPieces(rootsOf(before.words), rootsOf(after.words), 'vocabulary'))
  const [ownBefore, ownAfter] = sections('words')
  out.push(...wordPieces(ownBefore ? [ownBefore] : [], ownAfter ? [ownAfter] : [], 'words'))
  for (const key of ['parties', 'dollar']) {
    const [x, y] = sections(key)
    out.push(whole([key], x, y, key === 'parties' ? 'party' : 'deal', `The deal's \`${key}\``, NEAR.deal))
  }
  const conversions = (root: Node): Map<string, Node> =>
    new Map(itemsIn(under(root, 'conversions')).map((n, i) => [conversionName(n, i), n]))
  for (const pair of paired(conversions(before.root), conversions(after.root)))
    out.push(
      whole(
        ['conversions', pair.name],
        pair.before,
        pair.after,
        'conversion',
        `The conversion of ${pair.name}`,
        NEAR.conversion,
      ),
    )
  out.push(...sourcePieces(statementsIn(before.root), statementsIn(after.root)))
  const term = (root: Node, name: string): Map<string, Node> => keyed(under(under(root, 'terms'), name))
  for (const pair of paired(term(before.root, was), term(after.root, id)))
    out.push(
      whole(
        ['term', pair.name],
        pair.before,
        pair.after,
        'term',
        `The term's "${labels[pair.name] ?? pair.name.replaceAll('-', ' ')}"`,
        NEAR.term,
        NAMING_PARTIES.has(pair.name) ? (node) => partiesText(after.deal, node) : nodeText,
      ),
    )
  const entries = matchEntries(
    entriesOf(before.root, before.deal, was, id),
    entriesOf(after.root, after.deal, id),
  )
  for (const [i, pair] of entries.entries()) out.push(entryPiece(pair, i, after))
  return out
}

/** Keys of a term whose value is the name of a party, or a list of them. */
const NAMING_PARTIES: ReadonlySet<string> = new Set(['obligor', 'between'])
const partiesText = (deal: Readable['deal'], node: Node): string =>
  andList(itemsIn(node).map((item) => nameIn(deal, nodeText(item))))

const conversionName = (node: Node, i: number): string => {
  const that = under(node, 'that')
  return that ? nodeText(that) : String(i)
}

/** A key with all that stands under it. */
function whole(
  path: readonly string[],
  before: Node | undefined | null,
  after: Node | undefined | null,
  kind: Cause['kind'],
  name: string,
  near: number,
  text: (node: Node) => string = nodeText,
): Piece {
  const place = (after ?? before)?.place
  return {
    path,
    before: before ?? null,
    after: after ?? null,
    near,
    cause: () => ({
      kind,
      place: place as Cause['place'],
      gone: !after,
      sentence: !before
        ? `${name} was added: ${cut(text(after as Node))}.`
        : !after
          ? `${name} was taken out: ${cut(text(before))}.`
          : `${name} was edited: from ${cut(text(before))} to ${cut(text(after))}.`,
    }),
  }
}

/** The statements of a file; what only tells of a fate bears on no verdict. */
function statementsIn(root: Node): ReadonlyMap<string, Node> {
  const aside = root.kind === 'map' ? namedByFatesOnly(root) : new Set<string>()
  return new Map(
    entriesIn(under(root, 'sources')).flatMap((e) => (aside.has(e.key) ? [] : [[e.key, e.value]])),
  )
}

/** A source of both revisions key by key, since a rank or a date decides by itself; one of a single revision as a whole. */
function sourcePieces(before: ReadonlyMap<string, Node>, after: ReadonlyMap<string, Node>): Piece[] {
  const of = (node: Node): Map<string, Node> => new Map(entriesIn(node).map((e) => [e.key, e.value]))
  return paired(before, after).flatMap(({ name, before: was, after: is }) => {
    const source = `the source "${cut(name)}"`
    if (!was || !is) return [whole([SOURCE, name], was, is, 'source', capital(source), NEAR.source)]
    return paired(of(was), of(is)).map((key) =>
      whole(
        ['sources', name, key.name],
        key.before,
        key.after,
        key.name === 'kind' ? 'rank' : 'source',
        `${key.name === 'kind' ? 'The rank' : `The \`${key.name}\``} of ${source}`,
        NEAR.source,
      ),
    )
  })
}

function entryPiece(
  pair: { readonly before: Entry | null; readonly after: Entry | null },
  number: number,
  { deal }: Readable,
): Piece {
  const one = (pair.after ?? pair.before) as Entry
  return {
    path: ['entry', String(number), ...one.section],
    before: pair.before?.node ?? null,
    after: pair.after?.node ?? null,
    near: NEAR.entry,
    cause: () => ({
      kind: one.said.kind,
      place: one.node.place,
      gone: pair.after === null,
      sentence: entrySentence(pair, deal),
    }),
  }
}

/** What became of a claim, a silence or a report, as a sentence. */
function entrySentence(
  { before, after }: { readonly before: Entry | null; readonly after: Entry | null },
  deal: Readable['deal'],
): string {
  const one = (after ?? before) as Entry
  const { said } = one
  const who = andList(one.parties.map((p) => nameIn(deal, p)))
  const change = entryChange(before, after)
  const by = said.kind === 'silence' ? '' : ` of ${said.source.date} by ${said.source.by}`
  const value = (field: string, text: string): string =>
    cut(field === 'attributed' ? andList(text.split(', ').map((id) => nameIn(deal, id))) : text)
  const edits = (change?.facets ?? [])
    .filter((f) => f.before !== f.after)
    .map((f) => {
      const [was, is] = [f.before, f.after].map((text) => (text === null ? 'nothing' : value(f.field, text)))
      return `"${nameOf(f)}" ${f.before === null ? 'now' : `from ${was} to`} ${is}`
    })
  const how = edits.length > 0 ? `: ${edits.join('; ')}` : ' in its wording'
  const words =
    said.kind === 'silence'
      ? ''
      : said.stated.length > 0
        ? said.stated.map((s) => s.text).join('; ')
        : (said.says ?? said.quote ?? '')
  if (said.kind === 'silence') {
    const name = `The record of ${possessive(who)} silence was`
    if (before === null || after === null) return `${name} ${before === null ? 'added' : 'taken out'}.`
    return `${name} edited${how}.`
  }
  const name =
    said.kind === 'reported'
      ? `A report${who === '' ? '' : ` of ${who}`}${by}`
      : `${capital(possessive(who))} claim${by}`
  if (before === null) return `${name} was added: ${cut(words)}.`
  if (after === null) return `${name} was taken out: ${cut(words)}.`
  return `${name} was edited${how}.`
}

const labels: { readonly [key: string]: string } = { ...aspectLabels, ...keyLabels }

/** A facet or a key as the screens call it, beside its values. */
function nameOf({ field, axis, before, after }: EntryChange['facets'][number]): string {
  if (axis !== null && axis !== 'unplaced') return `${ON_AXIS} ${axis.replaceAll('-', ' ')}`
  const isAnswer = [before, after].every((text) => text === null || text === 'yes' || text === 'no')
  if (field === 'measure' && isAnswer) return YES_OR_NO
  return labels[field] ?? field.replaceAll('-', ' ')
}

const possessive = (name: string): string => (name.endsWith('s') ? `${name}'` : `${name}'s`)
