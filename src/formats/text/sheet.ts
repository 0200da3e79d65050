import type { Verdict } from '../../verdict.ts'
import type { PrintOptions } from '../format.ts'
import { painter, type Style } from './style.ts'
import { chop, displayWidth, type Line, lineWidth, type Span, wrap } from './width.ts'

type Mark = Verdict | 'arrow' | 'dot' | 'open' | 'close' | 'dash' | 'rule' | 'gutter' | 'cut'

const unicode: { readonly [mark in Mark]: string } = {
  contradiction: '✗',
  'at-odds': '≠',
  missing: '○',
  differs: '~',
  unclear: '?',
  agree: '=',
  'press-only': '·',
  arrow: '→',
  dot: '·',
  open: '“',
  close: '”',
  dash: '–',
  rule: '─',
  gutter: '│',
  cut: '…',
}

const plain: { readonly [mark in Mark]: string } = {
  ...unicode,
  contradiction: 'X',
  'at-odds': '#',
  missing: 'o',
  'press-only': '-',
  arrow: '->',
  dot: '-',
  open: '"',
  close: '"',
  dash: '-',
  rule: '-',
  gutter: '|',
  cut: '...',
}

/** What the screens are laid out on. */
export interface Sheet {
  /** Columns of the page; at most what two cells take. */
  readonly width: number
  /** Columns that findings are wrapped to; without a terminal they are not. */
  readonly findings: number
  readonly mark: { readonly [mark in Mark]: string }
  readonly ascii: boolean
  readonly verbose: boolean
  readonly quiet: boolean
}

const NO_TERMINAL = 100
/** Beyond this a cell is hard to read. */
export const CELL = 76
const GAP = 2
export const INDENT = 4
/** From here on, two cells stand side by side. */
const TWO_CELLS = 90
/** Longer lines of prose are hard to follow. */
const PROSE = 108

export function sheetOf(options: PrintOptions): Sheet {
  const asked = Math.max(options.width ?? NO_TERMINAL, 20)
  return {
    width: Math.min(asked, INDENT + CELL + GAP + CELL),
    findings: options.width === null ? Number.POSITIVE_INFINITY : asked,
    mark: options.ascii ? plain : unicode,
    ascii: options.ascii,
    verbose: options.verbose,
    quiet: options.quiet,
  }
}

export const sideBySide = (sheet: Sheet): boolean => sheet.width >= TWO_CELLS
export const cellWidth = (sheet: Sheet): number =>
  Math.min(CELL, Math.floor((sheet.width - INDENT - GAP) / 2))

export const span = (text: string, style?: Style): Span => (style ? { text, style } : { text })
export const line = (text: string, style?: Style): Line => [span(text, style)]
export const blank: Line = []

/** Parts with a dot between them; what is absent leaves no dot. */
export function dotted(sheet: Sheet, parts: readonly (Line | null)[]): Line {
  const there = parts.filter((part) => part !== null)
  return there.flatMap((part, i) => (i === 0 ? part : [span(` ${sheet.mark.dot} `), ...part]))
}

export const quoted = (sheet: Sheet, words: string): string => `${sheet.mark.open}${words}${sheet.mark.close}`

const spaces = (count: number): Span => span(' '.repeat(Math.max(count, 0)))

/** Prose from a column on; later lines hang below its first word, not below what leads it. */
export function prose(sheet: Sheet, text: Line, indent = 0, lead: Line = []): Line[] {
  const hang = indent + lineWidth(lead)
  const width = Math.max(Math.min(sheet.width - hang, PROSE), 12)
  return wrap(text, width).map((part, i) =>
    i === 0 ? [spaces(indent), ...lead, ...part] : [spaces(hang), ...part],
  )
}

interface Cell {
  /** Paragraphs, one below the other. */
  readonly text: readonly Line[]
  readonly width: number
}

/** Cells side by side from a column on. */
export function beside(cells: readonly Cell[], indent: number): Line[] {
  const wrapped = cells.map((cell) => cell.text.flatMap((paragraph) => wrap(paragraph, cell.width)))
  const height = Math.max(...wrapped.map((lines) => lines.length))
  return Array.from({ length: height }, (_, row) => [
    spaces(indent),
    ...wrapped.flatMap((lines, i) => {
      const text = lines[row] ?? []
      const pad = i === wrapped.length - 1 ? 0 : (cells[i]?.width ?? 0) - lineWidth(text) + GAP
      return [...text, spaces(pad)]
    }),
  ])
}

/** An address stays whole, to be clicked, however narrow the page; what is none is prose. */
export const addressLines = (sheet: Sheet, url: string | null, indent: number): Line[] =>
  url === null
    ? []
    : /^https?:\/\/\S+$/.test(url)
      ? [[spaces(indent), span(url, 'faint')]]
      : prose(sheet, line(url, 'faint'), indent)

/** Text at the left, a label at the right edge; on a line of its own where both do not fit. */
export function edges(sheet: Sheet, left: Line, label: Span, indent = 0, lead: Line = []): Line[] {
  const hang = indent + lineWidth(lead)
  const labelWidth = displayWidth(label.text)
  const room = sheet.width - hang - GAP - labelWidth
  const whole = lineWidth(left) <= room
  if (!whole && room < 30) {
    const below = wrap([label], Math.max(sheet.width - hang, 12)).map((part) => [spaces(hang), ...part])
    return [...prose(sheet, left, indent, lead), ...below]
  }
  const lines = wrap(left, room)
  return lines.map((part, i) =>
    i > 0
      ? [spaces(hang), ...part]
      : [spaces(indent), ...lead, ...part, spaces(room + GAP - lineWidth(part)), label],
  )
}

/** Lines that stand as they are, an ASCII diagram or YAML, broken only where the page ends. */
export const verbatim = (sheet: Sheet, text: string, indent: number): Line[] =>
  (text === '' ? [''] : chop(text, Math.max(sheet.width - indent, 12))).map((part) => [
    spaces(indent),
    span(part),
  ])

/** Screens below each other, with a rule between them. */
export const separated = (sheet: Sheet, screens: readonly (readonly Line[])[]): Line[] =>
  screens.flatMap((screen, i) =>
    i === 0 ? [...screen] : [blank, line(sheet.mark.rule.repeat(sheet.width), 'faint'), blank, ...screen],
  )

/** One empty line where several would stand, and none at either end. */
export function tidy(lines: readonly Line[]): Line[] {
  const empty = (spans: Line | undefined): boolean => spans?.every((part) => part.text.trim() === '') ?? true
  const single = lines.filter((spans, i) => !empty(spans) || !empty(lines[i - 1]))
  return empty(single.at(-1)) ? single.slice(0, -1) : single
}

/** The lines as text; nothing stands at the end of one, and one newline at the end of all. */
export function render(lines: readonly Line[], color: boolean): string {
  const paint = painter(color)
  const text = lines.map((spans) => {
    const end = spans.findLastIndex((part) => part.text.trimEnd() !== '')
    return spans
      .slice(0, end + 1)
      .map((part, i) => paint(i === end ? part.text.trimEnd() : part.text, part.style))
      .join('')
  })
  return `${text.join('\n')}\n`
}
