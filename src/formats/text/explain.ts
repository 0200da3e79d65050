import type { Example, Page } from '../../report/report.ts'
import { blank, edges, INDENT, line, prose, type Sheet, span, verbatim } from './sheet.ts'
import type { Line } from './width.ts'
import { list, verdictWords } from './words.ts'

/** More pages than these are listed, not printed: who asks for all wants to find one. */
const IN_FULL = 3

const kinds: { readonly [kind: string]: string } = { facet: 'aspect of a claim' }

const rows = (text: string, sheet: Sheet, indent: number): Line[] =>
  text
    .replace(/\n$/, '')
    .split('\n')
    .flatMap((row) => verbatim(sheet, row, indent))

function labelled(label: string, text: string, sheet: Sheet): Line[] {
  const lead = span(`${label.padEnd(7)} `, 'faint')
  const lines = text.replace(/\n$/, '').split('\n')
  const [only = ''] = lines
  if (lines.length === 1) return prose(sheet, line(only), INDENT, [lead])
  return [[span(' '.repeat(INDENT)), lead], ...rows(text, sheet, INDENT + 2)]
}

function exampleLines(example: Example, sheet: Sheet): Line[] {
  const { verdict } = example
  return [
    ...(example.words === undefined ? [] : labelled('words', example.words, sheet)),
    ...(example.term === undefined ? [] : labelled('term', example.term, sheet)),
    ...labelled('US', example.us ?? 'says nothing of it', sheet),
    ...labelled('China', example.china ?? 'says nothing of it', sheet),
    ...prose(sheet, line(example.because), INDENT, [
      span(`${sheet.mark.arrow} `),
      span(`${verdictWords[verdict].label}: `, verdict),
    ]),
  ]
}

function pageLines(page: Page, sheet: Sheet): Line[] {
  const examples = page.examples.flatMap((example, i) => [
    ...(i === 0 ? [] : [blank]),
    ...exampleLines(example, sheet),
  ])
  return [
    ...edges(sheet, line(page.word, 'strong'), span(kinds[page.kind] ?? page.kind, 'faint')),
    ...page.means.split('\n').flatMap((text) => prose(sheet, line(text), 2)),
    ...(page.rule === null
      ? []
      : [
          blank,
          ...page.rule
            .split('\n')
            .flatMap((text, i) => prose(sheet, line(text), 2, i === 0 ? [span('Rule: ', 'strong')] : [])),
        ]),
    ...(page.diagram.length > 0 ? [blank, ...page.diagram.flatMap((row) => rows(row, sheet, INDENT))] : []),
    ...(examples.length > 0
      ? [
          blank,
          [span('  '), span(page.examples.length === 1 ? 'Example' : 'Examples', 'strong')],
          ...examples,
        ]
      : []),
    ...(page.see.length > 0
      ? [blank, ...prose(sheet, line(list(page.see), 'next'), 2, [span('See also: ', 'faint')])]
      : []),
  ]
}

/** Words by kind, each with the first line of what it means. */
function index(pages: readonly Page[], sheet: Sheet): Line[] {
  const byKind = [...new Set(pages.map((page) => page.kind))]
  const longest = Math.min(Math.max(...pages.map((page) => page.word.length)), Math.floor(sheet.width / 3))
  return [
    ...byKind.flatMap((kind) => [
      line((kinds[kind] ?? kind).toUpperCase(), 'strong'),
      ...pages
        .filter((page) => page.kind === kind)
        .flatMap((page) =>
          prose(sheet, line(page.means.split('\n')[0] ?? ''), 2, [
            span(page.word.padEnd(longest), 'next'),
            span('  '),
          ]),
        ),
      blank,
    ]),
    ...prose(sheet, line(`dealdiff explain ${pages[0]?.word ?? ''}`, 'next'), 0, [
      span('One of them in full: ', 'faint'),
    ]),
  ]
}

export function explainScreen(pages: readonly Page[], sheet: Sheet): Line[] {
  if (pages.length === 0) return prose(sheet, line('There is nothing to explain.'))
  if (pages.length > IN_FULL && !sheet.verbose) return index(pages, sheet)
  return pages.flatMap((page, i) => [...(i === 0 ? [] : [blank]), ...pageLines(page, sheet)])
}
