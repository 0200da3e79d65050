import { describe, expect, it } from 'vitest'
import type { Row } from '../src/compare/rows.ts'
import { DISJOINT, NARROWER, OVERLAP, surely, WIDER } from '../src/relation.ts'
import { codeOf, sentenceOf } from '../src/report/reasons.ts'
import { sentenceOfTerm } from '../src/report/sentences.ts'
import type { Vocabulary } from '../src/vocabulary.ts'
import { compared, smallDeal, type SmallDeal } from './small-deal.ts'

/** What a sentence says must be true of the two sets: who says more, and that they overlap, is told from the relation. */

const choices: SmallDeal = { term: 'choices: [us first, china first, together]' }
const after = (act: string, values: readonly string[]): string[] => values.map((value) => `${act}, ${value}`)
/** Of every facet, values that stand to each other in each way in which two can. */
const values: Readonly<Record<string, { readonly of: readonly string[]; readonly more?: SmallDeal }>> = {
  measure: {
    of: [
      '30%',
      'at least 30%',
      'at most 31%',
      '28 to 31%',
      'about 28%',
      '30 to 40%',
      'not 30%',
      'more than 30%',
      'less than 31%',
      'some',
      'none',
      'yes',
      'no',
      '3 months',
      '90 days',
      '2026-01-01',
      '2025-12-01 to 2026-02-01',
      'not before 2026-01-15',
      'by 2026-01-20',
    ].map((value) => `value: ${value}`),
  },
  sums: {
    of: ['at least 30,000 EUR', 'at most 31,000 EUR', '28,000 EUR', '5 bn USD', '4 bn USD, period: 2026'].map(
      (value) => (value.includes('period') ? `value: ${value}` : `value: "${value}"`),
    ),
    more: { conversions: 'that: 1 EUR, is: 1.10 USD' },
  },
  choice: {
    of: ['us first', '[us first, together]', '[china first, together]', 'not us first', 'together'].map(
      (value) => `value: ${value}`,
    ),
    more: choices,
  },
  act: {
    of: [
      'ease',
      'suspend',
      'remove',
      'only suspend',
      'not remove',
      'keep',
      'supply',
      'buy',
      'sell',
      'ease, stance: may',
      'suspend, stance: may',
      'ease, stance: optional',
      'ease, stance: no position',
      'ease, stance: no commitment',
      'ease, stance: shall not',
    ].map((value) => `act: ${value}`),
  },
  status: {
    of: ['in principle', 'only in principle', 'signed', 'not signed', 'none'].map((v) => `status: ${v}`),
  },
  force: { of: ['intends', 'commits', 'non-binding', 'best efforts'].map((v) => `force: ${v}`) },
  scope: {
    of: after('act: ease', [
      'scope: [rare earths, magnets]',
      'scope: [gallium, magnets]',
      'scope: yttrium',
      'scope: magnets',
      'scope: only yttrium',
      'scope: rare earths, except: yttrium',
      'scope: critical minerals',
      'scope: controlled items',
      'scope: not yttrium',
      'scope: { users: civilian users }',
    ]),
  },
  conditions: {
    of: after('act: ease', [
      'conditions: leaders approval',
      'conditions: [leaders approval, rules met]',
      'conditions: none',
      'conditions: third thing',
      'conditions: [rules met, third thing]',
    ]),
  },
  ...Object.fromEntries(
    ['start', 'end', 'deadline'].map((facet) => [
      facet,
      {
        of: after(
          'act: ease',
          [
            '2026-01-01',
            '2025-12-01 to 2026-02-01',
            '2026-01-15 to 2026-03-01',
            'by 2026-01-25',
            'open',
            'not before 2026-01-20',
            '30 days from china delivers',
            'permanent',
          ].flatMap((time) =>
            facet === 'end' || !['open', 'permanent'].includes(time) ? [`${facet}: ${time}`] : [],
          ),
        ).concat('act: ease'),
      },
    ]),
  ),
  sequence: {
    of: ['before', 'before or with', 'with or after', 'after'].map((v) => `sequence: ${v} china delivers`),
  },
}

interface Pairing {
  readonly said: string
  readonly row: Row
  readonly vocabulary: Vocabulary
}
function pairings({ of, more = {} }: (typeof values)[string]): Pairing[] {
  return of.flatMap((us) =>
    of.flatMap((china): Pairing[] => {
      const small = { us, china, ...more }
      const { vocabulary } = smallDeal(small)
      return (compared(small).pairs[0]?.rows ?? [])
        .filter((row) => codeOf(row) !== null)
        .map((row) => ({ said: `${us} ~ ${china}`, row, vocabulary }))
    }),
  )
}
const names = { a: 'Northland', b: 'Southland' }
const flip = (p: number): number =>
  (p & ~(NARROWER | WIDER)) | (p & NARROWER ? WIDER : 0) | (p & WIDER ? NARROWER : 0)
const bag = (sentence: string): string =>
  [...sentence.toLowerCase().matchAll(/[^\s,;.:]+/g)]
    .map(([word]) => word)
    .sort()
    .join(' ')

