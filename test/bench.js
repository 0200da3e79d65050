// What a run costs: the whole process of `dealdiff london` as a ratio to a bare start of Node, pair by pair in one run,
// and how much of it is reading YAML; then `check` over many files against a bare reading of the same bytes. It
// measures; nothing is asserted.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { dealNumber } from './many-deals.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const PAIRS = 21

const timed = (argv) => {
  const start = performance.now()
  const { status } = spawnSync(process.execPath, argv, { stdio: 'ignore', cwd: root })
  if (status !== 0) throw new Error(`${argv.join(' ')} ended with ${status}`)
  return performance.now() - start
}
const median = (xs) => [...xs].sort((a, b) => a - b)[Math.floor(xs.length / 2)]
const row = (name, xs, digits, unit) =>
  console.log(
    `${name.padEnd(44)} min ${Math.min(...xs).toFixed(digits)}  median ${median(xs).toFixed(digits)}  max ${Math.max(...xs).toFixed(digits)} ${unit}`,
  )

timed(['bin/dealdiff.js', 'london'])
const [bare, whole] = [[], []]
for (let i = 0; i < PAIRS; i++) {
  bare.push(timed(['-e', '0']))
  whole.push(timed(['bin/dealdiff.js', 'london']))
}
console.log(`Node ${process.version}, ${PAIRS} pairs in turn`)
row('node -e 0', bare, 0, 'ms')
row('dealdiff london', whole, 0, 'ms')
row(
  'ratio',
  whole.map((t, i) => t / bare[i]),
  2,
  '',
)

// Reading YAML cold, as one run does: in a process of its own, each time anew.
const probe = `${root}dist/bench-yaml.mjs`
await build({
  absWorkingDir: root,
  stdin: {
    contents: `import { readFileSync } from 'node:fs'
import { readYaml } from './src/read/yaml/read.ts'
const texts = ['deals/vocabulary.yaml', 'deals/london.yaml'].map((path) => readFileSync(path, 'utf8'))
const start = performance.now()
for (const text of texts) readYaml(text, 'x')
console.log(performance.now() - start)`,
    resolveDir: root,
    loader: 'ts',
  },
  outfile: probe,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  alias: { yaml: `${root}node_modules/yaml/browser/dist/index.js` },
})
const reading = Array.from({ length: PAIRS }, () =>
  Number(spawnSync(process.execPath, [probe], { encoding: 'utf8', cwd: root }).stdout),
)
row('of it, reading YAML cold', reading, 0, 'ms')
console.log(`reading YAML is ${Math.round((100 * median(reading)) / median(whole))}% of the run`)
console.log(`${readFileSync(`${root}deals/london.yaml`).length} bytes of deal`)

// `check` over a thousand files, and `yaml.parseDocument` over the same bytes: both in a process of their own, in turn.
const MANY = 1000
const ROUNDS = 3
const folder = mkdtempSync(join(tmpdir(), 'dealdiff-bench-'))
try {
  let bytes = 0
  for (let n = 0; n < MANY; n++) {
    const text = dealNumber(n, 20)
    bytes += Buffer.byteLength(text)
    writeFileSync(join(folder, `generated-deal-${String(n).padStart(4, '0')}.yaml`), text)
  }
  const bareProbe = `${root}dist/bench-parse.mjs`
  await build({
    absWorkingDir: root,
    stdin: {
      contents: `import { readdirSync, readFileSync } from 'node:fs'
import { parseDocument } from 'yaml'
const folder = process.argv[2]
for (const name of readdirSync(folder)) parseDocument(readFileSync(folder + '/' + name, 'utf8'))`,
      resolveDir: root,
    },
    outfile: bareProbe,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    alias: { yaml: `${root}node_modules/yaml/browser/dist/index.js` },
  })
  const [parsing, checking] = [[], []]
  for (let i = 0; i < ROUNDS; i++) {
    parsing.push(timed([bareProbe, folder]))
    checking.push(timed(['bin/dealdiff.js', 'check', folder, '--quiet']))
  }
  console.log(`\n${MANY} files of together ${bytes} bytes, ${ROUNDS} pairs in turn`)
  row('yaml.parseDocument over them', parsing, 0, 'ms')
  row('dealdiff check over them', checking, 0, 'ms')
  row(
    'ratio',
    checking.map((t, i) => t / parsing[i]),
    2,
    '',
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
