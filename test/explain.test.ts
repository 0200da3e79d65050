import { describe, expect, test } from 'vitest'
import { compareTerms } from '../src/compare/compare.ts'
import { pagesFor } from '../src/explain.ts'
import { aspect, verdictWords } from '../src/formats/text/words.ts'
import { aspectLabels } from '../src/report/labels.ts'
import { reportDeal } from '../src/report/deal-report.ts'
import { judgementCases } from '../src/explain/judgements.ts'
import { judgements } from '../src/verdict.ts'
import { facets } from '../src/facets/index.ts'
import type { Example } from '../src/report/report.ts'
import { all, dealAround, vocabulary } from './explained.ts'
import { parseVocabularies } from '../src/read/parse.ts'
import { dealdiff } from './terminal.ts'

/** The words of the examples that the keys of facets give. */
const ofKeys = `axes:
  goods: { critical minerals: [rare earths, gallium] }
  users: [civilian users, us military users]
ladders: { act: [{ steps: [suspend, remove] }] }
bases: { stacked-total: { says: all of it } }
conditions: { leaders approval: they approve }
events: { china delivers: it delivers, us measures rollback: they end }`

function outcome(shown: Example) {
  const nobody = shown.us === null && shown.china === null
  const deal = dealAround(shown, nobody ? 'value: yes' : null)
  const [compared] = compareTerms(deal, null)
  const [term] = reportDeal(deal, null).terms
  if (!compared || !term) throw new Error('the term has no row')
  return {
    verdict: term.verdict,
    codes: term.reasons.map((r) => r.code),
    silence: compared.versions[1]?.silence?.state,
  }
}

describe('examples', () => {
  const examples = all.flatMap((page) =>
    page.examples.map((shown, i) => ({
      page,
      shown,
      name: `${page.kind} ${page.word}, ${i + 1}`,
    })),
  )
  test.each(examples)('$name', ({ page, shown }) => {
    const { verdict, codes, silence } = outcome(shown)
    expect({ ...shown, verdict }).toEqual(shown)
    if (page.kind === 'reason') expect(codes).toContain(page.word)
    if (page.kind === 'verdict') expect(shown.verdict).toBe(page.word)
    if (page.kind === 'silence') expect(silence).toBe(page.word)
    expect(shown.because).toMatch(/^\S.*[^.]\.$/)
  })

  test.each(judgements)('a report is: %s', (judgement) => {
    const { reported, ...sides } = judgementCases[judgement]
    const [compared] = compareTerms(dealAround(sides, reported), null)
    expect(compared?.reported[0]?.judgement).toEqual([{ party: 'china', judgement }])
  })

  test('a diagram of a key shows values that are understood', () => {
    for (const facet of facets)
      for (const { key, examples } of facet.keys)
        for (const value of examples) {
          const start = key === 'duration' ? 'start: 2025-11-10, ' : ''
          const us = key === 'value' ? `value: ${value}` : `value: yes, ${start}${key}: ${value}`
          expect(
            () => dealAround({ us, china: null, words: ofKeys }, null, parseVocabularies([])),
            us,
          ).not.toThrow()
        }
  })
})

describe('no label of a screen is without its page', () => {
  const unknown = (labels: Iterable<string>): readonly string[] =>
    [...new Set(labels)].filter((label) => pagesFor(label, vocabulary).length === 0)

  test('an aspect, by every name that it can have', () => {
    expect(Object.keys(aspectLabels).sort()).toEqual(facets.map((f) => f.name).sort())
    const names = facets.map((f) => aspect(f.name, null, []))
    const axes = [...vocabulary.axes.keys(), 'tariff-layers'].map((axis) => aspect('scope', axis, []))
    expect(unknown([...names, ...axes, aspect('measure', null, ['yes', 'no'])])).toEqual([])
  })

  test('a verdict, as heading, as label and as counted', () => {
    expect(
      unknown(
        Object.values(verdictWords).flatMap(({ heading, label, one, many }) => [heading, label, one, many]),
      ),
    ).toEqual([])
  })

  test('what is said of a silence and of a place where a statement was read', () => {
    const said = [
      'not found in 1 statement, not seen whole',
      'not found in 5 statements, none seen whole',
      'searched: not found in 2 statements',
      'was asked, would not say',
      'asked would not say',
      'is said by Bloomberg to be silent',
      'reported to be silent',
      'spoke only of the topic',
      'nothing recorded',
      'searched 1 statement, older than the claim',
      'does not apply',
      'none was seen whole',
      'read at the issuer',
      'read in a reprint',
      'read in a report',
      'no joint text',
      'counted aside',
      'the US against itself',
      'China would have to do',
    ]
    expect(unknown(said)).toEqual([])
  })

  test('what every proof of the shipped deals prints: headings, names of rows, what stands above', async () => {
    const labels: string[] = []
    for (const deal of ['geneva', 'london', 'truce']) {
      const { stdout } = await dealdiff([deal, '--format', 'json'])
      const ids = (JSON.parse(stdout) as { deals: { terms: { id: string }[] }[] }).deals.flatMap((d) =>
        d.terms.map((t) => t.id),
      )
      const proofs = (await dealdiff([deal, ...ids, '--width', '200'])).stdout
      for (const [, heading = ''] of proofs.matchAll(/^(?:\S )?([A-Z]{2,}(?: [A-Z]+)*)(?= {2}|$)/gm))
        labels.push(heading)
      for (const [line] of proofs.matchAll(/^(?:topic|nature|would have to do it|in other deals): .*$/gm))
        labels.push(...line.split(' · ').map((part) => part.split(':')[0] ?? ''))
      for (const [table] of proofs.matchAll(/^SIDE BY SIDE.*\n(?:.+\n)+/gm))
        for (const [, name = ''] of table.matchAll(/^ {2}(\S+(?: \S+)*) {2,}\S/gm)) labels.push(name)
    }
    expect(labels).toEqual(expect.arrayContaining(['VERDICT BY DATE', 'in other deals', 'how far along']))
    expect(unknown(labels)).toEqual([])
  })
})
