import Fraction from 'fraction.js'
import type { Judged, RelateContext } from '../../facet.ts'
import {
  ANY,
  canBe,
  converse,
  DISJOINT,
  EQUAL,
  NARROWER,
  OVERLAP,
  type Possible,
  surely,
  WIDER,
} from '../../relation.ts'
import { closed, type IntervalSet, linear, normal, relateIntervals } from '../../sets/interval.ts'
import { conversionsFrom, findConversion, type Linear } from '../../values/conversion.ts'
import { anchoredApart, type Period, periodsMeet, sameSlices, shareSlice } from '../../values/period.ts'
import type { Amount } from '../../values/amount.ts'
import { isCurrency } from '../../values/units.ts'
import type { ReasonCode } from '../../verdict.ts'
import { roundedAcrossUnits } from './rounding.ts'
import type { Measure, MeasureValue } from './value.ts'
import { relateTimes, sameDay } from '../times.ts'

/** How two measures stand: `method` section 2; every doubt is a set of relations, never a guess. */
export function relateMeasures(a: Measure | null, b: Measure | null, context: RelateContext): Judged {
  if (a === null || b === null) return oneSided(a ?? (b as Measure), a === null)
  const [x, y] = [a.value, b.value]
  if (x.kind === 'amount' && y.kind === 'amount') return relateAmounts(a, x.amount, b, y.amount, context)
  if (x.kind === 'time' && y.kind === 'time') {
    const possible = relateTimes(x.time, y.time)
    return { possible, noted: sameDay(x.time, y.time, possible) }
  }
  const words = relateWords(x, y)
  // None, some, yes and no are said of a scope and a time as a figure is; how much of what adds up is a total.
  const amount = [x, y].find((v) => v.kind === 'amount')
  const total =
    a.addsUp ||
    b.addsUp ||
    (amount ? amount.amount.addsUp : [x.kind, y.kind].some((k) => k === 'none' || k === 'some'))
  return place(words, a, b, total, amount?.amount.per ?? null, context)
}

/**
 * A figure against none names more. That the other side affirms the term in some other way than by a value, where
 * this one says no to it, is left open: its act may be a lesser thing.
 */
function oneSided(one: Measure, flipped: boolean): Judged {
  const possible = one.value.kind === 'no' ? NARROWER | DISJOINT : NARROWER
  return {
    possible: flipped ? converse(possible) : possible,
    code: one.value.kind === 'no' ? 'denied' : 'unspecified',
  }
}

/** Yes and no, some and none, against each other and against figures. */
function relateWords(x: MeasureValue, y: MeasureValue): Judged {
  if (x.kind === y.kind) return { possible: EQUAL }
  const [p, q] = [x.kind, y.kind]
  const pair = new Set([p, q])
  if ((pair.has('yes') && pair.has('no')) || (pair.has('some') && pair.has('none')))
    return { possible: DISJOINT, code: 'denied' }
  // Yes says that some of it is done; no, that the title is not so, which need not mean none of it.
  if (pair.has('yes') && pair.has('some')) return { possible: OVERLAP, code: 'different-measure' }
  if (p === 'time' || q === 'time')
    return { possible: pair.has('no') || pair.has('none') ? ANY : OVERLAP, code: 'different-measure' }
  if (p === 'amount') return relateFigure(x, y)
  if (q === 'amount') {
    const { possible, ...rest } = relateFigure(y, x)
    return { possible: converse(possible), ...rest }
  }
  return { possible: ANY, code: 'unresolved' }
}

/** A figure against a word. */
function relateFigure(figure: MeasureValue, word: MeasureValue): Judged {
  if (figure.kind !== 'amount') return { possible: ANY }
  const positive: IntervalSet = [{ lo: { at: new Fraction(0), side: 1 }, hi: null }]
  const zero = closed(new Fraction(0), new Fraction(0))
  switch (word.kind) {
    case 'some':
      return { possible: relateIntervals(figure.amount.set, positive), code: 'unspecified' }
    case 'none':
      return { possible: relateIntervals(figure.amount.set, zero) }
    case 'yes':
      return { possible: NARROWER, code: 'unspecified' }
    default:
      return { possible: ANY, code: 'unresolved' }
  }
}

/** So much a year, in each of some years, is so much in each of them. */
const yearly = (m: Measure, amount: Amount): Amount =>
  amount.per === 'year' && m.period !== null && m.period.slices.length > 0 && m.period.yearly
    ? { ...amount, per: null, dimension: amount.unit.dimension }
    : amount

function relateAmounts(a: Measure, said: Amount, b: Measure, other: Amount, context: RelateContext): Judged {
  const [x, y] = [yearly(a, said), yearly(b, other)]
  const onOneBasis = (left: IntervalSet, converted: boolean): Judged =>
    inPlace(a, x, left, b, y, context, converted)
  if (a.basis !== null && b.basis !== null && a.basis !== b.basis) {
    const way = findConversion(context.conversions, a.basis, b.basis)
    if (!way || !sameKind(x, y)) return { possible: OVERLAP, code: 'different-basis' }
    return { ...onOneBasis(convert(x.set, way), true), by: `by ${way.sources.join(', ')}` }
  }
  // Percent, and points on a basis that the other side does not name, may yet be one line of numbers.
  const alike = x.dimension === y.dimension
  if (!alike && (a.basis === b.basis || !sameKind(x, y))) return relateCurrencies(a, x, b, y, context)
  const same: Judged = alike ? onOneBasis(x.set, false) : { possible: OVERLAP, code: 'different-measure' }
  if (a.basis === b.basis) return same
  // One side does not say what its figure counts: the same, something that converts, or something that does not.
  let open = same.possible | OVERLAP
  for (const [basis, way] of conversionsFrom(context.conversions, (a.basis ?? b.basis) as string)) {
    if (basis === (a.basis ?? b.basis)) continue
    // The figure whose basis is known is put on each basis that the other might have.
    open |=
      a.basis !== null
        ? onOneBasis(convert(x.set, way), true).possible
        : converse(inPlace(b, y, convert(y.set, way), a, x, flipped(context), true).possible)
  }
  return { possible: open, code: alike || !surely(open, OVERLAP) ? 'different-basis' : 'different-measure' }
}

