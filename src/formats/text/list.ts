import type { Listed } from '../../report/report.ts'
import { dateSpan, longDate, writtenSpan } from './dates.ts'
import { operand, shellWord } from './deal.ts'
import { blank, dotted, edges, line, prose, type Sheet, span } from './sheet.ts'
import type { Line } from './width.ts'
import { count, counts } from './words.ts'

function dealLines(deal: Listed, asOf: string | null, sheet: Sheet): Line[] {
  const name = operand(deal)
  const { dash } = sheet.mark
  const held = deal.held === null ? null : line(`talks of ${writtenSpan(deal.held, dash)}`)
  const title = dotted(sheet, [[span(name, 'next')], line(deal.title, 'strong'), held])
  const head = edges(sheet, title, span(deal.path, 'faint'))
  if (deal.errors > 0) {
    const text = [
      span(`${count(deal.errors, 'error')}, so it is not compared: `, 'error'),
      span(`dealdiff check ${shellWord(deal.path)}`, 'next'),
    ]
    return [...head, ...prose(sheet, text, 2)]
  }
  if (asOf !== null && deal.statements === 0) return [...head, ...prose(sheet, line(notYet(deal, asOf)), 2)]
  const when = deal.from !== null && deal.to !== null ? ` of ${dateSpan(deal.from, deal.to, dash)}` : ''
  const size = `${count(deal.terms, 'term')} from ${count(deal.statements, 'statement')}${when}`
  const also = deal.aliases.length > 0 ? [`also called ${deal.aliases.join(', ')}`] : []
  return [
    ...head,
    ...prose(
      sheet,
      dotted(
        sheet,
        counts(deal.summary).map((text) => line(text)),
      ),
      2,
    ),
    ...prose(
      sheet,
      dotted(
        sheet,
        [size, ...also].map((text) => line(text, 'faint')),
      ),
      2,
    ),
  ]
}

/** Of a deal as of a day before its first statement. */
const notYet = ({ held, terms }: Listed, asOf: string): string =>
  held !== null && held.slice(0, 10) > asOf
    ? `It had not begun by ${longDate(asOf)}.`
    : `Nothing was announced by ${longDate(asOf)}${terms > 0 ? '; the press reported it' : ''}.`

/** Every deal with its counts. */
export function listScreen(deals: readonly Listed[], asOf: string | null, sheet: Sheet): Line[] {
  if (deals.length === 0) {
    return [
      ...prose(sheet, line('No deal was found.')),
      ...prose(sheet, line('dealdiff init NAME', 'next'), 0, [span('To begin one: ', 'faint')]),
    ]
  }
  if (sheet.quiet) return deals.map((deal) => line(deal.deal))
  const first = deals.find((deal) => deal.errors === 0 && deal.terms > 0)
  return [
    ...(asOf === null ? [] : [...prose(sheet, line(`As of ${longDate(asOf)}`)), blank]),
    ...deals.flatMap((deal) => [...dealLines(deal, asOf, sheet), blank]),
    ...(first
      ? prose(sheet, line(`dealdiff ${operand(first)}`, 'next'), 0, [
          span('One deal, side by side: ', 'faint'),
        ])
      : []),
    ...prose(sheet, line('dealdiff find soybeans', 'next'), 0, [span('A word in all of them: ', 'faint')]),
  ]
}
