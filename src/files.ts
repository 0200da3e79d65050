import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'
import type { GlobOptions } from 'tinyglobby'
import {
  dealFiles,
  isDealFile,
  isFile,
  isFolder,
  isYaml,
  readText,
  refuseStray,
  realPath,
  repositoryRoot,
  sameFile,
  slashed,
  VOCABULARY,
} from './disk.ts'
import { TroubleError } from './errors.ts'
import { entriesAt, entryAt, folderAt, type Repository, textAt } from './git.ts'
import { compareText, type Text } from './place.ts'

/** Where deals are looked for, and how their paths are shown. */
export interface Shelf {
  readonly dir: string
  /** `shipped:` for the deals that come with the program, else null: paths are shown from the working directory. */
  readonly prefix: string | null
}

/** What operands are resolved against; everything of the outside world that they depend on. */
export interface Surroundings {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** The folder of deals that comes with the program. */
  readonly shipped: string
  readonly shelf: Shelf
  readonly readStdin: () => Promise<string>
}

/** A commit, under the name that the user has for it. */
export interface Revision {
  readonly repo: Repository
  readonly commit: string
  readonly name: string
}

/** What deal files are looked up in: the disk, or the tree of a commit. Paths are absolute; so is what is found. */
export interface Files {
  /** Null for the disk. */
  readonly revision: Revision | null
  /** What stands before the name of a deal of these: `HEAD:`, or nothing. */
  readonly before: string
  /** The folder where a deal is looked for by its name; null where these files have none. */
  readonly shelf: () => string | null
  /** What is told where there is none. */
  readonly noShelf: () => TroubleError
  /** What that folder is called in a message. */
  readonly shownShelf: () => string
  readonly isFolder: (path: string) => boolean
  readonly isFile: (path: string) => boolean
  readonly dealFiles: (folder: string) => string[]
  readonly read: (path: string) => Text
  /** How a path is shown. */
  readonly shown: (path: string) => string
  /** The path by which the same file is known on the disk and at every commit. */
  readonly where: (path: string) => string
  /** The files that match a pattern, in the order of their names. */
  readonly glob: (pattern: string, cwd: string) => Promise<string[]>
}

/** Whether a path leads out of a folder. */
const outside = (from: string): boolean => from === '..' || /^\.\.[/\\]/.test(from) || isAbsolute(from)

/** The disk, as it is. */
export function diskFiles(at: Surroundings): Files {
  const root = realPath(repositoryRoot(at.cwd, at.env) ?? at.cwd)
  const folders = new Map<string, string>()
  const shown = (path: string): string => {
    if (dirname(path) === at.shipped && outside(relative(at.cwd, path)))
      return `shipped:${slashed(relative(at.shipped, path))}`
    return slashed(relative(at.cwd, path)) || '.'
  }
  return {
    revision: null,
    before: '',
    shelf: () => at.shelf.dir,
    noShelf: () => new TroubleError('no-folder', 'There is no folder of deals.'),
    shownShelf: () => (at.shelf.prefix === null ? shown(at.shelf.dir) : 'the deals that come with dealdiff'),
    isFolder,
    isFile,
    dealFiles,
    read: (path) => readText(path, shown(path)),
    shown,
    where: (path) => {
      const dir = dirname(path)
      const real = folders.get(dir) ?? realPath(dir)
      folders.set(dir, real)
      return slashed(relative(root, join(real, basename(path))))
    },
    glob: async (pattern, cwd) => {
      // Loaded only where a pattern is given: most runs name a deal.
      const { globSync } = await import('tinyglobby')
      const found = globSync(pattern, { cwd, absolute: true, onlyFiles: true })
      return found
        .filter(isDealPath)
        .map((path) => resolve(path))
        .sort()
    },
  }
}

const isDealPath = (path: string): boolean => isYaml(path) && basename(path) !== VOCABULARY

/** The tree of a commit, as if it stood where the working tree does. */
export function commitFiles(revision: Revision, at: Surroundings): Files & { readonly revision: Revision } {
  const { repo, commit, name } = revision
  const where = (path: string): string => {
    const from = relative(repo.root, path)
    if (!outside(from)) return slashed(from)
    throw new TroubleError(
      'outside-repository',
      `"${slashed(path)}" is outside the repository, and so at no revision of it.`,
      `The repository is ${slashed(repo.root)}.`,
    )
  }
  const shown = (path: string): string => `${name}:${where(path)}`
  const shelf = (): string | null => (at.shelf.prefix === null ? realPath(at.shelf.dir) : null)
  const kindOf = (path: string): string | undefined => entryAt(repo, commit, where(path))?.kind
  return {
    revision,
    before: `${name}:`,
    shelf,
    shownShelf: () => `${where(shelf() ?? repo.root) || 'the repository'} at ${name}`,
    noShelf: () =>
      new TroubleError(
        'outside-repository',
        `The deals that come with dealdiff are in no repository here, and so not at ${name}.`,
        'Name the folder of your deals, or give it with --deals.',
      ),
    isFolder: (path) => kindOf(path) === 'folder',
    isFile: (path) => kindOf(path) === 'file',
    dealFiles: (folder) =>
      folderAt(repo, commit, where(folder))
        .filter(isDealFile)
        .map((file) => join(folder, file)),
    read: (path) => {
      const text = textAt(repo, commit, where(path))
      if (text === null) throw new TroubleError('no-file', `There is no file "${where(path)}" at ${name}.`)
      return { path: shown(path), text }
    },
    shown,
    where,
    glob: async (pattern, cwd) => {
      const { globSync } = await import('tinyglobby')
      // What the package asks of a disk: the names in a folder, and what each is.
      const list = (folder: string): unknown[] =>
        [...((!outside(relative(repo.root, folder)) && entriesAt(repo, commit, where(folder))) || [])].map(
          ([entry, { kind }]) => ({
            name: entry,
            isFile: () => kind === 'file',
            isDirectory: () => kind === 'folder',
            isSymbolicLink: () => kind === 'link',
          }),
        )
      const fs = { readdirSync: list } as unknown as GlobOptions['fs']
      const found = globSync(pattern, {
        cwd,
        absolute: true,
        onlyFiles: true,
        followSymbolicLinks: false,
        fs,
      })
      return found
        .filter(isDealPath)
        .map((path) => resolve(path))
        .sort(compareText)
    },
  }
}

/** The shipped vocabulary, and the one beside the deal file, where that is another. */
export function vocabulariesBeside(folder: string | null, files: Files, at: Surroundings): Text[] {
  const shippedPath = join(at.shipped, VOCABULARY)
  const shipped = diskFiles(at).read(shippedPath)
  if (folder === null) return [shipped]
  const beside = join(folder, VOCABULARY)
  if (!files.isFile(beside)) return [shipped]
  if (files.revision === null) refuseStray(beside)
  const own = files.read(beside)
  // Where the shipped words themselves are edited, it is they as edited that apply, now and at each revision.
  if (isFile(beside) && sameFile(beside, shippedPath)) return [own]
  // A copy of the shipped words adds none, and declares none twice.
  return own.text === shipped.text ? [shipped] : [shipped, own]
}
