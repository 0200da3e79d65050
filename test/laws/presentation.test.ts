import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { facets } from '../../src/facets/index.ts'
import { normalWord } from '../../src/words.ts'
import { compared, type SmallDeal } from '../small-deal.ts'
import {
  amountIn,
  anyClaim,
  type ClaimText,
  choices,
  claimOfFacet,
  judge,
  type Judged,
  near,
  runs,
  statedOf,
  without,
} from './claims.ts'

/** What changes nothing: names, order, units, dates all moved, spelling, who said it (L3, L4, L5, L6). */

const shape = (j: Judged) => [
  j.verdict,
  j.couldBe,
  j.rows.map((r) => [r.facet, r.axis, r.possible, r.noted, r.code, r.denial]),
]
/** A claim as the inside of a flow map. */
const flow = (claim: ClaimText): string =>
  Object.entries(claim)
    .map(
      ([key, value]) =>
        `${key}: ${typeof value === 'string' ? `"${value}"` : `[${value.map((w) => `"${w}"`).join(', ')}]`}`,
    )
    .join(', ')
const words = 'axes: { goods: { critical minerals: [some metals] } }\nvague: [some metals]'
const facetRows = (small: SmallDeal) => {
  const found = compared({ words, ...small })
  const rows = found.pairs.flatMap((p) =>
    p.rows.map((r) => [r.facet, r.axis, r.possible, r.noted, r.code, r.denial]),
  )
  return { verdict: found.verdict, couldBe: found.couldBe, rows, clashes: found.inconsistencies.length }
}
const mapText = (claim: ClaimText, change: (text: string, key: string) => string): ClaimText =>
  Object.fromEntries(
    Object.entries(claim).map(([key, v]) => [
      key,
      typeof v === 'string' ? change(v, key) : v.map((w) => change(w, key)),
    ]),
  )

describe('L3: anonymous', () => {
  const source = (id: string, party: string, more: string) =>
    `${id}: { party: ${party}, by: someone, ${more} }`
  // Domain: histories of up to four claims, of any rank and day, none superseding, all of one scope.
  const history = fc.array(
    fc.tuple(claimOfFacet.measure as fc.Arbitrary<ClaimText>, fc.integer({ min: 0, max: 3 })),
    { minLength: 1, maxLength: 4 },
  )
  const sources = (party: string) => [
    source(`${party}-a`, party, 'kind: text, date: 2025-06-01'),
    source(`${party}-b`, party, 'kind: leader, date: 2025-06-01'),
    source(`${party}-c`, party, 'kind: leader, date: 2025-06-02'),
    source(`${party}-d`, party, 'kind: minister, date: 2025-06-02'),
  ]
  const entries = (party: string, list: readonly (readonly [ClaimText, number])[]) =>
    list.map(([claim, i]) => `${flow(without(claim, 'period'))}, source: ${party}-${'abcd'[i]}`)
  const both = [...sources('us'), ...sources('china')]

  it('the order of claims, keys, sources and items changes nothing', () => {
    fc.assert(
      fc.property(history, anyClaim, (us, china) => {
        const there = facetRows({ us: entries('us', us), china: flow(china), sources: both })
        const backwards = Object.fromEntries(
          Object.entries(china)
            .toReversed()
            .map(([k, v]) => [k, typeof v === 'string' ? v : v.toReversed()]),
        )
        const turned = {
          us: entries('us', us.toReversed()),
          china: flow(backwards),
          sources: both.toReversed(),
        }
        expect(facetRows(turned)).toEqual(there)
      }),
      runs(100),
    )
  })
  it('names of parties change nothing but names', () => {
    fc.assert(
      fc.property(anyClaim, anyClaim, (a, b) => {
        const there = facetRows({ us: flow(a), china: flow(b) })
        // With a third that is asked nothing: between names the two.
        const renamed = facetRows({ china: flow(a), japan: flow(b), term: 'between: [china, japan]' })
        expect(renamed).toEqual(there)
      }),
      runs(100),
    )
  })
})

