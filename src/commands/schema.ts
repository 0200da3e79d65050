import { TroubleError } from '../errors.ts'
import type { Io } from '../io.ts'
import type { Options } from '../options.ts'
import type { Report } from '../report/report.ts'
import { orList } from '../words.ts'
import { blankReport, type Command } from './command.ts'

export const schema: Command = {
  name: 'schema',
  operands: '<deal|vocabulary|claims|report>',
  summary: 'the JSON Schema of a deal file, a vocabulary, an article’s claims or the JSON output',
  main: false,
  picks: false,
  asOf: 'taken, and changes nothing: what this prints has no date',
  run,
}

async function run([what = '']: readonly string[], _options: Options, io: Io): Promise<Report> {
  // Loaded only here: no other command needs the schemas.
  const { schemas } = await import('../schema.ts')
  const found = schemas.get(what)
  if (!found)
    throw new TroubleError('usage', `There is no schema "${what}"; expected ${orList([...schemas.keys()])}.`)
  return { ...blankReport('schema', null, io), schema: found() }
}
