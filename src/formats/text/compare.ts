import { the } from '../../names.ts'
import type { DealReport, Report, TermReport } from '../../report/report.ts'
import { type Verdict, verdicts } from '../../verdict.ts'
import { agreedTitle } from './agreed.ts'
import { reportedBriefly } from './claims.ts'
import { columnNames, columnsOf } from './columns.ts'
import { longDate } from './dates.ts'
import { operand, type View, viewOf } from './deal.ts'
import { header } from './header.ts'
import { missingLines, mustAct, oneSided } from './missing.ts'
import { blank, dotted, INDENT, line, prose, type Sheet, separated, span } from './sheet.ts'
import type { Style } from './style.ts'
import { cells, details, sentenceLines, termTitle } from './term.ts'
import { type Line, lineWidth } from './width.ts'
import { count, counts, meansAmongMany, total, verdictWords } from './words.ts'

/** What a group's heading is padded to, so that the explanations stand in one column. */
const HEADING = 17

function headingLine(view: View, name: string, numbers: Numbers, style: Style, means: string): Line[] {
  const n = numbers.shown < numbers.all ? `${numbers.shown} of ${numbers.all}` : `${numbers.all}`
  return prose(view.sheet, line(means), 0, [span(`${name} ${n}`.padEnd(HEADING), style), span('  ')])
}

interface Numbers {
  readonly shown: number
  readonly all: number
}

/** Terms that need no cells: what both announced alike, what no side announced. */
const brief: { readonly [verdict in Verdict]?: (view: View, term: TermReport) => Line[] } = {
  agree: (view, term) => [
    ...agreedTitle(view, term),
    ...(term.reasons.length > 0 ? sentenceLines(view, term) : []),
    ...details(view, term),
  ],
  'press-only': (view, term) => [
    ...termTitle(view, term),
    ...(view.sheet.verbose ? details(view, term) : reportedBriefly(view, term, INDENT)),
  ],
}

const inFull = (view: View, term: TermReport, widths: readonly number[]): Line[] => [
  ...termTitle(view, term),
  ...cells(view, term, widths),
  ...sentenceLines(view, term),
  ...details(view, term),
]

/** Whether a group stands right below the one before: what has no cells needs no air. */
function follows({ deal, whole, sheet }: View, verdict: Verdict): boolean {
  const some = (...of: readonly Verdict[]): boolean => deal.terms.some((term) => of.includes(term.verdict))
  const none = whole && !some('contradiction')
  if (verdict === 'at-odds') return none && !sheet.quiet
  const before = verdicts.slice(0, verdicts.indexOf(verdict))
  return verdict in brief && (none || some(...before))
}

function group(view: View, verdict: Verdict, widths: readonly number[]): Line[] {
  const { deal } = view
  const terms = deal.terms.filter((term) => term.verdict === verdict && !term.aside)
  const many = deal.parties.length > 2
  const numbers = { shown: terms.length, all: deal.summary[verdict] }
  const { heading: name } = verdictWords[verdict]
  if (terms.length === 0) {
    if (verdict !== 'contradiction' || !view.whole || deal.summary.contradiction > 0) return []
    const sides = many ? 'any two sides' : 'the two sides'
    const nowhere = `nowhere do ${sides} announce things that cannot both hold`
    return [blank, ...headingLine(view, name, numbers, 'strong', nowhere)]
  }
  const means = (many ? meansAmongMany[verdict] : undefined) ?? verdictWords[verdict].means
  const apart = follows(view, verdict) ? [] : [blank]
  const heading = [...apart, ...headingLine(view, name, numbers, verdict, means)]
  const one = brief[verdict]
  if (one) return [...heading, ...terms.flatMap((term) => one(view, term))]
  const lines =
    verdict === 'missing'
      ? missingLines(view, terms, widths)
      : terms.flatMap((term) => inFull(view, term, widths))
  return [...heading, ...columnNames(view, widths), ...lines]
}

/** What is missing and yet not counted so. */
function aside(view: View, widths: readonly number[]): Line[] {
  const terms = view.deal.terms.filter((term) => term.aside)
  if (terms.length === 0) return []
  const numbers = { shown: terms.length, all: view.deal.summary.aside }
  return [
    blank,
    ...headingLine(view, 'COUNTED ASIDE', numbers, 'missing', 'no commitment, or an answer to a denial only'),
    ...columnNames(view, widths),
    ...terms.flatMap((term) => oneSided(view, term, widths)),
  ]
}

