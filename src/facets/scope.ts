import type { Stated } from '../deal.ts'
import { collect, expects, type Kind, type Said, UNPLACED } from './scope/said.ts'
import { type Facet, type Given, type ParseContext } from '../facet.ts'
import { ANY, DISJOINT, EQUAL, MEET, NARROWER, OVERLAP, type Possible, WIDER } from '../relation.ts'
import { difference, intersection, relateFinite, unionOf } from '../sets/finite.ts'
import { leavesOf, universeOf } from '../sets/hierarchy.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { cut } from '../words.ts'

/** What a claim says of one axis of scope. */
export interface Scope {
  readonly axis: string
  /** The words as they were said. */
  readonly words: readonly string[]
  readonly only: readonly string[]
  readonly not: readonly string[]
  readonly except: readonly string[]
  /** The leaves that it surely reaches, and those that a vague word may add. */
  readonly reach: ReadonlySet<string>
  readonly may: ReadonlySet<string>
  readonly vague: ReadonlySet<string>
  /** The leaves for which the claim is denied, by `only` or `not`; and those for which a vague word may deny it. */
  readonly denied: ReadonlySet<string>
  readonly mayDeny: ReadonlySet<string>
}

const reachOf = (v: Vocabulary, axis: string, words: readonly string[]): Set<string> => {
  const found = v.axes.get(axis)
  const out = new Set<string>()
  for (const w of words) if (found && !v.vague.has(w)) for (const leaf of leavesOf(found, w)) out.add(leaf)
  return out
}

/** What a claim says of an axis, as sets; null where nothing is left of it. */
function denote(v: Vocabulary, axis: string, said: readonly Said[]): Scope | null {
  const of = (kind: Kind) => [...new Set(said.filter((s) => s.kind === kind).map((s) => s.word))]
  const [words, only, not, except] = [of('words'), of('only'), of('not'), of('except')]
  const found = v.axes.get(axis)
  const all = found ? universeOf(found) : new Set<string>()
  const vague = new Set([...words, ...only].filter((w) => v.vague.has(w)))
  const named = [...words, ...only]
  // What the axis as a whole reaches is named by `not` or `except` alone.
  const positive = named.length > 0 ? reachOf(v, axis, named) : all
  const [hides, hidden] = [
    unionOf(mayReach(v, axis, not, all), mayReach(v, axis, except, all)),
    reachOf(v, axis, [...not, ...except]),
  ]
  const reach = difference(difference(positive, hidden), hides)
  const may = difference(
    unionOf(mayReach(v, axis, [...vague], all), intersection(positive, hides)),
    unionOf(hidden, reach),
  )
  const rest = only.length > 0 ? difference(all, positive) : new Set<string>()
  const denied = unionOf(difference(rest, mayReach(v, axis, only, all)), reachOf(v, axis, not))
  const mayDeny = unionOf(intersection(rest, mayReach(v, axis, only, all)), mayReach(v, axis, not, all))
  // A vague word without a place may rule out whatever the other side speaks of.
  if (axis === UNPLACED && only.length + not.length > 0) mayDeny.add(UNPLACED)
  if (reach.size === 0 && may.size === 0 && axis !== UNPLACED) return null
  return { axis, words, only, not, except, reach, may, vague, denied, mayDeny }
}

/** The leaves that vague words among these may reach: those of their parents, or of the axis where they have none. */
function mayReach(
  v: Vocabulary,
  axis: string,
  words: readonly string[],
  all: ReadonlySet<string>,
): Set<string> {
  const out = new Set<string>()
  for (const w of words.filter((x) => v.vague.has(x))) {
    const parents = [...(v.axes.get(axis)?.children ?? [])]
      .filter(([, below]) => below.has(w))
      .map(([p]) => p)
    for (const leaf of parents.length > 0 ? reachOf(v, axis, parents) : all) out.add(leaf)
  }
  return out
}

const show = (s: Scope): string =>
  [
    ...s.words,
    ...s.only.map((w) => `only ${w}`),
    ...s.not.map((w) => `not ${w}`),
    ...s.except.map((w) => `except ${w}`),
  ].join(', ')

