import type { Rule } from '../rule.ts'

export const ignoreMalformed: Rule = {
  id: 'ignore-malformed',
  severity: 'warning',
  summary: 'a comment that was to ignore a finding, and cannot',
  why: 'Whoever wrote it believes that the finding is dealt with. A reason is required, so that the next reader can tell whether it still holds.',
  bad: {
    yaml: `announced:
  us:
    # dealdiff-ignore denial-without-quote
    purchase: { act: buy, value: 2 Mt, source: us-june }
  china:
    purchase: { act: buy, value: 2 Mt, source: china-june }`,
    at: '# dealdiff-ignore denial-without-quote',
  },
  good: {
    yaml: `announced:
  us:
    # dealdiff-ignore denial-without-quote -- the statement was seen in translation only
    purchase: { act: not buy, source: us-june }
  china:
    purchase: { act: buy, value: 2 Mt, source: china-june }`,
  },
  found: { by: 'suppressing' },
}
