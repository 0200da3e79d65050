import type { Report } from '../../report/report.ts'
import type {
  Agreed,
  AgreedFate,
  AgreedSource,
  Gap,
  SettleDeal,
  SettleReport,
} from '../../report/settle-report.ts'
import { lastDay } from '../../values/time.ts'
import type { Verdict } from '../../verdict.ts'
import { longDate, writtenSpan } from './dates.ts'
import { readerOf } from './readable.ts'
import { count, list, verdictWords } from './words.ts'

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
        sentence: text(curly(one.sentence)),
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

/** `[Voided on 20 February 2026: … (Supreme Court, 20 February 2026); no part of what was announced.]` */
export function fateWords({ part, fate, date, deal, says, source }: AgreedFate): string {
  const on = /^\d{4}-\d\d$/.test(date) ? 'in' : 'on'
  const what = part === null ? fate : `${part} ${fate}`
  const where = deal === null ? '' : `, and goes on in ${deal}`
  const who = source === null ? '' : ` (${sourceWords(source)})`
  return `[Since then, no part of what was announced: ${what} ${on} ${longDate(date)}${where}${says === null ? '' : `: ${says.replace(/\.$/, '')}`}${who}.]`
}

/** `as of 12 June 2025 (the record closes on 1 June 2025)`; null where no day was asked about. */
export function asOfWords({ asOf }: Report, { recordCloses }: SettleDeal): string | null {
  if (asOf === null) return null
  const closes = recordCloses === null ? null : lastDay(recordCloses)
  const after = closes !== null && closes < asOf
  return `as of ${longDate(asOf)}${after ? `; nothing after ${longDate(recordCloses ?? '')} was searched` : ''}`
}

/** `London framework, 9–10 June 2025`. */
export function titleWords({ title, held, begins }: SettleDeal, dash: string): string {
  const days = held !== null ? writtenSpan(held, dash) : begins === '' ? '' : longDate(begins)
  return days === '' || title.includes(days) ? title : `${title}, ${days}`
}

/** What is said where there is nothing in the list. */
export function nothingWords({ asOf }: Report, { of, asked }: SettleReport, deal: SettleDeal): string {
  if (deal.announced === 0)
    return asOf === null ? 'Nothing was announced.' : `Nothing was announced by ${longDate(asOf)}.`
  if (asked.length === 0) return 'No side has to say anything else where all agree, or only the press speaks.'
  const what = list(asked.map(is), 'or')
  const left = deal.others.filter(({ verdict }) => open.has(verdict) || asked.includes(verdict))
  const hidden = left.map(({ verdict, terms }) =>
    count(terms, verdictWords[verdict].one, verdictWords[verdict].many),
  )
  const shown = left.reduce((n, { terms }) => n + terms, 0) === 1 ? 'is' : 'are'
  const among = deal.others.some(({ verdict }) => asked.includes(verdict))
    ? 'None of the terms picked'
    : 'No term'
  if (of === 'agreed')
    return among === 'No term'
      ? 'Nothing is agreed: no term was announced alike by all who announced it.'
      : `None of the terms picked was announced alike by all who announced it; ${list(hidden)} ${shown} not shown.`
  if (hidden.length === 0) return `Nothing is to be settled: no term is ${what}.`
  return `${among} is ${what}; ${list(hidden)} ${shown} not shown.`
}
const open: ReadonlySet<Verdict> = new Set<Verdict>(['contradiction', 'at-odds', 'missing'])
const is = (verdict: Verdict): string =>
  ({
    contradiction: 'a contradiction',
    differs: 'one that differs',
    unclear: 'one that cannot be decided',
    agree: 'agreed',
  })[verdict as string] ?? verdictWords[verdict].one

/** How what is offered is put into the file. */
export const addingWords = ({ wouldClose, recordCloses }: SettleDeal): string =>
  `What a party is offered rests on one statement yet to be made: for several of its claims, put its source into the file once.${wouldClose === null ? '' : ` The record closes on ${longDate(recordCloses ?? '')}, before that statement: change that line to`}`

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
