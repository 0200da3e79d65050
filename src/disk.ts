import { appendFileSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { TroubleError } from './errors.ts'
import type { Text } from './place.ts'

/** Larger files are refused by the reader; so much is read that it can say so. */
const MOST_BYTES = 2_000_001
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
export const sameFile = (a: string, b: string): boolean => realpathSync(a) === realpathSync(b)

/** The names in a folder; one that cannot be looked into is trouble. */
function namesIn(dir: string): string[] {
  try {
    return readdirSync(dir)
  } catch (error) {
    throw readTrouble(slashed(dir), error)
  }
}

/** The deal files of a folder, in the order of their names; the vocabulary is never taken for one. */
export function dealFiles(dir: string): string[] {
  return namesIn(dir)
    .filter((name) => isYaml(name) && name !== VOCABULARY && !name.startsWith('.'))
    .sort()
    .map((name) => join(dir, name))
}

/** Reads a text; bytes that are no UTF-8 become U+FFFD, which the reader reports. */
export function readText(path: string, as: string): Text {
  try {
    if (isFolder(path)) throw new TroubleError('is-folder', `"${as}" is a folder; expected a file.`)
    // A pipe or a device has no end that one could wait for; the standard input is `-`.
    if (kindOf(path) === 'other')
      throw new TroubleError('no-file', `"${as}" is no regular file.`, 'Send it in by `dealdiff - < FILE`.')
    // The size is looked at first: nothing of a huge file need be read to refuse it.
    if ((statSync(path).size ?? 0) > MOST_BYTES) return { path: as, text: 'x'.repeat(MOST_BYTES) }
    return { path: as, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(readFileSync(path)) }
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

/** Where the working directory is, seen from the root of its repository: `deals/` or nothing. No git is run for it. */
export function repositoryPrefix(cwd: string): string {
  for (let dir = resolve(cwd); ; dir = dirname(dir)) {
    // A worktree or a submodule has a file of that name.
    if (kindOf(join(dir, '.git')) !== null) {
      const from = slashed(relative(dir, resolve(cwd)))
      return from === '' ? '' : `${from}/`
    }
    if (dirname(dir) === dir) return ''
  }
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
