import type { Place } from '../../place.ts'
import type { DealChange, EntryChange, FieldChange, WordingRun } from '../../report/report.ts'
import { absentWords, entryWords, fieldWords, tellingFacets } from '../text/changes-words.ts'
import { literal, short } from './escape.ts'

/** `how much: 10% → 24%`; of what is new or gone only the one value. */
export function fieldText(
  { field, axis = null, before, after }: FieldChange & { readonly axis?: string | null },
  state: EntryChange['state'] | 'renamed',
): string {
  const label = `${literal(fieldWords(field, axis, [before, after]))}: `
  const value = (text: string | null, side: 'before' | 'after'): string =>
    text === null ? `_${absentWords(field, side)}_` : literal(short(text))
  if (state === 'added' || before === after) return label + value(after, 'after')
  if (state === 'removed') return label + value(before, 'before')
  return `${label}${value(before, 'before')} → ${value(after, 'after')}`
}

/** A wording, struck through what is gone and underlined what is new; plain where the whole of it is one or the other. */
function wordingText(runs: readonly WordingRun[], state: EntryChange['state']): string {
  return runs
    .map(({ text, only }) => {
      if (only === null || state !== 'edited') return literal(short(text))
      const name = only === 'before' ? 'del' : 'ins'
      return `<${name}>${literal(short(text))}</${name}>`
    })
    .join('')
}

/** One claim, silence or report below its term, each thing that changed of it on its own line. */
export function entryItems(deal: DealChange, entry: EntryChange, at: (place: Place) => string): string[] {
  const { state, says, quote } = entry
  const head = entryWords(deal, entry).map((text) => literal(short(text)))
  return [
    `  - ${state}: ${head.join(', ')} · ${at(entry.place)}`,
    ...tellingFacets(entry).map((facet) => `    - ${fieldText(facet, state)}`),
    ...(says === null ? [] : [`    - ${wordingText(says, state)}`]),
    ...(quote === null ? [] : [`    - “${wordingText(quote, state)}”`]),
  ]
}