/** Which terms a side is not at one with itself on. */
function againstItself(view: View): Line[] {
  return view.deal.parties.flatMap((party) => {
    const terms = view.deal.terms.filter((term) => term.inconsistencies.some((i) => i.party === party.id))
    if (terms.length === 0) return []
    const heading = span(`${the(party.short).toUpperCase()} AGAINST ITSELF ${terms.length}`, 'warning')
    const ids = terms.map((term) => term.id).join(', ')
    return prose(view.sheet, [heading, span(', marked ! above: '), span(ids, 'next')])
  })
}

/** The two commands that lead on from here. */
function next(view: View): Line[] {
  const { deal, sheet } = view
  const term =
    verdicts.flatMap((verdict) => deal.terms.filter((t) => t.verdict === verdict && !t.aside))[0] ??
    deal.terms[0]
  if (!term) return []
  const lines: readonly (readonly [string, string])[] = [
    ['One term, step by step:', `dealdiff ${operand(deal)} ${term.id}`],
    ['What a word means:', `dealdiff explain ${term.verdict}`],
  ]
  const spans = lines.map(([what, command]): Line => [span(`${what} `, 'faint'), span(command, 'next')])
  const both = dotted(sheet, spans)
  if (lineWidth(both) <= sheet.width) return [both]
  return lines.flatMap(([what, command]) =>
    prose(sheet, line(command, 'next'), 0, [span(`${what} `, 'faint')]),
  )
}

function countsLine(view: View): Line[] {
  const beside = view.whole ? { missing: mustAct(view) } : {}
  return prose(
    view.sheet,
    dotted(
      view.sheet,
      counts(view.deal.summary, beside).map((text) => line(text, 'strong')),
    ),
  )
}

/** Why there is nothing to set side by side; that nobody had spoken yet is said by the header. */
export function noTermLines({ deal, sheet }: View, asOf: string | null): Line[] {
  if (asOf === null) return [blank, ...prose(sheet, line('There is no term to compare.'))]
  const spoken = deal.sources.some((source) => source.party.length > 0)
  return spoken ? prose(sheet, line(`By ${longDate(asOf)} nobody had spoken of any of its terms.`)) : []
}

/** That of the terms there are, those asked for are none. */
export const noneAsked = (deal: DealReport, asOf: string | null): string =>
  `None of the ${count(total(deal.summary), 'term')} of ${deal.deal}${asOf === null ? '' : ` that anyone had spoken of by ${longDate(asOf)}`} is what was asked for.`

function dealLines(view: View, asOf: string | null): Line[] {
  const { deal, sheet } = view
  if (total(deal.summary) === 0) {
    return [...header(view, asOf), ...noTermLines(view, asOf)]
  }
  if (deal.terms.length === 0) {
    return [
      ...header(view, asOf),
      blank,
      ...prose(sheet, line(noneAsked(deal, asOf))),
      blank,
      ...countsLine(view),
    ]
  }
  const shown: readonly Verdict[] = sheet.quiet ? ['contradiction', 'at-odds'] : verdicts
  const widths = columnsOf(
    view,
    deal.terms.filter((term) => shown.includes(term.verdict) && !(term.verdict in brief)),
  )
  return [
    ...header(view, asOf),
    ...shown.flatMap((verdict) => [
      ...group(view, verdict, widths),
      ...(verdict === 'missing' ? aside(view, widths) : []),
    ]),
    blank,
    ...(sheet.quiet ? [] : againstItself(view)),
    ...countsLine(view),
  ]
}

/** Deals set side by side, each whole; below several of them what they come to together. */
export function compareScreen(report: Report, deals: readonly DealReport[], sheet: Sheet): Line[] {
  const views = deals.map((deal) => viewOf(report, deal, sheet, deal.terms.length === total(deal.summary)))
  const screens = views.map((view) => dealLines(view, report.asOf))
  const last = views.findLast((view) => view.deal.terms.length > 0)
  const all =
    deals.length > 1 && deals.length === report.deals.length
      ? [
          blank,
          ...prose(
            sheet,
            dotted(sheet, [
              line(`All ${deals.length} deals`),
              ...counts(report.summary).map((text) => line(text, 'strong')),
            ]),
          ),
        ]
      : []
  return [...separated(sheet, screens), ...all, ...(last && !sheet.quiet ? next(last) : [])]
}
