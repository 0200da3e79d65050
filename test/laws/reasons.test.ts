import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DISJOINT, EQUAL, surely } from '../../src/relation.ts'
import {
  type ClaimText,
  definiteClaim as definite,
  judge,
  type Judged,
  listedFacets,
  near,
  runs,
  statedOf,
  withFacet,
} from './claims.ts'

/** L18: the reasons of a verdict are what it rests on, no less and no more. */

const copied = (from: ClaimText, to: ClaimText, names: Iterable<string>): ClaimText =>
  [...names].reduce((claim, name) => withFacet(claim, from, name), to)
const readable = (claim: ClaimText): boolean => statedOf(claim) !== null

const definiteClaim = definite.filter(({ stance }) => stance !== 'no position' && stance !== 'optional')
const isApart = (j: Judged): boolean => j.implies !== null && surely(j.implies.region, DISJOINT)

describe('L18: faithful reasons', () => {
  // Domain: definite claims of one part: unknowns, totals and rounding have reasons in more facets than one; no position
  // says nothing, whatever the act beside it; and that an act is optional is that its negation is. Of two claims that
  // are not about the same, that alone is a reason.
  it('copying the values of exactly the listed facets makes the two agree', () => {
    fc.assert(
      fc.property(near(definiteClaim), ([a, b]) => {
        const found = judge(a, b)
        if (isApart(found)) return
        const same = copied(a, b, listedFacets(found))
        if (readable(same)) expect([same, judge(a, same).verdict]).toEqual([same, 'agree'])
      }),
      runs(),
    )
  })
  it('each listed facet is needed', () => {
    fc.assert(
      fc.property(near(definiteClaim), ([a, b]) => {
        const listed = [...listedFacets(judge(a, b))]
        for (const spared of listed) {
          const most = copied(
            a,
            b,
            listed.filter((name) => name !== spared),
          )
          if (readable(most))
            expect([spared, most, judge(a, most).verdict]).not.toEqual([spared, most, 'agree'])
        }
      }),
      runs(),
    )
  })
  it('copying the values of the clashing facets removes the contradiction', () => {
    fc.assert(
      fc.property(near(definiteClaim), ([a, b]) => {
        const found = judge(a, b)
        if (found.verdict !== 'contradiction') return
        const clashing = found.rows
          .filter((r) => r.role === 'content' && surely(r.possible, DISJOINT))
          .map((r) => r.facet)
        expect(clashing.length).toBeGreaterThan(0)
        const mended = copied(a, b, clashing)
        if (readable(mended))
          expect([mended, judge(a, mended).verdict]).not.toEqual([mended, 'contradiction'])
      }),
      runs(),
    )
  })
  it('a facet that is equal, or only noted, has no reason, and every other has one', () => {
    fc.assert(
      fc.property(near(definiteClaim), ([a, b]) => {
        const found = judge(a, b)
        if (isApart(found)) return
        const unequal = found.rows.filter((r) => !surely(r.possible, EQUAL) && !r.noted).map((r) => r.facet)
        expect([...listedFacets(found)].sort()).toEqual([...new Set(unequal)].sort())
        expect(found.verdict === 'agree').toBe(unequal.length === 0)
      }),
      runs(),
    )
  })
})
