import { TroubleError } from '../errors.ts'
import { firstDeal, isDealName } from '../init.ts'
import type { Io } from '../io.ts'
import { writeText } from '../disk.ts'
import type { Options } from '../options.ts'
import type { Report } from '../report/report.ts'
import { blankReport, type Command } from './command.ts'

export const init: Command = {
  name: 'init',
  operands: '<name>',
  summary: 'write a first deal file',
  main: false,
  picks: false,
  asOf: 'taken, and changes nothing: what this prints has no date',
  run,
}

async function run([name = '']: readonly string[], _options: Options, io: Io): Promise<Report> {
  if (!isDealName(name))
    throw new TroubleError(
      'usage',
      `"${name}" cannot name a deal; expected letters, digits and hyphens, and no command's name.`,
      'dealdiff init us-japan',
    )
  const path = `${name}.yaml`
  const text = firstDeal(name)
  writeText(path, text, io, false)
  return { ...blankReport('init', null, io), init: { path, text } }
}
