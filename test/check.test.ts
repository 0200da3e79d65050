import fs from 'node:fs'
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { type Look, mend } from '../src/check/fix.ts'
import { meaningOf } from '../src/check/meaning.ts'
import { beforeOf, screenSince } from '../src/check/since.ts'
import { startsWithin, targetOf } from '../src/check/target.ts'
import { type Diagnostic, diagnosticOf, type Edit } from '../src/diagnostic.ts'
import { formats } from '../src/formats/index.ts'
import type { Place } from '../src/place.ts'
import { keysTo } from '../src/read/stamp.ts'
import type { Report } from '../src/report/report.ts'
import { baselineStale } from '../src/rules/baseline-stale.ts'
import { ignoreMalformed } from '../src/rules/ignore-malformed.ts'
import { ignoreUnused } from '../src/rules/ignore-unused.ts'
import { sampleText } from '../src/rules/sample.ts'
import type { Node } from '../src/tree.ts'
import { gitEnv, makeRepository, scratchFolder, type TestRepository } from './repository.ts'
import { compareSmall, type SmallDeal, smallDeal } from './small-deal.ts'
import { dealdiff } from './terminal.ts'

/** `check` on real files: what keeps findings from being shown, and what mends them. */

const made: (() => void)[] = []
afterEach(() => {
  for (const remove of made.splice(0)) remove()
})

