import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Place } from '../src/place.ts'
import { child, type MapNode, type Node, type ScalarNode } from '../src/tree.ts'
import { readYaml } from '../src/read/yaml/read.ts'

const numRuns = Number(process.env.FC_RUNS ?? 2000)

const deal = `# a deal
deal: london                          # the stem
held: 2025-06-09 to 2025-06-10
parties:
  us: { name: United States, short: US }
  china: China
sources:
  trump-post-06-11:
    party: us
    seen:
      - { copy: reprint, via: UPI, url: "https://example.org/a#b" }
announced:
  us:
    rare-earth-supply:
      says: "China supplies all magnets: up front, 55% # of what"
      quote: 'full magnets, and ''any'' rare earths'
      scope: [magnets, rare earths]
      original: 供应，稀土 😀
      note: >
        folded
        text
      source: trump-post-06-11
  china:
    rare-earth-supply:
      - says: "reviews"
        value: at least 12 Mt
      - silent: all
`

/** Each finding as `line:column rule`. */
const found = (text: string) =>
  readYaml(text, 'f.yaml').diagnostics.map(({ place, rule }) => `${place.line}:${place.column} ${rule}`)

const first = (text: string) => {
  const [diagnostic] = readYaml(text, 'f.yaml').diagnostics
  if (!diagnostic) throw new Error(`nothing found in ${text}`)
  return diagnostic
}

function mapAt(text: string): MapNode {
  const { root } = readYaml(text, 'f.yaml')
  if (root?.kind !== 'map') throw new Error('no map')
  return root
}

function scalarAt(text: string, ...path: string[]): ScalarNode {
  let node: Node | undefined = mapAt(text)
  for (const key of path) node = node?.kind === 'map' ? child(node, key) : undefined
  if (node?.kind !== 'scalar') throw new Error(`no scalar at ${path.join('.')}`)
  return node
}

function textAt(text: string, place: Place): string {
  const lines = text.split('\n')
  const offset = (line: number, column: number) =>
    lines.slice(0, line - 1).reduce((sum, before) => sum + before.length + 1, 0) + column - 1
  return text.slice(offset(place.line, place.column), offset(place.endLine, place.endColumn))
}

function* placesOf(node: Node): Generator<Place> {
  yield node.place
  if (node.kind === 'list') for (const item of node.items) yield* placesOf(item)
  if (node.kind === 'map') {
    for (const { keyPlace, value } of node.entries) {
      yield keyPlace
      yield* placesOf(value)
    }
  }
}

function* scalarsOf(node: Node): Generator<ScalarNode> {
  if (node.kind === 'scalar') yield node
  if (node.kind === 'list') for (const item of node.items) yield* scalarsOf(item)
  if (node.kind === 'map') for (const { value } of node.entries) yield* scalarsOf(value)
}

/** The tree as plain data; a Map, for `__proto__` is a key like any other. */
function plain(node: Node): unknown {
  if (node.kind === 'scalar') return node.text
  if (node.kind === 'list') return node.items.map(plain)
  return new Map(node.entries.map(({ key, value }) => [key, plain(value)]))
}

const unseen = /(?!\t)\p{Cc}|\p{Cs}|[\u2028-\u202e\u2066-\u2069\ufeff]/u

/** What holds of any text whatever. */
function checkLaws(text: string): void {
  const { root, diagnostics, readable } = readYaml(text, 'f.yaml')
  expect(root !== null).toBe(readable)
  if (!readable) expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true)
  const lines = text.replace(/^\ufeff/, '').split('\n')
  const widths = lines.map((line, i) => (i < lines.length - 1 ? line.replace(/\r$/, '') : line).length)
  const places = diagnostics.flatMap(({ place, related }) => [place, ...related.map((other) => other.place)])
  for (const place of root ? [...places, ...placesOf(root)] : places) {
    const [width = -1, endWidth = -1] = [widths[place.line - 1], widths[place.endLine - 1]]
    const isInside =
      place.column >= 1 &&
      place.column <= width + 1 &&
      place.endColumn >= 1 &&
      place.endColumn <= endWidth + 1 &&
      (place.endLine > place.line || (place.endLine === place.line && place.endColumn >= place.column))
    if (!isInside) expect(place, JSON.stringify(text)).toBe('inside the text')
  }
  for (const { rule, message, help, related } of diagnostics) {
    for (const sentence of [message, help ?? '', ...related.map((other) => other.message)]) {
      expect(sentence).not.toMatch(unseen)
      expect(sentence.length).toBeLessThan(400)
    }
    expect(rule).toMatch(/^[a-z]+(-[a-z]+)*$/)
    expect(message).toMatch(/^[^;]+.*\.$/)
  }
}

