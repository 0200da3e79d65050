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

/** What falls due on a date, said before it and after it; without its time of day, which one side alone may name. */
export interface Sentences {
  readonly due: string
  /** What was to be, as nothing tells whether it was. */
  readonly past: string
  readonly dueDay: string
  readonly pastDay: string
}

/** How an act is told of an amount: at least so much must have been bought. */
const told: { readonly [act: string]: string } = {
  buy: 'bought',
  sell: 'sold',
  invest: 'invested',
  supply: 'supplied',
}

/** What falls due on a date, in one sentence; days stay as they are written. */
export function sentencesOf(slots: Part['slots'], due: Due): Sentences {
  const said = (tense: Tense, clock: string): string =>
    due.kind === 'end' ? `${ends(due, tense, clock)}.` : `${must(slots, due, tense)}.`
  const clock = clockIn(due.text)
  return {
    due: said(ahead, clock),
    past: said(passed, clock),
    dueDay: said(ahead, ''),
    pastDay: said(passed, ''),
  }
}

/** Verbs before a date and after it. */
interface Tense {
  readonly holds: string
  readonly stops: string
  readonly must: string
  readonly may: string
  readonly mustNot: string
  readonly mustHave: string
  readonly isDue: string
  readonly isPromised: string
}
const ahead: Tense = {
  holds: 'holds',
  stops: 'stops holding',
  must: 'must be',
  may: 'may be',
  mustNot: 'must not be',
  mustHave: 'must have been',
  isDue: 'is due',
  isPromised: 'is promised',
}
const passed: Tense = {
  holds: 'was to hold',
  stops: 'was to stop holding',
  must: 'was to be',
  may: 'was allowed to be',
  mustNot: 'was not to be',
  mustHave: 'was to have been',
  isDue: 'was due',
  isPromised: 'was promised',
}

/** An end is the first day on which it no longer holds; `through` names the last on which it does. */
function ends({ text, day, time }: Due, tense: Tense, clock: string): string {
  if (/^through /i.test(text)) return `It ${tense.holds} through ${day}`
  // Of a month or a year, any day can be the one.
  if (time.shape === 'span' || time.shape === 'bound') return `It ${tense.stops} by ${day}`
  return `It ${tense.stops} on ${day}${clock}`
}

function clockIn(text: string): string {
  const clock = /^\d{4}-\d\d-\d\d[ T]+(\d\d:\d\d.*)$/.exec(text)?.[1]
  return clock === undefined ? '' : ` at ${clock}`
}

function must(slots: Part['slots'], due: Due, tense: Tense): string {
  const stance = slots.get('stance')?.stated.value as string | undefined
  const amount = amountOf(slots)
  const when = due.kind === 'period' ? during(due) : `by ${due.day}`
  if (amount !== null) return `${capital(amount.said)} ${amount.verb(stance, tense)} ${when}`
  if (due.kind === 'period')
    return runsOut(slots, /^through /i.test(due.text) ? `through ${due.day}` : when, tense)
  const verb = stance === 'shall not' ? tense.mustNot : stance === 'may' ? tense.may : tense.must
  return `It ${verb} done ${when}`
}

/** A rate or an answer that is about a time says nothing of what comes after. */
function runsOut(slots: Part['slots'], when: string, { isPromised }: Tense): string {
  const measure = slots.get('measure')?.stated.value as Measure
  const said = capital(measure.negated ? `not ${measure.said}` : measure.said)
  return `${said} ${isPromised} ${when}, and nothing beyond`
}

/** `in 2026`, `from 2025-11 to 2025-12`, `by 2026-06`, `on 2026-06-01`. */
function during({ text, day }: Due): string {
  if (/^by /i.test(text)) return text
  if (/ to /i.test(text)) return `from ${text}`
  if (/ from /i.test(text)) return `in the ${text}`
  if (/^\d{4}(?:-(?:q[1-4]|\d\d))?$/i.test(text)) return `in ${text}`
  return text === day ? `on ${day}` : `by ${day}`
}

interface Amounted {
  readonly said: string
  readonly verb: (stance: string | undefined, tense: Tense) => string
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
    verb: (stance, tense) => {
      if (stance === 'shall not') return `${tense.mustNot} ${how ?? 'reached'}`
      if (stance === 'may' || !must) return `${tense.may} ${how ?? 'reached'}`
      return how === undefined ? tense.isDue : `${tense.mustHave} ${how}`
    },
  }
}
