import { dealAsOf } from '../compare/as-of.ts'
import type { Io } from '../io.ts'
import { resolveDeals } from '../operand.ts'
import type { Options } from '../options.ts'
import { reportDeal } from '../report/deal-report.ts'
import type { Report } from '../report/report.ts'
import { normalWord } from '../words.ts'
import { blankReport, type Command, once, read, surroundings } from './command.ts'
import { checkParties, keeps, mustHaveTerm, mustHaveTopic, splitTerms } from './compare.ts'

export const due: Command = {
  name: 'due',
  operands: '[deal...]',
  summary: 'deadlines and ends of what was announced, by date',
  main: false,
  picks: true,
  failsOn: 'due',
  annotates: true,
  options: [['--within <time>', 'only what lies so near the day, before or after it: 90d, 12w, 6m, 1y']],
  run,
}

async function run(operands: readonly string[], options: Options, io: Io): Promise<Report> {
  // Loaded where it is asked for: most runs compare.
  const { reportDue } = await import('../due/due.ts')
  const at = surroundings(options, io)
  const { names, words } = splitTerms(operands, at)
  const { deals: all, diagnostics, trouble } = read(await resolveDeals(names, at), options)
  const base = blankReport('due', options.asOf, io)
  if (trouble.length > 0) return { ...base, trouble, diagnostics }
  const deals = once(all)
  const reports = deals.map((d) => reportDeal(dealAsOf(d, options.asOf), null))
  const wanted = [...options.terms, ...words]
  for (const word of wanted) mustHaveTerm(word, deals)
  if (options.topic !== null) mustHaveTopic(options.topic, deals)
  checkParties(options, deals)
  const terms = wanted.length > 0 ? wanted.map((w) => normalWord(w)) : null
  const kept = new Set(
    reports.flatMap((r) =>
      r.terms.filter((t) => keeps(t, options, terms)).map((t) => `${r.path}\n${r.deal}\n${t.id}`),
    ),
  )
  return {
    ...base,
    due: reportDue(deals, {
      asOf: options.asOf,
      within: options.within,
      keeps: (deal, term) => kept.has(`${deal.path}\n${deal.id}\n${term.id}`),
    }),
  }
}
