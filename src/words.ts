import { distance } from 'fastest-levenshtein'

/** Words are written with spaces or hyphens and in any case, as one likes; this is how they are kept. */
export const normalWord = (text: string): string =>
  text
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[\s\u2010\u2011-]+/gu, ' ')

/**
 * What no one sees and a terminal may obey: C0 but tab and line ends, DEL, C1, line separators, overrides of
 * the direction of writing, a byte-order mark within the text, half a surrogate pair.
 */
export const unseen = /(?![\t\n\r])\p{Cc}|\r(?!\n)|[\u2028-\u202e\u2066-\u2069\ufeff]|\p{Cs}/gu

export const codePoint = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** A text on one line, with what is not seen in it named. */
export const onOneLine = (text: string): string =>
  text.replace(unseen, (character) => `<${codePoint(character)}>`).replace(/[\t\r\n]+/g, ' ')

/** As much of a text as a message repeats. */
export const cut = (text: string): string =>
  onOneLine(text.length > 60 ? `${text.slice(0, 57).replace(/[\uD800-\uDBFF]$/, '')}…` : text)

/** The known word nearest to what was written, if one is near enough to have been meant. */
export function nearest(written: string, known: Iterable<string>): string | null {
  const target = normalWord(written)
  // Longer input is no slip of the pen, and the distance is quadratic.
  if (target.length > 80) return null
  let best: string | null = null
  let least = Math.max(2, Math.floor(target.length / 3)) + 1
  for (const word of known) {
    // Words whose lengths are far apart are far apart; the distance itself costs much more.
    if (Math.abs(word.length - target.length) >= least) continue
    const away = distance(target, normalWord(word))
    if (away < least) {
      least = away
      best = word
    }
  }
  return best
}

/** Words with those nearest to what was written first. */
export function nearestFirst(written: string, known: readonly string[]): readonly string[] {
  const target = cut(normalWord(written))
  const away = new Map(known.map((word) => [word, distance(target, normalWord(word))]))
  return [...new Set(known)].sort((a, b) => (away.get(a) ?? 0) - (away.get(b) ?? 0))
}

/** "a", "b" or "c". */
export function orList(words: readonly string[], most = 12): string {
  const shown = words.slice(0, most).map((w) => `"${cut(w)}"`)
  if (words.length > most) return `${shown.join(', ')} or another of ${words.length}`
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`
}
