import { type Deal, type Fate, fatesOf, type FateWord, type Term } from '../deal.ts'
import type { Group } from './groups.ts'
import { dayNumber } from './times.ts'

/** What became of a date: the latest that is known, and all that is; null where nothing is. */
interface Outcome {
  readonly fate: FateWord | null
  readonly fates: readonly Fate[]
}

/** What became of the dates of a term. */
export interface Fates {
  readonly of: (group: Group) => Outcome
  /** What is known of the term, and does not say of which of its years, quarters or months. */
  readonly undivided: readonly Fate[]
}

/** A date with its days, which every fate is held against. */
interface Spot {
  readonly group: Group
  readonly first: string
  readonly last: string
  readonly numbers: readonly [first: number, last: number]
}

/** Everything is worked out once for a term: it can have hundreds of dates and thousands of fates. */
interface Over {
  readonly spots: readonly Spot[]
  /** Of a part (null: all), whether its figure is about several years, quarters or months. */
  readonly isSliced: (part: string | null) => boolean
  /** The days by which the same side must have done something, the earliest first. */
  readonly rivals: (spot: Spot, part: string | null) => readonly string[]
  readonly ranOut: (fate: Fate) => ReadonlySet<Spot>
}

const meets = (part: string | null, group: Group): boolean =>
  part === null || group.part === null || part === group.part

const isSlice = ({ members }: Group): boolean => members.some((m) => m.named.from !== null)

/** What took a promise away, took away all that was still to come of it. */
const takesAway = ({ fate }: Fate): boolean => fate === 'voided' || fate === 'superseded'

/**
 * What is known of the fate of each date of a term. What befell a piece is told of the whole too, but does not settle
 * it. What was done or ran out, of a term with several slices (each of 2026 to 2028), can be that of any of them, also
 * of one long over or still to come: it is that of the term.
 */
export function fatesOver(deal: Deal, term: Term, groups: readonly Group[]): Fates {
  const fates = fatesOf(deal, term.id, null)
  if (fates.length === 0) return { of: () => ({ fate: null, fates: [] }), undivided: [] }
  const over = overOf(groups)
  const outcomes = new Map<Group, Outcome>()
  const taken = new Set<Fate>()
  for (const spot of over.spots) {
    const own = fates.filter((f) => meets(f.part, spot.group))
    const outcome = isSlice(spot.group) ? ofSlice(own, spot, over) : ofDate(own, spot, over)
    for (const fate of outcome.fates) if (fate.fate !== 'performed') taken.add(fate)
    outcomes.set(spot.group, outcome)
  }
  return {
    of: (group) => outcomes.get(group) ?? { fate: null, fates: [] },
    undivided: fates.filter((f) => f.fate !== 'unknown' && over.isSliced(f.part) && !taken.has(f)),
  }
}

/** Of one slice of several: what took it away, and until when its fate was searched. */
function ofSlice(fates: readonly Fate[], spot: Spot, over: Over): Outcome {
  const alone = fates.filter((f) => !over.isSliced(f.part))
  if (alone.length === fates.length) return ofDate(fates, spot, over)
  const gone = fates.findLast((f) => over.isSliced(f.part) && takesAway(f) && f.day <= spot.last)
  const searched = fates.findLast((f) => over.isSliced(f.part) && f.fate === 'unknown')
  const kept = new Set([...alone, gone, searched])
  return ofDate(
    fates.filter((f) => kept.has(f)),
    spot,
    over,
  )
}

function ofDate(given: readonly Fate[], spot: Spot, over: Over): Outcome {
  const fates = given.filter((f) => f.fate !== 'lapsed' || over.ranOut(f).has(spot))
  const { part } = spot.group
  const settling = fates.filter((f) => (f.part === part || f.part === null) && settles(f, spot, over))
  const known = settling.findLast((f) => f.fate !== 'unknown')
  return { fate: known?.fate ?? settling.at(-1)?.fate ?? null, fates }
}

