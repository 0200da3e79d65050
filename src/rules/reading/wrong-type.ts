import type { Rule } from '../../rule.ts'

export const wrongType: Rule = {
  id: 'wrong-type',
  severity: 'error',
  summary: 'one kind of thing where another is meant: a word for a map, a list for a word',
  why: 'What is not what the key takes is not read: it would be missing from the comparison without a word.',
  bad: {
    yaml: `announced:
  us:
    purchase: yes`,
    at: 'yes',
  },
  good: {
    yaml: `announced:
  us:
    purchase: { value: yes, source: us-june }`,
  },
  found: { by: 'reading' },
}
