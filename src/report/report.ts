import type { Suppressed } from '../check/suppressed.ts'
import type { FateWord } from '../deal.ts'
import type { Diagnostic, Severity } from '../diagnostic.ts'
import type { Place } from '../place.ts'
import type { Relation } from '../relation.ts'
import type { DueReport } from './due-report.ts'
import type { PressReport } from './press-report.ts'
import type { SettleReport } from './settle-report.ts'
import type { TimelineReport } from './timeline-report.ts'
import type { TraceReport } from './trace-report.ts'
import type { Judgement, ReasonCode, SilenceState, Verdict } from '../verdict.ts'

export type * from './due-report.ts'
export type * from './press-report.ts'
export type * from './settle-report.ts'
export type * from './timeline-report.ts'
export type * from './trace-report.ts'
export type { Judgement, SilenceState } from '../verdict.ts'

/**
 * What every command hands to every format: plain data, in the order in which it is printed. Its JSON Schema is
 * printed by `dealdiff schema report`. Fields are only ever added; `schemaVersion` changes when one goes.
 * Longer than 250 lines: the whole contract of the JSON is read in one place.
 */
export interface Report {
  readonly schemaVersion: 1
  readonly tool: { readonly name: 'dealdiff'; readonly version: string }
  readonly command: string
  /** The date asked for with --as-of; null where none was given. */
  readonly asOf: string | null
  readonly trouble: readonly Trouble[]
  readonly deals: readonly DealReport[]
  readonly diagnostics: readonly Diagnostic[]
  /** Over all deals, before filters. */
  readonly summary: Summary
  /** The proof of each term asked for; only where one was. */
  readonly proof?: readonly Proof[]
  /** What `list` found. */
  readonly list?: readonly Listed[]
  /** What `find` found. */
  readonly find?: readonly Hit[]
  /** The pages that `explain` was asked for. */
  readonly explain?: readonly Page[]
  /** What `init` wrote or would write. */
  readonly init?: { readonly path: string; readonly text: string }
  /** The JSON Schema that `schema` was asked for. */
  readonly schema?: { readonly [key: string]: unknown }
  /** What `check` read, and what it does not show. */
  readonly check?: CheckReport
  /** What an edit changed. */
  readonly changes?: ChangesReport
  /** The rules that `rules` lists. */
  readonly rules?: readonly RuleReport[]
  /** How the verdicts of the deals came about, day by day. */
  readonly timeline?: TimelineReport
  /** One subject through all deals. */
  readonly trace?: TraceReport
  /** Deadlines and ends, by date. */
  readonly due?: DueReport
  /** What was reported against what was announced. */
  readonly press?: PressReport
  /** What it would take to close the gaps, or what is agreed. */
  readonly settle?: SettleReport
  /** What makes the command end with exit code 1: verdicts, severities, changes; empty where nothing does. */
  readonly failOn: readonly string[]
}

/** What went wrong outside a deal file's own text. */
export interface Trouble {
  readonly code: string
  readonly message: string
  readonly hint: string | null
}

/** How many terms have each verdict; `aside` counts what is missing but is no commitment, outside `missing`. */
export type Summary = { readonly [verdict in Verdict]: number } & { readonly aside: number }

export interface DealReport {
  readonly deal: string
  readonly title: string
  /** As given, with `/`; `shipped:london.yaml` for a deal that comes with the program. */
  readonly path: string
  readonly aliases: readonly string[]
  /** As written, e.g. `2025-06-09 to 2025-06-10`. */
  readonly held: string | null
  readonly follows: string | null
  readonly recordCloses: string | null
  readonly parties: readonly { readonly id: string; readonly name: string; readonly short: string }[]
  readonly sources: readonly SourceReport[]
  readonly summary: Summary
  readonly terms: readonly TermReport[]
}

export interface SourceReport {
  readonly id: string
  /** Empty for press. */
  readonly party: readonly string[]
  readonly by: string
  readonly kind: string | null
  readonly issuer: string | null
  readonly date: string
  readonly read: 'whole' | 'part' | null
  readonly seen: readonly {
    readonly copy: string
    readonly via: string | null
    readonly url: string | null
  }[]
  /** Whether it only tells what became of a term: then it is no statement on the deal. */
  readonly aside: boolean
}

