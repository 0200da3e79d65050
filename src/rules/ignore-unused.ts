import type { Rule } from '../rule.ts'

export const ignoreUnused: Rule = {
  id: 'ignore-unused',
  severity: 'warning',
  summary: 'a comment that ignores a finding which is not there',
  why: 'A comment that outlives its finding would hide the next one, for a reason that was given for another.',
  mends: true,
  bad: {
    yaml: `announced:
  us:
    # dealdiff-ignore denial-without-quote -- the statement was seen in translation only
    purchase: { act: buy, value: 2 Mt, source: us-june }
  china:
    purchase: { act: buy, value: 2 Mt, source: china-june }`,
    at: 'denial-without-quote',
  },
  good: {
    yaml: `announced:
  us:
    purchase: { act: buy, value: 2 Mt, source: us-june }
  china:
    purchase: { act: buy, value: 2 Mt, source: china-june }`,
  },
  found: { by: 'suppressing' },
}
