import type { Facet, ParseContext } from '../facet.ts'
import { oneText } from '../facet.ts'
import { ANY, canBe, DISJOINT, EQUAL, NARROWER, OVERLAP, type Possible, WIDER } from '../relation.ts'
import { intersection, relateFinite, unionOf } from '../sets/finite.ts'
import { type Ladder, type Manner, rungOf, rungs } from '../sets/ladder.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { cut, normalWord } from '../words.ts'
import { actAdvice, didYouMean } from './advice.ts'

export interface Act {
  readonly word: string
  readonly manner: Manner
  /** The rungs of one ladder that several words at once leave. */
  readonly within?: { readonly ladder: Ladder; readonly rungs: ReadonlySet<number> }
}

/** Every act that a vocabulary has. */
export const actsOf = (v: Vocabulary): Set<string> =>
  new Set([
    ...v.ladders.flatMap((l) => [...l.steps, ...(l.floor === null ? [] : [l.floor])]),
    ...v.opposites.flat(),
  ])

/** The ladders that a word stands on; a word of its own is a ladder of one step. */
const laddersOf = (v: Vocabulary, word: string): readonly Ladder[] => {
  const found = v.ladders.filter((l) => rungOf(l, word) !== null)
  return found.length ? found : [{ floor: null, steps: [word] }]
}

/** The rungs on which an act leaves things. */
const rungsOfAct = (ladder: Ladder, act: Act): ReadonlySet<number> =>
  act.within?.ladder === ladder ? act.within.rungs : rungs(ladder, act.word, act.manner)

/** The ladder on which both stand, where there is just one. */
function sharedLadder(v: Vocabulary, a: Act, b: Act): Ladder | null {
  const shared = laddersOf(v, a.word).filter((l) => rungOf(l, b.word) !== null)
  return shared.length === 1 ? (shared[0] ?? null) : null
}

/** Two acts of one side on their one shared ladder; undefined where they share none, null where nothing is left. */
function onShared(v: Vocabulary, a: Act, b: Act, of: typeof intersection<number>): Act | null | undefined {
  const ladder = sharedLadder(v, a, b)
  if (!ladder) return undefined
  const left = of(rungsOfAct(ladder, a), rungsOfAct(ladder, b))
  return left.size === 0 ? null : { ...a, within: { ladder, rungs: left } }
}

/** The act and every step that it includes, on any of its ladders. */
const included = (v: Vocabulary, act: Act): Set<string> => {
  const out = new Set([act.word])
  for (const l of laddersOf(v, act.word))
    for (const step of l.steps.slice(0, rungOf(l, act.word) ?? 0)) out.add(step)
  return out
}

const opposed = (v: Vocabulary, a: Act, b: Act): boolean => {
  if (a.manner === 'not' || b.manner === 'not') return false
  const [x, y] = [included(v, a), included(v, b)]
  return v.opposites.some(([p, q]) => (x.has(p) && y.has(q)) || (x.has(q) && y.has(p)))
}

/**
 * How the acts stand: by the rungs of the ladders they share, disjoint where they are opposites, else unknown.
 * Ladders that they share and that differ leave open which of them is meant.
 */
export function relateActs(v: Vocabulary, a: Act, b: Act): Possible {
  if (a.word === b.word && a.manner === b.manner && !a.within && !b.within) return EQUAL
  let out = 0
  const shared = new Set([...laddersOf(v, a.word), ...(a.word === b.word ? [] : laddersOf(v, b.word))])
  for (const ladder of shared)
    if (rungOf(ladder, a.word) !== null && rungOf(ladder, b.word) !== null)
      out |= relateFinite(rungsOfAct(ladder, a), rungsOfAct(ladder, b))
  if (out !== 0) return out
  return opposed(v, a, b) ? DISJOINT : ANY
}

/** Whether the two between them leave nothing else that could be done: needed to judge two negations. */
export function exhaustive(v: Vocabulary, a: Act, b: Act): boolean {
  const ladder = laddersOf(v, a.word).find((l) => rungOf(l, b.word) !== null)
  if (!ladder) return false
  const both = new Set([...rungsOfAct(ladder, a), ...rungsOfAct(ladder, b)])
  return both.size === ladder.steps.length + 1
}

/** Whether a word denies every step of a ladder. */
export const isFloor = (v: Vocabulary, word: string): boolean => v.ladders.some((l) => l.floor === word)

/** Reads `WORD`, `only WORD`, `not WORD`. */
export function readManner(text: string): Act {
  const m = /^(only|not)\s+(.+)$/i.exec(text.trim())
  return m?.[1] && m[2]
    ? { word: normalWord(m[2]), manner: m[1].toLowerCase() as Manner }
    : { word: normalWord(text), manner: 'at least' }
}