function parse(given: Given, context: ParseContext): readonly Stated[] {
  const said = collect(given, context)
  const out: Stated[] = []
  for (const axis of new Set(said.map((s) => axisOf(context.vocabulary, s.word)))) {
    const here = said.filter((s) => axisOf(context.vocabulary, s.word) === axis)
    const first = here[0] as Said
    const value = denote(context.vocabulary, axis, here)
    if (value) out.push({ facet: 'scope', axis, value, text: show(value), place: first.place })
    else
      context.report({
        rule: 'empty-set',
        place: first.place,
        message: `"${cut(here.map((s) => s.word).join(', '))}" leaves nothing of the scope; expected something to reach.`,
      })
  }
  return out
}
const axisOf = (v: Vocabulary, word: string): string => v.axisOf.get(word) ?? UNPLACED

/** A vague word is equal to itself, inside its parent, and otherwise unknown: bounded from below and above. */
export function relateScopes(a: Scope, b: Scope): Possible {
  const shared = intersection(a.vague, b.vague)
  const tokens = new Set([...shared].map((w) => `~${w}`))
  if (
    a.vague.size === shared.size &&
    b.vague.size === shared.size &&
    relateFinite(a.reach, b.reach) === EQUAL
  )
    return EQUAL
  if (a.vague.size === 0 && b.vague.size === 0) return relateFinite(a.reach, b.reach)
  const [lowA, lowB] = [unionOf(a.reach, tokens), unionOf(b.reach, tokens)]
  const [highA, highB] = [unionOf(lowA, a.may), unionOf(lowB, b.may)]
  const inside = (x: ReadonlySet<string>, y: ReadonlySet<string>): boolean =>
    [...x].every((leaf) => y.has(leaf))
  const meets = (x: ReadonlySet<string>, y: ReadonlySet<string>): boolean =>
    [...x].some((leaf) => y.has(leaf))
  if (!meets(highA, highB)) return a.axis === UNPLACED ? ANY : DISJOINT
  if (b.vague.size === 0 && inside(highA, b.reach)) return NARROWER
  if (a.vague.size === 0 && inside(highB, a.reach)) return WIDER
  let out = ANY
  if (meets(lowA, lowB)) out &= ~DISJOINT
  if (!inside(lowA, highB)) out &= ~(EQUAL | NARROWER)
  if (!inside(lowB, highA)) out &= ~(EQUAL | WIDER)
  return out || OVERLAP
}

export const scope: Facet<Scope> = {
  name: 'scope',
  role: 'region',
  unit: 'scope',
  means: 'What a claim reaches: goods, users, places, each an axis of its own.',
  rule: 'Words stand for what is below them in the hierarchy, and an unnamed rest. Stated on one side only, the other names no limit: that is never called narrower. A vague word is inside its parent and otherwise unknown. `only` and `not` deny the rest: that is a claim of its own.',
  keys: [
    {
      key: 'scope',
      about:
        'What the claim reaches, exactly: words, or by axis. `only WORD` denies the rest of its axis, `not WORD` reaches all of it but WORD and denies it there.',
      expects,
      examples: ['rare earths', 'only civilian users', 'not us military users'],
      schema: {
        anyOf: [
          { type: 'string' },
          { type: 'array', items: { type: 'string' }, minItems: 1 },
          { type: 'object' },
        ],
      },
    },
    {
      key: 'except',
      about: 'Words taken out of the scope; nothing is said of them.',
      expects,
      examples: ['gallium'],
      schema: {
        anyOf: [
          { type: 'string' },
          { type: 'array', items: { type: 'string' }, minItems: 1 },
          { type: 'object' },
        ],
      },
    },
  ],
  parse,
  relate: (a, b, { scoped }) => {
    if (a && b) return { possible: relateScopes(a, b) }
    const one = a ?? b
    // A vague word without a place could lie outside whatever the other side names.
    const other = a ? scoped[1] : scoped[0]
    return { possible: one?.axis === UNPLACED && other ? ANY : MEET, code: 'names-limit' }
  },
  print: (s) => ({
    ...(s.words.length + s.only.length + s.not.length > 0
      ? { scope: [...s.words, ...s.only.map((w) => `only ${w}`), ...s.not.map((w) => `not ${w}`)] }
      : {}),
    ...(s.except.length > 0 ? { except: s.except } : {}),
  }),
  denies: (s) => s.only.length > 0 || s.not.length > 0,
  meet: (a, b) => {
    if (a.vague.size > 0 || b.vague.size > 0) return undefined
    const reach = intersection(a.reach, b.reach)
    const denied = unionOf(a.denied, b.denied)
    return reach.size === 0 ? null : { ...a, reach, denied, words: [...new Set([...a.words, ...b.words])] }
  },
  join: (a, b) => ({ ...a, reach: unionOf(a.reach, b.reach), words: [...new Set([...a.words, ...b.words])] }),
}
