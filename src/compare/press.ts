import { type Claim, type Deal, type Entry, rankOf, type Reported, type Stated, type Term } from '../deal.ts'
import { gravestFirst, type Judgement } from '../verdict.ts'
import { conversionsAsOf, historiesAsOf } from './as-of.ts'
import { DISJOINT, surely } from '../relation.ts'
import { type AgainstPart, againstPart, type Asked, type Doubt, type Told } from './retelling.ts'
import { type FoldContext, type Part, slotKey, type Version, versionOf, versionOfClaim } from './version.ts'

/** A report against the version of the party to which it was credited, and against those of the others. */
export interface PressJudgement {
  readonly judgement: Judgement
  /** The other parties whose own versions bear it out. */
  readonly borneOutBy: readonly string[]
  /** Against the party's own version; null where it has none, or none of the report's part. */
  readonly own: AgainstPart | null
  /** Where the version does not bear it out, a statement of the party that by itself does. */
  readonly alone: Claim | null
  /** The report's figure, where it is read as it is counted by some of these parties. */
  readonly read: { readonly figure: Stated; readonly parties: readonly string[] } | null
}

/** What each party announced of a term, whether or not the term is compared between them: each is a party's word. */
export function announcedVersions(
  { parties }: Pick<Deal, 'parties'>,
  histories: ReadonlyMap<string, readonly Entry[]>,
  context: FoldContext,
): Map<string, Version> {
  const all = parties.map(({ id }) => [id, versionOf(id, histories.get(id) ?? [], null, context)] as const)
  return new Map(all.flatMap(([id, version]) => (version ? [[id, version] as const] : [])))
}

/**
 * Which of two judgements of one report counts: that by what had been said on its day, or that by what was said since.
 * A report is not wrong because a side changed its word later, nor was it wrong where a side announced later what it
 * had reported: so the milder of the two counts, and a report is accused only of what held then and holds still. The
 * other stands beside it.
 */
export const counting = (onDay: Judgement, since: Judgement): Judgement =>
  gravestFirst.indexOf(onDay) > gravestFirst.indexOf(since) ? onDay : since

/** What counts of a reported claim, as of a day, against each party to which it was attributed. */
export function judgeReported(
  deal: Deal,
  term: Term,
  claim: Reported,
  asOf: string | null,
): { readonly party: string; readonly judgement: Judgement }[] {
  const by = (date: string | null): ((party: string) => Judgement) => {
    const context = { vocabulary: deal.vocabulary, conversions: conversionsAsOf(deal, date) }
    const versions = announcedVersions(deal, historiesAsOf(deal, term.id, date), context)
    return (party) => judgePress(claim, party, versions, term, context).judgement
  }
  const { day } = claim.source
  const [onDay, now] = [by(asOf === null || day < asOf ? day : asOf), by(asOf)]
  return claim.attributed.map((party) => ({ party, judgement: counting(onDay(party), now(party)) }))
}

/**
 * A report is read as a retelling, so that what it says is set against what the party announced *of the same*. With R
 * the report and V the version, region and content as everywhere (a wider region and a narrower content are the
 * stronger claim):
 *
 * - **against** what was announced: the two cannot both hold, as in a pair; V is said as the term is (a demand is not
 *   set against a report of a commitment), was not over when the report was made, and is surely of the same piece: a
 *   report that names no part is against named parts only where all of them exclude it, and it names no scope.
 * - V *bears R out* iff R's region is equal to V's or narrower and R's content equal or wider: whoever announced V
 *   announced all of R. Then it is **as announced** where all is equal, up to what a pair may differ in and still agree,
 *   else **less**: so leaving out what holds never makes a report more. That may rest only on what R leaves out or says
 *   less exactly: a start, a deadline, an order or a firmness that R alone names is more than was announced.
 * - **more** than announced: V surely does not bear R out, R's region is equal or wider and, of what R does say, the
 *   content equal or narrower. A scope or condition that only V names is a limit left out: R's region is the wider.
 *   A scope alone is not enough where R also leaves out what holds: such a report is only vague, and unclear. So is the
 *   force or status a limit that only V names and that makes it a hedge ("considers"): left out, R says more.
 * - **by another only**: the party's own version surely does not bear R out, or it has none; and another's does.
 * - **by neither**: the party has no claim, and surely none of the others bears R out; of a report in words alone, which
 *   may say that nothing was announced, that is not known.
 * - **unclear**: the rest; and what would be more, or by another only, where one statement of the party by itself may bear
 *   R out: one recorded in words alone, or one that another stands above. Nor is what one of them might bear out against,
 *   save that words alone take nothing back of a text above them that itself excludes R.
 *
 * A figure whose basis or period the report leaves out is read as counted like the party's own; that reading never
 * makes it against what was announced. A yes or no to the title may be whatever else is said of the term.
 */
