import { describe, expect, it } from 'vitest'
import { listPossible } from '../src/relation.ts'
import type { Verdict } from '../src/verdict.ts'
import { judge } from './laws/claims.ts'
import { allPairs, relationOfSets, upTo } from './plain-sets.ts'
import { compared, mistakesOf, reasonsOf, type SmallDeal } from './small-deal.ts'

/** The tables of the method (section 2), each by enumeration; what is expected comes from sets written out here. */

/** How the US side stands to the Chinese one along a facet, and what the pair comes to. */
function stand(
  us: string,
  china: string,
  facet: string,
  more: SmallDeal = {},
): { relation: string; verdict: Verdict } {
  const { pairs, verdict } = compared({ us, china, ...more })
  const row = pairs[0]?.rows.find((r) => r.facet === facet && !r.denial)
  return { relation: row ? listPossible(row.possible).join('|') : 'equal', verdict }
}
const relation = (us: string, china: string, facet: string, more: SmallDeal = {}): string =>
  stand(us, china, facet, more).relation
const verdictOf = (us: string, china: string, more: SmallDeal = {}): Verdict =>
  compared({ us, china, ...more }).verdict

/** `A | B | what comes of it` a line: the table as it is read. */
const lines = (table: string): [string, string, string][] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split(' | ').map((cell) => cell.trim()) as [string, string, string])

describe('one number, said in five ways', () => {
  const ways = ['exactly', 'at least', 'at most', 'about', 'unstated']
  const said = (way: string): string => (way === 'unstated' ? 'act: ease' : `act: ease, value: ${way} 50%`)
  const table = `
    equal    narrower narrower narrower narrower
    wider    equal    overlap  overlap  narrower
    wider    overlap  equal    overlap  narrower
    wider    overlap  overlap  equal    narrower
    wider    wider    wider    wider    equal`
  const cells = table
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/))
  it.each(ways.flatMap((a, i) => ways.map((b, j) => [a, b, cells[i]?.[j]] as const)))(
    '%s against %s: %s',
    (a, b, expected) => {
      expect(relation(said(a), said(b), 'measure')).toBe(expected)
    },
  )
  it.each(ways)('bare against %s: as exactly', (way) => {
    expect(relation(said('unstated').replace('ease', 'ease, value: 50%'), said(way), 'measure')).toBe(
      relation(said('exactly'), said(way), 'measure'),
    )
  })
  it.each(
    lines(`
    50% | more than 50% | differs
    50% | less than 50% | differs
    exactly 50% | more than 50% | contradiction
    50% | more than 51% | contradiction
    at most 50% | more than 50% | contradiction
    at least 50% | less than 50% | contradiction
    at least 50% | at most 50% | differs
    about 50% | more than 55% | contradiction
    about 50% | about 60% | differs
    about 50% | about 62% | contradiction
    about 50% ± 1 | 52% | contradiction
    about 50% ± 2 | 52% | differs
    up to 50% | at most 50% | agree
    10 to 20% | 20 to 30% | differs
    10 to 20% | 21 to 30% | contradiction
    not 10% | 10% | contradiction
    not 10% | 11% | differs
    not 10% | not 10% | agree
    not 10 to 20% | 15% | contradiction
    50% | about 50% | agree
    at most 0% | 0% | agree`),
  )('%s against %s: %s', (a, b, verdict) => expect(verdictOf(`value: ${a}`, `value: ${b}`)).toBe(verdict))
})

