import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../src/diagnostic.ts'
import { filesOf, findingsOf } from '../src/explain/rules.ts'
import { linesAround, wrapped } from '../src/explain/frames.ts'
import { comparePlaces, type Place } from '../src/place.ts'
import { parseDeal, parseVocabularies } from '../src/read/parse.ts'
import type { Rule, Sample } from '../src/rule.ts'
import { ruleCalled, rules } from '../src/rules/index.ts'
import { sampleText } from '../src/rules/sample.ts'
import { dealdiff, root } from './terminal.ts'

const words = parseVocabularies([
  { path: 'vocabulary.yaml', text: readFileSync(`${root}/deals/vocabulary.yaml`, 'utf8') },
])
const folder = `${root}/src/rules`
const members = (dir: string): string[] =>
  readdirSync(dir)
    .filter((file) => file.endsWith('.ts') && !['index.ts', 'sample.ts'].includes(file))
    .map((file) => join(dir, file))
const files = [...members(folder), ...members(`${folder}/reading`)]
const stem = (path: string): string => /([^/\\]+)\.ts$/.exec(path)?.[1] ?? ''

describe('the list of rules', () => {
  it('has every file of the folder, by its name', async () => {
    expect(files.length).toBeGreaterThan(60)
    for (const file of files) {
      const exported = Object.values((await import(file)) as Record<string, unknown>)
      expect(exported, file).toContain(ruleCalled(stem(file)))
    }
    expect(rules.map((rule) => rule.id)).toEqual(files.map(stem).sort())
  })

  it('names each once, in kebab case, and says what it finds and why that matters', () => {
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length)
    for (const { id, summary, why } of rules) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(summary, id).toMatch(/^(YAML|[a-z])[^\n]*[^.\s]$/)
      expect(why, id).toMatch(/^\S[^\n]*\.$/)
      expect(why.length, id).toBeGreaterThan(summary.length / 2)
    }
    for (const of of ['summary', 'why'] as const)
      expect(new Set(rules.map((rule) => rule[of])).size).toBe(rules.length)
  })

  it('has what reading reports, and nothing that it does not', () => {
    const reported = new Set(
      ['read', 'facets', 'values', 'facet.ts']
        .flatMap((part) => sources(join(root, 'src', part)))
        .flatMap(idsIn),
    )
    const known = rules.filter((rule) => rule.found.by === 'reading').map((rule) => rule.id)
    expect([...reported].sort()).toEqual(known)
  })
})

const sources = (path: string): string[] =>
  path.endsWith('.ts')
    ? [readFileSync(path, 'utf8')]
    : readdirSync(path).flatMap((name) => (/\.ts$|^[a-z-]+$/.test(name) ? sources(join(path, name)) : []))

