import { safeJson } from './escape.ts'
import type { Format } from './format.ts'
import { tableOf } from './table.ts'

export const ndjson: Format = {
  name: 'ndjson',
  omitsSuppressed: true,
  summary: 'one flat JSON object a line, for table tools: a line a term and party',
  print: (report) => {
    const { columns, rows } = tableOf(report)
    const lines = rows.map((row) =>
      safeJson(JSON.stringify(Object.fromEntries(columns.map((name, i) => [name, row[i]])))),
    )
    // Nothing is nothing: an empty line would be no JSON.
    return lines.map((l) => `${l}\n`).join('')
  },
}
