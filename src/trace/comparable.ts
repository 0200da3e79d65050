import { filled } from '../compare/rows.ts'
import { type Part, type Slot, slotKey } from '../compare/version.ts'
import type { Deal, Stated, Term } from '../deal.ts'
import type { Facet } from '../facet.ts'
import { facetOf } from '../facets/index.ts'
import type { Sequence } from '../facets/sequence.ts'
import { normalWord } from '../words.ts'
import { labelOf } from './sentences.ts'

/** Why an order of steps cannot be set beside another: the id of a term names a term of its own deal; null where it can. */
export function orderApart(x: Part, y: Part, now: Deal, before: Deal): string | null {
  const [here, there] = [x, y].map((p) => p.slots.get('sequence')?.stated.value as Sequence | undefined)
  if (!here || !there || here.event !== there.event) return null
  const titleIn = (deal: Deal): string | null => {
    const term = [...deal.terms.values()].find(({ id }) => normalWord(id) === here.event)
    return term ? normalWord(term.title) : null
  }
  return titleIn(now) === titleIn(before) ? null : `"${here.event}" names something else there`
}

const saysOf = (stated: Stated | undefined): string => {
  if (!stated) return ''
  const facet: Facet = facetOf(stated.facet)
  return JSON.stringify(facet.print(stated.value))
}

/** Why what nobody said cannot be set beside each other: the terms take other things for granted; null where they do not. */
export function assumedApart(
  x: Part,
  y: Part,
  now: Term,
  before: Term,
  /** What is told beside the rest. */
  beside: ReadonlySet<string>,
): string | null {
  const assumed = (term: Term): Map<string, Stated> => new Map(term.assume.map((s) => [slotKey(s), s]))
  const [here, there] = [assumed(now), assumed(before)]
  for (const key of new Set([...here.keys(), ...there.keys()])) {
    if (beside.has(key) || saysOf(here.get(key)) === saysOf(there.get(key))) continue
    const [a, b] = [filled(x, now.assume).get(key), filled(y, before.assume).get(key)]
    if (!isFilled(a, x.slots.get(key)) && !isFilled(b, y.slots.get(key))) continue
    if (saysOf(a?.stated) === saysOf(b?.stated)) continue
    const stated = here.get(key) ?? there.get(key)
    return `what goes without saying is another there${stated ? ` (${labelOf(stated)})` : ''}`
  }
  return null
}

/** Whether something of what stands was not said. */
const isFilled = (slot: Slot | undefined, said: Slot | undefined): boolean =>
  slot !== undefined && saysOf(slot.stated) !== saysOf(said?.stated)

/** Whether two terms take the same for granted. */
export const assumeAlike = (a: Term, b: Term): boolean => {
  const all = (t: Term): string => JSON.stringify(t.assume.map((s) => `${slotKey(s)} ${saysOf(s)}`).sort())
  return all(a) === all(b)
}
