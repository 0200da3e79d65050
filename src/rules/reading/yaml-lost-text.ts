import type { Rule } from '../../rule.ts'

export const yamlLostText: Rule = {
  id: 'yaml-lost-text',
  severity: 'error',
  summary: 'text after a space and "#", which YAML takes for a comment',
  why: 'The half of a value that becomes a comment is not compared, and what is left may say something else.',
  bad: {
    yaml: `announced:
  us:
    purchase:
      says: the offer is no #2 of the list
      act: buy
      source: us-june`,
    at: '#2 of the list',
  },
  good: {
    yaml: `announced:
  us:
    purchase:
      says: "the offer is no #2 of the list"
      act: buy
      source: us-june`,
  },
  found: { by: 'reading' },
}
