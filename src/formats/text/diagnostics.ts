import { type Diagnostic, severities } from '../../diagnostic.ts'
import type { Trouble } from '../../report/report.ts'
import { placeText } from './claims.ts'
import { INDENT, line, type Sheet, span } from './sheet.ts'
import { type Line, wrap } from './width.ts'
import { count } from './words.ts'

/** A finding is for the next tool too: without a terminal it stays on its line. */
const wide = (sheet: Sheet, text: Line, indent: number): Line[] =>
  wrap(text, sheet.findings - indent).map((part) => [span(' '.repeat(indent)), ...part])

function findingLines(found: Diagnostic, sheet: Sheet): Line[] {
  const head = [
    span(`${placeText(found.place)} `),
    span(found.severity, found.severity),
    span(` ${found.message} `),
    span(`[${found.rule}]`, 'faint'),
  ]
  const [first = [], ...rest] = wrap(head, sheet.findings - INDENT)
  const lines = [first, ...rest.map((part) => [span(' '.repeat(INDENT)), ...part])]
  if (sheet.quiet) return lines
  return [
    ...lines,
    ...(found.help === null ? [] : wide(sheet, [span('help: ', 'strong'), span(found.help)], INDENT)),
    ...found.related.flatMap((related) =>
      wide(sheet, line(`${placeText(related.place)} ${related.message}`, 'faint'), INDENT),
    ),
  ]
}

/** Findings one by one in the order given, then how many there are of each severity. */
export function diagnosticsScreen(
  found: readonly Diagnostic[],
  files: readonly string[] | undefined,
  sheet: Sheet,
): Line[] {
  const read = files?.length ?? new Set(found.map((d) => d.place.path)).size
  const numbers = severities
    .map((severity) => ({ severity, n: found.filter((d) => d.severity === severity).length }))
    .filter(({ n }) => n > 0)
    .map(({ severity, n }) => count(n, severity))
  const sum = numbers.length > 0 ? numbers.join(', ') : 'no findings'
  return [
    ...found.flatMap((d) => findingLines(d, sheet)),
    ...wide(sheet, line(`${sum} in ${count(read, 'file')}`, 'strong'), 0),
  ]
}

/** What went wrong outside the files, each with what to do about it. */
export const troubleLines = (trouble: readonly Trouble[], sheet: Sheet): Line[] =>
  trouble.flatMap((one) => [
    ...wide(sheet, [span('dealdiff: ', 'error'), span(one.message)], 0),
    ...(one.hint === null ? [] : wide(sheet, line(one.hint), 2)),
  ])
