import { nameIn } from '../deal.ts'
import type { Rule } from '../rule.ts'
import { cut } from '../words.ts'
import { bothWays, figurePairs } from './of/figures.ts'

export const figureWithoutBasis: Rule = {
  id: 'figure-without-basis',
  severity: 'note',
  summary: 'a figure without a basis, where the figure of the other side has one',
  why: 'A total and a layer, a level and a change are no figures to hold against each other. What the one counts is said; of the other it is unknown, and so is the verdict.',
  bad: {
    yaml: `words:
  bases: { final-rate: { says: "the rate that is left" } }
  ladders: { act: [{ steps: [lower] }] }
announced:
  us:
    purchase: { act: lower, value: 10%, basis: final-rate, source: us-june }
  china:
    purchase: { act: lower, value: 15%, source: china-june }`,
    at: '15%',
  },
  good: {
    yaml: `words:
  bases: { final-rate: { says: "the rate that is left" } }
  ladders: { act: [{ steps: [lower] }] }
announced:
  us:
    purchase: { act: lower, value: 10%, basis: final-rate, source: us-june }
  china:
    purchase: { act: lower, value: 15%, basis: final-rate, source: china-june }`,
  },
  found: {
    by: 'deal',
    *in({ deal, compared }) {
      for (const { term, sides } of figurePairs(compared))
        for (const [bare, other] of bothWays(sides))
          if (
            bare.measure.basis === null &&
            other.measure.basis !== null &&
            bare.amount.dimension === other.amount.dimension
          )
            yield {
              place: bare.stated.place,
              args: [term.id, bare.party, other.party],
              message: `The figure "${cut(bare.stated.text)}" of ${nameIn(deal, bare.party)} has no basis, and that of ${nameIn(deal, other.party)} counts "${other.measure.basis}"; expected a basis on both sides.`,
              help: `Write \`basis: ${other.measure.basis}\` if that is what it counts by its words; leave it out if they do not say.`,
              related: [{ message: `the figure of ${nameIn(deal, other.party)}`, place: other.stated.place }],
            }
    },
  },
}
