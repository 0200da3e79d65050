import type { Claim, Reported, Stated } from '../deal.ts'
import type { Measure } from '../facets/measure/value.ts'
import { facetOf } from '../facets/index.ts'
import { isHedged } from './caution.ts'
import { judgeVersions } from './pair.ts'
import { canBe, DISJOINT, EQUAL, fold, NARROWER, type Possible, surely, WIDER } from '../relation.ts'
import type { Row } from './rows.ts'
import type { Judgement } from '../verdict.ts'
import { type FoldContext, type Part, slotKey, type Version, versionOfClaim } from './version.ts'

/** What of a report is judged: nothing else of it enters a judgement. */
export type Told = Pick<Reported, 'part' | 'stated'>

/** One aspect: how what the report says of it stands to what the party announced of it, as a report is read. */
export interface Aspect {
  readonly row: Row
  readonly possible: Possible
}

/** A report against one part of a party's version. */
export interface AgainstPart {
  readonly part: Part
  readonly judgement: Judgement
  /** Whoever announced the part announced all that is reported. */
  readonly borne: boolean
  /** Whether it is certain that he did not. */
  readonly surelyNot: boolean
  readonly aspects: readonly Aspect[]
}

/** A report against the version of the party to which it was credited, and against those of the others. */
export interface PressJudgement {
  readonly judgement: Judgement
  /** The other parties whose own versions bear it out. */
  readonly borneOutBy: readonly string[]
  /** Against the party's own version; null where it has none, or none of the report's part. */
  readonly own: AgainstPart | null
  /** Where the version does not bear it out, a statement of the party that by itself does. */
  readonly alone: Claim | null
}

/** A reported claim against the version of the party to which it was attributed. */
export const judgeReported = (
  claim: Told,
  party: string,
  versions: ReadonlyMap<string, Version>,
  assume: readonly Stated[],
  context: FoldContext,
): Judgement => judgePress(claim, party, versions, assume, context).judgement

/**
 * A report is read as a retelling, so that what it says is set against what the party announced *of the same*. With R
 * the report and V the version, region and content as everywhere (a wider region and a narrower content are the
 * stronger claim):
 *
 * - **against** what was announced: the two cannot both hold, as in a pair.
 * - V *bears R out* iff R's region is equal to V's or narrower and R's content equal or wider: whoever announced V
 *   announced all of R. Then it is **as announced** where all is equal, up to what a pair may differ in and still agree,
 *   else **less**: so leaving out what holds never makes a report more.
 * - **more** than announced: V surely does not bear R out, R's region is equal or wider and, of what R does say, the
 *   content equal or narrower. A scope or condition that only V names is a limit left out: R's region is the wider.
 *   A scope alone is not enough where R also leaves out what holds: such a report is only vague, and unclear. So is the
 *   force or status a limit that only V names and that makes it a hedge ("considers"): left out, R says more.
 * - **by another only**: the party's own version surely does not bear R out, or it has none; and another's does.
 * - **by neither**: the party has no claim, and surely none of the others bears R out.
 * - **unclear**: the rest; and what would be more, or by another only, where one statement of the party by itself may bear
 *   R out: one recorded in words alone, or one that another stands above. What one surely bears out is never against.
 *
 * A figure whose basis or period the report leaves out is read as counted like the party's own; that reading never
 * makes it against what was announced.
 */
export function judgePress(
  claim: Told,
  party: string,
  versions: ReadonlyMap<string, Version>,
  assume: readonly Stated[],
  context: FoldContext,
): PressJudgement {
  const others = [...versions].filter(([id]) => id !== party)
  const results = others.map(([id, v]) => ({ id, found: againstVersion(claim, v, assume, context) }))
  const borneOutBy = results.filter(({ found }) => found.borne).map(({ id }) => id)
  const version = versions.get(party)
  if (!version) {
    const nobody = results.every(({ found }) => found.surelyNot)
    const judgement: Judgement =
      borneOutBy.length > 0 ? 'announced by another only' : nobody ? 'announced by neither' : 'unclear'
    return { judgement, borneOutBy, own: null, alone: null }
  }
  const own = againstVersion(claim, version, assume, context)
  const elsewhere = own.judgement !== 'against what was announced' && own.surelyNot && borneOutBy.length > 0
  return {
    judgement: elsewhere ? 'announced by another only' : own.judgement,
    borneOutBy,
    own: own.shown,
    alone: own.borne ? null : own.alone,
  }
}

interface AgainstVersion extends Omit<AgainstPart, 'part' | 'aspects'> {
  /** The part that decides. */
  readonly shown: AgainstPart | null
  /** A claim that by itself bears it out. */
  readonly alone: Claim | null
}

/** The parts a report is about: that of its name, else those without one; a report without a part, all. */
function partsFor({ part }: Told, version: Version): readonly Part[] {
  if (part === null) return version.parts
  const same = version.parts.filter((p) => p.name === part)
  return same.length > 0 ? same : version.parts.filter((p) => p.name === null)
}

