import type { Row } from '../compare/rows.ts'
import type { Stated } from '../deal.ts'
import type { Choice } from '../facets/choice.ts'
import { NARROWER, surely, WIDER } from '../relation.ts'

/** The names of the two parties of a pair, as sentences use them. */
export interface Names {
  readonly a: string
  readonly b: string
}

/** One side of a row: who, and what that side says of it, in words. */
export interface Side {
  readonly name: string
  readonly text: string
  readonly stated: Stated | null
}

/** What the two sides of a row say. */
export const sidesOf = (row: Row, names: Names): readonly [Side, Side] => [
  { name: names.a, text: textOf(row.a), stated: row.a },
  { name: names.b, text: textOf(row.b), stated: row.b },
]

/** Who says more, and who less; null where neither lies within the other, or it is not known which does. */
export function byStrength(row: Row, names: Names): { readonly more: Side; readonly less: Side } | null {
  const [a, b] = sidesOf(row, names)
  if (surely(row.possible, NARROWER)) return { more: a, less: b }
  return surely(row.possible, WIDER) ? { more: b, less: a } : null
}

/** What both say, one after the other: a list on one side takes a semicolon to keep the two apart. */
export function bothSay(row: Row, names: Names): string {
  const [a, b] = sidesOf(row, names)
  const says = row.facet === 'choice' ? ' says' : ''
  const mark = /, | and /.test(`${a.text}${b.text}`) ? ';' : ','
  return `${a.name}${says} ${a.text}${mark} ${b.name}${says} ${b.text}`
}

/** What is stated, in the words of a sentence: answers in quotation marks, conditions with their `and`. */
export function textOf(stated: Stated | null): string {
  switch (stated?.facet) {
    case 'choice':
      return answersIn(stated.value as Choice)
    case 'conditions':
      return listed(stated.text.split(', '), 'and')
    default:
      return stated?.text ?? ''
  }
}

function answersIn({ answers, of, negated }: Choice): string {
  const [left, out] = [of.filter((word) => answers.has(word)), of.filter((word) => !answers.has(word))]
  return negated && out.length > 0
    ? out.map((word) => `not ${quoted(word)}`).join(' and ')
    : listed(left.map(quoted), 'or')
}

/** An answer may hold a quotation mark of its own, which must not end it. */
const quoted = (word: string): string => `"${word.replaceAll('"', "'")}"`

const listed = (words: readonly string[], last: string): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
