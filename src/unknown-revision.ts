import { TroubleError } from './errors.ts'
import { cut, nearest } from './words.ts'

/** What is asked of the repository about a revision that it does not have: git's answer, or null for a no. */
type Ask = (...args: readonly string[]) => string | null

/** What is told of a revision that a repository does not have: what was meant, or which fetch is missing. */
export function unknownRevision(revision: string, shallow: boolean, ask: Ask): TroubleError {
  const kind = ask('cat-file', '-t', revision)
  if (kind === 'tree' || kind === 'blob')
    return new TroubleError(
      'unknown-revision',
      `"${cut(revision)}" is a ${kind === 'tree' ? 'folder' : 'file'}, not a revision; expected a branch, a tag or a commit.`,
    )
  return new TroubleError(
    'unknown-revision',
    `There is no revision "${cut(revision)}" in this ${shallow ? 'shallow clone' : 'repository'}.`,
    advice(revision, shallow, ask),
  )
}

function advice(revision: string, shallow: boolean, ask: Ask): string | null {
  if (/^0{40,64}$/.test(revision))
    return 'Zeros stand for what was there before a new branch: nothing. Name what it branched off, such as origin/main.'
  const [, before = '', steps = ''] = /^(.+?)((?:[~^]\d*)+)$/.exec(revision) ?? []
  if (before !== '' && ask('rev-parse', '--verify', '--quiet', '--end-of-options', before) !== null)
    return tooFarBack(before, steps, shallow, ask)
  const wanted = before === '' ? revision : before
  if (wanted === 'HEAD') return 'The branch has no commit yet.'
  // `origin/HEAD` is another name for a branch that is listed itself.
  const refs = lines(
    ask('for-each-ref', '--format=%(refname:lstrip=2)', 'refs/heads', 'refs/tags', 'refs/remotes'),
  ).filter((ref) => !ref.endsWith('/HEAD'))
  const meant = refs.find((ref) => ref.endsWith(`/${wanted}`)) ?? nearest(wanted, [...refs, 'HEAD'])
  // Of a shallow clone, a branch of the remote was likelier left out than mistyped.
  if (meant !== null && !(shallow && remoteIn(wanted, ask) !== null)) return `Did you mean: ${meant}${steps}`
  return missingFetch(wanted, shallow, ask)
}

/** `HEAD~5` of a history that is shorter, or was cut. */
function tooFarBack(before: string, steps: string, shallow: boolean, ask: Ask): string | null {
  const there = ask('rev-list', '--count', '--first-parent', '--end-of-options', before)
  if (shallow) {
    // `^2` is one step to another parent; `~3` and `^` are steps back.
    const back = [...steps.matchAll(/([~^])(\d*)/g)].map(([, sign, n]) =>
      sign === '~' ? Number(n === '' ? 1 : n) : 1,
    )
    const deepen = back.reduce((sum, n) => sum + n, 0)
    return `Its history was cut. Fetch more of it: git fetch --deepen=${Math.min(deepen, 1_000_000)}, or all: git fetch --unshallow`
  }
  return there === null
    ? null
    : `The history of "${cut(before)}" has ${there} ${there === '1' ? 'commit' : 'commits'} in a line.`
}

/** The fetch that would bring a revision; only names that a shell leaves alone are put into a command. */
function missingFetch(revision: string, shallow: boolean, ask: Ask): string | null {
  const remotes = remotesOf(ask)
  const remote = remoteIn(revision, ask) ?? (remotes.includes('origin') ? 'origin' : remotes[0])
  if (remote === undefined || !plain(revision) || !plain(remote)) return null
  const fetch = `git fetch ${shallow ? '--depth=1 ' : ''}${remote}`
  if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(revision)) return `Fetch it: ${fetch} ${revision}`
  if (/^[0-9a-f]{4,}$/.test(revision)) return shallow ? 'Fetch the history: git fetch --unshallow' : null
  if (revision === 'HEAD' || revision.includes('@')) return null
  const known = remoteIn(revision, ask) !== null
  const branch = known ? revision.slice(remote.length + 1) : revision
  // With the refspec it comes to have its name in a clone of a single branch too.
  const asBranch = `${fetch} ${branch}:refs/remotes/${remote}/${branch}`
  if (known) return `Fetch it: ${asBranch}`
  if (!shallow) return null
  return `Fetch a branch: ${asBranch} (it is then called ${remote}/${branch}), or a tag: ${fetch} tag ${branch}`
}

const plain = (name: string): boolean => /^[\w./][\w./-]*$/.test(name)
const lines = (text: string | null): string[] => (text ?? '').split('\n').filter((l) => l !== '')

const remotesOf = (ask: Ask): string[] => [
  ...new Set(
    lines(ask('config', '--name-only', '--get-regexp', '^remote\\..+\\.url$')).map((l) => l.slice(7, -4)),
  ),
]

/** The remote that a name such as `origin/main` begins with. */
function remoteIn(revision: string, ask: Ask): string | null {
  const found = remotesOf(ask).filter((r) => revision.startsWith(`${r}/`) && revision.length > r.length + 1)
  return found.sort((a, b) => b.length - a.length)[0] ?? null
}
