import type { Deal, Source } from '../deal.ts'
import type { FieldChange, SourceChange } from '../report/report.ts'
import type { Node } from '../tree.ts'
import { urlOf } from './entry-changes.ts'
import { entriesIn, nodeText, sameNode, under } from './nodes.ts'
import { paired } from './piece.ts'

/** Sections of a deal file that are told piece by piece. */
const APART = ['sources', 'terms', 'jointly', 'announced', 'reported', 'words']

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

/** The statements that came, went or are described otherwise. */
export function sourceChanges(
  before: { readonly root: Node; readonly deal: Deal } | null,
  after: { readonly root: Node; readonly deal: Deal } | null,
): SourceChange[] {
  const sources = (at: typeof before): ReadonlyMap<string, Source> => at?.deal.sources ?? new Map()
  return paired(sources(before), sources(after)).flatMap((p): SourceChange[] => {
    const one = (p.after ?? p.before) as Source
    const node = (at: typeof before): Node | undefined => under(under(at?.root, 'sources'), p.name)
    const fields = fieldChanges(node(before), node(after))
    if (fields.length === 0) return []
    return [
      {
        id: p.name,
        state: p.before === null ? 'added' : p.after === null ? 'removed' : 'edited',
        fields,
        by: one.by,
        date: one.date,
        url: urlOf(one),
        place: one.place,
      },
    ]
  })
}
