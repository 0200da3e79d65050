import { visible } from '../escape.ts'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** What XML 1.0 has no way to write, and what steers a terminal, spelt out; the rest as an attribute or text has it. */
const safe = (text: string): string =>
  visible(text)
    .replace(/[\ufffe\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`)
    .replace(/[&<>"']/g, (c) => entities[c] ?? c)

type Attributes = Readonly<Record<string, string | number>>

/** Lines of text inside an element; what the lines say never makes a line. */
export interface Lines {
  readonly lines: readonly string[]
}

const opening = (name: string, attributes: Attributes): string =>
  `${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${safe(String(value))}"`)
    .join('')}`

/** An element with its elements below it. */
export function element(name: string, attributes: Attributes, inside: readonly string[]): string {
  const open = opening(name, attributes)
  if (inside.length === 0) return `<${open}/>`
  const body = inside.flatMap((e) => e.split('\n').map((row) => (row.startsWith(TEXT) ? row : `  ${row}`)))
  return [`<${open}>`, ...body, `</${name}>`].join('\n')
}

/** An element with text alone. */
export const textElement = (name: string, attributes: Attributes, lines: readonly string[]): string =>
  `<${opening(name, attributes)}>${lines.map(safe).join(`\n${TEXT}`)}</${name}>`

/** Marks a line that belongs to a text, and is not to be moved; no text that is safe has it. */
const TEXT = '\u0000'

/** The whole document. */
export const document = (root: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${root.replaceAll(TEXT, '')}\n`
