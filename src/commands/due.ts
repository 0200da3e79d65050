import { reportDue } from '../due/due.ts'
import type { Io } from '../io.ts'
import { resolveDeals } from '../operand.ts'
import type { Options } from '../options.ts'
import type { Report } from '../report/report.ts'
import { blankReport, type Command, read, surroundings } from './command.ts'

export const due: Command = {
  name: 'due',
  operands: '[deal...]',
  summary: 'deadlines and ends of what was announced, by date',
  main: false,
  picks: false,
  failsOn: 'due',
  annotates: true,
  options: [['--within <time>', 'only what lies so near the day, before or after it: 90d, 12w, 6m, 1y']],
  run,
}

async function run(operands: readonly string[], options: Options, io: Io): Promise<Report> {
  const at = surroundings(options, io)
  const { deals, diagnostics, trouble } = read(await resolveDeals(operands, at), options)
  const base = blankReport('due', options.asOf, io)
  if (trouble.length > 0) return { ...base, trouble, diagnostics }
  // One file named twice, as a deal and a path, is one.
  const once = [...new Map(deals.map((d) => [`${d.path}\n${d.id}`, d])).values()]
  return { ...base, due: reportDue(once, { asOf: options.asOf, within: options.within }) }
}
