import type { Claim, Deal } from '../deal.ts'
import type { Measure } from '../facets/measure/value.ts'
import { relateScopes, type Scope } from '../facets/scope.ts'
import { DISJOINT } from '../relation.ts'
import type { Finding } from './shape.ts'
import { periodsMeet } from '../values/period.ts'

/**
 * Two claims of one part that are about different things cannot be folded into one version: they want parts. Found
 * by their scopes, or the periods of their figures, having nothing in common.
 */
export function checkParts(deal: Deal, report: (finding: Finding) => void): void {
  for (const ofTerm of deal.histories.values())
    for (const history of ofTerm.values()) {
      const claims = history.filter((e) => e.kind === 'claim')
      for (const [i, later] of claims.entries()) {
        const earlier = claims.slice(0, i).find((c) => c.part === later.part && apart(c, later) !== null)
        if (!earlier) continue
        report({
          rule: 'parts-missing',
          place: later.place,
          message: `Two claims of ${later.party} on "${later.term}" have ${apart(earlier, later)} with nothing in common; expected each in a part of its own.`,
          help: 'Give each claim a `part:`.',
          related: [{ message: 'the other claim', place: earlier.place }],
        })
      }
    }
}

function apart(a: Claim, b: Claim): 'scopes' | 'periods' | null {
  if (a.supersedes || b.supersedes) return null
  for (const x of a.stated)
    for (const y of b.stated) {
      if (x.facet !== y.facet || x.axis !== y.axis) continue
      if (x.facet === 'scope' && relateScopes(x.value as Scope, y.value as Scope) === DISJOINT)
        return 'scopes'
      if (x.facet === 'measure') {
        const [p, q] = [(x.value as Measure).period, (y.value as Measure).period]
        if (p && q && !periodsMeet(p, q)) return 'periods'
      }
    }
  return null
}
