import { compareTerms } from '../compare/compare.ts'
import { judgeVersions } from '../compare/pair.ts'
import { contextOf, type Part, type Slot, type Version } from '../compare/version.ts'
import {
  addressOf,
  type Claim,
  type Deal,
  type Fate,
  fatesOf,
  nameIn,
  type Source,
  type Term,
} from '../deal.ts'
import { facetRank } from '../facets/index.ts'
import type { Measure } from '../facets/measure/value.ts'
import type { When } from '../facets/times.ts'
import { andList } from '../names.ts'
import { EQUAL, surely, WIDER } from '../relation.ts'
import type { Agreed, AgreedFate, AgreedSource } from '../report/settle-report.ts'
import { dayText, firstDayOf } from '../values/time.ts'
import { type Held, sentenceOf } from './briefing.ts'
import { dayed, figureWith, nounOf, phraseOf, stanceOf } from './phrases.ts'
import type { Common } from './title.ts'

/** What all who announced a term announced alike; never one side's own words for both. */
export function agreedOf(deal: Deal, keeps: (term: string) => boolean): Agreed[] {
  return compareTerms(deal, null)
    .filter((c) => c.verdict === 'agree' && keeps(c.term.id))
    .map((compared): Agreed => {
      const { term } = compared
      const versions = compared.versions.flatMap((s) => (s.version ? [s.version] : []))
      const groups = groupsOf(versions)
      const found = groups.map((g) => heldIn(deal, term, g))
      return {
        term: term.id,
        title: term.title,
        topic: term.topic,
        parties: versions.map((v) => v.party),
        sentence: sentenceOf(deal, compared, versions, found),
        notes: [...new Set(found.flatMap((f) => f.notes)), ...quotesOf(versions)],
        sources: sourcesOf(versions),
        fates: fatesOf(deal, term.id, null)
          .filter(({ fate }) => fate !== 'unknown')
          .map(fateOf),
        place: term.place,
      }
    })
}

/** The part of each party that is about one piece. */
interface Group {
  /** The name that all give it. */
  readonly name: string | null
  readonly of: readonly { readonly party: string; readonly part: Part }[]
}

/** The pieces of which everyone speaks: by their names, and where none has a name, the one. */
function groupsOf(versions: readonly Version[]): Group[] {
  const names = [...new Set(versions.flatMap((v) => v.parts.map((p) => p.name)))]
  const named = names.filter((n) => n !== null)
  return (named.length > 0 ? named : [null]).flatMap((name): Group[] => {
    const of = versions.flatMap((v) => {
      const own = v.parts.find((p) => p.name === name) ?? v.parts.find((p) => p.name === null)
      return own ? [{ party: v.party, part: own }] : []
    })
    if (of.length < versions.length) return []
    return [{ name: of.every((o) => o.part.name === name) ? name : null, of }]
  })
}

function heldIn(deal: Deal, term: Term, { name, of }: Group): Held {
  const keys = [...new Set(of.flatMap((o) => [...o.part.slots.keys()]))].sort(
    (a, b) => facetRank(a.split(' ')[0] ?? '') - facetRank(b.split(' ')[0] ?? '') || (a < b ? -1 : 1),
  )
  const stances = new Set(of.map((o) => stanceOf(o.part.slots) ?? 'shall'))
  const stance = stances.size === 1 ? ([...stances][0] ?? null) : null
  const common: Common[] = []
  const notes: string[] = []
  const label = name === null ? '' : `on ${name}, `
  for (const key of keys) {
    const saying = of.flatMap((o) => {
      const slot = o.part.slots.get(key)
      return slot ? [{ party: o.party, slot }] : []
    })
    const facet = saying[0]?.slot.stated.facet ?? ''
    const words = (slot: Slot): string => dayed(slot, phraseOf(slot.stated, deal.vocabulary, stance))
    if (saying.length < of.length) {
      const who = andList(saying.map((s) => nameIn(deal, s.party)))
      const texts = [...new Set(saying.map((s) => words(s.slot)))]
      notes.push(
        `${label}only ${who} ${saying.length > 1 ? 'say' : 'says'} ${nounFor(facet)}: ${texts.join('; ')}`,
      )
      continue
    }
    const shared = sharedOf(
      deal,
      term,
      of.map((o) => o.part),
      key,
      saying.map((s) => s.slot),
    )
    const each = saying.map((s) => `${nameIn(deal, s.party)}: ${words(s.slot)}`)
    if (shared === null) {
      notes.push(`${label}${nounFor(facet)}, as each gives it: ${each.join('; ')}`)
      continue
    }
    const alike = new Set(saying.map((s) => words(s.slot))).size === 1
    const end = endText(shared.slot, words(shared.slot), alike)
    // Said to be at once by each on its own day, it is at once, and the days are each one's own.
    const plain = alike ? words(shared.slot) : phraseOf(shared.slot.stated, deal.vocabulary, stance)
    const text = shared.text ?? end ?? plain
    if (facet !== 'stance' || !keys.includes('act')) common.push({ facet, text, stated: shared.slot.stated })
    const otherwise = saying.filter((s) => words(s.slot) !== text)
    if (otherwise.length > 0 && !(alike && end !== null))
      notes.push(
        `${label}${otherwise.map((s) => `as ${nameIn(deal, s.party)} gives it: ${words(s.slot)}`).join('; ')}`,
      )
  }
  return { name, common, stance, notes }
}

