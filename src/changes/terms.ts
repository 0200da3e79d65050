import type { Term } from '../deal.ts'
import { reportDeal } from '../report/deal-report.ts'
import type { Cause, DealReport, EntryChange, Standing, TermChange, TermReport } from '../report/report.ts'
import { normalWord } from '../words.ts'
import { lost, newly, type Verdict } from '../verdict.ts'
import { causesOf } from './causes.ts'
import { type Entry, entriesOf, matchEntries } from './entries.ts'
import { entryChange } from './entry-changes.ts'
import { type FatesAt, fateChanges } from './fates.ts'
import { fieldChanges } from './fields.ts'
import type { Outcome, Told } from './hybrid.ts'
import { nodeText, under } from './nodes.ts'
import type { Readable } from './revised.ts'

/** A deal at one revision, and what it came to then. */
export interface Judged extends Readable {
  readonly report: DealReport
}
export const judge = (at: Readable, asOf: string | null): Judged => ({
  ...at,
  report: reportDeal(at.deal, asOf),
})

/** How two revisions are compared. */
export interface How {
  /** A day as of which both are judged; null: each as of its last statement. */
  readonly asOf: string | null
  /** Why there is nothing to compare with, where one of the two has no deal. */
  readonly whole: string
}

/** The terms that changed, or whose verdict did, those of the head in their order, then what is gone. */
export function termChanges(before: Judged | null, after: Judged | null, how: How): TermChange[] {
  return matchTerms(before, after)
    .map((pair) => termChange(before, after, pair, how))
    .filter((change) => change !== null)
}

interface TermPair {
  readonly was: Term | null
  readonly is: Term | null
}

/** By name; of what is left, a term that went and one that came are one where they say the same, or are titled so. */
function matchTerms(before: Judged | null, after: Judged | null): TermPair[] {
  const [old, now] = [before?.deal.terms, after?.deal.terms]
  const gone = [...(old?.values() ?? [])].filter((t) => !now?.has(t.id))
  const left = new Set(gone)
  const pairs = [...(now?.values() ?? [])].map((is): TermPair => {
    const same = old?.get(is.id)
    if (same) return { was: same, is }
    const renamed = [...left].find((t) => isSameTerm(before, after, t, is))
    if (renamed) left.delete(renamed)
    return { was: renamed ?? null, is }
  })
  return [...pairs, ...gone.filter((t) => left.has(t)).map((was) => ({ was, is: null }))]
}

function isSameTerm(before: Judged | null, after: Judged | null, was: Term, is: Term): boolean {
  if (!before || !after) return false
  if (normalWord(was.title) === normalWord(is.title)) return true
  const said = (at: Judged, id: string): string =>
    entriesOf(at.root, at.deal, id, is.id)
      .map((e) => [...e.section, nodeText(e.node)].join('\n'))
      .join('\n\n')
  const words = said(before, was.id)
  return words !== '' && words === said(after, is.id)
}

function termChange(
  before: Judged | null,
  after: Judged | null,
  { was, is }: TermPair,
  how: How,
): TermChange | null {
  const one = (is ?? was) as Term
  const [old, now] = [standingOf(before, was), standingOf(after, is)]
  const entries = changedEntries(before, after, { was, is })
  const node = (at: Judged | null, term: Term | null) => term && under(under(at?.root, 'terms'), term.id)
  const fields = fieldChanges(node(before, was), node(after, is))
  const became = becameOf(old, now)
  const state =
    was === null
      ? 'added'
      : is === null
        ? 'removed'
        : was.id !== is.id
          ? 'renamed'
          : entries.length > 0 || fields.length > 0
            ? 'edited'
            : 'same'
  if (state === 'same' && became.length === 0 && sameStanding(old, now)) return null
  return {
    id: one.id,
    was: was && is && was.id !== is.id ? was.id : null,
    title: one.title,
    state,
    before: old,
    after: now,
    became,
    fields: state === 'added' || state === 'removed' ? [] : fields,
    entries,
    causes: sameWords(old, now) ? [] : causes(before, after, { was, is }, [old, now], how),
    place: one.place,
  }
}

function changedEntries(before: Judged | null, after: Judged | null, { was, is }: TermPair): EntryChange[] {
  const id = (is ?? was)?.id
  const of = (at: Judged | null, term: Term | null): Entry[] =>
    at && term ? entriesOf(at.root, at.deal, term.id, id) : []
  const fates = (at: Judged | null, term: Term | null): FatesAt | null =>
    at && term ? { root: at.root, deal: at.deal, term: term.id } : null
  return [
    ...matchEntries(of(before, was), of(after, is))
      .map((pair) => entryChange(pair.before, pair.after))
      .filter((change) => change !== null),
    ...fateChanges(fates(before, was), fates(after, is)),
  ]
}

function causes(
  before: Judged | null,
  after: Judged | null,
  { was, is }: TermPair,
  [old, now]: readonly [Standing | null, Standing | null],
  { asOf, whole }: How,
): Cause[] {
  if (before && after && was && is) {
    const moved = outcomeOf(old) !== outcomeOf(now)
    const isHead = (told: Told): boolean =>
      moved ? told.outcome === outcomeOf(now) : told.sentence === now?.sentence
    return causesOf({ before, after, was: was.id, id: is.id }, isHead, asOf)
  }
  const one = (is ?? was) as Term
  const gone = is === null
  return before && after
    ? [{ kind: 'term', place: one.place, gone, sentence: `The term was ${gone ? 'removed' : 'added'}.` }]
    : [{ kind: 'deal', place: one.place, gone, sentence: whole }]
}

function standingOf(at: Judged | null, term: Term | null): Standing | null {
  if (!at || !term) return null
  const found: TermReport | undefined = at.report.terms.find((t) => t.id === term.id)
  if (!found)
    return { verdict: null, aside: false, couldBe: [], sentence: 'Nobody speaks of it.', itself: [] }
  const { verdict, aside, couldBe, sentence, inconsistencies } = found
  return { verdict, aside, couldBe, sentence, itself: inconsistencies.map((i) => i.sentence) }
}

const sameStanding = (a: Standing | null, b: Standing | null): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

const outcomeOf = (standing: Standing | null): Outcome =>
  standing?.verdict == null ? 'none' : standing.aside ? 'aside' : standing.verdict
/** Whether a term is told in the same words: then nothing about it needs a cause. */
const sameWords = (a: Standing | null, b: Standing | null): boolean =>
  outcomeOf(a) === outcomeOf(b) && a?.sentence === b?.sentence

/** What the verdict came to, and what was lost; what is counted aside is neither. */
function becameOf(before: Standing | null, after: Standing | null): string[] {
  const [was, is] = [outcomeOf(before), outcomeOf(after)]
  const isVerdict = (o: Outcome): o is Verdict => o !== 'aside' && o !== 'none'
  if (was === is) return []
  return [...(isVerdict(is) ? [newly(is)] : []), ...(isVerdict(was) ? [lost(was)] : [])]
}
