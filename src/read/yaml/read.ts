import type { ParsedNode, Scalar, YAMLMap, YAMLSeq } from 'yaml'
import { Composer, CST, isMap, isScalar, isSeq, Lexer, Parser } from 'yaml'
import type { Diagnostic } from '../../diagnostic.ts'
import type { Place } from '../../place.ts'
import type { Comment, Entry, ListNode, MapNode, Node, ScalarNode } from '../../tree.ts'
import { reportSyntax } from './errors.ts'
import { mostOfOneKind, restOfLine, type Source, type Span, show, sourceOf } from './source.ts'
import { checkCharacters, checkConflicts, checkEscapes, isTooLarge, reportSize } from './text.ts'
import { checkTokens } from './tokens.ts'
import {
  checkBlockScalar,
  checkCommasInList,
  checkCommasInMap,
  checkLostText,
  checkNull,
  type FlowPart,
} from './traps.ts'

const deepest = 100

interface Reading {
  /** Null where, and only where, the text is not readable. */
  readonly root: Node | null
  readonly diagnostics: Diagnostic[]
  /** In file order, also where the text is not readable. */
  readonly comments: readonly Comment[]
  /** Whether the text is one YAML document: if not, nothing else is worth checking. */
  readonly readable: boolean
}

/** Reads one YAML document. Never throws on any text. */
export function readYaml(text: string, path: string): Reading {
  // A byte-order mark is no part of the first line: editors do not count it either.
  const source = sourceOf(isTooLarge(text) ? '' : text.replace(/^\ufeff/, ''), path)
  const comments: Comment[] = []
  const root = isTooLarge(text) ? reportSize(source) : readSource(source, comments)
  return { root, diagnostics: source.found, comments, readable: root !== null }
}

function readSource(source: Source, comments: Comment[]): Node | null {
  if (!checkCharacters(source) || !checkConflicts(source)) return null
  try {
    return readDocument(source, comments)
  } catch (error) {
    // The package recurses into nested nodes; the limit on depth should make this impossible.
    if (!(error instanceof RangeError)) throw error
    reportDepth(source, 0)
    return null
  }
}

function reportDepth({ report }: Source, at: number): void {
  const message = `The nesting is deeper than ${deepest} levels here; expected a handful.`
  report('yaml-too-deep', { start: at, end: at + 1 }, message, 'A deal file needs no more than ten levels.')
}

/** What the walk through the tokens found out of the document's ends; -1 where it does not apply. */
interface Ends {
  /** Where a second document begins. */
  second: number
  /** Where the nesting goes past the limit. */
  tooDeep: number
  /** Where a quote or bracket opens that is never closed. */
  open: number
}

function readDocument(source: Source, comments: Comment[]): Node | null {
  const { text, report } = source
  const ends = { second: -1, tooDeep: -1, open: -1 }
  // The package's own check for repeated keys is quadratic; `failsafe` makes text of every scalar.
  const composer = new Composer({
    schema: 'failsafe',
    uniqueKeys: false,
    merge: false,
    resolveKnownTags: false,
  })
  const documents = [...composer.compose(tokens(source, ends, comments), true, text.length)]
  const errors = documents.flatMap((document) => document.errors).filter((error) => isSyntax(error, ends))
  reportSyntax(source, errors, ends.open)
  if (ends.second !== -1) reportSecond(source, ends.second)
  if (ends.tooDeep !== -1 && errors.length === 0) reportDepth(source, ends.tooDeep)
  if (errors.length > 0 || ends.second !== -1 || ends.tooDeep !== -1 || ends.open !== -1) return null
  const contents = documents[0]?.contents
  if (contents && !(isScalar(contents) && isEmpty(contents))) return nodeOf(source, contents, 0)
  const message = 'The file is empty, or holds only comments; expected a YAML document.'
  report(
    'yaml-empty',
    { start: 0, end: 0 },
    message,
    'Begin with "deal:" and the name of the file without ".yaml".',
  )
  return null
}

/** Anchors, aliases and tags have been reported as such; below the limit of depth nothing is closed. */
const isSyntax = ({ code, message }: { code: string; message: string }, { tooDeep }: Ends) =>
  !/TAG|ALIAS|ANCHOR|BAD_COLLECTION_TYPE/.test(code) && !(tooDeep !== -1 && /end with a [\]}]$/.test(message))

function reportSecond({ text, report }: Source, at: number): void {
  const span = { start: at, end: at + restOfLine(text, at).length }
  const message = 'A second YAML document begins here; expected one document in a file.'
  report(
    'yaml-two-documents',
    span,
    message,
    'Move it to a file of its own, or remove "---" and "..." before it.',
  )
}

/** The tokens of the first document. What only the lexer knows is checked on the way. */
function* tokens(source: Source, ends: Ends, comments: Comment[]): Generator<CST.Token> {
  const parser = new Parser()
  const check = checkTokens(source)
  let first: CST.Token | undefined
  let isText = false
  let errors = 0
  for (const lexeme of new Lexer().lex(source.text)) {
    const type: string | null = isText ? null : CST.tokenType(lexeme)
    isText = type === 'scalar'
    const span = { start: parser.offset, end: parser.offset + lexeme.length }
    check.next(type, span)
    if (type === 'comment') comments.push(commentOf(source, lexeme, span))
    for (const token of parser.next(lexeme)) {
      yield token
      if (token.type === 'error' && ++errors > mostOfOneKind) return
    }
    const [bottom] = parser.stack
    if (first && bottom?.type === 'document' && bottom !== first) {
      ends.second = bottom.offset
      return
    }
    first ??= bottom?.type === 'document' ? bottom : undefined
    if (parser.stack.length > deepest && parser.stack.filter((token) => 'items' in token).length > deepest) {
      ends.tooDeep = parser.offset - 1
      break
    }
  }
  ends.open = ends.tooDeep === -1 ? check.end() : -1
  yield* parser.end()
}

