import { andList } from '../../names.ts'
import type { PressClaim, PressDeal, WhyRun } from '../../report/press-report.ts'
import type { Report, SourceReport } from '../../report/report.ts'
import { emptySummary } from '../../report/summary.ts'
import { gravest, gravestFirst, type Judgement, type Verdict } from '../../verdict.ts'
import { longDate, shortDate } from './dates.ts'
import { attribution, dayOf, type View, viewOf } from './deal.ts'
import { readerOf } from './readable.ts'
import type { Sheet } from './sheet.ts'
import { list } from './words.ts'

/** How a judgement is called above its claims; the verdict whose sign and colour it shares. */
export const judgementHeadings: {
  readonly [judgement in Judgement]: { heading: string; means: string; like: Verdict }
} = {
  'against what was announced': {
    heading: 'AGAINST WHAT WAS ANNOUNCED',
    means: 'what the side announced excludes it',
    like: 'contradiction',
  },
  'announced by neither': {
    heading: 'ANNOUNCED BY NEITHER',
    means: 'credited to a side; no side announced it',
    like: 'missing',
  },
  'announced by another only': {
    heading: 'ANNOUNCED BY ANOTHER ONLY',
    means: 'credited to a side that did not announce it; another did',
    like: 'at-odds',
  },
  'more than announced': {
    heading: 'MORE THAN ANNOUNCED',
    means: 'it adds to what the side announced, or leaves out a limit',
    like: 'differs',
  },
  unclear: {
    heading: 'UNCLEAR',
    means: 'what is recorded does not decide it',
    like: 'unclear',
  },
  'less than announced': {
    heading: 'LESS THAN ANNOUNCED',
    means: 'the side announced this, and more',
    like: 'press-only',
  },
  'as announced': { heading: 'AS ANNOUNCED', means: 'the side announced this', like: 'agree' },
}

export const NOT_JUDGED = {
  heading: 'CREDITED TO NO SIDE',
  means: 'shown with who announced such a thing, and not judged',
  like: 'press-only',
} as const

/** Claims that share a heading. */
export interface Group {
  readonly judgement: Judgement | null
  readonly heading: string
  readonly means: string
  readonly like: Verdict
  readonly claims: readonly PressClaim[]
}

/** The claims by their worst judgement, in the order in which an editor wants them. */
export function groupsOf(claims: readonly PressClaim[]): Group[] {
  const worst = new Map(claims.map((c) => [c, gravest(c.judgements.map((j) => j.judgement))]))
  const of = (judgement: Judgement | null): PressClaim[] => claims.filter((c) => worst.get(c) === judgement)
  return [
    ...gravestFirst.map((judgement) => ({
      judgement,
      ...judgementHeadings[judgement],
      claims: of(judgement),
    })),
    { judgement: null, ...NOT_JUDGED, claims: of(null) },
  ].filter((group) => group.claims.length > 0)
}

/**
 * `2 against what was announced`, …, each claim counted once, under its heading: of what there is none, nothing is said,
 * save of the gravest.
 */
export function judgementCounts(claims: readonly PressClaim[]): string[] {
  const n = new Map(groupsOf(claims).map((group) => [group.judgement, group.claims.length]))
  const judged = gravestFirst.flatMap((judgement, i) => {
    const of = n.get(judgement) ?? 0
    return of > 0 || i === 0 ? [`${of} ${judgement}`] : []
  })
  const left = n.get(null)
  return left === undefined ? judged : [...judged, `${left} credited to no side`]
}

/**
 * `judged: supply, for magnets, not its other words`: a judgement stands beside the report's whole sentence. Null where
 * its words are all there is: that it is recorded in words only, its sentence says.
 */
export function extentText({ judged, notJudged, judgements: of }: PressClaim): string | null {
  if (judged === null && notJudged.length < 2) return null
  const done = of.length === 0 ? 'compared' : 'judged'
  const left = andList(notJudged)
  if (judged === null) return `not ${done}: ${left}`
  return `${done}: ${judged}${left === '' ? '' : `, not ${left}`}`
}

/** A deal of the report, looked up as a compared one is. */
export const pressView = (report: Report, deal: PressDeal, sheet: Sheet): View =>
  viewOf(report, { ...deal, aliases: [], follows: null, summary: emptySummary, terms: [] }, sheet, true)

/** As of when, how far beyond what was searched that lies, and that no side had spoken by then. */
export function asOfText(asOf: string | null, deals: readonly PressDeal[]): string {
  if (asOf === null) return ''
  const silent = deals.filter((deal) => deal.sources.every((s) => s.party.length === 0 || s.aside))
  const closed = deals.flatMap(({ recordCloses: closes, title }) =>
    closes !== null && dayOf(closes) < asOf
      ? [`nothing after ${longDate(closes)} was searched${deals.length > 1 ? ` of ${title}` : ''}`]
      : [],
  )
  const nobody =
    silent.length === 0
      ? ''
      : ` Nothing was announced by then${deals.length > 1 ? ` of ${list(silent.map((d) => d.title))}` : ''}.`
  return ` As of ${[longDate(asOf), ...closed].join('; ')}.${nobody}`
}

/** Who wrote it and when: a paper goes by its whole name. */
export const writer = (view: View, source: SourceReport): string =>
  `${source.by} ${shortDate(source.date, view.year)}`

/** A stretch of a sentence as a person reads it, and the statements behind it. */
export function runWords(
  view: View,
  run: WhyRun,
): { readonly text: string; readonly cited: readonly string[] } {
  const plain = readerOf(view.deal).text(run.text)
  const text = view.sheet.ascii ? plain : plain.replace(/"([^"]*)"/g, '“$1”')
  return { text, cited: [...new Set(run.sources.map((id) => attribution(view, id)))] }
}
