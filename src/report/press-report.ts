import type { Place } from '../place.ts'
import { hyphened, type Judgement, judgements } from '../verdict.ts'
import type { DealReport, SourceReport } from './report.ts'
import { party, source } from './source-schema.ts'
import { place, textOrNull, texts } from './term-schema.ts'
import { listOf, orNull, record, type Typed, text, whole, wordOf } from './typed-schema.ts'

/** What was reported against what was announced, as every format prints it. */
export interface PressReport {
  /** What it compares, and what it does not. */
  readonly caveat: string
  /** The article whose claims are judged; null where they are those that the deals report. */
  readonly article: {
    readonly path: string
    readonly title: string | null
    readonly source: SourceReport
  } | null
  readonly deals: readonly PressDeal[]
  /** Every claim, those that an editor must look at first: by its worst judgement, then as the files have them. */
  readonly claims: readonly PressClaim[]
  /** How many judgements there are of each word, by claim and party; `not-judged` counts claims credited to nobody. */
  readonly summary: PressSummary
}

export type PressSummary = { readonly [word: string]: number }

export type PressDeal = Pick<
  DealReport,
  'deal' | 'title' | 'path' | 'held' | 'recordCloses' | 'parties' | 'sources'
>

/** One claim of an article. */
export interface PressClaim {
  readonly deal: string
  readonly term: string
  readonly title: string
  readonly part: string | null
  readonly source: SourceReport
  /** What it says, in own words; of one without, its facets. */
  readonly says: string
  readonly quote: string | null
  readonly facets: readonly { readonly facet: string; readonly axis: string | null; readonly text: string }[]
  /** What of it is set against what was announced, in words; null where it is recorded in words only. */
  readonly judged: string | null
  /** What of it is recorded and not judged, in words. */
  readonly notJudged: readonly string[]
  /** The parties to whom the article credits it; empty where it names none. */
  readonly attributed: readonly string[]
  readonly judgements: readonly PartyJudgement[]
  /** The parties whose versions bear it out. */
  readonly announcedBy: readonly string[]
  /** Of a claim credited to nobody: who announced such a thing, in one sentence; else null. */
  readonly sentence: string | null
  readonly why: readonly WhyRun[]
  readonly place: Place
}

/** A claim against what one party announced. */
export interface PartyJudgement {
  readonly party: string
  /** The milder of what it was on the day of the report and what it is now: a report is not wrong for a later word. */
  readonly judgement: Judgement
  /** Why, in one sentence. */
  readonly sentence: string
  /** The same sentence in runs, each with the statements that it rests on. */
  readonly why: readonly WhyRun[]
  /** Other parties whose versions bear it out. */
  readonly borneOutBy: readonly string[]
  /** Both judgements, where that by what was said by the day of the report is not that by what was said since. */
  readonly onDay: ThenJudged | null
}

export interface WhyRun {
  readonly text: string
  /** Names of statements of the deal, to be cited after the text. */
  readonly sources: readonly string[]
}

export interface ThenJudged {
  /** The day of the report, YYYY-MM-DD; of a month, its last. */
  readonly day: string
  readonly judgement: Judgement
  readonly sentence: string
  /** The day since which it is judged as it is now. */
  readonly since: string
  readonly now: Judgement
  readonly nowSentence: string
}

const why = listOf(
  record<WhyRun>({
    text: ['A stretch of the sentence.', text],
    sources: ['The statements it rests on.', texts],
  }),
)
const judgement = wordOf(judgements)

const partyJudgement = record<PartyJudgement>({
  party: ['The party to which the article credits it.', text],
  judgement: [
    'What it is to that party’s own version: of what it was on the day of the report and what it is now, the milder.',
    judgement,
  ],
  sentence: ['Why, in one sentence.', text],
  why: ['The same sentence in runs, each with the statements it rests on.', why],
  borneOutBy: ['Other parties whose own versions bear it out.', texts],
  onDay: [
    'Both judgements, where that by what was said by the day of the report is not that by what was said since.',
    orNull(
      record<ThenJudged>({
        day: ['The day of the report; of a month, its last.', text],
        judgement: ['The judgement by what had been said by then.', judgement],
        sentence: ['Why, in one sentence.', text],
        since: ['The day since which it is judged as it is now.', text],
        now: ['The judgement by what was said since.', judgement],
        nowSentence: ['Why, in one sentence.', text],
      }),
    ),
  ],
})

const claim = record<PressClaim>({
  deal: ['The deal it is about.', text],
  term: ['The term it is about.', text],
  title: ['The title of the term.', text],
  part: ['The piece of the term it is about.', textOrNull],
  source: ['The article; of a file of claims, that file’s.', source],
  says: ['What it says, in own words; of one without, its facets.', text],
  quote: ['The few words at issue.', textOrNull],
  facets: [
    'What of it is compared.',
    listOf(
      record<PressClaim['facets'][number]>({
        facet: ['The aspect.', text],
        axis: ['The axis of scope.', textOrNull],
        text: ['What it says of it.', text],
      }),
    ),
  ],
  judged: [
    'What of it is set against what was announced, in words: every judgement is of this alone. Null where it is recorded in words only.',
    textOrNull,
  ],
  notJudged: [
    'What of it is recorded and not judged: the rest of its words, what was before, what comes back.',
    texts,
  ],
  attributed: ['The parties to whom the article credits it; empty where it names none.', texts],
  judgements: ['One for each party it is credited to.', listOf(partyJudgement)],
  announcedBy: ['The parties whose versions bear it out.', texts],
  sentence: ['Of a claim credited to nobody, who announced such a thing; else null.', textOrNull],
  why: ['The same sentence in runs, each with the statements it rests on.', why],
  place: ['Where it stands: in the deal file, or in the file of an article’s claims.', place],
})

const NOT_JUDGED = 'not-judged'
const summary: Typed<PressSummary> = {
  schema: {
    type: 'object',
    properties: {
      ...Object.fromEntries(
        judgements.map((word) => [hyphened(word), { description: `How many are ${word}.`, ...whole.schema }]),
      ),
      [NOT_JUDGED]: { description: 'Claims that are credited to nobody.', ...whole.schema },
    },
    required: [...judgements.map(hyphened), NOT_JUDGED],
    additionalProperties: false,
  },
}

export const pressReport: Typed<PressReport> = record<PressReport>({
  caveat: ['What is compared, and what is not.', text],
  article: [
    'The article whose claims are judged; null where they are those that the deals report.',
    orNull(
      record<NonNullable<PressReport['article']>>({
        path: ['The file of its claims.', text],
        title: ['Its title.', textOrNull],
        source: ['Who wrote it, when, and where it was seen.', source],
      }),
    ),
  ],
  deals: [
    'The deals it is held against.',
    listOf(
      record<PressDeal>({
        deal: ['The deal’s name.', text],
        title: ['Its title.', text],
        path: ['The file.', text],
        held: ['When the talks were held, as written.', textOrNull],
        recordCloses: ['Nothing later was searched for.', textOrNull],
        parties: ['Who announces, in order of display.', listOf(party)],
        sources: ['The statements of the deal, as of the date.', listOf(source)],
      }),
    ),
  ],
  claims: ['Every claim, those that an editor must look at first.', listOf(claim)],
  summary: [
    'How many judgements there are of each word, by claim and party; not-judged counts claims credited to nobody.',
    summary,
  ],
})
