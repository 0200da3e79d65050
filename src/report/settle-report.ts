import type { Place } from '../place.ts'
import { type Verdict, verdicts } from '../verdict.ts'
import { place } from './term-schema.ts'
import { listOf, orNull, record, text, truth, twoOf, type Typed, whole, wordOf } from './typed-schema.ts'

/** What it would take to close each gap, or what is agreed, as every format prints it. */
export interface SettleReport {
  /** Which of the two was asked for. */
  readonly of: 'gaps' | 'agreed'
  readonly deals: readonly SettleDeal[]
}

export interface SettleDeal {
  readonly deal: string
  readonly title: string
  readonly path: string
  readonly parties: readonly { readonly id: string; readonly name: string; readonly short: string }[]
  readonly held: string | null
  /** Gaps, worst first; none where what is agreed was asked for. */
  readonly gaps: readonly Gap[]
  /** What all who announced it announced alike; none where gaps were asked for. */
  readonly agreed: readonly Agreed[]
  /** How many of the terms picked have another verdict and stand in neither list. */
  readonly others: readonly { readonly verdict: Verdict; readonly terms: number }[]
  /** How many are missing and yet no commitment that anyone would have to answer. */
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
  readonly place: Place
}

export interface AgreedSource {
  readonly id: string
  readonly party: readonly string[]
  readonly by: string
  readonly date: string
  readonly url: string | null
}

const textOrNull = orNull(text)
const texts = listOf(text)

const way = record<Way>({
  party: ['Who would say it.', text],
  with: ['With whose version it would then agree.', text],
  kind: [
    'Whether it would say otherwise what it says, announce what it has not, or withdraw what it announced.',
    wordOf(['say', 'announce', 'withdraw']),
  ],
  sentence: ['What it would have to do, in one sentence.', text],
  option: ['The same as one of two options; null where nothing can be derived.', textOrNull],
  changes: [
    'What it would say otherwise than now, the fewest facets that do.',
    listOf(
      record<WayChange>({
        part: ['The piece of the term it is about.', textOrNull],
        facet: ['The facet, or nature; null where a whole part is withdrawn.', textOrNull],
        axis: ['The axis of scope.', textOrNull],
        change: [
          'Whether it says what the other says, or withdraws what it says itself.',
          wordOf(['say', 'withdraw']),
        ],
        text: ['What is said or withdrawn.', text],
      }),
    ),
  ],
  closes: ['Whether the term’s verdict is then agree.', truth],
  left: ['What stands in the way, or why nothing can be derived.', textOrNull],
  yaml: ['What added to the file makes it so; null where nothing that is added can.', textOrNull],
})

const gap = record<Gap>({
  term: ['The term.', text],
  title: ['Its title.', text],
  topic: ['Its topic.', textOrNull],
  obligor: ['Who would have to do it.', texts],
  verdict: ['Its verdict.', wordOf(verdicts)],
  pairs: [
    'The pairs that have the verdict.',
    listOf(
      record<GapPair>({
        parties: ['The two parties.', twoOf(text)],
        sentence: ['What would close the gap, both options side by side.', text],
        note: ['What is to be known of the options.', textOrNull],
        ways: ['What each of them could say.', listOf(way)],
      }),
    ),
  ],
  place: ['Where the term stands.', place],
})

const agreed = record<Agreed>({
  term: ['The term.', text],
  title: ['Its title.', text],
  topic: ['Its topic.', textOrNull],
  parties: ['Who announced it.', texts],
  sentence: ['What all of them hold, and no more.', text],
  notes: ['What only some of them give.', texts],
  sources: [
    'The statements it rests on.',
    listOf(
      record<AgreedSource>({
        id: ['Its name in the file.', text],
        party: ['Whose statement it is.', texts],
        by: ['Who spoke, or signed.', text],
        date: ['When it was said.', text],
        url: ['Where it can be read.', textOrNull],
      }),
    ),
  ],
  place: ['Where the term stands.', place],
})

export const settleReport: Typed<SettleReport> = record<SettleReport>({
  of: ['Whether it is about gaps or about what is agreed.', wordOf(['gaps', 'agreed'])],
  deals: [
    'The deals.',
    listOf(
      record<SettleDeal>({
        deal: ['The deal’s name.', text],
        title: ['Its title.', text],
        path: ['Its file.', text],
        parties: [
          'Its parties, in order of display.',
          listOf(
            record<SettleDeal['parties'][number]>({
              id: ['The name by which the rest of the report refers to it.', text],
              name: ['Its whole name.', text],
              short: ['Its name in sentences.', text],
            }),
          ),
        ],
        held: ['When the talks were held, as written.', textOrNull],
        gaps: ['The terms on which the parties are apart, worst first.', listOf(gap)],
        agreed: ['The terms that all who announced them announced alike.', listOf(agreed)],
        others: [
          'How many of the terms picked have another verdict, worst first.',
          listOf(
            record<SettleDeal['others'][number]>({
              verdict: ['The verdict.', wordOf(verdicts)],
              terms: ['How many terms have it.', whole],
            }),
          ),
        ],
        aside: ['How many are missing and yet no commitment, or answer a denial only.', whole],
      }),
    ),
  ],
})
