import { visible } from './escape.ts'
import type { Format } from './format.ts'
import { type Scalar, tableOf } from './table.ts'

/** What makes a spreadsheet run a cell as a formula; the full-width forms do so in East Asian locales. */
const formula = /^[=+\-@\t\r＝＋－＠]/

/**
 * One cell by RFC 4180. Text that a spreadsheet would run gets an apostrophe in front; control characters are
 * shown as on the screen, so that a record is always one line.
 */
function cell(value: Scalar | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  const text = visible(formula.test(value) ? `'${value}` : value)
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Lines end with LF alone: every reader takes it, and `cut`, `grep` and `git diff` see no stray CR. */
export const csv: Format = {
  name: 'csv',
  omitsSuppressed: true,
  summary: 'the same columns as ndjson, for spreadsheets',
  print: (report) => {
    const { columns, rows } = tableOf(report)
    return `${[columns, ...rows].map((row) => row.map(cell).join(',')).join('\n')}\n`
  },
}
