import type { Rule } from '../../rule.ts'

export const yamlAnchor: Rule = {
  id: 'yaml-anchor',
  severity: 'error',
  summary: 'a YAML anchor or alias',
  why: 'A claim that is pointed to, not written out, changes when somebody edits it elsewhere, for a side that never said so.',
  bad: {
    yaml: `announced:
  us:
    purchase: &rice { act: buy, value: 2 Mt, source: us-june }`,
    at: '&rice',
  },
  good: {
    yaml: `announced:
  us:
    purchase: { act: buy, value: 2 Mt, source: us-june }`,
  },
  found: { by: 'reading' },
}
