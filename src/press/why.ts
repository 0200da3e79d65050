import type { PressJudgement } from '../compare/press.ts'
import type { AgainstPart, Aspect, Doubt } from '../compare/retelling.ts'
import { type Part, versionOfClaim } from '../compare/version.ts'
import { type Deal, nameIn, type Stated } from '../deal.ts'
import type { Measure } from '../facets/measure/value.ts'
import { andList, capital } from '../names.ts'
import { canBe, DISJOINT, EQUAL, known, NARROWER, surely, WIDER } from '../relation.ts'
import type { WhyRun } from '../report/press-report.ts'
import { sentenceOf } from '../report/reasons.ts'
import {
  announcedBy,
  did,
  elsewhere,
  leading,
  type Matter,
  nobody,
  orderedSilent,
  others,
  plain,
  silences,
  versionRun,
} from './parties.ts'
import { announced, phrase } from './words.ts'

/** Why a report is judged as it is, in one sentence: who announced what, or where it was looked for. */
export const whyOf = (matter: Matter, party: string, judged: PressJudgement): readonly WhyRun[] => [
  ...mainRuns(matter, party, judged),
  ...readRuns(matter, judged),
]

function mainRuns(matter: Matter, party: string, judged: PressJudgement): readonly WhyRun[] {
  const { deal } = matter
  const name = nameIn(deal, party)
  const { own } = judged
  const does = did(matter, party)
  const side = (lead: string): WhyRun[] =>
    own === null ? [] : [leading(`${name} ${lead}: `, versionRun(matter, party))]
  switch (judged.judgement) {
    case 'as announced':
      return [...side(`${does} the same`), ...differences(matter, own)]
    case 'less than announced':
      return [...side(`${does} more`), ...differences(matter, own)]
    case 'more than announced':
      return [...side(`${does} less`), ...differences(matter, own)]
    case 'against what was announced':
      return againstRuns(matter, name, own)
    case 'announced by another only': {
      const others = announcedBy(matter, judged.borneOutBy)
      if (own === null) return [...others, ...silences(matter, [party])]
      const less = own.aspects.every((x) => surely(x.possible, stronger(x) | EQUAL))
      return [...side(`${does} ${less ? 'less' : 'something else'}`), ...others]
    }
    case 'announced by neither':
      return [...nobodyRuns(matter, party), ...silences(matter, orderedSilent(matter, party))]
    default:
      return [...openRuns(matter, party, judged), ...elsewhere(matter, judged.borneOutBy)]
  }
}

/** Who announced such a thing, where the report credits it to nobody. */
export function whoAnnounced(matter: Matter, judged: PressJudgement): readonly WhyRun[] {
  if (judged.borneOutBy.length > 0)
    return [...announcedBy(matter, judged.borneOutBy, 'such a thing'), ...readRuns(matter, judged)]
  if (judged.judgement === 'announced by neither')
    return [
      plain(`${nobody(matter.deal)} announced such a thing`),
      ...others(matter, null, 'something else'),
      ...readRuns(matter, judged),
    ]
  if (matter.versions.size === 0) return wordsAlone(matter, orderedSilent(matter, ''))
  return [plain('whether a side announced such a thing is not decided'), ...others(matter, null)]
}

/** A report in words alone may well say that nothing was announced, and be right: it is nowhere called unfounded. */
const wordsAlone = (matter: Matter, silent: readonly string[]): WhyRun[] => [
  plain(WORDS_ONLY),
  plain(`${nobody(matter.deal)} announced anything of the term`),
  ...silences(matter, silent),
]
const WORDS_ONLY = 'the report is recorded in words only'

