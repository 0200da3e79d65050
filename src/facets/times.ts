import type { Stated } from '../deal.ts'
import { type Bounds, type Facet, type Given, oneText, type ParseContext, type StartLike } from '../facet.ts'
import { ANY, DISJOINT, EQUAL, MEET, NARROWER, surely, WIDER } from '../relation.ts'
import { intersect, relateIntervals, union } from '../sets/interval.ts'
import { by, compareLengths, firstDayOf, lastDayOf, printInstant, type TimeSet } from '../values/time.ts'
import { lengthAdvice, timeAdvice } from '../values/time-advice.ts'
import { endAfter, readTime, timeExpects, timeInShort, UNNAMED } from '../values/time-text.ts'
import { cut } from '../words.ts'

/** A time as a facet holds it: the set, and the words that said it. */
export interface When {
  readonly time: TimeSet
  /** The YAML that says it, by key. */
  readonly said: Readonly<Record<string, string>>
}

/** The one time under a key; a mistake is reported. */
export function timeUnder(
  given: Given,
  key: string,
  context: ParseContext,
): (StartLike & { text: string; place: Stated['place'] }) | null {
  const found = oneText(given(key), timeExpects, context.report)
  if (!found) return null
  const read = readTime(found.text, context)
  if ('wrong' in read) {
    context.report({
      rule: 'bad-value',
      place: found.place,
      message: `${key}: ${read.wrong}; expected ${timeExpects}.`,
      ...(read.help ? { help: read.help } : {}),
      meant: () => {
        const help = timeAdvice(found.text, context)
        return help === null ? null : { message: `${key}: ${read.wrong}; expected ${timeInShort}.`, help }
      },
    })
    return null
  }
  return { ...read, text: found.text, place: found.place }
}

/** How two times stand; times that hang on different events whose dates are not known are unknown to each other. */
export function relateTimes(a: TimeSet, b: TimeSet) {
  if (a.shape === 'at once' && b.shape === 'at once') return EQUAL
  if (a.length && b.length && [a.anchor, b.anchor].some((x) => x?.startsWith(UNNAMED)))
    return { same: EQUAL, apart: DISJOINT, open: ANY }[compareLengths(a.length, b.length)]
  if (a.anchor !== b.anchor)
    return a.shape === 'open' || b.shape === 'open' ? relateIntervals(a.set, b.set) : ANY
  return relateIntervals(a.set, b.set)
}

/**
 * An instant inside the other side's bare day is that day said more exactly; so is one that may be the midnight by
 * which the other side's day ends.
 */
export const sameDay = (a: TimeSet, b: TimeSet, relation: number): boolean => {
  const within = (x: TimeSet, y: TimeSet): boolean =>
    x.shape === 'instant' && (y.shape === 'day' || y.shape === 'instant')
  return (within(a, b) && surely(relation, NARROWER)) || (within(b, a) && surely(relation, WIDER))
}

export const boundsOf = (t: TimeSet): Bounds => ({
  min: t.anchor ? null : printInstant(t.set[0]?.lo?.at ?? null),
  max: t.anchor ? null : printInstant(t.set.at(-1)?.hi?.at ?? null),
  unit: 'UTC',
  basis: null,
})

const common = {
  role: 'content',
  print: (value: When) => value.said,
  denies: () => false,
  meet: (a: When, b: When): When | null | undefined => {
    if (a.time.anchor !== b.time.anchor) return undefined
    const set = intersect(a.time.set, b.time.set)
    return set.length === 0 ? null : { ...a, time: { ...a.time, set } }
  },
  join: (a: When, b: When): When => ({
    ...a,
    time: { ...a.time, set: union(a.time.set, b.time.set), shape: 'span' },
  }),
  bounds: (value: When) => boundsOf(value.time),
} as const

const timeSchema = { type: ['string', 'integer'] }
const stated = (
  facet: string,
  time: TimeSet,
  said: Record<string, string>,
  place: Stated['place'],
): Stated => ({
  facet,
  axis: null,
  value: { time, said } satisfies When,
  text: Object.values(said).join(', '),
  place,
})

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

/** Whether one claim is over by the time another begins: it ends on that day, or on one before it. */
export function endsBefore(end: When, start: When): boolean {
  const [last, first] = [lastDayOf(end.time), firstDayOf(start.time)]
  return last !== null && first !== null && last <= first
}

/** Whether one start surely comes on an earlier day than another. */
export function begunBefore(a: When, b: When): boolean {
  const [x, y] = [firstDayOf(a.time), firstDayOf(b.time)]
  return x !== null && y !== null && x < y
}

/** Whether something begins only after the day by which another must be done. */
export function startsAfter(start: When, deadline: When): boolean {
  const [first, last] = [firstDayOf(start.time), lastDayOf(deadline.time)]
  return first !== null && last !== null && first > last + 1
}

/** Whether an end lies wholly before anything that the start allows. */
const beforeStart = (stop: TimeSet, begin: TimeSet): boolean => {
  const hi = stop.set.at(-1)?.hi
  const lo = begin.set[0]?.lo
  return (
    stop.anchor === null && begin.anchor === null && hi != null && lo != null && hi.at.compare(lo.at) <= 0
  )
}

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
