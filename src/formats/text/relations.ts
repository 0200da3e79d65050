import type { Relation } from '../../relation.ts'
import type { PairFacet } from '../../report/report.ts'
import { list } from './words.ts'

/** Aspects that are steps of a ladder: one side can go further up. */
const stepped = new Set(['act', 'status', 'stance', 'force'])

/** How one side is called that says more, or reaches less, of an aspect. */
function tighter(facet: PairFacet, who: string): string {
  if (facet.facet === 'conditions') return `${who} attaches more conditions`
  if (facet.facet === 'deadline') return `${who} sets the earlier day`
  if (facet.role === 'region') return `${who} covers less`
  if (stepped.has(facet.facet)) return `${who} goes a step further`
  return `${who} promises more exactly`
}

function known(relation: Relation, facet: PairFacet, a: string, b: string): string {
  const region = facet.role === 'region'
  if (relation === 'equal') return facet.a === null && facet.b === null ? 'neither says' : 'the same'
  if (facet.a === null || facet.b === null) {
    const speaker = facet.a === null ? b : a
    const silent = facet.a === null ? a : b
    if (facet.facet === 'conditions') return `only ${speaker} makes it depend on this`
    if (region) return `only ${speaker} names a limit; ${silent} names none`
    return `only ${speaker} says`
  }
  switch (relation) {
    case 'narrower':
      return tighter(facet, a)
    case 'wider':
      return tighter(facet, b)
    case 'overlap':
      return region ? 'partly the same' : 'not the same, but both can hold'
    case 'disjoint':
      return region ? 'not the same subject' : 'cannot both hold'
  }
}

/** How the two sides stand in one aspect, in plain words. */
export function relationWords(facet: PairFacet, a: string, b: string): string {
  if (facet.relation !== 'unknown') return known(facet.relation, facet, a, b)
  if (facet.possible.length >= 5) return 'not known'
  const could = facet.possible.map((relation) => known(relation, facet, a, b))
  return `not known: ${list([...new Set(could)], 'or')}`
}
