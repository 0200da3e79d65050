import { andList } from '../../names.ts'
import { placeText } from '../../place.ts'
import type { Report } from '../../report/report.ts'
import type { DueItem, DueReport } from '../../report/due-report.ts'
import { dateSpan, longDate } from './dates.ts'
import { operand } from './deal.ts'
import {
  afterWords,
  distance,
  dueHeader,
  dueWords,
  hasInferred,
  INFERRED,
  movedWords,
  namedWords,
} from './due-words.ts'
import { UNDIVIDED, undatedReason, undatedWords, undividedWords } from './due-unlisted.ts'
import { dueViews, type DueView, readableDue } from './due-view.ts'
import { addressLines, blank, edges, INDENT, line, prose, quoted, type Sheet, span } from './sheet.ts'
import type { Line } from './width.ts'
import { count } from './words.ts'

/** There is one column: what stands at the right edge of a wider page is far from what it is of. */
const WIDEST = 112
/** From here on a reader may want less of it. */
const MANY = 12
/** More deals are not named one by one in a command. */
const FEW = 3

/** One date: what falls due, who would have to act, who named it, what comes back, what became of it. */
function itemLines(sheet: Sheet, view: DueView, item: DueItem): Line[] {
  const title = `${item.title}${item.parts.length === 0 ? '' : ` ${sheet.mark.dot} ${andList(item.parts)}`}`
  const typed = span(`${operand(view.deal)} ${item.term}`, 'next')
  const told = (texts: readonly string[], mark: string): Line[] =>
    texts.flatMap((text) => prose(sheet, line(text), INDENT, [span(`${mark} `)]))
  const { arrow } = sheet.mark
  return [
    ...edges(sheet, line(title, 'strong'), typed, 2),
    ...prose(sheet, line(dueWords(view, item)), INDENT),
    ...prose(sheet, line(namedWords(view, item), 'faint'), INDENT),
    ...movedWords(view, item).flatMap((text) => prose(sheet, line(text), INDENT)),
    ...told(afterWords(view, item), arrow),
    ...(sheet.verbose ? sourceLines(sheet, view, item) : []),
  ]
}

/** The words that named it, where they can be read, and their place in the file. */
function sourceLines(sheet: Sheet, view: DueView, item: DueItem): Line[] {
  return item.sides.flatMap((side) =>
    side.dates.flatMap((date) => {
      const words = [date.says, date.quote === null ? null : quoted(sheet, date.quote)]
      const who = `${view.attribution(date.source, date.said)}: `
      const url = view.deal.sources.find((s) => s.id === date.source)?.url ?? null
      return [
        ...prose(sheet, [span(who, 'faint'), span(words.filter((w) => w !== null).join(' '))], INDENT),
        ...addressLines(sheet, url, INDENT + 2),
        ...prose(sheet, line(placeText(date.place), 'faint'), INDENT + 2),
      ]
    }),
  )
}

/** The dates of one state, day by day. */
function section(
  sheet: Sheet,
  items: readonly DueItem[],
  name: string,
  means: string,
  of: (item: DueItem) => DueView,
) {
  if (items.length === 0) return []
  const days = new Map<string, DueItem[]>()
  for (const item of items) {
    const key = `${item.firstDay} ${item.lastDay}`
    days.set(key, [...(days.get(key) ?? []), item])
  }
  return [
    blank,
    ...prose(sheet, line(means), 0, [span(`${name} ${items.length}`, 'strong'), span('  ')]),
    ...[...days.values()].flatMap((group): Line[] => {
      const [first] = group
      if (!first) return []
      const when = dateSpan(first.firstDay, first.lastDay, sheet.mark.dash)
      const head = [span(when, 'strong'), span(` ${sheet.mark.dot} ${distance(first)}`, 'faint')]
      return [blank, ...prose(sheet, head), ...group.flatMap((item) => itemLines(sheet, of(item), item))]
    }),
  ]
}

/** More of one term is a list of its own. */
const MANY_FATES = 3

