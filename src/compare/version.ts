import { type Claim, type Deal, type Entry, rankOf, type Stated } from '../deal.ts'
import type { Facet, RelateContext } from '../facet.ts'
import { facetOf } from '../facets/index.ts'
import { compareText } from '../place.ts'
import { DISJOINT, EQUAL, NARROWER, surely, WIDER } from '../relation.ts'

/**
 * A party's version of a term as of a date: its claims in force, folded part by part and, within a part, unit by
 * unit. Every value keeps the claim it came from.
 */
export interface Version {
  readonly party: string
  readonly parts: readonly Part[]
  /** In force as of the date, earliest first. */
  readonly claims: readonly Claim[]
}
export interface Part {
  readonly name: string | null
  readonly slots: ReadonlyMap<string, Slot>
}
/** One facet of a part (of scope: one axis), and the claim it came from; null where none of this deal's parties made it. */
export interface Slot {
  readonly stated: Stated
  readonly claim: Claim | null
  /** Whether nobody said it, and the term assumes it. */
  readonly assumed?: true
}

/** A context in which two claims of one side are compared: about the same scope, without conversions. */
export type FoldContext = Pick<RelateContext, 'vocabulary' | 'conversions'>

/** The words of a deal, and how its figures become each other. */
export const contextOf = ({ vocabulary, conversions }: Deal): FoldContext => ({ vocabulary, conversions })

export const slotKey = (s: Pick<Stated, 'facet' | 'axis'>): string =>
  s.axis === null ? s.facet : `${s.facet} ${s.axis}`
export const unitKey = (s: Stated): string => (s.axis === null ? facetOf(s.facet).unit : slotKey(s))

/** Claims said on or before a day (null: ever), less those that a later one supersedes; earliest first. */
function inForce(history: readonly Entry[], asOf: string | null): Claim[] {
  const said = history.filter(
    (e): e is Claim => e.kind === 'claim' && (asOf === null || e.source.day <= asOf),
  )
  const dropped = (c: Claim): boolean =>
    said.some((later) => later.supersedes && later.part === c.part && later.source.day > c.source.day)
  return said.filter((c) => !dropped(c)).sort((a, b) => byDay(a, b))
}
const byDay = (a: Claim, b: Claim): number =>
  a.source.day < b.source.day ? -1 : a.source.day > b.source.day ? 1 : 0

/** The version of a party; null where it has no claim in force. */
export function versionOf(
  party: string,
  history: readonly Entry[],
  asOf: string | null,
  context: FoldContext,
): Version | null {
  const claims = inForce(history, asOf)
  if (claims.length === 0) return null
  const names = [...new Set(claims.map((c) => c.part))]
  return {
    party,
    claims,
    parts: names.map((name) => ({
      name,
      slots: foldPart(
        claims.filter((c) => c.part === name),
        context,
      ),
    })),
  }
}

/** The version that one claim by itself is. */
export const versionOfClaim = (claim: Claim): Version => ({
  party: claim.party,
  claims: [claim],
  parts: [{ name: claim.part, slots: slotsOf(claim) }],
})
const slotsOf = (claim: Claim): Map<string, Slot> =>
  new Map(claim.stated.map((stated) => [slotKey(stated), { stated, claim }]))

const byRank = (a: Claim, b: Claim): number => rankOf(a.source) - rankOf(b.source) || -byDay(a, b)

/** Of claims on one part, those whose word on a unit stands: the highest-ranked that state it, then the latest. */
export function standingOn(unit: string, claims: readonly Claim[]): readonly Claim[] {
  const stating = claims.filter((c) => c.stated.some((s) => unitKey(s) === unit)).sort(byRank)
  return stating.filter((c) => byRank(c, stating[0] as Claim) === 0)
}

/** Unit by unit, what stands; of a tie, what both say. */
function foldPart(claims: readonly Claim[], context: FoldContext): Map<string, Slot> {
  const units = new Set([...claims].sort(byRank).flatMap((c) => c.stated.map(unitKey)))
  const out = new Map<string, Slot>()
  for (const unit of units) {
    const slots = new Map<string, Slot[]>()
    for (const claim of standingOn(unit, claims))
      for (const stated of claim.stated)
        if (unitKey(stated) === unit) {
          const key = slotKey(stated)
          slots.set(key, [...(slots.get(key) ?? []), { stated, claim }])
        }
    for (const [key, tie] of slots) {
      const said = together(tie, context)
      if (said) out.set(key, said)
    }
  }
  return out
}

/**
 * What claims of one rank and day say together: what all allow; where nothing is left, any of them; and where that
 * has no words, nothing: a side that says two things at once has said neither.
 */
function together(tie: readonly Slot[], context: FoldContext): Slot | null {
  // In the order of their words: the order of the claims in the file changes nothing.
  const [first, ...rest] = [...tie].sort((a, b) => compareText(a.stated.text, b.stated.text))
  if (!first || rest.length === 0) return first ?? null
  const facet: Facet = facetOf(first.stated.facet)
  const all = (join: (a: unknown, b: unknown) => unknown, word: string): Slot | null | undefined => {
    let value: unknown = first.stated.value
    for (const slot of rest) {
      value = join(value, slot.stated.value)
      if (value === null || value === undefined) return value
    }
    const texts = [...new Set([first, ...rest].map((s) => s.stated.text))]
    const from = [first, ...rest].find((s) => s.stated.value === value) ?? first
    const text = from.stated.value === value ? from.stated.text : texts.join(` ${word} `)
    return { claim: from.claim, stated: { ...from.stated, value, text } }
  }
  const met = all((a, b) => meetOf(facet, a, b, context), 'and')
  if (met !== null) return met === undefined ? first : met
  return all((a, b) => facet.join?.(a, b, context.vocabulary), 'or') ?? null
}

/** What two values both allow: the narrower one, where one is; null: nothing; undefined: it has no words. */
function meetOf(facet: Facet, a: unknown, b: unknown, context: FoldContext): unknown {
  const { possible } = facet.relate(a, b, { ...context, scope: EQUAL, scoped: [true, true] })
  if (surely(possible, EQUAL | NARROWER)) return a
  if (surely(possible, WIDER)) return b
  return surely(possible, DISJOINT) ? null : facet.meet?.(a, b, context.vocabulary)
}
