import type { Rule } from '../../rule.ts'

export const yamlSyntax: Rule = {
  id: 'yaml-syntax',
  severity: 'error',
  summary: 'text that is not YAML',
  why: 'Of a file that cannot be read whole, nothing is compared: a half-read deal would show the rest as missing.',
  bad: {
    yaml: `terms:
  purchase:
    title: China buys rice: 2 Mt a year
    obligor: china`,
    at: 'China buys rice: 2 Mt a year',
  },
  good: {
    yaml: `terms:
  purchase:
    title: "China buys rice: 2 Mt a year"
    obligor: china`,
  },
  found: { by: 'reading' },
}
