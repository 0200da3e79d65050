import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../src/diagnostic.ts'
import { parseDeal, parseVocabularies } from '../src/read/parse.ts'
import { root } from './terminal.ts'

/** Ladders and opposites go together over all the files that declare them: the shipped one, one beside, the deal. */

const shipped = { path: 'shipped.yaml', text: readFileSync(`${root}/deals/vocabulary.yaml`, 'utf8') }
const head =
  'deal: rice\nparties: { us: United States, china: China }\nsources: {}\nterms: { purchase: { title: China buys US rice } }\n'

/** What is found in a deal's words, besides a vocabulary beside it. */
function found(words: string, beside = ''): readonly Diagnostic[] {
  const vocabularies = parseVocabularies([
    shipped,
    ...(beside ? [{ path: 'vocabulary.yaml', text: beside }] : []),
  ])
  const own = words && `words:\n${words.replace(/^/gm, '  ')}`
  return parseDeal({ path: 'rice.yaml', text: `${head}${own}` }, vocabularies).diagnostics.filter(
    (d) => d.severity !== 'note',
  )
}
const act = (...ladders: string[]): string =>
  `ladders:\n  act:\n${ladders.map((l) => `    - ${l}`).join('\n')}`
const at = (text: string, { place }: { place: Diagnostic['place'] }): string =>
  (text.split('\n')[place.line - 1] ?? '').slice(place.column - 1, place.endColumn - 1)

describe('ladders that put two steps in opposite orders', () => {
  const backwards = act('{ steps: [supply, review applications] }')

  it('are an error at the step, against the shipped ladder', () => {
    const [error, ...more] = found(backwards)
    expect(more).toEqual([])
    expect(error).toMatchObject({ rule: 'ladder-cycle', severity: 'error' })
    expect(error?.message).toBe(
      '"review applications" is a step above "supply" here, and below it on other ladders; expected the two in one order everywhere.',
    )
    expect(at(`${head}words:\n${backwards.replace(/^/gm, '  ')}`, error as Diagnostic)).toBe(
      'review applications',
    )
    const [other] = error?.related ?? []
    expect(other?.place.path).toBe('shipped.yaml')
    expect(at(shipped.text, other as Diagnostic['related'][number])).toBe('approve applications')
  })

  it('are one in a vocabulary beside the deal, and against it', () => {
    expect(found('', backwards).map((d) => [d.rule, d.place.path])).toEqual([
      ['ladder-cycle', 'vocabulary.yaml'],
    ])
    const [error] = found(act('{ steps: [load, ship] }'), act('{ steps: [ship, load] }'))
    expect([error?.rule, error?.place.path, error?.related[0]?.place.path]).toEqual([
      'ladder-cycle',
      'rice.yaml',
      'vocabulary.yaml',
    ])
  })

  it.each([
    ['in one file', act('{ steps: [ship, load] }', '{ steps: [load, ship] }'), 1],
    ['with steps between', act('{ steps: [a, b, c, d] }', '{ steps: [d, x, a] }'), 1],
    ['over three ladders', act('{ steps: [a, b] }', '{ steps: [b, c] }', '{ steps: [c, a] }'), 1],
    ['twice', act('{ steps: [a, b] }', '{ steps: [b, a] }', '{ steps: [c, d] }', '{ steps: [d, c] }'), 2],
    ['a copy', act('{ steps: [review applications, approve applications, supply] }'), 0],
    ['a part of one', act('{ steps: [review applications, supply] }'), 0],
    ['more above', act('{ steps: [supply, supply at once] }'), 0],
    ['a step between', act('{ steps: [review applications, hear applicants, supply] }'), 0],
    ['two ways up', act('{ steps: [a, b, d] }', '{ steps: [a, c, d] }'), 0],
  ])('%s', (_, words, errors) => {
    expect(found(words).map((d) => d.rule)).toEqual(Array.from({ length: errors }, () => 'ladder-cycle'))
  })
})

