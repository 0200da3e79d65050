import type { Diagnostic } from '../diagnostic.ts'
import type { Place, Text } from '../place.ts'
import type { ListNode, MapNode, Node } from '../tree.ts'

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
 * part, its term, its own text; so that another item before it changes nothing.
 */
export function keysTo(root: Node | null, place: Place): string[] {
  const out: string[] = []
  let node = root
  while (node) {
    if (node.kind === 'scalar') break
    if (node.kind === 'map') {
      const entry = node.entries.find((e) => within(place, e.keyPlace) || within(place, e.value.place))
      if (!entry || startsWith(node, place, entry)) break
      out.push(keyText(entry.key))
      node = within(place, entry.keyPlace) ? null : entry.value
    } else {
      const at = node.items.findIndex((item) => within(place, item.place))
      const item = node.items[at]
      if (!item) break
      out.push(itemText(node, at))
      node = item
    }
  }
  return out
}

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

/** What an item of a list goes by; the second of one name has its number. */
function itemText(list: ListNode, at: number): string {
  const names = list.items.slice(0, at + 1).map(nameOf)
  const name = names[at] ?? String(at + 1)
  const before = names.slice(0, at).filter((n) => n === name).length
  return keyText(before === 0 ? name : `${name} #${before + 1}`)
}

const IDENTIFYING = ['term', 'source', 'part', 'that', 'declined', 'noted-by', 'general'] as const
function nameOf(item: Node): string | null {
  if (item.kind === 'scalar') return item.text
  if (item.kind === 'list') return item.items.map(nameOf).join(', ')
  const said = IDENTIFYING.map((key) => item.entries.find((e) => e.key === key)?.value).filter(
    (v) => v?.kind === 'scalar',
  )
  if (said.length > 0) return said.map((v) => v.text).join(' ')
  return item.entries[0]?.key ?? ''
}
