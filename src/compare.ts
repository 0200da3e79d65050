import { type Claim, type Deal, type Entry, type Reported, type Stated, type Term, rankOf } from './deal.ts'
import { facets } from './facets/index.ts'
import { type Judgement, type Row, judgeParts } from './pair.ts'
import { type Possible, DISJOINT, EQUAL, NARROWER, WIDER, surely } from './relation.ts'
import type { Judgement as PressJudgement, SilenceState } from './report.ts'
import { type SilenceFound, silenceOf } from './silence.ts'
import { type Verdict, verdicts, worse } from './verdict.ts'
import { type FoldContext, type Part, type Version, versionOf, versionOfClaim } from './version.ts'

/** One term, compared: everything a report says of it, in the engine's own types. */
export interface Compared {
  readonly term: Term
  readonly verdict: Verdict
  readonly couldBe: readonly Verdict[]
  readonly aside: boolean
  /** The pairs judged, in the order of the parties. */
  readonly pairs: readonly Pair[]
  readonly versions: readonly Side[]
  readonly inconsistencies: readonly Inconsistency[]
  readonly reported: readonly { readonly claim: Reported; readonly judgement: readonly { party: string; judgement: PressJudgement }[] }[]
  /** Answers that every two of three or more parties share, and all together do not. */
  readonly jointlyEmpty: readonly string[]
}
export interface Pair {
  readonly parties: readonly [string, string]
  readonly verdict: Verdict
  readonly couldBe: readonly Verdict[]
  readonly rows: readonly Row[]
  readonly missing: readonly string[]
  /** Parts of which the other party says nothing. */
  readonly unmatched: readonly { readonly party: string; readonly part: string }[]
  /** Of the first party's version to the second's; null where one has none. */
  readonly implies: { readonly region: Possible; readonly content: Possible } | null
}
export interface Side {
  readonly party: string
  readonly version: Version | null
  readonly silence: SilenceFound | null
  readonly history: readonly Entry[]
}
export interface Inconsistency {
  readonly party: string
  readonly facet: string
  readonly claims: readonly [Claim, Claim]
  readonly row: Row
  /** Whether both cannot hold; else a later word of lower rank moved a figure or a date. */
  readonly clash: boolean
}

/** Compares a deal as of a day (null: as of its last statement); terms that nobody speaks of have no row. */
export function compareTerms(deal: Deal, asOf: string | null): Compared[] {
  return [...deal.terms.values()].map((term) => compareTerm(deal, term, asOf)).filter((c) => c !== null)
}

/** Compares one term; null where neither a party nor the press speaks of it. */
export function compareTerm(deal: Deal, term: Term, asOf: string | null): Compared | null {
  const histories = deal.histories.get(term.id) ?? new Map<string, readonly Entry[]>()
  const context: FoldContext = { vocabulary: deal.vocabulary, conversions: deal.conversions }
  const versions = new Map<string, Version>()
  for (const party of term.between) {
    const version = versionOf(party, histories.get(party) ?? [], asOf, context)
    if (version) versions.set(party, version)
  }
  const reported = deal.reported.filter((r) => r.term === term.id && (asOf === null || r.source.day <= asOf))
  if (versions.size === 0 && reported.length === 0) return null
  const sides = term.between.map((party): Side => {
    const history = histories.get(party) ?? []
    const version = versions.get(party) ?? null
    return { party, version, silence: version ? null : silence(deal, party, history, versions, asOf), history }
  })
  const pairs = pairsOf(sides, term.assume, context)
  const judged = pairs.reduce<Verdict>((worst, p) => worse(worst, p.verdict), 'press-only')
  // A commitment that is no matter of the other side's makes no pair; it is still one that only one side announced.
  const verdict = pairs.length > 0 ? judged : versions.size > 0 ? 'missing' : 'press-only'
  return {
    term,
    verdict,
    couldBe: verdict === 'unclear' ? union(pairs.map((p) => p.couldBe)) : [],
    aside: verdict === 'missing' && (pairs.length === 0 || isAside(term, versions)),
    pairs,
    versions: sides,
    inconsistencies: [...versions.values()].flatMap((v) => againstItself(v, term.assume, context)),
    reported: reported.map((claim) => ({ claim, judgement: claim.attributed.map((party) => ({ party, judgement: judgeReported(claim, party, versions, term.assume, context) })) })),
    jointlyEmpty: jointlyEmpty([...versions.values()]),
  }
}

