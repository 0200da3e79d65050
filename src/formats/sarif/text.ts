/** A text inside a message: what would be taken for a link is escaped (SARIF 2.1.0, 3.11.6). */
export const escaped = (text: string): string => text.replace(/[\\[\]]/g, '\\$&')

/** A link to a related location of the same result. */
export const linked = (text: string, id: number): string => `[${escaped(text)}](${id})`

/** A path as a reference: what is no letter of a URI is spelt out, also the colon that would make a scheme of it. */
export const uriOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/')

/** Texts that GitHub shows beside an alert may be so long. */
const MOST = 1024
export const short = (text: string): string =>
  text.length <= MOST ? text : `${text.slice(0, MOST - 1).replace(/[\uD800-\uDBFF]$/, '')}…`

/** Pieces one below the other, as many as fit. */
export const fitting = (pieces: readonly string[]): string =>
  pieces.reduce((all, piece) => {
    const more = all === '' ? piece : `${all}\n\n${piece}`
    return more.length <= MOST ? more : all
  }, '')
