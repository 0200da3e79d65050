import type { Side } from '../compare/compare.ts'
import { facetOf } from '../facets/index.ts'
import type { VersionReport } from './report.ts'

/** A party's version, or what is known of its silence, as every format prints it. */
export function reportVersion(side: Side): VersionReport {
  const { party, version, silence } = side
  if (!version)
    return {
      party,
      state: 'silent',
      silence: silence && {
        state: silence.state,
        sources: silence.sources.map((s) => s.id),
        quote: silence.quote,
      },
      parts: [],
      claims: [],
    }
  return {
    party,
    state: 'announced',
    silence: null,
    parts: version.parts.map(({ name, slots }) => ({
      part: name,
      facets: [...slots.values()].map(({ stated, claim }) => {
        const bounds = facetOf(stated.facet).bounds?.(stated.value) ?? {
          min: null,
          max: null,
          unit: null,
          basis: null,
        }
        return {
          facet: stated.facet,
          axis: stated.axis,
          text: stated.text,
          ...bounds,
          source: claim?.source.id ?? '',
          place: stated.place,
        }
      }),
    })),
    claims: version.claims.map((c) => ({
      source: c.source.id,
      date: c.source.date,
      part: c.part,
      says: c.says,
      quote: c.quote,
      original: c.original,
      place: c.place,
    })),
  }
}
