import { type Facet, texts } from '../facet.ts'
import { ANY, EQUAL, NARROWER, OVERLAP, WIDER } from '../relation.ts'
import { pairKey } from '../vocabulary.ts'
import { cut, normalWord } from '../words.ts'
import { didYouMean } from './advice.ts'

/** The conditions that must all hold; an empty set is an explicit none. */
export type Conditions = ReadonlySet<string>

const expects = 'conditions of the vocabulary, all of which must hold, or none'
const print = (c: Conditions): string => (c.size === 0 ? 'none' : [...c].sort().join(', '))

export const conditions: Facet<Conditions> = {
  name: 'conditions',
  role: 'region',
  unit: 'conditions',
  means: 'What must hold for the claim to apply; all of it.',
  rule: 'More conditions make a claim apply to less. Different conditions can hold together only where the vocabulary calls them compatible; else it is unknown.',
  keys: [
    {
      key: 'conditions',
      about: 'Words of the vocabulary, all of which must hold, or none.',
      expects,
      examples: ['leaders approval', 'none'],
      schema: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' }, minItems: 1 }] },
    },
  ],
  parse: (given, { vocabulary, report }) => {
    const node = given('conditions')
    if (!node) return []
    const value = new Set<string>()
    let none = false
    for (const { text, place } of texts(node, expects, report)) {
      const word = normalWord(text)
      if (word === 'none') none = true
      else if (vocabulary.conditions.has(word)) value.add(word)
      else {
        report({
          rule: 'unknown-word',
          place,
          message: `"${cut(text)}" is no condition of the vocabulary; expected ${expects}.`,
          help: 'Declare it: words: { conditions: { … } }.',
          meant: () => didYouMean(word, vocabulary.conditions.keys()),
        })
      }
    }
    if (none && value.size > 0) {
      report({
        rule: 'bad-value',
        place: node.place,
        message: 'The conditions name none beside others; expected one or the other.',
      })
      return []
    }
    if (!none && value.size === 0) return []
    return [{ facet: 'conditions', axis: null, value, text: print(value), place: node.place }]
  },
  relate: (a, b, { vocabulary }) => {
    const [x, y] = [a ?? new Set<string>(), b ?? new Set<string>()]
    const left = [...x].filter((w) => !y.has(w))
    const right = [...y].filter((w) => !x.has(w))
    if (left.length === 0 && right.length === 0) return { possible: EQUAL }
    if (left.length === 0) return { possible: WIDER, code: 'conditional' }
    if (right.length === 0) return { possible: NARROWER, code: 'conditional' }
    const together = left.every((p) => right.every((q) => vocabulary.compatible.has(pairKey(p, q))))
    return { possible: together ? OVERLAP : ANY, code: 'different-conditions' }
  },
  print: (value) => ({ conditions: value.size === 0 ? 'none' : [...value].sort() }),
  denies: () => false,
  meet: (a, b) => new Set([...a, ...b]),
  join: (a, b) => new Set([...a].filter((w) => b.has(w))),
}
