import { rankOf } from '../deal.ts'
import { compareText } from '../place.ts'
import { classOf, type DateClass, namesOf, partsFor, type ReadSide } from './sides.ts'
import type { Named } from './named.ts'
import { oneDate } from './times.ts'

/** Who named a date, by which part of its version. */
export interface Member {
  readonly party: string
  /** The name of its own part: null for the whole, however small the piece that is looked at. */
  readonly own: string | null
  readonly named: Named
}

/** The parties that named one date of one piece of a term. */
export interface Group {
  readonly part: string | null
  readonly of: DateClass
  /** The earliest first. */
  readonly members: readonly Member[]
}

/** Every date of a term, each with all who named it: neighbouring days are one date, named differently. */
export function groupsOf(sides: readonly ReadSide[]): Group[] {
  const names = namesOf(sides)
  const found = names
    // What the whole of one side says is said of each piece of the other; by itself only where it meets no piece.
    .filter((name) => name !== null || !isSpread(sides))
    .flatMap((part) =>
      (['must', 'end'] as const).flatMap((of) =>
        gathered(membersOf(sides, part, of)).map((members): Group => ({ part, of, members })),
      ),
    )
  const out = new Map<string, Group>()
  for (const group of found) {
    const part = isOfWhole(group, found, sides, names) ? null : group.part
    out.set(JSON.stringify([part, keyOf(group)]), { ...group, part })
  }
  return [...out.values()]
}

/** Whether nobody named the date of this very piece, and it is the same with every other: it is one of the whole. */
function isOfWhole(
  group: Group,
  found: readonly Group[],
  sides: readonly ReadSide[],
  names: readonly (string | null)[],
): boolean {
  if (group.members.some((m) => m.own !== null)) return false
  const speakers = sides.filter((s) => group.members.some((m) => m.party === s.party))
  const pieces = names.filter((n) => n !== null && speakers.every((s) => s.parts.every((p) => p.name !== n)))
  return pieces.every((n) => found.some((g) => g.part === n && keyOf(g) === keyOf(group)))
}

/** Whether each side's word on the whole is looked at with some piece: another side names one that it does not. */
const isSpread = (sides: readonly ReadSide[]): boolean =>
  sides
    .filter((s) => s.parts.some((p) => p.name === null))
    .every((s) =>
      sides.some((other) =>
        other.parts.some((p) => p.name !== null && !s.parts.some((own) => own.name === p.name)),
      ),
    )

const membersOf = (sides: readonly ReadSide[], name: string | null, of: DateClass): Member[] =>
  sides
    .flatMap((side) =>
      // Pieces are looked at one by one: a piece's date is not one of the whole.
      partsFor(side, name)
        .filter((p) => p.name === name || p.name === null)
        .flatMap((p) => p.dates.map((named) => ({ party: side.party, own: p.name, named }))),
    )
    .filter((m) => classOf(m.named) === of)

/** In the order of their days, so that the order of the parties changes nothing. */
function gathered(members: readonly Member[]): Member[][] {
  const groups: Member[][] = []
  for (const member of [...members].sort(byTime)) {
    const fits = groups.find((g) =>
      g.every((m) => m.party !== member.party && oneDate(m.named, member.named)),
    )
    if (fits) fits.push(member)
    else groups.push([member])
  }
  return groups
}

const keyOf = ({ of, members }: Group): string =>
  JSON.stringify([of, members.map((m) => [m.party, m.own, m.named.date.kind, m.named.day])])

const byTime = (a: Member, b: Member): number =>
  compareText(a.named.day, b.named.day) ||
  compareText(b.named.date.kind, a.named.date.kind) ||
  rankOf(a.named.claim.source) - rankOf(b.named.claim.source) ||
  compareText(a.named.date.min ?? '', b.named.date.min ?? '') ||
  compareText(a.named.date.text, b.named.date.text) ||
  compareText(a.named.claim.source.day, b.named.claim.source.day) ||
  compareText(a.named.claim.source.id, b.named.claim.source.id)
