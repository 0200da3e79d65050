import {
  type Claim,
  type Deal,
  type Entry,
  type Reported,
  type Stated,
  statementsBy,
  type Term,
} from '../deal.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { conversionsAsOf, historiesAsOf } from './as-of.ts'
import { deniesOnly } from './caution.ts'
import { againstItself, type Inconsistency } from './itself.ts'
import { judgeVersions, type PairJudgement } from './pair.ts'
import { judgeReported } from './press.ts'
import { type SilenceFound, silenceOf } from './silence.ts'
import {
  allOf,
  type Judgement as PressJudgement,
  type SilenceState,
  type Verdict,
  worse,
} from '../verdict.ts'
import { type FoldContext, type Version, versionOf } from './version.ts'

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
  readonly reported: readonly {
    readonly claim: Reported
    readonly judgement: readonly { party: string; judgement: PressJudgement }[]
  }[]
  /** Answers that every two of three or more parties share, and all together do not. */
  readonly jointlyEmpty: readonly string[]
}
export interface Pair extends PairJudgement {
  readonly parties: readonly [string, string]
  readonly missing: readonly string[]
}
export interface Side {
  readonly party: string
  readonly version: Version | null
  readonly silence: SilenceFound | null
  readonly history: readonly Entry[]
}
/** Compares a deal as of a day (null: as of its last statement); terms that nobody speaks of have no row. */
export function compareTerms(deal: Deal, asOf: string | null): Compared[] {
  return [...deal.terms.values()].map((term) => compareTerm(deal, term, asOf)).filter((c) => c !== null)
}

/** Compares one term; null where neither a party nor the press speaks of it. */
export function compareTerm(deal: Deal, term: Term, asOf: string | null): Compared | null {
  const { sides, versions, context } = sidesOf(deal, term, asOf)
  const reported = deal.reported.filter((r) => r.term === term.id && (asOf === null || r.source.day <= asOf))
  if (versions.size === 0 && reported.length === 0) return null
  const pairs = pairsOf(sides, term.assume, context)
  const judged = pairs.reduce<Verdict>((worst, p) => worse(worst, p.verdict), 'press-only')
  // A commitment that is no matter of the other side's makes no pair; it is still one that only one side announced.
  const verdict = pairs.length > 0 ? judged : versions.size > 0 ? 'missing' : 'press-only'
  return {
    term,
    verdict,
    couldBe: verdict === 'unclear' ? allOf(pairs.map((p) => p.couldBe)) : [],
    aside: verdict === 'missing' && (pairs.length === 0 || isAside(term, versions, deal.vocabulary)),
    pairs,
    versions: sides,
    // Looked for only where it is asked for: every claim is held against every other.
    get inconsistencies() {
      return [...versions.values()].flatMap((v) => againstItself(v, term.assume, context))
    },
    // The same: a report is held against every statement of every party.
    get reported() {
      return reported.map((claim) => ({ claim, judgement: judgeReported(deal, term, claim, asOf) }))
    },
    jointlyEmpty: jointlyEmpty([...versions.values()]),
  }
}

/** What each party announced of a term as of a day, or how well its silence is known. */
export function sidesOf(
  deal: Deal,
  term: Term,
  asOf: string | null,
): {
  readonly sides: readonly Side[]
  readonly versions: ReadonlyMap<string, Version>
  readonly context: FoldContext
} {
  // What was said later is not there at all: a party that only spoke then has no history yet.
  const histories = historiesAsOf(deal, term.id, asOf)
  const context: FoldContext = { vocabulary: deal.vocabulary, conversions: conversionsAsOf(deal, asOf) }
  const versions = new Map<string, Version>()
  for (const party of term.between) {
    const version = versionOf(party, histories.get(party) ?? [], asOf, context)
    if (version) versions.set(party, version)
  }
  const sides = term.between.map((party): Side => {
    const history = histories.get(party) ?? []
    const version = versions.get(party) ?? null
    return {
      party,
      version,
      silence: version ? null : silence(deal, party, histories, versions, asOf),
      history,
    }
  })
  return { sides, versions, context }
}

function silence(
  deal: Deal,
  party: string,
  histories: ReadonlyMap<string, readonly Entry[]>,
  versions: ReadonlyMap<string, Version>,
  asOf: string | null,
): SilenceFound {
  // What was superseded since was there to be answered all the same.
  const firsts = [...versions.keys()]
    .flatMap((other) => histories.get(other) ?? [])
    .flatMap((e) => (e.kind === 'claim' && (asOf === null || e.source.day <= asOf) ? [e.source.day] : []))
    .sort()
  return silenceOf(histories.get(party) ?? [], statementsBy(deal, party), asOf, firsts[0] ?? null)
}

/** What is missing and yet no unanswered commitment: another kind of claim, or an answer to a denial only. */
function isAside(term: Term, versions: ReadonlyMap<string, Version>, vocabulary: Vocabulary): boolean {
  const claims = [...versions.values()].flatMap((v) => v.claims)
  return (
    term.nature !== 'commitment' ||
    claims.every((c) => c.nature !== 'commitment' || onlyDenies(c, vocabulary))
  )
}
/** Whether a claim says no, and nothing else. */
export const onlyDenies = (claim: Claim, vocabulary: Vocabulary): boolean =>
  deniesOnly(claim.stated, vocabulary)

function pairsOf(sides: readonly Side[], assume: readonly Stated[], context: FoldContext): Pair[] {
  const announced = sides.filter((s) => s.version !== null)
  const out: Pair[] = []
  for (const [i, x] of sides.entries())
    for (const y of sides.slice(i + 1)) {
      const parties = [x.party, y.party] as const
      if (x.version && y.version)
        out.push({ parties, missing: [], ...judgeVersions(x.version, y.version, assume, context) })
      else if (x.version || y.version) {
        const absent = x.version ? y : x
        const state: SilenceState = absent.silence?.state ?? 'unrecorded'
        // With two others to compare, a party of which nothing at all is recorded makes no pair.
        if (state === 'not-applicable' || (absent.history.length === 0 && announced.length > 1)) continue
        out.push({
          parties,
          verdict: 'missing',
          couldBe: [],
          rows: [],
          missing: [absent.party],
          unmatched: [],
          kinds: false,
          implies: null,
        })
      }
    }
  return out
}

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
