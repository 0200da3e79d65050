import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isMap, isSeq, type Pair, parseDocument, type YAMLMap, YAMLSeq } from 'yaml'
import { compareTerms } from '../src/compare/compare.ts'
import { judgeVersions } from '../src/compare/pair.ts'
import type { Slot } from '../src/compare/version.ts'
import type { Deal } from '../src/deal.ts'
import type { When } from '../src/facets/times.ts'
import { inFlow } from '../src/formats/table/settle.ts'
import { parseDeal, parseVocabularies, type Words } from '../src/read/parse.ts'
import { reportSchema } from '../src/report/report-schema.ts'
import type { SettleDeal, Way } from '../src/report/settle-report.ts'
import { settleAgreed, settleGaps } from '../src/settle/settle.ts'
import { smallest } from '../src/settle/smallest.ts'
import { vocabularyIn } from '../src/settle/title.ts'
import { keysOf, mannersOf } from '../src/settle/write.ts'
import { block } from '../src/settle/yaml.ts'
import { firstDayOf } from '../src/values/time.ts'
import type { Verdict } from '../src/verdict.ts'
import {
  anyClaim,
  type ClaimText,
  conversions,
  near,
  runs,
  statedOf,
  versionOf,
  vocabulary,
} from './laws/claims.ts'
import { ordinaryWords, type SmallDeal, smallText } from './small-deal.ts'
import { dealdiff, root, words } from './terminal.ts'

const ordinary = parseVocabularies([{ path: 'vocabulary.yaml', text: ordinaryWords }])
const everyVerdict: readonly Verdict[] = ['contradiction', 'at-odds', 'missing', 'differs', 'unclear']

function dealOf(path: string, text: string, known: Words): Deal {
  const { deal, diagnostics } = parseDeal({ path, text }, known)
  if (!deal) throw new Error(`${diagnostics.map((d) => d.message).join('\n')}\n${text}`)
  return deal
}

const verdictsOf = (deal: Deal, asOf: string | null = null): Map<string, Verdict> =>
  new Map(compareTerms(deal, asOf).map((c) => [c.term.id, c.verdict]))

/** The file with what a suggestion says is to be added. */
function added(text: string, yaml: string): string {
  const file = parseDocument(text)
  const more = parseDocument(yaml).contents as YAMLMap
  const under = (map: unknown): Pair<{ value: string }>[] =>
    isMap(map) ? (map.items as Pair<{ value: string }>[]) : []
  for (const { key, value } of under(more.get('sources'))) file.setIn(['sources', key.value], value)
  for (const { key: party, value: terms } of under(more.get('announced')))
    for (const { key: term, value: claims } of under(terms)) {
      const path = ['announced', party.value, term.value]
      const there: unknown = file.getIn(path)
      const list = new YAMLSeq()
      list.items = [
        ...(isSeq(there) ? there.items : there === undefined ? [] : [there]),
        ...(claims as unknown as YAMLSeq).items,
      ]
      file.setIn(path, list)
    }
  return file.toString({ lineWidth: 0 })
}

const gapsIn = (deal: Deal, only: readonly Verdict[] | null = null, asOf: string | null = null): SettleDeal =>
  settleGaps([deal], { asOf, only, keeps: () => true }).deals[0] as SettleDeal
const agreedIn = (deal: Deal, asOf: string | null = null): SettleDeal =>
  settleAgreed([deal], { asOf, only: null, keeps: () => true }).deals[0] as SettleDeal

const waysOf = (deal: SettleDeal): { term: string; way: Way }[] =>
  deal.gaps.flatMap((gap) => gap.pairs.flatMap((p) => p.ways.map((way) => ({ term: gap.term, way }))))

/** Every suggestion, put into the file: the gap is closed, and nothing else is moved. */
function closeAll(path: string, text: string, known: Words, only: readonly Verdict[] | null = null): number {
  const deal = dealOf(path, text, known)
  const before = verdictsOf(deal)
  let n = 0
  for (const { term, way } of waysOf(gapsIn(deal, only))) {
    if (way.yaml === null) {
      expect(way.left ?? way.kind).not.toBe('say')
      continue
    }
    n += 1
    const after = verdictsOf(dealOf(path, added(text, way.yaml), known))
    expect([path, way.yaml, [...after]]).toEqual([
      path,
      way.yaml,
      [...before].map(([id, verdict]) => [id, id === term ? 'agree' : verdict]),
    ])
    expect(way.closes).toBe(true)
  }
  return n
}

describe('every suggestion, applied to the file, closes the gap that it names, and moves no other verdict', () => {
  const folder = `${root}/deals`
  const shipped = parseVocabularies([
    { path: 'vocabulary.yaml', text: readFileSync(`${folder}/vocabulary.yaml`, 'utf8') },
  ])
  for (const name of readdirSync(folder).filter((n) => n.endsWith('.yaml') && n !== 'vocabulary.yaml')) {
    const text = readFileSync(`${folder}/${name}`, 'utf8')
    it(`${name}, what differs as well`, () => {
      closeAll(name, text, shipped, everyVerdict)
      // A gap for which nothing is offered rests on words that are not coded.
      for (const { term, pairs } of gapsIn(dealOf(name, text, shipped)).gaps)
        for (const { ways } of pairs)
          expect([term, ways.some((w) => w.yaml !== null || /in words only/.test(w.left ?? ''))]).toEqual([
            term,
            true,
          ])
    })
  }
})