function againstVersion(
  claim: Told,
  version: Version,
  assume: readonly Stated[],
  context: FoldContext,
): AgainstVersion {
  const met = partsFor(claim, version).map((part) => againstPart(claim, part, assume, context))
  const against = met.find((m) => m.judgement === 'against what was announced')
  const borne = met.find((m) => m.judgement === 'as announced') ?? met.find((m) => m.borne)
  const shown = against ?? met[0] ?? null
  // What a party says in one statement it has announced, though another of its statements stands above it.
  const each = version.claims
    .filter((c) => c.part === null || claim.part === null || c.part === claim.part)
    .map((c) => ({ claim: c, found: againstPart(claim, partOf(c), assume, context) }))
  const alone = each.findLast((e) => e.found.borne)?.claim ?? null
  const open: AgainstVersion = { judgement: 'unclear', borne: false, surelyNot: false, shown, alone }
  // What agrees with one part need not be meant of another.
  if (against) return borne || alone ? open : { ...against, shown, alone }
  if (borne) {
    // Of several parts it retells all, or says less.
    const whole = met.every((m) => m.judgement === 'as announced')
    return { ...borne, judgement: whole ? 'as announced' : 'less than announced', shown: borne, alone }
  }
  const surelyNot = met.length > 0 && [...met, ...each.map((e) => e.found)].every((m) => m.surelyNot)
  const more = met.every((m) => m.judgement === 'more than announced')
  return { ...open, judgement: surelyNot && more ? 'more than announced' : 'unclear', surelyNot }
}

const partOf = (claim: Claim): Part => versionOfClaim(claim).parts[0] as Part

function againstPart(claim: Told, part: Part, assume: readonly Stated[], context: FoldContext): AgainstPart {
  const version: Version = { party: '', claims: [], parts: [{ ...part, name: null }] }
  const judge = (stated: readonly Stated[]) => judgeVersions(versionOf(stated), version, assume, context)
  const plain = judge(claim.stated)
  const filled = judge(claim.stated.map((s) => countedAlike(s, part)))
  const clashes = (rows: readonly Row[]): boolean =>
    rows.some((r) => r.facet === 'measure' && canBe(r.possible, DISJOINT))
  const { verdict, rows } = clashes(filled.rows) ? plain : filled
  const uncoded = claim.stated.length === 0 || part.slots.size === 0
  // What speaks of nothing that the party speaks of is not borne out by it.
  const shared = rows.some((r) => r.role === 'content' && r.a !== null && r.b !== null)
  const aspects = rows.flatMap((row): Aspect[] => {
    const possible = asRetold(row, claim, part, shared)
    return possible === null ? [] : [{ row, possible }]
  })
  const of = (role: Row['role'], some = aspects): Possible =>
    fold(some.filter((x) => x.row.role === role).map((x) => x.possible))
  const [region, content] = [of('region'), of('content')]
  const toldOf = of(
    'content',
    aspects.filter((x) => x.row.a !== null || !surely(x.possible, WIDER)),
  )
  const none = { borne: false, surelyNot: false }
  const done = (judgement: Judgement, more: Partial<typeof none> = {}): AgainstPart => ({
    part,
    judgement,
    ...none,
    ...more,
    aspects,
  })
  if (uncoded) return done('unclear')
  if (verdict === 'contradiction') return done('against what was announced', { surelyNot: true })
  if (verdict === 'agree' || (surely(region, EQUAL) && surely(content, EQUAL)))
    return done('as announced', { borne: true })
  if (surely(region, EQUAL | NARROWER) && surely(content, EQUAL | WIDER))
    return shared ? done('less than announced', { borne: true }) : done('unclear')
  const surelyNot = surely(region, ~(EQUAL | NARROWER)) || surely(content, ~(EQUAL | WIDER))
  const more =
    surelyNot &&
    surely(region, EQUAL | WIDER) &&
    surely(toldOf, EQUAL | NARROWER) &&
    // Vaguer in what holds as well as in scope, a retelling is only vague.
    (surely(content, EQUAL | NARROWER) || aspects.some(addsOrDropsCondition))
  return done(more ? 'more than announced' : 'unclear', { surelyNot })
}

const addsOrDropsCondition = ({ row, possible }: Aspect): boolean =>
  (row.role === 'content' && surely(possible, NARROWER)) ||
  (row.facet === 'conditions' && surely(possible, WIDER))

const versionOf = (stated: readonly Stated[]): Version => ({
  party: '',
  claims: [],
  parts: [{ name: null, slots: new Map(stated.map((s) => [slotKey(s), { stated: s, claim: null }])) }],
})

/** A figure of a report that does not say what it counts, or for what time, counted as the party counts its own. */
function countedAlike(stated: Stated, part: Part): Stated {
  const own = part.slots.get(slotKey(stated))
  const fill = facetOf('measure').fill
  if (stated.facet !== 'measure' || !own || !fill) return stated
  const [told, said] = [stated.value as Measure, own.stated.value as Measure]
  return told.value.kind === 'amount' && said.value.kind === 'amount'
    ? { ...stated, value: fill(told, said) }
    : stated
}

/** How a row stands where the first side is a report; null where it decides nothing. */
function asRetold(row: Row, claim: Told, part: Part, shared: boolean): Possible | null {
  // A beginning or a firmness that only the report names is a detail, unless it is all there is to compare.
  if (row.noted && (shared || row.b !== null)) return EQUAL
  if (row.a === null && row.facet === 'scope') {
    // Whom the party excludes, and the report does not name, is a limit left out: the row of the scope itself says so.
    if (row.denial && !surely(row.possible, DISJOINT)) return null
    if (!row.denial && row.role === 'region' && !canBe(row.possible, DISJOINT)) return WIDER
  }
  if (row.facet !== 'force' && row.facet !== 'status') return row.possible
  if (row.a === null && isHedged(part.slots)) return NARROWER
  return row.b === null && isHedged(slotsOf(claim)) ? WIDER : row.possible
}

const slotsOf = ({ stated }: Told): Part['slots'] =>
  new Map(stated.map((s) => [slotKey(s), { stated: s, claim: null }]))
