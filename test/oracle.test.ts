import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judge, runs } from './laws/claims.ts'
import { upTo } from './plain-sets.ts'

/**
 * L23: the verdict against brute-force model checking, written apart from the engine's sets. A world gives each point
 * (a good, a user, which conditions hold) a state: the outcomes left open by the deal, an amount, how far the matter has
 * come. A claim is a list of demands: at these points, one of these states. Demands speak of one point at a time, so a
 * world is chosen point by point, and two claims have a common model iff every point has a common state.
 *
 * Domain: both sides state the same axes of scope, an act of one ladder (with a floor or without) or none at all, exact
 * percentages of one basis, conditions that can hold together. Left out is what the method judges by other rules:
 * totals, rounding, unknowns, conditions that may exclude each other, what it only notes (rule 6), a scope or an act
 * that only one side states, `no position`, which demands nothing, two claims whose scopes both deny (the method sets a
 * denial against a claim, not against a denial; and it negates shall and may alone), a denial of an axis of which the other
 * names no word but what it leaves out, what is proposed or negotiated, the figure of what only may
 * be, and the figures of two noes. Of the ladders, at odds refines differs: both are neither.
 */

/** A claim of the oracle, before it becomes text. */
interface Plain {
  readonly act: { readonly manner: string; readonly step: number } | null
  readonly stance: string
  readonly amount: { readonly head: string; readonly n: number; readonly m: number } | null
  readonly status: { readonly manner: string; readonly step: number } | null
  readonly goods: Reach
  readonly users: Reach | null
  readonly conditions: readonly string[]
}
interface Reach {
  readonly manner: 'words' | 'only' | 'not' | 'except'
  readonly words: readonly string[]
}
interface World {
  /** Rung 0, then the steps. */
  readonly ladder: readonly string[]
  readonly hasFloor: boolean
}

// Points. Every good and user that the words of a claim tell apart; `rest` stands for all that no word names.
const goodsBelow: Readonly<Record<string, readonly string[]>> = {
  'critical minerals': ['gallium', 'germanium', 'other minerals'],
  gallium: ['gallium'],
  germanium: ['germanium'],
  magnets: ['magnets'],
}
const usersBelow: Readonly<Record<string, readonly string[]>> = {
  'us end users': ['us civil', 'us military', 'us other'],
  'civilian users': ['us civil', 'other civil'],
}
const everyGood = ['gallium', 'germanium', 'other minerals', 'magnets', 'rest']
const everyUser = ['us civil', 'us military', 'us other', 'other civil', 'rest']
const conditionWords = ['leaders approval', 'rules met']
const valuations = [[], ['leaders approval'], ['rules met'], conditionWords]

interface Point {
  readonly good: string
  readonly user: string
  readonly holds: readonly string[]
}
const points: readonly Point[] = everyGood.flatMap((good) =>
  everyUser.flatMap((user) => valuations.map((holds) => ({ good, user, holds }))),
)

// States. Outcomes 0 to 3 are the rungs; amounts run in halves, which tells integer bounds apart.
const openSets = upTo(15).map((mask) => upTo(4).filter((outcome) => (mask + 1) & (1 << outcome)))
const amounts = upTo(11).map((half) => half / 2)
const statuses = ['none', 'proposed', 'negotiating', 'in principle', 'concluded']
/** Sets of states are bits, by the index of the state. */
type Bits = number
const bits = (count: number, keep: (index: number) => boolean): Bits =>
  upTo(count).reduce((set, i) => (keep(i) ? set | (1 << i) : set), 0)
const every = { open: bits(15, () => true), amount: bits(11, () => true), status: bits(8, () => true) }
type Allowed = typeof every

/** At some points, one of some states: the sets are of indices. */
interface Demand {
  readonly at: (p: Point) => boolean
  readonly states: Allowed
}

const rungSet = (manner: string, step: number): Bits => {
  const said = bits(8, (rung) => (step === 0 || manner === 'only' ? rung === step : rung >= step))
  return manner === 'not' ? every.status & ~said : said
}

