import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reportChanges } from '../src/changes/changes.ts'
import { neededEdits } from '../src/changes/causes.ts'
import { piecesOf, type TermAt } from '../src/changes/deal-pieces.ts'
import { type Outcome, toldOf } from '../src/changes/hybrid.ts'
import { matchDeals } from '../src/changes/match.ts'
import { readableOf, type Revised } from '../src/changes/revised.ts'
import { compareTerm } from '../src/compare/compare.ts'
import { reportDeal } from '../src/report/deal-report.ts'
import { parseDeal, parseVocabularies } from '../src/read/parse.ts'
import type { ChangesReport, DealChange, TermChange } from '../src/report/report.ts'
import { lost, newly, verdicts } from '../src/verdict.ts'
import { confirmed, edited, london, splitLadder, vocabulary } from './edited-london.ts'
import { anyClaim, type ClaimText, runs } from './laws/claims.ts'
import { ordinaryWords, type SmallDeal, smallText } from './small-deal.ts'
import { root } from './terminal.ts'

/** What an edit changed, and why: laws over random edits, then the cases that a reader of deals meets. */

const revised = (path: string, text: string, words = ordinaryWords): Revised => {
  const read = parseVocabularies([{ path: 'vocabulary.yaml', text: words }])
  return { path, where: path, parsed: parseDeal({ path, text }, read), words: read }
}
const changed = (before: readonly Revised[], after: readonly Revised[]): ChangesReport =>
  reportChanges(
    {
      base: { revision: 'base', commit: null },
      head: { revision: null, commit: null },
      pairs: matchDeals(before, after),
      same: 0,
    },
    null,
  )

const vague = 'vague: [some metals]\n'
const withVague = ordinaryWords.replace('vague: [controlled items]\n', '').replace('axes:', `${vague}axes:`)
/** Vocabularies of which each is an edit of the first. */
const vocabularies = [
  withVague.replace('vague: [some metals]', 'vague: [some metals, controlled items]'),
  withVague.replace('rare earths: [yttrium, scandium]', 'rare earths: [scandium, yttrium, neodymium]'),
  withVague.replace(
    '      rare earths: [yttrium, scandium]',
    '      rare earths: [scandium]\n      yttrium:',
  ),
  withVague.replace(
    '{ steps: [ease, suspend, remove], floor: keep }',
    '{ steps: [ease, suspend], floor: keep }\n    - { steps: [remove], floor: stay }',
  ),
  withVague.replace('opposites: [[buy, sell]]', 'opposites: [[buy, sell], [meet, supply]]'),
  withVague.replace('about: 10%', 'about: 25%'),
  withVague.replace('compatible: [[leaders approval, rules met]]\n', ''),
  withVague.replace('adds-up: true', 'adds-up: false'),
]

const inFlow = (claim: ClaimText): string =>
  Object.entries(claim)
    .map(
      ([key, value]) =>
        `${key}: ${typeof value === 'string' ? JSON.stringify(value) : JSON.stringify([...value])}`,
    )
    .join(', ')
const sourceLines = (kind: string, day: string): string[] => [
  `us-2: { party: us, by: a US minister, kind: ${kind}, date: ${day} }`,
  `china-2: { party: china, by: a Chinese minister, kind: minister, date: 2025-06-20 }`,
]
/** One or two claims of a side, the second in another statement, or a silence. */
const sideOf = (party: string): fc.Arbitrary<string[]> =>
  fc.oneof(
    { weight: 6, arbitrary: anyClaim.map((c) => [inFlow(c)]) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(anyClaim, anyClaim)
        .map(([c, d]) => [inFlow(c), `${inFlow(d)}, source: ${party}-2`]),
    },
    { weight: 1, arbitrary: fc.constant<string[]>(['silent: all']) },
  )
const smallDeals: fc.Arbitrary<SmallDeal> = fc.record({
  us: sideOf('us'),
  china: sideOf('china'),
  term: fc.constantFrom('obligor: china', 'obligor: us', 'nature: fact', 'assume: { start: 2025-11-10 }'),
  sources: fc
    .tuple(fc.constantFrom('minister', 'leader', 'text'), fc.constantFrom('2025-06-10', '2025-06-20'))
    .map(([kind, day]) => sourceLines(kind, day)),
})

