import type { DueReport } from '../../report/due-report.ts'
import { type Order, place } from './nouns-order.ts'

const moved = { day: true, text: true, when: true, source: true, said: true, place } as const

const date: Order<DueReport['items'][number]['sides'][number]['dates'][number]> = {
  kind: true,
  day: true,
  text: true,
  min: true,
  max: true,
  sentence: true,
  says: true,
  quote: true,
  source: true,
  said: true,
  moved,
  place,
}

export const due: Order<DueReport> = {
  day: true,
  within: true,
  deals: {
    deal: true,
    title: true,
    path: true,
    parties: { id: true, name: true, short: true },
    sources: { id: true, party: true, by: true, kind: true, date: true, url: true },
  },
  items: {
    deal: true,
    term: true,
    title: true,
    part: true,
    topic: true,
    subject: true,
    kind: true,
    day: true,
    until: true,
    state: true,
    days: true,
    obligor: true,
    sentence: true,
    all: true,
    sides: { party: true, state: true, dates: date, text: true },
    returns: { parties: true, text: true, inferred: true, source: true, place },
    fate: true,
    fates: { part: true, fate: true, date: true, deal: true, says: true, source: true, place },
    place,
  },
  undated: {
    deal: true,
    term: true,
    title: true,
    part: true,
    obligor: true,
    why: true,
    text: true,
    parties: true,
    place,
  },
  summary: { ahead: true, passed: true, unknown: true, left: true },
}
