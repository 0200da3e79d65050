import { comparePlaces, compareText, type Place } from './place.ts'
import { onOneLine } from './words.ts'

/** How grave a finding is, gravest first. */
export const severities = ['error', 'warning', 'note'] as const
export type Severity = (typeof severities)[number]

/** One finding in a deal file: what is, what was expected, where. */
export interface Diagnostic {
  /** The kebab-case name of the rule that found it. */
  readonly rule: string
  readonly severity: Severity
  /** One sentence: what is, then what was expected, values quoted. */
  readonly message: string
  /** What to do about it; null where the message says it. */
  readonly help: string | null
  readonly place: Place
  /** The other places involved. */
  readonly related: readonly Related[]
  /** What in the file it is about: the keys that lead there, with `/` between; empty for the file as a whole. */
  readonly about: string
  /** What else tells it from another finding of the same rule at the same place: names, never wording. */
  readonly args: readonly string[]
  /** The line on which it stands, as it is in the file; null where that is too long to show, or not known. */
  readonly excerpt: string | null
  /** The edits that mend it, for `check --fix`; empty where that takes a person. */
  readonly fix: readonly Edit[]
}

/** Another place that a finding involves, and what stands there. */
export interface Related {
  readonly message: string
  readonly place: Place
  readonly excerpt: string | null
}

/** Text that takes the place of what stands there; an empty place inserts. */
export interface Edit {
  readonly place: Place
  readonly text: string
}

/** A finding as its finder makes it; the reader fills in what is usual: an error, without more help or places. */
export interface Finding {
  readonly rule: string
  readonly severity?: Severity
  readonly message: string
  readonly help?: string
  readonly place: Place
  readonly related?: readonly { readonly message: string; readonly place: Place }[]
  readonly args?: readonly string[]
  readonly fix?: readonly Edit[]
  /** What was probably meant. It takes time to find out, so that only the first findings of a rule say it. */
  readonly meant?: () => { readonly message?: string; readonly help?: string } | null
}

/** How many findings of one rule say what was probably meant. */
const MOST_MEANT = 20

/** Makes diagnostics of the findings of one file. */
export function completer(): (finding: Finding) => Diagnostic {
  const of = new Map<string, number>()
  return ({ meant, ...finding }) => {
    const seen = of.get(finding.rule) ?? 0
    if (meant) of.set(finding.rule, seen + 1)
    const more = meant && seen < MOST_MEANT ? meant() : null
    return diagnosticOf({ ...finding, ...more })
  }
}

/**
 * A finding with what is usual filled in; what is said repeats text of the file, and stays on its line. Where in the
 * file's tree it stands is stamped on it by the reader.
 */
export const diagnosticOf = ({ related = [], help, ...finding }: Omit<Finding, 'meant'>): Diagnostic => ({
  severity: 'error',
  about: '',
  args: [],
  excerpt: null,
  fix: [],
  ...finding,
  message: onOneLine(finding.message),
  help: help === undefined ? null : onOneLine(help),
  related: related.map((r) => ({ ...r, message: onOneLine(r.message), excerpt: null })),
})

/** Gives findings in file order, gravest first at one place; exact repetitions are dropped. */
export function sortDiagnostics(found: readonly Diagnostic[]): Diagnostic[] {
  const sorted = [...found].sort(
    (a, b) =>
      comparePlaces(a.place, b.place) ||
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      compareText(a.rule, b.rule) ||
      compareText(a.message, b.message),
  )
  return sorted.filter((d, i) => {
    const before = sorted[i - 1]
    return !before || before.message !== d.message || comparePlaces(before.place, d.place) !== 0
  })
}
