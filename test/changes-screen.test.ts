import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import stringWidth from 'string-width'
import { afterAll, describe, expect, it } from 'vitest'
import { type Diagnostic, diagnosticOf } from '../src/diagnostic.ts'
import { visible } from '../src/formats/escape.ts'
import type { PrintOptions } from '../src/formats/format.ts'
import { formats } from '../src/formats/index.ts'
import { headline } from '../src/formats/text/changes-counts.ts'
import type { Report, Summary } from '../src/report/report.ts'
import {
  cause,
  changesOf,
  dealChange,
  edited,
  entry,
  facet,
  finer,
  nothing,
  oneFlip,
  pair,
  standing,
  termChange,
} from './fixtures/changes.ts'
import { checkOf, emptyReport, noSummary } from './fixtures/reports.ts'
import { scratchFolder } from './repository.ts'
import { dealdiff } from './terminal.ts'
import { lost, newly, verdicts } from '../src/verdict.ts'

const plain: PrintOptions = {
  width: 100,
  color: false,
  ascii: false,
  verbose: false,
  quiet: false,
  prefix: '',
}
const print = (report: Report, options: Partial<PrintOptions> = {}, name = 'text'): string =>
  formats.find((format) => format.name === name)?.print(report, { ...plain, ...options }) ?? ''

const finding = (
  excerpt: string | null,
  column: number,
  endColumn: number,
  more: Partial<Diagnostic> = {},
) => ({
  ...diagnosticOf({
    rule: 'unknown-word',
    message: 'Not a word.',
    place: { path: 'a.yaml', line: 7, column, endLine: 7, endColumn },
  }),
  excerpt,
  ...more,
})
const checked = (...diagnostics: readonly Diagnostic[]): Report => ({
  ...emptyReport,
  check: checkOf(['a.yaml']),
  diagnostics,
})

/** The two lines of the first frame: the line of the file, and its carets. */
function frameIn(out: string, gutter = '│'): { text: string; from: number; to: number } {
  const lines = out.split('\n')
  const at = lines.findIndex((line) => new RegExp(`^ +\\${gutter} *\\^+$`).test(line))
  const lead = (lines[at]?.indexOf(gutter) ?? 0) + 2
  const carets = lines[at]?.slice(lead) ?? ''
  return { text: lines[at - 1]?.slice(lead) ?? '', from: carets.indexOf('^'), to: carets.length }
}

/** What of a text could steer a terminal. */
const steering = (out: string): string[] => out.match(/(?!\n)\p{Cc}|[\u202a-\u202e]/gu) ?? []

/** What stands between two columns of the terminal. */
function between(text: string, from: number, to: number): string {
  let at = 0
  let out = ''
  for (const { segment } of new Intl.Segmenter('en').segment(text)) {
    if (at >= from && at < to) out += segment
    at += stringWidth(segment)
  }
  return out
}

