import type { Claim, Entry, Former, Reported, Silence, Source, Stated, Term } from '../deal.ts'
import { type ClaimFile, entryShape, facetKeys, reportedShape, type SilenceFile } from './deal-file.ts'
import type { Given, ParseContext, StartLike } from '../facet.ts'
import { facets } from '../facets/index.ts'
import type { Place } from '../place.ts'
import type { Reader } from './shape.ts'
import { child, type MapNode, type Node } from '../tree.ts'
import { readAmount } from '../values/amount.ts'
import { isWrong } from '../values/quantity.ts'
import { type Day, readDay } from '../values/time.ts'
import { capital } from '../names.ts'
import { cut } from '../words.ts'
import type { PartOf } from './part-names.ts'

export const readFacets = (node: Node, context: ParseContext): Stated[] => {
  const given: Given = (key) => (node.kind === 'map' ? child(node, key) : undefined)
  return facets.flatMap((facet) => facet.parse(given, context))
}

/** What facets are read with: the term's answers, the day of the statement, the start that the term assumes. */
export type ContextFor = (
  term: Pick<Term, 'choices'>,
  said: Day,
  start: StartLike | null,
  assuming?: boolean,
) => ParseContext
/** The start that a term assumes, for lengths that hang on it. */
export const startOfTerm = (term: Term): StartLike | null => {
  const start = term.assume.find((s) => s.facet === 'start')?.value as
    { time: StartLike['time']; said: { start?: string } } | undefined
  return start ? { time: start.time, day: readDay((start.said.start ?? '').slice(0, 10)) } : null
}

/** The figure that there was before; null where none is given, or none that can be read. */
export function readFormer(
  written: { readonly value: string; readonly place: Place } | null,
  { vocabulary, dollar, report }: ParseContext,
): Former | null {
  if (written === null) return null
  const { value, place } = written
  const amount = readAmount(value, { units: vocabulary.units, dollar, about: vocabulary.about })
  if (!isWrong(amount)) return { amount, text: value.trim(), place }
  report({
    rule: 'bad-value',
    place,
    message: `Cannot understand the figure "${cut(value)}": ${amount.wrong}; expected a figure with its unit, such as 57%.`,
    ...(amount.help === undefined ? {} : { help: capital(`${amount.help}.`) }),
  })
  return null
}

/** Makes the entries of one node; a joint claim (no party given) is a claim of each party of its source. */
export function maker(
  sources: ReadonlyMap<string, Source>,
  terms: ReadonlyMap<string, Term>,
  context: ContextFor,
  partOf: PartOf,
  reader: Reader,
) {
  const { report } = reader
  return (node: Node, termId: string, party: string | null, under: Place | undefined): Entry[] => {
    const read = entryShape.read(node, { ...reader, under })
    const term = terms.get(termId)
    if (!read || !term) return []
    if ('silence' in read) {
      if (party !== null) return [readSilence(read.silence, termId, party, sources, report)]
      report({
        rule: 'wrong-type',
        place: node.place,
        message: 'A silence stands under `jointly`; expected it under the party that is silent.',
      })
      return []
    }
    const source = sources.get(read.claim.source)
    if (!source) return []
    const at = read.claim.at.get('source') ?? node.place
    if (party === null && source.party.length < 2)
      report({
        rule: 'not-joint',
        place: at,
        message: `The source "${cut(source.id)}" of a joint claim is not of several parties; expected a source whose \`party\` is a list.`,
        help: `Code it under \`announced\`${source.party[0] === undefined ? '' : `, below \`${source.party[0]}\``}, or list all whose text it is as \`party\`.`,
        related: [{ message: 'the source', place: source.place }],
      })
    if (party !== null && source.kind === 'press')
      report({
        rule: 'press-as-party',
        place: at,
        message: `The source "${cut(source.id)}" is press; expected a statement of ${party}: what the press says belongs under \`reported\`.`,
        help: `Move it to \`reported\`, with \`attributed: [${party}]\`.`,
        related: [{ message: 'the source', place: source.place }],
      })
    else if (party !== null && !source.party.includes(party))
      report({
        rule: 'wrong-speaker',
        place: at,
        message: `The source "${cut(source.id)}" is a statement of ${source.party.join(' and ')}, coded for ${party}; expected a statement of ${party}.`,
        help: `Code it under \`${source.party[0]}\`, or name the statement of ${party} that says so.`,
        related: [{ message: 'the source', place: source.place }],
      })
    const said = readDay(source.day) as Day
    const within = context(term, said, startOfTerm(term))
    const stated = readFacets(node, within)
    if (term.choices && node.kind === 'map')
      for (const key of ['basis', 'period'])
        if (child(node, key))
          report({
            rule: 'bad-value',
            place: read.claim.at.get(key) ?? node.place,
            message: `\`${key}\` stands on a term with choices; expected an answer alone.`,
          })
    if (read.claim.says === null && !facetKeys.some((k) => read.claim.at.has(k)))
      report({
        rule: 'empty-claim',
        place: node.place,
        message: 'The claim says nothing; expected a facet, or `says`.',
        help: 'Say in your own words under `says` what was said; that nothing was said is a silence, `{ silent: [SOURCE] }`.',
      })
    const part = read.claim.part && partOf(term.id, read.claim.part)
    const was = readFormer(read.claim.was, within)
    return (party === null ? source.party : [party]).map((of) =>
      claimOf(read.claim, part, term, of, source, { stated, was }, node.place),
    )
  }
}

