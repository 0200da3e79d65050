import { the } from '../../names.ts'
import type { DealReport, Report, SourceReport, TermReport } from '../../report/report.ts'
import { lastDay } from '../../values/time.ts'
import { shortDate, yearOf } from './dates.ts'
import type { Sheet } from './sheet.ts'
import { isJoint, speakers } from './speakers.ts'
import { count, shortOf } from './words.ts'

/** A deal as a screen looks things up in it. */
export interface View {
  readonly deal: DealReport
  readonly sheet: Sheet
  readonly source: (id: string) => SourceReport | undefined
  /** Who made a statement, as briefly as the file tells them apart. */
  readonly by: (id: string) => string
  /** The year in which a date needs none. */
  readonly year: string | null
  /** Statements by a party, not later than the date asked for. */
  readonly statements: readonly SourceReport[]
  /** False where a filter left terms out. */
  readonly whole: boolean
}

/** The day from which a date counts: of a month, its last. */
export const dayOf = (date: string): string => lastDay(date) ?? date.slice(0, 10)

export function viewOf(report: Report, deal: DealReport, sheet: Sheet, whole: boolean): View {
  const sources = new Map(deal.sources.map((source) => [source.id, source]))
  const { asOf } = report
  const statements = deal.sources.filter(
    (source) => source.party.length > 0 && !source.aside && (asOf === null || dayOf(source.date) <= asOf),
  )
  const year = yearOf(deal.held ?? '') ?? yearOf(statements.map((s) => s.date).sort()[0] ?? '')
  return { deal, sheet, source: (id) => sources.get(id), by: speakers(deal), year, statements, whole }
}

export const short = (view: View, party: string): string => shortOf(view.deal, party)
/** `the US`, in a sentence. */
export const named = (view: View, party: string): string => the(short(view, party))

/** `Trump 11 Jun`, `joint text of 12 May`. */
export function attribution(view: View, source: string, date?: string): string {
  const found = view.source(source)
  const when = date ?? found?.date
  const of = isJoint(found) ? ' of' : ''
  return `${view.by(source)}${when === undefined ? '' : `${of} ${shortDate(when, view.year)}`}`
}

export const disagreesWithItself = (term: TermReport): boolean => term.inconsistencies.length > 0

/** A path as a shell takes it. */
export const shellWord = (path: string): string =>
  /^[\w./:@%+=,-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`

/** What one types to get at the deal: its name where it is found by it, else the file. */
export function operand(deal: { readonly deal: string; readonly path: string }): string {
  const byName = deal.path.startsWith('shipped:') || /^(.*\/)?deals\/[^/]+$/.test(deal.path)
  return shellWord(byName ? deal.deal : deal.path)
}

export const statementsOf = (view: View, party: string): readonly SourceReport[] =>
  view.statements.filter((source) => source.party.includes(party))

export const countStatements = (n: number): string => count(n, 'statement')