/**
 * Whether a fate answers what became of this very date. A suspension that was carried out when it began has not met its
 * end by that; and what took a promise away later does not tell whether it was kept by its day.
 */
function settles(fate: Fate, spot: Spot, over: Over): boolean {
  const { group, first, last } = spot
  if (fate.fate === 'performed') return group.of === 'end' ? fate.day >= first : isNearest(fate, spot, over)
  if (takesAway(fate) || (fate.fate === 'renewed' && group.of === 'must')) return fate.day <= last
  return true
}

/**
 * Of several days by which a side must have done something, what was done counts for the last that was over by then,
 * else for the first to come. Days that two sides named of one promise do not compete: done is done by both.
 */
function isNearest({ day, part }: Fate, spot: Spot, over: Over): boolean {
  if (over.isSliced(part)) return false
  const days = over.rivals(spot, part)
  return (days.findLast((d) => d <= day) ?? days[0]) === spot.last
}

function overOf(groups: readonly Group[]): Over {
  const spots = groups.map((group): Spot => {
    const [first, last] = daysOf(group)
    return { group, first, last, numbers: [dayNumber(first), dayNumber(last)] }
  })
  const sliced = new Map<string | null, boolean>()
  const rivals = new Map<Spot, Map<string | null, readonly string[]>>()
  const gone = new Map<string, ReadonlySet<Spot>>()
  return {
    spots,
    isSliced: (part) => kept(sliced, part, () => isSliced(spots, part)),
    rivals: (spot, part) =>
      kept(
        kept(rivals, spot, () => new Map()),
        part,
        () => rivalDays(spots, spot, part),
      ),
    ranOut: (fate) => kept(gone, JSON.stringify([fate.day, fate.part]), () => ranOut(fate, spots)),
  }
}

/** What is in a map, else what it is made of. */
function kept<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const had = map.get(key)
  if (had !== undefined) return had
  const made = make()
  map.set(key, made)
  return made
}

const isSliced = (spots: readonly Spot[], part: string | null): boolean =>
  new Set(spots.filter((s) => isSlice(s.group) && meets(part, s.group)).map((s) => s.last)).size > 1

function rivalDays(spots: readonly Spot[], own: Spot, part: string | null): readonly string[] {
  const parties = new Set(own.group.members.map((m) => m.party))
  const days = spots
    .filter((s) => s.group.of === 'must' && meets(part, s.group))
    .filter((s) => s.group.members.some((m) => parties.has(m.party)))
    .map((s) => s.last)
  return [...new Set([own.last, ...days])].sort()
}

/**
 * What ran out, ran out on one of the dates: on that which holds the day, else on a neighbouring one, which counts as
 * the same, else on the last before. Before the first of them it can be none of theirs.
 */
function ranOut({ day, part }: Fate, spots: readonly Spot[]): ReadonlySet<Spot> {
  const at = dayNumber(day)
  // Days before count below 0: the nearest of those is the highest.
  const gaps = spots
    .filter((s) => meets(part, s.group))
    .map((spot): readonly [Spot, number] => {
      const [first, last] = spot.numbers
      return [spot, at < first ? first - at : at > last ? last - at : 0]
    })
  const near = gaps.map(([, gap]) => gap).filter((gap) => gap <= 1)
  const before = near.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  const fits = near.includes(0)
    ? (gap: number) => gap === 0
    : near.some((gap) => Math.abs(gap) === 1)
      ? (gap: number) => Math.abs(gap) === 1
      : (gap: number) => gap === before
  return new Set(gaps.filter(([, gap]) => fits(gap)).map(([spot]) => spot))
}

/** The first and the last day that is named for it. */
export function daysOf({ members }: Group): readonly [first: string, last: string] {
  const days = members.map((m) => m.named.day).sort()
  return [days[0] ?? '', days.at(-1) ?? '']
}
