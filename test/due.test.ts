import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import stringWidth from 'string-width'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import type { Claim, Deal } from '../src/deal.ts'
import { reportDue } from '../src/due/due.ts'
import { sidesOf } from '../src/due/sides.ts'
import { DUE } from '../src/formats/alerts/due.ts'
import { catalogue } from '../src/formats/sarif/catalogue.ts'
import { reportSchema } from '../src/report/report-schema.ts'
import type { DueItem, DueReport, DueSide } from '../src/report/due-report.ts'
import { parseDeal, parseVocabularies } from '../src/read/parse.ts'
import { runs } from './laws/claims.ts'
import { ordinaryWords } from './small-deal.ts'
import { dealdiff, root } from './terminal.ts'

const vocabulary = parseVocabularies([{ path: 'vocabulary.yaml', text: ordinaryWords }])

/** What one side says, on a day, of one of the terms. */
interface Said {
  readonly party: string
  readonly term: string
  readonly day: string
  readonly kind: string
  /** The inside of a claim. */
  readonly says: string
}
interface Written {
  readonly deal?: string
  readonly parties?: readonly string[]
  readonly terms?: Readonly<Record<string, string>>
  readonly said: readonly Said[]
  readonly fates?: readonly string[]
  readonly press?: readonly string[]
}

const sourceOf = (all: readonly Said[], i: number): string => {
  const { party, day } = all[i] as Said
  return `${party}-${day}-${i}`
}

function textOf({ deal = 'small', parties = ['us', 'china'], said, ...rest }: Written): string {
  const terms = rest.terms ?? Object.fromEntries(said.map((s) => [s.term, 'obligor: china']))
  const lines = [
    `deal: ${deal}`,
    'parties:',
    ...parties.map((p) => `  ${p}: ${p === 'us' ? 'US' : p.charAt(0).toUpperCase() + p.slice(1)}`),
    'sources:',
    '  first: { party: us, by: somebody, kind: spokesperson, date: 2025-01-01 }',
    ...said.map(
      (s, i) => `  ${sourceOf(said, i)}: { party: ${s.party}, by: B${i}, kind: ${s.kind}, date: ${s.day} }`,
    ),
    ...(rest.press ?? []).map((p) => `  ${p}`),
    'terms:',
    ...Object.entries(terms).map(([id, keys]) => `  ${id}: { title: Title of ${id}, ${keys} }`),
    'announced:',
  ]
  for (const party of parties) {
    const own = said.map((s, i) => ({ ...s, i })).filter((s) => s.party === party)
    if (own.length === 0) continue
    lines.push(`  ${party}:`)
    for (const term of Object.keys(terms)) {
      const of = own.filter((s) => s.term === term)
      if (of.length > 0) lines.push(`    ${term}:`)
      for (const s of of) lines.push(`      - { ${s.says}, source: ${sourceOf(said, s.i)} }`)
    }
  }
  if (lines.at(-1) === 'announced:') lines.pop()
  if (rest.fates && rest.fates.length > 0) lines.push('fates:', ...rest.fates.map((f) => `  - { ${f} }`))
  return `${lines.join('\n')}\n`
}

function dealOf(written: Written): Deal {
  const text = textOf(written)
  const { deal, diagnostics } = parseDeal({ path: `${written.deal ?? 'small'}.yaml`, text }, vocabulary)
  if (!deal) throw new Error(`${diagnostics.map((d) => `${d.rule}: ${d.message}`).join('\n')}\n${text}`)
  return deal
}

const dueOf = (written: Written, asOf: string | null = null, within: number | null = null): DueReport =>
  reportDue([dealOf(written)], { asOf, within })

const us = (says: string, day = '2025-06-11', kind = 'document', term = 't'): Said => ({
  party: 'us',
  term,
  day,
  kind,
  says,
})
const china = (says: string, day = '2025-06-11', kind = 'document', term = 't'): Said => ({
  ...us(says, day, kind, term),
  party: 'china',
})

/** `2026-11-10 end us names, china no-date`: an item in a line. */
const inLine = (i: DueItem): string =>
  `${i.day}${i.until === i.day ? '' : `..${i.until}`} ${i.kind}${i.part === null ? '' : ` [${i.part}]`}: ${i.sides.map((s) => `${s.party} ${s.state}`).join(', ')}`
