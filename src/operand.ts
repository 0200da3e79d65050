import { dirname, join, relative, resolve, sep } from 'node:path'
import {
  dealFiles,
  isFile,
  isFolder,
  isYaml,
  readText,
  readTrouble,
  sameFile,
  slashed,
  VOCABULARY,
} from './disk.ts'
import { TroubleError } from './errors.ts'
import type { Text } from './place.ts'
import { nearest, normalWord } from './words.ts'

/** Where deals are looked for, and how their paths are shown. */
export interface Shelf {
  readonly dir: string
  /** `shipped:` for the deals that come with the program, else null: paths are shown from the working directory. */
  readonly prefix: string | null
}

/** What operands are resolved against; everything of the outside world that they depend on. */
export interface Surroundings {
  readonly cwd: string
  /** The folder of deals that comes with the program. */
  readonly shipped: string
  readonly shelf: Shelf
  readonly readStdin: () => Promise<string>
}

/** A deal file as it was found; nothing of it is read yet, so that of a thousand only one is held at a time. */
export interface Found {
  /** As it is shown. */
  readonly path: string
  /** Reads it. */
  readonly text: () => Text
  /** The vocabularies that apply to it, the shipped one first: of one folder, always the same array. */
  readonly vocabularies: () => readonly Text[]
}

/** `--deals`, else DEALDIFF_DEALS, else the nearest `deals/` at or above the working directory, else the shipped. */
export function findShelf(
  cwd: string,
  shipped: string,
  option: string | undefined,
  variable: string | undefined,
): Shelf {
  const named = option ?? (variable === '' ? undefined : variable)
  if (named !== undefined) {
    const dir = resolve(cwd, named)
    if (!isFolder(dir))
      throw new TroubleError(
        'no-folder',
        `There is no folder "${named}".`,
        `${option === undefined ? 'DEALDIFF_DEALS' : '--deals'} names the folder that holds deal files.`,
      )
    return { dir, prefix: null }
  }
  for (let dir = cwd; ; dir = dirname(dir)) {
    const deals = join(dir, 'deals')
    if (isFolder(deals) && dealFiles(deals).length > 0) return { dir: deals, prefix: null }
    if (dirname(dir) === dir) return { dir: shipped, prefix: 'shipped:' }
  }
}

/** The path as it is shown: with `/`, from the working directory, or `shipped:NAME`. */
function shown(path: string, { cwd, shipped }: Surroundings): string {
  if (dirname(path) === shipped && !resolve(path).startsWith(cwd + sep))
    return `shipped:${slashed(relative(shipped, path))}`
  const from = relative(cwd, path)
  return slashed(from === '' ? '.' : from)
}

/** Whether an operand is a path: then it always means a file or folder, never a deal's name. */
export const isPath = (operand: string): boolean =>
  operand === '.' || operand === '..' || /[/\\]/.test(operand) || isYaml(operand)
const isGlob = (operand: string): boolean => /[*?[\]{}]/.test(operand)

/** The deal files that operands name, each once, in the order named; all of the shelf where none is named. */
export async function resolveDeals(operands: readonly string[], at: Surroundings): Promise<Found[]> {
  const paths = new Set<string>()
  const out: Found[] = []
  const folders = new Map<string | null, Text[]>()
  const wordsOf = (dir: string | null): Text[] => {
    const found = folders.get(dir) ?? vocabulariesFor(dir, at)
    folders.set(dir, found)
    return found
  }
  const add = (path: string): void => {
    if (paths.has(path)) return
    paths.add(path)
    const name = shown(path, at)
    out.push({ path: name, text: () => readText(path, name), vocabularies: () => wordsOf(dirname(path)) })
  }
  if (operands.length === 0) {
    const all = dealFiles(at.shelf.dir)
    if (all.length === 0)
      throw new TroubleError(
        'no-deals',
        `There is no deal file in "${shown(at.shelf.dir, at)}".`,
        'dealdiff init NAME writes a first one.',
      )
    for (const path of all) add(path)
  }
  for (const operand of operands) {
    if (operand.trim() === '')
      throw new TroubleError('usage', 'A deal is named by an empty word; expected a name or a path.')
    if (operand === '-') {
      const file = await standardInput(at)
      out.push({ path: '-', text: () => file, vocabularies: () => wordsOf(null) })
    } else if (isGlob(operand)) for (const path of await globbed(operand, at)) add(path)
    else if (isPath(operand)) for (const path of pathsUnder(operand, at)) add(path)
    else for (const path of namedOrFolder(operand, at)) add(path)
  }
  return out
}

async function globbed(pattern: string, { cwd }: Surroundings): Promise<string[]> {
  // Loaded only where a pattern is given: most runs name a deal.
  const { globSync } = await import('tinyglobby')
  const found = globSync(pattern, { cwd, absolute: true, onlyFiles: true }).filter(
    (p) => isYaml(p) && !p.endsWith(VOCABULARY),
  )
  if (found.length === 0) throw new TroubleError('no-file', `No deal file matches "${pattern}".`)
  return found.map((p) => resolve(p)).sort()
}

function pathsUnder(operand: string, { cwd }: Surroundings): string[] {
  const path = resolve(cwd, operand)
  if (!isFolder(path)) return [path]
  const files = dealFiles(path)
  if (files.length === 0)
    throw new TroubleError(
      'no-deals',
      `There is no deal file in the folder "${slashed(operand)}".`,
      'A deal file ends in .yaml; vocabulary.yaml is none.',
    )
  return files
}

