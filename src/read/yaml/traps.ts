import { quoted, restOfLine, type Source, type Span, show } from './source.ts'

/** What is legal YAML and yet not what its writer meant. The tree stays as YAML has it. */

/** `deal no #5 signed` is an error; `55% # of what` perhaps a comment, so a note; all else a comment. */
export function checkLostText({ text, report }: Source, value: Span): void {
  const after = text.startsWith(' #', value.end) ? value.end + 1 : value.end
  const lost = restOfComment(text, after)
  const isText = /^#[\p{L}\p{N}]/u.test(lost) && !/^#(todo|fixme|xxx)\b/i.test(lost)
  const isDoubtful = after > value.end && /^# (of|per|than|to|and|or|by|from|until|with) /.test(lost)
  if (!isText && !isDoubtful) return
  const span = { start: after, end: after + lost.length }
  const whole = `${text.slice(value.start, value.end)} ${lost}`.trim()
  const message = isText
    ? `${show(lost)} is lost, for a space and "#" begin a comment; expected the whole value quoted.`
    : `${show(lost)} is a comment, but reads like a part of the value; expected two spaces before it.`
  const help = `Quote the value if it is text: ${quoted(whole)}; write a comment as "  # …".`
  report('yaml-lost-text', span, message, help, isText ? {} : { severity: 'note' })
}

function restOfComment(text: string, at: number): string {
  if (text[at] !== '#' || !/\s/.test(text[at - 1] ?? ' ')) return ''
  const end = text.indexOf('\n', at)
  return text.slice(at, end === -1 ? undefined : end).trimEnd()
}

export function checkNull({ text, report }: Source, span: Span): void {
  const word = text.slice(span.start, span.end)
  if (!/^(~|null|Null|NULL)$/.test(word)) return
  const help = `Leave the key out; if the word itself is meant, quote it: ${quoted(word)}.`
  report('yaml-null', span, `${show(word)} is YAML for no value; expected a value.`, help)
}

/** `>5` is a block of text with an indentation of five, and an empty one. */
export function checkBlockScalar({ text, report }: Source, span: Span, value: string): void {
  if (value.trim() !== '') return
  report('yaml-block-scalar', span, ...explainBlockScalar(restOfLine(text, span.start)))
}

/** Message and help for a value such as `>= 12 Mt`, which YAML reads as the head of a block of text. */
export function explainBlockScalar(value: string): [message: string, help: string] {
  const [, sign = '', rest = ''] = value.match(/^(>=|[>|])\s*(.*)/) ?? []
  const words = sign === '>=' ? `at least ${rest}` : `more than ${rest}`
  const begin = show(sign.slice(0, 1))
  const message = `${show(value)} is read as the head of a block of text for its ${begin}; expected words.`
  if (rest === '') return [message, 'Indent the text on the lines below, or leave the key out.']
  return [message, sign === '|' ? `Quote the value: ${quoted(value)}.` : `Write ${show(words)}.`]
}

/** An entry of a map in braces, or an item of a list in brackets, as far as commas matter. */
export interface FlowPart {
  readonly span: Span
  /** The part's own plain text, to which text after the next comma may belong; null where it has none. */
  readonly plain: Span | null
  readonly hasValue: boolean
}

/** `{ says: supplies all, up front }` has a key `up front`, `{ value: 1,000 Mt }` a key `000 Mt`. */
export function checkCommasInMap(source: Source, parts: readonly FlowPart[]): void {
  for (let i = 0; i < parts.length; i++) {
    const first = parts[i]
    if (!first || first.hasValue) continue
    const before = parts[i - 1]
    while (parts[i + 1]?.hasValue === false) i++
    const span = { start: first.span.start, end: (parts[i] ?? first).span.end }
    if (before?.plain) reportComma(source, before.plain, span)
    else {
      const key = show(source.text.slice(span.start, span.end))
      const message = `${key} in { } has no value; expected "key: value".`
      source.report('yaml-comma-in-flow', span, message, 'Write a list in [ ], or give the key a value.')
    }
  }
}

/** `[1,000 Mt]` is a list of two. Any other comma in a list is one. */
export function checkCommasInList(source: Source, parts: readonly FlowPart[]): void {
  parts.forEach(({ plain }, i) => {
    const before = parts[i - 1]?.plain
    if (before && plain && isSplitNumber(source.text, before, plain)) reportComma(source, before, plain)
  })
}

const isSplitNumber = (text: string, before: Span, after: Span) =>
  after.start === before.end + 1 &&
  /(^|\D)\d{1,3}$/.test(text.slice(before.start, before.end).slice(-4)) &&
  /^\d{3}(?!\d)/.test(text.slice(after.start, after.end).slice(0, 4))

function reportComma({ text, report }: Source, before: Span, after: Span): void {
  const whole = text.slice(before.start, after.end)
  const lost = show(text.slice(after.start, after.end))
  if (isSplitNumber(text, before, after)) {
    const message = `${show(whole)} is split at its comma: ${lost} is lost; expected a number without commas.`
    const help = `Write ${show(whole.replace(/(?<=\d),(?=\d{3})/g, ''))}, or quote it: ${quoted(whole)}.`
    report('yaml-comma-in-flow', { start: before.start, end: after.end }, message, help)
  } else {
    const message = `${lost} after a comma in { } is lost as a key without a value; expected quoted text.`
    report('yaml-comma-in-flow', after, message, `Quote the whole value: ${quoted(whole)}.`)
  }
}
