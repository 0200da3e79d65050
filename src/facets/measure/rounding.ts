import Fraction from 'fraction.js'
import { printNumber } from '../../sets/interval.ts'
import type { Amount } from '../../values/amount.ts'

/**
 * Two bare figures in units that no power of ten joins (tonnes and bushels, a month and a year) are one figure where
 * they are the same in the digits that one of them gives: nobody rounds a converted figure to the last bushel.
 */
export function roundedAcrossUnits(x: Amount, y: Amount): boolean {
  if (x.manner !== 'bare' || y.manner !== 'bare' || x.number === null || y.number === null) return false
  const [u, v] = [unitOf(x), unitOf(y)]
  if (/^(10*|1\/10*)$/.test(u.div(v).toFraction())) return false
  const apart = x.number.sub(y.number).abs()
  return [grain(x.number, u), grain(y.number, v)].some((g) => apart.compare(g) <= 0)
}

/** How much one of the unit said is, in canonical units. */
const unitOf = (a: Amount): Fraction =>
  a.unit.factor.mul(a.per === 'month' ? 12 : a.per === 'quarter' ? 4 : 1)

/** Half of the last digit that was given; of a round number the first two digits count. */
function grain(number: Fraction, unit: Fraction): Fraction {
  const [whole = '', decimals = ''] = printNumber(number.div(unit)).split('.')
  if (decimals !== '')
    return unit.mul(new Fraction(1, 2)).div(new Fraction(10).pow(decimals.length) as Fraction)
  const zeros = Math.min(/0*$/.exec(whole)?.[0].length ?? 0, Math.max(whole.length - 2, 0))
  return unit.mul(new Fraction(10).pow(zeros) as Fraction).div(2)
}
