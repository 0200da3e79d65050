import type { Proof } from './report.ts'
import { step } from './step-schema.ts'
import { place, textOrNull, verdict } from './term-schema.ts'
import { listOf, orNull, record, text, wordOf } from './typed-schema.ts'

/** The schema of the proof of one term. */

const sentence = ['Why, in one sentence.', text] as const
const quoted = ['The words at issue, as they were said.', textOrNull] as const
const spoken = record<Proof['wording'][number]['a']>({
  party: ['Whose wording it is.', text],
  source: ['The statement it is from.', text],
})

export const proof = record<Proof>({
  deal: ['The deal.', text],
  term: ['The term.', text],
  whyNot: [
    'For each neighbouring verdict, why it is not that.',
    listOf(
      record<Proof['whyNot'][number]>({
        verdict: ['The neighbouring verdict.', verdict],
        sentence,
      }),
    ),
  ],
  flips: [
    'What would change the verdict, and to what.',
    listOf(
      record<Proof['flips'][number]>({
        verdict: ['What the verdict would be.', verdict],
        sentence,
      }),
    ),
  ],
  statements: [
    'Every statement on the term, silences too, in date order.',
    listOf(
      record<Proof['statements'][number]>({
        date: ['When it was made.', text],
        party: ['Whose statement it is.', text],
        source: ['The statement.', text],
        says: ['What it says of the term.', text],
        quote: quoted,
        place: ['Where in the file it stands.', place],
      }),
    ),
  ],
  byDate: [
    'How the verdict came about: a step for each day on which it changed, or what a side says did.',
    listOf(step),
  ],
  wording: [
    'Two wordings of one thing, word by word.',
    listOf(
      record<Proof['wording'][number]>({
        a: ['The one.', spoken],
        b: ['The other.', spoken],
        runs: [
          'The words in order.',
          listOf(
            record<Proof['wording'][number]['runs'][number]>({
              text: ['A run of words.', text],
              only: ['Which of the two has them alone; null for both.', orNull(wordOf(['a', 'b']))],
            }),
          ),
        ],
      }),
    ),
  ],
})
