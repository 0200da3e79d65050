import { type Part, type Slot, slotKey } from '../compare/version.ts'
import type { Claim, Deal, Entry, Stated } from '../deal.ts'
import type { Measure } from '../facets/measure/value.ts'
import type { When } from '../facets/times.ts'
import type { DueKind, MovedDate, NamedDate } from '../report/due-report.ts'
import type { Period, Slice } from '../values/period.ts'
import { firstDayOf, type TimeSet } from '../values/time.ts'
import { normalWord } from '../words.ts'
import { hedgeOf } from './firm.ts'
import { type Sentences, sentencesOf } from './sentence.ts'
import { asDay, dayNamed, firstDay, instantsOf, oneDate, type Timed } from './times.ts'

/** A date that one party named, with what the engine compares of it. */
export interface Named extends Timed, Sentences {
  readonly date: NamedDate
  readonly claim: Claim
  /** The first day of the time that a figure is about; null for an end or a deadline. */
  readonly from: string | null
}

/** Why a part of a version has no date, where it has an end in words. */
export interface Hanging {
  readonly why: 'event' | 'open' | 'not-before' | 'permanent'
  readonly kind: DueKind
  readonly text: string
  readonly claim: Claim
}

/** A date that a party named without binding itself to it. */
export interface Hedged {
  readonly kind: DueKind
  /** How it said it, and the date: `considers, by 2026-01-01`. */
  readonly text: string
  readonly claim: Claim
}

/** The words of an end or a deadline as they were written; of several claims at once, what they come to. */
function wordsOf({ text, value }: Stated, key: string): string {
  const { said } = value as When
  const written = Object.values(said).join(', ')
  return written === text ? (said[key] ?? text) : text
}

/** A word that stands for a date, as that date. */
function resolved(text: string, deal: Deal): string {
  return deal.vocabulary.events.get(normalWord(text))?.date ?? text
}

/** What of an end or a deadline is due when: a month that is a deadline is one until its last day. */
function timed(kind: DueKind, time: TimeSet, text: string, deal: Deal): Timed | null {
  const day = dayNamed(time, resolved(text, deal))
  if (day === null) return null
  const exact = kind === 'end' || time.shape === 'instant'
  return { day, at: exact ? time : (asDay(day) ?? time) }
}

/** What a part of a version says of time. */
export interface Dates {
  readonly dates: readonly Named[]
  /** What is said in words that are no dates. */
  readonly hanging: readonly Hanging[]
  /** The dates that bind nobody. */
  readonly hedged: readonly Hedged[]
}

/** The dates that a part of a version names, firm or not, and the words that are no dates. */
export function datesOf(part: Part, history: readonly Entry[], deal: Deal): Dates {
  const dates: Named[] = []
  const hanging: Hanging[] = []
  const hedged: Hedged[] = []
  for (const kind of ['end', 'deadline'] as const) {
    const slot = part.slots.get(kind)
    const claim = promising(slot)
    if (!slot || !claim) continue
    const { time } = slot.stated.value as When
    const text = wordsOf(slot.stated, kind)
    const at = timed(kind, time, text, deal)
    const hedge = hedgeOf(part, claim)
    if (hedge !== null) hedged.push({ kind, text: hedgedText(hedge, kind, text), claim })
    else if (at === null) hanging.push({ why: whyNot(kind, time, text), kind, text, claim })
    else {
      const moved = movedFrom(kind, at, part, claim, history, deal)
      const told = sentencesOf(part.slots, { kind, text, day: at.day, time })
      dates.push({
        ...at,
        ...told,
        claim,
        from: null,
        date: dateOf(kind, at.day, text, time, told.due, slot, claim, moved),
      })
    }
  }
  const slot = part.slots.get('measure')
  const claim = promising(slot)
  const { period } = (slot?.stated.value ?? { period: null }) as Measure
  if (!slot || !claim || period === null) return { dates, hanging, hedged }
  const hedge = hedgeOf(part, claim)
  if (hedge !== null) hedged.push({ kind: 'period', text: hedgedText(hedge, 'period', period.text), claim })
  else {
    dates.push(...slicesOf(part, slot, claim, period, dates))
    // Each of several slices is a year, a quarter or a month: of one alone it can be open when it is.
    const [slice] = period.slices
    if (slice && dayNamed(timeOf(slice, period), '') === null && dates.length + hanging.length === 0) {
      const why = whyNot('period', timeOf(slice, period), period.text)
      hanging.push({ why, kind: 'period', text: period.text, claim })
    }
  }
  return { dates, hanging, hedged }
}

