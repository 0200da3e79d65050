import type { Rule } from '../../rule.ts'

export const tooFewParties: Rule = {
  id: 'too-few-parties',
  severity: 'error',
  summary: 'a deal or a term with fewer than two parties',
  why: 'There is nothing to set side by side where only one side is there.',
  bad: {
    yaml: `deal: rice
parties: { us: United States }
sources:
  us-june: { party: us, by: USTR, kind: minister, date: 2025-06-11 }
terms:
  purchase: { title: China buys US rice }
announced:
  us:
    purchase: { act: buy, value: 2 Mt, source: us-june }
`,
    at: '{ us: United States }',
    whole: true,
  },
  good: {
    yaml: 'parties: { us: United States, china: China }',
  },
  found: { by: 'reading' },
}
