import type { Act } from '../facets/act.ts'
import { type Claim, type Deal, rankOf, type Term } from '../deal.ts'
import { reportFate } from '../report/deal-report.ts'
import type { DueItem, DueSide, ReturnReport, UndatedReport } from '../report/due-report.ts'
import { compareText } from '../place.ts'
import { outcomeOf } from './fate.ts'
import { type Group, groupsOf } from './groups.ts'
import { classOf, otherwise, partsFor, type ReadPart, type ReadSide, sidesOf } from './sides.ts'
import { dayNumber } from './times.ts'

/** The step of a ladder that only pauses: what it pauses comes back by itself. */
const PAUSES = 'suspend'
const COMES_BACK = 'what is suspended comes back, unless it is renewed'

/** The dates of one term as of a day, and what of it has none. */
export function itemsOf(
  deal: Deal,
  term: Term,
  { asOf, day }: { readonly asOf: string | null; readonly day: string },
): { readonly items: readonly DueItem[]; readonly undated: readonly UndatedReport[] } {
  const sides = sidesOf(deal, term, asOf)
  const groups = groupsOf(sides)
  const items = groups.map((group) => itemOf(deal, term, sides, group, groups, asOf, day))
  return { items, undated: undatedOf(deal, term, sides, groups) }
}

function itemOf(
  deal: Deal,
  term: Term,
  sides: readonly ReadSide[],
  group: Group,
  groups: readonly Group[],
  asOf: string | null,
  now: string,
): DueItem {
  const days = group.members.map((m) => m.named.day).sort()
  const [day, until] = [days[0] ?? '', days.at(-1) ?? '']
  const state = until < now ? 'passed' : 'ahead'
  const told = sides.map((side): DueSide => {
    const own = group.members.filter((m) => m.party === side.party)
    if (own.length === 0) return otherwise(side, group.part, group.of)
    return { party: side.party, state: 'names', dates: own.map((m) => m.named.date), text: null }
  })
  const { fate, fates } = outcomeOf(deal, term, group, groups, asOf)
  const [first] = group.members
  return {
    deal: deal.id,
    term: term.id,
    title: term.title,
    part: group.part,
    topic: term.topic,
    subject: term.subject,
    kind: first?.named.date.kind ?? 'end',
    day,
    until,
    state,
    days: dayNumber(state === 'ahead' ? day : until) - dayNumber(now),
    obligor: term.obligor,
    sentence: first?.named.date.sentence ?? '',
    all: told.length > 1 && told.every((s) => s.state === 'names'),
    sides: told,
    returns: returnsOf(sides, group),
    fate: state === 'passed' ? (fate ?? 'unknown') : fate,
    fates: fates.map(reportFate),
    place: first?.named.date.place ?? term.place,
  }
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
      const pauses = act?.word === PAUSES && act.manner !== 'not'
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

/** A joint text says it once for all. */
function unique(all: readonly ReturnReport[]): ReturnReport[] {
  const out = new Map<string, ReturnReport>()
  for (const one of all) {
    const key = `${one.source}\n${one.text}`
    const parties = new Set([...(out.get(key)?.parties ?? []), ...one.parties])
    out.set(key, { ...(out.get(key) ?? one), parties: [...parties] })
  }
  return [...out.values()]
}

const reasons = ['event', 'open', 'permanent', 'no-date'] as const

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
  for (const side of sides)
    for (const part of side.parts) {
      if (!part.promises || dated(part.name)) continue
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
  return [...out.values()]
}
