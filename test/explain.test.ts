import { describe, expect, test } from 'vitest'
import { compareTerms } from '../src/compare/compare.ts'
import { reportDeal } from '../src/report/deal-report.ts'
import { judgementCases } from '../src/explain/judgements.ts'
import { judgements } from '../src/verdict.ts'
import { facets } from '../src/facets/index.ts'
import type { Example } from '../src/report/report.ts'
import { all, dealAround } from './explained.ts'

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
          expect(() => dealAround({ us, china: null, words: ofKeys }, null, []), us).not.toThrow()
        }
  })
})
