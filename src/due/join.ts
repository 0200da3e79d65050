import { compareText } from '../place.ts'
import type { DueItem, DueSide, ReturnReport } from '../report/due-report.ts'

/** Pieces of one term of which the sides say the same of one date are one item: who reads it acts once. */
export function joined(items: readonly DueItem[]): DueItem[] {
  const out = new Map<string, DueItem[]>()
  for (const item of items) out.set(keyOf(item), [...(out.get(keyOf(item)) ?? []), item])
  // By their names, so that the order of the parties changes nothing.
  return [...out.values()].map((same) => same.sort(byPart).reduce(both))
}

const byPart = (a: DueItem, b: DueItem): number => compareText(a.parts[0] ?? '', b.parts[0] ?? '')

/** What a reader is told of the date: not by which of its statements a side named it. */
const keyOf = (item: DueItem): string =>
  JSON.stringify([
    // The whole is no piece among pieces.
    item.parts.length > 0,
    [item.kind === 'end', item.sentence, item.firstDay, item.lastDay, item.finalFate],
    item.sides.map(({ party, state, dates, text }) => [
      party,
      state,
      text,
      state === 'names' ? [] : daysIn(dates),
    ]),
    [...new Set(item.returns.map((r) => r.text))].sort(),
  ])

const daysIn = (dates: DueSide['dates']): string[] => [...new Set(dates.map((d) => d.day))].sort()

const both = (a: DueItem, b: DueItem): DueItem => ({
  ...a,
  parts: [...a.parts, ...b.parts],
  sides: a.sides.map((side, i) => ({
    ...side,
    dates: distinct([...side.dates, ...(b.sides[i]?.dates ?? [])]),
  })),
  returns: unique([...a.returns, ...b.returns]),
  fates: distinct([...a.fates, ...b.fates]).sort((x, y) => compareText(x.date, y.date)),
})

/** What a side says of the whole is said of each piece, and stands once. */
const distinct = <T>(all: readonly T[]): T[] => [
  ...new Map(all.map((one) => [JSON.stringify(one), one])).values(),
]

/** A joint text says it once for all. */
export function unique(all: readonly ReturnReport[]): ReturnReport[] {
  const out = new Map<string, ReturnReport>()
  for (const one of all) {
    const key = `${one.source}\n${one.text}`
    const parties = new Set([...(out.get(key)?.parties ?? []), ...one.parties])
    out.set(key, { ...(out.get(key) ?? one), parties: [...parties] })
  }
  return [...out.values()]
}
