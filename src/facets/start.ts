import type { Facet } from '../facet.ts'
import { NARROWER, WIDER } from '../relation.ts'
import { timeExpects } from '../values/time-text.ts'
import { common, relateTimes, sameDay, stated, timeSchema, timeUnder, type When } from './times.ts'

export const start: Facet<When> = {
  ...common,
  name: 'start',
  unit: 'span',
  means: 'From when it holds.',
  rule: 'A bare day is that day anywhere on earth, so that neighbouring days never clash; instants compare in UTC.',
  keys: [
    {
      key: 'start',
      about: 'From when it holds.',
      expects: timeExpects,
      examples: ['2025-11-10', 'at once'],
      schema: timeSchema,
    },
  ],
  parse: (given, context) => {
    const read = timeUnder(given, 'start', context)
    return read ? [stated('start', read.time, { start: read.text }, read.place)] : []
  },
  relate: (a, b) => {
    if (a === null || b === null) return { possible: a === null ? WIDER : NARROWER, noted: true }
    const possible = relateTimes(a.time, b.time)
    return { possible, noted: sameDay(a.time, b.time, possible) }
  },
}
