import type { Rule } from '../../rule.ts'

export const wrongSpeaker: Rule = {
  id: 'wrong-speaker',
  severity: 'error',
  summary: 'a statement of one party coded for another',
  why: 'It puts one government’s words into the mouth of the other, and their versions then agree, or clash, with themselves.',
  bad: {
    yaml: `announced:
  us:
    purchase: { act: buy, value: 2 Mt, source: china-june }`,
    at: 'china-june',
  },
  good: {
    yaml: `announced:
  us:
    purchase: { act: buy, value: 2 Mt, source: us-june }`,
  },
  found: { by: 'reading' },
}
