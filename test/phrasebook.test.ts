import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Compared, compareTerms } from '../src/compare/compare.ts'
import { type Claim, type Deal, kinds, natures } from '../src/deal.ts'
import { parseArticle } from '../src/read/claims-file.ts'
import { dealShape, facetKeys } from '../src/read/deal-file.ts'
import type { Diagnostic } from '../src/diagnostic.ts'
import { forceLadder } from '../src/facets/force.ts'
import { facetOf } from '../src/facets/index.ts'
import { stances } from '../src/facets/stance.ts'
import { statusLadder } from '../src/facets/status.ts'
import { type Parsed, parseDeal, parseVocabularies } from '../src/read/parse.ts'
import { codeOf } from '../src/report/reasons.ts'
import { unitPages } from '../src/values/units.ts'
import { reasonCodes, verdicts } from '../src/verdict.ts'
import { normalWord } from '../src/words.ts'

/**
 * `deals/README.md` is what a coder has: each of its examples, rows, verdicts and refusals is read from the page and
 * run here, so that page and code cannot drift.
 */

const read = (name: string): string => readFileSync(new URL(`../deals/${name}`, import.meta.url), 'utf8')
const page = read('README.md')
const shipped = { path: 'vocabulary.yaml', text: read('vocabulary.yaml') }

/** The fenced blocks whose info string is so; with the line on which each begins. */
const blocks = [...page.matchAll(/^```(\S*)(?: (.*))?\n([\s\S]*?)^```$/gm)].map((m) => ({
  language: m[1] ?? '',
  role: m[2] ?? '',
  text: m[3] ?? '',
  line: page.slice(0, m.index).split('\n').length + 1,
}))
const blocksOf = (role: string) => blocks.filter((b) => b.role === role)
const frame = blocksOf('frame')[0]?.text ?? ''

interface Row {
  readonly cells: readonly string[]
  readonly line: number
  /** The directives that stand above it, latest first: `on`, `under`, `refused at`. */
  readonly directives: ReadonlyMap<string, string>
}

/** The rows of every table between `<!-- name -->` and `<!-- /name -->`, without heads. */
function rowsBetween(begin: string, end: string): Row[] {
  const from = page.indexOf(begin)
  const to = page.indexOf(end, from)
  if (from < 0 || to < 0) throw new Error(`deals/README.md has no ${begin} … ${end}`)
  const first = page.slice(0, from).split('\n').length
  const rows: Row[] = []
  const directives = new Map<string, string>()
  let inBody = false
  for (const [i, line] of page.slice(from, to).split('\n').entries()) {
    const directive = /^<!-- ([a-z ]+): (.*) -->$/.exec(line)
    // A group begins anew with the term it is on.
    if (directive?.[1] === 'on') directives.clear()
    if (directive?.[1]) directives.set(directive[1], directive[2] ?? '')
    if (!line.startsWith('|')) inBody = false
    else if (line.startsWith('| --- ')) inBody = true
    else if (inBody)
      rows.push({
        cells: line
          .slice(1, -1)
          .split('|')
          .map((c) => c.trim()),
        line: first + i,
        directives: new Map(directives),
      })
  }
  return rows
}

/** The text of a cell that is one piece of inline code. */
const code = (cell = ''): string => /^`([^`]*)`$/.exec(cell)?.[1] ?? ''
const codesIn = (cell = ''): string[] => [...cell.matchAll(/`([^`]*)`/g)].map((m) => m[1] ?? '')

type Party = 'us' | 'china'
const otherOf = (party: Party): Party => (party === 'us' ? 'china' : 'us')

/** Words of the page as an entry of a file: with a source where it is a claim, and under the party given. */
function entryOf(yaml: string, source: string): string {
  if (yaml.startsWith('[')) return yaml
  const isSilence = /^(silent|declined|noted-by|general|not-applicable):/.test(yaml)
  return isSilence ? `{ ${yaml} }` : `{ ${yaml}, source: ${source} }`
}
const saidBy = (party: Party, yaml: string): string =>
  entryOf(yaml, `${party}-said`).replaceAll(/\b(us|china)-(said|later)\b/g, `${party}-$2`)

interface Body {
  readonly us?: string
  readonly china?: string
  readonly jointly?: string
  readonly reported?: string
}

/** The page's frame, with entries on one term. */
function fileOf(term: string, { us, china, jointly, reported }: Body): string {
  const announced = { us, china }
  const lines = Object.entries(announced).map(([party, entry]) =>
    entry === undefined ? [] : [`  ${party}:`, `    ${term}: ${entry}`],
  )
  return frame.replace(
    'announced: {}\n',
    [
      ...(jointly === undefined ? [] : ['jointly:', `  ${term}: ${jointly}`]),
      ...(lines.flat().length === 0 ? [] : ['announced:', ...lines.flat()]),
      ...(reported === undefined ? [] : ['reported:', `  - ${reported}`]),
      '',
    ].join('\n'),
  )
}

