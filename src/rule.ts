import type { Compared } from './compare/compare.ts'
import type { Deal } from './deal.ts'
import type { Finding, Severity } from './diagnostic.ts'
import type { Text } from './place.ts'
import type { Comment, Node } from './tree.ts'

/**
 * A rule: what can be wrong in a deal file, why that matters, and how it is found. A rule knows no format; the engine
 * stamps its id and severity on what it finds. To add one, write a file of the folder `rules/`, named by its id, and
 * name it in `rules/index.ts`.
 */
export interface Rule {
  /** The name of its file, in kebab case. */
  readonly id: string
  /** What its findings are; a finding may say that it is a graver or a lesser one. */
  readonly severity: Severity
  /** What it finds, as a phrase: `a source that no claim names`. */
  readonly summary: string
  /** What goes wrong where it is left, in a sentence or two. */
  readonly why: string
  readonly bad: Sample
  readonly good: Sample
  /** Whether `check --fix` can mend it. */
  readonly mends?: true
  readonly found: Found
}

/** By whom it is found, and what there must be to find it. */
export type Found =
  /** By reading itself, which makes no deal of a file with errors. */
  | { readonly by: 'reading' }
  /** In the file as a tree: also where it has errors. */
  | { readonly by: 'file'; readonly in: (file: FileRead) => Iterable<RuleFinding> }
  /** In the deal that was read. */
  | { readonly by: 'deal'; readonly in: (checked: Checked) => Iterable<RuleFinding> }
  /** In what several files of a folder say together. */
  | { readonly by: 'folder'; readonly start: () => Gatherer }
  /** By the engine, in what keeps findings from being shown. */
  | { readonly by: 'suppressing' }

/** What a rule found; the engine stamps the rule. */
export type RuleFinding = Omit<Finding, 'rule' | 'meant'>

/** A file as it was read. */
export interface FileRead {
  readonly file: Text
  readonly root: Node
  readonly comments: readonly Comment[]
}

/** A deal without errors, its file, and its terms compared: as of the last statement, or of the day asked for. */
export interface Checked extends FileRead {
  readonly deal: Deal
  readonly compared: readonly Compared[]
}

/** Sees the deals of a folder one after another, and says at the end what is wrong between them. It keeps names and places, no deals. */
export interface Gatherer {
  readonly see: (checked: Checked) => void
  /** `isWhole` tells of a file whether all that lie beside it were seen: else what is not among them may yet be there. */
  readonly end: (isWhole: (path: string) => boolean) => Iterable<RuleFinding>
}

/**
 * An example, as `dealdiff explain RULE` prints it and a test runs it. Its top-level keys take the place of those of a
 * small sound deal (`sampleText`), so that it shows no more than is at issue.
 */
export interface Sample {
  readonly yaml: string
  /** Of a bad one, the text on which the finding stands: its first occurrence. */
  readonly at?: string
  /** Text that stands before `at`, where another of the same stands before that: a key that is there twice. */
  readonly after?: string
  /** Whether it is a whole file by itself. */
  readonly whole?: true
  /** Other deal files of the folder, by name, whole. */
  readonly beside?: Readonly<Record<string, string>>
}
