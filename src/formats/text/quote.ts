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

/**
 * A claim in few words. The speaker's, where they are the shorter and tell something; where they tell little and
 * our own are long, what the claim comes to and the speaker's words; else our own.
 */
export function claimWords(sheet: Sheet, claim: ClaimReport, facets: readonly VersionFacet[]): string {
  const { says, quote } = claim
  const content = facets.filter(({ facet }) => facet !== 'scope' && facet !== 'conditions')
  const all = (content.length > 0 ? content : facets).map(({ text }) => text)
  if (quote === null) return says ?? all.join('; ')
  if (says === null || (telling(quote) && quote.length < says.length)) return quoted(sheet, quote)
  const [first] = all
  if (says.length <= LONG || first === undefined) return woven(sheet, says, quote)
  const value = woven(sheet, first, quote)
  if (value !== first) return value
  return quote.toLowerCase().includes(first.toLowerCase())
    ? quoted(sheet, quote)
    : `${first}: ${quoted(sheet, quote)}`
}