export interface TermReport {
  readonly id: string
  readonly title: string
  readonly topic: string | null
  readonly subject: string | null
  readonly obligor: readonly string[]
  readonly nature: string
  readonly verdict: Verdict
  /** The verdict in one sentence. */
  readonly sentence: string
  /** What an unclear verdict could be. */
  readonly couldBe: readonly Verdict[]
  /** True where it is missing and yet not counted so: no commitment, or an answer to a denial only. */
  readonly aside: boolean
  readonly missing: readonly MissingReport[]
  readonly reasons: readonly ReasonReport[]
  readonly pairs: readonly PairReport[]
  readonly versions: readonly VersionReport[]
  readonly inconsistencies: readonly InconsistencyReport[]
  readonly reported: readonly ReportedReport[]
  /** What is known of what became of it, earliest first; no verdict rests on it. */
  readonly fates: readonly FateReport[]
  readonly place: Place
}

/** What became of a commitment after it was announced. */
export interface FateReport {
  /** The piece of it that it befell; null for all of it. */
  readonly part: string | null
  readonly fate: FateWord
  /** When it happened, as written; of `unknown`, the last day that was searched. */
  readonly date: string
  /** The deal in which it goes on. */
  readonly deal: string | null
  readonly says: string | null
  /** Null only where it is unknown. */
  readonly source: string | null
  readonly place: Place
}

export interface MissingReport {
  readonly party: string
  readonly silence: SilenceState
  /** True where the silent party is the one that would have to do it. */
  readonly mustAct: boolean
}

export interface ReasonReport {
  readonly code: ReasonCode
  readonly facet: string | null
  /** The axis of scope it is about. */
  readonly axis: string | null
  readonly part: string | null
  readonly role: 'region' | 'content' | null
  readonly relation: Relation | 'unknown' | null
  /** One sentence, ending with a full stop. */
  readonly sentence: string
  readonly parties: readonly string[]
}

export interface PairReport {
  readonly parties: readonly [string, string]
  readonly verdict: Verdict
  readonly couldBe: readonly Verdict[]
  readonly facets: readonly PairFacet[]
}

export interface PairFacet {
  readonly part: string | null
  readonly facet: string
  readonly axis: string | null
  readonly role: 'region' | 'content'
  readonly relation: Relation | 'unknown'
  readonly possible: readonly Relation[]
  /** What the first party says; null where it says nothing. */
  readonly a: string | null
  readonly b: string | null
}

export interface VersionReport {
  readonly party: string
  readonly state: 'announced' | 'silent'
  readonly silence: {
    readonly state: SilenceState
    readonly sources: readonly string[]
    readonly quote: string | null
  } | null
  readonly parts: readonly { readonly part: string | null; readonly facets: readonly VersionFacet[] }[]
  /** In force as of the date, in time order. */
  readonly claims: readonly ClaimReport[]
}

export interface VersionFacet {
  readonly facet: string
  readonly axis: string | null
  readonly text: string
  /** Exact bounds as decimal or fraction text, in `unit`; instants as ISO 8601 in UTC; null where open. */
  readonly min: string | null
  readonly max: string | null
  readonly unit: string | null
  readonly basis: string | null
  /** The source whose claim stated it. */
  readonly source: string
  readonly place: Place
}

export interface ClaimReport {
  readonly source: string
  readonly date: string
  readonly part: string | null
  readonly says: string | null
  readonly quote: string | null
  readonly original: string | null
  readonly place: Place
}

export interface InconsistencyReport {
  readonly party: string
  readonly facet: string | null
  /** The sources of the claims that do not go together. */
  readonly claims: readonly string[]
  readonly sentence: string
}

export interface ReportedReport {
  readonly attributed: readonly string[]
  readonly source: string
  readonly says: string
  /** One judgement for each party it is attributed to. */
  readonly judgement: readonly { readonly party: string; readonly judgement: Judgement }[]
}

/** One term, step by step: everything the verdict rests on that the term itself does not carry. */
export interface Proof {
  readonly deal: string
  readonly term: string
  /** For each neighbouring verdict, why it is not that. */
  readonly whyNot: readonly { readonly verdict: Verdict; readonly sentence: string }[]
  /** What would change the verdict, and to what. */
  readonly flips: readonly { readonly verdict: Verdict; readonly sentence: string }[]
  /** Every statement on the term, silences too, in date order. */
  readonly statements: readonly {
    readonly date: string
    readonly party: string
    readonly source: string
    readonly says: string
    readonly quote: string | null
    readonly place: Place
  }[]
  /** How the verdict came about: a step for each day on which it changed, or what a side says did. */
  readonly byDate: readonly StepReport[]
  /** Two wordings of one thing, word by word: runs that both have, or only one. */
  readonly wording: readonly {
    readonly a: { readonly party: string; readonly source: string }
    readonly b: { readonly party: string; readonly source: string }
    readonly runs: readonly { readonly text: string; readonly only: 'a' | 'b' | null }[]
  }[]
}

