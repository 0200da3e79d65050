/**
 * What could steer a terminal, hide text or reorder it: C0 and C1 controls (ESC, newlines), lone surrogates,
 * soft hyphen, bidi marks and overrides, zero-width and line separators, tag characters. The two joiners stay:
 * Persian, Hindi and emoji are written with them.
 */
const hostile =
  /\p{Cc}|\p{Cs}|[\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu

function escaped(character: string): string {
  let out = ''
  for (let i = 0; i < character.length; i++) {
    out += `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`
  }
  return out
}

/** The one sanitiser: text as it may reach a terminal, hostile characters shown as `\u001b`. */
export const visible = (text: string): string => text.replace(hostile, escaped)

/** JSON text that is as safe to print as `visible` text, and means the same. Its own newlines stay. */
export const safeJson = (json: string): string =>
  json.replace(hostile, (character) => (character === '\n' ? character : escaped(character)))