describe('yes, no, some, none', () => {
  it.each(
    lines(`
    yes | yes | equal
    no | no | equal
    some | some | equal
    none | none | equal
    yes | no | disjoint
    some | none | disjoint
    yes | some | overlap
    yes | none | equal|narrower|wider|overlap|disjoint
    no | some | equal|narrower|wider|overlap|disjoint
    no | none | equal|narrower|wider|overlap
    not yes | no | equal
    not none | some | equal
    5% | some | narrower
    0% | some | disjoint
    5% | none | disjoint
    0% | none | equal
    at most 5% | none | wider
    at most 5% | some | overlap
    5% | yes | narrower
    5% | no | equal|narrower|wider|overlap|disjoint`),
  )('%s against %s: %s', (a, b, expected) => {
    expect(relation(`value: ${a}`, `value: ${b}`, 'measure')).toBe(expected)
  })
  it.each(['act: ease', 'status: concluded', 'end: permanent', 'scope: gallium'])(
    'no against { %s } is unclear',
    (other) => {
      expect(compared({ us: 'value: no', china: other })).toMatchObject({
        verdict: 'unclear',
        couldBe: ['contradiction', 'differs'],
      })
    },
  )
})

describe('stances, of one act', () => {
  const stances = {
    shall: ['must'],
    may: ['must', 'free'],
    optional: ['free'],
    'no commitment': ['free', 'must not'],
    'shall not': ['must not'],
    'no position': ['must', 'free', 'must not'],
  }
  const names = Object.keys(stances) as (keyof typeof stances)[]
  it.each(allPairs(names))('%s against %s', (a, b) => {
    const expected = relationOfSets(new Set(stances[a]), new Set(stances[b]))
    const named = a !== 'no position' && b !== 'no position'
    const verdict =
      { equal: 'agree', disjoint: 'contradiction' }[expected as string] ?? (named ? 'at-odds' : 'differs')
    for (const act of ['act: ease, ', '', 'act: only ease, ', 'act: not ease, '])
      expect(stand(`${act}stance: ${a}`, `${act}stance: ${b}`, 'stance')).toEqual({
        relation: expected,
        verdict,
      })
  })
  it.each(names)('unstated against %s is shall against it', (b) => {
    expect(verdictOf('act: ease', `act: ease, stance: ${b}`)).toBe(
      b === 'shall' ? 'agree' : stances[b].includes('must') ? 'differs' : 'contradiction',
    )
  })
})

/** What a word of a ladder leaves, by rungs: 0 is below every step. */
function rungsSaid(steps: readonly string[], floor: string | null, said: string): Set<number> {
  const [, manner = 'at least', word = ''] = /^(?:(only|not) )?(.+)$/.exec(said) ?? []
  const at = word === floor ? 0 : steps.indexOf(word) + 1
  const all = upTo(steps.length + 1)
  const from = (rung: number) => (at === 0 ? rung === 0 : rung >= at)
  if (manner === 'only') return new Set([at])
  return new Set(all.filter((rung) => (manner === 'not' ? !from(rung) : from(rung))))
}
const wordOf = (said: string): string => said.replace(/^(only|not) /, '')
/** The verdict of two words of a ladder. */
function ladderVerdict(a: string, b: string, r: string): Verdict {
  if (r === 'equal') return 'agree'
  if (r === 'disjoint') return 'contradiction'
  const named = !a.startsWith('not ') && !b.startsWith('not ')
  return named && wordOf(a) !== wordOf(b) ? 'at-odds' : 'differs'
}
const inManners = (words: readonly string[]): string[] => words.flatMap((w) => [w, `only ${w}`, `not ${w}`])

describe('a ladder of acts with a floor', () => {
  const steps = ['ease', 'suspend', 'remove']
  it.each(allPairs(inManners(['keep', ...steps])))('%s against %s', (a, b) => {
    const expected = relationOfSets(rungsSaid(steps, 'keep', a), rungsSaid(steps, 'keep', b))
    expect(stand(`act: ${a}`, `act: ${b}`, 'act')).toEqual({
      relation: expected,
      verdict: ladderVerdict(a, b, expected),
    })
  })
})

describe('a ladder of acts without a floor', () => {
  const steps = ['review applications', 'approve applications', 'supply']
  it.each(allPairs(inManners(steps)))('%s against %s', (a, b) => {
    const expected = relationOfSets(rungsSaid(steps, null, a), rungsSaid(steps, null, b))
    expect(stand(`act: ${a}`, `act: ${b}`, 'act')).toEqual({
      relation: expected,
      verdict: ladderVerdict(a, b, expected),
    })
  })
})