const parse = (text: string, name = 'phrasebook'): Parsed =>
  parseDeal({ path: `${name}.yaml`, text }, parseVocabularies([shipped]))
/** Errors and warnings: what is merely not known yet is noted of every short example. */
const doubtsOf = (parsed: Parsed): string[] =>
  parsed.diagnostics.filter((d) => d.severity !== 'note').map(inWords)
const inWords = (d: Diagnostic): string => `${d.place.line}: ${d.message} ${d.help ?? ''}`.trim()
const errorsOf = (parsed: Parsed): string[] =>
  parsed.diagnostics.filter((d) => d.severity === 'error').map(inWords)

function dealOf(text: string): Deal {
  const parsed = parse(text)
  expect(errorsOf(parsed)).toEqual([])
  return parsed.deal as Deal
}

function comparedOn(term: string, body: Body): Compared {
  const found = compareTerms(dealOf(fileOf(term, body)), null).find((c) => c.term.id === term)
  if (!found) throw new Error(`no row for ${term}`)
  return found
}

const phrases = rowsBetween('<!-- phrasebook -->', '<!-- /phrasebook -->').map((row) => ({
  id: row.cells[0] ?? '',
  yaml: code(row.cells[2]),
  term: row.directives.get('on') ?? '',
  under: row.directives.get('under') ?? 'announced',
  line: row.line,
}))
type Phrase = (typeof phrases)[number]
function phraseOf(id: string): Phrase {
  const found = phrases.find((p) => p.id === id)
  if (!found) throw new Error(`the phrasebook has no row ${id}`)
  return found
}

const isSilenceOf = (p: Phrase): boolean => p.id.startsWith('SI')
const reportedAs = (p: Phrase): string => `{ term: ${p.term}, ${p.yaml}, source: press-said }`
const bodyOf = (p: Phrase, party: Party): Body =>
  p.under === 'jointly'
    ? { jointly: entryOf(p.yaml, 'joint-text') }
    : p.under === 'reported'
      ? { reported: reportedAs(p) }
      : { [party]: saidBy(party, p.yaml) }

describe('the blocks of the page', () => {
  it('are all of a kind that is run', () => {
    const roles = blocks.filter((b) => b.language === 'yaml').map((b) => b.role)
    expect(new Set(roles)).toEqual(new Set(['deal', 'file', 'claim', 'vocabulary', 'article', 'frame']))
    expect(blocksOf('frame')).toHaveLength(1)
  })

  it.each(blocksOf('deal'))('is a whole deal file: line $line', ({ text }) => {
    const name = /^deal: (\S+)/m.exec(text)?.[1] ?? ''
    expect(errorsOf(parse(text, name))).toEqual([])
  })

  it('begins with a file of twelve lines that works', () => {
    const [first] = blocksOf('deal')
    expect(first?.text.trimEnd().split('\n')).toHaveLength(12)
    const { deal } = parse(first?.text ?? '', 'pact')
    expect(compareTerms(deal as Deal, null).map((c) => c.verdict)).toEqual(['differs'])
  })

  it('makes one file of the blocks of the sections', () => {
    const text = blocksOf('file')
      .map((b) => b.text)
      .join('\n')
    const parsed = parse(text, 'fjord')
    expect(doubtsOf(parsed)).toEqual([])
    expect(compareTerms(parsed.deal as Deal, null)).toHaveLength(5)
  })

  it.each(blocksOf('article'))('is a file of claims on that deal: line $line', ({ text }) => {
    const file = blocksOf('file')
      .map((b) => b.text)
      .join('\n')
    const { article, diagnostics } = parseArticle({ path: 'article.yaml', text }, [
      parse(file, 'fjord').deal as Deal,
    ])
    expect(diagnostics.map((d) => d.message)).toEqual([])
    expect(article?.claims).toHaveLength(1)
  })

  it.each(blocksOf('claim'))('is a claim: line $line', ({ text }) => {
    const entry = ['', 'source: us-said', ...text.trimEnd().split('\n')].join('\n      ')
    dealOf(fileOf('supply', { us: entry }))
  })

  it.each(blocksOf('vocabulary'))('is a vocabulary: line $line', ({ text }) => {
    const base = parseVocabularies([shipped]).vocabulary
    expect(parseVocabularies([{ path: 'vocabulary.yaml', text }], base).diagnostics.map(inWords)).toEqual([])
  })

  it('writes the same scope in two ways', () => {
    const [a, b] = blocksOf('claim').map((c) => c.text.trim())
    const both = { us: `{ ${a}, source: us-said }`, china: `{ ${b}, source: china-said }` }
    expect(comparedOn('supply', both).verdict).toBe('agree')
  })
})

