import type { TermReport } from '../../report/report.ts'
import { cellOf } from './cells.ts'
import type { View } from './deal.ts'
import { CELL, cellWidth, INDENT, line, sideBySide, beside } from './sheet.ts'
import { type Line, wrap } from './width.ts'

/** How far a column may grow at the cost of the other, in columns. */
const SHIFTS = [0, 5, -5, 10, -10]

/** Whether a deal's cells stand in two columns, which then need the parties' names above them. */
export const inColumns = (view: View): boolean => sideBySide(view.sheet) && view.deal.parties.length === 2

/**
 * Widths of the two columns, the same for all terms of a page: half for each side, but where the page gets shorter
 * so, the side with less to say gets less.
 */
export function columnsOf(view: View, terms: readonly TermReport[]): readonly number[] {
  const half = cellWidth(view.sheet)
  if (!inColumns(view)) return [half, half]
  const cells = terms.map((term) => view.deal.parties.map((party) => cellOf(view, term, party.id)))
  const height = (widths: readonly number[]): number =>
    cells.reduce((sum, sides) => {
      const heights = sides.map((text, i) => text.flatMap((part) => wrap(part, widths[i] ?? half)).length)
      return sum + Math.max(...heights)
    }, 0)
  const tried = SHIFTS.map((shift) => [half + shift, half - shift])
    .filter((widths) => widths.every((width) => width <= CELL))
    .map((widths) => ({ widths, height: height(widths) }))
  const least = Math.min(...tried.map((one) => one.height))
  return tried.find((one) => one.height === least)?.widths ?? [half, half]
}

export function columnNames(view: View, widths: readonly number[]): Line[] {
  if (!inColumns(view)) return []
  const cells = view.deal.parties.map((party, i) => ({
    text: [line(party.short, 'faint')],
    width: widths[i] ?? cellWidth(view.sheet),
  }))
  return beside(cells, INDENT)
}