describe('acts on no ladder in common', () => {
  it.each(
    lines(`
    buy | sell | contradiction
    buy | buy | agree
    not buy | sell | unclear
    not buy | buy | contradiction
    remove | supply | unclear
    keep | supply | unclear
    talk | meet | at-odds`),
  )('%s against %s: %s', (a, b, verdict) => expect(verdictOf(`act: ${a}`, `act: ${b}`)).toBe(verdict))
})

describe('act and stance together', () => {
  const cases = lines(`
    act: remove, stance: shall not | act: keep | differs
    act: remove, stance: shall not | act: suspend, stance: may | at-odds
    act: remove, stance: shall not | act: suspend | differs
    act: suspend, stance: shall not | act: remove | contradiction
    act: suspend, stance: shall not | act: remove, stance: may | contradiction
    act: suspend, stance: may | act: keep, stance: may | at-odds
    act: suspend, stance: may | act: keep | contradiction
    act: suspend, stance: no commitment | act: remove | contradiction
    act: remove, stance: no commitment | act: suspend | differs
    act: suspend, stance: no commitment | act: remove, stance: may | at-odds
    act: suspend, stance: optional | act: remove | contradiction
    act: suspend, stance: optional | act: keep | contradiction
    act: suspend, stance: shall not | stance: may | unclear
    stance: shall not | act: suspend | unclear
    stance: shall not | stance: shall | contradiction
    stance: may | act: suspend | differs
    act: buy, stance: shall not | act: sell | differs
    act: buy, stance: may | act: sell, stance: may | at-odds
    act: buy, stance: may | act: sell | contradiction
    act: remove, stance: shall not | act: supply | unclear
    act: not remove, stance: shall not | act: suspend, stance: shall not | contradiction
    act: suspend, stance: shall not | act: not suspend, stance: shall not | contradiction`)
  it.each(cases)('{ %s } against { %s }: %s', (a, b, verdict) => {
    expect(verdictOf(a, b)).toBe(verdict)
    expect(verdictOf(b, a)).toBe(verdict)
  })
})

describe('status', () => {
  const steps = ['proposed', 'negotiating', 'in principle', 'concluded', 'signed', 'adopted', 'in force']
  it('every word and manner against every other', () => {
    for (const [a, b] of allPairs(inManners(['none', ...steps]))) {
      const [x, y] = [rungsSaid(steps, 'none', a), rungsSaid(steps, 'none', b)]
      const expected = relationOfSets(x, y)
      const { rows, verdict } = judge({ status: a }, { status: b })
      const found = rows.map((r) => listPossible(r.possible).join('|'))
      expect([a, b, ...found, verdict]).toEqual([a, b, expected, ladderVerdict(a, b, expected)])
    }
  })
})

describe('force', () => {
  const steps = ['hopes', 'considers', 'best efforts', 'intends', 'commits', 'more than any of these']
  const set = (word: string): Set<number> =>
    word === 'non-binding' ? new Set(upTo(6)) : rungsSaid(steps, null, word)
  it.each(allPairs([...steps.slice(0, 5), 'non-binding']))('%s against %s', (a, b) => {
    const expected = relationOfSets(set(a), set(b))
    expect(stand(`force: ${a}`, `force: ${b}`, 'force')).toEqual({
      relation: expected,
      verdict: ladderVerdict(a, b, expected),
    })
  })
  it.each(steps.slice(2, 5))('%s on one side alone is only noted', (word) => {
    expect(verdictOf(`act: ease, force: ${word}`, 'act: ease')).toBe('agree')
  })
  it.each(steps.slice(0, 2))('%s on one side alone is no promise', (word) => {
    expect(verdictOf(`act: ease, force: ${word}`, 'act: ease')).toBe('differs')
  })
})

