import { contextOf, type Part, type Version, versionOf } from '../compare/version.ts'
import type { Claim, Deal, Term } from '../deal.ts'
import type { DueKind, DueSide } from '../report/due-report.ts'
import { hedgeOf, promises } from './firm.ts'
import { type Dates, datesOf, type Named } from './named.ts'

/** What must be done by a date, and what holds until one, are never one date. */
export type DateClass = 'must' | 'end'
export const classOf = ({ date }: Named): DateClass => classOfKind(date.kind)
export const classOfKind = (kind: DueKind): DateClass => (kind === 'end' ? 'end' : 'must')

/** A part of a version, read for its dates. */
export interface ReadPart extends Dates {
  readonly name: string | null
  readonly part: Part
  readonly claims: readonly Claim[]
  /** Whether anything is promised in it. */
  readonly promises: boolean
  /** The words by which none of it binds; null where something does. */
  readonly hedge: string | null
}

/** One party's version of a term, part by part; no parts where it has no claim. */
export interface ReadSide {
  readonly party: string
  readonly parts: readonly ReadPart[]
}

/** The sides of a term: the parties judged on it, and any other that speaks of it. */
export function sidesOf(deal: Deal, term: Term): ReadSide[] {
  const histories = deal.histories.get(term.id)
  const context = contextOf(deal)
  return deal.parties.flatMap(({ id }): ReadSide[] => {
    const history = histories?.get(id) ?? []
    const version = versionOf(id, history, null, context)
    if (version === null && !term.between.includes(id)) return []
    const parts = (version?.parts ?? []).map((part): ReadPart => {
      const claims = claimsOf(version, part)
      const promised = claims.some((c) => c.nature === 'commitment') && promises(part)
      const found = promised ? datesOf(part, history, deal) : { dates: [], hanging: [], hedged: [] }
      const hedges = claims.filter((c) => c.nature === 'commitment').map((c) => hedgeOf(part, c))
      const hedge = hedges.includes(null) ? null : (hedges[0] ?? null)
      return { name: part.name, part, claims, promises: promised, hedge, ...found }
    })
    return [{ party: id, parts }]
  })
}

const claimsOf = (version: Version | null, part: Part): Claim[] =>
  (version?.claims ?? []).filter((c) => c.part === part.name)

/** Every name that a side gives a piece, null for the whole among them. */
export const namesOf = (sides: readonly ReadSide[]): (string | null)[] => [
  ...new Set(sides.flatMap((s) => s.parts.map((p) => p.name))),
]

/**
 * What a side says of a piece: by its own part of that name, else by the one that has no name; of the whole, where it
 * only speaks of pieces, by all of them.
 */
export function partsFor(side: ReadSide, name: string | null): readonly ReadPart[] {
  const own = side.parts.filter((p) => p.name === name)
  if (own.length > 0) return own
  return name === null ? side.parts : side.parts.filter((p) => p.name === null)
}

/** What a side that does not name this date says of the piece. */
export function otherwise(side: ReadSide, name: string | null, of: DateClass): DueSide {
  const parts = partsFor(side, name)
  const { party } = side
  const dates = parts.flatMap((p) => p.dates).filter((d) => classOf(d) === of)
  if (dates.length > 0)
    return { party, state: 'another', dates: dates.map((d) => d.date).sort(byDay), text: null }
  const hanging = parts.flatMap((p) => p.hanging).find((h) => classOfKind(h.kind) === of)
  if (hanging) return { party, state: hanging.why, dates: [], text: hanging.text }
  const hedged = parts.flatMap((p) => p.hedged).filter((h) => classOfKind(h.kind) === of)
  const promised = parts.filter((p) => p.promises)
  const hedge = promised.every((p) => p.hedge !== null) ? promised[0]?.hedge : undefined
  const text = hedged.length > 0 ? [...new Set(hedged.map((h) => h.text))].join('; ') : (hedge ?? null)
  if (text !== null) return { party, state: 'hedged', dates: [], text }
  const state =
    side.parts.length === 0 ? 'silent' : parts.some((p) => p.promises) ? 'no-date' : 'no-commitment'
  return { party, state: parts.length === 0 ? 'silent' : state, dates: [], text: null }
}

const byDay = (a: { readonly day: string }, b: { readonly day: string }): number =>
  a.day < b.day ? -1 : a.day > b.day ? 1 : 0
