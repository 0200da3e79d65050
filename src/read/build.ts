import { namedByFatesOnly, readFates } from './fates.ts'
import { readSource } from './source.ts'
import type { Conversion, Deal, Entry, Party, Term } from '../deal.ts'
import { type DealFile, dealShape } from './deal-file.ts'
import { type ContextFor, maker, readFacets, readReported } from './entries.ts'
import { checkAssumed, checkNames, checkParts, checkQuestion } from './checks.ts'
import type { Place } from '../place.ts'
import { partNames } from './part-names.ts'
import { type Finding, nearTo, type Reader } from './shape.ts'
import { child, type MapNode, type Node } from '../tree.ts'
import { findConversion, readConversion } from '../values/conversion.ts'
import type { Day } from '../values/time.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { extendVocabulary } from './vocabulary-file.ts'
import { cut, normalWord, orList } from '../words.ts'

/** Makes a deal of a file's tree; mistakes are reported, and what they leave of the deal is given. */
export function buildDeal(
  root: Node,
  path: string,
  vocabulary: Vocabulary,
  report: (finding: Finding) => void,
): Deal | null {
  const reader: Reader = { report, names: declaredNames(root) }
  const read = dealShape.read(root, reader)
  return read && root.kind === 'map' ? build(read, root, path, vocabulary, reader) : null
}

/** The names that a file declares, before anything of it is read: so that a reference may stand anywhere. */
function declaredNames(root: Node): Reader['names'] {
  const keys = (section: string): string[] => {
    const node = root.kind === 'map' ? child(root, section) : undefined
    return node?.kind === 'map' ? node.entries.map((e) => e.key) : []
  }
  return new Map([
    ['party', keys('parties')],
    ['source', keys('sources')],
    ['term', keys('terms')],
  ])
}

function build(file: DealFile, root: MapNode, path: string, base: Vocabulary, reader: Reader): Deal {
  const { report } = reader
  const vocabulary = file.words ? extendVocabulary(base, file.words, reader) : base
  const parties: Party[] = file.parties.map(({ name, value }) => ({
    id: name,
    name: value.name,
    short: value.short ?? value.name,
  }))
  if (parties.length < 2)
    report({
      rule: 'too-few-parties',
      place: file.at.get('parties') ?? file.place,
      message: `The deal has ${parties.length === 1 ? 'one party' : 'no party'}; expected two or more.`,
      help: 'Declare everyone under `parties` whose word is set beside another’s, also who said nothing.',
    })
  const stem = stemOf(path)
  if (stem !== null && stem !== file.deal)
    report({
      rule: 'deal-not-file',
      place: file.at.get('deal') ?? file.place,
      message: `The deal is called "${cut(file.deal)}" in a file called "${cut(stem)}"; expected one name for both.`,
      help: `Write \`deal: ${stem}\`, or rename the file.`,
    })
  checkNames(file, report)
  const aside = namedByFatesOnly(root)
  const sources = new Map(
    file.sources.map(({ name, value, place }) => [
      name,
      readSource(name, value, place, aside.has(name), report),
    ]),
  )
  const terms = new Map<string, Term>()
  const context: ContextFor = (term, said, start, assuming = false) => ({
    assuming,
    vocabulary,
    dollar: file.dollar,
    choices: term.choices,
    assumedStart: start,
    said,
    termIds: file.terms.map((t) => t.name),
    report,
  })
  for (const { name, value, place } of file.terms) {
    const choices = value.choices?.map(normalWord) ?? null
    const assume = value.assume ? readFacets(value.assume, context({ choices }, FAR, null, true)) : []
    checkAssumed(value.assume, report)
    checkQuestion(name, value, place, report)
    terms.set(name, {
      id: name,
      title: value.title,
      topic: value.topic,
      subject: value.subject,
      obligor: (value.obligor ?? []).filter((o) => o !== 'none'),
      nature: value.nature ?? 'commitment',
      between: parties.map((p) => p.id).filter((id) => value.between === null || value.between.includes(id)),
      choices,
      assume,
      place,
    })
  }
  const histories = new Map<string, Map<string, Entry[]>>()
  const put = (entry: Entry): void => {
    const ofTerm = histories.get(entry.term) ?? new Map<string, Entry[]>()
    histories.set(entry.term, ofTerm)
    const history = ofTerm.get(entry.party) ?? []
    ofTerm.set(entry.party, history)
    history.push(entry)
  }
  const partOf = partNames()
  const make = maker(sources, terms, context, partOf, reader)
  for (const { key, value, keyPlace } of mapUnder(root, 'jointly', 'terms', reader))
    if (known(key, 'term', keyPlace, reader))
      for (const node of items(value, reader))
        make(node, key, null, node === value ? keyPlace : undefined).forEach(put)
  for (const announced of mapUnder(root, 'announced', 'parties', reader))
    if (known(announced.key, 'party', announced.keyPlace, reader))
      for (const { key, value, keyPlace } of entriesOf(announced.value, 'terms', reader))
        if (known(key, 'term', keyPlace, reader))
          for (const node of items(value, reader))
            make(node, key, announced.key, node === value ? keyPlace : undefined).forEach(put)
  const deal: Deal = {
    path,
    id: file.deal,
    title: file.title ?? file.deal,
    aliases: (file.aliases ?? []).map((a) => a.value),
    held: file.held,
    recordCloses: file['record-closes'],
    dollar: file.dollar,
    follows: file.follows,
    parties,
    sources,
    terms,
    histories,
    reported: readReported(root, sources, terms, context, partOf, reader),
    fates: readFates(file, sources, partOf, report),
    vocabulary,
    conversions: readConversions(file, vocabulary, report),
  }
  checkParts(deal, report)
  return deal
}

