import { quoted, restOfLine, type Source, type Span, show } from './source.ts'

/** Checks that need no more than the tokens: they hold also where the rest of the text is not YAML. */
export interface TokenChecks {
  /** The type is null for the content of a plain or block scalar. */
  readonly next: (type: string | null, span: Span) => void
  /** To be called after the last token: where the first quote or bracket opens that nothing closes, or -1. */
  readonly end: () => number
}

export function checkTokens(source: Source): TokenChecks {
  const brackets: Span[] = []
  let open = -1

  function unclosed(span: Span | undefined): void {
    if (!span) return
    if (open === -1 || span.start < open) open = span.start
    reportUnclosed(source, span)
  }

  function next(type: string | null, span: Span): void {
    if (type === 'anchor' || type === 'alias' || type === 'tag')
      reportProperty(source, type, span, brackets.length > 0)
    else if (type === 'flow-map-start' || type === 'flow-seq-start') brackets.push(span)
    else if (type === 'flow-error-end') unclosed(brackets.splice(0).at(-1))
    else if (type === 'flow-map-end' || type === 'flow-seq-end') {
      const opening = brackets.pop()
      if (opening && closing(source, opening) !== source.text[span.start]) unclosed(opening)
    } else if (type?.endsWith('-quoted-scalar') && !isClosed(source.text, span)) unclosed(span)
  }

  function end(): number {
    if (open === -1) unclosed(brackets.at(-1))
    return open
  }

  return { next, end }
}

const closers: Readonly<Record<string, string>> = { '{': '}', '[': ']', '"': '"', "'": "'" }
const closing = ({ text }: Source, { start }: Span) => closers[text[start] ?? ''] ?? ''

/** The package takes `"a\"` and `'a''` at the end of a file as closed. */
function isClosed(text: string, { start, end }: Span): boolean {
  const quote = text[start]
  if (end - start < 2 || text[end - 1] !== quote) return false
  const mark = quote === '"' ? '\\' : "'"
  let at = end - 2
  while (at > start && text[at] === mark) at--
  return (end - 2 - at) % 2 === 0
}

function reportUnclosed(source: Source, opening: Span): void {
  const { text, report } = source
  const { start } = opening
  const line = restOfLine(text, start)
  const name = { '"': 'double quote', "'": 'single quote' }[text[start] ?? ''] ?? `"${text[start]}"`
  const close = closing(source, opening)
  const message = `The ${name} before ${show(line.slice(1))} is not closed; expected ${show(close)} after it.`
  const isCommented = name.startsWith('"') && /^[^\n]*\s#/.test(text.slice(start, start + 1000))
  const help = isCommented
    ? 'Text from " #" on is a comment: quote a value that holds it.'
    : `Write ${show(close)} where it ends; if the sign is part of a text, quote the whole text.`
  report('yaml-syntax', { start, end: start + line.length }, message, help)
}

function reportProperty(
  { text, report }: Source,
  type: 'anchor' | 'alias' | 'tag',
  span: Span,
  inFlow: boolean,
): void {
  const line = restOfLine(text, span.start)
  const whole = inFlow ? line.replace(/[,\]}].*/, '').trim() : line
  const sign = show(text.slice(span.start, span.end))
  if (type === 'tag') {
    const plain = whole.replace(/^!+/, '')
    const instead = whole.startsWith('!!') ? plain.replace(/^\S*\s*/, '') : plain
    const help = instead
      ? `Write ${show(instead)} without the "!", or quote it: ${quoted(whole)}.`
      : 'Write the value without the "!".'
    report('yaml-tag', span, `${sign} is a YAML tag; expected a value without a tag.`, help)
  } else {
    const help = `Write the value out in full, or quote it if it is text: ${quoted(whole)}.`
    report('yaml-anchor', span, `${sign} is a YAML ${type}; expected the value itself.`, help)
  }
}
