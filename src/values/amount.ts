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
  NO_UNIT,
  type Per,
  perYear,
  type QuantityWords,
  readNumber,
  readQuantity,
  type Wrong,
} from './quantity.ts'
import { cut } from '../words.ts'
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
const NOT_NEGATIVE: IntervalSet = from(before(new Fraction(0)))

const heads: readonly (readonly [RegExp, string])[] = [
  [/^exactly /i, 'exactly'],
  [/^(at least|(?:no|not) (?:less|fewer) than|(?:a )?minimum(?: of)?|min\.?) /i, 'at least'],
  [/^(at most|(?:no|not) more than|(?:a )?maximum(?: of)?|max\.?|up to) /i, 'at most'],
  [/^(more than|over) /i, 'more than'],
  [/^(less than|fewer than|under) /i, 'less than'],
  [/^(about|around) /i, 'about'],
]

/** A figure's manner, the words that say it, and what is left of the text. */
export function headOf(text: string): { manner: string; said: string; body: string } {
  const t = text.trim().replaceAll(/\s+/g, ' ')
  for (const [form, manner] of heads) {
    const said = form.exec(t)?.[0]
    if (said !== undefined) return { manner, said, body: t.slice(said.length) }
  }
  return { manner: '', said: '', body: t }
}

/** Reads an amount: bounds and a quantity, two quantities, `about` with its tolerance. */
export function readAmount(text: string, words: QuantityWords): Amount | Wrong {
  const { manner, body } = headOf(text)
  if (manner === 'about') return readAbout(body, words)
  if (manner === '') {
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
      return { ...base, set: from(after(x)), manner: 'more than' }
    case 'less than': {
      const set = intersect(NOT_NEGATIVE, upTo(before(x)))
      return set.length === 0
        ? { wrong: `nothing is less than ${cut(body)}` }
        : { ...base, set, manner: 'less than' }
    }
    default:
      return { ...base, set: intersect(NOT_NEGATIVE, upTo(after(x))), manner: 'bounds' }
  }
}

function readRange(low: string, high: string, words: QuantityWords): Amount | Wrong {
  const hi = readQuantity(high, words)
  const mark = /^(US\$|[$¥€£]|[A-Z]{3})\s?(?=\d)/.exec(low)?.[0]
  // "USD 5 to 10 bn": the last number is of that currency too.
  if (isWrong(hi) && hi.wrong === NO_UNIT && mark) {
    const bare = low.slice(mark.length)
    return readRange(readNumber(bare)?.rest.trim() === '' ? bare : low, mark + high, words)
  }
  if (isWrong(hi)) return hi
  // "10 to 15%": the first number takes the unit of the second; "500 mn to 2 bn USD" has a multiplier of its own.
  const bare = readNumber(low.trim())
  const rest = bare?.rest.trim().toLowerCase() ?? ''
  const scale = rest === '' ? scaleOf(high) : hi.unit.addsUp ? multipliers.get(rest) : undefined
  const lo =
    bare && scale !== undefined ? { ...hi, number: bare.number.mul(scale) } : readQuantity(low, words)
  if (isWrong(lo)) return lo
  if (dimensionOf(lo) !== dimensionOf(hi))
    return { wrong: `"${cut(low)}" and "${cut(high)}" are not the same measure` }
  const [x, y] = [canonical(lo), canonical(hi)]
  if (x.compare(y) > 0)
    return {
      wrong: `a range from ${cut(low)} to ${cut(high)} is empty`,
      help: 'write the lower number first',
    }
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
  const read = readNumber(text.trim().replace(/^(US\$|[$¥€£]|[A-Z]{3}(?=\s?\d))\s*/, ''))
  const m = /^([a-z]+)\b/i.exec(read?.rest.trim() ?? '')
  return multipliers.get((m?.[1] ?? '').toLowerCase()) ?? 1
}

function readAbout(body: string, words: QuantityWords): Amount | Wrong {
  const [value = '', tolerance, ...more] = body.split(/\s*(?:±|\+\/-)\s*/)
  if (more.length > 0) return { wrong: `"${cut(body)}" has more than one tolerance` }
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
      return { wrong: `the tolerance "${cut(tolerance)}" is not in the unit of "${cut(value)}"` }
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
