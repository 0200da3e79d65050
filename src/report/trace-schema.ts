import { party, source } from './source-schema.ts'
import { place, term, textOrNull, texts } from './term-schema.ts'
import {
  type BecameReport,
  becameWords,
  type FormerReport,
  type MoveReport,
  type OtherReading,
  readings,
  type TraceChart,
  type Traced,
  type TracedDeal,
  type TraceFigure,
  type TraceReport,
  type TraceSide,
  type TraceStep,
  type TraceThread,
} from './trace-report.ts'
import { listOf, orNull, record, text, truth, wordOf } from './typed-schema.ts'

/** The schema of a trace. */

const move = record<MoveReport>({
  part: ['The part of a bundle that it is about.', textOrNull],
  facet: ['The aspect that is not as it was.', text],
  axis: ['The axis of scope.', textOrNull],
  before: ['What it said before; null where it said nothing of it.', textOrNull],
  now: ['What it says now; null where it says nothing of it.', textOrNull],
})

const became = record<BecameReport>({
  word: ['What became of it, against its own earlier announcement; no verdict.', wordOf(becameWords)],
  deal: ['The deal of its earlier announcement; null where this is the first.', textOrNull],
  term: ['The term of its earlier announcement.', textOrNull],
  sentence: ['The same in one sentence.', text],
  moves: ['What is not as it was.', listOf(move)],
})

const step = record<TraceStep>({
  deal: ['The deal.', text],
  term: ['The term, as it was announced and judged there.', term],
  sides: [
    'Each party against itself.',
    listOf(
      record<TraceSide>({
        party: ['The party.', text],
        became: [
          'What became of its own earlier announcement; null where it never made one.',
          orNull(became),
        ],
      }),
    ),
  ],
})

const former = record<FormerReport>({
  text: ['The figure.', text],
  min: ['The least it can be; null where open.', textOrNull],
  max: ['The most it can be; null where open.', textOrNull],
  derived: [
    'How it follows from what was said; null where it was said itself.',
    orNull(
      record<NonNullable<FormerReport['derived']>>({
        off: ['By how much the level was said to fall.', text],
        basis: ['What that counts.', text],
        source: ['Who named the level that is left.', text],
        reported: ['Whether that is press.', truth],
      }),
    ),
  ],
})

const figure = record<TraceFigure>({
  deal: ['The deal.', text],
  term: ['The term.', text],
  part: ['The part of a bundle that it is about.', textOrNull],
  date: ['When it was said.', text],
  source: ['The statement.', text],
  parties: ['Whose word it is; empty for press.', texts],
  attributed: ['To whom the press credits it.', texts],
  reported: ['Whether it is press.', truth],
  text: ['The figure as it is written.', text],
  min: ['The least it can be, exactly; null where open or denied.', textOrNull],
  max: ['The most it can be, exactly; null where open or denied.', textOrNull],
  denied: ['Whether it says what the figure is not.', truth],
  period: ['The time it is about.', textOrNull],
  scope: ['What it reaches.', textOrNull],
  start: ['From when it holds.', textOrNull],
  from: ['The figure before; null where none is known.', orNull(former)],
  place: ['Where in the file it stands.', place],
})

export const traceReport = record<TraceReport>({
  deals: [
    'The deals begun by the date asked for, in the order of their days.',
    listOf(
      record<TracedDeal>({
        deal: ['Its name.', text],
        title: ['Its title.', text],
        path: ['The file.', text],
        held: ['The days of the talks, as written.', textOrNull],
        begins: ['The day on which its story begins; empty where nothing in it has a day.', text],
        parties: ['The parties, in order of display.', listOf(party)],
        sources: ['The statements.', listOf(source)],
      }),
    ),
  ],
  traces: [
    'What was asked for, one by one.',
    listOf(
      record<Traced>({
        word: ['The word asked for.', text],
        as: ['As what it was read.', wordOf(readings)],
        also: [
          'As what else it could have been read.',
          listOf(
            record<OtherReading>({
              as: ['As what.', wordOf(readings)],
              subjects: ['The subjects that it would show.', texts],
            }),
          ),
        ],
        near: ['Other subjects with its words in the titles or names of their terms; a few.', texts],
        charts: [
          'Its figures; only those of one chart count the same.',
          listOf(
            record<TraceChart>({
              basis: ['What the figures count; null where that is not said.', textOrNull],
              says: ['What that is.', textOrNull],
              unit: ['Their unit.', text],
              subject: ['The subject, where no basis is named.', textOrNull],
              figures: ['The figures, in the order of their days.', listOf(figure)],
            }),
          ),
        ],
        threads: [
          'Its subjects.',
          listOf(
            record<TraceThread>({
              subject: ['The subject; where the term has none, its id.', text],
              steps: ['Its terms, deal by deal.', listOf(step)],
              without: ['The deals that have no term of it.', texts],
            }),
          ),
        ],
      }),
    ),
  ],
})