function commentOf(source: Source, text: string, span: Span): Comment {
  const before = source.text.slice(source.text.lastIndexOf('\n', span.start - 1) + 1, span.start)
  return { text, place: source.place(span), alone: before.trim() === '' }
}

function nodeOf(source: Source, node: ParsedNode | null, at: number): Node {
  if (isMap(node)) return mapOf(source, node)
  if (isSeq(node)) return listOf(source, node)
  if (isScalar(node)) return scalarOf(source, node)
  // An alias has been reported; a key without a value stands for an empty one.
  const span = node ? spanOf(node) : { start: at, end: at }
  const text = source.text.slice(span.start, span.end)
  return { kind: 'scalar', place: source.place(span), text, style: node ? 'plain' : 'empty' }
}

const spanOf = ({ range: [start, end] }: ParsedNode): Span => ({ start, end })

const isEmpty = (node: Scalar.Parsed) => node.type === 'PLAIN' && node.source === ''

function scalarOf(source: Source, node: Scalar.Parsed): ScalarNode {
  const span = spanOf(node)
  const text = node.source
  if (node.type === 'PLAIN') checkLostText(source, span)
  if (node.type === 'QUOTE_DOUBLE') checkEscapes(source, text, span)
  if (node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL') {
    const end = span.start + source.text.slice(span.start, span.end).trimEnd().length
    checkBlockScalar(source, { start: span.start, end }, text)
    return { kind: 'scalar', place: source.place({ start: span.start, end }), text, style: 'block' }
  }
  const style = isEmpty(node) ? 'empty' : node.type === 'PLAIN' ? 'plain' : 'quoted'
  return { kind: 'scalar', place: source.place(span), text, style }
}

/** A node that is no key: there `~` and `null` are no words. */
function nonKeyOf(source: Source, node: ParsedNode | null, at: number): Node {
  if (isScalar(node) && node.type === 'PLAIN') checkNull(source, spanOf(node))
  return nodeOf(source, node, at)
}

function listOf(source: Source, node: YAMLSeq.Parsed): ListNode {
  const items = node.items.map((item) => nonKeyOf(source, item, spanOf(item).start))
  if (node.flow)
    checkCommasInList(
      source,
      node.items.map((item) => flowPart(item, item)),
    )
  const place = source.place(spanOf(node))
  return { kind: 'list', place: node.flow ? place : spanning(place, items.at(-1)?.place ?? place), items }
}

function mapOf(source: Source, node: YAMLMap.Parsed): MapNode {
  const entries: Entry[] = []
  const firstOf = new Map<string, Place>()
  let place: Place | undefined
  for (const item of node.items) {
    const keyPlace = source.place(spanOf(item.key))
    const value = nonKeyOf(source, item.value, spanOf(item.key).end)
    place = spanning(place ?? keyPlace, value.place)
    const key = node.flow && !item.value ? null : keyOf(source, item.key)
    if (key === null) continue
    const first = firstOf.get(key)
    if (first) reportDuplicate(source, key, spanOf(item.key), first)
    else {
      firstOf.set(key, keyPlace)
      entries.push({ key, keyPlace, value })
    }
  }
  if (node.flow)
    checkCommasInMap(
      source,
      node.items.map(({ key, value }) => flowPart(key, value)),
    )
  const whole = source.place(spanOf(node))
  return { kind: 'map', place: node.flow ? whole : (place ?? whole), entries }
}

const spanning = (from: Place, to: Place): Place => ({
  ...from,
  endLine: to.endLine,
  endColumn: to.endColumn,
})

function flowPart(key: ParsedNode, value: ParsedNode | null): FlowPart {
  const isPlain = isScalar(value) && value.type === 'PLAIN'
  return { span: spanOf(key), plain: isPlain ? spanOf(value) : null, hasValue: value !== null }
}

/** The text of a key, or null where it has none. */
function keyOf(source: Source, key: ParsedNode): string | null {
  const span = spanOf(key)
  const node = nodeOf(source, key, span.start)
  if (node.kind === 'scalar' && node.text !== '' && node.style !== 'block' && isScalar(key)) {
    if (node.text !== '<<' || node.style !== 'plain') return node.text
    const message = '"<<" is a YAML merge key; expected a map with keys of its own.'
    source.report('yaml-merge-key', span, message, 'Copy the keys out in full.')
  } else if (node.kind !== 'scalar' || isScalar(key)) {
    const what = node.kind === 'scalar' ? 'empty' : 'no word'
    const message = `A key is ${what}; expected a word before the colon.`
    source.report('yaml-key', span, message, 'Write "key: value", with the key on the line of its colon.')
  }
  return null
}

function reportDuplicate({ report }: Source, key: string, span: Span, first: Place): void {
  const message = `${show(key)} stands twice in one map, first on line ${first.line}; expected each key once.`
  const related = [{ message: `${show(key)} stands here first`, place: first }]
  report('duplicate-key', span, message, 'Remove one of the two, or rename it.', { related })
}
