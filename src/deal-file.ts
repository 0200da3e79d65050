import { kinds, natures } from './deal.ts'
import { facets } from './facets/index.ts'
import {
  type ObjectOf,
  type Shape,
  either,
  flag,
  list,
  may,
  must,
  named,
  object,
  oneOf,
  oneOrMany,
  raw,
  ref,
  refine,
  scalar,
  text,
} from './shape.ts'
import { describeNode } from './tree.ts'
import { lastDay } from './values/time.ts'
import { isCurrency } from './values/units.ts'
import { vocabularyFields } from './vocabulary.ts'

/** The definition of a deal file: types, reading, messages and JSON Schema all come from it. */

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/

/** A day, a month or an instant, as it is written. */
const date: Shape<string> = scalar(
  'a day such as 2025-06-11, a month such as 2025-06, or an instant',
  { type: 'string', examples: ['2025-06-11', '2025-06'] },
  (value, node, reader) => {
    if (lastDay(value.trim()) !== null) return value.trim()
    reader.report({
      rule: 'bad-date',
      place: node.place,
      message: `Found ${describeNode(node)}; expected a day such as 2025-06-11, a month such as 2025-06, or an instant.`,
    })
    return undefined
  },
)

const currencyCode = refine(text('a currency such as USD'), (code, node, reader) => {
  if (isCurrency(code)) return code
  reader.report({ rule: 'unknown-word', place: node.place, message: `"${code}" is no currency; expected a code of ISO 4217 such as USD.` })
  return undefined
})

/** At most so many words stand in a quote. */
const QUOTE_WORDS = 12
const quote = refine(text('a few words, as they were said'), (value, node, reader) => {
  // Chinese has no spaces: a character counts as half a word there.
  const han = (value.match(/\p{Script=Han}/gu) ?? []).length
  const spaced = value.replaceAll(/\p{Script=Han}/gu, ' ').split(/\s+/).filter((w) => /[\p{L}\p{N}]/u.test(w)).length
  if (spaced + Math.ceil(han / 2) > QUOTE_WORDS)
    reader.report({
      rule: 'long-quote',
      severity: 'warning',
      place: node.place,
      message: `The quote has ${spaced + Math.ceil(han / 2)} words; expected ${QUOTE_WORDS} at most.`,
      help: 'Keep the few words at issue, and say the rest in your own under `says`.',
    })
  return value
})

const partyFields = {
  name: must(text('a name'), 'The name, as headings show it.'),
  short: may(text('a short name'), 'The name that sentences and columns use.'),
}
const party = either(
  text('a name'),
  object('a party', partyFields),
  (name, node) => ({ name, short: null, place: node.place, at: new Map() }),
  (node) => node.kind === 'scalar',
)

