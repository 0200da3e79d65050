import type { Fate, Source } from '../deal.ts'
import { child, type MapNode, type Node } from '../tree.ts'
import { lastDay } from '../values/time.ts'
import { cut } from '../words.ts'
import type { DealFile } from './deal-file.ts'
import type { PartOf } from './part-names.ts'
import type { Reader } from './shape.ts'

/** What became of commitments; what is known of one is known from somebody. */
export function readFates(
  file: DealFile,
  sources: ReadonlyMap<string, Source>,
  partOf: PartOf,
  report: Reader['report'],
): Fate[] {
  return (file.fates ?? []).map((written) => {
    const { term, part, fate, date, deal, says, place, at } = written
    if (fate !== 'unknown' && written.source === null && !at.has('source'))
      report({
        rule: 'fate-without-source',
        place: at.get('fate') ?? place,
        message: `That "${cut(term)}" was ${fate} has no source; expected one: only what is unknown needs none.`,
        help: 'Name under `source` who says so; press will do.',
      })
    if (deal === file.deal)
      report({
        rule: 'bad-value',
        place: at.get('deal') ?? place,
        message: `The fate names this deal, "${cut(deal)}"; expected the other deal in which the commitment goes on.`,
      })
    return {
      term,
      part: part && partOf(term, part),
      fate,
      date,
      day: lastDay(date) as string,
      deal,
      says,
      source: written.source === null ? null : (sources.get(written.source) ?? null),
      place,
    }
  })
}

/** Sources that a fate names and nothing else does: they tell what came later, and are no statements on the deal. */
export function namedByFatesOnly(root: MapNode): ReadonlySet<string> {
  const fates = child(root, 'fates')
  const named = new Set(
    (fates?.kind === 'list' ? fates.items : []).flatMap((fate) => {
      const source = fate.kind === 'map' ? child(fate, 'source') : undefined
      return source?.kind === 'scalar' ? [source.text] : []
    }),
  )
  if (named.size > 0)
    for (const section of ['jointly', 'announced', 'reported', 'conversions'])
      drop(child(root, section), named)
  return named
}

/** Takes out every word of a tree. */
function drop(node: Node | undefined, named: Set<string>): void {
  if (node?.kind === 'scalar') named.delete(node.text)
  else if (node?.kind === 'list') for (const item of node.items) drop(item, named)
  else for (const { value } of node?.entries ?? []) drop(value, named)
}