// What a generated claim can say of time, with the days that it may be shown under.
const times = [
  ['end: 2026-11-10', ['2026-11-10']],
  ['end: through 2026-11-09', ['2026-11-09']],
  ['end: "2026-11-10 00:01 -05:00"', ['2026-11-10']],
  ['end: 2026-11', ['2026-11-30']],
  ['end: 2027', ['2027-12-31']],
  ['end: 90 days from 2025-05-14', ['2025-08-12']],
  ['start: 2025-11-10, duration: 1 year', ['2026-11-10']],
  ['duration: 1 year', []],
  ['end: permanent', []],
  ['end: open', []],
  ['end: 30 days from us acts', []],
  ['end: not before 2026-01-01', []],
  ['deadline: 2025-12-31', ['2025-12-31']],
  ['deadline: by 2026-02', ['2026-02-28']],
  ['deadline: 2026-02-28, end: 2026-11-10', ['2026-02-28', '2026-11-10']],
  [
    'act: buy, value: at least 25 Mt, period: each of 2026 to 2028',
    ['2026-12-31', '2027-12-31', '2028-12-31'],
  ],
  ['act: buy, value: 12 Mt, period: 2025-11 to 2025-12', ['2025-12-31']],
  ['act: buy, value: 12 Mt, period: 2025-Q4, deadline: 2025-12-31', ['2025-12-31']],
  ['act: suspend', []],
  ['act: not supply, end: 2026-11-10', ['2026-11-10']],
  ['stance: no commitment, end: 2026-11-10', ['2026-11-10']],
  ['nature: position, end: 2026-11-10', ['2026-11-10']],
] as const

const day = fc.constantFrom(
  '2025-05-12',
  '2025-06-11',
  '2025-11-01',
  '2025-12-03',
  '2026-11-10',
  '2027-01-05',
)
const said = fc.record({
  party: fc.constantFrom('us', 'china', 'japan'),
  term: fc.constantFrom('t', 'u'),
  day,
  kind: fc.constantFrom('text', 'document', 'minister'),
  says: fc
    .record({
      time: fc.constantFrom(...times.map(([t]) => t)),
      part: fc.constantFrom('', 'part: a, ', 'part: b, '),
      after: fc.constantFrom('', ', supersedes: true'),
    })
    .map(({ time, part, after }) => `${part}${time}${after}`),
})
const fate = fc
  .record({
    term: fc.constantFrom('t', 'u'),
    fate: fc.constantFrom('performed', 'renewed', 'voided', 'unknown'),
    date: day,
    source: fc.constantFrom('press-1', 'press-2'),
  })
  .map((f) => `term: ${f.term}, fate: ${f.fate}, date: ${f.date}, source: ${f.source}`)
const press = [
  'press-1: { by: Paper, kind: press, date: 2025-11-15 }',
  'press-2: { by: Paper, kind: press, date: 2026-12-15 }',
]
const written = fc
  .record({ said: fc.array(said, { minLength: 1, maxLength: 7 }), fates: fc.array(fate, { maxLength: 3 }) })
  .map((w): Written => ({
    ...w,
    press,
    parties: ['us', 'china', 'japan'],
    terms: { t: 'obligor: china', u: 'obligor: [us, china]' },
  }))
  // One deal in which a part is claimed with and without another's scope may be refused; those are no deals.
  .filter((w) => parseDeal({ path: 'small.yaml', text: textOf(w) }, vocabulary).deal !== null)
const asOf = fc.constantFrom(
  '2025-05-31',
  '2025-11-20',
  '2025-12-31',
  '2026-11-09',
  '2026-11-10',
  '2027-06-01',
)

const sorted = (sides: readonly DueSide[]): DueSide[] =>
  [...sides].sort((a, b) => (a.party < b.party ? -1 : 1))
/** Without where it stands, which an edit elsewhere moves. */
const placeless = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, v: unknown) => (key === 'place' ? undefined : v)))

