import type { Place } from '../../place.ts'
import type { DueItem, DueReport } from '../../report/due-report.ts'
import type { Report } from '../../report/report.ts'
import { dateSpan } from '../text/dates.ts'
import {
  distance,
  dueHeader,
  dueWords,
  fateWords,
  hasInferred,
  INFERRED,
  movedWords,
  namedWords,
  returnWords,
  undatedReason,
  undatedWords,
} from '../text/due-words.ts'
import { dueViews, type DueView, readableDue } from '../text/due-view.ts'
import { bold, code, head, literal, row, short } from './escape.ts'
import { type Item, plain, type Section, weights } from './page.ts'

type At = (place: Place) => string

function itemOf(view: DueView, item: DueItem, at: At): Item {
  const lines = (texts: readonly string[]): string => texts.map((text) => literal(short(text))).join('<br>')
  const piece = item.part === null ? '' : ` · ${literal(short(item.part))}`
  return {
    text: row([
      `${bold(dateSpan(item.day, item.until, '–'))}<br>${distance(item)}`,
      `${bold(short(item.title))}${piece}<br>${literal(item.deal)} ${code(item.term)} · ${at(item.place)}`,
      lines([dueWords(view, item), ...movedWords(view, item)]),
      lines([namedWords(view, item)]),
      lines([...returnWords(view, item), ...fateWords(view, item)]),
    ]),
    weight: item.state === 'ahead' || item.fate === 'unknown' ? weights.worst : weights.detail,
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
