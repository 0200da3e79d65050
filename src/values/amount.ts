import Fraction from 'fraction.js'
import {
  after,
  before,
  closed,
  from,
  type IntervalSet,
  intersect,
  point,
  printNumber,
  upTo,
  without,
} from '../sets/interval.ts'
import {
  canonical,
  dimensionOf,
  isWrong,
  type Per,
  perYear,
  type QuantityWords,
  readNumber,
  readQuantity,
  type Wrong,
} from './quantity.ts'
import { multipliers, type Unit } from './units.ts'

/** What was said of a quantity, and the exact set of numbers it allows, in the canonical unit of its dimension. */
export interface Amount {
  readonly set: IntervalSet
  /** Two amounts are comparable as numbers only in one dimension, e.g. `t`, `t a year`, `%`. */
  readonly dimension: string
  readonly addsUp: boolean
  readonly unit: Unit
  readonly per: Per | null
  /** How the bounds were said; a bare number can be a rounded one. */
  readonly manner: 'bare' | 'exactly' | 'about' | 'more than' | 'less than' | 'bounds'
  /** The number at issue where there is one, canonical. */
  readonly number: Fraction | null
}

/** The numbers that a quantity can be: nothing announced is below zero. */
export const NOT_NEGATIVE: IntervalSet = from(before(new Fraction(0)))

const HEAD = /^(exactly|at least|more than|over|at most|no more than|less than|under|up to|about|around)\s+/i

/** Reads an amount: bounds and a quantity, two quantities, `about` with its tolerance. */
export function readAmount(text: string, words: QuantityWords): Amount | Wrong {
  const t = text.trim().replaceAll(/\s+/g, ' ')
  const head = HEAD.exec(t)
  const manner = head?.[1]?.toLowerCase() ?? ''
  const body = head ? t.slice(head[0].length) : t
  if (manner === 'about' || manner === 'around') return readAbout(body, words)
  if (!head) {
    const range = /^(.+?)\s+to\s+(.+)$/i.exec(body)
    if (range?.[1] && range[2]) return readRange(range[1], range[2], words)
  }
  const q = readQuantity(body, words)
  if (isWrong(q)) return q
  const x = canonical(q)
  const base = { dimension: dimensionOf(q), addsUp: q.unit.addsUp, unit: q.unit, per: q.per, number: x }
  switch (manner) {
    case '':
      return { ...base, set: point(x), manner: 'bare' }
    case 'exactly':
      return { ...base, set: point(x), manner: 'exactly' }
    case 'at least':
      return { ...base, set: from(before(x)), manner: 'bounds' }
    case 'more than':
    case 'over':
      return { ...base, set: from(after(x)), manner: 'more than' }
    case 'less than':
    case 'under': {
      const set = intersect(NOT_NEGATIVE, upTo(before(x)))
      return set.length === 0
        ? { wrong: `nothing is less than ${body}` }
        : { ...base, set, manner: 'less than' }
    }
    default:
      return { ...base, set: intersect(NOT_NEGATIVE, upTo(after(x))), manner: 'bounds' }
  }
}

function readRange(low: string, high: string, words: QuantityWords): Amount | Wrong {
  const hi = readQuantity(high, words)
  if (isWrong(hi)) return hi
  // "10 to 15%": the first number takes the unit of the second.
  const bare = readNumber(low.trim())
  const lo =
    bare && bare.rest.trim() === ''
      ? { ...hi, number: bare.number.mul(scaleOf(high)) }
      : readQuantity(low, words)
  if (isWrong(lo)) return lo
  if (dimensionOf(lo) !== dimensionOf(hi)) return { wrong: `"${low}" and "${high}" are not the same measure` }
  const [x, y] = [canonical(lo), canonical(hi)]
  if (x.compare(y) > 0)
    return { wrong: `a range from ${low} to ${high} is empty`, help: 'write the lower number first' }
  return {
    set: closed(x, y),
    dimension: dimensionOf(hi),
    addsUp: hi.unit.addsUp,
    unit: hi.unit,
    per: hi.per,
    manner: 'bounds',
    number: null,
  }
}

/** The multiplier that a quantity's text has, for "1 to 2 bn USD". */
function scaleOf(text: string): number {
  const m = /^[^a-z]*([a-z]+)\b/i.exec(text.trim())
  return multipliers.get((m?.[1] ?? '').toLowerCase()) ?? 1
}

function readAbout(body: string, words: QuantityWords): Amount | Wrong {
  const [value = '', tolerance, ...more] = body.split(/\s*(?:±|\+\/-)\s*/)
  if (more.length > 0) return { wrong: `"${body}" has more than one tolerance` }
  const q = readQuantity(value, words)
  if (isWrong(q)) return q
  const x = canonical(q)
  let spread = x.mul(words.about)
  if (tolerance !== undefined) {
    const bare = readNumber(tolerance.trim())
    const read =
      bare && bare.rest.trim() === ''
        ? { ...q, number: bare.number.mul(scaleOf(value)) }
        : readQuantity(tolerance, words)
    if (isWrong(read)) return read
    if (dimensionOf(read) !== dimensionOf(q) && read.unit.dimension !== q.unit.dimension)
      return { wrong: `the tolerance "${tolerance}" is not in the unit of "${value}"` }
    spread = canonical({ ...read, per: q.per })
  }
  return {
    set: intersect(NOT_NEGATIVE, closed(x.sub(spread), x.add(spread))),
    dimension: dimensionOf(q),
    addsUp: q.unit.addsUp,
    unit: q.unit,
    per: q.per,
    manner: 'about',
    number: x,
  }
}

/** What is left of the numbers, once some are denied. */
export const denied = (set: IntervalSet): IntervalSet => without(NOT_NEGATIVE, set)

/** A canonical number in the unit in which it was said. */
export const inUnit = (x: Fraction, unit: Unit, per: Per | null): string =>
  printNumber(x.div(unit.factor).div(perYear(per)))
