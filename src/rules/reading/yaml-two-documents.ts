import type { Rule } from '../../rule.ts'

export const yamlTwoDocuments: Rule = {
  id: 'yaml-two-documents',
  severity: 'error',
  summary: 'a second YAML document in one file',
  why: 'What stands below the "---" is another document, and half of the deal would not be read.',
  bad: {
    yaml: `announced:
  us:
    purchase: { act: buy, value: 2 Mt, source: us-june }
---
reported:
  - { term: purchase, attributed: [us], value: 3 Mt, source: us-june }`,
    at: '---',
  },
  good: {
    yaml: `announced:
  us:
    purchase: { act: buy, value: 2 Mt, source: us-june }`,
  },
  found: { by: 'reading' },
}