const claimOf = (
  c: ClaimFile,
  part: string | null,
  term: Term,
  party: string,
  source: Source,
  { stated, was }: Pick<Claim, 'stated' | 'was'>,
  place: Place,
): Claim => ({
  kind: 'claim',
  term: term.id,
  party,
  source,
  part,
  supersedes: c.supersedes === true,
  nature: c.nature ?? term.nature,
  says: c.says,
  quote: c.quote,
  original: c.original,
  was,
  returns: c.returns,
  stated,
  place,
})

function readSilence(
  s: SilenceFile,
  term: string,
  party: string,
  sources: ReadonlyMap<string, Source>,
  report: Reader['report'],
): Silence {
  const own = (id: string | null, place: Place | undefined): Source | null => {
    const source = id === null ? undefined : sources.get(id)
    if (!source) return null
    if (!source.party.includes(party))
      report({
        rule: 'wrong-speaker',
        place: place ?? s.place,
        message: `The source "${cut(source.id)}" is not of ${party}, whose silence this is; expected a statement of ${party}.`,
        help: `Name the statements of ${party} that were searched; what the press says of a silence is \`noted-by\`.`,
        related: [{ message: 'the source', place: source.place }],
      })
    return source
  }
  return {
    kind: 'silence',
    term,
    party,
    silent:
      s.silent === 'all'
        ? 'all'
        : (s.silent ?? []).map(({ value, place }) => own(value, place)).filter((x) => x !== null),
    declined: own(s.declined, s.at.get('declined')),
    notedBy: s['noted-by'] === null ? null : (sources.get(s['noted-by']) ?? null),
    general: own(s.general, s.at.get('general')),
    quote: s.quote,
    notApplicable: s['not-applicable'] === true,
    says: s.says,
    place: s.place,
  }
}

export function readReported(
  root: MapNode,
  sources: ReadonlyMap<string, Source>,
  terms: ReadonlyMap<string, Term>,
  context: ContextFor,
  partOf: PartOf,
  reader: Reader,
): Reported[] {
  const node = child(root, 'reported')
  const out: Reported[] = []
  if (node && node.kind !== 'list' && !(node.kind === 'scalar' && node.style === 'empty'))
    reader.report({
      rule: 'wrong-type',
      place: node.place,
      message: '`reported` is no list; expected a list of claims, each after a dash.',
    })
  for (const item of node?.kind === 'list' ? node.items : []) {
    const read = reportedShape.read(item, reader)
    const term = read && terms.get(read.term)
    const source = read && sources.get(read.source)
    if (!read || !term || !source) continue
    const within = context(term, readDay(source.day) as Day, startOfTerm(term))
    const stated = readFacets(item, within)
    out.push({
      term: term.id,
      attributed: read.attributed ?? [],
      source,
      part: read.part && partOf(term.id, read.part),
      says: read.says,
      quote: read.quote,
      was: readFormer(read.was, within),
      returns: read.returns,
      stated,
      place: item.place,
    })
  }
  return out
}
