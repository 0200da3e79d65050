import type { Agreed } from '../../report/settle-report.ts'
import { sourceWords } from './settle-words.ts'
import { blank, INDENT, line, prose, type Sheet, span } from './sheet.ts'
import type { Line } from './width.ts'

/** A sentence a term, what only some say in brackets, and the statements below it. */
export const agreedLines = (agreed: readonly Agreed[], sheet: Sheet): Line[] =>
  agreed.flatMap((one, i) => {
    const lead = `${i + 1}. `.padStart(INDENT)
    return [
      ...(i === 0 ? [] : [blank]),
      ...prose(sheet, [span(withNotes(one))], 0, [span(lead)]),
      ...one.sources.flatMap((source) =>
        prose(
          sheet,
          [
            span(sourceWords(source), 'faint'),
            ...(source.url === null ? [] : [span(`, ${source.url}`, 'faint')]),
          ],
          INDENT,
          [span(`${sheet.mark.dash} `, 'faint')],
        ),
      ),
      ...(sheet.verbose ? prose(sheet, line(one.term, 'next'), INDENT) : []),
    ]
  })

/** The sentence, with what only some say in brackets before its full stop. */
export const withNotes = ({ sentence, notes }: Agreed): string =>
  notes.length === 0 ? sentence : `${sentence.replace(/\.$/, '')} (${notes.join('; ')}).`
