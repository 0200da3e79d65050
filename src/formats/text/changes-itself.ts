import { capital, the } from '../../names.ts'
import type { DealChange } from '../../report/report.ts'
import { type Changed, couldBeWords } from './changes-words.ts'

/** What became of a term beside its verdict: the sentence it is told in, and what a side said against its own word. */

/** A side that is against itself in another way than it was: null where it was not, or no longer is. */
export interface AgainstItself {
  readonly before: string | null
  readonly after: string | null
}

/** Whose sentence it is, by the name it begins with; empty where it begins with none. */
const sideOf = ({ parties }: DealChange, sentence: string): string =>
  parties.find(({ short }) => sentence.startsWith(`${capital(the(short))} `))?.id ?? ''

/** A sentence that came where one of the same side went is that one, edited. */
export function againstItself({ deal, term }: Changed): AgainstItself[] {
  const [old, now] = [term.before?.itself ?? [], term.after?.itself ?? []]
  const gone = old.filter((sentence) => !now.includes(sentence))
  const came = now.filter((sentence) => !old.includes(sentence))
  const left = [...gone]
  const pairs = came.map((after): AgainstItself => {
    const at = left.findIndex((before) => sideOf(deal, before) === sideOf(deal, after))
    const [before = null] = at === -1 ? [] : left.splice(at, 1)
    return { before, after }
  })
  return [...pairs, ...left.map((before) => ({ before, after: null }))]
}

/** That in words; a term that is gone is against nothing any more, which need not be said. */
export const againstItselfWords = (changed: Changed): string[] =>
  changed.term.after === null
    ? []
    : againstItself(changed).flatMap(({ before, after }) => {
        // What is new was never otherwise.
        if (changed.term.before === null) return [`against itself: ${after}`]
        if (before === null) return [`now against itself: ${after}`]
        if (after === null) return [`no longer against itself; before: ${before}`]
        return [`still against itself, was: ${before}`, `is: ${after}`]
      })

const told = (standing: Changed['term']['before']): string =>
  [standing?.sentence ?? '', couldBeWords(standing)].filter((text) => text !== '').join(' ')

/** The verdict in a sentence at both revisions, of a term that keeps it and is told otherwise; else nothing. */
export function retold({ term: { before, after } }: Changed): readonly [string, string] | null {
  if (before === null || after === null) return null
  const [was, is] = [told(before), told(after)]
  return was === is ? null : [was || 'nothing', is || 'nothing']
}
