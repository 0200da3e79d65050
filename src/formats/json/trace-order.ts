import type { TraceReport } from '../../report/trace-report.ts'
import { type Order, place } from './nouns-order.ts'
import { source, term } from './term-order.ts'

export const trace: Order<TraceReport> = {
  deals: {
    deal: true,
    title: true,
    path: true,
    held: true,
    begins: true,
    parties: { id: true, name: true, short: true },
    sources: source,
  },
  traces: {
    word: true,
    as: true,
    also: { as: true, subjects: true },
    near: true,
    charts: {
      basis: true,
      says: true,
      unit: true,
      subject: true,
      figures: {
        deal: true,
        term: true,
        part: true,
        date: true,
        source: true,
        parties: true,
        attributed: true,
        reported: true,
        text: true,
        min: true,
        max: true,
        denied: true,
        period: true,
        scope: true,
        start: true,
        from: {
          text: true,
          min: true,
          max: true,
          derived: { off: true, basis: true, source: true, reported: true },
        },
        place,
      },
    },
    threads: {
      subject: true,
      steps: {
        deal: true,
        term,
        sides: {
          party: true,
          became: {
            word: true,
            deal: true,
            term: true,
            sentence: true,
            moves: { part: true, facet: true, axis: true, before: true, now: true },
          },
        },
      },
      without: true,
    },
  },
}
