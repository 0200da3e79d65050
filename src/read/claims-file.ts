import type { Deal, Reported, Source } from '../deal.ts'
import { completer, type Diagnostic, sortDiagnostics } from '../diagnostic.ts'
import { startOf, type Text } from '../place.ts'
import { child, type Node } from '../tree.ts'
import { type Day, lastDay, readDay } from '../values/time.ts'
import { cut, normalWord, orList } from '../words.ts'
import { attributedFields, facetFields, facetKeys, such } from './claim-file.ts'
import { helpForClaims } from './claims-words.ts'
import { date } from './date-shape.ts'
import { seen, webAddress } from './deal-file.ts'
import { readFacets, readFormer, startOfTerm } from './entries.ts'
import { may, must, type ObjectOf, object } from './object.ts'
import { partNames } from './part-names.ts'
import { list, nearTo, oneOrMany, raw, type Reader, ref, shared, telling } from './shape.ts'
import { excerpts, stamp } from './stamp.ts'
import { readYaml } from './yaml/read.ts'

/** The definition of a file of what one article claims: types, reading, messages and JSON Schema come from it. */

const claimFields = {
  deal: may(such('the name of a deal', 'london'), 'The deal it is about; needed where several are named.'),
  term: must(ref('term'), 'The term of the deal that it is about.'),
  ...attributedFields,
}
const claimShape = shared(
  'claim-of-an-article',
  telling(
    object('a claim of an article', { ...claimFields, ...facetFields } as typeof claimFields, facetKeys),
    { description: 'What the article says of one term: in own words, in facets, or both.' },
  ),
)
const articleFields = {
  by: must(such('who wrote it', 'Reuters', 'Jane Doe'), 'Who wrote it.'),
  title: may(such('a title', 'Trump says deal is done'), 'Its title.'),
  issuer: may(such('who published it', 'Reuters'), 'Who published it.'),
  date: must(date, 'The day, or the month, on which it was published.'),
  url: may(webAddress, 'Its address.'),
  seen: may(oneOrMany(seen), 'Where it was read, where that is not its own address.'),
  claims: must(
    telling(list(raw('claims', {})), { items: claimShape.schema, minItems: 1 }),
    'What it says was announced or agreed, a claim for each term.',
  ),
}
export const articleShape = object('a file of claims', articleFields)
type ArticleFile = ObjectOf<typeof articleFields>

/** An article, read: nothing in it is ever a party's word. */
export interface Article {
  readonly path: string
  readonly title: string | null
  readonly source: Source
  readonly claims: readonly { readonly deal: Deal; readonly claim: Reported }[]
}

