import type { Rule } from '../rule.ts'
import { mapsOf } from './of/maps.ts'

/** At most so many words stand in a quote. */
const MOST = 12

export const longQuote: Rule = {
  id: 'long-quote',
  severity: 'warning',
  summary: 'a quote longer than the few words at issue',
  why: 'A quote is there to be held against the coding. In a long one the reader has to look for the words that count, and the file copies what others wrote.',
  bad: {
    yaml: `announced:
  us:
    purchase:
      quote: "we are very happy that our friends in China have decided to buy rice"
      act: buy
      source: us-june
  china:
    purchase: { act: buy, source: china-june }`,
    at: '"we are very happy that our friends in China have decided to buy rice"',
  },
  good: {
    yaml: `announced:
  us:
    purchase: { quote: "have decided to buy rice", act: buy, source: us-june }
  china:
    purchase: { act: buy, source: china-june }`,
  },
  found: {
    by: 'file',
    *in({ root }) {
      for (const { map } of mapsOf(root))
        for (const { key, value } of map.entries) {
          if (key !== 'quote' || value.kind !== 'scalar') continue
          const words = wordsIn(value.text)
          if (words > MOST)
            yield {
              place: value.place,
              args: [value.text],
              message: `The quote has ${words} words; expected ${MOST} at most.`,
              help: 'Keep the few words at issue, and say the rest in your own under `says`.',
            }
        }
    },
  },
}

/** Chinese has no spaces: a character counts as half a word there. */
function wordsIn(text: string): number {
  const han = (text.match(/\p{Script=Han}/gu) ?? []).length
  const spaced = text
    .replaceAll(/\p{Script=Han}/gu, ' ')
    .split(/\s+/)
    .filter((w) => /[\p{L}\p{N}]/u.test(w)).length
  return spaced + Math.ceil(han / 2)
}
