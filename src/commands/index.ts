import { changes } from './changes.ts'
import { check } from './check.ts'
import type { Command } from './command.ts'
import { compare } from './compare.ts'
import { explain } from './explain.ts'
import { find } from './find.ts'
import { init } from './init.ts'
import { list } from './list.ts'
import { rules } from './rules.ts'
import { schema } from './schema.ts'

/** Every command, in the order of `--help`; the first is what a bare name means. */
export const commands: readonly Command[] = [
  compare,
  list,
  find,
  check,
  explain,
  changes,
  rules,
  schema,
  init,
]
