import type { Cause } from '../report/report.ts'
import type { TermAt } from './deal-pieces.ts'
import { piecesOf } from './deal-pieces.ts'
import { type Outcome, outcomeOf } from './hybrid.ts'
import { isEdit, type Piece } from './piece.ts'

/**
 * Why the verdict of a term is another at the head than at the base: the least set of edits which, made to the base
 * alone, gives the verdict of the head, and of which none can be left out. Found by leaving out edits, in ever smaller
 * lots, for as long as the verdict stays that of the head (delta debugging: Zeller and Hildebrandt, 2002); what is far
 * from the term is left out first, so that of two explanations the nearer one is given.
 */
export function causesOf(at: TermAt, head: Outcome, asOf: string | null): Cause[] {
  return leastEdits(at, head, asOf).map((piece) => piece.cause())
}

/** The edits themselves. */
export function leastEdits(at: TermAt, head: Outcome, asOf: string | null): Piece[] {
  const pieces = piecesOf(at)
  const gives = (edits: readonly Piece[]): boolean => outcomeOf(at, pieces, new Set(edits), asOf) === head
  let edits = pieces.filter(isEdit).sort((a, b) => a.near - b.near)
  for (let lot = Math.ceil(edits.length / 2); lot >= 1; lot = lot === 1 ? 0 : Math.ceil(lot / 2)) {
    let left: boolean
    do {
      left = false
      for (let from = 0; from < edits.length;) {
        const rest = [...edits.slice(0, from), ...edits.slice(from + lot)]
        if (gives(rest)) {
          edits = rest
          left = true
        } else from += lot
      }
      // One by one, until none can be left out: leaving out one may make room for another.
    } while (left && lot === 1)
  }
  return [...edits].sort((a, b) => b.near - a.near)
}
