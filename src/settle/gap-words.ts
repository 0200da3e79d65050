import type { Pair } from '../compare/compare.ts'
import type { Slot } from '../compare/version.ts'
import { nameIn } from '../deal.ts'
import type { Act } from '../facets/act.ts'
import { andList, capital } from '../names.ts'
import type { Way } from '../report/settle-report.ts'
import { sentenceOfTerm } from '../report/sentences.ts'
import type { PlannedPart } from './moves.ts'
import { phraseOf, phrasesOf, stanceOf, toldIn } from './phrases.ts'
import { isVerbOf } from './title.ts'
import type { Case, Closing } from './ways.ts'

/** What a party would say otherwise than now, in words. */
export interface OtherWords {
  /** What it says then; empty where it says nothing new. */
  readonly says: string
  /** What it says no longer, and what stands beside it and stays. */
  readonly without: string
  readonly kept: string
  /** The pieces of which it would no longer speak. */
  readonly gone: readonly string[]
}

/** The words of what would be said, as a sentence and as one of two options. */
export function told(
  name: string,
  kind: 'say' | 'announce',
  { says, without, kept, gone }: OtherWords,
): Pick<Way, 'sentence' | 'option'> {
  const linked = says.startsWith('that ') ? ` ${says}` : `: ${says}`
  const still = kept === '' ? '' : ` (as before: ${kept})`
  const less = without === '' ? '' : `${says === '' ? '' : ', and '}no longer: ${without}`
  const verb = (say: string, announce: string): string[] => {
    if (kind === 'announce') return [says === '' ? announce : `${announce}${linked}`]
    if (says === '' && without === '') return []
    return [says === '' ? `${say} ${less}${still}` : `${say}${linked}${less}${still}`]
  }
  const silent = (speak: string): string[] => (gone.length === 0 ? [] : [`${speak} of ${andList(gone)}`])
  const option = [...verb('says', 'announces it too'), ...silent('no longer speaks')].join(', and ')
  const need = [...verb('say', 'announce it too'), ...silent('no longer speak')].join(', and ')
  return { sentence: `${capital(name)} would have to ${need}.`, option: `${name} ${option}` }
}

/** What would be said, part by part, and what no longer. */
export function wordsOf(of: Case, { plan, moves, parts, manner, nature }: Closing): OtherWords {
  const { deal, term } = of
  const { vocabulary } = deal
  const label = (part: PlannedPart, words: string): string =>
    part.name === null || words === '' ? words : `on ${part.name}, ${words}`
  const phrase = (slot: Slot, stance: string | null): string =>
    toldIn(slot, phraseOf(slot.stated, vocabulary, stance), manner.atOnce)
  const pieces = parts.map((part, at) => {
    const here = moves.filter((m) => m.at === at)
    const stance = stanceOf(part.slots)
    const acts = part.slots.has('act')
    if (here.length === 0) return { says: '', without: '', kept: '' }
    const now = part.own
      ? here.flatMap(({ key, take }) => (take && !(key === 'stance' && acts) ? [phrase(take, stance)] : []))
      : announced(of, part, phrasesOf(part.slots, vocabulary, manner.atOnce))
    // A stance is told with its act: where it alone is new, so is the act told.
    const act = part.slots.get('act')
    const turned =
      part.own && act && here.some((m) => m.key === 'stance' && m.take) && !here.some((m) => m.key === 'act')
    const gone = here.flatMap(({ take, from }) =>
      take === null && from ? [phraseOf(from.stated, vocabulary)] : [],
    )
    const moved = new Set(here.map((m) => m.key))
    const kept = part.own
      ? [...part.slots].flatMap(([key, slot]) =>
          moved.has(key) || (acts && key === 'stance') || (turned && key === 'act')
            ? []
            : [phrase(slot, stance)],
        )
      : []
    return {
      says: label(part, withoutYes([...(turned ? [phrase(act, stance)] : []), ...now]).join(', ')),
      without: label(part, gone.join(', ')),
      kept: label(part, kept.join(', ')),
    }
  })
  const all = (key: 'says' | 'without' | 'kept'): string =>
    pieces.flatMap((p) => (p[key] === '' ? [] : [p[key]])).join('; ')
  const says = all('says')
  const as = nature === null ? '' : `as ${/^[aeiou]/.test(nature) ? 'an' : 'a'} ${nature}`
  const isOwn = parts.some((p) => p.own)
  return {
    says: as === '' ? says : says === '' ? (isOwn ? `the same ${as}` : as) : `${as}: ${says}`,
    without: all('without'),
    kept: all('kept'),
    gone: plan.dropped.map((name) => name ?? `${term.title} as a whole`),
  }
}

/**
 * What announcing a piece says beside that: of a whole, that it is so goes without saying, and so does the act that its
 * title names.
 */
function announced({ deal, term }: Case, part: PlannedPart, phrases: readonly string[]): string[] {
  const act = part.slots.get('act')?.stated
  const { word, manner } = (act?.value as Act | undefined) ?? { word: '', manner: 'only' }
  const plain = act !== undefined && manner === 'at least' && (stanceOf(part.slots) ?? 'shall') === 'shall'
  const saysItself = part.name === null && plain && isVerbOf(deal, term, word)
  return phrases.flatMap((text) => {
    if (text === YES && part.name === null) return []
    if (act === undefined || text !== act.text || !plain) return [text]
    return saysItself ? [] : [`to ${text}`]
  })
}

