import { describe, expect, it } from 'vitest'
import { type Case, compared, compareSmall, expected, mistakesOf, outcome } from './small-deal.ts'

/** Each trap of the method (section 6) and each ruling (section 7) as one small deal; the verdict is read off the method. */

const check = (cases: readonly Case[]): void => {
  it.each(cases)('$name: $verdict', (c) => expect(outcome(c)).toEqual(expected(c)))
}

describe('no contradiction', () => {
  check([
    {
      name: '55% in all against 30% added',
      us: 'value: 55%, basis: total',
      china: 'value: 30%, basis: added',
      verdict: 'differs',
      reasons: ['measure different-basis'],
    },
    {
      name: '55% in all against 30% added, where a source says that the one is the other and 25 points',
      us: 'value: 55%, basis: total',
      china: 'value: 30%, basis: added',
      conversions: 'that: total, is: added + 25 pp',
      verdict: 'agree',
    },
    {
      name: 'another number unlabelled against labelled',
      us: 'value: 55%, basis: total',
      china: 'value: 30%',
      verdict: 'unclear',
      reasons: ['measure different-basis'],
      couldBe: ['contradiction', 'differs'],
    },
    {
      name: 'the same number unlabelled against labelled',
      us: 'value: 55%, basis: total',
      china: 'value: 55%',
      verdict: 'differs',
      reasons: ['measure different-basis'],
    },
    {
      name: 'to 10% against by 10%',
      us: 'value: 10%, basis: level',
      china: 'value: 10%, basis: change',
      verdict: 'differs',
    },
    {
      name: 'percent against percentage points',
      us: 'value: 24 pp',
      china: 'value: 10%',
      verdict: 'differs',
      reasons: ['measure different-measure'],
    },
    {
      name: 'a level against a change, of other numbers',
      us: 'value: 10%, basis: level',
      china: 'value: 24%, basis: change',
      verdict: 'differs',
      reasons: ['measure different-basis'],
    },
    {
      name: '75 Mt over three years against 25 Mt a year',
      us: 'value: 75 Mt, period: 2026 to 2028',
      china: 'value: 25 Mt a year',
      verdict: 'differs',
      reasons: ['measure different-measure'],
    },
    {
      name: '75 Mt over three years against 25 Mt in each of them',
      us: 'value: 75 Mt, period: 2026 to 2028',
      china: 'value: 25 Mt, period: each of 2026 to 2028',
      verdict: 'differs',
      reasons: ['measure different-total'],
    },
    {
      name: 'a calendar year against a season',
      us: 'value: 25 Mt, period: 2026',
      china: 'value: 12 Mt, period: 2025-11 to 2026-02',
      verdict: 'differs',
      reasons: ['measure different-total'],
    },
    {
      name: '17 bn of farm goods against 10 bn of soybeans',
      us: 'value: 17 bn USD, scope: farm goods',
      china: 'value: 10 bn USD, scope: soybeans',
      verdict: 'differs',
      reasons: ['measure different-total', 'scope narrower'],
    },
    {
      name: '17 bn against 10 bn of soybeans, the one of goods unnamed',
      us: 'value: 17 bn USD',
      china: 'value: 10 bn USD, scope: soybeans',
      verdict: 'unclear',
      reasons: ['measure different-total', 'scope names-limit'],
    },
    { name: 'tonnes and kilotonnes', us: 'value: 12 Mt', china: 'value: "12,000 kt"', verdict: 'agree' },
    {
      name: 'bushels of soybeans and tonnes',
      us: 'value: 1000 bushels of soybeans',
      china: 'value: 27.2155422 t',
      verdict: 'agree',
    },
    {
      name: 'gross against net',
      us: 'value: 10%, basis: gross',
      china: 'value: 8%, basis: net',
      words: 'bases: { gross: { says: before rebates }, net: { says: after rebates } }',
      verdict: 'differs',
      reasons: ['measure different-basis'],
    },
    {
      name: 'a figure against at least a lesser one',
      us: 'value: 25 Mt',
      china: 'value: at least 12 Mt',
      verdict: 'differs',
      reasons: ['measure less-precise'],
    },
    {
      name: 'a figure against more than the same',
      us: 'value: 550 bn USD',
      china: 'value: more than 550 bn USD',
      verdict: 'differs',
      reasons: ['measure rounding'],
    },
    {
      name: 'a figure against about the same',
      us: 'value: 550 bn USD',
      china: 'value: about 550 bn USD',
      verdict: 'agree',
    },
    {
      name: '9 November in Washington against 10 November in Beijing',
      us: 'end: 2025-11-09',
      china: 'end: 2025-11-10',
      verdict: 'differs',
    },
    {
      name: 'one instant in two zones',
      us: 'end: "2025-11-10 00:01 -05:00"',
      china: 'end: "2025-11-10 13:01 +08:00"',
      verdict: 'agree',
      reasons: [],
    },
    {
      name: 'another stage of the deal',
      us: 'value: 10%, part: first stage',
      china: 'value: 24%, part: second stage',
      verdict: 'differs',
    },
    {
      name: 'acts on no common ladder',
      us: 'act: remove',
      china: 'act: ban exports',
      verdict: 'unclear',
      reasons: ['act unresolved'],
      couldBe: ['contradiction', 'differs', 'agree'],
    },
    {
      name: 'different conditions, not known to go together',
      us: 'value: 10%, conditions: leaders approval',
      china: 'value: 24%, conditions: third thing',
      verdict: 'unclear',
      couldBe: ['contradiction', 'differs'],
    },
    {
      name: 'a hedge in another sentence',
      us: 'act: remove, conditions: leaders approval',
      china: ['act: keep', 'conditions: third thing'],
      verdict: 'unclear',
    },
    {
      name: 'users unstated against a named exclusion',
      us: 'act: supply',
      china: 'act: supply, scope: not us military users',
      verdict: 'unclear',
      couldBe: ['contradiction', 'differs'],
    },
    {
      name: 'no against a side that affirms by its act',
      us: 'act: suspend',
      china: 'value: no',
      verdict: 'unclear',
    },
    {
      name: 'must not remove against must keep',
      us: 'act: remove, stance: shall not',
      china: 'act: keep',
      verdict: 'differs',
    },
    {
      name: 'must not remove against may suspend',
      us: 'act: remove, stance: shall not',
      china: 'act: suspend, stance: may',
      verdict: 'at-odds',
    },
    {
      name: 'may suspend against may keep',
      us: 'act: suspend, stance: may',
      china: 'act: keep, stance: may',
      verdict: 'at-odds',
    },
    {
      name: 'must not, naming no act, against an act',
      us: 'stance: shall not',
      china: 'act: suspend',
      verdict: 'unclear',
    },
  ])

  it('refuses a ton', () => expect(mistakesOf({ us: 'value: 12 ton' })).toEqual(['bad-value']))
  it('refuses an act that is not declared', () =>
    expect(mistakesOf({ us: 'act: frobnicate' })).toEqual(['unknown-word']))
  it('keeps apart who is obliged, each obligor a term', () => {
    const us = { us: 'value: 10%', china: 'silent: all', term: 'obligor: us' }
    expect(compared(us).verdict).toBe('missing')
    expect(compared({ us: 'silent: all', china: 'value: 24%', term: 'obligor: china' }).verdict).toBe(
      'missing',
    )
  })
})

