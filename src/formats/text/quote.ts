import type { ClaimReport, VersionFacet } from '../../report/report.ts'
import { quoted, type Sheet } from './sheet.ts'

/** Longer words of our own take two lines of a cell at 100 columns. */
const LONG = 50

/** Quoted words that tell something by themselves: a few of them, or a figure. */
const telling = (quote: string): boolean => /\d/.test(quote) || quote.trim().split(/\s+/).length >= 3

/** Our own words with quotation marks around those of them that are the speaker's, where some are. */
function woven(sheet: Sheet, text: string, quote: string): string {
  const at = text.toLowerCase().indexOf(quote.toLowerCase())
  const end = at + quote.length
  if (at < 0 || quote.trim() === '' || /["“”]/.test(text)) return text
  const letter = /[\p{L}\p{N}]/u
  const inWord = letter.test(text.charAt(at - 1)) || letter.test(text.charAt(end))
  if (inWord && /^[\p{sc=Latn}\p{N}]/u.test(quote)) return text
  return `${text.slice(0, at)}${quoted(sheet, text.slice(at, end))}${text.slice(end)}`
}

/** A value that says no to what the term is about, or to what the other says. */
const denies = ({ facet, text }: VersionFacet): boolean =>
  ['act', 'measure', 'stance', 'status', 'choice', 'force'].includes(facet) &&
  /^(?:no|none|no commitment|not .*|shall not.*)$/i.test(text)

const numbers = (text: string): readonly string[] => text.match(/\d+(?:[.,]\d+)*/g) ?? []

/** The claim's figures that the words shown do not have. */
function figuresBeside(words: string, facets: readonly VersionFacet[]): string[] {
  const told = new Set(numbers(words))
  return (
    facets
      .filter(({ facet, unit, text }) => facet === 'measure' && unit !== null && numbers(text).length > 0)
      // The period of a figure stands behind it: `12 Mt, 2026 to 2028`.
      .map(({ text }) => text.split(', ')[0] ?? text)
      .filter((text) => !numbers(text).every((number) => told.has(number)))
  )
}

/** The value in words and the speaker's, after what the claim comes to. */
const led = (sheet: Sheet, leads: readonly string[], quote: string): string =>
  leads.length === 0 ? quoted(sheet, quote) : `${[...new Set(leads)].join(', ')}: ${quoted(sheet, quote)}`

/**
 * A claim in few words. The speaker's, where they are the shorter and tell something, or deny it; where they tell
 * little and our own are long, what the claim comes to and the speaker's words; else our own. A figure that the
 * speaker's words leave out stands before them.
 */
export function claimWords(sheet: Sheet, claim: ClaimReport, facets: readonly VersionFacet[]): string {
  const { says, quote } = claim
  const content = facets.filter(({ facet }) => facet !== 'scope' && facet !== 'conditions')
  const all = (content.length > 0 ? content : facets).map(({ text }) => text)
  if (quote === null) return says ?? all.join('; ')
  const figures = figuresBeside(quote, facets)
  if (says === null || (telling(quote) && (quote.length < says.length || facets.some(denies)))) {
    return led(sheet, figures, quote)
  }
  const [first] = all
  if (says.length <= LONG || first === undefined) {
    const words = woven(sheet, says, quote)
    return words === says ? words : [...figuresBeside(words, facets), words].join(': ')
  }
  const value = woven(sheet, first, quote)
  if (value !== first) return [...figuresBeside(value, facets), value].join(': ')
  const lead = quote.toLowerCase().includes(first.toLowerCase()) ? [] : [first]
  return led(sheet, [...lead, ...figures], quote)
}
