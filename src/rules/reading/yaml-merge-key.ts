import type { Rule } from '../../rule.ts'

export const yamlMergeKey: Rule = {
  id: 'yaml-merge-key',
  severity: 'error',
  summary: 'a YAML merge key',
  why: 'Keys that are merged in from elsewhere change when somebody edits them there, for a side that never said so.',
  bad: {
    yaml: `announced:
  us:
    purchase: { <<: { act: buy }, value: 2 Mt, source: us-june }`,
    at: '<<',
  },
  good: {
    yaml: `announced:
  us:
    purchase: { act: buy, value: 2 Mt, source: us-june }`,
  },
  found: { by: 'reading' },
}
