import type {
  DealChange,
  DealReport,
  FieldChange,
  PairReport,
  Proof,
  Report,
  Standing,
  StepReport,
  TermChange,
  TermReport,
  TimelineDeal,
  TraceReport,
  TraceStep,
  VersionReport,
} from '../../report/report.ts'
import { datesInWords } from './dates.ts'
import { list, shortOf } from './words.ts'

/** What stands in quotation marks is the speaker's and stays as it is. */
const outsideQuotes = (text: string, change: (text: string) => string): string =>
  text
    .split(/(“[^”]*”|"[^"]*")/)
    .map((part, i) => (i % 2 === 1 ? part : change(part)))
    .join('')

type Named = Pick<DealReport, 'parties'>

/** Words of the vocabulary are lower-case: an abbreviated party's name gets its capitals back, a month its own. */
function namesIn(deal: Named): (text: string) => string {
  const names = deal.parties.map((party) => party.short).filter((short) => /^[A-Z]{2,}$/.test(short))
  const words = names.map((name) => name.toLowerCase()).join('|')
  const name = names.length > 0 ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'gu') : null
  return (text) => (name === null ? text : text.replace(name, (word) => word.toUpperCase()))
}

const dayOfMonth =
  /\b(\d{1,2} )(january|february|march|april|may|june|july|august|september|october|november|december)\b/g
const months = (text: string): string =>
  text.replace(
    dayOfMonth,
    (_, day: string, month: string) => day + month.charAt(0).toUpperCase() + month.slice(1),
  )

interface Reader {
  readonly text: (text: string) => string
  readonly part: (part: string | null) => string | null
  readonly value: (facet: string, text: string) => string
}

/** Keys whose value is the id of a party, or a list of them. */
const ofParties = new Set(['obligor', 'between', 'attributed', 'party'])

export function readerOf(deal: Named): Reader {
  const names = namesIn(deal)
  const text = (text: string): string => outsideQuotes(text, (part) => months(names(datesInWords(part))))
  return {
    text,
    part: (part) => (part === null ? null : text(part)),
    value: (facet, value) => {
      if (ofParties.has(facet)) return list(idsIn(value).map((id) => shortOf(deal, id)))
      if (verbatim.has(facet)) return value
      // Of the answers to a question one is true: they are alternatives.
      return text(facet === 'choice' ? list(value.split(', '), alternative(value)) : value)
    },
  }
}

/** Keys whose value is a name, an address or somebody's own words: no word of a vocabulary, and no date, is in it. */
const verbatim = new Set(
  'source silent declined noted-by general deal follows aliases subject seen title by issuer says quote original'.split(
    ' ',
  ),
)

const idsIn = (value: string): string[] => value.replace(/^\[|\]$/g, '').split(', ')
const alternative = (answers: string): string => (answers.startsWith('not ') ? 'and' : 'or')

const pair = (read: Reader, { facets, ...rest }: PairReport): PairReport => ({
  ...rest,
  facets: facets.map((facet) => ({
    ...facet,
    part: read.part(facet.part),
    a: facet.a === null ? null : read.value(facet.facet, facet.a),
    b: facet.b === null ? null : read.value(facet.facet, facet.b),
  })),
})

const version = (read: Reader, { parts, claims, ...rest }: VersionReport): VersionReport => ({
  ...rest,
  parts: parts.map(({ part, facets }) => ({
    part: read.part(part),
    facets: facets.map((facet) => ({ ...facet, text: read.value(facet.facet, facet.text) })),
  })),
  claims: claims.map((claim) => ({ ...claim, part: read.part(claim.part) })),
})

const sentenced = <T extends { readonly sentence: string }>(read: Reader, items: readonly T[]): T[] =>
  items.map((item) => ({ ...item, sentence: read.text(item.sentence) }))

const term = (read: Reader, report: TermReport): TermReport => ({
  ...report,
  sentence: read.text(report.sentence),
  reasons: sentenced(read, report.reasons),
  pairs: report.pairs.map((one) => pair(read, one)),
  versions: report.versions.map((one) => version(read, one)),
  inconsistencies: sentenced(read, report.inconsistencies),
})

