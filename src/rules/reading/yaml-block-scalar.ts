import type { Rule } from '../../rule.ts'

export const yamlBlockScalar: Rule = {
  id: 'yaml-block-scalar',
  severity: 'error',
  summary: 'a value that YAML reads as the head of a block of text',
  why: 'After a bare `>` or `|` YAML reads the lines below as the value: "at least 2 Mt" would become an empty text.',
  bad: {
    yaml: `announced:
  us:
    purchase:
      act: buy
      value: >= 2 Mt
      source: us-june`,
    at: '>= 2 Mt',
  },
  good: {
    yaml: `announced:
  us:
    purchase:
      act: buy
      value: at least 2 Mt
      source: us-june`,
  },
  found: { by: 'reading' },
}
