import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Ajv from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Deal, Reported } from '../src/deal.ts'
import { facetOf } from '../src/facets/index.ts'
import { parseArticle } from '../src/read/claims-file.ts'
import { parseDeal, parseVocabularies } from '../src/read/parse.ts'
import type { PressClaim, PressReport } from '../src/report/press-report.ts'
import type { Report } from '../src/report/report.ts'
import { claimsSchema, schemas } from '../src/schema.ts'
import { gravestFirst } from '../src/press/press.ts'
import { hyphened, judgements } from '../src/verdict.ts'
import { compared, smallDeal } from './small-deal.ts'
import { dealdiff, type Place, root } from './terminal.ts'

let scratch = ''
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'dealdiff-press-'))
})
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** The deals that come with the program. */
function shipped(): Deal[] {
  const read = (name: string): { path: string; text: string } => ({
    path: name,
    text: readFileSync(`${root}/deals/${name}`, 'utf8'),
  })
  const words = parseVocabularies([read('vocabulary.yaml')])
  return readdirSync(`${root}/deals`)
    .filter((name) => name.endsWith('.yaml') && name !== 'vocabulary.yaml')
    .flatMap((name) => parseDeal(read(name), words).deal ?? [])
}
const pressed = async (argv: readonly string[], place: Place = {}): Promise<PressReport> => {
  const { stdout } = await dealdiff(['press', ...argv, '--json'], place)
  return (JSON.parse(stdout) as Report).press as PressReport
}
const file = (name: string, text: string): string => {
  writeFileSync(join(scratch, name), text)
  return name
}
/** A deal of two sides, said in three statements, and what two papers made of it. */
const RICE = `
deal: rice
parties: { us: { name: United States, short: US }, japan: Japan }
words: { ladders: { act: [{ steps: [study imports, import rice] }] }, bases: { yearly-total: { says: "all rice of a year" } } }
sources:
  us-june: { party: us, by: Ann Lee, kind: leader, date: 2025-06-10, read: whole }
  japan-june: { party: japan, by: Ken Mori, kind: minister, date: 2025-06-12, read: whole }
  japan-july: { party: japan, by: Ken Mori, kind: minister, date: 2025-07-01, read: whole }
  daily-june: { by: The Daily, kind: press, date: 2025-06-13 }
terms:
  purchase: { title: Japan imports rice, obligor: japan }
  rate: { title: The tariff is 15%, obligor: us }
  ships: { title: Japan builds ships, obligor: japan }
announced:
  us:
    purchase: { act: import rice, source: us-june }
    rate: { value: 15%, basis: yearly-total, source: us-june }
    ships: { silent: all }
  japan:
    purchase:
      - { act: study imports, source: japan-june }
      - { act: import rice, source: japan-july }
    rate: { silent: all, declined: japan-june }
    ships: { silent: all }
reported:
  - { term: purchase, attributed: [us, japan], says: "Japan will import rice", act: import rice, source: daily-june }
  - { term: rate, attributed: [us, japan], says: "the tariff is 15%", value: 15%, source: daily-june }
  - { term: ships, attributed: japan, says: "Japan builds ships", value: yes, source: daily-june }
  - { term: rate, attributed: us, says: "the tariff is 25%", value: 25%, basis: yearly-total, source: daily-june }
`
const rice = (): string => file('rice.yaml', RICE)
const inScratch = (): Place => ({ cwd: scratch })
const judged = (claim: PressClaim | undefined): string[] =>
  (claim?.judgements ?? []).map((j) => `${j.party}: ${j.judgement}`)

