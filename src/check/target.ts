import type { Place } from '../place.ts'
import type { Comment, Node } from '../tree.ts'

/** Where something stands, key and value together; an item of a list stands where its value does. */
interface Piece {
  readonly from: Place
  readonly to: Place
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
function lineAfter(line: number, lines: readonly string[]): number | null {
  for (let next = line + 1; next <= lines.length; next++)
    if (!/^\s*(#|$)|^[\s-]*-\s*(#|$)|^%/.test(lines[next - 1] ?? '')) return next
  return null
}

/** The outermost pieces that begin on a line, in order. */
function beginning(root: Node, line: number, lines: readonly string[]): Piece[] {
  let node: Node | undefined = root
  while (node) {
    // A value below its key: a text, or a list or map in brackets, which begins before what it holds.
    if (node.place.line === line && (node.kind === 'scalar' || /[[{]/.test(signAt(node.place, lines))))
      return [{ from: node.place, to: node.place }]
    if (node.kind === 'scalar') return []
    const pieces = piecesOf(node)
    const begun = pieces.filter(({ piece }) => piece.from.line === line)
    if (begun.length > 0) return begun.map(({ piece }) => piece)
    // Only one piece that began before can reach down to this line.
    node = pieces.find(({ piece }) => piece.from.line < line && piece.to.endLine >= line)?.value
  }
  return []
}

const signAt = ({ line, column }: Place, lines: readonly string[]): string =>
  lines[line - 1]?.[column - 1] ?? ''

function piecesOf(node: Exclude<Node, { kind: 'scalar' }>): { piece: Piece; value: Node }[] {
  if (node.kind === 'list')
    return node.items.map((value) => ({ piece: { from: value.place, to: value.place }, value }))
  return node.entries.map(({ keyPlace, value }) => ({ piece: { from: keyPlace, to: value.place }, value }))
}

/** Whether a place starts within another; its end counts, for what is missing is missed there. */
export const startsWithin = (place: Place, within: Place): boolean =>
  (place.line > within.line || (place.line === within.line && place.column >= within.column)) &&
  (place.line < within.endLine || (place.line === within.endLine && place.column <= within.endColumn))
