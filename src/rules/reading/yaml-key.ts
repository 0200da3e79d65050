import type { Rule } from '../../rule.ts'

export const yamlKey: Rule = {
  id: 'yaml-key',
  severity: 'error',
  summary: 'a key that is no word',
  why: 'Only a word can be looked up: what stands under a list or under nothing would never be found.',
  bad: {
    yaml: `announced:
  [us, china]:
    purchase: { act: buy, value: 2 Mt, source: us-june }`,
    at: '[us, china]',
  },
  good: {
    yaml: `sources:
  joint-text:
    party: [us, china]
    by: both governments
    kind: text
    date: 2025-06-11
jointly:
  purchase: { act: buy, value: 2 Mt, source: joint-text }
announced: {}`,
  },
  found: { by: 'reading' },
}
