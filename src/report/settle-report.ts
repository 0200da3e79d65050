import type { FateWord } from '../deal.ts'
import type { Place } from '../place.ts'
import type { Verdict } from '../verdict.ts'

/** What it would take to close each gap, or what is agreed, as every format prints it. */
export interface SettleReport {
  /** Which of the two was asked for. */
  readonly of: 'gaps' | 'agreed'
  /** The verdicts that were asked for. */
  readonly asked: readonly Verdict[]
  readonly deals: readonly SettleDeal[]
}

export interface SettleDeal {
  readonly deal: string
  readonly title: string
  readonly path: string
  readonly parties: readonly { readonly id: string; readonly name: string; readonly short: string }[]
  readonly held: string | null
  /** The day on which its story begins; empty where it has none. */
  readonly begins: string
  readonly recordCloses: string | null
  /** What `record-closes` has to become where an offer is put into the file; null where it can stay. */
  readonly wouldClose: string | null
  /** How many terms anybody announced. */
  readonly announced: number
  /** Gaps, worst first; none where what is agreed was asked for. */
  readonly gaps: readonly Gap[]
  /** What all who announced it announced alike; none where gaps were asked for. */
  readonly agreed: readonly Agreed[]
  /** How many terms stand in neither list, by verdict: another was asked for, or they were not picked. */
  readonly others: readonly { readonly verdict: Verdict; readonly terms: number }[]
  /** How many of those are missing and yet no commitment that anyone would have to answer. */
  readonly aside: number
}

/** A term on which the parties are apart. */
export interface Gap {
  readonly term: string
  readonly title: string
  readonly topic: string | null
  readonly obligor: readonly string[]
  readonly verdict: Verdict
  /** Each pair of the verdict. */
  readonly pairs: readonly GapPair[]
  readonly place: Place
}

export interface GapPair {
  readonly parties: readonly [string, string]
  /** What would close the gap, both options side by side. */
  readonly sentence: string
  /** What is to be known of the options; null where nothing is. */
  readonly note: string | null
  /** One for each party, in the order of the parties. */
  readonly ways: readonly Way[]
}

/** What one party could say, for the two to agree. */
export interface Way {
  readonly party: string
  /** Whose version it would then agree with. */
  readonly with: string
  readonly kind: 'say' | 'announce' | 'withdraw'
  readonly sentence: string
  /** The same as one of two options, `China says: concluded`; null where nothing can be derived. */
  readonly option: string | null
  /** What it would say otherwise than now; empty where nothing can be derived, or the claim is withdrawn. */
  readonly changes: readonly WayChange[]
  /** Whether the term's verdict is then `agree`: tried, not assumed. */
  readonly closes: boolean
  /** What stands in the way, or why nothing can be derived. */
  readonly left: string | null
  /** What added to the file makes it so: a source, and claims that rest on it; null where nothing added can. */
  readonly yaml: string | null
  /** The day on which that would be said; null where there is none. */
  readonly dated: string | null
}

export interface WayChange {
  readonly part: string | null
  /** `nature` where it would be another kind of claim; null where a whole part is withdrawn. */
  readonly facet: string | null
  readonly axis: string | null
  /** `say` what the other says, or `withdraw` what it says itself. */
  readonly change: 'say' | 'withdraw'
  /** What is said or withdrawn, as the file has it. */
  readonly text: string
}

/** A term that all who announced it announced alike. */
export interface Agreed {
  readonly term: string
  readonly title: string
  readonly topic: string | null
  readonly parties: readonly string[]
  /** What all of them hold, and no more. */
  readonly sentence: string
  /** What only some of them give, a sentence's end each. */
  readonly notes: readonly string[]
  readonly sources: readonly AgreedSource[]
  /** What became of it since, earliest first: no part of what was announced. */
  readonly fates: readonly AgreedFate[]
  readonly place: Place
}

export interface AgreedFate {
  readonly part: string | null
  readonly fate: FateWord
  readonly date: string
  readonly deal: string | null
  readonly says: string | null
  readonly source: AgreedSource | null
}

export interface AgreedSource {
  readonly id: string
  readonly party: readonly string[]
  readonly by: string
  readonly date: string
  readonly url: string | null
}
