import { csv } from './csv.ts'
import type { Format } from './format.ts'
import { json } from './json.ts'
import { ndjson } from './ndjson.ts'
import { text } from './text.ts'

/** Every output format, in the order in which `--help` names them: the first is what a person gets. */
export const formats: readonly Format[] = [text, json, ndjson, csv]
