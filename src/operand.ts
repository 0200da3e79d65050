import { basename, dirname, join } from 'node:path'
import { readTrouble, VOCABULARY } from './disk.ts'
import { TroubleError } from './errors.ts'
import { diskFiles, type Files, type Revision, type Surroundings, vocabulariesBeside } from './files.ts'
import { dealPaths, isNoWord, type Locate, type Located, locating, locatingAt, nothingFor } from './locate.ts'
import type { Text } from './place.ts'
import { namedDeal } from './shelf.ts'

export type { Revision, Surroundings } from './files.ts'
export { isPath } from './locate.ts'

/** A deal file as it was found; nothing of it is read yet, so that of a thousand only one is held at a time. */
export interface Found {
  /** As it is shown. */
  readonly path: string
  /**
   * The path by which the same file is known on the disk and at every revision: from the root of the repository or,
   * where there is none, from the working directory. Null for the standard input.
   */
  readonly where: string | null
  /** Where it is on the disk, absolute; null for the standard input and for a file of a revision. */
  readonly file: string | null
  /** Reads it. */
  readonly text: () => Text
  /** The vocabularies that apply to it, the shipped one first: of one folder, always the same array. */
  readonly vocabularies: () => readonly Text[]
}

/** What `check` reads: deal files, and vocabularies too. */
export interface FoundToCheck {
  readonly deals: Found[]
  /** Among `vocabularies()` of each is its own text. */
  readonly vocabularies: Found[]
}

/** The vocabularies that apply in a folder, each folder's read once; null is none. */
type WordsOf = (folder: string | null, files: Files) => Text[]

function wordsReading(at: Surroundings): WordsOf {
  const folders = new Map<string, Text[]>()
  return (folder, files) => {
    const key = folder === null ? '' : files.shown(folder)
    const found = folders.get(key) ?? vocabulariesBeside(folder, files, at)
    folders.set(key, found)
    return found
  }
}

/** The deal files that operands name, each once, in the order named; all of the shelf where none is named. */
export async function resolveDeals(
  operands: readonly string[],
  at: Surroundings,
  wordsOf = wordsReading(at),
): Promise<Found[]> {
  return await gathered(operands, at, wordsOf, diskFiles(at), locating(at), (located) => {
    throw nothingFor(located)
  })
}

/**
 * The deal files that the same operands name at a commit: without any, those of the shelf's folder there. What is not
 * there at that commit gives nothing, nor does the standard input.
 */
export async function dealsAt(
  revision: Revision,
  operands: readonly string[],
  at: Surroundings,
  wordsOf = wordsReading(at),
): Promise<Found[]> {
  const locate = locatingAt(revision, at)
  const named = operands.filter((o) => o !== '-')
  if (operands.length > 0 && named.length === 0) return []
  return await gathered(named, at, wordsOf, locate('.').files, locate, () => undefined)
}

async function gathered(
  operands: readonly string[],
  at: Surroundings,
  wordsOf: WordsOf,
  shelf: Files,
  locate: Locate,
  nothing: (located: Located) => void,
): Promise<Found[]> {
  const out = new Map<string, Found>()
  const add = (path: string, files: Files): void => {
    const shown = files.shown(path)
    out.set(shown, {
      path: shown,
      where: files.where(path),
      file: files.revision === null ? path : null,
      text: () => files.read(path),
      vocabularies: () => wordsOf(dirname(path), files),
    })
  }
  if (operands.length === 0) for (const path of allOf(shelf)) add(path, shelf)
  for (const operand of operands) {
    if (operand.trim() === '')
      throw new TroubleError('usage', 'A deal is named by an empty word; expected a name or a path.')
    if (operand === '-') {
      const file = await standardInput(at)
      const vocabularies = (): Text[] => wordsOf(null, shelf)
      out.set('-', { path: '-', where: null, file: null, text: () => file, vocabularies })
      continue
    }
    const located = locate(operand)
    const paths = await dealPaths(located)
    if (paths.length === 0) nothing(located)
    for (const path of paths) add(path, located.files)
  }
  return [...out.values()]
}

