import type { ChangesReport, Standing } from '../../report/report.ts'
import { type Order, place, summary } from './nouns-order.ts'

const fields: Order<ChangesReport>['deals']['fields'] = { field: true, before: true, after: true }
const run: Order<NonNullable<ChangesReport['deals'][number]['terms'][number]['entries'][number]['says']>> = {
  text: true,
  only: true,
}
const standing: Order<Standing> = { verdict: true, aside: true, couldBe: true, sentence: true, itself: true }

export const changes: Order<ChangesReport> = {
  base: { revision: true, commit: true },
  head: { revision: true, commit: true },
  deals: {
    deal: true,
    title: true,
    state: true,
    from: true,
    to: true,
    parties: { id: true, name: true, short: true },
    before: summary,
    after: summary,
    fields,
    sources: { id: true, was: true, state: true, fields, by: true, date: true, url: true, place },
    words: { kind: true, word: true, state: true, before: true, after: true, place },
    terms: {
      id: true,
      was: true,
      title: true,
      state: true,
      before: standing,
      after: standing,
      became: true,
      fields,
      entries: {
        kind: true,
        state: true,
        parties: true,
        part: true,
        source: true,
        by: true,
        date: true,
        url: true,
        facets: { field: true, axis: true, before: true, after: true },
        says: run,
        quote: run,
        newQuote: true,
        place,
      },
      causes: { kind: true, sentence: true, place, gone: true },
      place,
    },
  },
  same: true,
  words: { kind: true, word: true, state: true, before: true, after: true, place },
  summary: {},
}
