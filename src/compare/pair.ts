import type { Stated } from '../deal.ts'
import { denialRows, extraDenials } from './denial.ts'
import { facetRank } from '../facets/index.ts'
import { ANY, canBe, DISJOINT, EQUAL, fold, type Possible, surely } from '../relation.ts'
import { acrossTimes, periodRow, cautious, hedgedDenials, isHedged, openToDenial } from './caution.ts'
import { deontic, filled, isScoped, isStepApart, type Row, rowsOf, said } from './rows.ts'
import { allOf, type Verdict, verdicts, worse } from '../verdict.ts'
import { partsMeet } from './parts.ts'
import type { FoldContext, Part, Version } from './version.ts'

/** What comes of two parts that meet. */
export interface Judgement {
  readonly verdict: Verdict
  /** What an unclear verdict could be, worst first. */
  readonly couldBe: readonly Verdict[]
  readonly rows: readonly Row[]
  /** Of A's claim to B's; a wider region and a narrower content are the stronger claim. */
  readonly region: Possible
  readonly content: Possible
  /** Whether the one is a commitment or fact and the other a demand, an estimate, a position or a narrative. */
  readonly kinds?: true
}

/** What comes of two versions. */
export interface PairJudgement {
  readonly verdict: Verdict
  readonly couldBe: readonly Verdict[]
  readonly rows: readonly Row[]
  /** Parts of which the other party says nothing. */
  readonly unmatched: readonly { readonly party: string; readonly part: string }[]
  /** Whether some of what they say is not of one kind: a demand against a commitment. */
  readonly kinds: boolean
  /** Of the first party's version to the second's; null where one has none. */
  readonly implies: { readonly region: Possible; readonly content: Possible } | null
}

const UNCODED: readonly Verdict[] = ['contradiction', 'at-odds', 'differs', 'agree']

/**
 * Judges two parts, facet by facet, by the exact relations of the sets they denote (`method`, section 4). A claim
 * says: for every point of its region, the state lies in its content; so no world satisfies both iff the regions
 * meet and the contents do not.
 */
function judgeParts(
  a: Part,
  b: Part,
  assume: readonly Stated[],
  context: FoldContext,
  name: string | null,
): Judgement {
  if (a.slots.size === 0 || b.slots.size === 0)
    return { verdict: 'unclear', couldBe: UNCODED, rows: [], region: ANY, content: ANY }
  const [left, right] = [filled(a, assume), filled(b, assume)]
  const scoped: readonly [boolean, boolean] = [isScoped(left), isScoped(right)]
  const regions = rowsOf('region', left, right, { ...context, scope: EQUAL, scoped }, name)
  const scope = fold(regions.filter((r) => r.facet === 'scope').map((r) => r.possible))
  const plain = rowsOf('content', left, right, { ...context, scope, scoped }, name)
  // What the term assumes makes no denial and no clash: from here on only what was said counts.
  const [sayA, sayB] = [said(left), said(right)]
  const own = cautious(deontic(plain, sayA, sayB, context), sayA, sayB, context)
  const across = acrossTimes(left, right, own, name)
  const contentRows = [...own, ...across.filter((r) => r.role === 'content')]
  const regionRows = [...openToDenial(regions, own, context), ...across.filter((r) => r.role === 'region')]
  const times = periodRow(sayA, sayB, name)
  const denials = hedgedDenials(
    [
      ...denialRows(sayA, sayB, [...regionRows, ...times], contentRows, context, name, false),
      ...denialRows(sayB, sayA, [...regionRows, ...times], contentRows, context, name, true),
    ],
    isHedged(sayA) || isHedged(sayB),
  )
  const rows = [...contentRows, ...extraDenials(sayA, sayB, name), ...regionRows]
  const judgement = decide(rows, denials)
  return ofOneKind(a, b) ? judgement : ofTwoKinds(judgement)
}

/** Whether what two parts say can be of one kind: both commitments, both facts, both demands. */
function ofOneKind(a: Part, b: Part): boolean {
  const natures = (part: Part) => new Set([...part.slots.values()].flatMap((s) => s.claim?.nature ?? []))
  const [x, y] = [natures(a), natures(b)]
  return x.size === 0 || y.size === 0 || [...x].some((n) => y.has(n))
}

/** Rows that would clash, were the two about the same. */
const moot = (rows: readonly Row[]): Row[] =>
  rows.map((r) => (r.role === 'content' && canBe(r.possible, DISJOINT) ? { ...r, moot: true as const } : r))

/** A demand and what is announced, or what is promised and what was done, can both stand, and are not the same. */
const ofTwoKinds = (j: Judgement): Judgement => ({
  ...j,
  verdict: 'differs',
  couldBe: [],
  rows: moot(j.rows),
  kinds: true,
})

