import stringWidth from 'string-width'
import type { Style } from './style.ts'

/** A run of text in one style. */
export interface Span {
  readonly text: string
  readonly style?: Style
  /** True where its spaces are no place to break a line, as in `Trump 11 Jun`. */
  readonly keep?: boolean
}

/** A line of the screen, or before wrapping a paragraph. */
export type Line = readonly Span[]

/** Latin letters, typography and the marks of the sheet take one column each: no need to look it up. */
const narrow = /^[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u203b→≠○✗─]*$/

/** Columns that the text takes on a terminal. */
export const displayWidth = (text: string): number => (narrow.test(text) ? text.length : stringWidth(text))

export const lineWidth = (line: Line): number =>
  line.reduce((width, span) => width + displayWidth(span.text), 0)

/** A word or a piece of one, and whether a line may break before it. */
interface Piece {
  readonly text: string
  readonly style: Style | undefined
  readonly width: number
  readonly space: boolean
  readonly open: boolean
}

const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff65]/u
const neverFirst = /[、。，．：；？！）」』》〉】〕”’…·,.:;?!)\]]/u
const neverLast = /[（「『《〈【〔“‘([]/u

/** A word cut where a line may break inside it: between ideographs, but not before a closing mark. */
function cut(word: string): string[] {
  if (!ideograph.test(word)) return [word]
  const out: string[] = []
  let last = ''
  for (const character of word) {
    const breaks =
      out.length > 0 &&
      (ideograph.test(last) || ideograph.test(character)) &&
      !neverFirst.test(character) &&
      !neverLast.test(last)
    if (breaks || out.length === 0) out.push(character)
    else out[out.length - 1] += character
    last = character
  }
  return out
}

function piecesOf(line: Line, width: number): Piece[] {
  const out: Piece[] = []
  let space = false
  for (const span of line) {
    const whole = span.keep && displayWidth(span.text) <= width
    let words = 0
    for (const word of whole ? [span.text] : span.text.split(/( +)/)) {
      if (word.trim() === '') {
        space ||= word !== ''
        continue
      }
      // What is kept together but too wide still keeps its first word, a dot, to the second.
      const tied = span.keep && words === 1
      words += 1
      for (const [i, text] of (whole ? [word] : cut(word)).entries()) {
        const open = (space && !tied) || i > 0
        out.push({ text, style: span.style, width: displayWidth(text), space, open })
        space = false
      }
    }
  }
  return out
}

/** Text in pieces no wider than that; only what a reader sees as one character is never split. */
export function chop(text: string, width: number): string[] {
  const out: string[] = []
  let room = 0
  for (const { segment } of new Intl.Segmenter('en').segment(text)) {
    const needs = displayWidth(segment)
    if (out.length === 0 || needs > room) {
      out.push(segment)
      room = width - needs
    } else {
      out[out.length - 1] += segment
      room -= needs
    }
  }
  return out
}

/** A paragraph in lines no wider than that, broken at spaces, between ideographs, else where it must be. */
export function wrap(line: Line, width: number): Line[] {
  const lines: Span[][] = [[]]
  let used = 0
  const push = (text: string, style: Style | undefined) => {
    const current = lines.at(-1) as Span[]
    const last = current.at(-1)
    if (last && last.style === style) current[current.length - 1] = { ...last, text: last.text + text }
    else current.push(style ? { text, style } : { text })
    used += displayWidth(text)
  }
  const turn = () => {
    lines.push([])
    used = 0
  }
  const units: Piece[][] = []
  for (const piece of piecesOf(line, width)) {
    if (piece.open || units.length === 0) units.push([piece])
    else units.at(-1)?.push(piece)
  }
  for (const unit of units) {
    const needs = unit.reduce((sum, piece, i) => sum + piece.width + (piece.space && i > 0 ? 1 : 0), 0)
    const gap = unit[0]?.space && used > 0 ? 1 : 0
    if (used > 0 && used + gap + needs > width) turn()
    else if (gap) push(' ', unit[0]?.style)
    for (const [i, piece] of unit.entries()) {
      if (i > 0 && piece.space && used > 0 && used < width) push(' ', piece.style)
      if (used + piece.width <= width) push(piece.text, piece.style)
      else
        for (const bit of chop(piece.text, width)) {
          if (used > 0 && used + displayWidth(bit) > width) turn()
          push(bit, piece.style)
        }
    }
  }
  return lines
}
