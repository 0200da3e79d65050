import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Compared, compareTerm, compareTerms } from '../../src/compare/compare.ts'
import { verdicts } from '../../src/verdict.ts'
import { compareSmall, smallDeal, type SmallDeal } from '../small-deal.ts'
import { anyClaim, type ClaimText, runs } from './claims.ts'

/** More than two parties, and one verdict a term and pair: L13, L20, L22. */

const flow = (claim: ClaimText): string =>
  Object.entries(claim)
    .map(
      ([key, value]) =>
        `${key}: ${typeof value === 'string' ? `"${value}"` : `[${value.map((w) => `"${w}"`).join(', ')}]`}`,
    )
    .join(', ')
const words = 'axes: { goods: { critical minerals: [some metals] } }\nvague: [some metals]'
/** What a party has: a claim, a silence that is recorded, or nothing at all. */
const entry = fc.oneof(
  { weight: 4, arbitrary: anyClaim.map(flow) },
  fc.constantFrom('silent: all'),
  fc.constant(null),
)
const deal = (us: string | null, china: string | null, japan: string | null): SmallDeal => ({
  words,
  ...(us === null ? {} : { us }),
  ...(china === null ? {} : { china }),
  ...(japan === null ? {} : { japan }),
})
const pairOf = (c: Compared | null, a: string, b: string) => {
  const found = c?.pairs.find((p) => p.parties[0] === a && p.parties[1] === b)
  return found && { verdict: found.verdict, couldBe: found.couldBe, missing: found.missing }
}
const badness = (verdict: string | undefined): number => verdicts.findIndex((v) => v === verdict)

describe('L13: other parties', () => {
  // Domain: two sides of which each has a claim or a recorded silence; a party with neither makes no pair where two
  // others have claims, and one where it stands against a single claim.
  const recorded = entry.filter((e) => e !== null)
  it('do not change the verdict of a pair, and never better the worst of the term', () => {
    fc.assert(
      fc.property(recorded, recorded, recorded, (us, china, japan) => {
        const [two, three] = [compareSmall(deal(us, china, null)), compareSmall(deal(us, china, japan))]
        expect(pairOf(three, 'us', 'china')).toEqual(pairOf(two, 'us', 'china'))
        if (two) expect(badness(three?.verdict)).toBeLessThanOrEqual(badness(two.verdict))
      }),
      runs(100),
    )
  })
})

describe('L20: one verdict', () => {
  it('a term that has a row has one verdict, and each pair of its parties one at most', () => {
    fc.assert(
      fc.property(entry, entry, entry, (us, china, japan) => {
        const small = { ...deal(us, china, japan), ...(japan === null ? { japan: 'silent: all' } : {}) }
        const rows = compareTerms(smallDeal(small), null)
        const claims = [us, china, japan].filter((e) => e !== null && e !== 'silent: all')
        expect(rows.length).toBe(claims.length > 0 ? 1 : 0)
        for (const { pairs, verdict } of rows) {
          expect(verdicts).toContain(verdict)
          const names = pairs.map((p) => p.parties.join(' '))
          expect(new Set(names).size).toBe(names.length)
          expect(['us china', 'us japan', 'china japan']).toEqual(expect.arrayContaining(names))
          // A pair has a row where one of the two has a claim; the worst is the term's.
          if (pairs.length > 0)
            expect(Math.min(...pairs.map((p) => badness(p.verdict)))).toBe(badness(verdict))
        }
      }),
      runs(100),
    )
  })
})

describe('L22: claims of different terms', () => {
  it('cannot be given to the comparison: it takes a deal and one term', () => {
    const one = smallDeal({ us: 'act: ease', china: 'act: keep' })
    const term = [...one.terms.values()][0]
    if (!term) throw new Error('the deal has a term')
    // @ts-expect-error a second term has no place
    expect(compareTerm(one, term, null, term)?.verdict).toBe('contradiction')
    // @ts-expect-error nor have two claims
    expect(() => compareTerm(...(one.histories.get(term.id)?.get('us') ?? []))).toThrow()
  })
})
