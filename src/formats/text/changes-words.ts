import type {
  Cause,
  ChangesReport,
  DealChange,
  EntryChange,
  RevisionReport,
  Standing,
  TermChange,
  WordChange,
  WordingRun,
} from '../../report/report.ts'
import { aspectLabels, keyLabels } from '../../report/labels.ts'
import { verdicts } from '../../verdict.ts'
import { shortDate } from './dates.ts'
import { aspect, list, shortOf, verdictWords } from './words.ts'

/** What an edit changed, in words that every format shares. */

const keys: { readonly [key: string]: string } = keyLabels

/** The name of what changed, for the values that stand beside it. */
export function fieldWords(
  field: string,
  axis: string | null,
  values: readonly (string | null)[] = [],
): string {
  if (Object.hasOwn(aspectLabels, field)) return aspect(field, axis, values)
  return keys[field] ?? field.replaceAll('-', ' ')
}

/** Keys by which a silence is recorded. */
const silenceKeys = new Set(['silent', 'declined', 'noted-by', 'general', 'not-applicable'])

/** In place of a value, where there was none or is none now. */
export const absentWords = (field: string, side: 'before' | 'after'): string =>
  !silenceKeys.has(field) ? 'not said' : side === 'before' ? 'not recorded' : 'no longer recorded'

/** How a kind of word is called. */
export const kindWords = (kind: string): string => (kind === 'basis' ? 'way of counting' : kind)

/** What a standing is told apart by; empty where there is no verdict. */
const key = (standing: Standing | null): string =>
  standing === null || standing.verdict === null ? '' : `${standing.verdict} ${standing.aside}`

/** Whether the verdict is another than it was. */
export const verdictChanged = ({ before, after }: TermChange): boolean => key(before) !== key(after)

/** `contradiction`, `missing, counted aside`; of a term that is not there, what that means. */
function standingWords(standing: Standing | null, absent: string): string {
  if (standing === null) return absent
  if (standing.verdict === null) return 'nobody announced it'
  const { label } = verdictWords[standing.verdict]
  return standing.aside ? `${label}, counted aside` : label
}

/** The verdict before, and after; what could not be read was there, and nobody knows how it stood. */
export const standings = ({ deal, term: { before, after } }: Changed): readonly [string, string] => [
  standingWords(before, deal.state === 'mended' ? 'could not be read' : 'new'),
  standingWords(after, 'gone'),
]

/** Words that came or went together, by kind: a whole vocabulary may have. Each that was edited stands alone. */
export function wordGroups(words: readonly WordChange[]): (readonly [WordChange, ...WordChange[]])[] {
  const groups = new Map<string, [WordChange, ...WordChange[]]>()
  for (const [i, word] of words.entries()) {
    const { state, kind, before, after } = word
    const moved = state === 'moved' ? [before, after] : []
    const name = JSON.stringify(state === 'edited' ? i : [state, kind, ...moved])
    const group = groups.get(name)
    if (group) group.push(word)
    else groups.set(name, [word])
  }
  return [...groups.values()]
}

/** What a word says or stands for, where that is more than the word itself. */
export const wordValue = ({ word, state, before, after }: WordChange): string | null => {
  if (state === 'moved') return `from ${parentWords(before)} to ${parentWords(after)}`
  const value = after ?? before
  return value === word ? null : value
}

const parentWords = (parent: string | null): string => (parent === null ? 'the top' : `under ${parent}`)

/** What a term is that keeps its verdict. */
export function keptWords(changed: Changed): string {
  const [before, after] = standings(changed)
  const { term } = changed
  if (term.before === null) return `${before}, ${after}`
  return term.after === null ? after : `still ${after}`
}

/** `It could be: a contradiction or at odds.`; empty where it is decided. */
export function couldBeWords(standing: Standing | null): string {
  const could = (standing?.couldBe ?? []).filter((verdict) => verdict !== standing?.verdict)
  const words = could.map((verdict) =>
    verdict === 'contradiction' ? `a ${verdictWords[verdict].label}` : verdictWords[verdict].label,
  )
  return words.length === 0 ? '' : `It could be: ${list(words, 'or')}.`
}

/** A term that changed, and its deal. */
export interface Changed {
  readonly deal: DealChange
  readonly term: TermChange
}

/** Why it stands otherwise; a deal that could not be read was there, whatever its terms are told to come from. */
export const causesOf = ({ deal, term }: Changed): readonly Cause[] =>
  deal.state === 'mended'
    ? [{ kind: 'deal', sentence: 'The deal can be read again.', place: term.place, gone: false }]
    : term.causes

