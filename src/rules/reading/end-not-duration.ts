import type { Rule } from '../../rule.ts'

export const endNotDuration: Rule = {
  id: 'end-not-duration',
  severity: 'error',
  summary: 'an end that is not its duration after the start',
  why: 'One of the two is mistyped, and the day on which a promise lapses is what the other side is held to.',
  bad: {
    yaml: `announced:
  us:
    purchase:
      act: buy
      start: 2025-11-10
      end: 2026-11-10
      duration: 90 days
      source: us-june`,
    at: '2026-11-10',
  },
  good: {
    yaml: `announced:
  us:
    purchase:
      act: buy
      start: 2025-11-10
      end: 2026-11-10
      duration: 1 year
      source: us-june`,
  },
  found: { by: 'reading' },
}
