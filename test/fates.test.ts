import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reportChanges } from '../src/changes/changes.ts'
import { matchDeals } from '../src/changes/match.ts'
import { fatesOf, fateWords } from '../src/deal.ts'
import { parseDeal, parseVocabularies } from '../src/read/parse.ts'
import { reportDeal } from '../src/report/deal-report.ts'
import type { DealReport } from '../src/report/report.ts'
import { root } from './terminal.ts'

/** What became of a commitment is told beside it, and moves nothing. */

const read = (name: string): string => readFileSync(`${root}/deals/${name}`, 'utf8')
const words = parseVocabularies([{ path: 'vocabulary.yaml', text: read('vocabulary.yaml') }])
const names = readdirSync(`${root}/deals`).filter((f) => f.endsWith('.yaml') && f !== 'vocabulary.yaml')

const parsed = (path: string, text: string) => parseDeal({ path, text }, words)
function deal(path: string, text: string) {
  const found = parsed(path, text)
  expect(found.diagnostics.filter((d) => d.severity === 'error')).toEqual([])
  if (!found.deal) throw new Error(`${path} was not read`)
  return found.deal
}
/** A file without its fates, and the sources that they alone name. */
function withoutFates(path: string, text: string): string {
  const aside = new Set([...deal(path, text).sources.values()].filter((s) => s.aside).map((s) => s.id))
  const lines = text.replace(/^fates:\n(?:[ #\n].*\n|\n)*/m, '').split('\n')
  const out: string[] = []
  let dropping = false
  for (const line of lines) {
    const key = /^ {2}([\w.-]+):/.exec(line)?.[1]
    if (key !== undefined || /^\S/.test(line)) dropping = key !== undefined && aside.has(key)
    if (!dropping) out.push(line)
  }
  return out.join('\n')
}
/** Everything but fates, the sources that they alone name, and where things stand. */
const bare = ({ sources, terms, ...rest }: DealReport): unknown =>
  JSON.parse(
    JSON.stringify(
      {
        ...rest,
        sources: sources.filter((s) => !s.aside),
        terms,
      },
      (key, value: unknown) => (key === 'place' || key === 'fates' ? undefined : value),
    ),
  )

const added = (term: string, fate: string, day: string, source: string | null): string =>
  `  - { term: ${term}, fate: ${source === null ? 'unknown' : fate}, date: ${day}${source === null ? '' : `, source: ${source}`} }\n`

describe('no verdict rests on a fate', () => {
  it.each(names)('of %s: any fates added, the report is the same but for them, as of any day', (name) => {
    const text = withoutFates(name, read(name))
    const plain = deal(name, text)
    const later = `  court-2027:\n    by: A court\n    date: 2027-01-05\n  us-2027:\n    party: ${plain.parties[0]?.id}\n    by: A minister\n    kind: text\n    date: 2027-02-05\n`
    const sourced = text.replace(/^sources:\n/m, `sources:\n${later}`)
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            term: fc.constantFrom(...plain.terms.keys()),
            fate: fc.constantFrom(...fateWords),
            day: fc.constantFrom('2025-05-20', '2025-11', '2026-02-20'),
            source: fc.constantFrom(null, 'court-2027', 'us-2027'),
          }),
          { minLength: 1, maxLength: 5 },
        ),
        fc.constantFrom(null, '2025-06-12', '2025-11-10', '2027-12-31'),
        (fates, asOf) => {
          const more = fates.map((f) => added(f.term, f.fate, f.day, f.source)).join('')
          // A source that nobody names is a statement: both that are added are named by a fate.
          const named = ['court-2027', 'us-2027'].map((s) =>
            added([...plain.terms.keys()][0] ?? '', 'lapsed', '2027-01', s),
          )
          const edited = deal(name, `${sourced.trimEnd()}\nfates:\n${more}${named.join('')}`)
          expect(bare(reportDeal(edited, asOf))).toEqual(bare(reportDeal(plain, asOf)))
        },
      ),
      { seed: 4, numRuns: 5 },
    )
  })
})

const small = (fates: string): string => `deal: rice
parties: { us: United States, china: China }
sources:
  us-june: { party: us, by: A minister, date: 2025-06-11 }
  china-june: { party: china, by: A minister, date: 2025-06-12 }
  gazette: { by: A gazette, date: 2025-09-01 }
  us-august: { party: us, by: A minister, date: 2025-08-30 }
terms: { purchase: { title: China buys rice, obligor: china } }
announced:
  us: { purchase: { act: buy, source: us-june } }
  china: { purchase: { silent: all } }
${fates}`
const fate = (keys: string): string => small(`fates:\n  - { term: purchase, ${keys} }\n`)

