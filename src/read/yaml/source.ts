import { type Diagnostic, diagnosticOf, type Finding, type Severity } from '../../diagnostic.ts'
import type { Place } from '../../place.ts'
import { codePoint, unseen } from '../../words.ts'

/** Where in the text something starts, and one past its end. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The text of one file, from offsets to places, and what was found wrong with it. */
export interface Source {
  readonly text: string
  readonly found: Diagnostic[]
  readonly place: (span: Span) => Place
  readonly report: (rule: string, span: Span, message: string, help: string, more?: More) => void
}

interface More {
  readonly severity?: Severity
  readonly related?: Finding['related']
  readonly fix?: Finding['fix']
}

/** Whoever has so many mistakes does not read them all; a hostile file could have a million. */
const mostFindings = 1000

export function sourceOf(text: string, path: string): Source {
  const lineStarts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1)

  function position(offset: number) {
    let low = 0
    let high = lineStarts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((lineStarts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 }
  }

  /** Offsets of the YAML package may lie past the end, on a line's end or within a character. */
  function place(span: Span): Place {
    let start = Math.max(0, Math.min(span.start, text.length))
    let end = Math.max(start, Math.min(span.end, text.length))
    while (end > start && isLineEnd(text, end - 1)) end--
    if (text[start] === '\n' && text[start - 1] === '\r') start = end = start - 1
    if (end > start && isHighSurrogate(text, end - 1)) end++
    const from = position(start)
    const to = position(end)
    return { path, line: from.line, column: from.column, endLine: to.line, endColumn: to.column }
  }

  const found: Diagnostic[] = []
  return {
    text,
    found,
    place,
    report: (rule, span, message, help, more = {}) => {
      if (found.length < mostFindings)
        found.push(diagnosticOf({ rule, message, help, place: place(span), ...more }))
    },
  }
}

const isLineEnd = (text: string, at: number) =>
  text[at] === '\n' || (text[at] === '\r' && text[at + 1] === '\n')
const isHighSurrogate = (text: string, at: number) => (text.codePointAt(at) ?? 0) > 0xffff

/** The rest of the line from an offset on, without a comment and space at its end. */
export function restOfLine(text: string, at: number): string {
  const [line = ''] = text.slice(at, at + 1000).split('\n', 1)
  const comment = line.search(/\s#/)
  return (comment === -1 ? line : line.slice(0, comment)).trim()
}

function printable(text: string): string {
  const characters = [...text.slice(0, 200).replace(/\s+/g, ' ')]
  const cut = characters.length > 60 ? `${characters.slice(0, 57).join('')}…` : characters.join('')
  return cut.replace(unseen, (character) => `<${codePoint(character)}>`)
}

/** Text of the file in a message: in quotation marks, on one line, cut, nothing unseen in it. */
export const show = (text: string): string =>
  text.includes('"') && !text.includes("'") ? `'${printable(text)}'` : `"${printable(text)}"`

/** Text as one would quote it in YAML. */
export const quoted = (text: string): string =>
  /["\\]/.test(text) ? `'${printable(text.replaceAll("'", "''"))}'` : `"${printable(text)}"`

/** More of one kind in a file says only that the file is not what it is taken for. */
export const mostOfOneKind = 20