describe('laws', () => {
  it('every date shown stands in a claim in force, and is a day of what it says', () => {
    fc.assert(
      fc.property(written, asOf, (w, on) => {
        const deal = dealOf(w)
        for (const item of reportDue([deal], { asOf: on, within: null }).items)
          for (const side of item.sides)
            for (const date of side.dates) {
              const claims = (deal.histories.get(item.term)?.get(side.party) ?? []) as Claim[]
              const claim = claims.find((c) => c.source.id === date.source) as Claim
              expect(claim.source.day <= on).toBe(true)
              expect(claim.nature).toBe('commitment')
              expect(claim.stated.map((s) => s.place)).toContainEqual(date.place)
              const later = claims.find(
                (c) => c.supersedes && c.part === claim.part && c.source.day > claim.source.day,
              )
              expect(later !== undefined && later.source.day <= on).toBe(false)
              const [, i] = /-(\d+)$/.exec(date.source) ?? []
              const own = (w.said[Number(i)] as Said).says
              const days = times.filter(([t]) => own.includes(t)).flatMap(([, d]) => d as readonly string[])
              expect(days).toContain(date.day)
            }
      }),
      runs(400),
    )
  })

  it('shows every date of a version that promises, and what has none, once as undated', () => {
    fc.assert(
      fc.property(written, asOf, (w, on) => {
        const deal = dealOf(w)
        const { items, undated } = reportDue([deal], { asOf: on, within: null })
        for (const term of deal.terms.values()) {
          const own = items.filter((i) => i.term === term.id)
          for (const { party, parts } of sidesOf(deal, term, on))
            for (const part of parts) {
              for (const { date } of part.dates) {
                const shown = own.flatMap((i) =>
                  i.sides.filter((s) => s.party === party && s.state === 'names').flatMap((s) => s.dates),
                )
                expect(shown).toContainEqual(date)
              }
              const without = undated.filter((u) => u.term === term.id && u.part === part.name)
              expect(without.length).toBeLessThanOrEqual(1)
              if (own.length === 0 && part.promises) expect(without[0]?.parties).toContain(party)
            }
        }
      }),
      runs(400),
    )
  })

  it('as of a day is the same as without what was said later', () => {
    fc.assert(
      fc.property(written, asOf, (w, on) => {
        const keep = w.said.map((s) => s.day <= on)
        // The statements keep their names: what is deleted leaves a gap, not another numbering.
        const full = dealOf(w)
        const text = textOf(w)
          .split('\n')
          .filter((line) => !keep.some((k, i) => !k && line.includes(`${sourceOf(w.said, i)}`)))
          .filter((line) => !/fate: /.test(line) || !/press-2/.test(line) || on >= '2026-12-15')
          .filter((line) => !/fate: /.test(line) || !/press-1/.test(line) || on >= '2025-11-15')
          .filter((line, i, all) => !/^ {4}[tu]:$/.test(line) || /^ {6}/.test(all[i + 1] ?? ''))
          .filter((line, i, all) => !/^ {2}(us|china|japan):$/.test(line) || /^ {4}/.test(all[i + 1] ?? ''))
          .filter((line, i, all) => !/^(announced|fates):$/.test(line) || /^ {2}/.test(all[i + 1] ?? ''))
          .join('\n')
        const cut = parseDeal({ path: 'small.yaml', text }, vocabulary).deal as Deal
        const of = (deal: Deal): unknown => placeless(reportDue([deal], { asOf: on, within: null }))
        expect(of(full)).toEqual(of(cut))
      }),
      runs(400),
    )
  })

  it('neither the order of the files nor that of the parties changes more than the order of the sides', () => {
    fc.assert(
      fc.property(written, written, asOf, (a, b, on) => {
        const [x, y] = [dealOf({ ...a, deal: 'one' }), dealOf({ ...b, deal: 'two' })]
        const of = (deals: readonly Deal[]): DueReport => reportDue(deals, { asOf: on, within: null })
        expect(of([x, y])).toEqual(of([y, x]))
        const turned = dealOf({ ...a, deal: 'one', parties: (a.parties ?? []).toReversed() })
        const plain = (deal: Deal): unknown =>
          placeless(
            of([deal]).items.map(({ returns, ...i }) => ({
              ...i,
              sides: sorted(i.sides),
              returns: returns.flatMap((r) => r.parties).sort(),
            })),
          )
        const order = (items: unknown): string[] => (items as object[]).map((i) => JSON.stringify(i)).sort()
        expect(order(plain(turned))).toEqual(order(plain(x)))
      }),
      runs(300),
    )
  })

  it('--within only filters, and what is left out is counted', () => {
    fc.assert(
      fc.property(written, asOf, fc.integer({ min: 0, max: 500 }), (w, on, within) => {
        const deal = dealOf(w)
        const all = reportDue([deal], { asOf: on, within: null })
        const near = reportDue([deal], { asOf: on, within })
        const off = (d: string): number => Math.abs(Date.parse(d) - Date.parse(on)) / 86_400_000
        const expected = all.items.filter(
          (i) => (i.day <= on && on <= i.until) || off(i.day) <= within || off(i.until) <= within,
        )
        expect(near.items).toEqual(expected)
        expect(near.summary.left).toBe(all.items.length - near.items.length)
        expect(near.undated).toEqual(all.undated)
      }),
      runs(300),
    )
  })

  it('what is ahead and what has passed are all there is, by date', () => {
    fc.assert(
      fc.property(written, asOf, (w, on) => {
        const { items, summary } = reportDue([dealOf(w)], { asOf: on, within: null })
        expect(summary.ahead + summary.passed).toBe(items.length)
        for (const i of items) {
          const named = i.sides.filter((s) => s.state === 'names').flatMap((s) => s.dates.map((d) => d.day))
          expect(i.state).toBe(named.every((d) => d < on) ? 'passed' : 'ahead')
          expect([named.toSorted()[0], named.toSorted().at(-1)]).toEqual([i.day, i.until])
          expect(i.all).toBe(i.sides.every((s) => s.state === 'names'))
          if (i.state === 'passed') expect(i.fate).not.toBeNull()
        }
        expect(items.map((i) => i.day)).toEqual(items.map((i) => i.day).toSorted())
        expect(summary.unknown).toBe(items.filter((i) => i.state === 'passed' && i.fate === 'unknown').length)
      }),
      runs(300),
    )
  })

  describe('the clock on the wall', () => {
    const zone = process.env.TZ
    afterEach(() => {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    })
    it('changes nothing', () => {
      const made = (tz: string): string => {
        process.env.TZ = tz
        const all = times.map(([t], i) => us(t, '2025-06-11', 'document', `t${i}`))
        return JSON.stringify(dueOf({ said: all }, '2026-01-01'))
      }
      expect(
        new Set(['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kathmandu'].map(made)).size,
      ).toBe(1)
    })
  })
})

