import { diagnosticOf } from '../../diagnostic.ts'
import { mostOfOneKind, quoted, restOfLine, type Source, type Span, show } from './source.ts'
import { explainBlockScalar } from './traps.ts'

/** An error as the YAML package gives it. */
export interface YamlError {
  readonly message: string
  readonly pos: readonly [number, number]
}

/** An error with what stands around it. */
interface Spot {
  readonly span: Span
  readonly said: string
  /** The text that the package marks. */
  readonly marked: string
  /** Its line up to the error, and from there on without a comment. */
  readonly before: string
  readonly rest: string
  readonly text: string
}

interface Explanation {
  readonly message: string
  readonly help: string
  /** Where it is not a plain yaml-syntax, or not where the package has it. */
  readonly rule?: string
  readonly span?: Span
}

/** By the package's message; the first that matches speaks. */
const explanations: readonly (readonly [RegExp, (spot: Spot) => Explanation])[] = [
  [/^Tabs are not allowed/, (spot) => explainTab(spot.span)],
  [/^Block scalar header|^Not a YAML token|block scalar indicator/, explainHeader],
  [/^Plain value cannot start/, explainStart],
  [/^Nested mappings|^Block collections are not allowed within/, explainColon],
  [/^Implicit (map )?keys|^A block sequence may/, explainKey],
  [/at the same column$|^Sequence item without|^Block scalar/, explainIndent],
  [/^Unexpected block-seq-ind/, explainDash],
  [/^Unexpected , in|^Unexpected empty item/, () => emptyItem],
  [/^Missing ,|^Missing space after :/, explainMissingComma],
  [/^Comments must be/, explainHash],
  [/^Invalid escape/, explainEscape],
  [/at node end$/, explainEnd],
  [/^Unexpected flow-\w+-end/, explainBracket],
  [/irectives?-end|directive|YAML version/, explainDirective],
]

const alike = 'Indent the keys of one map, and the items of one list, by the same number of spaces.'

const misplacedList: Explanation = {
  message: 'A list stands where a key was expected, or is not indented like the list above it.',
  help: alike,
}

/**
 * Reports what the package found: in file order, one error a line, none that only follows from another.
 * `openFrom` is where a quote or bracket opens that nothing closes, or -1: what comes after it was misread.
 */
export function reportSyntax(source: Source, errors: readonly YamlError[], openFrom: number): void {
  const lines = new Set(source.found.map(({ place }) => place.line))
  const sorted = [...errors].sort((a, b) => a.pos[0] - b.pos[0] || vagueness(a) - vagueness(b))
  let reported = source.found.filter(({ rule }) => rule === 'yaml-syntax').length
  for (const error of sorted) {
    const [start, end] = error.pos
    if (reported >= mostOfOneKind || (openFrom !== -1 && start > openFrom)) return
    if (reported > 0 && /in YAML (stream|document)/.test(error.message)) continue
    const { line } = source.place({ start, end })
    if (lines.has(line)) continue
    const { rule = 'yaml-syntax', message, help, span = { start, end } } = explain(source.text, error)
    const place = source.place(span)
    if (!lines.has(place.line)) {
      source.found.push(diagnosticOf({ rule, message, help, place }))
      reported++
    }
    lines.add(line).add(place.line)
  }
}

/** Of a key on two lines the package says so, and also what made a key of it: the latter is worth saying. */
const vagueness = ({ message }: YamlError) => (message.startsWith('Implicit keys') ? 1 : 0)

function explain(text: string, { message: said, pos }: YamlError): Explanation {
  const [start, end] = pos
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const indent = text.slice(lineStart, lineStart + 1000).match(/^ *(\t+)/)
  const tab = lineStart + (indent?.[0].length ?? 0)
  if (indent) return explainTab({ start: tab - 1, end: tab })
  const before = text.slice(Math.max(lineStart, start - 1000), start)
  const line = restOfLine(text, start)
  const rest = (/[{[]/.test(before) && line.replace(/[,}\]].*/, '').trim()) || line
  const spot = { span: { start, end }, text, said, marked: text.slice(start, end), before, rest }
  const [, explanation = explainOther] = explanations.find(([pattern]) => pattern.test(said)) ?? []
  return explanation(spot)
}

function explainTab(span: Span): Explanation {
  const message = 'A tab stands where the line is indented; expected spaces.'
  return { rule: 'yaml-tab', message, help: 'Replace the tab by spaces.', span }
}

function explainHeader({ before, rest, span }: Spot): Explanation {
  const sign = before.match(/[>|]\S*\s*$/)
  const value = (sign?.[0] ?? '') + rest
  const start = span.start - (sign?.[0].length ?? 0)
  const [message, help] = explainBlockScalar(value)
  return { rule: 'yaml-block-scalar', message, help, span: { start, end: start + value.length } }
}

function explainStart({ rest, text, span }: Spot): Explanation {
  const sign = show(text[span.start] ?? '')
  const message = `${show(rest)} begins with ${sign}, which YAML keeps for itself; expected quoted text.`
  return { message, help: `Quote the value: ${quoted(rest)}.`, span: along(span, rest) }
}

/** The place of all that a message speaks of. */
const along = ({ start }: Span, value: string): Span => ({ start, end: start + Math.max(1, value.length) })

