import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import stringWidth from 'string-width'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { dealAsOf } from '../src/compare/as-of.ts'
import type { Claim, Deal } from '../src/deal.ts'
import { reportDue } from '../src/due/due.ts'
import { sidesOf } from '../src/due/sides.ts'
import { DUE } from '../src/formats/alerts/due.ts'
import { catalogue } from '../src/formats/sarif/catalogue.ts'
import { reportSchema } from '../src/report/report-schema.ts'
import type { DueItem, DueReport, DueSide } from '../src/report/due-report.ts'
import { parseDeal, parseVocabularies } from '../src/read/parse.ts'
import { pagesFor } from '../src/explain.ts'
import { vocabulary as vocabularyOfPages } from './explained.ts'
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
  `${i.firstDay}${i.lastDay === i.firstDay ? '' : `..${i.lastDay}`} ${i.kind}${i.parts.length === 0 ? '' : ` [${i.parts.join('+')}]`}: ${i.sides.map((s) => `${s.party} ${s.state}`).join(', ')}`
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
  ['force: hopes, deadline: 2026-05-05', []],
  ['status: proposed, end: 2026-05-05', []],
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
          for (const { party, parts } of sidesOf(dealAsOf(deal, on), term))
            for (const part of parts) {
              for (const { date } of part.dates) {
                const shown = own.flatMap((i) =>
                  i.sides.filter((s) => s.party === party && s.state === 'names').flatMap((s) => s.dates),
                )
                expect(shown).toContainEqual(date)
              }
              const of = undated.filter((u) => u.term === term.id && u.part === part.name)
              const without = of.filter((u) => u.why !== 'hedged')
              expect(without.length).toBeLessThanOrEqual(1)
              if (own.length === 0 && part.promises && part.hedged.length === 0)
                expect(without[0]?.parties).toContain(party)
              if (own.length === 0)
                for (const { text } of part.hedged)
                  expect(of.find((u) => u.why === 'hedged' && u.text === text)?.parties).toContain(party)
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
              sentence: i.sentence.split(/ (?=By )/).sort(),
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
          (i) =>
            (i.firstDay <= on && on <= i.lastDay) || off(i.firstDay) <= within || off(i.lastDay) <= within,
        )
        expect(near.items).toEqual(expected)
        expect(near.summary.furtherOff).toBe(all.items.length - near.items.length)
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
          expect([named.toSorted()[0], named.toSorted().at(-1)]).toEqual([i.firstDay, i.lastDay])
          expect(i.namedByAll).toBe(i.sides.every((s) => s.state === 'names'))
          if (i.state === 'passed') expect(i.finalFate).not.toBeNull()
          expect(Math.sign(i.daysAway)).toBe(i.firstDay > on ? 1 : i.lastDay < on ? -1 : 0)
        }
        expect(items.map((i) => i.firstDay)).toEqual(items.map((i) => i.firstDay).toSorted())
        expect(summary.unknown).toBe(
          items.filter((i) => i.state === 'passed' && i.finalFate === 'unknown').length,
        )
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
    expect(item?.namedByAll).toBe(true)
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