/** A day on which the verdict of a term changed, or what a side says of it, or what is known of a side's silence. */
export interface StepReport {
  /** As written in the statement. */
  readonly date: string
  /** The same as a day, YYYY-MM-DD: of a month, its last. */
  readonly day: string
  /** The first of `sources`; empty where there is none. */
  readonly source: string
  /** The statements of that day that bear on the term, those first that changed something. */
  readonly sources: readonly string[]
  /** The verdict until then; null where nobody had spoken of the term. */
  readonly before: Verdict | null
  readonly verdict: Verdict
  /** True where it is another than until then, or counted otherwise; else only what is said is another. */
  readonly turned: boolean
  /** True where it is missing from then on and yet not counted so. */
  readonly aside: boolean
  /** The verdict of that day in one sentence. */
  readonly sentence: string
  /** What changed, in one sentence. */
  readonly because: string
  /** The same, side by side. */
  readonly changes: readonly StepChange[]
}

/** What changed on one side. */
export interface StepChange {
  /** Whose word or silence it is; several of a joint text, none of what the press says. */
  readonly parties: readonly string[]
  readonly kind: 'announced' | 'changed' | 'silent' | 'reported' | 'conversion'
  readonly sentence: string
  /** The statements of that day that it rests on. */
  readonly sources: readonly string[]
  /** The sentence in pieces, each with the statements that say just that. */
  readonly pieces: readonly { readonly text: string; readonly sources: readonly string[] }[]
}

export interface Listed {
  readonly deal: string
  readonly title: string
  readonly path: string
  readonly aliases: readonly string[]
  readonly held: string | null
  readonly terms: number
  readonly statements: number
  readonly from: string | null
  readonly to: string | null
  readonly summary: Summary
  /** How many errors the file has; it is not compared where it has any. */
  readonly errors: number
}

export interface Hit {
  readonly deal: string
  readonly term: string
  readonly title: string
  readonly verdict: Verdict | null
  /** Where the words stand: `id`, `title`, `topic`, `subject`, `says`, `quote`, `value`, `source`. */
  readonly where: string
  readonly party: string | null
  readonly text: string
  readonly place: Place
}

/** A page of `explain`. */
export interface Page {
  readonly word: string
  /** verdict, reason, facet, ladder, unit, word, … */
  readonly kind: string
  readonly means: string
  /** The rule by which it is decided. */
  readonly rule: string | null
  readonly examples: readonly Example[]
  readonly see: readonly string[]
  /** Lines to print as they are: a ladder, a hierarchy. */
  readonly diagram: readonly string[]
}

/** Two claims of one term in YAML flow style, and what comes of them. */
export interface Example {
  readonly us: string | null
  readonly china: string | null
  readonly verdict: Verdict
  readonly because: string
  /** Vocabulary or term keys the example needs, as YAML; most need none. */
  readonly term?: string
  readonly words?: string
}

export interface CheckReport {
  /** Every file read, vocabularies too. */
  readonly files: readonly string[]
  /** The deals among them. */
  readonly deals: readonly {
    readonly path: string
    /** Null where the file has errors. */
    readonly deal: string | null
    readonly terms: readonly string[]
  }[]
  /** What a comment, the baseline or `--since` keeps from being shown. */
  readonly suppressed: readonly Suppressed[]
  /** The files that `--fix` wrote, and the rules it mended there, one for each finding. */
  readonly fixed: readonly { readonly path: string; readonly rules: readonly string[] }[]
  /** The revision since which findings count; null where all do. */
  readonly since: string | null
  /** The baseline read or written; null where there is none. */
  readonly baseline: { readonly path: string; readonly written: boolean; readonly entries: number } | null
}

export interface RuleReport {
  readonly rule: string
  readonly severity: Severity
  readonly summary: string
  readonly why: string
  /** Whether `check --fix` mends it. */
  readonly mends: boolean
  /** Whether reading finds it, which makes no deal of a file with errors; a rule; or what keeps findings from being shown. */
  readonly foundBy: 'reading' | 'linting' | 'suppressing'
}

/** What an edit changed: in what was coded, and in the verdicts. */
export interface ChangesReport {
  readonly base: RevisionReport
  readonly head: RevisionReport
  /** The deals in which something changed. */
  readonly deals: readonly DealChange[]
  /** How many deals are the same in both, file and verdicts. */
  readonly same: number
  /** Words of vocabulary files that changed; those of a deal's own stand with the deal. */
  readonly words: readonly WordChange[]
  /** How many terms have each word of `TermChange.became`. */
  readonly summary: { readonly [word: string]: number }
}

