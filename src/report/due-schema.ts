import { fateWords } from '../deal.ts'
import {
  type DueDeal,
  type DueItem,
  dueKinds,
  type DueReport,
  type DueSide,
  type DueSource,
  type MovedDate,
  type NamedDate,
  type ReturnReport,
  sideStates,
  undatedStates,
  type UndatedReport,
  type UndividedReport,
} from './due-report.ts'
import type { DealReport } from './report.ts'
import { fate, place, textOrNull, texts } from './term-schema.ts'
import { listOf, orNull, record, truth, type Typed, text, whole, wordOf } from './typed-schema.ts'

/** The JSON Schema of the dates that fall due. */

const party = record<DealReport['parties'][number]>({
  id: ['Its name in the file.', text],
  name: ['Its name.', text],
  short: ['Its name in sentences and columns.', text],
})

const source = record<DueSource>({
  id: ['The statement’s name in the file.', text],
  party: ['Whose statement it is; empty for press.', texts],
  by: ['Who made it.', text],
  kind: ['In what rank.', textOrNull],
  date: ['When it was made, as written.', text],
  url: ['Where it can be read.', textOrNull],
})

const moved = record<MovedDate>({
  day: ['The day, YYYY-MM-DD.', text],
  text: ['As it is written.', text],
  when: [
    'Whether it was said before the date that counts, the same day, or later and in a lower rank.',
    wordOf(['before', 'same day', 'later']),
  ],
  source: ['The statement.', text],
  said: ['When that was said, as written.', text],
  place: ['Where in the file it stands.', place],
})

const namedDate = record<NamedDate>({
  part: [
    'The piece of the term of which the party named it; null for all of it, or where it names no pieces.',
    textOrNull,
  ],
  kind: ['An end, a deadline, or the end of the time that a figure is about.', wordOf(dueKinds)],
  day: ['The day named, YYYY-MM-DD; of a month or a year, the last.', text],
  text: ['As it is written.', text],
  min: ['Its first instant of UTC, ISO 8601; null where open.', textOrNull],
  max: ['Its last instant of UTC, ISO 8601; null where open.', textOrNull],
  sentence: ['What falls due by this party’s words, as it was announced.', text],
  says: ['The claim, in the file’s own words.', textOrNull],
  quote: ['The few words at issue.', textOrNull],
  source: ['The statement that named it.', text],
  said: ['When that was said, as written.', text],
  moved: ['Other dates that the same party named.', listOf(moved)],
  place: ['Where in the file the date stands.', place],
})

const side = record<DueSide>({
  party: ['The party.', text],
  state: [
    'What it says of the date: it names it, names another, lets it hang on an event, leaves it open, names only a first day, has it hold for good, names none, binds itself to nothing, promises nothing, or has no claim.',
    wordOf(sideStates),
  ],
  dates: ['The date it names; of `another`, the ones that it names instead.', listOf(namedDate)],
  text: ['The words of what hangs on an event or is open; how it was hedged.', textOrNull],
})

const returned = record<ReturnReport>({
  parties: ['By whose words; all of them of a joint text.', texts],
  text: ['What comes back.', text],
  inferred: ['Whether nobody said so: it is what suspending means.', truth],
  source: ['The statement that it rests on.', text],
  place: ['Where in the file that stands.', place],
})

const item = record<DueItem>({
  deal: ['The deal.', text],
  term: ['The term.', text],
  title: ['The term’s title.', text],
  parts: ['The pieces of the term of which the sides say the same of this date; none for all of it.', texts],
  topic: ['The term’s topic.', textOrNull],
  subject: ['The term’s subject, the same in other deals.', textOrNull],
  kind: ['An end, a deadline, or the end of the time that a figure is about.', wordOf(dueKinds)],
  firstDay: ['The first day that a party names for it, YYYY-MM-DD.', text],
  lastDay: ['The last day that a party names for it; the same, but where neighbouring days are named.', text],
  state: [
    'Passed once the report’s day is later than every day that is named for it; else ahead.',
    wordOf(['ahead', 'passed']),
  ],
  daysAway: [
    'Days from the report’s day to the first day; 0 from that to the last day; below 0, and back to the last day, where it has passed.',
    { schema: { type: 'integer' } },
  ],
  obligor: ['Who would have to act.', texts],
  sentence: [
    'What falls due, of what has passed what was to be; by each side’s word, where they say it differently.',
    text,
  ],
  namedByAll: ['Whether every party of the term named the date, or a neighbouring day of it.', truth],
  sides: ['Every party of the term.', listOf(side)],
  returns: ['What comes back once it ends.', listOf(returned)],
  finalFate: [
    'What became of it on its date or for good: the latest known that settles it; null where it is ahead and open.',
    orNull(wordOf(fateWords)),
  ],
  fates: [
    'All that is known of what became of it, earliest first, whether it settles this date or not.',
    listOf(fate),
  ],
  place: ['Where in the file its date stands.', place],
})

const undated = record<UndatedReport>({
  deal: ['The deal.', text],
  term: ['The term.', text],
  title: ['The term’s title.', text],
  part: ['The piece of the term; null for all of it.', textOrNull],
  obligor: ['Who would have to do it.', texts],
  why: ['Why it is not listed.', wordOf(undatedStates)],
  text: ['The words of what hangs on an event or is open; how it was hedged, and the date.', textOrNull],
  parties: ['Who announced it.', texts],
  place: ['Where in the file it stands.', place],
})

const undivided = record<UndividedReport>({
  deal: ['The deal.', text],
  term: ['The term.', text],
  title: ['The term’s title.', text],
  fates: ['What is known of it, earliest first.', listOf(fate)],
  place: ['Where in the file the term stands.', place],
})

export const dueReport: Typed<DueReport> = record<DueReport>({
  day: [
    'The day that parts what is ahead, itself included, from what has passed: the one asked for, else that of the last statement on record; null where there is none.',
    textOrNull,
  ],
  searchedUntil: [
    'Nothing later was searched in any of these deals; null where none of them says so.',
    textOrNull,
  ],
  withinDays: ['Only what lies within so many days of that day is listed; null for all.', orNull(whole)],
  deals: [
    'The deals looked through.',
    listOf(
      record<DueDeal>({
        deal: ['The deal’s name.', text],
        title: ['Its title.', text],
        path: ['Its file.', text],
        parties: ['Who announced it, in the order of display.', listOf(party)],
        statements: ['How many statements the parties had made by the day.', whole],
        searchedUntil: [
          'Nothing later was searched, for what was announced or what became of it; null where the file does not say.',
          textOrNull,
        ],
        sources: ['The statements that the items name.', listOf(source)],
      }),
    ),
  ],
  items: ['Every deadline and end, by date.', listOf(item)],
  undated: ['What is not listed: commitments without a date, and dates that bind nobody.', listOf(undated)],
  undivided: [
    'What became of a term, where it is not on record to which of its dates it belongs: it settles none.',
    listOf(undivided),
  ],
  summary: [
    'How many items there are.',
    record<DueReport['summary']>({
      ahead: ['Items on the day or later.', whole],
      passed: ['Items before the day.', whole],
      unknown: ['Of those passed, the ones of which nothing says what became of them.', whole],
      furtherOff: ['Items further off than `withinDays` allows: they are not listed.', whole],
    }),
  ],
})