// Laws over random claims.

const flow = (claim: ClaimText): string =>
  Object.entries(claim)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join(', ')
const some = 'vague: [some metals]\naxes: { goods: { critical minerals: [some metals] } }'
const total = 'that: total, is: added + 25 pp'
const textOf = (more: SmallDeal): string => smallText({ words: some, conversions: total, ...more })
const pairText = (a: ClaimText | null, b: ClaimText | null): string =>
  textOf({ ...(a ? { us: flow(a) } : {}), ...(b ? { china: flow(b) } : {}) })
const small = (text: string): Deal => dealOf('small.yaml', text, ordinary)

const wayBy = (deal: SettleDeal, party: string): Way | undefined =>
  waysOf(deal).find(({ way }) => way.party === party)?.way

/** Two claims in which nothing hangs on the day of the statement, whose writing the next one changes. */
const undated = (claim: ClaimText): boolean => !Object.values(claim).flat().includes('at once')

describe('laws', () => {
  it('every offered suggestion closes the gap, whatever the claims', () => {
    fc.assert(
      fc.property(near(anyClaim), ([a, b]) => {
        closeAll('small.yaml', pairText(a, b), ordinary, everyVerdict)
      }),
      runs(150),
    )
  })
  it('of what one side alone announced, too', () => {
    fc.assert(
      fc.property(anyClaim, (a) => {
        closeAll('small.yaml', pairText(a, null), ordinary)
      }),
      runs(100),
    )
  })
  it('and however the sides break the term into parts', () => {
    const part = fc.constantFrom('', 'part: x, ', 'part: y, ', 'part: z, ')
    const says = fc.constantFrom('act: ease', 'act: remove', 'act: only ease', 'value: 10%', 'status: signed')
    const claim = fc.tuple(part, says).map((words) => words.join(''))
    const claims = fc.uniqueArray(claim, { minLength: 1, maxLength: 3 })
    let closed = 0
    fc.assert(
      fc.property(claims, claims, (us, china) => {
        closed += closeAll('small.yaml', smallText({ us, china }), ordinary, everyVerdict)
      }),
      runs(150),
    )
    expect(closed).toBeGreaterThan(50)
  })
  it('something is offered wherever the verdict is certain: the whole of what the other says would do', () => {
    fc.assert(
      fc.property(near(anyClaim.filter(undated)), ([a, b]) => {
        const found = gapsIn(small(pairText(a, b)), everyVerdict)
        // What is not known of the other's own words stays unknown when they are repeated.
        const { verdict } = judgeVersions(versionOf(a), versionOf(a), [], { vocabulary, conversions })
        if (found.gaps.some((g) => g.verdict !== 'unclear') && verdict === 'agree')
          expect(wayBy(found, 'china')?.yaml).not.toBeNull()
      }),
      runs(150),
    )
  })
  it('no smaller set of facets does', () => {
    let seen = 0
    fc.assert(
      fc.property(near(anyClaim.filter(undated)), ([a, b]) => {
        const way = wayBy(gapsIn(small(pairText(a, b)), everyVerdict), 'china')
        if (!way?.yaml) return
        seen += 1
        const [x, y] = [versionOf(a), versionOf(b)]
        const [left, right] = [x.parts[0]?.slots, y.parts[0]?.slots] as ReadonlyMap<string, Slot>[]
        if (!left || !right) return
        const keys = [...new Set([...left.keys(), ...right.keys()])]
        for (let set = 0; set < 1 << keys.length; set++) {
          const chosen = keys.filter((_, i) => set & (1 << i))
          if (chosen.length >= way.changes.length) continue
          const slots = new Map(right)
          for (const key of chosen) {
            const other = left.get(key)
            if (other) slots.set(key, other)
            else slots.delete(key)
          }
          if (slots.size === 0) continue
          const changed = { ...y, parts: [{ name: null, slots }] }
          const { verdict } = judgeVersions(x, changed, [], { vocabulary, conversions })
          expect([a, b, chosen, verdict]).not.toEqual([a, b, chosen, 'agree'])
        }
      }),
      runs(150),
    )
    expect(seen).toBeGreaterThan(15)
  })
  it('swapping the parties swaps the suggestions', () => {
    fc.assert(
      fc.property(near(anyClaim), ([a, b]) => {
        const [found, swapped] = [
          gapsIn(small(pairText(a, b)), everyVerdict),
          gapsIn(small(pairText(b, a)), everyVerdict),
        ]
        for (const [one, other] of [
          ['us', 'china'],
          ['china', 'us'],
        ] as const)
          expect(wayBy(found, one)?.changes).toEqual(wayBy(swapped, other)?.changes)
      }),
      runs(100),
    )
  })
  it('where the two agree, nothing is offered', () => {
    fc.assert(
      fc.property(anyClaim, (a) => {
        const deal = small(pairText(a, a))
        if (verdictsOf(deal).get('the-term') === 'agree') expect(gapsIn(deal, everyVerdict).gaps).toEqual([])
      }),
      runs(100),
    )
  })
  it('a claim as it is written into a file is read back as it was', () => {
    fc.assert(
      fc.property(anyClaim, (claim) => {
        const stated = statedOf(claim) ?? []
        const slots = new Map(stated.map((s) => [`${s.facet} ${s.axis}`, { stated: s, claim: null }]))
        const sayings = [...slots.values()].map((slot) => ({ slot, beside: slots }))
        const keys = keysOf(sayings, mannersOf(sayings).at(-1) ?? mannersOf([])[0]!)
        const text = textOf({ us: 'act: ease' }).replace(
          '{ source: us-1, act: ease }',
          block({ ...keys, source: 'us-1' }, 8),
        )
        const again = small(text).histories.get('the-term')?.get('us')?.[0]
        expect(again?.kind === 'claim' && again.stated.map((s) => s.text).sort()).toEqual(
          stated.map((s) => s.text).sort(),
        )
      }),
      runs(300),
    )
  })
  it('the smallest set is found, and of too many one of which nothing can be left out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.array(fc.nat(39), { maxLength: 6 }), (n, wanted) => {
        const items = Array.from({ length: n }, (_, i) => i)
        const needed = [...new Set(wanted.filter((w) => w < n))]
        const found = smallest(items, 0, (set) => (needed.every((w) => set.includes(w)) ? set : null))
        expect([...(found ?? [])].sort()).toEqual(needed.sort())
      }),
      runs(50),
    )
  })
})

