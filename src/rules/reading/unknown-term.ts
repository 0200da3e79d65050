import type { Rule } from '../../rule.ts'

export const unknownTerm: Rule = {
  id: 'unknown-term',
  severity: 'error',
  summary: 'a term that the file does not declare',
  why: 'Under a mistyped term the claim stands alone, and the right term looks as if this side had said nothing.',
  bad: {
    yaml: `announced:
  us:
    purchases: { act: buy, value: 2 Mt, source: us-june }`,
    at: 'purchases',
  },
  good: {
    yaml: `announced:
  us:
    purchase: { act: buy, value: 2 Mt, source: us-june }`,
  },
  found: { by: 'reading' },
}
