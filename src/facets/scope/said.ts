import { type Given, type ParseContext, texts } from '../../facet.ts'
import type { Place } from '../../place.ts'
import { cut, normalWord, orList } from '../../words.ts'
import { didYouMean, scopeAdvice } from '../advice.ts'

/** The axis of vague words that the vocabulary gives no place: their reach could be anything. */
export const UNPLACED = 'unplaced'

/** What stands under `scope`, for messages. */
export const expects =
  'words of one axis of the vocabulary, each with `only` or `not` before it where the rest is denied'
const kinds = ['words', 'only', 'not', 'except'] as const
export type Kind = (typeof kinds)[number]
/** A word of scope, and in what manner it was said. */
export interface Said {
  readonly kind: Kind
  readonly word: string
  readonly place: Place
}

/** Every word said under `scope` and `except`, whichever way it is written. */
export function collect(given: Given, { vocabulary, report }: ParseContext): Said[] {
  const out: Said[] = []
  const put = (kind: Kind, text: string, place: Place, axis: string | null) => {
    const m = /^(only|not)\s+(.+)$/i.exec(text)
    const said = normalWord(m?.[2] ?? text)
    const of = vocabulary.axisOf.get(said) ?? (vocabulary.vague.has(said) ? UNPLACED : undefined)
    if (of === undefined || (axis !== null && of !== axis && of !== UNPLACED)) {
      const known = (word: string): boolean => vocabulary.axisOf.has(word) || vocabulary.vague.has(word)
      const advice = (): { help: string } | null => {
        if (of !== undefined) return null
        const help = scopeAdvice(text, known, vocabulary.axes.keys())
        return help === null ? didYouMean(said, [...vocabulary.axisOf.keys(), ...vocabulary.vague]) : { help }
      }
      report({
        rule: 'unknown-word',
        place,
        message:
          of === undefined
            ? `"${cut(said)}" is no word of scope; expected ${expects}.`
            : `"${said}" is of the axis ${of}; expected a word of ${axis}.`,
        help:
          of === undefined || of === UNPLACED
            ? 'Declare it: words: { axes: { goods: [ … ] } }.'
            : `Write \`scope: { ${of}: ${said} }\`.`,
        meant: advice,
      })
    } else if (m && kind !== 'words')
      report({
        rule: 'bad-value',
        place,
        message: `"${cut(text)}": \`${m[1]}\` stands inside \`${kind}\`; expected the word alone.`,
      })
    else out.push({ kind: m ? (m[1]?.toLowerCase() as Kind) : kind, word: said, place })
  }
  const walk = (node: ReturnType<Given>, kind: Kind, axis: string | null, depth: number): void => {
    if (!node) return
    if (node.kind !== 'map') {
      for (const { text, place } of texts(node, expects, report)) put(kind, text, place, axis)
      return
    }
    for (const { key, keyPlace, value } of node.entries) {
      const name = normalWord(key)
      if ((name === 'only' || name === 'not') && kind === 'words') walk(value, name, axis, depth + 1)
      else if (depth < 2 && axis === null && vocabulary.axes.has(name)) walk(value, kind, name, depth + 1)
      else {
        report({
          rule: 'unknown-key',
          place: keyPlace,
          message: `"${cut(key)}" is no axis of scope; expected ${orList([...vocabulary.axes.keys(), 'only', 'not'])}.`,
          meant: () => didYouMean(name, [...vocabulary.axes.keys(), 'only', 'not']),
        })
      }
    }
  }
  walk(given('scope'), 'words', null, 0)
  walk(given('except'), 'except', null, 0)
  return out
}
