import type { Stated } from '../deal.ts'
import type { Act, StanceSet } from '../facets/act.ts'
import type { Measure } from '../facets/measure/value.ts'
import { relateScopes, type Scope } from '../facets/scope.ts'
import { stanceSet } from '../facets/stance.ts'
import {
  ANY,
  canBe,
  converse,
  DISJOINT,
  EQUAL,
  fold,
  NARROWER,
  OVERLAP,
  type Possible,
  surely,
  WIDER,
} from '../relation.ts'
import { compareText } from '../place.ts'
import { joint, type Row, type Slots, slotValue } from './rows.ts'
import { relateFinite } from '../sets/finite.ts'
import { type FoldContext, slotKey } from './version.ts'

/** What is not said of the denied part: the other way to bind. */
const negated = (s: StanceSet): StanceSet =>
  new Set((['must', 'free', 'must not'] as const).filter((x) => !s.has(x)))

/**
 * The denials that `only` and `not` on a scope make, each a claim of its own: the same act, that axis replaced by
 * the denied part, the stance negated, nothing else said. Against an axis that the other side leaves unstated it is
 * unknown whether they meet.
 */
export function denialRows(
  of: Slots,
  against: Slots,
  region: readonly Row[],
  content: readonly Row[],
  context: FoldContext,
  part: string | null,
  flipped: boolean,
): Row[] {
  const out: Row[] = []
  for (const [, slot] of [...of].sort(([x], [y]) => compareText(x, y))) {
    if (slot.stated.facet !== 'scope') continue
    // Who says no of a part says nothing of the rest.
    const own = slotValue<Measure>(of, 'measure')?.value.kind
    if (own === 'no' || own === 'none') continue
    const scope = slot.stated.value as Scope
    const stance = negated(stanceSet(slotValue(of, 'stance')))
    if (scope.denied.size + scope.mayDeny.size === 0 || stance.size === 0) continue
    const other = (against.get(slotKey(slot.stated))?.stated ?? null) as Stated | null
    const elsewhere = region
      .filter((r) => !(r.facet === 'scope' && r.axis === scope.axis))
      // Of whom a denial for some is meant, where the other side names nobody, is not known.
      .map((r) => (r.facet === 'scope' && (flipped ? r.a : r.b) === null ? ANY : r.possible))
    const reach = fold([...elsewhere, other ? meetsDenied(scope, other.value as Scope) : ANY])
    if (surely(reach, DISJOINT)) continue
    const act = slotValue<Act>(of, 'act')
    const says = joint(
      // What is denied of the rest is the step and whatever goes further, however it was said of the part.
      act && act.manner === 'only' ? { ...act, manner: 'at least' } : act,
      stance,
      slotValue<Act>(against, 'act'),
      stanceSet(slotValue(against, 'stance')),
      context,
    )
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
      affirmed: true,
      denial: true,
    })
  }
  return out
}

/** Whether the other side of a denial itself says no, or none: two denials do not clash. */
const deniesMeasure = (r: Row, flipped: boolean): boolean => {
  const other = (flipped ? r.a : r.b)?.value as Measure | undefined
  return other !== undefined && (other.value.kind === 'no' || other.value.kind === 'none')
}

/** How the denied part of one scope stands to what the other reaches. */
function meetsDenied(denying: Scope, other: Scope): Possible {
  // What lies within the part that is affirmed is no part of what is denied, vague words and all.
  if (denying.not.length === 0 && surely(relateScopes(other, denying), EQUAL | NARROWER)) return DISJOINT
  if (other.reach.size > 0) {
    const plain = relateFinite(denying.denied, other.reach)
    // What `not` alone leaves is the rest of an axis, of which nobody need have thought: it may be denied, no more.
    if (!surely(plain, DISJOINT)) return other.words.length + other.only.length === 0 ? ANY : plain
  }
  const maybe =
    [...other.may].some((leaf) => denying.denied.has(leaf) || denying.mayDeny.has(leaf)) ||
    [...other.reach].some((leaf) => denying.mayDeny.has(leaf))
  return maybe ? ANY : DISJOINT
}

/** A denial that only one side makes: it says more, so that the two do not agree outright. */
export function extraDenials(left: Slots, right: Slots, part: string | null): Row[] {
  const out: Row[] = []
  for (const key of [...new Set([...left.keys(), ...right.keys()])].sort()) {
    const [a, b] = [left.get(key)?.stated ?? null, right.get(key)?.stated ?? null]
    if ((a ?? b)?.facet !== 'scope') continue
    const none = new Set<string>()
    const [x, y] = [
      (a?.value as Scope | undefined)?.denied ?? none,
      (b?.value as Scope | undefined)?.denied ?? none,
    ]
    if (x.size + y.size === 0) continue
    // Who denies more says more: the fewer points left, the narrower.
    const possible = x.size === 0 ? WIDER : y.size === 0 ? NARROWER : converse(meetingDenials(x, y))
    if (!surely(possible, EQUAL))
      out.push({
        part,
        facet: 'scope',
        axis: (a ?? b)?.axis ?? null,
        role: 'content',
        possible,
        code: 'denied',
        noted: false,
        a,
        b,
        by: null,
        affirmed: true,
        denial: true,
      })
  }
  return out
}
const meetingDenials = (x: ReadonlySet<string>, y: ReadonlySet<string>): Possible => {
  const relation = relateFinite(x, y)
  // Denials of different points clash with nothing of each other.
  return surely(relation, DISJOINT) ? OVERLAP : relation
}
