import { judgeVersions, type PairJudgement } from '../compare/pair.ts'
import type { Part, Slot, Version } from '../compare/version.ts'
import type { Deal, Stated, Term } from '../deal.ts'
import type { Measure } from '../facets/measure/value.ts'
import {
  ANY,
  canBe,
  EQUAL,
  listPossible,
  NARROWER,
  type Possible,
  possible,
  surely,
  WIDER,
} from '../relation.ts'
import type { BecameWord } from '../report/trace-report.ts'
import { normalWord } from '../words.ts'
import { assumeAlike, assumedApart, orderApart } from './comparable.ts'
import { answerOf, doubtOf, otherQuestion, othersActed, wordsAlone } from './doubt.ts'
import { sameParty } from './earlier.ts'
import { unhedged } from './hedges.ts'
import { notReversed } from './reversed.ts'
import { inWords, saysWord, wordsOfPart } from './same-words.ts'
import type { JointWords } from './words.ts'

/** A side's own version of a term of one deal. */
export interface Own {
  readonly deal: Deal
  readonly term: Term
  readonly version: Version
}

/** What came of one part. */
export interface Outcome {
  readonly word: Exclude<BecameWord, 'first' | 'not-again'>
  /** Why it is not more certain; null where there is no more to say. */
  readonly why: string | null
  /** Whether both surely reach equally far, where that was compared. */
  readonly sameReach?: boolean
}

/** From when and until when: what goes on from deal to deal, so that it is told beside the rest. */
const times: ReadonlySet<string> = new Set(['start', 'end', 'deadline'])
const without = (part: Part, facets: ReadonlySet<string>): Part => ({
  ...part,
  slots: new Map([...part.slots].filter(([, slot]) => !facets.has(slot.stated.facet))),
})

/** A part as its side said it, and with what the term assumes. */
export interface Filled {
  readonly said: Part
  readonly full: Part
}

const cannotTell = (why: string): Outcome => ({ word: 'cannot-tell', why })

/** What became of one part of an announcement, against one of the earlier. */
export function againstOne(
  { said: saidX, full: x }: Filled,
  { said: saidY, full: y }: Filled,
  now: Own,
  before: Own,
  words: JointWords,
): Outcome {
  if (x.slots.size === 0 || y.slots.size === 0) return cannotTell(wordsAlone(x, y))
  const said = wordsOfPart(x) + wordsOfPart(y)
  const apart = [...words.apart].filter((word) => saysWord(said, word)).sort()
  if (apart.length > 0) return cannotTell(`"${apart[0]}" stands for something else there`)
  const other =
    orderApart(x, y, now.deal, before.deal) ?? assumedApart(saidX, saidY, now.term, before.term, times)
  if (other !== null) return cannotTell(other)
  const [left, right] = [
    inWords(x, now.deal.vocabulary, words.vocabulary),
    inWords(y, before.deal.vocabulary, words.vocabulary),
  ]
  if (!left || !right) return cannotTell('its words there cannot be read with the words of this deal')
  if (!sameQuestion(now.term, before.term, left, right))
    return cannotTell(otherQuestion(left, right, before.term))
  if (doers(now.term) !== doers(before.term))
    return { word: 'changed', why: othersActed(before.deal, before.term) }
  if (!now.term.obligor.every((party) => sameParty(now.deal, before.deal, party)))
    return cannotTell(`another party is called so there, and ${othersActed(before.deal, before.term)}`)
  const [a, b] = someBeside(without(left, times), without(right, times))
  if (a.slots.size === 0 && b.slots.size === 0) {
    const outcome = ofTimes(left, right, words)
    const since = assumedApart(saidX, saidY, now.term, before.term, new Set())
    return outcome.word === 'same' && since !== null ? cannotTell(since) : outcome
  }
  const judged = judge(speaking(a), speaking(b), words)
  const outcome = byStrength(judged)
  if (judged.kinds)
    return { word: 'changed', why: `there it was put as ${naturesOf(right)}, here as ${naturesOf(left)}` }
  if (outcome.word !== 'reversed') return ofHedges(a, b, outcome, words)
  const vocabulary = words.vocabulary
  const two = { x: left, y: right, now: now.term, before: before.term, deal: before.deal, vocabulary }
  const unturned = notReversed(two, judged, judge(left, right, words))
  if (unturned !== null) return { word: 'changed', why: unturned || null }
  if (!assumeAlike(now.term, before.term)) return { word: 'changed', why: null }
  // The files call the two one subject, not one thing: that takes one statement.
  return normalWord(now.term.title) === normalWord(before.term.title)
    ? outcome
    : { word: 'changed', why: `the statement there was another, "${before.term.title}"` }
}

