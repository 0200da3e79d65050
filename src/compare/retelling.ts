import type { Claim, Nature, Reported, Source, Stated, Term } from '../deal.ts'
import { facetOf } from '../facets/index.ts'
import type { Measure } from '../facets/measure/value.ts'
import type { When } from '../facets/times.ts'
import { canBe, DISJOINT, EQUAL, fold, NARROWER, type Possible, surely, WIDER } from '../relation.ts'
import { lastDayOf } from '../values/time.ts'
import type { Judgement } from '../verdict.ts'
import { isHedged } from './caution.ts'
import { judgeVersions } from './pair.ts'
import type { Row } from './rows.ts'
import { type FoldContext, type Part, slotKey, type Version } from './version.ts'

/** What of a report is judged: nothing else of it enters a judgement. */
export type Told = Pick<Reported, 'part' | 'stated'> & { readonly source: Pick<Source, 'day'> }
/** What of a term a report of it is judged by. */
export type Asked = Pick<Term, 'assume' | 'nature'>

/** Why what seems to exclude a report, or to bear it out, does not: it is then unclear. */
export type Doubt =
  /** What was said is not of the term's kind: a demand for a commitment. */
  | { readonly of: 'nature'; readonly nature: Nature }
  /** What was said was over when the report was made, or may have been. */
  | { readonly of: 'end'; readonly day: string | null }
  /** The report does not say which piece it is of. */
  | { readonly of: 'part' }
  /** Another statement of the party may bear it out. */
  | { readonly of: 'claim'; readonly claim: Claim }

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
  /** The report's figure, where it does not say what it counts or for when, and is read as the party's own is. */
  readonly read: Stated | null
  readonly doubt: Doubt | null
}

/** A report, read as a retelling, against one part of what a party announced; the rules stand at `judgePress`. */
export function againstPart(
  claim: Told,
  part: Part,
  { assume, nature }: Asked,
  context: FoldContext,
): AgainstPart {
  const judge = (stated: readonly Stated[], slots = part.slots) =>
    judgeVersions(told(stated), ofSlots(slots), assume, context)
  const plain = judge(claim.stated)
  const alike = claim.stated.map((s) => countedAlike(s, part))
  const filled = judge(alike)
  const clashes = (rows: readonly Row[]): boolean =>
    rows.some((r) => r.facet === 'measure' && canBe(r.possible, DISJOINT))
  const isRead = !clashes(filled.rows)
  const { verdict, rows } = isRead ? filled : plain
  const read = isRead ? (claim.stated.find((s, i) => s !== alike[i]) ?? null) : null
  const uncoded = claim.stated.length === 0 || part.slots.size === 0
  // What speaks of nothing that the party speaks of is not borne out by it.
  const shared = rows.some((r) => r.role === 'content' && r.a !== null && r.b !== null)
  const aspects = rows.flatMap((row): Aspect[] => {
    // What surely clashes is not made open by a yes beside it.
    const possible = verdict === 'contradiction' ? row.possible : asRetold(row, claim, part)
    return possible === null ? [] : [{ row, possible }]
  })
  const of = (role: Row['role'], some = aspects): Possible =>
    fold(some.filter((x) => x.row.role === role).map((x) => x.possible))
  const [region, content] = [of('region'), of('content')]
  const toldOf = of(
    'content',
    aspects.filter((x) => x.row.a !== null || !surely(x.possible, WIDER)),
  )
  const none = { borne: false, surelyNot: false, doubt: null as Doubt | null }
  const done = (judgement: Judgement, more: Partial<typeof none> = {}): AgainstPart => ({
    part,
    judgement,
    ...none,
    ...more,
    aspects,
    read,
  })
  if (uncoded) return done('unclear')
  if (verdict === 'contradiction') {
    const own = ownSlots(part, nature)
    const [other] = naturesOf(part, nature)
    if (other !== undefined && judge(isRead ? alike : claim.stated, own).verdict !== 'contradiction')
      return done('unclear', { surelyNot: true, doubt: { of: 'nature', nature: other } })
    const clash = aspects.find(({ row, possible }) => row.role === 'content' && surely(possible, DISJOINT))
    const over = clash?.row.facet === 'end' ? null : overBy(part, claim.source.day)
    // What comes after the end may be the very thing reported.
    if (over !== null) return done('unclear', { doubt: over })
    return done('against what was announced', { surelyNot: true })
  }
  // Whoever demands a thing has not announced it, and may be meant.
  const demanded: Doubt | null =
    nature !== 'demand' && naturesOf(part, nature).includes('demand')
      ? { of: 'nature', nature: 'demand' }
      : null
  const possibly = surely(region, EQUAL | NARROWER) && surely(content, EQUAL | WIDER)
  if (demanded && possibly) return done('unclear', { doubt: demanded })
  if (surely(region, EQUAL) && surely(content, EQUAL)) return done('as announced', { borne: true })
  if (surely(region, EQUAL | NARROWER) && surely(content, EQUAL | WIDER))
    return shared ? done('less than announced', { borne: true }) : done('unclear')
  const surelyNot = surely(region, ~(EQUAL | NARROWER)) || surely(content, ~(EQUAL | WIDER))
  const more =
    surelyNot &&
    surely(region, EQUAL | WIDER) &&
    surely(toldOf, EQUAL | NARROWER) &&
    // Vaguer in what holds as well as in scope, a retelling is only vague.
    (surely(content, EQUAL | NARROWER) || aspects.some(addsOrDropsCondition))
  return done(more && !demanded ? 'more than announced' : 'unclear', { surelyNot, doubt: demanded })
}

