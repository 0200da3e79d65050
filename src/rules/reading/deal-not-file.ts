import type { Rule } from '../../rule.ts'

export const dealNotFile: Rule = {
  id: 'deal-not-file',
  severity: 'error',
  summary: 'a deal that is called otherwise than its file',
  why: 'A deal is asked for by its name and found by its file: with two names it is found by one, and cited by the other.',
  bad: {
    yaml: 'deal: rice-2025',
    at: 'rice-2025',
  },
  good: {
    yaml: 'deal: rice',
  },
  found: { by: 'reading' },
}
