import { type Deal, type Fate, fatesOf, type FateWord, type Term } from '../deal.ts'
import type { Group } from './groups.ts'
import type { Named } from './named.ts'

/** What became of a date: the latest that is known, and all that is; null where nothing is. */
export interface Outcome {
  readonly fate: FateWord | null
  readonly fates: readonly Fate[]
}

/**
 * What is known of the fate of one date, as of a day (null: all). What befell a piece is told of the whole too, but
 * does not settle it.
 */
export function outcomeOf(
  deal: Deal,
  term: Term,
  group: Group,
  others: readonly Group[],
  asOf: string | null,
) {
  const fates = fatesOf(deal, term.id, asOf).filter(
    (f) => (f.part === null || group.part === null || f.part === group.part) && befell(f, group, others),
  )
  const settling = fates.filter((f) => (f.part === group.part || f.part === null) && settles(f, group))
  const known = settling.findLast((f) => f.fate !== 'unknown')
  return { fate: known?.fate ?? settling.at(-1)?.fate ?? null, fates } satisfies Outcome
}

/**
 * Whether a fate answers what became of this very date. A suspension that was carried out when it began has not met its
 * end by that; and what took a promise away later does not tell whether it was kept by its day.
 */
function settles({ fate, day }: Fate, { of, members }: Group): boolean {
  const days = members.map((m) => m.named.day).sort()
  if (fate === 'performed' && of === 'end') return day >= (days[0] ?? '')
  if (fate === 'voided' || fate === 'superseded' || (fate === 'renewed' && of === 'must'))
    return day <= (days.at(-1) ?? '')
  return true
}

/**
 * Whether a fate can be that of one slice of several (each of 2026 to 2028): what was done or ran out is that of the
 * last slice over by then, else of the running one; what took the promise away spares the slices that were over.
 */
function befell(fate: Fate, group: Group, others: readonly Group[]): boolean {
  const slice = sliceIn(group)
  const slices = others.filter((g) => g.part === group.part).flatMap((g) => sliceIn(g) ?? [])
  if (slice === null || slices.length < 2) return true
  if (['voided', 'superseded', 'renewed'].includes(fate.fate)) return slice.day >= fate.day
  if (fate.fate === 'unknown') return true
  const over = slices.filter((s) => s.day < fate.day).sort(byDay)
  const running = slices.filter((s) => s.day >= fate.day).sort(byDay)
  return (over.at(-1) ?? running[0])?.day === slice.day
}

const sliceIn = ({ members }: Group): Named | null =>
  members.find((m) => m.named.from !== null)?.named ?? null

const byDay = (a: Named, b: Named): number => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)
