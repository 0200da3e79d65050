import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import Ajv, { type Options, type ValidateFunction } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { reportDeal } from '../src/report/deal-report.ts'
import { pages } from '../src/explain.ts'
import { json } from '../src/formats/json.ts'
import type { JsonSchema } from '../src/json-schema.ts'
import { parseDeal, parseVocabularies } from '../src/read/parse.ts'
import type { Report } from '../src/report/report.ts'
import { reportSchema } from '../src/report/report-schema.ts'
import { dealSchema, schemas, vocabularySchema } from '../src/schema.ts'
import { statusProof, supplyProof } from './fixtures/london.ts'
import { emptyReport } from './fixtures/reports.ts'
import * as screens from './fixtures/screens.ts'

const folder = new URL('../deals/', import.meta.url)
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8')
const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
const dealNames = names.filter((name) => name !== 'vocabulary.yaml')
const asJson = (text: string): unknown => parseYaml(text, { schema: 'core' })

/** What a person writes has one of several types, and one of several keys; else ajv is at its strictest. */
const lenient = { allowUnionTypes: true, strictRequired: false }
const compile = (schema: JsonSchema, options: Options = lenient): ValidateFunction =>
  new Ajv.default({ strict: true, allErrors: true, ...options }).compile(schema)
const complaints = (validate: ValidateFunction, value: unknown): readonly string[] =>
  validate(value) ? [] : (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message}`)

const isDeal = compile(dealSchema())

test('deals/deal.schema.json is what is generated; UPDATE=1 writes it', () => {
  const made = `${JSON.stringify(dealSchema(), null, 2)}\n`
  if (process.env.UPDATE === '1') writeFileSync(new URL('deal.schema.json', folder), made)
  expect(read('deal.schema.json')).toBe(made)
})

describe('a deal file', () => {
  test.each(dealNames)('%s is valid', (name) => {
    expect(complaints(isDeal, asJson(read(name)))).toEqual([])
  })

  test('the vocabulary is valid', () => {
    expect(complaints(compile(vocabularySchema()), asJson(read('vocabulary.yaml')))).toEqual([])
  })

  const smallest = `deal: us-japan
parties: { us: United States, japan: Japan }
sources:
  wh-07-23: { party: us, by: White House, date: 2025-07-23 }
  akazawa-07-26: { party: japan, by: Ryosei Akazawa, date: 2025-07-26 }
terms:
  investment: { title: Investment package, obligor: japan }
announced:
  us:
    investment: { value: 550 bn USD, source: wh-07-23 }
  japan:
    investment: { value: up to 550 bn USD, source: akazawa-07-26 }
