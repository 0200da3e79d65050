import type { TraceChart, TraceFigure } from '../../report/trace-report.ts'
import { barOf, type Signs, scaleOf, signsOf } from './chart.ts'
import { datesInWords, shortDate } from './dates.ts'
import { named, short, type View } from './deal.ts'
import type { Views } from './trace-view.ts'
import { blank, INDENT, line, prose, type Sheet, span } from './sheet.ts'
import { chop, displayWidth, type Line } from './width.ts'
import { list } from './words.ts'

/** A figure in words. */
export interface Row {
  readonly when: string
  readonly who: string
  readonly figure: string
  readonly term: string
  readonly note: string
  readonly reported: boolean
  readonly drawn: TraceFigure
}

const GAP = '  '
const whoWidth = (sheet: Sheet): number => (sheet.width >= 140 ? 52 : 30)
const FIGURE = 30
/** A bar shorter than this shows nothing; a longer one than that is hard to measure by eye. */
const [LEAST, MOST, AMPLE] = [16, 48, 24]

const names = (view: View, parties: readonly string[]): string => list(parties.map((p) => short(view, p)))

export function rowOf(figure: TraceFigure, views: Views, sheet: Sheet): Row {
  const view = views(figure.deal)
  const { arrow } = sheet.mark
  const by = speaker(view, figure)
  const { from } = figure
  const left = from?.derived
  const notes = [
    figure.part,
    figure.period === null ? null : `for ${datesInWords(figure.period)}`,
    figure.start === null ? null : `from ${datesInWords(figure.start)}`,
    figure.scope === null ? null : `reach: ${figure.scope}`,
    left
      ? `${left.off} off (${left.basis}), reckoned from what is left: ${figure.text}, ${left.reported ? 'reported by ' : ''}${view.by(left.source)}`
      : null,
    figure.reported
      ? figure.attributed.length > 0
        ? `said of ${list(figure.attributed.map((p) => named(view, p)))}`
        : 'said of no one in particular'
      : null,
  ]
  return {
    when: shortDate(figure.date, null),
    who: `${left ? 'reckoned: ' : ''}${figure.reported ? `reported: ${by}` : whose(names(view, figure.parties), by)}`,
    figure: from === null ? figure.text : `${from.text} ${arrow} ${figure.text}`,
    term: `${figure.deal} ${figure.term}`,
    note: notes.filter((n) => n !== null).join('; '),
    reported: figure.reported,
    drawn: figure,
  }
}

const columnOf = (rows: readonly Row[], of: (row: Row) => string, most: number): number =>
  Math.min(Math.max(...rows.map((row) => displayWidth(of(row)))), most)
const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(width - displayWidth(text), 0))

/** Who spoke, in full where the short name would only say of what party. */
function speaker(view: View, { source, parties }: TraceFigure): string {
  const by = view.by(source)
  return parties.some((p) => short(view, p) === by) ? (view.source(source)?.by ?? by) : by
}

/** A side and who spoke for it; once, where that is called by its side: `US Treasury`. */
const whose = (side: string, by: string): string => (by.startsWith(`${side} `) ? by : `${side}, ${by}`)

/** As much of a text as a column has room for. */
function fitted(text: string, width: number, sheet: Sheet): string {
  if (displayWidth(text) <= width) return padded(text, width)
  const [start = ''] = chop(text, Math.max(width - sheet.mark.cut.length, 1))
  return padded(`${start.trimEnd()}${sheet.mark.cut}`, width)
}

/** What one chart counts, above its rows: no two charts share a scale. */
function headingOf(chart: TraceChart, sheet: Sheet): Line[] {
  const name = chart.basis ?? chart.subject ?? ''
  const says = chart.basis === null ? 'what the figures count is not said' : chart.says
  return prose(
    sheet,
    [
      span(name, 'strong'),
      span(`, in ${chart.unit}`),
      ...(says === null ? [] : [span(` ${sheet.mark.dash} ${says}`, 'faint')]),
    ],
    2,
  )
}

