import type { ChangesReport, DealChange, RevisionReport } from '../../report/report.ts'
import { addSummaries } from '../../report/summary.ts'
import { type Verdict, verdicts } from '../../verdict.ts'
import { againstItself } from './changes-itself.ts'
import { type Changed, inBoth, verdictChanged } from './changes-words.ts'
import { count, list, total, verdictWords } from './words.ts'

/** What became of whole deals, as the first line of a page says it. */
const stateWords = {
  removed: 'removed',
  added: 'added',
  mended: 'readable again',
  renamed: 'renamed',
} as const

/** So many terms of a verdict, after `with`. */
const nouns: { readonly [verdict in Verdict]: string } = {
  contradiction: 'contradiction',
  'at-odds': 'at odds',
  missing: 'missing',
  differs: 'difference',
  unclear: 'that cannot be decided',
  agree: 'agreement',
  'press-only': 'of the press only',
}
const severalOf: ReadonlySet<Verdict> = new Set(['contradiction', 'differs', 'agree'])

/** `2 deals removed, with 1 at odds, 3 missing and 6 agreements`; what is only renamed has kept its verdicts. */
function wholeDeals(deals: readonly DealChange[], state: keyof typeof stateWords): string {
  const of = deals.filter((deal) => deal.state === state)
  if (of.length === 0) return ''
  const text = `${count(of.length, 'deal')} ${stateWords[state]}`
  if (state === 'renamed') return text
  const sum = addSummaries(of.flatMap(({ before, after }) => after ?? before ?? []))
  const counts = verdicts.flatMap((verdict) => [
    ...(sum[verdict] === 0
      ? []
      : [severalOf.has(verdict) ? count(sum[verdict], nouns[verdict]) : `${sum[verdict]} ${nouns[verdict]}`]),
    ...(verdict === 'missing' && sum.aside > 0 ? [`${sum.aside} counted aside`] : []),
  ])
  return counts.length === 0 ? text : `${text}, with ${list(counts)}`
}

/** Whether verdicts came or went with the whole deal. */
const withVerdicts = (deal: DealChange): boolean => {
  const summary = deal.after ?? deal.before
  return !inBoth(deal) && summary !== null && total(summary) > 0
}

/**
 * What the edit comes to: how many verdicts changed, what of that one fears, what became of whole deals. Verdicts that
 * came or went with their deal are counted with it, save that a contradiction is always named.
 */
export function headline(
  changes: ChangesReport,
): readonly { readonly text: string; readonly grave: boolean }[] {
  const { deals } = changes
  const all = deals.flatMap((deal) => deal.terms.map((term): Changed => ({ deal, term })))
  const kept = all.filter(({ deal }) => inBoth(deal))
  const n = kept.filter(({ term }) => verdictChanged(term)).length
  const became = (of: readonly Changed[], word: string): number =>
    of.filter(({ term }) => term.became.includes(word)).length
  const contradictions = became(all, 'new-contradiction')
  const agreements = became(kept, 'lost-agreement')
  const against = kept.filter((changed) =>
    againstItself(changed).some(({ before }) => before === null),
  ).length
  const whole = (Object.keys(stateWords) as (keyof typeof stateWords)[]).map((state) =>
    wholeDeals(deals, state),
  )
  const none = deals.some(withVerdicts) ? '' : 'No verdict changed'
  return [
    { text: n === 0 ? none : `${count(n, 'verdict')} changed`, grave: false },
    { text: contradictions === 0 ? '' : count(contradictions, 'new contradiction'), grave: true },
    { text: agreements === 0 ? '' : `${count(agreements, 'agreement')} lost`, grave: true },
    { text: against === 0 ? '' : `a side now against itself on ${count(against, 'term')}`, grave: true },
    ...whole.map((text) => ({ text, grave: false })),
    { text: n === 0 && none === '' ? 'no other verdict changed' : '', grave: false },
  ].filter(({ text }) => text !== '')
}

/** Verdict by verdict, `0 → 1 contradiction`; where it stayed, the number alone. */
export function countsChange({ before, after }: DealChange, arrow: string): string[] {
  const number = (verdict: Verdict | 'aside'): { text: string; n: number; some: boolean } => {
    const [a, b] = [before?.[verdict] ?? 0, after?.[verdict] ?? 0]
    const both = before !== null && after !== null && a !== b
    const n = after === null ? a : b
    return { text: both ? `${a} ${arrow} ${b}` : `${n}`, n, some: a + b > 0 }
  }
  return verdicts.flatMap((verdict) => {
    const [n, aside] = [number(verdict), number('aside')]
    const { one, many } = verdictWords[verdict]
    return [
      ...(n.some || verdict === 'contradiction' ? [`${n.text} ${n.n === 1 ? one : many}`] : []),
      ...(verdict === 'missing' && aside.some ? [`${aside.text} counted aside`] : []),
    ]
  })
}

/** Terms at the head that the edit left as they were. */
export function staying({ after, terms }: DealChange): number {
  if (after === null) return 0
  const all = verdicts.reduce((sum, verdict) => sum + after[verdict], after.aside)
  return Math.max(0, all - terms.filter(({ after: standing }) => standing?.verdict).length)
}

/** What became of a deal as a whole; empty where it was only edited. */
const dealWords: { readonly [state in DealChange['state']]: string } = {
  added: 'a new deal',
  removed: 'this deal was removed',
  renamed: 'renamed',
  edited: '',
  mended: 'it could not be read before, and now can',
}

/** A path without the revision before it, which the first line of the page names. */
const atRevision = (path: string, { revision }: RevisionReport): string =>
  revision !== null && path.startsWith(`${revision}:`) ? path.slice(revision.length + 1) : path

/** That, and where the file was, if it is another one now. */
export function movedWords(
  { state, from, to }: DealChange,
  { base, head }: ChangesReport,
  arrow: string,
): string {
  const [old, now] = [atRevision(from ?? '', base), atRevision(to ?? '', head)]
  const moved = state === 'renamed' && old !== now ? `${old} ${arrow} ${now}` : ''
  return [dealWords[state], moved].filter((text) => text !== '').join(': ')
}