describe('a readable file', () => {
  test('has nothing to report', () => {
    expect(readYaml(deal, 'f.yaml')).toMatchObject({ diagnostics: [], readable: true })
  })

  test('keeps every scalar as it is written', () => {
    for (const text of [
      'no',
      '1e3',
      '012',
      '2025-06',
      '0x1f',
      'yes',
      '1_000',
      '.5',
      '2025-06-11',
      'NaN',
      '=',
    ]) {
      expect(scalarAt(`a: ${text}\n`, 'a')).toMatchObject({ text, style: 'plain' })
      expect(scalarAt(`%YAML 1.1\n---\na: ${text}\n`, 'a')).toMatchObject({ text, style: 'plain' })
    }
  })

  test('tells the styles apart', () => {
    const style = (value: string) => scalarAt(`a: ${value}\nb: 1\n`, 'a')
    expect(style('x y')).toMatchObject({ text: 'x y', style: 'plain' })
    expect(style('"x\\ty"')).toMatchObject({ text: 'x\ty', style: 'quoted' })
    expect(style("'it''s'")).toMatchObject({ text: "it's", style: 'quoted' })
    expect(style('""')).toMatchObject({ text: '', style: 'quoted' })
    expect(style('')).toMatchObject({ text: '', style: 'empty' })
    expect(style('|\n  x\n  y')).toMatchObject({ text: 'x\ny\n', style: 'block' })
    expect(style('x\n  y')).toMatchObject({ text: 'x y', style: 'plain' })
  })

  test('has `__proto__` and `constructor` as ordinary keys', () => {
    const keys = mapAt('__proto__: 1\nconstructor: 2\ntoString: 3\n').entries.map(({ key }) => key)
    expect(keys).toEqual(['__proto__', 'constructor', 'toString'])
    expect(found('{ __proto__: 1, constructor: 2 }')).toEqual([])
  })

  test('may begin with a directive, or have Windows line ends', () => {
    expect(found('%YAML 1.2\n---\na: 1\n')).toEqual([])
    expect(found('---\na: 1\n...\n')).toEqual([])
    const windows = deal.replaceAll('\n', '\r\n')
    expect(found(windows)).toEqual([])
    expect(plain(mapAt(windows))).toEqual(plain(mapAt(deal)))
  })

  test('of JSON gives the same data', () => {
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.string({ unit: 'grapheme-ascii' }),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(fc.string({ minLength: 1 }), tie('tree'), { maxKeys: 4 }),
      ),
    }))
    const asMaps = (data: unknown): unknown => {
      if (Array.isArray(data)) return data.map(asMaps)
      if (typeof data !== 'object' || data === null) return data
      return new Map(Object.entries(data).map(([key, value]) => [key, asMaps(value)]))
    }
    const law = fc.property(tree, fc.constantFrom(0, 2), (data, indent) => {
      const { root, diagnostics } = readYaml(JSON.stringify(data, null, indent), 'f.yaml')
      expect(diagnostics).toEqual([])
      expect(root && plain(root)).toEqual(asMaps(data))
    })
    fc.assert(law, { numRuns })
  })
})

