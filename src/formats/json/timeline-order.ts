import type { TimelineReport } from '../../report/timeline-report.ts'
import { type Order, summary } from './nouns-order.ts'
import { step } from './step-order.ts'

export const timeline: Order<TimelineReport> = {
  deals: {
    deal: true,
    title: true,
    path: true,
    from: true,
    to: true,
    days: {
      day: true,
      date: true,
      sources: { id: true, party: true, by: true, date: true },
      terms: { term: true, title: true, step },
      summary,
    },
  },
}
