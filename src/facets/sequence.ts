import { type Facet, oneText } from '../facet.ts'
import { ANY, NARROWER, WIDER } from '../relation.ts'
import { relateFinite } from '../sets/finite.ts'
import { cut, normalWord } from '../words.ts'
import { didYouMean } from './advice.ts'

const orders = ['before', 'with', 'after'] as const

/** When the act comes, as against one event. */
export interface Sequence {
  readonly order: ReadonlySet<(typeof orders)[number]>
  readonly event: string
}

const expects = 'before, with or after an event of the vocabulary or a term, such as "after china delivers"'
const print = (s: Sequence): string => `${orders.filter((o) => s.order.has(o)).join(' or ')} ${s.event}`

export const sequence: Facet<Sequence> = {
  name: 'sequence',
  role: 'content',
  unit: 'sequence',
  means: 'Who moves first: whether the act comes before, with or after an event or another term.',
  rule: 'Compared for one event only; to different events it is unknown.',
  keys: [
    {
      key: 'sequence',
      about: 'Before, with or after an event or a term: who moves first.',
      expects,
      examples: ['after china delivers', 'with us-measures-rollback'],
      schema: { type: 'string' },
    },
  ],
  parse: (given, { vocabulary, termIds, report }) => {
    const found = oneText(given('sequence'), expects, report)
    if (!found) return []
    const m = /^((?:before|with|after)(?:\s+or\s+(?:before|with|after))*)\s+(.+)$/i.exec(found.text)
    const event = normalWord(m?.[2] ?? '')
    const known = [...vocabulary.events.keys(), ...termIds.map(normalWord)]
    if (!m?.[1] || !known.includes(event)) {
      report({
        rule: m?.[1] ? 'unknown-word' : 'bad-value',
        place: found.place,
        message: `Found "${cut(found.text)}"; expected ${expects}.`,
        help: 'Declare the event: words: { events: { … } }.',
        meant: () => (m?.[1] ? didYouMean(event, known) : null),
      })
      return []
    }
    const order = new Set(
      m[1].toLowerCase().split(/\s+or\s+/) as Sequence['order'] extends ReadonlySet<infer O> ? O[] : never,
    )
    const value: Sequence = { order, event }
    return [{ facet: 'sequence', axis: null, value, text: print(value), place: found.place }]
  },
  relate: (a, b) => ({
    possible:
      a === null ? WIDER : b === null ? NARROWER : a.event === b.event ? relateFinite(a.order, b.order) : ANY,
    noted: a === null || b === null,
  }),
  print: (value) => ({ sequence: print(value) }),
  denies: () => false,
}
