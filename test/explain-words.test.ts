import { describe, expect, test } from 'vitest'
import { kinds, natures } from '../src/deal.ts'
import { explainedWords, indexPage, pages, pagesFor } from '../src/explain.ts'
import { judgements, silenceStates } from '../src/verdict.ts'
import { forceLadder } from '../src/facets/force.ts'
import { facets } from '../src/facets/index.ts'
import { stances } from '../src/facets/stance.ts'
import { statusLadder } from '../src/facets/status.ts'
import { parseVocabularies } from '../src/read/parse.ts'
import { relations } from '../src/relation.ts'
import { unitPages } from '../src/values/units.ts'
import { reasonCodes, verdicts } from '../src/verdict.ts'
import { nearest } from '../src/words.ts'
import { all, vocabulary } from './explained.ts'

const named = (kind: string): readonly string[] => pages.filter((p) => p.kind === kind).map((p) => p.word)

describe('no word is without its page', () => {
  test.each([
    ['verdict', verdicts],
    ['reason', reasonCodes],
    ['facet', facets.map((f) => f.name)],
    ['stance', [...stances.keys()]],
    ['status', [statusLadder.floor, ...statusLadder.steps]],
    ['silence', silenceStates],
    ['judgement of a report', judgements],
    ['nature', natures],
    ['kind of source', kinds],
    ['relation', [...relations, 'unknown']],
  ])('%s', (kind, words) => {
    expect(named(kind)).toEqual(words)
  })

  test('a force is every word that the facet takes', () => {
    const facet = facets.find((f) => f.name === 'force')
    for (const word of [...forceLadder.steps, 'non-binding']) {
      const taken = facet?.keys[0]?.expects.includes(`"${word.replaceAll('-', ' ')}"`)
      expect(
        pagesFor(word, vocabulary).some((p) => p.kind === 'force'),
        word,
      ).toBe(taken)
    }
  })

  test('a unit, every spelling of it, a currency', () => {
    for (const { name } of unitPages) expect(named('unit')).toContain(name)
    for (const said of [
      'per cent',
      'tonnes',
      'MMT',
      'USD',
      'usd',
      'bushels of corn',
      'bushels',
      'ton',
      '$',
      'bn',
    ])
      expect(pagesFor(said, vocabulary), said).not.toEqual([])
  })

  test('a key of a deal file', () => {
    for (const key of facets.flatMap((f) => f.keys.map((k) => k.key)))
      expect(pagesFor(key, vocabulary), key).not.toEqual([])
    for (const key of [
      'deal',
      'obligor',
      'noted-by',
      'supersedes',
      'attributed',
      'via',
      'ladders',
      'adds-up',
    ])
      expect(named('key')).toContain(key)
  })

  test('a word of the shipped vocabulary', () => {
    const words = [
      ...vocabulary.axes.keys(),
      ...vocabulary.axisOf.keys(),
      ...vocabulary.vague,
      ...vocabulary.ladders.flatMap((l) => [...l.steps, ...(l.floor === null ? [] : [l.floor])]),
      ...vocabulary.opposites.flat(),
      ...vocabulary.bases.keys(),
      ...vocabulary.conditions.keys(),
      ...vocabulary.events.keys(),
      ...vocabulary.units.keys(),
    ]
    expect(words.length).toBeGreaterThan(50)
    for (const word of words) expect(pagesFor(word, vocabulary), word).not.toEqual([])
  })
})

describe('every page', () => {
  const exampled = [
    'verdict',
    'reason',
    'facet',
    'stance',
    'status',
    'force',
    'silence',
    'act',
    'scope',
    'basis',
  ]
  test.each(all.map((page) => ({ page, name: `${page.kind} ${page.word}` })))('$name', ({ page }) => {
    expect(page.means).toMatch(/^[A-Z0-9%][\s\S]*[.…:]$/)
    for (const text of [page.means, page.rule ?? 'None.'])
      for (const paragraph of text.split('\n')) expect(paragraph).toMatch(/^\S[\s\S]*[.]$/)
    if (exampled.includes(page.kind)) expect(page.examples.length).toBeGreaterThan(0)
    const others = page.see.filter((word) => pagesFor(word, vocabulary).length === 0)
    expect(others).toEqual([])
    expect(page.see).not.toContain(page.word)
    expect(new Set(page.see).size).toBe(page.see.length)
    for (const row of page.diagram) expect(row.trimEnd()).toBe(row)
    const shown = page.examples.map(({ us, china, term, words }) => JSON.stringify([us, china, term, words]))
    expect(new Set(shown).size).toBe(shown.length)
  })

  test('one kind of word has one page for a word', () => {
    const keys = all.map((p) => `${p.kind} ${p.word}`)
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
  })
})