describe('pieces of one term', () => {
  const all = [
    us('part: a, end: 2026-11-10'),
    us('part: b, end: 2026-11-10', '2025-06-12'),
    us('part: c, end: 2026-12-31'),
  ]
  it('are one item where the sides say the same of one date, and another where not', () => {
    const { items } = dueOf({ said: all })
    expect(items.map(inLine)).toEqual([
      '2026-11-10 end [a+b]: us names, china silent',
      '2026-12-31 end [c]: us names, china silent',
    ])
    expect(items[0]?.sides[0]?.dates.map((d) => `${d.part} ${d.said}`)).toEqual([
      'a 2025-06-11',
      'b 2025-06-12',
    ])
  })
  it('are two where another side names only one, or another fate befell them', () => {
    const one = dueOf({ said: [...all, china('part: a, end: 2026-11-10')] }).items
    expect(one.map((i) => i.parts)).toEqual([['a'], ['b'], ['c']])
    const fates = ['term: t, part: b, fate: voided, date: 2025-07-01, source: press-1']
    expect(dueOf({ said: all, fates, press }).items.map((i) => i.parts)).toEqual([['a'], ['b'], ['c']])
  })
  it('say once what one side says of the whole', () => {
    const said = [us('end: 2026-11-10'), china('part: a, end: 2026-11-10'), china('part: b, end: 2026-11-10')]
    const [item, ...more] = dueOf({ said }).items
    expect(more).toEqual([])
    expect(item?.parts).toEqual(['a', 'b'])
    expect(item?.sides.map((s) => s.dates.map((d) => d.part))).toEqual([[null], ['a', 'b']])
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
    expect(dueOf({ said: [us(`end: ${text}`)] }).items.map((i) => i.firstDay)).toEqual([expected])
  })

  it('parts ahead from passed, and is itself ahead', () => {
    const on = (asOf: string): string[] =>
      dueOf({ said: [us('end: 2026-11-10'), china('end: 2026-11-09')] }, asOf).items.map(
        (i) => `${i.state} ${i.daysAway}`,
      )
    expect(on('2026-11-08')).toEqual(['ahead 1'])
    expect(on('2026-11-10')).toEqual(['ahead 0'])
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
      firstDay: '2025-12-31',
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
    expect(dueOf({ said: [us(says, '2025-05-01')] }).items.map((i) => i.sentence)).toEqual([sentence])
  })

  it.each([
    ['end: 2026-11-10', 'It was to stop holding on 2026-11-10.'],
    ['end: "2026-11-10 00:01 -05:00"', 'It was to stop holding on 2026-11-10 at 00:01 -05:00.'],
    ['end: through 2026-11-09', 'It was to hold through 2026-11-09.'],
    ['act: remove, deadline: 2025-12-14', 'It was to be done by 2025-12-14.'],
    ['act: remove, stance: may, deadline: 2025-12-14', 'It was allowed to be done by 2025-12-14.'],
    ['act: remove, stance: shall not, deadline: 2025-12-14', 'It was not to be done by 2025-12-14.'],
    ['act: buy, value: at least 25 Mt, period: 2026', 'At least 25 Mt was to have been bought in 2026.'],
    ['value: 10%, period: 2026', '10% was promised in 2026, and nothing beyond.'],
  ])('once it has passed, is what was to be: %s', (says, sentence) => {
    const passed = dueOf({ said: [us(says)] }, '2027-01-01').items
    expect(passed.map((i) => i.sentence)).toEqual([sentence])
    const asAnnounced = dueOf({ said: [us(says)] }, '2025-07-01').items
    const dates = (items: readonly DueItem[]): unknown => items.map((i) => i.sides.map((s) => s.dates))
    expect(dates(passed)).toEqual(dates(asAnnounced))
  })

  it('is said by each side where they name other days, and is not where one alone names a time of day', () => {
    const sentence = (a: string, b: string): string =>
      dueOf({ said: [us(a), china(b)] })
        .items.map((i) => i.sentence)
        .join(' | ')
    expect(sentence('end: 2026-11-10', 'end: through 2026-11-09')).toBe(
      'By the US: it stops holding on 2026-11-10. By China: it holds through 2026-11-09.',
    )
    expect(sentence('deadline: 2026-11-10', 'deadline: 2026-11-11')).toBe(
      'By the US: it must be done by 2026-11-10. By China: it must be done by 2026-11-11.',
    )
    expect(sentence('end: "2026-11-10 00:01 -05:00"', 'end: 2026-11-10')).toBe(
      'It stops holding on 2026-11-10.',
    )
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
    const tied = dueOf({ said: [us('end: 2026-11-10'), us('end: permanent')] })
    expect([tied.items, tied.undated.map((u) => `${u.why}: ${u.text}`)]).toEqual([
      [],
      ['open: 2026-11-10 or permanent'],
    ])
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
    expect(returns([us('act: suspend, stance: may, end: 2026-11-10')])).toEqual([`us: ${inferred}`])
    expect(returns([us('act: suspend, stance: shall not, end: 2026-11-10')])).toEqual([])
    expect(returns([us('act: not suspend, stance: may, end: 2026-11-10')])).toEqual([])
  })
})