export function judgePress(
  claim: Told,
  party: string,
  versions: ReadonlyMap<string, Version>,
  asked: Asked,
  context: FoldContext,
): PressJudgement {
  const others = [...versions].filter(([id]) => id !== party)
  const results = others.map(([id, v]) => ({ id, found: againstVersion(claim, v, asked, context) }))
  const borneOutBy = results.filter(({ found }) => found.borne).map(({ id }) => id)
  const version = versions.get(party)
  if (!version) {
    const nobody = claim.stated.length > 0 && results.every(({ found }) => found.surelyNot)
    const judgement: Judgement =
      borneOutBy.length > 0 ? 'announced by another only' : nobody ? 'announced by neither' : 'unclear'
    return {
      judgement,
      borneOutBy,
      own: null,
      alone: null,
      read: readOf(results.filter(({ found }) => found.borne)),
    }
  }
  const own = againstVersion(claim, version, asked, context)
  const elsewhere = own.judgement !== 'against what was announced' && own.surelyNot && borneOutBy.length > 0
  return {
    judgement: elsewhere ? 'announced by another only' : own.judgement,
    borneOutBy,
    own: own.shown,
    alone: own.borne ? null : own.alone,
    read: readOf(elsewhere ? results.filter(({ found: { borne } }) => borne) : [{ id: party, found: own }]),
  }
}

/** Whose counting a figure is read in, of those that bear it out or decide it. */
function readOf(
  results: readonly { readonly id: string; readonly found: AgainstVersion }[],
): PressJudgement['read'] {
  const some = results.filter(({ found }) => found.borne || found.surelyNot)
  const figure = some.flatMap(({ found }) => found.shown?.read ?? [])[0]
  const parties = some.filter(({ found }) => found.shown?.read != null).map(({ id }) => id)
  return figure === undefined ? null : { figure, parties }
}

interface AgainstVersion extends Omit<AgainstPart, 'part' | 'aspects' | 'read' | 'doubt'> {
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

/** A report that names a scope and no part need not be of a part: what a part is called is no scope. */
function inPart(found: AgainstPart, claim: Told): AgainstPart {
  const unsaid = claim.stated.some((s) => s.facet === 'scope' && !found.part.slots.has(slotKey(s)))
  if (claim.part !== null || found.part.name === null || !unsaid || found.judgement === 'unclear')
    return found
  return { ...found, judgement: 'unclear', borne: false, doubt: { of: 'part' } }
}

/** Whether what excludes a report is surely of the piece that the report is of. */
function isOfPiece(claim: Told, version: Version, met: readonly AgainstPart[]): boolean {
  if (claim.part !== null || version.parts.every((p) => p.name === null)) return true
  return (
    met.every((m) => m.judgement === 'against what was announced') &&
    !claim.stated.some((s) => s.facet === 'scope')
  )
}

function againstVersion(claim: Told, version: Version, asked: Asked, context: FoldContext): AgainstVersion {
  const met = partsFor(claim, version).map((part) => inPart(againstPart(claim, part, asked, context), claim))
  const against = met.find((m) => m.judgement === 'against what was announced')
  const borne = met.find((m) => m.judgement === 'as announced') ?? met.find((m) => m.borne)
  const shown = against ?? met[0] ?? null
  // What a party says in one statement it has announced, though another of its statements stands above it.
  const each = version.claims
    .filter((c) => c.part === null || claim.part === null || c.part === claim.part)
    .map((c) => ({ claim: c, found: inPart(againstPart(claim, partOf(c), asked, context), claim) }))
  const alone = each.findLast((e) => e.found.borne)?.claim ?? null
  const open: AgainstVersion = { judgement: 'unclear', borne: false, surelyNot: false, shown, alone }
  // What agrees with one part need not be meant of another.
  if (against) {
    if (borne || alone) return open
    const maybe = each.find((e) => !e.found.surelyNot && !isGloss(e.claim, against))?.claim
    const doubt: Doubt | null = maybe
      ? { of: 'claim', claim: maybe }
      : isOfPiece(claim, version, met)
        ? null
        : { of: 'part' }
    if (doubt === null) return { ...against, shown, alone }
    return { ...open, surelyNot: !maybe && met.every((m) => m.surelyNot), shown: { ...against, doubt } }
  }
  if (borne) {
    // Of several parts it retells all, or says less.
    const whole = met.every((m) => m.judgement === 'as announced')
    return { ...borne, judgement: whole ? 'as announced' : 'less than announced', shown: borne, alone }
  }
  const surelyNot = met.length > 0 && [...met, ...each.map((e) => e.found)].every((m) => m.surelyNot)
  const more = met.every((m) => m.judgement === 'more than announced')
  return { ...open, judgement: surelyNot && more ? 'more than announced' : 'unclear', surelyNot }
}

/**
 * A word alone below the text that itself excludes the report: a gloss fills in what a text leaves open, and takes
 * nothing of it back.
 */
function isGloss({ source, stated }: Claim, { part, aspects }: AgainstPart): boolean {
  const texts = aspects
    .filter(({ possible }) => surely(possible, DISJOINT))
    .flatMap(({ row }) => part.slots.get(slotKey({ facet: row.facet, axis: row.axis }))?.claim ?? [])
    .filter((c) => c.source.kind === 'text')
  return stated.length === 0 && texts.some((c) => rankOf(source) > rankOf(c.source))
}

const partOf = (claim: Claim): Part => versionOfClaim(claim).parts[0] as Part