describe('looking up', () => {
  test('spelling does not matter, and a word with several meanings has several pages', () => {
    expect(pagesFor('At Odds', vocabulary).map((p) => p.word)).toEqual(['at-odds'])
    expect(pagesFor('press only', vocabulary).map((p) => p.word)).toEqual(['press-only'])
    expect(pagesFor('unclear', vocabulary).map((p) => p.kind)).toEqual(['verdict', 'judgement of a report'])
    expect(pagesFor('narrower', vocabulary).map((p) => p.kind)).toEqual(['reason', 'relation'])
    expect(pagesFor('no-such-word', vocabulary)).toEqual([])
    for (const word of ['constructor', '__proto__', '', '…', ' '])
      expect(pagesFor(word, vocabulary)).toEqual([])
  })

  test('an example fits the word, and stands once', () => {
    const text = `ladders: { act: [{ steps: [let pass], floor: block }, { steps: [block] }] }
opposites: [[let pass, block]]
bases: { cut: { says: points taken off a rate }, stay: { says: how long one may stay }, rate: { says: a rate } }`
    const own = parseVocabularies([{ path: 'vocabulary.yaml', text }]).vocabulary
    const shown = (word: string) => pagesFor(word, own).flatMap((p) => p.examples.map((e) => [e.us, e.china]))
    expect(shown('let pass')).toEqual([
      ['act: let pass', 'act: not let pass'],
      ['act: let pass', 'act: block'],
    ])
    expect(shown('cut')).toEqual([['value: 10 pp, basis: cut', 'value: 25 pp']])
    expect(shown('stay')).toEqual([['value: 6 months, basis: stay', 'value: 12 months']])
    expect(shown('rate')).toEqual([['value: 10%, basis: rate', 'value: 25%']])
  })

  test('a mistyped word has a nearest one', () => {
    expect(nearest('contradicton', explainedWords(vocabulary))).toBe('contradiction')
    expect(nearest('suspnd', explainedWords(vocabulary))).toBe('suspend')
  })

  test('the index names every word once a kind, in narrow lines', () => {
    const { diagram } = indexPage(vocabulary)
    for (const row of diagram) expect(row.length).toBeLessThanOrEqual(72)
    const text = diagram.join(' ').replaceAll(/\s+/g, ' ')
    for (const word of explainedWords(vocabulary)) expect(text).toContain(word)
  })

  test('an act shows its ladder with the floor, a word of scope its place', () => {
    const text = `axes:
  goods: { critical minerals: { rare earths: [yttrium] }, magnets: }
  users: { us users: [us civilian users], civilian users: [us civilian users] }
vague: [controlled items]
ladders: { act: [{ steps: [ease, suspend, remove], floor: keep }, { steps: [talk] }] }
opposites: [[talk, listen]]`
    const own = parseVocabularies([{ path: 'vocabulary.yaml', text }]).vocabulary
    const drawn = (word: string) => pagesFor(word, own).at(-1)?.diagram.join('\n')
    expect(drawn('suspend')).toMatchInlineSnapshot(`
      "remove       each step includes those below it
      suspend  <--
      ease
      -------
      keep         denies every step above it"
    `)
    expect(drawn('keep')).toMatchInlineSnapshot(`
      "remove       each step includes those below it
      suspend
      ease
      -------
      keep     <-- denies every step above it"
    `)
    expect(drawn('talk')).toMatchInlineSnapshot(`
      "talk             <--
      ---------------
      (no step taken)"
    `)
    expect(drawn('listen')).toMatchInlineSnapshot(`""`)
    expect(drawn('Rare-Earths')).toMatchInlineSnapshot(`
      "goods
        critical minerals
          rare earths  <--
            yttrium
            (any other rare earths)"
    `)
    expect(drawn('us civilian users')).toMatchInlineSnapshot(`
      "users
        us users
          us civilian users  <--

      users
        civilian users
          us civilian users  <--"
    `)
    expect(drawn('goods')).toMatchInlineSnapshot(`
      "goods
        critical minerals
          rare earths
            yttrium
        magnets"
    `)
    expect(drawn('controlled items')).toMatchInlineSnapshot(`""`)
    expect(drawn('commits')).toMatchInlineSnapshot(`
      "(binding)            each step includes those below it
      commits          <--
      intends
      best efforts
      considers
      hopes
      ---------------
      (no step taken)"
    `)
  })
})
