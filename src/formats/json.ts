import type { Diagnostic } from '../diagnostic.ts'
import type { Place } from '../place.ts'
import type { Report, Summary, TermReport, VersionReport } from '../report/report.ts'
import { safeJson } from './escape.ts'
import type { Format } from './format.ts'

/** The field names of a type, nested, in the order of printing; the compiler sees that none is left out. */
type Order<T> = T extends readonly (infer Item)[]
  ? Order<Item>
  : T extends object
    ? { readonly [K in keyof T]-?: Order<NonNullable<T[K]>> }
    : true

const place: Order<Place> = { path: true, line: true, column: true, endLine: true, endColumn: true }

const summary: Order<Summary> = {
  contradiction: true,
  'at-odds': true,
  missing: true,
  differs: true,
  unclear: true,
  agree: true,
  'press-only': true,
  aside: true,
}

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

const term: Order<TermReport> = {
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
  place,
}

const diagnostic: Order<Diagnostic> = {
  rule: true,
  severity: true,
  message: true,
  help: true,
  place,
  related: { message: true, place },
}

const order: Order<Report> = {
  schemaVersion: true,
  tool: { name: true, version: true },
  command: true,
  asOf: true,
  trouble: { code: true, message: true, hint: true },
  deals: {
    deal: true,
    title: true,
    path: true,
    aliases: true,
    held: true,
    follows: true,
    recordCloses: true,
    parties: { id: true, name: true, short: true },
    sources: {
      id: true,
      party: true,
      by: true,
      kind: true,
      issuer: true,
      date: true,
      read: true,
      seen: { copy: true, via: true, url: true },
    },
    summary,
    terms: term,
  },
  diagnostics: diagnostic,
  summary,
  proof: {
    deal: true,
    term: true,
    whyNot: { verdict: true, sentence: true },
    flips: { verdict: true, sentence: true },
    statements: { date: true, party: true, source: true, says: true, quote: true, place },
    byDate: { date: true, verdict: true, source: true, sentence: true },
    wording: {
      a: { party: true, source: true },
      b: { party: true, source: true },
      runs: { text: true, only: true },
    },
  },
  list: {
    deal: true,
    title: true,
    path: true,
    aliases: true,
    held: true,
    terms: true,
    statements: true,
    from: true,
    to: true,
    summary,
    errors: true,
  },
  find: {
    deal: true,
    term: true,
    title: true,
    verdict: true,
    where: true,
    party: true,
    text: true,
    place,
  },
  explain: {
    word: true,
    kind: true,
    means: true,
    rule: true,
    examples: { us: true, china: true, verdict: true, because: true, term: true, words: true },
    see: true,
    diagram: true,
  },
  init: { path: true, text: true },
  schema: {},
  check: { files: true },
}

type Fields = { readonly [name: string]: Fields | true }

/** The same value with its fields in order; a field the order does not know comes last. */
function inOrder(value: unknown, fields: Fields | true | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => inOrder(item, fields))
  if (value === null || typeof value !== 'object') return value
  const known = typeof fields === 'object' ? fields : {}
  const names = new Set([...Object.keys(known).filter((name) => name in value), ...Object.keys(value)])
  const out: { [name: string]: unknown } = {}
  for (const name of names) out[name] = inOrder((value as { [name: string]: unknown })[name], known[name])
  return out
}

export const json: Format = {
  name: 'json',
  summary: 'the whole report as one JSON document',
  print: (report) => `${safeJson(JSON.stringify(inOrder(report, order), null, 2))}\n`,
}