/** The ids in `rule: '…'`, also where there are two to choose from, and in the first argument of `report('…'`. */
function idsIn(source: string): string[] {
  const spots = [...source.matchAll(/\brule(?: = |: )(?!string)([^\n]*)|\breport\(\s*('[a-z-]+')/g)]
  return spots
    .flatMap(([, value = '', first = '']) => [
      ...`${value}${first}`.matchAll(/['`]([a-z]+(?:-[a-z]+|-\$\{\w+\})+)['`]/g),
    ])
    .flatMap(([, id = '']) =>
      id.includes('${kind}') ? ['party', 'source', 'term'].map((kind) => id.replace('${kind}', kind)) : [id],
    )
}

/** Where an example says that its finding stands. */
function placeOf({ at = '', after, yaml }: Sample, file: string, offset: number): Place {
  const from = after === undefined ? 0 : yaml.indexOf(after) + after.length
  const start = offset + yaml.indexOf(at, from)
  const position = (end: number) => {
    const before = file.slice(0, end).split('\n')
    return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
  }
  const [begin, end] = [position(start), position(start + at.length)]
  return { path: '', ...begin, endLine: end.line, endColumn: end.column }
}

const found = new Map<Sample, readonly Diagnostic[]>()
function shownIn(sample: Sample): readonly Diagnostic[] {
  const shown = found.get(sample) ?? findingsOf(sample, words)
  found.set(sample, shown)
  return shown
}
const ofRule = (rule: Rule, sample: Sample): readonly Diagnostic[] =>
  shownIn(sample).filter((d) => d.rule === rule.id)
const errorsIn = (sample: Sample): readonly string[] =>
  shownIn(sample)
    .filter((d) => d.severity === 'error')
    .map((d) => d.rule)

/** One sentence or two on what is and what was expected; what to do is a sentence of its own. */
function saysItWhole({ rule, message, help, related, place }: Diagnostic): void {
  expect(message, rule).toMatch(/^["'`\p{Lu}][^]*[.]$|^(start|end|deadline|duration|period): [^]*[.]$/u)
  expect(message.match(/[.] (?=\p{Lu})/gu)?.length ?? 0, message).toBeLessThan(2)
  for (const said of [message, help ?? '', ...related.map((r) => r.message)])
    expect(said, rule).not.toMatch(/\p{Cc}|\p{Cs}|[\u2028-\u202e\u2066-\u2069\ufeff]/u)
  if (help === null) expect(message, rule).toMatch(/expected|not known/)
  else expect(help, message).toMatch(/^["'`#\p{Lu}][^]*[.?!`"']$|^write /u)
  expect(comparePlaces(place, { ...place, line: 1, column: 1 })).toBeGreaterThanOrEqual(0)
  expect([place.endLine > place.line || place.endColumn >= place.column, rule]).toEqual([true, rule])
}

/** What one mistake makes reading trip over next. */
const follows: { readonly [id: string]: readonly string[] } = { 'yaml-comma-in-flow': ['bad-value'] }

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  const { bad, good } = rule
  const { text, offset } = sampleText(bad)
  const [own] = filesOf(bad)

  it('is found in its bad example, as grave as it says, where it says', () => {
    expect(bad.at).toBeDefined()
    expect(bad.yaml).toContain(bad.at)
    if (bad.after !== undefined) expect(bad.yaml).toContain(bad.after)
    const meant = placeOf(bad, text, offset)
    const [first] = [...ofRule(rule, bad)].sort((a, b) => comparePlaces(a.place, b.place))
    if (!first) throw new Error(`${rule.id} is not found in its bad example`)
    expect(first.severity).toBe(rule.severity)
    const { path, line, column, endLine } = first.place
    expect({ path, line, column }).toEqual({
      path: own.path,
      line: meant.line,
      column: meant.column,
    })
    if (line === endLine) expect(first.place).toEqual({ ...meant, path: own.path })
    const stands = text.split('\n')[line - 1] ?? ''
    expect(first.excerpt).toBe(stands.length > 1000 ? null : stands)
  })

  it('is not found in its good example, nor any error', () => {
    expect(ofRule(rule, good)).toEqual([])
    expect(errorsIn(good)).toEqual([])
    expect(good.yaml).not.toBe(bad.yaml)
  })

  it('shows one mistake in its bad example', () => {
    const others = errorsIn(bad).filter((id) => id !== rule.id && !(follows[rule.id] ?? []).includes(id))
    expect(others).toEqual([])
    // Rules on a deal are tried on a deal: with an error, none of them would run.
    if (rule.found.by !== 'reading' && rule.severity !== 'error') expect(errorsIn(bad)).toEqual([])
  })

  it('says what is and what to do, in whole sentences that nothing steers', () => {
    for (const one of [...shownIn(bad), ...shownIn(good)]) saysItWhole(one)
  })

  it('mends its bad example where it says that it can, and has no edits where it does not', () => {
    const fixes = ofRule(rule, bad).flatMap((d) => (d.fix.length > 0 ? [d.fix] : []))
    expect(fixes.length > 0).toBe(rule.mends === true)
    const [fix] = fixes
    if (!fix) return
    const lines = text.split('\n')
    const at = (line: number, column: number): number =>
      lines.slice(0, line - 1).reduce((sum, l) => sum + l.length + 1, 0) + column - 1
    const mended = [...fix]
      .sort((a, b) => comparePlaces(b.place, a.place))
      .reduce(
        (now, { place, text: put }) =>
          now.slice(0, at(place.line, place.column)) + put + now.slice(at(place.endLine, place.endColumn)),
        text,
      )
    const after: Sample = { yaml: mended, whole: true, ...(bad.beside ? { beside: bad.beside } : {}) }
    expect(ofRule(rule, after).length).toBeLessThan(ofRule(rule, bad).length)
    expect(findingsOf(after, words).filter((d) => d.severity === 'error')).toEqual([])
  })

  it('is shown by explain: its example, carets, and what is said of it', async () => {
    const { stdout, code } = await dealdiff(['explain', rule.id, '--width', '80'])
    expect(code).toBe(0)
    for (const line of stdout.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(80)
    expect(stdout).toMatch(/^ +\^+$/m)
    expect(stdout).toContain(`    ${rule.severity}: `)
    expect(stdout).not.toMatch(/(?!\n)\p{Cc}/u)
  })
})

describe('what reading says of an example that is broken anyhow', () => {
  const odd = [
    '',
    '[]',
    '{}',
    '~',
    '- x',
    '"',
    '\u0007',
    '\u202e',
    '\t',
    '#x',
    '&a',
    '*a',
    '!t',
    '>=',
    ': :',
    '١',
    'x'.repeat(500),
  ]
  const breaks: readonly ((line: string, i: number) => string)[] = [
    () => '',
    (line) => `${line}\n${line}`,
    (line) => ` ${line}`,
    (line) => line.replace(/:.*/, ''),
    (line) => line.replace(': ', ':'),
    (line, i) => line.replace(/(: |- ).*/, `$1${odd[i % odd.length]}`),
    (line, i) => line.replace(/: [\w -]+(?=[,}]|$)/, `: ${odd[i % odd.length]}`),
    (line, i) =>
      line.replace(
        /(: )([\w -]+)(?=,| \}|$)/g,
        (_, colon, value) => `${colon}${value}${odd[(i * 7) % odd.length]}`,
      ),
  ]

  it.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
    const known = new Set(rules.map((r) => r.id))
    // What stands around the example is broken in one of them.
    const { text, offset } = sampleText(rule.bad)
    const from = rule === rules[0] ? 0 : text.slice(0, offset).split('\n').length - 1
    const lines = text.length < 10_000 ? text.split('\n') : []
    for (const [i, line] of lines.entries())
      if (i >= from)
        for (const [n, broken] of breaks.entries()) {
          const edited = [...lines.slice(0, i), broken(line, i + n), ...lines.slice(i + 1)].join('\n')
          for (const one of parseDeal({ path: 'rice.yaml', text: edited }, words).diagnostics) {
            expect([one.rule, known.has(one.rule)]).toEqual([one.rule, true])
            saysItWhole(one)
          }
        }
  })
})

