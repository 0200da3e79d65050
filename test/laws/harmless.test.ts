import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { facets } from '../../src/facets/index.ts'
import { DISJOINT, EQUAL, surely } from '../../src/relation.ts'
import { compared } from '../small-deal.ts'
import {
  anyClaim,
  type ClaimText,
  choices,
  claimOfFacet,
  facetsIn,
  judge,
  keysOf,
  near,
  runs,
  statedOf,
  vocabulary,
  without,
} from './claims.ts'

/** What a side leaves unsaid must never make a contradiction: L7 and L24. */

const content = new Set(facets.filter((f) => f.role === 'content').map((f) => f.name))
const listOf = (x: string | readonly string[] | undefined): readonly string[] =>
  x === undefined ? [] : typeof x === 'string' ? [x] : x

const hedges = ['hopes', 'considers', 'best efforts', 'intends']
/** A claim less one content facet that has no part in how or when it binds, as against the other claim. */
const lessFacet = (claim: ClaimText, other: ClaimText): ClaimText[] =>
  facetsIn(claim)
    .filter((name) => content.has(name) && name !== 'stance')
    .filter((name) => name !== 'measure' || (claim.value !== 'no' && claim.value !== 'none'))
    .filter((name) => name !== 'force' || !hedges.includes(claim.force as string))
    .filter((name) => name !== 'start' || other.end === undefined)
    .filter((name) => name !== 'end' || other.start === undefined)
    .filter((name) => name !== 'act' || other.act !== undefined)
    .map((name) => without(claim, ...(keysOf.get(name) ?? [])))

/** A claim less an `only` or a `not`: it reaches what it reached, and denies nothing there. */
function lessDenial(claim: ClaimText): ClaimText[] {
  const out: ClaimText[] = []
  const scope = listOf(claim.scope)
  for (const [i, word] of scope.entries()) {
    const rest = scope.filter((_, j) => j !== i)
    if (word.startsWith('only ')) out.push({ ...claim, scope: [...rest, word.slice(5)] })
    if (word.startsWith('not ')) {
      const taken = { ...without(claim, 'scope'), except: [...listOf(claim.except), word.slice(4)] }
      out.push(rest.length > 0 ? { ...taken, scope: rest } : taken)
    }
  }
  const drop = (key: string): void => {
    const text = claim[key]
    if (typeof text === 'string' && text.startsWith('only ')) out.push({ ...claim, [key]: text.slice(5) })
  }
  drop('status')
  // Under a stance that denies, a further act is denied by less: there `only` makes the claim the weaker one.
  if (['shall', 'may', 'no position', undefined].includes(claim.stance as string | undefined)) drop('act')
  return out
}

describe('L24: silence is harmless', () => {
  const isContradiction = (a: ClaimText, b: ClaimText): boolean => judge(a, b).verdict === 'contradiction'
  const keepsHarmless = (a: ClaimText, b: ClaimText, lesser: readonly ClaimText[]): void => {
    if (isContradiction(a, b)) return
    for (const less of lesser) {
      expect([less, b, judge(less, b).verdict]).not.toEqual([less, b, 'contradiction'])
      expect([b, less, judge(b, less).verdict]).not.toEqual([b, less, 'contradiction'])
    }
  }

  // Domain: any two claims, unknowns, denials, totals and rounding among them. Aside, besides a stance: what binds as a
  // stance does (a value of no or none, a hedge); a start or an end beside the other's end or start, which can put the
  // two apart in time; a `duration`, whose end hangs on the start; what the term assumes in place of what goes; and the
  // act, where the other side names none either: both then speak of the term's own act, and unclear becomes certain.
  it('deleting a content facet makes no contradiction', () => {
    fc.assert(
      fc.property(near(anyClaim), ([a, b]) => {
        keepsHarmless(a, b, lessFacet(a, b))
      }),
      runs(1500),
    )
  })

  it('deleting an `only` or a `not` makes no contradiction', () => {
    fc.assert(
      fc.property(near(anyClaim), ([a, b]) => keepsHarmless(a, b, lessDenial(a))),
      runs(1500),
    )
  })

  it('deleting both, of claims that have little in common', () => {
    fc.assert(
      fc.property(anyClaim, anyClaim, (a, b) => {
        keepsHarmless(a, b, [...lessFacet(a, b), ...lessDenial(a)])
      }),
      runs(1000),
    )
  })
})

describe('L7: silence', () => {
  // Domain: every value of every facet; of stance, unstated is shall.
  it.each(facets.filter((f) => f.name !== 'stance').map((f) => f.name))(
    'an unstated %s is not disjoint',
    (name) => {
      const facet = facets.find((f) => f.name === name)
      fc.assert(
        fc.property(claimOfFacet[name] as fc.Arbitrary<ClaimText>, fc.boolean(), (claim, other) => {
          for (const { value } of statedOf(claim, { choices: name === 'choice' ? choices : null }) ?? []) {
            const context = { vocabulary, conversions: [], scope: EQUAL, scoped: [true, other] as const }
            const { possible } = facet?.relate(value, null, context) ?? { possible: 0 }
            expect(surely(possible, DISJOINT)).toBe(false)
          }
        }),
        runs(100),
      )
    },
  )
  it('an absent claim makes no contradiction', () => {
    expect(compared({ us: 'act: remove' }).verdict).toBe('missing')
    expect(compared({ us: 'act: remove', china: 'silent: all' }).verdict).toBe('missing')
    expect(compared({ us: 'act: remove', china: 'declined: china-1' }).verdict).toBe('missing')
  })
})