/** What is known of terms, and settles none of their dates. */
function undividedLines(sheet: Sheet, due: DueReport, of: ReturnType<typeof dueViews>): Line[] {
  if (due.undivided.length === 0) return []
  return [
    ...prose(sheet, line(UNDIVIDED)),
    ...due.undivided.flatMap((one) => [
      ...edges(sheet, line(one.title), span(`${operand(of(one).deal)} ${one.term}`, 'next'), 2),
      ...undividedWords(of(one), one, sheet.verbose ? null : MANY_FATES).flatMap((text) =>
        prose(sheet, line(text), INDENT, [span(`${sheet.mark.arrow} `)]),
      ),
    ]),
    blank,
  ]
}

/** Commitments without a date, each with why. */
function undatedLines(sheet: Sheet, due: DueReport, of: ReturnType<typeof dueViews>): Line[] {
  if (due.undated.length === 0) return []
  if (!sheet.verbose) return prose(sheet, line(`${undatedWords(due).replace(/\.$/, '')}; -v lists them.`))
  return [
    ...prose(sheet, line(undatedWords(due))),
    ...due.undated.flatMap((one) => {
      const title = `${one.title}${one.part === null ? '' : ` ${sheet.mark.dot} ${one.part}`}`
      const typed = span(`${operand(of(one).deal)} ${one.term}`, 'next')
      return [
        ...edges(sheet, line(title), typed, 2),
        ...prose(sheet, line(undatedReason(of(one), one), 'faint'), INDENT),
      ]
    }),
    blank,
  ]
}

const reaches = { '30d': 30, '90d': 90, '6m': 180, '1y': 365 } as const

/** The shortest look around the day that shows something, and not all. */
const nearest = (items: readonly DueItem[]): string | undefined =>
  Object.entries(reaches).find(([, days]) => {
    const near = items.filter((i) => Math.abs(i.daysAway) <= days).length
    return near > 0 && near < items.length
  })?.[0]

/** How one looks closer. */
function next(sheet: Sheet, report: Report, due: DueReport, of: ReturnType<typeof dueViews>): Line[] {
  const command = (what: string, text: string): Line[] =>
    prose(sheet, line(text, 'next'), 0, [span(`${what} `, 'faint')])
  const shown = due.items.find((i) => i.state === 'ahead') ?? due.items[0]
  const named = due.deals.length > FEW ? [] : due.deals.map(operand)
  const asked = report.asOf === null ? [] : [`--as-of ${report.asOf}`]
  const near = due.withinDays === null && due.items.length > MANY ? nearest(due.items) : undefined
  return [
    ...(shown
      ? command('One of them, step by step:', `dealdiff ${operand(of(shown).deal)} ${shown.term}`)
      : []),
    ...(near
      ? command(
          'Only what is near the day:',
          ['dealdiff due', ...named, ...asked, `--within ${near}`].join(' '),
        )
      : []),
  ]
}

/** Deadlines and ends, by date: what is ahead, then what has passed and what became of it. */
export function dueScreen(report: Report, given: DueReport, whole: Sheet): Line[] {
  const sheet = { ...whole, width: Math.min(whole.width, WIDEST) }
  const due = readableDue(given)
  const of = dueViews(due)
  if (sheet.quiet)
    return due.items.map((i) => line(`${longDate(i.firstDay)} ${operand(of(i).deal)} ${i.term}`))
  const { title, counts } = dueHeader(due, report.asOf !== null)
  const [only] = due.deals
  const label =
    due.deals.length === 1 && only
      ? only.path
      : due.deals.length === 0
        ? 'no deal yet'
        : count(due.deals.length, 'deal')
  const ahead = due.items.filter((i) => i.state === 'ahead')
  const passed = due.items.filter((i) => i.state === 'passed')
  const day = longDate(due.day ?? '')
  return [
    ...edges(sheet, line(title, 'strong'), span(label, 'faint')),
    ...prose(sheet, line(counts)),
    ...section(sheet, ahead, 'AHEAD', `on ${day} or later`, of),
    ...section(sheet, passed, 'PASSED', `before ${day}, with what is known of what became of it`, of),
    blank,
    ...(hasInferred(due) ? prose(sheet, line(INFERRED)) : []),
    ...undividedLines(sheet, due, of),
    ...undatedLines(sheet, due, of),
    ...next(sheet, report, due, of),
  ]
}
