import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { root } from './terminal.ts'

/** What would be published: as `npm pack` lists it. */
describe('the package', () => {
  const manifest = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'))
  const packed: string[] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  )[0].files.map((f: { path: string }) => f.path)

  it('holds the launcher, the bundle, the types, the deals and the licence', () => {
    expect(packed).toEqual(
      expect.arrayContaining([
        'bin/dealdiff.js',
        'dist/cli.js',
        'dist/index.js',
        'dist/types/index.d.ts',
        'deals/london.yaml',
        'deals/vocabulary.yaml',
        'deals/deal.schema.json',
        'README.md',
        'LICENSE',
      ]),
    )
    expect(packed.filter((p) => /^(src|test|node_modules)\//.test(p))).toEqual([])
  })

  it('has a launcher that a shell can start', () => {
    expect(readFileSync(`${root}/bin/dealdiff.js`, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/)
    expect(statSync(`${root}/bin/dealdiff.js`).mode & 0o111).not.toBe(0)
  })

  it('installs nothing besides itself, and runs no script of others', () => {
    expect(manifest.dependencies ?? {}).toEqual({})
    expect(Object.keys(manifest.scripts).filter((s) => /install/.test(s))).toEqual([])
    expect(Object.keys(manifest.exports['.'])).toEqual(['types', 'default'])
  })

  it('is a library too', async () => {
    const { compareDeal, parseDeal } = await import(`${root}/dist/index.js`)
    const read = (name: string) => ({ path: name, text: readFileSync(`${root}/deals/${name}`, 'utf8') })
    const { deal, diagnostics } = parseDeal(read('london.yaml'), [read('vocabulary.yaml')])
    expect(diagnostics.filter((d: { severity: string }) => d.severity === 'error')).toEqual([])
    expect(compareDeal(deal).summary.contradiction).toBe(0)
    expect(compareDeal(deal, '2025-06-12').terms.length).toBeLessThan(compareDeal(deal).terms.length)
    expect(() => compareDeal(deal, 'soon')).toThrow(/date/)
    expect(parseDeal({ path: 'x.yaml', text: '[' })).toMatchObject({ deal: null, readable: false })
  })
})