export const printManner = (act: Act): string =>
  act.manner === 'at least' ? act.word : `${act.manner} ${act.word}`

const expects = 'an act of the vocabulary, such as suspend, "only suspend" or "not remove"'

function parse(given: (key: string) => Parameters<typeof oneText>[0], context: ParseContext) {
  const found = oneText(given('act'), expects, context.report)
  if (!found) return []
  const act = readManner(found.text)
  const known = actsOf(context.vocabulary)
  if (!known.has(act.word)) {
    const advice = (): { help: string } | null => {
      const help = actAdvice(found.text, known)
      return help === null ? didYouMean(act.word, known) : { help }
    }
    context.report({
      rule: 'unknown-word',
      place: found.place,
      message: `"${cut(act.word)}" is no act of the vocabulary; expected ${expects}.`,
      help: `Declare it on a ladder: words: { ladders: { act: [{ steps: [${/^[a-z ]{1,40}$/.test(act.word) ? act.word : '…'}] }] } }.`,
      meant: advice,
    })
    return []
  }
  return [{ facet: 'act', axis: null, value: act, text: printManner(act), place: found.place }]
}

export const act: Facet<Act> = {
  name: 'act',
  role: 'content',
  unit: 'act',
  means: 'What is done: a step of a ladder, in which each step includes the ones below it.',
  rule: 'A word means that step or any further; `only` no further; `not` neither that step nor further; a floor denies every step. Acts on no common ladder are unknown to each other, unless the vocabulary calls them opposites.',
  keys: [
    {
      key: 'act',
      about:
        'What is done: WORD (that step or any further on its ladder), only WORD (no further), not WORD (not that, nor further).',
      expects,
      examples: ['suspend', 'only suspend', 'not remove'],
      schema: { type: 'string' },
    },
  ],
  parse,
  relate: (a, b, { vocabulary }) => ({
    possible: a === null ? WIDER : b === null ? NARROWER : relateActs(vocabulary, a, b),
  }),
  print: (value) => ({ act: printManner(value) }),
  denies: (value) => value.manner !== 'at least',
  meet: (a, b, vocabulary) => onShared(vocabulary, a, b, intersection),
  join: (a, b, vocabulary) => onShared(vocabulary, a, b, unionOf) ?? undefined,
  step: (value) => (value.manner === 'not' || value.within ? null : value.word),
  cap: (value) => ({ ...value, manner: 'only' }),
}

/** What a side lets happen: the steps of an act, and with what force it binds. */
export type StanceSet = ReadonlySet<'must' | 'free' | 'must not'>

/**
 * Act and stance say one thing together, so they are judged together (standard deontic logic; von Wright 1951). A
 * state is the non-empty set P of outcomes that are left open; with S the outcomes of the act, `shall` says P ⊆ S,
 * `may` that P meets S, `shall not` that it does not, `no commitment` that P is not within S, `optional` that it
 * meets S and is not within it. "Must not remove" and "must keep" then do not clash, and neither do "may suspend"
 * and "may keep". The outcomes need no names: only which of the four regions of two sets are empty.
 */
export function relateDeontic(acts: Possible, a: StanceSet, b: StanceSet, nothingElse: boolean): Possible {
  let out = 0
  for (const acted of [EQUAL, NARROWER, WIDER, OVERLAP, DISJOINT]) {
    if (!canBe(acts, acted)) continue
    const regions: { inA: boolean; inB: boolean }[] = []
    if (acted !== DISJOINT) regions.push({ inA: true, inB: true })
    if (acted === WIDER || acted === OVERLAP || acted === DISJOINT) regions.push({ inA: true, inB: false })
    if (acted === NARROWER || acted === OVERLAP || acted === DISJOINT) regions.push({ inA: false, inB: true })
    if (!nothingElse) regions.push({ inA: false, inB: false })
    const [left, right] = [new Set<number>(), new Set<number>()]
    for (let open = 1; open < 1 << regions.length; open++) {
      const chosen = regions.filter((_, i) => open & (1 << i))
      if (a.has(deontic(chosen.map((c) => c.inA)))) left.add(open)
      if (b.has(deontic(chosen.map((c) => c.inB)))) right.add(open)
    }
    // A stance that no state satisfies (no commitment to what is certain anyway) says nothing.
    out |= left.size === 0 || right.size === 0 ? OVERLAP : relateFinite(left, right)
  }
  return out
}

const deontic = (inside: readonly boolean[]): 'must' | 'free' | 'must not' =>
  inside.every(Boolean) ? 'must' : inside.some(Boolean) ? 'free' : 'must not'
