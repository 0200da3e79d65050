import { type Facet, oneText } from '../facet.ts'
import { DISJOINT, NARROWER, WIDER } from '../relation.ts'
import { lengthAdvice } from '../values/time-advice.ts'
import { endAfter, timeExpects } from '../values/time-text.ts'
import { cut } from '../words.ts'
import {
  beforeStart,
  common,
  relateTimes,
  sameDay,
  stated,
  timeSchema,
  timeUnder,
  type When,
} from './times.ts'

export const end: Facet<When> = {
  ...common,
  name: 'end',
  unit: 'span',
  means: 'Until when it holds: a date, a duration from the start, open, or permanent.',
  rule: 'Two exact ends that are not the same day clash, and so do an exact end and permanent. An exact end against none is time-limited.',
  keys: [
    {
      key: 'end',
      about: 'Until when it holds: it stops on that day; `through DAY` includes the day.',
      expects: timeExpects,
      examples: ['2026-11-10', 'through 2026-11-09', 'permanent'],
      schema: timeSchema,
    },
    {
      key: 'duration',
      about: 'How long it holds, from its start or the one that the term assumes.',
      expects: 'a length such as 90 days or 1 year',
      examples: ['90 days'],
      schema: { type: 'string' },
    },
  ],
  parse: (given, context) => {
    const read = timeUnder(given, 'end', context)
    const length = oneText(given('duration'), 'a length such as 90 days or 1 year', context.report)
    const first = given('start')
      ? timeUnder(given, 'start', { ...context, report: () => undefined })
      : context.assumedStart
    if (read && first && beforeStart(read.time, first.time)) {
      context.report({
        rule: 'empty-set',
        place: read.place,
        message: `The end "${cut(read.text)}" lies before the start; expected an end after it.`,
      })
      return []
    }
    if (!length) return read ? [stated('end', read.time, { end: read.text }, read.place)] : []
    const after = endAfter(length.text, first)
    if ('wrong' in after) {
      context.report({
        rule: 'bad-value',
        place: length.place,
        message: `duration: ${after.wrong}.`,
        meant: () => {
          const help = lengthAdvice(length.text, first?.day ?? null)
          return help === null ? null : { help }
        },
      })
      return []
    }
    if (!read) return [stated('end', after.time, { duration: length.text }, length.place)]
    if (relateTimes(after.time, read.time) === DISJOINT)
      context.report({
        rule: 'end-not-duration',
        place: read.place,
        message: `The end "${cut(read.text)}" is not ${length.text} after the start; expected the two to agree.`,
        related: [{ message: 'the duration', place: length.place }],
      })
    return [stated('end', read.time, { end: read.text, duration: length.text }, read.place)]
  },
  relate: (a, b) => {
    const [x, y] = [a?.time ?? null, b?.time ?? null]
    if (x === null || y === null) return { possible: x === null ? WIDER : NARROWER, code: 'time-limited' }
    const possible = relateTimes(x, y)
    const open = x.shape === 'open' || y.shape === 'open'
    return { possible, noted: sameDay(x, y, possible), ...(open ? { code: 'time-limited' as const } : {}) }
  },
}
