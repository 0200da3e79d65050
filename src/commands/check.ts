import { beforeOf, screenSince } from '../check/since.ts'
import { joined } from '../check/pass.ts'
import type { Screened, Suppressed } from '../check/suppressed.ts'
import { type Diagnostic, sortDiagnostics } from '../diagnostic.ts'
import {
  absolutePath,
  dealFiles,
  folderOf,
  isFile,
  isFolder,
  realPath,
  relativePath,
  repositoryRoot,
} from '../disk.ts'
import { TroubleError } from '../errors.ts'
import type { Io } from '../io.ts'
import { type Found, type FoundToCheck, resolveChecked, type Surroundings } from '../operand.ts'
import type { Options } from '../options.ts'
import { comparePlaces, compareText } from '../place.ts'
import type { CheckReport, Report, Trouble } from '../report/report.ts'
import { surveyAt } from './check/before.ts'
import { BASELINE, type KnownFindings, knownFindings, type LookedAt } from './check/known.ts'
import { mendFiles, refuseUnwritable } from './check/mended.ts'
import { survey, type Surveyed } from './check/survey.ts'
import { asCalled, blankReport, type Command, surroundings } from './command.ts'

export const check: Command = {
  name: 'check',
  operands: '[path...]',
  summary: 'lint deal files',
  main: true,
  picks: false,
  options: [
    ['--since <rev>', 'only what was not found at a revision'],
    ['--baseline <file>', `the file of findings that are known (default: the nearest ${BASELINE})`],
    ['--write-baseline', 'write all that is found now, but errors, into that file'],
    ['--fix', 'mend in the files what can be mended without changing what they say'],
  ],
  failsOn: 'severities',
  annotates: true,
  asOf: 'compare the terms as of a day; a rule on the file itself knows no day',
  run,
}

/** Mending one finding can bring another to light in another file; after so many rounds it is left to a person. */
const MOST_ROUNDS = 4

async function run(operands: readonly string[], options: Options, io: Io): Promise<Report> {
  const { since, fix, writeBaseline, asOf } = options
  if (since !== null && writeBaseline)
    throw new TroubleError(
      'usage',
      'A baseline holds all that is found; --write-baseline does not go with --since.',
      'Give one of the two.',
    )
  if (asOf !== null && writeBaseline)
    throw new TroubleError(
      'usage',
      'A baseline holds all that is found; --write-baseline does not go with --as-of.',
      'Give one of the two.',
    )
  const at = surroundings(options, io)
  let found = once(await resolveChecked(operands, at))
  if (fix) refuseUnwritable(found)
  const where = absoluteOf(found, at)
  const known = knownFindings(options, at, where)
  const before = since === null ? null : await surveyAt(since, operands, found, at, asOf)
  const screen = screening(known, before)
  const look = (): Surveyed =>
    survey(found, {
      called: (file) => asCalled(file, options),
      asOf,
      wholeAmong: (sound) => {
        const { isKnown } = lookedAt(found, sound, where, at)
        return (path) => isKnown(where(path) ?? path, 'folder')
      },
    })
  let surveyed = look()
  const fixed: CheckReport['fixed'][number][] = []
  const unwritten: Trouble[] = []
  for (let round = fix ? 0 : MOST_ROUNDS; round < MOST_ROUNDS && unwritten.length === 0; round++) {
    const mended = mendFiles(found, screen(surveyed.shown).shown, screen, unwritten)
    if (mended.length === 0) break
    fixed.push(...mended)
    found = once(await resolveChecked(operands, at))
    surveyed = look()
  }
  const seen = lookedAt(found, surveyed.sound, where, at)
  const written = writeBaseline && known ? known.write(surveyed, seen) : known
  const screened = screening(written, before)(surveyed.shown)
  const wasSeen = before && lookedAt(found, before.sound, where, at)
  // As of a day not everything is found that the baseline knows.
  const stale = staleOf(
    asOf === null ? written : null,
    [surveyed, seen],
    before && wasSeen && [before, wasSeen],
  )
  return {
    ...blankReport('check', asOf, io),
    trouble: [...surveyed.trouble, ...unwritten],
    diagnostics: sortDiagnostics([...screened.shown, ...stale.shown]),
    check: {
      files: surveyed.files,
      deals: surveyed.deals,
      suppressed: sorted([...surveyed.ignored, ...screened.suppressed, ...stale.suppressed]),
      fixed: byFile(fixed),
      since,
      baseline: written?.report ?? null,
    },
  }
}

