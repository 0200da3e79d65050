import { andList } from '../../names.ts'
import type { Place } from '../../place.ts'
import type { DueItem, DueReport } from '../../report/due-report.ts'
import type { Report } from '../../report/report.ts'
import { dateSpan } from '../text/dates.ts'
import {
  afterWords,
  distance,
  dueHeader,
  dueWords,
  hasInferred,
  INFERRED,
  movedWords,
  namedWords,
} from '../text/due-words.ts'
import { UNDIVIDED, undatedReason, undatedWords, undividedWords } from '../text/due-unlisted.ts'
import { dueViews, type DueView, readableDue } from '../text/due-view.ts'
import { bold, code, head, literal, row, short } from './escape.ts'
import { type Item, plain, type Section, weights } from './page.ts'

/** More of one term is a list of its own. */
const MANY_FATES = 3

type At = (place: Place) => string

function itemOf(view: DueView, item: DueItem, at: At): Item {
  const lines = (texts: readonly string[]): string => texts.map((text) => literal(short(text))).join('<br>')
  const piece = item.parts.length === 0 ? '' : ` · ${literal(short(andList(item.parts)))}`
  return {
    text: row([
      `${bold(dateSpan(item.firstDay, item.lastDay, '–'))}<br>${distance(item)}`,
      `${bold(short(item.title))}${piece}<br>${literal(item.deal)} ${code(item.term)} · ${at(item.place)}`,
      lines([dueWords(view, item), ...movedWords(view, item)]),
      lines([namedWords(view, item)]),
      lines(afterWords(view, item)),
    ]),
    weight: item.state === 'ahead' || item.finalFate === 'unknown' ? weights.worst : weights.detail,
  }
}

/** Deadlines and ends, by date: what is ahead, then what has passed. */
export function dueSections(report: Report, given: DueReport, at: At): Section[] {
  const due = readableDue(given)
  const of = dueViews(due)
  const { title, counts } = dueHeader(due, report.asOf !== null)
  const table = (name: string, state: DueItem['state']): Section[] => {
    const items = due.items.filter((item) => item.state === state)
    if (items.length === 0) return []
    const names = ['Date', 'Term', 'What falls due', 'Who named it', 'And then']
    return [
      {
        before: `#### ${name} ${items.length}\n\n${head(names)}`,
        items: items.map((item) => itemOf(of(item), item, at)),
        one: 'date',
      },
    ]
  }
  const undated = due.undated.map((one): Item => {
    const piece = one.part === null ? '' : ` · ${literal(short(one.part))}`
    const what = `${bold(short(one.title))}${piece} · ${literal(one.deal)} ${code(one.term)} · ${at(one.place)}`
    return { text: `- ${what}<br>${literal(short(undatedReason(of(one), one)))}`, weight: weights.note }
  })
  return [
    plain(`### ${literal(title)}\n\n${literal(counts)}`),
    ...table('Ahead', 'ahead'),
    ...table('Passed', 'passed'),
    ...(hasInferred(due) ? [plain(literal(INFERRED))] : []),
    ...(due.undivided.length === 0
      ? []
      : [
          {
            before: literal(UNDIVIDED),
            items: due.undivided.map((one): Item => {
              const what = `${bold(short(one.title))} · ${literal(one.deal)} ${code(one.term)} · ${at(one.place)}`
              const told = undividedWords(of(one), one, MANY_FATES).map((text) => literal(short(text)))
              return { text: `- ${[what, ...told].join('<br>')}`, weight: weights.note }
            }),
            one: 'term',
          },
        ]),
    ...(undated.length === 0
      ? []
      : [
          {
            before: `<details><summary>${literal(undatedWords(due))}</summary>\n`,
            items: undated,
            after: '</details>',
            one: 'commitment',
          },
        ]),
  ]
}
