import { reportChanges } from '../changes/changes.ts'
import { type DealPair, matchDeals } from '../changes/match.ts'
import type { Revised } from '../changes/revised.ts'
import { type Diagnostic, sortDiagnostics } from '../diagnostic.ts'
import { TroubleError } from '../errors.ts'
import { commitOf, mergeBaseOf, type Repository, repositoryAt } from '../git.ts'
import type { Io } from '../io.ts'
import { isNoWord } from '../locate.ts'
import { dealsAt, type Found, resolveDeals, type Surroundings } from '../operand.ts'
import type { Options } from '../options.ts'
import type { Text } from '../place.ts'
import { parseDeal } from '../read/parse.ts'
import type { Report, RevisionReport, Trouble } from '../report/report.ts'
import { asCalled, blankReport, type Command, errorTrouble, surroundings, wordsReader } from './command.ts'

export const changes: Command = {
  name: 'changes',
  operands: '[deal...]',
  summary: 'what an edit changed: claims, and verdicts',
  main: false,
  picks: false,
  failsOn: 'changes',
  annotates: true,
  options: [
    ['--base <revision>', 'what to compare with (default: HEAD)'],
    ['--head <revision>', 'what to compare (default: the files as they are)'],
    ['--merge-base', 'compare with where base and head parted, not with the base itself'],
  ],
  asOf: 'the verdicts of both as they stood on a day, such as 2025-06-12; every edit is listed',
  run,
}

const ON_DISK: RevisionReport = { revision: null, commit: null }

/** Two revisions of the deals named, before any is read. */
interface Two {
  readonly base: RevisionReport
  readonly head: RevisionReport
  readonly before: readonly Found[]
  readonly after: readonly Found[]
  /** Two files that were named are one deal, whatever they are called. */
  readonly oneDeal: boolean
}

async function run(operands: readonly string[], options: Options, io: Io): Promise<Report> {
  const at = surroundings(options, io)
  const two = isPair(operands, options, at)
    ? await filePair(operands, at)
    : await revisions(operands, options, at, io)
  const wordsOf = wordsReader()
  const diagnostics: Diagnostic[] = []
  const trouble: Trouble[] = []
  const { old, now, same } = edited(two.before.map(loaded), two.after.map(loaded))
  const read = ({ found, file, vocabularies }: Loaded): Revised => {
    const [words, named] = [wordsOf(vocabularies), asCalled(file, options)]
    // Two files that were named need not be called as their deal, and neither was renamed to the other.
    return two.oneDeal
      ? { path: named.path, where: null, parsed: parseDeal(named, words, 'anyhow'), words }
      : { path: named.path, where: found.where, parsed: parseDeal(named, words), words }
  }
  const before = old.map(read)
  const after = now.map(read)
  for (const { path, parsed } of after)
    if (parsed.deal === null) {
      const errors = parsed.diagnostics.filter((d) => d.severity === 'error')
      diagnostics.push(...errors)
      trouble.push(errorTrouble(path, parsed.readable, errors))
    }
  const base = blankReport('changes', options.asOf, io)
  if (trouble.length > 0) return { ...base, trouble, diagnostics: sortDiagnostics(diagnostics) }
  if (same + before.length + after.length === 0)
    throw new TroubleError(
      'no-deals',
      'There is no deal to compare, neither at the base nor now.',
      'Name the folder of your deals, or give it with --deals.',
    )
  const [b, a] = [before[0], after[0]]
  const pairs: readonly DealPair[] =
    two.oneDeal && b && a ? [{ before: b, after: a }] : matchDeals(before, after)
  return { ...base, changes: reportChanges({ base: two.base, head: two.head, pairs, same }, options.asOf) }
}

/** A deal file, and the vocabularies that apply to it, as texts. */
interface Loaded {
  readonly found: Found
  readonly file: Text
  readonly vocabularies: readonly Text[]
}
const loaded = (found: Found): Loaded => ({
  found,
  file: found.text(),
  vocabularies: found.vocabularies(),
})

