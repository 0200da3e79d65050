import type { Rule } from '../../rule.ts'

export const yamlTag: Rule = {
  id: 'yaml-tag',
  severity: 'error',
  summary: 'a YAML tag',
  why: '`!not buy` looks like a denial, and YAML drops it: the side would be read as saying the very opposite.',
  bad: {
    yaml: `announced:
  us:
    purchase: { act: !not buy, quote: "we will not buy", source: us-june }`,
    at: '!not',
  },
  good: {
    yaml: `announced:
  us:
    purchase: { act: not buy, quote: "we will not buy", source: us-june }`,
  },
  found: { by: 'reading' },
}
