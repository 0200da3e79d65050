import type { Rule } from '../../rule.ts'

export const unknownSource: Rule = {
  id: 'unknown-source',
  severity: 'error',
  summary: 'a source that the file does not declare',
  why: 'Who said it, and when, stands with the source: without it a claim has no date, no rank and no proof.',
  bad: {
    yaml: `announced:
  us:
    purchase: { act: buy, value: 2 Mt, source: us-july }`,
    at: 'us-july',
  },
  good: {
    yaml: `announced:
  us:
    purchase: { act: buy, value: 2 Mt, source: us-june }`,
  },
  found: { by: 'reading' },
}