function chartLines(chart: TraceChart, views: Views, sheet: Sheet): Line[] {
  const rows = chart.figures.map((figure) => rowOf(figure, views, sheet))
  const [when, least, figure] = [
    columnOf(rows, (r) => r.when, 17),
    columnOf(rows, (r) => r.who, whoWidth(sheet)),
    columnOf(rows, (r) => r.figure, FIGURE),
  ]
  const term = columnOf(rows, (r) => r.term, Number.POSITIVE_INFINITY)
  const right = sheet.width - INDENT
  // The term stands at the right, below where that leaves no room for a bar, and the bar below where there is none.
  const roomsBeside = (who: number): readonly number[] => {
    const left = right - (when + who + figure + 3 * GAP.length)
    return [left - term - GAP.length, left]
  }
  // A name is cut only where a bar would else be hard to read.
  const spare = (roomsBeside(least).find((n) => n >= LEAST) ?? 0) - AMPLE
  const who = columnOf(rows, (r) => r.who, least + Math.max(spare, 0))
  const rooms = roomsBeside(who)
  const place = rooms.findIndex((n) => n >= LEAST)
  const room = rooms[place] ?? right - 2
  // An arrow may stand behind the longest bar.
  const width = Math.min(room - 1, MOST)
  const scale = scaleOf(chart.figures)
  const signs = signsOf(sheet)
  const indent = ' '.repeat(INDENT)
  return rows.flatMap((row): Line[] => {
    const style = row.reported ? 'faint' : undefined
    const bar = barOf(row.drawn, scale, width, signs).text
    const cells = [row.when, row.who, row.figure].map((text, i) =>
      fitted(text, [when, who, figure][i] ?? 0, sheet),
    )
    const words = span(`${indent}${cells.join(GAP)}${GAP}`, style)
    const note = span(row.note, 'faint')
    const below = [span(row.term, 'next'), ...(row.note === '' ? [] : [span(` ${sheet.mark.dot} `), note])]
    if (place === 0)
      return [
        [words, span(padded(bar, room), style), span(`${GAP}${row.term}`, 'next')],
        ...(row.note === '' ? [] : prose(sheet, [note], INDENT + 2)),
      ]
    if (place === 1) return [[words, span(bar, style)], ...prose(sheet, below, INDENT + 2)]
    return [
      ...prose(
        sheet,
        [span(`${row.when}${GAP}${row.who}${GAP}`, style), span(row.figure, style ?? 'strong')],
        INDENT,
      ),
      ...(bar === '' ? [] : [[span(`${indent}  ${bar}`, style)]]),
      ...prose(sheet, below, INDENT + 2),
    ]
  })
}

const meanings: readonly (readonly [keyof Signs, string])[] = [
  ['solid', 'the figure'],
  ['range', 'as far as it may reach'],
  ['risen', 'by what it rose'],
  ['before', 'what it was before'],
  ['open', 'no upper end'],
]

/** All charts of what was asked for, each with its own scale from 0. */
export function chartsLines(charts: readonly TraceChart[], views: Views, sheet: Sheet): Line[] {
  if (charts.length === 0) return []
  const signs = signsOf(sheet)
  const used = new Set(
    charts.flatMap((c) => c.figures.flatMap((f) => barOf(f, scaleOf(c.figures), MOST, signs).signs)),
  )
  const legend = meanings.filter(([sign]) => used.has(sign)).map(([sign, means]) => `${signs[sign]} ${means}`)
  return [
    ...prose(sheet, [
      span(`FIGURES ${charts.reduce((n, c) => n + c.figures.length, 0)}`, 'strong'),
      span(` ${sheet.mark.dot} what counts the same stands together, each on a scale of its own from 0`),
    ]),
    ...prose(sheet, line(legend.join(', '), 'faint'), 2),
    ...charts.flatMap((chart) => [blank, ...headingOf(chart, sheet), ...chartLines(chart, views, sheet)]),
    blank,
  ]
}
