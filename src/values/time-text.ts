import { cut, normalWord } from '../words.ts'
import { isWrong, readLength } from './quantity.ts'
import {
  addLength,
  atOnce,
  by,
  civilDay,
  type Day,
  fromEvent,
  notBefore,
  OPEN,
  PERMANENT,
  readCalendar,
  readDay,
  spanOf,
  type TimeSet,
  through,
} from './time.ts'

/** A time, and the day it begins on where it is one. */
export interface StartLike {
  readonly time: TimeSet
  readonly day: Day | null
}

/** What reading a time needs: the events that may be named, and the day of the statement. */
export interface TimeContext {
  readonly vocabulary: { readonly events: ReadonlyMap<string, { readonly date: string | null }> }
  readonly said: Day
}
export type ReadTime = StartLike | { readonly wrong: string; readonly help?: string }

export const timeExpects =
  'a time such as 2025-08-12, "2025-11-10 00:01 -05:00", 2025-Q4, "by 2025-12-31", "90 days from 2025-05-14" or permanent'

/** The same in short, where the message goes on to say what to write. */
export const timeInShort = 'a time such as 2025-08-12'

/** Reads TIME of the grammar. */
export function readTime(written: string, context: TimeContext): ReadTime {
  const t = written.trim().replaceAll(/\s+/g, ' ')
  const plain = normalWord(t)
  if (plain === 'at once') return { time: atOnce(context.said), day: context.said }
  if (plain === 'open') return { time: OPEN, day: null }
  if (plain === 'permanent') return { time: PERMANENT, day: null }
  const head = /^(by|not before|through)\s+(.+)$/i.exec(t)
  if (head?.[1] && head[2]) {
    const inner = readTime(head[2], context)
    if ('wrong' in inner) return inner
    const word = head[1].toLowerCase()
    if (word === 'by') return { time: by(inner.time), day: null }
    if (word === 'not before') return { time: notBefore(inner.time), day: null }
    return inner.day && inner.time.shape === 'day'
      ? { time: through(inner.day), day: null }
      : { wrong: `"${cut(t)}": through takes a day` }
  }
  const length = /^(.+?) from (.+)$/i.exec(t)
  if (length?.[1] && length[2]) return readLengthFrom(length[1], length[2], context)
  const span = /^(.+?) to (.+)$/i.exec(t)
  if (span?.[1] && span[2]) {
    const [a, b] = [readTime(span[1], context), readTime(span[2], context)]
    if ('wrong' in a) return a
    if ('wrong' in b) return b
    const both = spanOf(a.time, b.time)
    return both ? { time: both, day: null } : { wrong: `"${cut(t)}" ends before it begins` }
  }
  const calendar = readCalendar(t)
  if (calendar) return calendar
  const event = context.vocabulary.events.get(plain)
  if (event) return resolveEvent(plain, event.date, context)
  return { wrong: `"${cut(written)}" is no time`, help: 'An event is declared: words: { events: { … } }.' }
}

function resolveEvent(name: string, date: string | null, context: TimeContext): ReadTime {
  if (date === null) return { time: fromEvent(name, { count: 0, unit: 'day' }), day: null }
  return readTime(date, { ...context })
}

function readLengthFrom(lengthText: string, anchorText: string, context: TimeContext): ReadTime {
  const length = readLength(lengthText)
  if (isWrong(length)) return length
  const bare = readDay(anchorText.trim())
  if (bare) return dayAfter(addLength(bare, length))
  const name = normalWord(anchorText)
  const event = context.vocabulary.events.get(name)
  if (!event) {
    const calendar = readCalendar(anchorText)
    const wrong =
      calendar && 'wrong' in calendar
        ? calendar.wrong
        : `"${cut(anchorText)}" is no day and no declared event`
    return { wrong, help: 'Write a day such as 2025-05-14, or declare the event under `events:`.' }
  }
  if (event.date === null) return { time: fromEvent(name, length), day: null }
  const resolved = readTime(event.date, context)
  if ('wrong' in resolved) return resolved
  return resolved.day
    ? dayAfter(addLength(resolved.day, length))
    : { wrong: `the event "${name}" is no single day` }
}

const dayAfter = (day: ReturnType<typeof addLength>): StartLike =>
  day.year > 9999 ? { time: PERMANENT, day: null } : { time: civilDay(day), day }

/** The start of what names none: the lengths alone are compared then. */
export const UNNAMED = 'its start'

/** The end that a duration gives: from its start where one is known, else so long from a start nobody named. */
export function endAfter(lengthText: string, start: StartLike | null): { time: TimeSet } | { wrong: string } {
  const length = readLength(lengthText)
  if (isWrong(length)) return length
  const time = start?.day ? dayAfter(addLength(start.day, length)).time : fromEvent(UNNAMED, length)
  return { time: { ...time, length } }
}