/** An end as the day it is, with the words where all use the same; null where it is no day, or says so already. */
function endText({ stated }: Slot, words: string, alike: boolean): string | null {
  if (stated.facet !== 'end') return null
  const { time, said } = stated.value as When
  const day = time.shape === 'day' && time.anchor === null ? firstDayOf(time) : null
  if (day === null || /^\d{4}/.test(said.end ?? '')) return null
  const date = `until ${dayText(day)}`
  return alike ? `${date} (${words.replace(/^(?:until|for) /, '')})` : date
}

const nounFor = (facet: string): string =>
  facet === 'scope' ? 'for what' : facet === 'conditions' ? 'on what condition' : nounOf(facet)

/** What all say of a facet: where one says it more exactly, what the others say; null where there are no words for it. */
function sharedOf(
  deal: Deal,
  term: Term,
  parts: readonly Part[],
  key: string,
  slots: readonly Slot[],
): { readonly slot: Slot; readonly text: string | null } | null {
  // The least exact of them is what every one of them says.
  const least = slots.findIndex((_, i) =>
    slots.every((_s, j) => i === j || saysNoMore(deal, term, parts[i] as Part, parts[j] as Part, key)),
  )
  const slot = slots[least]
  if (!slot) return null
  if (slot.stated.facet !== 'measure') return { slot, text: null }
  const text = figureOf(deal, slots, slot)
  // One figure counted in two ways, or in two units: neither is what all say.
  const numbers = slots.map(({ stated }) => new Set(numbersIn(stated.text)))
  return numbersIn(text).every((n) => numbers.every((said) => said.has(n))) ? { slot, text } : null
}

const numbersIn = (text: string): string[] => text.match(/\d+(?:[.,]\d+)*/g) ?? []

/** Whether what one part says of a facet holds of the other's as well. */
function saysNoMore(deal: Deal, term: Term, x: Part, y: Part, key: string): boolean {
  const alone = (part: Part): Version => ({ party: '', claims: [], parts: [{ ...part, name: null }] })
  const { rows } = judgeVersions(alone(x), alone(y), term.assume, contextOf(deal))
  const own = rows.filter((r) => r.a && (r.axis === null ? r.facet : `${r.facet} ${r.axis}`) === key)
  if (own.length === 0) return false
  return own.every((r) => surely(r.possible, EQUAL) || (r.role === 'content' && surely(r.possible, WIDER)))
}

/** A figure with what all say that it counts, and for when; what only some say of that is no word of all. */
function figureOf(deal: Deal, slots: readonly Slot[], of: Slot): string {
  const all = slots.map((s) => s.stated.value as Measure)
  const measure = of.stated.value as Measure
  const basis = all.every((m) => m.basis === measure.basis) ? measure.basis : null
  const period = all.every((m) => m.period?.text === measure.period?.text) ? measure.period : null
  return figureWith(measure, basis, period?.text ?? null, deal.vocabulary)
}

/** The words that all of them used. */
function quotesOf(versions: readonly Version[]): string[] {
  const [first, ...rest] = versions.map(
    (v) => new Set(v.claims.flatMap((c) => (c.quote === null ? [] : [c.quote.trim()]))),
  )
  return [...(first ?? [])]
    .filter((quote) => quote !== '' && rest.every((quotes) => quotes.has(quote)))
    .map((quote) => `in the words of all: "${quote}"`)
}

/** The statements that what each party says was taken from, a joint one once. */
function sourcesOf(versions: readonly Version[]): AgreedSource[] {
  const claims = versions.flatMap((v): Claim[] => {
    const taken = v.parts.flatMap((p) => [...p.slots.values()].flatMap((s) => s.claim ?? []))
    return v.claims.filter((c) => taken.includes(c))
  })
  return [...new Map(claims.map((c) => [c.source.id, c.source])).values()].map(sourceOf)
}
const sourceOf = (source: Source): AgreedSource => {
  const { id, party, by, date } = source
  return { id, party, by, date, url: addressOf(source) }
}

/** What became of it since: nobody announced that. */
const fateOf = ({ part, fate, date, deal, says, source }: Fate): AgreedFate => ({
  part,
  fate,
  date,
  deal,
  says,
  source: source && sourceOf(source),
})
