import type { Place } from '../place.ts'
import type { DealReport, TermReport } from './report.ts'

/**
 * What became of a side's announcement against its own in the step before. No verdict: that is for two parties and
 * one term; this sets one party's words beside its own earlier ones, and accuses nobody of anything.
 */
export const becameWords = [
  'first',
  'same',
  'narrowed',
  'widened',
  'reversed',
  'changed',
  'cannot-tell',
  'not-again',
] as const
export type BecameWord = (typeof becameWords)[number]

/** As what an operand of `trace` was read. */
export const readings = ['subject', 'term', 'topic'] as const
export type Reading = (typeof readings)[number]

/** One subject through all deals, as every format prints it. */
export interface TraceReport {
  /** Begun by the date asked for, in the order of their days. */
  readonly deals: readonly TracedDeal[]
  readonly traces: readonly Traced[]
}

export type TracedDeal = Pick<DealReport, 'deal' | 'title' | 'path' | 'held' | 'parties' | 'sources'> & {
  /** The day on which its story begins; empty where nothing in it has a day. */
  readonly begins: string
}

/** What one operand came to. */
export interface Traced {
  readonly word: string
  readonly as: Reading
  /** As what else it could have been read. */
  readonly also: readonly OtherReading[]
  /** Other subjects with the same words in the titles or names of their terms; a few. */
  readonly near: readonly string[]
  readonly charts: readonly TraceChart[]
  readonly threads: readonly TraceThread[]
}

/** What else a word names, and what that would show. */
export interface OtherReading {
  readonly as: Reading
  readonly subjects: readonly string[]
}

/** One subject, step by step. */
export interface TraceThread {
  /** The subject; where the term has none, its id. */
  readonly subject: string
  readonly steps: readonly TraceStep[]
  /** The deals that have no term of it. */
  readonly without: readonly string[]
}

/** One term of one deal. */
export interface TraceStep {
  readonly deal: string
  readonly term: TermReport
  readonly sides: readonly TraceSide[]
}

export interface TraceSide {
  readonly party: string
  /** Null where there is nothing to tell: it is silent, and was before. */
  readonly became: BecameReport | null
}

export interface BecameReport {
  readonly word: BecameWord
  /** The deal and the term of its own earlier announcement; null where this is the first. */
  readonly deal: string | null
  readonly term: string | null
  /** One sentence, ending with a full stop. */
  readonly sentence: string
  /** What is not as it was. */
  readonly moves: readonly MoveReport[]
}

/** One aspect, before and now; null where it was not said. */
export interface MoveReport {
  readonly part: string | null
  readonly facet: string
  readonly axis: string | null
  readonly before: string | null
  readonly now: string | null
}

/** Figures that count the same in one unit: the only ones that stand on one scale. */
export interface TraceChart {
  /** What they count; null where that is not said, and then they are of one subject. */
  readonly basis: string | null
  /** What that basis is, as the vocabulary has it. */
  readonly says: string | null
  readonly unit: string
  /** The subject, where no basis is named. */
  readonly subject: string | null
  readonly figures: readonly TraceFigure[]
}

export interface TraceFigure {
  readonly deal: string
  readonly term: string
  readonly part: string | null
  /** When it was said, as the statement is dated. */
  readonly date: string
  readonly source: string
  /** Whose word it is; empty for press. */
  readonly parties: readonly string[]
  /** To whom the press credits it. */
  readonly attributed: readonly string[]
  readonly reported: boolean
  /** As it is written. */
  readonly text: string
  /** The exact bounds, in the unit of the chart; null where open, or where the figure is denied. */
  readonly min: string | null
  readonly max: string | null
  /** True where it says what the figure is not. */
  readonly denied: boolean
  readonly period: string | null
  readonly scope: string | null
  /** From when it holds, as it is written. */
  readonly start: string | null
  /** The figure before, where one is said or follows from what is. */
  readonly from: FormerReport | null
  readonly place: Place
}

export interface FormerReport {
  readonly text: string
  readonly min: string | null
  readonly max: string | null
  /** How it follows: the level that is left, and by how much it was said to have moved; null where it was said. */
  readonly derived: {
    readonly off: string
    readonly basis: string
    /** Who named the level that is left. */
    readonly source: string
    readonly reported: boolean
  } | null
}
