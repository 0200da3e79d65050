// Whether `check` lets each file go once it has been seen: over a thousand files it gets by with a heap in which not even
// their texts would fit beside the program, let alone their trees. Run after a build.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dealNumber } from './many-deals.js'

const FILES = 1000
const HEAP = Number(process.env.HEAP ?? 24)

const bin = fileURLToPath(new URL('../bin/dealdiff.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'dealdiff-memory-'))
try {
  for (let n = 0; n < FILES; n++)
    writeFileSync(join(folder, `generated-deal-${String(n).padStart(4, '0')}.yaml`), dealNumber(n))
  const { status, signal, stdout, stderr } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${HEAP}`, bin, 'check', '.', '--quiet'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 },
  )
  const last = stdout.trimEnd().split('\n').at(-1)
  if (status !== 0 || last !== `${FILES / 10} warnings in ${FILES} files`) {
    console.error(stderr.slice(-2000))
    throw new Error(
      `check over ${FILES} files with a heap of ${HEAP} MB ended with ${status ?? signal}: ${last}`,
    )
  }
  console.log(`check over ${FILES} files gets by with a heap of ${HEAP} MB: ${last}`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
