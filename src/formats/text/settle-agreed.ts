import type { Agreed } from '../../report/settle-report.ts'
import { fateWords, sourceWords } from './settle-words.ts'
import { addressLines, blank, INDENT, line, prose, type Sheet, span } from './sheet.ts'
import type { Line } from './width.ts'

/** A sentence a term, what only some say in brackets, and the statements below it. */
export const agreedLines = (agreed: readonly Agreed[], sheet: Sheet): Line[] =>
  agreed.flatMap((one, i) => {
    const lead = `${i + 1}. `.padStart(INDENT)
    return [
      ...(i === 0 ? [] : [blank]),
      ...prose(sheet, [span(withNotes(one))], 0, [span(lead)]),
      ...one.fates.flatMap((fate) => [
        ...prose(sheet, line(fateWords(fate)), INDENT),
        ...addressLines(sheet, fate.source?.url ?? null, INDENT + 2),
      ]),
      ...one.sources.flatMap((source) => [
        ...prose(sheet, line(sourceWords(source), 'faint'), INDENT, [span(`${sheet.mark.dash} `, 'faint')]),
        ...addressLines(sheet, source.url, INDENT + 2),
      ]),
      ...(sheet.verbose ? prose(sheet, line(one.term, 'next'), INDENT) : []),
    ]
  })

/** The sentence, with what only some say in brackets before its full stop. */
export const withNotes = ({ sentence, notes }: Agreed): string =>
  notes.length === 0 ? sentence : `${sentence.replace(/\.$/, '')} (${notes.join('; ')}).`
