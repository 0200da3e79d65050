import type { Side } from '../compare/compare.ts'
import { naturesOf, type Told } from '../compare/retelling.ts'
import type { Part, Version } from '../compare/version.ts'
import { type Deal, nameIn, type Nature } from '../deal.ts'
import { andList } from '../names.ts'
import type { WhyRun } from '../report/press-report.ts'
import { announced, silenceRun } from './words.ts'

/** What a sentence on a report rests on. */
export interface Matter {
  readonly deal: Deal
  readonly claim: Told
  readonly versions: ReadonlyMap<string, Version>
  readonly sides: readonly Side[]
  /** Of the term: what is said otherwise is not called announced. */
  readonly nature: Nature
}

export const plain = (text: string): WhyRun => ({ text, sources: [] })
export const leading = (lead: string, run: WhyRun): WhyRun => ({ ...run, text: `${lead}${run.text}` })
export function announcedBy(matter: Matter, parties: readonly string[], what = 'it'): WhyRun[] {
  const { deal, versions } = matter
  const names = andList(parties.map((p) => nameIn(deal, p)))
  // That nobody else did is said where it is known of all the others.
  const lead = parties.length === versions.size && parties.length > 1 ? '' : 'only '
  return toldBy(matter, parties, `${lead}${names} ${didAll(matter, parties)} ${what}: `)
}

export const toldBy = (matter: Matter, parties: readonly string[], lead: string): WhyRun[] =>
  parties.map((party, i) => leading(i === 0 ? lead : '', versionRun(matter, party)))

/** What a party announced of the term, as far as it is about the report's part. */
export function versionRun({ deal, claim, versions }: Matter, party: string): WhyRun {
  const version = versions.get(party)
  const shown = partsOf({ claim, versions }, party).map((p) => announced(p, deal.vocabulary))
  if (shown.length === 0) {
    const last = version?.claims.at(-1)
    return { text: last?.says ?? 'in words only', sources: last ? [last.source.id] : [] }
  }
  return {
    text: shown.map((run) => run.text).join(', '),
    sources: [...new Set(shown.flatMap((run) => run.sources))],
  }
}

const partsOf = ({ claim, versions }: Pick<Matter, 'claim' | 'versions'>, party: string): readonly Part[] => {
  const parts = versions.get(party)?.parts ?? []
  const same = parts.filter((p) => claim.part !== null && p.name === claim.part)
  return (same.length > 0 ? same : parts).filter((p) => p.slots.size > 0)
}

/** What a party did by what it said: who demands a thing has not announced it. */
export function did(matter: Matter, party: string): string {
  const shown = partsOf(matter, party)
  const [other] = shown.flatMap((p) => naturesOf(p, matter.nature))
  if (other === undefined) return 'announced'
  const all = shown.every((p) => [...p.slots.values()].every((s) => s.claim?.nature === other))
  return all ? verbs[other] : `announced and ${verbs[other]}`
}
const verbs: { readonly [nature in Nature]: string } = {
  commitment: 'promised',
  fact: 'stated as a fact',
  demand: 'demanded',
  estimate: 'estimated',
  position: 'took the position',
  narrative: 'told',
}
function didAll(matter: Matter, parties: readonly string[]): string {
  const [first = 'announced', ...rest] = new Set(parties.map((party) => did(matter, party)))
  return rest.length === 0 ? first : 'announced'
}

/** Where it is open of the party itself, others who did announce it. */
export const elsewhere = (matter: Matter, parties: readonly string[]): WhyRun[] =>
  toldBy(
    matter,
    parties,
    `${andList(parties.map((p) => nameIn(matter.deal, p)))} ${didAll(matter, parties)} it: `,
  )

export const nobody = (deal: Deal): string => (deal.parties.length === 2 ? 'neither side' : 'no side')

/** What others announced of the term. */
export const others = (matter: Matter, party: string | null, what = ''): WhyRun[] =>
  [...matter.versions.keys()]
    .filter((id) => id !== party)
    .map((id) =>
      leading(
        `${nameIn(matter.deal, id)} ${did(matter, id)}${what === '' ? '' : ` ${what}`}: `,
        versionRun(matter, id),
      ),
    )

/** The parties that are silent, the credited one first. */
export const orderedSilent = ({ sides }: Matter, party: string): string[] => {
  const silent = sides.filter((s) => s.version === null).map((s) => s.party)
  return [...silent.filter((p) => p === party), ...silent.filter((p) => p !== party)]
}

export const silences = ({ deal, sides }: Matter, parties: readonly string[]): WhyRun[] =>
  parties.map((party) => {
    const side = sides.find((s) => s.party === party)
    if (!side) return { text: `${nameIn(deal, party)} has no part in it`, sources: [] }
    return silenceRun(deal, party, side.silence)
  })
