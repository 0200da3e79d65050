import type { Report } from '../../report/report.ts'
import type {
  BecameWord,
  Traced,
  TracedDeal,
  TraceReport,
  TraceStep,
  TraceThread,
} from '../../report/trace-report.ts'
import { cellOf } from './cells.ts'
import { claimLines, reportedBriefly, reportedLines } from './claims.ts'
import { longDate, writtenSpan } from './dates.ts'
import { attribution, operand, shellWord, short, type View } from './deal.ts'
import { beside, blank, dotted, edges, INDENT, line, prose, type Sheet, separated, span } from './sheet.ts'
import type { Style } from './style.ts'
import { partiesOf } from './term.ts'
import { chartsLines } from './trace-chart.ts'
import { type Views, viewsOf } from './trace-view.ts'
import { displayWidth, type Line } from './width.ts'
import { count, list, verdictWords } from './words.ts'

/** Longer lines are hard to follow. */
const WIDEST = 100

const readings = { subject: 'a subject', term: 'a term', topic: 'a topic' } as const

/** What became of it in a word or two, with a sign; colour only repeats it. */
const styles: { readonly [word in BecameWord]: Style } = {
  first: 'faint',
  same: 'agree',
  narrowed: 'differs',
  widened: 'differs',
  reversed: 'contradiction',
  changed: 'differs',
  'cannot-tell': 'unclear',
  'not-again': 'missing',
}

function headLines(report: Report, traced: Traced, deals: readonly TracedDeal[], sheet: Sheet): Line[] {
  const there = new Set(traced.threads.flatMap((t) => t.steps.map((s) => s.deal)))
  const steps = deals.filter((d) => there.has(d.deal))
  const [first, last] = [steps[0], steps.at(-1)]
  const stretch =
    first && last
      ? `${first === last ? 'in' : 'from'} ${first.title}${first === last ? '' : ` to ${last.title}`}`
      : ''
  const what =
    traced.as === 'topic'
      ? `${readings.topic} of ${count(traced.threads.length, 'subject')}`
      : traced.as === 'term' && traced.threads.length === 1 && traced.threads[0]?.subject !== traced.word
        ? `a term; its subject: ${traced.threads[0]?.subject ?? ''}`
        : traced.as === 'term'
          ? readings.term
          : readings.subject
  const also = traced.also.map((other) => {
    const words = other.as === 'topic' ? ['--topic', traced.word] : other.subjects
    return `also ${readings[other.as]}: dealdiff trace ${words.map(shellWord).join(' ')}`
  })
  const asked = report.asOf === null ? '' : `As of ${longDate(report.asOf)}. `
  return [
    ...prose(
      sheet,
      dotted(sheet, [
        line(traced.word, 'strong'),
        line(`read as ${what}`),
        there.size === 0 ? null : line(`${count(there.size, 'deal')}, ${stretch}`),
      ]),
    ),
    ...also.flatMap((text) => prose(sheet, line(text, 'faint'))),
    ...prose(
      sheet,
      line(
        `${asked}Each side is set against its own earlier word, on the same subject; the verdict at each step is between the sides.`,
        'faint',
      ),
    ),
    blank,
  ]
}

/** What sides say, and what became of their earlier word below it; sides that say the same of it stand together. */
function sidesLines(view: View, step: TraceStep): Line[] {
  const { sheet } = view
  const parties = partiesOf(view, step.term)
  const told = parties.map((party) => ({ party, text: sideText(view, step, party) }))
  const first = JSON.stringify(told[0]?.text)
  const together = told.length > 1 && told.every(({ text }) => JSON.stringify(text) === first)
  const everyone = parties.length === 2 ? 'both' : 'all'
  const names = together ? [everyone] : view.deal.parties.map((p) => p.short)
  const label = Math.min(Math.max(...names.map(displayWidth)), 16)
  return (together ? told.slice(0, 1) : told).flatMap(({ party, text }) =>
    beside(
      [
        { text: [line(together ? everyone : short(view, party), 'strong')], width: label },
        { text, width: Math.min(Math.max(sheet.width - INDENT - label - 2, 12), WIDEST) },
      ],
      INDENT,
    ),
  )
}

