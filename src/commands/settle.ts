import type { Io } from '../io.ts'
import { resolveDeals } from '../operand.ts'
import type { Options } from '../options.ts'
import { reportDeal } from '../report/deal-report.ts'
import type { Report } from '../report/report.ts'
import { addSummaries } from '../report/summary.ts'
import { normalWord } from '../words.ts'
import { blankReport, type Command, read, surroundings } from './command.ts'
import { checkParties, keeps, mustHaveTerm, mustHaveTopic, splitTerms } from './compare.ts'

export const settle: Command = {
  name: 'settle',
  operands: '[deal...]',
  summary: 'what each side could say to close a gap; or what is agreed',
  main: false,
  picks: true,
  term: 'only these terms',
  options: [['--agreed', 'what both sides announced alike, a sentence a term with its sources']],
  run,
}

async function run(operands: readonly string[], options: Options, io: Io): Promise<Report> {
  // Loaded where it is asked for: most runs compare.
  const { settleAgreed, settleGaps } = await import('../settle/settle.ts')
  const at = surroundings(options, io)
  const { names, words } = splitTerms(operands, at)
  const { deals, diagnostics, trouble } = read(await resolveDeals(names, at), options)
  const base = blankReport('settle', options.asOf, io)
  if (trouble.length > 0) return { ...base, trouble, diagnostics }
  const reports = deals.map((d) => reportDeal(d, options.asOf))
  const wanted = [...options.terms, ...words]
  for (const word of wanted) mustHaveTerm(word, deals)
  if (options.topic !== null) mustHaveTopic(options.topic, deals)
  checkParties(options, deals)
  const terms = wanted.length > 0 ? wanted.map((w) => normalWord(w)) : null
  // Which verdicts are asked for is a matter of its own: what they leave out is counted.
  const picked = { ...options, only: null }
  const kept = new Set(
    reports.flatMap((r) => r.terms.filter((t) => keeps(t, picked, terms)).map((t) => `${r.deal}\n${t.id}`)),
  )
  const asked = {
    asOf: options.asOf,
    only: options.only,
    keeps: (deal: string, term: string) => kept.has(`${deal}\n${term}`),
  }
  return {
    ...base,
    summary: addSummaries(reports.map((r) => r.summary)),
    settle: options.agreed ? settleAgreed(deals, asked) : settleGaps(deals, asked),
  }
}
