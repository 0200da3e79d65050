/**
 * Where a value stands in a file. Lines and columns are 1-based; a column counts UTF-16 code units; the end is
 * one past the last character, as editors and SARIF have it.
 */
export interface Place {
  readonly path: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** The first character of a file: the place of what is wrong with a file as a whole. */
export const startOf = (path: string): Place => ({ path, line: 1, column: 1, endLine: 1, endColumn: 1 })

/** Order by file, then line, then column. */
export const comparePlaces = (a: Place, b: Place): number =>
  compareText(a.path, b.path) || a.line - b.line || a.column - b.column

/** Order of code units: the same in every locale. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** A text with the name by which its findings are reported. */
export interface Text {
  readonly path: string
  readonly text: string
}

/** `deals/london.yaml:12:3`, as editors and people read it. */
export const placeText = ({ path, line, column }: Place): string => `${path}:${line}:${column}`
