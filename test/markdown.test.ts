import fc from 'fast-check'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import { visible } from '../src/formats/escape.ts'
import type { PrintOptions } from '../src/formats/format.ts'
import { markdown } from '../src/formats/markdown.ts'
import { block, bold, code, head, inHtml, link, literal, row } from '../src/formats/markdown/escape.ts'
import { MOST_CHARACTERS, pageOf, plain, weights } from '../src/formats/markdown/page.ts'
import type { EntryChange, Report } from '../src/report/report.ts'
import {
  changesOf,
  dealChange,
  edited,
  entry,
  finer,
  nothing,
  oneFlip,
  standing,
  termChange,
} from './fixtures/changes.ts'
import { london, statusProof } from './fixtures/london.ts'
import { at, emptyReport } from './fixtures/reports.ts'
import * as screens from './fixtures/screens.ts'

const options: PrintOptions = {
  width: null,
  color: false,
  ascii: false,
  verbose: false,
  quiet: false,
  prefix: '',
}
const print = (report: Report, more: Partial<PrintOptions> = {}): string =>
  markdown.print(report, { ...options, ...more })

/** As GitHub reads it, by a parser that others wrote. */
const html = (text: string): string =>
  micromark(text, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] })

const TAG = /<!--[^]*?-->|<[^>]*>/g
const tagsIn = (page: string): string[] => (page.match(TAG) ?? []).filter((tag) => !/^<\/?span>$/.test(tag))
const decoded = (text: string): string =>
  text
    .replace(/&#(\d+);/g, (_, n: string) => String.fromCodePoint(Number(n)))
    .replace(
      /&(lt|gt|quot|amp);/g,
      (_, name: string) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name] ?? '',
    )
const textIn = (page: string): string => decoded(page.replace(TAG, '')).replaceAll('\u200b', '')

/** Where a text can stand, and how it gets there. */
const contexts: { readonly [name: string]: (text: string) => string } = {
  'a paragraph': literal,
  'the line below a paragraph': (text) => `a\n${literal(text)}`,
  'an item of a list': (text) => `- ${literal(text)}`,
  'a box to tick': (text) => `- [ ] ${literal(text)}`,
  'an item below an item': (text) => `- a\n  - ${literal(text)}`,
  'a heading': (text) => `### a ${literal(text)}`,
  'a cell': (text) => `${head(['a', 'b'])}\n${row([literal(text), 'x'])}`,
  'the last cell': (text) => `${head(['a', 'b'])}\n${row(['x', literal(text)])}`,
  'the head of a table': (text) => `${head([literal(text), 'b'])}\n${row(['x', 'y'])}`,
  'bold in a cell': (text) => `${head(['a'])}\n${row([`${bold(text)}<br>x`])}`,
  'bold at the start': (text) => `${bold(text)}: x`,
  'a name': (text) => `${code(text)} x`,
  'a name in a cell': (text) => `${head(['a'])}\n${row([code(text)])}`,
  'what is struck through': (text) => `- a<del>${literal(text)}</del>b`,
  'quotation marks': (text) => `a “${literal(text)}” b`,
  'a summary': (text) => `<details><summary>${inHtml(text)}</summary>\n\nx\n\n</details>`,
}

