import type { Vocabulary } from '../vocabulary.ts'
import { cut } from '../words.ts'
import { nearTo, type Placed, type Reader } from './shape.ts'

/** A change is counted against a level, and a level is no change itself. */
export function checkLevel(
  name: string,
  of: Placed<string>,
  bases: Vocabulary['bases'],
  { report }: Reader,
): void {
  const level = bases.get(of.value)
  if (level === undefined)
    report({
      rule: 'unknown-word',
      place: of.place,
      message: `"${cut(of.value)}" is no basis of the vocabulary; expected the level of which "${cut(name)}" counts a change.`,
      meant: () => nearTo(of.value, [...bases.keys()]),
    })
  else if (level.of !== null)
    report({
      rule: 'bad-value',
      place: of.place,
      message: `"${cut(of.value)}" counts a change itself; expected a level, such as all duties added up.`,
    })
}