describe('a contradiction not to be missed', () => {
  check([
    {
      name: 'all against not military',
      us: 'act: supply, scope: us end users',
      china: 'act: supply, scope: [us end users, not us military users]',
      verdict: 'contradiction',
      reasons: ['scope denied', 'scope narrower'],
    },
    {
      name: 'what is left out is not denied',
      us: 'act: supply, scope: us end users',
      china: 'act: supply, scope: us end users, except: us military users',
      verdict: 'differs',
      reasons: ['scope narrower'],
    },
    {
      name: 'only civilian users against military users',
      us: 'act: supply, scope: us military users',
      china: 'act: supply, scope: only civilian users',
      verdict: 'contradiction',
    },
    {
      name: 'civilian users against military users, without only',
      us: 'act: supply, scope: military users',
      china: 'act: supply, scope: civilian users',
      verdict: 'differs',
      reasons: ['scope different-subject'],
    },
    {
      name: 'only suspended',
      us: 'act: remove',
      china: 'act: only suspend',
      verdict: 'contradiction',
      reasons: ['act denied'],
    },
    {
      name: 'not yet concluded',
      us: 'status: concluded',
      china: 'status: not concluded',
      verdict: 'contradiction',
    },
    {
      name: 'only in principle',
      us: 'status: concluded',
      china: 'status: only in principle',
      verdict: 'contradiction',
    },
    {
      name: 'not final, the word dropped',
      us: 'status: concluded',
      china: 'status: in principle',
      verdict: 'at-odds',
    },
    {
      name: 'a denial, not a silence',
      us: 'value: yes',
      china: 'value: no',
      verdict: 'contradiction',
      reasons: ['measure denied'],
    },
    {
      name: 'no commitment to what the other commits',
      us: 'act: supply',
      china: 'act: supply, stance: no commitment',
      verdict: 'contradiction',
    },
    {
      name: 'not even a lesser step',
      us: 'act: supply',
      china: 'act: not review applications',
      verdict: 'contradiction',
    },
    {
      name: 'permission against prohibition',
      us: 'act: supply, stance: may',
      china: 'act: supply, stance: shall not',
      verdict: 'contradiction',
      reasons: ['stance denied'],
    },
    {
      name: 'another basis beside a denied act',
      us: 'act: remove, value: 30%, basis: added',
      china: 'act: not remove, value: 55%, basis: total',
      verdict: 'contradiction',
    },
    {
      name: 'a region split by one side only',
      us: 'value: 10%, scope: rare earths',
      china: ['value: 10%, scope: scandium, part: a', 'value: 24%, scope: yttrium, part: b'],
      verdict: 'contradiction',
    },
    {
      name: 'a region split otherwise by each side',
      us: ['value: 10%, scope: rare earths, part: a', 'value: 12%, scope: gallium, part: b'],
      china: 'value: 24%, scope: [yttrium, gallium]',
      verdict: 'contradiction',
    },
    {
      name: 'two conditions that can hold together',
      us: 'value: 10%, conditions: leaders approval',
      china: 'value: 24%, conditions: rules met',
      verdict: 'contradiction',
      reasons: ['measure clash', 'conditions different-conditions'],
    },
  ])
})