describe('what the shipped deals report', () => {
  const of = async (deal: string, term: string, says: string): Promise<PressClaim[]> =>
    (await pressed([deal, '--term', term])).claims.filter((c) => c.says.includes(says))

  it.each([
    ['rare-earth-supply', 'pledged to supply'],
    ['us-tariff-55', 'by the terms of the agreement'],
    ['cn-tariff-10', 'by the terms of the agreement'],
  ])('%s: credited to China, announced by the US only', async (term, says) => {
    const [claim] = await of('london', term, says)
    expect(claim?.judgements.find((j) => j.party === 'china')).toMatchObject({
      judgement: 'announced by another only',
      borneOutBy: ['us'],
    })
  })
  it('the six-month limit: announced by neither, and where it was looked for', async () => {
    const [claim] = await of('london', 'licence-six-months', 'limits the licences to six months')
    expect(judged(claim)).toEqual(['china: announced by neither'])
    expect(claim?.judgements[0]?.why.flatMap((run) => run.sources)).toEqual(
      expect.arrayContaining(['mofcom-06-12', 'mofcom-06-27']),
    )
  })
  it.each([
    ['london', 'truce-end', '10 August, or'],
    ['geneva', 'expiry-snapback', '145%'],
    ['geneva', 'expiry-snapback', '125%'],
  ])('%s %s, %s: against what the text says', async (deal, term, says) => {
    const [claim] = await of(deal, term, says)
    expect(judged(claim)).toEqual(['us: against what was announced', 'china: against what was announced'])
    expect(claim?.judgements[0]?.why[0]?.sources).toEqual(['joint-statement-05-12'])
  })
  it('names for every judgement whom it is of, in one sentence', async () => {
    for (const { judgements: all, sentence, attributed } of (await pressed([])).claims) {
      expect(all.map((j) => j.party)).toEqual(attributed)
      for (const text of all.length === 0 ? [sentence ?? ''] : all.map((j) => j.sentence))
        expect(text).toMatch(/^[\p{Lu}\d“].*\.$/u)
    }
  })
  it('is the same read from a file of claims', async () => {
    for (const deal of shipped()) {
      const alike = deal.reported.filter(
        (r) => r.source.date === '2025-06-13' || r.source.date === '2025-10-31',
      )
      for (const date of new Set(alike.map((r) => r.source.date))) {
        const some = alike.filter((r) => r.source.date === date)
        const claims = some.map((r) => claimText(r))
        const article = parseArticle(
          { path: 'a.yaml', text: JSON.stringify({ by: 'The Daily', date, claims }) },
          [deal],
        )
        expect(article.diagnostics).toEqual([])
        expect(
          article.article?.claims.map(({ claim }) => [
            claim.term,
            claim.part,
            claim.stated.map((s) => s.text),
          ]),
        ).toEqual(some.map((r) => [r.term, r.part, r.stated.map((s) => s.text)]))
      }
    }
  })
})

/** A report as a person would write it again. */
function claimText(r: Reported): Record<string, unknown> {
  const facets = r.stated.map((s) => facetOf(s.facet).print(s.value))
  const scope = facets.flatMap((f) => f.scope ?? [])
  return {
    term: r.term,
    attributed: r.attributed.length === 0 ? 'none' : r.attributed,
    ...(r.part === null ? {} : { part: r.part }),
    says: r.says ?? 'x',
    ...Object.assign({}, ...facets),
    ...(scope.length > 0 ? { scope } : {}),
  }
}

