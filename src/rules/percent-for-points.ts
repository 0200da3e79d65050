import { type Deal, nameIn } from '../deal.ts'
import { andList } from '../names.ts'
import type { Place } from '../place.ts'
import type { Rule, RuleFinding } from '../rule.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { cut, normalWord } from '../words.ts'
import { claimsOf } from './of/at.ts'
import { figureOf } from './of/figures.ts'
import { type Owned, unitPairs } from './of/unit-pairs.ts'

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
      const seen = new Set<Place>()
      for (const claim of [...claimsOf(deal), ...deal.reported])
        for (const stated of claim.stated) {
          const figure = figureOf(stated, claim.source.id)
          const basis = figure?.measure.basis
          if (!figure || !basis || figure.amount.dimension !== '%' || !countsPoints(basis, deal.vocabulary))
            continue
          seen.add(stated.place)
          yield {
            place: stated.place,
            args: [claim.term, claim.source.id, basis, stated.text],
            message: `The figure "${cut(stated.text)}" is a percentage on the basis "${basis}", which counts points; expected \`pp\`.`,
            help: 'Write "pp" for percentage points.',
          }
        }
      const mixed = new Map<Place, Mixed>()
      for (const { term, percent, points } of unitPairs(deal, compared)) {
        const at = percent.stated.place
        if (seen.has(at)) continue
        const one: Mixed = mixed.get(at) ?? { term, percent, others: new Map() }
        mixed.set(at, one)
        if (one.others.size < MOST) one.others.set(points.stated.place, points)
      }
      for (const one of mixed.values()) yield finding(deal, one)
    },
  },
}

/** At most so many figures in points are named beside one in percent. */
const MOST = 3

/** A figure in percent, and those in points that are about the same, by place. */
interface Mixed {
  readonly term: string
  readonly percent: Owned
  readonly others: Map<Place, Owned>
}

function finding(deal: Deal, { term, percent, others }: Mixed): RuleFinding {
  const points = [...others.values()]
  const of = (figure: Owned): string =>
    figure.report === null ? nameIn(deal, figure.party) : `the report "${figure.report}"`
  const that = (figure: Owned): string =>
    `${of(figure) === of(percent) ? 'another of its own' : `that of ${of(figure)}`}, "${cut(figure.stated.text)}",`
  return {
    place: percent.stated.place,
    args: [
      term,
      percent.report ?? percent.party,
      percent.stated.text,
      ...points.flatMap((p) => [p.report ?? p.party, p.stated.text]),
    ],
    message: `The figure "${cut(percent.stated.text)}" of ${of(percent)} is a percentage, and ${andList(points.map(that))} ${points.length === 1 ? 'is' : 'are'} in points; expected one unit.`,
    help: 'Write "pp" if the words mean percentage points; else say what each counts under `basis`.',
    related: points.map((p) => ({ message: `the figure of ${of(p)}`, place: p.stated.place })),
  }
}

/** Whether the name of a basis, or what it says it counts, begins with points. */
function countsPoints(basis: string, { bases }: Vocabulary): boolean {
  const says = bases.get(basis)?.says ?? ''
  return /(^| )(points|pp)$/.test(normalWord(basis)) || /^\s*((percentage|the) )?points\b/i.test(says)
}
