import type { Stated } from '../deal.ts'
import type { Facet, RelateContext } from '../facet.ts'
import { type Act, exhaustive, relateDeontic, type StanceSet } from '../facets/act.ts'
import { facetOf, facets } from '../facets/index.ts'
import { stanceSet } from '../facets/stance.ts'
import { canBe, DISJOINT, EQUAL, fold, known, MEET, NARROWER, type Possible, surely } from '../relation.ts'
import { relateFinite } from '../sets/finite.ts'
import type { ReasonCode } from '../verdict.ts'
import { type FoldContext, type Part, type Slot, slotKey } from './version.ts'

/** What a part itself says, without what the term assumes. */
export const said = (slots: Slots): Slots => new Map([...slots].filter(([, slot]) => !slot.assumed))

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
  /** Whether both sides affirm the step that they name: only then is one a step beyond the other. */
  readonly affirmed: boolean
  /** Whether it is a denial that came with `only` or `not` on a scope: a claim of its own. */
  readonly denial: boolean
  /** Whether it decides nothing, since the two do not speak of the same. */
  readonly moot?: true
}

/** The slots of a part or of a claim, by key. */
export type Slots = ReadonlyMap<string, Slot>

/** The slots of a part, with what the term assumes where the part is silent. */
export function filled(part: Part, assume: readonly Stated[]): Slots {
  const out = new Map(part.slots)
  for (const stated of assume) {
    const facet: Facet = facetOf(stated.facet)
    const slot = out.get(slotKey(stated))
    if (slot && facet.fill)
      out.set(slotKey(stated), {
        ...slot,
        stated: { ...slot.stated, value: facet.fill(slot.stated.value, stated.value) },
      })
    else if (!slot && (facet.stands?.(stated.value) ?? true))
      out.set(slotKey(stated), { stated, claim: null, assumed: true })
  }
  return out
}

export const isScoped = (slots: Slots): boolean => [...slots.values()].some((s) => s.stated.facet === 'scope')

export function rowsOf(
  role: 'region' | 'content',
  left: Slots,
  right: Slots,
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
      const sides = [left.get(key), right.get(key)]
      const values = sides.map((slot) => slot?.stated ?? null)
      const relate = ([x, y]: (Stated | null)[]) => facet.relate(x?.value ?? null, y?.value ?? null, context)
      const assumed = sides.map((slot) => slot?.assumed === true)
      // What the term assumes fills in what a side leaves open; it never makes a clash that nobody announced.
      const clash = role === 'content' && canBe(relate(values).possible, DISJOINT) && assumed.includes(true)
      const [x = null, y = null] = clash ? values.map((v, i) => (assumed[i] ? null : v)) : values
      if (x === null && y === null) continue
      const { possible, code, noted, by } = relate([x, y])
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
        affirmed: true,
        denial: false,
      })
    }
  }
  return out
}

export const slotValue = <V>(slots: Slots, facet: string): V | null => {
  const slot = slots.get(facet)
  return slot ? (slot.stated.value as V) : null
}

/**
 * How act and stance stand together. Null where that is not to be said: one side names an act and the other none,
 * and the stances do not clash.
 */
export function joint(
  a: Act | null,
  sa: StanceSet,
  b: Act | null,
  sb: StanceSet,
  { vocabulary }: FoldContext,
): Possible | null {
  if (a === null && b === null) return relateDeontic(EQUAL, sa, sb, false)
  // The side that names no act means the term's: some act that meets the named one.
  if (a === null || b === null)
    return surely(relateFinite(sa, sb), DISJOINT) ? relateDeontic(MEET, sa, sb, false) : null
  const acts = facetOf('act').relate(a, b, { vocabulary } as RelateContext).possible
  return relateDeontic(acts, sa, sb, exhaustive(vocabulary, a, b))
}

/** Gives the rows of act and stance the relation that the two have together, where it is another than apart. */
export function deontic(rows: readonly Row[], left: Slots, right: Slots, context: FoldContext): Row[] {
  const [a, b] = [slotValue<Act>(left, 'act'), slotValue<Act>(right, 'act')]
  const [sa, sb] = [stanceSet(slotValue(left, 'stance')), stanceSet(slotValue(right, 'stance'))]
  const together = joint(a, sa, b, sb, context)
  const apart = fold(rows.filter(isActOrStance).map((r) => r.possible))
  const affirmed =
    canBe(relateFinite(sa, AFFIRMING), NARROWER | EQUAL) &&
    canBe(relateFinite(sb, AFFIRMING), NARROWER | EQUAL)
  const judged = rows.map((r) =>
    r.facet === 'act' ? { ...r, affirmed, a: withStance(r.a, left), b: withStance(r.b, right) } : r,
  )
  if (together === null || together === apart) return judged
  // Apart they may seem to go together where together they do not: not this, and not the rest either.
  if (surely(together, DISJOINT) && surely(apart, DISJOINT)) return judged
  return judged.map((r) =>
    isActOrStance(r) && !surely(r.possible, EQUAL) ? { ...r, possible: together } : r,
  )
}
/** An act as it is said: "buy", but "shall not buy", so that no sentence says the opposite. */
function withStance(stated: Stated | null, slots: Slots): Stated | null {
  const stance = slotValue<string>(slots, 'stance') ?? 'shall'
  if (stated === null || stance === 'shall') return stated
  const text =
    stance === 'may' || stance === 'shall not' ? `${stance} ${stated.text}` : `${stance}: ${stated.text}`
  return { ...stated, text }
}

/** That it must be done, or may be: neither denies the act. */
const AFFIRMING: StanceSet = new Set(['must', 'free'])
/** The two that are judged together. */
export const isActOrStance = (r: Row): boolean => r.facet === 'act' || r.facet === 'stance'

/** Both name a step of one ladder, not the same one, and neither excludes the other's. */
export function isStepApart(r: Row): boolean {
  const facet: Facet = facetOf(r.facet)
  if (!facet.step || !r.a || !r.b || r.denial || r.moot || !r.affirmed) return false
  const [x, y] = [facet.step(r.a.value), facet.step(r.b.value)]
  return (
    x !== null && y !== null && x !== y && known(r.possible) !== null && !canBe(r.possible, EQUAL | DISJOINT)
  )
}