describe('the judgements of a deal', () => {
  it('come worst first, with who announced what', async () => {
    const { claims, summary } = await pressed([rice()], inScratch())
    expect(claims.map((c) => [c.term, ...judged(c)])).toEqual([
      ['rate', 'us: against what was announced'],
      ['ships', 'japan: announced by neither'],
      ['rate', 'us: as announced', 'japan: announced by another only'],
      ['purchase', 'us: as announced', 'japan: as announced'],
    ])
    expect(claims[0]?.judgements[0]?.sentence).toBe(
      'The US announced: 15% (yearly total) (Ann Lee, 2025-06-10); that excludes 25% (yearly total).',
    )
    expect(claims[1]?.judgements[0]?.sentence).toBe(
      'Neither side announced it; of Japan, 2 statements were searched (Ken Mori, 2025-06-12; Ken Mori, 2025-07-01); of the US, 1 statement was searched (Ann Lee, 2025-06-10).',
    )
    expect(claims[2]?.judgements[1]?.sentence).toBe(
      'Only the US announced it: 15% (yearly total) (Ann Lee, 2025-06-10); Japan, asked, would not say (Ken Mori, 2025-06-12).',
    )
    expect(summary['as-announced']).toBe(3)
    expect(Object.keys(summary)).toEqual([...judgements.map(hyphened), 'not-judged'])
  })
  it('say how it stood on the day of the report, and since when it stands as now', async () => {
    const [claim] = (await pressed([rice(), '--term', 'purchase'], inScratch())).claims
    expect(claim?.judgements[0]?.onDay).toBeNull()
    expect(claim?.judgements[1]?.onDay).toMatchObject({
      day: '2025-06-13',
      judgement: 'announced by another only',
      since: '2025-07-01',
    })
    const [earlier] = (await pressed([rice(), '--term', 'purchase', '--as-of', '2025-06-20'], inScratch()))
      .claims
    expect(judged(earlier)).toEqual(['us: as announced', 'japan: announced by another only'])
    expect(earlier?.judgements[1]?.onDay).toBeNull()
    expect((await pressed([rice(), '--as-of', '2025-06-12'], inScratch())).claims).toEqual([])
  })
  it('take every judgement a place in the order', () => {
    expect([...gravestFirst].sort()).toEqual([...judgements].sort())
  })
  it('are in a report that its schema allows', async () => {
    const validate = new Ajv.default({ strict: false, allErrors: true }).compile(
      schemas.get('report')?.() ?? {},
    )
    for (const argv of [[], ['london', '--as-of', '2025-06-12']]) {
      const { stdout } = await dealdiff(['press', ...argv, '--json'])
      expect(validate(JSON.parse(stdout)) ? [] : validate.errors).toEqual([])
    }
  })
})

describe('a report is read as a retelling', () => {
  const press = ['news: { by: a newspaper, kind: press, date: 2025-07-01 }']
  it.each([
    ['a condition left out', 'act: suspend, conditions: rules met', 'act: suspend', 'more than announced'],
    ['a limit left out', 'act: suspend, scope: rare earths', 'act: suspend', 'more than announced'],
    [
      'an exclusion left out',
      'act: suspend, scope: only civilian users',
      'act: suspend',
      'more than announced',
    ],
    ['vague in all', 'act: suspend, scope: rare earths, value: 10%', 'act: suspend', 'unclear'],
    ['a hedge left out', 'act: suspend, force: considers', 'act: suspend', 'more than announced'],
    ['a hedge added', 'act: suspend', 'act: suspend, force: considers', 'less than announced'],
    ['a basis left out', 'value: 55%, basis: total', 'value: 55%', 'as announced'],
    ['another figure without a basis', 'value: 55%, basis: total', 'value: 30%', 'unclear'],
    ['a limit that nobody named', 'act: suspend', 'act: suspend, scope: rare earths', 'unclear'],
    ['a date as a detail', 'act: suspend', 'act: suspend, start: 2026-01-01', 'as announced'],
    ['a detail and nothing else', 'status: concluded', 'force: non-binding', 'more than announced'],
    ['a part of what holds left out', 'act: suspend, end: 2026-01-01', 'act: suspend', 'less than announced'],
    ['in words alone', 'act: suspend', 'says: "a break"', 'unclear'],
  ])('%s', (_, china, report, judgement) => {
    const { reported } = compared({
      china,
      us: 'silent: all',
      sources: press,
      reported: [`source: news, attributed: [china], ${report}`],
    })
    expect(reported[0]?.judgement).toEqual([{ party: 'china', judgement }])
  })
})

