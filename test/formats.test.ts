import { stripVTControlCharacters } from 'node:util'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import type { PrintOptions } from '../src/formats/format.ts'
import { formats } from '../src/formats/index.ts'
import type { Report, VersionReport } from '../src/report/report.ts'
import { verdicts } from '../src/verdict.ts'
import { london, signatureProof, statusProof, supplyProof } from './fixtures/london.ts'
import {
  announced,
  at,
  claim,
  deal,
  emptyReport,
  missingBy,
  noSummary,
  pairFacet,
  reason,
  reportOf,
  silent,
  source,
  term,
} from './fixtures/reports.ts'
import * as screens from './fixtures/screens.ts'

const plain: PrintOptions = {
  width: 100,
  color: false,
  ascii: false,
  verbose: false,
  quiet: false,
  prefix: '',
}

const printed = new Map<string, string>()

/** The text of a named report, laid out once for all the tests that read it. */
function printNamed(name: string, options: Partial<PrintOptions>): string {
  const key = JSON.stringify([name, options])
  const out = printed.get(key) ?? print(reportNamed(name), options)
  printed.set(key, out)
  return out
}

function print(report: Report, options: Partial<PrintOptions> = {}, name = 'text'): string {
  const format = formats.find((f) => f.name === name)
  if (!format) throw new Error(`no format ${name}`)
  return format.print(report, { ...plain, ...options })
}

/** The same, with its figures counted in tonnes. */
const inTonnes = (version: VersionReport): VersionReport => ({
  ...version,
  parts: version.parts.map((part) => ({
    ...part,
    facets: part.facets.map((facet) => ({ ...facet, unit: 't' })),
  })),
})

const chineseSources = [
  source('mofcom-1', 'china', '商务部', '2025-11-10'),
  source('wh-1', 'us', 'White House', '2025-11-01'),
]
const chinese = reportOf(
  deal('truce', {
    title: '中美经贸磋商成果共识安排',
    held: '2025-10-30',
    sources: chineseSources,
    terms: [
      term('oct9-controls', '中方暂停实施十月九日公布的稀土等物项出口管制措施', 'at-odds', {
        sentence:
          '美方更进一步：取消，对暂停。这一句话很长，没有空格，因此必须在汉字之间换行，而不能超出屏幕的宽度，也不能被截断。',
        versions: [
          announced('us', claim('wh-1', '2025-11-01', 'suspends or removes the controls, all of them')),
          announced(
            'china',
            claim(
              'mofcom-1',
              '2025-11-10',
              '暂停实施一年，至二〇二六年十一月十日，期间研究细化具体方案',
              '暂停实施',
            ),
          ),
        ],
      }),
    ],
  }),
)

const three = reportOf(
  deal('trio', {
    parties: [
      { id: 'us', name: 'United States', short: 'US' },
      { id: 'eu', name: 'European Union', short: 'EU' },
      { id: 'japan', name: 'Japan', short: 'Japan' },
    ],
    sources: [
      source('wh-1', 'us', 'White House', '2025-07-23'),
      source('ec-1', 'eu', 'Commission', '2025-07-24'),
    ],
    terms: [
      term('tariff', 'US tariff on cars', 'contradiction', {
        obligor: ['us'],
        sentence: 'Both cannot hold: the US 15%, the EU 10%.',
        versions: [
          announced('us', claim('wh-1', '2025-07-23', '15%', null, { measure: '15%' })),
          announced('eu', claim('ec-1', '2025-07-24', '10%', null, { measure: '10%' })),
          silent('japan', 'unrecorded'),
        ],
        pairs: [
          {
            parties: ['us', 'eu'],
            verdict: 'contradiction',
            couldBe: [],
            facets: [pairFacet('measure', 'disjoint', '15%', '10%')],
          },
          { parties: ['us', 'japan'], verdict: 'missing', couldBe: [], facets: [] },
          { parties: ['eu', 'japan'], verdict: 'missing', couldBe: [], facets: [] },
        ],
      }),
      term('steel', 'Steel quota', 'missing', {
        obligor: ['us', 'eu', 'japan'],
        versions: [
          announced('us', claim('wh-1', '2025-07-23', 'a quota')),
          silent('eu', 'declined', ['ec-1']),
          silent('japan', 'not-applicable'),
        ],
        missing: [...missingBy('eu', 'declined', true), ...missingBy('japan', 'unrecorded', true)],
      }),
    ],
  }),
)

