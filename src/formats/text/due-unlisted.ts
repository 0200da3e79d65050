import { andList, capital } from '../../names.ts'
import type { DueReport, UndatedReport, UndividedReport } from '../../report/due-report.ts'
import type { DueView } from './due-view.ts'
import { oneFate } from './due-words.ts'
import { count } from './words.ts'

/** The heading of what is known of terms and settles none of their dates. */
export const UNDIVIDED = 'Known of the term, without saying of which of its dates:'

/** What is known of one of them; beyond so many (null: all), the latest, and how many more. */
export function undividedWords(view: DueView, { fates }: UndividedReport, most: number | null): string[] {
  const shown = most === null ? fates : fates.slice(-most)
  const more = fates.length - shown.length
  return [
    ...(more === 0 ? [] : [`${count(more, 'earlier entry', 'earlier entries')}.`]),
    ...shown.map((fate) => capital(oneFate(view, fate))),
  ]
}

const reasons: { readonly [why in UndatedReport['why']]: readonly [one: string, many: string] } = {
  'no-date': ['names no date', 'name no date'],
  permanent: ['is for good', 'are for good'],
  open: ['leaves open until when', 'leave open until when'],
  'not-before': ['names only a first day', 'name only a first day'],
  hedged: ['names a date but binds nobody', 'name a date but bind nobody'],
  event: ['hangs on an event without a date', 'hang on an event without a date'],
}

/** How many commitments have no date, and why. */
export function undatedWords({ undated }: DueReport): string {
  const told = Object.entries(reasons).flatMap(([why, [one, many]]) => {
    const n = undated.filter((u) => u.why === why).length
    return n === 0 ? [] : [`${n} ${n === 1 ? one : many}`]
  })
  const [only] = told
  if (told.length === 1 && only !== undefined)
    return `${only.replace(/^(\d+)/, (n) => count(Number(n), 'commitment'))}, and ${undated.length === 1 ? 'is' : 'are'} not listed.`
  return `${undated.length} commitments are not listed: ${andList(told)}.`
}

const why: { readonly [why in UndatedReport['why']]: string } = {
  'no-date': 'announced it without a date',
  permanent: 'announced it for good',
  open: 'left it open until when',
  event: 'let it hang on an event without a date',
  'not-before': 'named only a first day',
  hedged: 'named a date but bound nobody to it',
}

/** Who announced one of them, and why it has no date. */
export const undatedReason = ({ named }: DueView, of: UndatedReport): string =>
  `${capital(andList(of.parties.map(named)))} ${why[of.why]}${of.text === null ? '' : `: ${of.text}`}.`
