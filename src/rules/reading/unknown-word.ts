import type { Rule } from '../../rule.ts'

export const unknownWord: Rule = {
  id: 'unknown-word',
  severity: 'error',
  summary: 'a word that no vocabulary has',
  why: 'Only a declared word has a place among the others; how any other stands to the word of the other side would be a guess.',
  bad: {
    yaml: `announced:
  us:
    purchase: { act: acquire, value: 2 Mt, source: us-june }`,
    at: 'acquire',
  },
  good: {
    yaml: `announced:
  us:
    purchase: { act: buy, value: 2 Mt, source: us-june }`,
  },
  found: { by: 'reading' },
}
