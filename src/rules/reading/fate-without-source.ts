import type { Rule } from '../../rule.ts'

export const fateWithoutSource: Rule = {
  id: 'fate-without-source',
  severity: 'error',
  summary: 'a fate other than unknown that nobody is named for',
  why: 'What became of a commitment is a fact like any other: without a source a reader cannot tell it from a guess.',
  bad: {
    yaml: `fates:
  - { term: purchase, fate: lapsed, date: 2025-12-31 }`,
    at: 'lapsed',
  },
  good: {
    yaml: `fates:
  - { term: purchase, fate: lapsed, date: 2025-12-31, source: us-june }`,
  },
  found: { by: 'reading' },
}
