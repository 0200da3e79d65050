import fc from 'fast-check'
import { judgeVersions } from '../../src/compare/pair.ts'
import type { Conversion, Stated } from '../../src/deal.ts'
import type { ParseContext } from '../../src/facet.ts'
import { facets } from '../../src/facets/index.ts'
import { parseVocabularies } from '../../src/read/parse.ts'
import { startOf } from '../../src/place.ts'
import { codeOf } from '../../src/report/reasons.ts'
import type { Node } from '../../src/tree.ts'
import type { Version } from '../../src/compare/version.ts'
import type { Vocabulary } from '../../src/vocabulary.ts'
import { ordinaryWords, smallDeal } from '../small-deal.ts'

/** A claim as the keys and texts of a deal file: what the generators make, and the facets read. */
export type ClaimText = Readonly<Record<string, string | readonly string[]>>

/** How many cases of a property: as many as FC_RUNS says, for a long run without a limit of time, else an ordinary number. */
export const runs = (ordinary = 1000): { numRuns: number } => ({
  numRuns: Number(process.env.FC_RUNS ?? ordinary),
})
const vague = `vague: [some metals]\naxes: { goods: { critical minerals: [some metals] } }`
const place = startOf('claim')

/** The vocabulary of the laws: that of the small deals, and a vague word that has a place. */
export const vocabulary: Vocabulary = parseVocabularies([
  { path: 'vocabulary.yaml', text: ordinaryWords },
  { path: 'more.yaml', text: vague },
]).vocabulary

/** What one source says: total is added and 25 points. */
export const conversions: readonly Conversion[] = smallDeal({
  us: 'act: ease',
  conversions: 'that: total, is: added + 25 pp',
}).conversions

const nodeOf = (x: string | readonly string[]): Node =>
  typeof x === 'string'
    ? { kind: 'scalar', place, text: x, style: 'plain' }
    : { kind: 'list', place, items: x.map(nodeOf) }

/** What a claim states, read by the facets themselves; null where a facet finds a mistake in it. */
export function statedOf(
  claim: ClaimText,
  more: Partial<ParseContext> | null = null,
): readonly Stated[] | null {
  const before = more === null ? read.get(claim) : undefined
  if (before !== undefined) return before
  let wrong = false
  const context: ParseContext = {
    vocabulary,
    dollar: null,
    choices: null,
    assumedStart: null,
    assuming: false,
    said: { year: 2025, month: 6, day: 11 },
    termIds: [],
    report: () => {
      wrong = true
    },
    ...more,
  }
  const given = (key: string): Node | undefined => {
    const value = claim[key]
    return value === undefined ? undefined : nodeOf(value)
  }
  const stated = facets.flatMap((facet) => facet.parse(given, context))
  const out = wrong ? null : stated
  if (more === null) read.set(claim, out)
  return out
}
/** A claim is read once: a property asks for it many times. */
const read = new WeakMap<ClaimText, readonly Stated[] | null>()

/** A version that says just this. */
export function versionOf(claim: ClaimText, more: Partial<ParseContext> | null = null): Version {
  const stated = statedOf(claim, more)
  if (!stated) throw new Error(`the claim cannot be read: ${JSON.stringify(claim)}`)
  const slots = new Map(
    stated.map((s) => [s.axis === null ? s.facet : `${s.facet} ${s.axis}`, { stated: s, claim: null }]),
  )
  return { party: '', claims: [], parts: [{ name: null, slots }] }
}

/** What two claims come to, without a deal around them. */
export function judge(a: ClaimText, b: ClaimText, more: Partial<ParseContext> | null = null) {
  return judgeVersions(versionOf(a, more), versionOf(b, more), [], { vocabulary, conversions })
}
export type Judged = ReturnType<typeof judge>

export const contradicts = (a: ClaimText, b: ClaimText): boolean => judge(a, b).verdict === 'contradiction'

/** The facets that a verdict gives a reason for. */
export const listedFacets = (j: Judged): Set<string> =>
  new Set(j.rows.filter((row) => codeOf(row) !== null).map((row) => row.facet))

/** The keys of each facet, by its name. */
export const keysOf = new Map(
  facets.map((f) => [f.name, f.name === 'choice' ? ['value'] : f.keys.map((k) => k.key)]),
)

