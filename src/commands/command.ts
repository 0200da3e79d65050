import type { Deal } from '../deal.ts'
import { emptySummary } from '../report/summary.ts'
import { type Diagnostic, sortDiagnostics } from '../diagnostic.ts'
import type { FailsOn } from '../exit.ts'
import type { Io } from '../io.ts'
import type { Found, Surroundings } from '../operand.ts'
import type { Options } from '../options.ts'
import type { Text } from '../place.ts'
import { parseDeal, parseVocabularies, type Words } from '../read/parse.ts'
import type { Report, Trouble } from '../report/report.ts'
import { findShelf } from '../shelf.ts'

/** A command: operands and options in, one report out. To add one, write a file here and name it in `index.ts`. */
export interface Command {
  readonly name: string
  /** Its operands, as help shows them. */
  readonly operands: string
  readonly summary: string
  /** Whether `--help` shows it among the first. */
  readonly main: boolean
  /** Whether it takes the options that pick terms. */
  readonly picks: boolean
  /** What `--term` does here, for help, where it is not the ordinary thing. */
  readonly term?: string
  /** Options that it alone takes: as commander writes them, and what they are for. */
  readonly options?: readonly (readonly [flags: string, about: string])[]
  /** What `--as-of` does here, for help, where it is not the ordinary thing. */
  readonly asOf?: string
  /** What its `--fail-on` names; it has none where nothing can fail it. */
  readonly failsOn?: FailsOn
  /** Whether a CI run wants its findings as annotations, where no format was asked for. */
  readonly annotates?: true
  readonly run: (operands: readonly string[], options: Options, io: Io) => Promise<Report>
}

/** A report with nothing in it yet. */
export const blankReport = (command: string, asOf: string | null, io: Io): Report => ({
  schemaVersion: 1,
  tool: { name: 'dealdiff', version: io.version },
  command,
  asOf,
  trouble: [],
  deals: [],
  diagnostics: [],
  summary: emptySummary,
  failOn: [],
})

/** What operands are resolved against. */
export const surroundings = (options: Options, io: Io): Surroundings => ({
  cwd: io.cwd,
  env: io.env,
  shipped: io.shipped,
  shelf: findShelf(io.cwd, io.shipped, options.deals, io.env.DEALDIFF_DEALS),
  readStdin: io.readStdin,
})

/** A text under the name by which it is shown: the standard input can be given one. */
export const asCalled = (file: Text, { stdinFilename }: Options): Text =>
  file.path === '-' && stdinFilename !== null ? { ...file, path: stdinFilename } : file

/** Reads the vocabularies of each folder once. */
export function wordsReader(): (texts: readonly Text[]) => Words {
  const read = new Map<readonly Text[], Words>()
  return (texts) => {
    const words = read.get(texts) ?? parseVocabularies(texts)
    read.set(texts, words)
    return words
  }
}

/** Reads deal files; those with errors are trouble, and then none is compared. */
export function read(
  found: readonly Found[],
  options: Options,
): { deals: Deal[]; diagnostics: Diagnostic[]; trouble: Trouble[] } {
  const deals: Deal[] = []
  const diagnostics: Diagnostic[] = []
  const trouble: Trouble[] = []
  const wordsOf = wordsReader()
  for (const one of found) {
    const named = asCalled(one.text(), options)
    const parsed = parseDeal(named, wordsOf(one.vocabularies()))
    if (parsed.deal) deals.push(parsed.deal)
    else {
      const errors = parsed.diagnostics.filter((d) => d.severity === 'error')
      diagnostics.push(...errors)
      trouble.push(errorTrouble(named.path, parsed.readable, errors))
    }
  }
  return { deals, diagnostics: sortDiagnostics(diagnostics), trouble }
}

/** What a file with errors comes to for every command but `check`: it is not compared. */
export function errorTrouble(path: string, readable: boolean, errors: readonly Diagnostic[]): Trouble {
  const where = [...new Set(errors.map((d) => d.place.path))]
  return {
    code: readable ? 'file-has-errors' : 'unreadable',
    message: `${path} is not compared: there ${errors.length === 1 ? 'is 1 error' : `are ${errors.length} errors`} in ${where.join(' and ')}.`,
    hint: `dealdiff check ${where.join(' ')} shows all findings.`,
  }
}

/** One file named twice, as a deal and a path, is one. */
export const once = (deals: readonly Deal[]): Deal[] => [
  ...new Map(deals.map((d) => [`${d.path}\n${d.id}`, d])).values(),
]
