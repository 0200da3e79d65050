import type {
  ChangesReport,
  DealChange,
  EntryChange,
  RevisionReport,
  Standing,
  TermChange,
  WordChange,
  WordingRun,
} from '../../report/report.ts'
import { aspectLabels } from '../../report/labels.ts'
import { verdicts } from '../../verdict.ts'
import { shortDate } from './dates.ts'
import { aspect, list, shortOf, verdictWords } from './words.ts'

/** What an edit changed, in words that every format shares. */

/** How a key of a file is called, where its name alone would not tell a reader. */
const keys: { readonly [key: string]: string } = {
  silent: 'looked for in',
  declined: 'would not say',
  'noted-by': 'said to be silent by',
  general: 'spoke only of the topic',
  'not-applicable': 'does not apply',
  attributed: 'said of',
  source: 'statement',
  supersedes: 'takes the place of what was said before',
  original: 'in the original',
  obligor: 'would have to do it',
  kind: 'rank',
  basis: 'way of counting',
  read: 'how much was read',
  seen: 'where it was seen',
  by: 'who spoke',
  deal: 'name',
}

/** The name of what changed, for the values that stand beside it. */
export function fieldWords(
  field: string,
  axis: string | null,
  values: readonly (string | null)[] = [],
): string {
  if (Object.hasOwn(aspectLabels, field)) return aspect(field, axis, values)
  return keys[field] ?? field.replaceAll('-', ' ')
}

/** How a kind of word is called. */
export const kindWords = (kind: string): string => (kind === 'basis' ? 'way of counting' : kind)

/** What a standing is told apart by; empty where there is no verdict. */
const key = (standing: Standing | null): string =>
  standing === null || standing.verdict === null ? '' : `${standing.verdict} ${standing.aside}`

/** Whether the verdict is another than it was. */
export const verdictChanged = ({ before, after }: TermChange): boolean => key(before) !== key(after)

/** `contradiction`, `missing, counted aside`; of a term that is not there, what that means. */
export function standingWords(standing: Standing | null, absent: string): string {
  if (standing === null) return absent
  if (standing.verdict === null) return 'nobody announced it'
  const { label } = verdictWords[standing.verdict]
  return standing.aside ? `${label}, counted aside` : label
}

/** The verdict before, and after. */
export const standings = ({ before, after }: TermChange): readonly [string, string] => [
  standingWords(before, 'new'),
  standingWords(after, 'gone'),
]

/** Words that came or went together, by kind: a whole vocabulary may have. Each that was edited stands alone. */
export function wordGroups(words: readonly WordChange[]): (readonly [WordChange, ...WordChange[]])[] {
  const groups = new Map<string, [WordChange, ...WordChange[]]>()
  for (const [i, word] of words.entries()) {
    const name = JSON.stringify(word.state === 'edited' ? i : [word.state, word.kind])
    const group = groups.get(name)
    if (group) group.push(word)
    else groups.set(name, [word])
  }
  return [...groups.values()]
}

/** What a word says or stands for, where that is more than the word itself. */
export const wordValue = ({ word, before, after }: WordChange): string | null => {
  const value = after ?? before
  return value === word ? null : value
}

/** What a term is that keeps its verdict. */
export function keptWords(term: TermChange): string {
  const [before, after] = standings(term)
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

const rank = (standing: Standing | null): number =>
  standing === null || standing.verdict === null
    ? verdicts.length + 1
    : verdicts.indexOf(standing.verdict) + (standing.aside ? 0.5 : 0)

/** Worst first: by what the verdict is now, then by how good it was before. */
export const worstFirst = <T extends { readonly term: TermChange }>(items: readonly T[]): T[] =>
  [...items].sort(
    (a, b) => rank(a.term.after) - rank(b.term.after) || rank(b.term.before) - rank(a.term.before),
  )

/** Whether a deal is there, and readable, at both revisions. */
export const inBoth = (deal: DealChange): boolean => deal.before !== null && deal.after !== null

/**
 * The terms whose verdict changed, worst first. Of a deal that was added or removed all did: of these only what cannot
 * both hold is named here.
 */
export const flipped = ({ deals }: ChangesReport): Changed[] =>
  worstFirst(
    deals
      .flatMap((deal) => deal.terms.map((term) => ({ deal, term })))
      .filter(({ deal, term }) => verdictChanged(term) && (inBoth(deal) || grave(term))),
  )

const grave = (term: TermChange): boolean => term.after?.verdict === 'contradiction'

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

/** What an entry is, and whose: `China`, `China, not found`, `reported of the US`. */
export function entryWords(
  deal: DealChange,
  { kind, parties, by, date, part }: EntryChange,
): readonly string[] {
  const names = list(parties.map((party) => shortOf(deal, party)))
  const who = kind === 'reported' ? `reported${names === '' ? '' : ` of ${names}`}` : names
  return [
    kind === 'silence' ? `${who} says nothing of it` : who,
    by ?? '',
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
