import { codePoint, unseen } from '../../words.ts'
import { mostOfOneKind, type Source, type Span } from './source.ts'

/** Checks of the whole text, before anything is parsed. */

const mostBytes = 2_000_000

export const isTooLarge = (text: string) =>
  text.length > mostBytes ||
  (text.length * 3 > mostBytes && new TextEncoder().encode(text).length > mostBytes)

export function reportSize({ report }: Source): null {
  const message = 'The file is larger than 2 MB; expected at most 2000000 bytes.'
  report('yaml-too-large', { start: 0, end: 0 }, message, 'Split the deal into several files.')
  return null
}

/** Whether no mark of a merge conflict is left. */
export function checkConflicts({ text, report }: Source): boolean {
  const message =
    'The line "<<<<<<<" is the mark of an unresolved merge conflict; expected one version of the text.'
  const marks = [...text.matchAll(/^<{7} .*/gm)].slice(0, mostOfOneKind)
  for (const { index, 0: line } of marks) {
    const span = { start: index, end: index + line.length }
    report('yaml-conflict', span, message, 'Keep one of the two versions, and remove the marks.')
  }
  return marks.length === 0
}

/** Whether the text is UTF-8 without NUL; unseen characters are reported, but the text can be read. */
export function checkCharacters({ text, report }: Source): boolean {
  const nul = text.indexOf('\0')
  if (nul !== -1) {
    const message = 'The file holds a NUL character (U+0000), so it is not text; expected YAML in UTF-8.'
    report('yaml-control-character', spanOf(nul, '\0'), message, 'Save the file as UTF-8 (not UTF-16).')
    return false
  }
  const broken = firstMatches(text, /\ufffd|\p{Cs}/gu)
  for (const { index, 0: character } of broken) {
    const message = 'A character here is not valid UTF-8; expected a file in UTF-8.'
    report(
      'yaml-encoding',
      spanOf(index, character),
      message,
      'Save the file as UTF-8, or type the character anew.',
    )
  }
  if (broken.length > 0) return false
  for (const { index, 0: character } of firstMatches(text, unseen)) {
    reportUnseen(report, character, spanOf(index, character))
  }
  return true
}

/** The same characters in quoted text, written as an escape. */
export function checkEscapes({ text, report }: Source, value: string, span: Span): void {
  const [character] = value.match(unseen) ?? []
  if (character === undefined || text.slice(span.start, span.end).includes(character)) return
  reportUnseen(report, character, span)
}

function reportUnseen(report: Source['report'], character: string, span: Span): void {
  const message = `The character ${codePoint(character)} does not show on a screen; expected text that does.`
  const help =
    character === '\r' ? 'Save the file with LF or CRLF at the ends of its lines.' : 'Remove the character.'
  report('yaml-control-character', span, message, help)
}

const spanOf = (start: number, text: string): Span => ({ start, end: start + text.length })

function firstMatches(text: string, pattern: RegExp) {
  const matches = []
  for (const match of text.matchAll(pattern)) {
    matches.push(match)
    if (matches.length === mostOfOneKind) break
  }
  return matches
}