/** Most files of a folder are not touched by an edit: they need not be read, and their mistakes are not the edit's. */
function edited(
  before: readonly Loaded[],
  after: readonly Loaded[],
): { readonly old: readonly Loaded[]; readonly now: readonly Loaded[]; readonly same: number } {
  const textsOf = ({ file, vocabularies }: Loaded): string =>
    JSON.stringify([file.text, ...vocabularies.map((v) => v.text)])
  const were = new Map(before.map((b) => [b.found.where, b]))
  const same = after.filter(({ found: { where }, ...a }) => {
    const b = where === null ? undefined : were.get(where)
    return b !== undefined && textsOf(b) === textsOf({ found: b.found, ...a })
  })
  const untouched = new Set(same.map((a) => a.found.where))
  return {
    old: before.filter((b) => !untouched.has(b.found.where)),
    now: after.filter((a) => !untouched.has(a.found.where)),
    same: same.length,
  }
}

/** One file named twice, as a deal, a path and a folder, is one. */
const once = (found: readonly Found[]): Found[] => [
  ...new Map(found.map((f) => [f.where ?? f.path, f])).values(),
]

/** `changes old.yaml new.yaml`: two files, and no revision. */
const isPair = (operands: readonly string[], { base, head }: Options, at: Surroundings): boolean =>
  operands.length === 2 && base === null && head === null && operands.every((o) => isNoWord(o, at))

async function filePair([old = '', now = '']: readonly string[], at: Surroundings): Promise<Two> {
  const one = async (operand: string): Promise<readonly Found[]> => {
    const found = await resolveDeals([operand], at)
    if (found.length === 1) return found
    throw new TroubleError(
      'usage',
      `"${operand}" holds ${found.length} deals; expected one file to compare with another.`,
      'Of folders, name the revisions: dealdiff changes --base main',
    )
  }
  return { base: ON_DISK, head: ON_DISK, before: await one(old), after: await one(now), oneDeal: true }
}

async function revisions(
  operands: readonly string[],
  options: Options,
  at: Surroundings,
  io: Io,
): Promise<Two> {
  const repo = repositoryAt(io.cwd, io.env)
  const head = options.head === null ? null : commitOf(repo, options.head)
  const base = baseOf(repo, options, head)
  const named = (commit: string, name: string): Promise<Found[]> =>
    dealsAt({ repo, commit, name }, operands, at)
  const before = once(await named(base.commit, base.revision))
  const after = once(head === null ? await onDisk(operands, at) : await named(head, options.head ?? ''))
  if (operands.length > 0 && before.length + after.length === 0)
    throw new TroubleError(
      'unknown-deal',
      `There is no deal ${operands.map((o) => `"${o}"`).join(', ')}, at ${base.revision} or now.`,
      meantRevision(repo, operands) ?? 'dealdiff list shows the deals there are.',
    )
  return {
    base,
    head: head === null ? ON_DISK : { revision: options.head, commit: head },
    before,
    after,
    oneDeal: false,
  }
}

/** `changes main`, `changes main..edit`: as git has it, and as most people type it first. */
function meantRevision(repo: Repository, operands: readonly string[]): string | null {
  const [base = '', head, ...rest] = operands.length === 1 ? (operands[0] ?? '').split(/\.{2,3}/) : operands
  if (rest.length > 0) return null
  try {
    for (const revision of [base, ...(head === undefined ? [] : [head])]) commitOf(repo, revision)
  } catch {
    return null
  }
  return `To compare with a revision: dealdiff changes --base ${base}${head === undefined ? '' : ` --head ${head}`}`
}

function baseOf(
  repo: Repository,
  options: Options,
  head: string | null,
): { readonly revision: string; readonly commit: string } {
  const revision = options.base ?? 'HEAD'
  const commit = commitOf(repo, revision)
  if (!options.mergeBase) return { revision, commit }
  return { revision, commit: mergeBaseOf(repo, commit, head ?? commitOf(repo, 'HEAD')) }
}

/** The files as they are; a deal that was there at the base only is no mistake. */
async function onDisk(operands: readonly string[], at: Surroundings): Promise<Found[]> {
  const missing = ['no-file', 'unknown-deal', 'no-deals']
  const out: Found[] = []
  // Where the last deal of a repository is gone, those that come with the program do not stand in for it.
  if (operands.length === 0 && at.shelf.prefix !== null) return out
  for (const some of operands.length === 0 ? [[]] : operands.map((o) => [o]))
    try {
      out.push(...(await resolveDeals(some, at)))
    } catch (error) {
      if (!(error instanceof TroubleError && missing.includes(error.code))) throw error
    }
  return out
}