/** Two revisions of a small deal that can both be read, where the second takes some of its parts from another. */
const revisions = fc
  .tuple(
    smallDeals,
    smallDeals,
    fc.subarray(['us', 'china', 'term', 'sources'] as const, { minLength: 1 }),
    fc.constantFrom(...vocabularies),
    fc.constantFrom(...vocabularies),
  )
  .map(([a, b, keys, words, otherWords]) => {
    const edited = { ...a, ...Object.fromEntries(keys.map((key) => [key, b[key]])) }
    return [
      revised('small.yaml', smallText(a), words),
      revised('small.yaml', smallText(edited), otherWords),
    ] as const
  })
  .filter(([a, b]) => readableOf(a) !== null && readableOf(b) !== null)

const termAt = (before: Revised, after: Revised, id = 'the-term'): TermAt => {
  const [b, a] = [readableOf(before), readableOf(after)]
  if (!b || !a) throw new Error('a deal cannot be read')
  return { before: b, after: a, was: id, id }
}
const outcome = (at: TermAt['after'], id = 'the-term'): Outcome => {
  const term = at.deal.terms.get(id)
  const compared = term && compareTerm(at.deal, term, null)
  return !compared ? 'none' : compared.aside ? 'aside' : compared.verdict
}

/** How the term is told; empty where nobody speaks of it. */
const sentence = (file: Revised): string => {
  const { deal } = termAt(file, file).before
  return reportDeal(deal, null).terms[0]?.sentence ?? ''
}

describe('laws of an edit', () => {
  it('a file put together again from its pieces is the file: no edit gives the base, all give the head', () => {
    fc.assert(
      fc.property(revisions, ([before, after]) => {
        const at = termAt(before, after)
        const pieces = piecesOf(at)
        expect(toldOf(at, pieces, new Set(), null)?.outcome).toBe(outcome(at.before))
        expect(toldOf(at, pieces, new Set(pieces), null)?.outcome).toBe(outcome(at.after))
        for (const [edits, file] of [
          [[], before],
          [pieces, after],
        ] as const)
          expect(toldOf(at, pieces, new Set(edits), null)?.sentence).toBe(sentence(file))
      }),
      runs(120),
    )
  })

  it('the causes alone make the verdict of the head, and none can be left out', () => {
    let moved = 0
    fc.assert(
      fc.property(revisions, ([before, after]) => {
        const at = termAt(before, after)
        const head = outcome(at.after)
        if (outcome(at.before) === head) return
        moved++
        const pieces = piecesOf(at)
        const needed = neededEdits(at, (told) => told.outcome === head, null).map((p) => p.path.join('/'))
        const gives = (names: readonly string[]): Outcome | undefined =>
          toldOf(at, pieces, new Set(pieces.filter((p) => names.includes(p.path.join('/')))), null)?.outcome
        expect(needed.length).toBeGreaterThan(0)
        expect(gives(needed)).toBe(head)
        for (const name of needed) expect(gives(needed.filter((n) => n !== name))).not.toBe(head)
      }),
      runs(80),
    )
    expect(moved).toBeGreaterThan(0)
  })

  it('back again, what was new is lost and what was added is removed', () => {
    const flip = (words: readonly string[]): string[] =>
      words
        .map((w) => (w.startsWith('new-') ? w.replace('new-', 'lost-') : w.replace('lost-', 'new-')))
        .sort()
    fc.assert(
      fc.property(revisions, ([before, after]) => {
        const [there, back] = [changed([before], [after]), changed([after], [before])]
        const [t, b] = [there, back].map((c) => c.deals.flatMap((d) => d.terms))
        expect(b?.map((x) => x.id).sort()).toEqual(t?.map((x) => x.id).sort())
        for (const x of t ?? []) {
          const y = b?.find((other) => other.id === x.id)
          expect(flip(y?.became ?? [])).toEqual([...x.became].sort())
          expect(y?.before).toEqual(x.after)
          expect(y?.entries.length).toBe(x.entries.length)
        }
        expect(back.words.length).toBe(there.words.length)
      }),
      runs(80),
    )
  })

  it('nothing changed where nothing was edited, and layout, comments and the order of keys are no edits', () => {
    fc.assert(
      fc.property(smallDeals, (small) => {
        const text = smallText(small)
        const before = revised('small.yaml', text)
        if (!readableOf(before)) return
        const other = text
          .split('\n')
          .map((line) => (line === '' ? line : `${line}  # a comment`))
          .join('\n\n')
        const after = revised('small.yaml', other)
        expect(changed([before], [after])).toMatchObject({ deals: [], same: 1, words: [], summary: {} })
      }),
      runs(60),
    )
  })

  it('words of --fail-on count each verdict that a term came to or lost', () => {
    fc.assert(
      fc.property(revisions, ([before, after]) => {
        const at = termAt(before, after)
        const [was, is] = [outcome(at.before), outcome(at.after)]
        const { summary } = changed([before], [after])
        for (const v of verdicts) {
          expect(summary[newly(v)] ?? 0).toBe(is === v && was !== v ? 1 : 0)
          expect(summary[lost(v)] ?? 0).toBe(was === v && is !== v ? 1 : 0)
        }
      }),
      runs(80),
    )
  })
})

