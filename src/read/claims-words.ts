import { actsOf } from '../facets/act.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { normalWord, orList } from '../words.ts'

/** The words of each kind that a deal file can declare: a file of claims cannot. */
const kinds: readonly (readonly [kind: RegExp, name: string, words: (v: Vocabulary) => Iterable<string>])[] =
  [
    [/\bbases: /, 'bases', (v) => v.bases.keys()],
    [/\bconditions: /, 'conditions', (v) => v.conditions.keys()],
    [/\bevents: /, 'events', (v) => v.events.keys()],
    [/\baxes: /, 'words of scope', (v) => [...v.axisOf.keys(), ...v.vague]],
    [/\bladders: /, 'acts', (v) => actsOf(v)],
  ]

/** More words than a line of help can hold. */
const MOST = 8

/** The help of a finding in a deal file, as it is of use to the author of a file of claims. */
export function helpForClaims(help: string, message: string, path: string, vocabulary: Vocabulary): string {
  const kind = /^Declare (?:it|the event)\b/.test(help)
    ? kinds.find(([shape]) => shape.test(help))
    : undefined
  if (!kind) return help.replace('at the top of the file', `at the top of ${path}`)
  const [, name, wordsOf] = kind
  const tokens = normalWord(/^"([^"]*)"/.exec(message)?.[1] ?? '').split(/[ -]+/)
  const alike = (word: string): boolean =>
    normalWord(word)
      .split(/[ -]+/)
      .some((t) => tokens.includes(t))
  const all = [...new Set(wordsOf(vocabulary))]
  const words = [...all.filter(alike), ...all.filter((word) => !alike(word))]
  return words.length === 0
    ? `A file of claims declares no words, and the deal has no ${name}.`
    : `A file of claims declares no words; expected one of the deal’s ${name}: ${orList(words, MOST)}.`
}