const empty = reportOf(deal('empty', {}))
const pressOnly = reportOf(
  deal('rumour', {
    sources: [source('ft-1', null, 'Financial Times', '2025-06-01')],
    terms: [
      term('chips', 'Chips for magnets', 'press-only', {
        reported: [
          { attributed: [], source: 'ft-1', says: 'chips were traded', judgement: [] },
          {
            attributed: ['us', 'china'],
            source: 'ft-1',
            says: 'both promised it',
            judgement: [
              { party: 'us', judgement: 'announced by neither' },
              { party: 'china', judgement: 'announced by neither' },
            ],
          },
        ],
      }),
    ],
  }),
)
const unclear = reportOf(
  deal('vague', {
    path: '/tmp/my deals/vague.yaml',
    sources: [source('a-1', 'us', 'A', '2024-12-31'), source('b-1', 'china', 'B', '2025-01-02')],
    terms: [
      term('x', 'An open matter', 'unclear', {
        sentence: 'It is not known which tariffs China means.',
        couldBe: ['contradiction', 'differs'],
        reasons: [reason('unresolved', 'It is not known which tariffs China means.')],
        versions: [
          announced('us', claim('a-1', '2024-12-31', null, null, { measure: '10%' })),
          announced(
            'china',
            claim('b-1', '2025-01-02', null, 'ten per cent', { measure: '10%' }, 'farm goods'),
          ),
        ],
      }),
      term('y', 'A mere fact', 'missing', {
        nature: 'fact',
        aside: true,
        versions: [
          announced('us', claim('a-1', '2024-12-31', 'it rains')),
          silent('china', 'verified', ['b-1']),
        ],
        missing: missingBy('china', 'verified', false),
      }),
      term('z', 'Talks go on', 'missing', {
        versions: [
          silent('us', 'noted', ['b-1']),
          announced('china', claim('b-1', '2025-01-02', 'talks go on')),
        ],
        missing: missingBy('us', 'noted', false),
      }),
      term('w', 'No entry at all', 'missing', {
        obligor: ['russia'],
        versions: [announced('us', claim('a-1', '2024-12-31', 'it rains'))],
        missing: missingBy('china', 'unrecorded', false),
      }),
      term('v', 'Searched in part', 'missing', {
        versions: [
          announced('us', claim('a-1', '2024-12-31', 'it rains')),
          silent('china', 'partial', ['b-1']),
        ],
        missing: missingBy('china', 'partial', false),
      }),
    ],
  }),
)

