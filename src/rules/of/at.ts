import type { Claim, Deal, Entry, Silence } from '../../deal.ts'
import type { Place } from '../../place.ts'
import { child, type MapNode, type Node, type ScalarNode } from '../../tree.ts'

/** The value that keys lead to; undefined where it is not there. */
export function nodeAt(root: Node, ...keys: readonly string[]): Node | undefined {
  let node: Node | undefined = root
  for (const key of keys) node = node?.kind === 'map' ? child(node, key) : undefined
  return node
}

/** The place of a key that others lead to. */
export function keyAt(root: Node, ...keys: readonly string[]): Place | undefined {
  const map = nodeAt(root, ...keys.slice(0, -1))
  return map?.kind === 'map' ? map.entries.find((e) => e.key === keys.at(-1))?.keyPlace : undefined
}

/** The map that stands at a place: what an entry of a deal was read from. */
export function mapAt(root: Node, place: Place): MapNode | null {
  const todo: Node[] = [root]
  for (let node = todo.pop(); node; node = todo.pop()) {
    if (node.kind === 'map' && same(node.place, place)) return node
    for (const below of node.kind === 'map'
      ? node.entries.map((e) => e.value)
      : node.kind === 'list'
        ? node.items
        : [])
      if (holds(below.place, place)) todo.push(below)
  }
  return null
}

/** Where the value of a key of an entry stands; where the entry does, if it has no such key. */
export const valueAt = (root: Node, entry: { readonly place: Place }, key: string): Place => {
  const map = mapAt(root, entry.place)
  return (map && child(map, key)?.place) ?? entry.place
}

const same = (a: Place, b: Place): boolean =>
  a.line === b.line && a.column === b.column && a.endLine === b.endLine && a.endColumn === b.endColumn
const holds = (outer: Place, inner: Place): boolean =>
  (outer.line < inner.line || (outer.line === inner.line && outer.column <= inner.column)) &&
  (outer.endLine > inner.endLine || (outer.endLine === inner.endLine && outer.endColumn >= inner.endColumn))

/** Every scalar below a node, the keys of maps left out. */
export function* scalarsIn(node: Node): Generator<ScalarNode> {
  if (node.kind === 'scalar') yield node
  else if (node.kind === 'list') for (const item of node.items) yield* scalarsIn(item)
  else for (const { value } of node.entries) yield* scalarsIn(value)
}

/** Every entry of a deal once: a joint claim is an entry of each of its parties. */
export function entriesOf(deal: Deal): Entry[] {
  const out = new Map<Place, Entry>()
  for (const ofTerm of deal.histories.values())
    for (const entry of [...ofTerm.values()].flat()) if (!out.has(entry.place)) out.set(entry.place, entry)
  return [...out.values()]
}
export const claimsOf = (deal: Deal): Claim[] => entriesOf(deal).filter((e) => e.kind === 'claim')
export const silencesOf = (deal: Deal): Silence[] => entriesOf(deal).filter((e) => e.kind === 'silence')
