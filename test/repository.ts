import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Who commits, and when: the same hashes on every machine, whatever its own git is set to. */
export const gitEnv: Record<string, string> = {
  PATH: process.env.PATH ?? '',
  HOME: tmpdir(),
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_AUTHOR_DATE: '2025-07-01T00:00:00Z',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.org',
  GIT_COMMITTER_DATE: '2025-07-01T00:00:00Z',
}

/** A real repository in a folder of its own. */
export interface TestRepository {
  /** Its root, without symbolic links. */
  readonly root: string
  /** Runs git there, and gives what it printed without the newline at its end. */
  readonly git: (...args: readonly string[]) => string
  /** Writes files by their paths from the root; null deletes one. */
  readonly write: (files: Readonly<Record<string, string | Uint8Array | null>>) => void
  /** Writes files, commits all that changed, and gives the commit's hash. */
  readonly commit: (files: Readonly<Record<string, string | Uint8Array | null>>, message?: string) => string
  /** Deletes it. */
  readonly remove: () => void
}

/** An empty folder under the system's own for scratch, without symbolic links in its path. */
export const scratchFolder = (): string => realpathSync(mkdtempSync(join(tmpdir(), 'dealdiff-git-')))

/** Makes a repository with one branch, `main`, and no commit; `remove` it when done. */
export function makeRepository(root: string = scratchFolder()): TestRepository {
  mkdirSync(root, { recursive: true })
  const git = (...args: readonly string[]): string =>
    execFileSync('git', [...args], { cwd: root, env: gitEnv, stdio: ['ignore', 'pipe', 'pipe'] })
      .toString('utf8')
      .replace(/\n$/, '')
  git('init', '--quiet', '--initial-branch=main')
  const write: TestRepository['write'] = (files) => {
    for (const [path, text] of Object.entries(files)) {
      if (text === null) rmSync(join(root, path), { recursive: true })
      else {
        mkdirSync(dirname(join(root, path)), { recursive: true })
        writeFileSync(join(root, path), text)
      }
    }
  }
  return {
    root,
    git,
    write,
    commit: (files, message = 'an edit') => {
      write(files)
      git('add', '--all')
      git('commit', '--quiet', '--allow-empty', '--message', message)
      return git('rev-parse', 'HEAD')
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}
