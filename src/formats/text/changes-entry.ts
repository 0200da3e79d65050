import type { DealChange, EntryChange, FieldChange, SourceChange, WordChange } from '../../report/report.ts'
import { type Place, placeText } from '../../place.ts'
import {
  absentWords,
  entryWords,
  fieldWords,
  kindWords,
  tellingFacets,
  wordGroups,
  wordingWords,
  wordValue,
} from './changes-words.ts'
import { shortDate } from './dates.ts'
import { addressLines, edges, line, prose, quoted, type Sheet, sideBySide, span } from './sheet.ts'
import type { Line } from './width.ts'

const styles = {
  added: 'added',
  removed: 'removed',
  edited: 'strong',
  renamed: 'strong',
  moved: 'strong',
} as const
/** So that what stands behind the words `added`, `removed` and `edited` is in one column. */
const STATE = 9

/** Where that stands which is told of it: below its name, where the page has room for that. */
const deeperBy = (sheet: Sheet): number => (sideBySide(sheet) ? STATE : 2)

/** A line that says what became of something; its place at the right edge where that is asked for. */
function stateLine(
  sheet: Sheet,
  state: keyof typeof styles,
  text: Line,
  place: Place | null,
  indent: number,
): Line[] {
  const lead = [span(state.padEnd(STATE), styles[state])]
  return place === null || !sheet.verbose
    ? prose(sheet, text, indent, lead)
    : edges(sheet, text, span(placeText(place), 'faint'), indent, lead)
}

/** `how much: 10% → 24%`; of what is new or gone only the one value. */
function fieldLine(
  sheet: Sheet,
  change: FieldChange & { readonly axis?: string | null },
  state: keyof typeof styles,
): Line {
  const { field, axis = null, before, after } = change
  const label = span(`${fieldWords(field, axis, [before, after])}: `, 'faint')
  const none = (side: 'before' | 'after'): Line[number] => span(absentWords(field, side), 'faint')
  if ((state === 'added' || before === after) && after !== null) return [label, span(after)]
  if (state === 'removed' && before !== null) return [label, span(before)]
  return [
    label,
    before === null ? none('before') : span(before),
    span(` ${sheet.mark.arrow} `),
    after === null ? none('after') : span(after, 'strong'),
  ]
}

/** Keys one below the other, as many as one line takes beside each other. */
export const fieldLines = (
  sheet: Sheet,
  changes: readonly (FieldChange & { readonly axis?: string | null })[],
  state: keyof typeof styles,
  indent: number,
): Line[] => changes.flatMap((change) => prose(sheet, fieldLine(sheet, change, state), indent))

/** One wording, what is gone and what is new marked. */
function wordingLines(
  sheet: Sheet,
  runs: EntryChange['says'],
  state: EntryChange['state'],
  marks: readonly [string, string],
  indent: number,
): Line[] {
  if (runs === null) return []
  const words = wordingWords(runs, state).map((run) => span(run.text, run.state ?? undefined))
  return prose(sheet, [span(marks[0]), ...words, span(marks[1])], indent)
}

/** One claim, silence or report: what became of it, key by key, and its words. */
export function entryLines(sheet: Sheet, deal: DealChange, entry: EntryChange, indent: number): Line[] {
  const { state, says, quote, url } = entry
  const head = line(entryWords(deal, entry).join(` ${sheet.mark.dot} `))
  const deeper = indent + deeperBy(sheet)
  return [
    ...stateLine(sheet, state, head, entry.place, indent),
    ...fieldLines(sheet, tellingFacets(entry), state, deeper),
    ...wordingLines(sheet, says, state, ['', ''], deeper),
    ...wordingLines(sheet, quote, state, [sheet.mark.open, sheet.mark.close], deeper),
    ...(entry.newQuote !== null || sheet.verbose ? addressLines(sheet, url, deeper) : []),
  ]
}

/** A statement that was added, removed or edited. */
export function sourceLines(sheet: Sheet, source: SourceChange, indent: number): Line[] {
  const head: Line = [
    span(`${source.by} ${sheet.mark.dot} ${shortDate(source.date, null)} `),
    span(source.was === null ? source.id : `${source.was} ${sheet.mark.arrow} ${source.id}`, 'faint'),
  ]
  const whole = source.state === 'added' || source.state === 'removed'
  const fields = !whole || sheet.verbose ? source.fields : []
  return [
    ...stateLine(sheet, source.state, head, source.place, indent),
    ...fieldLines(sheet, fields, source.state, indent + deeperBy(sheet)),
    ...(source.state === 'added' || sheet.verbose
      ? addressLines(sheet, source.url, indent + deeperBy(sheet))
      : []),
  ]
}

/** A word of a vocabulary, and what became of what it says. */
function wordLines(sheet: Sheet, word: WordChange, indent: number): Line[] {
  const name: Line = [span(`${kindWords(word.kind)} `, 'faint'), span(quoted(sheet, word.word))]
  const value = wordValue(word)
  const below: Line =
    word.state === 'edited'
      ? [
          span(word.before ?? 'nothing'),
          span(` ${sheet.mark.arrow} `),
          span(word.after ?? 'nothing', 'strong'),
        ]
      : line(value ?? '')
  return [
    ...stateLine(sheet, word.state, name, word.place, indent),
    ...(value === null && word.state !== 'edited' ? [] : prose(sheet, below, indent + deeperBy(sheet))),
  ]
}

/** Words of a vocabulary that were added, removed or edited; those of one kind together, unless each is asked for. */
export const wordsLines = (sheet: Sheet, words: readonly WordChange[], indent: number): Line[] =>
  wordGroups(words).flatMap((group) => {
    const [first] = group
    if (group.length === 1 || sheet.verbose) return group.flatMap((word) => wordLines(sheet, word, indent))
    const names = group.map(({ word }) => quoted(sheet, word)).join(', ')
    const text: Line = [span(`${kindWords(first.kind)} `, 'faint'), span(names)]
    return stateLine(sheet, first.state, text, null, indent)
  })