describe('the frame of a finding', () => {
  const letters = fc.string({
    unit: fc.constantFrom(
      'a',
      'b',
      ':',
      ' ',
      '中',
      '文',
      '，',
      '\t',
      '\u001b',
      '\u202e',
      'é',
      '🙂',
      '"',
      '-',
    ),
    minLength: 1,
    maxLength: 120,
  })
  const range = letters.chain((text) =>
    fc.tuple(fc.constant(text), fc.nat(text.length - 1), fc.nat(text.length)).map(([line, a, b]) => ({
      line,
      from: Math.min(a, b),
      to: Math.max(a, b),
    })),
  )

  it('marks exactly the range, whatever the letters are and however narrow the page is', () => {
    fc.assert(
      fc.property(range, fc.integer({ min: 30, max: 140 }), ({ line, from, to }, width) => {
        // The range ends at no half of a character, nor at the space at the end of a line.
        fc.pre(line.trim() !== '' && /\S$/.test(line))
        fc.pre(!/[\uDC00-\uDFFF]/.test(line.charAt(from) + line.charAt(to)))
        const out = print(checked(finding(line, from + 1, to + 1)), { width })
        for (const printed of out.split('\n').filter((l) => l.includes('│')))
          expect(stringWidth(printed)).toBeLessThanOrEqual(width)
        const frame = frameIn(out)
        const marked = between(frame.text, frame.from, frame.to)
        const meant = visible(line.slice(from, to))
        if (meant === '') expect(frame.to - frame.from).toBe(1)
        else if (frame.to - frame.from === stringWidth(meant)) expect(marked).toBe(meant)
        else expect(meant.startsWith(marked) && frame.text.endsWith('…')).toBe(true)
      }),
    )
  })

  it('shows as much of the line around it as there is room for', () => {
    const line = `${'left '.repeat(40)}HERE${' right'.repeat(40)}`
    const at = line.indexOf('HERE') + 1
    const { text } = frameIn(print(checked(finding(line, at, at + 4)), { width: 80 }))
    expect(text).toMatch(/^….*HERE.*…$/)
    expect(stringWidth(text)).toBeGreaterThan(66)
    const first = frameIn(print(checked(finding(line, 1, 5)), { width: 80 })).text
    expect(first).toMatch(/^left left.*…$/)
    const last = frameIn(print(checked(finding(line, line.length - 4, line.length + 1)), { width: 80 })).text
    expect(last).toMatch(/^….*right$/)
  })

  it('marks a range over several lines to the end of the first', () => {
    const long = finding('  us:   # all', 3, 9)
    const out = print(checked({ ...long, place: { ...long.place, endLine: 9, endColumn: 2 } }))
    const { text, from, to } = frameIn(out)
    expect(between(text, from, to)).toBe('us:   # all')
  })

  it('is there for every place that is known, with the number of its line', () => {
    const place = { path: 'v.yaml', line: 1234, column: 1, endLine: 1234, endColumn: 4 }
    const out = print(
      checked(
        finding('a: b', 4, 5, { related: [{ message: 'It is declared here.', place, excerpt: 'abc' }] }),
      ),
    )
    expect(out).toBe(
      `a.yaml:7:4 error Not a word. [unknown-word]
       7 │ a: b
         │    ^
    v.yaml:1234:1 It is declared here.
    1234 │ abc
         │ ^^^

1 error in 1 file
What a rule is for: dealdiff explain unknown-word
`,
    )
    expect(print(checked(finding(null, 4, 5)))).not.toContain('│')
    expect(print(checked(finding('   ', 1, 2)))).not.toContain('│')
  })

  it('has only plain letters where only these are asked for', () => {
    const out = print(checked(finding('says: “x” – and so on', 7, 10)), { ascii: true })
    expect(out).toMatch(/^[ -~\n]*$/)
    const { text, from, to } = frameIn(out, '|')
    expect(between(text, from, to)).toBe('"x"')
  })

  it('lets no control character through', () => {
    const out = print(checked(finding('a: \u001b[31m\u202eb', 4, 10)))
    expect(steering(out)).toEqual([])
    expect(out).toContain('\\u001b[31m\\u202eb')
  })
})

