/** What a cell of a flat table can be: whatever a table tool loads without being told how. */
export type Scalar = string | number | boolean | null

export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Scalar[])[]
}

export interface Column<T> {
  readonly name: string
  readonly of: (row: T) => Scalar
}

export const tabulate = <T>(columns: readonly Column<T>[], rows: readonly T[]): Table => ({
  columns: columns.map((column) => column.name),
  rows: rows.map((row) => columns.map((column) => column.of(row))),
})
