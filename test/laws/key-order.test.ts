import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linting } from '../../src/check/lint.ts'
import { compareTerms } from '../../src/compare/compare.ts'
import type { Diagnostic, Edit } from '../../src/diagnostic.ts'
import { parseDeal, parseVocabularies } from '../../src/read/parse.ts'
import { readYaml } from '../../src/read/yaml/read.ts'
import { keyOrder } from '../../src/rules/key-order.ts'
import { mapsOf } from '../../src/rules/of/maps.ts'
import { unquotedText } from '../../src/rules/unquoted-text.ts'
import type { Entry, MapNode, Node } from '../../src/tree.ts'
import { root } from '../terminal.ts'

/** What mending may do: the deals that are shipped, their keys shuffled and commented, come back as they were. */

const read = (name: string): string => readFileSync(`${root}/deals/${name}.yaml`, 'utf8')
const words = parseVocabularies([{ path: 'deals/vocabulary.yaml', text: read('vocabulary') }])

/** A deal and its verdicts as text, without the places. */
function meaning(name: string, text: string): string {
  const { deal, diagnostics } = parseDeal({ path: `deals/${name}.yaml`, text }, words)
  if (!deal) throw new Error(`${diagnostics.map((d) => `${d.place.line}: ${d.message}`).join('\n')}\n${text}`)
  const { vocabulary: _, ...rest } = deal
  return JSON.stringify([rest, compareTerms(deal, null).map((c) => [c.term.id, c.verdict])], (key, value) => {
    if (key === 'place' || key === 'path') return undefined
    if (typeof value === 'bigint') return String(value)
    return value instanceof Map || value instanceof Set ? [...value] : value
  })
}

const found = (name: string, text: string, rule: typeof keyOrder): Diagnostic[] => {
  const file = { path: `deals/${name}.yaml`, text }
  return linting([rule]).see(file, parseDeal(file, words))
}

/** Applies edits that do not overlap, later ones first. */
function apply(text: string, edits: readonly Edit[]): string {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  const offset = (line: number, column: number): number => (starts[line - 1] ?? 0) + column - 1
  return edits
    .map((e) => ({
      ...e,
      from: offset(e.place.line, e.place.column),
      to: offset(e.place.endLine, e.place.endColumn),
    }))
    .sort((a, b) => b.from - a.from)
    .reduce((out, e) => out.slice(0, e.from) + e.text + out.slice(e.to), text)
}
const overlap = ({ place: a }: Edit, { place: b }: Edit): boolean =>
  (a.line < b.endLine || (a.line === b.endLine && a.column < b.endColumn)) &&
  (b.line < a.endLine || (b.line === a.endLine && b.column < a.endColumn))

/** Mends a text until nothing more can be mended; gives every state of it. */
function mended(name: string, text: string, rule: typeof keyOrder): string[] {
  const states = [text]
  for (let now = text; states.length < 12;) {
    const taken: Edit[] = []
    for (const { fix } of found(name, now, rule))
      if (!fix.some((e) => taken.some((t) => overlap(e, t)))) taken.push(...fix)
    if (taken.length === 0) return states
    states.push((now = apply(now, taken)))
  }
  throw new Error('never done')
}

/** Prints a tree with the keys of its maps shuffled, and comments that say which key they belong to. */
function scrambled(tree: Node, pick: (most: number) => number, eol: string): string {
  const known = new Set([...mapsOf(tree)].map((m) => m.map))
  let comments = 0
  const shuffled = (map: MapNode): Entry[] => {
    const out = [...map.entries]
    if (known.has(map))
      for (let i = out.length - 1; i > 0; i--) {
        const j = pick(i)
        ;[out[i], out[j]] = [out[j] as Entry, out[i] as Entry]
      }
    return out
  }
  const scalar = (text: string): string => JSON.stringify(text)
  const isShort = (node: Node): boolean =>
    node.kind === 'scalar' || (node.kind === 'list' && node.items.every((i) => i.kind === 'scalar'))
  const isFlat = (node: Node): boolean =>
    isShort(node) || (node.kind === 'map' && node.entries.every((e) => isShort(e.value)))
  const oneLine = (node: Node): string => {
    if (node.kind === 'scalar') return node.style === 'empty' ? '' : scalar(node.text)
    if (node.kind === 'list') return `[${node.items.map(oneLine).join(', ')}]`
    return `{ ${shuffled(node)
      .map((e) => `${e.key}: ${oneLine(e.value)}`)
      .join(', ')} }`
  }
  const isEmpty = (node: Node): boolean => node.kind === 'scalar' && node.style === 'empty'
  const block = (node: Node, indent: string, afterDash: boolean): string[] => {
    if (node.kind === 'list')
      return node.items.flatMap((item) => {
        if (isFlat(item) && (item.kind !== 'map' || pick(1) === 0)) return [`${indent}- ${oneLine(item)}`]
        const [first = '', ...rest] = block(item, `${indent}  `, true)
        return [`${indent}- ${first.trimStart()}`, ...rest]
      })
    if (node.kind !== 'map') return [indent + oneLine(node)]
    return shuffled(node).flatMap(({ key, value }, i) => {
      const canComment = known.has(node) && !afterDash
      const above = canComment && pick(5) === 0 ? [`${indent}# above ${key} ${comments++}`] : []
      if (above.length > 0 && pick(2) === 0) above.push(`${indent}# above ${key} ${comments++}`)
      if (i > 0 && pick(9) === 0 && above.length === 0) above.push('')
      const beside = known.has(node) && pick(4) === 0 ? `   # beside ${key} ${comments++}` : ''
      const inline = isShort(value) || (isFlat(value) && pick(1) === 0)
      if (isEmpty(value)) return [...above, `${indent}${key}:${beside}`]
      if (inline) return [...above, `${indent}${key}: ${oneLine(value)}${beside}`]
      const deeper = `${indent}${value.kind === 'list' && pick(1) === 0 ? '' : '  '}`
      return [...above, `${indent}${key}:${beside}`, ...block(value, deeper, false)]
    })
  }
  return ['# yaml-language-server: $schema=./deal.schema.json', ...block(tree, '', false), ''].join(eol)
}

