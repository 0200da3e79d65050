import { type Part, type Version, versionOf } from '../compare/version.ts'
import type { Deal, Term } from '../deal.ts'
import { normalWord } from '../words.ts'
import type { Own } from './against.ts'

/** The days on which what a part says was said, earliest first. */
export const saidIn = (part: Part): string[] =>
  [...part.slots.values()].flatMap(({ claim }) => claim?.source.day ?? []).sort()

/** The first and the last day on which what stands in a version was said. */
export function daysOf({ parts, claims }: Version): { readonly first: string; readonly last: string } {
  const slots = parts.flatMap(saidIn)
  const days = (slots.length > 0 ? slots : claims.map((c) => c.source.day)).sort()
  return { first: days[0] ?? '', last: days.at(-1) ?? '' }
}

/** What a side had announced of a term by the end of a day (null: ever). */
export function ownBy(deal: Deal, term: Term, party: string, day: string | null): Own | null {
  const history = deal.histories.get(term.id)?.get(party) ?? []
  const version = versionOf(party, history, day, deal)
  return version && { deal, term, version }
}

/** Whether two deals call one party by an id: by its name, or by the short one. */
export function sameParty(a: Deal, b: Deal, id: string): boolean {
  const [x, y] = [a, b].map((deal) => deal.parties.find((p) => p.id === id))
  if (!x || !y) return false
  return normalWord(x.name) === normalWord(y.name) || normalWord(x.short) === normalWord(y.short)
}

/** A deal that came before, with its terms of the subject. */
export interface Former {
  readonly deal: Deal
  readonly terms: readonly Term[]
}

/** What a side had said of the subject in the last deal in which it had said any, and whether only another of that id had. */
export interface Earlier {
  readonly owns: readonly Own[]
  readonly namesake: Deal | null
}

/**
 * A side's own word before, as it stood at the end of a day: what it said in an earlier deal only later is not before.
 * `formers` come latest first.
 */
export function earlierOf(
  deal: Deal,
  party: string,
  day: string | null,
  formers: readonly Former[],
): Earlier {
  let namesake: Deal | null = null
  for (const former of formers) {
    const owns = former.terms.flatMap((term) => ownBy(former.deal, term, party, day) ?? [])
    if (owns.length === 0) continue
    if (sameParty(deal, former.deal, party)) return { owns, namesake: null }
    namesake ??= former.deal
  }
  return { owns: [], namesake }
}