/** A figure that does not say what it counts, and whose counting it is read in. */
function readRuns({ deal }: Matter, { read }: PressJudgement): WhyRun[] {
  if (read === null) return []
  const { said, basis } = read.figure.value as Measure
  const names = andList(read.parties.map((party) => `${nameIn(deal, party)}’s`))
  return [
    plain(
      `the report does not say ${basis === null ? `what its ${said} counts` : `for when its ${said} is`}`,
    ),
    plain(`it is read as ${names}`),
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

const stronger = ({ row }: Aspect): number => (row.role === 'region' ? WIDER : NARROWER)

/** In what the report is not what the party announced: what it says, adds and leaves out. */
function differences({ deal }: Matter, own: AgainstPart | null): WhyRun[] {
  const unequal = (own?.aspects ?? []).filter(
    ({ row, possible }) => !row.denial && !row.moot && (!surely(possible, EQUAL) || row.noted),
  )
  const words = (stated: (Stated | null)[]): string =>
    [...new Set(stated.flatMap((s) => (s === null ? [] : [phrase(s, deal.vocabulary)])))].join(', ')
  const did = [
    ['says', words(unequal.map(({ row }) => (row.b === null ? null : row.a)))],
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

function nobodyRuns(matter: Matter, party: string): WhyRun[] {
  const { deal, versions } = matter
  if (versions.size === 0) return [{ text: `${nobody(deal)} announced it`, sources: [] }]
  return [plain(`${nameIn(deal, party)} announced nothing of it`), ...others(matter, party, 'something else')]
}

/** What keeps a report from being decided. */
function openRuns(matter: Matter, party: string, { own, alone }: PressJudgement): WhyRun[] {
  const { deal, claim } = matter
  const name = nameIn(deal, party)
  const wordsOnly: WhyRun[] = claim.stated.length > 0 ? [] : [plain(WORDS_ONLY)]
  const version = matter.versions.get(party)
  if (matter.versions.size === 0) return wordsAlone(matter, orderedSilent(matter, party))
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
  const words = version.claims.find(
    (c) => c.stated.length === 0 && (c.part === null || claim.part === null || c.part === claim.part),
  )
  if ((own === null || own.part.slots.size === 0) && words)
    return [
      ...wordsOnly,
      {
        text: `what ${name} said is recorded in words only: ${words.says ?? ''}`,
        sources: [words.source.id],
      },
    ]
  const run = leading(`${name} ${did(matter, party)}: `, versionRun(matter, party))
  if (own?.doubt) return [run, doubtRun(matter, own.doubt)]
  if (own === null || wordsOnly.length > 0) return [...wordsOnly, run]
  const open = own.aspects.find((x) => known(x.possible) === null)
  if (open) return [run, plain(openText(open, name, deal))]
  if (words)
    return [run, { text: `it also said, in words only: ${words.says ?? ''}`, sources: [words.source.id] }]
  return [run, ...differences(matter, own)]
}

/** Why what seems to decide a report does not. */
function doubtRun({ deal, nature }: Matter, doubt: Doubt): WhyRun {
  switch (doubt.of) {
    case 'nature':
      return plain(`a ${doubt.nature} does not decide a report of a ${nature}`.replace(/\ba e/g, 'an e'))
    case 'end':
      return plain(
        doubt.day === null
          ? 'whether that was over by the day of the report is not recorded'
          : `that was over by the day of the report, ${doubt.day}`,
      )
    case 'part':
      return plain('whether the report is of the same piece is not said')
    case 'claim': {
      const { claim } = doubt
      if (claim.stated.length === 0)
        return { text: `it also said, in words only: ${claim.says ?? ''}`, sources: [claim.source.id] }
      const said = announced(versionOfClaim(claim).parts[0] as Part, deal.vocabulary)
      return { text: `it also said, which may be the same: ${said.text}`, sources: [claim.source.id] }
    }
  }
}

function openText({ row, possible }: Aspect, name: string, deal: Deal): string {
  if (row.facet === 'scope' && row.a !== null && row.b === null && !row.denial)
    return `whether that includes ${row.a.text} is not said`
  const said = rest(sentenceOf(row, { a: 'the report', b: name }, deal.vocabulary))
  return canBe(possible, DISJOINT) || said !== '' ? said : 'how the two stand is not known'
}