describe('scope', () => {
  it.each(
    lines(`
    gallium | gallium | equal
    yttrium | rare earths | narrower
    critical minerals | yttrium | wider
    gallium | germanium | disjoint
    [yttrium, scandium] | rare earths | narrower
    [rare earths, gallium, germanium] | critical minerals | narrower
    [yttrium, gallium] | rare earths | overlap
    us end users | civilian users | overlap
    us civilian users | civilian users | narrower
    not gallium | germanium | wider
    not gallium | gallium | disjoint
    only gallium | gallium | equal
    controlled items | controlled items | equal`),
  )('%s against %s: %s', (a, b, expected) => {
    expect(relation(`act: supply, scope: ${a}`, `act: supply, scope: ${b}`, 'scope')).toBe(expected)
  })
  it('stated against unstated is not disjoint, and else unknown', () => {
    expect(relation('act: supply, scope: gallium', 'act: supply', 'scope')).toBe(
      'equal|narrower|wider|overlap',
    )
  })
  it('a vague word without a place may lie anywhere', () => {
    expect(verdictOf('value: 5%, scope: controlled items', 'value: 9%, scope: gallium')).toBe('unclear')
    expect(verdictOf('value: 5%, scope: controlled items', 'value: 5%, scope: gallium')).toBe('differs')
    expect(verdictOf('value: 5%, scope: controlled items', 'value: 9%')).toBe('contradiction')
  })
  it('a vague word is within its parent', () => {
    const words = 'vague: [some metals]\naxes: { goods: { critical minerals: [some metals] } }'
    expect(relation('scope: some metals', 'scope: critical minerals', 'scope', { words })).toBe('narrower')
    expect(relation('scope: some metals', 'scope: magnets', 'scope', { words })).toBe('disjoint')
    expect(relation('scope: some metals', 'scope: gallium', 'scope', { words })).toBe(
      'equal|narrower|wider|overlap|disjoint',
    )
  })
})

describe('denials by only and not', () => {
  const cases = lines(`
    act: supply, scope: not gallium | act: supply, scope: gallium | contradiction
    act: supply, scope: not gallium | act: supply, scope: [gallium, magnets] | contradiction
    act: supply, scope: not gallium | act: supply, scope: critical minerals | contradiction
    act: supply, scope: not gallium | act: supply, scope: germanium | differs
    act: supply, scope: not gallium | act: supply, scope: not gallium | agree
    act: supply, scope: not gallium | act: supply, scope: only gallium | contradiction
    act: supply, scope: not gallium | act: supply | unclear
    act: supply, scope: not gallium | act: supply, scope: us end users | unclear
    act: supply, scope: only gallium | act: supply, scope: gallium | differs
    act: supply, scope: only gallium | act: supply, scope: germanium | contradiction
    act: supply, scope: only gallium | act: supply, scope: critical minerals | contradiction
    act: supply, scope: [only gallium, us end users] | act: supply, scope: [germanium, us end users] | contradiction
    act: supply, scope: [only gallium, us end users] | act: supply, scope: [germanium, military users] | contradiction
    act: supply, scope: [only gallium, us civilian users] | act: supply, scope: [germanium, military users] | differs
    act: supply, scope: only gallium | act: review applications, scope: germanium | differs
    act: review applications, scope: only gallium | act: supply, scope: germanium | contradiction
    act: only suspend, scope: only gallium | act: suspend, scope: germanium | contradiction
    act: supply, stance: may, scope: only gallium | act: supply, stance: may, scope: germanium | contradiction
    act: supply, scope: only gallium | act: supply, stance: may, scope: germanium | differs
    act: supply, stance: may, scope: only gallium | act: supply, stance: no commitment, scope: germanium | differs
    act: supply, scope: only gallium | act: ban exports, scope: germanium | unclear
    act: supply, scope: only gallium, conditions: leaders approval | act: supply, scope: germanium | contradiction
    act: supply, scope: only gallium, conditions: third thing | act: supply, scope: germanium, conditions: rules met | unclear
    act: supply, scope: only gallium, value: 5% | act: supply, scope: germanium, value: 5% | contradiction
    act: supply, scope: only controlled items | act: supply, scope: germanium | unclear
    value: 10%, scope: only gallium | value: 10%, scope: germanium | contradiction
    act: not supply, scope: us military users | act: supply | unclear
    stance: no commitment, scope: gallium | end: 2025-11-10 | unclear
    stance: no commitment, scope: gallium, end: 2025-11-10 | end: 10 days from china delivers | unclear
    scope: [not critical minerals, civilian users] | status: signed, scope: rare earths | unclear
    status: none, scope: [not critical minerals, civilian users] | status: signed, scope: rare earths | unclear
    scope: not us end users, end: 10 days from china delivers | start: 2025-11-20, scope: us civilian users | unclear
    value: no, scope: not gallium | value: no, scope: gallium | differs`)
  it.each(cases)('{ %s } against { %s }: %s', (a, b, verdict) => {
    expect(verdictOf(a, b)).toBe(verdict)
    expect(verdictOf(b, a)).toBe(verdict)
  })
  it('whether a vague word leaves it denied is not known', () => {
    const words = 'vague: [some metals]\naxes: { goods: { critical minerals: [some metals] } }'
    const only = 'act: supply, scope: only some metals'
    expect(verdictOf(only, 'act: supply, scope: magnets', { words })).toBe('contradiction')
    expect(verdictOf(only, 'act: supply, scope: germanium', { words })).toBe('unclear')
    expect(verdictOf('act: supply, scope: not some metals', 'act: supply, scope: germanium', { words })).toBe(
      'unclear',
    )
  })
})

