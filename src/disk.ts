import {
  accessSync,
  appendFileSync,
  chmodSync,
  constants,
  lstatSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { TroubleError } from './errors.ts'
import type { Text } from './place.ts'

/** Larger files are refused by the reader; so much is read that it can say so. */
export const MOST_BYTES = 2_000_001
/** Beside deal files, words that they may use. */
export const VOCABULARY = 'vocabulary.yaml'
export const isYaml = (name: string): boolean => /\.ya?ml$/i.test(name)
/** A path with `/`, on every system. */
export const slashed = (path: string): string => (sep === '/' ? path : path.replaceAll(sep, '/'))

/** What a path is; what cannot even be looked at is nothing. */
function kindOf(path: string): 'folder' | 'file' | 'other' | null {
  try {
    const found = statSync(path)
    return found.isDirectory() ? 'folder' : found.isFile() ? 'file' : 'other'
  } catch {
    return null
  }
}
export const isFolder = (path: string): boolean => kindOf(path) === 'folder'
export const isFile = (path: string): boolean => kindOf(path) === 'file'
/** Whether anything is there by that path. */
export const isThere = (path: string): boolean => kindOf(path) !== null
export const sameFile = (a: string, b: string): boolean => realpathSync(a) === realpathSync(b)

/** A path without symbolic links, as far as it is there at all. */
export function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return dirname(path) === path ? path : join(realPath(dirname(path)), basename(path))
  }
}

/** The names in a folder; one that cannot be looked into is trouble. */
function namesIn(dir: string): string[] {
  try {
    return readdirSync(dir)
  } catch (error) {
    throw readTrouble(slashed(dir), error)
  }
}

/** Whether a file of a folder of deals is one, by its name; the vocabulary is never taken for one. */
export const isDealFile = (name: string): boolean =>
  isYaml(name) && name !== VOCABULARY && !name.startsWith('.')

/** The deal files of a folder, in the order of their names. */
export function dealFiles(dir: string): string[] {
  const names = namesIn(dir).filter(isDealFile).sort()
  const files = names.map((name) => join(dir, name))
  for (const path of files) refuseStray(path)
  return files
}

/**
 * A link of a folder that leads out of its repository, or among git's own files, is not followed by itself: a stranger's
 * branch could have a CI print what nobody committed, or mend what is not its own. Who means it names the file.
 */
export function refuseStray(path: string): void {
  if (!lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return
  const root = repositoryRoot(dirname(path))
  if (root === null) return
  const [first = ''] = relative(realPath(root), realPath(path)).split(sep)
  if (first !== '..' && first !== '.git' && !isAbsolute(first)) return
  throw new TroubleError(
    'stray-link',
    `"${slashed(path)}" is a link that leads out of its repository; a folder's deals are not looked for there.`,
    'Name the file itself, if it is meant.',
  )
}

/** The text of a file's bytes; those that are no UTF-8 become U+FFFD, which the reader reports. */
export const decoded = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

/** Reads a text, if it is one that ends; of a larger one no more than that it is. */
export function readText(path: string, as: string, most = MOST_BYTES): Text {
  try {
    if (isFolder(path)) throw new TroubleError('is-folder', `"${as}" is a folder; expected a file.`)
    // A pipe or a device has no end that one could wait for; the standard input is `-`.
    if (kindOf(path) === 'other')
      throw new TroubleError('no-file', `"${as}" is no regular file.`, 'Send it in by `dealdiff - < FILE`.')
    // The size is looked at first: nothing of a huge file need be read to refuse it.
    if ((statSync(path).size ?? 0) > most) return { path: as, text: 'x'.repeat(most) }
    return { path: as, text: decoded(readFileSync(path)) }
  } catch (error) {
    throw error instanceof TroubleError ? error : readTrouble(as, error)
  }
}

/** What a failure to read comes to, for a person. */
export function readTrouble(as: string, error: unknown): TroubleError {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP' || code === 'ENAMETOOLONG')
    return new TroubleError('no-file', `There is no file "${as}".`)
  if (code === 'EACCES' || code === 'EPERM')
    return new TroubleError('no-permission', `The file "${as}" may not be read.`, 'Check its permissions.')
  if (code === undefined) throw error
  return new TroubleError('cannot-read', `The file "${as}" cannot be read (${code}).`)
}

/** The root of the repository that a folder is in, or null. No git is run for it. */
export function repositoryRoot(
  cwd: string,
  env: Readonly<Record<string, string | undefined>> = {},
): string | null {
  // As git has it: a hook may be told where the working tree is.
  if (env.GIT_WORK_TREE) return resolve(cwd, env.GIT_WORK_TREE)
  if (env.GIT_DIR) return resolve(cwd)
  for (let dir = resolve(cwd); ; dir = dirname(dir)) {
    // A worktree or a submodule has a file of that name.
    if (kindOf(join(dir, '.git')) !== null) return dir
    if (dirname(dir) === dir) return null
  }
}

/** Where the working directory is, seen from the root of its repository: `deals/` or nothing. */
export function repositoryPrefix(cwd: string): string {
  const root = repositoryRoot(cwd)
  const from = root === null ? '' : slashed(relative(root, resolve(cwd)))
  return from === '' ? '' : `${from}/`
}

/** Adds to a file that others write to as well, such as a summary of a CI run. */
export function appendText(path: string, text: string, at: { readonly cwd: string }): void {
  try {
    appendFileSync(resolve(at.cwd, path), text)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === undefined) throw error
    throw new TroubleError('cannot-write', `The file "${slashed(path)}" cannot be written (${code}).`)
  }
}

