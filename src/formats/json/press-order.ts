import type { PressReport } from '../../report/press-report.ts'
import { type Order, place } from './nouns-order.ts'
import { source } from './term-order.ts'

const why: Order<PressReport>['claims']['why'] = { text: true, sources: true }

export const press: Order<PressReport> = {
  caveat: true,
  article: { path: true, title: true, source },
  deals: {
    deal: true,
    title: true,
    path: true,
    held: true,
    recordCloses: true,
    parties: { id: true, name: true, short: true },
    sources: source,
  },
  claims: {
    deal: true,
    term: true,
    title: true,
    part: true,
    source,
    says: true,
    quote: true,
    facets: { facet: true, axis: true, text: true },
    judged: true,
    notJudged: true,
    attributed: true,
    judgements: {
      party: true,
      judgement: true,
      sentence: true,
      why,
      borneOutBy: true,
      onDay: { day: true, judgement: true, sentence: true, since: true, now: true, nowSentence: true },
    },
    announcedBy: true,
    sentence: true,
    why,
    place,
  },
  summary: {},
}
