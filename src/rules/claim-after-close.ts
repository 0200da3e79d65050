import type { Rule } from '../rule.ts'
import { lastDay } from '../values/time.ts'
import { nodeAt } from './of/at.ts'

export const claimAfterClose: Rule = {
  id: 'claim-after-close',
  severity: 'warning',
  summary: 'a statement later than the day on which the record closes',
  why: 'The file says that nothing later was searched for. A claim from after that day stands against silences that nobody looked for.',
  bad: {
    yaml: `record-closes: 2025-06-30
sources:
  us-june: { party: us, by: USTR, kind: minister, issuer: USTR, date: 2025-06-11, read: whole, seen: { copy: original } }
  china-july: { party: china, by: MOFCOM, kind: spokesperson, issuer: MOFCOM, date: 2025-07-02, read: whole, seen: { copy: original } }
announced:
  us:
    purchase: { act: buy, value: 2 Mt, source: us-june }
  china:
    purchase: { act: buy, value: 2 Mt, source: china-july }`,
    at: '2025-07-02',
  },
  good: {
    yaml: `record-closes: 2025-07-15
sources:
  us-june: { party: us, by: USTR, kind: minister, issuer: USTR, date: 2025-06-11, read: whole, seen: { copy: original } }
  china-july: { party: china, by: MOFCOM, kind: spokesperson, issuer: MOFCOM, date: 2025-07-02, read: whole, seen: { copy: original } }
announced:
  us:
    purchase: { act: buy, value: 2 Mt, source: us-june }
  china:
    purchase: { act: buy, value: 2 Mt, source: china-july }`,
  },
  found: {
    by: 'deal',
    *in({ deal, root }) {
      const closes = deal.recordCloses === null ? null : lastDay(deal.recordCloses)
      const at = nodeAt(root, 'record-closes')?.place
      if (closes === null || !at) return
      for (const { id, date, day, aside, place } of deal.sources.values())
        if (!aside && firstDay(date, day) > closes)
          yield {
            place: nodeAt(root, 'sources', id, 'date')?.place ?? place,
            args: [id, date],
            message: `The source "${id}" is dated ${date}, and the record closes on ${deal.recordCloses}; expected no later day.`,
            help: 'Write under `record-closes` the day up to which every side was searched, or leave the statement out.',
            related: [{ message: 'the record closes', place: at }],
          }
    },
  },
}

/** Of a month, the day from which it may have been said: what may lie before the close is no mistake. */
const firstDay = (date: string, day: string): string => (/^\d{4}-\d\d$/.test(date) ? `${date}-01` : day)
