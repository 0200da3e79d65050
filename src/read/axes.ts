import { comparePlaces, type Place } from '../place.ts'
import { type Axis, findCycle } from '../sets/hierarchy.ts'
import type { Node } from '../tree.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { cut, normalWord } from '../words.ts'
import type { Named, Reader } from './shape.ts'

const edgeKey = (parent: string, child: string): string => `${parent}\n${child}`

/** Adds words to the axes of scope: parents with their children, as deep as one likes. */
export function extendAxes(
  base: Vocabulary,
  files: readonly Named<Node>[],
  reader: Reader,
  places: Map<string, Place>,
): { axes: Map<string, Axis>; axisOf: Map<string, string> } {
  const axes = new Map(base.axes)
  const axisOf = new Map(base.axisOf)
  for (const file of files) {
    const name = normalWord(file.name)
    const children = new Map([...(axes.get(name)?.children ?? [])].map(([w, below]) => [w, new Set(below)]))
    /** Where the file puts a word under another. */
    const edges = new Map<string, Place>()
    const put = (written: string, parent: string | null, place: Place): string | null => {
      const child = normalWord(written)
      const other = axisOf.get(child)
      if (other !== undefined && other !== name) {
        reader.report({
          rule: 'word-redefined',
          place,
          message: `"${cut(child)}" is a word of the axis ${other} already; expected a word that no other axis has.`,
        })
        return null
      }
      axisOf.set(child, name)
      if (!places.has(`word ${child}`)) places.set(`word ${child}`, place)
      if (!children.has(child)) children.set(child, new Set())
      if (parent !== null) {
        children.get(parent)?.add(child)
        edges.set(edgeKey(parent, child), place)
      }
      return child
    }
    const stack: { node: Node; parent: string | null }[] = [{ node: file.value, parent: null }]
    for (let next = stack.pop(); next; next = stack.pop()) {
      const { node, parent } = next
      if (node.kind === 'scalar') {
        if (node.style !== 'empty') put(node.text, parent, node.place)
      } else if (node.kind === 'list') {
        for (const item of node.items) stack.push({ node: item, parent })
      } else {
        for (const { key, keyPlace, value } of node.entries) {
          const child = put(key, parent, keyPlace)
          if (child !== null) stack.push({ node: value, parent: child })
        }
      }
    }
    const cycle = findCycle(children)
    if (cycle) {
      const closing = cycle
        .flatMap((word, i) => edges.get(edgeKey(cycle[i - 1] ?? '', word)) ?? [])
        .sort(comparePlaces)
      reader.report({
        rule: 'hierarchy-cycle',
        place: closing.at(-1) ?? file.place,
        message: `The axis ${name} runs in a circle: ${cycle.map((w) => `"${cut(w)}"`).join(' holds ')}; expected parents above children only.`,
        help: 'Delete the word here, or the one that holds it.',
      })
      continue
    }
    axes.set(name, { name, children })
  }
  return { axes, axisOf }
}