describe('places', () => {
  test('cover a plain scalar exactly, a quoted one with its quotes', () => {
    for (const scalar of scalarsOf(mapAt(deal))) {
      const written = textAt(deal, scalar.place)
      if (scalar.style === 'plain') expect(written).toBe(scalar.text)
      if (scalar.style === 'quoted') expect(written).toMatch(/^(".*"|'.*')$/s)
    }
    expect(textAt(deal, scalarAt(deal, 'deal').place)).toBe('london')
    const { place } = scalarAt(deal, 'announced', 'us', 'rare-earth-supply', 'note')
    expect(textAt(deal, place)).toBe('>\n        folded\n        text')
  })

  test('count UTF-16 code units', () => {
    expect(found('a: {x: "😀", b, c: 1}\n')).toEqual(['1:14 yaml-comma-in-flow'])
  })

  test('of a map run from its first key to the end of its last value, or from brace to brace', () => {
    const text = 'a:\n  b: 1\n  c: [x, y]\nd: { e: 1 }\n'
    const { entries, place } = mapAt(text)
    expect(textAt(text, place)).toBe('a:\n  b: 1\n  c: [x, y]\nd: { e: 1 }')
    expect(entries.map(({ keyPlace }) => textAt(text, keyPlace))).toEqual(['a', 'd'])
    expect(entries.map(({ value }) => textAt(text, value.place))).toEqual(['b: 1\n  c: [x, y]', '{ e: 1 }'])
  })

  test('of a list run from its first item to the end of its last', () => {
    const text = 'a:\n  - x\n  - y: 1\n    z: 2\n\nb: [ 1 ]\n'
    const written = mapAt(text).entries.map(({ value }) => textAt(text, value.place))
    expect(written).toEqual(['- x\n  - y: 1\n    z: 2', '[ 1 ]'])
  })

  test('of an empty value is after its colon', () => {
    expect(scalarAt('a:\nb: 1\n', 'a').place).toMatchObject({ line: 1, column: 3, endLine: 1, endColumn: 3 })
  })

  test('are not shifted by a byte-order mark', () => {
    expect(scalarAt('\ufeffa: 1\n', 'a').place).toMatchObject({ line: 1, column: 4 })
    expect(mapAt('\ufeffa: 1\n').entries[0]).toMatchObject({ key: 'a', keyPlace: { line: 1, column: 1 } })
  })
})

describe('what is no single YAML document', () => {
  test.each([
    ['', ['1:1 yaml-empty']],
    ['# only a comment\n\n', ['1:1 yaml-empty']],
    ['---\n...\n', ['1:1 yaml-empty']],
    ['a: 1\n---\nb: 2\n', ['2:1 yaml-two-documents']],
    ['a: 1\n...\nb: 2\n', ['3:1 yaml-two-documents']],
    ['---\n'.repeat(100_000), ['2:1 yaml-two-documents']],
    ['a: 1\0\n', ['1:5 yaml-control-character']],
    ['a: \ufffd\nb: x\ud800\n', ['1:4 yaml-encoding', '2:5 yaml-encoding']],
    ['a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> x\n', ['2:1 yaml-conflict']],
    ['['.repeat(100_000), ['1:101 yaml-too-deep']],
    ['- '.repeat(100_000), ['1:201 yaml-too-deep']],
    ['{a: '.repeat(100_000), ['1:401 yaml-too-deep']],
  ])('%j', (text, expected) => {
    expect(found(text)).toEqual(expected)
    expect(readYaml(text, 'f.yaml')).toMatchObject({ root: null, readable: false })
  })

  test('more than 2 MB, refused at once', () => {
    for (const text of ['x'.repeat(2_000_001), '中'.repeat(666_667), 'a: 1\n'.repeat(3_000_000)]) {
      expect(found(text)).toEqual(['1:1 yaml-too-large'])
    }
    expect(found(`a: ${'中'.repeat(600_000)}`)).toEqual([])
  })

  test('a hundred levels are not too deep', () => {
    expect(found(`${'['.repeat(100)}${']'.repeat(100)}`)).toEqual([])
    expect(found(`${'['.repeat(101)}${']'.repeat(101)}`)).toEqual(['1:101 yaml-too-deep'])
  })
})

