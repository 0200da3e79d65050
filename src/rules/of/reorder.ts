import type { Edit } from '../../diagnostic.ts'
import type { Place } from '../../place.ts'
import type { Entry, MapNode, Node } from '../../tree.ts'
import { scalarsIn } from './at.ts'
import { type Lines, lineAt, textAt } from './lines.ts'

/**
 * The edits that bring the entries of a map into another order, each with the comments directly above it and those on
 * its lines. Null where the layout leaves it open what belongs to what: then a person has to move them.
 */
export function reorder(lines: Lines, map: MapNode, wanted: readonly Entry[]): Edit[] | null {
  const slots = isFlow(lines, map) ? flowSlots(lines, map) : blockSlots(lines, map)
  if (!slots) return null
  const slotOf = new Map(map.entries.map((entry, i) => [entry, slots[i]]))
  const out: Edit[] = []
  for (const [i, entry] of wanted.entries()) {
    const [here, from] = [slots[i], slotOf.get(entry)]
    if (!here || !from) return null
    if (here === from) continue
    // On the line of a dash there is no line above for a comment.
    if (here.afterDash && from.commented) return null
    out.push({ place: here.place, text: textAt(lines, from.place) })
  }
  return out
}

/** Where an entry stands with all that belongs to it; every slot begins in the column of the keys. */
interface Slot {
  readonly place: Place
  /** Whether comments stand above it. */
  readonly commented: boolean
  /** Whether it begins on the line of a dash. */
  readonly afterDash: boolean
}

const isFlow = (lines: Lines, { place }: MapNode): boolean =>
  lineAt(lines, place.line)[place.column - 1] === '{'

/** Entries of `{ … }` on one line, parted by nothing but commas. */
function flowSlots(lines: Lines, { place, entries }: MapNode): Slot[] | null {
  if (place.line !== place.endLine) return null
  const text = lineAt(lines, place.line)
  const out: Slot[] = []
  let end = place.column
  for (const [i, { keyPlace, value }] of entries.entries()) {
    const between = text.slice(end, keyPlace.column - 1)
    if (!(i === 0 ? /^\s*$/ : /^\s*,\s*$/).test(between) || isEmpty(value)) return null
    end = value.place.endColumn - 1
    const at = { ...keyPlace, endLine: value.place.endLine, endColumn: value.place.endColumn }
    out.push({ place: at, commented: false, afterDash: false })
  }
  return /^\s*,?\s*\}$/.test(text.slice(end, place.endColumn - 1)) ? out : null
}

/** Entries that each begin a line; the first may stand after the dash of a list. */
function blockSlots(lines: Lines, { entries }: MapNode): Slot[] | null {
  const out: Slot[] = []
  const column = entries[0]?.keyPlace.column ?? 1
  let last: number | null = null
  for (const [i, { keyPlace, value }] of entries.entries()) {
    const before = lineAt(lines, keyPlace.line).slice(0, keyPlace.column - 1)
    const afterDash = i === 0 && /^ *(- +)+$/.test(before)
    if (keyPlace.column !== column || !(afterDash || /^ *$/.test(before))) return null
    const from = afterDash ? keyPlace.line : commentsAbove(lines, keyPlace, last)
    if (from === null || !endsItsLine(lines, value) || keepsBlankLines(lines, value)) return null
    last = commentsBelow(lines, value.place.endLine, column)
    const end = { endLine: last, endColumn: lineAt(lines, last).length + 1 }
    out.push({ place: { ...keyPlace, ...end, line: from }, commented: from < keyPlace.line, afterDash })
  }
  return out
}

/** The first line of the comments directly above a key and in its column; null where one between is of nobody. */
function commentsAbove(lines: Lines, key: Place, last: number | null): number | null {
  let from = key.line
  while (from - 1 > (last ?? 0) && isOwn(lineAt(lines, from - 1), key.column)) from--
  for (let n = last === null ? from : last + 1; n < from; n++) if (lineAt(lines, n).trim() !== '') return null
  return from
}
/** What tells an editor the schema belongs to the file, and stays on its first line. */
const isOwn = (text: string, column: number): boolean =>
  text.trim().startsWith('#') &&
  indentOf(text) === column - 1 &&
  !/^#(!|\s*yaml-language-server:)/.test(text.trim())

/** The last line of the comments that follow an entry at once, deeper than its key: they are its own. */
function commentsBelow(lines: Lines, last: number, column: number): number {
  let to = last
  while (
    lineAt(lines, to + 1)
      .trim()
      .startsWith('#') &&
    indentOf(lineAt(lines, to + 1)) >= column
  )
    to++
  return to
}
const indentOf = (text: string): number => text.search(/\S/)

/** Whether nothing but a comment follows a value on its last line. */
function endsItsLine(lines: Lines, value: Node): boolean {
  const rest = lineAt(lines, value.place.endLine).slice(value.place.endColumn - 1)
  return (isEmpty(value) ? /^\s*:\s*(\s#.*)?$/ : /^\s*(\s#.*)?$/).test(rest)
}
const isEmpty = (value: Node): boolean => value.kind === 'scalar' && value.style === 'empty'

/** Whether a block of text holds on to the blank lines below it, which would not move with it. */
function keepsBlankLines(lines: Lines, value: Node): boolean {
  const end = [...scalarsIn(value)].at(-1)
  return end?.style === 'block' && /^[|>][-\d]*\+/.test(textAt(lines, end.place))
}
