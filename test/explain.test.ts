import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compareTerms } from '../src/compare.ts'
import { kinds, natures } from '../src/deal.ts'
import { reportDeal } from '../src/deal-report.ts'
import { judgementCases, judgements } from '../src/explain/judgements.ts'
import { silenceStates } from '../src/explain/silences.ts'
import { wordKinds } from '../src/explain/words.ts'
import { explainedWords, indexPage, pages, pagesFor } from '../src/explain.ts'
import { forceLadder } from '../src/facets/force.ts'
import { facets } from '../src/facets/index.ts'
import { stances } from '../src/facets/stance.ts'
import { statusLadder } from '../src/facets/status.ts'
import { parseDeal, parseVocabulary } from '../src/parse.ts'
import { relations } from '../src/relation.ts'
import type { Example, Page } from '../src/report.ts'
import { unitPages } from '../src/values/units.ts'
import { reasonCodes, verdicts } from '../src/verdict.ts'
import { nearest } from '../src/words.ts'

const shippedPath = new URL('../deals/vocabulary.yaml', import.meta.url)
const shipped = {
  path: 'vocabulary.yaml',
  text: readFileSync(shippedPath, 'utf8'),
}
const { vocabulary } = parseVocabulary(shipped)

const isSilence = (body: string): boolean => /^(silent|declined|noted-by|general|not-applicable):/.test(body)
const entry = (party: string, body: string): string =>
  `  ${party}:\n    thing: { ${body}${isSilence(body) ? '' : `, source: ${party}-read-whole`} }`

/** The words of the examples that the keys of facets give. */
const ofKeys = `axes:
  goods: { critical minerals: [rare earths, gallium] }
  users: [civilian users, us military users]
ladders: { act: [{ steps: [suspend, remove] }] }
bases: { stacked-total: { says: all of it } }
conditions: { leaders approval: they approve }
events: { china delivers: it delivers, us measures rollback: they end }`

/** A deal around an example: each side speaks once, on one day; what nobody announced, the press reports. */
function dealAround(
  { us, china, term, words }: Pick<Example, 'us' | 'china' | 'term' | 'words'>,
  reported: string | null,
  vocabularies = [shipped],
) {
  const announced = [
    us === null ? [] : [entry('us', us)],
    china === null ? [] : [entry('china', china)],
  ].flat()
  const text = [
    'deal: example',
    'parties: { us: United States, china: China }',
    ...(words === undefined ? [] : ['words:', ...words.split('\n').map((row) => `  ${row}`)]),
    'sources:',
    ...['us', 'china'].flatMap((party) =>
      ['whole', 'part'].map((read) => {
        const id = `${party}-read-${read === 'whole' ? 'whole' : 'in-part'}`
        return `  ${id}: { party: ${party}, by: ${party}, kind: text, date: 2025-06-11, read: ${read} }`
      }),
    ),
    '  press-report: { by: a newspaper, kind: press, date: 2025-06-12 }',
    `terms: { thing: { title: The thing is done, obligor: china${term === undefined ? '' : `, ${term}`} } }`,
    announced.length > 0 ? 'announced:' : 'announced: {}',
    ...announced,
    ...(reported === null
      ? []
      : ['reported:', `  - { term: thing, attributed: china, ${reported}, source: press-report }`]),
    '',
  ].join('\n')
  const { deal, diagnostics } = parseDeal({ path: 'example.yaml', text }, vocabularies)
  if (!deal) throw new Error(`${diagnostics.map((d) => d.message).join('\n')}\n${text}`)
  return deal
}

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

const declared: readonly Page[] = wordKinds.flatMap(({ words, page }) =>
  words(vocabulary).map((word) => page(vocabulary, word)),
)
const all = [...pages, ...declared]
const named = (kind: string): readonly string[] => pages.filter((p) => p.kind === kind).map((p) => p.word)

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
    const own = parseVocabulary({ path: 'vocabulary.yaml', text }).vocabulary
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