/** Each file once, by whatever way it was named. */
function once({ deals, vocabularies }: FoundToCheck): FoundToCheck {
  const first = (found: readonly Found[]): Found[] => {
    const seen = new Set<string>()
    return found.filter(({ file, path }) => {
      const real = file === null ? path : realPath(file)
      return !seen.has(real) && seen.add(real)
    })
  }
  return { deals: first(deals), vocabularies: first(vocabularies) }
}

/** Where the files that findings name are; null for the standard input without a name. */
function absoluteOf(found: FoundToCheck, at: Surroundings): (path: string) => string | null {
  const files = new Map([...found.deals, ...found.vocabularies].map((one) => [one.path, one]))
  const root = realPath(repositoryRoot(at.cwd, at.env) ?? at.cwd)
  return (path) => {
    if (path === '-') return null
    const one = files.get(path)
    if (path.startsWith('shipped:')) return path
    if (one?.file) return one.file
    // A file of a revision goes by the name that it has on the disk.
    return absolutePath(one?.where ?? path, { cwd: one?.where ? root : at.cwd })
  }
}

/** What is known, then what is old: in this order each finding is suppressed once. */
function screening(
  known: KnownFindings | null,
  before: Surveyed | null,
): (found: readonly Diagnostic[]) => Screened {
  const was = before && beforeOf(before.shown)
  return (found) => {
    const first = known?.screen(found) ?? { shown: found, suppressed: [] }
    if (!was) return first
    const then = screenSince(first.shown, was)
    return { shown: then.shown, suppressed: joined([first, then]).suppressed }
  }
}

/** The entries of the baseline that are stale; those that were so at the revision are not new. */
function staleOf(
  known: KnownFindings | null,
  now: readonly [Surveyed, LookedAt],
  before: readonly [Surveyed, LookedAt] | null,
): Screened {
  const stale = known?.stale(...now) ?? []
  if (!known || !before) return { shown: stale, suppressed: [] }
  return screenSince(stale, beforeOf(known.stale(...before)))
}

/** What a run over files can tell of files. */
function lookedAt(
  { deals, vocabularies }: FoundToCheck,
  sound: ReadonlySet<string>,
  where: (path: string) => string | null,
  at: Surroundings,
): LookedAt {
  // Of a folder, links are followed once.
  const folderNames = new Map<string, string>()
  const nameOf = (path: string): string => {
    if (path.startsWith('shipped:')) return path
    const folder = folderOf(path)
    const name = folderNames.get(folder) ?? folderOf(relativePath(at.cwd, path))
    folderNames.set(folder, name)
    return `${name}/${path.slice(folder.length).replace(/^[/\\]/, '')}`
  }
  const named = (paths: Iterable<string>): Set<string> =>
    new Set([...paths].map(where).flatMap((path) => (path === null ? [] : [nameOf(path)])))
  const soundNames = named(sound)
  const all = named([...deals, ...vocabularies].map((one) => one.path))
  const isIn = (names: ReadonlySet<string>, folder: string): boolean => {
    const files = isFolder(folder) ? dealFiles(folder) : []
    return files.length > 0 && files.every((file) => names.has(nameOf(file)))
  }
  const folders = new Map<string, { readonly sound: boolean; readonly seen: boolean }>()
  const folderAt = (path: string): { readonly sound: boolean; readonly seen: boolean } => {
    const folder = folderOf(path)
    const known = folders.get(folder) ?? { sound: isIn(soundNames, folder), seen: isIn(all, folder) }
    folders.set(folder, known)
    return known
  }
  return {
    isKnown: (path, among) => soundNames.has(nameOf(path)) && (among === 'one' || folderAt(path).sound),
    isGone: (path) => !path.startsWith('shipped:') && !isFile(path) && folderAt(path).seen,
  }
}

const sorted = (suppressed: readonly Suppressed[]): Suppressed[] =>
  [...suppressed].sort(
    (a, b) => comparePlaces(a.finding.place, b.finding.place) || compareText(a.finding.rule, b.finding.rule),
  )

/** What was mended in several rounds, a file once. */
function byFile(fixed: CheckReport['fixed']): CheckReport['fixed'] {
  const rules = new Map<string, readonly string[]>()
  for (const { path, rules: of } of fixed) rules.set(path, [...(rules.get(path) ?? []), ...of])
  return [...rules].map(([path, of]) => ({ path, rules: of }))
}