const nasty = [
  '<script>alert(1)</script>',
  '<!-- x -->',
  '-->',
  '</details>',
  '</summary>',
  '</code>',
  '</pre>',
  '<b>',
  '&lt;',
  '&#64;',
  '@octocat',
  '@org/team',
  'me@example.org',
  'mailto:me@example.org',
  '#12',
  'GH-12',
  'gh-1',
  'octo/repo#1',
  'octo/repo@3f2a91cd7b40e9e1a2c3d4e5f60718293a4b5c6d',
  '3f2a91cd7b40e9e1a2c3d4e5f60718293a4b5c6d',
  '3f2a91c',
  'https://evil.example',
  'HTTP://evil.example',
  'ftp://evil.example/',
  'www.evil.example',
  'WWW.evil.example',
  'xmpp:a@b.c',
  '<https://evil.example>',
  ':smile:',
  ':+1:',
  '[x](https://evil.example)',
  '![x](https://evil.example/x.png)',
  '[x]: https://evil.example',
  '[x]',
  '[^1]',
  '[ ] ',
  '[x] ',
  '- [ ] x',
  '|',
  '\\|',
  '\\\\|',
  '| --- |',
  ':---',
  '---',
  '===',
  '***',
  '```',
  '~~~',
  '`',
  '``',
  '**b**',
  '*i*',
  '_i_',
  '__b__',
  '~~s~~',
  '# h',
  '###### h',
  '> q',
  '> [!NOTE]',
  '- i',
  '+ i',
  '* i',
  '1. i',
  '999999999) i',
  '    code',
  '\tcode',
  '  \n',
  '\\',
  '\\\n',
  '\n\n# h',
  '\r\n- [ ] x',
  '\u2028',
  '\u200b',
  '\u202e',
  '$x^2$',
  '$$x$$',
  '$`x`$',
  '!12',
  '~label',
  '%"milestone"',
  '&5',
  '“”',
  '\u00a0',
  '\ud800',
  '商务部',
  ' ',
  'a',
  '1',
  '.',
]
const hostile = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.array(fc.constantFrom(...nasty), { maxLength: 5 }).map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  {
    weight: 1,
    arbitrary: fc.string({
      unit: fc.constantFrom(...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~ a1\n'),
      maxLength: 14,
    }),
  },
)

/** Each by itself, whatever the run. */
const examples = nasty.map((text): [string] => [text])

/** What GitHub looks for in the text of a page, outside code and links, once the Markdown is read. */
const references: { readonly [name: string]: RegExp } = {
  mention: /@[a-z\d]/i,
  issue: /#\d/,
  'issue by GH': /\bgh-\d/i,
  commit: /(?<![\da-z])[\da-f]{7,40}(?![\da-z])/i,
  address: /https?:\/\/|ftp:\/\/|www\.|(?:mailto|xmpp):\w/i,
  emoji: /:[\w+-]+:/,
  formula: /\$[^$]+\$/,
  'a reference of GitLab': /[!~%&^*][\p{L}\p{N}_"']/u,
}

describe('a text', () => {
  for (const [name, context] of Object.entries(contexts))
    it(`shows as itself as ${name}, and is nothing else`, () => {
      const tags = tagsIn(html(context('xyz')))
      const around = textIn(html(context('xyz'))).split('xyz')
      fc.assert(
        fc.property(hostile, (text) => {
          const page = html(context(text))
          // An empty name has no element around it.
          if (text === '') return
          expect(tagsIn(page)).toEqual(tags)
          expect(textIn(page)).toBe([around[0], visible(text), around[1]].join(''))
        }),
        { examples },
      )
    })

  it('is no reference to anything once it is read', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const page of [html(`a ${literal(text)} b`), html(contexts['a summary']?.(text) ?? '')]) {
          for (const piece of page.split(TAG).map(decoded))
            for (const [name, pattern] of Object.entries(references))
              expect(`${name}: ${pattern.exec(piece)?.[0] ?? ''}`).toBe(`${name}: `)
        }
      }),
      { examples },
    )
  })

  it('stands in lines as it is, and does not get out of them', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 4 }), (lines) => {
        const text = lines.join('\n').replace(/\n+$/, '')
        const page = html(`x\n\n${block(text)}\n\ny`)
        expect(tagsIn(page)).toEqual(['<p>', '</p>', '<pre>', '</pre>', '<p>', '</p>'])
        const inside = /<pre>\n([^]*)\n<\/pre>/.exec(page)?.[1] ?? ''
        expect(decoded(inside)).toBe(text.split('\n').map(visible).join('\n'))
      }),
    )
  })
})

