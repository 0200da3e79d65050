import { byTerm, facetFields, fateShape, reportedShape, such } from './claim-file.ts'
import { date } from './date-shape.ts'
import { kinds, natures } from '../deal.ts'
import { may, must, type ObjectOf, object, objectSchema } from './object.ts'
import {
  either,
  list,
  named,
  oneOf,
  oneOrMany,
  placed,
  raw,
  ref,
  refine,
  type Shape,
  scalar,
  shared,
  telling,
  text,
} from './shape.ts'
import { describeNode } from '../tree.ts'
import { lastDay } from '../values/time.ts'
import { isCurrency } from '../values/units.ts'
import { cut } from '../words.ts'
import { vocabularyFields } from './vocabulary-file.ts'

export {
  type ClaimFile,
  claimShape,
  entryShape,
  facetKeys,
  reportedShape,
  type SilenceFile,
  silenceShape,
} from './claim-file.ts'

/** The definition of a deal file: types, reading, messages and JSON Schema all come from it. */

/** Where a statement was seen: at its issuer, word for word elsewhere, or told by others. */
export const copies = ['original', 'reprint', 'report'] as const

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/

/** A day, or a first and a last day. */
const held: Shape<string> = scalar(
  'a day, or two with `to` between, such as 2025-06-09 to 2025-06-10',
  { type: 'string', examples: ['2025-06-09 to 2025-06-10', '2025-10-30'] },
  (value, node, reader) => {
    const days = value
      .trim()
      .split(/\s+to\s+|\//)
      .map((d) => lastDay(d))
    const [first, last = first, ...more] = days
    if (first && last && first <= last && more.length === 0) return value.trim()
    reader.report({
      rule: 'bad-date',
      place: node.place,
      message: `Found ${describeNode(node)}; expected a day, or a first and a last day, such as 2025-06-09 to 2025-06-10.`,
    })
    return undefined
  },
)

const currencyCode = refine(such('a currency such as USD', 'USD', 'CNY'), (code, node, reader) => {
  if (isCurrency(code)) return code
  reader.report({
    rule: 'unknown-word',
    place: node.place,
    message: `"${cut(code)}" is no currency; expected a code of ISO 4217 such as USD.`,
  })
  return undefined
})

const partyFields = {
  name: must(such('a name', 'United States'), 'The name, as headings show it.'),
  short: may(such('a short name', 'US'), 'The name that sentences and columns use.'),
}
const party = shared(
  'party',
  either(
    text('a name'),
    object('a party', partyFields),
    (name, node) => ({ name, short: null, place: node.place, at: new Map() }),
    (node) => node.kind === 'scalar',
  ),
)

const WEB = /^https?:\/\/[^\s<>"]+$/i
export const webAddress = refine(
  telling(text('a web address'), {
    pattern: '^[Hh][Tt][Tt][Pp][Ss]?://[^\\s<>"]+$',
  }),
  (url, node, reader) => {
    if (WEB.test(url)) return url
    reader.report({
      rule: 'bad-url',
      place: node.place,
      message: `Found ${describeNode(node)}; expected an address that begins with https:// and has no spaces.`,
      meant: () => (WEB.test(`https://${url}`) ? { help: `Write "https://${cut(url)}".` } : null),
    })
    return undefined
  },
)
export const seen = shared(
  'copy',
  object('a place where it was seen', {
    copy: must(oneOf(copies), 'Whether it is the issuer’s own page, a reprint, or a report of it.'),
    via: may(such('a publisher', 'Reuters'), 'Who carried it.'),
    url: may(webAddress, 'Its address.'),
  }),
)

const source = shared(
  'source',
  object('a source', {
    party: may(
      oneOrMany(ref('party')),
      'Whose statement it is; a list for a joint text; left out for press.',
    ),
    by: must(such('who spoke', 'Donald Trump', 'Ministry of Commerce'), 'Who spoke, or signed.'),
    kind: may(oneOf(kinds), 'Its rank: text, document, leader, minister, spokesperson, press.'),
    issuer: may(such('who published it', 'White House', 'Truth Social'), 'Who issued it.'),
    date: must(date, 'When it was said: a day, a month (counts from its last day) or an instant.'),
    read: may(oneOf(['whole', 'part']), 'How much of it was read.'),
    seen: may(oneOrMany(seen), 'Where it was read.'),
  }),
)

const term = shared(
  'term',
  object('a term', {
    title: must(
      such('a title', 'China supplies magnets and rare earths'),
      'A statement that a claim can affirm or deny.',
    ),
    topic: may(such('a topic', 'rare earths', 'tariffs'), 'What it belongs to; groups terms.'),
    subject: may(
      such('a subject', 'rare-earth-supply-to-us'),
      'The same subject has the same name in every deal.',
    ),
    obligor: may(oneOrMany(text('a party, an outsider’s name, or none')), 'Who would have to do it.'),
    nature: may(oneOf(natures), 'What it is; only a commitment counts as missing.'),
    between: may(list(ref('party')), 'The parties judged on it; all, where left out.'),
    choices: may(list(text('an answer')), 'The answers to a question of which exactly one is true.'),
    assume: may(
      raw('facets', { type: 'object', ...objectSchema(facetFields, []) }),
      'Facets taken for a side that leaves them unstated.',
    ),
  }),
)

const conversionShape = shared(
  'conversion',
  object('a conversion', {
    that: must(
      such('a basis, or 1 of a currency', 'stacked-total', '1 GBP'),
      'The basis that is given by another, or 1 of a currency.',
    ),
    is: must(
      such('a basis and a number', 'added-2025 + 25 pp', '1.35 USD'),
      'What it is: BASIS + 25 pp, or 1.35 USD.',
    ),
    source: must(ref('source'), 'Who says so.'),
  }),
)

const dealFields = {
  deal: must(such('the name of the deal', 'london'), 'The name of the deal: the file’s stem.'),
  title: may(such('a title', 'London framework'), 'The title, as headings show it.'),
  aliases: may(list(placed(such('another name', 'london-framework'))), 'Other names it is found by.'),
  held: may(held, 'When the talks were held.'),
  'record-closes': may(date, 'Nothing later was searched for.'),
  follows: may(such('the name of a deal', 'geneva'), 'The deal it follows.'),
  dollar: may(currencyCode, 'What a bare $ means in this file.'),
  parties: must(
    telling(named('parties', party, NAME), { minProperties: 2 }),
    'Who announces: two or more, in order of display.',
  ),
  words: may(object('words', vocabularyFields), 'Vocabulary that only this file needs.'),
  conversions: may(list(conversionShape), 'How one basis or currency becomes another, and who says so.'),
  sources: must(
    named('sources', source, NAME),
    'One statement each: who, in what rank, when, and where it was seen.',
  ),
  terms: must(named('terms', term, NAME), 'What is compared, said once.'),
  jointly: may(byTerm, 'What a joint text says: a claim of each of its parties.'),
  announced: may(
    raw('parties, and under each its terms', {
      type: 'object',
      additionalProperties: byTerm.schema,
    }),
    'Terms per party: what each announced, or was silent on.',
  ),
  reported: may(
    raw('a list of reported claims', {
      type: 'array',
      items: reportedShape.schema,
    }),
    'What the press says was agreed; never counted as a party’s word.',
  ),
  fates: may(list(fateShape), 'What became of commitments later: shown, and never part of a verdict.'),
}
export const dealShape = object('a deal file', dealFields)
export type DealFile = ObjectOf<typeof dealFields>
