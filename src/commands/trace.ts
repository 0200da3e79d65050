import { TroubleError } from '../errors.ts'
import type { Io } from '../io.ts'
import { resolveDeals } from '../operand.ts'
import type { Options } from '../options.ts'
import type { Report } from '../report/report.ts'
import type { Operand } from '../trace/trace.ts'
import { blankReport, type Command, read, surroundings } from './command.ts'

export const trace: Command = {
  name: 'trace',
  operands: '[words...]',
  summary: 'one subject through all deals: what was promised again, narrowed, widened, not said again',
  main: false,
  picks: false,
  options: [['--topic <topic>', 'every subject of a topic, also where a subject is called the same']],
  run,
}

async function run(words: readonly string[], options: Options, io: Io): Promise<Report> {
  // Loaded where it is asked for: most runs compare.
  const { inOrder, traceDeals } = await import('../trace/trace.ts')
  const { someOf, topicsOf } = await import('../trace/operand.ts')
  const operands: Operand[] = [
    ...words.map((word): Operand => ({ word, only: null })),
    ...(options.topic === null ? [] : [{ word: options.topic, only: 'topic' } as const]),
  ]
  const at = surroundings(options, io)
  const { deals, diagnostics, trouble } = read(await resolveDeals([], at), options)
  const base = blankReport('trace', options.asOf, io)
  if (trouble.length > 0) return { ...base, trouble, diagnostics }
  if (operands.length === 0) {
    throw new TroubleError(
      'usage',
      'Nothing is named to trace; expected a subject, a term or a topic.',
      `Topics: ${someOf(topicsOf(inOrder(deals)))}. For instance: dealdiff trace tariffs`,
    )
  }
  return { ...base, trace: traceDeals(deals, operands, options.asOf) }
}