const shippedWords = vocabulary
const shipped = (name: string): string => readFileSync(`${root}/deals/${name}.yaml`, 'utf8')
const at = (name: string, text = shipped(name), words = shippedWords): Revised =>
  revised(`${name}.yaml`, text, words)

/** The one deal that changed. */
function dealOf(before: Revised, after: Revised): DealChange {
  const { deals } = changed([before], [after])
  if (deals.length !== 1 || !deals[0]) throw new Error(`${deals.length} deals changed`)
  return deals[0]
}
const termOf = (deal: DealChange, id: string): TermChange => {
  const found = deal.terms.find((t) => t.id === id)
  if (!found) throw new Error(`${id} did not change`)
  return found
}
describe('the London deal, edited', () => {
  it('China confirms a figure: one verdict changes, for that claim', () => {
    const deal = dealOf(at('london'), at('london', confirmed))
    expect(deal.terms.map((t) => t.id)).toEqual(['us-tariff-55'])
    const term = termOf(deal, 'us-tariff-55')
    expect(term).toMatchObject({ state: 'edited', became: ['new-agreement', 'lost-missing'] })
    expect(term.entries).toHaveLength(1)
    expect(term.entries[0]).toMatchObject({
      kind: 'claim',
      state: 'added',
      parties: ['china'],
      source: 'mofcom-06-27',
      newQuote: '55 percent',
      facets: [{ field: 'measure', before: null, after: '55% (stacked total)' }],
    })
    expect(term.causes.map((c) => c.kind)).toEqual(['claim'])
    expect(confirmed.split('\n')[(term.causes[0]?.place.line ?? 0) - 1]).toContain(
      '- says: "the US keeps 55% in all"',
    )
  })

  it('a rank: terms whose claims nobody touched', () => {
    const deal = dealOf(
      at('london'),
      at('london', edited(london, /(trump-post-06-11:\n(?: .*\n){2}    kind: )leader/, '$1spokesperson')),
    )
    expect(deal.sources).toMatchObject([
      {
        id: 'trump-post-06-11',
        state: 'edited',
        fields: [{ field: 'kind', before: 'leader', after: 'spokesperson' }],
      },
    ])
    expect(deal.terms.length).toBeGreaterThan(0)
    for (const term of deal.terms) {
      expect(term).toMatchObject({ state: 'same', entries: [] })
      expect(term.causes.map((c) => c.kind)).toEqual(['rank'])
    }
  })

  it('a word of the vocabulary: terms of a file that nobody touched', () => {
    const report = changed([at('london')], [at('london', london, splitLadder)])
    expect(report.words.map((w) => [w.kind, w.state])).toEqual([
      ['ladder', 'edited'],
      ['ladder', 'added'],
    ])
    const term = termOf(report.deals[0] as DealChange, 'rare-earth-supply')
    expect(term).toMatchObject({ state: 'same', became: ['new-unclear', 'lost-at-odds'] })
    expect(term.causes.every((c) => c.kind === 'word' && c.place.path === 'vocabulary.yaml')).toBe(true)
  })

  it('a word that changes no verdict is told, and no deal is', () => {
    const report = changed(
      [at('london')],
      [at('london', london, edited(shippedWords, 'antimony:', 'antimony:\n      tellurium:'))],
    )
    expect(report).toMatchObject({ deals: [], same: 1, summary: {} })
    expect(report.words).toMatchObject([
      { kind: 'word under critical minerals', word: 'tellurium', state: 'added' },
    ])
  })

  it('a deleted source with its claims', () => {
    const gone = edited(
      edited(london, /  mofcom-06-27:\n(?: {4}.*\n)+/, ''),
      /(      - (?:(?!      - |    [a-z]).*\n)*?        source: mofcom-06-27\n)/g,
      '',
    )
    // What named the statement otherwise is edited by hand, as whoever deletes it would have to.
    const rest = gone
      .replaceAll(', mofcom-06-27', '')
      .replaceAll('mofcom-06-27, ', '')
      .replace(/    [a-z0-9-]+:\n(?:      .*\n)*?      source: mofcom-06-27\n/g, '')
    const after = at('london', rest)
    expect(after.parsed.diagnostics.filter((d) => d.severity === 'error').map((d) => d.message)).toEqual([])
    const deal = dealOf(at('london'), after)
    expect(deal.sources).toMatchObject([{ id: 'mofcom-06-27', state: 'removed' }])
    expect(deal.terms.some((t) => t.became.length > 0)).toBe(true)
    for (const term of deal.terms.filter((t) => t.became.length > 0)) {
      expect(term.entries.every((e) => e.source === 'mofcom-06-27' || e.kind === 'silence')).toBe(true)
      expect(term.causes.map((c) => c.kind)).toContain('claim')
    }
  })

  it('a term renamed is the same term', () => {
    const renamed = london.replaceAll(/\brare-earth-supply(?![\w-])/g, 'earths')
    const deal = dealOf(at('london'), at('london', renamed))
    expect(termOf(deal, 'earths')).toMatchObject({
      state: 'renamed',
      was: 'rare-earth-supply',
      became: [],
      entries: [],
      fields: [],
    })
    expect(deal.terms).toHaveLength(1)
  })

  it('wording, word by word', () => {
    const reworded = edited(london, 'China supplies all magnets', 'China supplies magnets')
    const { entries, became } = termOf(dealOf(at('london'), at('london', reworded)), 'rare-earth-supply')
    expect(became).toEqual([])
    expect(entries[0]?.facets).toEqual([])
    expect(entries[0]?.says?.filter((r) => r.only !== null)).toEqual([{ text: 'all ', only: 'before' }])
  })
})

