import type { ChangesReport, DealChange, RevisionReport } from '../../report/report.ts'
import { type Verdict, verdicts } from '../../verdict.ts'
import { inBoth, verdictChanged } from './changes-words.ts'
import { count, verdictWords } from './words.ts'

/** What the edit comes to: how many verdicts changed, what of that one fears, what became of whole deals. */
export function headline(
  changes: ChangesReport,
): readonly { readonly text: string; readonly grave: boolean }[] {
  const n = changes.deals.filter(inBoth).flatMap((deal) => deal.terms.filter(verdictChanged)).length
  const { 'new-contradiction': contradictions = 0, 'lost-agreement': agreements = 0 } = changes.summary
  const states = (['added', 'removed', 'renamed', 'mended'] as const).flatMap((state) => {
    const of = changes.deals.filter((deal) => deal.state === state).length
    return of === 0 ? [] : [{ state: state === 'mended' ? 'readable again' : state, of }]
  })
  const deals = states.map(({ state, of }, i) => `${i === 0 ? count(of, 'deal') : of} ${state}`).join(', ')
  return [
    { text: n === 0 ? 'No verdict changed' : `${count(n, 'verdict')} changed`, grave: false },
    { text: contradictions === 0 ? '' : count(contradictions, 'new contradiction'), grave: true },
    { text: agreements === 0 ? '' : `${count(agreements, 'agreement')} lost`, grave: true },
    { text: deals, grave: false },
  ].filter(({ text }) => text !== '')
}

/** Verdict by verdict, `0 → 1 contradictions`; where it stayed, the number alone. */
export function countsChange({ before, after }: DealChange, arrow: string): string[] {
  const number = (verdict: Verdict | 'aside'): { text: string; n: number; some: boolean } => {
    const [a, b] = [before?.[verdict] ?? 0, after?.[verdict] ?? 0]
    const both = before !== null && after !== null && a !== b
    return {
      text: both ? `${a} ${arrow} ${b}` : `${after === null ? a : b}`,
      n: both ? 2 : after === null ? a : b,
      some: a + b > 0,
    }
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
