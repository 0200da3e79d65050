import type { ParseContext } from '../../facet.ts'
import { without } from '../../sets/interval.ts'
import { type Amount, denied, readAmount } from '../../values/amount.ts'
import type { Period } from '../../values/period.ts'
import { isWrong } from '../../values/quantity.ts'
import type { TimeSet } from '../../values/time.ts'
import { amountAdvice } from '../../values/amount-advice.ts'
import { plainDates, timeAdvice } from '../../values/time-advice.ts'
import { readTime } from '../../values/time-text.ts'
import { normalWord } from '../../words.ts'

/** A figure, a date, or whether at all; with what it counts and for when. */
export interface Measure {
  readonly value: MeasureValue
  readonly basis: string | null
  /** Whether figures on this basis add up, whatever their unit. */
  readonly addsUp: boolean
  readonly period: Period | null
  /** The value as it was written, without the `not` before it. */
  readonly said: string
  readonly negated: boolean
}
export type MeasureValue =
  | { readonly kind: 'amount'; readonly amount: Amount }
  | { readonly kind: 'time'; readonly time: TimeSet }
  /** Yes, no; some of it, none of it. */
  | { readonly kind: 'yes' | 'no' | 'some' | 'none' }
  /** Nothing: a term's assumption of a basis or a period for whatever figure is named. */
  | { readonly kind: 'unsaid' }

const opposite = { yes: 'no', no: 'yes', some: 'none', none: 'some' } as const
/** What stands under `value`, for messages. */
export const expects =
  'a figure with its unit (55%, "at least 12 Mt", "up to 15%", "about 47%"), a time, some, none, yes or no'

/** The same in short, where the message goes on to say what to write. */
export const expectsInShort = 'a figure with its unit, a time, some, none, yes or no'

/** A text that begins as a date does, or with a word of time. */
const looksLikeTime = (t: string): boolean =>
  /^\d{4}(-|$|\s+to\s+\d{4}(-|$))/.test(t) ||
  /^(by|not before|through|at once|open|permanent)\b/i.test(t) ||
  /^.+ from \S/i.test(t)

/** Reads a value, without a `not` before it. */
export function readValue(
  text: string,
  context: ParseContext,
): MeasureValue | { wrong: string; help?: string } {
  const word = normalWord(text)
  if (word === 'yes' || word === 'no' || word === 'some' || word === 'none') return { kind: word }
  if (looksLikeTime(text) || context.vocabulary.events.has(word)) {
    const read = readTime(text, context)
    return 'wrong' in read ? read : { kind: 'time', time: read.time }
  }
  const words = { units: context.vocabulary.units, dollar: context.dollar, about: context.vocabulary.about }
  const amount = readAmount(text, words)
  return isWrong(amount) ? amount : { kind: 'amount', amount }
}

/** What to write for a value that cannot be read; null where nothing is known. `not` stands before a denied one. */
export function valueAdvice(text: string, context: ParseContext, not = ''): string | null {
  const plain = /^(true|right)$/i.test(text) ? 'yes' : /^(false|wrong)$/i.test(text) ? 'no' : null
  const word = plain ?? (/^(nothing|zero|nil)$/i.test(text) ? 'none' : /^any$/i.test(text) ? 'some' : null)
  if (word !== null) return `Write "${not}${word}".`
  const words = { units: context.vocabulary.units, dollar: context.dollar, about: context.vocabulary.about }
  const isDated = looksLikeTime(text) || plainDates(text) !== text || /\d[./-]\d+[./-]\d{4}/.test(text)
  const ofTime = isDated ? timeAdvice(text, context) : null
  return ofTime?.replace(/^Write "/, `Write "${not}`) ?? amountAdvice(text, words, not)
}

/** What is left once a value is denied; null where nothing is. */
export function negate(value: MeasureValue): MeasureValue | null {
  if (value.kind === 'amount') {
    const set = denied(value.amount.set)
    return set.length === 0
      ? null
      : { kind: 'amount', amount: { ...value.amount, set, manner: 'bounds', number: null } }
  }
  if (value.kind === 'time') {
    const set = without([{ lo: null, hi: null }], value.time.set)
    return set.length === 0 ? null : { kind: 'time', time: { ...value.time, set, shape: 'bound' } }
  }
  return value.kind === 'unsaid' ? null : { kind: opposite[value.kind] }
}