describe('a link', () => {
  it('leads to the web, says to which host, and does not get out of its place', () => {
    const url = fc.oneof(
      hostile.map((text) => `https://example.org/${text}`),
      hostile.map((text) => `https://${text}`),
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
    )
    fc.assert(
      fc.property(url, (address) => {
        const made = link(address)
        if (made === '') return
        for (const page of [html(`- [ ] a ${made} b`), html(`${head(['a'])}\n${row([made])}`)]) {
          const anchors = tagsIn(page).filter((tag) => tag.startsWith('<a '))
          expect(anchors).toHaveLength(1)
          const href = decoded(/href="([^"]*)"/.exec(anchors[0] ?? '')?.[1] ?? '')
          expect(href).toMatch(/^https?:\/\/[!-~]+$/i)
          const shown = textIn(/<a [^>]*>([^]*?)<\/a>/.exec(page)?.[1] ?? '')
          // What the address's own reader takes for the host is what is shown.
          if (URL.canParse(href) && /^[\w.:-]+$/.test(shown))
            expect(new URL(href).host.replace(/^www\./, '')).toContain(
              shown
                .toLowerCase()
                .replace(/:(?:80|443)?$/, '')
                .replace(/^0+(?=\d)/, ''),
            )
          expect(tagsIn(page).filter((tag) => /^<(?:img|script)/.test(tag))).toEqual([])
        }
        expect(decodeURIComponent(encodeURI(made))).not.toMatch(/[\r\n]/)
      }),
    )
  })

  it('is none where the address is not of the web', () => {
    for (const address of [
      null,
      '',
      'javascript:alert(1)',
      ' https://example.org',
      'data:text/html,x',
      'file:///etc/passwd',
      '//example.org',
      'https://',
      'https:///x',
      'https://example.org/\njavascript:x',
      'https://example.org/\ud800',
    ])
      expect(link(address)).toBe('')
    expect(link('https://kitco.com@evil.example/x')).toContain('[evil.example]')
    expect(link('https://example.org/a(1) b|c?x=1&copy=2')).toBe(
      '[example.org](https://example.org/a%281%29%20b%7Cc?x=1&amp;copy=2)',
    )
  })
})

/** The same report with all its words turned hostile; names by which it looks things up stay. */
function poisoned(report: Report, words: readonly string[]): Report {
  const kept = new Set(['party', 'parties', 'verdict', 'state', 'kind', 'facet', 'field', 'severity', 'only'])
  let next = 0
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') {
      if (kept.has(key) || /^(?:id|deal|term|source|code|relation|role|where|copy|axis)$/.test(key))
        return value
      if (['verdict', 'couldBe', 'possible', 'became', 'attributed', 'obligor', 'sources'].includes(key))
        return value
      return `${words[next++ % words.length]}${value}`
    }
    if (Array.isArray(value)) return value.map((item) => walk(item, key))
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, walk(v, k)]))
  }
  return walk(report, '') as Report
}

const many = changesOf([
  dealChange('big', 'A big deal', {
    terms: Array.from({ length: 900 }, (_, i) =>
      termChange(`term-${i}`, `Term number ${i} ${'x'.repeat(60)}`, {
        before: standing('agree', 'Both announced it.'),
        after:
          i === 899 ? standing('contradiction', 'Both cannot hold.') : standing('differs', 'Not the same.'),
        became: ['lost-agreement'],
        entries: [entry('added', { newQuote: `quote ${i}` })],
      }),
    ),
  }),
])

const reports: { readonly [name: string]: Report } = {
  edited,
  finer,
  nothing,
  oneFlip,
  many,
  london,
  statusProof,
  empty: emptyReport,
  ...(screens as unknown as Record<string, Report>),
  schema: { ...emptyReport, schema: { title: '</pre><b>' } },
  rules: {
    ...emptyReport,
    rules: [
      {
        rule: 'a-rule',
        severity: 'note',
        summary: 'a thing',
        why: 'It goes wrong.',
        mends: true,
        foundBy: 'linting',
      },
    ],
  },
}

/** Elements that a page is made of; whatever else came out of it came from a text. */
const meant =
  /^<\/?(?:h3|h4|p|ul|li|table|thead|tbody|tr|th|td|b|br|code|del|ins|em|details|summary|pre|span)>$|^<br \/>$|^<a href="https?:\/\/[^"]*">$|^<\/a>$|^<input type="checkbox" disabled="" \/>$/

