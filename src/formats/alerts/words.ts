import type { Standing, TermChange } from '../../report/report.ts'
import type { Verdict } from '../../verdict.ts'
import { visible } from '../escape.ts'

/** Longer texts are cut: a page of a CI server shows a fraction of it. */
const LONGEST = 4000

/** Text that may stand in any format: on one line, nothing hidden in it, not endless. */
export const plain = (text: string, most = LONGEST): string =>
  text.length <= most ? visible(text).trim() : `${visible(text.slice(0, most).replace(half, '')).trim()}…`

/** Half of a letter that was cut in two. */
const half = /[\uD800-\uDBFF]$/

/** As it stands in the file, save half letters, which no UTF-8 can hold. */
export const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd')

/** Ends as a sentence does. */
export const sentence = (text: string): string =>
  text === '' || /[.!?…]["”’)»]?$/.test(text) ? text : `${text}.`

/** What a term is, after "it was" and "it is". */
const states: { readonly [verdict in Verdict]: string } = {
  contradiction: 'a contradiction',
  'at-odds': 'at odds',
  missing: 'missing on one side',
  differs: 'a difference',
  unclear: 'undecided',
  agree: 'an agreement',
  'press-only': 'reported by the press alone',
}

const stateOf = ({ verdict }: Standing): string =>
  verdict === null ? 'announced by nobody' : states[verdict]

/** What became of a term's verdict, in a sentence or two. */
export function changeSentence({ before, after }: Pick<TermChange, 'before' | 'after'>): string {
  if (!after) return before ? `it was ${stateOf(before)}, and is removed.` : 'it is removed.'
  if (before && before.verdict === after.verdict && before.aside === after.aside)
    return `it was edited, and is ${stateOf(after)} as before. ${sentence(after.sentence)}`.trim()
  const now = before
    ? `it was ${stateOf(before)}, and is ${stateOf(after)} now`
    : `it is new, and ${stateOf(after)}`
  return `${now}. ${sentence(after.sentence)}`.trim()
}