const step = <T extends StepReport>(read: Reader, one: T): T => ({
  ...one,
  sentence: read.text(one.sentence),
  because: read.text(one.because),
  changes: sentenced(read, one.changes).map((change) => ({
    ...change,
    pieces: change.pieces.map((piece) => ({ ...piece, text: read.text(piece.text) })),
  })),
})

const proof = (read: Reader, report: Proof): Proof => ({
  ...report,
  whyNot: sentenced(read, report.whyNot),
  flips: sentenced(read, report.flips),
  byDate: report.byDate.map((one) => step(read, one)),
})

const timelineDeal = (read: Reader, deal: TimelineDeal): TimelineDeal => ({
  ...deal,
  days: deal.days.map((day) => ({
    ...day,
    terms: day.terms.map((one) => ({ ...one, step: step(read, one.step) })),
  })),
})

const field = <T extends FieldChange>(read: Reader, change: T): T => ({
  ...change,
  before: change.before === null ? null : read.value(change.field, change.before),
  after: change.after === null ? null : read.value(change.field, change.after),
})

const standing = (read: Reader, one: Standing | null): Standing | null =>
  one === null
    ? null
    : { ...one, sentence: read.text(one.sentence), itself: one.itself.map((text) => read.text(text)) }

const changedTerm = (read: Reader, change: TermChange): TermChange => ({
  ...change,
  before: standing(read, change.before),
  after: standing(read, change.after),
  fields: change.fields.map((one) => field(read, one)),
  entries: change.entries.map((entry) => ({
    ...entry,
    part: read.part(entry.part),
    facets: entry.facets.map((one) => field(read, one)),
  })),
  causes: sentenced(read, change.causes),
})

function changedDeal(change: DealChange): DealChange {
  const read = readerOf(change)
  return {
    ...change,
    fields: change.fields.map((one) => field(read, one)),
    sources: change.sources.map((one) => ({ ...one, fields: one.fields.map((f) => field(read, f)) })),
    terms: change.terms.map((one) => changedTerm(read, one)),
  }
}

function traced(trace: TraceReport): TraceReport {
  const readers = new Map(trace.deals.map((deal) => [deal.deal, readerOf(deal)]))
  const step = (one: TraceStep): TraceStep => {
    const read = readers.get(one.deal)
    if (!read) return one
    const sides = one.sides.map((side) => ({
      ...side,
      became: side.became && { ...side.became, sentence: read.text(side.became.sentence) },
    }))
    return { ...one, term: term(read, one.term), sides }
  }
  const traces = trace.traces.map((one) => ({
    ...one,
    threads: one.threads.map((thread) => ({ ...thread, steps: thread.steps.map(step) })),
  }))
  return { ...trace, traces }
}

/** The report as a person reads it: dates in words, names with their capitals; what was said stays as it was said. */
export function readable(report: Report): Report {
  const readers = new Map(report.deals.map((deal) => [deal.deal, readerOf(deal)]))
  const deals = report.deals.map((deal) => {
    const read = readers.get(deal.deal) ?? readerOf(deal)
    return { ...deal, terms: deal.terms.map((one) => term(read, one)) }
  })
  const proofs = report.proof?.map((one) => {
    const read = readers.get(one.deal)
    return read ? proof(read, one) : one
  })
  const timeline = report.timeline && {
    deals: report.timeline.deals.map((deal) => {
      const read = readers.get(deal.deal)
      return read ? timelineDeal(read, deal) : deal
    }),
  }
  const changes = report.changes && {
    ...report.changes,
    deals: report.changes.deals.map(changedDeal),
  }
  return {
    ...report,
    deals,
    ...(proofs ? { proof: proofs } : {}),
    ...(timeline ? { timeline } : {}),
    ...(changes ? { changes } : {}),
    ...(report.trace ? { trace: traced(report.trace) } : {}),
  }
}
