import type { Rule } from '../../rule.ts'

export const conversionTwice: Rule = {
  id: 'conversion-twice',
  severity: 'error',
  summary: 'a second way from one basis or currency to another',
  why: 'With two rates for one conversion, which of them a comparison takes would be chance.',
  bad: {
    yaml: `conversions:
  - { that: stacked-total, is: added-2025 + 25 pp, source: us-june }
  - { that: stacked-total, is: added-2025 + 20 pp, source: china-june }`,
    at: 'added-2025 + 20 pp',
  },
  good: {
    yaml: `conversions:
  - { that: stacked-total, is: added-2025 + 25 pp, source: us-june }`,
  },
  found: { by: 'reading' },
}