describe('syntax errors', () => {
  test.each([
    ['says: Trump: done\n', '1:7 yaml-syntax', /"Trump: done" has a colon.*Quote the value: "Trump: done"/],
    ['a: { says: x: y, b: 1 }\n', '1:12 yaml-syntax', /"x: y" has a colon/],
    ['a: { x: 1 y: 2 }\n', '1:9 yaml-syntax', /put a comma between them/],
    ['a:\n\tb: 1\n', '2:1 yaml-tab', /tab.*expected spaces/],
    ['a:\n  b: 1\n \tc: 1\n', '3:2 yaml-tab', /tab/],
    ['value: >= 12 Mt\n', '1:8 yaml-block-scalar', /Write "at least 12 Mt"/],
    ['value: > 5\n', '1:8 yaml-block-scalar', /Write "more than 5"/],
    ['x: { value: > 5, b: 1 }\n', '1:13 yaml-block-scalar', /Write "more than 5"/],
    ['value: | x\n', '1:8 yaml-block-scalar', /Quote the value: "\| x"/],
    ['value: @x\n', '1:8 yaml-syntax', /begins with "@".*Quote the value: "@x"/],
    ['value: `x`\n', '1:8 yaml-syntax', /begins with "`"/],
    ['value: %x\n', '1:8 yaml-syntax', /begins with "%"/],
    ['b: 1\ndeal:london\nc: 2\n', '2:1 yaml-syntax', /no space after its colon.*Write "deal: london"/],
    ['a: 1\nb\nc: 2\n', '2:1 yaml-syntax', /"b" has no colon/],
    ['a: 1\n- b\n', '2:1 yaml-syntax', /list stands where a key/],
    ['- a\nb: 1\n', '2:1 yaml-syntax', /"b: 1" does not go on/],
    ['a: - b\n', '1:4 yaml-syntax', /"- b" begins a list on the line of "a:"/],
    ['title: x\n  more: y\nz: 1\n', '2:3 yaml-syntax', /"more: y" is indented as a part of "x"/],
    ['a:\n    b: 1\n  c: 2\n', '3:3 yaml-syntax', /"c: 2" is indented by 2/],
    ['a:\n  - b: 1\n   c: 2\n', '3:4 yaml-syntax', /"c: 2" is indented by 3/],
    ['a: "x" y\n', '1:8 yaml-syntax', /"y" stands after the closing quote/],
    ["a: 'it's'\n", '1:8 yaml-syntax', /stands after the closing quote/],
    ['a: "x\nb: 1\n', '1:4 yaml-syntax', /The double quote before "x" is not closed/],
    ['a: "x\\"', '1:4 yaml-syntax', /is not closed/],
    ["a: 'x''", '1:4 yaml-syntax', /The single quote before "x''" is not closed/],
    ['a: [x, y\nb: 1\nc: 2\n', '1:4 yaml-syntax', /The "\[" before "x, y" is not closed/],
    ['a: [x #5, y]\nb: 1\n', '1:4 yaml-syntax', /Text from " #" on is a comment/],
    ['a: {b: 1]\n', '1:4 yaml-syntax', /The "{" before "b: 1]" is not closed/],
    ['a: }\n', '1:4 yaml-syntax', /"}" closes nothing/],
    ['a: [x,,y]\n', '1:7 yaml-syntax', /comma has nothing before it/],
    ['a: ["x" "y"]\n', '1:9 yaml-syntax', /No comma stands before '"y"'/],
    ['a: "x"#y\n', '1:7 yaml-syntax', /expected a space before a comment/],
    ['a: "\\q"\n', '1:5 yaml-syntax', /"\\q" means nothing/],
    ['%YAML 1.2\na: 1\n', '1:1 yaml-syntax', /no document below it|"---"/],
  ])('%j', (text, at, sentence) => {
    const { diagnostics, readable } = readYaml(text, 'f.yaml')
    expect(readable).toBe(false)
    expect(found(text)).toEqual([at])
    expect(`${diagnostics[0]?.message} ${diagnostics[0]?.help}`).toMatch(sentence)
  })

  test('are one a line, in order, and stop at 20', () => {
    const lines = Array.from({ length: 150 }, (_, i) => `a${i}: b: c: d`)
    const expected = Array.from({ length: 20 }, (_, i) => `${i + 1}:${5 + (i > 9 ? 1 : 0)} yaml-syntax`)
    expect(found(lines.join('\n'))).toEqual(expected)
    expect(found(']\n'.repeat(100_000))).toHaveLength(1)
  })

  test('end, whatever the package finds on one line', () => {
    found("'a' ".repeat(40_000))
  })
})

