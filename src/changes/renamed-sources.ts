import { buildDeal } from '../read/build.ts'
import type { Node } from '../tree.ts'
import { entriesIn, sameNode, under } from './nodes.ts'
import type { Readable } from './revised.ts'

/** The names of sources at the head, by those they had at the base; only of those that have another now. */
export type Renamed = ReadonlyMap<string, string>

/** Sources that went and came under another name, described as they were. */
export function renamedSources(before: Node, after: Node): Renamed {
  const [old, now] = [before, after].map((root) => entriesIn(under(root, 'sources')))
  const kept = new Set((now ?? []).map((e) => e.key))
  const left = new Set((old ?? []).filter((e) => !kept.has(e.key)))
  const known = new Set((old ?? []).map((e) => e.key))
  const out = new Map<string, string>()
  for (const is of (now ?? []).filter((e) => !known.has(e.key))) {
    const was = [...left].find((e) => sameNode(e.value, is.value))
    if (!was) continue
    left.delete(was)
    out.set(was.key, is.key)
  }
  return out
}

/** Keys whose value is the name of a source, or a list of them. */
export const NAMING: readonly string[] = ['source', 'silent', 'declined', 'noted-by', 'general']

/** The base as it would be had its sources had the names of the head all along. */
export function withNames(at: Readable, names: Renamed): Readable {
  if (names.size === 0) return at
  const name = (node: Node): Node =>
    node.kind === 'scalar'
      ? { ...node, text: names.get(node.text) ?? node.text }
      : node.kind === 'list'
        ? { ...node, items: node.items.map(name) }
        : node
  const walk = (node: Node): Node => {
    if (node.kind === 'scalar') return node
    if (node.kind === 'list') return { ...node, items: node.items.map(walk) }
    return {
      ...node,
      entries: node.entries.map((e) => ({
        ...e,
        value: NAMING.includes(e.key) ? name(e.value) : walk(e.value),
      })),
    }
  }
  if (at.root.kind !== 'map') return at
  const root: Node = {
    ...at.root,
    entries: at.root.entries.map((e) =>
      e.key === 'sources' && e.value.kind === 'map'
        ? {
            ...e,
            value: {
              ...e.value,
              entries: e.value.entries.map((s) => ({ ...s, key: names.get(s.key) ?? s.key })),
            },
          }
        : ['announced', 'jointly', 'reported', 'fates', 'conversions'].includes(e.key)
          ? { ...e, value: walk(e.value) }
          : e,
    ),
  }
  const deal = buildDeal(root, at.deal.path, at.words.vocabulary, () => undefined)
  return deal ? { ...at, root, deal } : at
}