export function without(claim: ClaimText, ...keys: readonly string[]): ClaimText {
  return Object.fromEntries(Object.entries(claim).filter(([key]) => !keys.includes(key)))
}
export function withFacet(claim: ClaimText, from: ClaimText, facet: string): ClaimText {
  const keys = keysOf.get(facet) ?? []
  return {
    ...without(claim, ...keys),
    ...Object.fromEntries(Object.entries(from).filter(([key]) => keys.includes(key))),
  }
}
/** The facets that a claim states. */
export const facetsIn = (claim: ClaimText): string[] =>
  [...keysOf]
    .filter(([name, keys]) => name !== 'choice' && keys.some((k) => claim[k] !== undefined))
    .map(([name]) => name)

// The generators. Words are few, so that claims often speak of the same things.

const manners = ['', '', 'only ', 'not ']
const inManner = (words: readonly string[]) =>
  fc.tuple(fc.constantFrom(...manners), fc.constantFrom(...words)).map(([manner, word]) => `${manner}${word}`)

export const ladderActs = ['keep', 'ease', 'suspend', 'remove']
/** Acts of one ladder, said in every manner. */
export const actOfLadder = inManner(ladderActs)
/** Acts of several ladders, opposites too. */
export const anyAct = fc.oneof(
  { weight: 3, arbitrary: actOfLadder },
  inManner(['review applications', 'supply', 'buy', 'sell']),
)

export const stance = fc.constantFrom('shall', 'may', 'optional', 'no commitment', 'shall not', 'no position')
export const status = inManner(['none', 'in principle', 'concluded', 'signed'])
export const force = fc.constantFrom('hopes', 'intends', 'commits', 'non-binding')

const heads = ['', 'exactly ', 'at least ', 'at most ', 'more than ', 'less than ', 'about ']
const number = fc.integer({ min: 1, max: 6 }).map((n) => n * 5)
/** Amounts with a unit, of few numbers; and the words that stand for one. */
export const amountIn = (unit: string) =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.tuple(fc.constantFrom(...heads), number).map(([head, n]) => `${head}${n} ${unit}`),
    },
    fc.tuple(number, number).map(([a, b]) => `${Math.min(a, b)} to ${Math.max(a, b)} ${unit}`),
    fc
      .tuple(fc.constantFrom('exactly ', 'at least ', 'at most '), number)
      .map(([head, n]) => `not ${head}${n} ${unit}`),
  )
/** As above, without the words by which a bare number is read as rounded. */
export const exactAmount = (unit: string) =>
  amountIn(unit).map((text) => (/^\d+ /.test(text) && !text.includes(' to ') ? `exactly ${text}` : text))

export const anyValue = fc.oneof(
  { weight: 5, arbitrary: amountIn('%') },
  { weight: 2, arbitrary: amountIn('Mt') },
  fc.constantFrom(
    '10 pp',
    '5 bn USD',
    '5 bn GBP',
    '12 Mt a year',
    '20 aircraft',
    '2026-01-01',
    'by 2026-01-01',
  ),
  fc.constantFrom('yes', 'no', 'some', 'none'),
)
export const basis = fc.constantFrom('total', 'added', 'change')
export const period = fc.constantFrom('2026', '2026 to 2028', 'each of 2026 to 2028', '2027')

export const time = fc.constantFrom(
  '2025-11-10',
  '2025-11-11',
  '2025-11-20',
  '2025-11',
  '2025-11-10 00:01 -05:00',
  '2025-11-10 13:01 +08:00',
  'by 2025-11-11',
  'not before 2025-11-10',
  '90 days from 2025-08-12',
  'at once',
)
export const endTime = fc.oneof(
  { weight: 3, arbitrary: time },
  fc.constantFrom(
    'through 2025-11-09',
    'through 2025-11-10',
    'open',
    'permanent',
    '10 days from china delivers',
  ),
)
export const sequence = fc
  .tuple(
    fc.constantFrom('before', 'with', 'after', 'before or with'),
    fc.constantFrom('us acts', 'china delivers'),
  )
  .map((words) => words.join(' '))

const conditionWords = ['leaders approval', 'rules met', 'third thing']
export const conditionsOf = (words: readonly string[]) =>
  fc.oneof(fc.constant('none'), fc.subarray([...words], { minLength: 1, maxLength: 2 }))

export const goods = ['critical minerals', 'rare earths', 'yttrium', 'gallium', 'germanium', 'magnets']
export const users = ['us end users', 'us civilian users', 'civilian users', 'military users']
/** Words of one axis that a claim reaches, without denying any. */
const reached = (words: readonly string[]) => fc.subarray([...words], { minLength: 1, maxLength: 2 })
const denying = (words: readonly string[]) =>
  fc.oneof(
    reached(words).map((list) => list.map((w) => `only ${w}`)),
    fc.constantFrom(...words).map((w) => [`not ${w}`]),
  )
