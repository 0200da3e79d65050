import type { Stated } from './deal.ts'
import type { Facet, RelateContext } from './facet.ts'
import { type Act, exhaustive, relateDeontic, type StanceSet } from './facets/act.ts'
import { facetOf, facets } from './facets/index.ts'
import type { Scope } from './facets/scope.ts'
import { stanceSet } from './facets/stance.ts'
import { ANY, DISJOINT, EQUAL, MEET, NARROWER, OVERLAP, type Possible, WIDER, canBe, converse, fold, known, surely } from './relation.ts'
import { relateFinite } from './sets/finite.ts'
import { type FoldContext, type Part, type Slot, slotKey } from './version.ts'
import type { ReasonCode, Verdict } from './verdict.ts'

/** How two parts stand along one facet; of scope, along one axis. */
export interface Row {
  readonly part: string | null
  readonly facet: string
  readonly axis: string | null
  readonly role: 'region' | 'content'
  readonly possible: Possible
  readonly code: ReasonCode | null
  /** Unequal, and yet no obstacle to agreeing. */
  readonly noted: boolean
  readonly a: Stated | null
  readonly b: Stated | null
  /** What was converted to compare the two. */
  readonly by: string | null
  /** Whether it is a denial that came with `only` or `not` on a scope: a claim of its own. */
  readonly denial: boolean
}

/** What comes of two parts that meet. */
export interface Judgement {
  readonly verdict: Verdict
  /** What an unclear verdict could be, worst first. */
  readonly couldBe: readonly Verdict[]
  readonly rows: readonly Row[]
  /** Of A's claim to B's; a wider region and a narrower content are the stronger claim. */
  readonly region: Possible
  readonly content: Possible
}

export const UNCODED: readonly Verdict[] = ['contradiction', 'at-odds', 'differs', 'agree']

/** The slots of a part, with what the term assumes where the part is silent. */
function filled(part: Part, assume: readonly Stated[]): ReadonlyMap<string, Slot> {
  const out = new Map(part.slots)
  for (const stated of assume) {
    const facet: Facet = facetOf(stated.facet)
    const slot = out.get(slotKey(stated))
    if (slot && facet.fill) out.set(slotKey(stated), { ...slot, stated: { ...slot.stated, value: facet.fill(slot.stated.value, stated.value) } })
    else if (!slot && (facet.stands?.(stated.value) ?? true)) out.set(slotKey(stated), { stated, claim: null })
  }
  return out
}

/**
 * Judges two parts, facet by facet, by the exact relations of the sets they denote (`method`, section 4). A claim
 * says: for every point of its region, the state lies in its content; so no world satisfies both iff the regions
 * meet and the contents do not.
 */
export function judgeParts(a: Part, b: Part, assume: readonly Stated[], context: FoldContext, name: string | null): Judgement {
  if (a.slots.size === 0 || b.slots.size === 0)
    return { verdict: 'unclear', couldBe: UNCODED, rows: [], region: ANY, content: ANY }
  const [left, right] = [filled(a, assume), filled(b, assume)]
  const scoped: readonly [boolean, boolean] = [isScoped(left), isScoped(right)]
  const regionRows = rowsOf('region', left, right, { ...context, scope: EQUAL, scoped }, name)
  const scope = fold(regionRows.filter((r) => r.facet === 'scope').map((r) => r.possible))
  const plain = rowsOf('content', left, right, { ...context, scope, scoped }, name)
  const contentRows = deontic(plain, left, right, context)
  const denials = [
    ...denialRows(left, right, regionRows, contentRows, context, name, false),
    ...denialRows(right, left, regionRows, contentRows, context, name, true),
  ]
  const rows = [...contentRows, ...extraDenials(left, right, name), ...regionRows]
  return decide(rows, denials)
}

const isScoped = (slots: ReadonlyMap<string, Slot>): boolean => [...slots.values()].some((s) => s.stated.facet === 'scope')

