import { type Diagnostic, type Edit, type Related, severities } from '../diagnostic.ts'
import { type JsonSchema, schemaDocument } from '../json-schema.ts'
import { changesReport, checkReport } from './edits-schema.ts'
import { proof } from './proof-schema.ts'
import type { DealReport, Example, Hit, Listed, Page, Report, RuleReport, Trouble } from './report.ts'
import { dueReport } from './due-schema.ts'
import { pressReport } from './press-report.ts'
import { party, source } from './source-schema.ts'
import { settleReport } from './settle-schema.ts'
import { summary } from './summary-schema.ts'
import { timelineReport } from './timeline-report.ts'
import { traceReport } from './trace-schema.ts'
import { place, term, textOrNull, texts, verdict } from './term-schema.ts'
import { constant, listOf, named, orNull, record, truth, text, whole, wordOf } from './typed-schema.ts'

const trouble = record<Trouble>({
  code: ['What kind of trouble it is; stable.', text],
  message: ['What is wrong, in one sentence.', text],
  hint: ['What to do about it.', textOrNull],
})

const deal = record<DealReport>({
  deal: ['The deal’s name.', text],
  title: ['Its title.', text],
  path: ['The file, as given, with /; shipped:london.yaml for a deal that comes with the program.', text],
  aliases: ['Other names it is found by.', texts],
  held: ['When the talks were held, as written.', textOrNull],
  follows: ['The deal it follows.', textOrNull],
  recordCloses: ['Nothing later was searched for.', textOrNull],
  parties: ['Who announces, in order of display.', listOf(party)],
  sources: ['The statements, as of the date.', listOf(source)],
  summary: ['How many of its terms have each verdict, before filters.', summary],
  terms: ['The terms, compared, in the order of the file.', listOf(term)],
})

const diagnostic = named(
  'finding',
  record<Diagnostic>({
    rule: ['The rule that found it.', text],
    severity: ['How grave it is, gravest first.', wordOf(severities)],
    message: ['What is, then what was expected.', text],
    help: ['What to do about it; null where the message says it.', textOrNull],
    place: ['Where it stands.', place],
    related: [
      'The other places involved.',
      listOf(
        record<Related>({
          message: ['What stands there.', text],
          place: ['Where it stands.', place],
          excerpt: ['The line of the file.', textOrNull],
        }),
      ),
    ],
    about: ['What in the file it is about: the keys that lead there.', text],
    args: ['What else tells it from another finding of the rule there.', texts],
    excerpt: ['The line of the file on which it stands.', textOrNull],
    fix: [
      'The edits by which check --fix mends it.',
      listOf(
        record<Edit>({
          place: ['What is replaced; empty where text is inserted.', place],
          text: ['What takes its place.', text],
        }),
      ),
    ],
  }),
)

const listed = record<Listed>({
  deal: ['The deal’s name.', text],
  title: ['Its title.', text],
  path: ['Its file.', text],
  aliases: ['Other names it is found by.', texts],
  held: ['When the talks were held, as written.', textOrNull],
  terms: ['How many terms it has.', whole],
  statements: ['How many statements it has.', whole],
  from: ['The day of its first statement.', textOrNull],
  to: ['The day of its last statement.', textOrNull],
  summary: ['How many of its terms have each verdict.', summary],
  errors: ['How many errors its file has; it is not compared where it has any.', whole],
})

const hit = record<Hit>({
  deal: ['The deal.', text],
  term: ['The term.', text],
  title: ['The term’s title.', text],
  verdict: ['The term’s verdict.', orNull(verdict)],
  where: ['Where the words stand: an id, a title, a quote, a value, …', text],
  party: ['Whose words they are.', textOrNull],
  text: ['The text in which they stand.', text],
  place: ['Where in the file they stand.', place],
})

const example = record<Example>(
  {
    us: ['What the US says, as YAML; null for silence.', textOrNull],
    china: ['What China says, as YAML; null for silence.', textOrNull],
    verdict: ['The verdict of the two.', verdict],
    because: ['Why, in one sentence.', text],
    term: ['Keys of the term that the example needs, as YAML.', text],
    words: ['Vocabulary that the example needs, as YAML.', text],
  },
  { term: true, words: true },
)

const page = record<Page>({
  word: ['The word explained.', text],
  kind: ['What kind of word it is.', text],
  means: ['What it means.', text],
  rule: ['The rule by which it is decided.', textOrNull],
  examples: ['Two claims, and what comes of them.', listOf(example)],
  see: ['Words that belong with it.', texts],
  diagram: ['Lines to print as they are: a ladder, a hierarchy.', texts],
})

const rule = record<RuleReport>({
  rule: ['The name of the rule.', text],
  severity: ['How grave its findings are.', wordOf(severities)],
  summary: ['What it finds.', text],
  why: ['Why that matters.', text],
  mends: ['Whether check --fix mends it.', truth],
  foundBy: ['What finds it.', wordOf(['reading', 'linting', 'suppressing'])],
})

const report = record<Report>(
  {
    schemaVersion: ['Changes when a field goes; fields may be added.', constant(1)],
    tool: [
      'What made the report.',
      record<Report['tool']>({
        name: ['Its name.', constant('dealdiff')],
        version: ['Its version.', text],
      }),
    ],
    command: ['The command that was run.', text],
    asOf: ['The date asked for; null where none was given.', textOrNull],
    trouble: ['What went wrong outside a deal file’s own text.', listOf(trouble)],
    deals: ['The deals, compared.', listOf(deal)],
    diagnostics: ['What was found in the files.', listOf(diagnostic)],
    summary: ['How many terms of all deals have each verdict, before filters.', summary],
    proof: ['One term, step by step: what its verdict rests on.', listOf(proof)],
    list: ['The deals there are.', listOf(listed)],
    find: ['Where the words stand.', listOf(hit)],
    explain: ['Pages of explanation.', listOf(page)],
    init: [
      'The file that was begun.',
      record<NonNullable<Report['init']>>({
        path: ['Its path.', text],
        text: ['Its text.', text],
      }),
    ],
    schema: ['A JSON Schema.', { schema: { type: 'object' } }],
    check: ['What was checked, and what is not shown.', checkReport(diagnostic)],
    changes: ['What an edit changed.', changesReport(summary)],
    rules: ['The rules there are.', listOf(rule)],
    timeline: ['How the verdicts came about, day by day.', timelineReport],
    trace: ['One subject through all deals.', traceReport],
    due: ['Deadlines and ends, by date.', dueReport],
    press: ['What was reported against what was announced.', pressReport],
    settle: ['What it would take to close the gaps, or what is agreed.', settleReport],
    failOn: ['What makes the command end with exit code 1.', texts],
  },
  {
    proof: true,
    list: true,
    find: true,
    explain: true,
    init: true,
    schema: true,
    check: true,
    changes: true,
    rules: true,
    timeline: true,
    trace: true,
    due: true,
    press: true,
    settle: true,
  },
)

/** The JSON Schema of what `--json` prints, as `dealdiff schema report` prints it. */
export const reportSchema: JsonSchema = schemaDocument(
  'A report of dealdiff',
  'What every command prints with --json; a command’s own payload stands under the key of its name.',
  report.schema,
)
