import type { Rule } from '../../rule.ts'

export const badDate: Rule = {
  id: 'bad-date',
  severity: 'error',
  summary: 'a date that is no day, month or instant',
  why: 'A date that could be read two ways, such as 11/06, decides which statement came last and whether an end has passed.',
  bad: {
    yaml: 'record-closes: 15/07/2025',
    at: '15/07/2025',
  },
  good: {
    yaml: 'record-closes: 2025-07-15',
  },
  found: { by: 'reading' },
}