/** The steps of `method`, section 4, in their order. */
function decide(rows: readonly Row[], denials: readonly Row[]): Judgement {
  const regionRows = rows.filter((r) => r.role === 'region')
  const contentRows = rows.filter((r) => r.role === 'content')
  const [region, content] = [
    fold(regionRows.map((r) => r.possible)),
    fold(contentRows.map((r) => r.possible)),
  ]
  const all = [...denials.filter((d) => canBe(d.possible, DISJOINT)), ...rows]
  const done = (
    verdict: Verdict,
    couldBe: readonly Verdict[] = [],
    shown: readonly Row[] = all,
  ): Judgement => ({ verdict, couldBe, rows: shown, region, content })
  // The denial that clashes says all that the row on what only one side rules out would say.
  if (denials.some((d) => surely(d.possible, DISJOINT)))
    return done('contradiction', [], [...denials, ...rows.filter((r) => !r.denial)])
  const apart = surely(region, DISJOINT)
  const possible = !apart && canBe(region, ~DISJOINT) && canBe(content, DISJOINT)
  if (possible && !canBe(region, DISJOINT) && surely(content, DISJOINT))
    return done('contradiction', [], rows)
  const rest = settled(rows, apart)
  if (possible || denials.length > 0) {
    const others = apart ? (['differs'] as const) : couldOtherwise(rows, region, content)
    return done('unclear', ['contradiction', ...others])
  }
  return done(rest, [], apart ? moot(rows) : rows)
}

/** The verdict of two parts that do not clash. */
function settled(rows: readonly Row[], apart: boolean): Verdict {
  if (apart) return 'differs'
  if (rows.some(isStepApart)) return 'at-odds'
  return rows.every((r) => surely(r.possible, EQUAL) || r.noted) ? 'agree' : 'differs'
}

/** What a pair could be, should its doubts not end in a clash; worst first. */
function couldOtherwise(rows: readonly Row[], region: Possible, content: Possible): Verdict[] {
  const open = !surely(content, DISJOINT)
  const stepsApart = rows.some(isStepApart)
  const agree = open && rows.every((r) => canBe(r.possible, EQUAL) || r.noted)
  const unequal = rows.some((r) => canBe(r.possible, ~(EQUAL | DISJOINT)) && !r.noted)
  const out: Verdict[] = []
  if (open && stepsApart) out.push('at-odds')
  if ((open && unequal && !stepsApart) || canBe(region, DISJOINT)) out.push('differs')
  if (agree && !stepsApart) out.push('agree')
  return out
}

const inOrder = (rows: readonly Row[]): Row[] =>
  [...rows].sort((x, y) => facetRank(x.facet) - facetRank(y.facet))

/** Judges two versions, part by part: parts meet if they bear one name or one bears none. */
export function judgeVersions(
  a: Version,
  b: Version,
  assume: readonly Stated[],
  context: FoldContext,
): PairJudgement {
  const met: { x: Part; y: Part; judgement: Judgement }[] = []
  for (const x of a.parts)
    for (const y of b.parts)
      if (partsMeet(x, y, a.parts, b.parts))
        met.push({ x, y, judgement: judgeParts(x, y, assume, context, x.name ?? y.name) })
  // What agrees with one part need not be meant of another: that clash is open.
  for (const m of met) {
    const agreed = met.some(
      (n) =>
        n.judgement.verdict === 'agree' &&
        ((m.x.name === null && n.x === m.x) || (m.y.name === null && n.y === m.y)),
    )
    if (m.judgement.verdict === 'contradiction' && agreed)
      m.judgement = { ...m.judgement, verdict: 'unclear', couldBe: ['contradiction', 'differs'] }
  }
  const clashing = met.filter((m) => m.judgement.verdict === 'contradiction')
  const best = [...a.parts, ...b.parts].map((part) =>
    met
      .filter((m) => m.x === part || m.y === part)
      .reduce<(typeof met)[number] | null>(
        (least, m) => (least === null || better(m.judgement.verdict, least.judgement.verdict) ? m : least),
        null,
      ),
  )
  const used = clashing.length > 0 ? clashing : met.filter((m) => best.includes(m))
  const lonely = best.includes(null)
  const verdict: Verdict =
    clashing.length > 0
      ? 'contradiction'
      : best
          .map((m): Verdict => m?.judgement.verdict ?? 'differs')
          .reduce((worst, v) => worse(worst, v), 'agree')
  const unmatched = [a, b].flatMap((v, side) =>
    v.parts.flatMap((part, i) =>
      best[side === 0 ? i : a.parts.length + i] === null && part.name !== null
        ? [{ party: v.party, part: part.name }]
        : [],
    ),
  )
  const rows = used.flatMap((m) => inOrder(m.judgement.rows))
  const all = used.map((m) => m.judgement)
  return {
    verdict,
    couldBe: verdict === 'unclear' ? allOf(all.map((j) => j.couldBe)) : [],
    rows,
    unmatched,
    kinds: all.some((j) => j.kinds),
    implies: {
      region: lonely || all.length !== 1 ? 31 : (all[0]?.region ?? EQUAL),
      content: lonely || all.length !== 1 ? 31 : (all[0]?.content ?? EQUAL),
    },
  }
}
const better = (x: Verdict, y: Verdict): boolean => verdicts.indexOf(x) > verdicts.indexOf(y)
