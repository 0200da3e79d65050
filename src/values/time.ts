import Fraction from 'fraction.js'
import { cut } from '../words.ts'
import { ALL, after, before, from, halfOpen, type IntervalSet, point, upTo } from '../sets/interval.ts'

/**
 * Dates and instants as sets of minutes since 1970-01-01T00:00Z. A bare civil day is that day anywhere on earth: 48
 * hours, from midnight twelve hours east of Greenwich to midnight twelve hours west, so that neighbouring days
 * overlap and days further apart do not. Proleptic Gregorian calendar; no clock, no locale.
 */
export interface TimeSet {
  /** In minutes; relative to the anchor's midnight where there is one. */
  readonly set: IntervalSet
  /** An event whose date is not known, or null. */
  readonly anchor: string | null
  /** How long after its start, where that is how it was said. */
  readonly length?: Length
  /** What kind of thing was said; `instant` also stands for the midnight that ends a day (`through`). */
  readonly shape: 'instant' | 'day' | 'span' | 'bound' | 'at once' | 'open' | 'permanent'
}

/** A calendar length. Months and days do not convert into each other. */
export interface Length {
  readonly count: number
  readonly unit: 'day' | 'month'
}

const DAY = 24 * 60
/** How far from Greenwich a civil day is taken to begin, in minutes. */
export const REACH = 12 * 60
/** The point at infinity: after every date that has four digits of year. */
const NEVER = new Fraction(10_000_000_000)

export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** A day from YYYY-MM-DD; null where there is no such day. */
export function readDay(text: string): Day | null {
  const m = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  if (!m) return null
  const day = { year: Number(m[1]), month: Number(m[2]), day: Number(m[3]) }
  const exists =
    day.year >= 1000 &&
    day.month >= 1 &&
    day.month <= 12 &&
    day.day >= 1 &&
    day.day <= daysIn(day.year, day.month)
  return exists ? day : null
}

