import type { SourceReport, TermReport, VersionReport } from '../../report/report.ts'
import { type Order, place } from './nouns-order.ts'

const version: Order<VersionReport> = {
  party: true,
  state: true,
  silence: { state: true, sources: true, quote: true },
  parts: {
    part: true,
    facets: {
      facet: true,
      axis: true,
      text: true,
      min: true,
      max: true,
      unit: true,
      basis: true,
      source: true,
      place,
    },
  },
  claims: { source: true, date: true, part: true, says: true, quote: true, original: true, place },
}

export const term: Order<TermReport> = {
  id: true,
  title: true,
  topic: true,
  subject: true,
  obligor: true,
  nature: true,
  verdict: true,
  sentence: true,
  couldBe: true,
  aside: true,
  missing: { party: true, silence: true, mustAct: true },
  reasons: {
    code: true,
    facet: true,
    axis: true,
    part: true,
    role: true,
    relation: true,
    sentence: true,
    parties: true,
  },
  pairs: {
    parties: true,
    verdict: true,
    couldBe: true,
    facets: {
      part: true,
      facet: true,
      axis: true,
      role: true,
      relation: true,
      possible: true,
      a: true,
      b: true,
    },
  },
  versions: version,
  inconsistencies: { party: true, facet: true, claims: true, sentence: true },
  reported: { attributed: true, source: true, says: true, judgement: { party: true, judgement: true } },
  fates: { part: true, fate: true, date: true, deal: true, says: true, source: true, place },
  place,
}

export const source: Order<SourceReport> = {
  id: true,
  party: true,
  by: true,
  kind: true,
  issuer: true,
  date: true,
  read: true,
  seen: { copy: true, via: true, url: true },
  aside: true,
}
