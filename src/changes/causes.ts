import type { Cause } from '../report/report.ts'
import type { TermAt } from './deal-pieces.ts'
import { piecesOf } from './deal-pieces.ts'
import { type Told, toldOf } from './hybrid.ts'
import { isEdit, type Piece } from './piece.ts'

/**
 * Why a term stands otherwise at the head than at the base: edits which, made to the base alone, give what it came to
 * at the head, and of which none can be left out; another such set may be smaller. Found by leaving out edits, in ever
 * smaller lots, for as long as the verdict stays that of the head (delta debugging: Zeller and Hildebrandt, 2002); what
 * is far from the term is left out first, so that of two explanations the nearer one is given.
 */
export function causesOf(at: TermAt, isHead: (told: Told) => boolean, asOf: string | null): Cause[] {
  return neededEdits(at, isHead, asOf).map((piece) => piece.cause())
}

/** The edits themselves. */
export function neededEdits(at: TermAt, isHead: (told: Told) => boolean, asOf: string | null): Piece[] {
  const pieces = piecesOf(at)
  const gives = (edits: readonly Piece[]): boolean => {
    const told = toldOf(at, pieces, new Set(edits), asOf)
    return told !== null && isHead(told)
  }
  let edits: readonly Piece[] = pieces.filter(isEdit).sort((a, b) => a.near - b.near)
  for (let lot = Math.ceil(edits.length / 2); lot > 1; lot = Math.ceil(lot / 2))
    edits = without(edits, lot, gives)
  // One by one, until none can be left out: leaving out one may make room for another.
  for (let before = -1; before !== edits.length;) {
    before = edits.length
    edits = without(edits, 1, gives)
  }
  return [...edits].sort((a, b) => b.near - a.near)
}

/** Leaves out lots of so many, each where the rest still gives the verdict. */
function without(
  edits: readonly Piece[],
  lot: number,
  gives: (edits: readonly Piece[]) => boolean,
): readonly Piece[] {
  let kept = edits
  for (let from = 0; from < kept.length;) {
    const rest = [...kept.slice(0, from), ...kept.slice(from + lot)]
    if (gives(rest)) kept = rest
    else from += lot
  }
  return kept
}
