import { describe, expect, it } from 'vitest'
import { compared, compareSmall, mistakesOf, type SmallDeal } from './small-deal.ts'

/** What is recorded of a silence, and how well it is known, as of a day. */

const claim = 'act: supply, source: us-claim'
const sources = [
  'us-claim: { party: us, by: us, kind: leader, date: 2025-06-11 }',
  'old: { party: china, by: china, kind: minister, date: 2025-06-01, read: whole }',
  'whole: { party: china, by: china, kind: minister, date: 2025-06-12, read: whole }',
  'part: { party: china, by: china, kind: minister, date: 2025-06-13, read: part }',
  'unread: { party: china, by: china, kind: minister, date: 2025-06-14 }',
  'asked: { party: china, by: china, kind: spokesperson, date: 2025-06-20 }',
  'report: { by: a newspaper, kind: press, date: 2025-06-25 }',
]
/** The Chinese side of a term of which only the US speaks. */
function silent(china: string | readonly string[], asOf: string | null = null, more: SmallDeal = {}) {
  const found = compared({ us: claim, china, sources, ...more }, asOf)
  const silence = found.versions.find((v) => v.party === 'china')?.silence
  return {
    verdict: found.verdict,
    state: silence?.state,
    sources: silence?.sources.map((s) => s.id),
    quote: silence?.quote,
  }
}
const stateOf = (china: string | readonly string[], asOf: string | null = null) => silent(china, asOf).state

describe('the states of a silence, best first', () => {
  const worstFirst = [
    ['unrecorded', []],
    ['general', ['general: whole, quote: "expand trade"']],
    ['partial', ['silent: [whole, part]']],
    ['verified', ['silent: whole']],
    ['noted', ['noted-by: report']],
    ['declined', ['declined: asked']],
    ['not-applicable', ['not-applicable: true']],
  ] as const
  it.each(worstFirst)('%s', (state, entries) => {
    expect(silent(entries)).toMatchObject({ verdict: 'missing', state })
  })
  it('the first that fits is shown, in whichever order they stand', () => {
    for (const [i, [state, entries]] of worstFirst.entries())
      for (const [, others] of worstFirst.slice(0, i)) {
        // Of two searches, every source named counts.
        if (state === 'verified' && others.some((e) => e.startsWith('silent'))) continue
        expect(stateOf([...entries, ...others])).toBe(state)
        expect(stateOf([...others, ...entries])).toBe(state)
      }
  })
  it('one entry may hold several', () => {
    expect(stateOf('silent: [whole, part], declined: asked, noted-by: report')).toBe('declined')
  })
  it('names what it rests on', () => {
    expect(silent('silent: [whole, part]').sources).toEqual(['whole', 'part'])
    expect(silent('declined: asked').sources).toEqual(['asked'])
    expect(silent('noted-by: report').sources).toEqual(['report'])
    expect(silent('general: whole, quote: "expand trade"')).toMatchObject({
      sources: ['whole'],
      quote: 'expand trade',
    })
  })
  it('words that name the topic only are shown beside a search', () => {
    expect(silent(['silent: part', 'general: whole, quote: "expand trade"'])).toMatchObject({
      state: 'partial',
      quote: 'expand trade',
    })
  })
})

describe('a search', () => {
  it('of all statements takes the party’s own, joint texts among them', () => {
    expect(silent('silent: all').sources).toEqual(['china-1', 'both', 'whole', 'part', 'unread', 'asked'])
  })
  it('is verified only where every statement was read whole', () => {
    expect(stateOf('silent: [whole]')).toBe('verified')
    expect(stateOf('silent: [whole, unread]')).toBe('partial')
    expect(stateOf('silent: all')).toBe('partial')
    expect(stateOf(['silent: whole', 'silent: part'])).toBe('partial')
  })
  it('of what was said after a claim that was superseded since answers it still', () => {
    const later = 'us-later: { party: us, by: us, kind: leader, date: 2025-07-01 }'
    const us = [claim, 'act: supply, supersedes: true, source: us-later']
    expect(silent('silent: whole', null, { us, sources: [...sources, later] }).state).toBe('verified')
  })

  it('of what is older than the other side’s first claim proves nothing', () => {
    expect(stateOf('silent: old')).toBe('unrecorded')
    expect(stateOf('declined: old')).toBe('unrecorded')
    expect(silent('silent: [old, whole]')).toMatchObject({ state: 'verified', sources: ['whole'] })
  })
  it('of a statement of the same day counts', () => expect(stateOf('silent: china-1')).toBe('verified'))
})

