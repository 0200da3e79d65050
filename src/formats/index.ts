import { csv } from './csv.ts'
import type { Format } from './format.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import { line } from './line.ts'
import { markdown } from './markdown.ts'
import { ndjson } from './ndjson.ts'
import { sarif } from './sarif.ts'
import { text } from './text.ts'

/** Every output format, in the order in which `--help` names them: the first is what a person gets. */
export const formats: readonly Format[] = [
  text,
  line,
  json,
  ndjson,
  csv,
  sarif,
  junit,
  github,
  gitlab,
  markdown,
]