/** Must: nothing but the act is left open; free: it and something else; must not: nothing of it. */
const bindings: Readonly<Record<string, readonly string[]>> = {
  shall: ['must'],
  may: ['must', 'free'],
  optional: ['free'],
  'no commitment': ['free', 'must not'],
  'shall not': ['must not'],
}
function openFor(act: Plain['act'], binding: readonly string[]): Bits {
  // Where no act is named it is the term's own: done, or not done.
  const done = act === null ? 0b10 : rungSet(act.manner, act.step)
  return bits(15, (i) => {
    const open = (openSets[i] as number[]).filter((o) => act !== null || o < 2)
    if (open.length === 0) return false
    const inside = open.filter((o) => done & (1 << o)).length
    return binding.includes(inside === open.length ? 'must' : inside > 0 ? 'free' : 'must not')
  })
}

function amountSet(said: Plain['amount']): Bits {
  if (said === null) return every.amount
  const { head, n, m } = said
  const within = (x: number): boolean => {
    switch (head.replace('not ', '')) {
      case 'exactly':
        return x === n
      case 'at least':
        return x >= n
      case 'at most':
        return x <= n
      case 'more than':
        return x > n
      case 'less than':
        return x < n
      case 'about':
        return Math.abs(x - n) <= 1
      default:
        return x >= n && x <= n + m
    }
  }
  return bits(11, (i) => within(amounts[i] as number) !== head.startsWith('not '))
}

const below = (reach: Reach, words: Readonly<Record<string, readonly string[]>>): Set<string> =>
  new Set(reach.words.flatMap((w) => words[w] as readonly string[]))
function reaches(
  reach: Reach | null,
  words: Readonly<Record<string, readonly string[]>>,
  leaf: string,
): boolean {
  if (reach === null) return true
  const named = below(reach, words).has(leaf)
  return reach.manner === 'words' || reach.manner === 'only' ? named : !named
}
const denies = (reach: Reach | null): boolean => reach?.manner === 'only' || reach?.manner === 'not'

function demandsOf(claim: Plain): Demand[] {
  const binding = bindings[claim.stance] as readonly string[]
  const met = (p: Point): boolean => claim.conditions.every((c) => p.holds.includes(c))
  const good = (p: Point): boolean => reaches(claim.goods, goodsBelow, p.good)
  const user = (p: Point): boolean => reaches(claim.users, usersBelow, p.user)
  const status = claim.status === null ? every.status : rungSet(claim.status.manner, claim.status.step)
  const main: Allowed = { open: openFor(claim.act, binding), amount: amountSet(claim.amount), status }
  const out: Demand[] = [{ at: (p) => met(p) && good(p) && user(p), states: main }]
  // A denial is a claim of its own: the same act, or any further; the other way to bind; nothing else.
  const act = claim.act?.manner === 'only' ? { ...claim.act, manner: '' } : claim.act
  const other = ['must', 'free', 'must not'].filter((b) => !binding.includes(b))
  const states: Allowed = { ...every, open: openFor(act, other) }
  if (denies(claim.goods)) out.push({ at: (p) => met(p) && !good(p) && user(p), states })
  if (denies(claim.users)) out.push({ at: (p) => met(p) && good(p) && !user(p), states })
  return out
}

/** The states that a claim's models have at each point. */
const modelsOf = (claim: Plain): Allowed[] => {
  const demands = demandsOf(claim)
  return points.map((p) => demands.filter((d) => d.at(p)).reduce((left, d) => common(left, d.states), every))
}
const common = (a: Allowed, b: Allowed): Allowed => ({
  open: a.open & b.open,
  amount: a.amount & b.amount,
  status: a.status & b.status,
})
const none = (a: Allowed): boolean => a.open === 0 || a.amount === 0 || a.status === 0
const within = (a: Allowed, b: Allowed): boolean =>
  (a.open & ~b.open) === 0 && (a.amount & ~b.amount) === 0 && (a.status & ~b.status) === 0

