import type { TimelineDay, TimelineDeal, TimelineReport, TimelineTerm } from '../../report/report.ts'
import { type Column, type Table, tabulate } from './columns.ts'

/** A term on a day on which something of it changed. */
interface Row {
  readonly deal: TimelineDeal
  readonly day: TimelineDay
  readonly term: TimelineTerm
}

const columns: readonly Column<Row>[] = [
  { name: 'deal', of: (r) => r.deal.deal },
  { name: 'day', of: (r) => r.day.day },
  { name: 'date', of: (r) => r.term.step.date },
  { name: 'term', of: (r) => r.term.term },
  { name: 'title', of: (r) => r.term.title },
  { name: 'before', of: (r) => r.term.step.before },
  { name: 'after', of: (r) => r.term.step.verdict },
  { name: 'aside', of: (r) => r.term.step.aside },
  { name: 'because', of: (r) => r.term.step.because },
  { name: 'sentence', of: (r) => r.term.step.sentence },
  { name: 'parties', of: (r) => [...new Set(r.term.step.changes.flatMap((c) => c.parties))].join(';') },
  { name: 'sources', of: (r) => r.term.step.sources.join(';') },
  { name: 'by', of: (r) => speakers(r).join(';') },
  { name: 'path', of: (r) => r.deal.path },
]

const speakers = ({ day, term }: Row): string[] => [
  ...new Set(day.sources.filter((s) => term.step.sources.includes(s.id)).map((s) => s.by)),
]

export const timelineTable = ({ deals }: TimelineReport): Table =>
  tabulate(
    columns,
    deals.flatMap((deal) => deal.days.flatMap((day) => day.terms.map((term) => ({ deal, day, term })))),
  )