describe('what one statement of a side says, and another stands above', () => {
  const small = (japan: string): string =>
    RICE.replace(/ {4}purchase:\n(?: {6}- .*\n){2}/, `    purchase:\n${japan}`)
  it('is never against what that side announced', async () => {
    const text = small(
      '      - { act: import rice, source: japan-june }\n      - { act: not import rice, quote: "no", source: japan-july }\n',
    )
    const [claim] = (await pressed([file('rice.yaml', text), '--term', 'purchase'], inScratch())).claims
    expect(judged(claim)[1]).toBe('japan: unclear')
    expect(claim?.judgements[1]?.sentence).toContain('Japan said so in one statement: import rice')
    file('rice.yaml', RICE)
  })
  it('in words alone may be the same: then it is not credited to another only', async () => {
    const text = small('      - { says: "Japan spoke of rice", source: japan-june }\n')
    const [claim] = (await pressed([file('rice.yaml', text), '--term', 'purchase'], inScratch())).claims
    expect(judged(claim)[1]).toBe('japan: unclear')
    expect(claim?.judgements[1]?.borneOutBy).toEqual(['us'])
    file('rice.yaml', RICE)
  })
})

const ARTICLE = `by: Jo Park
title: "Rice deal"
issuer: The Daily
date: 2025-06-20
url: https://example.org/rice
claims:
  - term: purchase
    attributed: [us, japan]
    says: "Japan imports rice"
    act: import rice
  - term: ships
    attributed: japan
    value: yes
  - term: rate
    attributed: none
    value: 15%
`