describe('the screen of check', () => {
  const of = (n: number) =>
    Array.from({ length: n }, (_, i) => ({
      ...finding('a: b', 4, 5, { help: 'Write c.' }),
      place: { path: 'a.yaml', line: i + 1, column: 4, endLine: i + 1, endColumn: 5 },
    }))
  const heads = (out: string) => out.split('\n').filter((line) => /^\S+:\d+:\d+ /.test(line))

  it('has a head for every finding, on one line where there is no terminal', () => {
    for (const more of [{}, { quiet: true }, { verbose: true }])
      expect(heads(print(checked(...of(20)), { ...more, width: null }))).toHaveLength(20)
    expect(heads(print(checked(...of(20)), { quiet: true }))).toEqual(
      print(checked(...of(20)), { quiet: true })
        .split('\n')
        .slice(0, 20),
    )
  })

  it('does not repeat itself, unless it is asked to', () => {
    const frames = (out: string) => out.split('\n').filter((line) => /│ +\^/.test(line)).length
    const helps = (out: string) => out.split('Write c.').length - 1
    const [some, all] = [print(checked(...of(20))), print(checked(...of(20)), { verbose: true })]
    expect([frames(some), helps(some)]).toEqual([3, 1])
    expect([frames(all), helps(all)]).toEqual([20, 20])
    expect(all.match(/ {4}why: /g)).toHaveLength(1)
  })

  it('counts at the end what is not shown, and what was mended', () => {
    const [one] = of(1)
    const report = checked()
    const out = print({
      ...report,
      check: {
        ...checkOf(['a.yaml', 'b.yaml']),
        suppressed: one ? [{ by: 'comment', reason: 'so it is', finding: one }] : [],
        fixed: [{ path: 'b.yaml', rules: ['key-order', 'key-order', 'text-lost'] }],
        baseline: { path: 'known.json', written: true, entries: 3 },
      },
    })
    expect(out).toContain('b.yaml: mended key-order (2), text-lost\n')
    expect(out).toContain('known.json: written, with 3 findings\n')
    expect(out).toContain('no findings in 2 files; 1 ignored by a comment\n')
  })
})

const reports = { edited, finer, nothing, oneFlip, pair }

