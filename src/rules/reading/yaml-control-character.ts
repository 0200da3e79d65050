import type { Rule } from '../../rule.ts'

export const yamlControlCharacter: Rule = {
  id: 'yaml-control-character',
  severity: 'error',
  summary: 'a character that does not show',
  why: 'A character that nobody sees can reverse how a line reads, or make two equal words differ.',
  bad: {
    yaml: `terms:
  purchase: { title: "China buys \u202eUS rice", obligor: china }`,
    at: '\u202e',
  },
  good: {
    yaml: `terms:
  purchase: { title: China buys US rice, obligor: china }`,
  },
  found: { by: 'reading' },
}
