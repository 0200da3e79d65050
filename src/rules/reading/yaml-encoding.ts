import type { Rule } from '../../rule.ts'

export const yamlEncoding: Rule = {
  id: 'yaml-encoding',
  severity: 'error',
  summary: 'a character that is not valid UTF-8',
  why: 'A letter that was lost in copying cannot be told from another: a name or a quote is no longer what was written.',
  bad: {
    yaml: `terms:
  purchase: { title: China buys US caf\ufffd beans, obligor: china }`,
    at: '\ufffd',
  },
  good: {
    yaml: `terms:
  purchase: { title: China buys US café beans, obligor: china }`,
  },
  found: { by: 'reading' },
}