describe('ends', () => {
  const cases = lines(`
    2025-11-10 | 2025-11-10 | agree
    2025-11-10 | 2025-11-11 | differs
    2025-11-10 | 2025-11-12 | contradiction
    2025-11-10 | open | differs
    2025-11-10 | permanent | contradiction
    open | permanent | differs
    open | open | agree
    permanent | permanent | agree
    2025-11-10 | through 2025-11-09 | agree
    2025-11-10 | through 2025-11-10 | agree
    2025-11-10 | through 2025-11-12 | contradiction
    2025-11-10 | "2025-11-10 00:01 -05:00" | agree
    2025-11-09 | "2025-11-10 13:01 +08:00" | agree
    2025-11-08 | "2025-11-10 13:01 +08:00" | contradiction
    "2025-11-10 00:01 -05:00" | "2025-11-10 13:01 +08:00" | agree
    "2025-11-10 00:01 -05:00" | "2025-11-10 13:02 +08:00" | contradiction
    2025-11 | 2025-11-10 | differs
    2025-Q4 | 2025-11 | differs
    2025 | 2026-01-10 | contradiction
    by 2025-12-31 | 2025-11-10 | differs
    not before 2025-12-31 | 2025-11-10 | contradiction
    90 days from 2025-05-14 | 2025-08-12 | agree
    1 month from 2025-01-31 | 2025-02-28 | agree
    1 year from 2025-11-10 | 2026-11-10 | agree
    90 days from china delivers | 90 days from china delivers | agree
    90 days from china delivers | 95 days from china delivers | contradiction
    90 days from china delivers | 90 days from us acts | unclear
    90 days from china delivers | 2025-11-10 | unclear
    90 days from china delivers | open | differs
    scheme ends | 2028-12-31 | agree`)
  it.each(cases)('%s against %s: %s', (a, b, verdict) => {
    expect(verdictOf(`end: ${a}`, `end: ${b}`)).toBe(verdict)
    expect(verdictOf(`end: ${b}`, `end: ${a}`)).toBe(verdict)
  })
  it('a duration is an end from its start, and states no start', () => {
    expect(verdictOf('start: 2025-05-14, duration: 90 days', 'end: 2025-08-12')).toBe('agree')
    expect(verdictOf('end: 90 days from 2025-05-14', 'start: 2025-07-01, end: 2025-08-12')).toBe('agree')
    expect(verdictOf('duration: 1 year', 'end: 2026-11-10', { term: 'assume: { start: 2025-11-10 }' })).toBe(
      'agree',
    )
    expect(verdictOf('duration: 1 year', 'end: 2026-11-10')).toBe('unclear')
    expect(verdictOf('duration: 1 year', 'duration: 2 years')).toBe('contradiction')
  })
  it('an end on one side alone is time-limited, and no detail', () => {
    expect(reasonsOf(compared({ us: 'act: ease', china: 'act: ease, end: 2025-11-10' }))).toEqual([
      'end time-limited',
    ])
  })
})

