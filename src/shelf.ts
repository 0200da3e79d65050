import { basename, dirname, join, resolve } from 'node:path'
import { dealFiles, isFolder } from './disk.ts'
import { TroubleError } from './errors.ts'
import type { Files, Shelf } from './files.ts'
import { cut, nearest, normalWord } from './words.ts'

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

const stem = (path: string): string => basename(path).replace(/\.ya?ml$/i, '')

interface Alias {
  readonly alias: string
  readonly file: string
}
const aliasesOf = (paths: readonly string[], files: Files): Alias[] =>
  paths.flatMap((file) => aliasesIn(files.read(file).text).map((alias) => ({ alias, file })))

/** The file of a deal by its name, or by an alias that a file of the shelf gives; null where none has it. */
export function namedDeal(name: string, files: Files): string | null {
  const shelf = files.shelf()
  if (shelf === null) return null
  const paths = files.dealFiles(shelf)
  const direct = paths.find((path) => stem(path) === name)
  if (direct !== undefined) return direct
  const meant = new Set(
    aliasesOf(paths, files)
      .filter((a) => a.alias === name)
      .map((a) => a.file),
  )
  if (meant.size > 1)
    throw new TroubleError(
      'ambiguous-name',
      `"${name}" is an alias of several deals: ${[...meant].map(stem).join(', ')}.`,
      'Name one of them, and give each alias to one deal only.',
    )
  return [...meant][0] ?? null
}

/** What is told where no deal has a name. */
export function unknownDeal(name: string, files: Files): TroubleError {
  const shelf = files.shelf()
  if (shelf === null) return files.noShelf()
  const paths = files.dealFiles(shelf)
  const near = nearest(normalWord(name), [...paths.map(stem), ...aliasesOf(paths, files).map((a) => a.alias)])
  const list = paths.map(stem).slice(0, 12).join(', ')
  return new TroubleError(
    'unknown-deal',
    `There is no deal "${cut(name)}" in ${files.shownShelf()}.`,
    near
      ? `Did you mean: dealdiff ${files.before}${near}`
      : `Deals there: ${list || 'none'}. A path such as ${files.before}./${cut(name)}.yaml means a file.`,
  )
}

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
