import { type Claim, rankOf, type Stated } from '../deal.ts'
import { judgeVersions } from './pair.ts'
import { DISJOINT, EQUAL, NARROWER, surely, WIDER } from '../relation.ts'
import type { Row } from './rows.ts'
import { type FoldContext, type Version, versionOfClaim } from './version.ts'

/** Two claims of one side that do not go together; that never makes a verdict between the parties. */
export interface Inconsistency {
  readonly party: string
  readonly facet: string
  readonly claims: readonly [Claim, Claim]
  readonly row: Row
  /** Whether both cannot hold; else a later word of lower rank moved a figure or a date. */
  readonly clash: boolean
}

/** Two claims of one side in force that cannot both hold, or a later one of lower rank that moves a figure or date. */
export function againstItself(
  version: Version,
  assume: readonly Stated[],
  context: FoldContext,
): Inconsistency[] {
  const out: Inconsistency[] = []
  for (const [i, later] of version.claims.entries())
    for (const earlier of version.claims.slice(0, i)) {
      const { verdict, rows } = judgeVersions(versionOfClaim(earlier), versionOfClaim(later), assume, context)
      const row = rows.find((r) => surely(r.possible, DISJOINT) && r.role === 'content')
      const moved = rows.find(
        (r) => r.a && r.b && movable.has(r.facet) && !surely(r.possible, EQUAL) && !r.noted && isMove(r),
      )
      if (verdict === 'contradiction' && row)
        out.push({ party: version.party, facet: row.facet, claims: [earlier, later], row, clash: true })
      else if (moved && later.source.day > earlier.source.day && lowerRank(later, earlier))
        out.push({
          party: version.party,
          facet: moved.facet,
          claims: [earlier, later],
          row: moved,
          clash: false,
        })
    }
  return out
}
const movable = new Set(['measure', 'start', 'end', 'deadline'])
const isMove = (r: Row): boolean =>
  r.facet === 'deadline' ? surely(r.possible, NARROWER | WIDER) : surely(r.possible, DISJOINT)
const lowerRank = (x: Claim, y: Claim): boolean => rankOf(x.source) > rankOf(y.source)
