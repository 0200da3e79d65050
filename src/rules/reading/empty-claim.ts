import type { Rule } from '../../rule.ts'

export const emptyClaim: Rule = {
  id: 'empty-claim',
  severity: 'error',
  summary: 'a claim that says nothing',
  why: 'A claim without a facet or words of its own counts as said, and hides that the side may have been silent.',
  bad: {
    yaml: `announced:
  us:
    purchase: { source: us-june }`,
    at: '{ source: us-june }',
  },
  good: {
    yaml: `announced:
  us:
    purchase: { says: "China will buy rice", source: us-june }`,
  },
  found: { by: 'reading' },
}
