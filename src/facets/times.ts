import type { Stated } from '../deal.ts'
import { type Bounds, type Given, oneText, type ParseContext, type StartLike } from '../facet.ts'
import { ANY, DISJOINT, EQUAL, NARROWER, OVERLAP, surely, WIDER } from '../relation.ts'
import { intersect, relateIntervals, union } from '../sets/interval.ts'
import { compareLengths, firstDayOf, lastDayOf, printInstant, type TimeSet } from '../values/time.ts'
import { timeAdvice } from '../values/time-advice.ts'
import { readTime, timeExpects, timeInShort, UNNAMED } from '../values/time-text.ts'

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
  // Three months and 90 days are one length, said in two ways: whoever says so has not counted the days.
  if (
    a.length &&
    b.length &&
    a.length.unit !== b.length.unit &&
    compareLengths(a.length, b.length) === 'open'
  )
    return OVERLAP
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

/** What every facet of time has alike. */
export const common = {
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

export const timeSchema = { type: ['string', 'integer'] }
/** A time as a claim states it. */
export const stated = (
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
export const beforeStart = (stop: TimeSet, begin: TimeSet): boolean => {
  const hi = stop.set.at(-1)?.hi
  const lo = begin.set[0]?.lo
  return (
    stop.anchor === null && begin.anchor === null && hi != null && lo != null && hi.at.compare(lo.at) <= 0
  )
}
