import type { Stated } from '../deal.ts'
import type { RelateContext } from '../facet.ts'
import { type Act, isFloor } from '../facets/act.ts'
import { facetOf } from '../facets/index.ts'
import type { Measure } from '../facets/measure/value.ts'
import { stanceSet } from '../facets/stance.ts'
import { begunBefore, endsBefore, startsAfter, type When } from '../facets/times.ts'
import { ANY, canBe, DISJOINT, OVERLAP, type Possible, surely } from '../relation.ts'
import { periodsMeet, sameSlices } from '../values/period.ts'
import { isActOrStance, isStepApart, type Row, type Slots, slotValue } from './rows.ts'
import type { FoldContext } from './version.ts'

/**
 * Where the comparison goes beyond exact sets, it goes to the side of caution: a wrong contradiction accuses a
 * government falsely. Everything here takes a clash away or makes it doubtful; nothing makes one.
 */

/** Whether what a side says of a facet is a no. */
export function saysNo(stated: Stated | null, vocabulary: FoldContext['vocabulary']): boolean {
  if (stated === null) return false
  if (stated.facet === 'stance') return !stanceSet(stated.value as string).has('must')
  if (stated.facet === 'measure') return facetOf('measure').denies(stated.value)
  if (stated.facet !== 'act' && stated.facet !== 'status') return false
  const { manner, word } = stated.value as Act
  return manner === 'not' || word === 'none' || isFloor(vocabulary, word)
}

/**
 * Whether what one claim states says no and affirms nothing beside it. None of it, no to the title, and that the act is
 * not done deny what stands beside them; that a thing is not concluded does not: the act or the figure is announced.
 */
export function deniesOnly(stated: readonly Stated[], vocabulary: FoldContext['vocabulary']): boolean {
  const of = (facet: string): Stated | undefined => stated.find((s) => s.facet === facet)
  const no = (s: Stated | undefined): boolean => saysNo(s ?? null, vocabulary)
  const [act, measure, stance, status] = [of('act'), of('measure'), of('stance'), of('status')]
  if (of('choice')) return false
  // That it shall not be left as it is, or shall not be left undone, is no denial.
  if (stance && no(stance)) return !no(act)
  if (measure && no(measure)) return true
  if (act) {
    const isNot = (act.value as Act).manner === 'not'
    const kind = measure && (measure.value as Measure).value.kind
    // A figure is denied with its act; one that is kept is announced.
    return no(act) && kind !== 'yes' && kind !== 'some' && (isNot || kind === undefined)
  }
  return no(status) && !measure && !stance
}

/** Whether a clash comes of a side's no; or of its `only`, without which the two would go together. */
function clashesByNo(row: Row, side: 'a' | 'b', { vocabulary }: FoldContext): boolean {
  const [own, other] = side === 'a' ? [row.a, row.b] : [row.b, row.a]
  if (saysNo(own, vocabulary)) return true
  if (own === null || other === null || (own.facet !== 'act' && own.facet !== 'status')) return false
  const said = own.value as Act
  if (said.manner !== 'only') return false
  const open = facetOf(own.facet).relate({ ...said, manner: 'at least' }, other.value, {
    vocabulary,
  } as RelateContext)
  return !canBe(open.possible, DISJOINT)
}

/**
 * Whom a denial for some meets is not known where the other side names nobody: "not to military users" does not
 * contradict a promise that says nothing of users. So where every clash is a no of the side that alone names an axis,
 * it is open whether the two speak of the same.
 */
export function openToDenial(regions: readonly Row[], content: readonly Row[], context: FoldContext): Row[] {
  const clashes = content.filter((r) => surely(r.possible, DISJOINT))
  const allBy = (side: 'a' | 'b'): boolean =>
    clashes.length > 0 && clashes.every((r) => clashesByNo(r, side, context))
  return regions.map((r) =>
    r.facet === 'scope' && (r.a === null || r.b === null) && allBy(r.a === null ? 'b' : 'a')
      ? { ...r, possible: ANY }
      : r,
  )
}

/** What is hoped, considered, proposed or still negotiated does not exclude what the other side does. */
const hedges: ReadonlySet<string> = new Set(['hopes', 'considers', 'best efforts', 'intends'])
const notAgreed: ReadonlySet<string> = new Set(['proposed', 'negotiating'])
export function isHedged(slots: Slots): boolean {
  const force = slotValue<Act>(slots, 'force')
  const status = slotValue<Act>(slots, 'status')
  return (
    (force !== null && hedges.has(force.word)) ||
    (status !== null && status.manner !== 'not' && notAgreed.has(status.word))
  )
}

/** A permission says what may be, so that its figure and dates exclude nothing. */
const permits = (slots: Slots): boolean =>
  ['may', 'optional', 'no position'].includes(slotValue<string>(slots, 'stance') ?? 'shall')

const permittedOnly: ReadonlySet<string> = new Set([
  'measure',
  'choice',
  'start',
  'end',
  'deadline',
  'sequence',
])

const doubtful = (r: Row): Row => (canBe(r.possible, DISJOINT) ? { ...r, possible: r.possible | OVERLAP } : r)
const harmless = (r: Row): Row =>
  canBe(r.possible, DISJOINT) ? { ...r, possible: (r.possible & ~DISJOINT) | OVERLAP } : r

/** None of it, or no to the title: whatever act stands beside it is denied. */
const deniesByValue = (slots: Slots): boolean => {
  const kind = slotValue<Measure>(slots, 'measure')?.value.kind
  return kind === 'no' || kind === 'none'
}

