import type { Act } from '../facets/act.ts'
import { type Claim, type Deal, nameIn, rankOf, type Term } from '../deal.ts'
import { reportFate } from '../report/deal-report.ts'
import type { DueItem, DueSide, ReturnReport, UndatedReport, UndividedReport } from '../report/due-report.ts'
import { compareText } from '../place.ts'
import { daysOf, type Fates, fatesOver } from './fate.ts'
import { type Group, groupsOf } from './groups.ts'
import { joined, unique } from './join.ts'
import { classOf, classOfKind, otherwise, partsFor, type ReadPart, type ReadSide, sidesOf } from './sides.ts'
import { dayNumber } from './times.ts'

/**
 * The act that only pauses: what it pauses comes back by itself. That lies in the word and not in its place on a ladder:
 * what is eased may stay so, and a stop stands above it. A deal whose own words say "pause" is told nothing, not something wrong.
 */
const PAUSES = 'suspend'
/** Who must not suspend, suspends nothing. */
const SUSPENDS = new Set(['shall', 'may'])
const COMES_BACK = 'what is suspended comes back, unless it is renewed'

/** The dates of one term on a day, and what of it has none. */
export function itemsOf(
  deal: Deal,
  term: Term,
  now: string,
): {
  readonly items: readonly DueItem[]
  readonly undated: readonly UndatedReport[]
  readonly undivided: readonly UndividedReport[]
} {
  const sides = sidesOf(deal, term)
  const groups = groupsOf(sides)
  const fates = fatesOver(deal, term, groups)
  const items = groups.map((group) => itemOf(deal, term, sides, group, fates, now))
  const { id, title, place } = term
  const known = fates.undivided.map(reportFate)
  return {
    items: joined(items),
    undated: undatedOf(deal, term, sides, groups),
    undivided: known.length === 0 ? [] : [{ deal: deal.id, term: id, title, fates: known, place }],
  }
}

function itemOf(
  deal: Deal,
  term: Term,
  sides: readonly ReadSide[],
  group: Group,
  ofTerm: Fates,
  now: string,
): DueItem {
  const [firstDay, lastDay] = daysOf(group)
  const state = lastDay < now ? 'passed' : 'ahead'
  const told = sides.map((side): DueSide => {
    const own = group.members.filter((m) => m.party === side.party)
    if (own.length === 0) return otherwise(side, group.part, group.of)
    return { party: side.party, state: 'names', dates: own.map((m) => m.named.date), text: null }
  })
  const { fate, fates } = ofTerm.of(group)
  const [first] = group.members
  return {
    deal: deal.id,
    term: term.id,
    title: term.title,
    parts: group.part === null ? [] : [group.part],
    topic: term.topic,
    subject: term.subject,
    kind: first?.named.date.kind ?? 'end',
    firstDay,
    lastDay,
    state,
    daysAway: daysFrom(now, firstDay, lastDay),
    obligor: term.obligor,
    sentence: sentenceOf(deal, group, state),
    namedByAll: told.length > 1 && told.every((s) => s.state === 'names'),
    sides: told,
    returns: returnsOf(sides, group),
    // Of what is yet to come, a search can find nothing.
    finalFate: state === 'passed' ? (fate ?? 'unknown') : fate === 'unknown' ? null : fate,
    fates: fates.map(reportFate),
    place: first?.named.date.place ?? term.place,
  }
}

/** 0 between the first and the last. */
const daysFrom = (now: string, first: string, last: string): number =>
  now < first ? dayNumber(first) - dayNumber(now) : now > last ? dayNumber(last) - dayNumber(now) : 0

/** What all say falls due; by each side's word where that is not the same, but for a time of day that one alone has. */
function sentenceOf(deal: Deal, { members }: Group, state: DueItem['state']): string {
  const [told, days] = state === 'passed' ? (['past', 'pastDay'] as const) : (['due', 'dueDay'] as const)
  for (const which of [told, days]) {
    const [one, ...others] = new Set(members.map((m) => m.named[which]))
    if (one !== undefined && others.length === 0) return one
  }
  return deal.parties
    .flatMap(({ id }) =>
      [...new Set(members.filter((m) => m.party === id).map((m) => m.named[told]))].map(
        (text) => `By ${nameIn(deal, id)}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`,
      ),
    )
    .join(' ')
}