describe('what is offered', () => {
  const found = (more: SmallDeal, only: readonly Verdict[] | null = null): SettleDeal =>
    gapsIn(small(smallText(more)), only)
  const sentence = (more: SmallDeal): string => found(more).gaps[0]?.pairs[0]?.sentence ?? ''
  const closes = (more: SmallDeal): number => closeAll('small.yaml', smallText(more), ordinary)

  it('sets both options side by side', () => {
    expect(sentence({ us: 'status: concluded', china: 'status: in principle' })).toBe(
      'Either the US says: in principle; or China says: concluded.'.replace('the US', 'the United States'),
    )
    expect(sentence({ us: 'act: remove, start: 2025-11-10, force: commits', china: 'silent: all' })).toBe(
      'Either the United States withdraws it; or China announces it too: to remove.',
    )
    expect(sentence({ us: 'act: supply, scope: magnets', china: 'act: approve applications' })).toBe(
      'Either the United States says: approve applications, and no longer: for magnets; or China says: supply, for magnets.',
    )
  })
  it('restates the whole of what superseding would lose, what a joint text says too', () => {
    const deal = {
      jointly: 'value: 10%, deadline: 2025-12-01',
      us: 'status: concluded',
      china: 'status: in principle',
    }
    const yaml = wayBy(found(deal), 'china')?.yaml ?? ''
    expect(yaml).toContain('value: 10%')
    expect(yaml).toContain('deadline: 2025-12-01')
    expect(yaml).toContain('supersedes: true')
    expect(closes(deal)).toBe(2)
  })
  it('supersedes nothing where the party has said nothing', () => {
    expect(wayBy(found({ us: 'act: remove' }), 'china')?.yaml).not.toContain('supersedes')
  })
  it('tells what was said to be at once as the day that it was', () => {
    const deal = { us: 'act: remove, start: at once, conditions: rules met', china: 'act: ease' }
    expect(wayBy(found(deal), 'us')?.yaml).toContain('start: 2025-06-11')
    expect(closes(deal)).toBe(2)
  })
  it('takes a duration over with its start, and what the term assumes is not restated', () => {
    const deal = { us: 'act: suspend, duration: 90 days, start: 2025-08-12', china: 'act: remove' }
    expect(closes(deal)).toBe(2)
    const assumed = { ...deal, us: 'act: suspend, duration: 90 days', term: 'assume: { start: 2025-08-12 }' }
    expect(closes(assumed)).toBe(2)
    expect(wayBy(found(assumed), 'china')?.yaml).not.toContain('start')
  })
  it('adds the part that is not there, and says of one too many that no claim takes it back', () => {
    const deal = { us: ['part: logs, act: remove', 'part: ore, act: remove'], china: 'part: logs, act: ease' }
    expect(wayBy(found(deal), 'china')?.yaml).toContain('part: ore')
    const us = wayBy(found(deal), 'us')
    expect([us?.yaml, us?.closes]).toEqual([null, true])
    expect(us?.option).toBe('the United States says: on logs, ease, and no longer speaks of ore')
    expect(us?.left).toContain('what the United States says on ore would have to be deleted from it')
    expect(closes(deal)).toBe(1)
  })
  it('invents nothing of words that are not coded, nor of what cannot be decided', () => {
    const uncoded = found({ us: 'says: "it is all settled"', china: 'silent: all' })
    expect(uncoded.gaps[0]?.pairs[0]?.sentence).toBe(
      'Either the United States withdraws it; or China announces it too, in words that cannot be derived (what the United States said is recorded in words only).',
    )
    const unclear = found({ us: 'act: remove', china: 'says: "all in good time"' }, ['unclear'])
    expect(waysOf(unclear).map(({ way }) => [way.yaml, way.option])).toEqual([
      [null, null],
      [null, null],
    ])
    expect(unclear.gaps[0]?.pairs[0]?.sentence).toMatch(/^No statement of either side can be derived: /)
  })
  it('says what is left where a third party is apart', () => {
    const deal = { us: 'act: remove', china: 'act: ease', japan: 'act: suspend' }
    const ways = waysOf(found(deal)).map(({ way }) => way)
    expect(ways.length).toBe(6)
    for (const way of ways) {
      expect(way.yaml).toBeNull()
      expect(way.left).toMatch(/^the term would then still be open between /)
    }
    const two = { us: 'act: remove', china: 'act: ease', japan: 'act: remove' }
    expect(closes(two)).toBe(2)
    expect(
      waysOf(found(two))
        .filter(({ way }) => way.yaml !== null)
        .map(({ way }) => way.party),
    ).toEqual(['china', 'china'])
  })
  it('has no contradiction, at odds or missing to settle in what differs, is a fact, or agrees', () => {
    expect(found({ us: 'act: remove', china: 'act: remove' }).gaps).toEqual([])
    expect(found({ us: 'value: 10%', china: 'value: at least 5%' }).gaps).toEqual([])
    expect(found({ us: 'act: remove', term: 'nature: fact' })).toMatchObject({ gaps: [], aside: 1 })
  })
  it('writes keys in the order of the house, and scopes by their axes', () => {
    const us =
      'act: remove, scope: [yttrium, only military users], except: gallium, conditions: rules met, status: signed'
    const yaml = wayBy(found({ us }), 'china')?.yaml ?? ''
    expect(
      [...yaml.matchAll(/^ {6}(?:- | {2})([a-z]+): (.*)$/gm)].map((m) => `${m[1]}: ${m[2]}`).slice(1),
    ).toEqual([
      'act: remove',
      'scope: { goods: [yttrium], users: [only military users] }',
      'except: gallium',
      'conditions: rules met',
      'status: signed',
      'source: china-yet-to-be-made',
    ])
  })
  it('takes a name for the statement that is not taken', () => {
    const source = 'china-yet-to-be-made: { party: china, by: x, kind: text, date: 2025-07 }'
    const yaml = wayBy(found({ us: 'act: remove', china: 'act: ease', sources: [source] }), 'china')?.yaml
    expect(yaml).toContain('  china-yet-to-be-made-2:')
    // A month counts from its last day.
    expect(yaml).toContain('date: 2025-08-01')
  })
  it('says so where it would have to be another kind of claim', () => {
    const deal = { us: 'act: remove, nature: demand', china: 'act: remove' }
    const ways = waysOf(found(deal, ['differs'])).map(({ way }) => way.option)
    expect(ways).toEqual([
      'the United States says: the same as a commitment',
      'China says: the same as a demand',
    ])
    expect(closeAll('small.yaml', smallText(deal), ordinary, ['differs'])).toBe(2)
  })
  it('reads a bare dollar as the file does', () => {
    expect(closes({ us: 'act: buy, value: $5 bn', china: 'act: only talk', dollar: 'USD' })).toBe(0)
    expect(closes({ us: 'value: $5 bn', china: 'value: $7 bn', dollar: 'USD' })).toBe(2)
  })
  it('writes whatever a part is called', () => {
    for (const part of ['a "b": #c', '- x', '关税', 'yes', '{a: b}', 'a\\b', "it's", '?', '\u200bx'])
      expect(
        closes({ us: `part: ${JSON.stringify(part)}, act: remove`, china: 'silent: all' }),
        JSON.stringify(part),
      ).toBe(1)
  })
  it('offers no statement on a day that has no name', () => {
    const last = 'last: { party: us, by: x, kind: text, date: 9999-12-31 }'
    const ways = waysOf(found({ us: 'act: remove', china: 'act: ease', sources: [last] }))
    expect(ways.map(({ way }) => way.yaml)).toEqual([null, null])
  })
  it('as of a day, answers what was said by then', () => {
    const later = 'us-2: { party: us, by: x, kind: text, date: 2025-09-01 }'
    const text = smallText({
      us: ['status: in principle', 'status: concluded, source: us-2'],
      china: 'status: signed',
      sources: [later],
    })
    const then = gapsIn(small(text), null, '2025-06-30')
    expect(wayBy(then, 'china')?.option).toBe('China says: in principle')
    expect(wayBy(then, 'china')?.yaml).toContain('date: 2025-06-12')
    expect(wayBy(gapsIn(small(text)), 'china')?.option).toBe('China says: concluded')
  })
  it('has no gap as of a day that the deal has not, whatever was said later', () => {
    const text = (day: string): string =>
      smallText({
        us: 'value: 30%, basis: total',
        china: 'value: 15%, basis: change',
        sources: [`later: { party: us, by: x, kind: minister, date: ${day} }`],
        conversions: 'that: total, is: change + 20 pp',
      }).replace('+ 20 pp, source: both', '+ 20 pp, source: later')
    for (const asOf of [null, '2025-06-30', '2025-12-31']) {
      const deal = small(text('2025-07-01'))
      const verdicts = [...verdictsOf(deal, asOf)].filter(([, v]) => everyVerdict.includes(v))
      expect([asOf, gapsIn(deal, everyVerdict, asOf).gaps.map((g) => [g.term, g.verdict])]).toEqual([
        asOf,
        verdicts,
      ])
    }
    // Said by the press, or after all statements: it was there when the gap was found, and is when it is closed.
    const press = text('2025-09-01').replace('party: us, by: x, kind: minister', 'by: a paper, kind: press')
    for (const file of [press, text('2025-09-01')]) expect(closeAll('small.yaml', file, ordinary)).toBe(2)
  })
  it('says in words what the file would say, what stays as before too', () => {
    const deal = { us: 'status: concluded, start: at once', china: 'status: signed, deadline: 2025-12-01' }
    const us = wayBy(found(deal), 'us')
    expect(us?.option).toBe('the United States says: signed (as before: from 2025-06-11)')
    expect(us?.yaml).toContain('start: 2025-06-11')
    expect(wayBy(found(deal), 'china')?.option).toContain('(as before: by 2025-12-01)')
  })
  it('tells a yes and a no as sentences', () => {
    expect(sentence({ us: 'value: yes', china: 'value: no, quote: x' })).toBe(
      'Either the United States says that it is not so; or China says that it is so.',
    )
  })
  it('says which word of a side against itself is answered', () => {
    const later = 'us-2: { party: us, by: a minister, kind: document, date: 2025-06-20 }'
    const pair = found({ us: ['value: no, quote: x', 'value: yes, source: us-2'], sources: [later] }).gaps[0]
      ?.pairs[0]
    expect(pair?.note).toBe(
      'The United States says two things on it that do not go together: what counts is that it is so (a minister, 2025-06-20), not that it is not so (us, 2025-06-11).',
    )
  })
  it('tells to what day the record would have to close, so that check finds nothing', async () => {
    const text = `record-closes: 2025-06-30\n${smallText({ us: 'act: remove', china: 'act: ease' })}`
    const deal = gapsIn(small(text))
    expect(deal.wouldClose).toBeNull()
    const early = text.replace('2025-06-30', '2025-06-11')
    const then = gapsIn(small(early))
    expect(then.wouldClose).toBe('2025-06-12')
    const yaml = wayBy(then, 'china')?.yaml ?? ''
    const check = async (file: string): Promise<string> =>
      (await dealdiff(['check', '-', '--deals', `${root}/test/fixtures`], { stdin: file })).stdout
    const put = added(early, yaml)
    expect(await check(put)).toContain('claim-after-close')
    expect(
      await check(put.replace('record-closes: 2025-06-11', `record-closes: ${then.wouldClose}`)),
    ).not.toContain('claim-after-close')
  })
  it('comes to an end with more facets than there is time to try', () => {
    const axes = Array.from({ length: 30 }, (_, i) => `axis ${i}: { parent ${i}: [a${i}, b${i}] }`)
    const scope = (letter: string): string => `scope: [${axes.map((_, i) => `${letter}${i}`).join(', ')}]`
    const words = `axes: { ${axes.join(', ')} }`
    const deal = { words, us: `act: remove, ${scope('parent ')}`, china: `act: ease, ${scope('a')}` }
    expect(wayBy(found(deal), 'china')?.changes.length).toBe(31)
  })
})

