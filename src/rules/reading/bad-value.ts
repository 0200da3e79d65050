import type { Rule } from '../../rule.ts'

export const badValue: Rule = {
  id: 'bad-value',
  severity: 'error',
  summary: 'a value that has no meaning where it stands, or two',
  why: 'A figure or date that can be read in two ways would be compared in one of them, and the verdict would be a guess.',
  bad: {
    yaml: `announced:
  us:
    purchase: { act: buy, value: 2 million tons, source: us-june }`,
    at: '2 million tons',
  },
  good: {
    yaml: `announced:
  us:
    purchase: { act: buy, value: 2 Mt, source: us-june }`,
  },
  found: { by: 'reading' },
}