describe('the claims of an article', () => {
  it('are judged as what a deal reports, and stand in their own file', async () => {
    rice()
    const { article, claims } = await pressed(['rice.yaml', '--claims', file('a.yaml', ARTICLE)], inScratch())
    expect(article).toMatchObject({
      path: 'a.yaml',
      title: 'Rice deal',
      source: { by: 'Jo Park', kind: 'press' },
    })
    expect(claims.map((c) => [c.place.path, c.place.line, c.term, ...judged(c)])).toEqual([
      ['a.yaml', 11, 'ships', 'japan: announced by neither'],
      ['a.yaml', 7, 'purchase', 'us: as announced', 'japan: as announced'],
      ['a.yaml', 14, 'rate'],
    ])
    expect(claims[2]?.sentence).toMatch(/^Only the US announced such a thing: 15%/)
  })
  it('come by the standard input, under the name given', async () => {
    rice()
    const place = { ...inScratch(), stdin: ARTICLE }
    const { claims } = await pressed(['rice.yaml', '--claims', '-', '--stdin-filename', 'x/a.yaml'], place)
    expect(new Set(claims.map((c) => c.place.path))).toEqual(new Set(['x/a.yaml']))
    const both = await dealdiff(['press', '-', '--claims', '-'], place)
    expect([both.code, both.stderr]).toEqual([2, expect.stringContaining('cannot be both')])
  })
  it('are never a side’s word: the deal compares as before', async () => {
    rice()
    const before = await dealdiff(['rice.yaml', '--json'], inScratch())
    await pressed(['rice.yaml', '--claims', file('a.yaml', ARTICLE)], inScratch())
    expect(await dealdiff(['rice.yaml', '--json'], inScratch())).toEqual(before)
  })
  it('name their deal where several are named', async () => {
    rice()
    file('corn.yaml', RICE.replace('deal: rice', 'deal: corn'))
    const text = ARTICLE.replace('  - term: purchase', '  - deal: corn\n    term: purchase')
    const argv = ['press', 'rice.yaml', 'corn.yaml', '--claims', file('b.yaml', text)]
    const { code, stderr } = await dealdiff(argv, inScratch())
    expect(code).toBe(2)
    expect(stderr.match(/has no `deal`/g)?.length).toBe(2)
    const whole = text.replace(/ {2}- term/g, '  - deal: rice\n    term')
    const { claims } = await pressed([...argv.slice(1, -1), file('b.yaml', whole)], inScratch())
    expect(claims.map((c) => c.deal)).toEqual(['rice', 'corn', 'rice'])
  })

  const mistakes: readonly (readonly [what: string, text: string, found: readonly string[]])[] = [
    ['nothing', '', ['yaml-empty']],
    ['a list', '- a', ['wrong-type']],
    ['no author, no day', 'claims:\n  - { term: rate, says: x }\n', ['missing-key', 'missing-key']],
    ['no claims', 'by: a\ndate: 2025-06-20\n', ['missing-key']],
    ['an empty list', 'by: a\ndate: 2025-06-20\nclaims: []\n', ['wrong-type']],
    [
      'a source, an unknown term, party, act and day; an empty claim; all at once',
      `by: a
date: 20 June
claims:
  - { term: rats, says: x }
  - { term: rate, attributed: [usa], says: x }
  - { term: rate, act: bye, source: y }
  - { term: rate }
  - { deal: geneva, term: rate, says: x }
  - x
`,
      [
        'bad-date',
        'unknown-term',
        'unknown-party',
        'unknown-word',
        'unknown-key',
        'empty-claim',
        'unknown-word',
        'wrong-type',
      ],
    ],
    ['a tag', 'by: !x a\ndate: 2025-06-20\nclaims:\n  - { term: rate, says: x }\n', ['yaml-tag']],
  ]
  it.each(mistakes)('with %s: nothing is judged, every mistake has its place', async (_, text, found) => {
    rice()
    const argv = ['press', 'rice.yaml', '--claims', file('bad.yaml', text), '--json']
    const { code, stdout } = await dealdiff(argv, inScratch())
    const { diagnostics, press, trouble } = JSON.parse(stdout) as Report
    expect(diagnostics.map((d) => d.rule).sort()).toEqual([...found].sort())
    expect(diagnostics.every((d) => d.place.path === 'bad.yaml')).toBe(true)
    expect([code, press, trouble.length]).toEqual([2, undefined, 1])
  })
  it('suggest what was meant', async () => {
    rice()
    const text = ARTICLE.replace('purchase', 'purchse').replace('japan]', 'Japan]')
    const { stderr, code } = await dealdiff(
      ['press', 'rice.yaml', '--claims', file('c.yaml', text)],
      inScratch(),
    )
    expect([code, stderr]).toEqual([2, expect.stringContaining('Did you mean "purchase"?')])
  })
  it('are read safely, whatever the file holds', () => {
    const deal = smallDeal({ us: 'act: ease' })
    const piece = fc.constantFrom(
      'by: a',
      'date: 2025-06-20',
      'claims:',
      '  - term: t',
      '    act: ease',
      '{',
      ']',
      '&a',
      '*a',
      '!t',
      ': ',
      '\t',
      '\u0000',
      '"',
      'deal: [',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((p) => p.join('\n')),
        ),
        (text) => {
          const { article, diagnostics } = parseArticle({ path: 'a.yaml', text }, [deal])
          expect(article === null).toBe(diagnostics.some((d) => d.severity === 'error'))
        },
      ),
      { numRuns: 300 },
    )
  })
  it('have a schema that takes what is read, and nothing else', () => {
    const validate = new Ajv.default({ strict: true, allowUnionTypes: true, strictRequired: false }).compile(
      claimsSchema(),
    )
    const good = { by: 'a', date: '2025-06-20', claims: [{ term: 'rate', attributed: 'us', value: '15%' }] }
    expect(validate(good)).toBe(true)
    for (const bad of [
      { ...good, by: undefined },
      { ...good, claims: [] },
      { ...good, source: 'x' },
      { ...good, claims: [{ says: 'x' }] },
      { ...good, claims: [{ term: 'rate', source: 'x' }] },
    ])
      expect(validate(JSON.parse(JSON.stringify(bad)))).toBe(false)
  })
})