const oneSided: Report = {
  ...reportOf(
    deal('single', {
      sources: [
        source('text-05-12', 'us', 'United States and China', '2025-05-12', { party: ['us', 'china'] }),
        source('leyen-06', 'us', 'Ursula von der Leyen, Ministry of Trade', '2025-06', {
          kind: 'minister',
          issuer: 'Ministry of Trade',
        }),
      ],
      terms: [
        term('users', 'Who may buy', 'missing', {
          versions: [
            announced(
              'us',
              claim('leyen-06', '2025-06', 'us firms may buy', null, {
                measure: 'yes',
                choice: 'a, b, c',
                end: '2025-11-10 00:01 -05:00',
              }),
            ),
            silent('china', 'unrecorded', ['text-05-12']),
          ],
          missing: missingBy('china', 'unrecorded', false),
        }),
      ],
    }),
  ),
  proof: [
    {
      deal: 'single',
      term: 'users',
      whyNot: [],
      flips: [],
      statements: [
        ...['us', 'china'].map((party) => ({
          party,
          source: 'text-05-12',
          date: '2025-05-12',
          says: 'both',
        })),
        { party: 'us', source: 'leyen-06', date: '2025-06', says: 'us firms may buy' },
        { party: 'china', source: '', date: '', says: 'not found in any of their statements' },
      ].map((statement) => ({ ...statement, quote: null, place: at('deals/london.yaml', 9) })),
      byDate: [
        {
          date: '2025-06',
          day: '2025-06-30',
          before: null,
          verdict: 'missing',
          turned: true,
          aside: false,
          source: 'leyen-06',
          sources: ['leyen-06'],
          sentence: 'Only the US says: us end users.',
          because: 'The US announced it: us end users.',
          changes: [
            {
              parties: ['us'],
              kind: 'announced',
              sentence: 'The US announced it: us end users.',
              sources: ['leyen-06'],
              pieces: [{ text: 'The US announced it: us end users.', sources: ['leyen-06'] }],
            },
          ],
        },
        {
          date: '2025-07-01',
          day: '2025-07-01',
          before: 'missing',
          verdict: 'missing',
          turned: false,
          aside: false,
          source: '',
          sources: [],
          sentence: 'Only the US says: "us" of 4 march, until 2026-11-10.',
          because: 'The US now says: "us" of 4 march, until 2026-11-10.',
          changes: [
            {
              parties: ['us'],
              kind: 'changed',
              sentence: 'The US now says: "us" of 4 march, until 2026-11-10.',
              sources: [],
              pieces: [{ text: 'The US now says: "us" of 4 march, until 2026-11-10.', sources: [] }],
            },
          ],
        },
      ],
      wording: [],
    },
  ],
}

const figures = reportOf(
  deal('figures', {
    held: '2025-06-10',
    sources: [
      source('cabinet-secretariat-06', 'us', 'Cabinet Secretariat', '2025-06'),
      source('b-1', 'china', 'B', '2025-06-12'),
    ],
    terms: [
      term('beans', 'Beans are bought', 'differs', {
        versions: [
          inTonnes(
            announced(
              'us',
              claim('cabinet-secretariat-06', '2025-06', 'a long word on beans', 'in two months', {
                measure: 'at least 12 Mt, 2025-11 to 2025-12',
              }),
            ),
          ),
          announced('china', claim('b-1', '2025-06-12', 'no', 'not on the table', { measure: 'no' })),
        ],
      }),
      term('end', 'When it ends', 'agree', {
        versions: [announced('us', claim('b-1', '2025-06-12', 'it ends', null, { end: '2025-08-12' }))],
      }),
      term('aside', 'It rains', 'missing', { aside: true }),
    ],
  }),
)

const hostileText = 'a\u001b[31mred\u0007\u202eevil\u2028\u009b2J\nnew\ttab\r\u007f\ud800 \u{e0041}\u200b end'
const hostile = reportOf(
  deal(hostileText, {
    title: hostileText,
    path: hostileText,
    held: hostileText,
    parties: [
      { id: 'us', name: hostileText, short: hostileText },
      { id: 'china', name: 'China', short: 'China' },
    ],
    sources: [
      source('wh-1', 'us', hostileText, hostileText, {
        issuer: hostileText,
        seen: [{ copy: hostileText, via: hostileText, url: hostileText }],
      }),
    ],
    terms: [
      term(hostileText, hostileText, 'at-odds', {
        sentence: hostileText,
        versions: [
          announced('us', claim('wh-1', hostileText, hostileText, hostileText, { measure: hostileText })),
          silent('china', 'general', ['wh-1'], hostileText),
        ],
        reported: [{ attributed: ['us'], source: 'wh-1', says: hostileText, judgement: [] }],
      }),
    ],
  }),
)