describe('starts', () => {
  it.each(
    lines(`
    at once | at once | agree
    2025-11-10 | 2025-11-12 | contradiction
    2025-11-10 | 2025-11-11 | differs
    at once | 2025-06-12 | differs
    at once | 2025-06-13 | contradiction`),
  )('%s against %s: %s', (a, b, verdict) => expect(verdictOf(`start: ${a}`, `start: ${b}`)).toBe(verdict))
  it('at once on two days is still at once', () => {
    const sources = ['later: { party: china, by: china, kind: document, date: 2025-07-01 }']
    expect(verdictOf('start: at once', 'start: at once, source: later', { sources })).toBe('agree')
  })
  it.each(['start: 2025-11-10', 'deadline: 2025-11-10', 'sequence: after us acts'])(
    '{ %s } on one side alone is only noted',
    (more) => {
      expect(verdictOf(`act: ease, ${more}`, 'act: ease')).toBe('agree')
    },
  )
})

describe('deadlines', () => {
  const days = [
    '2025-11-10',
    '2025-11-11',
    '2025-12-31',
    '2027',
    'by 2025-12-01',
    '2025-Q4',
    '"2025-11-10 00:01 -05:00"',
  ]
  it.each(allPairs(days))('%s against %s never clash', (a, b) => {
    const verdict = verdictOf(`deadline: ${a}`, `deadline: ${b}`)
    expect(a === b ? ['agree'] : ['agree', 'differs']).toContain(verdict)
  })
  it('an earlier one is tighter', () => {
    const c = compared({ us: 'deadline: 2025-11-10', china: 'deadline: 2025-12-31' })
    expect([c.verdict, reasonsOf(c)]).toEqual(['differs', ['deadline tighter-deadline']])
    expect(relation('deadline: 2025-11-10', 'deadline: 2025-12-31', 'deadline')).toBe('narrower')
  })
})

describe('sequences', () => {
  const orders = ['before', 'with', 'after', 'before or with', 'with or after']
  it.each(allPairs(orders))('%s against %s one event', (a, b) => {
    const expected = relationOfSets(new Set(a.split(' or ')), new Set(b.split(' or ')))
    expect(relation(`sequence: ${a} us acts`, `sequence: ${b} us acts`, 'sequence')).toBe(expected)
  })
  it('are unknown to each other about different events', () => {
    expect(verdictOf('sequence: before us acts', 'sequence: after china delivers')).toBe('unclear')
  })
})