const rank = (standing: Standing | null): number =>
  standing === null || standing.verdict === null
    ? verdicts.length + 1
    : verdicts.indexOf(standing.verdict) + (standing.aside ? 0.5 : 0)

/** Worst first: by what the verdict is now, then by how good it was before; of what has none now, by what it was. */
export const worstFirst = <T extends { readonly term: TermChange }>(items: readonly T[]): T[] =>
  [...items].sort(({ term: a }, { term: b }) => {
    const better = rank(b.before) - rank(a.before)
    return rank(a.after) - rank(b.after) || (a.after?.verdict ? better : -better)
  })

/** Whether a deal is there, and readable, at both revisions. */
export const inBoth = (deal: DealChange): boolean => deal.before !== null && deal.after !== null

const changedIn = ({ deals }: ChangesReport): Changed[] =>
  worstFirst(deals.flatMap((deal) => deal.terms.map((term) => ({ deal, term }))))

/** The terms whose verdict changed, worst first, of deals that are there at both revisions: of any other all did. */
export const flipped = (changes: ChangesReport): Changed[] =>
  changedIn(changes).filter(({ deal, term }) => inBoth(deal) && verdictChanged(term))

/** What cannot both hold in deals that are new, or can be read again. */
export const newlyGrave = (changes: ChangesReport): Changed[] =>
  changedIn(changes).filter(({ deal, term }) => !inBoth(deal) && term.after?.verdict === 'contradiction')

const COMMIT = 8

/** `origin/main (3f2a91cd)`, or the files on the disk: by name, where one file is compared with another. */
export function revisionWords(
  { revision, commit }: RevisionReport,
  files: readonly (string | null)[],
): readonly { readonly text: string; readonly name: boolean }[] {
  const [file] = files
  if (revision === null) {
    return files.length === 1 && file
      ? [{ text: file, name: true }]
      : [{ text: 'the files as they are', name: false }]
  }
  const short = commit === null || commit.startsWith(revision) ? null : commit.slice(0, COMMIT)
  return [{ text: revision, name: true }, ...(short === null ? [] : [{ text: short, name: true }])]
}

/** What is compared with what: files by name only where it is one pair, without a revision. */
export function comparedWords(changes: ChangesReport): {
  readonly base: ReturnType<typeof revisionWords>
  readonly head: ReturnType<typeof revisionWords>
} {
  const [deal] = changes.deals
  const bare = changes.base.revision === null && changes.head.revision === null && changes.deals.length === 1
  return {
    base: revisionWords(changes.base, bare ? [deal?.from ?? null] : []),
    head: revisionWords(changes.head, bare ? [deal?.to ?? null] : []),
  }
}

/** What an entry is, and whose: `China`, `China, record of its silence`, `reported of the US`, `what became of it`. */
export function entryWords(
  deal: DealChange,
  { kind, parties, by, date, part }: EntryChange,
): readonly string[] {
  const names = list(parties.map((party) => shortOf(deal, party)))
  const who = kind === 'reported' ? `reported${names === '' ? '' : ` of ${names}`}` : names
  return [
    who,
    kind === 'silence' ? 'record of its silence' : kind === 'fate' ? 'what became of it' : '',
    by === null || by === names ? '' : by,
    date === null ? '' : shortDate(date, null),
    part === null ? '' : `on ${part}`,
  ].filter((text) => text !== '')
}

/** Keys of an entry that its first line has said already. */
const told = new Set(['source', 'part'])

/** Of a claim that is new or gone, what it says without its keys: the statement and the part stand in its first line. */
export const tellingFacets = ({ facets, state, source }: EntryChange): EntryChange['facets'] =>
  state === 'edited' ? facets : facets.filter(({ field }) => !(told.has(field) && source !== null))

/** A wording with what is gone in `[- -]` and what is new in `{+ +}`; whole where all of it is. */
export interface Run {
  readonly text: string
  readonly state: 'added' | 'removed' | null
}

/** The runs of two wordings. What was added or removed as a whole needs no marks: its heading says so. */
export function wordingWords(runs: readonly WordingRun[], entry: EntryChange['state']): readonly Run[] {
  return runs.flatMap(({ text, only }): Run[] => {
    if (only === null || entry !== 'edited') return [{ text, state: null }]
    const words = text.trim()
    const state = only === 'before' ? 'removed' : 'added'
    // A space that came or went would be marked with nothing in between.
    if (words === '') return state === 'added' ? [{ text, state: null }] : []
    const at = text.indexOf(words)
    const parts: readonly Run[] = [
      { text: text.slice(0, at), state: null },
      { text: state === 'removed' ? `[-${words}-]` : `{+${words}+}`, state },
      { text: text.slice(at + words.length), state: null },
    ]
    return parts.filter((part) => part.text !== '')
  })
}