/** Every deal file of the shelf. */
function allOf(files: Files): string[] {
  const dir = files.shelf()
  if (dir === null) return []
  const all = files.dealFiles(dir)
  // A commit from before the first deal has none; a folder without one is a slip.
  if (all.length > 0 || files.revision !== null) return all
  throw new TroubleError(
    'no-deals',
    `There is no deal file in "${files.shown(dir)}".`,
    'dealdiff init NAME writes a first one.',
  )
}

/** Whether an operand names a deal, or files; nothing of them is read. */
export function isDeal(operand: string, at: Surroundings): boolean {
  if (isNoWord(operand, at)) return true
  const { files, absolute } = locating(at)(operand)
  return namedDeal(operand, files) !== null || files.isFolder(absolute)
}

async function standardInput(at: Surroundings): Promise<Text> {
  try {
    return { path: '-', text: await at.readStdin() }
  } catch (error) {
    throw readTrouble('-', error)
  }
}

/** The vocabularies that apply to the deal files of a folder of the disk. */
export const vocabulariesFor = (folder: string | null, at: Surroundings): Text[] =>
  vocabulariesBeside(folder, diskFiles(at), at)

/** What `check` reads: what is named is a path first, and a vocabulary is read for its own sake too. */
export async function resolveChecked(operands: readonly string[], at: Surroundings): Promise<FoundToCheck> {
  const words = wordsReading(at)
  return await toCheck(operands, words, diskFiles(at), locating(at), (rest) => resolveDeals(rest, at, words))
}

/** The same at a commit. */
export async function checkedAt(
  revision: Revision,
  operands: readonly string[],
  at: Surroundings,
): Promise<FoundToCheck> {
  const locate = locatingAt(revision, at)
  const words = wordsReading(at)
  return await toCheck(operands, words, locate('.').files, locate, (rest) =>
    dealsAt(revision, rest, at, words),
  )
}

async function toCheck(
  operands: readonly string[],
  wordsOf: WordsOf,
  shelf: Files,
  locate: Locate,
  find: (rest: readonly string[]) => Promise<Found[]>,
): Promise<FoundToCheck> {
  if (operands.includes('')) throw new TroubleError('usage', 'A path is empty; expected one.')
  const vocabularies = new Map<string, Found>()
  const read = (path: string, files: Files): void => {
    const shown = files.shown(path)
    const beside = (): readonly Text[] => wordsOf(dirname(path), files)
    const text = (): Text => beside().find((words) => words.path === shown) ?? files.read(path)
    // One of another name applies to no file: it is read for its own sake.
    const applied = (): readonly Text[] => (basename(path) === VOCABULARY ? beside() : [text()])
    const file = files.revision === null ? path : null
    vocabularies.set(shown, { path: shown, where: files.where(path), file, text, vocabularies: applied })
  }
  const rest: string[] = []
  const dir = operands.length === 0 ? shelf.shelf() : null
  if (dir !== null && shelf.isFile(join(dir, VOCABULARY))) read(join(dir, VOCABULARY), shelf)
  for (const operand of operands) {
    const located = operand === '-' ? null : locate(operand)
    const files = located?.files
    if (located === null || files === undefined) rest.push(operand)
    else if (/^vocabulary\.ya?ml$/i.test(basename(located.absolute))) {
      // On the disk, one that is named and not there is trouble.
      if (files.revision === null || files.isFile(located.absolute)) read(located.absolute, files)
      else rest.push(operand)
    } else if (files.isFolder(located.absolute)) {
      const beside = join(located.absolute, VOCABULARY)
      if (files.isFile(beside)) read(beside, files)
      // Linted as the folder, whatever a deal is called.
      rest.push(`${operand}/`)
    } else rest.push(operand)
  }
  const deals = operands.length > 0 && rest.length === 0 ? [] : await find(rest)
  return { deals, vocabularies: [...vocabularies.values()] }
}
