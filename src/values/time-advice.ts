import { nearest, normalWord } from '../words.ts'
import { isWrong, readLength } from './quantity.ts'
import { addLength, printDay, readCalendar, readDay } from './time.ts'
import { readTime, type TimeContext } from './time-text.ts'

/** What to write for a time that cannot be read: computed, and never itself refused. */

const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const DASH = '[-–—]'
const LENGTH = '((?:\\d+|an?|[a-z]+)[ -](?:days?|weeks?|months?|quarters?|years?))'
const form = (source: string): RegExp => new RegExp(source, 'gi')
const whole = (source: string): RegExp => new RegExp(`^${source}$`, 'i')
const two = (n: string): string => n.padStart(2, '0')
const monthOf = (name: string): string =>
  two(String('janfebmaraprmayjunjulaugsepoctnovdec'.indexOf(name.slice(0, 3).toLowerCase()) / 3 + 1))

/** Dates as people write them. The order of day and month is never guessed: a dot alone says that the day is first. */
const dates: readonly (readonly [RegExp, (...found: string[]) => string])[] = [
  [
    form(`\\b(\\d{1,2})(?:st|nd|rd|th|\\.)?(?: of)? ${MONTH},? (\\d{4})\\b`),
    (_, d = '', m = '', y = '') => `${y}-${monthOf(m)}-${two(d)}`,
  ],
  [
    form(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`),
    (_, m = '', d = '', y = '') => `${y}-${monthOf(m)}-${two(d)}`,
  ],
  [form(`\\b${MONTH},?(?: of)? (\\d{4})\\b`), (_, m = '', y = '') => `${y}-${monthOf(m)}`],
  [
    form('\\b(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})\\b'),
    (_, d = '', m = '', y = '') => `${y}-${two(m)}-${two(d)}`,
  ],
  [
    form('\\b(\\d{4})[./](\\d{1,2})[./](\\d{1,2})\\b'),
    (_, y = '', m = '', d = '') => `${y}-${two(m)}-${two(d)}`,
  ],
  [form('\\b(\\d{4})-(\\d{1,2})-(\\d{1,2})\\b'), (_, y = '', m = '', d = '') => `${y}-${two(m)}-${two(d)}`],
  [form('\\b(\\d{4})[-/](\\d)(?![\\d-])'), (_, y = '', m = '') => `${y}-${two(m)}`],
  [form('\\bq([1-4])[ ,/-]*(?:of )?(\\d{4})\\b'), (_, q = '', y = '') => `${y}-Q${q}`],
  [form('\\b(\\d{4})[ /]?q([1-4])\\b'), (_, y = '', q = '') => `${y}-Q${q}`],
  [
    form('\\b(?:the )?(first|second|third|fourth) quarter(?: of)? (\\d{4})\\b'),
    (_, n = '', y = '') => `${y}-Q${['first', 'second', 'third', 'fourth'].indexOf(n.toLowerCase()) + 1}`,
  ],
]

/** A text with the dates in it as the grammar has them. */
export const plainDates = (text: string): string =>
  dates.reduce((t, [date, instead]) => t.replace(date, instead), text.trim().replaceAll(/\s+/g, ' '))

/** Other ways of saying a time, and how the grammar says them. */
const ways: readonly (readonly [RegExp, string])[] = [
  [
    whole('(?:now|immediately|effective immediately|today|immediate|with immediate effect|forthwith)'),
    'at once',
  ],
  [whole('(?:forever|for good|permanently|for ever)'), 'permanent'],
  [whole(`(\\d{4}(?:-\\d\\d){0,2}) ?(?:${DASH}|\\/) ?(\\d{4}(?:-\\d\\d){0,2})`), '$1 to $2'],
  [whole('(?:between|from) (.+?) (?:and|to|until|till|through) (.+)'), '$1 to $2'],
  [whole('(\\d.*?) (?:until|till|through|and) (\\d.*)'), '$1 to $2'],
  [whole('(?:by|before) (?:the )?end of (.+)'), 'by $1'],
  [whole('(?:no|not) (?:later than|after) (.+)'), 'by $1'],
  [whole('(?:no|not) (?:earlier than|sooner than) (.+)'), 'not before $1'],
  [whole(`(?:within |in )?${LENGTH} (?:after|of|following|from|since) (.+)`), '$1 from $2'],
  [
    whole(
      '(?:in|on|during|from|since|starting|starting from|starting on|effective|effective from|beginning|as of|as from|for) (.+)',
    ),
    '$1',
  ],
]

const reads = (text: string, context: TimeContext): boolean => !('wrong' in readTime(text, context))

/** What to write instead; null where nothing is known. */
export function timeAdvice(written: string, context: TimeContext): string | null {
  const slashes = twoReadings(written)
  if (slashes !== null) return slashes
  let t = plainDates(written)
  if (reads(t, context)) return `Write "${t}".`
  for (const [way, instead] of ways) {
    t = t.replace(way, instead)
    if (reads(t, context)) return `Write "${t}".`
  }
  return special(t, context) ?? meantEvent(t, context)
}

function special(t: string, context: TimeContext): string | null {
  const close = lastDayOf(/^(?:(?:until|till|through|to) )?(?:the )?end of (.+)$/i.exec(t)?.[1] ?? '')
  if (close !== null)
    return /^(the )?end/i.test(t)
      ? `Write "by ${close}" for a deadline, "through ${close}" for an end.`
      : `Write "through ${close}".`
  const until = /^(?:until|till|up to|to) (.+)$/i.exec(t)?.[1]
  if (until !== undefined && readDay(until))
    return `Write "${until}" where it stops on that day, "through ${until}" where that day still counts.`
  if (until !== undefined && reads(until, context)) return `Write "${until}".`
  const through = /^through (.+)$/i.exec(t)?.[1]
  const last = through === undefined ? null : lastDayOf(through)
  if (last !== null) return `Write "through ${last}".`
  const after = readDay(/^after (.+)$/i.exec(t)?.[1] ?? '')
  if (after) return `Write "not before ${printDay(addLength(after, { count: 1, unit: 'day' }))}".`
  const before = readDay(/^(?:before|prior to) (.+)$/i.exec(t)?.[1] ?? '')
  if (before) return `Write "by ${printDay(addLength(before, { count: -1, unit: 'day' }))}".`
  const length = /^(?:within |in |for |after )?(.+)$/i.exec(t)?.[1] ?? ''
  if (!isWrong(readLength(length)))
    return `Write "${length} from DAY" with the day or event from which it counts, or "duration: ${length}" for how long it holds.`
  if (/^(indefinite(ly)?|unlimited|without (an )?end|no end)$/i.test(t))
    return 'Write "open" where no end is set, "permanent" where it is for good.'
  return null
}

/** The last day of a month, quarter or year. */
function lastDayOf(text: string): string | null {
  const m = /^(\d{4})(?:-(\d\d)|-[Qq]([1-4]))?$/.exec(text)
  const month = m?.[3] ? Number(m[3]) * 3 : Number(m?.[2] ?? 12)
  const day = m && readDay(`${m[1]}-${two(String(month))}-01`)
  if (!day) return null
  const next = addLength(day, { count: 1, unit: 'month' })
  return printDay(addLength(next, { count: -1, unit: 'day' }))
}

/** `08/01/2025` is the eighth of January or the first of August. */
function twoReadings(written: string): string | null {
  const m = /(?<![\d/-])(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?![\d/-])/.exec(written)
  if (!m) return null
  const [, a = '', , b = '', year = ''] = m
  const found = [...new Set([`${year}-${two(a)}-${two(b)}`, `${year}-${two(b)}-${two(a)}`])].filter((d) =>
    readDay(d),
  )
  const say = found.map((d) => `"${written.trim().replace(m[0], d)}"`)
  if (say.length === 2)
    return `"${m[0]}" is two days, as day or month comes first: write ${say.join(' or ')}.`
  return say.length === 1 ? `Write ${say[0]}.` : null
}

function meantEvent(t: string, context: TimeContext): string | null {
  const name = t.replace(/^(?:by|not before|through|.+? from) /i, '')
  const near = nearest(normalWord(name), context.vocabulary.events.keys())
  return near && `Did you mean "${t.slice(0, t.length - name.length)}${near}"?`
}

/** What to write for the time of a figure. */
export function periodAdvice(written: string, context: TimeContext): string | null {
  const t = plainDates(written)
  const years = [...t.matchAll(/\b\d{4}\b/g)].map((m) => m[0])
  if (/^(annually|yearly|annual|per (year|annum)|a year|p\. ?a\.|each year|every year)$/i.test(t))
    return 'Write "a year" after the figure and leave the period out, or name the years: "each of 2026 to 2028".'
  if (/^(each|every|per|annually|yearly)\b/i.test(t) && years.length > 0 && years.length < 3)
    return `Write "each of ${years.join(' to ')}".`
  if (/^this year$/i.test(t)) return `Write "${context.said.year}".`
  if (/^next year$/i.test(t)) return `Write "${context.said.year + 1}".`
  const last = /^(?:through|until|till|to) (\d{4}(?:-\d\d|-Q[1-4])?)$/i.exec(t)?.[1]
  if (last !== undefined)
    return `Write the first year too: "${context.said.year} to ${last}", where it runs from the year of the statement.`
  const length = t.replace(/^(?:for|over|within|in) (?:the next )?/i, '')
  if (!isWrong(readLength(length)))
    return `Write which time it is, such as "2026 to 2028"; how long it holds is \`duration: ${length}\`.`
  return timeAdvice(written, context)
}

/** What to write for a length; `start` is the day from which it counts, where that is known. */
export function lengthAdvice(written: string, start: Parameters<typeof printDay>[0] | null): string | null {
  const t = written.trim().replaceAll(/\s+/g, ' ')
  const bound =
    /^(?:(at least|no less than|not less than|minimum|a minimum of|more than)|up to|at most|no more than|not more than|maximum|a maximum of|less than) (.+)$/i.exec(
      t,
    )
  const length = bound?.[2] === undefined ? null : readLength(bound[2])
  if (bound && length && !isWrong(length)) {
    const day = start ? printDay(addLength(start, length)) : 'DAY'
    return `Write "end: ${bound[1] ? 'not before' : 'by'} ${day}" instead of the duration.`
  }
  if (/^(permanent(ly)?|forever|for good)$/i.test(t)) return 'Write "end: permanent" instead of the duration.'
  if (/^(indefinite(ly)?|open|unlimited)$/i.test(t)) return 'Write "end: open" instead of the duration.'
  const part = /^(\d+)\.(\d+) years?$/i.exec(t)
  const months = part ? Number(`${part[1]}.${part[2]}`) * 12 : Number.NaN
  if (Number.isInteger(months)) return `Write "${months} months".`
  if (/^half a year$|^a half year$/i.test(t)) return 'Write "6 months".'
  const plain = t
    .replace(/^(?:for|about|exactly|within|a full|full) /i, '')
    .replace(/ (?:period|long)$/i, '')
    .replace(/^(?:the )?next /i, '')
  if (plain !== t && !isWrong(readLength(plain))) return `Write "${plain}".`
  const [from, to, ...more] = plainDates(t).split(/ to | until /)
  if (from && to && more.length === 0 && readDay(from) && readDay(to))
    return `Write "start: ${from}" and "end: ${to}" instead of the duration.`
  return null
}

/** What to write for the day of a statement: a day, a month or an instant. */
export function dayAdvice(written: string): string | null {
  const slashes = twoReadings(written)
  if (slashes !== null) return slashes
  const t = plainDates(written).replace(/^(?:on|in) /i, '')
  const read = t === written.trim() ? null : readCalendar(t)
  return read && 'time' in read && /^\d{4}-\d\d/.test(t) ? `Write "${t}".` : null
}
