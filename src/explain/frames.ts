import type { Place } from '../place.ts'
import { codePoint, unseen } from '../words.ts'

/** What a terminal of 80 columns holds of an example: longer lines go on below, so that carets stay under their text. */
const COLUMNS = 76
/** Prose is broken so that even a narrower terminal breaks it nowhere else. */
const PROSE = 56
/** Lines longer than any that a person writes are cut, around what is meant; and so are long examples. */
const LONGEST = 400
const LINES = 40
const CUT = '...'

/** What does not show is named, and takes the room of its name. */
const shown = (text: string): string =>
  text.replaceAll('\t', '<TAB>').replace(unseen, (character) => `<${codePoint(character)}>`)

/** A line as it is shown, and the range in it that is meant. */
interface Marked {
  readonly text: string
  readonly from: number
  readonly to: number
}

function marked(line: string, from: number, to: number): Marked {
  const [before, range, after] = [line.slice(0, from), line.slice(from, to), line.slice(to)]
  if (line.length <= LONGEST) {
    const start = shown(before).length
    const end = start + shown(range).length
    return { text: shown(line), from: start, to: end }
  }
  const least = COLUMNS / 2
  const left = before.length > least ? `${CUT}${shown(before.slice(-least))}` : shown(before)
  const end = left + shown(range.slice(0, least))
  const text = `${end}${shown(range.length > least ? '' : after.slice(0, COLUMNS))}`.slice(
    0,
    COLUMNS - CUT.length,
  )
  return { text: `${text}${CUT}`, from: left.length, to: end.length }
}

/** The line in pieces that a terminal holds, with carets below the piece in which the range begins. */
function framed({ text, from, to }: Marked, isMeant: boolean): string[] {
  const out: string[] = []
  const indent = /^ */.exec(text)?.[0].length ?? 0
  for (let start = 0; start === 0 || start < text.length;) {
    const lead = start === 0 ? 0 : indent + 4
    const room = Math.max(COLUMNS - lead, 20)
    const space = text.lastIndexOf(' ', start + room - 1)
    const fits = text.length - start <= room
    const end = fits ? text.length : space > start + indent ? space + 1 : start + room
    out.push(`${' '.repeat(lead)}${text.slice(start, end)}`.trimEnd())
    if (isMeant && from >= start && (from < end || end >= text.length)) {
      const carets = '^'.repeat(Math.max(1, Math.min(to, end) - from))
      out.push(`${' '.repeat(lead + from - start)}${carets}`)
    }
    start = Math.max(end, 1)
  }
  return out
}

/** An example line by line, with carets below the place that is meant. */
export function linesAround(yaml: string, place: Place | null): string[] {
  // A huge example is cut before it is split.
  const lines = yaml.slice(0, 100_000).replace(/\n+$/, '').split('\n')
  const out = lines.slice(0, LINES).flatMap((line, i) => {
    if (place?.line !== i + 1) return framed(marked(line, 0, 0), false)
    const end = place.endLine > place.line ? line.length : place.endColumn - 1
    return framed(marked(line, place.column - 1, end), true)
  })
  return lines.length > LINES ? [...out, CUT] : out
}

/** A sentence in lines that a narrow terminal need not break. */
export function wrapped(text: string): string[] {
  const out: string[] = []
  for (const word of shown(text).split(' ')) {
    const last = out.at(-1)
    if (last === undefined) out.push(word)
    else if (`${last} ${word}`.length <= PROSE) out[out.length - 1] = `${last} ${word}`
    else out.push(`  ${word}`)
  }
  return out
}
