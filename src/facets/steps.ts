import { type Facet, oneText, type ParseContext } from '../facet.ts'
import { NARROWER, WIDER } from '../relation.ts'
import { intersection, relateFinite, unionOf } from '../sets/finite.ts'
import { type Ladder, type Manner, rungOf, rungs } from '../sets/ladder.ts'
import { cut, orList } from '../words.ts'
import { didYouMean } from './advice.ts'
import { type Act, printManner, readManner } from './act.ts'

/** A word of a fixed ladder, as it was said. */
export interface Step extends Act {
  /** The rungs that several words at once leave. */
  readonly rungs?: ReadonlySet<number>
}

/**
 * A facet whose words stand on one ladder that every deal shares. `capped` words say at most: they leave every rung
 * up to the step they name.
 */
export function ladderFacet(spec: {
  readonly name: string
  readonly means: string
  readonly rule: string
  readonly about: string
  readonly examples: readonly string[]
  readonly ladder: Ladder
  readonly words: readonly string[]
  readonly manners: readonly Manner[]
  /** What to write for words that are none of these. */
  readonly advice: (text: string) => string | null
  readonly capped?: { readonly word: string; readonly at: string }
  /** Whether two versions agree where only one of them states it. */
  readonly optional?: boolean
  /** Words that say so little that a side which says none of the ladder has said more. */
  readonly weak?: readonly string[]
}): Facet<Step> {
  const { name, ladder, words, capped } = spec
  const set = (step: Step): ReadonlySet<number> => {
    if (step.rungs) return step.rungs
    if (capped && step.word === capped.word) {
      const top = rungOf(ladder, capped.at) as number
      return new Set(Array.from({ length: top + 1 }, (_, rung) => rung))
    }
    return rungs(ladder, step.word, step.manner)
  }
  const expects = orList(words)
  const parse = (given: Parameters<Facet['parse']>[0], { report }: ParseContext) => {
    const found = oneText(given(name), expects, report)
    if (!found) return []
    const value = readManner(found.text)
    const place = found.place
    if (!words.includes(value.word)) {
      report({
        rule: 'unknown-word',
        place,
        message: `"${cut(value.word)}" is no ${name}; expected ${expects}.`,
        meant: () => {
          const help = spec.advice(found.text)
          return help === null ? didYouMean(value.word, words) : { help }
        },
      })
      return []
    }
    if (!spec.manners.includes(value.manner)) {
      report({
        rule: 'bad-value',
        place,
        message: `"${cut(found.text)}": \`${value.manner}\` does not go with ${name}; expected ${expects}.`,
      })
      return []
    }
    if (set(value).size === 0) {
      report({
        rule: 'empty-set',
        place,
        message: `"${cut(found.text)}" leaves nothing that could be; expected a word that does.`,
      })
      return []
    }
    return [{ facet: name, axis: null, value, text: printManner(value), place }]
  }
  return {
    name,
    role: 'content',
    unit: name,
    means: spec.means,
    rule: spec.rule,
    keys: [{ key: name, about: spec.about, expects, examples: spec.examples, schema: { type: 'string' } }],
    parse,
    relate: (a, b) =>
      a !== null && b !== null
        ? { possible: relateFinite(set(a), set(b)) }
        : {
            possible: a === null ? WIDER : NARROWER,
            noted: spec.optional === true && !spec.weak?.includes((a ?? b)?.word ?? ''),
          },
    print: (value) => ({ [name]: printManner(value) }),
    denies: (value) => value.manner !== 'at least' || value.word === ladder.floor,
    step: (value) => (value.manner === 'not' || value.rungs ? null : value.word),
    meet: (a, b) => within(a, intersection(set(a), set(b))),
    join: (a, b) => within(a, unionOf(set(a), set(b))) ?? undefined,
    cap: (value) => ({ ...value, manner: 'only' }),
  }
}

const within = (step: Step, left: ReadonlySet<number>): Step | null =>
  left.size === 0 ? null : { ...step, rungs: left }
