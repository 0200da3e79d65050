import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { decoded, isFolder, MOST_BYTES, realPath, slashed } from './disk.ts'
import { TroubleError } from './errors.ts'
import { compareText } from './place.ts'
import { unknownRevision } from './unknown-revision.ts'
import { cut } from './words.ts'

/** A repository as it is seen from one folder. Every other path of this file is from its root, with `/`. */
export interface Repository {
  /** The folder that git is run in. */
  readonly dir: string
  readonly env: Environment
  /** The root of the working tree, absolute and without symbolic links; of a bare repository, `dir`. */
  readonly root: string
  /** Where `dir` is, seen from the root: '' or `deals/`. */
  readonly prefix: string
  /** Whether the history was cut when it was cloned. */
  readonly shallow: boolean
  /** The folders of commits that were read; a commit never changes. */
  readonly folders: Map<string, Folder>
}
export type Environment = Readonly<Record<string, string | undefined>>

/** What a name in a folder of a commit stands for. */
export interface Entry {
  readonly kind: 'file' | 'folder' | 'link' | 'submodule'
  readonly object: string
}
export type Folder = ReadonlyMap<string, Entry>

interface Ran {
  readonly code: number
  readonly out: Buffer
  readonly said: string
  /** Whether it had more to say than was asked for. */
  readonly tooLong: boolean
}

const MOST_OUTPUT = 512_000_000
/** What a variable of the environment could change of plumbing: how paths are meant, what is run, what is printed. */
const UNSET = /^GIT_(?:EXTERNAL_DIFF|DIFF_OPTS|PAGER|TRACE.*|(?:LITERAL|GLOB|NOGLOB|ICASE)_PATHSPECS)$/

/** Runs git: reads only, takes no lock, asks nobody, fetches nothing, runs no program that a repository names. */
function run(dir: string, env: Environment, args: readonly string[], most = MOST_OUTPUT): Ran {
  const kept = Object.entries(env).filter(([name]) => !UNSET.test(name))
  const quiet = {
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
    // An older git does not know the variable above; it may then use no transport at all.
    GIT_ALLOW_PROTOCOL: 'none',
  }
  const { error, status, stdout, stderr } = spawnSync(
    'git',
    ['--no-pager', '-c', 'core.fsmonitor=false', ...args],
    {
      cwd: dir,
      env: { ...Object.fromEntries(kept), ...quiet },
      maxBuffer: most,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    },
  )
  const failure = (error as NodeJS.ErrnoException | undefined)?.code
  if (failure === 'ENOBUFS') return { code: 0, out: stdout, said: '', tooLong: true }
  if (failure === 'ENOENT' && !isFolder(dir))
    throw new TroubleError('no-folder', `There is no folder "${slashed(dir)}".`)
  if (failure === 'ENOENT' || failure === 'EACCES')
    throw new TroubleError('no-git', 'A revision is asked for, and git is not installed.', WITHOUT)
  if (failure !== undefined) throw new TroubleError('git', `git could not be run (${failure}).`)
  return { code: status ?? -1, out: stdout, said: stderr.toString('utf8'), tooLong: false }
}

const WITHOUT = 'Two files are compared without git: dealdiff changes old.yaml new.yaml'

/** What git says went wrong, as a sentence. */
function gitTrouble(said: string): TroubleError {
  const lines = said
    .split('\n')
    .map((line) => line.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim())
    .filter((line) => line !== '')
  const last = lines.findLast((line) => /^(?:fatal|error):/.test(line)) ?? lines.at(-1) ?? 'it failed'
  const line = last.replace(/^(?:fatal|error): /, '').replace(/\.$/, '')
  const allow = lines.find((l) => l.startsWith('git config --global --add safe.directory'))
  return new TroubleError(
    'git',
    `git cannot read the repository: ${line.slice(0, 400)}.`,
    allow === undefined ? null : `If you trust it: ${allow.slice(0, 400)}`,
  )
}

/** Runs git where it must succeed. */
function git(repo: Repository, args: readonly string[], most?: number): Ran {
  const ran = run(repo.dir, repo.env, args, most)
  if (ran.code !== 0) throw gitTrouble(ran.said)
  return ran
}

/** What git answers, without the newline that ends it; null where it says no. */
function ask(repo: Repository, ...args: readonly string[]): string | null {
  const { code, out } = run(repo.dir, repo.env, args)
  return code === 0 ? out.toString('utf8').replace(/\n$/, '') : null
}

/** The repository that a folder is in; trouble where it is in none. */
export function repositoryAt(dir: string, env: Environment): Repository {
  const seen = run(dir, env, [
    'rev-parse',
    '--is-inside-work-tree',
    '--is-shallow-repository',
    '--show-prefix',
  ])
  if (/^fatal: not a git repository \(or any /m.test(seen.said))
    throw new TroubleError('no-repository', `"${slashed(dir)}" is not in a git repository.`, WITHOUT)
  if (seen.code !== 0) throw gitTrouble(seen.said)
  // A folder may have newlines in its name: what comes last is the rest.
  const [inside, shallow, ...prefix] = seen.out.toString('utf8').replace(/\n$/, '').split('\n')
  const repo: Repository = {
    dir,
    env,
    root: realPath(dir),
    prefix: inside === 'true' ? prefix.join('\n') : '',
    shallow: shallow === 'true',
    folders: new Map(),
  }
  if (inside !== 'true') return repo
  const root = git(repo, ['rev-parse', '--show-toplevel']).out.toString('utf8').replace(/\n$/, '')
  return { ...repo, root: resolve(root) }
}

const isHash = (text: string): boolean => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text)

