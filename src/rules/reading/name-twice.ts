import type { Rule } from '../../rule.ts'

export const nameTwice: Rule = {
  id: 'name-twice',
  severity: 'error',
  summary: 'a name of the deal that stands twice',
  why: 'The same name twice is mostly another name mistyped, and the deal is then not found by it.',
  bad: {
    yaml: 'aliases: [rice]',
    at: 'rice',
  },
  good: {
    yaml: 'aliases: [rice-purchases]',
  },
  found: { by: 'reading' },
}
