const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

interface Day {
  readonly year: string
  readonly month: string | null
  readonly day: string | null
}

/** A day, a month, a year or an instant, of which the day as written counts; null for anything else. */
function read(date: string): Day | null {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ].*)?)?)?$/.exec(date.trim())
  if (!match) return null
  const month = match[2] === undefined ? null : months[Number(match[2]) - 1]
  if (month === undefined) return null
  return { year: match[1] ?? '', month, day: match[3] === undefined ? null : String(Number(match[3])) }
}

const join = (...parts: (string | null)[]): string => parts.filter((part) => part !== null).join(' ')

export const yearOf = (date: string): string | null => read(date)?.year ?? null

/** `11 Jun`, a month without a day as `June`; and the year where it is not the one the page is about. */
export function shortDate(date: string, year: string | null): string {
  const d = read(date)
  if (!d) return date
  const month = d.day === null ? d.month : (d.month?.slice(0, 3) ?? null)
  return join(d.day, month, d.month === null || d.year !== year ? d.year : null)
}

/** True for a month without a day, which is never shown as one. */
export const isMonth = (date: string): boolean => {
  const d = read(date)
  return d !== null && d.month !== null && d.day === null
}

/** `11 June 2025`. */
export function longDate(date: string): string {
  const d = read(date)
  return d ? join(d.day, d.month, d.year) : date
}

/** After a day: a time of day, and how far its zone lies from Greenwich. */
const clockAndZone =
  '(?:[T ](\\d\\d:\\d\\d))? ?(?:(?:UTC|GMT)?([+\u2212-])(\\d\\d):?(\\d\\d)|Z|UTC)(?![\\w:])'
const dayInZone = new RegExp(`(?<![\\w/.:-])(\\d{4}-\\d\\d-\\d\\d)${clockAndZone}`, 'g')

/** `25 June 2025 (UTC-4)`, `10 November 2026 00:01 (UTC-5)`. */
function instantInWords(
  _: string,
  day: string,
  clock: string | undefined,
  sign: string | undefined,
  hours = '00',
  minutes = '00',
): string {
  const off = `${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`
  const zone = off === '0' ? 'UTC' : `UTC${sign === '+' ? '+' : '-'}${off}`
  return `${longDate(day)}${clock === undefined ? '' : ` ${clock}`} (${zone})`
}

/** Days and months inside a text, `until 2026-11-10 00:01 -05:00`, in words: `until 10 November 2026 00:01 (UTC-5)`. */
export const datesInWords = (text: string): string =>
  text.replace(dayInZone, instantInWords).replace(/(?<![\w/.:-])\d{4}-\d\d(?:-\d\d)?(?![\w/]|-\w)/g, longDate)

const dated = new RegExp(`^(?:\\d{1,2} )?(?:${months.join('|')}) \\d{4}\\b|^\\d{4}$`)

/** Whether a text in words begins with a date, so that `until` can stand before it. */
export const beginsWithDate = (text: string): boolean => dated.test(text)

/** `9–10 June 2025`, `9 June – 15 July 2025`. */
export function dateSpan(from: string, to: string, dash: string): string {
  const [a, b] = [read(from), read(to)]
  if (!a || !b || longDate(from) === longDate(to)) {
    return from === to || (a && b) ? longDate(from) : `${from} ${dash} ${to}`
  }
  if (a.year !== b.year || a.month === null) return `${longDate(from)} ${dash} ${longDate(to)}`
  if (a.month === b.month && a.day !== null && b.day !== null) return `${a.day}${dash}${longDate(to)}`
  return `${join(a.day, a.month)} ${dash} ${longDate(to)}`
}

/** A span as a deal file writes it: `2025-06-09 to 2025-06-10`, with `/` too, or one date. */
export function writtenSpan(text: string, dash: string): string {
  const [from, to, more] = text.split(/\s*\/\s*|\s+to\s+/)
  return from && to && more === undefined ? dateSpan(from, to, dash) : longDate(text)
}
