import type { DealReport, StepReport, Summary } from './report.ts'
import { step } from './step-schema.ts'
import { summary } from './summary-schema.ts'
import { textOrNull, texts } from './term-schema.ts'
import { listOf, record, text, type Typed } from './typed-schema.ts'

/** Deals by date: how every verdict came about, as every format prints it. Parties and sources stand under `deals`. */
export interface TimelineReport {
  readonly deals: readonly TimelineDeal[]
}

export interface TimelineDeal {
  readonly deal: string
  readonly title: string
  readonly path: string
  /** The days of the first and the last statement, YYYY-MM-DD; null where there is none. */
  readonly from: string | null
  readonly to: string | null
  /** Days on which a party spoke, or the press reported what no party had spoken of; earliest first. */
  readonly days: readonly TimelineDay[]
}

export interface TimelineDay {
  /** YYYY-MM-DD; of a month its last. */
  readonly day: string
  /** As the statements write it: a month where no more is known of any of them. */
  readonly date: string
  /** Who spoke. */
  readonly sources: readonly TimelineSource[]
  /** The terms of which something changed that day: those with another verdict first, the worst of them at the head. */
  readonly terms: readonly TimelineTerm[]
  /** How many terms of the deal had each verdict at the end of the day, before filters. */
  readonly summary: Summary
}

export type TimelineSource = Pick<DealReport['sources'][number], 'id' | 'party' | 'by' | 'date'>

export interface TimelineTerm {
  readonly term: string
  readonly title: string
  readonly step: StepReport
}

export const timelineReport: Typed<TimelineReport> = record<TimelineReport>({
  deals: [
    'The deals, each by date.',
    listOf(
      record<TimelineDeal>({
        deal: ['The deal.', text],
        title: ['Its title.', text],
        path: ['Its file.', text],
        from: ['The day of its first statement.', textOrNull],
        to: ['The day of its last statement.', textOrNull],
        days: [
          'Days on which a party spoke, or the press reported what no party had spoken of.',
          listOf(
            record<TimelineDay>({
              day: ['The day; of a month, its last.', text],
              date: ['As the statements write it.', text],
              sources: [
                'Who spoke.',
                listOf(
                  record<TimelineSource>({
                    id: ['The statement’s name in the file.', text],
                    party: ['Whose statement it is; empty for press.', texts],
                    by: ['Who spoke, or signed.', text],
                    date: ['When it was said: a day, a month or an instant.', text],
                  }),
                ),
              ],
              terms: [
                'The terms of which something changed: those with another verdict first, the worst at the head.',
                listOf(
                  record<TimelineTerm>({
                    term: ['The term.', text],
                    title: ['Its title.', text],
                    step: ['What changed.', step],
                  }),
                ),
              ],
              summary: ['How many terms had each verdict at the end of the day, before filters.', summary],
            }),
          ),
        ],
      }),
    ),
  ],
})
