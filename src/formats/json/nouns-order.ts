import type { Place } from '../../place.ts'
import type { Summary } from '../../report/report.ts'

/** The field names of a type, nested, in the order of printing; the compiler sees that none is left out. */
export type Order<T> = T extends readonly (infer Item)[]
  ? Order<Item>
  : T extends object
    ? { readonly [K in keyof T]-?: Order<NonNullable<T[K]>> }
    : true

export const place: Order<Place> = { path: true, line: true, column: true, endLine: true, endColumn: true }

export const summary: Order<Summary> = {
  contradiction: true,
  'at-odds': true,
  missing: true,
  differs: true,
  unclear: true,
  agree: true,
  'press-only': true,
  aside: true,
}
