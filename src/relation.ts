/**
 * The five ways in which two non-empty sets can stand to each other (RCC-5; Bennett 1994), and sets of them: a
 * relation that is not known is the set of those that are possible.
 */
export const relations = ['equal', 'narrower', 'wider', 'overlap', 'disjoint'] as const
export type Relation = (typeof relations)[number]

/** A non-empty set of relations, as bits in the order of `relations`. */
export type Possible = number

const bit = (r: Relation): Possible => 1 << relations.indexOf(r)

export const EQUAL = bit('equal')
export const NARROWER = bit('narrower')
export const WIDER = bit('wider')
export const OVERLAP = bit('overlap')
export const DISJOINT = bit('disjoint')
/** Nothing is known. */
export const ANY: Possible = 31
/** Nothing is known but that the two meet. */
export const MEET: Possible = ANY & ~DISJOINT

export const possible = (r: Relation): Possible => bit(r)
export const listPossible = (p: Possible): Relation[] => relations.filter((r) => p & bit(r))
/** The relation, where it is known. */
export const known = (p: Possible): Relation | null => {
  const list = listPossible(p)
  return list.length === 1 ? (list[0] as Relation) : null
}
export const canBe = (p: Possible, q: Possible): boolean => (p & q) !== 0
export const surely = (p: Possible, q: Possible): boolean => (p & ~q) === 0

/** The relation of B to A, given that of A to B. */
export const converse = (p: Possible): Possible =>
  (p & ~(NARROWER | WIDER)) | (p & NARROWER ? WIDER : 0) | (p & WIDER ? NARROWER : 0)

/** The relation of two sets from three facts about them. */
export function relationOf(aInB: boolean, bInA: boolean, meet: boolean): Possible {
  if (aInB && bInA) return EQUAL
  if (!meet) return DISJOINT
  return aInB ? NARROWER : bInA ? WIDER : OVERLAP
}

/** How the products of two sides stand, given how they stand along each axis (one known relation an axis). */
function foldKnown(bits: Possible): Possible {
  if (bits & DISJOINT) return DISJOINT
  if (surely(bits, EQUAL)) return EQUAL
  if (surely(bits, EQUAL | NARROWER)) return NARROWER
  if (surely(bits, EQUAL | WIDER)) return WIDER
  return OVERLAP
}

/** The product's relation: of no axis at all, equal. Exact: every possible result comes from some completion. */
export function fold(parts: readonly Possible[]): Possible {
  // What a prefix can fold to, without collapsing narrower-and-wider before the end: track sets of seen relations.
  let seen = new Set<number>([0])
  for (const part of parts) {
    const next = new Set<number>()
    for (const s of seen) for (const r of listPossible(part)) next.add(s | bit(r))
    seen = next
  }
  let out = 0
  for (const s of seen) out |= foldKnown(s)
  return out
}
