import type { FateWord } from '../deal.ts'
import type { Place } from '../place.ts'
import type { DealReport, FateReport } from './report.ts'

/** What `--fail-on` can name: something ahead, something passed of whose fate nothing is on record. */
export const dueWords = ['ahead', 'unknown'] as const

/** Deadlines and ends of what was announced, by date, as every format prints them. */
export interface DueReport {
  /**
   * The day that parts what is ahead, itself included, from what has passed: the one asked for, else that of the last
   * statement on record of these deals. Null where there is none.
   */
  readonly day: string | null
  /** Nothing later was searched in any of these deals; null where none of them says so. */
  readonly searchedUntil: string | null
  /** Only what lies within so many days of the day is listed; null for all. */
  readonly withinDays: number | null
  readonly deals: readonly DueDeal[]
  /** By date; of one date in the order of the deals and their terms. */
  readonly items: readonly DueItem[]
  /** What is no item: commitments of which no party named a date, and dates that bind nobody. */
  readonly undated: readonly UndatedReport[]
  /** What became of a term, of which it is not on record to which of its dates it belongs: it settles none. */
  readonly undivided: readonly UndividedReport[]
  readonly summary: {
    readonly ahead: number
    readonly passed: number
    /** Of those passed, the ones of which nothing says what became of them. */
    readonly unknown: number
    /** Items that lie further off than `withinDays` allows: they are not listed. */
    readonly furtherOff: number
  }
}

export interface DueDeal {
  readonly deal: string
  readonly title: string
  readonly path: string
  readonly parties: DealReport['parties']
  /** How many statements the parties had made by the day. */
  readonly statements: number
  /** Nothing later was searched, for what was announced or for what became of it; null where the file does not say. */
  readonly searchedUntil: string | null
  /** The statements that the items name. */
  readonly sources: readonly DueSource[]
}

export interface DueSource {
  readonly id: string
  /** Whose statement it is; empty for press. */
  readonly party: readonly string[]
  readonly by: string
  readonly kind: string | null
  readonly date: string
  /** Where it can be read. */
  readonly url: string | null
}

export const dueKinds = ['end', 'deadline', 'period'] as const
export type DueKind = (typeof dueKinds)[number]

/** One date of one commitment. */
export interface DueItem {
  readonly deal: string
  readonly term: string
  readonly title: string
  /** The pieces of the term of which the sides say the same of this date; none for all of it. */
  readonly parts: readonly string[]
  readonly topic: string | null
  readonly subject: string | null
  /** An end: it stops holding. A deadline: it must be done. A period: what is promised for a time is due as that ends. */
  readonly kind: DueKind
  /** The first and the last day that a party names for it, YYYY-MM-DD; they are one day but where days are neighbours. */
  readonly firstDay: string
  readonly lastDay: string
  /** Passed once the report's day is later than every day that is named for it. */
  readonly state: 'ahead' | 'passed'
  /** Days from the report's day: to the first day where that is to come, 0 through to the last, below 0 back to it. */
  readonly daysAway: number
  /** Who would have to act. */
  readonly obligor: readonly string[]
  /** What falls due, of what has passed what was to be; by each side's word, where they say it differently. */
  readonly sentence: string
  /** Whether every party of the term named the date, or a neighbouring day of it. */
  readonly namedByAll: boolean
  /** Every party of the term, in the order of the deal. */
  readonly sides: readonly DueSide[]
  readonly returns: readonly ReturnReport[]
  /** What became of it on its date or for good: the latest known that settles it. Null where it is ahead and open. */
  readonly finalFate: FateWord | null
  /** All that is known of what became of it, earliest first, whether it settles this date or not. */
  readonly fates: readonly FateReport[]
  /** The claim that named the date first in time. */
  readonly place: Place
}

/** What a party says of one date. */
export const sideStates = [
  'names',
  'another',
  'event',
  'open',
  'not-before',
  'permanent',
  'no-date',
  'hedged',
  'no-commitment',
  'silent',
] as const
export type SideState = (typeof sideStates)[number]

export interface DueSide {
  readonly party: string
  readonly state: SideState
  /** The date it names; of `another`, the ones that it names instead. */
  readonly dates: readonly NamedDate[]
  /** The words of what hangs on an event or is open; how it was hedged. */
  readonly text: string | null
}

export interface NamedDate {
  /** The piece of the term of which the party named it; null for all of it, or where it names no pieces. */
  readonly part: string | null
  readonly kind: DueKind
  /** The day that it names, YYYY-MM-DD; of a month or a year, the last. */
  readonly day: string
  /** As it is written. */
  readonly text: string
  /** The same as instants of UTC; null where open. */
  readonly min: string | null
  readonly max: string | null
  /** What falls due by this party's words, as it was announced. */
  readonly sentence: string
  readonly says: string | null
  readonly quote: string | null
  readonly source: string
  /** When that was said, as written. */
  readonly said: string
  /** What else the party said of it at other times. */
  readonly moved: readonly MovedDate[]
  readonly place: Place
}

/** Another date that the same party named. */
export interface MovedDate {
  readonly day: string
  readonly text: string
  /** Whether it was said before the one that counts, the same day, or later and in a lower rank. */
  readonly when: 'before' | 'same day' | 'later'
  readonly source: string
  readonly said: string
  readonly place: Place
}

/** What comes back once it ends. */
export interface ReturnReport {
  /** By whose words; all of them of a joint text. */
  readonly parties: readonly string[]
  readonly text: string
  /** Whether nobody said so: it is what suspending means. */
  readonly inferred: boolean
  readonly source: string
  readonly place: Place
}

export const undatedStates = ['event', 'open', 'not-before', 'permanent', 'no-date', 'hedged'] as const

export interface UndatedReport {
  readonly deal: string
  readonly term: string
  readonly title: string
  readonly part: string | null
  readonly obligor: readonly string[]
  readonly why: (typeof undatedStates)[number]
  /** The words of what hangs on an event or is open; how it was hedged, and the date. */
  readonly text: string | null
  readonly parties: readonly string[]
  readonly place: Place
}

/** What is known of a term whose figure is about several years, quarters or months. */
export interface UndividedReport {
  readonly deal: string
  readonly term: string
  readonly title: string
  /** Earliest first. */
  readonly fates: readonly FateReport[]
  readonly place: Place
}
