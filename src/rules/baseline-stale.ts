import type { Rule } from '../rule.ts'

export const baselineStale: Rule = {
  id: 'baseline-stale',
  severity: 'warning',
  summary: 'an entry of the baseline for a finding which is not there any more',
  why: 'An entry that outlives its finding would hide the same mistake when it is made again.',
  bad: {
    whole: true,
    yaml: `{
  "version": 1,
  "findings": [
    {"path":"rice.yaml","rule":"unused-source","about":"sources/us-may","args":["us-may"],"count":1}
  ]
}
`,
    at: '{"path":"rice.yaml","rule":"unused-source","about":"sources/us-may","args":["us-may"],"count":1}',
  },
  good: {
    whole: true,
    yaml: `{
  "version": 1,
  "findings": []
}
`,
  },
  found: { by: 'suppressing' },
}
