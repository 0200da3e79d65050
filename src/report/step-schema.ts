import type { StepChange, StepReport } from './report.ts'
import { texts, verdict } from './term-schema.ts'
import { listOf, named, orNull, record, text, truth, wordOf } from './typed-schema.ts'

/** The schema of a day on which something of a term changed. */
export const step = named(
  'step',
  record<StepReport>({
    date: ['When it was said: a day, a month or an instant.', text],
    day: ['The day from which it counts; of a month, its last.', text],
    source: ['The first of the statements; empty where there is none.', text],
    sources: ['The statements of that day that bear on the term, those first that changed something.', texts],
    before: ['The verdict until then; null where nobody had spoken of the term.', orNull(verdict)],
    verdict: ['The verdict from then on.', verdict],
    turned: ['Whether it is another than until then, or counted otherwise.', truth],
    aside: ['Whether it is missing from then on and yet not counted so.', truth],
    sentence: ['The verdict of that day in one sentence.', text],
    because: ['What changed, in one sentence.', text],
    changes: [
      'What changed, side by side.',
      listOf(
        record<StepChange>({
          parties: ['Whose word or silence it is; none of what the press says.', texts],
          kind: [
            'What kind of change it is.',
            wordOf(['announced', 'changed', 'silent', 'reported', 'conversion']),
          ],
          sentence: ['What changed, in one sentence.', text],
          sources: ['The statements of that day that it rests on.', texts],
          pieces: [
            'The sentence in pieces.',
            listOf(
              record<StepChange['pieces'][number]>({
                text: ['What is said; all pieces together are the sentence.', text],
                sources: ['The statements of that day that say just that.', texts],
              }),
            ),
          ],
        }),
      ),
    ],
  }),
)
