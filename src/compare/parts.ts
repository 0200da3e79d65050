import type { Part } from './version.ts'

type Named = Pick<Part, 'name'>

/** A part without a name is about whatever its own side gives no part to. */
const stands = (unnamed: Named, other: Named, side: readonly Named[]): boolean =>
  unnamed.name === null && !side.some((part) => part.name === other.name)

/** Whether a part of the one side and a part of the other are about the same piece, given all parts of both. */
export const partsMeet = (x: Named, y: Named, a: readonly Named[], b: readonly Named[]): boolean =>
  x.name === y.name || stands(x, y, a) || stands(y, x, b)