/** Whether an operand names a deal, or files; nothing of them is read. */
export function isDeal(operand: string, at: Surroundings): boolean {
  if (operand === '-' || isPath(operand) || isGlob(operand)) return true
  try {
    return namedOrFolder(operand, at).length > 0
  } catch (error) {
    if (error instanceof TroubleError && error.code === 'unknown-deal') return false
    throw error
  }
}

/** A deal by its name; a folder of the working directory where no deal is called so. */
function namedOrFolder(operand: string, at: Surroundings): string[] {
  try {
    return [namedDeal(operand, at)]
  } catch (error) {
    if (isFolder(resolve(at.cwd, operand))) return pathsUnder(operand, at)
    throw error
  }
}

/** The file of a deal by its name, or by an alias that a file of the shelf gives. */
function namedDeal(name: string, at: Surroundings): string {
  const files = dealFiles(at.shelf.dir)
  const stem = (path: string): string => path.slice(path.lastIndexOf(sep) + 1).replace(/\.ya?ml$/i, '')
  const direct = files.find((f) => stem(f) === name)
  if (direct !== undefined) return direct
  const aliases = files.flatMap((f) =>
    aliasesIn(readText(f, shown(f, at)).text).map((alias) => ({ alias, file: f })),
  )
  const meant = [...new Set(aliases.filter((a) => a.alias === name).map((a) => a.file))]
  if (meant.length > 1)
    throw new TroubleError(
      'ambiguous-name',
      `"${name}" is an alias of several deals: ${meant.map(stem).join(', ')}.`,
      'Name one of them, and give each alias to one deal only.',
    )
  if (meant[0] !== undefined) return meant[0]
  const known = [...files.map(stem), ...aliases.map((a) => a.alias)]
  const near = nearest(normalWord(name), known)
  const list = files.map(stem).slice(0, 12).join(', ')
  throw new TroubleError(
    'unknown-deal',
    `There is no deal "${name}" in ${shownShelf(at)}.`,
    near
      ? `Did you mean: dealdiff ${near}`
      : `Deals there: ${list || 'none'}. A path such as ./${name}.yaml means a file.`,
  )
}

const shownShelf = (at: Surroundings): string =>
  at.shelf.prefix === null ? shown(at.shelf.dir, at) : 'the deals that come with dealdiff'

/** The aliases of a deal file, read off its text: a whole parse of every file to find one name would cost more. */
function aliasesIn(text: string): string[] {
  const flow = /^aliases:[ \t]*\[([^\]]*)\]/m.exec(text)
  if (flow?.[1] !== undefined) return flow[1].split(',').map((w) => w.trim().replace(/^["']|["']$/g, ''))
  const block = /^aliases:[ \t]*(?:#.*)?\r?\n((?:[ \t]*-[^\n]*\n?)+)/m.exec(text)
  return (block?.[1] ?? '')
    .split('\n')
    .map((line) =>
      line
        .replace(/^\s*-\s*/, '')
        .trim()
        .replace(/^["']|["']$/g, ''),
    )
    .filter((w) => w !== '')
}

async function standardInput(at: Surroundings): Promise<Text> {
  try {
    return { path: '-', text: await at.readStdin() }
  } catch (error) {
    throw readTrouble('-', error)
  }
}

/** The shipped vocabulary, and the one beside the deal file, where that is another. */
export function vocabulariesFor(dir: string | null, at: Surroundings): Text[] {
  const shippedPath = join(at.shipped, VOCABULARY)
  const shipped = readText(shippedPath, shown(shippedPath, at))
  if (dir === null) return [shipped]
  const beside = join(dir, VOCABULARY)
  if (!isFile(beside)) return [shipped]
  if (sameFile(beside, shippedPath)) return [{ ...shipped, path: shown(beside, at) }]
  const own = readText(beside, shown(beside, at))
  // A copy of the shipped words adds none, and declares none twice.
  return own.text === shipped.text ? [shipped] : [shipped, own]
}

/** What `check` reads: deal files, and vocabularies too. */
export async function resolveChecked(
  operands: readonly string[],
  at: Surroundings,
): Promise<{ deals: Found[]; vocabularies: Text[] }> {
  if (operands.includes('')) throw new TroubleError('usage', 'A path is empty; expected one.')
  const names = operands.length > 0 ? operands : null
  const isVocabulary = (operand: string): boolean =>
    operand === VOCABULARY || /[/\\]vocabulary\.ya?ml$/i.test(operand)
  const own = (names ?? []).filter(isVocabulary).map((o) => readText(resolve(at.cwd, o), slashed(o)))
  const folders = (names ?? []).filter((o) => isFolder(resolve(at.cwd, o)))
  const besides = [...(names === null ? [at.shelf.dir] : []), ...folders.map((o) => resolve(at.cwd, o))]
    .map((dir) => join(dir, VOCABULARY))
    .filter(isFile)
    .map((path) => readText(path, shown(path, at)))
  // What `check` is given is a path first: `check deals` lints the folder, whatever a deal is called.
  const rest = (names?.filter((o) => !isVocabulary(o)) ?? []).map((o) => (folders.includes(o) ? `${o}/` : o))
  const deals = names !== null && rest.length === 0 ? [] : await resolveDeals(rest, at)
  return { deals, vocabularies: [...own, ...besides] }
}