function rowsOf(
  role: 'region' | 'content',
  left: ReadonlyMap<string, Slot>,
  right: ReadonlyMap<string, Slot>,
  context: RelateContext,
  part: string | null,
): Row[] {
  const out: Row[] = []
  for (const facet of facets) {
    if (facet.role !== role) continue
    const keys = [...new Set([...left.keys(), ...right.keys()])].filter((k) => {
      const slot = left.get(k) ?? right.get(k)
      return slot?.stated.facet === facet.name
    })
    for (const key of keys.sort()) {
      const [x, y] = [left.get(key)?.stated ?? null, right.get(key)?.stated ?? null]
      const { possible, code, noted, by } = facet.relate(x?.value ?? null, y?.value ?? null, context)
      out.push({
        part,
        facet: facet.name,
        axis: (x ?? y)?.axis ?? null,
        role,
        possible,
        code: code ?? null,
        noted: noted === true && !canBe(possible, DISJOINT),
        a: x,
        b: y,
        by: by ?? null,
        denial: false,
      })
    }
  }
  return out
}

const valueOf = <V>(slots: ReadonlyMap<string, Slot>, facet: string): V | null => {
  const slot = slots.get(facet)
  return slot ? (slot.stated.value as V) : null
}

/**
 * How act and stance stand together. Null where that is not to be said: one side names an act and the other none,
 * and the stances do not clash.
 */
function joint(a: Act | null, sa: StanceSet, b: Act | null, sb: StanceSet, { vocabulary }: FoldContext): Possible | null {
  if (a === null && b === null) return relateDeontic(EQUAL, sa, sb, false)
  // The side that names no act means the term's: some act that meets the named one.
  if (a === null || b === null) return surely(relateFinite(sa, sb), DISJOINT) ? relateDeontic(MEET, sa, sb, false) : null
  const acts = facetOf('act').relate(a, b, { vocabulary } as RelateContext).possible
  return relateDeontic(acts, sa, sb, exhaustive(vocabulary, a, b))
}

/** Gives the rows of act and stance the relation that the two have together, where it is another than apart. */
function deontic(rows: readonly Row[], left: ReadonlyMap<string, Slot>, right: ReadonlyMap<string, Slot>, context: FoldContext): Row[] {
  const [a, b] = [valueOf<Act>(left, 'act'), valueOf<Act>(right, 'act')]
  const [sa, sb] = [stanceSet(valueOf(left, 'stance')), stanceSet(valueOf(right, 'stance'))]
  const together = joint(a, sa, b, sb, context)
  const apart = fold(rows.filter(isActOrStance).map((r) => r.possible))
  if (together === null || together === apart || surely(together, DISJOINT)) return [...rows]
  return rows.map((r) => (isActOrStance(r) && !surely(r.possible, EQUAL) ? { ...r, possible: together } : r))
}
const isActOrStance = (r: Row): boolean => r.facet === 'act' || r.facet === 'stance'

/** What is not said of the denied part: the other way to bind. */
const negated = (s: StanceSet): StanceSet => new Set((['must', 'free', 'must not'] as const).filter((x) => !s.has(x)))

/**
 * The denials that `only` and `not` on a scope make, each a claim of its own: the same act, that axis replaced by
 * the denied part, the stance negated, nothing else said. Against an axis that the other side leaves unstated it is
 * unknown whether they meet.
 */
function denialRows(
  of: ReadonlyMap<string, Slot>,
  against: ReadonlyMap<string, Slot>,
  region: readonly Row[],
  content: readonly Row[],
  context: FoldContext,
  part: string | null,
  flipped: boolean,
): Row[] {
  const out: Row[] = []
  for (const slot of of.values()) {
    if (slot.stated.facet !== 'scope') continue
    const scope = slot.stated.value as Scope
    const stance = negated(stanceSet(valueOf(of, 'stance')))
    if (scope.denied.size === 0 || stance.size === 0) continue
    const other = (against.get(slotKey(slot.stated))?.stated ?? null) as Stated | null
    const elsewhere = region.filter((r) => !(r.facet === 'scope' && r.axis === scope.axis)).map((r) => r.possible)
    const reach = fold([...elsewhere, other ? meetsDenied(scope, other.value as Scope) : ANY])
    if (surely(reach, DISJOINT)) continue
    const says = joint(valueOf<Act>(of, 'act'), stance, valueOf<Act>(against, 'act'), stanceSet(valueOf(against, 'stance')), context)
    // A value of no, or a term that is a fact, has no act: then the claim itself is what is denied.
    if (says === null || !canBe(says, DISJOINT)) continue
    if (content.some((r) => r.facet === 'measure' && deniesMeasure(r, flipped))) continue
    const certain = surely(says, DISJOINT) && !canBe(reach, DISJOINT)
    const [a, b] = flipped ? [other, slot.stated] : [slot.stated, other]
    out.push({
      part,
      facet: 'scope',
      axis: scope.axis,
      role: 'content',
      possible: certain ? DISJOINT : ANY,
      code: 'denied',
      noted: false,
      a,
      b,
      by: null,
      denial: true,
    })
  }
  return out
}