/** Every comment, and the key of the line that it stands on or above. */
const commented = (text: string): string[] => {
  const lines = text.split(/\r?\n/)
  const keyOf = (line: string): string => /^\s*(?:- +)*([\w-]+):/.exec(line)?.[1] ?? ''
  return lines
    .flatMap((line, i) => {
      const [, how, key, n] = /# (above|beside) ([\w-]+) (\d+)$/.exec(line) ?? []
      if (!how) return []
      const owner = how === 'beside' ? line : (lines.slice(i).find((l) => !/^\s*#/.test(l)) ?? '')
      return [`${n} ${how} ${key} ${keyOf(owner) === key}`]
    })
    .sort()
}

describe('mending the order of keys', () => {
  it.each(['geneva', 'london', 'truce'])('changes nothing but the order: %s', (name) => {
    const original = read(name)
    const tree = readYaml(original, 'x.yaml').root as Node
    const same = meaning(name, original)
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), fc.constantFrom('\n', '\r\n'), (stream, eol) => {
        const pick = (most: number): number => (stream.next().value as number) % (most + 1)
        const text = scrambled(tree, pick, eol)
        const before = commented(text)
        expect(before.every((c) => c.endsWith('true'))).toBe(true)
        expect(meaning(name, text)).toBe(same)
        expect(found(name, text, keyOrder).length).toBeGreaterThan(5)
        for (const state of mended(name, text, keyOrder).slice(1)) {
          expect(commented(state)).toEqual(before)
          expect(meaning(name, state)).toBe(same)
          expect(state.length).toBe(text.length)
        }
        const last = mended(name, text, keyOrder).at(-1) as string
        expect(found(name, last, keyOrder)).toEqual([])
        expect(last.startsWith('# yaml-language-server')).toBe(true)
      }),
      // A whole deal a case: a long run tries fewer of them.
      { numRuns: 3 + Math.floor(Number(process.env.FC_RUNS ?? 0) / 2000) },
    )
  })
})

describe('mending words without quotation marks', () => {
  const text = (says: string): string => `deal: rice
parties: { us: United States, china: China }
sources: { us-june: { party: us, by: USTR, date: 2025-06-11 } }
terms: { purchase: { title: China buys rice } }
announced:
  us:
    purchase:
      - { says: ${says}, source: us-june }
      - says: ${says}
        source: us-june
`
  const saidIn = (file: string): string | undefined => {
    const { deal } = parseDeal({ path: 'deals/rice.yaml', text: file }, words)
    return JSON.stringify(
      deal?.histories
        .get('purchase')
        ?.get('us')
        ?.map((entry) => entry.says),
    )
  }

  it('never changes what is read', () => {
    const piece = fc.constantFrom(
      'a',
      "it's",
      '"',
      '\\',
      'n',
      '中文',
      ' ',
      '  ',
      '–',
      '#',
      ':',
      "'",
      '1',
      '\n          ',
    )
    let tried = 0
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
        const before = text(`x${pieces.join('')}`)
        const said = saidIn(before)
        const fixes = found('rice', before, unquotedText).flatMap((d) => d.fix)
        if (said === undefined || fixes.length === 0) return
        tried++
        const after = apply(before, fixes)
        expect(saidIn(after)).toBe(said)
        expect(mended('rice', after, unquotedText)).toHaveLength(1)
      }),
      { numRuns: 300 + Math.floor(Number(process.env.FC_RUNS ?? 0) / 20) },
    )
    expect(tried).toBeGreaterThan(50)
  })
})
