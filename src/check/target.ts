import type { Place } from '../place.ts'
import type { Comment, Node } from '../tree.ts'

/** Where something stands, key and value together; an item of a list stands where its value does. */
interface Piece {
  readonly from: Place
  readonly to: Place
  readonly value: Node
}

/**
 * What a comment is about: of one alone on its line, what begins on the next line that is neither comment nor blank; of
 * one at the end of a line, what begins on that line. The outermost key with its whole value, or item of a list; where
 * several begin side by side, all of them. Null where nothing does.
 */
export function targetOf(comment: Comment, root: Node, lines: readonly string[]): Place | null {
  const line = comment.alone ? lineAfter(comment.place.line, lines) : comment.place.line
  if (line === null) return null
  const begun = beginning(root, line, lines)
  const [first, last] = [begun[0], begun.at(-1)]
  if (!first || !last) return null
  const { endLine, endColumn } = last.to
  // What a comment at the end of the last line swallowed is found there, past the value.
  const rest = (lines[endLine - 1] ?? '').slice(endColumn - 1)
  const end = /^\s*(#|$)/.test(rest) ? endColumn + rest.length : endColumn
  return { ...first.from, endLine, endColumn: end }
}

/** The next line on which something can begin; a dash alone has its item below it. */
const lineAfter = (line: number, lines: readonly string[]): number | null => nextOf(lines)[line] ?? null

/** For the number of each line, that of the next on which something can begin; worked out once for all comments. */
function nextOf(lines: readonly string[]): readonly (number | null)[] {
  const known = nexts.get(lines)
  if (known) return known
  const made = Array.from({ length: lines.length + 1 }, (): number | null => null)
  for (let line = lines.length - 1; line >= 0; line--)
    made[line] = /^\s*(#|$)|^[\s-]*-\s*(#|$)|^%/.test(lines[line] ?? '') ? (made[line + 1] ?? null) : line + 1
  nexts.set(lines, made)
  return made
}
const nexts = new WeakMap<readonly string[], readonly (number | null)[]>()

/** The outermost pieces that begin on a line, in order. */
function beginning(root: Node, line: number, lines: readonly string[]): Piece[] {
  let node: Node | undefined = root
  while (node) {
    // A value below its key: a text, or a list or map in brackets, which begins before what it holds.
    if (node.place.line === line && (node.kind === 'scalar' || /[[{]/.test(signAt(node.place, lines))))
      return [{ from: node.place, to: node.place, value: node }]
    if (node.kind === 'scalar') return []
    const pieces = piecesOf(node)
    const first = firstFrom(pieces, line)
    const begun: Piece[] = []
    for (let i = first; pieces[i]?.from.line === line; i++) begun.push(pieces[i] as Piece)
    if (begun.length > 0) return begun
    // Only the last piece that began before can reach down to this line.
    const above = pieces[first - 1]
    node = above && above.to.endLine >= line ? above.value : undefined
  }
  return []
}

const signAt = ({ line, column }: Place, lines: readonly string[]): string =>
  lines[line - 1]?.[column - 1] ?? ''

/** What a map or list is made of, in the order of the file; worked out once, however many comments ask. */
function piecesOf(node: Exclude<Node, { kind: 'scalar' }>): readonly Piece[] {
  const known = pieces.get(node)
  if (known) return known
  const made: Piece[] =
    node.kind === 'list'
      ? node.items.map((value) => ({ from: value.place, to: value.place, value }))
      : node.entries.map(({ keyPlace, value }) => ({ from: keyPlace, to: value.place, value }))
  pieces.set(node, made)
  return made
}
const pieces = new WeakMap<Node, readonly Piece[]>()

/** The first piece that begins on a line or below it. */
function firstFrom(sorted: readonly Piece[], line: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.from.line ?? 0) < line) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether a place starts within another; its end counts, for what is missing is missed there. */
export const startsWithin = (place: Place, within: Place): boolean =>
  (place.line > within.line || (place.line === within.line && place.column >= within.column)) &&
  (place.line < within.endLine || (place.line === within.endLine && place.column <= within.endColumn))