/** Whether the other side of a denial itself says no by its value: two denials do not clash. */
const deniesMeasure = (r: Row, flipped: boolean): boolean => {
  const other = flipped ? r.a : r.b
  return other !== null && (facetOf('measure').denies(other.value) as boolean)
}

/** How the denied part of one scope stands to what the other reaches. */
function meetsDenied(denying: Scope, other: Scope): Possible {
  if (other.reach.size > 0) {
    const plain = relateFinite(denying.denied, other.reach)
    if (!surely(plain, DISJOINT)) return plain
  }
  return [...other.may].some((leaf) => denying.denied.has(leaf)) ? ANY : DISJOINT
}

/** A denial that only one side makes: it says more, so that the two do not agree outright. */
function extraDenials(left: ReadonlyMap<string, Slot>, right: ReadonlyMap<string, Slot>, part: string | null): Row[] {
  const out: Row[] = []
  for (const key of [...new Set([...left.keys(), ...right.keys()])].sort()) {
    const [a, b] = [left.get(key)?.stated ?? null, right.get(key)?.stated ?? null]
    if ((a ?? b)?.facet !== 'scope') continue
    const none = new Set<string>()
    const [x, y] = [(a?.value as Scope | undefined)?.denied ?? none, (b?.value as Scope | undefined)?.denied ?? none]
    if (x.size + y.size === 0) continue
    // Who denies more says more: the fewer points left, the narrower.
    const possible = x.size === 0 ? WIDER : y.size === 0 ? NARROWER : converse(meetingDenials(x, y))
    if (!surely(possible, EQUAL))
      out.push({ part, facet: 'scope', axis: (a ?? b)?.axis ?? null, role: 'content', possible, code: 'denied', noted: false, a, b, by: null, denial: true })
  }
  return out
}
const meetingDenials = (x: ReadonlySet<string>, y: ReadonlySet<string>): Possible => {
  const relation = relateFinite(x, y)
  // Denials of different points clash with nothing of each other.
  return surely(relation, DISJOINT) ? OVERLAP : relation
}

/** The steps of `method`, section 4, in their order. */
function decide(rows: readonly Row[], denials: readonly Row[]): Judgement {
  const regionRows = rows.filter((r) => r.role === 'region')
  const contentRows = rows.filter((r) => r.role === 'content')
  const [region, content] = [fold(regionRows.map((r) => r.possible)), fold(contentRows.map((r) => r.possible))]
  const all = [...denials.filter((d) => canBe(d.possible, DISJOINT)), ...rows]
  const done = (verdict: Verdict, couldBe: readonly Verdict[] = [], shown: readonly Row[] = all): Judgement => ({ verdict, couldBe, rows: shown, region, content })
  if (denials.some((d) => surely(d.possible, DISJOINT))) return done('contradiction')
  const apart = surely(region, DISJOINT)
  const possible = !apart && canBe(region, ~DISJOINT) && canBe(content, DISJOINT)
  if (possible && !canBe(region, DISJOINT) && surely(content, DISJOINT)) return done('contradiction', [], rows)
  const rest = settled(rows, apart)
  if (possible || denials.length > 0) {
    const others = apart ? (['differs'] as const) : couldOtherwise(rows, region, content)
    return done('unclear', ['contradiction', ...others])
  }
  return done(rest, [], rows)
}

/** The verdict of two parts that do not clash. */
function settled(rows: readonly Row[], apart: boolean): Verdict {
  if (apart) return 'differs'
  if (rows.some(isStepApart)) return 'at-odds'
  return rows.every((r) => surely(r.possible, EQUAL) || r.noted) ? 'agree' : 'differs'
}

/** Both name a step of one ladder, not the same one, and neither excludes the other's. */
export function isStepApart(r: Row): boolean {
  const facet: Facet = facetOf(r.facet)
  if (!facet.step || !r.a || !r.b || r.denial) return false
  const [x, y] = [facet.step(r.a.value), facet.step(r.b.value)]
  return x !== null && y !== null && x !== y && known(r.possible) !== null && !canBe(r.possible, EQUAL | DISJOINT)
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
