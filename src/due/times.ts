import { facetOf } from '../facets/index.ts'
import { boundsOf, type When } from '../facets/times.ts'
import { canBe, EQUAL, MEET } from '../relation.ts'
import { civilDay, dayText, lastDayOf, midnight, readDay, type TimeSet } from '../values/time.ts'
import { emptyVocabulary } from '../vocabulary.ts'

const DAY = 24 * 60

/** Days since 1970 of a day, YYYY-MM-DD. */
export function dayNumber(day: string): number {
  const read = readDay(day)
  return read === null ? 0 : midnight(read) / DAY
}

/** The day before which a clock stands in the words themselves: `2026-11-10 00:01 -05:00`, `by …`, `… to …`. */
const CLOCK = /(?:^|\b(?:by|to) )(\d{4}-\d\d-\d\d)[ T]\s*[\d+\u2212Z-][^ ]*(?: [^ ]+)?$/i

/**
 * The day that a time names as its last, YYYY-MM-DD: of an instant, the one where it was said, as it is written; null
 * where it hangs on an event, is open, or holds for good.
 */
export function dayNamed(time: TimeSet, text: string): string | null {
  const last = lastDayOf(time)
  // A day, or else for good (two claims that tie), has no last one.
  if (last === null || instantsOf(time).max === 'permanent') return null
  const written = CLOCK.exec(text)?.[1]
  if (written !== undefined && readDay(written) !== null && Math.abs(dayNumber(written) - last) <= 1)
    return written
  return dayText(isThrough(time) ? last - 1 : last)
}

/** The midnight that ends a day, anywhere on earth: no one instant, as one with a zone is. */
function isThrough({ shape, set }: TimeSet): boolean {
  const [lo, hi] = [set[0]?.lo?.at, set.at(-1)?.hi?.at]
  return shape === 'instant' && lo !== undefined && hi !== undefined && !lo.equals(hi)
}

/** The first day of a time, YYYY-MM-DD; null where it has none. */
export const firstDay = (time: TimeSet, first: (t: TimeSet) => number | null): string | null => {
  const day = first(time)
  return day === null ? null : dayText(day)
}

/** That day as a time. */
export const asDay = (day: string): TimeSet | null => {
  const read = readDay(day)
  return read === null ? null : civilDay(read)
}

/** Ends of two lengths in other units may count as one where the starts are months apart. */
const MOST_APART = 31

/** Whether two ends can be one date, by the engine: neighbouring days can, days further apart cannot. */
export function oneDate(a: Timed, b: Timed): boolean {
  if (a.at.length && b.at.length && Math.abs(dayNumber(a.day) - dayNumber(b.day)) > MOST_APART) return false
  const when = (time: TimeSet): When => ({ time, said: {} })
  const { possible } = facetOf('end').relate(when(a.at), when(b.at), {
    vocabulary: emptyVocabulary,
    conversions: [],
    scope: EQUAL,
    scoped: [true, true],
  })
  return canBe(possible, MEET)
}

export interface Timed {
  readonly day: string
  readonly at: TimeSet
}

/** Its instants, for a machine. */
export const instantsOf = (time: TimeSet): { readonly min: string | null; readonly max: string | null } => {
  const { min, max } = boundsOf(time)
  return { min, max }
}
