import type { Rule } from '../../rule.ts'

export const missingKey: Rule = {
  id: 'missing-key',
  severity: 'error',
  summary: 'a key that has to be there and is not',
  why: 'A claim without its source, or a source without its date, cannot be checked by anyone who reads the verdict.',
  bad: {
    yaml: `announced:
  us:
    purchase: { act: buy, value: 2 Mt }`,
    at: 'purchase',
  },
  good: {
    yaml: `announced:
  us:
    purchase: { act: buy, value: 2 Mt, source: us-june }`,
  },
  found: { by: 'reading' },
}