/** Words that put the one within the other. */
const ordered =
  /is more exact|says more of|says less of|covers less|earlier deadline:|says which|fewer answers| adds |makes it depend on/

describe.each(Object.entries(values))('sentences of %s', (_, set) => {
  const all = pairings(set)

  it('put the one within the other only where it is', () => {
    for (const { said, row, vocabulary } of all) {
      const sentence = sentenceOf(row, names, vocabulary)
      if (ordered.test(sentence) && !sentence.startsWith('They make it'))
        expect([said, sentence, surely(row.possible, NARROWER) || surely(row.possible, WIDER)]).toEqual([
          said,
          sentence,
          true,
        ])
      if (/overlap|partly the same/.test(sentence)) expect([said, row.possible]).toEqual([said, OVERLAP])
      if (sentence.startsWith('Both cannot hold')) expect(surely(row.possible, DISJOINT), said).toBe(true)
    }
  })

  it('say the same of the two, whichever side stands first', () => {
    for (const { said, row, vocabulary } of all) {
      // Of two that deny, either may be the one that is named.
      if (codeOf(row) === 'denied') continue
      const other = { ...row, a: row.b, b: row.a, possible: flip(row.possible) }
      const [one, two] = [
        sentenceOf(row, names, vocabulary),
        sentenceOf(other, { a: names.b, b: names.a }, vocabulary),
      ]
      expect([said, bag(two)]).toEqual([said, bag(one)])
    }
  })

  it('are whole sentences', () => {
    for (const { said, row, vocabulary } of all) {
      const sentence = sentenceOf(row, names, vocabulary)
      expect(sentence, said).not.toMatch(/ {2}|undefined|null|: [.,;]|by by |to [.;]/)
      expect(sentence, said).toMatch(/^\p{Lu}[^]*\.$/u)
    }
  })
})

describe('the sentence of a term', () => {
  const said = (us: string, china: string, more: SmallDeal = {}): string => {
    const small = { us, china, ...more }
    return sentenceOfTerm(smallDeal(small), compared(small))
  }
  const figures = (us: string, china: string): string => said(`value: "${us}"`, `value: "${china}"`)

  it.each([
    ['at least 30,000 EUR', 'at most 31,000 EUR'],
    ['at least 30,000 EUR', '28,000 to 31,000 EUR'],
    ['at least 30,000 EUR', 'about 28,000 EUR'],
    ['28,000 to 31,000 EUR', '30,000 to 40,000 EUR'],
  ])('says that %s and %s overlap, and not who is more exact', (a, b) => {
    for (const [x, y] of [
      [a, b],
      [b, a],
    ] as const)
      expect(figures(x, y)).toBe(`The figures overlap: the United States ${x}, China ${y}.`)
  })

  it('says who is more exact where one is', () => {
    expect(figures('30,000 EUR', 'at least 30,000 EUR')).toBe(
      'The United States is more exact: 30,000 EUR, against at least 30,000 EUR.',
    )
  })

  it.each([
    [
      'us first',
      '[china first, together]',
      'Both cannot hold: the United States says "us first", China says "china first" or "together".',
    ],
    [
      'china first',
      '[china first, together]',
      'The United States says which: "china first"; China allows "china first" or "together".',
    ],
    [
      '[us first, together]',
      '[china first, together]',
      'They differ in the answer: the United States says "us first" or "together", China says "china first" or "together".',
    ],
    [
      'us first',
      '[not us first, not together]',
      'China denies it: not "us first" and not "together", against "us first".',
    ],
  ])('quotes answers: %s against %s', (us, china, sentence) => {
    expect(said(`value: ${us}`, `value: ${china}`, choices)).toBe(sentence)
  })

  it.each([
    ['act: ease, end: open', 'act: ease', 'The United States leaves the end open; China names none.'],
    [
      'act: ease, end: permanent',
      'act: ease',
      'The United States says that it is for good; China names no end.',
    ],
    [
      'act: ease',
      'act: ease, end: permanent',
      'China says that it is for good; the United States names no end.',
    ],
    [
      'act: ease, end: 2026-11-10',
      'act: ease, end: open',
      'The United States limits it to 2026-11-10; China leaves the end open.',
    ],
    ['value: some', 'value: at most 5%', 'The United States names no figure.'],
    ['value: at most 5%', 'value: some', 'China names no figure.'],
    ['act: ease, stance: may', 'act: ease, stance: optional', 'China promises less: optional, against may.'],
    [
      'act: ease, stance: no commitment',
      'act: ease, stance: may',
      'The United States promises less: no commitment, against may.',
    ],
    [
      'act: ease, deadline: 2026-01-01',
      'act: ease, deadline: 30 days from china delivers',
      'Which deadline is the earlier is not known: the United States 2026-01-01, China 30 days from china delivers.',
    ],
    [
      'act: ease, scope: rare earths, except: yttrium',
      'act: ease, scope: [rare earths, magnets]',
      'The United States covers less: rare earths, except yttrium, against rare earths, magnets.',
    ],
  ])('{ %s } against { %s }', (us, china, sentence) => {
    expect(said(us, china).startsWith(sentence)).toBe(true)
  })
})
