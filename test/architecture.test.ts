import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './terminal.ts'

/** The house as `src/README.md` has it: what may know what. */

/** From the nouns that know nobody up to the command line; a member imports only from places before its own. */
const order = [
  'place.ts',
  'words.ts',
  'names.ts',
  'reserved.ts',
  'relation.ts',
  'verdict.ts',
  'errors.ts',
  'json-schema.ts',
  'diagnostic.ts',
  'tree.ts',
  'sets',
  'values',
  'vocabulary.ts',
  'deal.ts',
  'facet.ts',
  'facets',
  'read',
  'compare',
  'rule.ts',
  'rules',
  'check',
  'report',
  'trace',
  'due',
  'press',
  'settle',
  'changes',
  'schema.ts',
  'explain',
  'explain.ts',
  'formats',
  'exit.ts',
  'io.ts',
  'init.ts',
  'options.ts',
  'disk.ts',
  'unknown-revision.ts',
  'git.ts',
  'files.ts',
  'shelf.ts',
  'locate.ts',
  'operand.ts',
  'emit.ts',
  'commands',
  'cli.ts',
  'index.ts',
]

/** The one place that imports a package, and why it is the one. */
const packages: Readonly<Record<string, RegExp>> = {
  yaml: /^read\/yaml\/read\.ts$/,
  commander: /^cli\.ts$/,
  chalk: /^formats\/text\/style\.ts$/,
  diff: /^report\/wording\.ts$/,
  'string-width': /^formats\/text\/width\.ts$/,
  'fastest-levenshtein': /^words\.ts$/,
  '@noble/hashes/sha2': /^formats\/fingerprint\.ts$/,
  '@noble/hashes/utils': /^formats\/fingerprint\.ts$/,
  tinyglobby: /^files\.ts$/,
  // Exact numbers are what sets, values and facets are made of.
  'fraction.js': /^(sets|values|facets|vocabulary\.ts|deal\.ts|read)/,
}

const files = (function walk(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((e) =>
    e.isDirectory() ? walk(join(dir, e.name)) : e.name.endsWith('.ts') ? [join(dir, e.name)] : [],
  )
})(`${root}/src`)
const name = (path: string): string => relative(`${root}/src`, path).replaceAll('\\', '/')
const stage = (path: string): string => name(path).split('/')[0] ?? ''
const imports = (path: string): string[] =>
  [
    ...readFileSync(path, 'utf8').matchAll(
      /(?:^|\s)(?:import|export)[^'";]*?from\s+'([^']+)'|import\('([^']+)'\)/g,
    ),
  ].map((m) => m[1] ?? m[2] ?? '')

describe('the house', () => {
  it('has a place for every file', () => {
    expect(files.map(stage).filter((s) => !order.includes(s))).toEqual([])
  })

  it('imports one way', () => {
    const back = files.flatMap((file) =>
      imports(file)
        .filter((spec) => spec.startsWith('.'))
        .map((spec) => join(dirname(file), spec))
        .filter((target) => order.indexOf(stage(target)) > order.indexOf(stage(file)))
        .map((target) => `${name(file)} imports ${name(target)}`),
    )
    expect(back).toEqual([])
  })

  it('imports each package in its one place', () => {
    const stray = files.flatMap((file) =>
      imports(file)
        .filter((spec) => !spec.startsWith('.') && !spec.startsWith('node:'))
        .filter((spec) => !(packages[spec] ?? /$^/).test(name(file)))
        .map((spec) => `${name(file)} imports ${spec}`),
    )
    expect(stray).toEqual([])
  })

  it('reads the disk in one place, and nothing else of the world', () => {
    // Paths are worked out where they are looked up; the disk itself is in one file, and git is run by one.
    const looking = ['disk.ts', 'files.ts', 'git.ts', 'locate.ts', 'operand.ts', 'shelf.ts']
    const may: Readonly<Record<string, readonly string[]>> = {
      'node:fs': ['disk.ts'],
      'node:child_process': ['git.ts'],
      'node:path': looking,
    }
    const stray = files.flatMap((file) =>
      imports(file)
        .filter((spec) => spec.startsWith('node:') || builtinModules.includes(spec))
        .filter((spec) => !may[spec]?.includes(name(file)))
        .map((spec) => `${name(file)} imports ${spec}`),
    )
    expect(stray).toEqual([])
    // How wide a letter is, is the one thing asked of the platform: the same in every locale.
    for (const file of files.filter((f) => name(f) !== 'formats/text/width.ts'))
      expect(
        `${name(file)}: ${/\bprocess\.|Date\.now|new Date\(\)|Math\.random|toLocale|Intl\./.exec(readFileSync(file, 'utf8'))?.[0] ?? ''}`,
      ).toBe(`${name(file)}: `)
  })

  it('keeps files short, or says why one is not', () => {
    for (const file of [...files, `${root}/bin/dealdiff.js`]) {
      const text = readFileSync(file, 'utf8')
      const lines = text.split('\n').length - 1
      expect(
        lines <= 250 || text.includes('Longer than 250 lines:'),
        `${name(file)} has ${lines} lines`,
      ).toBe(true)
    }
  })

  it('lists every member of an open folder', () => {
    for (const [folder, aside] of [
      ['commands', ['command', 'index']],
      ['formats', ['format', 'index', 'table', 'escape', 'alerts', 'fingerprint']],
    ] as const) {
      const list = readFileSync(`${root}/src/${folder}/index.ts`, 'utf8')
      for (const entry of readdirSync(`${root}/src/${folder}`, { withFileTypes: true }))
        if (entry.isFile() && !(aside as readonly string[]).includes(entry.name.replace('.ts', '')))
          expect(list).toContain(`./${entry.name}`)
    }
  })

  it('has the top level that is agreed', () => {
    expect(
      readdirSync(root)
        .filter((n) => !n.startsWith('.') && !['node_modules', 'dist'].includes(n))
        .sort(),
    ).toEqual(
      [
        'LICENSE',
        'action.yml',
        'README.md',
        'bin',
        'deals',
        'package-lock.json',
        'package.json',
        'src',
        'test',
        'tsconfig.json',
      ].sort(),
    )
  })
})
