import { capital } from '../../names.ts'
import type { Place } from '../../place.ts'
import type { Report } from '../../report/report.ts'
import type { BecameWord, TraceChart, Traced, TraceReport, TraceThread } from '../../report/trace-report.ts'
import { cellOf } from '../text/cells.ts'
import { longDate, writtenSpan } from '../text/dates.ts'
import { attribution, short as shortName } from '../text/deal.ts'
import { sheetOf } from '../text/sheet.ts'
import { rowOf } from '../text/trace-chart.ts'
import { type Views, viewsOf } from '../text/trace-view.ts'
import type { Line } from '../text/width.ts'
import { count, verdictWords } from '../text/words.ts'
import { bold, code, head, literal, row, short } from './escape.ts'
import { glyphs } from './glyphs.ts'
import { type Item, plain, type Section, weights } from './page.ts'

type At = (place: Place) => string

const sheet = sheetOf({ width: null, color: false, ascii: false, verbose: false, quiet: false, prefix: '' })
const textOf = (line: Line): string => line.map((span) => span.text).join('')
const cell = (text: string): string => literal(short(text))

/** The figures that count the same: a table, as a bar says nothing to a reader of tables. */
function chartSection(chart: TraceChart, views: Views): Section {
  const name = chart.basis ?? chart.subject ?? ''
  const says = chart.basis === null ? 'what the figures count is not said' : chart.says
  const about = `, in ${cell(chart.unit)}${says === null ? '' : ` – ${cell(says)}`}`
  return {
    before: `#### ${literal(short(name))}${about}\n\n${head(['When', 'Who', 'Figure', 'Term', ''])}`,
    items: chart.figures.map((figure): Item => {
      const { when, who, figure: value, term, note } = rowOf(figure, views, sheet)
      return {
        text: row([cell(when), cell(who), bold(short(value)), code(term), cell(note)]),
        weight: weights.worst,
      }
    }),
    one: 'figure',
  }
}

const weightOf = (word: BecameWord | undefined): number =>
  word === 'reversed' ? weights.worst : weights.detail

function threadSection(thread: TraceThread, views: Views, at: At): Section {
  const items = thread.steps.flatMap(({ deal, term, sides }): Item[] => {
    const view = views(deal)
    const held = view.deal.held === null ? '' : `<br>${cell(writtenSpan(view.deal.held, '–'))}`
    const verdict = term.aside ? 'counted aside' : verdictWords[term.verdict].label
    const fates = term.fates.map((fate) => {
      const by = fate.source === null ? '' : ` · ${attribution(view, fate.source)}`
      const what = fate.fate === 'unknown' ? 'what became of it is not known' : fate.fate
      return `<br>later: ${cell(`${what}, ${longDate(fate.date)}${fate.says === null ? '' : `: ${fate.says}`}${by}`)}`
    })
    const step = `${bold(short(view.deal.title))}${held}<br>${cell(term.title)}<br>${code(`${deal} ${term.id}`)} · ${at(term.place)}<br>${literal(glyphs[term.verdict])} ${verdict}${fates.join('')}`
    return sides.map(({ party, became }, i) => ({
      text: row([
        i === 0 ? step : '',
        bold(short(shortName(view, party))),
        cellOf(view, term, party)
          .map((line) => cell(textOf(line)))
          .join('<br>'),
        became === null ? '' : cell(became.sentence),
      ]),
      weight: weightOf(became?.word),
    }))
  })
  const without =
    thread.without.length === 0 ? '' : `_No term of it in ${thread.without.map((d) => cell(d)).join(', ')}._`
  return {
    before: `#### ${literal(short(thread.subject))}\n\n${head(['Step', '', 'Announced', 'Against its own earlier word'])}`,
    items,
    ...(without === '' ? {} : { after: without }),
    one: 'side',
  }
}

function tracedSections(report: Report, traced: Traced, views: Views, at: At): Section[] {
  const asked = report.asOf === null ? '' : ` · as of ${literal(longDate(report.asOf))}`
  const size = count(traced.threads.length, 'subject')
  return [
    plain(
      `### ${literal(short(traced.word))}\n\n${capital(`read as a ${traced.as}`)} · ${size}${asked}\n\nEach side is set against its own earlier word, on the same subject; the verdict at each step is between the sides.`,
    ),
    ...(traced.threads.length === 0 ? [plain('Nothing was announced of it.')] : []),
    ...traced.charts.map((chart) => chartSection(chart, views)),
    ...traced.threads.map((thread) => threadSection(thread, views, at)),
    ...(traced.near.length === 0 ? [] : [plain(`See also: ${traced.near.map((s) => code(s)).join(', ')}`)]),
  ]
}

/** Subjects through all deals: the figures, then each side's word at each step. */
export function traceSections(report: Report, trace: TraceReport, at: At): Section[] {
  const views = viewsOf(report, trace, sheet)
  return trace.traces.flatMap((traced) => tracedSections(report, traced, views, at))
}
