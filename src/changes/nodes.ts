import type { Place } from '../place.ts'
import { child, type Entry, type ListNode, type MapNode, type Node, type ScalarNode } from '../tree.ts'

/** Trees that no file holds: pieces of two files, put together. */

export const scalarNode = (text: string, place: Place): ScalarNode => ({
  kind: 'scalar',
  text,
  place,
  style: 'quoted',
})
export const entryOf = (key: string, value: Node): Entry => ({ key, keyPlace: value.place, value })
export const mapNode = (entries: readonly Entry[], place: Place): MapNode => ({ kind: 'map', entries, place })
export const listNode = (items: readonly Node[], place: Place): ListNode => ({ kind: 'list', items, place })

/** The entries of a map; of anything else, none. */
export const entriesIn = (node: Node | undefined | null): readonly Entry[] =>
  node?.kind === 'map' ? node.entries : []
/** The items of a list; of one thing, itself. */
export const itemsIn = (node: Node | undefined | null): readonly Node[] =>
  !node || (node.kind === 'scalar' && node.style === 'empty')
    ? []
    : node.kind === 'list'
      ? node.items
      : [node]
export const under = (node: Node | undefined | null, key: string): Node | undefined =>
  node?.kind === 'map' ? child(node, key) : undefined

/** What a node says, without where it stands or how it is laid out; two that say the same have the same text. */
export function nodeText(node: Node): string {
  if (node.kind === 'scalar') return node.style === 'empty' ? '' : node.text
  if (node.kind === 'list') return `[${node.items.map(nodeText).join(', ')}]`
  return `{ ${node.entries.map((e) => `${e.key}: ${nodeText(e.value)}`).join(', ')} }`
}

/** Whether two nodes say the same: the order of keys says nothing, that of a list does. */
export function sameNode(a: Node, b: Node): boolean {
  if (a.kind === 'scalar') return b.kind === 'scalar' && a.text === b.text
  if (a.kind === 'list')
    return (
      b.kind === 'list' &&
      a.items.length === b.items.length &&
      a.items.every((item, i) => sameNode(item, b.items[i] as Node))
    )
  if (b.kind !== 'map' || a.entries.length !== b.entries.length) return false
  return a.entries.every(({ key, value }) => {
    const other = child(b, key)
    return other !== undefined && sameNode(value, other)
  })
}