const union = (lists: readonly (readonly Verdict[])[]): Verdict[] => verdicts.filter((v) => lists.some((l) => l.includes(v)))

function silence(deal: Deal, party: string, history: readonly Entry[], versions: ReadonlyMap<string, Version>, asOf: string | null): SilenceFound {
  const firsts = [...versions.values()].map((v) => v.claims[0]?.source.day).filter((d) => d !== undefined).sort()
  const own = [...deal.sources.values()].filter((s) => s.party.includes(party))
  return silenceOf(history, own, asOf, firsts[0] ?? null)
}

/** What is missing and yet no unanswered commitment: another kind of claim, or an answer to a denial only. */
function isAside(term: Term, versions: ReadonlyMap<string, Version>): boolean {
  const claims = [...versions.values()].flatMap((v) => v.claims)
  return term.nature !== 'commitment' || claims.every((c) => c.nature !== 'commitment' || onlyDenies(c))
}
const onlyDenies = (claim: Claim): boolean =>
  claim.stated.some((s) => {
    const v = s.value as { manner?: string; negated?: boolean; value?: { kind?: string }; word?: string }
    if (s.facet === 'stance') return s.value === 'shall not' || s.value === 'no commitment'
    if (s.facet === 'measure') return v.negated === true || v.value?.kind === 'no' || v.value?.kind === 'none'
    return (s.facet === 'act' || s.facet === 'status') && (v.manner === 'not' || v.word === 'keep' || v.word === 'none')
  })

function pairsOf(sides: readonly Side[], assume: readonly Stated[], context: FoldContext): Pair[] {
  const announced = sides.filter((s) => s.version !== null)
  const out: Pair[] = []
  for (const [i, x] of sides.entries())
    for (const y of sides.slice(i + 1)) {
      const parties = [x.party, y.party] as const
      if (x.version && y.version) out.push({ parties, missing: [], ...judgeVersions(x.version, y.version, assume, context) })
      else if (x.version || y.version) {
        const absent = x.version ? y : x
        const state: SilenceState = absent.silence?.state ?? 'unrecorded'
        // With two others to compare, a party of which nothing at all is recorded makes no pair.
        if (state === 'not-applicable' || (absent.history.length === 0 && announced.length > 1)) continue
        out.push({ parties, verdict: 'missing', couldBe: [], rows: [], missing: [absent.party], unmatched: [], implies: null })
      }
    }
  return out
}

const order = new Map(facets.map((f, i) => [f.name, i]))
const inOrder = (rows: readonly Row[]): Row[] =>
  [...rows].sort((x, y) => (order.get(x.facet) ?? 0) - (order.get(y.facet) ?? 0))

/** Judges two versions, part by part: parts meet if they bear one name or one bears none. */
export function judgeVersions(a: Version, b: Version, assume: readonly Stated[], context: FoldContext): Omit<Pair, 'parties' | 'missing'> {
  const meets = (x: Part, y: Part): boolean => x.name === y.name || x.name === null || y.name === null
  const met: { x: Part; y: Part; judgement: Judgement }[] = []
  for (const x of a.parts)
    for (const y of b.parts)
      if (meets(x, y)) met.push({ x, y, judgement: judgeParts(x, y, assume, context, x.name ?? y.name) })
  const clashing = met.filter((m) => m.judgement.verdict === 'contradiction')
  const best = [...a.parts, ...b.parts].map((part) =>
    met
      .filter((m) => m.x === part || m.y === part)
      .reduce<(typeof met)[number] | null>((least, m) => (least === null || better(m.judgement.verdict, least.judgement.verdict) ? m : least), null),
  )
  const used = clashing.length > 0 ? clashing : met.filter((m) => best.includes(m))
  const lonely = best.includes(null)
  const verdict: Verdict =
    clashing.length > 0
      ? 'contradiction'
      : [...best.map((m) => m?.judgement.verdict ?? 'differs')].reduce((worst, v) => worse(worst, v), 'agree' as Verdict)
  const unmatched = [a, b].flatMap((v, side) =>
    v.parts.flatMap((part, i) => (best[side === 0 ? i : a.parts.length + i] === null && part.name !== null ? [{ party: v.party, part: part.name }] : [])),
  )
  const rows = used.flatMap((m) => inOrder(m.judgement.rows))
  const all = used.map((m) => m.judgement)
  return {
    verdict,
    couldBe: verdict === 'unclear' ? union(all.map((j) => j.couldBe)) : [],
    rows,
    unmatched,
    implies: {
      region: lonely || all.length !== 1 ? 31 : (all[0]?.region ?? EQUAL),
      content: lonely || all.length !== 1 ? 31 : (all[0]?.content ?? EQUAL),
    },
  }
}
const better = (x: Verdict, y: Verdict): boolean => verdicts.indexOf(x) > verdicts.indexOf(y)