function explainColon({ said, rest, marked, text, span }: Spot): Explanation {
  const isFlow = said.startsWith('Block')
  const value = isFlow ? marked.trim() : rest
  if (/^-(\s|$)/.test(value)) {
    const message = `${show(rest)} has the "-" of a list within brackets; expected items parted by commas.`
    return { message, help: 'Write the items without "-", or quote a "-" that is text.' }
  }
  if (!/:(\s|$)/.test(value)) return explainDeeper(text, span, value)
  const message = `${show(value)} has a colon and a space in it, as only a key has; expected quoted text.`
  const comma = isFlow ? ' If it is two entries, put a comma between them.' : ''
  const isQuoted = /^["']/.test(value)
  const help = isQuoted
    ? 'Put the whole value into one pair of quotes.'
    : `Quote the value: ${quoted(value)}.`
  return { message, help: help + comma, span: along(span, value) }
}

/** A key under a value: the place is the line below, where the indentation is. */
function explainDeeper(text: string, span: Span, value: string): Explanation {
  const below = /\n\s*/g
  below.lastIndex = span.start
  const match = below.exec(text)
  const start = match ? match.index + match[0].length : span.start
  const line = restOfLine(text, start)
  const message = `${show(line)} is indented as a part of ${show(value)} above it; expected it under a key.`
  return {
    message,
    help: `${alike} Quote a value of several lines.`,
    span: along({ start, end: start }, line),
  }
}

function explainKey({ rest, span }: Spot): Explanation {
  const [, key = '', value = ''] = rest.match(/^([\w -]+):(\S.*)$/) ?? []
  if (key) {
    const message = `${show(rest)} has no space after its colon; expected "key: value".`
    return { message, help: `Write ${show(`${key}: ${value}`)}.`, span: along(span, rest) }
  }
  if (/^-(\s|$)/.test(rest) || rest === '') return misplacedList
  const message = `${show(rest)} has no colon after its key; expected "key: value".`
  const help =
    'Write "key: value"; where the line goes on with the value above, indent it or quote that value.'
  return { message, help, span: along(span, rest) }
}

function explainIndent({ said, text, span }: Spot): Explanation {
  const lineStart = text[span.start] === '\n' ? span.start + 1 : text.lastIndexOf('\n', span.start - 1) + 1
  const start = lineStart + (text.slice(lineStart).match(/^ */)?.[0].length ?? 0)
  const line = restOfLine(text, start)
  const at = { start, end: start + line.length }
  if (said.startsWith('Block')) {
    const message = `${show(line)} is not indented like the block of text around it; expected the same.`
    return { message, help: 'Indent every line of the text by the same number of spaces.', span: at }
  }
  const width = start - lineStart
  const message = `${show(line)} is indented by ${width}, unlike the lines above; expected the same.`
  return { message, help: alike, span: at }
}

function explainDash({ before, rest }: Spot): Explanation {
  const key = before.trim()
  if (key === '') return misplacedList
  const message = `${show(rest)} begins a list on the line of ${show(key)}; expected a line of its own.`
  return { message, help: 'Put each "- " on a line below the key, write [ ], or quote a "-" that is text.' }
}

const emptyItem: Explanation = {
  message: 'A comma has nothing before it; expected an entry between two commas.',
  help: 'Remove the comma, or quote the text it belongs to.',
}

function explainMissingComma({ said, rest }: Spot): Explanation {
  if (said.startsWith('Missing space')) {
    const message = `${show(rest)} has no space after its colon; expected "key: value".`
    return { message, help: 'Put a space after the colon.' }
  }
  const message = `No comma stands before ${show(rest)}; expected one between two entries in brackets.`
  return { message, help: 'Put a comma, or quote the whole value.' }
}

function explainHash({ text, span }: Spot): Explanation {
  const comment = text.slice(span.start, text.indexOf('\n', span.start) + 1 || undefined)
  const message = `${show(comment.trim())} follows a value at once; expected a space before a comment.`
  return { message, help: 'Put a space before the "#", or take it into the quotes.' }
}

function explainEscape({ said }: Spot): Explanation {
  const written = said.replace('Invalid escape sequence ', '')
  const message = `${show(written)} means nothing in double quotes; expected plain text.`
  return { message, help: 'Write "\\\\" for a backslash, or put the text into single quotes.' }
}

function explainEnd({ before, rest, marked, span }: Spot): Explanation {
  const what = show(rest || marked)
  if (/["']\s*$/.test(before)) {
    const message = `${what} stands after the closing quote; expected nothing more on the line.`
    return {
      message,
      help: "Quote the whole value, and write a quote inside it as \\\" (in double quotes) or ''.",
    }
  }
  if (before.trim()) {
    const message = `${what} stands after the end of the value; expected nothing more on the line.`
    return { message, help: 'Quote the whole value.', span: along(span, rest) }
  }
  const message = `${what} does not go on with what stands above it; expected its next key or item.`
  return { message, help: `${alike} A list and keys do not mix.`, span: along(span, rest) }
}

function explainBracket({ marked }: Spot): Explanation {
  const message = `${show(marked)} closes nothing; expected its opening bracket before it.`
  return { message, help: 'Remove it, or quote the value it belongs to.' }
}

function explainDirective({ said, text, before, rest, span }: Spot): Explanation {
  const help = 'Remove "---" and lines that begin with "%": a deal file needs none.'
  if (said.startsWith('Block')) {
    return { message: `${show(rest)} stands on the line of "---"; expected it on a line below.`, help }
  }
  const start = before.startsWith('%') ? span.start - before.length : Math.max(0, text.search(/^%/m))
  const line = restOfLine(text, start)
  const message = `${show(line)} has no document below it; expected "%YAML 1.2" and "---", or neither.`
  return { message, help, span: along({ start, end: start }, line) }
}

function explainOther({ said }: Spot): Explanation {
  return { message: `This is not YAML: ${show(said)}.`, help: 'Quote the value, or write it on one line.' }
}
