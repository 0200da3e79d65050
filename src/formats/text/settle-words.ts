import type { Agreed, AgreedSource, Gap, SettleDeal, SettleReport } from '../../report/settle-report.ts'
import { longDate } from './dates.ts'
import { readerOf } from './readable.ts'
import { count, list, verdictWords } from './words.ts'

export const countOf = count

/** Headings of the verdicts that have a gap. */
export const headings = Object.fromEntries(
  Object.entries(verdictWords).map(([verdict, { heading }]) => [verdict, heading]),
) as { readonly [verdict in keyof typeof verdictWords]: string }

const curly = (text: string): string => text.replace(/"([^"]*)"/g, '“$1”')

/** The report as a person reads it: dates in words, names with their capitals. What is put into a file stays. */
export function readSettle(settle: SettleReport): SettleReport {
  return {
    ...settle,
    deals: settle.deals.map((deal) => {
      const { text } = readerOf(deal)
      const gap = (one: Gap): Gap => ({
        ...one,
        pairs: one.pairs.map((pair) => ({
          ...pair,
          sentence: text(pair.sentence),
          note: pair.note === null ? null : text(pair.note),
          ways: pair.ways.map((way) => ({
            ...way,
            sentence: text(way.sentence),
            option: way.option === null ? null : text(way.option),
            left: way.left === null ? null : text(way.left),
          })),
        })),
      })
      const agreed = (one: Agreed): Agreed => ({
        ...one,
        sentence: text(one.sentence),
        notes: one.notes.map((note) => text(curly(note))),
      })
      return { ...deal, gaps: deal.gaps.map(gap), agreed: deal.agreed.map(agreed) }
    }),
  }
}

/** `the US: Donald Trump, 11 June 2025`, without its address. */
export function sourceWords({ by, date, party }: AgreedSource): string {
  return `${by}${party.length > 1 ? ' (joint text)' : ''}, ${longDate(date)}`
}

/** What the list leaves out, by verdict. */
export function othersWords({ others, aside }: SettleDeal): string {
  const all = [
    ...others.map(({ verdict, terms }) => {
      const { one, many } = verdictWords[verdict]
      return count(terms, one, many)
    }),
    ...(aside > 0 ? [`${aside} counted aside`] : []),
  ]
  return all.length === 0 ? '' : `Not in this list: ${list(all)}.`
}
