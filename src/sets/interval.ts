import type Fraction from 'fraction.js'
import { type Possible, relationOf } from '../relation.ts'

/**
 * Exact sets of points of a line: finite unions of intervals. An interval runs between two cuts; a cut lies just
 * before or just after a number, so that open and closed ends need no cases. Null is the line's end.
 */
export interface Cut {
  readonly at: Fraction
  readonly side: -1 | 1
}
export interface Interval {
  readonly lo: Cut | null
  readonly hi: Cut | null
}
/** Sorted, not empty, not touching. */
export type IntervalSet = readonly Interval[]

export const before = (at: Fraction): Cut => ({ at, side: -1 })
export const after = (at: Fraction): Cut => ({ at, side: 1 })

/** [x, y], closed. */
export const closed = (x: Fraction, y: Fraction): IntervalSet => normal([{ lo: before(x), hi: after(y) }])
/** [x, y), open above. */
export const halfOpen = (x: Fraction, y: Fraction): IntervalSet => normal([{ lo: before(x), hi: before(y) }])
export const point = (x: Fraction): IntervalSet => closed(x, x)
export const from = (lo: Cut): IntervalSet => [{ lo, hi: null }]
export const upTo = (hi: Cut): IntervalSet => [{ lo: null, hi }]
export const ALL: IntervalSet = [{ lo: null, hi: null }]

const compareCuts = (a: Cut, b: Cut): number => a.at.compare(b.at) || a.side - b.side
const compareLo = (a: Cut | null, b: Cut | null): number =>
  a === null ? (b === null ? 0 : -1) : b === null ? 1 : compareCuts(a, b)
const compareHi = (a: Cut | null, b: Cut | null): number =>
  a === null ? (b === null ? 0 : 1) : b === null ? -1 : compareCuts(a, b)
/** Whether an interval that ends at `hi` reaches or touches one that begins at `lo`. */
const reaches = (hi: Cut | null, lo: Cut | null): boolean =>
  hi === null || lo === null || compareCuts(hi, lo) >= 0
const isEmpty = ({ lo, hi }: Interval): boolean => lo !== null && hi !== null && compareCuts(lo, hi) >= 0

/** Sorts, drops what is empty, joins what touches. */
export function normal(parts: readonly Interval[]): IntervalSet {
  const out: Interval[] = []
  for (const next of parts.filter((p) => !isEmpty(p)).sort((a, b) => compareLo(a.lo, b.lo))) {
    const last = out.at(-1)
    if (last && reaches(last.hi, next.lo))
      out[out.length - 1] = { lo: last.lo, hi: compareHi(last.hi, next.hi) >= 0 ? last.hi : next.hi }
    else out.push(next)
  }
  return out
}

export const union = (a: IntervalSet, b: IntervalSet): IntervalSet => normal([...a, ...b])

export function intersect(a: IntervalSet, b: IntervalSet): IntervalSet {
  const out: Interval[] = []
  for (const x of a)
    for (const y of b)
      out.push({ lo: compareLo(x.lo, y.lo) >= 0 ? x.lo : y.lo, hi: compareHi(x.hi, y.hi) <= 0 ? x.hi : y.hi })
  return normal(out)
}

/** What of `within` is not in `a`. */
export function without(within: IntervalSet, a: IntervalSet): IntervalSet {
  let rest = within
  for (const { lo, hi } of a) {
    const outside: Interval[] = []
    if (lo) outside.push({ lo: null, hi: lo })
    if (hi) outside.push({ lo: hi, hi: null })
    rest = intersect(rest, outside)
  }
  return rest
}

export const sameSet = (a: IntervalSet, b: IntervalSet): boolean =>
  a.length === b.length &&
  a.every((x, i) => {
    const y = b[i] as Interval
    return compareLo(x.lo, y.lo) === 0 && compareHi(x.hi, y.hi) === 0
  })

export function relateIntervals(a: IntervalSet, b: IntervalSet): Possible {
  const common = intersect(a, b)
  return relationOf(sameSet(common, a), sameSet(common, b), common.length > 0)
}

/** Moves and stretches every point: x ↦ x·scale + shift; a negative scale turns the set round. */
export function linear(a: IntervalSet, scale: Fraction, shift: Fraction): IntervalSet {
  const turned = scale.compare(0) < 0
  const move = (c: Cut | null): Cut | null =>
    c && { at: c.at.mul(scale).add(shift), side: turned ? (c.side === 1 ? -1 : 1) : c.side }
  return normal(
    a.map(({ lo, hi }) => (turned ? { lo: move(hi), hi: move(lo) } : { lo: move(lo), hi: move(hi) })),
  )
}

/** A number as a decimal where it has an end, else as a fraction. */
export function printNumber(x: Fraction): string {
  const text = x.toString()
  return text.includes('(') ? x.toFraction() : text
}
