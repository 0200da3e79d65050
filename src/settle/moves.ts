import type { Term } from '../deal.ts'
import { facetRank } from '../facets/index.ts'
import { judgeVersions, type PairJudgement } from '../compare/pair.ts'
import { type FoldContext, type Part, type Slot, slotKey, type Version } from '../compare/version.ts'
import { EQUAL, surely } from '../relation.ts'

/** One facet in which a party would say what the other says, or withdraw what it says itself. */
export interface Move {
  /** The part of the party that it is about, by its number in the plan. */
  readonly at: number
  readonly key: string
  /** What the other says; null: the party's own is withdrawn. */
  readonly take: Slot | null
  readonly from: Slot | null
  /** The part in which the other says it. */
  readonly beside: ReadonlyMap<string, Slot>
}

/** One way in which a party's parts could come to answer the other's, and everything that could be changed for it. */
export interface Plan {
  readonly parts: readonly PlannedPart[]
  /** Parts of which the other says nothing: they would have to go. */
  readonly dropped: readonly (string | null)[]
  readonly moves: readonly Move[]
}
export interface PlannedPart {
  readonly name: string | null
  readonly slots: ReadonlyMap<string, Slot>
  /** Whether the party has it already. */
  readonly own: boolean
  /** The parts of the other that it answers. */
  readonly answers: readonly Part[]
}

/** The plans by which the one version (null: none yet) could answer the other, the one nearest to what it is first. */
export function plansOf(own: Version | null, other: Version, term: Term, context: FoldContext): Plan[] {
  const has = (side: readonly Part[], name: string | null): boolean => side.some((p) => p.name === name)
  const mine = own?.parts ?? []
  const meets = (p: Part, q: Part): boolean =>
    p.name === q.name ||
    (p.name === null && !has(mine, q.name)) ||
    (q.name === null && !has(other.parts, p.name))
  const whole = mine.map((p) => ({ part: p, answers: other.parts.filter((q) => meets(p, q)) }))
  const plans = [whole]
  // A part without a name may answer one of several, where the rest are announced anew.
  for (const [i, { part, answers }] of whole.entries())
    if (part.name === null && answers.length > 1)
      plans.push(...answers.map((q) => whole.with(i, { part, answers: [q] })))
  return plans.map((planned) => planOf(planned, other, term, context))
}

function planOf(
  planned: readonly { readonly part: Part; readonly answers: readonly Part[] }[],
  other: Version,
  term: Term,
  context: FoldContext,
): Plan {
  const kept = planned.filter(({ answers }) => answers.length > 0)
  const answered = new Set(kept.flatMap(({ answers }) => answers))
  const parts: PlannedPart[] = [
    ...kept.map(({ part, answers }) => ({ name: part.name, slots: part.slots, own: true, answers })),
    ...other.parts
      .filter((q) => !answered.has(q))
      .map((q) => ({ name: q.name, slots: new Map<string, Slot>(), own: false, answers: [q] })),
  ]
  return {
    parts,
    dropped: planned.filter(({ answers }) => answers.length === 0).map(({ part }) => part.name),
    moves: parts.flatMap((part, at) => movesOf(part, at, term, context)),
  }
}

const rank = (key: string): number => facetRank(key.split(' ')[0] ?? '')

/** What of a part is not as the other has it, in the order of the facets. */
function movesOf(part: PlannedPart, at: number, term: Term, context: FoldContext): Move[] {
  const out = new Map<string, Move>()
  for (const { slots } of part.answers) {
    const keys = part.own ? unequalKeys(part.slots, slots, term, context) : [...slots.keys()]
    for (const key of keys) {
      const [take, from] = [slots.get(key) ?? null, part.slots.get(key) ?? null]
      if ((take === null && from === null) || out.has(key)) continue
      out.set(key, { at, key, take, from, beside: slots })
    }
  }
  return [...out.values()].sort((a, b) => rank(a.key) - rank(b.key) || (a.key < b.key ? -1 : 1))
}

/** The facets in which two parts are not surely equal, noted ones among them. */
function unequalKeys(
  left: ReadonlyMap<string, Slot>,
  right: ReadonlyMap<string, Slot>,
  term: Term,
  context: FoldContext,
): string[] {
  if (left.size === 0 || right.size === 0) return [...left.keys(), ...right.keys()]
  const { rows } = judgeVersions(alone(left), alone(right), term.assume, context)
  const keys = rows
    .filter((r) => !surely(r.possible, EQUAL))
    .flatMap((r) => [r.a, r.b].flatMap((stated) => (stated === null ? [] : [slotKey(stated)])))
  return [...new Set(keys)]
}
const alone = (slots: ReadonlyMap<string, Slot>): Version => ({
  party: '',
  claims: [],
  parts: [{ name: null, slots }],
})

/** The parts as they are once some moves are made; null where a part would say nothing. */
export function moved(plan: Plan, moves: readonly Move[]): readonly PlannedPart[] | null {
  const out = plan.parts.map((part, at): PlannedPart => {
    const here = moves.filter((m) => m.at === at)
    if (here.length === 0) return part
    const slots = new Map(part.slots)
    for (const { key, take } of here) {
      if (take === null) slots.delete(key)
      else slots.set(key, take)
    }
    return { ...part, slots }
  })
  return out.some((p, at) => p.slots.size === 0 && (!p.own || moves.some((m) => m.at === at))) ? null : out
}

/** Whether the two agree. */
export const agree = (j: Pick<PairJudgement, 'verdict'>): boolean => j.verdict === 'agree'