/** What became of a file of claims. */
interface ParsedArticle {
  /** Null where the file has an error: then nothing of it is judged. */
  readonly article: Article | null
  /** Whether the text is one YAML document at all. */
  readonly readable: boolean
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Reads a file of claims against the deals that they can be about: each claim in the vocabulary of its deal. Collects
 * every mistake; never throws, whatever the file holds.
 */
export function parseArticle(file: Text, deals: readonly Deal[]): ParsedArticle {
  const { root, readable, diagnostics: found } = readYaml(file.text, file.path)
  const complete = completer()
  const reader: Reader = { report: (f) => void found.push(complete(f)), names: new Map() }
  const read = root ? articleShape.read(root, reader) : undefined
  // What is wrong with the article keeps no mistake of its claims from being found.
  const below = root?.kind === 'map' ? child(root, 'claims') : undefined
  const nodes = below?.kind === 'list' ? below.items : []
  const article = articleOf(read ?? null, nodes, file.path, deals, reader)
  const told = found.map((d) => (d.rule === 'yaml-empty' ? { ...d, help: BEGIN } : d))
  const diagnostics = sortDiagnostics(stamp(told, root, excerpts([file])))
  const failed = diagnostics.some((d) => d.severity === 'error')
  return { article: failed ? null : article, readable, diagnostics }
}

/** What to do about an empty file. */
const BEGIN = 'Say `by:` who wrote the article, its `date:`, and under `claims:` what it says of each term.'

/** A day for the claims of a file that has none; such a file is an error. */
const NO_DAY = '1000-01-01'

function articleOf(
  file: ArticleFile | null,
  nodes: readonly Node[],
  path: string,
  deals: readonly Deal[],
  reader: Reader,
): Article {
  const date = file?.date ?? NO_DAY
  const url = file?.url ?? null
  const own = url === null ? [] : [{ copy: 'original', via: null, url }]
  const source: Source = {
    id: path,
    party: [],
    by: file?.by ?? '',
    kind: 'press',
    issuer: file?.issuer ?? null,
    date,
    day: lastDay(date) as string,
    read: null,
    seen: [...own, ...(file?.seen ?? []).map(({ copy, via, url: at }) => ({ copy, via, url: at }))],
    aside: false,
    place: startOf(path),
  }
  const claims = nodes.flatMap((node) => {
    const deal = dealOf(node, deals, reader)
    const claim = deal && readClaim(node, deal, source, reader)
    return deal && claim ? [{ deal, claim }] : []
  })
  return { path, title: file?.title ?? null, source, claims }
}

/** The deal that a claim names, or the only one there is; what is wrong with the name is reported. */
function dealOf(node: Node, deals: readonly Deal[], { report }: Reader): Deal | null {
  const [only, ...more] = deals
  const ids = deals.map((d) => d.id)
  const written = node.kind === 'map' ? child(node, 'deal') : undefined
  if (written?.kind === 'scalar') {
    const name = normalWord(written.text)
    const found = deals.find((d) => [d.id, ...d.aliases].some((n) => normalWord(n) === name))
    if (found) return found
    report({
      rule: 'unknown-word',
      place: written.place,
      message: `"${cut(written.text)}" is none of the deals that the claims are held against; expected ${orList(ids)}.`,
      help: 'Name the deal on the command line as well: dealdiff press DEAL --claims FILE.',
      meant: () => nearTo(written.text, ids),
    })
    return null
  }
  // A deal that is no text is told of by the shape of the claim.
  if (written !== undefined || more.length === 0 || node.kind !== 'map') return only ?? null
  report({
    rule: 'missing-key',
    place: node.entries[0]?.keyPlace ?? node.place,
    args: ['deal'],
    message: `The claim has no \`deal\`, and there are several; expected ${orList(ids)}.`,
    help: 'Write `deal:` in each claim, or name one deal on the command line.',
  })
  return null
}

function readClaim(node: Node, deal: Deal, source: Source, outer: Reader): Reported | null {
  // The words that a claim may use are the deal's: they are not declared in this file.
  const report: Reader['report'] = (f) =>
    outer.report(
      f.help === undefined ? f : { ...f, help: helpForClaims(f.help, f.message, deal.path, deal.vocabulary) },
    )
  const reader: Reader = {
    report,
    names: new Map([
      ['party', deal.parties.map((p) => p.id)],
      ['term', [...deal.terms.keys()]],
    ]),
    of: `the deal ${deal.id}`,
  }
  const read = claimShape.read(node, reader)
  const term = read && deal.terms.get(read.term)
  if (!read || !term) return null
  const context = {
    assuming: false,
    vocabulary: deal.vocabulary,
    dollar: deal.dollar,
    choices: term.choices,
    assumedStart: startOfTerm(term),
    said: readDay(source.day) as Day,
    termIds: [...deal.terms.keys()],
    report,
  }
  const stated = readFacets(node, context)
  if (read.says === null && !facetKeys.some((key) => read.at.has(key)))
    report({
      rule: 'empty-claim',
      place: node.place,
      message: 'The claim says nothing; expected a facet, or `says`.',
      help: 'Say in your own words under `says` what the article says.',
    })
  return {
    term: term.id,
    attributed: [...new Set(read.attributed ?? [])],
    source,
    part: read.part === null ? null : partOf(deal, term.id, read.part),
    says: read.says,
    quote: read.quote,
    was: readFormer(read.was, context),
    returns: read.returns,
    stated,
    place: node.place,
  }
}

/** A part is called as the deal calls it, however it is spelt here. */
function partOf(deal: Deal, term: string, written: string): string {
  const name = partNames()
  for (const entries of deal.histories.get(term)?.values() ?? [])
    for (const entry of entries) if (entry.kind === 'claim' && entry.part !== null) name(term, entry.part)
  for (const reported of deal.reported)
    if (reported.term === term && reported.part !== null) name(term, reported.part)
  return name(term, written)
}