/** What those who name the date say comes back then; where none does, what suspending means. */
function returnsOf(sides: readonly ReadSide[], group: Group): ReturnReport[] {
  const speaking = sides.filter((s) => group.members.some((m) => m.party === s.party))
  const parts = speaking.flatMap((side) =>
    partsFor(side, group.part).map((part): { party: string; part: ReadPart } => ({
      party: side.party,
      part,
    })),
  )
  const said = parts.flatMap(({ party, part }) => {
    // What comes back, comes back at the end: a deadline beside it has nothing to do with that.
    if (group.of === 'must' && part.dates.some((d) => classOf(d) === 'end')) return []
    const own = group.members.find((m) => m.party === party)?.named.claim
    const claim = own?.returns ? own : group.of === 'end' ? highest(part.claims) : undefined
    return claim?.returns ? [returnOf(party, claim.returns, claim, false)] : []
  })
  if (said.length > 0 || group.of !== 'end') return unique(said)
  return unique(
    parts.flatMap(({ party, part }) => {
      const slot = part.part.slots.get('act')
      const act = slot?.stated.value as Act | undefined
      const stance = (part.part.slots.get('stance')?.stated.value ?? 'shall') as string
      const pauses = act?.word === PAUSES && act.manner !== 'not' && SUSPENDS.has(stance)
      return slot?.claim && pauses ? [returnOf(party, COMES_BACK, slot.claim, true)] : []
    }),
  )
}

/** Of the claims that say what comes back, the highest in rank, then the latest. */
const highest = (claims: readonly Claim[]): Claim | undefined =>
  claims
    .filter((c) => c.returns !== null && c.nature === 'commitment')
    .sort((a, b) => rankOf(a.source) - rankOf(b.source) || compareText(b.source.day, a.source.day))[0]

const returnOf = (party: string, text: string, claim: Claim, inferred: boolean): ReturnReport => ({
  parties: [party],
  text,
  inferred,
  source: claim.source.id,
  place: claim.place,
})

const reasons = ['event', 'not-before', 'open', 'permanent', 'no-date'] as const

/** The pieces of a commitment of which no party names a date, each once for all who announced it. */
function undatedOf(
  deal: Deal,
  term: Term,
  sides: readonly ReadSide[],
  groups: readonly Group[],
): UndatedReport[] {
  const dated = (name: string | null): boolean =>
    groups.some((g) => name === null || g.part === null || g.part === name)
  const out = new Map<string | null, UndatedReport>()
  const loose = hedgedOf(deal, term, sides, groups)
  for (const side of sides)
    for (const part of side.parts) {
      if (!part.promises || dated(part.name)) continue
      if (part.hedged.length > 0 && part.hanging.length === 0) continue
      const [hanging] = part.hanging
      const before = out.get(part.name)
      const why = reasons.find((r) => [hanging?.why ?? 'no-date', before?.why].includes(r)) ?? 'no-date'
      const place = (hanging?.claim ?? part.claims[0])?.place ?? term.place
      out.set(part.name, {
        deal: deal.id,
        term: term.id,
        title: term.title,
        part: part.name,
        obligor: term.obligor,
        why,
        text: before?.text ?? hanging?.text ?? null,
        parties: [...(before?.parties ?? []), side.party],
        place: before?.place ?? place,
      })
    }
  return [...out.values(), ...loose]
}

/** The dates that bind nobody, where no date of their kind is listed: there it is told what a side only hopes. */
function hedgedOf(
  deal: Deal,
  term: Term,
  sides: readonly ReadSide[],
  groups: readonly Group[],
): UndatedReport[] {
  const out = new Map<string, UndatedReport>()
  for (const { party, parts } of sides)
    for (const { name, hedged } of parts)
      for (const { kind, text, claim } of hedged) {
        const of = classOfKind(kind)
        if (groups.some((g) => g.of === of && (name === null || g.part === null || g.part === name))) continue
        const key = JSON.stringify([name, text])
        const before = out.get(key)
        out.set(key, {
          deal: deal.id,
          term: term.id,
          title: term.title,
          part: name,
          obligor: term.obligor,
          why: 'hedged',
          text,
          parties: [...new Set([...(before?.parties ?? []), party])],
          place: before?.place ?? claim.place,
        })
      }
  return [...out.values()]
}
