import Fraction from 'fraction.js'
import type { Place } from '../place.ts'
import { cut, normalWord } from '../words.ts'
import { canonical, isWrong, readQuantity } from './quantity.ts'
import { builtInUnits, isCurrency } from './units.ts'

/** `that` = `scale` × `of` + `shift`: of bases, or of currencies (canonical units of each). */
export interface Conversion {
  readonly that: string
  readonly of: string
  readonly scale: Fraction
  readonly shift: Fraction
  /** A rate between currencies holds only about. */
  readonly about: Fraction | null
  readonly source: string
  readonly place: Place
}

/** How a number of one basis (or currency) becomes one of another: x ↦ x·scale + shift, with a scale from `low` to `high`. */
export interface Linear {
  readonly low: Fraction
  readonly high: Fraction
  readonly shift: Fraction
  /** The sources that say so. */
  readonly sources: readonly string[]
}

/** The shortest ways from one basis to every other along what the deal's sources say, either way round. */
export function conversionsFrom(all: readonly Conversion[], from: string): ReadonlyMap<string, Linear> {
  const one = new Fraction(1)
  const seen = new Map<string, Linear>([[from, { low: one, high: one, shift: new Fraction(0), sources: [] }]])
  const queue = [from]
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    const so = seen.get(at) as Linear
    for (const c of all) {
      const [low, high] = [c.scale.mul(one.sub(c.about ?? 0)), c.scale.mul(one.add(c.about ?? 0))]
      // that = scale·of + shift, and so of = that/scale − shift/scale.
      if (c.of === at && !seen.has(c.that)) {
        seen.set(c.that, then(so, low, high, c.shift, c))
        queue.push(c.that)
      } else if (c.that === at && !seen.has(c.of)) {
        seen.set(c.of, then(so, high.inverse(), low.inverse(), c.shift.div(c.scale).neg(), c))
        queue.push(c.of)
      }
    }
  }
  return seen
}

/** The shortest way from one basis to another; null if there is none. */
export const findConversion = (all: readonly Conversion[], from: string, to: string): Linear | null =>
  conversionsFrom(all, from).get(to) ?? null

/** One step more. A rate between currencies has no shift, and a basis no tolerance, so that the order is no matter. */
const then = (so: Linear, low: Fraction, high: Fraction, shift: Fraction, by: Conversion): Linear => ({
  low: so.low.mul(low),
  high: so.high.mul(high),
  shift: so.shift.mul(low).add(shift),
  sources: [...so.sources, by.source],
})

/** Reads `stacked-total` = `added-2025 + 25 pp`, or `1 GBP` = `1.35 USD`. */
export function readConversion(
  that: string,
  is: string,
  bases: ReadonlySet<string>,
  about: Fraction,
): Omit<Conversion, 'source' | 'place'> | { readonly wrong: string } {
  const money = /^1 ([A-Z]{3})$/.exec(that.trim())
  const rate = /^(\d+(?:\.\d+)?) ([A-Z]{3})$/.exec(is.trim())
  if (money?.[1] && rate?.[1] && rate[2] && isCurrency(money[1]) && isCurrency(rate[2])) {
    const worth = new Fraction(rate[1])
    if (worth.compare(0) <= 0 || money[1] === rate[2]) return { wrong: `"1 ${money[1]}" is no "${cut(is)}"` }
    // 1 GBP is 1.35 USD: a sum of GBP, times 1.35, is one of USD.
    return { that: rate[2], of: money[1], scale: worth, shift: new Fraction(0), about }
  }
  const m = /^(?:(\d+(?:\.\d+)?)\s*[×*x]\s*)?(.+?)(?:\s+([+−-])\s+(\d.*))?$/.exec(is.trim())
  const [target, of] = [normalWord(that), normalWord(m?.[2] ?? '')]
  const unknown = [target, of].find((w) => !bases.has(w))
  if (!m || unknown !== undefined) return { wrong: `"${cut(unknown ?? is)}" is no declared basis` }
  const scale = new Fraction(m[1] ?? 1)
  const shifted =
    m[4] === undefined
      ? null
      : readQuantity(m[4], { units: builtInUnits, dollar: null, about: new Fraction(0) })
  if (shifted && isWrong(shifted)) return { wrong: shifted.wrong }
  // In canonical units, as the figures are: 5 Mt is 5,000,000 t.
  const shift = shifted ? canonical(shifted).mul(m[3] === '+' ? 1 : -1) : new Fraction(0)
  if (scale.compare(0) === 0 || target === of) return { wrong: `"${cut(that)}" is "${cut(is)}" says nothing` }
  return { that: target, of, scale, shift, about: null }
}
