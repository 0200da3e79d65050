import { capital } from '../../names.ts'
import type { Place } from '../../place.ts'
import type { Report, StepReport } from '../../report/report.ts'
import type { TimelineDay, TimelineReport } from '../../report/timeline-report.ts'
import { longDate, writtenSpan } from '../text/dates.ts'
import { type View, viewOf } from '../text/deal.ts'
import { sheetOf } from '../text/sheet.ts'
import { changesLine, stepText } from '../text/steps.ts'
import type { Line } from '../text/width.ts'
import { counts, list, total, verdictWords } from '../text/words.ts'
import { bold, code, head, literal, row, short } from './escape.ts'
import { glyphs } from './glyphs.ts'
import { type Item, plain, type Section, weights } from './page.ts'

/** The words of a row of the screen are those of a cell here. */
const sheet = sheetOf({ width: null, color: false, ascii: false, verbose: false, quiet: false, prefix: '' })

/** The verdict of a day and what brought it about, in words. */
export const stepWords = (view: View, step: StepReport): string => inWords(stepText(view, step))

const inWords = (line: Line): string => literal(short(capital(line.map((span) => span.text).join(''))))

/** How a verdict came about, a line for each day on which something changed. */
export const stepItems = (view: View, steps: readonly StepReport[]): Item[] =>
  steps.map((step) => ({
    text: `- ${literal(longDate(step.date))} ${literal(glyphs[step.verdict])} ${stepWords(view, step)}`,
    weight: weights.detail,
  }))

function dayItems(view: View, day: TimelineDay): Item[] {
  return day.terms.map(({ term, title, step }) => {
    const { before, verdict, turned } = step
    const was = turned && before !== null && before !== verdict ? `${verdictWords[before].label} → ` : ''
    return {
      text: row([
        `${bold(short(title))}<br>${code(term)}`,
        literal(`${was}${glyphs[verdict]} ${verdictWords[verdict].label}`),
        inWords(changesLine(view, step, false)),
        literal(short(step.sentence)),
      ]),
      weight:
        turned && verdict === 'contradiction'
          ? weights.trouble
          : turned && verdict === 'at-odds'
            ? weights.worst
            : weights.detail,
    }
  })
}

/** Deals by date: a table a day. */
export function timelineSections(
  report: Report,
  timeline: TimelineReport,
  _at: (place: Place) => string,
): Section[] {
  return timeline.deals.flatMap((of) => {
    const deal = report.deals.find((d) => d.path === of.path && d.deal === of.deal)
    if (!deal) return []
    const view = viewOf(report, deal, sheet, deal.terms.length === total(deal.summary))
    const about = [
      deal.parties.map((party) => literal(short(party.name))).join(' and '),
      deal.held === null ? '' : `talks of ${literal(writtenSpan(deal.held, '–'))}`,
      report.asOf === null ? '' : `as of ${literal(longDate(report.asOf))}`,
      code(deal.path),
    ].filter((text) => text !== '')
    const nothing = `Nothing was announced${report.asOf === null ? '' : ` by ${literal(longDate(report.asOf))}`}.`
    return [
      plain(
        `### ${literal(short(deal.title))}, by date\n\n${about.join(' · ')}\n\n${
          of.days.length === 0 ? nothing : counts(deal.summary).map(literal).join(' · ')
        }`,
      ),
      ...of.days.map((day): Section => {
        const speakers = list([...new Set(day.sources.map(({ id }) => view.by(id)))])
        const heading = `#### ${literal(longDate(day.date))}: ${literal(short(speakers))}`
        const items = dayItems(view, day)
        return items.length === 0
          ? plain(`${heading}\n\nNothing changed.`)
          : {
              before: `${heading}\n\n${head(['Term', 'Verdict', 'Because', 'Together'])}`,
              items,
              one: 'term',
              after: counts(day.summary).map(literal).join(' · '),
            }
      }),
    ]
  })
}
