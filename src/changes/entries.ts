import type { Claim, Deal, Reported, Silence } from '../deal.ts'
import type { Node } from '../tree.ts'
import { entriesIn, itemsIn, nodeText, scalarNode, under } from './nodes.ts'

/** A claim, a silence or a report as it stands in a file, and as it was read. */
export interface Entry {
  /** The section, and under `announced` the party. */
  readonly section: readonly string[]
  readonly node: Node
  readonly said: Claim | Silence | (Reported & { readonly kind: 'reported' })
  /** Whose it is; of a report, those it is attributed to. */
  readonly parties: readonly string[]
}

/** A report of a term that had another name is a report of the term. */
const aboutTerm = (node: Node, id: string): Node =>
  node.kind === 'map'
    ? {
        ...node,
        entries: node.entries.map((e) =>
          e.key === 'term' ? { ...e, value: scalarNode(id, e.value.place) } : e,
        ),
      }
    : node

/** The entries of one term, in file order; `as` is its name at the other revision, where it has another there. */
export function entriesOf(root: Node, deal: Deal, term: string, as: string = term): Entry[] {
  const read = new Map<unknown, Entry['said'][]>()
  for (const history of deal.histories.get(term)?.values() ?? [])
    for (const entry of history) read.set(entry.place, [...(read.get(entry.place) ?? []), entry])
  const out: Entry[] = []
  const put = (section: readonly string[], node: Node): void => {
    const said = read.get(node.place)
    const [first] = said ?? []
    if (!said || !first) return
    const parties = said.flatMap((s) => (s.kind === 'reported' ? s.attributed : [s.party]))
    out.push({ section, node, said: first, parties })
  }
  for (const { key, value } of entriesIn(under(root, 'announced')))
    for (const node of itemsIn(under(value, term))) put(['announced', key], node)
  for (const node of itemsIn(under(under(root, 'jointly'), term))) put(['jointly'], node)
  const reports = new Map(deal.reported.filter((r) => r.term === term).map((r) => [r.place, r]))
  for (const node of itemsIn(under(root, 'reported'))) {
    const report = reports.get(node.place)
    if (report)
      out.push({
        section: ['reported'],
        node: aboutTerm(node, as),
        said: { ...report, kind: 'reported' },
        parties: report.attributed,
      })
  }
  return out
}

/** What two entries have in common where they are the same one, edited; the surest first. */
const marks: readonly ((entry: Entry) => string)[] = [
  (e) => nodeText(e.node),
  (e) => (e.said.kind === 'silence' ? 'silence' : `${e.said.source.id}\n${e.said.part ?? ''}`),
  (e) => (e.said.kind === 'silence' ? 'silence' : e.said.source.id),
  // Another name for the source, or a statement found in a better copy: the same words.
  (e) => (e.said.kind === 'silence' ? 'silence' : wordsOf(e)),
]
const wordsOf = ({ said }: Entry): string =>
  said.kind === 'silence'
    ? ''
    : [
        ...said.stated.map((s) => `${s.facet} ${s.axis ?? ''} ${s.text}`),
        said.says ?? '',
        said.quote ?? '',
      ].join('\n')

/** Pairs the entries of two revisions: those of the head in their order, then what is gone. */
export function matchEntries(
  before: readonly Entry[],
  after: readonly Entry[],
): { readonly before: Entry | null; readonly after: Entry | null }[] {
  const of = new Map<Entry, Entry>()
  const left = new Set(before)
  for (const mark of marks)
    for (const entry of after) {
      if (of.has(entry)) continue
      const where = entry.section.join('\n')
      const found = [...left].find(
        (b) => b.section.join('\n') === where && b.said.kind === entry.said.kind && mark(b) === mark(entry),
      )
      if (!found) continue
      of.set(entry, found)
      left.delete(found)
    }
  return [
    ...after.map((entry) => ({ before: of.get(entry) ?? null, after: entry })),
    ...[...left].map((entry) => ({ before: entry, after: null })),
  ]
}
