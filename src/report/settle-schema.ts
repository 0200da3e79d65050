import { fateWords } from '../deal.ts'
import { verdicts } from '../verdict.ts'
import type {
  Agreed,
  AgreedFate,
  AgreedSource,
  Gap,
  GapPair,
  SettleDeal,
  SettleReport,
  Way,
  WayChange,
} from './settle-report.ts'
import { place } from './term-schema.ts'
import { listOf, orNull, record, text, truth, twoOf, type Typed, whole, wordOf } from './typed-schema.ts'

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
  dated: ['The day on which that would be said.', textOrNull],
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

const agreedSource = record<AgreedSource>({
  id: ['Its name in the file.', text],
  party: ['Whose statement it is.', texts],
  by: ['Who spoke, or signed.', text],
  date: ['When it was said.', text],
  url: ['Where it can be read.', textOrNull],
})

const agreed = record<Agreed>({
  term: ['The term.', text],
  title: ['Its title.', text],
  topic: ['Its topic.', textOrNull],
  parties: ['Who announced it.', texts],
  sentence: ['What all of them hold, and no more.', text],
  notes: ['What only some of them give.', texts],
  sources: ['The statements it rests on.', listOf(agreedSource)],
  fates: [
    'What became of it since, no part of what was announced.',
    listOf(
      record<AgreedFate>({
        part: ['The piece of the term that it befell; null for all of it.', textOrNull],
        fate: ['What became of it.', wordOf(fateWords)],
        date: ['When, as written.', text],
        deal: ['The deal in which it goes on.', textOrNull],
        says: ['In own words.', textOrNull],
        source: ['Who says so.', orNull(agreedSource)],
      }),
    ),
  ],
  place: ['Where the term stands.', place],
})

export const settleReport: Typed<SettleReport> = record<SettleReport>({
  of: ['Whether it is about gaps or about what is agreed.', wordOf(['gaps', 'agreed'])],
  asked: ['The verdicts asked for.', listOf(wordOf(verdicts))],
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
        begins: ['The day on which its story begins; empty where it has none.', text],
        recordCloses: ['Nothing later was searched for.', textOrNull],
        wouldClose: ['What that has to become where an offer is put into the file.', textOrNull],
        announced: ['How many terms anybody announced.', whole],
        gaps: ['The terms on which the parties are apart, worst first.', listOf(gap)],
        agreed: ['The terms that all who announced them announced alike.', listOf(agreed)],
        others: [
          'How many other terms of the deal there are, by verdict, worst first.',
          listOf(
            record<SettleDeal['others'][number]>({
              verdict: ['The verdict.', wordOf(verdicts)],
              terms: ['How many terms have it.', whole],
            }),
          ),
        ],
        aside: ['How many of those are missing and yet no commitment, or answer a denial only.', whole],
      }),
    ),
  ],
})