/** Writes a file; what stands there already is kept unless it may be overwritten. */
export function writeText(
  path: string,
  text: string,
  at: { readonly cwd: string },
  overwrite: boolean,
): void {
  // A slip of -o would cost the deal itself.
  if (overwrite && isYaml(path) && isFile(resolve(at.cwd, path)))
    throw new TroubleError(
      'file-exists',
      `"${slashed(path)}" is a YAML file that is there already; no output is written over it.`,
      'Choose another name.',
    )
  try {
    writeFileSync(resolve(at.cwd, path), text, { flag: overwrite ? 'w' : 'wx' })
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EEXIST')
      throw new TroubleError(
        'file-exists',
        `The file "${slashed(path)}" is there already.`,
        'Choose another name, or delete it first.',
      )
    if (code === undefined) throw error
    throw new TroubleError('cannot-write', `The file "${slashed(path)}" cannot be written (${code}).`)
  }
}

/** A path seen from a folder, with `/`; links in either lead where they lead. */
export const relativePath = (folder: string, path: string): string =>
  slashed(relative(realPath(folder), join(realPath(dirname(path)), basename(path))))

/** A path from the working directory, absolute. */
export const absolutePath = (path: string, at: { readonly cwd: string }): string => resolve(at.cwd, path)

/** The folder of a file. */
export const folderOf = (path: string): string => dirname(path)

/** The nearest file of a name at or above a folder, as far up as the root of its repository; outside of one, only there. */
export function nearestFile(
  name: string,
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
): string | null {
  const root = repositoryRoot(folder, env) ?? folder
  for (let dir = resolve(folder); ; dir = dirname(dir)) {
    if (isFile(join(dir, name))) return join(dir, name)
    if (dir === resolve(root) || dirname(dir) === dir) return null
  }
}

/**
 * Puts a text in the place of a file, all at once: whoever reads it meanwhile reads the old or the new. A link is
 * written through, and the file's mode kept; one that has other names too, or another owner, is written where it is,
 * since a new file would be neither. `was` is what was read of it: a file that somebody else has written since is left
 * alone; null where there was none.
 */
export function rewriteText(path: string, as: string, text: string, was: string | null): void {
  const real = realPath(path)
  let made: string | null = null
  try {
    if (was !== null && decoded(readFileSync(real)) !== was)
      throw new TroubleError(
        'file-changed',
        `The file "${as}" was written by another meanwhile; it is left as it is.`,
      )
    // To rename over a file takes no right to write it: one that is protected stays.
    if (was !== null) accessSync(real, constants.W_OK)
    for (let n = 1; made === null; n++) {
      const name = join(dirname(real), `.${basename(real)}.${n}.tmp`)
      try {
        writeFileSync(name, text, { flag: 'wx' })
        made = name
      } catch (error) {
        const taken = (error as NodeJS.ErrnoException).code === 'EEXIST'
        if (!taken) rmSync(name, { force: true })
        if (!taken || n > 99) throw error
      }
    }
    if (was !== null) {
      const [old, own] = [statSync(real), statSync(made)]
      if (old.nlink > 1 || old.uid !== own.uid || old.gid !== own.gid) {
        writeFileSync(real, text)
        return
      }
      chmodSync(made, old.mode)
    }
    renameSync(made, real)
    made = null
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (error instanceof TroubleError || code === undefined) throw error
    throw new TroubleError('cannot-write', `The file "${as}" cannot be written (${code}).`)
  } finally {
    if (made !== null) rmSync(made, { force: true })
  }
}