const all: { readonly [name: string]: Report } = {
  london,
  statusProof,
  supplyProof,
  signatureProof,
  chinese,
  three,
  threeProof: {
    ...three,
    proof: [{ deal: 'trio', term: 'tariff', whyNot: [], flips: [], statements: [], byDate: [], wording: [] }],
  },
  empty,
  pressOnly,
  unclear,
  oneSided,
  figures,
  hostile,
  several: reportOf(...london.deals, ...three.deals, ...unclear.deals),
  nothing: emptyReport,
  ...screens,
}
const names = Object.keys(all)
const widths = [60, 80, 100, 120, 200]
const modes = [{}, { verbose: true }, { quiet: true }, { ascii: true }, { ascii: true, verbose: true }]

const combinations = names.flatMap((name) =>
  widths.flatMap((width) => modes.map((mode) => ({ name, width, mode }))),
)
const reportNamed = (name: string): Report => all[name] as Report

describe('every format', () => {
  it('ends with exactly one newline, or has not a line, twice the same, and never throws', () => {
    for (const { name: format } of formats) {
      for (const { name, width, mode } of combinations.filter((c) => c.width === 80)) {
        const out = print(reportNamed(name), { width, ...mode }, format)
        expect(out).toMatch(/^$|[^\n]\n$/)
        expect(print(reportNamed(name), { width, ...mode }, format)).toBe(out)
      }
    }
  })

  it('has a name and a summary of its own', () => {
    expect(new Set(formats.map((f) => f.name)).size).toBe(formats.length)
    for (const format of formats) expect(format.summary).not.toBe('')
  })

  it('lets nothing through that steers a terminal', () => {
    for (const { name: format } of formats) {
      for (const mode of modes) {
        const out = print(hostile, mode, format)
        expect(out.replaceAll('\n', '')).not.toMatch(
          /\p{Cc}|\p{Cs}|[\u2028-\u202e\u2066-\u2069\u200b\u{e0041}]/u,
        )
        if (out.includes('red')) expect(out).toContain('\\u001b')
      }
    }
  })
})

