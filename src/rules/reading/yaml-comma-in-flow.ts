import type { Rule } from '../../rule.ts'

export const yamlCommaInFlow: Rule = {
  id: 'yaml-comma-in-flow',
  severity: 'error',
  summary: 'a comma in braces that cuts a value in two',
  why: 'Within braces a comma ends the value: 1,000 would be read as 1, a thousandth of what was announced.',
  bad: {
    yaml: `announced:
  us:
    purchase: { act: buy, value: 1,000 kt, source: us-june }`,
    at: '1,000 kt',
  },
  good: {
    yaml: `announced:
  us:
    purchase: { act: buy, value: "1,000 kt", source: us-june }`,
  },
  found: { by: 'reading' },
}
