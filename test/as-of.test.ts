import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compareTerm } from '../src/compare/compare.ts'
import { reportDue } from '../src/due/due.ts'
import { reportPress } from '../src/press/press.ts'
import { parseDeal, parseVocabularies } from '../src/read/parse.ts'
import { reportDeal } from '../src/report/deal-report.ts'
import { findIn } from '../src/report/find.ts'
import { proofOf } from '../src/report/proof.ts'
import { timelineOf } from '../src/report/timeline.ts'
import { settleAgreed, settleGaps } from '../src/settle/settle.ts'
import { traceDeals } from '../src/trace/trace.ts'
import type { Deal } from '../src/deal.ts'
import { cutDeal, placeless } from './cut-deal.ts'
import { ordinaryWords, smallDeal } from './small-deal.ts'
import { dealdiff, root } from './terminal.ts'

/** What `--as-of` shows is what the file would have shown on that day: nothing said later is in it anywhere. */

const folder = `${root}/deals`
const words = parseVocabularies([
  { path: 'vocabulary.yaml', text: readFileSync(`${folder}/vocabulary.yaml`, 'utf8') },
])
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml') && name !== 'vocabulary.yaml')
const everything = { keeps: () => true, isWhole: true }

const daysOf = (deal: Deal): string[] =>
  [
    ...new Set([
      ...[...deal.sources.values()].map((s) => s.day),
      ...deal.fates.map((f) => f.source?.day ?? f.day),
    ]),
  ].sort()

/** What only a file made for it has: a conversion, a silence, a fate and a report, each told after what it is about. */
const synthetic = `
deal: later
parties: { us: United States, china: China }
words:
${ordinaryWords
  .trim()
  .split('\n')
  .map((l) => `  ${l}`)
  .join('\n')}
sources:
  us-1: { party: us, by: US, kind: leader, date: 2025-06-11, read: whole }
  china-1: { party: china, by: China, kind: leader, date: 2025-06-12, read: whole }
  paper-1: { by: A paper, kind: press, date: 2025-06-13 }
  us-2: { party: us, by: US, kind: document, date: 2025-06-20, read: whole }
  paper-2: { by: A paper, kind: press, date: 2025-06-25 }
  china-2: { party: china, by: China, kind: document, date: 2025-06, read: whole }
  us-3: { party: us, by: US, kind: document, date: 2025-07-05 10:00 -04:00 }
conversions:
  - { that: total, is: added + 25 pp, source: us-3 }
terms:
  tariff: { title: The tariff has a height, topic: tariffs, subject: tariff, obligor: us }
  relief: { title: China removes its curbs, topic: goods, subject: relief, obligor: china }
  purchases: { title: China buys soybeans, topic: goods, subject: purchases, obligor: china }
announced:
  us:
    tariff: { value: 55%, basis: total, source: us-1 }
    relief:
      - { act: suspend, scope: gallium, end: 2025-07-01, source: us-1 }
      - { act: remove, scope: gallium, end: 2026-07-01, source: us-2 }
    purchases: { act: buy, value: 12 Mt, deadline: 2025-06-28, source: us-1 }
  china:
    tariff: { value: 30%, basis: added, source: china-1 }
    relief:
      - { act: suspend, source: china-1 }
      - { act: remove, supersedes: true, source: china-2 }
    purchases:
      - { silent: [china-1], declined: china-2 }
reported:
  - { term: tariff, attributed: [us], value: 30%, basis: added, source: paper-1 }
  - { term: purchases, attributed: [china], act: buy, value: 12 Mt, source: paper-2 }
fates:
  - { term: purchases, fate: unknown, date: 2025-07-03 }
  - { term: relief, fate: voided, date: 2025-06-15, says: it was withdrawn, source: us-3 }
`

/** A deal as of a day, and the one whose file was cut by hand there. */
interface Both {
  readonly deal: Deal
  readonly cut: Deal
  readonly day: string
}
const same = ({ day }: Both, whole: unknown, cut: unknown): void =>
  expect(placeless(whole), day).toEqual(placeless(cut))

const cases: readonly (readonly [string, string])[] = [
  ...files.map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')] as const),
  ['a deal with a later conversion', synthetic],
]

/** Each file is read, and cut on each of its days, once. */
const kept = new Map<string, readonly Both[]>()
function bothOf(name: string, text: string): readonly Both[] {
  const { deal, diagnostics } = parseDeal({ path: name, text }, words)
  if (!deal) throw new Error(`${name} has errors: ${diagnostics.map((d) => d.message).join(' ')}`)
  return daysOf(deal).map((day) => ({ deal, day, cut: cutDeal(text, deal, day, words) }))
}
function eachDay(name: string, text: string, law: (both: Both) => void): void {
  const all = kept.get(name) ?? bothOf(name, text)
  kept.set(name, all)
  for (const both of all) law(both)
}