describe('what became of it', () => {
  const ended = us('end: 2025-08-12')
  const fateOf = (
    fates: readonly string[],
    asOf: string | null = null,
    said: readonly Said[] = [ended],
  ): string[] =>
    dueOf({ said, fates, press }, asOf).items.map((i) => `${i.state} ${i.finalFate} ${i.fates.length}`)
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
    expect(dueOf({ ...early, fates: voided }).items[0]).toMatchObject({ state: 'ahead', finalFate: 'voided' })
  })
  it('of the beginning is not that of the end, nor is what came after a deadline that of the deadline', () => {
    const of = (said: Said, fate: string): string | null | undefined =>
      dueOf({ said: [said], fates: [`term: t, fate: ${fate}, source: press-2`], press }, '2027-01-01')
        .items[0]?.finalFate
    expect(of(ended, 'performed, date: 2025-06-12')).toBe('unknown')
    expect(of(ended, 'renewed, date: 2025-08-14')).toBe('renewed')
    expect(of(ended, 'voided, date: 2026-02-20')).toBe('unknown')
    const deadline = us('act: buy, deadline: 2025-12-31')
    expect(of(deadline, 'performed, date: 2026-01-20')).toBe('performed')
    expect(of(deadline, 'voided, date: 2025-12-01')).toBe('voided')
    expect(of(deadline, 'voided, date: 2026-02-20')).toBe('unknown')
  })
  it('that it ran out is that of one date: the one that holds the day, or a neighbour, or the last before', () => {
    const of = (date: string, ...ends: readonly string[]): string[] =>
      dueOf(
        {
          said: ends.map((end, i) => (i === 0 ? us(end) : china(end))),
          fates: [`term: t, fate: lapsed, date: ${date}, source: press-2`],
          press,
        },
        '2027-01-01',
      ).items.map((i) => `${i.firstDay} ${i.finalFate} ${i.fates.length}`)
    const two = ['end: 2025-08-12', 'end: 2026-11-10']
    expect(of('2025-08-12', ...two)).toEqual(['2025-08-12 lapsed 1', '2026-11-10 unknown 0'])
    expect(of('2025-09-30', ...two)).toEqual(['2025-08-12 lapsed 1', '2026-11-10 unknown 0'])
    expect(of('2025-08-11', ...two)).toEqual(['2025-08-12 lapsed 1', '2026-11-10 unknown 0'])
    expect(of('2026-11-09', ...two)).toEqual(['2025-08-12 unknown 0', '2026-11-10 lapsed 1'])
    expect(of('2026-11-12', ...two)).toEqual(['2025-08-12 unknown 0', '2026-11-10 lapsed 1'])
    expect(of('2025-07-01', ...two)).toEqual(['2025-08-12 unknown 0', '2026-11-10 unknown 0'])
    expect(of('2026-01-02', 'deadline: 2025-12-31', 'end: 2026-11-10')).toEqual([
      '2025-12-31 lapsed 1',
      '2026-11-10 unknown 0',
    ])
    expect(of('2026-11-10', 'end: 2026-11-10', 'end: through 2026-11-09')).toEqual(['2026-11-09 lapsed 1'])
  })
  it('that it ran out is not that of a date ahead', () => {
    const { items } = dueOf(
      {
        said: [us('end: 2026-11-10'), china('end: 2025-08-12')],
        fates: ['term: t, fate: lapsed, date: 2025-08-12, source: press-1'],
        press,
      },
      '2025-11-20',
    )
    expect(items.map((i) => [i.state, i.finalFate, i.fates.length])).toEqual([
      ['passed', 'lapsed', 1],
      ['ahead', null, 0],
    ])
  })
  it('that it was done is that of each side’s day for one promise, of one of the days of several promises', () => {
    const of = (said: readonly Said[], date: string): string[] =>
      dueOf(
        { said, fates: [`term: t, fate: performed, date: ${date}, source: press-2`], press },
        '2027-01-01',
      ).items.map((i) => `${i.firstDay} ${i.finalFate}`)
    const one = [us('deadline: 2025-12-31'), china('deadline: 2026-02-28')]
    expect(of(one, '2026-01-15')).toEqual(['2025-12-31 performed', '2026-02-28 performed'])
    const two = [us('part: a, deadline: 2025-12-31'), us('part: b, deadline: 2026-11-30')]
    expect(of(two, '2025-12-01')).toEqual(['2025-12-31 performed', '2026-11-30 unknown'])
    expect(of(two, '2026-01-15')).toEqual(['2025-12-31 performed', '2026-11-30 unknown'])
    expect(of(two, '2026-12-01')).toEqual(['2025-12-31 unknown', '2026-11-30 performed'])
  })
  it('is not found by a search that went on later, nor settles what is ahead', () => {
    const searched = ['term: t, fate: unknown, date: 2025-11-20, source: press-1']
    expect(fateOf(searched, '2025-11-16')).toEqual(['passed unknown 0'])
    expect(fateOf(searched, '2025-11-20')).toEqual(['passed unknown 1'])
    expect(fateOf(searched, '2025-11-20', [us('end: 2026-11-10')])).toEqual(['ahead null 1'])
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
        (i) => i.finalFate,
      )
    for (const word of ['performed', 'lapsed', 'renewed'])
      for (const date of ['2026-06-01', '2026-12-31', '2027-01-15'])
        expect(of(`fate: ${word}, date: ${date}`)).toEqual(['unknown', 'unknown', 'unknown'])
    expect(of('fate: voided, date: 2027-06-01')).toEqual(['unknown', 'voided', 'voided'])
  })
})