/** The content of two parts, once hedges, permissions, two noes and the dates of two steps are thought of. */
export function cautious(content: readonly Row[], left: Slots, right: Slots, context: FoldContext): Row[] {
  const no = (slots: Slots): boolean => [...slots.values()].some((s) => saysNo(s.stated, context.vocabulary))
  const bothNo = deniesByValue(left) && deniesByValue(right)
  const twoNoes = (deniesByValue(left) && no(right)) || (deniesByValue(right) && no(left))
  const hedged = isHedged(left) || isHedged(right)
  const permitted = permits(left) || permits(right)
  const steps = content.some((r) => (r.facet === 'act' || r.facet === 'status') && isStepApart(r))
  const bothDeny = deniesAct(left) && deniesAct(right)
  return content.map((r) => {
    if (ofTwoKinds(r, left, right))
      return { ...harmless(r), code: 'different-subject' as const, moot: true as const }
    if (bothDeny && r.facet === 'measure') return harmless(r)
    if (twoNoes && isActOrStance(r)) return harmless(r)
    if (bothNo && r.facet === 'measure') return harmless(r)
    // What was signed in September was concluded in July: each date belongs to the step beside it.
    if (steps && r.facet === 'start' && canBe(r.possible, DISJOINT))
      return { ...harmless(r), code: 'different-subject' as const }
    if (hedged && r.facet !== 'force' && r.facet !== 'status') return doubtful(r)
    return permitted && permittedOnly.has(r.facet) ? doubtful(r) : r
  })
}

/** Whether what is said of the act is that it is not done. */
const deniesAct = (slots: Slots): boolean =>
  slotValue<Act>(slots, 'act')?.manner === 'not' || !stanceSet(slotValue(slots, 'stance')).has('must')

/**
 * Whether the two values that could clash are not of one kind: a demanded figure and a promised one. Two demands do
 * not clash either: both can be made.
 */
function ofTwoKinds(r: Row, left: Slots, right: Slots): boolean {
  const nature = (slots: Slots): string | undefined => {
    const own = slots.get(r.axis === null ? r.facet : `${r.facet} ${r.axis}`)
    return (own ?? (isActOrStance(r) ? (slots.get('act') ?? slots.get('stance')) : undefined))?.claim?.nature
  }
  const [x, y] = [nature(left), nature(right)]
  return canBe(r.possible, DISJOINT) && x !== undefined && y !== undefined && (x !== y || x === 'demand')
}

/** The denials of a scope under a hedge on either side. */
export const hedgedDenials = (rows: readonly Row[], hedged: boolean): Row[] =>
  hedged ? rows.map(doubtful) : [...rows]

/**
 * Two claims of which one ends before the other begins are about different times: nothing in them can clash. Where
 * the end or the start hangs on an event without a date, that is open. What must be done by a day and what begins
 * only after it may clash: whether the one is the other's beginning is not recorded.
 */
export function acrossTimes(left: Slots, right: Slots, content: readonly Row[], part: string | null): Row[] {
  const clash = content.some((r) => canBe(r.possible, DISJOINT)) || deniesScope(left) || deniesScope(right)
  const out: Row[] = []
  for (const [x, y, flipped] of [
    [left, right, false],
    [right, left, true],
  ] as const) {
    const [end, deadline, start] = [x.get('end')?.stated, x.get('deadline')?.stated, y.get('start')?.stated]
    if (!start) continue
    const since = start.value as When
    const put = (first: Stated, role: Row['role'], possible: Possible): void => {
      const [a, b] = flipped ? [start, first] : [first, start]
      out.push({
        ...crossing,
        part,
        facet: first.facet,
        role,
        possible,
        code: possible === DISJOINT ? 'different-subject' : 'unresolved',
        a,
        b,
      })
    }
    if (end) {
      const until = end.value as When
      // Two claims that begin together are of one time, however short.
      const own = x.get('start')?.stated.value as When | undefined
      const earlier = own === undefined || begunBefore(own, since)
      if (earlier && endsBefore(until, since)) put(end, 'region', DISJOINT)
      else if (earlier && clash && (until.time.anchor ?? since.time.anchor) !== null) put(end, 'region', ANY)
    }
    // A side that names both has its own order of them.
    const alone = !x.has('start') && !y.has('deadline')
    if (deadline && alone && startsAfter(since, deadline.value as When))
      put(deadline, 'content', DISJOINT | OVERLAP)
  }
  return out
}
const deniesScope = (slots: Slots): boolean =>
  [...slots.values()].some((x) => x.stated.facet === 'scope' && facetOf('scope').denies(x.stated.value))
const crossing = { axis: null, noted: false, by: null, affirmed: true, denial: false } as const

/** How the times of two figures stand, as a row of region for the denials beside them; none where none is stated. */
export function periodRow(left: Slots, right: Slots, part: string | null): Row[] {
  const [a, b] = [left.get('measure')?.stated ?? null, right.get('measure')?.stated ?? null]
  const [x, y] = [(a?.value as Measure | undefined)?.period, (b?.value as Measure | undefined)?.period]
  if (!x || !y || sameSlices(x, y)) return []
  const possible = periodsMeet(x, y) ? ANY : DISJOINT
  return [{ ...crossing, part, facet: 'measure', role: 'region', possible, code: 'unresolved', a, b }]
}
