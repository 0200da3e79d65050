import { addressOf } from '../deal.ts'
import type { Diagnostic } from '../diagnostic.ts'
import type {
  Cause,
  ChangesReport,
  ClaimReport,
  DealChange,
  DealReport,
  Hit,
  Listed,
  Report,
  RuleReport,
  SourceReport,
  TermChange,
  TermReport,
  VersionReport,
} from '../report/report.ts'
import { verdicts } from '../verdict.ts'
import { type Column, type Table, tabulate } from './table/columns.ts'
import { dueTable } from './table/due.ts'
import { pressTable } from './table/press.ts'
import { settleTable } from './table/settle.ts'
import { timelineTable } from './table/timeline.ts'
import { traceTable } from './table/trace.ts'

export type { Scalar, Table } from './table/columns.ts'

/** One party's side of one term. */
interface Side {
  readonly deal: DealReport
  readonly term: TermReport
  readonly party: DealReport['parties'][number]
  readonly version: VersionReport | undefined
  /** The claim that gives the version most of what it says; of equals the latest. */
  readonly claim: ClaimReport | undefined
  readonly source: SourceReport | undefined
}

const sideColumns: readonly Column<Side>[] = [
  { name: 'deal', of: (s) => s.deal.deal },
  { name: 'term', of: (s) => s.term.id },
  { name: 'title', of: (s) => s.term.title },
  { name: 'topic', of: (s) => s.term.topic },
  { name: 'subject', of: (s) => s.term.subject },
  { name: 'obligor', of: (s) => s.term.obligor.join(';') },
  { name: 'nature', of: (s) => s.term.nature },
  { name: 'verdict', of: (s) => s.term.verdict },
  { name: 'sentence', of: (s) => s.term.sentence },
  { name: 'could_be', of: (s) => s.term.couldBe.join(';') },
  { name: 'reasons', of: (s) => [...new Set(s.term.reasons.map((r) => r.code))].join(';') },
  { name: 'party', of: (s) => s.party.id },
  { name: 'party_name', of: (s) => s.party.name },
  { name: 'state', of: (s) => s.version?.state ?? null },
  { name: 'silence', of: (s) => s.version?.silence?.state ?? null },
  { name: 'must_act', of: (s) => s.term.obligor.includes(s.party.id) },
  { name: 'text', of: (s) => versionText(s.version) },
  { name: 'says', of: (s) => s.claim?.says ?? null },
  { name: 'quote', of: (s) => s.claim?.quote ?? s.version?.silence?.quote ?? null },
  { name: 'source', of: (s) => s.claim?.source ?? s.version?.silence?.sources.join(';') ?? null },
  { name: 'by', of: (s) => s.source?.by ?? null },
  { name: 'date', of: (s) => s.claim?.date ?? s.source?.date ?? null },
  { name: 'url', of: (s) => (s.source ? addressOf(s.source) : null) },
  { name: 'path', of: (s) => (s.claim ?? s.term).place.path },
  { name: 'line', of: (s) => (s.claim ?? s.term).place.line },
]

const listColumns: readonly Column<Listed>[] = [
  { name: 'deal', of: (d) => d.deal },
  { name: 'title', of: (d) => d.title },
  { name: 'path', of: (d) => d.path },
  { name: 'aliases', of: (d) => d.aliases.join(';') },
  { name: 'held', of: (d) => d.held },
  { name: 'terms', of: (d) => d.terms },
  { name: 'statements', of: (d) => d.statements },
  { name: 'from', of: (d) => d.from },
  { name: 'to', of: (d) => d.to },
  ...[...verdicts, 'aside' as const].map((verdict) => ({
    name: verdict.replace('-', '_'),
    of: (d: Listed) => d.summary[verdict],
  })),
  { name: 'errors', of: (d) => d.errors },
]

const hitColumns: readonly Column<Hit>[] = [
  { name: 'deal', of: (h) => h.deal },
  { name: 'term', of: (h) => h.term },
  { name: 'title', of: (h) => h.title },
  { name: 'verdict', of: (h) => h.verdict },
  { name: 'where', of: (h) => h.where },
  { name: 'party', of: (h) => h.party },
  { name: 'text', of: (h) => h.text },
  { name: 'path', of: (h) => h.place.path },
  { name: 'line', of: (h) => h.place.line },
  { name: 'column', of: (h) => h.place.column },
]

const findingColumns: readonly Column<Diagnostic>[] = [
  { name: 'path', of: (d) => d.place.path },
  { name: 'line', of: (d) => d.place.line },
  { name: 'column', of: (d) => d.place.column },
  { name: 'severity', of: (d) => d.severity },
  { name: 'rule', of: (d) => d.rule },
  { name: 'message', of: (d) => d.message },
  { name: 'help', of: (d) => d.help },
]

