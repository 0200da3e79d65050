import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DISJOINT, surely } from '../../src/relation.ts'
import { leavesOf, universeOf } from '../../src/sets/hierarchy.ts'
import {
  anyAct,
  anyClaim,
  anyValue,
  basis,
  type ClaimText,
  claimFrom,
  conditionsOf,
  contradicts,
  definiteClaim,
  goods,
  goodsReached,
  judge,
  near,
  runs,
  statedOf,
  status,
  time,
  users,
  usersReached,
  vocabulary,
  without,
} from './claims.ts'

/** Where claims apply: L12, L14, L16, L17; and L15 of the bounds of a figure. */

const scopeOf = (claim: ClaimText): readonly string[] => (claim.scope as readonly string[] | undefined) ?? []
const denies = (claim: ClaimText): boolean => scopeOf(claim).some((w) => /^(only|not) /.test(w))

describe('L12: what is about other things never contradicts', () => {
  // Domain: every two claims whose scopes deny nothing: a denial reaches beyond the scope.
  it('disjoint regions differ', () => {
    fc.assert(
      fc.property(near(anyClaim), ([a, b]) => {
        const { verdict, implies } = judge(a, b)
        if (denies(a) || denies(b) || !implies || !surely(implies.region, DISJOINT)) return
        expect(verdict).toBe('differs')
      }),
      runs(),
    )
  })
})

describe('L14: shrinking an unknown', () => {
  const minerals = ['rare earths', 'yttrium', 'scandium', 'gallium', 'germanium']
  /** What a side may have meant: some of the minerals; `except` gives what no word names. */
  const meant = fc.oneof(
    fc.subarray(minerals, { minLength: 1 }).map((words) => ({ words, except: [] as string[] })),
    fc.subarray(minerals, { minLength: 1 }).map((except) => ({ words: ['critical minerals'], except })),
  )
  /** A doubt as it stands in a claim, and the claim without it, whichever way it is settled. */
  type Doubt = readonly [open: ClaimText, settled: ClaimText]
  const vagueWord = fc.tuple(anyClaim, meant).map(([claim, { words, except }]): Doubt => {
    const rest = scopeOf(claim).filter((w) => users.includes(w.replace(/^(only|not) /, '')))
    const settled = { ...claim, scope: [...rest, ...words] }
    return [
      { ...claim, scope: [...rest, 'some metals'] },
      except.length > 0 ? { ...settled, except } : settled,
    ]
  })
  const noBasis = fc
    .tuple(claimFrom({ value: anyValue, status, start: time }, ['value']), basis)
    .map(([claim, word]): Doubt => [claim, { ...claim, basis: word }])
  const noDate = fc.tuple(anyClaim, fc.constantFrom('2025-11-01', '2025-11-10')).map(([c, day]): Doubt => [
    { ...c, end: '10 days from china delivers' },
    { ...c, end: `10 days from ${day}` },
  ])
  const doubt = fc.oneof(vagueWord, noBasis, noDate)
  const readable = (pair: readonly ClaimText[]): boolean => pair.every((c) => statedOf(c) !== null)

  // Domain: one side has one doubt (a vague word that has a place; a basis that only the other names; an event without
  // a date) and the other is any claim that does not share it. Definite as to a contradiction: what differs for a doubt
  // may agree once it is settled.
  it('never makes or undoes a contradiction that was certain', () => {
    fc.assert(
      fc.property(doubt.filter(readable), anyClaim, ([open, settled], other) => {
        const shared = open.basis !== settled.basis && other.value !== undefined && other.basis === undefined
        if (
          shared ||
          scopeOf(other).some((w) => w.endsWith('some metals')) ||
          String(other.end).includes('china')
        )
          return
        const [before, after] = [judge(open, other).verdict, judge(settled, other).verdict]
        if (before === 'contradiction') expect(after).toBe('contradiction')
        else if (before !== 'unclear') expect(after).not.toBe('contradiction')
        if (before === 'agree') expect(after).toBe('agree')
      }),
      runs(),
    )
  })
})

describe('L15: bounds', () => {
  // Domain: the units that convert, and any decimal.
  const decimal = fc
    .tuple(fc.integer({ min: 1, max: 9999 }), fc.constantFrom(1, 10, 100))
    .map(([n, by]) => `${n / by}`)
  const units = fc.constantFrom(
    '%',
    'pp',
    'Mt',
    'kt',
    'bn USD',
    'barrels',
    'aircraft',
    'Mt a year',
    'days',
    'months',
  )
  it('at least x and less than x are disjoint; at least x and at most x touch', () => {
    fc.assert(
      fc.property(decimal, units, (x, unit) => {
        const verdict = (a: string, b: string) =>
          judge({ value: `${a} ${x} ${unit}` }, { value: `${b} ${x} ${unit}` }).verdict
        expect(verdict('at least', 'less than')).toBe('contradiction')
        expect(verdict('at most', 'more than')).toBe('contradiction')
        expect(verdict('at least', 'at most')).toBe('differs')
        expect(verdict('at least', 'exactly')).toBe('differs')
        expect(verdict('up to', 'at most')).toBe('agree')
      }),
      runs(200),
    )
  })
})

