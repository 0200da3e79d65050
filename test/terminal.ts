import { fileURLToPath } from 'node:url'
import { run } from '../src/cli.ts'

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '')

/** What a command line came to. */
export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface Place {
  readonly cwd?: string
  readonly env?: Record<string, string>
  readonly stdin?: string
  readonly tty?: boolean
  readonly columns?: number
  /** The deals that come with the program, where they are not this repository's. */
  readonly shipped?: string
}

/** Runs a command line inside this process, as the launcher would, and keeps what it prints. */
export async function dealdiff(argv: readonly string[], place: Place = {}): Promise<Ran> {
  let [stdout, stderr] = ['', '']
  const code = await run(argv, {
    cwd: place.cwd ?? root,
    env: place.env ?? {},
    stdout: { isTTY: place.tty ?? false, columns: place.columns, write: (s) => void (stdout += s) },
    stderr: { isTTY: place.tty ?? false, columns: place.columns, write: (s) => void (stderr += s) },
    readStdin: () => Promise.resolve(place.stdin ?? ''),
    shipped: place.shipped ?? `${root}/deals`,
    version: '0.0.0-test',
  })
  return { code, stdout, stderr }
}

/** The words of a command line as a shell splits it; quotes hold words together. */
export const words = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map((m) => m[1] ?? m[2] ?? m[3] ?? '')
