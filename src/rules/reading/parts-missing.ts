import type { Rule } from '../../rule.ts'

export const partsMissing: Rule = {
  id: 'parts-missing',
  severity: 'error',
  summary: 'claims of one side on one term that are about different things',
  why: 'Claims of one part are folded into one version: of two that share no goods or no time, nothing would be left.',
  bad: {
    yaml: `announced:
  us:
    purchase:
      - act: buy
        scope: soybeans
        source: us-june
      - act: buy
        scope: sorghum
        source: us-june`,
    at: 'sorghum',
  },
  good: {
    yaml: `announced:
  us:
    purchase:
      - part: beans
        act: buy
        scope: soybeans
        source: us-june
      - part: grain
        act: buy
        scope: sorghum
        source: us-june`,
  },
  found: { by: 'reading' },
}
