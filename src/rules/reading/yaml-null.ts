import type { Rule } from '../../rule.ts'

export const yamlNull: Rule = {
  id: 'yaml-null',
  severity: 'error',
  summary: 'YAML’s sign for no value',
  why: '`~` and `null` look like a value and say nothing: a reader takes them for "about" or for zero.',
  bad: {
    yaml: `terms:
  purchase: { title: China buys US rice, topic: ~, obligor: china }`,
    at: '~',
  },
  good: {
    yaml: `terms:
  purchase: { title: China buys US rice, obligor: china }`,
  },
  found: { by: 'reading' },
}
