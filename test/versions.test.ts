import { describe, expect, it } from 'vitest'
import { compared, compareSmall, mistakesOf, reasonsOf, type SmallDeal } from './small-deal.ts'

/** What a party's history comes to: folding, ties, parts; against itself; more than two parties; joint and reported claims. */

const sources = [
  'text: { party: us, by: us, kind: text, date: 2025-06-01 }',
  'document: { party: us, by: us, kind: document, date: 2025-06-02 }',
  'leader: { party: us, by: us, kind: leader, date: 2025-06-03 }',
  'minister: { party: us, by: us, kind: minister, date: 2025-06-04 }',
  'spokesperson: { party: us, by: us, kind: spokesperson, date: 2025-06-05 }',
  'unranked: { party: us, by: us, date: 2025-06-06 }',
  'leader-2: { party: us, by: us, kind: leader, date: 2025-06-07 }',
  'leader-3: { party: us, by: us, kind: leader, date: 2025-06-07 }',
  'leader-4: { party: us, by: us, kind: leader, date: 2025-06-07 }',
  'month: { party: us, by: us, kind: leader, date: 2025-05 }',
]
/** The facets of the US version, as text. */
function version(
  us: string | readonly string[],
  asOf: string | null = null,
  more: SmallDeal = {},
): Record<string, string> {
  const side = compared({ us, sources, ...more }, asOf).versions.find((v) => v.party === 'us')
  const parts = side?.version?.parts ?? []
  return Object.fromEntries(
    parts.flatMap((p) =>
      [...p.slots].map(([key, slot]) => [p.name === null ? key : `${p.name}: ${key}`, slot.stated.text]),
    ),
  )
}
const against = (us: string | readonly string[], china: string) => compared({ us, china, sources })

describe('folding', () => {
  const ranks = ['text', 'document', 'leader', 'minister', 'spokesperson']
  it('takes the highest rank, however early', () => {
    for (const [i, high] of ranks.entries())
      for (const low of ranks.slice(i + 1))
        expect(version([`value: 20%, source: ${low}`, `value: 10%, source: ${high}`])).toEqual({
          measure: '10%',
        })
  })
  it('ranks a statement of no kind lowest', () => {
    expect(version(['value: 20%, source: unranked', 'value: 10%, source: minister'])).toEqual({
      measure: '10%',
    })
  })
  it('takes the latest of one rank', () => {
    expect(version(['value: 10%, source: leader', 'value: 20%, source: leader-2'])).toEqual({
      measure: '20%',
    })
    expect(version(['value: 20%, source: leader-2', 'value: 10%, source: leader'])).toEqual({
      measure: '20%',
    })
  })
  it('counts a month from its last day', () => {
    expect(version(['value: 10%, source: month', 'value: 20%, source: leader'], '2025-05-31')).toEqual({
      measure: '10%',
    })
    expect(compareSmall({ us: 'value: 10%, source: month', sources }, '2025-05-30')).toBeNull()
  })
  it('keeps the claim that each facet came from', () => {
    const side = compared({
      us: ['value: 10%, source: text', 'act: ease, value: 20%, source: leader'],
      sources,
    }).versions[0]
    const slots = [...(side?.version?.parts[0]?.slots ?? [])].map(([key, slot]) => [
      key,
      slot.claim?.source.id,
    ])
    expect(Object.fromEntries(slots)).toEqual({ act: 'leader', measure: 'text' })
  })
  it('goes unit by unit', () => {
    // A figure with its basis and period; start with end; each axis of scope with its except; every other facet alone.
    expect(
      version(['value: 55%, basis: total, source: text', 'value: 30%, period: 2026, source: leader']),
    ).toEqual({ measure: '55% (total)' })
    expect(
      version(['end: 2026-11-10, source: text', 'start: 2025-11-10, end: 2027-11-10, source: leader']),
    ).toEqual({ end: '2026-11-10' })
    expect(
      version(['scope: us end users, source: text', 'scope: [gallium, civilian users], source: leader']),
    ).toEqual({
      'scope goods': 'gallium',
      'scope users': 'us end users',
    })
    expect(
      version([
        'scope: critical minerals, except: gallium, source: text',
        'scope: rare earths, act: supply, source: leader',
        'conditions: none, source: minister',
      ]),
    ).toEqual({
      'scope goods': 'critical minerals, except gallium',
      act: 'supply',
      conditions: 'none',
    })
  })
  it('as of a day knows what was said by then', () => {
    const history = [
      'value: 10%, source: leader',
      'value: 20%, source: leader-2',
      'act: ease, source: minister',
    ]
    expect(version(history, '2025-06-03')).toEqual({ measure: '10%' })
    expect(version(history, '2025-06-06')).toEqual({ measure: '10%', act: 'ease' })
    expect(version(history, '2025-06-07')).toEqual({ measure: '20%', act: 'ease' })
  })
})

