import type { Place } from '../../place.ts'

/** The lines of a file, by which places are cut out of its text; without a byte-order mark, which no place counts. */
export interface Lines {
  readonly path: string
  /** Each line, a carriage return at its end left out. */
  readonly at: readonly string[]
  /** Each line as it stands. */
  readonly raw: readonly string[]
}

/** Cuts a text into its lines, of which there is one at least. */
export function linesOf({ path, text }: { readonly path: string; readonly text: string }): Lines {
  const raw = text.replace(/^\ufeff/, '').split('\n')
  return { path, raw, at: raw.map((l) => (l.endsWith('\r') ? l.slice(0, -1) : l)) }
}

/** The text of a line, counted from 1. */
export const lineAt = (lines: Lines, number: number): string => lines.at[number - 1] ?? ''

/** The text that stands at a place. */
export function textAt(lines: Lines, { line, column, endLine, endColumn }: Place): string {
  if (line === endLine) return lineAt(lines, line).slice(column - 1, endColumn - 1)
  return [
    (lines.raw[line - 1] ?? '').slice(column - 1),
    ...lines.raw.slice(line, endLine - 1),
    lineAt(lines, endLine).slice(0, endColumn - 1),
  ].join('\n')
}