const addsOrDropsCondition = ({ row, possible }: Aspect): boolean =>
  (row.role === 'content' && surely(possible, NARROWER)) ||
  (row.facet === 'conditions' && surely(possible, WIDER))

const ofSlots = (slots: Part['slots']): Version => ({ party: '', claims: [], parts: [{ name: null, slots }] })
const told = (stated: readonly Stated[]): Version =>
  ofSlots(new Map(stated.map((s) => [slotKey(s), { stated: s, claim: null }])))

/** What of a part is said as the term is: of a commitment, what is not demanded nor estimated. */
const ownSlots = ({ slots }: Part, nature: Nature): Part['slots'] =>
  new Map([...slots].filter(([, { claim }]) => claim === null || claim.nature === nature))

/** The other natures of what a part says. */
export const naturesOf = ({ slots }: Part, nature: Nature): Nature[] => [
  ...new Set(
    [...slots.values()].flatMap(({ claim }) => (claim && claim.nature !== nature ? [claim.nature] : [])),
  ),
]

const DAY = 86_400_000

/** Whether what a part says was over on a day, or may have been; null where it surely was not. */
function overBy({ slots }: Part, day: string): Doubt | null {
  const end = slots.get('end')?.stated.value as When | undefined
  if (end === undefined || end.time.shape === 'permanent') return null
  const last = lastDayOf(end.time)
  if (last === null) return { of: 'end', day: null }
  return last * DAY < Date.parse(day) ? { of: 'end', day } : null
}

/** Yes and no answer the title of the term, which may say whatever else is said of it. */
const answersTitle = (stated: Stated | null | undefined): boolean =>
  stated?.facet === 'measure' && ['yes', 'no'].includes((stated.value as Measure).value.kind)

/** A figure of a report that does not say what it counts, or for what time, counted as the party counts its own. */
function countedAlike(stated: Stated, part: Part): Stated {
  const own = part.slots.get(slotKey(stated))
  const fill = facetOf('measure').fill
  if (stated.facet !== 'measure' || !own || !fill) return stated
  const [mine, theirs] = [stated.value as Measure, own.stated.value as Measure]
  const open =
    (mine.basis === null && theirs.basis !== null) || (mine.period === null && theirs.period !== null)
  return open && mine.value.kind === 'amount' && theirs.value.kind === 'amount'
    ? { ...stated, value: fill(mine, theirs) }
    : stated
}

/** How a row stands where the first side is a report; null where it decides nothing. */
function asRetold(row: Row, claim: Told, part: Part): Possible | null {
  // A beginning or a firmness that the report leaves out, or says less exactly, is a detail; one that it adds is more.
  if (row.noted && surely(row.possible, EQUAL | WIDER)) return EQUAL
  if (row.a === null && row.facet === 'scope') {
    // Whom the party excludes, and the report does not name, is a limit left out: the row of the scope itself says so.
    if (row.denial && !surely(row.possible, DISJOINT)) return null
    if (!row.denial && row.role === 'region' && !canBe(row.possible, DISJOINT)) return WIDER
  }
  const [asks, says] = [claim.stated.some(answersTitle), answersTitle(part.slots.get('measure')?.stated)]
  const mayBeTold = says && (row.b === null || (!asks && answersTitle(row.b)))
  const mayTell = asks && !says && (row.a === null || answersTitle(row.a))
  if (row.role === 'content' && !surely(row.possible, EQUAL | WIDER) && (mayBeTold || mayTell))
    return row.possible | EQUAL | WIDER
  if (row.facet !== 'force' && row.facet !== 'status') return row.possible
  if (row.a === null && isHedged(part.slots)) return NARROWER
  return row.b === null && isHedged(slotsOf(claim)) ? WIDER : row.possible
}

const slotsOf = ({ stated }: Told): Part['slots'] =>
  new Map(stated.map((s) => [slotKey(s), { stated: s, claim: null }]))
