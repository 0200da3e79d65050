import { changes } from './changes.ts'
import { check } from './check.ts'
import type { Command } from './command.ts'
import { compare } from './compare.ts'
import { due } from './due.ts'
import { explain } from './explain.ts'
import { find } from './find.ts'
import { init } from './init.ts'
import { list } from './list.ts'
import { press } from './press.ts'
import { rules } from './rules.ts'
import { schema } from './schema.ts'
import { settle } from './settle.ts'
import { trace } from './trace.ts'

/** Every command, in the order of `--help`; the first is what a bare name means. */
export const commands: readonly Command[] = [
  compare,
  list,
  find,
  check,
  explain,
  trace,
  due,
  press,
  settle,
  changes,
  rules,
  schema,
  init,
]
