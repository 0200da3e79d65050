import Fraction from 'fraction.js'
import { type IntervalSet, intersect, sameSet } from '../sets/interval.ts'
import { REACH } from './time.ts'
import { readTime, type TimeContext } from './time-text.ts'
import { cut } from '../words.ts'

/** The time that a figure is about: one span, or each of several. */
export interface Period {
  readonly slices: readonly Slice[]
  /** Whether every slice is a year. */
  readonly yearly: boolean
  readonly text: string
}
export interface Slice {
  /** Canonical: two slices are the same where this is. */
  readonly key: string
  readonly set: IntervalSet
  /** The event without a date on which it hangs, or null. */
  readonly anchor: string | null
}

/** More slices than any period has; a longer one is a slip. */
const MOST = 400

/** Reads TIME or `each of` TIME; the slices of the latter are the years, quarters or months that it runs through. */
export function readPeriod(
  text: string,
  context: TimeContext,
): Period | { readonly wrong: string; readonly help?: string } {
  const each = /^each (?:of )?(.+)$/i.exec(text.trim())
  if (!each?.[1]) {
    const read = readTime(text, context)
    if ('wrong' in read) return read
    return {
      slices: [
        { key: keyOf(read.time.set, read.time.anchor), set: civil(read.time.set), anchor: read.time.anchor },
      ],
      yearly: /^\d{4}$/.test(text.trim()),
      text,
    }
  }
  const [first = '', last = first, ...more] = each[1].trim().split(/\s+to\s+/i)
  const [a, b] = [unitsOf(first), unitsOf(last)]
  if (!a || !b || a.per !== b.per || more.length > 0)
    return {
      wrong: `"${cut(text)}" does not run through years, quarters or months`,
      help: 'write "each of 2026 to 2028"',
    }
  if (b.index < a.index) return { wrong: `"${cut(text)}" ends before it begins` }
  if (b.index - a.index >= MOST) return { wrong: `"${cut(text)}" has more than ${MOST} slices` }
  const slices: Slice[] = []
  for (let index = a.index; index <= b.index; index++) {
    const read = readTime(nameOf(a.per, index), context)
    if ('wrong' in read) return read
    slices.push({ key: keyOf(read.time.set, null), set: civil(read.time.set), anchor: read.time.anchor })
  }
  return { slices, yearly: a.per === 1, text }
}

/**
 * The civil time of a span, without the margin that it has so that zones never make two instants clash: a figure for
 * 2026 and one for 2027 are about different years, wherever one stands.
 */
function civil(set: IntervalSet): IntervalSet {
  const margin = new Fraction(REACH)
  return set.map(({ lo, hi }) =>
    lo && hi && hi.at.sub(lo.at).compare(4 * REACH) >= 0
      ? { lo: { ...lo, at: lo.at.add(margin) }, hi: { ...hi, at: hi.at.sub(margin) } }
      : { lo, hi },
  )
}

const keyOf = (set: IntervalSet, anchor: string | null): string =>
  `${anchor ?? ''}|${set.map(({ lo, hi }) => `${lo?.at.toFraction() ?? ''}~${hi?.at.toFraction() ?? ''}`).join(' ')}`

/** A year, quarter or month as a count of such since year 0. */
function unitsOf(text: string): { per: 1 | 4 | 12; index: number } | null {
  const m = /^(\d{4})(?:-(?:[Qq]([1-4])|(\d\d)))?$/.exec(text.trim())
  if (!m) return null
  const year = Number(m[1])
  if (m[2]) return { per: 4, index: year * 4 + Number(m[2]) - 1 }
  if (m[3]) return { per: 12, index: year * 12 + Number(m[3]) - 1 }
  return { per: 1, index: year }
}

function nameOf(per: 1 | 4 | 12, index: number): string {
  const year = Math.floor(index / per)
  if (per === 1) return String(year)
  return per === 4 ? `${year}-Q${(index % 4) + 1}` : `${year}-${String((index % 12) + 1).padStart(2, '0')}`
}

export const sameSlices = (a: Period, b: Period): boolean =>
  a.slices.length === b.slices.length && a.slices.every((s, i) => s.key === b.slices[i]?.key)
/** Whether one slice is of both: there an amount of the one and of the other are about the same thing. */
export const shareSlice = (a: Period, b: Period): boolean => {
  const keys = new Set(a.slices.map((s) => s.key))
  return b.slices.some((s) => keys.has(s.key))
}
/** Whether the two hang on different events, so that nothing is known of how they stand. */
export const anchoredApart = (a: Period, b: Period): boolean =>
  a.slices.some((x) => b.slices.some((y) => x.anchor !== y.anchor))
/** Whether some moment lies in both, or may. */
export const periodsMeet = (a: Period, b: Period): boolean =>
  sameSlices(a, b) ||
  anchoredApart(a, b) ||
  a.slices.some((x) => b.slices.some((y) => intersect(x.set, y.set).length > 0))
export const emptyPeriod = (p: Period): boolean => p.slices.some((s) => sameSet(s.set, []))
