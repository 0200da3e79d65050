import type { Diagnostic } from '../diagnostic.ts'
import type { Place, Text } from '../place.ts'
import type { MapNode, Node } from '../tree.ts'

/** Longer lines are not shown: nobody reads them, and a hostile file has one of a megabyte. */
const LONGEST_LINE = 1000

/** What reads the lines of some files; of others, null. */
export function excerpts(texts: readonly Text[]): (place: Place) => string | null {
  // Split only where something was found: most files are sound.
  const lines = new Map<string, readonly string[]>()
  return ({ path, line }) => {
    const file = texts.find((t) => t.path === path)
    if (!file) return null
    const of = lines.get(path) ?? file.text.replace(/^\ufeff/, '').split(/\r?\n/)
    lines.set(path, of)
    const found = of[line - 1]
    return found === undefined || found.length > LONGEST_LINE ? null : found
  }
}

/** Gives the findings of one file what only the whole file tells: the keys that lead there, and the lines. */
export function stamp(
  found: readonly Diagnostic[],
  root: Node | null,
  excerpt: (place: Place) => string | null,
): Diagnostic[] {
  return found.map((d) => ({
    ...d,
    about: d.about || keysTo(root, d.place).join('/'),
    excerpt: d.excerpt ?? excerpt(d.place),
    related: d.related.map((r) => ({ ...r, excerpt: r.excerpt ?? excerpt(r.place) })),
  }))
}

/**
 * The keys that lead to a place of a file. An item of a list goes by what it is, not by its number: by its source and
 * part, its term, its own text; so that another item before it changes nothing. Two of one name lead by the same keys:
 * whoever counts findings counts both.
 */
export function keysTo(root: Node | null, place: Place): string[] {
  const out: string[] = []
  let node = root
  while (node) {
    if (node.kind === 'scalar') break
    if (node.kind === 'map') {
      const entry = node.entries[lastBegun(node.entries, place, (e) => e.keyPlace)]
      if (!entry || !(within(place, entry.keyPlace) || within(place, entry.value.place))) break
      if (startsWith(node, place, entry)) break
      out.push(keyText(entry.key))
      node = within(place, entry.keyPlace) ? null : entry.value
      // The one entry of a history goes by its name as well: a second one beside it makes no other of it.
      const one = node?.kind === 'map' && isHistory(out) ? nameOf(node) : null
      if (one !== null && one !== '') out.push(keyText(one))
    } else {
      const at = lastBegun(node.items, place, (item) => item.place)
      const item = node.items[at]
      if (!item || !within(place, item.place)) break
      out.push(keyText(nameOf(item)))
      node = item
    }
  }
  return out
}

/** Of what stands in the order of the file, the last that begins at a place or before it; a hostile file has very many. */
function lastBegun<T>(all: readonly T[], { line, column }: Place, where: (one: T) => Place): number {
  let [low, high] = [0, all.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const begin = where(all[middle] as T)
    if (begin.line < line || (begin.line === line && begin.column <= column)) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Whether keys lead to what a party announced of a term, or several jointly: an entry, or a list of them. */
const isHistory = (keys: readonly string[]): boolean =>
  keys.length === (keys[0] === 'announced' ? 3 : keys[0] === 'jointly' ? 2 : 0)

/** A place that spans more than the first entry of a map is about the map. */
const startsWith = (map: MapNode, place: Place, first: MapNode['entries'][number]): boolean =>
  first === map.entries[0] &&
  map.entries.length > 1 &&
  beginsAt(place, first.keyPlace) &&
  isPast(place, first.value.place)

const beginsAt = (a: Place, b: Place): boolean => a.line === b.line && a.column === b.column
const isPast = (a: Place, b: Place): boolean =>
  a.endLine > b.endLine || (a.endLine === b.endLine && a.endColumn > b.endColumn)
const within = (inner: Place, outer: Place): boolean =>
  (inner.line > outer.line || (inner.line === outer.line && inner.column >= outer.column)) &&
  (inner.line < outer.endLine ||
    (inner.line === outer.endLine &&
      (inner.column < outer.endColumn || (outer.column === outer.endColumn && outer.line === outer.endLine))))

/** As a step of a path: `/` parts the steps. */
export const keyText = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')

const IDENTIFYING = ['term', 'source', 'part', 'that', 'declined', 'noted-by', 'general'] as const
function nameOf(item: Node): string {
  if (item.kind === 'scalar') return item.text
  if (item.kind === 'list') return item.items.map(nameOf).join(', ')
  const said = IDENTIFYING.map((key) => item.entries.find((e) => e.key === key)?.value).filter(
    (v) => v?.kind === 'scalar',
  )
  if (said.length > 0) return said.map((v) => v.text).join(' ')
  return item.entries[0]?.key ?? ''
}