describe('a tie of rank and day', () => {
  const tied = (...values: string[]): string[] => values.map((v, i) => `${v}, source: leader-${i + 2}`)
  it('is what both say', () => {
    expect(against(tied('value: at least 5%', 'value: 10%'), 'value: 10%').verdict).toBe('agree')
    expect(
      against(tied('scope: [gallium, germanium]', 'scope: [gallium, magnets]'), 'scope: gallium').verdict,
    ).toBe('agree')
    expect(
      against(
        tied('conditions: leaders approval', 'conditions: rules met'),
        'conditions: [leaders approval, rules met]',
      ).verdict,
    ).toBe('agree')
    expect(
      against(tied('start: 2025-11', 'start: 2025-11-10 to 2025-12-10'), 'start: 2025-11-10 to 2025-11-30')
        .verdict,
    ).not.toBe('contradiction')
  })
  it.each([
    [['value: at least 5%', 'value: at most 9%'], 'value: 12%'],
    [['value: at least 5%', 'value: at most 9%'], 'value: 3%'],
    [['status: in principle', 'status: not signed'], 'status: signed'],
    [['status: in principle', 'status: not signed'], 'status: negotiating, quote: "x"'],
    [['act: ease', 'act: not remove'], 'act: remove'],
    [['act: ease', 'act: not remove'], 'act: keep'],
  ])('%j is what both allow, and so clashes with { %s } or is beside it', (values, china) => {
    const clashes = !china.includes('negotiating')
    expect(against(tied(...values), china).verdict === 'contradiction').toBe(clashes)
    expect(against(tied(...values.toReversed()), china).verdict === 'contradiction').toBe(clashes)
  })
  it('that leaves nothing is either of the two, and a clash of the side with itself', () => {
    const found = against(tied('value: 10%', 'value: 20%'), 'value: 10%')
    expect(found.verdict).not.toBe('contradiction')
    expect(found.inconsistencies.map((i) => [i.party, i.facet, i.clash])).toEqual([['us', 'measure', true]])
  })
  it('of three does not depend on the order', () => {
    const values = ['value: 10%', 'value: 20%', 'value: 30%']
    const orders = values
      .flatMap((a) => values.flatMap((b) => values.map((c) => [a, b, c])))
      .filter((o) => new Set(o).size === 3)
    const verdicts = orders.map((o) => against(tied(...o), 'value: 10%').verdict)
    expect(new Set(verdicts).size).toBe(1)
    expect(verdicts).not.toContain('contradiction')
  })
})

describe('supersedes', () => {
  const drop = 'act: ease, supersedes: true, source: leader'
  it('drops every earlier claim of the part, of any rank', () => {
    expect(version(['value: 10%, source: text', drop])).toEqual({ act: 'ease' })
    expect(version(['value: 10%, source: text', drop], '2025-06-02')).toEqual({ measure: '10%' })
  })
  it('drops no later one, none of its own day, and none of another part', () => {
    expect(version([drop, 'value: 10%, source: leader-2'])).toEqual({ act: 'ease', measure: '10%' })
    const sameDay = 'act: ease, supersedes: true, source: leader-3'
    expect(version(['value: 10%, source: leader-2', sameDay])).toEqual({ act: 'ease', measure: '10%' })
    expect(version(['value: 10%, part: a, source: text', drop])).toEqual({ 'a: measure': '10%', act: 'ease' })
  })
})