/** `considers, by 2026-01-01`. */
const hedgedText = (hedge: string, kind: DueKind, text: string): string =>
  `${hedge}, ${kind === 'end' ? 'until ' : kind === 'deadline' && !/^(by|through|not before) /i.test(text) ? 'by ' : ''}${text}`

const promising = (slot: Slot | undefined): Claim | null =>
  slot?.claim && slot.claim.nature === 'commitment' ? slot.claim : null

function whyNot(kind: DueKind, time: TimeSet, text: string): Hanging['why'] {
  if (time.anchor !== null) return 'event'
  // An end that comes not before a day is open; what is to be done not before it has a first day.
  if (kind !== 'end' && /^not before /i.test(text)) return 'not-before'
  return time.shape === 'permanent' ? 'permanent' : 'open'
}

/** Each year, quarter or month that a figure is about; not one that ends with a deadline, which says the same. */
function slicesOf(part: Part, slot: Slot, claim: Claim, period: Period, dates: readonly Named[]): Named[] {
  return period.slices.flatMap((slice): Named[] => {
    const time = timeOf(slice, period)
    const day = dayNamed(time, period.slices.length === 1 ? period.text : '')
    const at = day === null ? null : asDay(day)
    if (day === null || at === null) return []
    if (dates.some(({ date, ...d }) => date.kind === 'deadline' && oneDate(d, { day, at }))) return []
    const from = firstDay(time, firstDayOf)
    const text = period.slices.length === 1 ? period.text : sliceText(from ?? day, day)
    const told = sentencesOf(part.slots, { kind: 'period', text, day, time })
    return [
      { ...told, day, at, from, claim, date: dateOf('period', day, text, time, told.due, slot, claim, []) },
    ]
  })
}

/** The midnight that ends a day is named by that day. */
const timeOf = ({ set, anchor }: Slice, { text }: Period): TimeSet => ({
  set,
  anchor,
  shape: /^through /i.test(text.trim()) ? 'instant' : 'span',
})

/** `2026`, `2026-Q4`, `2026-11`: the year, quarter or month between two days. */
function sliceText(from: string, to: string): string {
  const [year, first, last] = [from.slice(0, 4), Number(from.slice(5, 7)), Number(to.slice(5, 7))]
  if (first === last) return from.slice(0, 7)
  return last - first === 2 ? `${year}-Q${last / 3}` : year
}

const dateOf = (
  kind: DueKind,
  day: string,
  text: string,
  time: TimeSet,
  sentence: string,
  { stated }: Slot,
  { part, says, quote, source }: Claim,
  moved: readonly MovedDate[],
): NamedDate => ({
  part,
  kind,
  day,
  text,
  ...instantsOf(time),
  sentence,
  says,
  quote,
  source: source.id,
  said: source.date,
  moved,
  place: stated.place,
})

/** Other dates that the same party named of the same piece, each day once: the last to say so tells it. */
function movedFrom(
  kind: 'end' | 'deadline',
  now: Timed,
  part: Part,
  claim: Claim,
  history: readonly Entry[],
  deal: Deal,
): MovedDate[] {
  const out = new Map<string, MovedDate>()
  const said = history.filter((e): e is Claim => e.kind === 'claim' && e.part === part.name && e !== claim)
  for (const other of [...said].sort((a, b) => (a.source.day < b.source.day ? -1 : 1))) {
    const stated = other.stated.find((s) => slotKey(s) === kind)
    if (!stated || other.nature !== 'commitment') continue
    const text = wordsOf(stated, kind)
    const then = timed(kind, (stated.value as When).time, text, deal)
    if (then === null || oneDate(then, now)) continue
    const [a, b] = [other.source.day, claim.source.day]
    out.set(then.day, {
      day: then.day,
      text,
      when: a < b ? 'before' : a > b ? 'later' : 'same day',
      source: other.source.id,
      said: other.source.date,
      place: stated.place,
    })
  }
  return [...out.values()]
}
