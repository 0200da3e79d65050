import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgePress } from '../../src/compare/press.ts'
import type { Version } from '../../src/compare/version.ts'
import { facetOf } from '../../src/facets/index.ts'
import type { Judgement } from '../../src/verdict.ts'
import {
  anyClaim,
  type ClaimText,
  claimFrom,
  conditionsOf,
  contradicts,
  conversions,
  endTime,
  facetsIn,
  goodsReached,
  keysOf,
  ladderActs,
  near,
  runs,
  statedOf,
  usersReached,
  versionOf,
  vocabulary,
  without,
} from './claims.ts'

/** What a report is to what was announced, over random reports and versions. */

const judge = (report: ClaimText, versions: Readonly<Record<string, ClaimText>>, party: string) =>
  judgePress(
    // A report of a day on which no random end is over.
    { part: null, stated: statedOf(report) ?? [], source: { day: '1900-01-01' } },
    party,
    new Map(Object.entries(versions).map(([id, claim]): [string, Version] => [id, versionOf(claim)])),
    { assume: [], nature: 'commitment' },
    { vocabulary, conversions },
  )
const alone = (report: ClaimText, claim: ClaimText): Judgement => judge(report, { us: claim }, 'us').judgement

/**
 * Without stance, which unstated means shall, nor the act that it is of; without what may be a hedge, which left out is a
 * limit left out; and without a start, which says when the ends and deadlines beside it apply.
 */
const droppable = (claim: ClaimText): string[] =>
  facetsIn(claim).filter(
    (name) =>
      facetOf(name).role === 'content' &&
      !['stance', 'force', 'status', 'start'].includes(name) &&
      !(name === 'act' && claim.stance !== undefined),
  )
const drop = (claim: ClaimText, facets: readonly string[]): ClaimText =>
  without(claim, ...facets.flatMap((name) => keysOf.get(name) ?? []))
const some = fc.nat(1000)
const pick = (names: readonly string[], seed: number): string[] =>
  names.filter((_, i) => ((seed >> i) & 1) === 1)

describe('a report copied from what a side announced', () => {
  it('is as announced', () => {
    fc.assert(
      fc.property(anyClaim, (claim) => {
        expect(alone(claim, claim)).toBe('as announced')
      }),
      runs(),
    )
  })

  it('is never more, nor against it, once some of what holds is left out', () => {
    fc.assert(
      fc.property(anyClaim, some, (claim, seed) => {
        const told = drop(claim, pick(droppable(claim), seed))
        fc.pre(Object.keys(told).length > 0)
        expect(['as announced', 'less than announced', 'unclear']).toContain(alone(told, claim))
      }),
      runs(),
    )
  })

  it('is never less, nor the same, once a condition or a limit is left out', () => {
    fc.assert(
      fc.property(anyClaim, some, (claim, seed) => {
        const limits = ['scope', 'conditions'].filter(
          (name) => facetsIn(claim).includes(name) && !(name === 'conditions' && claim.conditions === 'none'),
        )
        fc.pre(limits.length > 0)
        const left = seed % 2 === 0 ? limits : limits.slice(0, 1)
        const told = drop(claim, [...left, ...pick(droppable(claim), seed >> 1)])
        fc.pre(Object.keys(told).length > 0)
        expect(['as announced', 'less than announced', 'against what was announced']).not.toContain(
          alone(told, claim),
        )
      }),
      runs(),
    )
  })

  it('is more, once only a condition is left out', () => {
    // Domain: what is denied of some is left out with the condition, so that no scope denies.
    const claims = claimFrom(
      {
        act: fc.constantFrom(...ladderActs),
        goods: goodsReached,
        conditions: conditionsOf(['leaders approval', 'rules met']),
        end: endTime,
      },
      ['act', 'conditions'],
    ).filter((claim) => claim.conditions !== 'none')
    fc.assert(
      fc.property(claims, (claim) => {
        expect(alone(without(claim, 'conditions'), claim)).toBe('more than announced')
      }),
      runs(200),
    )
  })
})

describe('a report that denies what a side announced', () => {
  it('is against it', () => {
    const claims = claimFrom(
      {
        act: fc.constantFrom(...ladderActs),
        goods: goodsReached,
        users: usersReached,
        conditions: conditionsOf(['leaders approval', 'rules met']),
      },
      ['act'],
    )
    fc.assert(
      fc.property(claims, (claim) => {
        const denied = { ...claim, act: `not ${claim.act as string}` }
        expect(alone(denied, claim)).toBe('against what was announced')
      }),
      runs(200),
    )
  })
})

