import type { DueItem, DueReport, DueSide, NamedDate } from '../../report/due-report.ts'
import { type Column, type Table, tabulate } from './columns.ts'

/** One date by one party that named it. */
interface Row {
  readonly due: DueReport
  readonly item: DueItem
  readonly side: DueSide
  readonly date: NamedDate
}

const dealOf = ({ due, item }: Row): DueReport['deals'][number] | undefined =>
  due.deals.find((d) => d.deal === item.deal)
const sourceOf = (row: Row) => dealOf(row)?.sources.find((s) => s.id === row.date.source)
const fateOf = ({ item }: Row) => item.fates.findLast((f) => f.fate === item.finalFate)

/** `performed 2025-11-10: the rule is suspended`. */
const fateInLine = ({ part, fate, date, says }: DueItem['fates'][number]): string =>
  `${part === null ? '' : `${part}: `}${fate} ${date}${says === null ? '' : `: ${says}`}`

const columns: readonly Column<Row>[] = [
  { name: 'as_of', of: (r) => r.due.day },
  { name: 'day', of: (r) => r.date.day },
  { name: 'state', of: (r) => r.item.state },
  { name: 'days_away', of: (r) => r.item.daysAway },
  { name: 'deal', of: (r) => r.item.deal },
  { name: 'term', of: (r) => r.item.term },
  { name: 'title', of: (r) => r.item.title },
  { name: 'parts', of: (r) => r.item.parts.join(';') || null },
  { name: 'part_named', of: (r) => r.date.part },
  { name: 'topic', of: (r) => r.item.topic },
  { name: 'subject', of: (r) => r.item.subject },
  { name: 'obligor', of: (r) => r.item.obligor.join(';') },
  { name: 'kind', of: (r) => r.date.kind },
  { name: 'sentence', of: (r) => r.date.sentence },
  { name: 'party', of: (r) => r.side.party },
  {
    name: 'party_name',
    of: (r) => dealOf(r)?.parties.find((p) => p.id === r.side.party)?.name ?? r.side.party,
  },
  { name: 'text', of: (r) => r.date.text },
  { name: 'named_by_all', of: (r) => r.item.namedByAll },
  { name: 'others', of: (r) => othersOf(r).join(';') },
  { name: 'first_day', of: (r) => r.item.firstDay },
  { name: 'last_day', of: (r) => r.item.lastDay },
  { name: 'moved', of: (r) => r.date.moved.map((m) => `${m.when}: ${m.day} (${m.said})`).join(';') },
  { name: 'returns', of: (r) => [...new Set(r.item.returns.map((x) => x.text))].join(';') || null },
  {
    name: 'returns_inferred',
    of: (r) => (r.item.returns.length > 0 ? r.item.returns.every((x) => x.inferred) : null),
  },
  { name: 'known_fates', of: (r) => r.item.fates.map(fateInLine).join('; ') || null },
  { name: 'final_fate', of: (r) => r.item.finalFate },
  { name: 'final_fate_date', of: (r) => fateOf(r)?.date ?? null },
  { name: 'final_fate_deal', of: (r) => fateOf(r)?.deal ?? null },
  { name: 'final_fate_source', of: (r) => fateOf(r)?.source ?? null },
  { name: 'says', of: (r) => r.date.says },
  { name: 'quote', of: (r) => r.date.quote },
  { name: 'source', of: (r) => r.date.source },
  { name: 'by', of: (r) => sourceOf(r)?.by ?? null },
  { name: 'said', of: (r) => r.date.said },
  { name: 'url', of: (r) => sourceOf(r)?.url ?? null },
  { name: 'path', of: (r) => r.date.place.path },
  { name: 'line', of: (r) => r.date.place.line },
]

/** What the other parties say: `china=names`, `china=another 2026-02-28`. */
const othersOf = ({ item, side }: Row): string[] =>
  item.sides
    .filter((s) => s.party !== side.party)
    .map((s) => {
      const days = s.dates.map((d) => d.day).join(' ')
      return `${s.party}=${s.state}${days === '' ? '' : ` ${days}`}`
    })

/** A row for each date and each party that named it. */
export const dueTable = (due: DueReport): Table =>
  tabulate(
    columns,
    due.items.flatMap((item) =>
      item.sides
        .filter((side) => side.state === 'names')
        .flatMap((side) => side.dates.map((date): Row => ({ due, item, side, date }))),
    ),
  )
