import { type Deal, nameIn } from '../deal.ts'
import type { Rule, RuleFinding } from '../rule.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { cut, normalWord } from '../words.ts'
import { claimsOf } from './of/at.ts'
import { bothWays, type Figure, figureOf, figurePairs } from './of/figures.ts'

export const percentForPoints: Rule = {
  id: 'percent-for-points',
  severity: 'warning',
  summary: 'a percentage where percentage points are meant',
  why: 'From 34% to 10% is a fall by 24 percentage points, and by 71 percent. In `%` and `pp` one figure becomes two that are never compared, and an agreement is lost.',
  bad: {
    yaml: `words:
  ladders: { act: [{ steps: [lower] }] }
announced:
  us:
    purchase: { act: lower, value: 24%, source: us-june }
  china:
    purchase: { act: lower, value: 24 pp, source: china-june }`,
    at: '24%',
  },
  good: {
    yaml: `words:
  ladders: { act: [{ steps: [lower] }] }
announced:
  us:
    purchase: { act: lower, value: 24 pp, source: us-june }
  china:
    purchase: { act: lower, value: 24 pp, source: china-june }`,
  },
  found: {
    by: 'deal',
    *in({ deal, compared }) {
      const seen = new Set<Figure['stated']['place']>()
      for (const claim of [...claimsOf(deal), ...deal.reported])
        for (const stated of claim.stated) {
          const figure = figureOf(stated, claim.source.id)
          const basis = figure?.measure.basis
          if (!figure || !basis || unitOf(figure) !== '%' || !countsPoints(basis, deal.vocabulary)) continue
          seen.add(stated.place)
          yield {
            place: stated.place,
            args: [claim.term, claim.source.id, basis],
            message: `The figure "${cut(stated.text)}" is a percentage on the basis "${basis}", which counts points; expected \`pp\`.`,
            help: 'Write "pp" for percentage points.',
          }
        }
      for (const { term, sides } of figurePairs(compared))
        for (const [percent, points] of bothWays(sides))
          if (!seen.has(percent.stated.place) && meansPoints(percent, points))
            yield finding(deal, term.id, percent, points)
    },
  },
}

function finding(deal: Deal, term: string, percent: Figure, points: Figure): RuleFinding {
  return {
    place: percent.stated.place,
    args: [term, percent.party, points.party],
    message: `The figure "${cut(percent.stated.text)}" of ${nameIn(deal, percent.party)} is a percentage, and that of ${nameIn(deal, points.party)}, "${cut(points.stated.text)}", is in points; expected one unit.`,
    help: 'Write "pp" if the words mean percentage points; else say what each counts under `basis`.',
    related: [{ message: `the figure of ${nameIn(deal, points.party)}`, place: points.stated.place }],
  }
}

/** A level in percent beside a change in points is no mistake: only one basis, or one number without another basis, is. */
function meansPoints(percent: Figure, points: Figure): boolean {
  if (unitOf(percent) !== '%' || unitOf(points) !== 'pp') return false
  const [x, y] = [percent.measure.basis, points.measure.basis]
  if (x !== null && x === y) return true
  const [m, n] = [percent.amount.number, points.amount.number]
  return x === null && m !== null && n !== null && m.equals(n)
}

const unitOf = ({ amount }: Figure): string => amount.dimension

/** Whether the name of a basis, or what it says it counts, begins with points. */
function countsPoints(basis: string, { bases }: Vocabulary): boolean {
  const says = bases.get(basis)?.says ?? ''
  return /(^| )(points|pp)$/.test(normalWord(basis)) || /^\s*((percentage|the) )?points\b/i.test(says)
}