describe('a date that binds nobody', () => {
  const words = 'act: buy, value: 5 t, deadline: 2026-01-01'
  it.each(
    ['hopes', 'considers', 'best efforts', 'intends']
      .map((w) => `force: ${w}`)
      .concat('status: proposed', 'status: negotiating', 'status: not concluded'),
  )('is not listed as due, and is told: %s', (hedge) => {
    const { items, undated, summary } = dueOf({ said: [us(`${words}, ${hedge}`)] })
    expect([items, summary.ahead + summary.passed]).toEqual([[], 0])
    expect(undated.map((u) => [u.why, u.parties, u.text])).toEqual([
      ['hedged', ['us'], `${hedge.replace(/^.*?: /, '')}, by 2026-01-01`],
    ])
  })
  it.each(['force: commits', 'force: non-binding', 'status: in principle', 'status: not signed'])(
    'is another than one that is firm: %s',
    (firm) => expect(dueOf({ said: [us(`${words}, ${firm}`)] }).items).toHaveLength(1),
  )
  it.each(['status: none', 'status: not proposed'])('is no promise at all: %s', (nothing) => {
    const due = dueOf({ said: [us(`${words}, ${nothing}`)] })
    expect([due.items, due.undated]).toEqual([[], []])
  })
  it.each(['force: hopes', 'status: none'])('does not loosen what was said in a higher rank: %s', (hedge) => {
    const of = (kind: string): number =>
      dueOf({ said: [us(words), us(hedge, '2025-06-12', kind)] }).items.length
    expect([of('spokesperson'), of('document')]).toEqual([1, 0])
  })
  it('is told beside the date of who does bind itself', () => {
    const { items, undated } = dueOf({ said: [us(words), china(`${words}, force: considers`)] })
    expect(items.map(inLine)).toEqual(['2026-01-01 deadline: us names, china hedged'])
    expect([items[0]?.namedByAll, undated]).toEqual([false, []])
  })
  it('is told beside a firm one of another kind', () => {
    const { items, undated } = dueOf({
      said: [us('end: 2026-11-10'), us('deadline: 2026-05-05, force: hopes', '2025-06-12', 'document', 'u')],
    })
    expect([items.map((i) => i.term), undated.map((u) => u.term)]).toEqual([['t'], ['u']])
  })
})

