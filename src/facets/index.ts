import type { Facet } from '../facet.ts'
import { act } from './act.ts'
import { choice } from './choice.ts'
import { conditions } from './conditions.ts'
import { force } from './force.ts'
import { measure } from './measure.ts'
import { scope } from './scope.ts'
import { sequence } from './sequence.ts'
import { stance } from './stance.ts'
import { status } from './status.ts'
import { deadline } from './deadline.ts'
import { end } from './end.ts'
import { start } from './start.ts'

/** Every facet, in the order in which they are shown: what and how much first, then where, then how firmly. */
// oxlint-disable-next-line typescript/no-explicit-any -- each facet keeps its own value type; the engine hands values back unread
export const facets: readonly Facet<any>[] = [
  act,
  stance,
  measure,
  choice,
  scope,
  conditions,
  start,
  end,
  deadline,
  sequence,
  status,
  force,
]

const byName = new Map(facets.map((f) => [f.name, f]))
const ranks = new Map(facets.map((f, i) => [f.name, i]))

/** Where a facet stands in the order in which facets are shown. */
export const facetRank = (name: string): number => ranks.get(name) ?? 0

/** The facet of a name; a name that is none is a bug. */
// oxlint-disable-next-line typescript/no-explicit-any -- see above
export function facetOf(name: string): Facet<any> {
  const found = byName.get(name)
  if (!found) throw new Error(`no facet is called ${name}`)
  return found
}
