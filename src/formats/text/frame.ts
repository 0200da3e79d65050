import type { Severity } from '../../diagnostic.ts'
import type { Place } from '../../place.ts'
import { cleanText } from './clean.ts'
import { line, type Sheet, span } from './sheet.ts'
import { chop, displayWidth, type Line } from './width.ts'

/** What a frame shows: a line of a file as it is there, and the range in it that is meant. */
interface Framed {
  readonly place: Place
  readonly excerpt: string | null
}

/** The line in three: before the range, the range, and after it. */
interface Marked {
  readonly before: string
  readonly range: string
  readonly after: string
}

/** Half of a character that takes two code units is none. */
function whole(text: string, at: number, toward: -1 | 1): number {
  const inside = /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at))
  return inside ? at + toward : at
}

/** Columns count code units of the line as it is in the file; only then is it made safe to show. */
function markedOf(place: Place, text: string, ascii: boolean): Marked {
  const length = text.trimEnd().length
  const from = whole(text, Math.min(Math.max(place.column - 1, 0), text.length), -1)
  // Of a range over several lines, what it has of the first.
  const written = place.endLine > place.line ? length : Math.min(place.endColumn - 1, text.length)
  const to = whole(text, Math.max(written, from), 1)
  const piece = (start: number, end?: number): string => cleanText(text.slice(start, end), ascii)
  return { before: piece(0, from), range: piece(from, to), after: piece(to).trimEnd() }
}

/** As many characters from the front of the list as there is room for. */
function fitting(characters: readonly string[], room: number): string[] {
  let used = 0
  const end = characters.findIndex((character) => (used += displayWidth(character)) > room)
  return end < 0 ? [...characters] : characters.slice(0, end)
}

/** The same from its back. */
function fromEnd(characters: readonly string[], room: number): string[] {
  let used = 0
  const last = characters.findLastIndex((character) => (used += displayWidth(character)) > room)
  return characters.slice(last + 1)
}

const characters = (text: string): string[] => chop(text, 1)
const textWidth = (text: string): number => characters(text).reduce((sum, one) => sum + displayWidth(one), 0)

/** What of a line too long for the page is shown: the range, then as much around it as there is room for. */
function windowed(marked: Marked, room: number, cut: string): Marked {
  const { before, range, after } = marked
  if (textWidth(before) + textWidth(range) + textWidth(after) <= room) return marked
  const mark = displayWidth(cut)
  const inner = Math.max(room - 2 * mark, 4)
  const shown = fitting(characters(range), inner).join('')
  if (shown.length < range.length) {
    return { before: before === '' ? '' : cut, range: shown, after: cut }
  }
  const rest = inner - textWidth(range)
  // A side that needs less than half leaves what it does not need to the other.
  const least = Math.floor(rest / 2)
  const left = Math.max(least, rest - textWidth(after))
  const start = fromEnd(characters(before), left).join('')
  const end = fitting(characters(after), rest - textWidth(start)).join('')
  return {
    before: start.length < before.length ? cut + start : before,
    range,
    after: end.length < after.length ? end + cut : after,
  }
}

/** How many columns the numbers of these lines take. */
export const numberWidth = (framed: readonly Framed[]): number =>
  Math.max(0, ...framed.map(({ place }) => String(place.line).length))

/**
 * The line of the file with its number, and below it carets under the range. Nothing where the line is not known or has
 * nothing to show.
 */
export function frameLines(
  framed: Framed,
  style: Severity | 'faint',
  digits: number,
  indent: number,
  sheet: Sheet,
): Line[] {
  const { place, excerpt } = framed
  if (excerpt === null || excerpt.trim() === '') return []
  const page = Number.isFinite(sheet.findings) ? sheet.findings : sheet.width
  const gutter = ` ${sheet.mark.gutter} `
  const room = Math.max(page - indent - digits - gutter.length, 8)
  const { before, range, after } = windowed(markedOf(place, excerpt, sheet.ascii), room, sheet.mark.cut)
  const lead = (text: string) => span(`${' '.repeat(indent)}${text.padStart(digits)}${gutter}`, 'faint')
  const carets = '^'.repeat(Math.max(textWidth(range), 1))
  return [
    [lead(String(place.line)), span(before + range + after)],
    [lead(''), ...line(' '.repeat(textWidth(before))), span(carets, style)],
  ]
}
