import type { Agreed, Gap, GapPair, SettleDeal, SettleReport, Way } from '../../report/settle-report.ts'
import { type Column, type Table, tabulate } from './columns.ts'

interface Suggestion {
  readonly deal: SettleDeal
  readonly gap: Gap
  readonly pair: GapPair
  readonly way: Way
}

const suggestionColumns: readonly Column<Suggestion>[] = [
  { name: 'deal', of: (s) => s.deal.deal },
  { name: 'term', of: (s) => s.gap.term },
  { name: 'title', of: (s) => s.gap.title },
  { name: 'topic', of: (s) => s.gap.topic },
  { name: 'obligor', of: (s) => s.gap.obligor.join(';') },
  { name: 'verdict', of: (s) => s.gap.verdict },
  { name: 'party', of: (s) => s.way.party },
  { name: 'with', of: (s) => s.way.with },
  { name: 'kind', of: (s) => s.way.kind },
  { name: 'sentence', of: (s) => s.way.sentence },
  { name: 'facets', of: (s) => [...new Set(s.way.changes.map((c) => c.facet ?? c.text))].join(';') },
  { name: 'closes', of: (s) => s.way.closes },
  { name: 'left', of: (s) => s.way.left },
  { name: 'either_or', of: (s) => s.pair.sentence },
  { name: 'yaml', of: (s) => (s.way.yaml === null ? null : inFlow(s.way.yaml)) },
  { name: 'path', of: (s) => s.gap.place.path },
  { name: 'line', of: (s) => s.gap.place.line },
]

/** A row of a table is one line: the same YAML, every key and dash of a block in one pair of brackets. */
export function inFlow(yaml: string): string {
  const rows = yaml.trimEnd().split('\n')
  const depth = (row: string | undefined): number => (row ?? '').search(/\S|$/)
  // A dash opens a level of its own, two columns before its keys.
  const flat = rows.flatMap((row) => {
    const [, space, key] = /^( *)- (.*)$/.exec(row) ?? []
    return key === undefined ? [row] : [`${space}-`, `${space}  ${key}`]
  })
  let at = 0
  const level = (column: number): string => {
    const items: string[] = []
    const list = flat[at]?.trim() === '-'
    while (at < flat.length && depth(flat[at]) === column) {
      const text = flat[at++]?.trim() ?? ''
      const below = depth(flat[at]) > column && at < flat.length ? level(depth(flat[at])) : ''
      items.push(list ? below : below === '' ? text : `${text} ${below}`)
    }
    return list ? `[${items.join(', ')}]` : `{ ${items.join(', ')} }`
  }
  return level(0)
}

interface Alike {
  readonly deal: SettleDeal
  readonly one: Agreed
}

const agreedColumns: readonly Column<Alike>[] = [
  { name: 'deal', of: (a) => a.deal.deal },
  { name: 'term', of: (a) => a.one.term },
  { name: 'title', of: (a) => a.one.title },
  { name: 'topic', of: (a) => a.one.topic },
  { name: 'parties', of: (a) => a.one.parties.join(';') },
  { name: 'sentence', of: (a) => a.one.sentence },
  { name: 'notes', of: (a) => a.one.notes.join(' | ') },
  { name: 'sources', of: (a) => a.one.sources.map((s) => s.id).join(';') },
  { name: 'by', of: (a) => a.one.sources.map((s) => s.by).join(' | ') },
  { name: 'dates', of: (a) => a.one.sources.map((s) => s.date).join(';') },
  { name: 'urls', of: (a) => a.one.sources.flatMap((s) => s.url ?? []).join(' ') },
  { name: 'fates', of: (a) => a.one.fates.map((f) => `${f.fate} ${f.date}`).join(';') },
  { name: 'path', of: (a) => a.one.place.path },
  { name: 'line', of: (a) => a.one.place.line },
]

/** One row a suggestion; of what is agreed, one a term. */
export const settleTable = ({ of, deals }: SettleReport): Table =>
  of === 'agreed'
    ? tabulate(
        agreedColumns,
        deals.flatMap((deal) => deal.agreed.map((one) => ({ deal, one }))),
      )
    : tabulate(
        suggestionColumns,
        deals.flatMap((deal) =>
          deal.gaps.flatMap((gap) =>
            gap.pairs.flatMap((pair) => pair.ways.map((way) => ({ deal, gap, pair, way }))),
          ),
        ),
      )
