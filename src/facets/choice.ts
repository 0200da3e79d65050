import { type Facet, texts } from '../facet.ts'
import { NARROWER, WIDER } from '../relation.ts'
import { intersection, relateFinite, unionOf } from '../sets/finite.ts'
import { cut, normalWord, orList } from '../words.ts'
import { didYouMean } from './advice.ts'

export interface Choice {
  readonly answers: ReadonlySet<string>
  /** Every answer that the term offers. */
  readonly of: readonly string[]
  readonly negated: boolean
}

const print = ({ answers, of, negated }: Choice): string =>
  negated && of.length - answers.size > 0
    ? `not ${of.filter((w) => !answers.has(w)).join(', not ')}`
    : of.filter((w) => answers.has(w)).join(', ')

/** The answer to a question of which exactly one answer is true. */
export const choice: Facet<Choice> = {
  name: 'choice',
  role: 'content',
  unit: 'choice',
  means: 'The answers that a side allows to a question of which exactly one answer is true.',
  rule: 'Sets of answers: without one in common, both cannot hold.',
  keys: [],
  parse: (given, { choices, report }) => {
    const node = given('value')
    if (!choices || !node) return []
    const expects = `${orList(choices)}, or a list of them`
    const allowed = new Set<string>()
    const denied = new Set<string>()
    for (const { text, place } of texts(node, expects, report)) {
      const m = /^not\s+(.+)$/i.exec(text)
      const word = normalWord(m?.[1] ?? text)
      if (choices.includes(word)) (m ? denied : allowed).add(word)
      else {
        report({
          rule: 'unknown-word',
          place,
          message: `"${cut(text)}" is no answer of this term; expected ${expects}.`,
          meant: () => didYouMean(word, choices),
        })
      }
    }
    if (allowed.size + denied.size === 0) return []
    const answers = new Set([...(allowed.size ? allowed : choices)].filter((w) => !denied.has(w)))
    if (answers.size === 0) {
      report({
        rule: 'empty-set',
        place: node.place,
        message: 'The value leaves no answer; expected one at least.',
      })
      return []
    }
    const value: Choice = { answers, of: choices, negated: allowed.size === 0 }
    return [{ facet: 'choice', axis: null, value, text: print(value), place: node.place }]
  },
  relate: (a, b) => ({
    possible: a === null ? WIDER : b === null ? NARROWER : relateFinite(a.answers, b.answers),
  }),
  print: ({ answers, of, negated }) => ({
    value: negated
      ? of.filter((w) => !answers.has(w)).map((w) => `not ${w}`)
      : of.filter((w) => answers.has(w)),
  }),
  denies: (value) => value.negated,
  meet: (a, b) => {
    const answers = intersection(a.answers, b.answers)
    return answers.size ? { ...a, answers, negated: false } : null
  },
  join: (a, b) => ({ ...a, answers: unionOf(a.answers, b.answers), negated: false }),
}
