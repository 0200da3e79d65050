import { the } from './names.ts'
import type { Place } from './place.ts'
import type { Amount } from './values/amount.ts'
import type { Conversion } from './values/conversion.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Who can speak for a side, highest first; press is never a side's word. */
export const kinds = ['text', 'document', 'leader', 'minister', 'spokesperson', 'press'] as const
export type Kind = (typeof kinds)[number]

export const natures = ['commitment', 'fact', 'demand', 'estimate', 'position', 'narrative'] as const
export type Nature = (typeof natures)[number]

/** What became of a commitment after it was announced; shown beside a verdict and never part of one. */
export const fateWords = ['performed', 'renewed', 'superseded', 'voided', 'lapsed', 'unknown'] as const
export type FateWord = (typeof fateWords)[number]

/** A deal file, read and found without error. */
export interface Deal {
  readonly path: string
  readonly id: string
  readonly title: string
  readonly aliases: readonly string[]
  readonly held: string | null
  readonly recordCloses: string | null
  /** What a bare $ means in the file. */
  readonly dollar: string | null
  readonly follows: string | null
  readonly parties: readonly Party[]
  readonly sources: ReadonlyMap<string, Source>
  readonly terms: ReadonlyMap<string, Term>
  /** By term, then by party: that party's history on the term, joint claims among it, in file order. */
  readonly histories: ReadonlyMap<string, ReadonlyMap<string, readonly Entry[]>>
  readonly reported: readonly Reported[]
  /** In file order. */
  readonly fates: readonly Fate[]
  readonly vocabulary: Vocabulary
  readonly conversions: readonly Conversion[]
}

export interface Party {
  readonly id: string
  readonly name: string
  readonly short: string
}

/** One dated statement. */
export interface Source {
  readonly id: string
  /** Empty for press. */
  readonly party: readonly string[]
  readonly by: string
  /** Null where the file does not say; it ranks lowest then. */
  readonly kind: Kind | null
  readonly issuer: string | null
  /** As written: a day, a month or an instant. */
  readonly date: string
  /** The day from which it counts, YYYY-MM-DD: of a month, its last. */
  readonly day: string
  readonly read: 'whole' | 'part' | null
  readonly seen: readonly {
    readonly copy: string
    readonly via: string | null
    readonly url: string | null
  }[]
  /** Whether only a fate names it: then it is no statement on the deal, and nothing is searched in it. */
  readonly aside: boolean
  readonly place: Place
}

export interface Term {
  readonly id: string
  readonly title: string
  readonly topic: string | null
  readonly subject: string | null
  readonly obligor: readonly string[]
  readonly nature: Nature
  /** The parties that are judged on it, in order of display. */
  readonly between: readonly string[]
  readonly choices: readonly string[] | null
  /** Taken for a side that leaves the facet unstated. */
  readonly assume: readonly Stated[]
  readonly place: Place
}

/** What one claim says of one facet (of scope: of one axis). */
export interface Stated {
  readonly facet: string
  readonly axis: string | null
  /** The facet's own value: only its facet reads it. */
  readonly value: unknown
  /** In words, as it is shown. */
  readonly text: string
  readonly place: Place
}

export type Entry = Claim | Silence

export interface Claim {
  readonly kind: 'claim'
  readonly term: string
  readonly party: string
  readonly source: Source
  readonly part: string | null
  readonly supersedes: boolean
  readonly nature: Nature
  readonly says: string | null
  readonly quote: string | null
  readonly original: string | null
  /** The figure that it says there was before: a level from which it moves. Never compared. */
  readonly was: Former | null
  /** What it says comes back once it ends, in own words. Never compared. */
  readonly returns: string | null
  readonly stated: readonly Stated[]
  readonly place: Place
}

/** A figure that a claim moves away from. */
export interface Former {
  readonly amount: Amount
  /** As it is written. */
  readonly text: string
  readonly place: Place
}

/** The recorded fact that a party's statements were searched for a term. */
export interface Silence {
  readonly kind: 'silence'
  readonly term: string
  readonly party: string
  readonly silent: 'all' | readonly Source[]
  readonly declined: Source | null
  readonly notedBy: Source | null
  readonly general: Source | null
  readonly quote: string | null
  readonly notApplicable: boolean
  readonly says: string | null
  readonly place: Place
}

/** What the press says was agreed. */
export interface Reported {
  readonly term: string
  readonly attributed: readonly string[]
  readonly source: Source
  readonly part: string | null
  readonly says: string | null
  readonly quote: string | null
  readonly was: Former | null
  readonly returns: string | null
  readonly stated: readonly Stated[]
  readonly place: Place
}

/** What became of a commitment: a later fact, with who says so. No verdict rests on it. */
export interface Fate {
  readonly term: string
  /** The piece of the term that it befell; null for all of it. */
  readonly part: string | null
  readonly fate: FateWord
  /** When it happened, as written; of `unknown`, the last day that was searched. */
  readonly date: string
  /** The same as a day, YYYY-MM-DD: of a month, its last. */
  readonly day: string
  /** The deal in which it goes on, by its name. */
  readonly deal: string | null
  readonly says: string | null
  /** Null only where it is unknown. */
  readonly source: Source | null
  readonly place: Place
}

/** How far above others a statement stands: 0 is highest. */
export const rankOf = (source: Source): number =>
  // A joint text is each side's word of the highest rank.
  source.party.length > 1 ? -1 : kinds.indexOf(source.kind ?? 'spokesperson')

/** Where a statement can be read: the issuer's own page first; null where no address is known. */
export const addressOf = ({ seen }: Pick<Source, 'seen'>): string | null =>
  (seen.find((s) => s.copy === 'original' && s.url !== null) ?? seen.find((s) => s.url !== null))?.url ?? null

/** What the parties themselves said of the deal: no press, and nothing that only tells what became of it. */
export const statementsOf = (deal: Deal): readonly Source[] =>
  [...deal.sources.values()].filter((s) => s.party.length > 0 && !s.aside)

/** The statements of one party. */
export const statementsBy = (deal: Deal, party: string): readonly Source[] =>
  statementsOf(deal).filter((s) => s.party.includes(party))

/** What is known of a term's fate as of a day (null: all), earliest first: what was only said later is not known yet. */
export const fatesOf = (deal: Deal, term: string, asOf: string | null): readonly Fate[] =>
  deal.fates
    .filter((f) => f.term === term && (asOf === null || (f.source?.day ?? f.day) <= asOf))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))

/** The days of the parties' statements, YYYY-MM-DD, first and last; null where there is none. */
export function spanOfStatements(deal: Deal): { readonly from: string; readonly to: string } | null {
  const days = statementsOf(deal)
    .map((s) => s.day)
    .sort()
  const [from, to] = [days[0], days.at(-1)]
  return from === undefined || to === undefined ? null : { from, to }
}

/** The day on which a deal's story begins: of its talks, else of its first statement; empty where it has neither. */
export const beginsOn = (deal: Deal): string => deal.held?.slice(0, 10) ?? spanOfStatements(deal)?.from ?? ''

/** A party's name as sentences use it. */
export const shortName = (deal: Deal, id: string): string =>
  deal.parties.find((p) => p.id === id)?.short ?? id

/** The same inside a sentence: "the US", "China". */
export const nameIn = (deal: Deal, id: string): string => the(shortName(deal, id))

export type { Conversion } from './values/conversion.ts'