describe('any report', () => {
  it('is against what was announced where the two contradict each other, and nowhere else', () => {
    fc.assert(
      fc.property(near(anyClaim), ([report, claim]) => {
        const isAgainst = alone(report, claim) === 'against what was announced'
        if (isAgainst) expect(contradicts(report, claim)).toBe(true)
        // Domain: what ends on no known day may be over when the report is made.
        else if (claim.end === undefined) expect(contradicts(report, claim)).toBe(false)
      }),
      runs(),
    )
  })

  it('is not as announced where it names a facet that the side leaves unstated', () => {
    // Domain: unsaid, a stance is shall and there are no conditions: to say so adds nothing.
    const unsaid = (claim: ClaimText, name: string): boolean =>
      (name === 'stance' && claim.stance === 'shall') ||
      (name === 'conditions' && claim.conditions === 'none')
    fc.assert(
      fc.property(near(anyClaim), some, ([report, claim], seed) => {
        const shared = drop(
          claim,
          facetsIn(claim).filter((name) => !facetsIn(report).includes(name) || (seed & 1) === 1),
        )
        fc.pre(Object.keys(shared).length > 0)
        const adds = facetsIn(report).filter(
          (name) => !facetsIn(shared).includes(name) && !unsaid(report, name),
        )
        for (const told of [report, { ...report, ...shared }])
          if (adds.length > 0) expect(alone(told, shared)).not.toBe('as announced')
      }),
      runs(),
    )
  })

  it('that adds only a start, a deadline or an order to what a side announced is never the same, nor less', () => {
    fc.assert(
      fc.property(anyClaim, anyClaim, (claim, other) => {
        const name = ['start', 'deadline', 'sequence'].find(
          (facet) => facetsIn(other).includes(facet) && !facetsIn(claim).includes(facet),
        )
        // Domain: what else is said beside a no may be what it denies.
        fc.pre(name !== undefined && facetsIn(claim).length > 0 && claim.value !== 'no')
        const keys = Object.entries(other).filter(([key]) => keysOf.get(name ?? '')?.includes(key))
        const told: ClaimText = { ...claim, ...Object.fromEntries(keys) }
        fc.pre(statedOf(told) !== null)
        const judgement = alone(told, claim)
        expect(['as announced', 'less than announced', 'against what was announced']).not.toContain(judgement)
      }),
      runs(),
    )
  })

  it('in words alone is never announced by neither, by another only, more, less or against', () => {
    fc.assert(
      fc.property(fc.array(anyClaim, { maxLength: 2 }), (claims) => {
        const names = ['us', 'china']
        const versions = Object.fromEntries(claims.map((claim, i) => [names[i] ?? '', claim]))
        for (const party of [...names, 'japan']) expect(judge({}, versions, party).judgement).toBe('unclear')
      }),
      runs(200),
    )
  })

  it('is borne out no less where it says less of what holds', () => {
    fc.assert(
      fc.property(near(anyClaim), some, ([report, claim], seed) => {
        const before = alone(report, claim)
        fc.pre(before === 'as announced' || before === 'less than announced')
        const told = drop(report, pick(droppable(report), seed))
        // Domain: something is left of which both speak; what speaks of nothing else is not borne out by it. A no is not
        // left out either: what else is said beside it may be what it denies.
        fc.pre(report.value !== 'no' && claim.value !== 'no')
        const both = facetsIn(told).filter(
          (name) => facetOf(name).role === 'content' && facetsIn(claim).includes(name),
        )
        fc.pre(both.length > 0)
        expect(['as announced', 'less than announced']).toContain(alone(told, claim))
      }),
      runs(),
    )
  })

  it('and what was announced are not each more than the other, where each speaks of the same', () => {
    fc.assert(
      fc.property(near(anyClaim), ([a, b]) => {
        const alike = facetsIn(a).join() === facetsIn(b).join()
        if (alike && alone(a, b) === 'more than announced')
          expect(alone(b, a)).not.toBe('more than announced')
      }),
      runs(),
    )
  })

  it('is credited to another only where that side bears it out and its own surely does not', () => {
    fc.assert(
      fc.property(near(anyClaim), anyClaim, ([report, us], china) => {
        const found = judge(report, { us, china }, 'china')
        const own = alone(report, china)
        const bearsOut = ['as announced', 'less than announced'].includes(alone(report, us))
        expect(found.borneOutBy).toEqual(bearsOut ? ['us'] : [])
        if (found.judgement === 'announced by another only') {
          expect(bearsOut).toBe(true)
          expect(['more than announced', 'unclear']).toContain(own)
        } else expect(found.judgement).toBe(own)
      }),
      runs(),
    )
  })

  it('is judged alike whatever the parties are called', () => {
    fc.assert(
      fc.property(near(anyClaim), anyClaim, ([report, us], china) => {
        const [one, other] = [judge(report, { us, china }, 'us'), judge(report, { z: us, a: china }, 'z')]
        expect(other.judgement).toBe(one.judgement)
        expect(other.borneOutBy).toEqual(one.borneOutBy.map((id) => ({ us: 'z', china: 'a' })[id]))
      }),
      runs(200),
    )
  })
})