describe('words and sources under other names', () => {
  it('a word that goes to another parent has moved, and is not gone', () => {
    const words = edited(
      edited(vocabulary, '      antimony:\n', ''),
      '    magnets:\n',
      '    magnets: [antimony]\n',
    )
    expect(changed([at('london')], [at('london', london, words)]).words).toMatchObject([
      { word: 'antimony', state: 'moved', before: 'critical minerals', after: 'magnets' },
    ])
  })

  it('a word that is below one parent more has not moved', () => {
    const words = edited(vocabulary, '    magnets:\n', '    magnets: [antimony]\n')
    expect(changed([at('london')], [at('london', london, words)]).words).toMatchObject([
      { word: 'antimony', state: 'added', kind: 'word under magnets' },
    ])
  })

  it('a source that is called otherwise is renamed, and no claim of it is edited', () => {
    const deal = dealOf(at('london'), at('london', london.replaceAll('mofcom-06-27', 'mofcom-27-june')))
    expect(deal.sources).toMatchObject([{ id: 'mofcom-27-june', was: 'mofcom-06-27', state: 'renamed' }])
    expect(deal.terms).toEqual([])
  })
})

describe('what moves no verdict and yet is told otherwise', () => {
  it('a side that comes to be against itself', () => {
    const deal = dealOf(at('london'), at('london', edited(london, 'end: 2025-08-12', 'end: 2025-08-21')))
    const term = termOf(deal, 'truce-end')
    expect(term.became).toEqual([])
    expect(term.before?.itself).toEqual([])
    expect(term.after?.itself).toHaveLength(1)
  })

  it('another sentence has its cause', () => {
    const text = edited(london, /(  mofcom-06-27:\n(?: {4}.*\n)*? {4}date: )2025-06-27/, '$12025-06-07')
    const moved = dealOf(at('london'), at('london', text)).terms.filter((t) => t.became.length === 0)
    expect(moved.length).toBeGreaterThan(0)
    for (const term of moved.filter((t) => t.before?.sentence !== t.after?.sentence))
      expect(term.causes.map((c) => c.kind)).toEqual(['source'])
  })
})

