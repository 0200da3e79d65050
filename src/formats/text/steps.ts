import type { StepChange, StepReport } from '../../report/report.ts'
import { isMonth, longDate, shortDate } from './dates.ts'
import type { View } from './deal.ts'
import { line, prose, type Sheet, span } from './sheet.ts'
import { displayWidth, type Line, type Span } from './width.ts'
import { list, verdictWords } from './words.ts'

/** `11 Jun`; a month without a day with its year, so that it is not taken for one. */
export const stepDate = (view: View, date: string): string =>
  isMonth(date) ? longDate(date) : shortDate(date, view.year)

/** Who said what changed, each after his own words: `the US announced it: buy (Trump), by January 2026 (Bessent)`. */
function changeSpans(view: View, { pieces }: StepChange, isFirst: boolean, isLed: boolean): Span[] {
  return pieces.flatMap(({ text: said, sources }, i) => {
    const text = view.sheet.ascii ? said : said.replace(/"([^"]*)"/g, '“$1”')
    const end = i === pieces.length - 1 ? text.replace(/\.$/, '') : text
    const begun = i === 0 && (isLed || !isFirst) ? end.replace(/^(?:The|It) /, (w) => w.toLowerCase()) : end
    const by = list([...new Set(sources.map((id) => speakerOf(view, id)))])
    return [
      span(i === 0 && !isFirst ? `; ${begun}` : begun),
      ...(by === '' ? [] : [span(' '), { text: `(${by})`, style: 'faint' as const, keep: true }]),
    ]
  })
}

/** Who said it, without brackets of its own; of the press, not by an abbreviation that may be a party's. */
export function speakerOf(view: View, id: string): string {
  const source = view.source(id)
  const name = source?.party.length === 0 ? source.by : view.by(id)
  return name.replace(/ \(.*$/s, '') || name
}

/** What changed on a day, each side with who spoke for it. */
export const changesLine = (view: View, step: StepReport, isLed: boolean): Line => [
  ...step.changes.flatMap((change, i) => changeSpans(view, change, i === 0, isLed)),
  span('.'),
]

/** The verdict of a day, and since what: `at odds, since China now says: …`; `still at odds. China now says: …`. */
export function stepText(view: View, step: StepReport): Line {
  const { label } = verdictWords[step.verdict]
  const verdict = span(label, step.verdict)
  return step.turned
    ? [verdict, span(`${step.aside ? ', counted aside' : ''}, since `), ...changesLine(view, step, true)]
    : [span('still '), verdict, span('. '), ...changesLine(view, step, false)]
}

/** What a verdict comes to beyond what was said: of what is missing or agrees, that tells nothing more. */
const tells: ReadonlySet<string> = new Set(['contradiction', 'at-odds', 'differs', 'unclear'])

/** What the verdict of a day comes to, where that tells more than what was said. */
export const sentenceBelow = ({ quiet }: Sheet, { verdict, sentence }: StepReport): Line | null =>
  quiet || !tells.has(verdict) ? null : line(sentence)

/** How a verdict came about, a row for each day on which something changed. */
export function stepLines(view: View, steps: readonly StepReport[], indent: number): Line[] {
  const { sheet } = view
  const dates = steps.map(({ date }) => stepDate(view, date))
  const width = Math.max(0, ...dates.map(displayWidth))
  return steps.flatMap((step, i) => {
    const date = dates[i] ?? ''
    // The same sentence is not said twice.
    const below = steps[i - 1]?.sentence === step.sentence ? null : sentenceBelow(sheet, step)
    const lead = `${date}${' '.repeat(width - displayWidth(date))}  `
    return [
      ...prose(sheet, stepText(view, step), indent, [
        span(lead),
        span(`${sheet.mark[step.verdict]} `, step.verdict),
      ]),
      ...(below === null
        ? []
        : prose(sheet, below, indent + displayWidth(lead) + 2, [span(`${sheet.mark.arrow} `)])),
    ]
  })
}
