import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, describe, expect, it } from 'vitest'
import { reportSchema } from '../src/report/report-schema.ts'
import { dealdiff, root, words } from './terminal.ts'

/** What a hostile or careless file, name or stream comes to: a sentence with a place, exit 2, one document, no trace. */
const scratch = mkdtempSync(join(tmpdir(), 'dealdiff-bad-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const good = `deal: d
parties: { us: United States, japan: Japan }
sources:
  u: { party: us, by: US, kind: minister, date: 2025-07-01 }
  j: { party: japan, by: Japan, kind: minister, date: 2025-07-02 }
terms:
  t: { title: Japan buys rice, obligor: japan }
announced:
  us:
    t: { value: 8 Mt, source: u }
  japan:
    t: { value: 8 Mt, source: j }
`
const instead = (a: string, b: string): string => good.replace(a, b)

/** Each: the text, the rule that finds it, and the line it stands on. */
const files: readonly (readonly [name: string, text: string | Uint8Array, rule: string, line: number])[] = [
  ['not YAML', 'deal: [', 'yaml-syntax', 1],
  ['empty', '', 'yaml-empty', 1],
  ['only a comment', '# nothing\n', 'yaml-empty', 1],
  ['two documents', `${good}---\ndeal: e\n`, 'yaml-two-documents', 13],
  ['a duplicate key', instead('deal: d', 'deal: d\ndeal: d'), 'duplicate-key', 2],
  ['a tab', instead('  u:', '\tu:'), 'yaml-tab', 4],
  [
    'a wrong type',
    instead('terms:\n  t: { title: Japan buys rice, obligor: japan }', 'terms: 5'),
    'wrong-type',
    6,
  ],
  ['an unknown key', instead('value: 8 Mt, source: u', 'valeu: 8 Mt, source: u'), 'unknown-key', 10],
  ['an undeclared word', instead('value: 8 Mt, source: u', 'act: fetch, source: u'), 'unknown-word', 10],
  ['an undeclared source', instead('source: u', 'source: x'), 'unknown-source', 10],
  ['an undeclared party', instead('  japan:\n    t', '  korea:\n    t'), 'unknown-party', 11],
  ['an undeclared term', instead('us:\n    t:', 'us:\n    q:'), 'unknown-term', 10],
  ['a value that is none', instead('8 Mt, source: u', '8 ton, source: u'), 'bad-value', 10],
  ['an empty set', instead('value: 8 Mt, source: u', 'scope: [], source: u'), 'empty-set', 10],
  [
    'an end before its start',
    instead('value: 8 Mt, source: u', 'start: 2025-12-01, end: 2025-11-01, source: u'),
    'empty-set',
    10,
  ],
  [
    'a cycle',
    instead('deal: d', 'deal: d\nwords: { axes: { goods: { a: { b: [a] } } } }'),
    'hierarchy-cycle',
    2,
  ],
  ['an anchor', instead('8 Mt, source: u', '&a 8 Mt, source: u'), 'yaml-anchor', 10],
  ['too large', `deal: ${'x'.repeat(2_000_001)}`, 'yaml-too-large', 1],
  ['no UTF-8', new Uint8Array([...Buffer.from('deal: d\ntitle: '), 0xff, 0x0a]), 'yaml-encoding', 2],
  ['NUL', `deal: d\u0000\n`, 'yaml-control-character', 1],
  ['a terminal escape', instead('Japan buys rice', '"\\e]0;x\\a"'), 'yaml-control-character', 7],
  [
    'text lost after #',
    instead('t: { title: Japan buys rice, obligor: japan }', 't:\n    title: deal no #5 signed'),
    'yaml-lost-text',
    8,
  ],
  ['a comma in a number', instead('8 Mt, source: u', '1,000 Mt, source: u'), 'yaml-comma-in-flow', 10],
  ['__proto__ as a term', instead('  t: { title', '  __proto__: { title'), 'bad-name', 7],
  ['a tag', instead('8 Mt, source: u', '!not yes, source: u'), 'yaml-tag', 10],
  [
    'claims as a list',
    instead(
      'announced:\n  us:\n    t: { value: 8 Mt, source: u }\n  japan:\n    t: { value: 8 Mt, source: j }',
      'announced: [x]',
    ),
    'wrong-type',
    8,
  ],
]

const validate = new Ajv2020({ allErrors: true, strict: false }).compile(reportSchema)

describe('a bad file', () => {
  it.each(files)('%s', async (_name, text, rule, line) => {
    writeFileSync(join(scratch, 'd.yaml'), text)
    const human = await dealdiff(['d.yaml'], { cwd: scratch })
    expect(human.code).toBe(2)
    expect(human.stdout).toBe('')
    expect(human.stderr).toContain(`[${rule}]`)
    expect(human.stderr).toContain(`d.yaml:${line}:`)
    // oxlint-disable-next-line no-control-regex -- that none of these gets out is what is tested
    expect(human.stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/)
    expect(human.stderr).not.toMatch(/\n\s+at /)
    const machine = await dealdiff(['d.yaml', '--json'], { cwd: scratch })
    expect(machine.code).toBe(2)
    const report = JSON.parse(machine.stdout)
    validate(report)
    expect(validate.errors).toBeNull()
    expect(report.deals).toEqual([])
    expect(report.trouble.length).toBeGreaterThan(0)
    const found = report.diagnostics.find((d: { rule: string }) => d.rule === rule)
    expect(found.place.line).toBe(line)
    const checked = await dealdiff(['check', 'd.yaml'], { cwd: scratch })
    expect(checked.code).toBe(report.trouble[0].code === 'unreadable' ? 2 : 1)
  })

  it('is none of these, so that the table tests what it says', async () => {
    writeFileSync(join(scratch, 'd.yaml'), good)
    expect((await dealdiff(['d.yaml'], { cwd: scratch })).code).toBe(0)
  })

  it('with the names of every object is an ordinary file', async () => {
    const text = good.replaceAll(/\bt:/g, 'toString:').replaceAll(/\bu\b/g, 'constructor')
    writeFileSync(join(scratch, 'd.yaml'), text)
    const { code, stdout } = await dealdiff(['d.yaml', '--json'], { cwd: scratch })
    expect(code).toBe(0)
    expect(JSON.parse(stdout).deals[0].terms[0].id).toBe('toString')
  })
})

describe('a bad name', () => {
  mkdirSync(join(scratch, 'folder.yaml'))
  symlinkSync('loop.yaml', join(scratch, 'loop.yaml'))
  it.each([
    [['./nothing.yaml'], 'no-file'],
    [['folder.yaml/'], 'no-deals'],
    [['./loop.yaml'], 'no-file'],
    [['londno'], 'unknown-deal'],
    [['x'.repeat(5000)], 'unknown-deal'],
    [[''], 'usage'],
    [['london', '--as-of', '2025-02-30'], 'usage'],
    [['london', '--as-of', '2025-06-12 foo'], 'usage'],
    [['london', '--width', '1'], 'usage'],
    [['london', '-f', 'csv:x', '-f', 'sarif:x'], 'usage'],
    [['london', '--only', 'nonsense'], 'usage'],
    [['london', '--nonsense'], 'usage'],
    [['london', 'statsu'], 'unknown-term'],
    [['london', 'truce', '--term', 'statsu'], 'unknown-term'],
    [['london', '--topic', 'tarifs'], 'unknown-topic'],
    [['--topic', 'tarifs'], 'unknown-topic'],
    [['london', '--topic', ''], 'unknown-topic'],
    [['london', '--topic', 'x'.repeat(5000)], 'unknown-topic'],
    [['--deals', 'nowhere'], 'no-folder'],
    [['schema', '__proto__'], 'usage'],
    [['explain', '__proto__'], 'unknown-word'],
    [['init', '../x'], 'usage'],
    [['init', 'check'], 'usage'],
  ])('%j', async (argv, trouble) => {
    const { code, stdout, stderr } = await dealdiff([...argv, '--json'], { cwd: scratch })
    expect(code).toBe(2)
    expect(JSON.parse(stdout).trouble[0].code).toBe(trouble)
    expect(stderr).toMatch(/^dealdiff: /)
    const plain = await dealdiff(argv, { cwd: scratch })
    expect([plain.code, plain.stdout]).toEqual([2, ''])
    expect(plain.stderr.length).toBeLessThan(1000)
  })
})

describe('the process', () => {
  const bin = `${root}/bin/dealdiff.js`
  const start = (argv: readonly string[], more: object = {}) =>
    spawnSync(process.execPath, [bin, ...argv], { encoding: 'utf8', cwd: scratch, ...more })

  it('prints the same bytes in every zone and locale', () => {
    const [first, ...others] = [
      { TZ: 'UTC', LANG: 'en_US.UTF-8' },
      { TZ: 'Pacific/Kiritimati', LANG: 'zh_CN.UTF-8' },
      { TZ: 'America/New_York', LANG: 'tr_TR.UTF-8', LC_ALL: 'de_DE.UTF-8' },
    ].map((env) => start(['truce', '--json'], { env }).stdout)
    expect(first?.length).toBeGreaterThan(10_000)
    for (const other of others) expect(other).toBe(first)
  })

  it.skipIf(process.platform === 'win32')(
    'in a folder that is gone reads what has a name, and writes nothing',
    () => {
      const run = (argv: string) => {
        mkdirSync(join(scratch, 'gone'))
        const line = `rmdir "$PWD" && exec "${process.execPath}" "${bin}" ${argv}`
        return spawnSync('sh', ['-c', line], { cwd: join(scratch, 'gone'), encoding: 'utf8' })
      }
      expect(run('london -q')).toMatchObject({ status: 0, stderr: '' })
      expect(run('london -o dealdiff-gone.txt')).toMatchObject({
        status: 2,
        stdout: '',
        stderr: 'dealdiff: The file "dealdiff-gone.txt" cannot be written (ENOTDIR).\n',
      })
      expect(existsSync('/dealdiff-gone.txt')).toBe(false)
      const none = run('changes')
      expect([none.status, none.stdout]).toEqual([2, ''])
      expect(none.stderr).toMatch(/^dealdiff: [^\n]*\n$/)
    },
  )

  it('reads a slow pipe, and ends quietly when nobody reads', () => {
    writeFileSync(join(scratch, 'g.yaml'), good)
    const slow = execFileSync(
      'sh',
      ['-c', `(sleep 0.2; cat g.yaml) | "${process.execPath}" "${bin}" - --json`],
      { cwd: scratch, encoding: 'utf8' },
    )
    expect(JSON.parse(slow).deals[0].path).toBe('-')
    const closed = spawnSync('sh', ['-c', `"${process.execPath}" "${bin}" truce --json | head -c 10`], {
      cwd: scratch,
      encoding: 'utf8',
    })
    expect([closed.stdout.length, closed.stderr]).toEqual([10, ''])
  })
})

describe('--fail-on', () => {
  /** A word that the command can never find would be a gate that is always open. */
  it.each([
    ['changes --fail-on contradiction', 'new-contradiction'],
    ['changes --fail-on error', null],
    ['changes --fail-on new-contradiction,lost-agrement', 'lost-agreement'],
    ['check deals --fail-on new-contradiction', null],
    ['check deals --fail-on eror', 'error'],
    ['london --fail-on new-contradiction', 'contradiction'],
    ['london --fail-on ,', null],
    ['rules --fail-on error', null],
  ])('%s is wrong usage', async (line, meant) => {
    const { code, stdout, stderr } = await dealdiff(words(line))
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('--fail-on')
    if (meant !== null) expect(stderr).toContain(`--fail-on ${meant}`)
  })
})
