import { addressOf, type Deal, type Source } from '../deal.ts'
import type { FieldChange, SourceChange } from '../report/report.ts'
import type { Node } from '../tree.ts'
import { entriesIn, nodeText, sameNode, under } from './nodes.ts'
import { paired } from './piece.ts'
import type { Renamed } from './renamed-sources.ts'

/** Sections of a deal file that are told piece by piece. */
const APART = ['sources', 'terms', 'jointly', 'announced', 'reported', 'fates', 'words']

/** The keys of two maps that say something else, or that only one has. */
export function fieldChanges(
  before: Node | undefined | null,
  after: Node | undefined | null,
  aside: readonly string[] = [],
): FieldChange[] {
  const of = (node: Node | undefined | null): Map<string, Node> =>
    new Map(entriesIn(node).map((e) => [e.key, e.value]))
  return paired(of(before), of(after))
    .filter(({ name }) => !aside.includes(name))
    .filter((p) => !(p.before && p.after && sameNode(p.before, p.after)))
    .map((p) => ({
      field: p.name,
      before: p.before && nodeText(p.before),
      after: p.after && nodeText(p.after),
    }))
}

/** What changed in a deal besides its terms, sources and words. */
export const dealFields = (before: Node | null, after: Node | null): FieldChange[] =>
  fieldChanges(before, after, APART)

interface At {
  readonly root: Node
  readonly deal: Deal
}

/** The statements that came, went, have another name or are described otherwise; the base has the new names already. */
export function sourceChanges(before: At, after: At, names: Renamed): SourceChange[] {
  const node = ({ root }: At, name: string): Node | undefined => under(under(root, 'sources'), name)
  return paired(before.deal.sources, after.deal.sources).flatMap(({ name, ...p }): SourceChange[] => {
    const one = (p.after ?? p.before) as Source
    const fields = fieldChanges(node(before, name), node(after, name))
    const [was = null] = [...names].find(([, now]) => now === name) ?? []
    if (fields.length === 0 && was === null) return []
    const state =
      was !== null ? 'renamed' : p.before === null ? 'added' : p.after === null ? 'removed' : 'edited'
    return [
      { id: name, was, state, fields, by: one.by, date: one.date, url: addressOf(one), place: one.place },
    ]
  })
}