describe('the screen of changes', () => {
  for (const [name, report] of Object.entries(reports))
    for (const width of [60, 80, 120, 200])
      it(`of ${name} fits ${width} columns, in any dress`, () => {
        for (const more of [{}, { verbose: true }, { quiet: true }, { color: true }, { ascii: true }]) {
          const out = print(report, { width, ...more })
          for (const line of out
            .split('\n')
            .filter((l) => !/^ *https:\S+$/.test(stripVTControlCharacters(l))))
            expect(stringWidth(line)).toBeLessThanOrEqual(width)
          expect(out).not.toMatch(/\b(?:obligor|facet|region|basis|disjoint|coverage|null|undefined)\b/)
        }
        // Colour adds nothing that is not there without it.
        expect(stripVTControlCharacters(print(report, { width, color: true }))).toBe(print(report, { width }))
        const ascii = print(report, { width, ascii: true })
        expect(ascii.replace(/\p{Script=Han}/gu, '')).toMatch(/^[ -~\n]*$/)
      })

  it('has every verdict that changed, worst first, and what brought it about', () => {
    const flip = fc.record({
      before: fc.constantFrom(...verdicts, null),
      after: fc.constantFrom(...verdicts, null),
    })
    fc.assert(
      fc.property(fc.array(flip, { minLength: 1, maxLength: 8 }), (flips) => {
        const terms = flips.map(({ before, after }, i) =>
          termChange(`t${i}`, `Title ${i}`, {
            before: standing(before),
            after: standing(after),
            causes: before === after ? [] : [cause('claim', `Edit ${i}.`, 'a.yaml', i + 1)],
          }),
        )
        const out = print(changesOf([dealChange('d', 'D', { terms })]), { quiet: true })
        const shown = [...out.matchAll(/ d t(\d+)$/gm)].map(([, i]) => Number(i))
        const moved = flips.flatMap(({ before, after }, i) => (before === after ? [] : [i]))
        expect([...shown].sort()).toEqual(moved)
        const ranks = shown.map((i) => {
          const now = flips[i]?.after ?? null
          return now === null ? verdicts.length : verdicts.indexOf(now)
        })
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
        for (const i of moved) expect(out).toContain(`because: Edit ${i}.`)
      }),
    )
  })

  it('says in its first lines what is compared with what, and what it comes to', () => {
    expect(print(edited).split('\n').slice(0, 3)).toEqual([
      'Changes origin/main (3f2a91cd) → the files as they are',
      '5 verdicts changed · 1 new contradiction · 2 agreements lost · 1 deal removed, with 1 agreement',
      '· 1 deal added, with 1 at odds and 1 missing · 1 deal readable again, with 2 missing',
    ])
    expect(print(pair).split('\n')[0]).toBe('Changes old.yaml → new.yaml')
    const named = { base: { revision: 'v1', commit: null }, head: { revision: 'abc', commit: 'abcdef0123' } }
    expect(print(changesOf([], named)).split('\n')[0]).toBe('Changes v1 → abc')
  })

  it('shows a verdict, its causes with their places, and below them what was edited', () => {
    expect(print(edited))
      .toContain(`  ✗ China's tariff on US goods                                                   london cn-tariff-10
    missing → contradiction
    Both cannot hold: the US 10%, China 24%.
    because: China now announces 24% (MOFCOM spokesperson, 27 June 2025).    deals/london.yaml:571:7
    removed  China · record of its silence
             looked for in: li-06-11, mfa-06-12, mofcom-06-12, mofcom-06-27, mofcom-07-04
    added    China · MOFCOM spokesperson · 27 Jun 2025
             how much: 24%
             until: 12 August 2025
             keeps its tariff on US goods at 24% until the truce ends
             “the tariff remains 24 percent”
             https://www.mofcom.gov.cn/article/xwfb/202506/20250627.shtml
`)
  })

  it('shows a term that keeps its verdict, key by key and word by word', () => {
    expect(print(pair))
      .toContain(`  ~ Who moves first · still differs                                                new.yaml sequence
    edited   China · MOFCOM spokesperson · 27 Jun 2025 · on licences
             which answer: china first or together → china first
             for which users: not said → civilian users
             China [-approves-]{+reviews and approves+} the requests that qualify, and the US
             cancels its measures [-at once-]{+accordingly+}
             “符合条件的{+出口+}申请”
`)
  })

  it('shows what became of deals, statements and words, and counts what stayed', () => {
    const out = print(edited)
    for (const text of [
      '0 → 1 contradiction · 3 → 2 at odds · 7 → 6 missing',
      '11 terms as before',
      'before, it was called student-visas',
      'Paris talks · a new deal',
      'Madrid talks · this deal was removed',
      'One-year truce · renamed: deals/one-year.yaml → deals/truce.yaml',
      'Stockholm talks · it could not be read before, and now can',
      'removed  Li Chenggang · 11 Jun 2025 li-06-11',
      'how much was read: part → whole',
      'removed  word under rare earths “magnets”',
      'record closes: 15 July 2025 → 31 July 2025',
      '2 deals are the same in both.',
      'It could be: a contradiction, at odds or agrees.',
    ])
      expect(out).toContain(text)
    expect(out).not.toContain('deals/london.yaml:199:3')
    expect(print(edited, { verbose: true })).toContain('deals/london.yaml:199:3')
    expect(print(edited, { verbose: true })).toMatch(/^As --fail-on calls it: .*new-contradiction/m)
  })

  it('names words of one kind together, unless each is asked for', () => {
    const place = { path: 'v.yaml', line: 3, column: 1, endLine: 3, endColumn: 2 }
    const word = (name: string, after: string | null, kind = 'word of goods') =>
      ({ kind, word: name, state: 'added', before: null, after, place }) as const
    const words = [word('a', 'a'), word('b', 'b'), word('rate', 'the US rate', 'basis')]
    const out = print(changesOf([], { words }))
    expect(out).toContain('No verdict changed\n')
    expect(out).toContain('  added    word of goods “a”, “b”\n')
    expect(out).toContain('  added    way of counting “rate”\n           the US rate\n')
    expect(print(changesOf([], { words }), { verbose: true })).toMatch(
      /added {4}word of goods “a” +v\.yaml:3:1\n/,
    )
  })

  it('says only the verdicts when told to be brief', () => {
    const out = print(edited, { quiet: true })
    expect(out).toContain('missing → contradiction')
    for (const text of ['https://', 'London framework', 'VOCABULARY', 'One of them'])
      expect(out).not.toContain(text)
  })

  it('names a contradiction of a new deal among the first', () => {
    const terms = [
      termChange('t', 'T', {
        state: 'added',
        before: null,
        after: standing('contradiction', 'Both cannot hold.'),
      }),
      termChange('u', 'U', { state: 'added', before: null, after: standing('agree') }),
    ]
    const report = changesOf([dealChange('new', 'New', { state: 'added', from: null, before: null, terms })])
    const out = print(report, { quiet: true })
    expect(out).toContain('NEW CONTRADICTIONS 1')
    expect(out).not.toContain('VERDICTS CHANGED')
    expect(out).toContain('new → contradiction')
    expect(out).not.toContain('new u')
    expect(print(report)).toContain('new u')
    const mended = dealChange('new', 'New', { state: 'mended', before: null, terms })
    const again = print(changesOf([mended]), { quiet: true })
    expect(again).toContain('could not be read → contradiction')
    expect(again).toContain('because: The deal can be read again.')
    for (const name of ['text', 'markdown'])
      expect(print(changesOf([mended]), {}, name)).not.toContain('new →')
  })

  it('heads the page with every verdict that came or went, and with none that did not', () => {
    const states = ['added', 'removed', 'mended', 'edited'] as const
    const anyDeal = fc.record({
      state: fc.constantFrom(...states),
      of: fc.array(fc.constantFrom(...verdicts), { maxLength: 6 }),
    })
    fc.assert(
      fc.property(fc.array(anyDeal, { minLength: 1, maxLength: 4 }), (all) => {
        const deals = all.map(({ state, of }, i) => {
          const summary: Summary = { ...noSummary }
          const counts = of.reduce((sum, verdict) => ({ ...sum, [verdict]: sum[verdict] + 1 }), summary)
          const [there, absent] = [standing('agree'), null]
          const terms = of.map((verdict, n) =>
            termChange(`t${n}`, 'T', {
              before:
                state === 'edited' ? standing(verdict) : state === 'removed' ? standing(verdict) : absent,
              after: state === 'removed' ? absent : state === 'edited' ? there : standing(verdict),
              became:
                state === 'edited' || state === 'removed'
                  ? [lost(verdict)].filter(() => state === 'removed' || verdict !== 'agree')
                  : [newly(verdict)],
            }),
          )
          return dealChange(`d${i}`, 'D', {
            state,
            terms,
            before: state === 'added' || state === 'mended' ? null : counts,
            after: state === 'removed' ? null : counts,
          })
        })
        const head = headline(changesOf(deals).changes).map(({ text }) => text)
        const told = (state: string): number =>
          all.filter((d) => d.state === state).reduce((sum, { of }) => sum + of.length, 0)
        const changed = all.flatMap(({ state, of }) =>
          state === 'edited' ? of.filter((v) => v !== 'agree') : [],
        )
        expect(head.includes('No verdict changed')).toBe(
          changed.length + told('added') + told('removed') + told('mended') === 0,
        )
        expect(Number(/^(\d+) verdicts? changed$/.exec(head[0] ?? '')?.[1] ?? 0)).toBe(changed.length)
        for (const [state, words] of [
          ['removed', 'removed'],
          ['added', 'added'],
          ['mended', 'readable again'],
        ] as const) {
          const text = head.find((part) => part.includes(`${words}, with `)) ?? ''
          const counts = text.slice(text.indexOf(', with ')).match(/\d+/g) ?? []
          expect(counts.reduce((sum, n) => sum + Number(n), 0)).toBe(told(state))
        }
        const grave = all.flatMap(({ state, of }) =>
          state === 'added' || state === 'mended' ? of.filter((v) => v === 'contradiction') : [],
        )
        expect(head.some((part) => part.includes('new contradiction'))).toBe(grave.length > 0)
        expect(head.join()).not.toContain('agreements lost')
      }),
    )
  })

  it('lists a deal that came or went worst first', () => {
    const of = verdicts.toReversed()
    for (const gone of [true, false]) {
      const terms = of.map((verdict) =>
        termChange(verdict, verdict, {
          state: gone ? 'removed' : 'added',
          before: gone ? standing(verdict) : null,
          after: gone ? null : standing(verdict),
        }),
      )
      const deal = dealChange('x', 'X', {
        ...(gone
          ? { state: 'removed', from: 'HEAD:sub/deals/x.yaml', to: null, after: null }
          : { state: 'added', from: null, before: null }),
        terms,
      })
      const out = print(changesOf([deal])).split('\n\nX ')[1] ?? ''
      const name = gone ? 'HEAD:sub/deals/x.yaml' : 'x'
      const shown = [...out.matchAll(new RegExp(`^  \\S .* ${name} (\\S+)$`, 'gm'))].map(([, id]) => id)
      expect(shown).toEqual([...verdicts])
    }
  })

  it('shows both sentences of a term that keeps its verdict, and why', () => {
    expect(print(finer)).toContain(`    was: China names 20%.
    is:  China names 24%.
    ! now against itself: The US says both 10% (Scott Bessent, 11 June 2025) and 24% (Donald Trump,
      12 June 2025).
    because: China's claim was edited.                                  HEAD:deals/london.yaml:571:7
    would have to do it: US and China → China
    edited   China · record of its silence
             looked for in: all → no longer recorded
             asked, would not say: mfa-06-12
`)
  })

  it('says that a side is against itself no longer, or in another way', () => {
    for (const name of ['text', 'markdown']) {
      const out = print(finer, {}, name)
      for (const text of [
        'still against itself, was: China moved it from 1 to 2.',
        'is: China moved it from 1 to 3.',
        'no longer against itself; before: The US says both.',
        'a side now against itself on 1 term',
      ])
        expect(out).toContain(text)
    }
    const [row] = print(finer, {}, 'ndjson')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { [column: string]: unknown })
    expect(row).toMatchObject({ sentence_before: 'China names 20%.', against_itself_before: '' })
    expect(row?.against_itself).toMatch(/^The US says both 10%/)
  })

  it('shows another name, and another parent', () => {
    const out = print(finer)
    expect(out).toContain('renamed  MOFCOM spokesperson · 27 Jun 2025 mofcom-06-27 → mofcom-late\n')
    expect(out).toContain('  moved    word “magnets”\n           from the top to under rare earths\n')
  })

  it('says that nothing changed', () => {
    expect(print(nothing)).toContain('Nothing changed in 8 deals: no term, no statement, no verdict.\n')
    expect(print(pair)).toContain('No verdict changed\n')
  })

  it('lets no control character and no colour of a deal file through', () => {
    const bad = '\u001b[31m\u202e\n'
    const terms = [
      termChange(`t${bad}`, bad, {
        before: standing('agree', bad),
        after: standing('differs', bad),
        causes: [cause('word', bad, bad, 1)],
        fields: [facet(bad, bad, bad)],
        entries: [
          entry('edited', {
            by: bad,
            date: bad,
            part: bad,
            url: `https://x/${bad}`,
            newQuote: bad,
            facets: [facet('scope', bad, bad, bad)],
            says: [{ text: bad, only: 'after' }],
            quote: [{ text: bad, only: 'before' }],
          }),
        ],
      }),
    ]
    const report = changesOf([dealChange('d', bad, { to: bad, terms })])
    for (const verbose of [true, false]) expect(steering(print(report, { verbose }))).toEqual([])
  })
})

