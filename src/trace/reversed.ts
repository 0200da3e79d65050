import type { PairJudgement } from '../compare/pair.ts'
import type { Row } from '../compare/rows.ts'
import type { Part } from '../compare/version.ts'
import type { Deal, Term } from '../deal.ts'
import type { Facet } from '../facet.ts'
import { type Act, isFloor } from '../facets/act.ts'
import { facetOf } from '../facets/index.ts'
import type { Measure } from '../facets/measure/value.ts'
import { DISJOINT, surely } from '../relation.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { saidIn } from './earlier.ts'
import { isHedge } from './hedges.ts'
import { inForceTogether } from './in-force.ts'

/** One part of two announcements of a side, the later first, and what they are of. */
export interface Two {
  readonly x: Part
  readonly y: Part
  readonly now: Term
  readonly before: Term
  /** The deal of the earlier one. */
  readonly deal: Deal
  readonly vocabulary: Vocabulary
}

/**
 * Whether two that exclude each other are one promise turned round, and no refusal that became a promise, no figure
 * or state of things that moved on. Null where it is; else why it is not, or an empty text where there is no more to say.
 */
export function notReversed(
  two: Two,
  /** What comes of the two without their times, and with them. */
  stripped: PairJudgement,
  timed: PairJudgement,
): string | null {
  const { x, y, now, before, deal, vocabulary } = two
  const natures = new Set([now.nature, before.nature, ...naturesIn(x), ...naturesIn(y)])
  if (natures.size !== 1 || !natures.has('commitment')) return ''
  if (!isPromise(y, vocabulary)) return 'it had promised nothing there that this takes back'
  if (!isFirm(x)) return ''
  const [since, until] = [saidIn(x)[0], saidIn(y).at(-1)]
  // Of two statements of one day it is not known which came first.
  if (since === undefined || until === undefined || since <= until) return ''
  const together = inForceTogether(x, y)
  if (together === 'over') return 'its time was over by then'
  const fate = deal.fates.find((f) => f.term === before.id && ended.has(f.fate) && f.day <= since)
  if (fate) return `what it said there was ${fate.fate} by then`
  // With their times they may be about different times, one over before the other begins.
  if (together !== 'both' || timed.verdict !== 'contradiction') return ''
  return stripped.rows.some((r) => surely(r.possible, DISJOINT) && takesBack(r, two)) ? null : ''
}

const ended: ReadonlySet<string> = new Set(['performed', 'superseded', 'voided', 'lapsed'])

const naturesIn = (part: Part): string[] =>
  [...part.slots.values()].flatMap(({ claim }) => (claim ? [claim.nature] : []))

const valueIn = <V>(part: Part, facet: string): V | null =>
  (part.slots.get(facet)?.stated.value as V | undefined) ?? null

/** Whether nothing hangs on a condition, and nothing is only hoped for, proposed or allowed. */
function isFirm(part: Part): boolean {
  const stance = valueIn<string>(part, 'stance')
  return (
    !part.slots.has('conditions') &&
    !part.slots.has('sequence') &&
    (stance === null || stance === 'shall' || stance === 'shall not') &&
    ![...part.slots.values()].some(({ stated }) => isHedge(stated))
  )
}

/** Whether a part affirms, firmly and without a no in it, that something shall be. */
function isPromise(part: Part, vocabulary: Vocabulary): boolean {
  const said = [...part.slots.values()].filter((s) => !s.assumed)
  const denied = [...part.slots.values()].some(({ stated }) => {
    const facet: Facet = facetOf(stated.facet)
    return facet.denies(stated.value)
  })
  if (said.length === 0 || denied || !isFirm(part)) return false
  const act = valueIn<Act>(part, 'act')
  if (act) return isAffirmed(act, vocabulary)
  return valueIn<string>(part, 'stance') === 'shall' || affirms(valueIn<Measure>(part, 'measure'))
}

const isAffirmed = (act: Act, vocabulary: Vocabulary): boolean =>
  act.manner === 'at least' && !act.within && !isFloor(vocabulary, act.word)

const affirms = (m: Measure | null): boolean =>
  m !== null && !m.negated && ['yes', 'some', 'amount'].includes(m.value.kind)

/** A no to what was promised, or its opposite; a figure, a status or a limit that is another now takes nothing back. */
function takesBack({ facet, a, b, denial, moot }: Row, { x, y, vocabulary }: Two): boolean {
  if (denial || moot) return false
  if (facet === 'act' || facet === 'stance') return turns(x, y, vocabulary)
  if (facet !== 'measure' || !a || !b) return false
  const [now, then] = [a.value as Measure, b.value as Measure]
  const refused = !now.negated && (now.value.kind === 'no' || now.value.kind === 'none')
  const answers = then.value.kind === 'yes' && now.value.kind === 'no'
  const samePeriod = now.period?.text === then.period?.text
  return affirms(then) && refused && samePeriod && (then.period !== null || answers)
}

function turns(x: Part, y: Part, vocabulary: Vocabulary): boolean {
  const [now, then] = [valueIn<Act>(x, 'act'), valueIn<Act>(y, 'act')]
  const refused = valueIn<string>(x, 'stance') === 'shall not'
  if (then === null || now === null) return then === null && now === null && refused
  if (now.within || !isAffirmed(then, vocabulary)) return false
  // "Only" names how far it goes for now.
  return now.manner !== 'only'
}
