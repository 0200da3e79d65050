import type { SettleReport } from '../../report/settle-report.ts'
import { type Order, place } from './nouns-order.ts'

export const settle: Order<SettleReport> = {
  of: true,
  deals: {
    deal: true,
    title: true,
    path: true,
    parties: { id: true, name: true, short: true },
    held: true,
    gaps: {
      term: true,
      title: true,
      topic: true,
      obligor: true,
      verdict: true,
      pairs: {
        parties: true,
        sentence: true,
        note: true,
        ways: {
          party: true,
          with: true,
          kind: true,
          sentence: true,
          option: true,
          changes: { part: true, facet: true, axis: true, change: true, text: true },
          closes: true,
          left: true,
          yaml: true,
        },
      },
      place,
    },
    agreed: {
      term: true,
      title: true,
      topic: true,
      parties: true,
      sentence: true,
      notes: true,
      sources: { id: true, party: true, by: true, date: true, url: true },
      place,
    },
    others: { verdict: true, terms: true },
    aside: true,
  },
}
