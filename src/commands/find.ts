import { findIn } from '../report/find.ts'
import type { Io } from '../io.ts'
import { resolveDeals } from '../operand.ts'
import type { Options } from '../options.ts'
import type { Report } from '../report/report.ts'
import { blankReport, type Command, read, surroundings } from './command.ts'

export const find: Command = {
  name: 'find',
  operands: '<words...>',
  summary: 'where ids, titles, values and quotes say so, in any deal',
  main: true,
  picks: false,
  run,
}

async function run(query: readonly string[], options: Options, io: Io): Promise<Report> {
  const at = surroundings(options, io)
  const { deals, diagnostics, trouble } = read(await resolveDeals([], at), options)
  const base = blankReport('find', options.asOf, io)
  if (trouble.length > 0) return { ...base, trouble, diagnostics }
  return {
    ...base,
    find: deals.flatMap((d) =>
      findIn(
        d,
        query.flatMap((w) => w.split(/\s+/)),
        options.asOf,
      ),
    ),
  }
}