/** A hedge that only one of the two has takes something off what stands beside it, and adds nothing. */
function ofHedges(x: Part, y: Part, outcome: Outcome, words: JointWords): Outcome {
  const hedged = unhedged(x, y)
  if (!hedged) return outcome
  const plain = byStrength(judge(hedged.x, hedged.y, words))
  // Two that would exclude each other plainly may both stand where one is only hoped for.
  if (plain.word === 'reversed' || plain.word === 'cannot-tell')
    return outcome.word === 'changed' ? outcome : { ...outcome, word: 'cannot-tell' }
  const { here, there } = hedged
  const told = [
    ...(here.length > 0 ? [`only ${here.join(', ')} now`] : []),
    ...(there.length > 0 ? [`only ${there.join(', ')} before`] : []),
  ]
  const found = new Set<Outcome['word']>([
    ...(plain.word === 'same' ? [] : [plain.word]),
    ...(here.length > 0 ? ['narrowed' as const] : []),
    ...(there.length > 0 ? ['widened' as const] : []),
  ])
  const [only = 'same', ...more] = [...found]
  return { ...plain, word: more.length > 0 ? 'changed' : only, why: told.join(', ') }
}

/** What is said of times alone: one commitment with other times is another. */
function ofTimes(x: Part, y: Part, words: JointWords): Outcome {
  const judged = judge(x, y, words)
  const rows = judged.rows.filter((r) => r.a || r.b)
  const same = rows.every((r) => surely(r.possible, EQUAL) || (r.noted && r.a && r.b))
  if (same) return { word: 'same', why: null }
  return rows.some((r) => !canBe(r.possible, EQUAL))
    ? { word: 'changed', why: null }
    : { word: 'cannot-tell', why: 'the times cannot be set beside each other' }
}

/** A yes, a no and an answer are about the statement that the term makes, or about its question. */
function sameQuestion(now: Term, before: Term, x: Part, y: Part): boolean {
  const answers = (t: Term): string => JSON.stringify([...(t.choices ?? [])].sort())
  const choosing = [x, y].some((p) => p.slots.has('choice'))
  const answering = [x, y].some((p) => answerOf(p) !== null)
  if (choosing && answers(now) !== answers(before)) return false
  return !(choosing || answering) || normalWord(now.title) === normalWord(before.title)
}

/**
 * `some` for no time in particular, beside a figure for a time of its own: a figure of the same says more, for whatever
 * time, so that the time is left out.
 */
function someBeside(x: Part, y: Part): readonly [Part, Part] {
  const [a, b] = [measureOf(x), measureOf(y)]
  const plain = (m: Measure | null): boolean =>
    m !== null && m.value.kind === 'some' && !m.negated && m.period === null
  const figure = (m: Measure | null): boolean => m !== null && m.value.kind === 'amount' && !m.negated
  if (plain(b) && figure(a)) return [timeless(x), y]
  return plain(a) && figure(b) ? [x, timeless(y)] : [x, y]
}
const measureOf = (part: Part): Measure | null =>
  (part.slots.get('measure')?.stated.value as Measure | undefined) ?? null

function timeless(part: Part): Part {
  const slot = part.slots.get('measure')
  if (!slot) return part
  const value: Measure = { ...(slot.stated.value as Measure), period: null }
  return {
    ...part,
    slots: new Map([...part.slots, ['measure', { ...slot, stated: { ...slot.stated, value } }]]),
  }
}

const judge = (x: Part, y: Part, { vocabulary }: JointWords): PairJudgement => {
  const version = (part: Part): Version => ({ party: '', claims: [], parts: [{ ...part, name: null }] })
  // What converts one basis into another was true of one deal, at its time.
  return judgeVersions(version(x), version(y), [], { vocabulary, conversions: [] })
}

/** A part that says no more than when: it is promised, and nothing else is said of it. */
function speaking(part: Part): Part {
  if (part.slots.size > 0) return part
  const stated: Stated = { facet: 'stance', axis: null, value: 'shall', text: 'shall', place: NOWHERE }
  const slot: Slot = { stated, claim: null }
  return { ...part, slots: new Map([['stance', slot]]) }
}
const NOWHERE = { path: '', line: 1, column: 1, endLine: 1, endColumn: 1 }

/** A wider region and a narrower content are the stronger claim. */
function byStrength({ verdict, implies, rows }: PairJudgement): Outcome {
  const sameReach = implies !== null && surely(implies.region, EQUAL)
  if (verdict === 'contradiction') return { word: 'reversed', why: null, sameReach }
  const doubt: Outcome = { word: 'cannot-tell', why: doubtOf(rows, implies?.content ?? ANY) }
  if (verdict === 'unclear' || !implies) return doubt
  const found = new Set(
    listPossible(implies.region).flatMap((r) =>
      listPossible(implies.content).map((k) => strength(possible(r), possible(k))),
    ),
  )
  const [only, ...more] = [...found]
  return only === undefined || more.length > 0 ? doubt : { word: only, why: null, sameReach }
}

function strength(region: Possible, content: Possible): 'same' | 'widened' | 'narrowed' | 'changed' {
  if (region === EQUAL && content === EQUAL) return 'same'
  if (surely(region, EQUAL | WIDER) && surely(content, EQUAL | NARROWER)) return 'widened'
  if (surely(region, EQUAL | NARROWER) && surely(content, EQUAL | WIDER)) return 'narrowed'
  return 'changed'
}

const withArticle = (word: string): string => `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`
/** What kinds of announcement a part is made of: a commitment, a demand. */
const naturesOf = (part: Part): string =>
  [...new Set([...part.slots.values()].flatMap((s) => s.claim?.nature ?? []))]
    .sort()
    .map(withArticle)
    .join(' and ')
const doers = (t: Term): string => JSON.stringify([...t.obligor].sort())
