import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compareTerm } from '../src/compare/compare.ts'
import { parseDeal, parseVocabularies } from '../src/read/parse.ts'
import { reportDeal } from '../src/report/deal-report.ts'
import { findIn } from '../src/report/find.ts'
import { proofOf } from '../src/report/proof.ts'
import { timelineOf } from '../src/report/timeline.ts'
import type { Deal } from '../src/deal.ts'
import { cutDeal, placeless } from './cut-deal.ts'
import { smallDeal } from './small-deal.ts'
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

describe('the record as of a day', () => {
  for (const name of files)
    it(`of ${name} is the file with all later statements deleted`, () => {
      const text = readFileSync(`${folder}/${name}`, 'utf8')
      const { deal } = parseDeal({ path: name, text }, words)
      if (!deal) throw new Error(`${name} has errors`)
      for (const day of daysOf(deal)) {
        const cut = cutDeal(text, deal, day, words)
        expect(placeless(reportDeal(deal, day)), day).toEqual(placeless(reportDeal(cut, null)))
        expect(placeless(timelineOf(deal, day, everything)), day).toEqual(
          placeless(timelineOf(cut, null, everything)),
        )
        expect(placeless(findIn(deal, ['the'], day)), day).toEqual(placeless(findIn(cut, ['the'], null)))
        const term = [...deal.terms.values()].find((t) => compareTerm(deal, t, day) !== null)
        if (term) expect(placeless(proofOf(deal, term, day))).toEqual(placeless(proofOf(cut, term, null)))
      }
      // The last day is the whole record.
      const last = daysOf(deal).at(-1) ?? null
      expect(reportDeal(deal, last)).toEqual(reportDeal(deal, null))
    })

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