/** The commit that a revision names, as a full hash; one that could be taken for an option is refused unasked. */
export function commitOf(repo: Repository, revision: string): string {
  if (revision.trim() === '')
    throw new TroubleError('bad-revision', 'A revision is empty; expected a branch, a tag or a commit.')
  if (revision.startsWith('-'))
    throw new TroubleError(
      'bad-revision',
      `The revision "${cut(revision)}" begins with "-"; expected a branch, a tag or a commit.`,
    )
  // oxlint-disable-next-line no-control-regex -- these are what is refused
  if (/[\u0000-\u001f\u007f-\u009f]/.test(revision))
    throw new TroubleError(
      'bad-revision',
      'A revision has a control character in it; expected a branch, a tag or a commit.',
    )
  const hash = ask(repo, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`)
  // `^main` is answered too, by a hash with a caret before it.
  if (hash !== null && isHash(hash)) return hash
  throw unknownRevision(revision, repo.shallow, (...args) => ask(repo, ...args))
}

/** The commit where two lines of history parted. */
export function mergeBaseOf(repo: Repository, a: string, b: string): string {
  const { code, out, said } = run(repo.dir, repo.env, ['merge-base', a, b])
  if (code > 1) throw gitTrouble(said)
  const base = out.toString('utf8').trim()
  if (isHash(base)) return base
  throw new TroubleError(
    'no-merge-base',
    `The commits ${a.slice(0, 12)} and ${b.slice(0, 12)} have no common ancestor${repo.shallow ? ' in this shallow clone' : ''}.`,
    repo.shallow ? 'Fetch the history: git fetch --unshallow' : null,
  )
}

const KINDS: Readonly<Record<string, Entry['kind']>> = {
  '100644': 'file',
  '100664': 'file',
  '100755': 'file',
  '040000': 'folder',
  '120000': 'link',
  '160000': 'submodule',
}

function listing(repo: Repository, object: string): Folder {
  const known = repo.folders.get(object)
  if (known !== undefined) return known
  const { out } = git(repo, ['ls-tree', '-z', '--full-tree', object])
  const folder = new Map<string, Entry>()
  for (const line of out.toString('utf8').split('\0')) {
    const [, mode = '', id = '', name = ''] = /^(\d+) \S+ ([0-9a-f]+)\t(.+)$/s.exec(line) ?? []
    const kind = KINDS[mode]
    // A tree made by hand may lead back up; no path goes there.
    if (kind !== undefined && !/^\.\.?$|\//.test(name)) folder.set(name, { kind, object: id })
  }
  repo.folders.set(object, folder)
  return folder
}

/**
 * What a path stands for at a commit; null where there is nothing. It is found name by name from the root, so that no
 * path is ever an argument of git; the path '' is the root.
 */
export function entryAt(repo: Repository, commit: string, path: string): Entry | null {
  let entry: Entry = { kind: 'folder', object: commit }
  for (const name of path.split('/').filter((n) => n !== '')) {
    const next = entry.kind === 'folder' ? listing(repo, entry.object).get(name) : undefined
    if (next === undefined) return null
    entry = next
  }
  return entry
}

/** What is in a folder of a commit; null where there is no such folder. */
export function entriesAt(repo: Repository, commit: string, folder: string): Folder | null {
  const entry = entryAt(repo, commit, folder)
  return entry?.kind === 'folder' ? listing(repo, entry.object) : null
}

/** The names of the regular files directly in a folder of a commit, sorted; none where there is no such folder. */
export const folderAt = (repo: Repository, commit: string, folder: string): string[] =>
  [...(entriesAt(repo, commit, folder) ?? [])]
    .filter(([, entry]) => entry.kind === 'file')
    .map(([name]) => name)
    .sort(compareText)

/** The text of a file at a commit, read as one on the disk is; null where no regular file is there. */
export function textAt(repo: Repository, commit: string, path: string): string | null {
  const entry = entryAt(repo, commit, path)
  if (entry?.kind !== 'file') return null
  const { out, tooLong } = git(repo, ['cat-file', 'blob', entry.object], MOST_BYTES)
  return tooLong ? 'x'.repeat(MOST_BYTES) : decoded(out)
}

/** What is a deal file by its name, wherever in the tree. */
const DEAL_FILES = ['--', ':(top,icase)*.yaml', ':(top,icase)*.yml']

/**
 * The deal files that bear another name than at a commit: new path to old. A file is known once `git add` named it. No
 * file of the working tree is read by git: it would run the filters that the repository names.
 */
export function renamesSince(repo: Repository, commit: string): ReadonlyMap<string, string> {
  const all = ['--cached', '-r', '-z', '--name-status', '--no-ext-diff', '--no-textconv']
  const pairs = (...how: readonly string[]): [now: string, old: string][] => {
    const names = namesOf(git(repo, ['diff-index', ...all, ...how, commit, ...DEAL_FILES]))
    return names.flatMap((_, i) => (i % 3 === 0 ? [[names[i + 2] ?? '', names[i + 1] ?? '']] : []))
  }
  const renamed = pairs('-M', '--diff-filter=R')
  // What was moved without `git mv` stands under both names: added under the new, and not yet taken out under the old.
  const gone = new Set(namesOf(git(repo, ['ls-files', '--deleted', '--full-name', '-z', ...DEAL_FILES])))
  const copied = gone.size > 0 ? pairs('--find-copies-harder', '--diff-filter=C') : []
  return new Map([...copied.filter(([, old]) => gone.has(old)), ...renamed])
}

const namesOf = ({ out }: Ran): string[] => out.toString('utf8').split('\0').slice(0, -1)