const ruleColumns: readonly Column<RuleReport>[] = [
  { name: 'rule', of: (r) => r.rule },
  { name: 'severity', of: (r) => r.severity },
  { name: 'summary', of: (r) => r.summary },
  { name: 'why', of: (r) => r.why },
  { name: 'mends', of: (r) => r.mends },
  { name: 'found_by', of: (r) => r.foundBy },
]

/** A term that changed and one edit that brought that about; of a term whose verdict stayed, none. */
interface Edited {
  readonly changes: ChangesReport
  readonly deal: DealChange
  readonly term: TermChange
  readonly cause: Cause | null
}

const editedColumns: readonly Column<Edited>[] = [
  { name: 'base', of: (e) => e.changes.base.commit ?? e.changes.base.revision },
  { name: 'head', of: (e) => e.changes.head.commit ?? e.changes.head.revision },
  { name: 'deal', of: (e) => e.deal.deal },
  { name: 'deal_state', of: (e) => e.deal.state },
  { name: 'term', of: (e) => e.term.id },
  { name: 'was', of: (e) => e.term.was },
  { name: 'title', of: (e) => e.term.title },
  { name: 'state', of: (e) => e.term.state },
  { name: 'before', of: (e) => e.term.before?.verdict ?? null },
  { name: 'after', of: (e) => e.term.after?.verdict ?? null },
  { name: 'became', of: (e) => e.term.became.join(';') },
  { name: 'sentence', of: (e) => e.term.after?.sentence ?? null },
  { name: 'edits', of: (e) => e.term.entries.length + e.term.fields.length },
  { name: 'cause', of: (e) => e.cause?.kind ?? null },
  { name: 'because', of: (e) => e.cause?.sentence ?? null },
  { name: 'path', of: (e) => (e.cause ?? e.term).place.path },
  { name: 'line', of: (e) => (e.cause ?? e.term).place.line },
  { name: 'sentence_before', of: (e) => e.term.before?.sentence ?? null },
  { name: 'against_itself_before', of: (e) => e.term.before?.itself.join(' | ') ?? null },
  { name: 'against_itself', of: (e) => e.term.after?.itself.join(' | ') ?? null },
]

const editedOf = (changes: ChangesReport): Edited[] =>
  changes.deals.flatMap((deal) =>
    deal.terms.flatMap((term) =>
      (term.causes.length > 0 ? term.causes : [null]).map((cause) => ({ changes, deal, term, cause })),
    ),
  )

/** What the version says, in the words of its facets; a part's name stands before its own. */
function versionText(version: VersionReport | undefined): string | null {
  if (!version || version.parts.length === 0) return null
  const parts = version.parts.map(({ part, facets }) => {
    const words = facets.map((facet) => facet.text).join('; ')
    return part === null ? words : `${part}: ${words}`
  })
  return parts.join(' | ')
}

function leadClaim(version: VersionReport | undefined): ClaimReport | undefined {
  const facets = version?.parts.flatMap((part) => part.facets) ?? []
  const given = (claim: ClaimReport) => facets.filter((facet) => facet.source === claim.source).length
  let lead: ClaimReport | undefined
  for (const claim of version?.claims ?? []) if (!lead || given(claim) >= given(lead)) lead = claim
  return lead
}

function sidesOf(report: Report): Side[] {
  return report.deals.flatMap((deal) =>
    deal.terms.flatMap((term) =>
      deal.parties.map((party) => {
        const version = term.versions.find((v) => v.party === party.id)
        const claim = leadClaim(version)
        const named = version?.silence?.sources ?? []
        const id = claim?.source ?? (named.length === 1 ? named[0] : undefined)
        return { deal, term, party, version, claim, source: deal.sources.find((source) => source.id === id) }
      }),
    ),
  )
}

/** A report as one flat table: of deals, hits, edits or findings where it is about them, else of terms by party. */
export function tableOf(report: Report): Table {
  if (report.list) return tabulate(listColumns, report.list)
  if (report.find) return tabulate(hitColumns, report.find)
  if (report.rules) return tabulate(ruleColumns, report.rules)
  if (report.changes) return tabulate(editedColumns, editedOf(report.changes))
  if (report.timeline) return timelineTable(report.timeline)
  if (report.trace) return traceTable(report.trace)
  if (report.due) return dueTable(report.due)
  if (report.press) return pressTable(report.press)
  if (report.settle) return settleTable(report.settle)
  if (report.check) return tabulate(findingColumns, report.diagnostics)
  return tabulate(sideColumns, sidesOf(report))
}
