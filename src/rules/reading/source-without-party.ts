import type { Rule } from '../../rule.ts'

export const sourceWithoutParty: Rule = {
  id: 'source-without-party',
  severity: 'error',
  summary: 'a statement of rank that is nobody’s',
  why: 'A minister speaks for a government: which one, the file has to say, or what was said counts for nobody.',
  bad: {
    yaml: `sources:
  us-june: { by: USTR, kind: minister, date: 2025-06-11 }
  china-june: { party: china, by: MOFCOM, kind: text, date: 2025-06-12 }
announced:
  china:
    purchase: { act: buy, value: 2 Mt, source: china-june }`,
    at: 'minister',
  },
  good: {
    yaml: `sources:
  us-june: { party: us, by: USTR, kind: minister, date: 2025-06-11 }
  china-june: { party: china, by: MOFCOM, kind: text, date: 2025-06-12 }`,
  },
  found: { by: 'reading' },
}
