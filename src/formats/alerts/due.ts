import { andList } from '../../names.ts'
import type { DueItem } from '../../report/due-report.ts'
import type { Alert } from '../alerts.ts'

/** What a date that is ahead, or one that passed and left no trace, is called; `--fail-on` has the shorter words. */
export const DUE = { ahead: 'due-ahead', unknown: 'due-unknown' } as const

/** Every one of these, and what it is, for the formats that list what they can say. */
export const dueMeanings: { readonly [word in keyof typeof DUE]: string } = {
  ahead: 'a deadline or an end of what was announced that is still ahead',
  unknown: 'a deadline or an end that has passed, and nothing on record says what became of it',
}

/** A date is told where it stands in its claim; one that passed and of which is known what became is done with. */
export function ofDue(item: DueItem, failOn: readonly string[]): Omit<Alert, 'key'>[] {
  const word = item.state === 'ahead' ? 'ahead' : item.finalFate === 'unknown' ? 'unknown' : null
  if (word === null) return []
  const failing = failOn.includes(word)
  const piece = item.parts.length === 0 ? '' : ` (${andList(item.parts)})`
  const fate =
    word === 'unknown'
      ? ' What became of it is not on record.'
      : item.finalFate === null || item.finalFate === 'unknown'
        ? ''
        : ` On record it is ${item.finalFate}.`
  const dates = item.sides.filter((s) => s.state === 'names').flatMap((s) => s.dates)
  return [
    {
      rule: DUE[word],
      level: failing ? 'error' : 'note',
      failing,
      title: `${DUE[word]}: ${item.deal} ${item.term}`,
      message: `${item.title}${piece}: ${item.sentence}${fate}`,
      help: null,
      place: item.place,
      file: item.place.path,
      related: dates
        .filter((d) => d.place !== item.place)
        .map((d) => ({ place: d.place, message: `named as ${d.text}`, excerpt: null })),
      about: `terms/${item.term}`,
      args: [item.parts.join(', '), item.kind, item.firstDay],
      excerpt: null,
      fix: [],
      suppressed: null,
    },
  ]
}