const YES = 'that it is so'
/** That it is so goes without saying where something is said of it. */
const withoutYes = (phrases: readonly string[]): readonly string[] => {
  const all = [...new Set(phrases)]
  return all.length > 1 ? all.filter((p) => p !== YES) : all
}

/** What comes of it where the one side takes its word back: nobody is left to answer, or others are. */
export function afterwards(of: Case, party: string, silent: string): string | null {
  const others = of.compared.versions.filter((s) => s.version !== null && s.party !== party)
  if (others.length === 0) return null
  const names = andList(others.map((s) => nameIn(of.deal, s.party)))
  return `${names} would still announce it, and ${nameIn(of.deal, silent)} not`
}

/** Why nothing can be derived. */
export function underivable(of: Case, pair: Pair, party: string, other: string): string {
  const { deal, compared } = of
  if (pair.verdict === 'unclear')
    return `what is recorded does not decide how the two stand: ${sentenceOfTerm(deal, compared).replace(/\.$/, '')}`
  const uncoded = (of: string): boolean =>
    compared.versions.some((s) => s.party === of && s.version?.parts.some((p) => p.slots.size === 0) === true)
  if (uncoded(other)) return `what ${nameIn(deal, other)} said is recorded in words only`
  return uncoded(party)
    ? `what ${nameIn(deal, party)} said is recorded in words only, and no claim that puts it as ${nameIn(deal, other)} does agrees with all of it`
    : `no one statement on the day after the record agrees with what ${nameIn(deal, other)} says`
}

/** What stands in the way although the two would agree. */
export function leftOf({ deal }: Case, { outcome, plan }: Closing, party: string): string | null {
  const out: string[] = []
  const apart = outcome.pairs.filter((p) => p.verdict !== 'agree')
  if (outcome.verdict !== 'agree') {
    const pairs = apart.map((p) => andList(p.parties.map((x) => nameIn(deal, x))))
    out.push(
      pairs.length === 0
        ? 'the term would still not be agreed'
        : `the term would then still be open between ${[...new Set(pairs)].join(', and between ')}`,
    )
  }
  const gone = plan.dropped.map((name) => (name === null ? 'on it as a whole' : `on ${name}`))
  if (gone.length > 0)
    out.push(
      `nothing that is added to the file is enough: what ${nameIn(deal, party)} says ${andList(gone)} would have to be deleted from it`,
    )
  return out.length === 0 ? null : out.join('; ')
}

/** Both options side by side; neither is the one at fault. */
export function sentenceOf(ways: readonly Way[]): string {
  const options = ways.flatMap((w) => w.option ?? [])
  if (options.length > 1) return `Either ${options.join('; or ')}.`
  const open = ways.filter((w) => w.option === null)
  if (options.length === 1)
    return `It would close if ${options.join('')}. ${open.map((w) => w.sentence).join(' ')}`
  const whys = [...new Set(open.map((w) => w.left ?? ''))]
  return `No statement of either side can be derived: ${whys.join('; ')}.`
}

/** What is to be known of what is offered: what stands in its way, and which word of a side is answered. */
export function noteOf(of: Case, pair: Pair, ways: readonly Way[]): string | null {
  const notes = ways.flatMap(({ party, kind, option, changes, left }) =>
    left === null || option === null || (kind === 'announce' && changes.length === 0)
      ? []
      : [`Where ${nameIn(of.deal, party)} does so, ${left}.`],
  )
  const all = [...notes, ...pair.parties.flatMap((party) => againstItself(of, party, ways))]
  return all.length === 0 ? null : all.join(' ')
}

/** Of a side that says two things which do not go together, the one that counts. */
function againstItself({ deal, compared }: Case, party: string, ways: readonly Way[]): string[] {
  const answers = ways.filter((w) => w.with === party && w.option !== null)
  const isAnswered = (facet: string): boolean =>
    answers.some((w) => w.kind === 'announce' || w.changes.some((c) => c.facet === facet))
  const clash = compared.inconsistencies.find((i) => i.party === party && i.clash && isAnswered(i.facet))
  const parts = compared.versions.find((s) => s.party === party)?.version?.parts ?? []
  const slot = parts
    .flatMap((p) => [...p.slots.values()])
    .find((s) => s.claim && clash?.claims.includes(s.claim) && s.stated.facet === clash.facet)
  const other = clash?.claims.find((c) => c !== slot?.claim)
  const said = other?.stated.find((s) => s.facet === clash?.facet)
  if (!slot?.claim || !other || !said) return []
  const words = (stated: typeof said): string => phraseOf(stated, deal.vocabulary)
  return [
    `${capital(nameIn(deal, party))} says two things on it that do not go together: what counts is ${words(slot.stated)} (${slot.claim.source.by}, ${slot.claim.source.day}), not ${words(said)} (${other.source.by}, ${other.source.day}).`,
  ]
}