describe('not missing', () => {
  check([
    {
      name: 'another spelling',
      us: 'scope: Rare-Earths, act: supply',
      china: 'scope: rare earths, act: Supply',
      verdict: 'agree',
    },
    {
      name: 'said in an annex',
      us: 'act: supply',
      china: 'act: supply, source: annex',
      sources: [
        'annex: { party: china, by: annex 2 of the agreement, kind: text, date: 2025-07-01, read: part }',
      ],
      verdict: 'agree',
    },
    {
      name: 'said in another language',
      us: 'act: suspend, source: mofcom',
      china: 'act: suspend, original: "暂停", source: mofcom',
      sources: ['mofcom: { party: [us, china], by: 商务部, kind: text, date: 2025-07-01 }'],
      verdict: 'agree',
    },
    {
      name: 'said by another organ',
      us: 'act: supply',
      china: ['silent: china-1', 'act: supply, source: ndrc'],
      sources: ['ndrc: { party: china, by: NDRC, kind: spokesperson, date: 2025-07-01 }'],
      verdict: 'agree',
    },
    {
      name: 'a broader claim',
      us: 'act: supply, scope: yttrium',
      china: 'act: supply, scope: critical minerals',
      verdict: 'differs',
      reasons: ['scope narrower'],
    },
  ])
})

describe('rulings', () => {
  const year = 'act: suspend, start: 2025-11-10, duration: 1 year'
  check([
    {
      name: 'remove against suspend for a year',
      us: 'act: remove',
      china: year,
      verdict: 'at-odds',
      reasons: ['act further', 'end time-limited'],
    },
    {
      name: 'remove against suspend for a year, and no removal',
      us: 'act: remove',
      china: year.replace('suspend', 'only suspend'),
      verdict: 'contradiction',
      reasons: ['act denied', 'end time-limited'],
    },
    {
      name: 'remove for good against suspend for a year',
      us: 'act: remove, end: permanent',
      china: year,
      verdict: 'contradiction',
      reasons: ['act further', 'end clash'],
    },
    {
      name: 'the topic only',
      us: 'value: 12 Mt, act: buy',
      china: 'general: china-1, quote: "expand farm trade"',
      verdict: 'missing',
    },
    {
      name: 'the act without the figure',
      us: 'value: 200 aircraft, act: buy',
      china: 'act: buy',
      verdict: 'differs',
      reasons: ['measure unspecified'],
    },
    {
      name: 'a statement that the regime continues',
      us: 'act: suspend',
      china: 'act: keep',
      verdict: 'contradiction',
    },
    {
      name: 'non-binding against commits',
      us: 'force: commits',
      china: 'force: non-binding',
      verdict: 'at-odds',
      reasons: ['force further'],
    },
    {
      name: '10% removed against 10% left',
      us: 'value: 10%, basis: change',
      china: 'value: 10%, basis: level',
      verdict: 'differs',
    },
    {
      name: 'a gloss on a joint text does not replace it',
      jointly: 'value: 10%',
      us: 'value: 24%',
      verdict: 'agree',
    },
    {
      name: 'a gloss fills what a joint text leaves open',
      jointly: 'value: 10%',
      us: 'end: permanent',
      china: 'end: 2026-11-10',
      verdict: 'contradiction',
      reasons: ['end clash'],
    },
    {
      name: 'exclusive ways, one answer each',
      us: 'value: us first',
      china: 'value: china first',
      term: 'choices: [us first, china first, together]',
      verdict: 'contradiction',
    },
    {
      name: 'words that leave open which way',
      us: 'value: us first',
      china: 'value: [us first, together]',
      term: 'choices: [us first, china first, together]',
      verdict: 'differs',
    },
  ])

  it('shows the words that name the topic only', () => {
    const side = compared({
      us: 'act: buy',
      china: 'general: china-1, quote: "expand farm trade"',
    }).versions.find((v) => v.silence)
    expect(side?.silence).toMatchObject({ state: 'general', quote: 'expand farm trade' })
  })
  it('takes silence for no denial', () => expect(compareSmall({ china: 'silent: all' })).toBeNull())
})
