import type { Claim, Deal, Reported } from '../../deal.ts'
import type { Act } from '../../facets/act.ts'
import { facetOf } from '../../facets/index.ts'
import type { RelateContext } from '../../facet.ts'
import { DISJOINT, EQUAL, surely } from '../../relation.ts'
import type { Checked } from '../../rule.ts'
import { periodsMeet } from '../../values/period.ts'
import { bothWays, type Figure, figureOf, figurePairs } from './figures.ts'

/** A figure of a party, or of a report. */
export interface Owned extends Figure {
  /** The source of the report; null where the party itself says so. */
  readonly report: string | null
}

/** A figure in percent and one in points that seem to be one. */
export interface UnitPair {
  readonly term: string
  readonly percent: Owned
  readonly points: Owned
}

/** Every such pair: of two sides, of one side in two claims, and of a report and what was announced. */
export function* unitPairs(deal: Deal, compared: Checked['compared']): Generator<UnitPair> {
  for (const { term, sides } of figurePairs(compared))
    for (const [percent, points] of bothWays(sides))
      if (meansPoints(percent, points))
        yield { term: term.id, percent: ofParty(percent), points: ofParty(points) }
  for (const { term, versions, reported } of compared) {
    const claims = versions.flatMap((v) => v.version?.claims ?? [])
    for (const { party, version } of versions)
      yield* between(
        term.id,
        figures(version?.claims ?? [], party),
        figures(version?.claims ?? [], party),
        deal,
      )
    for (const { claim } of reported) {
      const own = claims.filter((c) => claim.attributed.includes(c.party))
      // What is credited to nobody, or to who announced nothing, is held against whoever did.
      const announced = (own.length > 0 ? own : claims).flatMap((c) => figures([c], c.party))
      const said = figures([claim], claim.attributed[0] ?? '', claim.source.id)
      yield* between(term.id, said, announced, deal)
      yield* between(term.id, announced, said, deal)
    }
  }
}

type Said = readonly { readonly of: Claim | Reported; readonly figure: Owned }[]

const ofParty = (figure: Figure): Owned => ({ ...figure, report: null })

const figures = (claims: readonly (Claim | Reported)[], party: string, report: string | null = null): Said =>
  claims.flatMap((of) =>
    of.stated.flatMap((stated) => {
      const figure = figureOf(stated, party)
      return figure ? [{ of, figure: { ...figure, report } }] : []
    }),
  )

function* between(term: string, left: Said, right: Said, deal: Deal): Generator<UnitPair> {
  const points = right.filter((r) => r.figure.amount.dimension === 'pp')
  for (const percent of left)
    if (percent.figure.amount.dimension === '%')
      for (const other of points)
        if (meansPoints(percent.figure, other.figure) && maySpeakOfOne(percent, other, deal))
          yield { term, percent: percent.figure, points: other.figure }
}

/** A level in percent beside a change in points is no mistake: only one basis, or one number without another basis, is. */
function meansPoints(percent: Figure, points: Figure): boolean {
  if (percent.amount.dimension !== '%' || points.amount.dimension !== 'pp') return false
  const [x, y] = [percent.measure.basis, points.measure.basis]
  if (x !== null && x === y) return true
  const [m, n] = [percent.amount.number, points.amount.number]
  return x === null && m !== null && n !== null && m.equals(n)
}

/** Whether two claims may be about one thing: not two parts, acts, periods or kinds, nor scopes that do not meet. */
function maySpeakOfOne(a: Said[number], b: Said[number], deal: Deal): boolean {
  // A report need not name the part that it is about; a side that names one for some means another by the rest.
  const isReport = a.figure.report !== b.figure.report
  const isNamed = a.of.part !== null && b.of.part !== null
  if (a.of.part !== b.of.part && (isNamed || !isReport)) return false
  if ('nature' in a.of && 'nature' in b.of && a.of.nature !== b.of.nature) return false
  const [p, q] = [a.figure.measure.period, b.figure.measure.period]
  if (p && q && !periodsMeet(p, q)) return false
  const context: RelateContext = {
    vocabulary: deal.vocabulary,
    conversions: deal.conversions,
    scope: EQUAL,
    scoped: [true, true],
  }
  return a.of.stated.every((x) => {
    const y = b.of.stated.find((s) => s.facet === x.facet && s.axis === x.axis)
    if (!y) return true
    if (x.facet === 'act') return (x.value as Act).word === (y.value as Act).word
    return (
      x.facet !== 'scope' || !surely(facetOf('scope').relate(x.value, y.value, context).possible, DISJOINT)
    )
  })
}