describe('an example on the screen', () => {
  const place = (line: number, column: number, endColumn: number): Place => ({
    path: 'x.yaml',
    line,
    column,
    endLine: line,
    endColumn,
  })
  const under = (lines: readonly string[]): string => {
    const at = lines.findIndex((line) => /^ *\^+$/.test(line))
    const from = lines[at]?.indexOf('^') ?? 0
    return (lines[at - 1] ?? '').slice(from, (lines[at] ?? '').length)
  }

  it('has its carets below what is meant, however long the line is and whatever stands before', () => {
    for (const before of [
      '',
      '  - ',
      '\t',
      '\u202e',
      'word '.repeat(14),
      'word '.repeat(40),
      'x'.repeat(500),
    ])
      for (const after of ['', ' and more', ' and more'.repeat(20), 'x'.repeat(3_000_000)]) {
        const yaml = `a:\n${before}MEANT${after}\n`
        const lines = linesAround(yaml, place(2, before.length + 1, before.length + 6))
        expect(under(lines)).toBe('MEANT')
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(76)
      }
  })

  it('has a caret for a place of no width, at the end of a line or of nothing', () => {
    expect(linesAround('', place(1, 1, 1))).toEqual(['', '^'])
    expect(linesAround('deal: x\n', place(1, 8, 8))).toEqual(['deal: x', '       ^'])
  })

  it('loses no word of what is said', () => {
    const said = `error: Found "${'long '.repeat(30)}"; expected another.`
    expect(
      wrapped(said)
        .map((line) => line.trim())
        .join(' '),
    ).toBe(said.replace(/ +/g, ' ').trim())
  })
})