describe('deals that come and go', () => {
  it('added, removed, and renamed', () => {
    const moved = revised(
      'london-framework.yaml',
      edited(shipped('london'), 'deal: london', 'deal: london-framework').replace(
        'aliases: [london-framework]\n',
        '',
      ),
      shippedWords,
    )
    const report = changed([at('geneva'), at('london')], [at('truce'), moved])
    expect(report.deals.map((d) => [d.deal, d.state])).toEqual([
      ['truce', 'added'],
      ['london-framework', 'renamed'],
      ['geneva', 'removed'],
    ])
    const [truce, london, geneva] = report.deals
    expect(truce?.terms.every((t) => t.state === 'added' && t.causes.every((c) => c.kind === 'deal'))).toBe(
      true,
    )
    expect(london).toMatchObject({ from: 'london.yaml', to: 'london-framework.yaml', terms: [] })
    expect(geneva).toMatchObject({ to: null, after: null })
    expect(geneva?.terms.every((t) => t.after === null)).toBe(true)
  })

  it('a file that had errors and has none is mended, and its verdicts are new', () => {
    const report = changed([at('london', edited(shipped('london'), 'held:', 'hled:'))], [at('london')])
    expect(report.deals).toMatchObject([{ state: 'mended', before: null }])
    expect(report.summary[newly('at-odds')]).toBeGreaterThan(0)
    expect(Object.keys(report.summary).some((w) => w.startsWith('lost-'))).toBe(false)
  })
})

describe('a vocabulary beside the deals that copies the shipped one', () => {
  const words = (path: string, ...texts: readonly string[]): Revised => {
    const read = parseVocabularies(texts.map((text, i) => ({ path: `vocabulary-${i}.yaml`, text })))
    return { path, where: path, parsed: parseDeal({ path, text: london }, read), words: read }
  }

  it('is no other vocabulary, and one word more of it is one word more', () => {
    const before = words('london.yaml', vocabulary)
    const copied = words('london.yaml', vocabulary, vocabulary)
    expect(changed([before], [copied])).toMatchObject({ deals: [], words: [], same: 1 })
    const more = words(
      'london.yaml',
      vocabulary,
      edited(vocabulary, 'antimony:', 'antimony:\n      tellurium:'),
    )
    expect(changed([before], [more]).words.map((w) => w.word)).toEqual(['tellurium'])
  })
})