/** A folder with files in it. */
function folder(files: Readonly<Record<string, string>>): string {
  const root = scratchFolder()
  made.push(() => fs.rmSync(root, { recursive: true, force: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

function repository(): TestRepository {
  const repo = makeRepository()
  made.push(repo.remove)
  return repo
}

interface Checked {
  readonly code: number
  readonly report: Report
  /** `file:line:column rule`, in order. */
  readonly found: readonly string[]
  readonly hidden: readonly string[]
}

async function check(cwd: string, ...argv: readonly string[]): Promise<Checked> {
  const { code, stdout, stderr } = await dealdiff(['check', ...argv, '--json'], { cwd, env: gitEnv })
  const report = JSON.parse(stdout) as Report
  expect(stderr === '', stderr).toBe(report.trouble.length === 0)
  const short = ({ place, rule }: Diagnostic): string => `${place.path}:${place.line}:${place.column} ${rule}`
  return {
    code,
    report,
    found: report.diagnostics.map(short),
    hidden: report.check?.suppressed.map(({ by, finding }) => `${by} ${short(finding)}`) ?? [],
  }
}

const seen = 'read: whole, seen: { copy: original }'
/** A sound deal in which nothing is found, of so many lines that each has its own. */
const sound = (name = 'rice', extra = ''): string => `deal: ${name}
parties:
  us: { name: United States, short: US }
  china: China
sources:
  us-june: { party: us, by: USTR, kind: minister, issuer: USTR, date: 2025-06-11, ${seen} }
${extra}  china-june: { party: china, by: MOFCOM, kind: spokesperson, issuer: MOFCOM, date: 2025-06-12, ${seen} }
terms:
  purchase: { title: China buys US rice, topic: farm goods, obligor: china }
announced:
  us:
    purchase: { act: buy, value: 2 Mt, source: us-june }
  china:
    purchase: { act: buy, value: 2 Mt, source: china-june }
`
/** A source that nothing rests on: a warning, on one line. */
const unused = (id: string): string =>
  `  ${id}: { party: us, by: USTR, kind: minister, issuer: USTR, date: 2025-07-01, ${seen} }\n`
const ignore = (rule = 'unused-source', reason = ' -- it is coded later'): string =>
  `  # dealdiff-ignore ${rule}${reason}\n`

describe('comments that ignore', () => {
  it('finds nothing in the deal that the other tests build on', async () => {
    const { found, hidden, code } = await check(folder({ 'rice.yaml': sound() }), 'rice.yaml')
    expect({ found, hidden, code }).toEqual({ found: [], hidden: [], code: 0 })
  })

  it.each([
    ['above, on the next key with all of its value', ignore() + unused('us-july'), 1],
    [
      'above, with blank lines and other comments between',
      `${ignore()}\n  # to be read\n${unused('us-july')}`,
      1,
    ],
    ['at the end of the line', `${unused('us-july').trimEnd()} ${ignore().trimStart()}`, 1],
    ['two of one rule', ignore() + unused('us-july') + ignore() + unused('us-aug'), 2],
    ['not the node after that', ignore() + unused('us-july') + unused('us-aug'), 1],
    ['several rules', ignore('unused-source, long-quote') + unused('us-july'), 1],
  ])('%s', async (_, sources, n) => {
    const { report, hidden } = await check(folder({ 'rice.yaml': sound('rice', sources) }), 'rice.yaml')
    expect(hidden).toHaveLength(n)
    for (const one of report.check?.suppressed ?? [])
      expect(one).toMatchObject({
        by: 'comment',
        reason: 'it is coded later',
        finding: { rule: 'unused-source' },
      })
  })

  it('reaches a whole block, and no further', async () => {
    const all = sound('rice', unused('us-july') + unused('us-aug'))
    const block = all.replace('sources:', '# dealdiff-ignore unused-source -- all of them are new\nsources:')
    const below = all.replace('terms:', '# dealdiff-ignore unused-source -- all of them are new\nterms:')
    expect((await check(folder({ 'rice.yaml': block }), 'rice.yaml')).hidden).toHaveLength(2)
    expect((await check(folder({ 'rice.yaml': below }), 'rice.yaml')).found).toEqual([
      'rice.yaml:7:3 unused-source',
      'rice.yaml:8:3 unused-source',
      'rice.yaml:10:19 ignore-unused',
    ])
  })

  it.each([
    [
      'an item of a list',
      '      # dealdiff-ignore unquoted-text -- as it is\n      - says: first words\n        source: us-june\n',
    ],
    [
      'an item below its dash',
      '      # dealdiff-ignore unquoted-text -- as it is\n      -\n        says: first words\n        source: us-june\n',
    ],
    [
      'a value below its key',
      '      - says:\n          # dealdiff-ignore unquoted-text -- as it is\n          first words\n        source: us-june\n',
    ],
    [
      'a line of a map in brackets',
      '      - { # dealdiff-ignore unquoted-text -- as it is\n        # dealdiff-ignore unquoted-text -- as it is\n        says: first words, source: us-june }\n',
    ],
  ])('takes %s for the next node', async (_, item) => {
    const text = sound().replace(
      '    purchase: { act: buy, value: 2 Mt, source: us-june }\n',
      `    purchase:\n${item}      - { says: second words, source: us-june }\n`,
    )
    const { hidden, found } = await check(folder({ 'rice.yaml': text }), 'rice.yaml')
    expect(hidden.map((h) => h.split(' ')[2])).toEqual(['unquoted-text'])
    expect(found.filter((f) => f.endsWith('unquoted-text'))).toHaveLength(1)
  })

  it.each([
    ['no rule', '# dealdiff-ignore -- why not', /names no rule/],
    ['no reason', '# dealdiff-ignore unused-source', /gives no reason to ignore "unused-source"/],
    ['an empty reason', '# dealdiff-ignore unused-source -- ', /gives no reason/],
    ['a dash of another kind', '# dealdiff-ignore unused-source — later', /gives no reason/],
    ['an unknown rule', '# dealdiff-ignore unused-sorce -- later', /There is no rule "unused-sorce"/],
    [
      'rules without a comma',
      '# dealdiff-ignore unused-source long-quote -- later',
      /There is no rule "unused-source long-quote"/,
    ],
    ['an error', '# dealdiff-ignore duplicate-key -- later', /errors cannot be ignored/],
    ['a rule on comments', '# dealdiff-ignore ignore-unused -- later', /no comment ignores it/],
    ['another case', '# Dealdiff-Ignore unused-source -- later', /ignores none/],
    ['another sign', '# dealdiff-ignore: unused-source -- later', /ignores none/],
    ['the word of another program', '# dealdiff-disable unused-source -- later', /ignores none/],
  ])('says that one is malformed: %s', async (_, comment, message) => {
    const text = sound('rice', `  ${comment}\n${unused('us-july')}`)
    const { report, hidden, code } = await check(folder({ 'rice.yaml': text }), 'rice.yaml')
    const malformed = report.diagnostics.filter((d) => d.rule === 'ignore-malformed')
    expect(malformed.map((d) => d.message)).toEqual([expect.stringMatching(message)])
    expect(malformed[0]?.place.line).toBe(7)
    expect(hidden).toEqual([])
    expect(code).toBe(0)
  })

  it('suggests the rule that was meant, at its very name', async () => {
    const text = sound('rice', ignore('long-quote, unused-sorce') + unused('us-july'))
    const { report } = await check(folder({ 'rice.yaml': text }), 'rice.yaml')
    const wrong = report.diagnostics.find((d) => d.rule === 'ignore-malformed')
    expect(wrong).toMatchObject({
      help: 'Did you mean "unused-source"?',
      args: ['unknown rule', 'unused-sorce'],
    })
    const line = text.split('\n')[6] ?? ''
    expect(line.slice((wrong?.place.column ?? 0) - 1, (wrong?.place.endColumn ?? 0) - 1)).toBe('unused-sorce')
  })

  it('are read once each, however many stand above one another', () => {
    const lines = [
      ...Array.from({ length: 40_000 }, () => '# dealdiff-ignore unused-source -- x'),
      'deal: rice',
    ]
    const last = { path: 'rice.yaml', line: lines.length, column: 1, endLine: lines.length, endColumn: 5 }
    const value: Node = {
      kind: 'scalar',
      place: { ...last, column: 7, endColumn: 11 },
      text: 'rice',
      style: 'plain',
    }
    const root: Node = { kind: 'map', place: last, entries: [{ key: 'deal', keyPlace: last, value }] }
    const begun = performance.now()
    const targets = lines.slice(0, -1).map((text, i) => {
      const place = { ...last, line: i + 1, endLine: i + 1, endColumn: text.length + 1 }
      return targetOf({ text, place, alone: true }, root, lines)?.line
    })
    // Each looking for itself took half a minute.
    expect(performance.now() - begun).toBeLessThan(5000)
    expect(new Set(targets)).toEqual(new Set([lines.length]))
  })

  it('leaves prose alone', async () => {
    const text = sound(
      'rice',
      '  # dealdiff ignores this line, as all comments\n  # see dealdiff-ignore in the README\n',
    )
    expect((await check(folder({ 'rice.yaml': text }), 'rice.yaml')).found).toEqual([])
  })

  it('has nothing to ignore at the end of a file', async () => {
    const { found } = await check(
      folder({ 'rice.yaml': `${sound()}# dealdiff-ignore unused-source -- later\n` }),
      'rice.yaml',
    )
    expect(found).toEqual(['rice.yaml:15:1 ignore-malformed'])
  })

  it('never ignores an error, nor a file with errors the comments that are wrong', async () => {
    const text = sound(
      'rice',
      `${ignore('unknown-key')}  us-july: { party: us, by: USTR, dat: 2025-07-01 }\n`,
    )
    const { found, hidden, code } = await check(folder({ 'rice.yaml': text }), 'rice.yaml')
    expect(found).toContain('rice.yaml:7:21 ignore-malformed')
    expect(found.filter((f) => f.endsWith('unknown-key'))).toEqual(['rice.yaml:8:35 unknown-key'])
    expect({ hidden, code }).toEqual({ hidden: [], code: 1 })
  })

  it('calls no comment unused in a file whose errors hide what there is', async () => {
    const text = sound('rice', ignore() + unused('us-july')).replace('value: 2 Mt', 'value: 2 tons')
    const { found } = await check(folder({ 'rice.yaml': text }), 'rice.yaml')
    expect(found.filter((f) => /ignore-/.test(f))).toEqual([])
  })

  it('reads comments of a file that is not readable', async () => {
    const { found, code } = await check(
      folder({ 'rice.yaml': '# dealdiff-ignore unused-source\ndeal: [\n' }),
      'rice.yaml',
    )
    expect(found).toContain('rice.yaml:1:1 ignore-malformed')
    expect(code).toBe(2)
  })

  it('works in vocabularies, each reported once', async () => {
    const words =
      'conditions:\n  # dealdiff-ignore word-redefined -- said again on purpose\n  leaders approval: again\n  # dealdiff-ignore word-redefined -- nothing\n  our own: mine\n'
    const root = folder({ 'rice.yaml': sound(), 'corn.yaml': sound('corn'), 'vocabulary.yaml': words })
    const { found, hidden } = await check(root, '.')
    expect(hidden).toEqual(['comment vocabulary.yaml:3:3 word-redefined'])
    expect(found.filter((f) => f.startsWith('vocabulary'))).toEqual(['vocabulary.yaml:4:21 ignore-malformed'])
  })

  it('waits for the whole folder before a comment on a rule of several files is unused', async () => {
    const text = `deal: rice\n# dealdiff-ignore name-taken -- the two are merged soon\naliases: [corn]\n${sound().slice(11)}`
    const root = folder({ 'rice.yaml': text, 'corn.yaml': sound('corn'), 'soy/rice.yaml': text })
    expect((await check(root, 'rice.yaml')).found).toEqual([])
    expect((await check(root, '.')).hidden).toEqual(['comment rice.yaml:3:11 name-taken'])
    expect((await check(root, 'soy')).found).toEqual(['soy/rice.yaml:2:19 ignore-unused'])
  })
})

describe('the baseline', () => {
  const three = sound('rice', unused('us-july') + unused('us-aug') + ignore() + unused('us-sep'))
  const FILE = '.dealdiff-baseline.json'
  const read = (root: string, name = FILE): string => readFileSync(join(root, name), 'utf8')

  it('holds what is found and not ignored, an entry a line, and then it is known', async () => {
    const root = folder({ 'deals/rice.yaml': three })
    const first = await check(root, 'deals', '--write-baseline')
    expect(first).toMatchObject({ code: 0, found: [] })
    expect(first.report.check?.baseline).toEqual({ path: FILE, written: true, entries: 2 })
    const entry = (id: string): string =>
      `    {"path":"deals/rice.yaml","rule":"unused-source","about":"sources/${id}","args":["${id}"],"count":1}`
    expect(read(root)).toBe(
      `{\n  "version": 1,\n  "findings": [\n${entry('us-aug')},\n${entry('us-july')}\n  ]\n}\n`,
    )
    const second = await check(root, 'deals')
    expect(second.found).toEqual([])
    expect(second.hidden.map((h) => h.split(' ')[0])).toEqual(['baseline', 'baseline', 'comment'])
    expect(second.report.check?.baseline).toEqual({ path: FILE, written: false, entries: 2 })
    const text = await dealdiff(['check', 'deals'], { cwd: root, env: gitEnv })
    expect(text.stdout).toContain('1 ignored by a comment, 2 in the baseline')
  })

  it('is found from a folder below, up to the root of the repository', async () => {
    const repo = repository()
    repo.write({ 'deals/rice.yaml': three, 'deals/eu/corn.yaml': sound('corn') })
    await check(repo.root, 'deals', '--write-baseline')
    expect((await check(join(repo.root, 'deals/eu'), '../rice.yaml')).hidden).toHaveLength(3)
    expect((await check(join(repo.root, 'deals'), 'rice.yaml')).report.check?.baseline?.path).toBe(
      `../${FILE}`,
    )
  })

  it('never holds an error', async () => {
    const root = folder({ 'rice.yaml': sound().replace('value: 2 Mt', 'value: 2 tons') })
    expect((await check(root, '.', '--write-baseline')).code).toBe(1)
    expect(JSON.parse(read(root))).toEqual({ version: 1, findings: [] })
  })

  it('knows as many as there were', async () => {
    const one = sound().replace(
      '{ act: buy, value: 2 Mt, source: us-june }',
      '[{ says: a b, says: c d, source: us-june }]',
    )
    expect((await check(folder({ 'rice.yaml': one }), '.')).code).toBe(1)
    const root = folder({ 'rice.yaml': three })
    await check(root, '.', '--write-baseline')
    writeFileSync(join(root, FILE), read(root).replaceAll('"count":1', '"count":3'))
    const { report } = await check(root, '.')
    expect(report.diagnostics.map((d) => d.message)).toEqual([
      expect.stringContaining(
        'knows 3 findings of "unused-source" in "rice.yaml" at "sources/us-aug", and 1 of them are'.replace(
          '1 of them are',
          '1 of them is',
        ),
      ),
      expect.stringContaining('1 of them is still there'),
    ])
  })

  it('says which entry is stale, at its place, and only where it can tell', async () => {
    const root = folder({ 'rice.yaml': three, 'corn.yaml': sound('corn', unused('us-july')) })
    await check(root, '.', '--write-baseline')
    writeFileSync(join(root, 'rice.yaml'), sound())
    writeFileSync(join(root, 'corn.yaml'), sound('corn'))
    expect((await check(root, '.')).found).toEqual(
      [`${FILE}:4:5`, `${FILE}:5:5`, `${FILE}:6:5`].map((p) => `${p} baseline-stale`),
    )
    const line = read(root).split('\n')[4] ?? ''
    const { report } = await check(root, 'rice.yaml')
    expect(report.diagnostics[0]?.place).toEqual({
      path: FILE,
      line: 5,
      column: 5,
      endLine: 5,
      endColumn: line.replace(/,$/, '').length + 1,
    })
    expect(report.diagnostics).toHaveLength(2)
    writeFileSync(join(root, 'rice.yaml'), sound().replace('value: 2 Mt', 'value: 2 tons'))
    expect((await check(root, 'rice.yaml')).found.filter((f) => f.endsWith('stale'))).toEqual([])
    fs.rmSync(join(root, 'rice.yaml'))
    expect((await check(root, 'corn.yaml')).found).toEqual(
      [`${FILE}:4:5`, `${FILE}:5:5`, `${FILE}:6:5`].map((p) => `${p} baseline-stale`),
    )
  })

  it('lets a comment and an entry of one finding stand beside each other', async () => {
    const root = folder({ 'rice.yaml': sound('rice', unused('us-july')) })
    await check(root, '.', '--write-baseline')
    writeFileSync(join(root, 'rice.yaml'), sound('rice', ignore() + unused('us-july')))
    expect(await check(root, '.')).toMatchObject({
      found: [],
      hidden: ['comment rice.yaml:8:3 unused-source'],
    })
  })

  it('keeps what it knows of other files, and writes the same bytes twice', async () => {
    const root = folder({ 'rice.yaml': three, 'eu/corn.yaml': sound('corn', unused('us-july')) })
    await check(root, '.', '--write-baseline')
    await check(root, 'eu', '--write-baseline')
    const both = read(root)
    expect(both.match(/"path"/g)).toHaveLength(3)
    writeFileSync(join(root, 'rice.yaml'), sound())
    await check(root, 'eu', '--write-baseline')
    expect(read(root)).toBe(both)
    await check(root, '.', '--write-baseline')
    expect(read(root).match(/"path":"([^"]*)"/g)).toEqual(['"path":"eu/corn.yaml"'])
  })

  it('reads back what it wrote, however much that is', async () => {
    const long = 'x'.repeat(12_000_000)
    const root = folder({ 'rice.yaml': sound('rice', unused('us-july')) })
    const other = { path: 'corn.yaml', rule: 'unused-source', about: long, args: [], count: 1 }
    writeFileSync(join(root, FILE), JSON.stringify({ version: 1, findings: [other] }))
    await check(root, 'rice.yaml', '--write-baseline')
    expect(await check(root, 'rice.yaml')).toMatchObject({
      code: 0,
      found: [],
      hidden: ['baseline rice.yaml:7:3 unused-source'],
    })
  })

  it('takes the lines of two branches together', async () => {
    const root = folder({ 'rice.yaml': three })
    await check(root, '.', '--write-baseline')
    const entry = /^ {4}\{.*us-aug.*\}/m.exec(read(root))?.[0] ?? ''
    writeFileSync(join(root, FILE), `{"version":1,"findings":[\n${entry},\n${entry}]}`)
    const { found } = await check(root, '.')
    expect(found).toEqual([`${FILE}:3:5 baseline-stale`, 'rice.yaml:7:3 unused-source'])
  })

  it.each([
    ['missing', null, 'There is no file "known.json".'],
    ['no JSON', '{', 'it is no JSON from line 1, column 2 on'],
    ['a conflict', '<<<<<<< HEAD\n{}\n', 'it holds a merge conflict'],
    ['a deal', sound(), 'it is no JSON'],
    ['another file', '{"a":1}', 'it is no baseline of findings'],
    ['of another version', '{"version":2,"findings":[]}', 'its version is 2, and this program knows 1'],
    ['a bad entry', '{"version":1,\n"findings":[{"path":1}]}', 'entry 1 of its findings is none, on line 2'],
    [
      'a count of none',
      '{"version":1,"findings":[{"path":"a","rule":"b","about":"","args":[],"count":0}]}',
      'entry 1',
    ],
  ])('is trouble where it is %s', async (_, text, message) => {
    const root = folder({ 'rice.yaml': sound(), ...(text === null ? {} : { 'known.json': text }) })
    const { code, report } = await check(root, 'rice.yaml', '--baseline', 'known.json')
    expect(code).toBe(2)
    expect(report.trouble.map((t) => t.message).join()).toContain(message)
    if (text !== null) {
      expect((await check(root, 'rice.yaml', '--baseline', 'known.json', '--write-baseline')).code).toBe(2)
      expect(read(root, 'known.json')).toBe(text)
    }
  })

  it('is another for every edit but of what a finding is about', async () => {
    const claim = (n: number): string => `      - { says: words ${n}, source: us-june, part: p${n} }\n`
    const build = (order: readonly number[], blank: readonly number[], title: string): string => {
      const sources = order.map((n) => unused(`us-${n}`)).join('')
      const claims = order.map(claim).join('')
      const text = sound('rice', sources)
        .replace('China buys US rice', title)
        .replace('    purchase: { act: buy, value: 2 Mt, source: us-june }\n', `    purchase:\n${claims}`)
      const lines = text.split('\n')
      for (const at of blank) lines.splice(at % lines.length, 0, at % 2 === 0 ? '' : '# a remark')
      return lines.join('\n')
    }
    const keys = async (text: string): Promise<string> => {
      const root = folder({ 'rice.yaml': text })
      await check(root, '.', '--write-baseline')
      return read(root)
    }
    const start = [1, 2, 3, 4]
    const before = await keys(build(start, [], 'China buys rice'))
    expect(before.match(/"path"/g)?.length).toBeGreaterThan(8)
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(start, { minLength: 4 }),
        fc.array(fc.nat(100), { maxLength: 5 }),
        fc.constantFrom('China buys rice', 'Rice is bought', 'Another title'),
        async (order, blank, title) => {
          expect(await keys(build(order, blank, title))).toBe(before)
        },
      ),
      { numRuns: 15 },
    )
  })
})

describe('the keys that lead to a finding', () => {
  it('are its own, not those of an empty value before it', async () => {
    const text = sound().replace(
      '{ act: buy, value: 2 Mt, source: us',
      '{ act: buy, value: , surce: x, source: us',
    )
    const { report } = await check(folder({ 'rice.yaml': text }), 'rice.yaml')
    expect(report.diagnostics.find((d) => d.rule === 'unknown-key')?.about).toBe(
      'announced/us/purchase/us-june/surce',
    )
  })

  it('are found among very many', () => {
    const placeOf = (line: number) => ({ path: 'rice.yaml', line, column: 1, endLine: line, endColumn: 2 })
    const item = (n: number): Node => ({ kind: 'scalar', place: placeOf(n + 1), text: 'x', style: 'plain' })
    const many = Array.from({ length: 40_000 }, (_, n) => item(n))
    const [first, last] = [placeOf(1), placeOf(many.length)]
    const place = { ...first, endLine: last.endLine, endColumn: 3 }
    const list: Node = { kind: 'list', place, items: many }
    const entries = many.map((value, n) => ({ key: `k${n}`, keyPlace: value.place, value }))
    const map: Node = { kind: 'map', place, entries }
    const begun = performance.now()
    const keys = many.map((one) => [...keysTo(map, one.place), ...keysTo(list, one.place)].join())
    // Each looked for from the first on took minutes.
    expect(performance.now() - begun).toBeLessThan(5000)
    expect(keys).toEqual(many.map((_, n) => `k${n},x`))
  })
})

describe('only what an edit brought', () => {
  const start = (): TestRepository => {
    const repo = repository()
    repo.commit({ 'deals/rice.yaml': sound('rice', unused('us-july')), 'deals/corn.yaml': sound('corn') })
    return repo
  }

  it('shows what is new, and counts the rest', async () => {
    const repo = start()
    repo.write({ 'deals/rice.yaml': `# a remark\n${sound('rice', unused('us-july') + unused('us-aug'))}` })
    const now = await check(repo.root, 'deals', '--since', 'main')
    expect(now.found).toEqual(['deals/rice.yaml:9:3 unused-source'])
    expect(now.hidden).toEqual(['since deals/rice.yaml:8:3 unused-source'])
    expect(now.report.check?.since).toBe('main')
    const below = await check(
      join(repo.root, 'deals'),
      'rice.yaml',
      '--since',
      'HEAD',
      '--fail-on',
      'warning',
    )
    expect(below.found).toEqual(['rice.yaml:9:3 unused-source'])
    expect(below.code).toBe(1)
  })

  it('of several alike shows the one on the new line', async () => {
    const repo = repository()
    const text = (claims: string): string =>
      sound().replace(
        '    purchase: { act: buy, value: 2 Mt, source: us-june }\n',
        `    purchase:\n${claims}`,
      )
    const [old, added] = [
      '      - { says: old words, source: us-june }\n',
      '      - { says: new words, source: us-june }\n',
    ]
    repo.commit({ 'deals/rice.yaml': text(old) })
    repo.write({ 'deals/rice.yaml': text(added + old) })
    const { found, hidden } = await check(repo.root, 'deals', '--since', 'HEAD')
    expect(found.length + hidden.length).toBeGreaterThan(1)
    expect(hidden.filter((h) => h.endsWith('unquoted-text'))).toHaveLength(1)
    expect(found.filter((f) => f.endsWith('unquoted-text'))).toHaveLength(1)
  })

  it('follows a file to its new name, and takes an untracked one for new', async () => {
    const repo = start()
    repo.git('mv', 'deals/rice.yaml', 'deals/grain.yaml')
    repo.write({
      'deals/grain.yaml': sound('grain', unused('us-july')),
      'deals/soy.yaml': sound('soy', unused('us-july')),
    })
    for (const operands of [['deals'], ['deals/grain.yaml', 'deals/soy.yaml']]) {
      const { found, hidden } = await check(repo.root, ...operands, '--since', 'HEAD')
      expect(found).toEqual(['deals/soy.yaml:7:3 unused-source'])
      expect(hidden).toEqual(['since deals/grain.yaml:7:3 unused-source'])
    }
  })

  it('sees that a vocabulary brought findings to a file that nobody edited', async () => {
    const repo = repository()
    const words = 'conditions: { our own: mine }\n'
    const deal = sound().replace(
      'value: 2 Mt, source: us-june',
      'value: 2 Mt, conditions: our own, source: us-june',
    )
    repo.commit({ 'deals/rice.yaml': deal, 'deals/vocabulary.yaml': words })
    repo.write({ 'deals/vocabulary.yaml': 'conditions: { leaders approval: again }\n' })
    const { found, code } = await check(repo.root, 'deals', '--since', 'HEAD')
    expect(found.filter((f) => f.includes('rice'))).toEqual(['deals/rice.yaml:12:52 unknown-word'])
    expect(found).toContain('deals/vocabulary.yaml:1:15 word-redefined')
    expect(code).toBe(1)
  })

  it('takes what was in a vocabulary before for old', async () => {
    const repo = repository()
    repo.commit({
      'deals/rice.yaml': sound(),
      'deals/vocabulary.yaml': 'conditions: { leaders approval: again }\n',
    })
    repo.write({ 'deals/rice.yaml': sound('rice', unused('us-july')) })
    for (const operand of ['deals', 'deals/rice.yaml']) {
      const { found, hidden } = await check(repo.root, operand, '--since', 'HEAD')
      expect(found).toEqual(['deals/rice.yaml:7:3 unused-source'])
      expect(hidden).toEqual(['since deals/vocabulary.yaml:1:15 word-redefined'])
    }
  })

  it('applies comments and the baseline first, and counts each once', async () => {
    const repo = start()
    const text = sound(
      'rice',
      unused('us-july') + ignore() + unused('us-aug') + unused('us-sep') + unused('us-oct'),
    )
    repo.write({ 'deals/rice.yaml': text })
    await check(repo.root, 'deals', '--write-baseline')
    const known = join(repo.root, '.dealdiff-baseline.json')
    const lines = readFileSync(known, 'utf8').split('\n')
    writeFileSync(
      known,
      lines
        .filter((l) => !/us-(july|oct)/.test(l))
        .join('\n')
        .replace(/,\n {2}\]/, '\n  ]'),
    )
    const { found, hidden } = await check(repo.root, 'deals', '--since', 'HEAD')
    expect(found).toEqual(['deals/rice.yaml:11:3 unused-source'])
    expect(hidden.map((h) => h.split(' ')[0])).toEqual(['since', 'comment', 'baseline'])
    const { stdout } = await dealdiff(['check', 'deals', '--since', 'HEAD'], { cwd: repo.root, env: gitEnv })
    expect(stdout).toContain('1 ignored by a comment, 1 in the baseline, 1 not new since HEAD')
  })

  it('calls an entry stale only where the edit made it so', async () => {
    const repo = start()
    await check(repo.root, 'deals', '--write-baseline')
    repo.commit({ 'deals/rice.yaml': sound() })
    expect((await check(repo.root, 'deals', '--since', 'HEAD')).hidden).toEqual([
      'since .dealdiff-baseline.json:4:5 baseline-stale',
    ])
    expect((await check(repo.root, 'deals', '--since', 'HEAD~')).found).toEqual([
      '.dealdiff-baseline.json:4:5 baseline-stale',
    ])
  })

  it.each([
    ['an unknown revision', 'nowhere'],
    ['one that begins with a dash', '--since=-x'],
  ])('is trouble for %s', async (_, revision) => {
    const repo = start()
    const argv = revision.startsWith('--') ? [revision] : ['--since', revision]
    const { code, report } = await check(repo.root, 'deals', ...argv)
    expect({ code, troubles: report.trouble.length }).toEqual({ code: 2, troubles: 1 })
  })

  it('is trouble outside a repository, and with --write-baseline', async () => {
    const root = folder({ 'rice.yaml': sound() })
    expect((await check(root, '.', '--since', 'HEAD')).report.trouble[0]?.code).toBe('no-repository')
    expect((await check(start().root, 'deals', '--since', 'HEAD', '--write-baseline')).code).toBe(2)
  })
})

describe('--fix', () => {
  const messy = sound(
    'rice',
    ignore('unused-source, long-quote') + unused('us-july') + ignore('long-quote'),
  ).replace(
    '    purchase: { act: buy, value: 2 Mt, source: china-june }\n',
    '    purchase:   # as announced\n      source: china-june  # by fax\n      act:   buy\n      says: China buys rice\n      value: 2 Mt\n',
  )
  const fixed = async (text: string): Promise<{ after: string; ran: Checked; root: string }> => {
    const root = folder({ 'rice.yaml': text })
    const ran = await check(root, 'rice.yaml', '--fix')
    return { after: readFileSync(join(root, 'rice.yaml'), 'utf8'), ran, root }
  }

  it('mends what can be mended, says so, and shows what is left where it stands now', async () => {
    const { after, ran } = await fixed(messy + unused('x').replace(/^/, '# '))
    expect(ran.report.check?.fixed).toEqual([
      {
        path: 'rice.yaml',
        rules: expect.arrayContaining(['ignore-unused', 'ignore-unused', 'key-order', 'unquoted-text']),
      },
    ])
    expect(ran.found).toEqual([])
    expect(after).toContain('  # dealdiff-ignore unused-source -- it is coded later\n')
    expect(after).not.toContain('long-quote')
    expect(after).toContain(
      '    purchase:   # as announced\n      says: "China buys rice"\n      act:   buy\n      value: 2 Mt\n      source: china-june  # by fax\n',
    )
  })

  it('done twice is done once, in every line end, with and without a byte-order mark', async () => {
    await fc.assert(
      fc.asyncProperty(fc.boolean(), fc.boolean(), fc.boolean(), async (windows, marked, ended) => {
        const lines = ended ? messy : messy.trimEnd()
        const text = (marked ? '\ufeff' : '') + (windows ? lines.replaceAll('\n', '\r\n') : lines)
        const { after, root, ran } = await fixed(text)
        expect(ran.found).toEqual([])
        const bare = after.replace(/^\ufeff/, '')
        expect(after.startsWith('\ufeff')).toBe(marked)
        expect(bare.split('\n').length - bare.split('\r\n').length).toBe(
          windows ? 0 : bare.split('\n').length - 1,
        )
        expect(bare.replaceAll('\r\n', '\n').trimEnd()).toBe((await fixed(messy)).after.trimEnd())
        const again = await check(root, 'rice.yaml', '--fix')
        expect(again.report.check?.fixed).toEqual([])
        expect(readFileSync(join(root, 'rice.yaml'), 'utf8')).toBe(after)
      }),
      { numRuns: 8 },
    )
  })

  it('leaves alone what is suppressed', async () => {
    const root = folder({ 'rice.yaml': messy })
    await check(root, '.', '--write-baseline')
    expect((await check(root, '.', '--fix')).report.check?.fixed).toEqual([])
    expect(readFileSync(join(root, 'rice.yaml'), 'utf8')).toBe(messy)
    const repo = repository()
    repo.commit({ 'deals/rice.yaml': messy })
    expect((await check(repo.root, 'deals', '--fix', '--since', 'HEAD')).report.check?.fixed).toEqual([])
  })

  it('deletes comments of no use in a vocabulary too', async () => {
    const words = '# our own words\nconditions:\n  # dealdiff-ignore long-quote -- none\n  our own: mine\n'
    const root = folder({ 'rice.yaml': sound(), 'vocabulary.yaml': words })
    expect((await check(root, '.', '--fix')).report.check?.fixed).toEqual([
      { path: 'vocabulary.yaml', rules: ['ignore-unused'] },
    ])
    expect(readFileSync(join(root, 'vocabulary.yaml'), 'utf8')).toBe(
      '# our own words\nconditions:\n  our own: mine\n',
    )
  })

  it('writes through a link, and keeps the mode', async () => {
    const root = folder({ 'kept/rice.yaml': messy })
    chmodSync(join(root, 'kept/rice.yaml'), 0o640)
    mkdirSync(join(root, 'deals'))
    symlinkSync('../kept/rice.yaml', join(root, 'deals/rice.yaml'))
    await check(root, 'deals', '--fix')
    expect(lstatSync(join(root, 'deals/rice.yaml')).isSymbolicLink()).toBe(true)
    expect(statSync(join(root, 'kept/rice.yaml')).mode & 0o777).toBe(0o640)
    expect(readFileSync(join(root, 'kept/rice.yaml'), 'utf8')).not.toContain('long-quote')
    expect(fs.readdirSync(join(root, 'kept'))).toEqual(['rice.yaml'])
  })

  it('writes a file of several names under all of them', async () => {
    const root = folder({ 'kept/rice.yaml': messy })
    linkSync(join(root, 'kept/rice.yaml'), join(root, 'kept/rice.txt'))
    await check(root, 'kept', '--fix')
    const [one, other] = ['yaml', 'txt'].map((end) => readFileSync(join(root, `kept/rice.${end}`), 'utf8'))
    expect(one).not.toContain('long-quote')
    expect(other).toBe(one)
    expect(fs.readdirSync(join(root, 'kept'))).toEqual(['rice.txt', 'rice.yaml'])
  })

  it.each([['-'], ['HEAD:deals/rice.yaml']])('is trouble for %s, which is no file', async (operand) => {
    const repo = repository()
    repo.commit({ 'deals/rice.yaml': messy })
    const { code, report } = await check(repo.root, operand, '--fix')
    expect({ code, trouble: report.trouble[0]?.code }).toEqual({ code: 2, trouble: 'nothing-to-write' })
  })

  it('writes nothing into the deals that come with the program', async () => {
    const { report } = await check(scratch(), '--fix')
    expect(report.trouble[0]?.code).toBe('nothing-to-write')
  })
})

const scratch = (): string => folder({})

describe('mending a text', () => {
  const place = (line: number, column: number, endLine = line, endColumn = column): Place => ({
    path: 'x.yaml',
    line,
    column,
    endLine,
    endColumn,
  })
  const finding = (fix: readonly Edit[], more: Partial<Diagnostic> = {}): Diagnostic => ({
    ...diagnosticOf({ rule: 'made-up', severity: 'note', message: '', place: place(1, 1) }),
    args: [JSON.stringify(fix)],
    fix,
    ...more,
  })
  const looking =
    (mendable: readonly Diagnostic[], then: (text: string) => Partial<Look> = () => ({})) =>
    (start: string) =>
    (text: string): Look => ({
      mendable: text === start ? mendable : [],
      errors: [],
      meaning: 'the same',
      content: '',
      ...then(text),
    })
  const edit = (at: Place, text: string): Edit => ({ place: at, text })

  it('makes all edits that do not overlap, and of those that do the first', () => {
    const found = [
      finding([edit(place(1, 1, 1, 3), 'X')]),
      finding([edit(place(1, 2, 1, 4), 'Y')]),
      finding([edit(place(2, 1), 'Z'), edit(place(2, 3), 'W')]),
      finding([edit(place(2, 3), 'V')]),
    ]
    expect(mend('abcd\nefgh\n', looking(found)('abcd\nefgh\n'))).toEqual({
      text: 'Xcd\nZefWgh\n',
      rules: ['made-up', 'made-up'],
    })
  })

  it('leaves out a mend that changes what is said, and makes the others', () => {
    const found = [1, 2, 3, 4, 5].map((line) => finding([edit(place(line, 1), line === 4 ? 'BAD ' : 'ok ')]))
    const text = 'a\nb\nc\nd\ne\n'
    const look = looking(found, (now) => ({ meaning: now.includes('BAD') ? 'other' : 'the same' }))
    expect(mend(text, look(text)).text).toBe('ok a\nok b\nok c\nd\nok e\n')
  })

  it('leaves out a mend that brings an error', () => {
    const text = 'a\n'
    const error = finding([], { severity: 'error', rule: 'broken' })
    const look = looking([finding([edit(place(1, 1), '[')])], (now) => ({
      errors: now.startsWith('[') ? [error] : [],
      meaning: now.startsWith('[') ? null : 'the same',
    }))
    expect(mend(text, look(text))).toEqual({ text, rules: [] })
  })

  it('of a file with errors mends the errors, and else only what leaves its content alone', () => {
    const text = 'a\nb\n'
    const error = finding([edit(place(1, 1, 1, 2), 'A')], { severity: 'error', rule: 'broken' })
    const layout = finding([edit(place(2, 1), ' ')])
    const look = (now: string): Look => ({
      mendable: [...(now.startsWith('a') ? [error] : []), ...(now.includes('\n b') ? [] : [layout])],
      errors: now.startsWith('a') ? [error] : [],
      meaning: now.startsWith('a') ? null : 'sound',
      content: now,
    })
    expect(mend(text, look)).toEqual({ text: 'A\n b\n', rules: ['broken', 'made-up'] })
    const still = (now: string): Look => ({
      ...look(now),
      mendable: [layout],
      errors: [error],
      meaning: null,
    })
    expect(mend(text, still)).toEqual({ text, rules: [] })
  })

  it('ends where one mend undoes another', () => {
    const flip = (now: string): Look => ({
      mendable: [finding([edit(place(1, 1, 1, 2), now === 'a' ? 'b' : 'a')])],
      errors: [],
      meaning: '',
      content: '',
    })
    expect(mend('a', flip)).toEqual({ text: 'b', rules: ['made-up'] })
  })

  it('ends where a mend never mends', () => {
    const grow = (): Look => ({
      mendable: [finding([edit(place(1, 1), 'x')])],
      errors: [],
      meaning: '',
      content: '',
    })
    expect(mend('', grow).text.length).toBeLessThan(100)
  })
})

describe('reading files', () => {
  /** Counts how often each file is opened to be read, whoever reads it. */
  async function reads(root: string, act: () => Promise<unknown>): Promise<Map<string, number>> {
    const real = fs.readFileSync
    const counts = new Map<string, number>()
    fs.readFileSync = ((path: string, ...rest: [never]) => {
      if (String(path).startsWith(root))
        counts.set(
          String(path).slice(root.length + 1),
          (counts.get(String(path).slice(root.length + 1)) ?? 0) + 1,
        )
      return real(path, ...rest)
    }) as typeof fs.readFileSync
    syncBuiltinESMExports()
    try {
      await act()
    } finally {
      fs.readFileSync = real
      syncBuiltinESMExports()
    }
    return counts
  }

  it('reads each once, whatever is found in it', async () => {
    const names = Array.from({ length: 30 }, (_, i) => `deals/rice-${i}.yaml`)
    const deals = names.map(
      (name, i) => [name, sound(`rice-${i}`, i % 3 === 0 ? unused('us-july') : '')] as const,
    )
    const root = folder({
      ...Object.fromEntries(deals),
      'deals/vocabulary.yaml': 'conditions: { our own: mine }\n',
    })
    const counts = await reads(root, () => check(root, 'deals'))
    expect(counts).toEqual(new Map([...names, 'deals/vocabulary.yaml'].map((name) => [name, 1])))
  })

  it('checks a file once, by whatever way it is named', async () => {
    const root = folder({ 'deals/rice.yaml': sound('rice', unused('us-july')) })
    symlinkSync('deals', join(root, 'link'))
    symlinkSync('rice.yaml', join(root, 'deals/again.yaml'))
    const counts = await reads(root, async () => {
      const { found, report } = await check(
        root,
        'deals/rice.yaml',
        'deals',
        'link',
        './deals/../deals/rice.yaml',
      )
      expect(found).toEqual(['deals/rice.yaml:7:3 unused-source'])
      expect(report.check?.files).toEqual(['deals/rice.yaml'])
    })
    expect([...counts.values()]).toEqual([1])
  })

  it('checks the others where one cannot be read', async () => {
    const root = folder({ 'bad.yaml': 'a: [', 'rice.yaml': sound('rice', unused('us-july')) })
    symlinkSync('nowhere.yaml', join(root, 'gone.yaml'))
    const { code, found, report } = await check(root, '.')
    expect(code).toBe(2)
    expect(report.trouble.map((t) => t.code)).toEqual(['unreadable', 'no-file'])
    expect(found).toContain('rice.yaml:7:3 unused-source')
    expect(found.some((f) => f.startsWith('bad.yaml:1:'))).toBe(true)
  })

  it('counts every finding once, shown or not', async () => {
    const options = [
      [],
      ['--since', 'HEAD'],
      ['--baseline', 'known.json'],
      ['--since', 'HEAD', '--baseline', 'known.json'],
    ]
    const repo = repository()
    repo.commit({ 'deals/rice.yaml': sound('rice', unused('us-a') + unused('us-b')) })
    repo.write({ 'deals/rice.yaml': sound('rice', unused('us-a') + unused('us-b') + unused('us-c')) })
    await check(repo.root, 'deals', '--baseline', 'known.json', '--write-baseline')
    const text = sound(
      'rice',
      ['a', 'b', 'c', 'd', 'e'].map((x) => (x === 'e' ? ignore() : '') + unused(`us-${x}`)).join(''),
    )
    repo.write({ 'deals/rice.yaml': text })
    for (const option of options) {
      const { found, hidden } = await check(repo.root, 'deals', ...option)
      const all = [...found, ...hidden.map((h) => h.replace(/^\S+ /, ''))].sort()
      expect(all).toEqual([7, 8, 9, 10, 12].map((line) => `deals/rice.yaml:${line}:3 unused-source`).sort())
    }
  })
})

describe('the examples of the rules on what suppresses', () => {
  it.each([ignoreMalformed, ignoreUnused])('are found by $id', async ({ id, bad, good }) => {
    for (const [sample, times] of [
      [bad, 1],
      [good, 0],
    ] as const) {
      const { report } = await check(folder({ 'rice.yaml': sampleText(sample).text }), 'rice.yaml')
      expect(report.diagnostics.filter((d) => d.rule === id)).toHaveLength(times)
    }
  })

  it('are found in a baseline', async () => {
    for (const [sample, times] of [
      [baselineStale.bad, 1],
      [baselineStale.good, 0],
    ] as const) {
      const root = folder({ 'rice.yaml': sound(), '.dealdiff-baseline.json': sample.yaml })
      const { report } = await check(root, 'rice.yaml')
      expect(report.diagnostics.map((d) => d.rule)).toEqual(
        Array.from({ length: times }, () => 'baseline-stale'),
      )
      const line =
        sample.yaml.split('\n').findIndex((l) => sample.at !== undefined && l.includes(sample.at)) + 1
      if (times > 0) expect(report.diagnostics[0]?.place.line).toBe(line)
    }
  })
})

describe('what was there before an edit', () => {
  it('takes as many of several alike for old as there were, those first that stand on a line as it was', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 6 })
    const alike = (on: readonly string[]): Diagnostic[] =>
      on.map((excerpt, i) => ({
        ...diagnosticOf({
          rule: 'made-up',
          message: '',
          place: { path: 'x.yaml', line: i + 1, column: 1, endLine: i + 1, endColumn: 2 },
        }),
        excerpt,
      }))
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const { shown, suppressed } = screenSince(alike(after), beforeOf(alike(before)))
        const old = suppressed.map(({ finding }) => finding.excerpt)
        expect(old).toHaveLength(Math.min(before.length, after.length))
        expect(shown).toHaveLength(after.length - old.length)
        const count = (of: readonly (string | null)[], line: string): number =>
          of.filter((l) => l === line).length
        for (const line of ['a', 'b', 'c'])
          expect(count(old, line)).toBeGreaterThanOrEqual(Math.min(count(before, line), count(after, line)))
      }),
    )
  })
})