describe('the time of a figure', () => {
  it.each([
    [
      'act: buy, value: 5 t, period: through 2026-05-05',
      '2026-05-05',
      '5 t must have been bought by 2026-05-05.',
    ],
    [
      'value: 10%, period: through 2026-05-05',
      '2026-05-05',
      '10% is promised through 2026-05-05, and nothing beyond.',
    ],
    ['act: buy, value: 5 t, period: 2026-05-05', '2026-05-05', '5 t must have been bought on 2026-05-05.'],
    ['act: buy, value: 5 t, period: by 2026-05-05', '2026-05-05', '5 t must have been bought by 2026-05-05.'],
    ['act: buy, value: 5 t, period: 2026-05', '2026-05-31', '5 t must have been bought in 2026-05.'],
    ['act: buy, value: 5 t, period: scheme ends', '2028-12-31', '5 t must have been bought by 2028-12-31.'],
  ])('%s', (says, on, sentence) => {
    const { items } = dueOf({ said: [us(says)] })
    expect(items.map((i) => [i.firstDay, i.sentence])).toEqual([[on, sentence]])
  })
  it('says why it has no date as an end does, and what is no end', () => {
    const why = (says: string): string[] =>
      dueOf({ said: [us(says)] }).undated.map((u) => `${u.why}: ${u.text}`)
    expect(why('act: buy, value: 5 t, period: 90 days from us acts')).toEqual(['event: 90 days from us acts'])
    expect(why('end: 90 days from us acts')).toEqual(['event: 90 days from us acts'])
    expect(why('deadline: 90 days from us acts')).toEqual(['event: 90 days from us acts'])
    expect(why('deadline: not before 2026-01-01')).toEqual(['not-before: not before 2026-01-01'])
    expect(why('act: buy, value: 5 t, period: not before 2026-01-01')).toEqual([
      'not-before: not before 2026-01-01',
    ])
  })
})

