import { beginsOn, type Deal, type Source, statementsOf } from '../deal.ts'
import { compareText } from '../place.ts'
import type { DueDeal, DueItem, DueReport, DueSource, UndatedReport } from '../report/due-report.ts'
import { itemsOf } from './items.ts'
import { dayNumber } from './times.ts'

/**
 * Every deadline and end of what was announced, by date. As of a day only what was said by then counts, fates too; that
 * day parts what is ahead from what has passed. Without one, it is the day of the last statement on record: there is
 * no clock.
 */
export function reportDue(
  given: readonly Deal[],
  { asOf, within }: { readonly asOf: string | null; readonly within: number | null },
): DueReport {
  const deals = [...given].sort(
    (a, b) => compareText(beginsOn(a), beginsOn(b)) || compareText(a.id, b.id) || compareText(a.path, b.path),
  )
  const day = asOf ?? lastOnRecord(deals)
  const items: DueItem[] = []
  const undated: UndatedReport[] = []
  const from: DueDeal[] = []
  let left = 0
  for (const deal of deals) {
    const found = [...deal.terms.values()].map((term) => itemsOf(deal, term, { asOf, day: day ?? '' }))
    const own = found.flatMap((f) => f.items)
    const near = own.filter((item) => lies(item, day ?? '', within))
    items.push(...near)
    left += own.length - near.length
    undated.push(...found.flatMap((f) => f.undated))
    from.push({
      deal: deal.id,
      title: deal.title,
      path: deal.path,
      parties: deal.parties,
      sources: sourcesOf(deal, near),
    })
  }
  const shown = items.sort((a, b) => compareText(a.day, b.day) || compareText(a.until, b.until))
  const count = (is: (item: DueItem) => boolean): number => shown.filter(is).length
  return {
    day,
    within,
    deals: from,
    items: shown,
    undated,
    summary: {
      ahead: count((i) => i.state === 'ahead'),
      passed: count((i) => i.state === 'passed'),
      unknown: count(isUnknown),
      left,
    },
  }
}

/** Whether it has passed, and nothing on record says what became of it. */
const isUnknown = (item: DueItem): boolean => item.state === 'passed' && item.fate === 'unknown'

/** The day of the last statement on record: by a party, or by whoever says what became of a commitment. */
function lastOnRecord(deals: readonly Deal[]): string | null {
  const days = deals.flatMap((deal) => [
    ...statementsOf(deal).map((s) => s.day),
    ...deal.fates.flatMap((f) => f.source?.day ?? []),
  ])
  return days.sort().at(-1) ?? null
}

/** Whether a day that is named for it lies within so many days of the day asked for. */
function lies({ state, day, until }: DueItem, now: string, within: number | null): boolean {
  if (within === null) return true
  return state === 'ahead'
    ? dayNumber(day) - dayNumber(now) <= within
    : dayNumber(now) - dayNumber(until) <= within
}

/** The statements that are named in the items of a deal, in the order of the file. */
function sourcesOf(deal: Deal, items: readonly DueItem[]): DueSource[] {
  const named = new Set(
    items.flatMap((item) => [
      ...item.sides.flatMap((s) => s.dates.flatMap((d) => [d.source, ...d.moved.map((m) => m.source)])),
      ...item.returns.map((r) => r.source),
      ...item.fates.map((f) => f.source),
    ]),
  )
  return [...deal.sources.values()].filter((s) => named.has(s.id)).map(sourceOf)
}

const sourceOf = ({ id, party, by, kind, date, seen }: Source): DueSource => ({
  id,
  party,
  by,
  kind,
  date,
  url: seen.find((s) => s.url !== null)?.url ?? null,
})
