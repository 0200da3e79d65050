import { gravestFirst, worstOf } from '../../press/press.ts'
import type { PressClaim, PressDeal, PressSummary, WhyRun } from '../../report/press-report.ts'
import type { Report, SourceReport } from '../../report/report.ts'
import { emptySummary } from '../../report/summary.ts'
import { hyphened, type Judgement, type Verdict } from '../../verdict.ts'
import { shortDate } from './dates.ts'
import { attribution, type View, viewOf } from './deal.ts'
import { readerOf } from './readable.ts'
import type { Sheet } from './sheet.ts'

/** How a judgement is called above its claims; the verdict whose sign and colour it shares. */
export const judgementWords: {
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
  const of = (judgement: Judgement | null): PressClaim[] => claims.filter((c) => worstOf(c) === judgement)
  return [
    ...gravestFirst.map((judgement) => ({ judgement, ...judgementWords[judgement], claims: of(judgement) })),
    { judgement: null, ...NOT_JUDGED, claims: of(null) },
  ].filter((group) => group.claims.length > 0)
}

/** `2 against what was announced`, …: of what there is none, nothing is said, save of the gravest. */
export function judgementCounts(summary: PressSummary): string[] {
  const judged = gravestFirst.flatMap((judgement, i) => {
    const n = summary[hyphened(judgement)] ?? 0
    return n > 0 || i === 0 ? [`${n} ${judgement}`] : []
  })
  const left = summary['not-judged'] ?? 0
  return left > 0 ? [...judged, `${left} credited to no side`] : judged
}

/** The judgements of some claims, counted as a report counts all. */
export function summaryOf(claims: readonly PressClaim[]): PressSummary {
  const words = claims.flatMap((c) => c.judgements.map((j) => hyphened(j.judgement)))
  const n = (word: string): number => words.filter((w) => w === word).length
  return Object.fromEntries([
    ...gravestFirst.map((judgement) => [hyphened(judgement), n(hyphened(judgement))]),
    ['not-judged', claims.filter((c) => c.judgements.length === 0).length],
  ])
}

/** A deal of the report, looked up as a compared one is. */
export const pressView = (report: Report, deal: PressDeal, sheet: Sheet): View =>
  viewOf(report, { ...deal, aliases: [], follows: null, summary: emptySummary, terms: [] }, sheet, true)

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
