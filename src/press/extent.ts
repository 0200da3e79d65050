import type { Reported, Term } from '../deal.ts'
import { byFacet, phrase } from './words.ts'
import type { PressClaim } from '../report/press-report.ts'
import type { Vocabulary } from '../vocabulary.ts'

/**
 * How much of a report is set against what was announced: its facets, and nothing else. A judgement stands beside the
 * report's whole sentence, so that a reader must be told what of the sentence it is of.
 */
export function extentOf(
  { stated, says, quote, was, returns }: Reported,
  { title }: Pick<Term, 'title'>,
  vocabulary: Vocabulary,
): Pick<PressClaim, 'judged' | 'notJudged'> {
  const judged = byFacet(stated).map((s) =>
    // Yes and no answer the title of the term.
    s.facet === 'measure' && /^(?:yes|no)$/.test(s.text) ? `“${title}”: ${s.text}` : phrase(s, vocabulary),
  )
  const words = says !== null || quote !== null
  return {
    judged: judged.length === 0 ? null : judged.join(', '),
    notJudged: [
      ...(was === null ? [] : [`what was before (${was.text})`]),
      ...(returns === null ? [] : [`what comes back (${returns})`]),
      ...(words ? [judged.length === 0 ? 'its words' : 'its other words'] : []),
    ],
  }
}