describe('L16: a claim contradicts its denial', () => {
  const act = anyAct
  const stances: Readonly<Record<string, string>> = {
    shall: 'no commitment',
    may: 'shall not',
    'no commitment': 'shall',
    'shall not': 'may',
  }
  const scope = { goods: goodsReached, users: usersReached }
  const region = { ...scope, conditions: conditionsOf(['leaders approval', 'rules met']) }
  const other = {
    value: fc.constantFrom('5%', 'not 5%', 'at least 12 Mt', 'yes', 'some'),
    end: fc.constantFrom('2025-11-10', 'permanent'),
    status,
  }

  // Domain: a stance that has one opposite (optional has two, no position none); every act, and none.
  it('said outright: the same act and region, the other way to bind, nothing else', () => {
    const claims = claimFrom({ act, ...region, ...other }, ['goods'])
    fc.assert(
      fc.property(claims, fc.constantFrom(...Object.keys(stances)), (claim, stance) => {
        const affirmed = { ...claim, stance }
        const denied = { ...without(claim, 'value', 'end', 'status'), stance: stances[stance] as string }
        expect(contradicts(affirmed, denied)).toBe(true)
        expect(contradicts(denied, affirmed)).toBe(true)
      }),
      runs(600),
    )
  })

  // Domain: as above, of shall and may, which are what the method negates; a value of no or none is itself a denial.
  it('by `not` on an axis that it states', () => {
    const claims = claimFrom({ act, ...region, ...other }, ['goods', 'users'])
    fc.assert(
      fc.property(
        claims,
        fc.constantFrom('shall', 'may'),
        fc.constantFrom('goods', 'users'),
        (claim, stance, axis) => {
          const own = scopeOf(claim).filter((w) => goods.includes(w) === (axis === 'goods'))
          const rest = scopeOf(claim).filter((w) => !own.includes(w))
          const denied = {
            ...without(claim, 'value', 'end', 'status'),
            stance,
            scope: [...rest, ...own.map((w) => `not ${w}`)],
          }
          expect(contradicts({ ...claim, stance }, denied)).toBe(true)
          expect(contradicts(denied, { ...claim, stance })).toBe(true)
        },
      ),
      runs(600),
    )
  })

  it('by `only` on a word that has nothing of it', () => {
    const axis = vocabulary.axes.get('goods')
    const leaves = (w: string) => (axis ? leavesOf(axis, w) : new Set<string>())
    const claims = claimFrom({ act, goods: goodsReached, ...other }, ['goods'])
    fc.assert(
      fc.property(claims, fc.constantFrom(...goods), (claim, word) => {
        const apart = scopeOf(claim).every((w) => [...leaves(w)].every((leaf) => !leaves(word).has(leaf)))
        if (!apart) return
        const denied = { ...without(claim, 'value', 'end', 'status'), scope: [`only ${word}`] }
        expect(contradicts(claim, denied)).toBe(true)
      }),
      runs(600),
    )
  })
})

describe('L17: splitting a region', () => {
  // Domain: definite claims; the one that is split denies nothing, the other may.
  const other = fc.oneof(
    definiteClaim,
    fc
      .tuple(definiteClaim, fc.constantFrom('only', 'not'), fc.constantFrom(...goods))
      .map(([claim, manner, word]) => ({
        ...claim,
        scope: [`${manner} ${word}`, ...scopeOf(claim).filter((w) => !goods.includes(w))],
      })),
  )
  it('the whole contradicts iff some part does', () => {
    const axis = vocabulary.axes.get('goods')
    fc.assert(
      fc.property(definiteClaim, other, fc.constantFrom(...goods), (claim, b, word) => {
        const named = scopeOf(claim).filter((w) => goods.includes(w))
        const rest = scopeOf(claim).filter((w) => !goods.includes(w))
        const whole = new Set(named.flatMap((w) => [...(axis ? leavesOf(axis, w) : [])]))
        const part = axis ? leavesOf(axis, word) : new Set<string>()
        // A word inside of the scope cuts it in two: the word, and the scope except the word.
        if (![...part].every((leaf) => whole.has(leaf)) || part.size === whole.size) return
        const parts = [
          { ...claim, scope: [...rest, word] },
          { ...claim, scope: [...rest, ...named], except: [word] },
        ]
        expect(parts.some((p) => contradicts(p, b))).toBe(contradicts(claim, b))
        expect(parts.some((p) => contradicts(b, p))).toBe(contradicts(b, claim))
      }),
      runs(600),
    )
  })
  it('every word has a rest besides its children', () => {
    for (const axis of vocabulary.axes.values())
      for (const [word, children] of axis.children) {
        const below = new Set([...children].flatMap((c) => [...leavesOf(axis, c)]))
        expect(leavesOf(axis, word).size).toBeGreaterThan(below.size)
        expect(universeOf(axis).size).toBeGreaterThan(leavesOf(axis, word).size)
      }
  })
})
