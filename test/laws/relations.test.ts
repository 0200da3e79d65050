import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { facets } from '../../src/facets/index.ts'
import {
  converse,
  EQUAL,
  fold,
  known,
  listPossible,
  NARROWER,
  type Possible,
  possible,
  relations,
  surely,
  WIDER,
} from '../../src/relation.ts'
import {
  anyClaim,
  type ClaimText,
  choices,
  claimOfFacet,
  contradicts,
  conversions,
  definiteClaim,
  facetsIn,
  goods,
  judge,
  type Judged,
  near,
  runs,
  statedOf,
  users,
  vocabulary,
  without,
} from './claims.ts'

/** How relations compose: L1, L2, L8, L9, L10. */

const rowsOf = (j: Judged) =>
  j.rows.map((r) => [r.facet, r.axis, r.denial, listPossible(r.possible).join('|'), r.noted, r.code])
const turned = (j: Judged) => j.rows.map((r) => ({ ...r, possible: converse(r.possible) }))
/** Of the first to the second; a wider region and a narrower content are the stronger claim. */
const implies = ({ implies: found }: Judged): boolean =>
  found !== null && surely(found.region, EQUAL | WIDER) && surely(found.content, EQUAL | NARROWER)
const allEqual = (j: Judged): boolean => j.rows.every((r) => r.possible === EQUAL)
const neither = (verdict: string): string =>
  verdict === 'at-odds' || verdict === 'differs' ? 'neither' : verdict

describe('relations of sets', () => {
  const any = fc.integer({ min: 1, max: 31 })
  it('converse turns back, and goes with fold', () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 5 }), (parts) => {
        expect(parts.map(converse).map(converse)).toEqual(parts)
        expect(fold(parts.map(converse))).toBe(converse(fold(parts)))
        expect(fold(parts.toReversed())).toBe(fold(parts))
      }),
      runs(),
    )
  })
  it('fold gives what its completions give, and no more', () => {
    const foldKnown = (list: readonly Possible[]): Possible => {
      const has = (r: (typeof relations)[number]) => list.includes(possible(r))
      if (has('disjoint')) return possible('disjoint')
      if (has('overlap') || (has('narrower') && has('wider'))) return possible('overlap')
      return possible(has('narrower') ? 'narrower' : has('wider') ? 'wider' : 'equal')
    }
    const completions = (parts: readonly Possible[]): Possible[][] =>
      parts.reduce<Possible[][]>(
        (all, p) => all.flatMap((c) => listPossible(p).map((r) => [...c, possible(r)])),
        [[]],
      )
    fc.assert(
      fc.property(fc.array(any, { maxLength: 4 }), (parts) => {
        expect(fold(parts)).toBe(completions(parts).reduce((out, c) => out | foldKnown(c), 0))
      }),
      runs(200),
    )
  })
})

describe('each facet', () => {
  const context = { vocabulary, conversions, scope: EQUAL, scoped: [true, true] } as const
  it.each(facets.map((f) => f.name))('%s: symmetric under converse, and reflexive', (name) => {
    const facet = facets.find((f) => f.name === name)
    const claims = claimOfFacet[name] as fc.Arbitrary<ClaimText>
    const of = (claim: ClaimText) => statedOf(claim, { choices: name === 'choice' ? choices : null }) ?? []
    fc.assert(
      fc.property(claims, claims, (a, b) => {
        for (const { value: x, axis } of of(a)) {
          // Definite: a measure of two unnamed things, and a vague word, are equal to themselves too.
          expect(facet?.relate(x, x, context).possible).toBe(EQUAL)
          const others = [
            null,
            ...of(b)
              .filter((s) => s.axis === axis)
              .map((s) => s.value),
          ]
          for (const y of others) {
            const [there, back] = [facet?.relate(x, y, context), facet?.relate(y, x, context)]
            expect(back).toEqual({ ...there, possible: converse(there?.possible ?? 0) })
          }
        }
      }),
      runs(200),
    )
  })
})

describe('L1: reflexive', () => {
  // Domain: every claim that states a facet; what is vague or without a basis is at any rate the same as itself.
  it('a claim agrees with itself, all relations equal', () => {
    fc.assert(
      fc.property(anyClaim, (a) => {
        const found = judge(a, a)
        expect(found.verdict).toBe('agree')
        expect(found.rows.every((r) => known(r.possible) === 'equal')).toBe(true)
      }),
      runs(),
    )
  })
})