describe('the phrasebook', () => {
  it('has rows enough, each with a name of its own', () => {
    expect(phrases.length).toBeGreaterThanOrEqual(60)
    expect(new Set(phrases.map((p) => p.id)).size).toBe(phrases.length)
  })

  it.each(phrases)('$id is taken: $yaml', (phrase) => {
    expect(phrase.yaml).not.toBe('')
    const parsed = parse(fileOf(phrase.term, bodyOf(phrase, isSilenceOf(phrase) ? 'china' : 'us')))
    expect(doubtsOf(parsed)).toEqual([])
    const entries = [...(parsed.deal?.histories.get(phrase.term)?.values() ?? [])].flat()
    const kindsFound = new Set(entries.map((e) => e.kind))
    if (phrase.under !== 'reported')
      expect(kindsFound).toEqual(new Set([isSilenceOf(phrase) ? 'silence' : 'claim']))
    for (const claim of entries.filter((e): e is Claim => e.kind === 'claim')) {
      const denies = claim.stated.some((s) => facetOf(s.facet).denies(s.value))
      if (denies) expect(claim.quote, 'a denial carries a quote').not.toBeNull()
    }
  })

  it('agrees with itself wherever a row states a facet', () => {
    for (const p of phrases.filter(
      (x) => x.under === 'announced' && !isSilenceOf(x) && !x.yaml.includes('says:'),
    )) {
      const { verdict } = comparedOn(p.term, { us: saidBy('us', p.yaml), china: saidBy('china', p.yaml) })
      expect(`${p.id} ${verdict}`).toBe(`${p.id} agree`)
    }
  })
})

const silenceStates = ['not-applicable', 'declined', 'noted', 'verified', 'partial', 'general', 'unrecorded']

describe('the pairs', () => {
  const pairs = rowsBetween('<!-- pairs -->', '<!-- /pairs -->').map(
    ({ cells: [a = '', b = '', verdict = '', why = ''] }) => ({
      a,
      b,
      verdict,
      why,
    }),
  )
  const used = new Set(pairs.map((p) => `${p.a} ${p.b}`))

  it('stand once each, and give every verdict that two parties can have', () => {
    expect(used.size).toBe(pairs.length)
    expect(new Set(pairs.map((p) => p.verdict))).toEqual(new Set(verdicts.filter((v) => v !== 'press-only')))
  })

  it.each(pairs)('$a and $b: $verdict', ({ a, b, verdict, why }) => {
    const [x, y] = [phraseOf(a), phraseOf(b)]
    expect(x.term.length).toBeGreaterThan(0)
    // A silence is of any term; all other rows are about the term of their group.
    if (!isSilenceOf(y)) expect(y.term).toBe(x.term)
    for (const first of ['us', 'china'] as const) {
      const compared = comparedOn(x.term, { ...bodyOf(x, first), ...bodyOf(y, otherOf(first)) })
      expect(compared.verdict).toBe(verdict)
      const codes = compared.pairs.flatMap((p) => p.rows.map(codeOf))
      const state = compared.versions.find((v) => v.version === null)?.silence?.state
      for (const word of codesIn(why)) {
        if (reasonCodes.some((c) => c === word)) expect(codes).toContain(word)
        else if (silenceStates.includes(word)) expect(state).toBe(word)
        else if (word === 'aside') expect(compared.aside).toBe(true)
        else expect(facetKeys).toContain(word)
      }
    }
  })
})

describe('what the press reports', () => {
  const rows = rowsBetween('<!-- judged -->', '<!-- /judged -->').map(
    ({ cells: [press = '', said = '', judged = ''] }) => ({
      press,
      said,
      judged,
    }),
  )
  it.each(rows)('$press against $said: $judged', ({ press, said, judged }) => {
    const [report, claim] = [phraseOf(press), phraseOf(said)]
    const body = { china: saidBy('china', claim.yaml), reported: reportedAs(report) }
    const { reported } = comparedOn(claim.term, body)
    expect(reported.flatMap((r) => r.judgement.map((j) => j.judgement))).toEqual([judged])
  })
})