const two = (n: number): string => String(n).padStart(2, '0')
export const printDay = (d: Day): string => `${d.year}-${two(d.month)}-${two(d.day)}`
/** Minutes of the midnight at which a day begins in Greenwich. */
export const midnight = (d: Day): number => Date.UTC(d.year, d.month - 1, d.day) / 60_000
const dayOf = (minutes: number): Day => {
  const date = new Date(minutes * 60_000)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** A day by its number since 1970, YYYY-MM-DD. */
export const dayText = (days: number): string => printDay(dayOf(days * DAY))

/** The day a length after another; a month's end stays a month's end (31 January and one month: 28 or 29 February). */
export function addLength(d: Day, length: Length): Day {
  if (length.unit === 'day') return dayOf(midnight(d) + length.count * DAY)
  const months = d.year * 12 + (d.month - 1) + length.count
  const year = Math.floor(months / 12)
  const month = (months % 12) + 1
  return { year, month, day: Math.min(d.day, daysIn(year, month)) }
}

const minutes = (n: number): Fraction => new Fraction(n)

/** That civil day, anywhere on earth. */
export const civilDay = (d: Day): TimeSet => ({
  set: halfOpen(minutes(midnight(d) - REACH), minutes(midnight(d) + DAY + REACH)),
  anchor: null,
  shape: 'day',
})

/** From the first day to the last, both whole. */
const civilSpan = (first: Day, last: Day): TimeSet => ({
  set: halfOpen(minutes(midnight(first) - REACH), minutes(midnight(last) + DAY + REACH)),
  anchor: null,
  shape: 'span',
})

/** A day and so many days after an event whose date is not known. */
export const fromEvent = (anchor: string, length: Length): TimeSet =>
  length.unit === 'day'
    ? {
        set: halfOpen(minutes(length.count * DAY - REACH), minutes((length.count + 1) * DAY + REACH)),
        anchor,
        shape: 'day',
      }
    : { set: point(minutes(length.count)), anchor: `${anchor} + months`, shape: 'day' }

export const PERMANENT: TimeSet = { set: point(NEVER), anchor: null, shape: 'permanent' }
export const OPEN: TimeSet = { set: ALL, anchor: null, shape: 'open' }
export const atOnce = (said: Day): TimeSet => ({ ...civilDay(said), shape: 'at once' })

/** Everything up to the end of a time; from its beginning on. */
export const by = (t: TimeSet): TimeSet => ({
  set: upTo(t.set.at(-1)?.hi ?? after(NEVER)),
  anchor: t.anchor,
  shape: 'bound',
})
export const notBefore = (t: TimeSet): TimeSet => ({
  set: from(t.set[0]?.lo ?? before(minutes(0))),
  anchor: t.anchor,
  shape: 'bound',
})
/** The midnight that ends a day, anywhere on earth. */
export const through = (d: Day): TimeSet => ({
  set: halfOpen(minutes(midnight(d) + DAY - REACH), minutes(midnight(d) + DAY + REACH)),
  anchor: null,
  shape: 'instant',
})

/** What a calendar reading gives: a set, or why it is none. */
export type TimeReading = { readonly time: TimeSet; readonly day: Day | null } | { readonly wrong: string }

const ZONE = /^(.*?)\s*(?:(Z|UTC)|(?:UTC|GMT)?([+-\u2212])(\d\d):?(\d\d))$/

/** Reads a day, month, quarter, year or instant; null where the text has no such form. */
export function readCalendar(text: string): TimeReading | null {
  const t = text.trim()
  let m = /^(\d{4})$/.exec(t)
  if (m) {
    const year = Number(m[1])
    if (year < 1000) return { wrong: `"${t}" is no year of four digits` }
    return { time: civilSpan({ year, month: 1, day: 1 }, { year, month: 12, day: 31 }), day: null }
  }
  m = /^(\d{4})-[Qq]([1-4])$/.exec(t)
  if (m) {
    const year = Number(m[1])
    const month = Number(m[2]) * 3
    return {
      time: civilSpan({ year, month: month - 2, day: 1 }, { year, month, day: daysIn(year, month) }),
      day: null,
    }
  }
  m = /^(\d{4})-(\d\d)$/.exec(t)
  if (m) {
    const [year, month] = [Number(m[1]), Number(m[2])]
    if (month < 1 || month > 12) return { wrong: `"${t}" is no month` }
    return { time: civilSpan({ year, month, day: 1 }, { year, month, day: daysIn(year, month) }), day: null }
  }
  if (!/^\d{4}-\d\d-\d\d/.test(t)) return null
  const bare = readDay(t.slice(0, 10))
  if (!bare) return { wrong: `there is no day "${t.slice(0, 10)}"` }
  const rest = t
    .slice(10)
    .replace(/^[T ]+/, ' ')
    .trim()
  if (rest === '') return { time: civilDay(bare), day: bare }
  const zone = ZONE.exec(rest)
  if (!zone) return { wrong: `"${cut(rest)}" after the day is no time with a zone such as "00:01 -05:00"` }
  const offset = zone[2] ? 0 : (zone[3] === '+' ? 1 : -1) * (Number(zone[4]) * 60 + Number(zone[5]))
  if (Math.abs(offset) > 14 * 60 || Number(zone[5] ?? 0) > 59)
    return { wrong: `there is no zone "${cut(rest)}"` }
  const clock = (zone[1] ?? '').trim()
  if (clock === '')
    return {
      time: {
        set: halfOpen(minutes(midnight(bare) - offset), minutes(midnight(bare) + DAY - offset)),
        anchor: null,
        shape: 'day',
      },
      day: bare,
    }
  const hm = /^(\d\d):(\d\d)$/.exec(clock)
  if (!hm || Number(hm[1]) > 24 || Number(hm[2]) > 59 || (hm[1] === '24' && hm[2] !== '00'))
    return { wrong: `"${cut(clock)}" is no time of day such as "13:01"` }
  const at = midnight(bare) + Number(hm[1]) * 60 + Number(hm[2]) - offset
  return { time: { set: point(minutes(at)), anchor: null, shape: 'instant' }, day: bare }
}

/** The span from the beginning of one time to the end of another; null where it would end before it begins. */
export function spanOf(a: TimeSet, b: TimeSet): TimeSet | null {
  const lo = a.set[0]?.lo
  const hi = b.set.at(-1)?.hi
  if (!lo || !hi || a.anchor || b.anchor) return null
  // The end is compared by where it begins: a span may begin and end on one day, and not run backwards.
  const endFrom = b.set[0]?.lo
  if (endFrom && lo.at.compare(endFrom.at) > 0) return null
  return { set: [{ lo, hi }], anchor: null, shape: 'span' }
}

/** A day, month or instant as a date for ordering: its last day, YYYY-MM-DD, and how it was written. */
export function lastDay(text: string): string | null {
  const day = readDay(text.slice(0, 10))
  const instant = text.length === 10 ? null : readCalendar(text)
  if (day && (text.length === 10 || (instant && 'time' in instant))) return printDay(day)
  const month = /^(\d{4})-(\d\d)$/.exec(text)
  if (!month) return null
  const [y, mo] = [Number(month[1]), Number(month[2])]
  return mo >= 1 && mo <= 12 && y >= 1000 ? printDay({ year: y, month: mo, day: daysIn(y, mo) }) : null
}

/** An instant of UTC in ISO 8601, for the JSON's bounds; null for no bound, `permanent` for the point at infinity. */
export function printInstant(at: Fraction | null): string | null {
  if (at === null) return null
  if (at.compare(NEVER) >= 0) return 'permanent'
  return new Date(Number(at.valueOf()) * 60_000).toISOString().replace(/:\d\d\.\d+Z$/, 'Z')
}

/** The fewest and the most days that a length can have. */
const daysOf = ({ count, unit }: Length): readonly [number, number] =>
  unit === 'day' ? [count, count] : [Math.floor((count * 365) / 12) - 2, Math.ceil((count * 366) / 12) + 2]

/**
 * How two lengths from starts that are not both known stand: `same`, `apart`, or open. Starts and ends that are each
 * the same or neighbouring days leave two days of play, so that only lengths further apart than that clash.
 */
export function compareLengths(a: Length, b: Length): 'same' | 'apart' | 'open' {
  if (a.unit === b.unit && a.count === b.count) return 'same'
  const [x, y] = [daysOf(a), daysOf(b)]
  return x[0] - y[1] > 2 || y[0] - x[1] > 2 ? 'apart' : 'open'
}

/** Days since 1970 of the first and the last civil day of a time; null where it has none or hangs on an event. */
export const firstDayOf = (t: TimeSet): number | null => civilDayOf(t, 'first')
export const lastDayOf = (t: TimeSet): number | null => civilDayOf(t, 'last')

function civilDayOf(t: TimeSet, which: 'first' | 'last'): number | null {
  if (t.anchor !== null || t.shape === 'permanent' || t.shape === 'open') return null
  const [lo, hi] = [t.set[0]?.lo?.at, t.set.at(-1)?.hi?.at]
  const day = (minutesSince: number): number => Math.floor(minutesSince / DAY)
  // An instant, the midnight that ends a day, and a day in a zone: the day in the middle of it.
  if (lo && hi && Number(hi.sub(lo).valueOf()) < 2 * DAY)
    return day((Number(lo.valueOf()) + Number(hi.valueOf())) / 2)
  const edge = which === 'first' ? lo : hi
  if (!edge) return null
  return which === 'first' ? day(Number(edge.valueOf()) + REACH) : day(Number(edge.valueOf()) - REACH - 1)
}