describe('the page', () => {
  for (const [name, report] of Object.entries(reports)) {
    it(`of ${name} begins with the mark, ends with one newline, and fits in a comment`, () => {
      const out = print(report)
      expect(out.split('\n')[0]).toBe('<!-- dealdiff -->')
      expect(out).toMatch(/[^\n]\n$/)
      if (!report.schema) expect(out.length).toBeLessThanOrEqual(MOST_CHARACTERS)
      expect(print(JSON.parse(JSON.stringify(report)) as Report)).toBe(out)
    })

    it(`of ${name} has no element but its own, whatever the deal files say`, () => {
      fc.assert(
        fc.property(fc.array(hostile, { minLength: 1, maxLength: 3 }), (words) => {
          for (const page of [html(print(poisoned(report, words))), html(print(report))])
            expect(tagsIn(page).filter((tag) => !meant.test(tag) && tag !== '<!-- dealdiff -->')).toEqual([])
        }),
        { numRuns: name === 'many' ? 2 : 15 },
      )
    })
  }

  it('has a row for every verdict that changed, worst first, and why', () => {
    const rows = print(edited)
      .split('\n')
      .filter((line) => line.startsWith('| <b>'))
    expect(rows.map((text) => /`([^`]+)`/.exec(text)?.[1])).toEqual([
      'cn-tariff-10',
      'rare-earth-supply',
      'minerals',
      'status',
      'chips',
    ])
    expect(rows[0]).toContain(
      '○ missing | <b>✗ contradiction</b><br>Both cannot hold: the US 10%, China 24%.',
    )
    expect(rows[0]).toContain('China now announces 24%')
    expect(rows[0]).toContain('`deals/london.yaml:571`')
  })

  it('has a box and a link for every new quote, and for no other', () => {
    const quotes = edited.changes.deals
      .flatMap((deal) => deal.terms.flatMap((term): readonly EntryChange[] => term.entries))
      .filter((one) => one.newQuote !== null)
    expect(quotes.length).toBeGreaterThan(1)
    const boxes = html(print(edited)).match(/<li><input type="checkbox"[^\n]*/g) ?? []
    expect(boxes.length).toBe(quotes.length)
    for (const [i, quote] of quotes.entries()) {
      expect(textIn(boxes[i] ?? '')).toContain(`“${quote.newQuote}”`)
      expect(boxes[i]).toMatch(/<a href="https:\/\/[^"]+">/)
    }
    const unseen = changesOf([
      {
        ...dealChange('d', 'D'),
        terms: [{ ...termChange('t', 'T'), entries: [entry('added', { url: null, newQuote: 'q' })] }],
      },
    ])
    expect(print(unseen)).toContain('_no address is given_')
  })

  it('shows both sentences of a term that keeps its verdict, and why, with the revision of what was removed', () => {
    const out = print(finer)
    expect(out).toContain(
      '  - was: China names 20%.\n  - is: China names 24%.\n  - now against itself: The US says',
    )
    expect(out).toContain("  - because: China's claim was edited. `HEAD:deals/london.yaml:571`")
    expect(out).toContain(
      '    - looked for in: all → _no longer recorded_\n    - asked, would not say: mfa-06-12\n',
    )
    expect(out).toContain(
      '- statement renamed: MOFCOM spokesperson, 27 Jun 2025 `mofcom-06-27` → `mofcom-late`',
    )
    expect(out).toContain(
      '- moved: word <b>magnets</b>: from the top to under rare earths · `deals/vocabulary.yaml:6`',
    )
    const codes = [...html(out).matchAll(/<code>(.*?)<\/code>/g)].map(([, text]) => textIn(text ?? ''))
    expect(codes).toContain('HEAD~1:deals/vocabulary.yaml:8')
    // As git has it: from the root, wherever one stands.
    expect(print(finer, { prefix: 'trade/' })).toContain('`HEAD:deals/london.yaml:571`')
  })

  it('marks what is gone and what is new in a wording', () => {
    expect(print(edited)).toContain('<del>approves</del><ins>reviews and approves</ins>')
    expect(print(edited)).toContain('“符合条件的<ins>出口</ins>申请”')
  })

  it('names words of one kind together, and what one of them says', () => {
    const word = (name: string, after: string | null, kind = 'word of goods') =>
      ({ kind, word: name, state: 'added', before: null, after, place: at('v.yaml', 3) }) as const
    const words = [word('a', 'a'), word('b', 'b'), word('rate', 'the US rate', 'basis')]
    expect(print(changesOf([], { words }))).toContain(
      '- added: word of goods <b>a</b>, <b>b</b> · `v.yaml:3`\n- added: way of counting <b>rate</b>: the US rate · `v.yaml:3`',
    )
    const long = Array.from({ length: 30 }, (_, i) => word(`w${i}`, `w${i}`))
    expect(print(changesOf([], { words: long }))).toContain('<b>w19</b>, 10 more · ')
  })

  it('names files from the root of the repository', () => {
    expect(print(edited, { prefix: 'trade/' })).toContain('`trade/deals/london.yaml:571`')
  })

  it('keeps the worst where not all of it fits, and counts what it leaves out', () => {
    const out = print(many)
    expect(out.length).toBeGreaterThan(MOST_CHARACTERS / 2)
    const rows = out.split('\n').filter((line) => line.startsWith('| <b>'))
    expect(rows[0]).toContain('term-899')
    const cut = /_(\d+) more left out: the page is full\._/.exec(out)?.[1]
    expect(rows.length + Number(cut)).toBe(900)
    // The file of a page that is cut is still one whose folds are closed.
    expect(out.split('<details>').length).toBe(out.split('</details>').length)
  })

  it('says that nothing changed', () => {
    expect(print(nothing)).toContain('### dealdiff: nothing changed')
    expect(print(nothing)).toContain('No term, no statement, no verdict in 8 deals.')
  })

  it('lists findings by file, and folds away what is only noted', () => {
    const out = print(screens.checked)
    expect(out).toContain('### dealdiff: 1 error, 1 note in 2 files')
    expect(out).toContain('#### `deals/london.yaml`')
    expect(out).toContain('<details><summary>1 note</summary>\n\n`deals/truce.yaml`')
    expect(out).toMatch(
      /\| <b>error<\/b> \| 12 \| "rare earth" is no word of scope.*<b>Help:<\/b> Did you mean/,
    )
  })

  it('says what went wrong', () => {
    expect(print(screens.troubled)).toContain(
      '- There is no deal "londn" in deals.<br>Did you mean "london"?',
    )
  })
})

describe('a page that is full', () => {
  it('never is longer than a comment, however many parts it has and however long they are', () => {
    const item = fc.record({
      text: fc.nat(3000).map((n) => `- ${'x'.repeat(n)}`),
      weight: fc.constantFrom(...Object.values(weights)),
    })
    const section = fc.record({
      before: fc.nat(2000).map((n) => 'h'.repeat(n)),
      items: fc.array(item, { maxLength: 60 }),
      one: fc.constant('thing'),
    })
    fc.assert(
      fc.property(fc.array(section, { maxLength: 60 }), (sections) => {
        const page = pageOf(sections)
        expect(page.length).toBeLessThanOrEqual(MOST_CHARACTERS)
        const all = sections.flatMap((one) => one.items)
        const total = all.reduce((sum, one) => sum + one.text.length, 0)
        if (total < 20_000 && sections.length < 10) expect(page).not.toContain('left out')
      }),
    )
    expect(pageOf([plain('a'), plain(''), plain('b')])).toBe('a\n\nb')
    // What is too long to be shown hides nothing that stands elsewhere, and keeps the worst before it.
    const of = (before: string, ...sizes: readonly number[]) => ({
      before,
      items: sizes.map((n, i) => ({ text: `${before}${i} ${'x'.repeat(n)}`, weight: weights.error })),
      one: 'thing',
    })
    const page = pageOf([of('a', 5, 70_000, 5), of('b', 5)])
    expect(page).toMatch(/^a\na0 x+\n\n_2 more left out: the page is full\._\n\nb\nb0 x+$/)
  })
})
