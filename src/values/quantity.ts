import Fraction from 'fraction.js'
import { cut, normalWord } from '../words.ts'
import {
  builtInUnits,
  bushelsOf,
  currency,
  isCurrency,
  multipliers,
  refusedUnits,
  spokenCurrencies,
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

export interface QuantityWords {
  readonly units: ReadonlyMap<string, Unit>
  /** What a bare dollar sign means in this file, or null. */
  readonly dollar: string | null
  readonly about: Fraction
}
export type Wrong = { readonly wrong: string; readonly help?: string }
export const isWrong = (x: object): x is Wrong => 'wrong' in x

const NUMBER = /^(\d{1,3}(?:[,_]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)/

/** Small numbers may be written as words. */
const numerals: readonly string[] = 'one two three four five six seven eight nine ten eleven twelve'.split(
  ' ',
)

export function readNumber(text: string): { number: Fraction; rest: string } | null {
  const word = /^([a-z]+)\b/i.exec(text)?.[1] ?? ''
  const spelled = numerals.indexOf(word.toLowerCase())
  if (spelled >= 0) return { number: new Fraction(spelled + 1), rest: text.slice(word.length) }
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
  const money = /^(US\$|\$|¥|€|£|[A-Z]{3}(?=\s?\d))\s*/.exec(t)
  if (money?.[1] && (!/^[A-Z]{3}$/.test(money[1]) || isCurrency(money[1]))) {
    sign = money[1]
    t = t.slice(money[0].length)
  }
  const read = readNumber(t)
  if (!read) return { wrong: `"${cut(text)}" does not begin with a number such as 12, 0.5 or "1,000"` }
  let rest = read.rest.trim()
  let number = read.number
  let per: Per | null = null
  const rate =
    /^(.*?)\s*(?:\b(?:an?|per)\s+|\/\s*)(year|quarter|month|day)$/i.exec(rest) ??
    /^(.*?)\s*\b(annually|yearly|per annum|p\. ?a\.)$/i.exec(rest)
  if (rate) {
    rest = (rate[1] ?? '').trim()
    per = pers.find((p) => p === rate[2]?.toLowerCase()) ?? 'year'
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

/** Said of a number by itself. */
export const NO_UNIT = 'the number has no unit'

function readUnit(written: string, sign: string | null, words: QuantityWords): Unit | Wrong {
  if (sign !== null || written === '$' || /^(US )?dollars?$/i.test(written)) {
    if (sign !== null && written !== '')
      return { wrong: `"${cut(written)}" after a sum with a currency sign; expected nothing` }
    if (sign === 'US$' || /^US /i.test(written)) return currency('USD')
    if (sign !== null && isCurrency(sign)) return currency(sign)
    if ((sign ?? '$') === '$' && words.dollar !== null) return currency(words.dollar)
    const help = refusedUnits.get(sign ?? '$')
    return { wrong: `it is not said which currency "${cut(sign ?? written)}" is`, ...(help ? { help } : {}) }
  }
  if (written === '')
    return {
      wrong: NO_UNIT,
      help: 'write what it counts, such as 55%, 24 pp, 12 Mt or 200 aircraft',
    }
  if (/^[A-Z]{3}$/.test(written) && isCurrency(written)) return currency(written)
  const exact = builtInUnits.get(written)
  if (exact) return exact
  const bushels = /^bushels? of (.+)$/i.exec(written)
  if (bushels?.[1]) return bushelsOf(normalWord(bushels[1]))
  const refused = refusedUnits.get(written.toLowerCase()) ?? refusedUnits.get(written)
  if (refused) return { wrong: `"${cut(written)}" has more than one meaning`, help: refused }
  const known = words.units.get(normalWord(written)) ?? builtInUnits.get(written.toLowerCase())
  if (known) return known
  const spoken = spokenCurrencies.get(written.toLowerCase())
  return spoken ? currency(spoken) : { wrong: `"${cut(written)}" is no unit` }
}

/** What a quantity measures: only within it do two compare as numbers. */
export const dimensionOf = (q: Quantity): string =>
  q.per === null ? q.unit.dimension : `${q.unit.dimension} a ${commonPer(q.per)}`
/** Rates by calendar months convert into each other; a day does not. */
const commonPer = (per: Per): string => (per === 'day' ? 'day' : 'year')
/** How many of a time make a year. */
export const perYear = (per: Per | null): number => (per === 'quarter' ? 4 : per === 'month' ? 12 : 1)
/** The number in the canonical unit of its dimension. */
export const canonical = (q: Quantity): Fraction => q.number.mul(q.unit.factor).mul(perYear(q.per))

/** Reads LENGTH: a count of days, weeks, months, quarters or years. */
export function readLength(text: string): { count: number; unit: 'day' | 'month' } | Wrong {
  const m = /^(\d{1,5}|an?|[a-z]+)[ -](days?|weeks?|months?|quarters?|years?)$/i.exec(text.trim())
  const spelled = numerals.indexOf(m?.[1]?.toLowerCase() ?? '')
  if (!m?.[1] || !m[2] || (spelled < 0 && !/^(\d+|an?)$/i.test(m[1])))
    return { wrong: `"${cut(text)}" is no length such as "90 days", "6 months" or "1 year"` }
  const count = /^an?$/i.test(m[1]) ? 1 : spelled >= 0 ? spelled + 1 : Number(m[1])
  const unit = builtInUnits.get(m[2].toLowerCase()) as Unit
  return { count: count * Number(unit.factor.valueOf()), unit: unit.dimension as 'day' | 'month' }
}
