import type { Rule } from '../../rule.ts'

export const unknownParty: Rule = {
  id: 'unknown-party',
  severity: 'error',
  summary: 'a party that the file does not declare',
  why: 'What is said by nobody known is compared with nobody: the term would look missing on that side.',
  bad: {
    yaml: `announced:
  prc:
    purchase: { act: buy, value: 2 Mt, source: china-june }`,
    at: 'prc',
  },
  good: {
    yaml: `announced:
  china:
    purchase: { act: buy, value: 2 Mt, source: china-june }`,
  },
  found: { by: 'reading' },
}
