import type { Rule } from '../../rule.ts'

export const duplicateKey: Rule = {
  id: 'duplicate-key',
  severity: 'error',
  summary: 'a key that stands twice in one map',
  why: 'YAML keeps one of the two without a word: half of what was coded would be lost, and nobody would see it.',
  bad: {
    yaml: `announced:
  us:
    purchase:
      act: buy
      value: 2 Mt
      source: us-june
      value: 3 Mt`,
    at: 'value',
    after: 'source: us-june',
  },
  good: {
    yaml: `announced:
  us:
    purchase:
      act: buy
      value: 3 Mt
      source: us-june`,
  },
  found: { by: 'reading' },
}