describe('as of a day', () => {
  it('what was said later is not known yet', () => {
    const entries = ['silent: [whole, part]', 'declined: asked', 'noted-by: report']
    expect(stateOf(entries, '2025-06-11')).toBe('unrecorded')
    expect(silent(entries, '2025-06-12')).toMatchObject({ state: 'verified', sources: ['whole'] })
    expect(silent(entries, '2025-06-13')).toMatchObject({ state: 'partial', sources: ['whole', 'part'] })
    expect(stateOf(entries, '2025-06-20')).toBe('declined')
    expect(stateOf(['noted-by: report', 'silent: whole'], '2025-06-24')).toBe('verified')
    expect(stateOf(['noted-by: report', 'silent: whole'], '2025-06-25')).toBe('noted')
    expect(stateOf('general: whole, quote: "expand trade"', '2025-06-11')).toBe('unrecorded')
  })
  it('a claim that comes later ends the silence', () => {
    const history = ['silent: whole', 'act: supply, source: asked']
    expect(silent(history, '2025-06-19')).toMatchObject({ verdict: 'missing', state: 'verified' })
    expect(compared({ us: claim, china: history, sources }, '2025-06-20').verdict).toBe('agree')
  })
  it('before anyone speaks the term has no row', () => {
    expect(compareSmall({ us: claim, sources }, '2025-06-10')).toBeNull()
    expect(compareSmall({ china: 'silent: all' })).toBeNull()
  })
})

describe('aside: missing, and yet no commitment unanswered', () => {
  const aside = (small: SmallDeal): boolean => {
    const found = compared(small)
    expect(found.verdict).toBe('missing')
    return found.aside
  }
  it.each([
    ['a commitment', 'act: supply', undefined, false],
    ['a term that is a fact', 'value: yes', 'nature: fact', true],
    ['a term that is a demand', 'act: supply', 'nature: demand', true],
    ['a claim that is an estimate', 'value: 10%, nature: estimate', undefined, true],
    ['a claim of a commitment on a term', 'value: 10%, nature: commitment', undefined, false],
    ['a denial by stance', 'act: supply, stance: shall not', undefined, true],
    ['a denial by no commitment', 'act: supply, stance: no commitment', undefined, true],
    ['a denial by act', 'act: not remove', undefined, true],
    ['that it stays as it is', 'act: keep', undefined, true],
    ['a denial by status', 'status: not concluded', undefined, true],
    ['that there is nothing', 'status: none', undefined, true],
    ['no', 'value: no', undefined, true],
  ])('%s', (_, us, term, expected) => expect(aside({ us, ...(term ? { term } : {}) })).toBe(expected))
  it('a commitment beside a denial is none', () =>
    expect(aside({ us: ['act: supply', 'value: no, part: other'] })).toBe(false))
  it('no matter of theirs', () =>
    expect(aside({ us: 'act: supply', china: 'not-applicable: true' })).toBe(true))
  it('that the other side has no matter makes no pair', () => {
    expect(compared({ us: 'act: supply', china: 'not-applicable: true' }).pairs).toEqual([])
  })
})

describe('mistakes', () => {
  it('a silence is of the party’s own statements, and of one party', () => {
    expect(mistakesOf({ us: claim, china: 'silent: us-claim', sources })).toEqual(['wrong-speaker'])
    expect(mistakesOf({ us: claim, china: 'declined: us-claim', sources })).toEqual(['wrong-speaker'])
    expect(mistakesOf({ jointly: 'silent: all', sources })).toEqual(['wrong-type'])
  })
})