describe('what is known of a term with several slices', () => {
  const slices = 'act: buy, value: 5 t, period: each of'
  const later = ['press-3: { by: Paper, kind: press, date: 2026-02-01 }']
  const fate = (f: string): string => `term: t, ${f}, source: press-3`
  it('is told of the term, and settles no slice', () => {
    const fates = [fate('fate: performed, date: 2025-06-01, says: 5 t of 2023 bought')]
    const due = dueOf({ said: [us(`${slices} 2023 to 2025`)], fates, press: later }, '2026-03-01')
    expect(due.items.map((i) => [i.finalFate, i.fates])).toEqual(
      [2023, 2024, 2025].map(() => ['unknown', []]),
    )
    expect(due.summary.unknown).toBe(3)
    expect(due.undivided.map((u) => [u.term, u.fates.map((f) => f.says)])).toEqual([
      ['t', ['5 t of 2023 bought']],
    ])
    expect(due.deals[0]?.sources.map((s) => s.id)).toContain('press-3')
  })
  it('is not told so of one slice, nor where it took away what was to come', () => {
    const of = (period: string, f: string): readonly unknown[] =>
      dueOf({ said: [us(`${slices} ${period}`)], fates: [fate(f)], press: later }, '2026-03-01').undivided
    expect(of('2025 to 2025', 'fate: performed, date: 2025-06-01')).toEqual([])
    expect(of('2023 to 2025', 'fate: voided, date: 2024-06-01')).toEqual([])
    expect(of('2023 to 2025', 'fate: voided, date: 2026-01-20')).toHaveLength(1)
  })
  it('takes no time that grows with slices by fates', () => {
    const many = Array.from({ length: 4000 }, (_, i) =>
      fate(
        `fate: ${['performed', 'lapsed', 'voided', 'unknown'][i % 4]}, date: 2025-${String((i % 12) + 1).padStart(2, '0')}-01`,
      ),
    )
    const said = `${slices} 2000-01 to 2033-03`
    const deal = dealOf({ said: [us(said), china(said)], fates: many, press: later })
    const before = performance.now()
    expect(reportDue([deal], { asOf: '2026-03-01', within: null }).items).toHaveLength(399)
    expect(performance.now() - before).toBeLessThan(5000)
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
      'By the US: at least 8 million tonnes must have been bought in 2026. By China: up to 4 million tonnes may be bought in 2026.',
      'By the US: it stops holding on 10 November 2027 at 00:01 (UTC-5). By China: it holds through 9 November 2027. Until then China would have to keep it.',
      'Both named it: the US 10 November 2027 00:01 (UTC-5) (B2, 11 Jun); China through 9 November 2027 (B3, 11 Jun).',
      'Only the US named it (B4, 11 Jun); China announced it without a deadline.',
      'Only China named it (B5, 11 Jun); the US announced it without an end.',
      '* Nobody said so: it is what suspending means.',
    ])
      expect(told).toContain(sentence)
  })

  it('tells what could not be found from what was not', async () => {
    const closes = (day: string): readonly string[] => [
      `term: t, fate: unknown, date: ${day}`,
      ...fates.map((f) => f.replace('term: t', 'term: u')),
    ]
    file('closed', {
      said: [us('end: 2025-10-12'), us('end: 2026-10-12', '2025-06-11', 'document', 'u')],
      fates: closes('2025-12-01'),
      press,
    })
    const of = async (...argv: string[]): Promise<string> =>
      (await dealdiff(['due', ...argv, '--width', '300'], place)).stdout.replace(/\s+/g, ' ')
    const late = await of('closed', '--as-of', '2030-01-01')
    expect(late).toContain('What falls due, as of 1 January 2030; nothing after 1 December 2025 was searched')
    expect(late).toContain(
      'What became of it is unknown: it was searched until 1 December 2025, and nothing was found.',
    )
    file('ended', { said: [us('end: 2026-10-12')], fates: closes('2026-06-03').slice(0, 1) })
    const ended = await of('ended', '--as-of', '2026-10-13')
    expect(ended).toContain('What became of it is unknown: the record ends on 3 June 2026, before that day.')
    expect(await of('ended', '--as-of', '2026-06-03')).not.toContain('was searched')
    expect(await of('ended', '--as-of', '2024-01-01')).toContain('Nothing was announced by 1 January 2024.')
    expect(await of('both', '--as-of', '2026-01-01', '--within', '30d')).toContain(
      'Nothing within 30 days; 2 dates lie further off.',
    )
  })

  it('says "so far" of what is ahead and open, and not of what is settled', async () => {
    const of = async (name: string, fate: string, ...argv: string[]): Promise<string> => {
      const fates = [`term: t, fate: ${fate}, date: 2025-11-12, source: press-1`]
      file(name, { said: [us('act: suspend, end: 2026-11-10')], fates, press })
      return (await dealdiff(['due', name, ...argv, '--width', '200'], place)).stdout.replace(/\s+/g, ' ')
    }
    expect(await of('begun', 'performed')).toContain(
      '→ So far: performed on 12 November 2025 (Paper, 15 Nov). → Then: what is suspended comes back',
    )
    expect(await of('settled', 'voided')).toContain('→ Voided on 12 November 2025 (Paper, 15 Nov).')
    expect(await of('begun', 'performed', '--as-of', '2026-12-01')).toContain(
      'It was to stop holding on 10 November 2026; until then China would have had to keep it.',
    )
  })

  it('hints at a look around the day that shows something, and not all', async () => {
    const hinted = async (...argv: string[]): Promise<number[]> => {
      const { stdout } = await dealdiff(['due', ...argv, '--width', '200'])
      const [, line] = /^Only what is near the day: dealdiff (.*)$/m.exec(stdout) ?? []
      const { due: all } = JSON.parse((await dealdiff(['due', ...argv, '--json'])).stdout) as {
        due: DueReport
      }
      if (line === undefined) return [1, 2]
      const near = JSON.parse((await dealdiff([...line.split(' '), '--json'])).stdout) as { due: DueReport }
      return [near.due.items.length, all.items.length]
    }
    for (const argv of [
      [],
      ['--as-of', '2025-11-20'],
      ['--as-of', '2025-08-01'],
      ['truce', '--as-of', '2030-01-01'],
    ]) {
      const [near = 0, all = 0] = await hinted(...argv)
      expect([near > 0, near < all]).toEqual([true, true])
    }
  })

  it('picks terms as the other commands do', async () => {
    file('picked', {
      terms: { t: 'topic: tariffs, obligor: china', u: 'topic: farm goods, obligor: us' },
      said: [
        us('end: 2026-11-10'),
        china('end: 2026-11-10', '2025-06-11', 'document', 'u'),
        us('act: suspend', '2025-06-11', 'document', 'u'),
      ],
    })
    const of = async (...argv: string[]): Promise<string[]> => {
      const { stdout, stderr } = await dealdiff(['due', 'picked', ...argv, '--json'], place)
      return (JSON.parse(stdout) as { due?: DueReport }).due?.items.map((i) => i.term) ?? [stderr]
    }
    expect(await of()).toEqual(['t', 'u'])
    expect(await of('--topic', 'Tariffs')).toEqual(['t'])
    expect(await of('--term', 'u')).toEqual(['u'])
    expect(await of('u')).toEqual(['u'])
    expect(await of('--must-act', 'us')).toEqual(['u'])
    expect(await of('--only', 'differs,missing')).toEqual(['t', 'u'])
    for (const wrong of [
      ['--term', 'x'],
      ['--topic', 'fish'],
      ['--must-act', 'japan'],
      ['--silent', 'japan'],
    ])
      expect((await dealdiff(['due', 'picked', ...wrong], place)).code).toBe(2)
  })

  it('gives every fate known in a table, beside the one that settles it', async () => {
    file('told', {
      said: [us('end: 2026-11-10')],
      fates: ['term: t, fate: performed, date: 2025-11-10, says: the rule is suspended, source: press-1'],
      press,
    })
    const { stdout } = await dealdiff(['due', 'told', '-f', 'ndjson'], place)
    expect(JSON.parse(stdout)).toMatchObject({
      known_fates: 'performed 2025-11-10: the rule is suspended',
      final_fate: null,
    })
  })

  it('prints no word of its own without a page', async () => {
    const { stdout } = await dealdiff(['due', '--as-of', '2025-11-20', '--width', '200'])
    const headings = [...stdout.matchAll(/^([A-Z]{2,})(?= \d)/gm)].map(([, word = '']) => word)
    const leads = [
      ...stdout.matchAll(/^ +→ (So far|Then: (what is suspended comes back)|What was to follow)/gm),
    ]
    const words = [...headings, ...leads.map(([, lead = '', then]) => then ?? lead)]
    expect(words).toEqual(
      expect.arrayContaining(['AHEAD', 'PASSED', 'So far', 'what is suspended comes back']),
    )
    expect(words.filter((word) => pagesFor(word, vocabularyOfPages).length === 0)).toEqual([])
  })

  it('names no deal that had not begun by the day', async () => {
    const { stdout } = await dealdiff(['due', '--as-of', '2025-06-15', '--json'], { cwd: root })
    const { due } = JSON.parse(stdout) as { due: DueReport }
    expect(due.deals.map((d) => d.deal)).toContain('london')
    expect(due.deals.map((d) => d.deal)).not.toContain('truce')
  })

  it('keeps a long path to the page', async () => {
    const long = 'a'.repeat(90)
    file(long, { said: [us('end: 2026-11-10')] })
    const { stdout } = await dealdiff(['due', long, '-v', '--width', '40'], place)
    for (const line of stdout.split('\n').filter((l) => !/^ *https?:/.test(l) && !/^(One of|Only)/.test(l)))
      expect(stringWidth(line), line).toBeLessThanOrEqual(40)
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
      new Set(items.filter((i) => i.firstDay <= day && day <= i.lastDay).map((i) => i.term))
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