const flipped = (context: RelateContext): RelateContext => ({
  ...context,
  scope: converse(context.scope),
  scoped: [context.scoped[1], context.scoped[0]],
})

/** Percent and percentage points, on bases between which a source converts, are one line of numbers. */
const sameKind = (x: Amount, y: Amount): boolean =>
  x.dimension === y.dimension || [x, y].every((a) => a.dimension === '%' || a.dimension === 'pp')

/** Each end by the rate that takes it furthest; a rate between currencies holds only about. */
const convert = (set: IntervalSet, way: Linear): IntervalSet => {
  const [low, high] = [linear(set, way.low, way.shift), linear(set, way.high, way.shift)]
  return normal(low.map(({ lo }, i) => ({ lo, hi: high[i]?.hi ?? null })))
}

function relateCurrencies(a: Measure, x: Amount, b: Measure, y: Amount, context: RelateContext): Judged {
  if (!isCurrency(x.unit.name) || !isCurrency(y.unit.name) || x.per !== y.per)
    return { possible: OVERLAP, code: 'different-measure' }
  const way = findConversion(context.conversions, x.unit.dimension, y.unit.dimension)
  if (!way) return { possible: ANY, code: 'different-measure' }
  const judged = inPlace(a, x, convert(x.set, way), b, y, context, true)
  // One side does not say what its sum counts.
  const open = a.basis === b.basis ? 0 : OVERLAP
  return { ...judged, possible: judged.possible | open, by: `by ${way.sources.join(', ')}` }
}

/** Two sets of numbers on one line: are they about the same scope and time, and how do they stand there? */
function inPlace(
  a: Measure,
  x: Amount,
  left: IntervalSet,
  b: Measure,
  y: Amount,
  context: RelateContext,
  converted: boolean,
): Judged {
  const numbers = converted ? judge(relateIntervals(left, y.set)) : relateNumbers(x, y)
  return place(numbers, a, b, x.addsUp || a.addsUp || b.addsUp, x.per, context)
}

/** What is left of a relation of two figures, given how their scopes and their times stand. */
function place(
  numbers: Judged,
  a: Measure,
  b: Measure,
  total: boolean,
  per: Amount['per'],
  context: RelateContext,
): Judged {
  let { possible } = numbers
  let code: ReasonCode | undefined = numbers.code
  if (total && !surely(context.scope, EQUAL)) {
    possible = canBe(context.scope, EQUAL) ? possible | OVERLAP : OVERLAP
    code = 'different-total'
  }
  const period = placePeriods(a.period, b.period, total && per === null)
  if (period !== 'same') {
    const clash = canBe(possible, DISJOINT) ? possible & DISJOINT : 0
    if (period === 'apart') possible = OVERLAP
    else if (period === 'meet') possible = clash | (surely(possible, DISJOINT) ? 0 : OVERLAP)
    else possible |= OVERLAP
    if (!surely(possible, DISJOINT)) code = total && per === null ? 'different-total' : 'different-measure'
  }
  return { ...numbers, possible, ...(code ? { code } : {}) }
}

/** How the times of two figures stand: the same, sharing some, apart, or unknown. */
function placePeriods(
  a: Period | null,
  b: Period | null,
  addsUp: boolean,
): 'same' | 'meet' | 'apart' | 'unknown' {
  if (a === null && b === null) return 'same'
  // A total for an unnamed time is another total; a level may well be the same one.
  if (a === null || b === null) return addsUp ? 'apart' : 'unknown'
  if (sameSlices(a, b)) return 'same'
  if (anchoredApart(a, b)) return 'unknown'
  return (addsUp ? shareSlice(a, b) : periodsMeet(a, b)) ? 'meet' : 'apart'
}

const judge = (possible: Possible): Judged => ({
  possible,
  ...(surely(possible, NARROWER | WIDER | OVERLAP) ? { code: 'less-precise' as const } : {}),
})

/** The same number bare and with more than, less than or about is one figure, rounded. */
function relateNumbers(x: Amount, y: Amount): Judged {
  const possible = relateIntervals(x.set, y.set)
  const sameNumber = x.number !== null && y.number !== null && x.number.equals(y.number)
  const manners = new Set([x.manner, y.manner])
  if (sameNumber && manners.has('bare')) {
    if (manners.has('more than') || manners.has('less than')) return { possible: OVERLAP, code: 'rounding' }
    if (manners.has('about')) return { possible, code: 'rounding', noted: true }
  }
  if (canBe(possible, DISJOINT) && roundedAcrossUnits(x, y)) return { possible: OVERLAP, code: 'rounding' }
  return judge(possible)
}