`
  test('the smallest file is valid', () => {
    expect(complaints(isDeal, asJson(smallest))).toEqual([])
  })

  const claim = '{ value: 550 bn USD, source: wh-07-23 }'
  /** What still is right: each is read without an error, too. */
  test.each([
    ['a list of entries', claim, `[${claim}, { act: buy, source: wh-07-23 }]`],
    ['a silence', claim, '{ silent: all, says: "looked for" }'],
    ['a silence in some statements', claim, '{ silent: [wh-07-23], general: wh-07-23, quote: "more trade" }'],
    ['a stance with a hyphen', claim, '{ act: buy, stance: no-commitment, source: wh-07-23 }'],
    ['a number as a period', 'value: 550 bn USD', 'value: 550 bn USD, period: 2026'],
    ['scope by axis', 'value: 550 bn USD', 'value: 550 bn USD, scope: { goods: { only: [soybeans] } }'],
    ['an assumed end', 'obligor: japan', 'obligor: japan, assume: { start: 2025-08-01 }'],
    ['a party with a short name', 'us: United States', 'us: { name: United States, short: US }'],
    ['a term called constructor', 'investment:', 'constructor:'],
    ['a copy', 'by: White House', 'by: White House, seen: { copy: original, url: "https://example.org/a" }'],
  ])('%s is valid', (_, from, to) => {
    const text = smallest.replaceAll(from, to)
    expect(text).not.toBe(smallest)
    expect(complaints(isDeal, asJson(text))).toEqual([])
    const { diagnostics } = parseDeal(
      { path: 'us-japan.yaml', text },
      parseVocabularies([{ path: 'v.yaml', text: read('vocabulary.yaml') }]),
    )
    expect(diagnostics.filter((d) => d.severity === 'error').map((d) => d.message)).toEqual([])
  })

  /** What is wrong: reading finds an error in each, too. */
  test.each([
    ['no name', 'deal: us-japan\n', ''],
    ['an unknown key', 'deal: us-japan', 'deal: us-japan\ncountry: us'],
    ['one party', 'us: United States, ', ''],
    ['a list of parties', '{ us: United States, japan: Japan }', '[us, japan]'],
    ['a party without a name', 'japan: Japan', 'japan: { short: J }'],
    ['a name with a space', 'us: United States', '"u s": United States'],
    ['a source without a speaker', 'by: White House, ', ''],
    ['a source without a date', ', date: 2025-07-23', ''],
    ['an unknown rank', 'by: White House', 'by: White House, kind: blogger'],
    ['half read', 'by: White House', 'by: White House, read: half'],
    ['a copy of no kind', 'by: White House', 'by: White House, seen: { copy: photo }'],
    ['no web address', 'by: White House', 'by: White House, seen: { copy: report, url: example.org }'],
    ['a term without a title', 'title: Investment package, ', ''],
    ['an unknown nature', 'obligor: japan', 'nature: wish'],
    [
      'no map of terms',
      'terms:\n  investment: { title: Investment package, obligor: japan }',
      'terms: investment',
    ],
    ['a claim without a source', ', source: wh-07-23 }', ' }'],
    ['a claim of a source alone', 'value: 550 bn USD, ', ''],
    ['an unknown facet', 'value: 550 bn USD', 'amount: 550 bn USD'],
    ['an unknown stance', 'value: 550 bn USD', 'act: buy, stance: perhaps'],
    ['a list as an act', 'value: 550 bn USD', 'act: [buy, sell]'],
    ['a map as a value', 'value: 550 bn USD', 'value: { usd: 550 }'],
    ['a silence of nothing', claim, '{ says: "nothing found" }'],
    ['an unknown assumption', 'obligor: japan', 'assume: { amount: 5 }'],
    ['a report without a term', 'announced:', 'reported: [{ value: yes, source: wh-07-23 }]\nannounced:'],
    ['a word of no kind', 'announced:', 'words: { nouns: [a] }\nannounced:'],
    [
      'a conversion without a source',
      'announced:',
      'conversions: [{ that: 1 GBP, is: 1.35 USD }]\nannounced:',
    ],
  ])('%s is invalid', (_, from, to) => {
    const text = smallest.replace(from, to)
    expect(text).not.toBe(smallest)
    expect(complaints(isDeal, asJson(text))).not.toEqual([])
    const { diagnostics } = parseDeal({ path: 'us-japan.yaml', text }, parseVocabularies([]))
    expect(diagnostics.filter((d) => d.severity === 'error')).not.toEqual([])
  })
})

describe('a report', () => {
  const isReport = compile(reportSchema, {})
  const printed = (report: Report): unknown =>
    JSON.parse(
      json.print(report, {
        width: null,
        color: false,
        ascii: false,
        verbose: false,
        quiet: false,
        prefix: '',
      }),
    )

  test.each(dealNames)('of %s is valid', (name) => {
    const vocabularies = [{ path: 'vocabulary.yaml', text: read('vocabulary.yaml') }]
    const { deal, diagnostics } = parseDeal({ path: name, text: read(name) }, parseVocabularies(vocabularies))
    if (!deal) throw new Error(diagnostics.map((d) => d.message).join('\n'))
    const whole = reportDeal(deal, null)
    const report: Report = {
      ...emptyReport,
      deals: [whole],
      diagnostics,
      summary: whole.summary,
    }
    expect(complaints(isReport, printed(report))).toEqual([])
  })

  test('of every command is valid', () => {
    const proofs: Report = {
      ...emptyReport,
      proof: [statusProof, supplyProof].flatMap((r) => r.proof ?? []),
    }
    const reports = Object.values({ ...screens, proofs }).filter(
      (value): value is Report => typeof value === 'object' && 'schemaVersion' in value,
    )
    for (const report of reports) expect(complaints(isReport, printed(report))).toEqual([])
    const explained: Report = {
      ...emptyReport,
      command: 'explain',
      explain: pages,
    }
    expect(complaints(isReport, printed(explained))).toEqual([])
  })

  test.each([
    ['a field too many', { extra: 1 }],
    ['another version', { schemaVersion: 2 }],
    ['no summary', { summary: undefined }],
    ['an unknown verdict', { summary: { ...emptyReport.summary, worse: 1 } }],
    ['a number as a date', { asOf: 2025 }],
    ['trouble without a hint', { trouble: [{ code: 'usage', message: 'No.' }] }],
  ])('with %s is invalid', (_, change) => {
    expect(complaints(isReport, JSON.parse(JSON.stringify({ ...emptyReport, ...change })))).not.toEqual([])
  })
})

describe.each([...schemas])('the schema of a %s', (_, make) => {
  /** Every field of every object of a schema, with its path. */
  const fieldsOf = (schema: unknown, path: string): [string, JsonSchema][] => {
    if (Array.isArray(schema)) return schema.flatMap((item, i) => fieldsOf(item, `${path}/${i}`))
    if (schema === null || typeof schema !== 'object') return []
    return Object.entries(schema).flatMap(([key, value]) => [
      ...(key === 'properties'
        ? Object.entries(value as JsonSchema).map(([name, of]): [string, JsonSchema] => [
            `${path}/${name}`,
            of as JsonSchema,
          ])
        : []),
      ...fieldsOf(value, `${path}/${key}`),
    ])
  }

  test('describes every field', () => {
    const fields = fieldsOf(make(), '')
    expect(fields.length).toBeGreaterThan(10)
    expect(
      fields.filter(([, of]) => !/^[A-Z].*[.…]$/.test(String(of.description))).map(([path]) => path),
    ).toEqual([])
  })

  test('is a draft 2020-12 with a title, its definitions once at the end', () => {
    const schema = make()
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
    expect(schema.title).toMatch(/dealdiff$/)
    const text = JSON.stringify(schema)
    expect(text.split('"$defs":').length).toBeLessThanOrEqual(2)
    const defined = Object.keys((schema.$defs ?? {}) as object)
    const referred = new Set([...text.matchAll(/"#\/\$defs\/([^"]+)"/g)].map((m) => m[1]))
    expect(defined).toEqual([...referred].sort())
  })
})
