import { type Given, type ParseContext, texts } from '../../facet.ts'
import type { Place } from '../../place.ts'
import { nearest, normalWord } from '../../words.ts'

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
      const near = nearest(said, [...vocabulary.axisOf.keys(), ...vocabulary.vague])
      report({
        rule: 'unknown-word',
        place,
        message:
          of === undefined
            ? `"${said}" is no word of scope; expected ${expects}.`
            : `"${said}" is of the axis ${of}; expected a word of ${axis}.`,
        help:
          near && near !== said
            ? `Did you mean "${near}"?`
            : 'Declare it: words: { axes: { goods: [ … ] } }.',
      })
    } else if (m && kind !== 'words')
      report({
        rule: 'bad-value',
        place,
        message: `"${text}": \`${m[1]}\` stands inside \`${kind}\`; expected the word alone.`,
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
        const near = nearest(name, [...vocabulary.axes.keys(), 'only', 'not'])
        report({
          rule: 'unknown-key',
          place: keyPlace,
          message: `"${key}" is no axis of scope; expected ${[...vocabulary.axes.keys()].join(', ')}, only or not.`,
          ...(near ? { help: `Did you mean \`${near}\`?` } : {}),
        })
      }
    }
  }
  walk(given('scope'), 'words', null, 0)
  walk(given('except'), 'except', null, 0)
  return out
}