describe('what a rule says to do', () => {
  it('of a copied word: that it is not needed, and that editing it changes nothing', () => {
    const said = (says: string) => {
      const yaml = `words:\n  bases:\n    stacked-total: { says: ${says} }`
      return shownIn({ yaml, at: '' }).find((d) => d.rule === 'word-redefined')
    }
    expect(said('all duties')).toMatchObject({ severity: 'warning' })
    expect(said('all duties')?.help).toMatch(
      /^Delete it here: .*always apply.*editing a copy does not change/,
    )
    expect(said('all duties, adds-up: true')).toMatchObject({
      severity: 'error',
      help: 'Delete one of the two, or choose another word.',
    })
  })

  it('of a silence older than the claim: what was searched later, the claim as it was', () => {
    const { bad, good } = ruleCalled('stale-silence') as Rule
    const claim = /purchase: [{] act: [^\n]*/
    expect(good.yaml.match(claim)?.[0]).toBe(bad.yaml.match(claim)?.[0])
    const dates = (yaml: string) => [...yaml.matchAll(/date: ([\d-]+)/g)].map(([, date]) => date ?? '')
    expect(dates(bad.yaml)[0]).toBe(dates(good.yaml)[0])
    const [first = '', last = ''] = dates(good.yaml)
    expect(last > first).toBe(true)
  })
})

describe('dealdiff rules', () => {
  it('lists every rule once, at every width, with what --fix mends marked', async () => {
    for (const width of [40, 60, 80, 120, 200]) {
      const { stdout, code } = await dealdiff(['rules', '--width', String(width)])
      expect(code).toBe(0)
      for (const line of stdout.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(width)
      const listed = [...stdout.matchAll(/^ {2}(error|warning|note) +([a-z-]+)(?= |$)/gm)].map(
        ([, , id]) => id,
      )
      expect(listed.sort()).toEqual(rules.map((rule) => rule.id))
      expect(stdout.match(/\[--fix\]/g)?.length).toBe(rules.filter((rule) => rule.mends).length + 1)
    }
  })

  it('prints the same rules in every format', async () => {
    const ids = rules.map((rule) => rule.id)
    const json = JSON.parse((await dealdiff(['rules', '--json'])).stdout) as { rules: { rule: string }[] }
    expect(json.rules.map((r) => r.rule)).toEqual(ids)
    const nd = (await dealdiff(['rules', '-f', 'ndjson'])).stdout.trim().split('\n')
    expect(nd.map((line) => (JSON.parse(line) as { rule: string }).rule)).toEqual(ids)
    const [head, ...rows] = (await dealdiff(['rules', '-f', 'csv'])).stdout.trim().split(/\r?\n/)
    expect(head).toBe('rule,severity,summary,why,mends,found_by')
    expect(rows.map((row) => row.split(',')[0])).toEqual(ids)
  })

  it('picks rules by name, or by a word of their names', async () => {
    const picked = async (...named: string[]): Promise<string[]> =>
      (await dealdiff(['rules', '-q', ...named])).stdout.trim().split('\n')
    expect(await picked('yaml-tab')).toEqual(['yaml-tab'])
    expect(await picked('Unused Source', 'bad-date')).toEqual(['bad-date', 'unused-source'])
    expect(await picked('yaml')).toEqual(rules.map((r) => r.id).filter((id) => id.startsWith('yaml-')))
  })

  it('suggests a rule for one that there is not, and ends with 2', async () => {
    const { code, stdout, stderr } = await dealdiff(['rules', 'unused-sorce'])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('dealdiff rules unused-source')
    for (const odd of ['', ' ', '__proto__', 'x'.repeat(5000), '\u001b[31m']) {
      const ran = await dealdiff(['rules', odd])
      expect(ran.code).toBe(2)
      expect(ran.stderr).not.toContain('\u001b')
    }
  })
})

describe('the place of a finding is the key or value that is meant', () => {
  const deal = (rest: string): string =>
    [
      'deal: rice',
      'parties: { us: United States, china: China }',
      ...(rest.includes('sources:') ? [] : ['sources: { us-1: { party: us, by: USTR, date: 2025-06-11 } }']),
      ...(rest.includes('terms:') ? [] : ['terms: { purchase: { title: China buys US rice } }']),
      rest,
    ].join('\n')

  it.each([
    ['an alias among others', 'aliases: [pact, "two words"]', '"two words"'],
    ['an alias that is a command', 'aliases:\n  - pact\n  - check', 'check'],
    ['a missing key, by the key of the map', 'announced:\n  us:\n    purchase: { act: buy }', 'purchase'],
    ['a missing key of a list’s item', 'announced:\n  us:\n    purchase:\n      - { act: buy }', 'act'],
    ['a source in a silence', 'announced:\n  china:\n    purchase: { silent: [us-1] }', 'us-1'],
    [
      'the answer of an opposite pair',
      'words:\n  opposites: [[ship, hold], [ship, load, keep]]',
      '[ship, load, keep]',
    ],
    ['the date of an event', 'words:\n  events: { opening: 2025-11-01, close: 2025-13-40 }', '2025-13-40'],
    ['the kind of a unit', 'words:\n  units: { bales: count, sacks: weight }', 'weight'],
    [
      'the step that stands twice',
      'words:\n  ladders: { act: [{ steps: [ship, load], floor: Ship }] }',
      'Ship',
    ],
    [
      'the word that closes a circle',
      'words:\n  axes:\n    goods: { grain: [rye], rye: [oats, Grain] }',
      'Grain',
    ],
    ['the formula of a conversion', 'conversions: [{ that: 1 GBP, is: a lot, source: us-1 }]', 'a lot'],
    [
      'the rank of a source without a party',
      'sources: { us-1: { by: USTR, kind: leader, date: 2025-06-11 } }',
      'leader',
    ],
  ])('%s', (_, rest, meant) => {
    const text = deal(rest)
    const errors = parseDeal({ path: 'rice.yaml', text }, words).diagnostics.filter(
      (d) => d.severity === 'error',
    )
    const spans = errors.map(({ place }) =>
      place.line === place.endLine
        ? (text.split('\n')[place.line - 1] ?? '').slice(place.column - 1, place.endColumn - 1)
        : '',
    )
    expect(spans).toContain(meant)
  })
})
