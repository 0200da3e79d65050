import { basename, dirname, join, resolve } from 'node:path'
import { isFolder, isThere, isYaml, realPath, slashed } from './disk.ts'
import { TroubleError } from './errors.ts'
import { commitFiles, diskFiles, type Files, type Revision, type Surroundings } from './files.ts'
import { commitOf, entriesAt, entryAt, type Repository, repositoryAt } from './git.ts'
import { namedDeal, unknownDeal } from './shelf.ts'
import { cut, nearest } from './words.ts'

/** An operand, and where it is looked up. */
export interface Located {
  readonly operand: string
  readonly files: Files
  /** What is left of the operand without its revision. */
  readonly path: string
  /** What a pattern starts from. */
  readonly cwd: string
  /** The same path, absolute, as those files have it. */
  readonly absolute: string
}
export type Locate = (operand: string) => Located

/** Whether an operand is a path: then it always means a file or folder, never a deal's name. */
export const isPath = (operand: string): boolean =>
  operand === '.' || operand === '..' || /[/\\]/.test(operand) || isYaml(operand)
const isGlob = (operand: string): boolean => /[*?[\]{}]/.test(operand)

/**
 * The revision and the path of `REV:path`, or null: what is there on the disk, a drive, a pattern and a web address are
 * none. As git has it, braces keep a colon together: `HEAD@{10:30}:london`.
 */