describe('what YAML allows and a deal file does not', () => {
  test('duplicate keys', () => {
    const text = 'a: 1\nb:\n  x: 1\n  "x": 2\na: 3\n'
    expect(found(text)).toEqual(['4:3 duplicate-key', '5:1 duplicate-key'])
    expect(first(text)).toMatchObject({
      message: expect.stringContaining('"x" stands twice in one map, first on line 3'),
      related: [{ place: { line: 3, column: 3 } }],
    })
    expect(scalarAt(text, 'a').text).toBe('1')
    expect(found('__proto__: 1\n__proto__: 2\n')).toEqual(['2:1 duplicate-key'])
  })

  test('many keys', () => {
    expect(found(Array.from({ length: 40_000 }, (_, i) => `k${i}: v`).join('\n'))).toEqual([])
  })

  test('anchors, aliases, tags and merge keys', () => {
    expect(found('a: &x 1\nb: *x\nc: !!str 1\nd:\n  <<: *x\n')).toEqual([
      '1:4 yaml-anchor',
      '2:4 yaml-anchor',
      '3:4 yaml-tag',
      '5:7 yaml-anchor',
      '5:3 yaml-merge-key',
    ])
    expect(found('a: *really* important\n')).toEqual(['1:4 yaml-anchor'])
    expect(found('"<<": 1\n')).toEqual([])
    expect(first('status: !not final\n').help).toBe(
      'Write "not final" without the "!", or quote it: "!not final".',
    )
    expect(first('a: { status: !not final, b: 1 }\n').help).toContain('"!not final"')
  })

  test('keys that are no words', () => {
    for (const text of ['? [a]\n: b\n', '[a]: b\n', '{ a: b }: c\n', ': b\n', '"": b\n', '? |\n  a\n: b\n']) {
      expect(readYaml(text, 'f.yaml').diagnostics.map(({ rule }) => rule)).toEqual(['yaml-key'])
    }
  })

  test('`~` and `null`, if they are not quoted', () => {
    expect(found('a: ~\nb: null\nc: [NULL, x]\n')).toEqual([
      '1:4 yaml-null',
      '2:4 yaml-null',
      '3:5 yaml-null',
    ])
    expect(first('a: null\n').help).toContain('Leave the key out')
    expect(found('a: "null"\nb: null and void\nc:\n')).toEqual([])
  })
})

describe('characters that do not show', () => {
  test.each([
    ['a: \u001b[31m\n', '1:4', 'U+001B'],
    ['a: "\\e[31m"\n', '1:4', 'U+001B'],
    ['a: "\\x1b"\n', '1:4', 'U+001B'],
    ['a: "\\0"\n', '1:4', 'U+0000'],
    ['"\\a": 1\n', '1:1', 'U+0007'],
    ['a: x\u007f\n', '1:5', 'U+007F'],
    ['a: x\u0085\n', '1:5', 'U+0085'],
    ['a: x\u2028y\n', '1:5', 'U+2028'],
    ['a: \u202ex\n', '1:4', 'U+202E'],
    ['a: "\\u202e"\n', '1:4', 'U+202E'],
    ['a: "\\u2066"\n', '1:4', 'U+2066'],
    ['a: "\\ud800"\n', '1:4', 'U+D800'],
    ['a: x\ufeff\n', '1:5', 'U+FEFF'],
    ['a: "x\ry"\n', '1:6', 'U+000D'],
    ['a: "x\\ry"\n', '1:4', 'U+000D'],
  ])('%j', (text, at, name) => {
    expect(found(text)).toEqual([`${at} yaml-control-character`])
    expect(first(text).message).toContain(name)
    expect(readYaml(text, 'f.yaml').readable).toBe(true)
  })

  test('tabs and line ends in text are fine, and so is any script', () => {
    expect(found('a: "x\\ty\\nz"\nb: x\ty\nc: |\n  x\n  y\nd: 中文 עברית 😀\n')).toEqual([])
  })

  test('are never in a message', () => {
    const { message } = first('a: 1\n"x\\u001b]0;\\u202e": 1\n"x\\u001b]0;\\u202e": 2\n')
    expect(message).not.toMatch(unseen)
    checkLaws('"\\e": 1\n"\\e": 2\n')
    checkLaws(`${'x\u001b'.repeat(500)}: a: b`)
  })
})

