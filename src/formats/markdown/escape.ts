import { visible } from '../escape.ts'

/**
 * What stands between a sign and what would make a reference of the two: no space, and nothing is seen of it. `visible`
 * leaves none of a text's own.
 */
const BREAK = '\u200b'

/** So many hexadecimal digits are no commit yet. */
const NO_COMMIT = /[0-9a-f]{6}(?=[0-9a-f])/gi

/**
 * Breaks up what GitHub and GitLab make links or pictures of after the Markdown is read, so that no escape of Markdown
 * keeps them from it: mentions, references to issues, commits and addresses, emoji codes.
 */
const unlinked = (text: string): string =>
  visible(text)
    .replace(/[@#]/g, `$&${BREAK}`)
    .replace(/[!~%&^*](?=[\p{L}\p{N}_"'])/gu, `$&${BREAK}`)
    .replace(/\bgh-(?=\d)/gi, `$&${BREAK}`)
    .replace(/:(?=[\w+/-])/g, `:${BREAK}`)
    .replace(/www(?=\.)/gi, `$&${BREAK}`)
    .replace(NO_COMMIT, `$&${BREAK}`)

/** What HTML takes for its own, and what GitHub takes for the start of a formula wherever it stands. */
const entities: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '|': '&#124;',
  // As GitHub's own manual has it.
  $: '<span>$</span>',
  [BREAK]: '&#8203;',
}

/** A space at an end would be dropped, or four of them be code. */
const kept = (text: string): string => text.replace(/^ +| +$/g, (spaces) => '&#32;'.repeat(spaces.length))

/**
 * Text that Markdown, as GitHub has it, shows as itself, on one line, wherever a line takes text: in a paragraph, at its
 * start, in a list, in a cell of a table.
 */
export const literal = (text: string): string =>
  kept(
    unlinked(text)
      .replace(/[\\`*_[\]~#]/g, '\\$&')
      .replace(/[&<>|$\u200b]/g, (character) => entities[character] ?? character)
      .replace(/^[-+=:]/, '\\$&')
      .replace(/^(\d+)([.)])/, '$1\\$2'),
  )

/** Text inside an element of HTML that Markdown does not read: the same, without its escapes. */
export const inHtml = (text: string): string =>
  unlinked(text).replace(/[&<>"|$\u200b]/g, (character) => entities[character] ?? character)

/** Bold, whatever the text begins and ends with. */
export const bold = (text: string): string => (text === '' ? '' : `<b>${literal(text)}</b>`)

/** A name or a command, to be copied: in backticks where nothing in it needs an escape. */
export function code(text: string): string {
  if (text === '') return ''
  return /^[\w./:-](?:[\w./: -]*[\w./:-])?$/.test(text) ? `\`${text}\`` : `<code>${literal(text)}</code>`
}

/** Lines as they are. */
export const block = (text: string): string => {
  const lines = text.replace(/\n+$/, '').split('\n')
  const safe = lines.map((line) => visible(line).replace(/[&<>]/g, (one) => entities[one] ?? one))
  // An empty first line would be dropped.
  return `<pre>\n${safe.join('\n')}\n</pre>`
}

/** What an address may have as it is; all else is written in hundreds of per cent signs, as addresses do. */
const unsafe = /[^\w\-.~:/?#@!$&'+,;=%]/gu

/** An address that leads to a page of the web and nowhere else; null for any other. */
function address(url: string): string | null {
  if (!/^https?:\/\/[^/?#\s]/i.test(url) || /\p{Cs}|\p{Cc}/u.test(url)) return null
  return url.replace(unsafe, (character) =>
    [...new TextEncoder().encode(character)]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  )
}

/** The host that an address leads to, which is what a reader wants to know before following it. */
const hostOf = (url: string): string => /^https?:\/\/(?:[^/?#]*@)?([^/?#]*)/i.exec(url)?.[1] ?? url

/** A link that says where it leads; empty where the address is none of the web. */
export function link(url: string | null): string {
  const safe = url === null ? null : address(url)
  if (safe === null) return ''
  return `[${literal(hostOf(safe).replace(/^www\./i, ''))}](${safe.replaceAll('&', '&amp;')})`
}

/** A row of a table; its cells are Markdown already, each on one line. */
export const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** The head of a table. */
export const head = (names: readonly string[]): string => `${row(names)}\n${row(names.map(() => '---'))}`

const LONG = 500

/** As much of a text as a comment repeats. */
export const short = (text: string): string =>
  text.length > LONG ? `${text.slice(0, LONG).replace(/[\uD800-\uDBFF]$/, '')}…` : text

const MANY = 20

/** The first of many, and how many more there are. */
export const someOf = (texts: readonly string[], between: string): string =>
  texts.length > MANY
    ? [...texts.slice(0, MANY), `${texts.length - MANY} more`].join(between)
    : texts.join(between)