export interface RevisionReport {
  /** As it was asked for; null for files as they are on the disk. */
  readonly revision: string | null
  /** The commit it is; null for files on the disk. */
  readonly commit: string | null
}

export interface DealChange {
  readonly deal: string
  readonly title: string
  readonly state: 'added' | 'removed' | 'renamed' | 'edited' | 'mended'
  /** The file at the base; null for an added deal. */
  readonly from: string | null
  /** The file at the head; null for a removed deal. */
  readonly to: string | null
  readonly parties: DealReport['parties']
  /** The verdict counts at the base; null where there was no deal, or one that could not be read (`mended`). */
  readonly before: Summary | null
  readonly after: Summary | null
  /** What changed in the deal besides its terms: title, parties, record-closes, … */
  readonly fields: readonly FieldChange[]
  readonly sources: readonly SourceChange[]
  /** Words of the deal's own vocabulary that changed. */
  readonly words: readonly WordChange[]
  readonly terms: readonly TermChange[]
}

/** One key, before and after; null where it is not there. */
export interface FieldChange {
  readonly field: string
  readonly before: string | null
  readonly after: string | null
}

export interface SourceChange {
  readonly id: string
  /** The id it had at the base, where it has another now. */
  readonly was: string | null
  readonly state: 'added' | 'removed' | 'renamed' | 'edited'
  readonly fields: readonly FieldChange[]
  readonly by: string
  readonly date: string
  readonly url: string | null
  /** At the head; of a removed one, at the base. */
  readonly place: Place
}

export interface WordChange {
  /** axis, ladder, basis, condition, event, unit, … */
  readonly kind: string
  readonly word: string
  /** A word that went from one parent to another is moved: `before` and `after` name the parents, null for the top. */
  readonly state: 'added' | 'removed' | 'edited' | 'moved'
  readonly before: string | null
  readonly after: string | null
  readonly place: Place
}

export interface TermChange {
  readonly id: string
  /** The id it had at the base, where it has another now. */
  readonly was: string | null
  readonly title: string
  /** `same` where nothing of the term itself was edited: then something else moved its verdict. */
  readonly state: 'added' | 'removed' | 'renamed' | 'edited' | 'same'
  readonly before: Standing | null
  readonly after: Standing | null
  /** What became of its verdict, as `--fail-on` calls it: `new-contradiction`, `lost-agreement`; empty where it stayed. */
  readonly became: readonly string[]
  /** Keys of the term itself. */
  readonly fields: readonly FieldChange[]
  readonly entries: readonly EntryChange[]
  /**
   * Edits which alone made the verdict change as it did or, where it stayed, its sentence, and of which none can be left
   * out; empty where both stayed.
   */
  readonly causes: readonly Cause[]
  /** At the head; of a removed one, at the base. */
  readonly place: Place
}

/** How a term stood at one revision; null verdict where nobody speaks of it. */
export interface Standing {
  readonly verdict: Verdict | null
  readonly aside: boolean
  readonly couldBe: readonly Verdict[]
  readonly sentence: string
  /** In what a side is against itself, a sentence each. */
  readonly itself: readonly string[]
}

/** A claim, silence, report or fate that was added, removed or edited. */
export interface EntryChange {
  readonly kind: 'claim' | 'silence' | 'reported' | 'fate'
  readonly state: 'added' | 'removed' | 'edited'
  /** Of a joint claim, all that it is of; of a report, those it is attributed to. */
  readonly parties: readonly string[]
  readonly part: string | null
  /** Its statement; null for a silence. */
  readonly source: string | null
  readonly by: string | null
  readonly date: string | null
  readonly url: string | null
  /** What it says of each facet, before and after; of an added one all of them, too. */
  readonly facets: readonly (FieldChange & { readonly axis: string | null })[]
  /** Own words and quote, word by word; null where they stayed. */
  readonly says: readonly WordingRun[] | null
  readonly quote: readonly WordingRun[] | null
  /** The quote at the head, where it is new or another. */
  readonly newQuote: string | null
  /** At the head; of a removed one, at the base. */
  readonly place: Place
}

/** A run of words that both have (null), only the base, or only the head. */
export interface WordingRun {
  readonly text: string
  readonly only: 'before' | 'after' | null
}

/** One edit without which the verdict would not have changed as it did. */
export interface Cause {
  readonly kind:
    'claim' | 'silence' | 'reported' | 'source' | 'rank' | 'term' | 'word' | 'conversion' | 'party' | 'deal'
  /** What was edited, in one sentence. */
  readonly sentence: string
  /** Where, at the head; of what was removed, at the base. */
  readonly place: Place
  /** Whether it was removed, so that its place is at the base. */
  readonly gone: boolean
}