describe('reading', () => {
  it('keeps each with its words, day, part and place', () => {
    const [found] = deal(
      'rice.yaml',
      fate('fate: lapsed, date: 2025-08, says: "its time ran out", source: gazette'),
    ).fates
    expect(found).toMatchObject({
      term: 'purchase',
      part: null,
      fate: 'lapsed',
      date: '2025-08',
      day: '2025-08-31',
      deal: null,
      says: 'its time ran out',
      source: { id: 'gazette' },
      place: { line: 13 },
    })
  })

  it.each([
    ['fate: lapsed, date: 2025-08', 'fate-without-source', 'lapsed'],
    ['fate: kept, date: 2025-08, source: gazette', 'unknown-word', 'kept'],
    ['fate: lapsed, source: gazette', 'missing-key', 'date'],
    ['fate: lapsed, date: August, source: gazette', 'bad-date', 'August'],
    ['fate: lapsed, date: 2025-08, source: gazete', 'unknown-source', 'gazete'],
    ['fate: renewed, date: 2025-08, deal: rice, source: gazette', 'bad-value', 'rice'],
    ['fate: lapsed, date: 2025-08, source: gazette, party: us', 'unknown-key', 'party'],
  ])('refuses { %s }', (keys, rule, named) => {
    const errors = parsed('rice.yaml', fate(keys)).diagnostics.filter((d) => d.severity === 'error')
    expect(errors.map((d) => d.rule)).toEqual([rule])
    expect(errors[0]?.message).toContain(named)
  })

  it('takes an unknown one without a source', () => {
    expect(deal('rice.yaml', fate('fate: unknown, date: 2025-12-31')).fates).toHaveLength(1)
  })

  it('counts a statement that only a fate names as none', () => {
    const { sources } = deal('rice.yaml', fate('fate: performed, date: 2025-08-30, source: us-august'))
    expect([...sources.values()].filter((s) => s.aside).map((s) => s.id)).toEqual(['us-august'])
    const said = small('').replace('source: us-june', 'source: us-august')
    const both = `${said}fates: [{ term: purchase, fate: performed, date: 2025-08-30, source: us-august }]\n`
    expect([...deal('rice.yaml', both).sources.values()].filter((s) => s.aside)).toEqual([])
  })
})

describe('what is known as of a day', () => {
  const two = deal(
    'rice.yaml',
    small(`fates:
  - { term: purchase, fate: unknown, date: 2025-12-31 }
  - { term: purchase, fate: performed, date: 2025-08-20, source: gazette }
`),
  )
  it.each([
    [null, ['performed', 'unknown']],
    ['2025-12-31', ['performed', 'unknown']],
    ['2025-12-30', ['performed']],
    ['2025-09-01', ['performed']],
    // It had happened; nobody had said so.
    ['2025-08-25', []],
  ])('as of %s: %j', (asOf, expected) => {
    expect(fatesOf(two, 'purchase', asOf).map((f) => f.fate)).toEqual(expected)
  })
})

describe('an edit', () => {
  const revised = (text: string) => ({
    path: 'rice.yaml',
    where: 'rice.yaml',
    parsed: parsed('rice.yaml', text),
    words,
  })
  const changes = (before: string, after: string) =>
    reportChanges(
      {
        base: { revision: 'base', commit: null },
        head: { revision: null, commit: null },
        pairs: matchDeals([revised(before)], [revised(after)]),
        same: 0,
      },
      null,
    ).deals.flatMap((d) => d.terms)
  const lapsed = fate('fate: lapsed, date: 2025-08, source: gazette')

  it('that adds one is shown, and is the cause of nothing', () => {
    const [term, ...rest] = changes(small(''), lapsed)
    expect(rest).toEqual([])
    expect(term).toMatchObject({ state: 'edited', became: [], causes: [] })
    expect(term?.entries).toMatchObject([
      {
        kind: 'fate',
        state: 'added',
        source: 'gazette',
        date: '2025-08',
        facets: [{ field: 'fate', after: 'lapsed' }],
      },
    ])
  })

  it('of one is told key by key, and word by word', () => {
    const [term] = changes(lapsed, fate('fate: renewed, date: 2025-08, says: "for a year", source: gazette'))
    expect(term?.entries).toMatchObject([
      {
        kind: 'fate',
        state: 'edited',
        facets: [{ field: 'fate', before: 'lapsed', after: 'renewed' }],
        says: [{ text: 'for a year', only: 'after' }],
      },
    ])
  })

  it('that takes one out is told', () => {
    expect(changes(lapsed, small(''))[0]?.entries).toMatchObject([{ kind: 'fate', state: 'removed' }])
  })
})