describe('traps', () => {
  test.each([
    ['says: deal no #5 signed\n', '1:15', 'Quote the value if it is text: "deal no #5 signed"'],
    ['says: #5 signed\n', '1:7', '"#5 signed"'],
    ['- x #5\n', '1:5', '"x #5"'],
    ['a: [x, y #5\n  ]\n', '1:10', '"y #5"'],
  ])('text lost after " #": %j', (text, at, help) => {
    expect(found(text)).toEqual([`${at} yaml-lost-text`])
    expect(first(text)).toMatchObject({ severity: 'error', help: expect.stringContaining(help) })
  })

  test('text that is perhaps lost is only noted', () => {
    expect(found('value: 55% # of what\n')).toEqual(['1:12 yaml-lost-text'])
    expect(first('value: 55% # of what\n').severity).toBe('note')
  })

  test.each([
    'deal: london   # the stem\n',
    'deal: london # the stem\n',
    'deal: london  #stem\n',
    'deal: london #TODO\n',
    'deal: london #\n',
    'deal: london ##### names #####\n',
    'says: "done" #5\n',
    'us:  # the first\n  a: 1\n',
    'us: #the first\n  a: 1\n',
    'url: https://example.org/#5\n',
    'no: C#5\n#5 is a comment\n',
  ])('an ordinary comment: %j', (text) => {
    expect(found(text)).toEqual([])
  })

  test.each([
    ['{ value: 1,000 Mt }', '1:10', 'Write "1000 Mt", or quote it: "1,000 Mt".'],
    ['{ value: 1,000,000 Mt, a: b }', '1:10', 'Write "1000000 Mt"'],
    ['[1,000 Mt, 2]', '1:2', 'Write "1000 Mt"'],
    ['{ says: supplies all, up front }', '1:23', 'Quote the whole value: "supplies all, up front".'],
    ['{ says: a, b, c, d: 1 }', '1:12', 'Quote the whole value: "a, b, c".'],
    ['{ a, b }', '1:3', 'Write a list in [ ]'],
    ['{ a: "x", b }', '1:11', 'Write a list in [ ]'],
  ])('commas in %j', (text, at, help) => {
    expect(found(text)).toEqual([`${at} yaml-comma-in-flow`])
    expect(first(text).help).toContain(help)
  })

  test('other commas are fine', () => {
    expect(found('[1, 000, a,b, 2025,2026, x1,0000]')).toEqual([])
    expect(found('{ a: , b: "1,000", c: [1, 2] }')).toEqual([])
    expect(found('says: supplies all, up front\nvalue: 1,000 Mt\n')).toEqual([])
  })

  test('`>5` is no text', () => {
    expect(found('value: >5\nb: 1\n')).toEqual(['1:8 yaml-block-scalar'])
    expect(first('value: >5\n').help).toBe('Write "more than 5".')
    expect(found('value: >\nb: 1\n')).toEqual(['1:8 yaml-block-scalar'])
    expect(found('a: >-  # folded\n  text\nb: |2\n    text\n')).toEqual([])
  })
})

describe('on any text', () => {
  const pieces = [
    'a',
    'b: ',
    ': ',
    '- ',
    '? ',
    '\n',
    '\n  ',
    '\n    ',
    '\t',
    '"',
    "'",
    '\\',
    '#',
    ' #5',
    ' ',
    ',',
  ]
  pieces.push(
    '{',
    '}',
    '[',
    ']',
    '&x ',
    '*x',
    '!t ',
    '<<: ',
    '|',
    '>',
    '>5',
    '---\n',
    '...\n',
    '%YAML 1.2\n',
    '\r',
  )
  pieces.push(
    '\r\n',
    '~',
    'null',
    '1,000',
    '@',
    '`',
    '\u001b',
    '\u202e',
    '😀',
    '\ud800',
    '\ufeff',
    '\\e',
    '"x"',
  )

  test('nothing is thrown and every place lies inside', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), checkLaws), { numRuns })
    fc.assert(fc.property(fc.string({ maxLength: 60 }), checkLaws), { numRuns })
    const yamlLike = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''))
    fc.assert(fc.property(yamlLike, checkLaws), { numRuns: 3 * numRuns })
  })

  test('nor in a deal file with a few mistakes', () => {
    const edit = fc.record({ at: fc.nat(deal.length), drop: fc.nat(8), put: fc.constantFrom('', ...pieces) })
    const mistaken = fc
      .array(edit, { minLength: 1, maxLength: 4 })
      .map((edits) =>
        edits.reduce((text, { at, drop, put }) => text.slice(0, at) + put + text.slice(at + drop), deal),
      )
    fc.assert(fc.property(mistaken, checkLaws), { numRuns })
    fc.assert(
      fc.property(fc.nat(deal.length), (end) => checkLaws(deal.slice(0, end))),
      { numRuns },
    )
  })
})