describe('what both named', () => {
  it('is one date where the days are neighbours, each shown as it was said', () => {
    const [item] = dueOf({
      said: [us('end: "2026-11-10 00:01 -05:00"'), china('end: through 2026-11-09')],
    }).items
    expect(item && inLine(item)).toBe('2026-11-09..2026-11-10 end: us names, china names')
    expect(item?.all).toBe(true)
    expect(item?.sides.map((s) => s.dates.map((d) => d.text))).toEqual([
      ['2026-11-10 00:01 -05:00'],
      ['through 2026-11-09'],
    ])
  })

  it('is not where they are further apart: then each names another', () => {
    const { items } = dueOf({ said: [us('end: 2026-11-10'), china('end: 2026-11-27')] })
    expect(items.map(inLine)).toEqual([
      '2026-11-10 end: us names, china another',
      '2026-11-27 end: us another, china names',
    ])
    expect(items[0]?.sides[1]?.dates.map((d) => d.day)).toEqual(['2026-11-27'])
  })

  const table: readonly (readonly [what: string, said: readonly Said[], expected: readonly string[]])[] = [
    ['one side alone', [us('end: 2026-11-10')], ['2026-11-10 end: us names, china silent']],
    [
      'the other without a date',
      [us('end: 2026-11-10'), china('act: suspend')],
      ['2026-11-10 end: us names, china no-date'],
    ],
    [
      'the other for good',
      [us('end: 2026-11-10'), china('end: permanent')],
      ['2026-11-10 end: us names, china permanent'],
    ],
    [
      'the other on an event',
      [us('end: 2026-11-10'), china('end: 30 days from us acts')],
      ['2026-11-10 end: us names, china event'],
    ],
    [
      'the other denies it',
      [us('end: 2026-11-10'), china('act: not suspend, end: 2026-11-10')],
      ['2026-11-10 end: us names, china no-commitment'],
    ],
    [
      'a deadline is no end',
      [us('deadline: 2026-11-10'), china('end: 2026-11-10')],
      ['2026-11-10 deadline: us names, china no-date', '2026-11-10 end: us no-date, china names'],
    ],
    [
      'a deadline and the time of a figure, which tells more',
      [us('deadline: 2026-12-31'), china('act: buy, value: 5 Mt, period: 2026')],
      ['2026-12-31 period: us names, china names'],
    ],
    [
      'a month that is a deadline lasts until its end',
      [us('deadline: 2026-01'), china('deadline: 2025-12-31')],
      ['2025-12-31 deadline: us another, china names', '2026-01-31 deadline: us names, china another'],
    ],
    [
      'the year and a day in it are one end',
      [us('end: 2026'), china('end: 2026-03-01')],
      ['2026-03-01..2026-12-31 end: us names, china names'],
    ],
    [
      '90 days and 3 months from other starts are two dates',
      [us('start: 2025-05-14, duration: 90 days'), china('start: 2025-10-01, duration: 3 months')],
      ['2025-08-12 end: us names, china another', '2026-01-01 end: us another, china names'],
    ],
    [
      'of three days in a row, the first two',
      [us('end: 2026-11-09'), china('end: 2026-11-10'), { ...us('end: 2026-11-11'), party: 'japan' }],
      [
        '2026-11-09..2026-11-10 end: us names, china names, japan another',
        '2026-11-11 end: us another, china another, japan names',
      ],
    ],
    [
      'each year that both name, and one that only one does',
      [
        us('act: buy, value: 25 Mt, period: each of 2026 to 2027'),
        china('act: buy, value: 20 Mt, period: 2026'),
      ],
      ['2026-12-31 period: us names, china names', '2027-12-31 period: us names, china another'],
    ],
    [
      'the whole of one side against the pieces of the other',
      [us('end: 2026-11-10'), china('part: a, end: 2026-11-10'), china('part: b, act: suspend')],
      ['2026-11-10 end [a]: us names, china names', '2026-11-10 end [b]: us names, china no-date'],
    ],
    [
      'the whole of one side, of which the other dates no piece',
      [us('end: 2026-11-10'), china('part: a, act: suspend'), china('part: b, act: suspend')],
      ['2026-11-10 end: us names, china no-date'],
    ],
    [
      'two pieces of two names never meet',
      [us('part: a, end: 2026-11-10'), china('part: b, end: 2026-11-10')],
      ['2026-11-10 end [a]: us names, china silent', '2026-11-10 end [b]: us silent, china names'],
    ],
  ]
  it.each(table)('%s', (_, all, expected) => {
    const parties = [...new Set(['us', 'china', ...all.map((s) => s.party)])]
    expect(dueOf({ said: all, parties }).items.map(inLine)).toEqual(expected)
  })
})

