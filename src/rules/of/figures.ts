import type { Checked } from '../../rule.ts'
import type { Stated, Term } from '../../deal.ts'
import type { Measure } from '../../facets/measure/value.ts'
import type { Amount } from '../../values/amount.ts'

/** What one side says of a figure. */
export interface Figure {
  readonly party: string
  readonly stated: Stated
  readonly measure: Measure
  readonly amount: Amount
}

/** The figure that a facet states; null where it is none. */
export function figureOf(stated: Stated | null, party: string): Figure | null {
  if (stated?.facet !== 'measure') return null
  const measure = stated.value as Measure
  return measure.value.kind === 'amount' ? { party, stated, measure, amount: measure.value.amount } : null
}

/** Every two figures of two sides on one term that are held against each other. */
export function* figurePairs(compared: Checked['compared']): Generator<{
  readonly term: Term
  readonly sides: readonly [Figure, Figure]
}> {
  for (const { term, pairs } of compared)
    for (const { parties, rows } of pairs)
      for (const { a, b } of rows) {
        const [x, y] = [figureOf(a, parties[0]), figureOf(b, parties[1])]
        if (x && y) yield { term, sides: [x, y] }
      }
}

/** Each way round. */
export const bothWays = ([a, b]: readonly [Figure, Figure]): (readonly [Figure, Figure])[] => [
  [a, b],
  [b, a],
]
