import type { VersionReport } from '../../report/report.ts'
import type {
  TraceChart,
  Traced,
  TracedDeal,
  TraceFigure,
  TraceReport,
  TraceSide,
  TraceStep,
} from '../../report/trace-report.ts'
import { type Column, type Table, tabulate } from './columns.ts'

/** A side of a step, or a figure: a row has what belongs to its kind, and nothing in the other columns. */
interface Row {
  readonly traced: Traced
  readonly deal: TracedDeal | undefined
  readonly subject: string | null
  readonly side: { readonly step: TraceStep; readonly side: TraceSide } | null
  readonly figure: { readonly chart: TraceChart; readonly figure: TraceFigure } | null
}

const versionOf = (row: Row): VersionReport | undefined =>
  row.side?.step.term.versions.find((v) => v.party === row.side?.side.party)

const columns: readonly Column<Row>[] = [
  { name: 'word', of: (r) => r.traced.word },
  { name: 'read_as', of: (r) => r.traced.as },
  { name: 'kind', of: (r) => (r.side ? 'side' : 'figure') },
  { name: 'subject', of: (r) => r.subject },
  { name: 'begins', of: (r) => r.deal?.begins ?? null },
  { name: 'deal', of: (r) => r.side?.step.deal ?? r.figure?.figure.deal ?? null },
  { name: 'term', of: (r) => r.side?.step.term.id ?? r.figure?.figure.term ?? null },
  { name: 'title', of: (r) => r.side?.step.term.title ?? null },
  { name: 'verdict', of: (r) => r.side?.step.term.verdict ?? null },
  { name: 'party', of: (r) => r.side?.side.party ?? r.figure?.figure.parties.join(';') ?? null },
  { name: 'state', of: (r) => versionOf(r)?.state ?? null },
  { name: 'silence', of: (r) => versionOf(r)?.silence?.state ?? null },
  { name: 'text', of: (r) => textOf(versionOf(r)) },
  { name: 'says', of: (r) => joined(versionOf(r)?.claims.map((c) => c.says)) },
  { name: 'source', of: (r) => r.figure?.figure.source ?? joined(versionOf(r)?.claims.map((c) => c.source)) },
  { name: 'date', of: (r) => r.figure?.figure.date ?? joined(versionOf(r)?.claims.map((c) => c.date)) },
  { name: 'became', of: (r) => r.side?.side.became?.word ?? null },
  { name: 'before_deal', of: (r) => r.side?.side.became?.deal ?? null },
  { name: 'before_term', of: (r) => r.side?.side.became?.term ?? null },
  { name: 'sentence', of: (r) => r.side?.side.became?.sentence ?? null },
  { name: 'fates', of: (r) => joined(r.side?.step.term.fates.map((f) => `${f.fate} ${f.date}`)) },
  { name: 'basis', of: (r) => r.figure?.chart.basis ?? null },
  { name: 'unit', of: (r) => r.figure?.chart.unit ?? null },
  { name: 'figure', of: (r) => r.figure?.figure.text ?? null },
  { name: 'min', of: (r) => r.figure?.figure.min ?? null },
  { name: 'max', of: (r) => r.figure?.figure.max ?? null },
  { name: 'denied', of: (r) => r.figure?.figure.denied ?? null },
  { name: 'period', of: (r) => r.figure?.figure.period ?? null },
  { name: 'start', of: (r) => r.figure?.figure.start ?? null },
  { name: 'was', of: (r) => r.figure?.figure.from?.text ?? null },
  { name: 'was_derived', of: (r) => (r.figure?.figure.from ? r.figure.figure.from.derived !== null : null) },
  { name: 'reported', of: (r) => r.figure?.figure.reported ?? null },
  { name: 'attributed', of: (r) => r.figure?.figure.attributed.join(';') ?? null },
  { name: 'path', of: (r) => (r.figure?.figure ?? r.side?.step.term)?.place.path ?? null },
  { name: 'line', of: (r) => (r.figure?.figure ?? r.side?.step.term)?.place.line ?? null },
]

const joined = (texts: readonly (string | null)[] | undefined): string | null =>
  texts?.filter((text) => text !== null).join(' | ') || null

const textOf = (version: VersionReport | undefined): string | null =>
  joined(
    version?.parts.map(({ part, facets }) => {
      const words = facets.map((f) => f.text).join('; ')
      return part === null ? words : `${part}: ${words}`
    }),
  )

/** The subject of a figure is that of its term. */
const subjectOf = ({ threads }: Traced, { deal, term }: TraceFigure): string | null =>
  threads.find(({ steps }) => steps.some((s) => s.deal === deal && s.term.id === term))?.subject ?? null

/** A row for each side at each step, then one for each figure. */
export function traceTable(trace: TraceReport): Table {
  const dealOf = (name: string): TracedDeal | undefined => trace.deals.find((d) => d.deal === name)
  const rows = trace.traces.flatMap((traced): Row[] => [
    ...traced.threads.flatMap(({ subject, steps }) =>
      steps.flatMap((step) =>
        step.sides.map((side) => ({
          traced,
          deal: dealOf(step.deal),
          subject,
          side: { step, side },
          figure: null,
        })),
      ),
    ),
    ...traced.charts.flatMap((chart) =>
      chart.figures.map((figure) => ({
        traced,
        deal: dealOf(figure.deal),
        subject: subjectOf(traced, figure),
        side: null,
        figure: { chart, figure },
      })),
    ),
  ])
  return tabulate(columns, rows)
}