describe('acts that include what they exclude', () => {
  it.each([
    [
      'opposites on a shipped ladder',
      'opposites: [[supply, review applications]]',
      '[supply, review applications]',
    ],
    [
      'the same, the other way',
      'opposites: [[review applications, supply]]',
      '[review applications, supply]',
    ],
    ['not neighbours', `${act('{ steps: [a, b, c] }')}\nopposites: [[c, a]]`, '[c, a]'],
    [
      'one above both, on two ladders',
      `${act('{ steps: [a, c] }', '{ steps: [b, c] }')}\nopposites: [[a, b]]`,
      '[a, b]',
    ],
    ['a ladder on shipped opposites', act('{ steps: [buy, sell] }'), 'sell'],
    ['a ladder above both of them', act('{ steps: [buy, barter] }', '{ steps: [sell, barter] }'), 'barter'],
    ['a step above the floor that denies it', act('{ steps: [ease, keep] }'), 'keep'],
    ['a step above its own floor', act('{ steps: [keep, ease] }'), 'ease'],
    [
      'a floor that is a step above',
      act('{ steps: [a, b] }', '{ steps: [c], floor: d }', '{ steps: [c, d] }'),
      'd',
    ],
  ])('%s', (_, words, meant) => {
    const errors = found(words)
    expect(errors.map((d) => d.rule)).toEqual(['ladder-cycle'])
    const text = `${head}words:\n${words.replace(/^/gm, '  ')}`
    expect(at(text, errors[0] as Diagnostic)).toBe(meant)
    expect(errors[0]?.related.length).toBe(1)
    expect(errors[0]?.message).toMatch(/^"[^"]+" includes "[^"]+"/)
  })

  it.each([
    ['opposites on no ladder', 'opposites: [[import, export]]'],
    [
      'opposites on ladders of their own',
      `${act('{ steps: [a, b] }', '{ steps: [c, d] }')}\nopposites: [[b, d]]`,
    ],
    ['a floor that is another ladder’s step', act('{ steps: [a, b], floor: c }', '{ steps: [c, d] }')],
    ['the shipped opposites again', 'opposites: [[buy, sell]]'],
    ['a floor and its step', 'opposites: [[keep, ease]]'],
  ])('are not found in %s', (_, words) => expect(found(words)).toEqual([]))
})

it('finds a fault in ladders exactly where some act is above itself', () => {
  const word = fc.constantFrom('p', 'q', 'r', 's', 't')
  const ladder = fc.uniqueArray(word, { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(
      fc.array(ladder, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 0, max: 4 }),
      (all, cut) => {
        const flow = (some: readonly string[][]): string =>
          some.length === 0 ? '' : act(...some.map((steps) => `{ steps: [${steps.join(', ')}] }`))
        // Every act above every other, as Warshall has it.
        const above = new Set(
          all.flatMap((steps) => steps.flatMap((x, i) => steps.slice(i + 1).map((y) => `${x}${y}`))),
        )
        const words = 'pqrst'
        for (const k of words)
          for (const i of words)
            for (const j of words) if (above.has(i + k) && above.has(k + j)) above.add(i + j)
        const circular = [...words].some((x) => above.has(x + x))
        // Where the ladders stand, in the deal or beside it, makes no difference.
        const errors = found(flow(all.slice(cut)), flow(all.slice(0, cut)))
        expect(errors.some((d) => d.rule === 'ladder-cycle')).toBe(circular)
      },
    ),
  )
})

it('reads a hostile vocabulary in time', () => {
  const steps = Array.from({ length: 20_000 }, (_, i) => `w${i}`)
  const pairs = steps.slice(1, 8_000).map((word, i) => `[w${i}, x${word}]`)
  const started = performance.now()
  const errors = found(
    `${act(`{ steps: [${steps.join(', ')}] }`, '{ steps: [w9, w3] }')}\nopposites: [${pairs.join(', ')}]`,
  )
  expect(errors.map((d) => d.rule)).toEqual(['ladder-cycle'])
  found(`${act(`{ steps: [${steps.join(', ')}] }`)}\nopposites: [${pairs.join(', ')}]`)
  expect(performance.now() - started).toBeLessThan(20_000)
})
