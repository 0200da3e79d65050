import type { Side } from '../compare/compare.ts'
import type { AgainstPart, Aspect, PressJudgement, Told } from '../compare/press.ts'
import { type Part, type Version, versionOfClaim } from '../compare/version.ts'
import { type Deal, nameIn, type Stated } from '../deal.ts'
import { andList, capital } from '../names.ts'
import { canBe, DISJOINT, EQUAL, known, NARROWER, surely, WIDER } from '../relation.ts'
import type { WhyRun } from '../report/press-report.ts'
import { sentenceOf } from '../report/reasons.ts'
import { announced, phrase, silenceRun } from './words.ts'

/** What a sentence on a report rests on. */
export interface Matter {
  readonly deal: Deal
  readonly claim: Told
  readonly versions: ReadonlyMap<string, Version>
  readonly sides: readonly Side[]
}

/** Why a report is judged as it is, in one sentence: who announced what, or where it was looked for. */
export function whyOf(matter: Matter, party: string, judged: PressJudgement): readonly WhyRun[] {
  const { deal } = matter
  const name = nameIn(deal, party)
  const { own } = judged
  const side = (lead: string): WhyRun[] =>
    own === null ? [] : [leading(`${name} ${lead}: `, versionRun(matter, party))]
  switch (judged.judgement) {
    case 'as announced':
      return [...side('announced the same'), ...differences(matter, own)]
    case 'less than announced':
      return [...side('announced more'), ...differences(matter, own)]
    case 'more than announced':
      return [...side('announced less'), ...differences(matter, own)]
    case 'against what was announced':
      return againstRuns(matter, name, own)
    case 'announced by another only': {
      const others = announcedBy(matter, judged.borneOutBy)
      if (own === null) return [...others, ...silences(matter, [party])]
      const less = own.aspects.every((x) => surely(x.possible, stronger(x) | EQUAL))
      return [...side(`announced ${less ? 'less' : 'something else'}`), ...others]
    }
    case 'announced by neither':
      return [...nobodyRuns(matter, party), ...silences(matter, orderedSilent(matter, party))]
    default:
      return [...openRuns(matter, party, judged), ...elsewhere(matter, judged.borneOutBy)]
  }
}

/** Who announced such a thing, where the report credits it to nobody. */
export function whoAnnounced(matter: Matter, judged: PressJudgement): readonly WhyRun[] {
  if (judged.borneOutBy.length > 0) return announcedBy(matter, judged.borneOutBy, 'announced such a thing')
  if (judged.judgement === 'announced by neither')
    return [{ text: `${nobody(matter.deal)} announced such a thing`, sources: [] }, ...others(matter, null)]
  return [
    { text: 'whether a side announced such a thing is not decided', sources: [] },
    ...others(matter, null),
  ]
}

/** The runs as one sentence, each with the statements in brackets behind it. */
export function sentenceText(deal: Deal, runs: readonly WhyRun[]): string {
  const cite = (id: string): string => {
    const source = deal.sources.get(id)
    return source ? `${source.by}, ${source.date}` : id
  }
  const texts = runs.map(({ text, sources }) =>
    sources.length === 0 ? text : `${text} (${sources.map(cite).join('; ')})`,
  )
  return `${capital(texts.join('; '))}.`
}

const plain = (text: string): WhyRun => ({ text, sources: [] })
const leading = (lead: string, run: WhyRun): WhyRun => ({ ...run, text: `${lead}${run.text}` })
const stronger = ({ row }: Aspect): number => (row.role === 'region' ? WIDER : NARROWER)

/** In what the report is not what the party announced: what it says, adds and leaves out. */
function differences({ deal }: Matter, own: AgainstPart | null): WhyRun[] {
  const unequal = (own?.aspects ?? []).filter(
    ({ row, possible }) => !row.denial && !row.moot && (!surely(possible, EQUAL) || row.noted),
  )
  const words = (stated: (Stated | null)[]): string =>
    [...new Set(stated.flatMap((s) => (s === null ? [] : [phrase(s, deal.vocabulary)])))].join(', ')
  const did = [
    ['says', words(unequal.map(({ row }) => (row.b === null || row.noted ? null : row.a)))],
    ['adds', words(unequal.map(({ row }) => (row.b === null ? row.a : null)))],
    // Of a noted detail, what the party alone says of it is told already.
    ['leaves out', words(unequal.map(({ row }) => (row.a === null && !row.noted ? row.b : null)))],
  ].flatMap(([verb = '', what = '']) =>
    what === '' ? [] : [`${verb}: ${what.replace(/(^|, )for /g, '$1')}`],
  )
  return did.map((text, i) => ({ text: `${i === 0 ? 'the report' : 'it'} ${text}`, sources: [] }))
}

function againstRuns({ deal }: Matter, name: string, own: AgainstPart | null): WhyRun[] {
  if (own === null) return []
  const clash = own.aspects.find((x) => x.row.role === 'content' && surely(x.possible, DISJOINT))
  const run = announced(own.part, deal.vocabulary)
  if (clash?.row.a && clash.row.b && !clash.row.denial) {
    const of = own.part.slots.get(clash.row.axis === null ? clash.row.facet : '')?.claim?.source.id
    const part = own.part.name === null ? '' : `${own.part.name}, `
    // Figures on two bases exclude each other by a conversion, which somebody stated.
    const by = clash.row.by?.replace(/^by /, '').split(', ') ?? []
    return [
      {
        text: `${name} announced: ${part}${phrase(clash.row.b, deal.vocabulary)}`,
        sources: of === undefined ? run.sources : [of],
      },
      {
        text: `that excludes ${phrase(clash.row.a, deal.vocabulary).replace(/^(?:until|from|by|for) /, '')}${by.length > 0 ? ', put on one basis' : ''}`,
        sources: by,
      },
    ]
  }
  const said =
    clash === undefined ? '' : rest(sentenceOf(clash.row, { a: 'the report', b: name }, deal.vocabulary))
  return [leading(`${name} announced: `, run), ...(said === '' ? [] : [{ text: said, sources: [] }])]
}