describe('L4: invariance', () => {
  const units = fc.constantFrom(
    ['Mt', 'kt', 1000],
    ['Mt', 't', 1_000_000],
    ['bn USD', 'mn USD', 1000],
    ['years', 'months', 12],
    ['weeks', 'days', 7],
    ['Mt a year', 'kt a year', 1000],
  ) as fc.Arbitrary<[string, string, number]>
  const rewrite = (text: string, from: string, to: string, by: number): string =>
    text.replaceAll(/\d+(\.\d+)?/g, (n) => String(Number(n) * by)).replace(from, to)

  // Domain: the units that convert exactly; amounts with a head, ranges and denials.
  it('exact conversion of units', () => {
    fc.assert(
      fc.property(
        units.chain((u) => fc.tuple(fc.constant(u), amountIn(u[0]), amountIn(u[0]))),
        ([[from, to, by], a, b]) => {
          const there = shape(judge({ value: a }, { value: b }))
          expect(shape(judge({ value: rewrite(a, from, to, by) }, { value: b }))).toEqual(there)
          expect(shape(judge({ value: a }, { value: rewrite(b, from, to, by) }))).toEqual(there)
        },
      ),
      runs(600),
    )
  })
  // Domain: amounts of one unit and basis; a conversion that adds something is no invariant of scale.
  it('scaling all values', () => {
    fc.assert(
      fc.property(amountIn('%'), amountIn('%'), fc.constantFrom(2, 3, 10, 400), (a, b, by) => {
        const scaled = (text: string) => rewrite(text, '%', '%', by)
        expect(shape(judge({ value: scaled(a) }, { value: scaled(b) }))).toEqual(
          shape(judge({ value: a }, { value: b })),
        )
      }),
      runs(600),
    )
  })
  const moved = (text: string, days: number): string =>
    text.replaceAll(/\d{4}-\d\d-\d\d/g, (day) =>
      new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10),
    )
  // Domain: days and instants; months, quarters and years are not all of one length.
  it('shifting all dates, the day of the statement too', () => {
    const plain = (claim: ClaimText) =>
      !Object.values(claim).some((v) => typeof v === 'string' && /^\d{4}-\d\d$/.test(v))
    const claims = near(anyClaim).filter(([a, b]) => plain(a) && plain(b))
    fc.assert(
      fc.property(claims, fc.integer({ min: -400, max: 4000 }), ([a, b], days) => {
        const [y = 0, month = 0, day = 0] = moved('2025-06-11', days).split('-').map(Number)
        const shift = (claim: ClaimText) =>
          mapText(claim, (text, key) => (key === 'period' ? text : moved(text, days)))
        expect(shape(judge(shift(a), shift(b), { said: { year: y, month, day } }))).toEqual(
          shape(judge(a, b)),
        )
      }),
      runs(600),
    )
  })
})

describe('L5: presentation', () => {
  it.each(facets.map((f) => f.name))(
    '%s: parse of print is the value, and printing twice is printing once',
    (name) => {
      const facet = facets.find((f) => f.name === name)
      const more = { choices: name === 'choice' ? choices : null }
      fc.assert(
        fc.property(claimOfFacet[name] as fc.Arbitrary<ClaimText>, (claim) => {
          const stated = statedOf(claim, more) ?? []
          expect(stated.length).toBeGreaterThan(0)
          for (const s of stated) {
            const printed = facet?.print(s.value) ?? {}
            const again = statedOf(printed, more)
            expect(again?.map((x) => [x.facet, x.axis, x.text])).toEqual([[s.facet, s.axis, s.text]])
            expect(again?.[0]?.value).toEqual(s.value)
            expect(facet?.print(again?.[0]?.value)).toEqual(printed)
          }
        }),
        runs(100),
      )
    },
  )
  it('normalise twice = once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(normalWord(normalWord(text))).toBe(normalWord(text))
      }),
      runs(300),
    )
  })
  // Domain: words of the vocabulary; units and dates are written as they are written.
  it('case, hyphens and repetition change nothing', () => {
    const wordKeys = new Set(['act', 'stance', 'basis', 'scope', 'conditions', 'sequence', 'status', 'force'])
    const dressed = (claim: ClaimText, how: (text: string) => string): ClaimText =>
      mapText(claim, (text, key) => {
        if (!wordKeys.has(key)) return text
        const m = /^(only |not |(?:before|with|after)(?: or (?:before|with|after))* )?(.*)$/.exec(text)
        return `${m?.[1] ?? ''}${how(m?.[2] ?? '')}`
      })
    const ways = [
      (t: string) => t.toUpperCase(),
      (t: string) => t.replaceAll(' ', '-'),
      (t: string) => ` ${t.replaceAll(' ', '  ')} `,
      (t: string) => t.replaceAll('-', ' '),
    ]
    const twice = (claim: ClaimText): ClaimText =>
      Object.fromEntries(Object.entries(claim).map(([k, v]) => [k, typeof v === 'string' ? v : [...v, ...v]]))
    fc.assert(
      fc.property(near(anyClaim), fc.constantFrom(...ways), ([a, b], how) => {
        const there = shape(judge(a, b))
        expect(shape(judge(dressed(a, how), b))).toEqual(there)
        expect(shape(judge(a, twice(b)))).toEqual(there)
      }),
      runs(600),
    )
  })
})

describe('L6: provenance', () => {
  // Domain: one claim a side; `at once` is the day it was said, and is left out.
  it('source, rank, date said and quote change nothing', () => {
    const dateless = (claim: ClaimText) => !Object.values(claim).includes('at once')
    const claims = anyClaim.filter(dateless)
    const kind = fc.constantFrom('text', 'document', 'leader', 'minister', 'spokesperson')
    fc.assert(
      fc.property(
        claims,
        claims,
        kind,
        fc.constantFrom('2025-05', '2025-06-30', '2026-01-01'),
        (a, b, rank, date) => {
          const sources = [
            `other: { party: china, by: another, kind: ${rank}, date: ${date}, read: part, issuer: someone }`,
          ]
          const there = facetRows({ us: flow(a), china: flow(b) })
          const other = `${flow(b)}, source: other, quote: "so to say", says: "something", original: "某"`
          expect(facetRows({ us: flow(a), china: other, sources })).toEqual(there)
        },
      ),
      runs(100),
    )
  })
})