/** Two claims of one side in force that cannot both hold, or a later one of lower rank that moves a figure or date. */
function againstItself(version: Version, assume: readonly Stated[], context: FoldContext): Inconsistency[] {
  const out: Inconsistency[] = []
  for (const [i, later] of version.claims.entries())
    for (const earlier of version.claims.slice(0, i)) {
      const { verdict, rows } = judgeVersions(versionOfClaim(earlier), versionOfClaim(later), assume, context)
      const clashing = rows.filter((r) => surely(r.possible, DISJOINT) && r.role === 'content')
      const moved = rows.find((r) => r.a && r.b && movable.has(r.facet) && !surely(r.possible, EQUAL) && !r.noted && isMove(r))
      const row = clashing[0]
      if (verdict === 'contradiction' && row) out.push({ party: version.party, facet: row.facet, claims: [earlier, later], row, clash: true })
      else if (moved && later.source.day > earlier.source.day && lowerRank(later, earlier))
        out.push({ party: version.party, facet: moved.facet, claims: [earlier, later], row: moved, clash: false })
    }
  return out
}
const movable = new Set(['measure', 'start', 'end', 'deadline'])
const isMove = (r: Row): boolean => (r.facet === 'deadline' ? surely(r.possible, NARROWER | WIDER) : surely(r.possible, DISJOINT))
const lowerRank = (x: Claim, y: Claim): boolean => rankOf(x.source) > rankOf(y.source)

/** Three finite sets may meet two by two and have nothing in common: then the answers cannot all hold. */
function jointlyEmpty(versions: readonly Version[]): string[] {
  if (versions.length < 3) return []
  const answers = versions.map((v) => {
    const slot = v.parts.length === 1 ? v.parts[0]?.slots.get('choice') : undefined
    return slot ? (slot.stated.value as { answers: ReadonlySet<string> }).answers : null
  })
  const stated = answers.filter((x) => x !== null)
  const [first, ...rest] = stated
  if (stated.length < 3 || !first) return []
  const common = [...first].filter((w) => rest.every((s) => s.has(w)))
  return common.length === 0 ? versions.map((v) => v.party) : []
}

/** A reported claim against the version of the party to which it was attributed. */
function judgeReported(claim: Reported, party: string, versions: ReadonlyMap<string, Version>, assume: readonly Stated[], context: FoldContext): PressJudgement {
  const version = versions.get(party)
  const reported = reportedVersion(claim)
  const against = (v: Version): PressJudgement => {
    const { verdict, implies } = judgeVersions(reported, v, assume, context)
    if (verdict === 'contradiction') return 'against what was announced'
    if (verdict === 'agree') return 'as announced'
    if (verdict === 'unclear' || !implies) return 'unclear'
    // A wider region and a narrower content are the stronger claim.
    const stronger = surely(implies.region, EQUAL | WIDER) && surely(implies.content, EQUAL | NARROWER)
    const weaker = surely(implies.region, EQUAL | NARROWER) && surely(implies.content, EQUAL | WIDER)
    return stronger ? 'more than announced' : weaker ? 'less than announced' : 'unclear'
  }
  if (version) return against(version)
  if (versions.size === 0) return 'announced by neither'
  // Credited to the wrong side only where another side's version bears it out.
  const borne = [...versions.values()].some((v) => ['as announced', 'less than announced'].includes(against(v)))
  return borne ? 'announced by another only' : 'unclear'
}

const reportedVersion = (claim: Reported): Version => ({
  party: '',
  claims: [],
  parts: [{ name: claim.part, slots: new Map(claim.stated.map((stated) => [stated.axis === null ? stated.facet : `${stated.facet} ${stated.axis}`, { stated, claim: null }])) }],
})