describe('of several explanations', () => {
  const sources = (kind: string): string[] => [
    'us-2: { party: us, by: a US minister, kind: minister, date: 2025-06-12 }',
    `us-3: { party: us, by: a US clerk, kind: ${kind}, date: 2025-06-12 }`,
    'wsj: { by: The Wall Street Journal, kind: press, date: 2025-06-12 }',
  ]
  /** China's figure is within the tolerance of that of the US minister; the clerk's is far off, and outranked. */
  const base: SmallDeal = {
    us: ['value: about 50%, source: us-2', 'value: 70%, source: us-3'],
    china: 'value: 55%',
    sources: sources('spokesperson'),
  }
  const kinds = (before: Revised, after: Revised): string[] =>
    dealOf(before, after).terms.flatMap((t) => t.causes.map((c) => c.kind))
  const claim: Partial<SmallDeal> = { china: 'value: 56%' }
  const rank: Partial<SmallDeal> = { sources: sources('text') }
  const word = ordinaryWords.replace('about: 10%', 'about: 5%')

  // Each of the three alone makes a contradiction of the two figures.
  it.each([
    ['a claim before a rank and a word', { ...claim, ...rank }, word, 'claim'],
    ['a claim before a word', claim, word, 'claim'],
    ['a claim before a rank', { ...claim, ...rank }, ordinaryWords, 'claim'],
    ["a source's rank before a word", rank, word, 'rank'],
    ['a word where it is alone', {}, word, 'word'],
  ] as const)('the nearest is named: %s', (_, edits, words, kind) => {
    const before = revised('small.yaml', smallText(base))
    const after = revised('small.yaml', smallText({ ...base, ...edits }), words)
    expect(dealOf(before, after).terms[0]?.became).toContain('new-contradiction')
    expect(kinds(before, after)).toEqual([kind])
  })

  it('an edit is left out that can be only once another is', () => {
    // The press report needs the word that came with it, and neither has to do with the figures. The second word, which
    // nobody uses, keeps the two that belong together from being tried in one lot.
    const words = ordinaryWords.replace('conditions:', 'conditions:\n  first word: one\n  second word: two')
    const report = 'attributed: [china], value: 60%, conditions: first word, source: wsj'
    const before = revised('small.yaml', smallText(base))
    const after = revised('small.yaml', smallText({ ...base, ...claim, reported: [report] }), words)
    const [term] = dealOf(before, after).terms
    expect(term?.causes.map((c) => c.sentence)).toEqual([
      expect.stringMatching(/^China's claim .* 55% to 56%/),
    ])
  })
})

describe('all that can bear on a verdict', () => {
  const edit = (before: string, after: string): DealChange =>
    dealOf(revised('small.yaml', before), revised('small.yaml', after))

  it('what a bare dollar is', () => {
    const small = { us: 'value: $5 bn', china: 'value: 5 bn USD' }
    const texts = ['USD', 'HKD'].map((dollar) =>
      smallText({ ...small, dollar }).replace('value: $5 bn', 'value: "$5 bn"'),
    )
    const [term] = edit(texts[0] ?? '', texts[1] ?? '').terms
    expect(term?.became).toContain('lost-agreement')
    expect(term?.causes.map((c) => c.sentence)).toEqual(["The deal's `dollar` was edited: from USD to HKD."])
  })

  it('the other terms, by name', () => {
    const withOther = (china: string, by: string): string =>
      edited(
        smallText({ us: 'act: buy, sequence: after the-other', china }),
        'terms:\n',
        'terms:\n  the-other: { title: Something else is done }\n',
      ).replace('by: us,', `by: ${by},`)
    const before = withOther('act: buy, sequence: after the-other', 'us')
    const after = withOther('act: buy, sequence: before the-other', 'USTR')
    const [term] = edit(before, after).terms
    expect(term?.became).toContain('lost-agreement')
    // That the speaker is called otherwise has no part in it, which shows only where the rest can be tried without it.
    expect(term?.causes.map((c) => c.kind)).toEqual(['claim'])
  })

  it('of two tolerances the last, as everywhere', () => {
    const text = smallText({ us: 'value: about 50%', china: 'value: 55%' })
    const within = (about: string): Revised => {
      const texts = [ordinaryWords, `about: ${about}\n`]
      const read = parseVocabularies(texts.map((t, i) => ({ path: `vocabulary-${i}.yaml`, text: t })))
      return {
        path: 'small.yaml',
        where: 'small.yaml',
        parsed: parseDeal({ path: 'small.yaml', text }, read),
        words: read,
      }
    }
    const report = changed([within('25%')], [within('5%')])
    expect(report.words).toMatchObject([{ word: 'about', state: 'edited', before: '25%', after: '5%' }])
    expect(report.summary['new-contradiction']).toBe(1)
    expect(report.deals[0]?.terms[0]?.causes.map((c) => c.place.path)).toEqual(['vocabulary-1.yaml'])
  })
})

describe('what is the same under another name', () => {
  const small: SmallDeal = { us: 'value: 50%', china: 'value: 50%' }
  const text = smallText(small)

  it('a claim found in a better copy of the statement: the source is other, the words are the same', () => {
    const after = edited(
      text,
      'us-1: { party: us, by: us,',
      'us-web: { party: us, by: the White House,',
    ).replace('source: us-1', 'source: us-web')
    const [term] = dealOf(revised('small.yaml', text), revised('small.yaml', after)).terms
    expect(term?.entries).toMatchObject([
      { kind: 'claim', state: 'edited', facets: [{ field: 'source', before: 'us-1', after: 'us-web' }] },
    ])
  })

  it('a deal in another file that gives itself the same name, whatever its terms are called', () => {
    const other = text.replaceAll('the-term', 'another-term').replace('Something is done', 'Something else')
    const [before, after] = [revised('deals/small.yaml', text), revised('old/small.yaml', other)]
    expect(matchDeals([before], [after])).toEqual([{ before, after }])
    expect(dealOf(before, after)).toMatchObject({
      state: 'renamed',
      from: 'deals/small.yaml',
      to: 'old/small.yaml',
    })
  })

  it('a deal that is called otherwise, where two files are held against each other', () => {
    const file = (path: string, content: string): Revised => {
      const one = revised(path, content)
      return { ...one, where: null, parsed: parseDeal({ path, text: content }, one.words, 'anyhow') }
    }
    const after = edited(text, 'deal: small', 'deal: little')
    expect(dealOf(file('old.yaml', text), file('new.yaml', after))).toMatchObject({
      deal: 'little',
      state: 'renamed',
      fields: [{ field: 'deal', before: 'small', after: 'little' }],
    })
  })

  it.each([
    ['the title, though a claim of it is edited', 'value: 60%', 'Something is done', 1],
    ['what is said, though it is titled otherwise', 'value: 50%', 'Something else is done', 0],
  ])('a term with %s', (_, us, title, entries) => {
    const after = smallText({ ...small, us })
      .replaceAll('the-term', 'a-term')
      .replace('Something is done', title)
    const { terms } = dealOf(revised('small.yaml', text), revised('small.yaml', after))
    expect(terms).toMatchObject([{ id: 'a-term', was: 'the-term', state: 'renamed' }])
    expect(terms[0]?.entries).toHaveLength(entries)
  })

  it('but no term that neither says the same nor is titled so', () => {
    const after = smallText({ ...small, us: 'value: 60%' })
      .replaceAll('the-term', 'a-term')
      .replace('Something is done', 'Something else is done')
    const { terms } = dealOf(revised('small.yaml', text), revised('small.yaml', after))
    expect(terms.map((t) => [t.id, t.state])).toEqual([
      ['a-term', 'added'],
      ['the-term', 'removed'],
    ])
  })
})

describe('what is told of a change', () => {
  it('that a term is no longer counted missing, but aside, and back', () => {
    const [missing, aside] = ['commitment', 'fact'].map((nature) =>
      revised('small.yaml', smallText({ us: 'value: 50%', china: 'silent: all', term: `nature: ${nature}` })),
    )
    if (!missing || !aside) throw new Error('no deals')
    expect(dealOf(missing, aside).terms[0]).toMatchObject({
      before: { verdict: 'missing', aside: false },
      after: { verdict: 'missing', aside: true },
      became: ['lost-missing'],
      causes: [{ kind: 'term' }],
    })
    expect(dealOf(aside, missing).terms[0]).toMatchObject({ became: ['new-missing'] })
  })

  const at = (copy: string, url: string | null): string =>
    `{ copy: ${copy}${url === null ? '' : `, url: "https://${url}.example/"`} }`
  it.each([
    [
      "the issuer's own page before a reprint",
      [at('reprint', 'paper'), at('original', 'ministry')],
      'ministry',
    ],
    ['a reprint where the own page has no address', [at('reprint', 'paper'), at('original', null)], 'paper'],
    ['of two reprints the first', [at('report', 'one'), at('reprint', 'two')], 'one'],
  ])('where it can be read: %s', (_, seen, found) => {
    const us2 = `us-2: { party: us, by: us, kind: leader, date: 2025-06-12, seen: [${seen.join(', ')}] }`
    const [before, after] = ['50%', '60%'].map((value) =>
      revised('small.yaml', smallText({ us: `value: ${value}, source: us-2`, sources: [us2] })),
    )
    if (!before || !after) throw new Error('no deals')
    expect(dealOf(before, after).terms[0]?.entries).toMatchObject([{ url: `https://${found}.example/` }])
  })
})