/** A sentence as the rest of another. */
const rest = (sentence: string): string =>
  sentence
    .replace(/\.$/, '')
    .replace(/^(?:The|Only|Both|Neither|Not|They|Which|Whether|Each|How) /, (word) => word.toLowerCase())

function announcedBy(matter: Matter, parties: readonly string[], did = 'announced it'): WhyRun[] {
  const { deal, versions } = matter
  const names = andList(parties.map((p) => nameIn(deal, p)))
  // That nobody else did is said where it is known of all the others.
  const lead = parties.length === versions.size && parties.length > 1 ? '' : 'only '
  return toldBy(matter, parties, `${lead}${names} ${did}: `)
}

const toldBy = (matter: Matter, parties: readonly string[], lead: string): WhyRun[] =>
  parties.map((party, i) => leading(i === 0 ? lead : '', versionRun(matter, party)))

/** What a party announced of the term, as far as it is about the report's part. */
function versionRun({ deal, claim, versions }: Matter, party: string): WhyRun {
  const version = versions.get(party)
  const parts = version?.parts ?? []
  const same = parts.filter((p) => claim.part !== null && p.name === claim.part)
  const shown = (same.length > 0 ? same : parts)
    .filter((p) => p.slots.size > 0)
    .map((p) => announced(p, deal.vocabulary))
  if (shown.length === 0) {
    const last = version?.claims.at(-1)
    return { text: last?.says ?? 'in words only', sources: last ? [last.source.id] : [] }
  }
  return {
    text: shown.map((run) => run.text).join(', '),
    sources: [...new Set(shown.flatMap((run) => run.sources))],
  }
}

/** Where it is open of the party itself, others who did announce it. */
const elsewhere = (matter: Matter, parties: readonly string[]): WhyRun[] =>
  toldBy(matter, parties, `${andList(parties.map((p) => nameIn(matter.deal, p)))} announced it: `)

const nobody = (deal: Deal): string => (deal.parties.length === 2 ? 'neither side' : 'no side')

function nobodyRuns(matter: Matter, party: string): WhyRun[] {
  const { deal, versions } = matter
  if (versions.size === 0) return [{ text: `${nobody(deal)} announced it`, sources: [] }]
  return [plain(`${nameIn(deal, party)} announced nothing of it`), ...others(matter, party, 'something else')]
}

/** What others announced of the term. */
const others = (matter: Matter, party: string | null, what = ''): WhyRun[] =>
  [...matter.versions.keys()]
    .filter((id) => id !== party)
    .map((id) =>
      leading(
        `${nameIn(matter.deal, id)} announced${what === '' ? '' : ` ${what}`}: `,
        versionRun(matter, id),
      ),
    )

/** The parties that are silent, the credited one first. */
const orderedSilent = ({ sides }: Matter, party: string): string[] => {
  const silent = sides.filter((s) => s.version === null).map((s) => s.party)
  return [...silent.filter((p) => p === party), ...silent.filter((p) => p !== party)]
}

const silences = ({ deal, sides }: Matter, parties: readonly string[]): WhyRun[] =>
  parties.map((party) => {
    const side = sides.find((s) => s.party === party)
    if (!side) return { text: `${nameIn(deal, party)} has no part in it`, sources: [] }
    return silenceRun(deal, party, side.silence)
  })

/** What keeps a report from being decided. */
function openRuns(matter: Matter, party: string, { own, alone }: PressJudgement): WhyRun[] {
  const { deal, claim } = matter
  const name = nameIn(deal, party)
  const wordsOnly: WhyRun[] = claim.stated.length > 0 ? [] : [plain('the report is recorded in words only')]
  const version = matter.versions.get(party)
  if (!version) {
    const undecided = wordsOnly.length > 0 ? [] : [plain('whether that is the same is not decided')]
    return [...wordsOnly, plain(`${name} announced nothing of it`), ...others(matter, party), ...undecided]
  }
  if (alone) {
    const run = {
      ...announced(versionOfClaim(alone).parts[0] as Part, deal.vocabulary),
      sources: [alone.source.id],
    }
    return [
      leading(`${name} said so in one statement: `, run),
      leading('but what stands above it is: ', versionRun(matter, party)),
    ]
  }
  const words = version.claims.find((c) => c.stated.length === 0)
  if ((own === null || own.part.slots.size === 0) && words)
    return [
      ...wordsOnly,
      {
        text: `what ${name} said is recorded in words only: ${words.says ?? ''}`,
        sources: [words.source.id],
      },
    ]
  const run = leading(`${name} announced: `, versionRun(matter, party))
  if (own === null || wordsOnly.length > 0) return [...wordsOnly, run]
  const open = own.aspects.find((x) => known(x.possible) === null)
  if (open) return [run, plain(openText(open, name, deal))]
  if (words)
    return [run, { text: `it also said, in words only: ${words.says ?? ''}`, sources: [words.source.id] }]
  return [run, ...differences(matter, own)]
}

function openText({ row, possible }: Aspect, name: string, deal: Deal): string {
  if (row.facet === 'scope' && row.a !== null && row.b === null && !row.denial)
    return `whether that includes ${row.a.text} is not said`
  const said = rest(sentenceOf(row, { a: 'the report', b: name }, deal.vocabulary))
  return canBe(possible, DISJOINT) || said !== '' ? said : 'how the two stand is not known'
}
