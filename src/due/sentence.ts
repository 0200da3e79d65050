import type { Part } from '../compare/version.ts'
import type { Act } from '../facets/act.ts'
import type { Measure } from '../facets/measure/value.ts'
import { capital } from '../names.ts'
import type { DueKind } from '../report/due-report.ts'
import type { TimeSet } from '../values/time.ts'

/** What of a date its sentence needs. */
interface Due {
  readonly kind: DueKind
  /** As it is written. */
  readonly text: string
  readonly day: string
  readonly time: TimeSet
}

/** How an act is told of an amount: at least so much must have been bought. */
const told: { readonly [act: string]: string } = {
  buy: 'bought',
  sell: 'sold',
  invest: 'invested',
  supply: 'supplied',
}

/** What falls due on a date, in one sentence; days stay as they are written. */
export function sentenceOf(slots: Part['slots'], due: Due): string {
  const stance = slots.get('stance')?.stated.value as string | undefined
  if (due.kind === 'end') return `${ends(due)}.`
  const amount = amountOf(slots)
  const when = due.kind === 'period' ? during(due.text) : `by ${due.day}`
  if (amount === null) return `${due.kind === 'period' ? runsOut(slots, when) : done(when, stance)}.`
  return `${capital(amount.said)} ${amount.verb(stance)} ${when}.`
}

/** An end is the first day on which it no longer holds; `through` names the last on which it does. */
function ends({ text, day, time }: Due): string {
  if (/^through /i.test(text)) return `It holds through ${day}`
  // Of a month or a year, any day can be the one.
  if (time.shape === 'span' || time.shape === 'bound') return `It stops holding by ${day}`
  const clock = /^\d{4}-\d\d-\d\d[ T]+(\d\d:\d\d.*)$/.exec(text)?.[1]
  return `It stops holding on ${day}${clock === undefined ? '' : ` at ${clock}`}`
}

const done = (when: string, stance: string | undefined): string => {
  if (stance === 'shall not') return `It must not be done ${when}`
  return stance === 'may' ? `It may be done ${when}` : `It must be done ${when}`
}

/** A rate or an answer that is about a time says nothing of what comes after. */
const runsOut = (slots: Part['slots'], when: string): string => {
  const measure = slots.get('measure')?.stated.value as Measure
  return `${capital(measure.negated ? `not ${measure.said}` : measure.said)} is promised ${when}, and nothing beyond`
}

/** `in 2026`, `from 2025-11 to 2025-12`, `by 2026-06`. */
function during(text: string): string {
  if (/^by /i.test(text)) return text
  if (/ to /i.test(text)) return `from ${text}`
  return / from /i.test(text) ? `in the ${text}` : `in ${text}`
}

interface Amounted {
  readonly said: string
  readonly verb: (stance: string | undefined) => string
}

/** The amount that is to be bought, or the like, where it is one that adds up; null where there is none. */
function amountOf(slots: Part['slots']): Amounted | null {
  const measure = slots.get('measure')?.stated.value as Measure | undefined
  const act = slots.get('act')?.stated.value as Act | undefined
  if (!measure || measure.negated) return null
  const { value } = measure
  const adds = measure.addsUp || value.kind === 'some' || (value.kind === 'amount' && value.amount.addsUp)
  if (!adds) return null
  const how = told[act?.word ?? '']
  // "Up to 15 Mt" is kept by buying nothing.
  const least = value.kind === 'amount' ? value.amount.set[0]?.lo?.at : undefined
  const must = value.kind === 'some' || (least !== undefined && Number(least.valueOf()) > 0)
  return {
    said: measure.said,
    verb: (stance) => {
      if (stance === 'shall not') return `must not be ${how ?? 'reached'}`
      if (stance === 'may' || !must) return `may be ${how ?? 'reached'}`
      return how === undefined ? 'is due' : `must have been ${how}`
    },
  }
}