function splitRevision(
  operand: string,
  cwd: string,
): { readonly name: string; readonly path: string } | null {
  let depth = 0
  let colon = -1
  for (let i = 0; i < operand.length && colon < 0; i++) {
    if (operand[i] === '{') depth++
    else if (operand[i] === '}') depth--
    else if (operand[i] === ':' && depth === 0) colon = i
  }
  if (colon < 0 || isThere(resolve(cwd, operand))) return null
  const [name, path] = [operand.slice(0, colon), operand.slice(colon + 1)]
  if (/^[A-Za-z]$/.test(name) && /^[/\\]/.test(path)) return null
  if (path.startsWith('//') || /^[.~]*[/\\]/.test(name)) return null
  // No revision has one of these in its name, but where it searches or counts: `HEAD^{/fix*}`, `HEAD@{1}`.
  return /[*?[\\{}]/.test(name.replace(/[@^]\{[^{}]*\}/g, '')) ? null : { name, path }
}

/** Whether an operand can only mean files; none is looked for. */
export const isNoWord = (operand: string, { cwd }: Surroundings): boolean =>
  operand === '-' || isPath(operand) || isGlob(operand) || splitRevision(operand, cwd) !== null

/** Looks operands up on the disk, or where they say: `REV:path`, `shipped:london.yaml`. */
export function locating(at: Surroundings): Locate {
  const disk = diskFiles(at)
  const shipped: Files = {
    ...disk,
    before: 'shipped:',
    shelf: () => at.shipped,
    shownShelf: () => 'the deals that come with dealdiff',
  }
  const revisions = new Map<string, Files & { readonly revision: Revision }>()
  let repo: Repository | null = null
  return (operand) => {
    const split = splitRevision(operand, at.cwd)
    if (split === null)
      return { operand, files: disk, path: operand, cwd: at.cwd, absolute: resolve(at.cwd, operand) }
    const { name, path } = split
    if (path.trim() === '')
      throw new TroubleError(
        'usage',
        `"${cut(operand)}" names a revision and no file; expected a path or a deal after the colon.`,
      )
    if (name === 'shipped') {
      if (/[/\\]/.test(path)) throw new TroubleError('no-file', `There is no file "${cut(operand)}".`)
      return { operand, files: shipped, path, cwd: at.shipped, absolute: join(at.shipped, path) }
    }
    repo ??= repositoryFor(operand, name, at)
    const files = revisions.get(name) ?? revisionFiles({ repo, commit: commitOf(repo, name), name }, at)
    revisions.set(name, files)
    // As git has it: from the root of the tree, but for a path that begins with a dot.
    const cwd = /^\.\.?(?:[/\\]|$)/.test(path) ? join(repo.root, repo.prefix) : repo.root
    return { operand, files, path, cwd, absolute: resolve(cwd, path) }
  }
}

/** The repository that an operand asks for; where there is none, the operand may have been meant as a path. */
function repositoryFor(operand: string, name: string, at: Surroundings): Repository {
  try {
    return repositoryAt(at.cwd, at.env)
  } catch (error) {
    if (!(error instanceof TroubleError && error.code === 'no-repository')) throw error
    throw new TroubleError(
      error.code,
      `"${cut(operand)}" names the revision "${cut(name)}", and "${slashed(at.cwd)}" is not in a git repository.`,
      'There is no file of that name either; without git, a deal is named by its file.',
    )
  }
}

/** The files of a revision that an operand names; its deals are those beside, where the disk has no folder of deals. */
function revisionFiles(revision: Revision, at: Surroundings): Files & { readonly revision: Revision } {
  const files = commitFiles(revision, at)
  return {
    ...files,
    shelf: () => {
      if (at.shelf.prefix === null) return files.shelf()
      for (let dir = join(revision.repo.root, revision.repo.prefix); ; dir = dirname(dir)) {
        const deals = join(dir, 'deals')
        if (files.dealFiles(deals).length > 0) return deals
        if (resolve(dir) === revision.repo.root) return null
      }
    },
  }
}

/** Looks the operands of the disk up at a commit instead. */
export function locatingAt(revision: Revision, at: Surroundings): Locate {
  const files = revisionFiles(revision, at)
  const cwd = realPath(at.cwd)
  return (operand) => {
    const path = resolve(at.cwd, operand)
    // A folder of the working tree may be a link to another; the commit has the other.
    const absolute = isFolder(path) ? realPath(path) : join(realPath(dirname(path)), basename(path))
    // A file with a colon in its name may be one that is gone by now.
    if (splitRevision(operand, at.cwd) !== null && !files.isFile(absolute))
      throw new TroubleError(
        'usage',
        `"${cut(operand)}" says itself where it is to be found; at ${revision.name} a name or a path is expected.`,
      )
    return { operand, files, path: operand, cwd, absolute }
  }
}

/** The deal files that an operand names, absolute; none where it names none. */
export async function dealPaths({ files, path, cwd, absolute }: Located): Promise<readonly string[]> {
  if (isGlob(path) && !files.isFile(absolute)) return await files.glob(path, cwd)
  if (isPath(path)) {
    if (files.isFolder(absolute)) return files.dealFiles(absolute)
    // What is on the disk and no file, such as a pipe, is refused when it is read.
    return files.isFile(absolute) || (files.revision === null && isThere(absolute)) ? [absolute] : []
  }
  const named = namedDeal(path, files)
  if (named !== null) return [named]
  return files.isFolder(absolute) ? files.dealFiles(absolute) : []
}

/** What is told where an operand names no deal file. */
export function nothingFor(located: Located): TroubleError {
  const { operand, files, path, absolute } = located
  if (isGlob(path)) return new TroubleError('no-file', `No deal file matches "${cut(operand)}".`)
  if (files.isFolder(absolute))
    return new TroubleError(
      'no-deals',
      `There is no deal file in the folder "${slashed(operand)}".`,
      'A deal file ends in .yaml; vocabulary.yaml is none.',
    )
  if (!isPath(path)) return unknownDeal(path, files)
  // Of the disk, the reading itself says why it fails.
  if (files.revision === null) files.read(absolute)
  else return missingAt(files.revision, located)
  return new TroubleError('no-file', `There is no file "${slashed(operand)}".`)
}

/** What is told of a path that a revision does not have. */
function missingAt({ repo, commit, name }: Revision, { files, path, absolute }: Located): TroubleError {
  const where = files.where(absolute)
  const kind = entryAt(repo, commit, where)?.kind
  if (kind === 'link' || kind === 'submodule')
    return new TroubleError(
      'no-file',
      `"${where}" is a ${kind === 'link' ? 'symbolic link' : 'submodule'} at ${name}; expected a deal file or a folder of them.`,
    )
  const meant = (text: string): string => `Did you mean: ${name}:${text}`
  const hint = (): string | null => {
    if (entryAt(repo, commit, repo.prefix + where) !== null) return meant(`./${path}`)
    const folder = where.split('/').slice(0, -1).join('/')
    const near = nearest(basename(where), entriesAt(repo, commit, folder)?.keys() ?? [])
    if (near !== null) return meant(folder === '' ? near : `${folder}/${near}`)
    return isThere(absolute) ? `It is in the working tree, and not at ${name}.` : null
  }
  const what = /[/\\]$/.test(path) ? 'folder' : 'file'
  return new TroubleError('no-file', `There is no ${what} "${where}" at ${name}.`, hint())
}
