import { type Facet, oneText } from '../facet.ts'
import { relateFinite } from '../sets/finite.ts'
import { cut, normalWord, orList } from '../words.ts'
import type { StanceSet } from './act.ts'
import { didYouMean, stanceAdvice } from './advice.ts'

/** Each stance as the set of what it leaves: that it must be done, that one is free, that it must not be done. */
export const stances: ReadonlyMap<string, StanceSet> = new Map([
  ['shall', new Set(['must'])],
  ['may', new Set(['must', 'free'])],
  ['optional', new Set(['free'])],
  ['no commitment', new Set(['free', 'must not'])],
  ['shall not', new Set(['must not'])],
  ['no position', new Set(['must', 'free', 'must not'])],
] as const)

/** A stance word, or shall where none is stated. */
export const stanceSet = (word: string | null): StanceSet => stances.get(word ?? 'shall') as StanceSet

const words = [...stances.keys()]

export const stance: Facet<string> = {
  name: 'stance',
  role: 'content',
  unit: 'stance',
  means: 'How the act binds: that it shall be done, may be, need not be, shall not be.',
  rule: 'Unstated is shall. Judged together with the act: that one must not remove and that one must keep agree in substance; a denial of one step clashes only with a claim of that step or a further one.',
  keys: [
    {
      key: 'stance',
      about: 'How the act binds; unstated means shall.',
      expects: orList(words),
      examples: ['may', 'no commitment', 'shall not'],
      schema: { enum: words },
    },
  ],
  parse: (given, { report }) => {
    const found = oneText(given('stance'), orList(words), report)
    if (!found) return []
    const value = normalWord(found.text)
    if (stances.has(value)) return [{ facet: 'stance', axis: null, value, text: value, place: found.place }]
    report({
      rule: 'unknown-word',
      place: found.place,
      message: `"${cut(found.text)}" is no stance; expected ${orList(words)}.`,
      meant: () => {
        const help = stanceAdvice(found.text)
        return help === null ? didYouMean(value, words) : { help }
      },
    })
    return []
  },
  relate: (a, b) => ({ possible: relateFinite(stanceSet(a), stanceSet(b)) }),
  print: (value) => ({ stance: value }),
  denies: (value) => value === 'shall not' || value === 'no commitment' || value === 'optional',
  step: (value) => (value === 'no position' ? null : value),
}