/** What brute force says of two claims. */
function modelCheck(a: Plain, b: Plain): { contradiction: boolean; same: boolean; implies: boolean } {
  const [left, right] = [modelsOf(a), modelsOf(b)]
  const both = upTo(points.length).map((i) => [left[i] as Allowed, right[i] as Allowed] as const)
  return {
    contradiction: both.some(([x, y]) => none(common(x, y))),
    same: both.every(([x, y]) => within(x, y) && within(y, x)),
    implies: both.every(([x, y]) => within(x, y)),
  }
}

// Text for the engine.
const ladders: readonly World[] = [
  { ladder: ['keep', 'ease', 'suspend', 'remove'], hasFloor: true },
  { ladder: ['', 'review applications', 'approve applications', 'supply'], hasFloor: false },
]
const inManner = (manner: string, word: string): string => (manner === '' ? word : `${manner} ${word}`)
const reachWords = (reach: Reach): string[] =>
  reach.manner === 'except'
    ? []
    : reach.words.map((w) => (reach.manner === 'words' ? w : `${reach.manner} ${w}`))

function textOf(claim: Plain, { ladder }: World): Record<string, string | string[]> {
  const { act, amount, goods, users } = claim
  const scopes = [goods, ...(users ? [users] : [])]
  const scope = scopes.flatMap(reachWords)
  const except = scopes.filter((r) => r.manner === 'except').flatMap((r) => r.words)
  return {
    ...(act ? { act: inManner(act.manner, ladder[act.step] as string) } : {}),
    ...(claim.stance === 'shall' ? {} : { stance: claim.stance }),
    ...(amount ? { value: amountText(amount) } : {}),
    ...(claim.status ? { status: inManner(claim.status.manner, statuses[claim.status.step] as string) } : {}),
    ...(scope.length > 0 ? { scope } : {}),
    ...(except.length > 0 ? { except } : {}),
    ...(claim.conditions.length > 0 ? { conditions: [...claim.conditions] } : {}),
  }
}
function amountText({ head, n, m }: NonNullable<Plain['amount']>): string {
  if (head === 'range') return `${n} to ${n + m}%`
  return head === 'about' ? `about ${n}% ± 1` : `${head} ${n}%`
}

// Random claims.
const manner = fc.constantFrom('', '', 'only', 'not')
const heads = [
  'exactly',
  'at least',
  'at most',
  'more than',
  'less than',
  'about',
  'range',
  'not exactly',
  'not at least',
]
const amount = fc.record({
  head: fc.constantFrom(...heads),
  n: fc.integer({ min: 1, max: 3 }),
  m: fc.integer({ min: 0, max: 1 }),
})
const reachOf = (words: Readonly<Record<string, readonly string[]>>): fc.Arbitrary<Reach> =>
  fc.record({
    manner: fc.constantFrom('words', 'words', 'only', 'not', 'except'),
    words: fc.subarray(Object.keys(words), { minLength: 1, maxLength: 2 }),
  })
const sometimes = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })

const noAct = (c: Plain): boolean => c.act?.manner === 'not' || !['shall', 'may'].includes(c.stance)

/** What the method only doubts: what is proposed or negotiated, the figure of a permission, the figures of two noes. */
const doubted = (a: Plain, b: Plain): boolean =>
  [a, b].some((c) => c.status?.manner === '' && (c.status.step === 1 || c.status.step === 2)) ||
  (a.amount !== null &&
    b.amount !== null &&
    ([a, b].some((c) => c.stance === 'may' || c.stance === 'optional') || (noAct(a) && noAct(b))))

