import type { Rule } from '../../rule.ts'

export const pressAsParty: Rule = {
  id: 'press-as-party',
  severity: 'error',
  summary: 'the press taken for the word of a side',
  why: 'What a newspaper says a government promised is not what it promised: the verdict would hold a side to a rumour.',
  bad: {
    yaml: `sources:
  us-june: { party: us, by: a newspaper, kind: press, date: 2025-06-11 }
  china-june: { party: china, by: MOFCOM, kind: text, date: 2025-06-12 }
announced:
  china:
    purchase: { act: buy, value: 2 Mt, source: china-june }`,
    at: 'press',
  },
  good: {
    yaml: `sources:
  wsj-june: { by: a newspaper, kind: press, date: 2025-06-11 }
  china-june: { party: china, by: MOFCOM, kind: text, date: 2025-06-12 }
announced:
  china:
    purchase: { act: buy, value: 2 Mt, source: china-june }
reported:
  - { term: purchase, attributed: us, value: 3 Mt, source: wsj-june }`,
  },
  found: { by: 'reading' },
}
