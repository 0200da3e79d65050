import type { Suppressed } from '../check/suppressed.ts'
import type { Diagnostic } from '../diagnostic.ts'
import type {
  Cause,
  ChangesReport,
  CheckReport,
  DealChange,
  EntryChange,
  FieldChange,
  RevisionReport,
  SourceChange,
  Standing,
  Summary,
  TermChange,
  WordChange,
  WordingRun,
} from './report.ts'
import { place, textOrNull, texts, verdict } from './term-schema.ts'
import { listOf, named, orNull, record, type Typed, text, truth, whole, wordOf } from './typed-schema.ts'

/** What `check` prints under its name. */
export const checkReport = (finding: Typed<Diagnostic>): Typed<CheckReport> =>
  record<CheckReport>({
    files: ['Every file read, vocabularies too.', texts],
    deals: [
      'The deals among them.',
      listOf(
        record<CheckReport['deals'][number]>({
          path: ['The file.', text],
          deal: ['The deal; null where its file has errors.', textOrNull],
          terms: ['Its terms.', texts],
        }),
      ),
    ],
    suppressed: [
      'What is found and not shown.',
      listOf(
        record<Suppressed>({
          by: ['What keeps it from being shown.', wordOf(['comment', 'baseline', 'since'])],
          reason: ['The reason that the comment gives.', textOrNull],
          finding: ['The finding.', finding],
        }),
      ),
    ],
    fixed: [
      'The files that --fix wrote.',
      listOf(
        record<CheckReport['fixed'][number]>({
          path: ['The file.', text],
          rules: ['The rules mended there, one for each finding.', texts],
        }),
      ),
    ],
    since: ['The revision since which findings count; null where all do.', textOrNull],
    baseline: [
      'The baseline read or written; null where there is none.',
      orNull(
        record<NonNullable<CheckReport['baseline']>>({
          path: ['Its file.', text],
          written: ['Whether it was written now.', truth],
          entries: ['How many findings it holds.', whole],
        }),
      ),
    ],
  })

const state = wordOf(['added', 'removed', 'edited'])
const revision = record<RevisionReport>({
  revision: ['The revision as it was asked for; null for files on the disk.', textOrNull],
  commit: ['The commit it is; null for files on the disk.', textOrNull],
})
const field = named(
  'field-change',
  record<FieldChange>({
    field: ['The key.', text],
    before: ['What it said at the base; null for nothing.', textOrNull],
    after: ['What it says at the head; null for nothing.', textOrNull],
  }),
)
const wording = orNull(
  listOf(
    record<WordingRun>({
      text: ['A run of words.', text],
      only: ['Which of the two has it; null for both.', orNull(wordOf(['before', 'after']))],
    }),
  ),
)
const standing = named(
  'standing',
  record<Standing>({
    verdict: ['Its verdict; null where nobody speaks of it.', orNull(verdict)],
    aside: ['Whether it is missing and counted aside.', truth],
    couldBe: ['What an unclear verdict could be.', listOf(verdict)],
    sentence: ['The verdict in one sentence.', text],
    itself: ['In what a side is against itself.', texts],
  }),
)
const source = record<SourceChange>({
  id: ['The statement’s name in the file.', text],
  was: ['The name it had, where it has another now.', textOrNull],
  state: ['What became of it.', wordOf(['added', 'removed', 'renamed', 'edited'])],
  fields: ['The keys that changed.', listOf(field)],
  by: ['Who spoke.', text],
  date: ['When.', text],
  url: ['Where it can be read.', textOrNull],
  place: ['Where it stands.', place],
})
const word = record<WordChange>({
  kind: ['What kind of word it is.', text],
  word: ['The word.', text],
  state: ['What became of it.', wordOf(['added', 'removed', 'edited', 'moved'])],
  before: ['What it was.', textOrNull],
  after: ['What it is.', textOrNull],
  place: ['Where it stands.', place],
})
const entry = record<EntryChange>({
  kind: ['What it is.', wordOf(['claim', 'silence', 'reported', 'fate'])],
  state: ['What became of it.', state],
  parties: ['Whose it is; of a report, those it is credited to.', texts],
  part: ['The part it is about.', textOrNull],
  source: ['Its statement; null for a silence.', textOrNull],
  by: ['Who spoke.', textOrNull],
  date: ['When.', textOrNull],
  url: ['Where it can be read.', textOrNull],
  facets: [
    'What it says, key by key.',
    listOf(
      record<EntryChange['facets'][number]>({
        field: ['The facet or key.', text],
        before: ['What it said.', textOrNull],
        after: ['What it says.', textOrNull],
        axis: ['The axis of a scope.', textOrNull],
      }),
    ),
  ],
  says: ['Own words, word by word; null where they stayed.', wording],
  quote: ['The quote, word by word; null where it stayed.', wording],
  newQuote: ['The quote at the head, where it is new or another.', textOrNull],
  place: ['Where it stands.', place],
})
const cause = record<Cause>({
  kind: [
    'What was edited.',
    wordOf(['claim', 'silence', 'reported', 'source', 'rank', 'term', 'word', 'conversion', 'party', 'deal']),
  ],
  sentence: ['The edit, in one sentence.', text],
  place: ['Where it stands.', place],
  gone: ['Whether it was removed, so that its place is at the base.', truth],
})
const term = record<TermChange>({
  id: ['The term.', text],
  was: ['The name it had, where it has another now.', textOrNull],
  title: ['Its title.', text],
  state: ['What became of it.', wordOf(['added', 'removed', 'renamed', 'edited', 'same'])],
  before: ['How it stood at the base.', orNull(standing)],
  after: ['How it stands at the head.', orNull(standing)],
  became: ['What became of its verdict, in the words of --fail-on.', texts],
  fields: ['The keys of the term that changed.', listOf(field)],
  entries: ['The claims, silences and reports that changed.', listOf(entry)],
  causes: ['Edits which alone made the verdict change so, and of which none can be left out.', listOf(cause)],
  place: ['Where it stands.', place],
})

/** What `changes` prints under its name. */
export const changesReport = (summary: Typed<Summary>): Typed<ChangesReport> =>
  record<ChangesReport>({
    base: ['What is compared with.', revision],
    head: ['What is compared.', revision],
    deals: [
      'The deals in which something changed.',
      listOf(
        record<DealChange>({
          deal: ['The deal.', text],
          title: ['Its title.', text],
          state: ['What became of it.', wordOf(['added', 'removed', 'renamed', 'edited', 'mended'])],
          from: ['Its file at the base.', textOrNull],
          to: ['Its file at the head.', textOrNull],
          parties: [
            'Who announces.',
            listOf(
              record<DealChange['parties'][number]>({
                id: ['The name by which the rest of the report refers to it.', text],
                name: ['Its whole name.', text],
                short: ['Its name in sentences.', text],
              }),
            ),
          ],
          before: ['Its verdict counts at the base.', orNull(summary)],
          after: ['Its verdict counts at the head.', orNull(summary)],
          fields: ['What changed in the deal besides its terms.', listOf(field)],
          sources: ['The statements that changed.', listOf(source)],
          words: ['The words that changed.', listOf(word)],
          terms: ['The terms that changed, or whose verdict did.', listOf(term)],
        }),
      ),
    ],
    same: ['How many deals are the same in both.', whole],
    words: ['The words of vocabulary files that changed.', listOf(word)],
    summary: [
      'How many terms came to each change of verdict.',
      { schema: { type: 'object', additionalProperties: { type: 'integer', minimum: 0 } } },
    ],
  })
