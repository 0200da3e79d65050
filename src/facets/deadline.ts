import type { Facet } from '../facet.ts'
import { MEET, NARROWER, WIDER } from '../relation.ts'
import { relateIntervals } from '../sets/interval.ts'
import { by } from '../values/time.ts'
import { timeExpects } from '../values/time-text.ts'
import { common, relateTimes, sameDay, stated, timeSchema, timeUnder, type When } from './times.ts'

export const deadline: Facet<When> = {
  ...common,
  name: 'deadline',
  unit: 'deadline',
  means: 'By when it must be done.',
  rule: 'Everything up to the day. An earlier deadline is tighter, and never clashes with a later one.',
  keys: [
    {
      key: 'deadline',
      about: 'By when it must be done.',
      expects: timeExpects,
      examples: ['2025-12-31'],
      schema: timeSchema,
    },
  ],
  parse: (given, context) => {
    const read = timeUnder(given, 'deadline', context)
    return read ? [stated('deadline', read.time, { deadline: read.text }, read.place)] : []
  },
  relate: (a, b) => {
    if (a === null || b === null) return { possible: a === null ? WIDER : NARROWER, noted: true }
    const exact = relateTimes(a.time, b.time)
    const possible =
      a.time.anchor !== b.time.anchor ? exact & MEET : relateIntervals(by(a.time).set, by(b.time).set)
    return { possible, code: 'tighter-deadline', noted: sameDay(a.time, b.time, exact) }
  },
}
