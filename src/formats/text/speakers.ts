import type { DealReport, SourceReport } from '../../report/report.ts'
import { list, shortOf } from './words.ts'

/** What of a statement tells who speaks. */
type Speaker = Pick<SourceReport, 'id' | 'party' | 'by'>

/** What stands between the names of a person: `Ursula von der Leyen`. */
const particle = "(?:van|von|der|den|de|del|da|di|do|dos|du|la|le|bin|ibn|al|el|zu|zur|ter|'t)"
const name = "\\p{Lu}[\\p{L}.'-]*"
/** What belongs to a person is none: `Tom's Hardware`. */
const owned = /['’]s(?: |$)/u
const person = new RegExp(`^${name}(?:(?: ${particle})* ${name}){1,2}$`, 'u')

const withParticles = new RegExp(`(?:\\b${particle} )+${name}$`, 'u')
const initials = (words: string): string =>
  words
    .split(' ')
    .map((word) => word.charAt(0).toLowerCase())
    .join('')

/** Two words with capitals that are no person. One word of an institution's name says nothing. */
const institution =
  /\b(?:secretariat|ministr\w*|offices?|department|commission|council|house|committee|agency|bureau|board|government|cabinet|embassy|court|bank|authority|service|administration|customs|parliament|senate|congress|union|post|news|times|journal|gazette|group|chamber|party|presidency|delegation|kingdom|states|nations)\b/i

/** The word of a name that stands in the statement's id, where only one does. */
function onlyWord(source: Speaker, words: readonly string[]): string | null {
  const ids = source.id.toLowerCase().split('-')
  const found = [...new Set(words.filter((word) => ids.includes(word.toLowerCase())))]
  return found.length === 1 ? (found[0] ?? null) : null
}

const withoutOffice = (by: string): string => by.split(', ')[0] ?? by

/**
 * The word of a name that the statement is called by: `Trump` of `trump-post-06-11`, `Li` of `li-06-11`, `von der
 * Leyen` of `leyen-07-27` and `vdl-07-27`, `MOFCOM` of `mofcom-06-12`. Only of a person's name, or an abbreviation.
 */
function calledBy(source: Speaker, parties: ReadonlySet<string>): string {
  const whole = withoutOffice(source.by)
  if (person.test(whole) && !owned.test(whole) && !institution.test(whole)) {
    const word = onlyWord(source, whole.match(/\p{Lu}\p{L}+/gu) ?? [])
    const surname = withParticles.exec(whole)?.[0] ?? ''
    if (surname !== '' && source.id.toLowerCase().split('-').includes(initials(surname))) return surname
    if (word !== null) return new RegExp(`(?:\\b${particle} )*${word}$`, 'u').exec(whole)?.[0] ?? word
  }
  // Whose word it is tells nothing of who speaks: `US` of `us-tariff-schedule-05-13`.
  const short = onlyWord(source, source.by.match(/\b[A-Z]{2,}\b/g) ?? [])
  return short === null || parties.has(short.toLowerCase()) ? source.by : short
}

/** `joint text`, and of whom where not of all. */
function jointText(deal: Pick<DealReport, 'parties'>, source: Speaker): string {
  const all = deal.parties.every((party) => source.party.includes(party.id))
  return all ? 'joint text' : `${list(source.party.map((party) => shortOf(deal, party)))} joint text`
}

export const isJoint = (source: Speaker | undefined): boolean => (source?.party.length ?? 0) > 1

/** Speakers by the word their statements are called by, in full where two share it. */
export function speakers(
  deal: Pick<DealReport, 'parties'> & { readonly sources: readonly Speaker[] },
): (id: string) => string {
  const parties = new Set(deal.parties.flatMap(({ id, short }) => [id.toLowerCase(), short.toLowerCase()]))
  const full = new Map<string, Set<string>>()
  for (const source of deal.sources) {
    const word = calledBy(source, parties)
    full.set(word, (full.get(word) ?? new Set()).add(withoutOffice(source.by)))
  }
  const names = deal.sources.map((source): [string, string] => {
    if (isJoint(source)) return [source.id, jointText(deal, source)]
    const word = calledBy(source, parties)
    return [source.id, full.get(word)?.size === 1 ? word : source.by]
  })
  const byId = new Map(names)
  return (id) => byId.get(id) ?? id
}

const plainly = (text: string): string => text.toLowerCase().replace(/^the /, '')

/** Who said it, in full: with its issuer where that tells more, and its rank. */
export function speakerInFull(source: SourceReport): string {
  if (isJoint(source)) return 'joint text'
  const { by, issuer, kind } = source
  const rank = kind === null ? '' : ` (${kind})`
  if (issuer === null || plainly(by).includes(plainly(issuer))) return `${by}${rank}`
  return `${plainly(issuer).includes(plainly(by)) ? issuer : `${by}, ${issuer}`}${rank}`
}