describe('the day', () => {
  it.each([
    ['"2025-12-31 22:00 -05:00"', '2025-12-31'],
    ['"2026-01-01 03:00 +08:00"', '2026-01-01'],
    ['"by 2026-01-01 03:00 +08:00"', '2026-01-01'],
    ['2026-11-10 +14:00', '2026-11-10'],
    ['"2025-11-10 00:01 -05:00 to 2026-11-10 00:01 -05:00"', '2026-11-10'],
    ['through 2026-02-28', '2026-02-28'],
    ['2024-02-29', '2024-02-29'],
    ['2026-Q1', '2026-03-31'],
    ['scheme ends', '2028-12-31'],
    ['2 years from scheme ends', '2030-12-31'],
  ])('of "end: %s" is %s', (text, expected) => {
    expect(dueOf({ said: [us(`end: ${text}`)] }).items.map((i) => i.day)).toEqual([expected])
  })

  it('parts ahead from passed, and is itself ahead', () => {
    const on = (asOf: string): string[] =>
      dueOf({ said: [us('end: 2026-11-10'), china('end: 2026-11-09')] }, asOf).items.map(
        (i) => `${i.state} ${i.days}`,
      )
    expect(on('2026-11-08')).toEqual(['ahead 1'])
    expect(on('2026-11-10')).toEqual(['ahead -1'])
    expect(on('2026-11-11')).toEqual(['passed -1'])
  })

  it('is that of the last statement where none is asked for, of whoever says what became of it too', () => {
    const said = [us('end: 2025-08-12')]
    expect(dueOf({ said }).day).toBe('2025-06-11')
    const fates = ['term: t, fate: voided, date: 2025-11-15, source: press-1']
    expect(dueOf({ said, fates, press }).day).toBe('2025-11-15')
  })

  it('of what was never said is none', () => {
    const bare = dealOf({ said: [us('end: 2026-11-10')] })
    const none = reportDue([{ ...bare, sources: new Map(), histories: new Map() }], { asOf: null, within: 9 })
    expect(none).toMatchObject({ day: null, items: [], undated: [] })
  })
})

describe('a date that moved', () => {
  const all = [
    us('act: buy, deadline: 2026-01', '2025-10-30', 'minister'),
    us('act: buy, value: at least 12 Mt, period: 2025-11 to 2025-12, deadline: 2025-12-31', '2025-11-01'),
    us('act: buy, deadline: 2026-02-28', '2025-12-03', 'minister'),
  ]
  it('counts as the version has it, and says what else was said', () => {
    const [item, ...more] = dueOf({ said: all }).items
    expect(more).toEqual([])
    expect(item).toMatchObject({
      day: '2025-12-31',
      kind: 'deadline',
      sentence: 'At least 12 Mt must have been bought by 2025-12-31.',
    })
    expect(item?.sides[0]?.dates[0]?.moved.map((m) => `${m.when} ${m.day} ${m.text}`)).toEqual([
      'before 2026-01-31 2026-01',
      'later 2026-02-28 2026-02-28',
    ])
  })
  it('has not moved yet as of a day before', () => {
    expect(dueOf({ said: all }, '2025-11-20').items[0]?.sides[0]?.dates[0]?.moved).toHaveLength(1)
  })
  it('is told of one that was superseded, and not of one said again', () => {
    const [item] = dueOf({
      said: [
        us('end: 2025-08-12', '2025-05-12'),
        us('end: 2025-11-10', '2025-08-11'),
        us('end: 2025-11-10, supersedes: true', '2025-08-12'),
      ],
    }).items
    expect(item?.sides[0]?.dates[0]?.moved.map((m) => m.day)).toEqual(['2025-08-12'])
  })
})