describe('what is agreed', () => {
  const one = (more: SmallDeal) => agreedIn(small(smallText(more))).agreed[0]
  const sentence = (more: SmallDeal): string => one(more)?.sentence ?? ''

  it('is a sentence by what kind of claim it is', () => {
    const both = { us: 'value: yes', china: 'value: yes' }
    expect(sentence(both)).toBe('Both the United States and China announced that Something is done.')
    expect(sentence({ ...both, term: 'nature: fact' })).toMatch(/^Both the United States and China say that /)
    expect(sentence({ ...both, term: 'nature: demand' })).toMatch(/^Both the United States and China demand /)
  })
  it('claims for both no more than both say', () => {
    const told = one({ us: 'act: remove, start: 2025-11-10, force: commits', china: 'act: remove' })
    expect(told?.sentence).not.toMatch(/2025|binding/)
    expect(told?.notes.join('; ')).toBe(
      'only the United States says from when: from 2025-11-10; only the United States says how firm it is: as a binding commitment',
    )
    const about = one({ us: 'value: 10%', china: 'value: about 10%' })
    expect(about?.sentence).toContain('about 10%')
    expect(about?.notes).toEqual(['as the United States gives it: 10%'])
    const basis = one({
      us: 'value: 10%, basis: total',
      china: 'value: 10%',
      term: 'assume: { basis: total }',
    })
    expect(basis?.sentence).toBe('On "Something is done", both the United States and China announced: 10%.')
    const once = 'us-2: { party: us, by: x, kind: document, date: 2025-06-20 }'
    const begun = one({
      us: 'act: remove, start: at once, source: us-2',
      china: 'act: remove, start: at once',
      sources: [once],
    })
    expect(begun?.sentence).toMatch(/remove, at once\.$/)
    expect(begun?.notes[0]).toContain('2025-06-20')
    const instant = one({
      us: 'act: remove, end: 2025-11-10 00:01 -05:00',
      china: 'act: remove, end: 2025-11-10',
    })
    expect(instant?.sentence).toContain('until 2025-11-10.')
    expect(instant?.notes[0]).toContain('00:01')
  })
  it('leaves a denial a denial', () => {
    expect(sentence({ us: 'value: no, quote: x', china: 'value: no, quote: y' })).toMatch(/ deny that /)
    for (const denial of ['act: not remove', 'act: remove, stance: shall not', 'status: not signed'])
      expect(sentence({ us: denial, china: denial })).toMatch(/(?:: |[a-z] )(?:shall )?not /)
    expect(sentence({ us: 'act: remove, stance: may', china: 'act: remove, stance: may' })).toContain(
      'may remove',
    )
  })
  it('takes no figure of a title that not all give', () => {
    const deal = smallText({ us: 'act: remove', china: 'act: remove' }).replace(
      'Something is done',
      'The US would remove 25 points',
    )
    expect(agreedIn(small(deal)).agreed[0]?.sentence).not.toContain(' that the US')
  })
  it('quotes only what all said in those words', () => {
    const quoted = (a: string, b: string) =>
      one({ us: `act: remove, quote: ${a}`, china: `act: remove, quote: ${b}` })?.notes
    expect(quoted('gone', 'gone')).toEqual(['in the words of all: "gone"'])
    expect(quoted('gone', 'away')).toEqual([])
  })
  it('names each statement once, a joint one of all', () => {
    expect(one({ jointly: 'act: remove' })?.sources).toEqual([
      { id: 'both', party: ['us', 'china'], by: 'all', date: '2025-06-11', url: null },
    ])
    expect(one({ us: 'act: remove', china: 'act: remove' })?.sources.map((s) => s.id)).toEqual([
      'us-1',
      'china-1',
    ])
  })
  it('asserts a title only where all say what it says', () => {
    const titled = (title: string, us: string, china = us, more: Partial<SmallDeal> = {}): string => {
      const text = smallText({ us, china, term: 'obligor: us', ...more })
      return agreedIn(small(text.replace('Something is done', title))).agreed[0]?.sentence ?? ''
    }
    const named = / announced: /
    const asserted = /^Both the United States and China announced that the United States /
    expect(titled('The United States suspends its duty', 'act: suspend')).toMatch(asserted)
    expect(titled('The United States suspends 24 points', 'act: suspend, value: 24 pp')).toBe(
      'Both the United States and China announced that the United States suspends 24 points.',
    )
    expect(titled('The United States buys 25 Mt in 2026', 'act: buy, value: 25 Mt, period: 2026')).toBe(
      'Both the United States and China announced that the United States buys 25 Mt in 2026.',
    )
    for (const [title, claim] of [
      ['The United States cuts its duty by 24 points in 2025', 'act: ease, end: 2025-11-24'],
      ['The United States removes the 10% duty', 'act: remove, deadline: 2026-11-10'],
      ['The United States suspends 24 points', 'act: suspend, value: at least 24 pp'],
      ['The United States suspends 24 points', 'act: suspend, value: 24%'],
      ['The United States suspends 2 points', 'act: suspend, value: 24 pp'],
      ['The United States buys 25 Mt in 2026', 'act: buy, value: 25 Mt'],
      ['The United States removes its duty', 'act: suspend'],
      ['The United States suspends its duty', 'act: remove'],
      ['The United States suspends its duty', 'act: not suspend'],
      ['The United States suspends its duty', 'act: suspend, stance: may'],
      ['The United States suspends its duty', 'act: suspend, force: hopes'],
      ['The United States does not suspend its duty', 'act: suspend'],
      ['The United States supplies magnets', 'act: supply'],
      ['The United States supplies magnets and rare-earth goods', 'act: supply, scope: magnets'],
      ['China suspends its duty', 'act: suspend'],
      ['The framework was signed', 'status: concluded'],
      ['The framework was not signed', 'status: signed'],
      ['When the United States suspends its duty', 'act: suspend'],
    ])
      expect([title, claim, titled(title ?? '', claim ?? '')]).toEqual([
        title,
        claim,
        expect.stringMatching(new RegExp(`^On "${title}", .*${named.source}`)),
      ])
    expect(titled('The framework was signed', 'status: signed')).toBe(
      'Both the United States and China announced that the framework was signed.',
    )
    // Of one piece, a title about the whole is not said.
    expect(titled('The United States suspends its duty', 'part: x, act: suspend')).toMatch(
      /^On .* on x, suspend\.$/,
    )
  })
  it('holds of every sentence: each figure and each word in it is said by all', () => {
    let seen = 0
    const titles = [
      'Something is done',
      'The United States removes 10% on magnets in 2026',
      'China keeps 5 Mt',
    ]
    fc.assert(
      fc.property(near(anyClaim), fc.constantFrom(...titles), ([a, b], title) => {
        const text = pairText(a, b).replace('title: Something is done', `title: ${title}`)
        seen += saidByAll(small(text))
      }),
      runs(300),
    )
    expect(seen).toBeGreaterThan(30)
  })
  it('and of the shipped deals', () => {
    const folder = `${root}/deals`
    const known = parseVocabularies([
      { path: 'vocabulary.yaml', text: readFileSync(`${folder}/vocabulary.yaml`, 'utf8') },
    ])
    let seen = 0
    for (const name of readdirSync(folder).filter((n) => n.endsWith('.yaml') && n !== 'vocabulary.yaml'))
      seen += saidByAll(dealOf(name, readFileSync(`${folder}/${name}`, 'utf8'), known))
    expect(seen).toBeGreaterThan(15)
  })
  it('gives a figure that is counted in two ways to neither', () => {
    const told = one({
      us: 'value: 30%, basis: total',
      china: 'value: 10%, basis: change',
      conversions: 'that: total, is: change + 20 pp',
    })
    expect(told?.sentence).toBe(
      'On "Something is done", what the United States and China say agrees, each in its own words.',
    )
    expect(told?.notes[0]).toMatch(/^how much, as each gives it: the United States: 30% .*; China: 10% /)
  })
  it('tells what became of it apart from what was announced', () => {
    const later = 'court: { party: us, by: a court, kind: text, date: 2026-02-20 }'
    const fates =
      'fates:\n  - { term: the-term, fate: voided, date: 2026-02-20, source: court, says: it has no ground }\n'
    const text = `${smallText({ us: 'act: remove', china: 'act: remove', sources: [later] })}${fates}`
    const told = agreedIn(small(text)).agreed[0]
    expect(told?.fates).toMatchObject([{ fate: 'voided', date: '2026-02-20', source: { id: 'court' } }])
    expect([told?.sentence, ...(told?.notes ?? [])].join()).not.toMatch(/void|ground/)
    expect(agreedIn(small(text), '2025-12-31').agreed[0]?.fates).toEqual([])
  })
})