const seen = object('a place where it was seen', {
  copy: must(oneOf(['original', 'reprint', 'report']), 'Whether it is the issuer’s own page, a reprint, or a report of it.'),
  via: may(text('a publisher'), 'Who carried it.'),
  url: may(
    refine(text('a web address'), (url, node, reader) => {
      if (/^https?:\/\/[^\s<>"]+$/i.test(url)) return url
      reader.report({ rule: 'bad-url', place: node.place, message: `Found ${describeNode(node)}; expected an address that begins with https:// and has no spaces.` })
      return undefined
    }),
    'Its address.',
  ),
})

const source = object('a source', {
  party: may(oneOrMany(ref('party')), 'Whose statement it is; a list for a joint text; left out for press.'),
  by: must(text('who spoke'), 'Who spoke, or signed.'),
  kind: may(oneOf(kinds), 'Its rank: text, document, leader, minister, spokesperson, press.'),
  issuer: may(text('who published it'), 'Who issued it.'),
  date: must(date, 'When it was said: a day, a month (counts from its last day) or an instant.'),
  read: may(oneOf(['whole', 'part']), 'How much of it was read.'),
  seen: may(oneOrMany(seen), 'Where it was read.'),
})

const term = object('a term', {
  title: must(text('a title'), 'A statement that a claim can affirm or deny.'),
  topic: may(text('a topic'), 'What it belongs to; groups terms.'),
  subject: may(text('a subject'), 'The same subject has the same name in every deal.'),
  obligor: may(oneOrMany(text('a party, an outsider’s name, or none')), 'Who would have to do it.'),
  nature: may(oneOf(natures), 'What it is; only a commitment counts as missing.'),
  between: may(list(ref('party')), 'The parties judged on it; all, where left out.'),
  choices: may(list(text('an answer')), 'The answers to a question of which exactly one is true.'),
  assume: may(raw('facets', { type: 'object' }), 'Facets taken for a side that leaves them unstated.'),
})

/** The keys of a claim that facets read. */
export const facetKeys: readonly string[] = facets.flatMap((f) => f.keys.map((k) => k.key))

const claimFields = {
  source: must(ref('source'), 'The statement it was made in.'),
  part: may(text('the name of a part'), 'The piece of a bundle that it is about.'),
  supersedes: may(flag(), 'Whether it takes the place of every earlier claim of this party on the term and part.'),
  nature: may(oneOf(natures), 'What this claim is, where that is not what the term is.'),
  says: may(text('what was said, in your own words'), 'What was said, in your own words.'),
  quote: may(quote, 'The few words at issue, as they were said.'),
  original: may(text('words in the original language'), 'The operative verb in the original language.'),
}
const facetFields = Object.fromEntries(
  facets.flatMap((f) =>
    f.keys.map((k) => [k.key, may(raw(k.expects, { ...k.schema, examples: k.examples }), k.about)] as const),
  ),
)

const silenceFields = {
  silent: may(
    either(oneOf(['all']), oneOrMany(ref('source')), () => 'all' as const, (n) => n.kind === 'scalar' && n.text === 'all'),
    'The statements that were searched and say nothing of it: all, or a list.',
  ),
  declined: may(ref('source'), 'Asked, they would not say.'),
  'noted-by': may(ref('source'), 'A report says that they are silent.'),
  general: may(ref('source'), 'They named the topic, not the act; with the words in `quote`.'),
  'not-applicable': may(flag(), 'The term is no matter of theirs.'),
  quote: may(quote, 'The words that name the topic.'),
  says: may(text('a note'), 'A note on the silence.'),
}
const silenceKeys = ['silent', 'declined', 'noted-by', 'general', 'not-applicable'] as const

export const claimShape = object('a claim', { ...claimFields, ...facetFields } as typeof claimFields, facetKeys)
export const silenceShape = object('a silence', silenceFields)
export type ClaimFile = ObjectOf<typeof claimFields>
export type SilenceFile = ObjectOf<typeof silenceFields>

/** A claim or a silence, told apart by its keys; the node is kept for the facets. */
export const entryShape: Shape<{ readonly claim: ClaimFile } | { readonly silence: SilenceFile }> = {
  expects: 'a claim with its source, or a silence',
  schema: { anyOf: [claimShape.schema, silenceShape.schema] },
  read: (node, reader) => {
    const isSilence =
      node.kind === 'map' &&
      node.entries.some((e) => silenceKeys.some((k) => k === e.key)) &&
      !node.entries.some((e) => e.key === 'source')
    if (isSilence) {
      const silence = silenceShape.read(node, reader)
      return silence && { silence }
    }
    const claim = claimShape.read(node, reader)
    return claim && { claim }
  },
}

/** Entries keep their node: facets are read from it once the vocabulary is known. */
const entries = raw('a claim or a silence, or a list of them', {
  anyOf: [entryShape.schema, { type: 'array', items: entryShape.schema, minItems: 1 }],
})
const byTerm = raw('entries under the ids of terms', { type: 'object', additionalProperties: entries.schema })

const { source: reportedSource, part, says, quote: quoted } = claimFields
export const reportedFields = {
  term: must(ref('term'), 'The term it is about.'),
  attributed: may(
    either(oneOf(['none']), oneOrMany(ref('party')), () => [] as readonly string[], (n) => n.kind === 'scalar' && n.text === 'none'),
    'The parties it was credited to, or none.',
  ),
  source: reportedSource,
  part,
  says,
  quote: quoted,
}
export const reportedShape = object('a reported claim', { ...reportedFields, ...facetFields } as typeof reportedFields, facetKeys)

export const conversionShape = object('a conversion', {
  that: must(text('a basis, or 1 of a currency'), 'The basis that is given by another, or 1 of a currency.'),
  is: must(text('a basis and a number'), 'What it is: BASIS + 25 pp, or 1.35 USD.'),
  source: must(ref('source'), 'Who says so.'),
})

export const dealFields = {
  deal: must(text('the name of the deal'), 'The name of the deal: the file’s stem.'),
  title: may(text('a title'), 'The title, as headings show it.'),
  aliases: may(list(text('another name')), 'Other names it is found by.'),
  held: may(text('a day, or days'), 'When the talks were held.'),
  'record-closes': may(date, 'Nothing later was searched for.'),
  follows: may(text('the name of a deal'), 'The deal it follows.'),
  dollar: may(currencyCode, 'What a bare $ means in this file.'),
  parties: must(named('parties', party, NAME), 'Who announces: two or more, in order of display.'),
  words: may(object('words', vocabularyFields), 'Vocabulary that only this file needs.'),
  conversions: may(list(conversionShape), 'How one basis or currency becomes another, and who says so.'),
  sources: must(named('sources', source, NAME), 'One statement each: who, in what rank, when, and where it was seen.'),
  terms: must(named('terms', term, NAME), 'What is compared, said once.'),
  jointly: may(byTerm, 'What a joint text says: a claim of each of its parties.'),
  announced: may(raw('parties, and under each its terms', { type: 'object', additionalProperties: byTerm.schema }), 'Terms per party: what each announced, or was silent on.'),
  reported: may(raw('a list of reported claims', { type: 'array', items: reportedShape.schema }), 'What the press says was agreed; never counted as a party’s word.'),
}
export const dealShape = object('a deal file', dealFields)
export type DealFile = ObjectOf<typeof dealFields>