describe('L2: symmetric', () => {
  // Domain: every two claims.
  it('the same verdict the other way round, the relations converse', () => {
    fc.assert(
      fc.property(near(anyClaim), ([a, b]) => {
        const [there, back] = [judge(a, b), judge(b, a)]
        expect([back.verdict, back.couldBe]).toEqual([there.verdict, there.couldBe])
        const sorted = (rows: unknown[][]) => rows.map((r) => JSON.stringify(r)).sort()
        expect(sorted(rowsOf(back))).toEqual(sorted(rowsOf({ ...there, rows: turned(there) })))
        expect(back.implies).toEqual(
          there.implies && {
            region: converse(there.implies.region),
            content: converse(there.implies.content),
          },
        )
      }),
      runs(),
    )
  })
})

describe('on definite claims', () => {
  // Domain: as `definiteClaim` says: no unknowns, no totals, nothing rounded (the same number bare and with `more than`
  // is one figure, and so no set), nothing denied by a scope (whose denial weakens as its claim grows stronger).
  const stated = (claim: ClaimText, key: string) => claim[key] !== undefined

  /** Claims that say more: a facet added, a condition dropped, a word of scope added on an axis. */
  function stronger(claim: ClaimText, more: ClaimText): ClaimText[] {
    const out: ClaimText[] = [without(claim, 'conditions')]
    for (const key of ['value', 'start', 'end', 'deadline', 'sequence', 'status', 'force'])
      if (!stated(claim, key) && stated(more, key)) out.push({ ...claim, [key]: more[key] as string })
    const scope = [...(claim.scope as readonly string[])]
    out.push({ ...claim, scope: [...new Set([...scope, ...(more.scope as readonly string[])])] })
    return out.filter((c) => statedOf(c) !== null)
  }
  /** Claims that say less: a facet dropped, a condition added, a word of scope dropped where its axis has another. */
  function weaker(claim: ClaimText): ClaimText[] {
    const out = facetsIn(claim)
      .filter((name) => !['act', 'stance', 'scope', 'conditions'].includes(name))
      .map((name) => without(claim, name === 'measure' ? 'value' : name))
    if (!Array.isArray(claim.conditions)) out.push({ ...claim, conditions: ['leaders approval'] })
    const scope = claim.scope as readonly string[]
    for (const axis of [goods, users]) {
      const here = scope.filter((w) => axis.includes(w))
      if (here.length > 1) out.push({ ...claim, scope: scope.filter((w) => w !== here[0]) })
    }
    return out
  }

  it('L8: strengthening either side keeps a contradiction, weakening never makes one', () => {
    fc.assert(
      fc.property(near(definiteClaim), definiteClaim, ([a, b], more) => {
        const clash = contradicts(a, b)
        for (const changed of clash ? stronger(a, more) : weaker(a)) {
          expect([changed, b, contradicts(changed, b)]).toEqual([changed, b, clash])
          expect([b, changed, contradicts(b, changed)]).toEqual([b, changed, clash])
        }
      }),
      runs(600),
    )
  })

  /** Three claims of which each differs from the one before in little. */
  const chain = fc
    .tuple(near(definiteClaim), near(definiteClaim), fc.boolean())
    .map(([[a, b], [c, d], far]): [ClaimText, ClaimText, ClaimText] => [
      a,
      b,
      far ? d : (weaker(b).at(-1) ?? c),
    ])

  it('L9: implication is a preorder', () => {
    fc.assert(
      fc.property(chain, ([a, b, c]) => {
        expect(implies(judge(a, a))).toBe(true)
        if (implies(judge(a, b)) && implies(judge(b, c))) expect(implies(judge(a, c))).toBe(true)
      }),
      runs(600),
    )
  })
  it('L9: strict agreement is an equivalence, and equals substitute, up to the words of a step', () => {
    fc.assert(
      fc.property(near(definiteClaim), definiteClaim, ([a, b], c) => {
        if (!allEqual(judge(a, b))) return
        expect(allEqual(judge(b, a))).toBe(true)
        for (const other of [c, b, { ...c, act: a.act as string }]) {
          expect(neither(judge(a, other).verdict)).toBe(neither(judge(b, other).verdict))
          expect(allEqual(judge(a, other))).toBe(allEqual(judge(b, other)))
        }
      }),
      runs(1000),
    )
  })
  it('L10: what implies a claim contradicts what the claim contradicts', () => {
    fc.assert(
      fc.property(near(definiteClaim), definiteClaim, ([a, b], c) => {
        const lesser = [b, ...weaker(a)].filter((x) => implies(judge(a, x)))
        for (const x of lesser)
          for (const other of [b, c]) if (contradicts(x, other)) expect(contradicts(a, other)).toBe(true)
      }),
      runs(600),
    )
  })
})