describe('what is due', () => {
  it.each([
    ['end: 2026-11-10', 'It stops holding on 2026-11-10.'],
    ['end: "2026-11-10 00:01 -05:00"', 'It stops holding on 2026-11-10 at 00:01 -05:00.'],
    ['end: through 2026-11-09', 'It holds through 2026-11-09.'],
    ['end: 2026-11', 'It stops holding by 2026-11-30.'],
    ['act: remove, deadline: 2025-05-14', 'It must be done by 2025-05-14.'],
    ['act: remove, stance: may, deadline: 2025-05-14', 'It may be done by 2025-05-14.'],
    ['act: remove, stance: shall not, deadline: 2025-05-14', 'It must not be done by 2025-05-14.'],
    ['act: buy, value: at least 25 Mt, period: 2026', 'At least 25 Mt must have been bought in 2026.'],
    ['act: buy, value: up to 25 Mt, period: 2026', 'Up to 25 Mt may be bought in 2026.'],
    ['value: 550 bn USD, deadline: 2029-01-19', '550 bn USD is due by 2029-01-19.'],
    ['act: sell, value: some, period: 2026-Q4', 'Some must have been sold in 2026-Q4.'],
    ['value: 10%, period: 2026', '10% is promised in 2026, and nothing beyond.'],
  ])('%s', (says, sentence) => {
    expect(dueOf({ said: [us(says)] }).items.map((i) => i.sentence)).toEqual([sentence])
  })

  it.each([
    'nature: position, end: 2026-11-10',
    'nature: demand, deadline: 2026-11-10',
    'act: not supply, end: 2026-11-10',
    'value: no, deadline: 2026-11-10',
    'stance: no commitment, act: supply, end: 2026-11-10',
  ])('is not: %s', (says) => {
    const due = dueOf({ said: [us(says)] })
    expect([due.items, due.undated]).toEqual([[], []])
  })

  it('is not what only the term assumes', () => {
    const terms = { t: 'assume: { end: 2026-11-10 }' }
    const due = dueOf({ said: [us('act: suspend')], terms })
    expect([due.items.length, due.undated.length]).toEqual([0, 1])
  })

  it('has no date on an event, when open, for good, or unsaid, and is counted so', () => {
    const why = (says: string): string[] => dueOf({ said: [us(says)] }).undated.map((u) => u.why)
    expect(why('end: 30 days from us acts')).toEqual(['event'])
    expect(why('duration: 1 year')).toEqual(['event'])
    expect(why('end: open')).toEqual(['open'])
    expect(why('end: not before 2026-01-01')).toEqual(['open'])
    expect(why('end: permanent')).toEqual(['permanent'])
    expect(why('act: suspend')).toEqual(['no-date'])
  })
})

describe('what returns', () => {
  const returns = (said: readonly Said[]): string[] =>
    dueOf({ said }).items.flatMap((i) =>
      i.returns.map((r) => `${r.parties.join('+')}: ${r.text}${r.inferred ? ' (inferred)' : ''}`),
    )
  it('is what was said, by the highest of those who said so', () => {
    const said = [
      us('act: suspend, end: 2026-11-10'),
      us('act: suspend, returns: "the old rate"', '2025-06-01', 'minister'),
      us('act: suspend, returns: "34% returns"', '2025-06-01', 'leader'),
    ]
    expect(returns(said)).toEqual(['us: 34% returns'])
  })
  it('is inferred of what is suspended, of nothing else, and only by who names the end', () => {
    const inferred = 'what is suspended comes back, unless it is renewed (inferred)'
    expect(returns([us('act: suspend, end: 2026-11-10')])).toEqual([`us: ${inferred}`])
    expect(returns([us('act: remove, end: 2026-11-10'), china('act: suspend')])).toEqual([])
    expect(returns([us('act: suspend, deadline: 2026-11-10')])).toEqual([])
  })
})

