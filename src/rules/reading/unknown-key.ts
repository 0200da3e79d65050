import type { Rule } from '../../rule.ts'

export const unknownKey: Rule = {
  id: 'unknown-key',
  severity: 'error',
  summary: 'a key that nothing is called',
  why: 'What stands under a mistyped key is not read, and the claim would be compared as if it had not been made.',
  bad: {
    yaml: `announced:
  us:
    purchase: { act: buy, amount: 2 Mt, source: us-june }`,
    at: 'amount',
  },
  good: {
    yaml: `announced:
  us:
    purchase: { act: buy, value: 2 Mt, source: us-june }`,
  },
  found: { by: 'reading' },
}