/** A refused or accepted snippet, put where the table says that it stands. */
function placed(at: string, yaml: string, isRefused: boolean): string {
  const [where = '', , term = 'supply'] = at.split(' ')
  const under = (key: string, extra: string): string => frame.replace(`\n${key}:`, `\n${key}:\n${extra}`)
  switch (where) {
    case 'line':
      if (yaml.startsWith('{')) return fileOf(term, { us: yaml.replace(/\s*\}$/, ', source: us-said }') })
      return isRefused
        ? fileOf(term, { us: `\n      source: us-said\n      ${yaml}` })
        : fileOf(term, { us: entryOf(yaml, 'us-said') })
    case 'claim':
      return fileOf(term, { us: `{ ${yaml}, source: us-said }` })
    case 'entry':
      return fileOf(term, { us: yaml })
    case 'joint':
      return fileOf(term, { jointly: yaml })
    case 'source':
      return under('sources', `  another: ${yaml}`)
    case 'term':
      return under('terms', `  another: ${yaml}`)
    case 'conversion':
      return under('conversions', `  - ${yaml}`)
    case 'words':
      return `${frame.replace(/^words:\n(?: .*\n)*/m, `words: ${yaml}\n`).replace(/^conversions:\n(?: .*\n)*/m, '')}`
    default:
      throw new Error(`nothing stands at "${at}"`)
  }
}

describe('what is refused', () => {
  const rows = rowsBetween('## What is refused, and', '<!-- /refused -->').map(
    ({ cells, directives, line }) => ({
      line,
      at: directives.get('refused at') ?? '',
      refused: code(cells[0]),
      answer: cells[1] ?? '',
      instead: code(cells[2]),
    }),
  )

  it.each(rows)('line $line: $refused', ({ at, refused, answer, instead }) => {
    const parsed = parse(placed(at, refused, true))
    expect(parsed.deal).toBeNull()
    const words = answer.replaceAll('&#124;', '|')
    const said = errorsOf(parsed).join('\n')
    // The page sets no code in the answers that `dealdiff` does not set itself.
    expect(said.replaceAll('`', '')).toContain(words.replaceAll('`', ''))
    expect(doubtsOf(parse(placed(at, instead, false)))).toEqual([])
  })
})

describe('completeness', () => {
  /** Every key of a schema, however deep and wherever its definition stands. */
  function keysOf(schema: unknown): string[] {
    if (Array.isArray(schema)) return schema.flatMap(keysOf)
    if (schema === null || typeof schema !== 'object') return []
    return Object.entries(schema).flatMap(([name, inner]) => [
      ...(name === 'properties' ? Object.keys(inner as object) : []),
      ...keysOf(inner),
    ])
  }

  it.each([...new Set([...keysOf(dealShape.schema), ...facetKeys])])('shows the key %s', (key) => {
    const shown = blocks.some((b) => new RegExp(`(^|[\\s{,])${key}:`, 'm').test(b.text))
    expect(shown || page.includes(`| \`${key}`)).toBe(true)
  })

  const words = [
    ...kinds,
    ...natures,
    ...stances.keys(),
    'none',
    ...statusLadder.steps,
    ...forceLadder.steps.filter((s) => !s.includes('…')),
    'non-binding',
    ...verdicts,
    ...reasonCodes,
  ]
  it.each([...new Set(words)])('names the word %s', (word) => {
    expect(page).toContain(`\`${word}\``)
  })

  it('names every word of the shipped vocabulary', () => {
    const { vocabulary: v } = parseVocabularies([shipped])
    const acts = v.ladders.flatMap((l) => [...l.steps, ...(l.floor === null ? [] : [l.floor])])
    const counts = [...v.units.values()].filter(
      (u) => u.name === u.dimension && v.places.has(`unit ${u.name}`),
    )
    const shippedWords = [
      ...acts,
      ...v.opposites.flat(),
      ...v.axes.keys(),
      ...v.axisOf.keys(),
      ...v.vague,
      ...v.bases.keys(),
      ...v.conditions.keys(),
      ...v.events.keys(),
      ...counts.map((u) => u.name),
    ]
    const named = new Set(page.split('\n').flatMap(codesIn).map(normalWord))
    expect(shippedWords.filter((w) => !named.has(w))).toEqual([])
  })

  it.each(unitPages.map((u) => u.name))('names the unit %s', (name) => {
    expect(blocks.filter((b) => b.language === 'text').some((b) => b.text.includes(name))).toBe(true)
  })

  it.each(['check', 'explain', 'init', 'schema deal'])('names the command dealdiff %s', (command) => {
    expect(page).toContain(`\`dealdiff ${command}`)
  })

  it('keeps its prose to 120 columns', () => {
    const prose = page.split('\n').filter((l) => !l.startsWith('|'))
    expect(prose.filter((l) => [...l].length > 120)).toEqual([])
  })
})