describe('conditions', () => {
  const cases = lines(`
    leaders approval | leaders approval | agree
    leaders approval | none | differs
    none | none | agree
    [leaders approval, rules met] | rules met | differs
    [leaders approval, third thing] | [rules met, third thing] | differs
    leaders approval | rules met | differs
    leaders approval | third thing | differs`)
  it.each(cases)('%s against %s, of one content: %s', (a, b, verdict) => {
    expect(verdictOf(`act: ease, conditions: ${a}`, `act: ease, conditions: ${b}`)).toBe(verdict)
  })
  const clashing = lines(`
    leaders approval | leaders approval | contradiction
    leaders approval | none | contradiction
    [leaders approval, rules met] | rules met | contradiction
    leaders approval | rules met | contradiction
    leaders approval | third thing | unclear
    [leaders approval, rules met] | [rules met, third thing] | unclear`)
  it.each(clashing)('%s against %s, of contents that clash: %s', (a, b, verdict) => {
    expect(verdictOf(`act: ease, conditions: ${a}`, `act: keep, conditions: ${b}`)).toBe(verdict)
    expect(verdictOf(`act: keep, conditions: ${b}`, `act: ease, conditions: ${a}`)).toBe(verdict)
  })
  it('an explicit none is none', () =>
    expect(verdictOf('act: ease, conditions: none', 'act: ease')).toBe('agree'))
})

describe('bases and conversions', () => {
  const conversions = 'that: total, is: added + 25 pp'
  it.each(
    lines(`
    55%, basis: total | 30%, basis: added | agree
    55%, basis: total | 24%, basis: added | contradiction
    55%, basis: total | at least 24%, basis: added | differs
    55%, basis: total | 30 pp, basis: added | agree
    55%, basis: total | 30%, basis: change | differs
    55%, basis: total | 30% | unclear
    55%, basis: total | 55%, basis: total | agree
    55%, basis: total | 54%, basis: total | contradiction
    55%, basis: total | 12 Mt, basis: added | differs`),
  )('%s against %s: %s', (a, b, verdict) => {
    expect(verdictOf(`value: ${a}`, `value: ${b}`, { conversions })).toBe(verdict)
    expect(verdictOf(`value: ${b}`, `value: ${a}`, { conversions })).toBe(verdict)
  })
  it('go the long way round', () => {
    const chain = 'that: total, is: added + 25 pp\nthat: added, is: 2 × change'
    expect(verdictOf('value: 55%, basis: total', 'value: 15%, basis: change', { conversions: chain })).toBe(
      'agree',
    )
    expect(verdictOf('value: 55%, basis: total', 'value: 16%, basis: change', { conversions: chain })).toBe(
      'contradiction',
    )
  })
  it('bring currencies together only where a source gives the rate, and then about', () => {
    expect(verdictOf('value: 100 bn USD', 'value: 100 bn GBP')).toBe('unclear')
    const rate = 'that: 1 GBP, is: 1.35 USD'
    expect(verdictOf('value: 135 bn USD', 'value: 100 bn GBP', { conversions: rate })).not.toBe(
      'contradiction',
    )
    expect(verdictOf('value: 140 bn USD', 'value: 100 bn GBP', { conversions: rate })).not.toBe(
      'contradiction',
    )
    expect(verdictOf('value: 100 bn USD', 'value: 100 bn GBP', { conversions: rate })).toBe('contradiction')
  })
  it('read a dollar as the file says', () => {
    expect(mistakesOf({ us: 'value: "$5 bn"' })).toEqual(['bad-value'])
    expect(verdictOf('value: "$5 bn"', 'value: 5 bn USD', { dollar: 'USD' })).toBe('agree')
  })
})

