import { type Deal, nameIn } from '../deal.ts'
import { andList } from '../names.ts'
import type { Place } from '../place.ts'
import type { Rule, RuleFinding } from '../rule.ts'
import { cut } from '../words.ts'
import { bothWays, type Figure, figurePairs } from './of/figures.ts'

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
      const bare = new Map<Place, Bare>()
      for (const { term, sides } of figurePairs(compared))
        for (const [figure, other] of bothWays(sides)) {
          if (figure.measure.basis !== null || other.measure.basis === null) continue
          if (figure.amount.dimension !== other.amount.dimension) continue
          const at = figure.stated.place
          const found = bare.get(at) ?? { term: term.id, figure, others: new Map<Place, Figure>() }
          bare.set(at, found)
          found.others.set(other.stated.place, other)
        }
      for (const found of bare.values()) yield finding(deal, found)
    },
  },
}

/** A figure without a basis, and those that have one, by place: each is one figure, however many parties it is held against. */
interface Bare {
  readonly term: string
  readonly figure: Figure
  readonly others: Map<Place, Figure>
}

function finding(deal: Deal, { term, figure, others }: Bare): RuleFinding {
  const counted = [...others.values()].map(({ party, measure }) => ({ party, basis: measure.basis ?? '' }))
  const bases = [...new Set(counted.map((c) => c.basis))]
  const has = new Set(counted.map((c) => `that of ${nameIn(deal, c.party)} counts "${c.basis}"`))
  return {
    place: figure.stated.place,
    args: [term, figure.party, figure.stated.text, ...counted.flatMap((c) => [c.party, c.basis])],
    message: `The figure "${cut(figure.stated.text)}" of ${nameIn(deal, figure.party)} has no basis, and ${andList([...has])}; expected a basis on both sides.`,
    help: `Write ${bases.map((basis) => `\`basis: ${basis}\``).join(' or ')} if that is what it counts by its words; leave it out if they do not say.`,
    related: [...others].map(([place, { party }]) => ({
      message: `the figure of ${nameIn(deal, party)}`,
      place,
    })),
  }
}