describe('the record as of a day', () => {
  for (const [name, text] of cases) {
    it(`of ${name} is the file with all later statements deleted`, () => {
      eachDay(name, text, (both) => {
        const { deal, cut, day } = both
        same(both, reportDeal(deal, day), reportDeal(cut, null))
        same(both, timelineOf(deal, day, everything), timelineOf(cut, null, everything))
        same(both, findIn(deal, ['the'], day), findIn(cut, ['the'], null))
        const term = [...deal.terms.values()].find((t) => compareTerm(deal, t, day) !== null)
        if (term) same(both, proofOf(deal, term, day), proofOf(cut, term, null))
      })
      // The last day is the whole record.
      const { deal } = parseDeal({ path: name, text }, words)
      if (!deal) throw new Error(`${name} has errors`)
      const last = daysOf(deal).at(-1) ?? null
      expect(reportDeal(deal, last)).toEqual(reportDeal(deal, null))
    })

    it(`of ${name} is that of settle, too`, () => {
      const of = (asOf: string | null) => ({ asOf, only: null, keeps: () => true })
      eachDay(name, text, (both) => {
        same(both, settleGaps([both.deal], of(both.day)), settleGaps([both.cut], of(null)))
        same(both, settleAgreed([both.deal], of(both.day)), settleAgreed([both.cut], of(null)))
      })
    })

    it(`of ${name} is that of press, too`, () => {
      const of = (deal: Deal, asOf: string | null): unknown =>
        reportPress({ deals: [deal], article: null, asOf, wants: () => true })
      eachDay(name, text, (both) => same(both, of(both.deal, both.day), of(both.cut, null)))
    })

    // The day asked for is one of its own here: what is ahead of it and what has passed.
    it(`of ${name} is that of due, too`, () => {
      const of = (deal: Deal, asOf: string): unknown => reportDue([deal], { asOf, within: null })
      eachDay(name, text, (both) => same(both, of(both.deal, both.day), of(both.cut, both.day)))
    })

    // A deal that had not begun is not traced: that, too, goes by the day asked for.
    it(`of ${name} is that of trace, too`, () => {
      const of = (deal: Deal, asOf: string): unknown => {
        const subjects = new Set([...deal.terms.values()].flatMap((t) => t.subject ?? []))
        return traceDeals(
          [deal],
          [...subjects].map((word) => ({ word, only: 'subject' as const })),
          asOf,
        )
      }
      eachDay(name, text, (both) => same(both, of(both.deal, both.day), of(both.cut, both.day)))
    })
  }

  it('knows no party that only spoke later', () => {
    const deal = smallDeal({
      us: 'act: ease',
      china: 'act: ease',
      japan: 'act: remove, source: japan-2',
      sources: ['japan-2: { party: japan, by: Japan, kind: leader, date: 2025-07-01 }'],
    })
    expect(reportDeal(deal, '2025-06-30').terms[0]?.verdict).toBe('agree')
    expect(reportDeal(deal, '2025-07-01').terms[0]?.verdict).not.toBe('agree')
  })

  it('converts nothing by what was only said later', () => {
    const deal = smallDeal({
      us: 'value: 55%, basis: total',
      china: 'value: 30%, basis: added',
      conversions: 'that: total, is: added + 25 pp',
    })
    const later = {
      ...deal,
      conversions: deal.conversions.map((c) => ({ ...c, source: 'later' })),
      sources: new Map([
        ...deal.sources,
        ['later', { ...[...deal.sources.values()][0]!, id: 'later', day: '2025-07-01', date: '2025-07' }],
      ]),
    }
    expect(reportDeal(later, '2025-06-30').terms[0]?.verdict).toBe('differs')
    expect(reportDeal(later, '2025-07-01').terms[0]?.verdict).toBe('agree')
  })

  it('counts a month from its last day, and an instant from its day', () => {
    const deal = smallDeal({
      us: 'act: ease, source: us-2',
      china: 'act: ease, source: china-2',
      sources: [
        'us-2: { party: us, by: US, kind: leader, date: 2025-07 }',
        'china-2: { party: china, by: China, kind: leader, date: 2025-07-02 10:00 +08:00 }',
      ],
    })
    const verdictOn = (day: string): string | undefined => reportDeal(deal, day).terms[0]?.verdict
    expect(verdictOn('2025-07-01')).toBeUndefined()
    expect(verdictOn('2025-07-02')).toBe('missing')
    expect(verdictOn('2025-07-30')).toBe('missing')
    expect(verdictOn('2025-07-31')).toBe('agree')
  })
})

const shown = async (line: string): Promise<string> => {
  const { code, stdout, stderr } = await dealdiff(line.split(' '))
  expect(stderr).toBe('')
  expect(code).toBe(0)
  return stdout
}
const json = async (line: string): Promise<Record<string, never>> =>
  JSON.parse(await shown(`${line} --json`)) as Record<string, never>

