import type { Rule } from '../../rule.ts'

export const notJoint: Rule = {
  id: 'not-joint',
  severity: 'error',
  summary: 'a joint claim whose source is of one party only',
  why: 'What stands under `jointly` counts as said by every side: a text of one side would put words into the mouth of the other.',
  bad: {
    yaml: `jointly:
  purchase: { act: buy, value: 2 Mt, source: us-june }
announced: {}`,
    at: 'us-june',
  },
  good: {
    yaml: `sources:
  joint-text:
    party: [us, china]
    by: both governments
    kind: text
    date: 2025-06-11
jointly:
  purchase: { act: buy, value: 2 Mt, source: joint-text }
announced: {}`,
  },
  found: { by: 'reading' },
}