describe('totals and periods', () => {
  const cases = lines(`
    value: 12 Mt | value: 25 Mt | contradiction
    value: 12 Mt, scope: gallium | value: 25 Mt, scope: gallium | contradiction
    value: 12 Mt, scope: gallium | value: 25 Mt, scope: critical minerals | differs
    value: 12 Mt, scope: gallium | value: 25 Mt | unclear
    value: 12%, scope: gallium | value: 25%, scope: critical minerals | contradiction
    value: 12%, scope: gallium | value: 25% | contradiction
    value: 12%, basis: sums, scope: gallium | value: 25%, basis: sums, scope: critical minerals | differs
    value: 12 Mt, period: 2026 | value: 25 Mt, period: 2026 | contradiction
    value: 12 Mt, period: 2026 | value: 25 Mt, period: 2027 | differs
    value: 12 Mt, period: 2026 | value: 25 Mt, period: 2026 to 2027 | differs
    value: 12 Mt, period: 2026 | value: 25 Mt, period: each of 2026 to 2027 | contradiction
    value: 12 Mt, period: 2026 | value: 12 Mt, period: each of 2026 to 2027 | differs
    value: 12 Mt, period: 2026 | value: 25 Mt | differs
    value: 12%, period: 2026 | value: 25%, period: 2026 to 2027 | contradiction
    value: 12%, period: 2026 | value: 25%, period: 2027 | differs
    value: 12%, period: 2026 | value: 25% | unclear
    value: 12 Mt a year | value: 25 Mt a year | contradiction
    value: 12 Mt a year | value: 1 Mt a month | agree
    value: 12 Mt a year | value: 12 Mt | differs
    value: 3 Mt a quarter | value: 12 Mt a year | agree`)
  it.each(cases)('{ %s } against { %s }: %s', (a, b, verdict) => {
    expect(verdictOf(a, b)).toBe(verdict)
    expect(verdictOf(b, a)).toBe(verdict)
  })
})

describe('units', () => {
  it.each(
    lines(`
    12 Mt | 12000 kt | agree
    12 Mt | 12000000 t | agree
    1 t | 1000 kg | agree
    1 bn USD | 1000 mn USD | agree
    1 tn USD | 1000 billion USD | agree
    1 barrels | 158.987294928 litres | agree
    1000 bushels of soybeans | 27.2155422 t | agree
    1000 bushels of corn | 25.40117272 t | agree
    1000 bushels of soybeans | 27 t | differs
    1000 bushels of soybeans | exactly 27 t | contradiction
    1000 bushels of soybeans | 30 t | contradiction
    2 years | 24 months | agree
    2 weeks | 14 days | agree
    1 quarter | 3 months | agree
    30 days | 1 month | differs
    10% | 10 pp | differs
    10% | 11 pp | differs
    12 Mt | 12 aircraft | differs
    "1,000 t" | 1 kt | agree
    10 bushels of flax | 1 t | differs
    1000 to 2000 aircraft | 1500 aircraft | differs
    1000 to 2000 aircraft | 2500 aircraft | contradiction`),
  )('%s against %s: %s', (a, b, verdict) => expect(verdictOf(`value: ${a}`, `value: ${b}`)).toBe(verdict))
  it.each([
    '12 ton',
    '12 tons',
    '12 gallons',
    '12 mt',
    '12',
    '$12 bn',
    '¥12 bn',
    '12 bushels',
    '12 points',
    '1e3 t',
    '12 dollars',
  ])('refuses %s', (value) => expect(mistakesOf({ us: `value: "${value}"` })).toEqual(['bad-value']))
  it('refuses a range that runs backwards, and a number below nothing', () => {
    expect(mistakesOf({ us: 'value: 20 to 10%' })).toEqual(['bad-value'])
    expect(mistakesOf({ us: 'value: less than 0%' })).toEqual(['bad-value'])
    expect(mistakesOf({ us: 'value: not at least 0%' })).toEqual(['empty-set'])
  })
})

describe('percent, and points on a basis that only one side names', () => {
  const [us, china] = ['value: 5%', 'value: 10 pp, basis: total']
  const conversions = 'that: total, is: added + 25 pp'
  it('may be one figure where a source converts between the bases, and else is another measure', () => {
    expect(verdictOf('value: 5%, basis: added', china, { conversions })).toBe('contradiction')
    expect(compared({ us, china, conversions })).toMatchObject({
      verdict: 'unclear',
      couldBe: ['contradiction', 'differs'],
    })
    expect(compared({ us: china, china: us, conversions }).verdict).toBe('unclear')
    expect(reasonsOf(compared({ us, china }))).toEqual(['measure different-measure'])
    expect(verdictOf(us, china)).toBe('differs')
    expect(verdictOf(us, 'value: 10 pp', { conversions })).toBe('differs')
  })
})
