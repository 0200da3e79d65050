// What a run costs: the whole process of `dealdiff london` as a ratio to a bare start of Node, pair by pair in one run,
// and how much of it is reading YAML. It measures; nothing is asserted.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

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
