import { saysNo } from '../compare/caution.ts'
import { partsMeet } from '../compare/parts.ts'
import { filled } from '../compare/rows.ts'
import type { Part } from '../compare/version.ts'
import type { Facet } from '../facet.ts'
import { facetOf } from '../facets/index.ts'
import type { Measure } from '../facets/measure/value.ts'
import type { BecameWord } from '../report/trace-report.ts'
import { againstOne, type Filled, type Outcome, type Own } from './against.ts'
import { type Move, movesOf, type Shift, shiftOf } from './moves.ts'
import type { JointWords } from './words.ts'

export interface Became extends Pick<Outcome, 'word' | 'why'> {
  readonly moves: readonly Move[]
  /** Whether what is promised again is put off, or brought forward. */
  readonly shift?: Shift | null
}

/** Two parts about one piece, and how many parts of the other side the one without a name stands for. */
interface Met {
  readonly x: Part
  readonly y: Part
  readonly piece: string | null
  readonly spread: 'none' | 'one' | 'many'
}

/**
 * What became of what a side announced: its version now against its own in an earlier deal. The engine compares
 * claims of one term only, for a verdict between parties (law L22). This is none: it sets one side's words beside its
 * own earlier ones on what the files call one subject, and where anything stands between the two, an undeclared word
 * or another question, it says that it cannot tell. `reversed` is said only where both are a promise of one kind, by
 * the same doer, of one statement and in force on one day, and the rules make them exclude each other.
 */
export function becameOf(now: Own, before: Own, words: JointWords): Became {
  const [xs, ys] = [partsOf(now), partsOf(before)]
  const met = metOf(xs, ys)
  const moves = met.flatMap(({ x, y, piece }) => movesOf(x, y, piece))
  if (met.length === 0)
    return { word: 'cannot-tell', moves: [], why: `there it was told in other pieces: ${quoted(ys)}` }
  const of = (own: Own, full: Part): Filled => ({
    full,
    said: own.version.parts.find((p) => p.name === full.name) ?? full,
  })
  const told = met.map((m): Outcome => {
    const outcome = ofPiece(m, againstOne(of(now, m.x), of(before, m.y), now, before, words))
    return met.length > 1 && m.piece !== null && outcome.why !== null
      ? { ...outcome, why: `of "${m.piece}", ${outcome.why}` }
      : outcome
  })
  const added = xs.filter((x) => !met.some((m) => m.x === x))
  const gone = ys.filter((y) => !met.some((m) => m.y === y))
  const news: Outcome[] = [
    ...added.map((part) => lone(part, 'widened', `new here: ${quoted([part])}`, words)),
    ...gone.map((part) => lone(part, 'narrowed', `not told here: ${quoted([part])}`, words)),
  ]
  const came = together([...told, ...news])
  const shift = came.word === 'same' ? shiftOf(met.map(({ x, y }) => [x, y] as const)) : null
  return { ...came, moves, shift }
}

/** What a piece of one side alone comes to: a denial in it is no more, nor is what is on file in words alone. */
function lone(part: Part, word: 'widened' | 'narrowed', why: string, { vocabulary }: JointWords): Outcome {
  if (part.slots.size === 0) return { word: 'cannot-tell', why: `${why}, in words alone` }
  const denies = [...part.slots.values()].some(
    ({ stated }) => saysNo(stated, vocabulary) || (facetOf(stated.facet) as Facet).denies(stated.value),
  )
  return { word: denies ? 'changed' : word, why }
}

const quoted = (parts: readonly Part[]): string =>
  parts.map((part) => `"${part.name ?? 'the rest'}"`).join(', ')

/** The parts of a version, with what the term assumes. */
const partsOf = ({ version, term }: Own): Part[] =>
  version.parts.map((part) => (part.slots.size === 0 ? part : { ...part, slots: filled(part, term.assume) }))

/** The parts that are about one piece, by the rule by which two sides' parts meet. */
function metOf(xs: readonly Part[], ys: readonly Part[]): Met[] {
  const pairs = xs.flatMap((x) => ys.filter((y) => partsMeet(x, y, xs, ys)).map((y) => ({ x, y })))
  return pairs.map(({ x, y }): Met => {
    const others = pairs.filter((p) => (x.name === null ? p.x === x : p.y === y)).length
    const spread = x.name === y.name ? 'none' : others > 1 ? 'many' : 'one'
    return { x, y, piece: x.name ?? y.name, spread }
  })
}

/** What came of a piece, where one side tells by itself what the other tells with the rest. */
function ofPiece({ x, y, spread }: Met, outcome: Outcome): Outcome {
  const { word, sameReach } = outcome
  if (spread === 'none' || word === 'cannot-tell') return outcome
  const alone = `${x.name === null ? 'there' : 'here'} of "${x.name ?? y.name}" alone`
  // Of all that was promised, one piece alone is another now.
  if (word === 'reversed') return { word: 'changed', why: alone }
  if (spread === 'one') return { ...outcome, why: outcome.why ?? alone }
  if ([x, y].some(countsUp))
    return { word: 'cannot-tell', why: 'how much of it is for each piece is not said' }
  if (word === 'same' || word === 'changed') return outcome
  // Pieces that each reach less far may together reach as far as the whole.
  const surely = sameReach === true || word === (x.name === null ? 'narrowed' : 'widened')
  return surely ? outcome : { word: 'cannot-tell', why: 'only one of the two tells it piece by piece' }
}

/** Whether a part names an amount, of which each piece may be a share. */
const countsUp = (part: Part): boolean =>
  (part.slots.get('measure')?.stated.value as Measure | undefined)?.value.kind === 'amount'

/** What several parts come to. */
function together(outcomes: readonly Outcome[]): Pick<Outcome, 'word' | 'why'> {
  const of = (word: BecameWord): Outcome | undefined => outcomes.find((o) => o.word === word)
  const one = of('reversed') ?? of('cannot-tell') ?? of('changed')
  if (one) return { word: one.word, why: one.why }
  const [less, more] = [of('narrowed'), of('widened')]
  if (less && more) {
    const whys = [more.why, less.why].filter((why) => why !== null)
    return {
      word: 'changed',
      why: whys.length === 2 ? whys.join('; ') : 'in one piece it says more, in another less',
    }
  }
  const { word } = less ?? more ?? { word: 'same' as const }
  const whys = [...new Set(outcomes.flatMap((o) => (o.word === word && o.why !== null ? [o.why] : [])))]
  return { word, why: whys.length > 0 ? whys.join('; ') : null }
}