/** A day for facets that no statement dates. */
const FAR: Day = { year: 1000, month: 1, day: 1 }
const stemOf = (path: string): string | null => /([^/\\:]+)\.ya?ml$/i.exec(path)?.[1] ?? null
function items(node: Node, { report }: Reader): readonly Node[] {
  if (node.kind !== 'list') return [node]
  if (node.items.length === 0)
    report({
      rule: 'empty-set',
      place: node.place,
      message: 'The list is empty; expected a claim, or a silence.',
    })
  return node.items
}

function entriesOf(node: Node | undefined, what: string, { report }: Reader): MapNode['entries'] {
  if (!node) return []
  if (node.kind === 'map') return node.entries
  report({ rule: 'wrong-type', place: node.place, message: `Found no map of ${what} here; expected one.` })
  return []
}
function mapUnder(root: MapNode, key: string, what: string, reader: Reader): MapNode['entries'] {
  const node = child(root, key)
  return node?.kind === 'scalar' && node.style === 'empty' ? [] : entriesOf(node, what, reader)
}

function known(name: string, kind: 'party' | 'term', place: Place, reader: Reader): boolean {
  const names = reader.names.get(kind) ?? []
  if (names.includes(name)) return true
  reader.report({
    rule: `unknown-${kind}`,
    place,
    message: `"${cut(name)}" is no ${kind} of this file; expected ${names.length > 0 ? orList(names, 6) : 'one that is declared'}.`,
    help: `Declare it under \`${kind === 'party' ? 'parties' : 'terms'}:\`.`,
    meant: () => nearTo(name, names),
  })
  return false
}

function readConversions(file: DealFile, vocabulary: Vocabulary, report: Reader['report']): Conversion[] {
  const out: Conversion[] = []
  for (const { that, is, source, place, at } of file.conversions ?? []) {
    const said = at.get('is') ?? place
    const read = readConversion(that, is, new Set(vocabulary.bases.keys()), vocabulary.about)
    if ('wrong' in read)
      report({
        rule: 'bad-value',
        place: said,
        message: `Cannot understand the conversion: ${read.wrong}; expected \`that: BASIS, is: BASIS + 25 pp\` or \`that: 1 GBP, is: 1.35 USD\`.`,
      })
    else {
      const already = findConversion(out, read.of, read.that)
      if (already)
        report({
          rule: 'conversion-twice',
          place: said,
          message: `How "${read.that}" follows from "${read.of}" is said already; expected one way from a basis to another.`,
          help: 'Keep the one whose source ranks higher, and delete the other.',
        })
      else out.push({ ...read, source, place })
    }
  }
  return out
}
