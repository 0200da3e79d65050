import type { Compared } from '../compare/compare.ts'
import { judgeVersions } from '../compare/pair.ts'
import { contextOf, type Version } from '../compare/version.ts'
import type { Claim, Deal, Nature, Term } from '../deal.ts'
import { startOf } from '../place.ts'
import { type Draft, type Statement, suppose, yetToBeMade } from './hypothesis.ts'
import { agree, type Move, moved, type Plan, type PlannedPart, plansOf } from './moves.ts'
import { smallest } from './smallest.ts'
import { keysOf, type Manner, mannersOf, type Saying } from './write.ts'
import { byFacet, phrasesOf } from './phrases.ts'

/** The least that one party would have to say to agree with another, found and tried. */
export interface Closing {
  readonly plan: Plan
  readonly moves: readonly Move[]
  /** The parts as the party would then have them. */
  readonly parts: readonly PlannedPart[]
  readonly statement: Statement
  readonly manner: Manner
  /** What kind of claim it would be, where that is not what the party says it is. */
  readonly nature: Nature | null
  /** What the term comes to. */
  readonly outcome: Compared
}

/** A term, and what is needed to try something on it. */
export interface Case {
  readonly deal: Deal
  readonly term: Term
  readonly compared: Compared
  /** The names of all sources of the file, also of those that are not there yet on the day asked about. */
  readonly taken: ReadonlySet<string>
}

/** The smallest statement of a party by which the term would agree, else by which it would agree with the other. */
export function closing(of: Case, party: string, other: Version): Closing | null {
  const source = yetToBeMade(of.deal, party, of.taken)
  if (source === null) return null
  const own = of.compared.versions.find((s) => s.party === party)?.version ?? null
  const context = contextOf(of.deal)
  const wanted: readonly ((outcome: Compared) => boolean)[] = [
    ...(thirdsAgree(of.compared, party) ? [agree] : []),
    (then) =>
      then.pairs.some((p) => agree(p) && p.parties.includes(party) && p.parties.includes(other.party)),
  ]
  const plans = plansOf(own, other, of.term, context).sort((a, b) => a.dropped.length - b.dropped.length)
  for (const isEnough of wanted) {
    const found = plans
      .map((plan) => closeBy(of, plan, { own, other, party, source, isEnough }))
      .filter((x) => x !== null)
    const best = found.reduce<Closing | null>(
      (least, x) => (least === null || isLess(x, least) ? x : least),
      null,
    )
    if (best) return best
  }
  return null
}
/** What has to be deleted weighs more than whatever can be said. */
const isLess = (x: Closing, y: Closing): boolean =>
  x.plan.dropped.length < y.plan.dropped.length ||
  (x.plan.dropped.length === y.plan.dropped.length && x.moves.length < y.moves.length)

/** Whether nothing but what this party says keeps the term from agreeing. */
const thirdsAgree = ({ pairs }: Compared, party: string): boolean =>
  pairs.every((p) => p.parties.includes(party) || agree(p))

interface Wanted {
  readonly own: Version | null
  readonly other: Version
  readonly party: string
  readonly source: Statement['source']
  readonly isEnough: (outcome: Compared) => boolean
}

function closeBy(of: Case, plan: Plan, wanted: Wanted): Closing | null {
  const natures = naturesOf(plan, of.term)
  for (const nature of natures) {
    const found = smallest(plan.moves, plan.parts.some((p) => !p.own) ? 1 : 0, (moves) =>
      tried(of, plan, moves, nature, wanted),
    )
    if (found) return found
  }
  return null
}

/** What kinds of claim may be tried: what the party says it is, then what the other does. */
function naturesOf(plan: Plan, term: Term): readonly Nature[] {
  const own = plan.parts.flatMap((p) => (p.own ? naturesIn(p) : []))
  const others = plan.parts.flatMap((p) => p.answers.flatMap(naturesIn))
  const all = [...new Set([...own, ...others])]
  return all.length === 0 ? [term.nature] : all
}
const naturesIn = ({ slots }: Pick<PlannedPart, 'slots'>): Nature[] =>
  [...slots.values()].flatMap((s) => s.claim?.nature ?? [])

/** Judges the two versions first, which is quick; then reads what would stand in the file, and compares the term. */
function tried(
  of: Case,
  plan: Plan,
  moves: readonly Move[],
  nature: Nature,
  { own, other, party, source, isEnough }: Wanted,
): Closing | null {
  const parts = moved(plan, moves)
  if (parts === null) return null
  const usual = plan.parts.flatMap((p) => (p.own ? naturesIn(p) : []))[0] ?? of.term.nature
  // What becomes a claim of another kind is said anew, every part of it.
  const touched = (at: number): boolean =>
    moves.some((m) => m.at === at) || (nature !== usual && plan.parts[at]?.own === true)
  const said: Claim = { ...blankClaim, term: of.term.id, party, source, nature }
  const version: Version = {
    party,
    claims: own?.claims ?? [],
    parts: parts.map((p, at) =>
      touched(at)
        ? { name: p.name, slots: new Map([...p.slots].map(([k, s]) => [k, { ...s, claim: said }])) }
        : p,
    ),
  }
  if (!agree(judgeVersions(version, other, of.term.assume, contextOf(of.deal)))) return null
  const sayings = parts.map((p, at) => (touched(at) ? sayingsOf(plan, p, at, moves) : null))
  for (const manner of mannersOf(sayings.flatMap((s) => s ?? []))) {
    const claims = parts.flatMap((part, at): Draft[] => {
      const here = sayings[at]
      return here
        ? [
            {
              part: part.name,
              nature,
              keys: keysOf(here, manner),
              says: saysOf(part, of.deal, manner),
              supersedes: speaksOf(of, party, part.name),
            },
          ]
        : []
    })
    const statement = { source, claims }
    const outcome = suppose(of.deal, of.term, party, statement, plan.dropped)
    if (outcome && isEnough(outcome))
      return { plan, moves, parts, statement, manner, nature: nature === usual ? null : nature, outcome }
  }
  return null
}
/** A claim that stands for one yet to be written. */
const blankClaim = {
  kind: 'claim',
  part: null,
  supersedes: true,
  says: null,
  quote: null,
  original: null,
  was: null,
  returns: null,
  stated: [],
  place: startOf(''),
} as const

function sayingsOf(plan: Plan, part: PlannedPart, at: number, moves: readonly Move[]): Saying[] {
  const was = plan.parts[at]?.slots ?? part.slots
  return [...part.slots.values()]
    .sort((a, b) => byFacet(a.stated, b.stated))
    .map((slot) => ({ slot, beside: moves.find((m) => m.at === at && m.take === slot)?.beside ?? was }))
}

/** Whether there is anything to supersede. */
const speaksOf = ({ deal, term }: Case, party: string, part: string | null): boolean =>
  (deal.histories.get(term.id)?.get(party) ?? []).some((e) => e.kind === 'claim' && e.part === part)

function saysOf(part: PlannedPart, deal: Deal, manner: Manner): string {
  const words = phrasesOf(part.slots, deal.vocabulary, manner.atOnce).join(', ')
  return part.own ? `in the place of what was said before: ${words}` : words
}