export const goodsReached = reached(goods)
export const usersReached = reached(users)
const axisWords = (words: readonly string[], vagueWord: string | null) =>
  fc.oneof(
    { weight: 3, arbitrary: reached(words) },
    { weight: 2, arbitrary: denying(words) },
    ...(vagueWord ? [fc.constantFrom([vagueWord], [`only ${vagueWord}`])] : []),
  )

const readable = (claim: ClaimText): boolean => statedOf(claim) !== null
/** A claim of a few of the fields, and of those required; only what can be read. */
export const claimFrom = (
  fields: Readonly<Record<string, fc.Arbitrary<string | readonly string[]>>>,
  required: readonly string[] = [],
  most = 4,
): fc.Arbitrary<ClaimText> => {
  const optional = Object.keys(fields).filter((key) => !required.includes(key))
  return fc
    .tuple(
      fc.record(fields),
      fc.subarray(optional, {
        minLength: required.length > 0 ? 0 : 1,
        maxLength: Math.min(most, optional.length),
      }),
    )
    .map(([drawn, kept]) => tidy(without(drawn, ...optional.filter((key) => !kept.includes(key)))))
    .filter((claim) => Object.keys(claim).length > 0 && readable(claim))
}

/** One `scope` of the axes, and no basis or period without a value. */
function tidy({ goods: g = [], users: u = [], ...rest }: ClaimText): ClaimText {
  const scope = [...g, ...u]
  const bare = rest.value === undefined ? without(rest, 'basis', 'period') : rest
  return scope.length > 0 ? { ...bare, scope } : bare
}

/** Any claim: every facet, in every form, with unknowns, denials and what adds up. */
export const anyClaim: fc.Arbitrary<ClaimText> = claimFrom({
  act: anyAct,
  stance,
  value: anyValue,
  basis,
  period,
  goods: axisWords(goods, 'some metals'),
  users: axisWords(users, null),
  conditions: conditionsOf(conditionWords),
  start: time,
  end: endTime,
  deadline: time,
  sequence,
  status,
  force,
})

/**
 * Definite claims: each states its act, all of one ladder, and both axes of scope; figures are percent of one basis;
 * conditions can hold together; nothing is vague, rounded, hedged, or adds up; nothing is denied by its scope; and no
 * claim says when it starts, for an end before the other's start puts the two apart in time.
 */
const definiteFields = {
  act: actOfLadder,
  stance,
  value: exactAmount('%'),
  goods: goodsReached,
  users: usersReached,
  conditions: conditionsOf(['leaders approval', 'rules met']),
  end: endTime.filter((t) => t !== 'at once' && !t.includes('china delivers')),
  deadline: time,
  sequence: sequence.filter((s) => s.endsWith('us acts')),
  status,
  force: fc.constantFrom('commits', 'non-binding'),
}
export const definiteClaim: fc.Arbitrary<ClaimText> = claimFrom(definiteFields, ['act', 'goods', 'users'])

/** A claim and another that differs from it in a facet or two: so that implications and clashes are common. */
export const near = (claims: fc.Arbitrary<ClaimText>): fc.Arbitrary<[ClaimText, ClaimText]> =>
  fc.tuple(claims, claims, fc.subarray([...keysOf.keys()], { maxLength: 3 })).map(([a, b, names]) => {
    const mixed = names.reduce((claim, name) => withFacet(claim, b, name), a)
    return Object.keys(mixed).length > 0 && readable(mixed) ? [a, mixed] : [a, b]
  })

/** Claims and one key of each facet, so that a law over the registry misses none. */
export const claimOfFacet: Readonly<Record<string, fc.Arbitrary<ClaimText>>> = {
  act: claimFrom({ act: anyAct }, ['act']),
  stance: claimFrom({ stance }, ['stance']),
  measure: claimFrom({ value: anyValue, basis, period }, ['value']),
  choice: fc.subarray(['us first', 'china first', 'together'], { minLength: 1 }).map((value) => ({ value })),
  scope: claimFrom({ goods: axisWords(goods, 'some metals'), users: axisWords(users, 'controlled items') }),
  conditions: claimFrom({ conditions: conditionsOf(conditionWords) }, ['conditions']),
  start: claimFrom({ start: time }, ['start']),
  end: claimFrom({ end: endTime }, ['end']),
  deadline: claimFrom({ deadline: time }, ['deadline']),
  sequence: claimFrom({ sequence }, ['sequence']),
  status: claimFrom({ status }, ['status']),
  force: claimFrom({ force }, ['force']),
}
export const choices = ['us first', 'china first', 'together']