describe('the meaning that a mend must leave alone', () => {
  const us2 = 'us-2: { party: us, by: us, kind: document, date: 2025-06-12 }'
  const meaning = (small: SmallDeal): string => meaningOf(smallDeal({ sources: [us2], ...small }))
  const verdict = (small: SmallDeal): unknown => compareSmall({ sources: [us2], ...small })?.verdict
  const two = (more: string): SmallDeal => ({
    us: ['value: 50%', `value: 60%, source: us-2${more}`],
    china: 'value: 60%',
  })
  const estimate = { us: 'value: 50%, nature: estimate', term: 'nature: fact' }

  // Of each pair the verdict is the same: it is not by the verdict that the two are told apart.
  it.each<[string, SmallDeal, SmallDeal]>([
    ['what takes the place of what was said before', two(''), two(', supersedes: true')],
    ['the nature of a claim', estimate, { ...estimate, us: 'value: 50%, nature: narrative' }],
    ['the nature of a term', estimate, { ...estimate, term: 'nature: demand' }],
    [
      'the part that a claim is about',
      two(''),
      { ...two(''), us: ['value: 50%, part: a', 'value: 60%, part: a, source: us-2'] },
    ],
    ['the source of a claim', { us: 'value: 50%' }, { us: 'value: 50%, source: us-2' }],
    ['a figure', { us: 'value: 50%' }, { us: 'value: 51%' }],
    [
      'what a silence rests on',
      { us: 'value: 50%', china: 'silent: all' },
      { us: 'value: 50%', china: 'silent: [china-1]' },
    ],
    [
      'what a term assumes',
      { us: 'value: 50%' },
      { us: 'value: 50%', term: 'assume: { start: 2025-11-10 }' },
    ],
  ])('holds %s', (_, one, other) => {
    expect(verdict(other)).toEqual(verdict(one))
    expect(meaning(other)).not.toBe(meaning(one))
  })

  it('holds neither wording nor the order of claims', () => {
    const small = two('')
    const claims = ['value: 60%, source: us-2, says: so they said', 'says: it is half, value: 50%']
    expect(meaning({ ...small, us: claims })).toBe(meaning(small))
  })
})

describe('what a comment reaches', () => {
  const within: Place = { path: 'x.yaml', line: 3, column: 5, endLine: 4, endColumn: 9 }
  const startsAt = (line: number, column: number): boolean =>
    startsWithin({ ...within, line, column, endLine: line, endColumn: column + 1 }, within)

  it('goes from the first character to the place behind the last, where what is missing is missed', () => {
    expect([startsAt(3, 5), startsAt(3, 40), startsAt(4, 1), startsAt(4, 9)]).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect([startsAt(3, 4), startsAt(2, 40), startsAt(4, 10), startsAt(5, 1)]).toEqual([
      false,
      false,
      false,
      false,
    ])
  })
})

describe('what is suppressed is counted in every format', () => {
  it.each(formats.map((f) => f.name))('%s', async (format) => {
    const repo = repository()
    repo.commit({ 'deals/rice.yaml': sound('rice', unused('us-july')) })
    const { stdout, stderr, code } = await dealdiff(['check', 'deals', '--since', 'HEAD', '-f', format], {
      cwd: repo.root,
      env: gitEnv,
    })
    expect(code).toBe(0)
    expect(stdout + stderr).toMatch(/not new since HEAD|not shown|"suppressed"|"baselineState": "unchanged"/)
  })
})
