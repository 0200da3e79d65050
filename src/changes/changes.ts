import { changeWords } from '../verdict.ts'
import type { ChangesReport, DealChange, RevisionReport, TermChange, WordChange } from '../report/report.ts'
import type { Node } from '../tree.ts'
import { dealFields, sourceChanges } from './fields.ts'
import type { DealPair } from './match.ts'
import { under } from './nodes.ts'
import { readableOf, rootsOf } from './revised.ts'
import { renamedSources, withNames } from './renamed-sources.ts'
import { judge, termChanges } from './terms.ts'
import { wordChanges } from './word-changes.ts'

/** Two revisions, and the deals of both, paired. */
export interface Compared {
  readonly base: RevisionReport
  readonly head: RevisionReport
  readonly pairs: readonly DealPair[]
  /** How many deals besides have the same file and words in both. */
  readonly same: number
}

/**
 * What an edit changed, in what was coded and in the verdicts. Deals of the head must be without errors; one of the
 * base that had some counts as mended, and all its verdicts as new.
 *
 * @param asOf a day, YYYY-MM-DD, as of which both revisions are judged; null: each as of its last statement
 */
export function reportChanges({ base, head, pairs, same }: Compared, asOf: string | null): ChangesReport {
  const deals = pairs.map((pair) => dealChange(pair, asOf)).filter((deal) => deal !== null)
  return {
    base,
    head,
    deals,
    same: same + pairs.length - deals.length,
    words: vocabularyChanges(pairs),
    summary: countsOf(deals.flatMap((d) => d.terms)),
  }
}

/** How many terms came to each change of a verdict; what none came to is not there. */
function countsOf(terms: readonly TermChange[]): ChangesReport['summary'] {
  const all = terms.flatMap((t) => t.became)
  return Object.fromEntries(
    changeWords.map((word) => [word, all.filter((w) => w === word).length] as const).filter(([, n]) => n > 0),
  )
}

/** Why all terms of a deal changed at once, by what became of the deal. */
const wholes: { readonly [state in DealChange['state']]: string } = {
  added: 'The deal was added, and the term with it.',
  removed: 'The deal was removed, and the term with it.',
  mended: 'The deal could not be read before: its file had errors.',
  renamed: '',
  edited: '',
}

function dealChange(pair: DealPair, asOf: string | null): DealChange | null {
  const [old, now] = [pair.before && readableOf(pair.before), pair.after && readableOf(pair.after)]
  const names = old && now ? renamedSources(old.root, now.root) : new Map<string, string>()
  const before = old && judge(withNames(old, names), asOf)
  const after = now && judge(now, asOf)
  const one = after ?? before
  // A file that had errors and is gone: there is nothing to tell of it.
  if (!one) return null
  const moved =
    pair.before?.where != null && pair.after?.where != null && pair.before.where !== pair.after.where
  const renamed = before && after && (moved || before.deal.id !== after.deal.id)
  const state =
    pair.before === null
      ? 'added'
      : pair.after === null
        ? 'removed'
        : before === null
          ? 'mended'
          : renamed
            ? 'renamed'
            : 'edited'
  const both = before !== null && after !== null
  const change: DealChange = {
    deal: one.report.deal,
    title: one.report.title,
    state,
    from: pair.before?.path ?? null,
    to: pair.after?.path ?? null,
    parties: one.report.parties,
    before: before?.report.summary ?? null,
    after: after?.report.summary ?? null,
    fields: both ? dealFields(before.root, after.root) : [],
    sources: both ? sourceChanges(before, after, names) : [],
    words: both ? wordChanges(ownWords(before.root), ownWords(after.root)) : [],
    terms: termChanges(before, after, { asOf, whole: wholes[state] }),
  }
  const { fields, sources, words, terms } = change
  const isSame = state === 'edited' && fields.length + sources.length + words.length + terms.length === 0
  return isSame ? null : change
}

const ownWords = (root: Node): Node[] => {
  const words = under(root, 'words')
  return words ? [words] : []
}

/** The words of vocabulary files that changed: each file once, however many deals it applies to. */
function vocabularyChanges(pairs: readonly DealPair[]): WordChange[] {
  const out = new Map<string, WordChange>()
  for (const { before, after } of pairs) {
    if (!before || !after) continue
    for (const change of wordChanges(rootsOf(before.words), rootsOf(after.words))) {
      const { path, line, column } = change.place
      out.set([change.kind, change.word, change.state, path, line, column].join('\n'), change)
    }
  }
  return [...out.values()]
}