/** Figures and words of the vocabulary in what is asserted stand in what every side says; how many were looked at. */
function saidByAll(deal: Deal): number {
  const { agreed } = agreedIn(deal)
  for (const one of agreed) {
    // A title in quotation marks is a name; who speaks is named before the verb.
    const asserted = one.sentence
      .replace(/^On "[^"]*", /, '')
      .replace(/^.*?(?:announced|announce|deny|demand|estimate|say|agrees)\b(?: that)?/i, '')
    const compared = compareTerms(deal, null).find((c) => c.term.id === one.term)
    for (const { version } of compared?.versions ?? []) {
      if (!version) continue
      const slots = version.parts.flatMap((p) => [...p.slots.values()])
      const said = JSON.stringify([
        slots.map(({ stated }) => [stated.text, [...textsIn(stated.value)]]),
        version.parts.map((p) => p.name),
        slots.flatMap(({ claim }) => claim?.source.day ?? []),
        slots.flatMap(({ stated }) => [...meantBy(deal, stated.value)]),
      ])
      const isYes = slots.some(({ stated }) => ['yes', 'no'].includes(stated.text))
      const about = isYes ? said + one.title : said
      const numbers = asserted.match(/\d+(?:[.,]\d+)*/g) ?? []
      const bare = new Set((said.match(/\d+(?:[.,]\d+)*/g) ?? []).map(Number))
      expect([one.sentence, version.party, numbers.filter((n) => !bare.has(Number(n)))]).toEqual([
        one.sentence,
        version.party,
        [],
      ])
      const words = vocabularyIn(asserted, deal).filter((w) =>
        vocabularyIn(about, deal).every((x) => x !== w),
      )
      expect([one.sentence, version.party, words]).toEqual([one.sentence, version.party, []])
    }
  }
  return agreed.length
}
/** Every text and day within a value. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (value instanceof Map || value instanceof Set) for (const x of value) yield* textsIn(x)
  else if (value !== null && typeof value === 'object') {
    const day = 'time' in value ? firstDayOf((value as When).time) : null
    if (day !== null) yield new Date(day * 86_400_000).toISOString().slice(0, 10)
    if (!('numerator' in value)) for (const x of Object.values(value)) yield* textsIn(x)
  }
}
/** What the words of a value mean, where they are told by what they mean. */
const meantBy = ({ vocabulary }: Deal, value: unknown): readonly string[] => {
  const { basis } = value as { basis?: string | null }
  const conditions = value instanceof Set ? [...(value as Set<string>)] : []
  return [
    ...(basis ? [basis, vocabulary.bases.get(basis)?.says ?? ''] : []),
    ...conditions.map((word) => vocabulary.conditions.get(word) ?? word),
  ]
}

