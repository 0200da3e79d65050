import type { Report } from '../../report/report.ts'
import type { TimelineDay, TimelineDeal, TimelineReport, TimelineTerm } from '../../report/timeline-report.ts'
import { noneAsked, noTermLines } from './compare.ts'
import { longDate } from './dates.ts'
import { operand, short, type View, viewOf } from './deal.ts'
import { header } from './header.ts'
import { blank, dotted, edges, INDENT, line, prose, type Sheet, separated, span } from './sheet.ts'
import { speakerInFull } from './speakers.ts'
import { sentenceBelow, speakerOf, stepText } from './steps.ts'
import type { Line } from './width.ts'
import { counts, total, verdictWords } from './words.ts'

/** A term on one day: its verdict before and then, what brought that about, and what it comes to. */
function termLines(view: View, { term, title, step }: TimelineTerm): Line[] {
  const { sheet } = view
  const glyph = span(`${sheet.mark[step.verdict]} `, step.verdict)
  const was =
    step.turned && step.before !== null && step.before !== step.verdict
      ? [span(`${verdictWords[step.before].label} ${sheet.mark.arrow} `)]
      : []
  const below = step.turned ? sentenceBelow(sheet, step) : null
  return [
    ...edges(sheet, line(title, 'strong'), span(term, 'next'), 2, [glyph]),
    ...prose(sheet, [...was, ...stepText(view, step)], INDENT),
    ...(below === null ? [] : prose(sheet, below, INDENT, [span(`${sheet.mark.arrow} `)])),
  ]
}

/** Who spoke that day: `US: Trump, Lutnick`, party by party, then who reported. */
function spoke(view: View, { sources }: TimelineDay): Line {
  const names = (ids: readonly { readonly id: string }[]): string =>
    [...new Set(ids.map(({ id }) => speakerOf(view, id)))].join(', ')
  const joint = sources.filter((s) => s.party.length > 1)
  const press = sources.filter((s) => s.party.length === 0)
  const parties = view.deal.parties.map((party) => {
    const own = sources.filter((s) => s.party.length === 1 && s.party[0] === party.id)
    return own.length === 0 ? null : line(`${short(view, party.id)}: ${names(own)}`)
  })
  return dotted(view.sheet, [
    joint.length === 0 ? null : line(names(joint)),
    ...parties,
    press.length === 0 ? null : line(`reported by ${names(press)}`),
  ])
}

/** Who said it in full, and where that was seen; an address stays whole, to be clicked. */
function seenLines(view: View, id: string): Line[] {
  const source = view.source(id)
  const urls = (source?.seen ?? []).flatMap(({ url }) => (url === null ? [] : [url]))
  return source
    ? [
        ...prose(view.sheet, line(speakerInFull(source), 'faint'), 2),
        ...urls.map((url): Line => [span(' '.repeat(INDENT)), span(url, 'faint')]),
      ]
    : []
}

/** One day: who spoke, what changed, and how many terms then have which verdict. In brief, only what turned. */
function dayLines(view: View, day: TimelineDay): Line[] {
  const { sheet } = view
  const turned = day.terms.filter(({ step }) => step.turned)
  const terms = sheet.quiet ? turned : day.terms
  if (sheet.quiet && terms.length === 0) return []
  const head = prose(sheet, spoke(view, day), 0, [span(longDate(day.date), 'strong'), span('  ')])
  const seen = sheet.verbose ? day.sources.flatMap((source) => seenLines(view, source.id)) : []
  const sums = counts(day.summary).map((text) => line(text, 'faint'))
  return [
    blank,
    ...head,
    ...seen,
    ...(terms.length === 0 ? prose(sheet, line('nothing changed', 'faint'), 2) : []),
    ...terms.flatMap((term) => termLines(view, term)),
    ...(turned.length === 0 || sheet.quiet
      ? []
      : prose(sheet, dotted(sheet, sums), 2, [span('Then: ', 'faint')])),
  ]
}

function dealLines(view: View, { days }: TimelineDeal, asOf: string | null): Line[] {
  const { deal, sheet } = view
  const of = total(deal.summary)
  return [
    ...header(view, asOf),
    ...days.flatMap((day) => dayLines(view, day)),
    ...(deal.terms.length === 0 && of > 0 ? [blank, ...prose(sheet, line(noneAsked(deal, asOf)))] : []),
    ...(of === 0 ? noTermLines(view, asOf) : []),
    blank,
    ...(of === 0
      ? []
      : prose(
          sheet,
          dotted(
            sheet,
            counts(deal.summary).map((text) => line(text, 'strong')),
          ),
        )),
  ]
}

/** What one types next: one term by date, and the deal as it stood on a day. */
function next(view: View, { days }: TimelineDeal): Line[] {
  const { sheet } = view
  const [day] = [...days].sort((a, b) => b.terms.length - a.terms.length)
  const all = days.flatMap((d) => d.terms)
  const often = ({ term }: TimelineTerm): number => all.filter((t) => t.term === term).length
  const [term] = [...all].sort((a, b) => often(b) - often(a))
  if (!day || !term) return []
  const deal = operand(view.deal)
  return [
    ...prose(sheet, line(`dealdiff ${deal} ${term.term}`, 'next'), 0, [
      span('One term, step by step: ', 'faint'),
    ]),
    ...prose(sheet, line(`dealdiff ${deal} --as-of ${day.day}`, 'next'), 0, [
      span('The deal as it stood on a day: ', 'faint'),
    ]),
  ]
}

/** Deals by date, one below the other. */
export function timelineScreen(report: Report, timeline: TimelineReport, sheet: Sheet): Line[] {
  const both = timeline.deals.flatMap((of) => {
    const deal = report.deals.find((d) => d.path === of.path && d.deal === of.deal)
    return deal ? [{ of, view: viewOf(report, deal, sheet, deal.terms.length === total(deal.summary)) }] : []
  })
  const last = both.findLast(({ view }) => view.deal.terms.length > 0)
  return [
    ...separated(
      sheet,
      both.map(({ view, of }) => dealLines(view, of, report.asOf)),
    ),
    ...(last && !sheet.quiet ? next(last.view, last.of) : []),
  ]
}
