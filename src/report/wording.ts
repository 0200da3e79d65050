import { diffChars, diffWordsWithSpace } from 'diff'

/** A run of words that both wordings have, or only one. */
export interface Run {
  readonly text: string
  readonly only: 'a' | 'b' | null
}

/** More than this is no quote, and comparing it word by word would take for ever. */
const LONGEST = 600

/** Two wordings, word by word; letter by letter where a script has no spaces. */
export function compareWording(a: string, b: string): Run[] {
  if (a.length > LONGEST || b.length > LONGEST) return []
  const unspaced = /\p{Script=Han}/u.test(a + b)
  const changes = unspaced ? diffChars(a, b) : diffWordsWithSpace(a, b)
  return changes.map(({ value, added, removed }) => ({
    text: value,
    only: added ? 'b' : removed ? 'a' : null,
  }))
}