function sideText(view: View, step: TraceStep, party: string): Line[] {
  const { sheet } = view
  const cell = cellOf(view, step.term, party)
  const became = step.sides.find((s) => s.party === party)?.became ?? null
  if (!became) return cell
  const head = /^.*?(?=[:,.]| whether )/.exec(became.sentence)?.[0] ?? ''
  return [
    ...cell,
    [span(`${sheet.mark.arrow} `), span(head, styles[became.word]), span(became.sentence.slice(head.length))],
  ]
}

function fateLines(view: View, { term }: TraceStep): Line[] {
  const { sheet } = view
  return term.fates.flatMap((fate) => {
    const what = fate.fate === 'unknown' ? 'what became of it is not known' : fate.fate
    const words = [
      fate.part,
      `${what}, ${fate.fate === 'unknown' ? 'searched to ' : ''}${longDate(fate.date)}`,
      fate.deal === null ? null : `in ${fate.deal}`,
    ]
    const says = fate.says === null ? '' : `: ${fate.says}`
    const by = fate.source === null ? '' : ` ${sheet.mark.dot} ${attribution(view, fate.source)}`
    return prose(
      sheet,
      [span(`${words.filter((w) => w !== null).join(', ')}${says}`), span(by, 'faint')],
      INDENT,
      [span('later: ', 'strong')],
    )
  })
}

function stepLines(view: View, step: TraceStep, first: boolean): Line[] {
  const { sheet } = view
  const { term } = step
  const { deal } = view
  const days = deal.held === null ? null : line(writtenSpan(deal.held, sheet.mark.dash), 'faint')
  const title: Line = [
    span(term.title),
    span(
      ` ${sheet.mark.dot} ${term.aside ? 'counted aside' : verdictWords[term.verdict].label}`,
      term.verdict,
    ),
  ]
  const press = sheet.verbose
    ? reportedLines(view, term, INDENT)
    : term.verdict === 'press-only'
      ? reportedBriefly(view, term, INDENT)
      : []
  return [
    ...(first ? prose(sheet, dotted(sheet, [line(deal.title, 'strong'), days]), 2) : []),
    ...edges(sheet, title, span(`${operand(deal)} ${term.id}`, 'next'), 2, [
      span(`${sheet.mark[term.verdict]} `, term.verdict),
    ]),
    ...(term.verdict === 'press-only' ? [] : sidesLines(view, step)),
    ...(sheet.verbose ? claimLines(view, term, INDENT + 2) : []),
    ...press,
    ...fateLines(view, step),
  ]
}

function threadLines(thread: TraceThread, views: Views, sheet: Sheet, alone: boolean): Line[] {
  const head = alone ? [] : prose(sheet, line(thread.subject, 'strong'))
  const steps = thread.steps.flatMap((step, i) => [
    ...stepLines(views(step.deal), step, thread.steps[i - 1]?.deal !== step.deal),
    ...(thread.steps[i + 1]?.deal === step.deal ? [] : [blank]),
  ])
  const without =
    thread.without.length === 0
      ? []
      : prose(sheet, line(`No term of it in ${list(thread.without)}.`, 'faint'), 2)
  return [...head, ...steps, ...without, blank]
}

function tracedLines(report: Report, traced: Traced, trace: TraceReport, views: Views, sheet: Sheet): Line[] {
  if (traced.threads.length === 0) {
    const when = report.asOf === null ? '' : ` by ${longDate(report.asOf)}`
    return prose(sheet, line(`Nothing was announced of ${traced.word}${when}.`))
  }
  const alone = traced.threads.length === 1
  const last = traced.threads[0]?.steps.at(-1)
  return [
    ...headLines(report, traced, trace.deals, sheet),
    ...chartsLines(traced.charts, views, sheet),
    ...(sheet.quiet ? [] : traced.threads.flatMap((thread) => threadLines(thread, views, sheet, alone))),
    ...(traced.near.length === 0
      ? []
      : prose(sheet, line(traced.near.map(shellWord).join(', '), 'next'), 0, [span('See also: ', 'faint')])),
    ...(last
      ? prose(sheet, line(`dealdiff ${operand(views(last.deal).deal)} ${last.term.id}`, 'next'), 0, [
          span('One step, with its proof: ', 'faint'),
        ])
      : []),
  ]
}

/** Subjects through all deals: the figures to scale, then each side's word at each step. */
export function traceScreen(report: Report, trace: TraceReport, sheet: Sheet): Line[] {
  const views = viewsOf(report, trace, sheet)
  return separated(
    sheet,
    trace.traces.map((traced) => tracedLines(report, traced, trace, views, sheet)),
  )
}
