import type { Claim, Deal, Former, Reported, Source, Stated, Term } from '../deal.ts'
import type { Facet } from '../facet.ts'
import { facetOf } from '../facets/index.ts'
import type { Measure } from '../facets/measure/value.ts'
import { contextOf, versionOf } from '../compare/version.ts'
import type { Place } from '../place.ts'
import type { Amount } from '../values/amount.ts'

/** A figure as it was said or reported, before it stands in a chart. */
export interface Figure {
  readonly deal: Deal
  readonly term: Term
  readonly source: Source
  /** Whose word it is; null for press. */
  readonly parties: readonly string[] | null
  readonly attributed: readonly string[]
  readonly part: string | null
  readonly measure: Measure
  readonly amount: Amount
  readonly stated: readonly Stated[]
  readonly was: Former | null
  readonly place: Place
}

const measureFacet: Facet = facetOf('measure')

/** Every figure of a term that was said, or reported; a joint one once. */
export function figuresOf(deal: Deal, term: Term): Figure[] {
  const histories = deal.histories.get(term.id) ?? new Map()
  const context = contextOf(deal)
  const claims = deal.parties.flatMap(
    ({ id }) => versionOf(id, histories.get(id) ?? [], null, context)?.claims ?? [],
  )
  // A joint claim stands in the history of each party.
  const joint = new Map<string, Claim[]>()
  for (const claim of claims) {
    const key = JSON.stringify([claim.source.id, claim.place.line, claim.place.column])
    joint.set(key, [...(joint.get(key) ?? []), claim])
  }
  const reported = deal.reported.filter((r) => r.term === term.id)
  return [
    ...[...joint.values()].flatMap((same) =>
      figureOf(
        deal,
        term,
        same[0] as Claim,
        same.map((c) => c.party),
        [],
      ),
    ),
    ...reported.flatMap((r) => figureOf(deal, term, r, null, r.attributed)),
  ]
}

function figureOf(
  deal: Deal,
  term: Term,
  claim: Claim | Reported,
  parties: readonly string[] | null,
  attributed: readonly string[],
): Figure[] {
  const stated = claim.stated.find((s) => s.facet === 'measure')
  if (!stated) return []
  const assumed = term.assume.find((s) => s.facet === 'measure')
  const measure = (assumed ? measureFacet.fill?.(stated.value, assumed.value) : stated.value) as Measure
  if (measure.value.kind !== 'amount') return []
  const { source, part, was } = claim
  const { amount } = measure.value
  return [
    {
      deal,
      term,
      source,
      parties,
      attributed,
      part,
      measure,
      amount,
      stated: claim.stated,
      was,
      place: stated.place,
    },
  ]
}

/** The exact bounds of an amount, in the unit in which it was said. */
export function boundsOf(
  amount: Amount,
  measure: Measure,
): { min: string | null; max: string | null; unit: string } {
  const value: Measure = { ...measure, value: { kind: 'amount', amount } }
  const { min = null, max = null, unit } = measureFacet.bounds?.(value) ?? {}
  return { min, max, unit: unit ?? amount.unit.name }
}