describe('parts', () => {
  it('meet where they bear one name, or one bears none', () => {
    expect(against('value: 10%, part: a', 'value: 20%, part: a').verdict).toBe('contradiction')
    expect(against('value: 10%, part: a', 'value: 20%').verdict).toBe('contradiction')
    expect(against('value: 10%, part: a', 'value: 20%, part: b').verdict).toBe('differs')
  })
  it('agree where every part has one that agrees', () => {
    const two = ['value: 10%, scope: gallium, part: a', 'value: 20%, scope: magnets, part: b']
    expect(compared({ us: two, china: two }).verdict).toBe('agree')
    expect(compared({ us: two, china: two[0] as string }).verdict).toBe('differs')
    expect(
      compared({ us: two, china: [two[0] as string, 'value: 30%, scope: magnets, part: b'] }).verdict,
    ).toBe('contradiction')
  })
  it('show the worst of what each best meets', () => {
    const us = ['value: 10%, scope: gallium, part: a', 'act: remove, scope: magnets, part: b']
    expect(
      compared({ us, china: ['value: 10%, scope: gallium, part: a', 'act: ease, scope: magnets, part: b'] })
        .verdict,
    ).toBe('at-odds')
  })
  it('are wanted where two claims have nothing in common', () => {
    expect(mistakesOf({ us: ['act: supply, scope: gallium', 'act: supply, scope: magnets'] })).toEqual([
      'parts-missing',
    ])
    expect(mistakesOf({ us: ['value: 5 Mt, period: 2026', 'value: 5 Mt, period: 2028'] })).toEqual([
      'parts-missing',
    ])
    expect(
      mistakesOf({ us: ['act: supply, scope: gallium, part: a', 'act: supply, scope: magnets, part: b'] }),
    ).toEqual([])
  })
})

describe('a side against itself', () => {
  const itself = (us: readonly string[]) =>
    compared({ us, china: 'silent: all', sources }).inconsistencies.map((i) => [
      i.facet,
      i.clash,
      ...i.claims.map((c) => c.source.id),
    ])
  it('two claims in force that cannot both hold', () => {
    expect(itself(['value: 10%, source: leader', 'value: 20%, source: leader-2'])).toEqual([
      ['measure', true, 'leader', 'leader-2'],
    ])
    expect(itself(['act: remove, source: text', 'act: keep, source: minister'])).toEqual([
      ['act', true, 'text', 'minister'],
    ])
  })
  it('a later word of lower rank that moves a figure or a date', () => {
    expect(itself(['deadline: 2025-12-31, source: text', 'deadline: 2025-10-31, source: minister'])).toEqual([
      ['deadline', false, 'text', 'minister'],
    ])
    expect(
      itself(['deadline: 2025-12-31, source: leader', 'deadline: 2025-10-31, source: leader-2']),
    ).toEqual([])
  })
  it('what was superseded is not held against it', () => {
    expect(itself(['value: 10%, source: leader', 'value: 20%, supersedes: true, source: leader-2'])).toEqual(
      [],
    )
  })
  it('makes no verdict between the parties', () => {
    const found = against(['value: 10%, source: text', 'value: 20%, source: minister'], 'value: 10%')
    expect([found.verdict, found.inconsistencies.length]).toEqual(['agree', 1])
  })
})

describe('more than two parties', () => {
  const pairs = (small: SmallDeal) => compared(small).pairs.map((p) => [...p.parties, p.verdict])
  it('every pair is judged, and the term shows the worst', () => {
    const small = { us: 'act: remove', china: 'act: ease', japan: 'act: keep' }
    expect(pairs(small)).toEqual([
      ['us', 'china', 'at-odds'],
      ['us', 'japan', 'contradiction'],
      ['china', 'japan', 'contradiction'],
    ])
    expect(compared(small).verdict).toBe('contradiction')
    expect(compared({ us: 'act: remove', china: 'act: ease', japan: 'silent: all' }).verdict).toBe('at-odds')
  })
  it('a party of which nothing is recorded makes no pair where two others have claims', () => {
    const two = {
      us: 'act: remove',
      china: 'act: remove',
      eu: 'part: other, act: remove',
      term: 'between: [us, china]',
    }
    expect(pairs(two)).toEqual([['us', 'china', 'agree']])
    const three = { us: 'act: remove', china: 'act: remove', japan: 'silent: all' }
    expect(pairs(three).map((p) => p[2])).toEqual(['agree', 'missing', 'missing'])
  })
  it('who is not among `between` is not judged', () => {
    expect(
      pairs({ us: 'act: remove', china: 'act: keep', japan: 'act: remove', term: 'between: [us, japan]' }),
    ).toEqual([['us', 'japan', 'agree']])
  })
  it('answers that meet two by two and have nothing in common', () => {
    const term = 'choices: [a, b, c]'
    const found = compared({ us: 'value: [a, b]', china: 'value: [b, c]', japan: 'value: [a, c]', term })
    expect([found.verdict, found.jointlyEmpty]).toEqual(['differs', ['us', 'china', 'japan']])
    expect(
      compared({ us: 'value: [a, b]', china: 'value: [b, c]', japan: 'value: [b]', term }).jointlyEmpty,
    ).toEqual([])
  })
})

