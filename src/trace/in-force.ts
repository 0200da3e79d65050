import type { Part } from '../compare/version.ts'
import type { Measure } from '../facets/measure/value.ts'
import type { When } from '../facets/times.ts'
import type { Period } from '../values/period.ts'
import { firstDayOf, lastDayOf, midnight, readDay, type TimeSet } from '../values/time.ts'

/** Days since 1970: the latest day on which it can begin and the first on which it can end; and the outermost. */
interface Span {
  readonly first: number
  readonly last: number
  readonly earliest: number
  readonly latest: number
}
const NEVER = Number.POSITIVE_INFINITY

/** How the times of two announcements stand: both in force on some day, the earlier one over by then, or unknown. */
export function inForceTogether(later: Part, earlier: Part): 'both' | 'over' | 'unknown' {
  const [x, y] = [spanOf(later), spanOf(earlier)]
  if (x === null || y === null) return 'unknown'
  if (y.latest <= x.earliest) return 'over'
  const both = Math.max(x.first, y.first) < Math.min(x.last, y.last)
  return both && x.first < x.last && y.first < y.last ? 'both' : 'unknown'
}

/** From when until when a part holds, never before it was said; null where a time of it has no day. */
function spanOf(part: Part): Span | null {
  const timeOf = (facet: string): TimeSet | null => {
    const slot = part.slots.get(facet)
    return slot ? (slot.stated.value as When).time : null
  }
  const period = (part.slots.get('measure')?.stated.value as Measure | undefined)?.period ?? null
  const days = [...part.slots.values()].flatMap(({ claim }) => claim?.source.day ?? []).sort()
  const [start, end, deadline] = [timeOf('start'), timeOf('end'), timeOf('deadline')]
  const since = [dayOf(days.at(-1)), sliceOf(period, 'first')]
  const until = [edge(deadline, 'last'), sliceOf(period, 'last')]
  const times = {
    // What begins on a day left open may begin on any.
    first: [...since, start === null ? -NEVER : inner(start, 'last')],
    earliest: [...since, edge(start, 'first')],
    last: [...until, end === null ? NEVER : inner(end, 'first')],
    latest: [...until, edge(end, 'last')],
  }
  if (Object.values(times).some((all) => all.includes(null))) return null
  const { first, earliest, last, latest } = times as { readonly [key in keyof Span]: number[] }
  return {
    first: Math.max(...first),
    earliest: Math.max(...earliest),
    last: Math.min(...last),
    latest: Math.min(...latest),
  }
}

/** The inner edge of a start or an end; a bound on one side leaves it open. */
function inner(time: TimeSet, which: 'first' | 'last'): number | null {
  if (time.anchor !== null) return null
  const day = which === 'first' ? firstDayOf(time) : lastDayOf(time)
  if (day !== null) return day
  const goesOn = time.shape === 'permanent' || time.shape === 'open'
  return which === 'first' ? (goesOn ? NEVER : -NEVER) : goesOn ? null : NEVER
}

function dayOf(text: string | undefined): number | null {
  const day = readDay(text ?? '')
  return day && midnight(day) / (24 * 60)
}

/** A day of a time; null where it hangs on what has no date. What is left open has none, and ends never. */
function edge(time: TimeSet | null, which: 'first' | 'last'): number | null {
  const open = which === 'first' ? -NEVER : NEVER
  if (time === null) return open
  if (time.anchor !== null) return null
  return (which === 'first' ? firstDayOf(time) : lastDayOf(time)) ?? open
}

/** The first or the last day of the time that a figure is about. */
function sliceOf(period: Period | null, which: 'first' | 'last'): number | null {
  if (period === null) return edge(null, which)
  const slices = period.slices.map(({ set, anchor }) => edge({ set, anchor, shape: 'span' }, which))
  if (slices.includes(null)) return null
  return which === 'first' ? Math.min(...(slices as number[])) : Math.max(...(slices as number[]))
}
