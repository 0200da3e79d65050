import { dealAsOf } from '../compare/as-of.ts'
import { compareTerms } from '../compare/compare.ts'
import { spanOfStatements, statementsOf } from '../deal.ts'
import { addSummaries, summarise } from '../report/summary.ts'
import type { Io } from '../io.ts'
import { resolveDeals } from '../operand.ts'
import type { Options } from '../options.ts'
import { compareText } from '../place.ts'
import type { Listed, Report } from '../report/report.ts'
import { blankReport, type Command, read, surroundings } from './command.ts'

export const list: Command = {
  name: 'list',
  operands: '',
  summary: 'every deal, with how many terms have which verdict',
  main: true,
  picks: false,
  failsOn: 'verdicts',
  run,
}

async function run(_: readonly string[], options: Options, io: Io): Promise<Report> {
  const at = surroundings(options, io)
  const { deals, diagnostics, trouble } = read(await resolveDeals([], at), options)
  const base = blankReport('list', options.asOf, io)
  if (trouble.length > 0) return { ...base, trouble, diagnostics }
  const rows = deals.map((whole): Listed => {
    const deal = dealAsOf(whole, options.asOf)
    const terms = compareTerms(deal, null)
    const span = spanOfStatements(deal)
    return {
      deal: deal.id,
      title: deal.title,
      path: deal.path,
      aliases: deal.aliases,
      held: deal.held,
      terms: terms.length,
      statements: statementsOf(deal).length,
      from: span?.from ?? null,
      to: span?.to ?? null,
      summary: summarise(terms),
      errors: 0,
    }
  })
  return {
    ...base,
    summary: addSummaries(rows.map((r) => r.summary)),
    list: rows.sort(
      (a, b) => compareText(a.held ?? a.from ?? '', b.held ?? b.from ?? '') || compareText(a.deal, b.deal),
    ),
  }
}