describe('text', () => {
  it('keeps to the width, addresses aside', () => {
    for (const { name, width, mode } of combinations) {
      for (const line of printNamed(name, { width, ...mode }).split('\n')) {
        if (!/https?:\/\//.test(line) && line.length > width / 2 && stringWidth(line) > width) {
          expect.fail(`${name} at ${width} ${JSON.stringify(mode)}: ${stringWidth(line)} columns: ${line}`)
        }
      }
    }
  })

  it('leaves no space at the end of a line, and no empty lines in a row', () => {
    for (const { name, width, mode } of combinations) {
      const out = printNamed(name, { width, ...mode })
      expect(out, `${name} ${width}`).not.toMatch(/ \n/)
      expect(out, `${name} ${width} ${JSON.stringify(mode)}`).not.toMatch(/\n\n\n/)
    }
  })

  it('says the same with colour and without', () => {
    for (const { name, width, mode } of combinations) {
      const without = printNamed(name, { width, ...mode })
      expect(without).not.toContain('\u001b')
      expect(stripVTControlCharacters(printNamed(name, { width, ...mode, color: true }))).toBe(without)
    }
    expect(print(london, { color: true })).toContain('\u001b[')
  })

  it('is ASCII where asked and the deal is', () => {
    const latin = (name: string) => name !== 'chinese' && name !== 'explained'
    for (const { name, width, mode } of combinations.filter((c) => latin(c.name))) {
      const out = printNamed(name, { width, ...mode, ascii: true })
      expect([...out].filter((c) => c.charCodeAt(0) > 127).join(''), name).toBe('')
    }
  })

  it('speaks no jargon', () => {
    for (const { name, width, mode } of combinations.filter((c) => c.name !== 'explained')) {
      const out = printNamed(name, { width, ...mode })
      expect(out).not.toMatch(/obligor|facet|region|basis|disjoint|coverage/i)
      expect(out).not.toMatch(/undefined|\[object|NaN/)
    }
    expect(print(london, { verbose: true })).not.toMatch(/China contradicts|US contradicts/)
  })

  it('lays out the same for no terminal as for 100 columns', () => {
    expect(print(london, { width: null })).toBe(print(london, { width: 100 }))
    expect(print(london, { width: 10 })).toContain('London')
  })
})

describe('the screen of a deal', () => {
  const screen = print(london)

  it('fits on a page, and begins with what was read', () => {
    const lines = screen.trimEnd().split('\n')
    expect(lines.length).toBeLessThan(70)
    expect(lines.slice(0, 3)).toEqual([
      'London framework · US and China · talks of 9–10 June 2025                          deals/london.yaml',
      '16 terms, from 11 statements by the US and 6 by China, 9 June – 15 July 2025. No joint text.',
      '1 was read at the issuer, 13 in reprints, 3 in reports; seen whole: US 2 of 11, China none of 6.',
    ])
  })

  it('names each term with its id at the right edge', () => {
    for (const { id } of london.deals[0]?.terms ?? []) {
      expect(screen.split('\n').some((line) => line.endsWith(` ${id}`) && stringWidth(line) === 100)).toBe(
        true,
      )
    }
  })

  it('groups worst first, leaving out what there is none of', () => {
    const headings = screen.match(/^[A-Z][A-Z ]+ \d+(?= )/gm)
    expect(headings).toEqual([
      'CONTRADICTIONS 0',
      'AT ODDS 3',
      'MISSING 7',
      'DIFFER 3',
      'AGREE 2',
      'PRESS ONLY 1',
    ])
    expect(screen).toContain('nowhere do the two sides announce things that cannot both hold')
    expect(screen).toContain('  China would have to do it; only the US announced it\n')
    expect(screen).toContain('THE US AGAINST ITSELF 2, marked ! above: signature, ai-chip-controls')
    expect(screen).toContain('0 contradictions · 3 at odds · 7 missing (China would have to do 2) · 3 differ')
    expect(screen).toContain('dealdiff london status')
    expect(screen).toContain('dealdiff explain at-odds')
  })

  it('puts quotation marks around quoted words only', () => {
    const quotes = london.deals.flatMap((d) =>
      d.terms.flatMap((t) => t.versions.flatMap((v) => [v.silence?.quote, ...v.claims.map((c) => c.quote)])),
    )
    const sentences = london.deals.flatMap((d) => d.terms.map((t) => t.sentence)).join(' ')
    for (const [, words = ''] of screen.matchAll(/“([^”]*)”/g)) {
      expect(quotes.includes(words) || sentences.includes(`"${words}"`), words).toBe(true)
    }
  })

  it('says how a silence is known', () => {
    expect(screen).toContain('not found in 6 statements, none seen whole')
    expect(screen).toContain('was asked, would not say · MFA 12 Jun')
    expect(screen).toContain('spoke only of “honour words with action”\n')
    const other = print(unclear)
    expect(other).toContain('is said by B to be silent')
    expect(other).toContain('nothing recorded')
    expect(other).toMatch(/not found in 1 statement$/m)
    expect(other).toContain('not found in 1 statement, not seen whole')
  })

  it('shows the figure, the denial, and what was agreed', () => {
    const out = print(figures)
    expect(out).toContain('at least 12 Mt: “in two months” ')
    expect(out).toContain(' · Cabinet Secretariat June\n')
    expect(out).toContain('“not on the table” · B 12 Jun')
    expect(out).toContain('= When it ends · until 12 August 2025')
    expect(out).not.toContain('MISSING')
    expect(out).toContain('COUNTED ASIDE 1    no commitment, or an answer to a denial only')
    const red = '\u001b[31m'
    expect(print(figures, { color: true })).not.toContain(red)
  })

  it('counts aside what is no commitment, last', () => {
    const out = print(unclear)
    expect(out).toContain('3 missing · 1 counted aside')
    expect(out.indexOf('COUNTED ASIDE 1')).toBeGreaterThan(out.indexOf('No entry at all'))
    expect(out).toContain('It could be: a contradiction or differs.')
    expect(out).toContain("dealdiff '/tmp/my deals/vague.yaml' z")
    expect(out).toContain('B 2 Jan 2025')
  })

  it('shows what filters left, and counts all', () => {
    const [whole] = london.deals
    if (!whole) throw new Error('no deal')
    const terms = whole.terms.filter((t) => t.id === 'status' || t.verdict === 'missing').slice(0, 3)
    const out = print({ ...london, deals: [{ ...whole, terms }] })
    expect(out).toContain('3 terms shown')
    expect(out).toContain('AT ODDS 1 of 3')
    expect(out).not.toContain('CONTRADICTIONS 0')
    expect(out).toContain('0 contradictions · 3 at odds · 7 missing · 3 differ')
    expect(print({ ...london, deals: [{ ...whole, terms: [] }] })).toContain(
      'None of the 16 terms of london is what was asked for.',
    )
  })

  it('stands without terms, and with press alone', () => {
    expect(print(empty)).toContain('There is no term to compare.')
    const out = print(pressOnly)
    expect(out).toContain('PRESS ONLY 1')
    expect(out).toContain('both promised it · said of US and China · Financial Times 1 Jun 2025, 1 more')
    const more = print(pressOnly, { verbose: true })
    expect(more).toContain('chips were traded · said of no one in particular · Financial Times 1 Jun')
    expect(more).toMatch(/US: announced by neither;\s+China:\s+announced by neither/)
    expect(out).toContain('0 contradictions · 1 press')
  })

  it('takes more than two parties', () => {
    const out = print(three)
    expect(out).toContain('contradiction: US and EU; missing: US and Japan, EU and Japan')
    expect(out).toContain('    Japan  nothing recorded')
    expect(out).toContain('All would have to do it; only the US announced it')
    expect(print(three, { width: 60 })).toContain('    EU     10% · Commission 24 Jul')
  })

  it('aligns Chinese by what it takes on the screen', () => {
    const cellStep = 49
    const columnOf = (text: string): number => {
      const line = print(chinese)
        .split('\n')
        .find((l) => l.includes(text))
      return stringWidth((line ?? '').slice(0, line?.indexOf(text)))
    }
    expect(columnOf('“暂停实施”')).toBe(columnOf('suspends') + cellStep)
    expect(
      stringWidth(
        print(chinese)
          .split('\n')
          .find((l) => l.endsWith('oct9-controls')) ?? '',
      ),
    ).toBe(100)
    const joined = print(chinese, { width: 60 }).replace(/\s+/g, '')
    expect(joined).toContain(chinese.deals[0]?.terms[0]?.sentence)
  })

  it('adds words, links and places when asked for more, and keeps the worst when for less', () => {
    const more = print(london, { verbose: true })
    for (const { versions } of london.deals[0]?.terms ?? []) {
      for (const { claims } of versions) {
        for (const { place, quote } of claims) {
          expect(more).toContain(`${place.path}:${place.line}:${place.column}`)
          if (quote !== null) expect(more).toContain(quote)
        }
      }
    }
    expect(more).toContain('https://www.upi.com/Top_News/US/2025/06/11/trump-china-trade-deal-done/')
    const less = print(london, { quiet: true })
    expect(less).toContain('AT ODDS 3')
    expect(less).not.toContain('MISSING 7')
    expect(less).toContain('7 missing')
  })

  it('tells several deals apart, and what they come to', () => {
    expect(print(reportNamed('several'))).toContain('All 3 deals · 1 contradiction · 3 at odds')
  })
})

describe('other screens', () => {
  it('proves a term', () => {
    const out = print(statusProof)
    const headings = [
      'SIDE BY SIDE',
      'WHY NOT',
      'WHAT WOULD CHANGE IT',
      'STATEMENTS',
      'VERDICT BY DATE',
      'WORDING',
      'REPORTED',
    ]
    expect(headings.map((heading) => out.indexOf(heading))).toEqual(
      headings.map((heading) => out.indexOf(heading)).sort((a, b) => a - b),
    )
    for (const heading of headings) expect(out).toContain(heading)
    expect(out).toContain('[for implementing]')
    expect(out).toContain('The same')
    expect(print(signatureProof)).toContain('A SIDE AGAINST ITSELF')
    expect(print(supplyProof, { width: 60 })).toContain('Only China names a limit; the US names none')
    expect(print(reportNamed('threeProof'))).toContain('US and EU: contradiction')
  })

  it('sets one side beside a silence, and lists a joint text once', () => {
    const out = print(oneSided)
    expect(out).toMatch(/ {2}whether it is so +yes +–\n/)
    expect(out).toMatch(/ {2}which answer +a, b or c +–\n/)
    expect(out).toMatch(/ {2}until +10 November 2025 00:01 \(UTC-5\) +–\n/)
    expect(print(oneSided, { width: 120 })).toContain('searched 1 statement, older than the claim')
    expect(out.match(/12 May 2025 · US and China · joint text/g)).toHaveLength(1)
    expect(out).toContain('June 2025 · US · Ursula von der Leyen, Ministry of Trade (minister)')
    expect(out).toMatch(/^ {2}China · searched: not found in any of their statements$/m)
    expect(out).toContain('June 2025  ○ missing, since the US announced it: US end users (von der Leyen).')
    expect(out).toContain('○ still missing. The US now says: “us” of 4 March, until 10 November 2026.')
    expect(out).not.toContain('deals/london.yaml:9')
    expect(print(oneSided, { verbose: true })).toContain('deals/london.yaml:9')
    const less = print(oneSided, { quiet: true })
    expect(less).not.toContain('https://')
    expect(print(oneSided, { width: 60 })).toContain('    China  searched 1 statement, older than the claim')
  })

  it('shows findings where they are, one a line in a pipe', () => {
    const out = print(screens.checked, { width: null }).split('\n')
    expect(out[0]).toMatch(/^deals\/london\.yaml:12:7 error .* \[unknown-word\]$/)
    expect(out).toContain('    help: Did you mean "rare earths"?')
    expect(out).toContain('    deals/vocabulary.yaml:4:7 the axis is declared here')
    expect(out).toContain('1 error, 1 note in 2 files')
    expect(print(screens.clean)).toBe('no findings in 1 file\n')
  })

  it('lists, finds, explains, begins and says what went wrong', () => {
    expect(print(screens.listed)).toContain(
      '2 errors, so it is not compared: dealdiff check deals/broken.yaml',
    )
    expect(print(screens.found)).toContain('One of them, step by step: dealdiff london rare-earth-supply')
    expect(print(screens.explained)).toContain('      └─ signed')
    expect(print(screens.manyExplained)).toContain('One of them in full: dealdiff explain contradiction')
    expect(print(screens.started)).toBe('# deals/paris.yaml\ndeal: paris\nparties:\n  us: United States\n')
    expect(print(screens.troubled)).toContain('  Did you mean "london"? Type: dealdiff london')
    const schema = { $schema: 'https://json-schema.org/draft/2020-12/schema', title: 'a\u001bb' }
    expect(JSON.parse(print({ ...emptyReport, schema }))).toEqual(schema)
    expect(print({ ...emptyReport, schema })).toContain('"a\\u001bb"')
    expect(JSON.parse(print({ ...emptyReport, schema }, {}, 'json')).schema).toEqual(schema)
    expect(print({ ...emptyReport, list: [] })).toContain('No deal was found.')
    expect(print({ ...emptyReport, find: [] })).toContain('No term, value or quotation has these words.')
  })
})

describe('json', () => {
  it('is the report, in the order of its fields', () => {
    for (const name of names.filter((n) => n !== 'hostile')) {
      expect(JSON.parse(print(reportNamed(name), {}, 'json'))).toEqual(
        JSON.parse(JSON.stringify(reportNamed(name))),
      )
    }
    expect(JSON.parse(print(hostile, {}, 'json'))).toEqual(JSON.parse(JSON.stringify(hostile)))
    const { summary, deals, ...others } = london
    const shuffled = { summary, ...others, deals: deals.map(({ terms, ...rest }) => ({ terms, ...rest })) }
    expect(print(shuffled, {}, 'json')).toBe(print(london, {}, 'json'))
    const later = { ...london, later: 1 } as Report
    expect(JSON.parse(print(later, {}, 'json'))).toHaveProperty('later', 1)
  })
})

/** RFC 4180, strictly: what it does not allow throws. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let rest = text
  while (rest !== '') {
    const match = /^(?:"((?:[^"]|"")*)"|([^",\n\r]*))(,|\n)/.exec(rest)
    if (!match) throw new Error(`not CSV: ${rest.slice(0, 60)}`)
    rows.at(-1)?.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'))
    rest = rest.slice(match[0].length)
    if (match[3] === '\n' && rest !== '') rows.push([])
  }
  return rows
}

describe('tables', () => {
  it('has a line a term and party, the same scalars in both formats', () => {
    for (const name of names) {
      const report = reportNamed(name)
      const [head = [], ...rows] = parseCsv(print(report, {}, 'csv'))
      const lines = print(report, {}, 'ndjson')
        .split('\n')
        .filter((line) => line !== '')
      expect(lines.length).toBe(rows.length)
      for (const [i, line] of lines.entries()) {
        const object = JSON.parse(line)
        expect(Object.keys(object)).toEqual(head)
        expect(rows[i]?.length).toBe(head.length)
        for (const value of Object.values(object))
          expect(value === null || typeof value !== 'object').toBe(true)
        if (name !== 'hostile') {
          expect(rows[i]).toEqual(Object.values(object).map((value) => (value === null ? '' : String(value))))
        }
      }
      const sides = report.deals.reduce((sum, d) => sum + d.terms.length * d.parties.length, 0)
      if (!report.list && !report.find && !report.check) expect(rows.length).toBe(sides)
    }
  })

  it('gives the claim that says most, and a silence with where it was looked for', () => {
    const rows = print(london, {}, 'ndjson')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const of = (id: string, party: string) => rows.find((row) => row.term === id && row.party === party)
    expect(of('status', 'us')).toMatchObject({
      source: 'trump-post-06-11',
      by: 'Donald Trump',
      quote: 'done',
      state: 'announced',
    })
    expect(of('cn-tariff-10', 'china')).toMatchObject({
      state: 'silent',
      silence: 'partial',
      must_act: true,
      says: null,
    })
    expect(of('us-tariff-55', 'china')).toMatchObject({
      silence: 'declined',
      source: 'mfa-06-12',
      date: '2025-06-12',
    })
    expect(verdicts).toContain(of('sequence', 'us')?.verdict)
  })

  it('keeps a spreadsheet from running what it reads', () => {
    for (const start of ['=', '+', '-', '@', '\t', '\r', '＝']) {
      const title = `${start}HYPERLINK("http://evil","x"),y`
      const report = reportOf(deal('d', { terms: [term('t', title, 'agree')] }))
      const [head = [], row = []] = parseCsv(print(report, {}, 'csv'))
      expect(row[head.indexOf('title')]?.startsWith("'")).toBe(true)
      expect(JSON.parse(print(report, {}, 'ndjson').split('\n')[0] ?? '').title).toBe(title)
    }
  })

  it('has only its head where there is nothing', () => {
    expect(print(emptyReport, {}, 'ndjson')).toBe('')
    expect(print(emptyReport, {}, 'csv').split('\n').length).toBe(2)
    expect(noSummary.aside).toBe(0)
  })
})
