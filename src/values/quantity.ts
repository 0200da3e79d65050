import Fraction from 'fraction.js'
import {
  after,
  before,
  closed,
  from,
  halfOpen,
  type IntervalSet,
  intersect,
  normal,
  point,
  printNumber,
  upTo,
  without,
} from '../sets/interval.ts'
import { nearest, normalWord } from '../words.ts'
import {
  builtInUnits,
  bushelsOf,
  currency,
  isCurrency,
  multipliers,
  refusedUnits,
  type Unit,
} from './units.ts'

/** A number with what it counts: `55%`, `24 pp`, `12 Mt`, `550 bn USD`, `25 Mt a year`. */
export interface Quantity {
  readonly number: Fraction
  readonly unit: Unit
  /** Per what time, or null. */
  readonly per: Per | null
}
const pers = ['year', 'quarter', 'month', 'day'] as const
export type Per = (typeof pers)[number]

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

export interface QuantityWords {
  readonly units: ReadonlyMap<string, Unit>
  /** What a bare dollar sign means in this file, or null. */
  readonly dollar: string | null
  readonly about: Fraction
}
export type Wrong = { readonly wrong: string; readonly help?: string }
export const isWrong = (x: object): x is Wrong => 'wrong' in x

const NUMBER = /^(\d{1,3}(?:[,_]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)/

function readNumber(text: string): { number: Fraction; rest: string } | null {
  const m = NUMBER.exec(text)
  if (!m?.[1]) return null
  const rest = text.slice(m[1].length)
  // "1,00" and "1.2.3" are no numbers; neither is an exponent.
  if (/^[\d.,_]/.test(rest) || /^[eE][+-]?\d/.test(rest) || m[1].length > 40) return null
  return { number: new Fraction(m[1].replaceAll(/[,_]/g, '')), rest }
}

/** Reads QTY of the grammar. */
export function readQuantity(text: string, words: QuantityWords): Quantity | Wrong {
  let t = text.trim()
  let sign: string | null = null
  const money = /^(US\$|\$|¥|€|£)\s*/.exec(t)
  if (money?.[1]) {
    sign = money[1]
    t = t.slice(money[0].length)
  }
  const read = readNumber(t)
  if (!read) return { wrong: `"${text}" does not begin with a number such as 12, 0.5 or "1,000"` }
  let rest = read.rest.trim()
  let number = read.number
  let per: Per | null = null
  const rate =
    /^(.*?)\s*(?:\ban?|\bper|\/)\s+?(year|quarter|month|day)$/i.exec(rest) ??
    /^(.*?)\s*\/(year|quarter|month|day)$/i.exec(rest)
  if (rate) {
    rest = (rate[1] ?? '').trim()
    per = (rate[2] ?? '').toLowerCase() as Per
  }
  const multiplied = /^([a-z]+)\b\s*(.*)$/i.exec(rest)
  const times = multiplied && multipliers.get((multiplied[1] ?? '').toLowerCase())
  if (multiplied && times) {
    number = number.mul(times)
    rest = (multiplied[2] ?? '').trim()
  }
  const unit = readUnit(rest, sign, words)
  if (isWrong(unit)) return unit
  if (times && !unit.addsUp) return { wrong: `"${multiplied?.[1]}" does not go with "${unit.name}"` }
  return { number, unit, per }
}

function readUnit(written: string, sign: string | null, words: QuantityWords): Unit | Wrong {
  if (sign !== null || written === '$' || /^(US )?dollars?$/i.test(written)) {
    if (sign !== null && written !== '')
      return { wrong: `"${written}" after a sum with a currency sign; expected nothing` }
    if (sign === 'US$' || /^US /i.test(written)) return currency('USD')
    if ((sign ?? '$') === '$' && words.dollar !== null) return currency(words.dollar)
    const help = refusedUnits.get(sign ?? '$')
    return { wrong: `it is not said which currency "${sign ?? written}" is`, ...(help ? { help } : {}) }
  }
  if (written === '')
    return {
      wrong: 'the number has no unit',
      help: 'write what it counts, such as 55%, 24 pp, 12 Mt or 200 aircraft',
    }
  if (/^[A-Z]{3}$/.test(written) && isCurrency(written)) return currency(written)
  const exact = builtInUnits.get(written)
  if (exact) return exact
  const bushels = /^bushels? of (.+)$/i.exec(written)
  if (bushels?.[1]) return bushelsOf(normalWord(bushels[1]))
  const refused = refusedUnits.get(written.toLowerCase()) ?? refusedUnits.get(written)
  if (refused) return { wrong: `"${written}" has more than one meaning`, help: refused }
  const known = words.units.get(normalWord(written)) ?? builtInUnits.get(written.toLowerCase())
  if (known) return known
  const near = nearest(written, [...words.units.keys()])
  return {
    wrong: `"${written}" is no unit`,
    help: near
      ? `Did you mean "${near}"?`
      : 'a word that counts things is declared under `units:` of the vocabulary, such as aircraft: count',
  }
}

const dimensionOf = (q: Quantity): string =>
  q.per === null ? q.unit.dimension : `${q.unit.dimension} a ${commonPer(q.per)}`
/** Rates by calendar months convert into each other; a day does not. */
const commonPer = (per: Per): string => (per === 'day' ? 'day' : 'year')
const perYear = (per: Per | null): number => (per === 'quarter' ? 4 : per === 'month' ? 12 : 1)
/** The number in the canonical unit of its dimension. */
const canonical = (q: Quantity): Fraction => q.number.mul(q.unit.factor).mul(perYear(q.per))

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

/** Reads LENGTH: a count of days, weeks, months, quarters or years. */
export function readLength(text: string): { count: number; unit: 'day' | 'month' } | Wrong {
  const m = /^(\d{1,5}|an?|one|two|three|four|five|six)[ -](days?|weeks?|months?|quarters?|years?)$/i.exec(
    text.trim(),
  )
  if (!m?.[1] || !m[2]) return { wrong: `"${text}" is no length such as "90 days", "6 months" or "1 year"` }
  const spelled = ['', 'one', 'two', 'three', 'four', 'five', 'six'].indexOf(m[1].toLowerCase())
  const count = /^an?$/i.test(m[1]) ? 1 : spelled > 0 ? spelled : Number(m[1])
  const unit = builtInUnits.get(m[2].toLowerCase()) as Unit
  return { count: count * Number(unit.factor.valueOf()), unit: unit.dimension as 'day' | 'month' }
}

/** What is left of the numbers, once some are denied. */
export const denied = (set: IntervalSet): IntervalSet => without(NOT_NEGATIVE, set)

/** Half-open and joined sets, for tests of the algebra. */
export const sampleSet = (pairs: readonly (readonly [number, number])[]): IntervalSet =>
  normal(pairs.flatMap(([a, b]) => halfOpen(new Fraction(a), new Fraction(b))))

/** A canonical number in the unit in which it was said. */
export const inUnit = (x: Fraction, unit: Unit, per: Per | null): string =>
  printNumber(x.div(unit.factor).div(perYear(per)))
