import type { Rule } from '../../rule.ts'

export const badUrl: Rule = {
  id: 'bad-url',
  severity: 'error',
  summary: 'a link that is no web address',
  why: 'Whoever doubts a quote follows its link: one that cannot be opened proves nothing.',
  bad: {
    yaml: `sources:
  us-june:
    party: us
    by: USTR
    kind: minister
    date: 2025-06-11
    seen: { copy: original, url: ustr.gov/rice }
  china-june: { party: china, by: MOFCOM, kind: text, date: 2025-06-12 }`,
    at: 'ustr.gov/rice',
  },
  good: {
    yaml: `sources:
  us-june:
    party: us
    by: USTR
    kind: minister
    date: 2025-06-11
    seen: { copy: original, url: "https://ustr.gov/rice" }
  china-june: { party: china, by: MOFCOM, kind: text, date: 2025-06-12 }`,
  },
  found: { by: 'reading' },
}
