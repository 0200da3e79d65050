import type { Report } from '../../report/report.ts'
import { visible } from '../escape.ts'
import { readable } from './readable.ts'

/** What a writer's keyboard makes of typography; other letters stay what they are. */
const plain: { readonly [character: string]: string } = {
  '“': '"',
  '”': '"',
  '„': '"',
  '‘': "'",
  '’': "'",
  '–': '-',
  '—': '-',
  '−': '-',
  '…': '...',
  '·': '-',
  '→': '->',
  '≠': '!=',
  '≤': '<=',
  '≥': '>=',
  '×': 'x',
  '\u00a0': ' ',
  '\u202f': ' ',
}

const typography = new RegExp(`[${Object.keys(plain).join('')}]`, 'g')

/** Fields that hold lines of a file or a drawing, whose newlines are meant. */
const inLines = new Set(['init', 'explain'])

/** One text as a terminal may have it. */
export function cleanText(text: string, ascii: boolean): string {
  const safe = visible(text)
  return ascii ? safe.replace(typography, (character) => plain[character] ?? character) : safe
}

/**
 * The report as a terminal may have it: every string passes here, once, before anything is laid out. Straight
 * quotation marks of a sentence become the ones the screen uses. Only an excerpt stays what it is: columns of the file
 * count in it, so that the frame that shows it cleans it, piece by piece.
 */
export function clean(report: Report, ascii: boolean): Report {
  const one = (text: string): string => cleanText(text, ascii)
  const walk = (value: unknown, name: string, lines: boolean): unknown => {
    if (typeof value === 'string') {
      if (name === 'excerpt') return value
      // Lines to be put into a file: plain letters would make another text of them.
      if (name === 'yaml') return value.split('\n').map(visible).join('\n')
      const text = lines ? value.split('\n').map(one).join('\n') : one(value)
      return (name === 'sentence' || name === 'itself') && !ascii ? text.replace(/"([^"]*)"/g, '“$1”') : text
    }
    if (Array.isArray(value)) return value.map((item) => walk(item, name, lines))
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, walk(item, key, lines || inLines.has(key))]),
    )
  }
  return readable(walk(report, '', false) as Report)
}
