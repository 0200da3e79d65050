import type { Rule } from '../../rule.ts'

export const yamlConflict: Rule = {
  id: 'yaml-conflict',
  severity: 'error',
  summary: 'the marks of an unresolved merge',
  why: 'Two edits met, and nobody has chosen between them: either could be what was said.',
  bad: {
    yaml: `announced:
  us:
<<<<<<< HEAD
    purchase: { act: buy, value: 2 Mt, source: us-june }
=======
    purchase: { act: buy, value: 3 Mt, source: us-june }
>>>>>>> edit`,
    at: '<<<<<<< HEAD',
  },
  good: {
    yaml: `announced:
  us:
    purchase: { act: buy, value: 3 Mt, source: us-june }`,
  },
  found: { by: 'reading' },
}
