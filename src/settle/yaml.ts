/** What stands under a key of a claim: a text, a list of them, or lists by axis. */
export type Written = string | readonly string[] | { readonly [axis: string]: readonly string[] }

/** Keys and what stands under them, in the order in which they are written. */
export type Keys = Readonly<Record<string, Written>>

/** Texts that YAML reads as they stand, wherever a value stands in a block. */
const plain = /^[A-Za-z0-9](?:[A-Za-z0-9 .%_+-]*[A-Za-z0-9%.])?$/
/** Words that a reader of YAML takes for no text. */
const special = /^(?:null|true|false|on|off|y|n)$/i

const bare = (text: string): boolean => plain.test(text) && !special.test(text) && !/ {2}/.test(text)

/** A text as a scalar. */
export const scalar = (text: string): string => (bare(text) ? text : quoted(text))

/** In quotation marks, with the escapes of JSON, which YAML reads the same; what cannot be seen is escaped too. */
const quoted = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

const flow = (list: readonly string[]): string => `[${list.map(scalar).join(', ')}]`

function value(written: Written): string {
  if (typeof written === 'string') return scalar(written)
  if (Array.isArray(written)) return written.length === 1 ? scalar(written[0] ?? '') : flow(written)
  const axes = Object.entries(written as { readonly [axis: string]: readonly string[] })
  return `{ ${axes.map(([axis, words]) => `${scalar(axis)}: ${flow(words)}`).join(', ')} }`
}

/** Words in our own language are always quoted in a deal file. */
const inWords = new Set(['says', 'by'])

/** A map in block style, from a column on; the first line has none of the indent. */
export const block = (keys: Readonly<Record<string, Written | true>>, indent: number): string =>
  Object.entries(keys)
    .map(([key, written]) =>
      inWords.has(key) && typeof written === 'string'
        ? `${key}: ${quoted(written)}`
        : `${scalar(key)}: ${written === true ? 'true' : value(written)}`,
    )
    .join(`\n${' '.repeat(indent)}`)