describe('the command', () => {
  const validate = new Ajv2020({ allErrors: true, strict: false }).compile(reportSchema)
  it('is what the schema of the report says', async () => {
    for (const line of ['settle london truce --json', 'settle london truce --agreed --json']) {
      const { code, stdout } = await dealdiff(words(line))
      const ok = validate(JSON.parse(stdout))
      expect([line, code, ok, validate.errors]).toEqual([line, 0, true, null])
    }
  })
  it('picks terms as compare does, and refuses what is none', async () => {
    const { stdout } = await dealdiff(words('settle london --term status -q'))
    const row = 'There is a deal: Either the US says: in principle; or China says: concluded.'
    expect(stdout).toBe(`London framework, 9–10 June 2025\n${row}\n`)
    expect((await dealdiff(words('settle london status -q'))).stdout).toBe(stdout)
    expect((await dealdiff(words('settle london --term nonsense'))).code).toBe(2)
  })
  it('says so where nothing is to be settled, or agreed', async () => {
    const text = smallText({ us: 'act: remove', china: 'act: remove' })
    const settled = await dealdiff(['settle', '-', '--deals', `${root}/deals`], {
      stdin: `${text}words: { ladders: { act: [{ steps: [be done] }] } }\n`,
    })
    expect(settled.stdout).toContain('Nothing is to be settled')
    const apart = smallText({ us: 'status: signed', china: 'status: concluded' })
    const agreed = await dealdiff(['settle', '-', '--agreed'], { stdin: apart })
    expect(agreed.stdout).toContain('Nothing is agreed')
  })
  it('takes all deals where none is named, in the order of their days, each under its title', async () => {
    const { code, stdout } = await dealdiff(words('settle --agreed --json'))
    const { deals } = (JSON.parse(stdout) as { settle: { deals: SettleDeal[] } }).settle
    expect([code, deals.length]).toEqual([0, 8])
    expect(deals.map((d) => d.begins)).toEqual(deals.map((d) => d.begins).sort())
    const quiet = await dealdiff(words('settle --agreed -q'))
    expect(quiet.stdout).toContain('London framework, 9–10 June 2025\n')
  })
  it('says what a filter leaves out, and refuses a topic that is none', async () => {
    const only = await dealdiff(words('settle london --only contradiction'))
    expect(only.stdout).toContain('No term is a contradiction; 3 at odds and 7 missing are not shown.')
    expect(only.stdout).not.toContain('Nothing is to be settled')
    const topic = await dealdiff(words('settle london --topic tarifs'))
    expect([topic.code, topic.stderr]).toEqual([
      2,
      expect.stringContaining('Did you mean: dealdiff settle london --topic tariffs'),
    ])
    const before = await dealdiff(words('settle london --as-of 2025-01-01'))
    expect(before.stdout).toContain('Nothing was announced by 1 January 2025.')
    const after = await dealdiff(words('settle london --as-of 2027-01-01'))
    expect(after.stdout).toContain('nothing after 15 July 2025 was searched')
    expect((await dealdiff(words('settle --help'))).stdout).not.toContain('step by step')
  })
  it('keeps an address whole', async () => {
    const { stdout } = await dealdiff(words('settle geneva truce --agreed --width 40'))
    const { stdout: json } = await dealdiff(words('settle geneva truce --agreed --json'))
    const { deals } = (JSON.parse(json) as { settle: { deals: SettleDeal[] } }).settle
    const urls = deals.flatMap((d) => d.agreed.flatMap((a) => a.sources.flatMap((s) => s.url ?? [])))
    const rows = new Set(stdout.split('\n').map((row) => row.trim()))
    expect(urls.filter((url) => !rows.has(url))).toEqual([])
    expect(urls.length).toBeGreaterThan(8)
  })
  it('writes into a cell what YAML reads as the same, on one line', async () => {
    const { stdout } = await dealdiff(words('settle truce london --json'))
    const { deals } = (JSON.parse(stdout) as { settle: { deals: SettleDeal[] } }).settle
    const files = deals.flatMap(waysOf).flatMap(({ way }) => way.yaml ?? [])
    expect(files.length).toBeGreaterThan(15)
    for (const file of files) {
      expect(inFlow(file)).not.toContain('\n')
      expect(parseDocument(inFlow(file)).toJS()).toEqual(parseDocument(file).toJS())
    }
    expect((await dealdiff(words('settle london --format csv'))).stdout).not.toContain('\\u000a')
  })
  it('breaks no line of what is to be put into the file so that it would mean something else', async () => {
    for (const width of [60, 80, 200]) {
      const shown = await dealdiff(words(`settle truce --term ga-ge-sb --verbose --width ${width}`))
      const json = await dealdiff(words('settle truce --term ga-ge-sb --json'))
      const rows = shown.stdout.split('\n').map((row) => (/^ {6}\S|^ {8}/.test(row) ? row.slice(6) : ''))
      const printed = rows
        .join('\n')
        .split(/\n(?=sources:)/)
        .slice(1)
      const asked = (JSON.parse(json.stdout) as { settle: { deals: SettleDeal[] } }).settle.deals
      const files = asked.flatMap(waysOf).map(({ way }) => way.yaml ?? '')
      expect(files.length).toBe(2)
      const read = (text: string): unknown => parseDocument(text).toJS()
      expect(printed.map(read)).toEqual(files.map(read))
    }
  })
  it('fits any width', async () => {
    for (const width of [20, 60, 80, 120, 200])
      for (const more of ['', '--agreed', '--ascii -v'])
        for (const row of (
          await dealdiff(words(`settle truce london --width ${width} ${more}`))
        ).stdout.split('\n'))
          // An address is not broken.
          if (!/^ *https?:\/\/\S+$/.test(row))
            expect([width, more, row.length <= Math.max(width, 20), row]).toEqual([width, more, true, row])
  })
})
