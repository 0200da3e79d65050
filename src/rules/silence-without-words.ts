import type { Rule } from '../rule.ts'
import { silencesOf, valueAt } from './of/at.ts'

export const silenceWithoutWords: Rule = {
  id: 'silence-without-words',
  severity: 'warning',
  summary: 'a side that is said to have named the topic only, without its words',
  why: 'Whether words name the topic or the act is a judgement. Without them nobody can check it, and the screen shows a silence that may have been an answer.',
  bad: {
    yaml: `announced:
  us:
    purchase: { act: buy, value: 2 Mt, source: us-june }
  china:
    purchase: { general: china-june }`,
    at: 'china-june',
  },
  good: {
    yaml: `announced:
  us:
    purchase: { act: buy, value: 2 Mt, source: us-june }
  china:
    purchase: { general: china-june, quote: "closer farm trade" }`,
  },
  found: {
    by: 'deal',
    *in({ deal, root }) {
      for (const silence of silencesOf(deal))
        if (silence.general !== null && silence.quote === null)
          yield {
            place: valueAt(root, silence, 'general'),
            args: [silence.term, silence.party, silence.general.id],
            message: `The source "${silence.general.id}" is said to name the topic only, and its words are not given; expected them under \`quote\`.`,
            help: 'Quote the words that name the topic; if they are not known, name the source under `silent` alone.',
            related: [{ message: 'the source', place: silence.general.place }],
          }
    },
  },
}