describe('an edit of a file', () => {
  const folder = scratchFolder()
  afterAll(() => rmSync(folder, { recursive: true }))
  const text = (terms: string, us: string, eu: string): string => `deal: rice
parties:
  us: { name: United States, short: US }
  eu: { name: European Union, short: EU }
sources:
  us-1: { party: us, by: A, date: 2025-05-01, seen: { copy: report } }
  eu-1: { party: eu, by: B, date: 2025-05-02, seen: { copy: report } }
  eu-2: { party: eu, by: C, date: 2025-05-03, seen: { copy: report } }
terms:
  rice: { title: Rice, obligor: ${terms} }
announced:
  us: { rice: ${us} }
  eu: { rice: ${eu} }
`
  const both = async (before: string, after: string, ...more: readonly string[]): Promise<string> => {
    writeFileSync(join(folder, 'a.yaml'), before)
    writeFileSync(join(folder, 'b.yaml'), after)
    const run = await dealdiff(['changes', 'a.yaml', 'b.yaml', ...more], { cwd: folder })
    expect(run.stderr).toBe('')
    return run.stdout
  }
  const [us, eu] = [
    `{ act: suspend, value: 5 Mt, source: us-1 }`,
    `{ act: suspend, value: 5 Mt, source: eu-1 }`,
  ]

  it('calls a facet by one name, in a cause and beside it', async () => {
    const out = await both(text('us', us, eu), text('us', us, eu.replace('suspend', 'keep')))
    expect(out.replace(/\s+/g, ' ')).toMatch(/“what is done” from suspend (?:b\.yaml\S+ )?to keep/)
    expect(out).toContain('    what is done: suspend → keep\n')
    expect(out).not.toMatch(/\bact\b/)
  })

  it('calls parties by their names', async () => {
    const out = await both(
      text('us', us, eu),
      text('[us, eu]', us, '{ silent: all }').replace('eu-2:', 'eu-3:'),
    )
    expect(out).toContain('would have to do it: US → US and EU\n')
    expect(out).not.toMatch(/\b(?:us|eu)\b(?!-)/)
  })

  it('tells what is left of a silence beside a claim, and never that nothing was said', async () => {
    const silence = '{ silent: [eu-1, eu-2], declined: eu-2 }'
    const out = await both(text('us', us, silence), text('us', us, `[{ declined: eu-2 }, ${eu}]`))
    expect(out).toContain('    edited   EU · record of its silence\n')
    expect(out).toContain('looked for in: eu-1, eu-2 → no longer recorded\n')
    expect(out).toContain('asked, would not say: eu-2\n')
    expect(out).not.toContain('says nothing')
  })

  it('gives a claim no nature that it does not state', async () => {
    const fact = text('us, nature: fact', us, eu)
    const more = text('us, nature: fact', us, `{ act: suspend, value: 6 Mt, source: eu-1 }`)
    expect(await both(fact, more)).not.toContain('nature')
    const silent = text('us, nature: fact', us, '{ silent: all }')
    expect(await both(silent, fact)).not.toContain('nature')
    expect(await both(fact, fact.replace('source: eu-1 }', 'nature: demand, source: eu-1 }'))).toContain(
      'nature: not said → demand\n',
    )
  })
})

describe('the table of changes', () => {
  it('has a line a term and cause, and one for a term without', () => {
    const rows = print(edited, {}, 'ndjson')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { [column: string]: unknown })
    const terms = edited.changes.deals.flatMap((deal) => deal.terms)
    expect(rows.length).toBe(terms.reduce((sum, term) => sum + Math.max(term.causes.length, 1), 0))
    expect(rows[0]).toMatchObject({
      deal: 'london',
      term: 'cn-tariff-10',
      before: 'missing',
      after: 'contradiction',
      became: 'new-contradiction;lost-missing',
      cause: 'claim',
      path: 'deals/london.yaml',
      line: 571,
    })
    const kept = rows.find((row) => row.term === 'sequence')
    expect(kept).toMatchObject({ cause: null, because: null, became: '' })
  })
})
