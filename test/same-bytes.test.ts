import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commands } from '../src/commands/index.ts'
import { formats } from '../src/formats/index.ts'
import { root } from './terminal.ts'

/** The clock, the time zone, the locale and the order of files change no byte of any output. */

/** A command line or more for each command; one that is not here fails the test below. */
const lines: Readonly<Record<string, readonly string[]>> = {
  compare: [
    'compare',
    'compare truce --verbose',
    'compare london --timeline',
    'compare geneva --term status',
  ],
  list: ['list'],
  find: ['find soybeans'],
  check: ['check deals'],
  explain: ['explain at-odds', 'explain'],
  trace: ['trace tariffs', 'trace soybeans'],
  due: ['due', 'due --as-of 2025-11-20', 'due --within 90d'],
  press: ['press london', 'press geneva truce'],
  settle: ['settle london', 'settle geneva --agreed'],
  changes: ['changes deals/london.yaml deals/truce.yaml'],
  rules: ['rules'],
  schema: ['schema deal', 'schema report', 'schema claims'],
  // It writes a file: another each time.
  init: ['init deal-{n}'],
}

const scratch = mkdtempSync(join(tmpdir(), 'dealdiff-bytes-'))
const folders = ['first', 'second', 'third'].map((name) => join(scratch, name))

beforeAll(() => {
  const names = readdirSync(`${root}/deals`).filter((f) => f.endsWith('.yaml'))
  // A folder lists its files in the order in which they came to it, or in none.
  for (const [i, folder] of folders.entries()) {
    mkdirSync(join(folder, 'deals'), { recursive: true })
    for (const name of i === 0 ? names : names.toReversed())
      copyFileSync(`${root}/deals/${name}`, join(folder, 'deals', name))
  }
})
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** Runs every line in one process, and prints what each came to. */
const driver = (clock: number | null): string => `
const { run } = await import(${JSON.stringify(pathToFileURL(`${root}/dist/cli.js`).href)})
${
  clock === null
    ? ''
    : `const Real = Date
globalThis.Date = class extends Real {
  constructor(...given) { if (given.length > 0) super(...given); else super(${clock}) }
  static now() { return ${clock} }
}`
}
const lines = ${JSON.stringify(Object.values(lines).flat())}
const formats = ${JSON.stringify(formats.map((f) => f.name))}
let n = 0
for (const [i, line] of lines.entries())
  // Every line as text and as JSON, and in one of the other formats: each has its turn.
  for (const format of new Set(['text', 'json', formats[i % formats.length]])) {
    n += 1
    let [out, err] = ['', '']
    const code = await run([...line.replace('{n}', n).split(' '), '-f', format], {
      cwd: process.cwd(), env: process.env, shipped: ${JSON.stringify(`${root}/deals`)}, version: '0',
      stdout: { isTTY: false, columns: undefined, write: (s) => { out += s } },
      stderr: { isTTY: false, columns: undefined, write: (s) => { err += s } },
      readStdin: () => Promise.resolve(''),
    })
    process.stdout.write(JSON.stringify({ line, format, code, out, err }) + '\\n')
  }
`

function bytes(cwd: string, env: Record<string, string>, clock: number | null): readonly string[] {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', driver(clock)],
    { cwd, env, encoding: 'utf8', maxBuffer: 1 << 29 },
  )
  expect([status, stderr]).toEqual([0, ''])
  return stdout.trimEnd().split('\n')
}

describe('the same bytes', () => {
  it('has a line of every command', () => {
    expect(Object.keys(lines).sort()).toEqual(commands.map((c) => c.name).sort())
  })

  it('whatever the clock, the time zone, the locale and the order of the files', () => {
    const [first = '', second = '', third = ''] = folders
    const one = bytes(first, { TZ: 'UTC', LANG: 'en_US.UTF-8' }, null)
    expect(one.map((row) => JSON.parse(row).code).filter((code: number) => code === 2)).toEqual([])
    for (const [cwd, env, clock] of [
      [second, { TZ: 'Pacific/Kiritimati', LANG: 'zh_CN.UTF-8' }, 0],
      [third, { TZ: 'America/New_York', LANG: 'tr_TR.UTF-8', LC_ALL: 'de_DE.UTF-8' }, 4_102_444_800_000],
    ] as const) {
      const other = bytes(cwd, env, clock)
      expect(other.length).toBe(one.length)
      for (const [i, row] of one.entries()) expect(other[i]).toBe(row)
    }
  }, 120_000)
})
