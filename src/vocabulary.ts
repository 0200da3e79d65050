import Fraction from 'fraction.js'
import type { Place } from './place.ts'
import type { Axis } from './sets/hierarchy.ts'
import type { Ladder } from './sets/ladder.ts'
import { builtInUnits, type Unit } from './values/units.ts'

/** The words that claims may use, and how they stand to each other. */
export interface Vocabulary {
  readonly axes: ReadonlyMap<string, Axis>
  /** The axis to which a word belongs. */
  readonly axisOf: ReadonlyMap<string, string>
  /** Words whose reach is not known. */
  readonly vague: ReadonlySet<string>
  /** The ladders of acts. */
  readonly ladders: readonly Ladder[]
  readonly opposites: readonly (readonly [string, string])[]
  readonly bases: ReadonlyMap<string, Basis>
  readonly conditions: ReadonlyMap<string, string | null>
  /** Pairs of conditions that can hold together, both ways round. */
  readonly compatible: ReadonlySet<string>
  readonly events: ReadonlyMap<string, Event>
  readonly units: ReadonlyMap<string, Unit>
  /** What `about` allows for, as a share of the number. */
  readonly about: Fraction
  /** Where each word was declared. */
  readonly places: ReadonlyMap<string, Place>
}
export interface Basis {
  readonly says: string | null
  readonly addsUp: boolean
  /** The basis whose level falls by what this one counts; null where it is a level itself. Never compared. */
  readonly of: string | null
}
export interface Event {
  readonly says: string | null
  /** The calendar text that resolves it. */
  readonly date: string | null
}

export const emptyVocabulary: Vocabulary = {
  axes: new Map(),
  axisOf: new Map(),
  vague: new Set(),
  ladders: [],
  opposites: [],
  bases: new Map(),
  conditions: new Map(),
  compatible: new Set(),
  events: new Map(),
  units: builtInUnits,
  about: new Fraction(1, 10),
  places: new Map(),
}

export const pairKey = (a: string, b: string): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`)