describe('joint claims', () => {
  it('outrank everything that a side says by itself, on whatever day, until a later claim supersedes them', () => {
    const own = ['order: { party: us, by: us, kind: text, date: 2025-06-12 }', ...sources]
    const stands = (us: string): Record<string, string> =>
      version(us, null, { jointly: 'value: 10%', sources: own })
    for (const source of ['order', 'text', 'leader', 'unranked'])
      expect(stands(`value: 20%, source: ${source}`)).toEqual({ measure: '10%' })
    expect(stands('value: 20%, supersedes: true, source: order')).toEqual({ measure: '20%' })
  })
  it('are a claim of each party, of the rank of their source', () => {
    expect(compared({ jointly: 'value: 10%' }).verdict).toBe('agree')
    expect(compared({ jointly: 'value: 10%', china: 'value: 20%' }).verdict).toBe('agree')
    expect(compared({ jointly: 'value: 10%', japan: 'act: ease' }).pairs.map((p) => p.verdict)).toEqual([
      'agree',
      'differs',
      'differs',
    ])
  })
  it('let each side fill what they leave open', () => {
    const found = compared({ jointly: 'value: 10%', us: 'end: permanent', china: 'end: 2026-11-10' })
    expect([found.verdict, reasonsOf(found)]).toEqual(['contradiction', ['end clash']])
  })
  it('come from a source of several parties, and a claim from one of its own', () => {
    expect(mistakesOf({ jointly: 'value: 10%, source: us-1' })).toEqual(['not-joint'])
    expect(mistakesOf({ us: 'value: 10%, source: china-1' })).toEqual(['wrong-speaker'])
  })
})

describe('what the term assumes', () => {
  const term = 'assume: { period: 2026 to 2028, value: 1 Mt }'
  it('is taken for a side that is silent on it, and for no other', () => {
    expect(
      compared({ us: 'end: 2026-11-10', china: 'duration: 1 year', term: 'assume: { start: 2025-11-10 }' })
        .verdict,
    ).toBe('agree')
    expect(
      compared({ us: 'act: ease', china: 'act: ease, value: 1 Mt, period: 2026 to 2028', term }).verdict,
    ).toBe('agree')
  })
})

describe('what the press reports', () => {
  const press = ['news: { by: a newspaper, kind: press, date: 2025-07-01 }']
  const judged = (small: SmallDeal, report: string, attributed = '[china]') =>
    compared({ ...small, sources: press, reported: [`source: news, attributed: ${attributed}, ${report}`] })
      .reported[0]?.judgement

  it.each([
    ['as announced', 'act: suspend'],
    ['more than announced', 'act: remove'],
    ['less than announced', 'act: ease'],
    ['against what was announced', 'act: keep'],
    ['unclear', 'act: supply'],
    ['more than announced', 'act: suspend, value: 10%'],
  ])('%s: { %s }', (judgement, report) => {
    expect(judged({ china: 'act: suspend', us: 'silent: all' }, report)).toEqual([
      { party: 'china', judgement },
    ])
  })
  it('announced by another only', () => {
    expect(judged({ us: 'act: suspend' }, 'act: suspend')).toEqual([
      { party: 'china', judgement: 'announced by another only' },
    ])
  })
  it('announced by neither: press only', () => {
    expect(judged({}, 'act: suspend')).toEqual([{ party: 'china', judgement: 'announced by neither' }])
    expect(
      compared({ sources: press, reported: ['source: news, attributed: [china], act: suspend'] }).verdict,
    ).toBe('press-only')
  })
  it('one judgement for each party, none for nobody', () => {
    expect(judged({ us: 'act: suspend', china: 'act: keep' }, 'act: suspend', '[us, china]')).toEqual([
      { party: 'us', judgement: 'as announced' },
      { party: 'china', judgement: 'against what was announced' },
    ])
    expect(judged({ us: 'act: suspend' }, 'act: suspend', 'none')).toEqual([])
  })
  it('changes no verdict, and is not known before its day', () => {
    const small = {
      us: 'act: suspend',
      china: 'act: suspend',
      sources: press,
      reported: ['source: news, attributed: [china], act: keep'],
    }
    expect(compared(small).verdict).toBe('agree')
    expect(compared(small, '2025-06-30').reported).toEqual([])
  })
  it('is never a side’s word', () => {
    expect(mistakesOf({ us: 'act: suspend, source: news', sources: press })).toEqual(['press-as-party'])
  })
})