describe('text of a stranger', () => {
  const HOSTILE = '=cmd|x </b> [a](javascript:x) | ![i](http://x) %0A::error::x'
  const said = JSON.stringify(HOSTILE)
  const text = `by: ${said}
title: ${said}
date: 2025-06-20
claims:
  - { term: ships, attributed: japan, says: ${said}, quote: ${said}, value: yes }
`
  it.each(['text', 'markdown', 'csv', 'json', 'ndjson', 'sarif', 'junit', 'github', 'gitlab', 'line'])(
    'is harmless as %s',
    async (format) => {
      rice()
      const argv = ['press', 'rice.yaml', '--claims', file('h.yaml', text), '--format', format]
      const { code, stdout } = await dealdiff(argv, inScratch())
      expect(code).toBe(0)
      // A text without a sign of the format's own may stand as it is.
      if (format !== 'markdown' && format !== 'github') expect(stdout).toContain('cmd|x')
      if (format === 'markdown') expect(stdout).not.toMatch(/[^\\]\]\(javascript|!\[i\]|x <\/b>/)
      if (format === 'csv') expect(stdout).not.toMatch(/(?:^|,)"?=cmd/m)
      if (format === 'github') expect(stdout.split('\n').filter((l) => l.startsWith('::error'))).toEqual([])
    },
  )
})

describe('the command', () => {
  it('first says what it compares, and what not', async () => {
    for (const argv of [
      ['press', 'london'],
      ['press', 'london', '--width', '60', '--ascii'],
      ['press', '--quiet'],
    ])
      expect((await dealdiff(argv)).stdout.split('\n').slice(0, 2).join(' ')).toMatch(
        /^It compares what was reported with what was announced, not with\s+what is true\./,
      )
  })
  it('fails on the judgements that it is told to, and on nothing else', async () => {
    rice()
    const code = async (words: string): Promise<number> =>
      (await dealdiff(['press', 'rice.yaml', '--fail-on', words], inScratch())).code
    expect(await code('against-what-was-announced')).toBe(1)
    expect(await code('more-than-announced')).toBe(0)
    expect(await code('more-than-announced,announced-by-neither')).toBe(1)
    expect(await code('contradiction')).toBe(2)
    expect((await dealdiff(['press', 'rice.yaml'], inScratch())).code).toBe(0)
  })
  it('annotates the file in which a claim stands', async () => {
    rice()
    const argv = [
      'press',
      'rice.yaml',
      '--claims',
      file('a.yaml', ARTICLE),
      '--fail-on',
      'announced-by-neither',
    ]
    const { stdout, code } = await dealdiff([...argv, '--format', 'sarif'], inScratch())
    type Log = { runs: { results: { ruleId: string; level: string; locations: unknown[] }[] }[] }
    const [result, ...more] = (JSON.parse(stdout) as Log).runs[0]?.results ?? []
    expect([code, more, result?.ruleId, result?.level]).toEqual([
      1,
      [],
      'press-announced-by-neither',
      'error',
    ])
    expect(result?.locations).toMatchObject([
      { physicalLocation: { artifactLocation: { uri: 'a.yaml' }, region: { startLine: 11 } } },
    ])
    const own = await dealdiff(['press', 'rice.yaml', '--format', 'github'], inScratch())
    expect(own.stdout.match(/^::(?:warning|notice) file=rice\.yaml,line=\d+/gm)?.length).toBe(3)
  })
  it('is one row a claim and party as a table', async () => {
    rice()
    const { stdout } = await dealdiff(['press', 'rice.yaml', '--format', 'ndjson'], inScratch())
    const rows = stdout
      .trim()
      .split('\n')
      .map((l) => JSON.parse(l) as Record<string, unknown>)
    expect(rows.map((r) => [r.term, r.party, r.judgement])).toEqual([
      ['rate', 'us', 'against-what-was-announced'],
      ['ships', 'japan', 'announced-by-neither'],
      ['rate', 'us', 'as-announced'],
      ['rate', 'japan', 'announced-by-another-only'],
      ['purchase', 'us', 'as-announced'],
      ['purchase', 'japan', 'as-announced'],
    ])
  })
  it('refuses a term that no deal has, and a file that is not there', async () => {
    const term = await dealdiff(['press', 'london', 'truce-ends'])
    expect([term.code, term.stderr]).toEqual([2, expect.stringContaining('truce-end')])
    const missing = await dealdiff(['press', 'london', '--claims', 'nowhere.yaml'])
    expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining('nowhere.yaml')])
  })
})
