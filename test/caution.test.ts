import { describe, expect, it } from 'vitest'
import { compared, type SmallDeal } from './small-deal.ts'

/**
 * Where the comparison goes beyond exact sets to the side of caution (`compare/caution.ts`): a clash that a careful
 * reader would not see is none, or is doubtful; and beside each, the clash that stays one.
 */
type Row = readonly [
  us: string | readonly string[],
  china: string | readonly string[],
  verdict: string,
  more?: Partial<SmallDeal>,
]

const rows: Readonly<Record<string, readonly Row[]>> = {
  'phases that touch': [
    ['value: 15%, end: through 2025-12-31', 'value: 10%, start: 2026-01-01', 'differs'],
    ['value: 15%, end: 2026-01-01', 'value: 10%, start: 2026-01-01', 'differs'],
    ['act: keep, end: 2025-12-31', 'act: remove, start: 2026-01-01', 'differs'],
    ['value: 15%, end: 2026-01-05', 'value: 10%, start: 2026-01-01', 'contradiction'],
  ],
  'hedges and what is not agreed yet': [
    ['act: remove, force: hopes', 'act: keep', 'unclear'],
    ['value: 10%, status: negotiating', 'value: 20%', 'unclear'],
    ['value: 10%, status: only proposed', 'value: 20%', 'unclear'],
    ['value: 10%, status: concluded', 'value: 20%', 'contradiction'],
  ],
  'what only may be': [
    ['act: ease, stance: may, value: 10%', 'act: ease, value: 5%', 'unclear'],
    ['act: ease, value: 10%', 'act: ease, value: 5%', 'contradiction'],
  ],
  'natures, value by value': [
    ['value: 20%, nature: demand', 'value: 10%', 'differs'],
    [['act: ease', 'value: 20%, nature: demand'], 'act: ease, value: 10%', 'differs'],
    ['value: 20%', 'value: 10%', 'differs', { term: 'nature: demand' }],
    ['value: 20%, nature: fact', 'value: 10%', 'differs'],
    ['value: 20%', 'value: 10%', 'contradiction', { term: 'nature: fact' }],
  ],
  'two noes': [
    ['act: ease, value: none', 'act: not ease', 'differs'],
    ['value: no', 'value: none', 'differs'],
    ['act: ease, stance: shall not, value: 20%', 'act: ease, stance: shall not, value: 10%', 'differs'],
  ],
  'the dates of two steps': [
    ['status: signed, start: 2025-09-04', 'status: concluded, start: 2025-07-22', 'at-odds'],
    ['status: signed, start: 2025-09-04', 'status: signed, start: 2025-07-22', 'contradiction'],
  ],
  'whom a denial meets': [
    ['act: supply', 'act: not supply, scope: us military users', 'unclear'],
    ['act: supply, scope: us end users', 'act: not supply, scope: us military users', 'contradiction'],
    ['value: no, scope: only gallium', 'value: yes, scope: magnets', 'differs'],
  ],
  'what is assumed': [
    ['value: 10%', 'act: remove', 'differs', { term: 'assume: { act: keep }' }],
    ['value: 10%, start: at once', 'value: 10%', 'agree', { term: 'assume: { start: 2025-11-10 }' }],
  ],
  'one figure in two units': [
    ['value: 12 Mt', 'value: 440 mn bushels of soybeans', 'differs'],
    ['value: 12 Mt', 'value: 500 mn bushels of soybeans', 'contradiction'],
    ['start: 2025-06-11, duration: 3 months', 'start: 2025-06-11, duration: 90 days', 'differs'],
    ['start: 2025-06-11, duration: 6 months', 'start: 2025-06-11, duration: 90 days', 'contradiction'],
  ],
  'parts without a name': [
    [['value: 55%', 'part: f, value: 20%'], 'part: f, value: 20%', 'differs'],
    ['value: 55%', 'part: f, value: 20%', 'contradiction'],
  ],
  'rates between currencies, either way round': [
    ['value: 100 GBP', 'value: 140 USD', 'differs', { conversions: 'that: 1 GBP, is: 1.35 USD' }],
    ['value: 140 USD', 'value: 100 GBP', 'differs', { conversions: 'that: 1 GBP, is: 1.35 USD' }],
    ['value: 100 GBP', 'value: 149.5 USD', 'contradiction', { conversions: 'that: 1 GBP, is: 1.35 USD' }],
    ['value: 149.5 USD', 'value: 100 GBP', 'contradiction', { conversions: 'that: 1 GBP, is: 1.35 USD' }],
  ],
}

for (const [name, table] of Object.entries(rows))
  describe(name, () => {
    for (const [us, china, verdict, more] of table)
      it(`${JSON.stringify(us)} against ${JSON.stringify(china)}: ${verdict}`, () => {
        expect(compared({ us, china, ...more }).verdict).toBe(verdict)
      })
  })

/** What one side says of which the other is silent: a no is counted aside, for it leaves nothing unanswered. */
const aside: readonly (readonly [us: string, isAside: boolean, more?: SmallDeal])[] = [
  ['value: no', true],
  ['value: none', true],
  ['value: not yes', true],
  ['value: no, scope: soybeans', true],
  ['value: no, act: buy', true],
  ['value: yes', false],
  ['value: some', false],
  ['value: not 10%', true],
  ['act: not remove', true],
  ['act: not remove, end: 2026-11-10', true],
  ['act: not remove, status: concluded', true],
  ['act: not buy, value: 12 Mt', true],
  ['act: not remove, value: yes', false],
  ['act: keep', true],
  ['act: keep, value: 10%', false],
  ['act: only suspend', false],
  ['stance: shall not, act: remove', true],
  ['stance: shall not, act: buy, value: 12 Mt', true],
  ['stance: no commitment', true],
  ['stance: shall not, act: not remove', false],
  ['stance: shall not, act: keep', false],
  ['stance: may, act: remove', false],
  ['status: not concluded', true],
  ['status: not concluded, start: 2026-01', true],
  ['status: concluded', false],
  ['act: buy, status: not concluded', false],
  ['value: 12 Mt, status: not concluded', false],
  ['value: 12 Mt, act: buy, status: not concluded', false],
  ['stance: may, status: not concluded', false],
  ['value: not china', false, { term: 'choices: [china, us, together]' }],
  ['says: it does nothing of the kind', false],
]
describe('a no that nobody answers', () => {
  for (const [us, isAside, more] of aside)
    it(`${us} is ${isAside ? '' : 'not '}counted aside`, () => {
      const found = compared({ us, china: 'silent: all', ...more })
      expect([found.verdict, found.aside]).toEqual(['missing', isAside])
    })

  it('is one only where every claim says no', () => {
    const { aside: isAside } = compared({
      us: ['act: not buy, part: a', 'act: buy, part: b'],
      china: 'silent: all',
    })
    expect(isAside).toBe(false)
  })
})
