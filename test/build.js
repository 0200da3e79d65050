// Builds what ships: one ESM bundle behind the launcher (what few commands need is split off), the library, its types.
import { execFileSync } from 'node:child_process'
import { existsSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const require = createRequire(import.meta.url)

// Built beside, and put in place whole: whoever runs the program meanwhile finds the old one or the new one.
const made = `${root}node_modules/.dist-${process.pid}`
await build({
  absWorkingDir: root,
  entryPoints: { cli: 'src/cli.ts', index: 'src/index.ts' },
  outdir: made,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  legalComments: 'linked',
  // The package's own ESM build: its CommonJS one would have to be wrapped, and starts slower.
  alias: { yaml: `${root}node_modules/yaml/browser/dist/index.js` },
  // commander is CommonJS and asks for Node's own modules by `require`.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);",
  },
  logLevel: 'warning',
})
const tsc = require.resolve('typescript/package.json').replace(/package\.json$/, 'bin/tsc')
execFileSync(process.execPath, [tsc, '-p', `${root}test/tsconfig.types.json`, '--outDir', `${made}/types`], {
  stdio: 'inherit',
})
rmSync(`${root}dist`, { recursive: true, force: true })
renameSync(made, `${root}dist`)

// In a checkout, `npx dealdiff` is this very copy: found at once, without another one in a cache.
const link = `${root}node_modules/.bin/dealdiff`
if (process.platform !== 'win32' && existsSync(`${root}node_modules/.bin`)) {
  rmSync(link, { force: true })
  symlinkSync('../../bin/dealdiff.js', link)
}
