import type { Rule } from '../../rule.ts'

export const emptySet: Rule = {
  id: 'empty-set',
  severity: 'error',
  summary: 'a value, or values together, that leave nothing that could be so',
  why: 'What no state of the world meets would contradict every other version, whatever the other side said.',
  bad: {
    yaml: `announced:
  us:
    purchase:
      act: buy
      start: 2025-12-01
      end: 2025-11-10
      source: us-june`,
    at: '2025-11-10',
  },
  good: {
    yaml: `announced:
  us:
    purchase:
      act: buy
      start: 2025-11-10
      end: 2025-12-01
      source: us-june`,
  },
  found: { by: 'reading' },
}
