import type { Place } from './place.ts'
import { cut } from './words.ts'

/**
 * A YAML document as a plain tree: every scalar is the text that stands in the file, so that no YAML schema turns
 * `no`, `1e3` or `2025-06` into something nobody wrote; every node and key has its place.
 */
export type Node = ScalarNode | MapNode | ListNode

export interface ScalarNode {
  readonly kind: 'scalar'
  readonly place: Place
  /** The value as text; quoted and block scalars are unescaped, plain ones as they stand. */
  readonly text: string
  readonly style: 'plain' | 'quoted' | 'block' | 'empty'
}

export interface MapNode {
  readonly kind: 'map'
  readonly place: Place
  /** In file order; a repeated key is reported by the reader and only its first entry kept. */
  readonly entries: readonly Entry[]
}

export interface Entry {
  readonly key: string
  readonly keyPlace: Place
  readonly value: Node
}

export interface ListNode {
  readonly kind: 'list'
  readonly place: Place
  readonly items: readonly Node[]
}

/** A comment of the file, from its `#` on. */
export interface Comment {
  readonly text: string
  readonly place: Place
  /** Whether nothing stands before it on its line. */
  readonly alone: boolean
}

/** The value under a key of a map; undefined where it is not there. */
export const child = (map: MapNode, key: string): Node | undefined =>
  map.entries.find((entry) => entry.key === key)?.value

/** What a node is, in words for a message. */
export function describeNode(node: Node): string {
  if (node.kind === 'map') return 'a map of keys'
  if (node.kind === 'list') return 'a list'
  return node.style === 'empty' ? 'nothing' : `"${cut(node.text)}"`
}
