import {
  baselineOf,
  type Entry,
  keyOf,
  type Known,
  knownOf,
  MOST_BASELINE,
  printBaseline,
  readBaseline,
  staleEntries,
} from '../../check/baseline.ts'
import type { Screened } from '../../check/suppressed.ts'
import type { Diagnostic } from '../../diagnostic.ts'
import {
  absolutePath,
  folderOf,
  isFile,
  nearestFile,
  readText,
  relativePath,
  rewriteText,
} from '../../disk.ts'
import { TroubleError } from '../../errors.ts'
import type { Options } from '../../options.ts'
import type { CheckReport } from '../../report/report.ts'
import { ruleCalled } from '../../rules/index.ts'
import type { Surveyed } from './survey.ts'

/** The file of known findings, where none is named: the nearest at or above the working directory, within its repository. */
export const BASELINE = '.dealdiff-baseline.json'

/** The baseline of a run, and how it names files. */
export interface KnownFindings {
  readonly screen: (found: readonly Diagnostic[]) => Screened
  /** What it knows that a run did not find any more. */
  readonly stale: (surveyed: Surveyed, wasLookedAt: LookedAt) => Diagnostic[]
  /** Writes it anew: what a run found, and what it knows of other files. */
  readonly write: (surveyed: Surveyed, wasLookedAt: LookedAt) => KnownFindings
  readonly report: NonNullable<CheckReport['baseline']>
}

/** Of which files a run can tell what is in them; paths are absolute. */
export interface LookedAt {
  /** Whether it found what there is to find; with a rule on several files, in those beside it too. */
  readonly isKnown: (path: string, among: 'one' | 'folder') => boolean
  /** Whether its folder was looked through, and it is not there. */
  readonly isGone: (path: string) => boolean
}

/** The baseline that a run uses; null where there is none, and none is to be written. */
export function knownFindings(
  options: Options,
  at: { readonly cwd: string; readonly env: Readonly<Record<string, string | undefined>> },
  absolute: (path: string) => string | null,
): KnownFindings | null {
  const { baseline, writeBaseline } = options
  const found = baseline === null ? nearestFile(BASELINE, at.cwd, at.env) : absolutePath(baseline, at)
  if (found === null && !writeBaseline) return null
  const file = found ?? absolutePath(BASELINE, at)
  const path = relativePath(at.cwd, file)
  const was = writeBaseline && !isFile(file) ? null : readText(file, path, MOST_BASELINE).text
  const entries = was === null ? [] : readBaseline({ path, text: was })
  if ('wrong' in entries)
    throw new TroubleError(
      'bad-baseline',
      `"${path}" cannot be used as a baseline: ${entries.wrong}.`,
      'Mend it, or delete it and write it anew: dealdiff check --write-baseline',
    )
  const folder = folderOf(file)
  const pathOf = (name: string): string | null => {
    const where = absolute(name)
    return where === null ? null : where.startsWith('shipped:') ? where : relativePath(folder, where)
  }
  return using({ file, path, was, entries, folder, pathOf })
}

interface Used {
  readonly file: string
  readonly path: string
  readonly was: string | null
  readonly entries: readonly Entry[]
  readonly folder: string
  /** How a file is named in it. */
  readonly pathOf: (path: string) => string | null
}

function using(used: Used): KnownFindings {
  const { file, path, was, entries, folder, pathOf } = used
  const presentIn = ({ shown, ignored }: Surveyed): readonly Known[] =>
    knownOf([...shown, ...ignored.map((s) => s.finding)], pathOf)
  const wouldBeFound =
    ({ isKnown, isGone }: LookedAt) =>
    (entry: Known): boolean => {
      const where = entry.path.startsWith('shipped:') ? entry.path : absolutePath(entry.path, { cwd: folder })
      const among =
        ruleCalled(entry.rule)?.found.by === 'folder' || entry.args.some(isOverall) ? 'folder' : 'one'
      return isKnown(where, among) || isGone(where)
    }
  return {
    screen: baselineOf(entries, pathOf),
    stale: (surveyed, lookedAt) => staleEntries(entries, presentIn(surveyed), wouldBeFound(lookedAt)),
    write: (surveyed, lookedAt) => {
      const elsewhere = entries.filter((entry) => !wouldBeFound(lookedAt)(entry))
      const text = printBaseline(merged(elsewhere, knownOf(surveyed.shown, pathOf)))
      if (text !== was) rewriteText(file, path, text, was)
      const written = readBaseline({ path, text })
      if ('wrong' in written) throw new Error(written.wrong)
      const after = using({ ...used, was: text, entries: written })
      return { ...after, report: { ...after.report, written: true } }
    },
    report: { path, written: false, entries: entries.length },
  }
}

/** A comment that names a rule on several files is of no use only where all of them were seen. */
const isOverall = (name: string): boolean => ruleCalled(name)?.found.by === 'folder'

/** What is known of files that a run cannot tell about, and what it found: of what is in both, the more of the two. */
function merged(kept: readonly Known[], found: readonly Known[]): Known[] {
  const counts = new Map(found.map((known) => [keyOf(known), known]))
  const both = kept.map((known) => {
    const again = counts.get(keyOf(known))
    counts.delete(keyOf(known))
    return { ...known, count: Math.max(known.count, again?.count ?? 0) }
  })
  return [...both, ...counts.values()]
}
