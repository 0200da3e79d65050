import { judgeVersions, type PairJudgement } from '../compare/pair.ts'
import { filled, type Row } from '../compare/rows.ts'
import type { Part, Slot, Version } from '../compare/version.ts'
import type { Deal, Stated, Term } from '../deal.ts'
import type { Measure } from '../facets/measure/value.ts'
import {
  ANY,
  canBe,
  DISJOINT,
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
import { type Move, movesOf } from './moves.ts'
import { inWords, saysWord, wordsOfPart } from './same-words.ts'
import type { JointWords } from './words.ts'

/** A side's own version of a term of one deal. */
export interface Own {
  readonly deal: Deal
  readonly term: Term
  readonly version: Version
}

export interface Became {
  readonly word: Exclude<BecameWord, 'first' | 'not-again'>
  readonly moves: readonly Move[]
  /** Why it is not more certain; null where the moves tell all. */
  readonly why: string | null
}
type Outcome = Pick<Became, 'word' | 'why'>

/** From when and until when: what goes on from deal to deal, so that it is told beside the rest. */
const times: ReadonlySet<string> = new Set(['start', 'end', 'deadline'])
const without = (part: Part, facets: ReadonlySet<string>): Part => ({
  ...part,
  slots: new Map([...part.slots].filter(([, slot]) => !facets.has(slot.stated.facet))),
})

/**
 * What became of what a side announced: its version now against its own in an earlier deal. The engine compares
 * claims of one term only, for a verdict between parties (law L22). This is none: it sets one side's words beside its
 * own earlier ones on what the files call one subject, and where anything stands between the two, an undeclared word
 * or another question, it says that it cannot tell. `reversed` is said only where both are a promise of one kind, by
 * the same doer, of one statement, and the rules make them exclude each other.
 */
export function becameOf(now: Own, before: Own, words: JointWords): Became {
  const names = new Set([...now.version.parts, ...before.version.parts].map((p) => p.name))
  const both = [...names].map((name) => ({
    name,
    x: partOf(now, name),
    y: partOf(before, name),
  }))
  const pairs = both.flatMap(({ x, y }) => (x && y ? [{ x, y }] : []))
  const moves = pairs.flatMap(({ x, y }) => movesOf(x, y))
  if (pairs.length === 0)
    return { word: 'cannot-tell', moves: [], why: 'it was announced in other pieces then' }
  const outcomes = pairs.map(({ x, y }) => againstOne(x, y, now, before, words))
  if (both.some(({ x, y }) => x && !y)) outcomes.push({ word: 'widened', why: 'a piece was added' })
  if (both.some(({ x, y }) => y && !x)) outcomes.push({ word: 'narrowed', why: 'a piece is gone' })
  return { ...together(outcomes), moves }
}

/** The part of that name, with what the term assumes. */
function partOf({ version, term }: Own, name: string | null): Part | null {
  const part = version.parts.find((p) => p.name === name)
  if (!part || part.slots.size === 0) return part ?? null
  return { ...part, slots: filled(part, term.assume) }
}

/** What several parts come to. */
function together(outcomes: readonly Outcome[]): Outcome {
  const of = (word: BecameWord): Outcome | undefined => outcomes.find((o) => o.word === word)
  const doubt = of('reversed') ?? of('cannot-tell') ?? of('changed')
  if (doubt) return doubt
  const [less, more] = [of('narrowed'), of('widened')]
  if (less && more) return { word: 'changed', why: 'in one piece it says more, in another less' }
  return less ?? more ?? { word: 'same', why: null }
}

function againstOne(x: Part, y: Part, now: Own, before: Own, words: JointWords): Outcome {
  if (x.slots.size === 0 || y.slots.size === 0)
    return { word: 'cannot-tell', why: 'what was said is on file in words alone' }
  const said = wordsOfPart(x) + wordsOfPart(y)
  const apart = [...words.apart].filter((word) => saysWord(said, word)).sort()
  if (apart.length > 0) return { word: 'cannot-tell', why: `"${apart[0]}" stood for something else then` }
  const [left, right] = [
    inWords(x, now.deal.vocabulary, words.vocabulary),
    inWords(y, before.deal.vocabulary, words.vocabulary),
  ]
  if (!left || !right) return { word: 'cannot-tell', why: 'it was put in words of another deal' }
  if (!sameQuestion(now.term, before.term, left, right))
    return { word: 'cannot-tell', why: `the statement then was another: "${before.term.title}"` }
  if (doers(now.term) !== doers(before.term)) return { word: 'changed', why: 'another would have to do it' }
  const [a, b] = [without(left, times), without(right, times)]
  if (a.slots.size === 0 && b.slots.size === 0) return ofTimes(left, right, words)
  const judged = judge(speaking(a), speaking(b), words)
  const outcome = byStrength(judged)
  if (judged.kinds)
    return { word: 'changed', why: `it was put as ${naturesOf(right)} then, as ${naturesOf(left)} now` }
  if (outcome.word !== 'reversed') return outcome
  if (!mayReverse(judged, left, right, now.term, before.term, words)) return { word: 'changed', why: null }
  // The files call the two one subject, not one thing: that takes one statement.
  return normalWord(now.term.title) === normalWord(before.term.title)
    ? outcome
    : { word: 'changed', why: `the statement then was another: "${before.term.title}"` }
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
  const [choosing, answering] = [
    [x, y].some((p) => p.slots.has('choice')),
    [x, y].some((p) => {
      const measure = p.slots.get('measure')?.stated.value as Measure | undefined
      return measure !== undefined && ['yes', 'no'].includes(measure.value.kind)
    }),
  ]
  if (choosing && answers(now) !== answers(before)) return false
  return !(choosing || answering) || normalWord(now.title) === normalWord(before.title)
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
  if (verdict === 'contradiction') return { word: 'reversed', why: null }
  const doubt: Outcome = { word: 'cannot-tell', why: doubtOf(rows, implies?.content ?? ANY) }
  if (verdict === 'unclear' || !implies) return doubt
  const found = new Set(
    listPossible(implies.region).flatMap((r) =>
      listPossible(implies.content).map((k) => strength(possible(r), possible(k))),
    ),
  )
  const [only, ...more] = [...found]
  return only === undefined || more.length > 0 ? doubt : { word: only, why: null }
}

function strength(region: Possible, content: Possible): 'same' | 'widened' | 'narrowed' | 'changed' {
  if (region === EQUAL && content === EQUAL) return 'same'
  if (surely(region, EQUAL | WIDER) && surely(content, EQUAL | NARROWER)) return 'widened'
  if (surely(region, EQUAL | NARROWER) && surely(content, EQUAL | WIDER)) return 'narrowed'
  return 'changed'
}

function doubtOf(rows: readonly Row[], content: Possible): string {
  const open = rows.filter((r) => listPossible(r.possible).length > 1)
  const rest = surely(content, EQUAL) ? 'the rest is the same, but ' : ''
  if (open.some((r) => r.facet === 'scope' && !(r.a && r.b)))
    return `${rest}only one of the two names a limit`
  if (open.some((r) => r.facet === 'scope')) return `${rest}how far it goes is open`
  if (open.some((r) => r.facet === 'measure'))
    return 'what the figure counts, or for what time, is not said both times'
  return 'what was said leaves it open'
}

const withArticle = (word: string): string => `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`
/** What kinds of announcement a part is made of: a commitment, a demand. */
const naturesOf = (part: Part): string =>
  [...new Set([...part.slots.values()].flatMap((s) => s.claim?.nature ?? []))]
    .sort()
    .map(withArticle)
    .join(' and ')
const doers = (t: Term): string => JSON.stringify([...t.obligor].sort())

/** Natures of which one can go back on one's word. */
const binding: ReadonlySet<string> = new Set(['commitment', 'position'])

/** Whether two that exclude each other are one promise turned round, and no state of things that moved on. */
function mayReverse(
  stripped: PairJudgement,
  x: Part,
  y: Part,
  now: Term,
  before: Term,
  words: JointWords,
): boolean {
  const natures = new Set(
    [now.nature, before.nature].concat(
      [x, y].flatMap((p) => [...p.slots.values()].flatMap((s) => (s.claim ? [s.claim.nature] : []))),
    ),
  )
  if (natures.size !== 1 || !binding.has([...natures][0] ?? '')) return false
  // With their times they may be about different times, one over before the other begins.
  if (judge(x, y, words).verdict !== 'contradiction') return false
  return stripped.rows.some((r) => surely(r.possible, DISJOINT) && !r.moot && turns(r))
}

/** A level and a status go on as time does: only where both are about one time do two of them exclude each other. */
function turns({ facet, a, b }: Row): boolean {
  if (facet === 'status' || facet === 'force') return false
  if (facet !== 'measure' || !a || !b) return true
  const [x, y] = [a.value as Measure, b.value as Measure]
  const affirmed = (m: Measure): boolean => !m.negated && !['no', 'none'].includes(m.value.kind)
  if (!affirmed(x) || !affirmed(y)) return true
  return x.period !== null && y.period !== null && x.period.text === y.period.text
}
