import { dealAsOf } from '../compare/as-of.ts'
import { addressOf, beginsOn, type Deal, type Source, statementsOf, type Term } from '../deal.ts'
import { compareText } from '../place.ts'
import type {
  DueDeal,
  DueItem,
  DueReport,
  DueSource,
  UndatedReport,
  UndividedReport,
} from '../report/due-report.ts'
import { itemsOf } from './items.ts'
import { lastDay } from '../values/time.ts'

interface Asked {
  readonly asOf: string | null
  /** So many days before and after the day; null for all. */
  readonly within: number | null
  /** Which terms are looked at; all, where it is not given. */
  readonly keeps?: (deal: Deal, term: Term) => boolean
}

/**
 * Every deadline and end of what was announced, by date. As of a day only what was said by then counts, fates too; that
 * day parts what is ahead from what has passed. Without one, it is the day of the last statement on record: there is
 * no clock.
 */
export function reportDue(given: readonly Deal[], { asOf, within, keeps }: Asked): DueReport {
  const deals = given
    .map((deal) => searchedBy(dealAsOf(deal, asOf), asOf))
    .filter((deal) => asOf === null || hasBegun(deal, asOf))
    .sort(
      (a, b) =>
        compareText(beginsOn(a), beginsOn(b)) || compareText(a.id, b.id) || compareText(a.path, b.path),
    )
  const day = asOf ?? lastOnRecord(deals)
  const items: DueItem[] = []
  const undated: UndatedReport[] = []
  const undivided: UndividedReport[] = []
  const from: DueDeal[] = []
  let furtherOff = 0
  for (const deal of deals) {
    const terms = [...deal.terms.values()].filter((term) => keeps?.(deal, term) ?? true)
    const found = terms.map((term) => itemsOf(deal, term, day ?? ''))
    const own = found.flatMap((f) => f.items)
    const near = own.filter((item) => within === null || Math.abs(item.daysAway) <= within)
    items.push(...near)
    furtherOff += own.length - near.length
    undated.push(...found.flatMap((f) => f.undated))
    const listed = new Set(near.map((item) => item.term))
    const known = found.flatMap((f) => f.undivided).filter((u) => listed.has(u.term))
    undivided.push(...known)
    from.push({
      deal: deal.id,
      title: deal.title,
      path: deal.path,
      parties: deal.parties,
      statements: statementsOf(deal).length,
      searchedUntil: searchedUntil(deal),
      sources: sourcesOf(deal, near, known),
    })
  }
  const shown = items.sort((a, b) => compareText(a.firstDay, b.firstDay) || compareText(a.lastDay, b.lastDay))
  const count = (is: (item: DueItem) => boolean): number => shown.filter(is).length
  return {
    day,
    searchedUntil: latest(deals.map(searchedUntil)),
    withinDays: within,
    deals: from,
    items: shown,
    undated,
    undivided,
    summary: {
      ahead: count((i) => i.state === 'ahead'),
      passed: count((i) => i.state === 'passed'),
      unknown: count(isUnknown),
      furtherOff,
    },
  }
}

/** Whether its story had begun by a day, by its talks or by what was said. */
const hasBegun = (deal: Deal, day: string): boolean =>
  statementsOf(deal).length > 0 || (deal.held !== null && deal.held.slice(0, 10) <= day)

/** A search that went on until a later day had found nothing yet, whoever is named beside it. */
const searchedBy = (deal: Deal, asOf: string | null): Deal => ({
  ...deal,
  fates: deal.fates.filter((f) => asOf === null || f.fate !== 'unknown' || f.day <= asOf),
})

/** Whether it has passed, and nothing on record says what became of it. */
const isUnknown = (item: DueItem): boolean => item.state === 'passed' && item.finalFate === 'unknown'

/** The day of the last statement on record: by a party, or by whoever says what became of a commitment. */
function lastOnRecord(deals: readonly Deal[]): string | null {
  const days = deals.flatMap((deal) => [
    ...statementsOf(deal).map((s) => s.day),
    ...deal.fates.flatMap((f) => f.source?.day ?? []),
  ])
  return latest(days)
}

/** Later than this, nothing was looked for; null where the file does not say. What is on record was found, whatever it says. */
function searchedUntil(deal: Deal): string | null {
  const closes = deal.recordCloses === null ? null : lastDay(deal.recordCloses)
  const searched = latest([closes, ...deal.fates.filter((f) => f.fate === 'unknown').map((f) => f.day)])
  const found = [
    ...statementsOf(deal).map((s) => s.day),
    ...deal.fates.flatMap((f) => [f.day, f.source?.day ?? null]),
  ]
  return searched === null ? null : latest([searched, ...found])
}

const latest = (days: readonly (string | null)[]): string | null =>
  days
    .filter((d) => d !== null)
    .sort()
    .at(-1) ?? null

/** The statements that are named in the items of a deal, in the order of the file. */
function sourcesOf(
  deal: Deal,
  items: readonly DueItem[],
  undivided: readonly UndividedReport[],
): DueSource[] {
  const named = new Set([
    ...undivided.flatMap((u) => u.fates.map((f) => f.source)),
    ...items.flatMap((item) => [
      ...item.sides.flatMap((s) => s.dates.flatMap((d) => [d.source, ...d.moved.map((m) => m.source)])),
      ...item.returns.map((r) => r.source),
      ...item.fates.map((f) => f.source),
    ]),
  ])
  return [...deal.sources.values()].filter((s) => named.has(s.id)).map(sourceOf)
}

const sourceOf = ({ id, party, by, kind, date, seen }: Source): DueSource => ({
  id,
  party,
  by,
  kind,
  date,
  url: addressOf({ seen }),
})