describe('what became of it', () => {
  const ended = us('end: 2025-08-12')
  const fateOf = (
    fates: readonly string[],
    asOf: string | null = null,
    said: readonly Said[] = [ended],
  ): string[] =>
    dueOf({ said, fates, press }, asOf).items.map((i) => `${i.state} ${i.fate} ${i.fates.length}`)
  it('is unknown where nothing is on record, and is known only once it is said', () => {
    expect(fateOf([], '2025-09-01')).toEqual(['passed unknown 0'])
    const renewed = 'term: t, fate: renewed, date: 2025-07-28, source: press-1'
    expect(fateOf([renewed], '2025-11-14')).toEqual(['passed unknown 0'])
    expect(fateOf([renewed], '2025-11-15')).toEqual(['passed renewed 1'])
  })
  it('can be known before its day', () => {
    expect(fateOf(['term: t, fate: voided, date: 2025-07-01, source: press-1'], '2025-08-01')).toEqual([
      'ahead null 0',
    ])
    const early = { said: [us('end: 2026-08-12')], press }
    const voided = ['term: t, fate: voided, date: 2025-11-01, source: press-1']
    expect(dueOf({ ...early, fates: voided }).items[0]).toMatchObject({ state: 'ahead', fate: 'voided' })
  })
  it('of the beginning is not that of the end, nor is what came after a deadline that of the deadline', () => {
    const of = (said: Said, fate: string): string | null | undefined =>
      dueOf({ said: [said], fates: [`term: t, fate: ${fate}, source: press-2`], press }, '2027-01-01')
        .items[0]?.fate
    expect(of(ended, 'performed, date: 2025-06-12')).toBe('unknown')
    expect(of(ended, 'renewed, date: 2025-08-14')).toBe('renewed')
    expect(of(ended, 'voided, date: 2026-02-20')).toBe('unknown')
    const deadline = us('act: buy, deadline: 2025-12-31')
    expect(of(deadline, 'performed, date: 2026-01-20')).toBe('performed')
    expect(of(deadline, 'voided, date: 2025-12-01')).toBe('voided')
    expect(of(deadline, 'voided, date: 2026-02-20')).toBe('unknown')
  })
  it('of a piece does not settle the whole', () => {
    const said = [us('part: a, act: suspend'), china('end: 2025-08-12')]
    const fates = ['term: t, part: a, fate: voided, date: 2025-07-28, source: press-1']
    expect(fateOf(fates, '2026-01-01', said)).toEqual(['passed unknown 1'])
  })
  it('of one of several years is not that of the others', () => {
    const said = [us('act: buy, value: 25 Mt, period: each of 2026 to 2028')]
    const later = ['press-3: { by: Paper, kind: press, date: 2029-02-01 }']
    const of = (f: string): (string | null)[] =>
      dueOf({ said, fates: [`term: t, ${f}, source: press-3`], press: later }, '2029-03-01').items.map(
        (i) => i.fate,
      )
    expect(of('fate: performed, date: 2027-01-15')).toEqual(['performed', 'unknown', 'unknown'])
    expect(of('fate: performed, date: 2026-06-01')).toEqual(['performed', 'unknown', 'unknown'])
    expect(of('fate: voided, date: 2027-06-01')).toEqual(['unknown', 'voided', 'voided'])
  })
})

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'due-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'vocabulary.yaml'), ordinaryWords)
  const place = { cwd: folder, shipped: folder }
  const file = (name: string, w: Omit<Written, 'deal'>): string => {
    writeFileSync(join(folder, `${name}.yaml`), textOf({ ...w, deal: name }))
    return `${name}.yaml`
  }
  const fates = ['term: t, fate: renewed, date: 2025-07-28, source: press-1']
  file('both', { said: [us('end: 2026-11-10'), us('end: 2025-08-12', '2025-06-11', 'document', 'u')] })
  file('ahead', { said: [us('end: 2026-11-10')] })
  file('known', { said: [us('end: 2025-08-12')], fates, press })

  it.each([
    [['both', '--as-of', '2026-01-01'], 0],
    [['both', '--as-of', '2026-01-01', '--fail-on', 'ahead'], 1],
    [['both', '--as-of', '2026-01-01', '--fail-on', 'unknown'], 1],
    [['both', '--as-of', '2027-01-01', '--fail-on', 'ahead'], 0],
    [['both', '--as-of', '2025-06-11', '--fail-on', 'unknown'], 0],
    [['both', '--as-of', '2026-01-01', '--within', '30d', '--fail-on', 'ahead,unknown'], 0],
    [['known', '--as-of', '2026-01-01', '--fail-on', 'ahead,unknown'], 0],
    [['known', '--as-of', '2025-09-01', '--fail-on', 'unknown'], 1],
    [['both', '--fail-on', 'missing'], 2],
    [['both', '--within', 'soon'], 2],
    [['nothing-of-the-name'], 2],
  ])('%s ends with %i', async (argv, code) => {
    expect((await dealdiff(['due', ...argv], place)).code).toBe(code)
  })

  it('gives JSON by its schema, and an alert where it can fail, failing only what is named', async () => {
    const validate = new Ajv2020({ allErrors: true, strict: false }).compile(reportSchema)
    const argv = ['due', 'both', 'known', '--as-of', '2026-01-01']
    const { stdout } = await dealdiff([...argv, '--json'], place)
    validate(JSON.parse(stdout))
    expect(validate.errors).toBeNull()
    const sarif = await dealdiff([...argv, '--fail-on', 'unknown', '-f', 'sarif'], place)
    const results = JSON.parse(sarif.stdout).runs[0].results as { ruleId: string; level: string }[]
    expect(results.map((r) => `${r.ruleId} ${r.level}`).sort()).toEqual([
      'due-ahead note',
      'due-unknown error',
    ])
    expect(catalogue().map((d) => d.id)).toEqual(expect.arrayContaining(Object.values(DUE)))
  })

  it('gives a row for each date and each party that named it', async () => {
    const { stdout } = await dealdiff(['due', 'both', '-f', 'ndjson', '--as-of', '2026-01-01'], place)
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(rows.map((r) => [r.day, r.party, r.term, r.state, r.others])).toEqual([
      ['2025-08-12', 'us', 'u', 'passed', 'china=silent'],
      ['2026-11-10', 'us', 't', 'ahead', 'china=silent'],
    ])
  })

  it('says in words who named it, and what the sides say otherwise', async () => {
    const period = 'act: buy, period: 2026, value:'
    file('words', {
      said: [
        us(`${period} at least 8 Mt`, '2025-06-11', 'document', 'a'),
        china(`${period} up to 4 Mt`, '2025-06-11', 'document', 'a'),
        us('act: suspend, end: "2027-11-10 00:01 -05:00"', '2025-06-11', 'document', 'b'),
        china('act: suspend, end: through 2027-11-09', '2025-06-11', 'document', 'b'),
        us('deadline: 2028-01-31', '2025-06-11', 'document', 'c'),
        china('end: 2029-01-31', '2025-06-11', 'document', 'c'),
      ],
    })
    const { stdout } = await dealdiff(['due', 'words', '--width', '300'], place)
    const told = stdout.replace(/\s+/g, ' ')
    for (const sentence of [
      'By the US: at least 8 Mt must have been bought in 2026. By China: up to 4 Mt may be bought in 2026.',
      'Both named it: the US 10 November 2027 00:01 -05:00 (B2, 11 Jun); China through 9 November 2027 (B3, 11 Jun).',
      'Only the US named it (B4, 11 Jun); China announced it without a deadline.',
      'Only China named it (B5, 11 Jun); the US announced it without an end.',
      '* Nobody said so: it is what suspending means.',
    ])
      expect(told).toContain(sentence)
  })

  it('takes one deal once, however it is named', async () => {
    const of = async (...names: string[]): Promise<number> =>
      JSON.parse((await dealdiff(['due', ...names, '--json'], place)).stdout).due.items.length as number
    expect(await of('both', 'both.yaml', 'both.yaml')).toBe(await of('both.yaml'))
  })

  it('keeps to the page, and to plain letters where asked', async () => {
    for (const width of [40, 60, 80, 120, 200]) {
      const { stdout } = await dealdiff(['due', '--as-of', '2025-11-20', '--width', String(width), '-v'])
      for (const line of stdout.split('\n').filter((l) => !/https?:/.test(l)))
        expect(stringWidth(line), line).toBeLessThanOrEqual(width)
    }
    const { stdout } = await dealdiff(['due', '--ascii', '--as-of', '2025-11-20'])
    expect(stdout).not.toMatch(/[\u2010-\u2fff]/)
  })

  it('obeys no text of a file', async () => {
    const words = '"r <i> | @you ::error::x ![p](http://x) `c`"'
    file('hostile', {
      said: [us(`act: suspend, end: 2026-11-10, part: ${words}, returns: ${words}, says: ${words}`)],
    })
    for (const format of ['text', 'markdown', 'csv', 'github', 'junit', 'json']) {
      const { stdout, stderr, code } = await dealdiff(['due', 'hostile', '-v', '-f', format], place)
      expect(code, stderr).toBe(0)
      expect(stdout).toContain('2026')
      if (format === 'github') expect(stdout).not.toMatch(/^\s*::error/m)
      if (format === 'markdown') expect(stdout).not.toMatch(/<i>|@you|!\[p\]\(/)
      if (format === 'junit') expect(stdout).not.toContain('<i>')
    }
  })
})

describe('the truce of the record, as of 20 November 2025', () => {
  it('ends on the 9th, 10th and 27th of November and on the 31st of December 2026', async () => {
    const { stdout } = await dealdiff(['due', 'truce', '--as-of', '2025-11-20', '--json'], { cwd: root })
    const { items } = (JSON.parse(stdout) as { due: DueReport }).due
    const terms = (day: string): Set<string> =>
      new Set(items.filter((i) => i.day <= day && day <= i.until).map((i) => i.term))
    expect(terms('2026-11-09')).toContain('affiliates-rule')
    expect([...terms('2026-11-10')]).toEqual(
      expect.arrayContaining(['us-24pp', 'cn-24pp', 'oct9-controls', 'us-port-fees', 'us-301-exclusions']),
    )
    expect(terms('2026-11-27')).toContain('ga-ge-sb')
    expect([...terms('2026-12-31')]).toEqual(
      expect.arrayContaining(['cn-agri-tariffs', 'cn-exclusions', 'soybeans-2026-28']),
    )
    expect([...terms('2025-12-31')]).toEqual(['soybeans-2025'])
  })
})