describe('--as-of', () => {
  it('says that nothing was announced yet', async () => {
    expect(await shown('london --as-of 2025-05-01')).toContain('Nothing was announced by 1 May 2025.')
    expect(await shown('london status --as-of 2025-05-01')).toContain('Nothing was announced by 1 May 2025.')
    expect(await shown('london status --as-of 2025-05-20')).toContain(
      'None of the 1 term of london that anyone had spoken of by 20 May 2025 is what was asked for.',
    )
    expect(await shown('london --timeline --as-of 2025-05-01')).toContain(
      'Nothing was announced by 1 May 2025.',
    )
    expect(await shown('london --as-of 2025-05-01 -f markdown')).toContain('1 May 2025')
  })

  it('says that nothing later was searched', async () => {
    const asked = 'As of 1 January 2026; nothing after 15 July 2025 was searched.'
    const plain = (text: string): string => text.replace(/\s+/g, ' ')
    expect(plain(await shown('london --as-of 2026-01-01'))).toContain(asked)
    expect(plain(await shown('london --as-of 2025-07-15'))).not.toContain('was searched')
  })

  it('lists deals as they were, those too that had not begun', async () => {
    const out = await shown('list --as-of 2025-06-12')
    expect(out).toContain('As of 12 June 2025')
    expect(out).toContain('It had not begun by 12 June 2025.')
    expect(out).toContain('15 terms from 12 statements of 12 May – 12 June 2025')
    const { list } = (await json('list --as-of 2025-06-12')) as unknown as {
      list: { deal: string; statements: number; to: string | null; terms: number }[]
    }
    expect(list.find((d) => d.deal === 'truce')).toMatchObject({ statements: 0, to: null, terms: 0 })
    for (const { to } of list) expect((to ?? '') <= '2025-06-12').toBe(true)
  })

  it('finds nothing that was said later', async () => {
    expect(await shown('find soybeans --as-of 2025-06-12')).toContain('not yet announced')
    expect(await shown('find purchases-of-nothing --as-of 2025-06-12')).toContain('said by 12 June 2025')
    const hits = async (line: string): Promise<string[]> =>
      ((await json(line)) as unknown as { find: { deal: string; term: string }[] }).find.map(
        (h) => `${h.deal} ${h.term}`,
      )
    // Lutnick's word on the chips of 15 July.
    expect(await hits('find trade deal with the magnets')).toContain('london ai-chip-controls')
    expect(await hits('find trade deal with the magnets --as-of 2025-07-14')).not.toContain(
      'london ai-chip-controls',
    )
  })

  it('checks what the terms came to on the day, and calls no comment unused', async () => {
    const run = async (line: string): Promise<{ stdout: string; stderr: string }> => dealdiff(line.split(' '))
    const { stdout } = await run('check deals/london.yaml --as-of 2025-06-11')
    expect(stdout).toContain('Terms are compared as of 11 June 2025.')
    expect(stdout).not.toContain('ignore-unused')
    const { stderr } = await run('check deals/london.yaml --as-of 2025-06-11 --write-baseline')
    expect(stderr).toContain('--write-baseline does not go with --as-of')
  })

  it('judges both revisions as of the day', async () => {
    const { stdout } = await dealdiff([
      'changes',
      'deals/london.yaml',
      'deals/geneva.yaml',
      '--as-of',
      '2025-05-12',
    ])
    expect(stdout).toContain('Verdicts as of 12 May 2025')
    const all = await dealdiff(['changes', 'deals/london.yaml', 'deals/geneva.yaml', '--json'])
    const early = await dealdiff([
      'changes',
      'deals/london.yaml',
      'deals/geneva.yaml',
      '--as-of',
      '2025-05-12',
      '--json',
    ])
    const before = (text: string): unknown =>
      (JSON.parse(text) as { changes: { deals: { before: { missing: number } }[] } }).changes.deals[0]?.before
    expect(before(all.stdout)).toMatchObject({ agree: 2 })
    expect(before(early.stdout)).toMatchObject({ agree: 1, missing: 0 })
  })

  it('knows what became of a term only from the day on which somebody says so', async () => {
    expect(await shown('london rare-earth-supply')).toContain('WHAT BECAME OF IT  no verdict rests on it')
    expect(await shown('london rare-earth-supply -f markdown')).toContain('#### What became of it')
    expect(await shown('london rare-earth-supply --as-of 2025-06-11')).not.toContain('WHAT BECAME OF IT')
  })

  it('is taken by every command, and explained by each', async () => {
    for (const line of ['explain at-odds', 'rules', 'schema deal'])
      expect(await shown(`${line} --as-of 2025-06-12`)).toBe(await shown(line))
    expect(await shown('explain --help')).toContain('changes nothing')
    expect(await shown('check --help')).toContain('compare the terms as of a day')
  })
})