/** Two claims of the domain, on one ladder; whether they name an act, and users, they do alike. */
const twoClaims = fc
  .record({ world: fc.constantFrom(...ladders), acts: fc.boolean(), users: fc.boolean() })
  .chain(({ world, acts, users }) => {
    const claim: fc.Arbitrary<Plain> = fc.record({
      act: acts
        ? fc.record({ manner, step: fc.integer({ min: world.hasFloor ? 0 : 1, max: 3 }) })
        : fc.constant(null),
      stance: fc.constantFrom('shall', 'shall', ...Object.keys(bindings)),
      amount: sometimes(amount),
      status: sometimes(fc.record({ manner, step: fc.constantFrom(0, 3, 4) })),
      goods: reachOf(goodsBelow),
      users: users ? reachOf(usersBelow) : fc.constant(null),
      conditions: fc.oneof(fc.constant([]), fc.subarray(conditionWords, { maxLength: 2 })),
    })
    const pair = fc.tuple(claim, claim, fc.subarray([...facetNames]), fc.boolean())
    return pair.map(([a, drawn, same, mixed]): { world: World; a: Plain; b: Plain } => {
      // Half of the time the second shares most with the first, so that agreement and implication are common.
      const b = mixed ? same.reduce<Plain>((c, key) => ({ ...c, [key]: drawn[key] }), a) : drawn
      return { world, a, b }
    })
  })
  .filter(({ a, b }) => inDomain(a) && inDomain(b) && !doubted(a, b))
const facetNames = ['act', 'stance', 'amount', 'status', 'goods', 'users', 'conditions'] as const
const denying = (c: Plain): boolean => denies(c.goods) || denies(c.users)
/** Where the one denies, the other says by words what it reaches. */
const named = (a: Plain, b: Plain): boolean =>
  (!denies(a.goods) || b.goods.manner === 'words') && (!denies(a.users) || b.users?.manner === 'words')
const inDomain = (c: Plain): boolean =>
  demandsOf(c).every((d) => !none(d.states)) && (c.stance === 'shall' || c.stance === 'may' || !denying(c))

describe('L23: the verdict equals brute-force model checking', () => {
  const word = (verdict: string): string =>
    verdict === 'contradiction' || verdict === 'agree' ? verdict : 'neither'

  it('contradiction iff no common model; agree iff the same models', () => {
    fc.assert(
      fc.property(
        twoClaims.filter(({ a, b }) => !(denying(a) && denying(b)) && named(a, b) && named(b, a)),
        ({ world, a, b }) => {
          const { verdict } = judge(textOf(a, world), textOf(b, world))
          const models = modelCheck(a, b)
          expect(verdict).not.toBe('unclear')
          expect(word(verdict)).toBe(
            models.contradiction ? 'contradiction' : models.same ? 'agree' : 'neither',
          )
        },
      ),
      runs(1500),
    )
  })

  it('implication iff the models of the one are models of the other, of claims that their scope does not deny', () => {
    fc.assert(
      fc.property(
        twoClaims.filter(({ a, b }) => !denying(a) && !denying(b)),
        ({ world, a, b }) => {
          const { implies } = judge(textOf(a, world), textOf(b, world))
          // Relations are of the first to the second, as bits: equal 1, narrower 2, wider 4.
          const [wide, strong] = [1 | 4, 1 | 2]
          const engine =
            implies !== null && (implies.region & ~wide) === 0 && (implies.content & ~strong) === 0
          expect(engine).toBe(modelCheck(a, b).implies)
        },
      ),
      runs(1500),
    )
  })
})

describe('the oracle itself', () => {
  it('may choose a world point by point: the same as trying every world of a small land', () => {
    // Three points and four states: every map from points to states is tried.
    const demands = fc.array(fc.tuple(fc.subarray([0, 1, 2]), fc.subarray([0, 1, 2, 3], { minLength: 1 })), {
      maxLength: 3,
    })
    const worlds = upTo(64).map((i) => [i % 4, Math.floor(i / 4) % 4, Math.floor(i / 16)] as const)
    const holds = (world: readonly number[], claim: readonly (readonly [number[], number[]])[]): boolean =>
      claim.every(([at, states]) => at.every((p) => states.includes(world[p] as number)))
    const at = (claim: readonly (readonly [number[], number[]])[], p: number): Bits =>
      bits(4, (s) => claim.every(([where, states]) => !where.includes(p) || states.includes(s)))
    fc.assert(
      fc.property(demands, demands, (a, b) => {
        const models = worlds.filter((w) => holds(w, a) && holds(w, b))
        expect(models.length === 0).toBe(upTo(3).some((p) => (at(a, p) & at(b, p)) === 0))
      }),
      runs(300),
    )
  })
})
