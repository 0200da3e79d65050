import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Ajv from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Deal, Reported } from '../src/deal.ts'
import { pagesFor } from '../src/explain.ts'
import { facetOf } from '../src/facets/index.ts'
import { parseArticle } from '../src/read/claims-file.ts'
import { parseDeal, parseVocabularies } from '../src/read/parse.ts'
import type { PressClaim, PressReport } from '../src/report/press-report.ts'
import type { Report } from '../src/report/report.ts'
import { claimsSchema, schemas } from '../src/schema.ts'
import { gravestFirst, hyphened, judgements } from '../src/verdict.ts'
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
/** A deal made of that of the rice, called as its file. */
const made = (name: string, text: string): string =>
  file(`${name}.yaml`, text.replace('deal: rice', `deal: ${name}`))
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
      'Neither side announced it; Japan does not say so in 2 statements, all read whole (Ken Mori, 2025-06-12; Ken Mori, 2025-07-01); the US does not say so in 1 statement, read whole (Ann Lee, 2025-06-10).',
    )
    expect(claims[2]?.judgements[1]?.sentence).toBe(
      'Only the US announced it: 15% (yearly total) (Ann Lee, 2025-06-10); Japan was asked and would not say (Ken Mori, 2025-06-12); the report does not say what its 15% counts; it is read as the US’s.',
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
  it('date a change by whatever was said that day, also by the press', async () => {
    const text = RICE.replace(
      'bases: { yearly-total: { says: "all rice of a year" } }',
      'bases: { yearly-total: { says: "all rice of a year" }, half-total: { says: "rice of half a year" } }',
    )
      .replace(
        'sources:',
        'conversions: [{ that: yearly-total, is: half-total + 5 pp, source: daily-late }]\nsources:\n  daily-late: { by: a late paper, kind: press, date: 2025-06-25 }',
      )
      .replace('value: 25%, basis: yearly-total', 'value: 10%, basis: half-total')
    const { claims } = await pressed([made('late', text), '--term', 'rate'], inScratch())
    const [then] = claims.flatMap((c) => c.judgements.flatMap((j) => j.onDay ?? []))
    expect(then).toMatchObject({ day: '2025-06-13', judgement: 'unclear', since: '2025-06-25' })
  })
  it('rest on every party’s word, also one that the term is not compared for', async () => {
    const text = RICE.replace('japan: Japan }', 'japan: Japan, korea: Korea }')
      .replace('obligor: us }', 'obligor: us, between: [us, japan] }')
      .replace(
        'sources:',
        'sources:\n  korea-june: { party: korea, by: Han, kind: leader, date: 2025-06-11, read: whole }',
      )
      .replace(
        'announced:',
        'announced:\n  korea:\n    rate: { value: 25%, basis: yearly-total, source: korea-june }',
      )
      .replace(
        'attributed: us, says: "the tariff is 25%"',
        'attributed: [korea, japan], says: "the tariff is 25%"',
      )
    const { claims } = await pressed([made('korea', text), '--term', 'rate'], inScratch())
    const claim = claims.find((c) => c.says.includes('25%'))
    expect(judged(claim)).toEqual(['korea: as announced', 'japan: announced by another only'])
    const compare = await dealdiff(['korea.yaml', '--json'], inScratch())
    const rate = (JSON.parse(compare.stdout) as Report).deals[0]?.terms.find((t) => t.id === 'rate')
    expect(rate?.reported.flatMap((r) => r.judgement)).toContainEqual({
      party: 'korea',
      judgement: 'as announced',
    })
    expect(rate?.versions.map((v) => v.party)).toEqual(['us', 'japan'])
  })
  it('are of the facets alone, and say so', async () => {
    const text = RICE.replace(
      'value: 15%, source: daily-june',
      'value: 15%, was: 12%, returns: "it goes back", source: daily-june',
    )
    const { claims } = await pressed([made('was', text)], inScratch())
    const rate = claims.find((c) => c.facets.some((f) => f.text === '15%'))
    expect(rate).toMatchObject({
      judged: '15%',
      notJudged: ['what was before (12%)', 'what comes back (it goes back)', 'its other words'],
    })
    expect(claims.find((c) => c.term === 'ships')).toMatchObject({
      judged: '“Japan builds ships”: yes',
      notJudged: ['its other words'],
    })
    const told =
      /judged: 15%, not what was before \(12%\), what comes back \(it goes back\) and its other words/
    for (const format of ['text', 'markdown', 'github', 'sarif', 'junit', 'gitlab', 'line']) {
      const argv = ['press', 'was.yaml', '--format', format, '--width', '200']
      const { stdout } = await dealdiff(argv, inScratch())
      expect([
        format,
        stdout
          .replaceAll('\\', '')
          .replaceAll('%25', '%')
          .replace(/Judged/g, 'judged')
          .match(told)?.length,
      ]).toEqual([format, 1])
    }
    for (const format of ['csv', 'ndjson'])
      expect((await dealdiff(['press', 'was.yaml', '--format', format], inScratch())).stdout).toContain(
        'its other words',
      )
  })
  it('in words alone, where nobody announced anything, are not called unfounded', async () => {
    const text = RICE.replace('says: "Japan builds ships", value: yes,', 'says: "Japan announced no ships",')
    const argv = [made('words', text), '--term', 'ships']
    const [claim] = (await pressed(argv, inScratch())).claims
    expect(judged(claim)).toEqual(['japan: unclear'])
    expect(claim?.judgements[0]?.sentence).toBe(
      'The report is recorded in words only; neither side announced anything of the term; Japan does not say so in 2 statements, all read whole (Ken Mori, 2025-06-12; Ken Mori, 2025-07-01); the US does not say so in 1 statement, read whole (Ann Lee, 2025-06-10).',
    )
    const fails = await dealdiff(['press', ...argv, '--fail-on', 'announced-by-neither'], inScratch())
    expect(fails.code).toBe(0)
  })
  it('say of a silence how well it is known', async () => {
    const text = RICE.replace(
      'kind: minister, date: 2025-07-01, read: whole',
      'kind: minister, date: 2025-07-01, read: part',
    )
    expect(text).not.toBe(RICE)
    const [claim] = (await pressed([made('part', text), '--term', 'ships'], inScratch())).claims
    expect(claim?.judgements[0]?.sentence).toContain('Japan has not been found to say so in 2 statements (')
  })
  it('credited to nobody never say that a side announced it and that none did', async () => {
    for (const { sentence } of (await pressed([])).claims)
      if (sentence?.includes('announced such a thing'))
        expect(sentence).not.toMatch(/^(?:Neither|No) side .*; (?:the )?\S+ announced: /)
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
    ['a date that nobody named', 'act: suspend', 'act: suspend, start: 2026-01-01', 'more than announced'],
    ['a date left out', 'act: suspend, start: 2026-01-01', 'act: suspend', 'as announced'],
    ['a figure less exact', 'value: 47%', 'value: about 47%', 'as announced'],
    ['a figure more exact', 'value: about 47%', 'value: 47%', 'more than announced'],
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
    const [claim] = (
      await pressed(
        [file('rice.yaml', text.replace('date: 2025-06-13', 'date: 2025-07-13')), '--term', 'purchase'],
        inScratch(),
      )
    ).claims
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

describe('what a report is never accused of', () => {
  /** A deal of two sides on one term; one report of a day, credited to the south. */
  const of = async (
    south: string | readonly string[],
    report: string,
    { north = 'silent: all', day = '2025-07-01', more = [] as readonly string[] } = {},
  ): Promise<PressClaim> => {
    const flow = (text: string | readonly string[]): string =>
      typeof text === 'string'
        ? `{ ${withSource(text)} }`
        : `[${text.map((t) => `{ ${withSource(t)} }`).join(', ')}]`
    const withSource = (text: string): string =>
      /silent|source:/.test(text) ? text : `${text}, source: south-may`
    const name = file(
      'south.yaml',
      `
deal: south
parties: { south: Southland, north: Northland }
words:
  ladders: { act: [{ steps: [suspend, remove], floor: keep }] }
  axes: { goods: { soybeans: , pork:  } }
  events: { signing: the deal is signed }
sources:
  south-may: { party: south, by: Sue, kind: leader, date: 2025-05-01, read: whole }
  south-june: { party: south, by: Sam, kind: minister, date: 2025-06-01, read: whole }
  south-decree: { party: south, by: the southern gazette, kind: text, date: 2025-05-01, read: whole }
  south-sep: { party: south, by: Sue, kind: leader, date: 2025-09-01, read: whole }
  north-may: { party: north, by: Ned, kind: leader, date: 2025-05-02, read: whole }
  news: { by: The Daily, kind: press, date: ${day} }
terms:
  duties: { title: Southland removes its duties, obligor: south }
announced:
  south:
    duties: ${flow(south)}
  north:
    duties: ${flow(north)}
reported:
  - { term: duties, attributed: [south], ${report}, source: news }
`,
    )
    const { claims } = await pressed([name, ...more], inScratch())
    if (!claims[0]) throw new Error((await dealdiff(['press', name], inScratch())).stderr)
    return claims[0]
  }
  const first = (claim: PressClaim) => claim.judgements[0]
  const north = (text: string): string => `${text}, source: north-may`

  it.each([
    ['demand', 'demanded'],
    ['fact', 'stated as a fact'],
    ['estimate', 'estimated'],
  ])('what excludes it was no promise but a %s', async (nature, verb) => {
    const j = first(await of(`act: remove, nature: ${nature}`, 'act: keep'))
    expect(j?.judgement).toBe('unclear')
    expect(j?.sentence).toMatch(
      new RegExp(`^Southland ${verb}: remove .*does not decide a report of a commitment`),
    )
  })
  it('what another demanded is not called announced', async () => {
    const open = first(
      await of('silent: all', 'act: remove', { north: north('act: remove, nature: demand') }),
    )
    expect(open?.judgement).toBe('unclear')
    expect(open?.sentence).toContain('Northland demanded: remove')
    const apart = first(await of('silent: all', 'act: remove', { north: north('act: keep, nature: demand') }))
    expect(apart?.sentence).toContain('Northland demanded something else: keep')
    const own = first(await of('act: remove, nature: demand', 'act: remove'))
    expect([own?.judgement, own?.sentence]).toEqual([
      'unclear',
      expect.stringContaining('Southland demanded: remove'),
    ])
  })
  it('what excludes it was over by its day, or may have been', async () => {
    const over = first(await of('act: suspend, end: 2025-06-05', 'act: keep'))
    expect([over?.judgement, over?.sentence]).toEqual([
      'unclear',
      expect.stringMatching(/until 2025-06-05 .*; that was over by the day of the report, 2025-07-01\.$/),
    ])
    const open = first(await of('act: suspend, end: 30 days from signing', 'act: keep'))
    expect([open?.judgement, open?.sentence]).toEqual(['unclear', expect.stringContaining('is not recorded')])
    for (const end of ['2025-07-01', '2025-08-01', 'permanent'])
      expect(first(await of(`act: suspend, end: ${end}`, 'act: keep'))?.judgement).toBe(
        'against what was announced',
      )
  })
  it('what excludes it is of a piece that the report does not name', async () => {
    const cod = 'part: cod, act: keep'
    const hi = 'part: pork, says: hi'
    const ham = 'part: ham, act: keep'
    const all = async (south: string | string[], report: string) => first(await of(south, report))?.judgement
    expect(await all(cod, 'act: remove, scope: soybeans')).toBe('unclear')
    expect(await all([cod, hi], 'act: remove, scope: soybeans')).toBe('unclear')
    expect(await all([cod, hi], 'act: remove')).toBe('unclear')
    expect(await all([cod, ham, 'part: beef, act: remove'], 'act: remove')).toBe('unclear')
    expect(await all('part: cod, act: remove', 'act: remove, scope: soybeans')).toBe('unclear')
    expect(await all(['act: keep', hi], 'act: remove, scope: soybeans')).toBe('unclear')
    expect(await all([cod, ham], 'act: remove')).toBe('against what was announced')
    expect(await all([cod, hi], 'part: cod, act: remove')).toBe('against what was announced')
    expect(await all('act: keep', 'act: remove, scope: soybeans')).toBe('against what was announced')
  })
  it('words of the same side may bear it out', async () => {
    const words = 'says: "we shall see", source: south-june'
    const j = first(await of(['act: keep', words], 'act: remove'))
    expect(j?.judgement).toBe('unclear')
    expect(j?.sentence).toMatch(
      /^Southland announced: keep .*; it also said, in words only: we shall see \(Sam/,
    )
    const other = first(await of(['part: cod, act: keep', `part: pork, ${words}`], 'part: cod, act: remove'))
    expect(other?.judgement).toBe('against what was announced')
  })
  it('words alone take nothing back of the text that excludes it', async () => {
    const [words, step] = ['says: "we shall see"', 'act: suspend'].map((c) => `${c}, source: south-june`)
    const text = 'act: keep, source: south-decree'
    const judged = async (...south: string[]) => first(await of(south, 'act: remove'))?.judgement
    expect(await judged(text, words ?? '')).toBe('against what was announced')
    // A text that leaves it open has nothing to be taken back.
    expect(await judged('says: "by decree", source: south-decree', `act: keep, source: south-june`)).toBe(
      'unclear',
    )
    expect(await judged('act: keep', words ?? '')).toBe('unclear')
    // What a side says in facets is no gloss.
    expect(await judged(text, step ?? '', 'act: remove, source: south-sep')).toBe('unclear')
  })
  it.each([
    ['value: yes', 'act: remove'],
    ['value: yes', 'act: remove, deadline: 2025-12-01'],
    ['value: yes', 'value: yes, deadline: 2025-12-01'],
    ['value: yes', 'value: 10%'],
    ['act: remove', 'value: yes'],
    ['act: keep', 'value: no'],
    ['value: no', 'act: remove'],
    ['value: no', 'act: keep'],
  ])('%s may be %s: the title is not compared', async (said, report) => {
    expect(first(await of('silent: all', report, { north: north(said) }))?.judgement).toBe('unclear')
    expect(first(await of(said, report))?.judgement).toBe('unclear')
  })

  describe('by what was said later', () => {
    const turned = ['act: suspend', 'act: keep, supersedes: true, source: south-sep']
    it('a side that changed its word does not make it wrong, in any format', async () => {
      const j = first(await of(turned, 'act: suspend', { day: '2025-06-10' }))
      expect(j).toMatchObject({
        judgement: 'as announced',
        onDay: { judgement: 'as announced', now: 'against what was announced', since: '2025-09-01' },
      })
      expect(j?.sentence).toMatch(/announced the same: suspend/)
      expect(j?.onDay?.nowSentence).toMatch(/keep .*excludes suspend/)
      const run = (...argv: string[]) => dealdiff(['press', 'south.yaml', ...argv], inScratch())
      expect((await run('--fail-on', 'against-what-was-announced')).code).toBe(0)
      for (const format of ['line', 'github'])
        expect((await run('--format', format)).stdout).not.toContain('press-against')
      const told = /on the day of the report, .*: as announced; since 1 Sep\w*: against what was announced/i
      expect((await run('--width', '200')).stdout).toMatch(told)
      expect((await run('--format', 'markdown')).stdout).toMatch(told)
      expect((await run('--format', 'line', '--fail-on', 'as-announced')).stdout).toMatch(
        /On the day of the report, 2025-06-10: as announced; since 2025-09-01: against what was announced/,
      )
      const [row] = (await run('--format', 'ndjson')).stdout.trim().split('\n')
      expect(JSON.parse(row ?? '')).toMatchObject({
        judgement: 'as-announced',
        on_day: 'as-announced',
        now: 'against-what-was-announced',
      })
      const { stdout } = await dealdiff(['south.yaml', '--json'], inScratch())
      expect((JSON.parse(stdout) as Report).deals[0]?.terms[0]?.reported[0]?.judgement).toMatchObject([
        { judgement: 'as announced' },
      ])
    })
    it('nor one that announced it only then; what held on its day and holds still counts', async () => {
      const day = { day: '2025-06-10' }
      const late = first(await of('act: suspend, source: south-sep', 'act: suspend', day))
      expect(late).toMatchObject({ judgement: 'as announced', onDay: { judgement: 'announced by neither' } })
      const back = first(await of(turned, 'act: keep', day))
      expect(back).toMatchObject({
        judgement: 'as announced',
        onDay: { judgement: 'against what was announced' },
      })
      const still = first(await of(['act: keep'], 'act: remove', day))
      expect(still).toMatchObject({ judgement: 'against what was announced', onDay: null })
      const open = first(
        await of(['says: "hm"', 'act: keep, supersedes: true, source: south-sep'], 'act: remove', day),
      )
      expect(open).toMatchObject({ judgement: 'unclear', onDay: { now: 'against what was announced' } })
    })
    it('as of a day the same', async () => {
      const at = (asOf: string) => of(turned, 'act: suspend', { day: '2025-06-10', more: ['--as-of', asOf] })
      expect(first(await at('2025-08-01'))).toMatchObject({ judgement: 'as announced', onDay: null })
      expect(first(await at('2025-10-01'))).toMatchObject({
        judgement: 'as announced',
        onDay: { now: 'against what was announced' },
      })
    })
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
  it.each([
    ['total: a basis', 'value: 15%, basis: total', 'basis', ['yearly total']],
    ['an act', 'act: bring in rice', 'act', ['import rice']],
    ['a word of scope', 'act: import rice, scope: rice balls', 'scope', []],
    ['a condition', 'act: import rice, conditions: good weather', 'conditions', []],
  ])('are not told to declare words: %s', async (_, facets, __, expected) => {
    rice()
    const text = `by: a\ndate: 2025-06-20\nclaims:\n  - { term: rate, says: x, ${facets} }\n`
    const argv = ['press', 'rice.yaml', '--claims', file('d.yaml', text), '--json']
    const { diagnostics } = JSON.parse((await dealdiff(argv, inScratch())).stdout) as Report
    const [found] = diagnostics
    expect(found?.help).not.toMatch(/declare it|rice\.yaml/i)
    for (const word of expected) expect(found?.help).toContain(word)
  })
  it('of an empty file begin as such a file does', async () => {
    rice()
    const argv = ['press', 'rice.yaml', '--claims', file('e.yaml', ''), '--json']
    const { diagnostics } = JSON.parse((await dealdiff(argv, inScratch())).stdout) as Report
    expect(diagnostics[0]?.help).toMatch(/`by:`.*`date:`.*`claims:`/)
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
  it('counts each claim once, under its heading and in the last line', async () => {
    for (const argv of [[], ['geneva', '--term', 'expiry-snapback'], ['london']]) {
      const { stdout } = await dealdiff(['press', ...argv, '--width', '200'])
      const headed = [...stdout.matchAll(/^([A-Z]{2,}(?: [A-Z]{2,})*) (\d+) {3}/gm)].map(
        ([, name = '', n]) => `${n} ${name.toLowerCase()}`,
      )
      const counted = [...stdout.matchAll(/^\d+ against [^]*?(?=\n(?:\n|One term))/gm)].flatMap(([text]) =>
        text.replaceAll('\n', ' ').split(/ · /),
      )
      expect(counted.filter((text) => !text.startsWith('0 '))).toEqual(headed)
    }
  })
  it('explains every heading and label of its screen', async () => {
    const { stdout } = await dealdiff(['press', '--width', '200'])
    const words = parseVocabularies([
      { path: 'vocabulary.yaml', text: readFileSync(`${root}/deals/vocabulary.yaml`, 'utf8') },
    ]).vocabulary
    const headings = [...stdout.matchAll(/^([A-Z]{2,}(?: [A-Z]{2,})*) \d+ {3}/gm)].map(
      ([, name = '']) => name,
    )
    const labels = [
      ...stdout.matchAll(
        /^ +(judged|compared|not judged|not compared):|· (credited to [^·\d]+?) {2}|(on the day of the report)/gim,
      ),
    ].flatMap(([, ...found]) => found.filter((f) => f !== undefined))
    expect(headings).toContain('CREDITED TO NO SIDE')
    expect(labels.length).toBeGreaterThan(20)
    const without = [...headings, ...labels].filter((label) => pagesFor(label, words).length === 0)
    expect([...new Set(without)]).toEqual([])
  })
  it('refuses a topic that no deal has, with the nearest', async () => {
    const { code, stderr } = await dealdiff(['press', 'london', '--topic', 'tarifs'])
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/tarifs[\s\S]*Did you mean: dealdiff press london --topic tariffs/),
    ])
  })
  it('says that nothing was announced by then, and where the record ends', async () => {
    const before = await dealdiff(['press', 'london', '--as-of', '2025-05-01'])
    expect(before.stdout).toContain('As of 1 May 2025. Nothing was announced by then.')
    const after = await dealdiff(['press', 'london', '--as-of', '2026-05-01', '--width', '200'])
    expect(after.stdout).toMatch(/As of 1 May 2026; nothing after \d+ \w+ 2025 was searched\./)
  })
  it('refuses a term that no deal has, and a file that is not there', async () => {
    const term = await dealdiff(['press', 'london', 'truce-ends'])
    expect([term.code, term.stderr]).toEqual([2, expect.stringContaining('truce-end')])
    const missing = await dealdiff(['press', 'london', '--claims', 'nowhere.yaml'])
    expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining('nowhere.yaml')])
  })
})
