import type { Page } from '../report/report.ts'
import { type SilenceState, silenceStates } from '../verdict.ts'
import { example, pagesOf } from './page.ts'

const older =
  'A statement from before the other side’s first claim could not have answered it, and counts for nothing.'

const written = {
  'not-applicable': {
    means: 'The term is no matter of this side’s, so that its silence means nothing.',
    rule:
      'The file says so. The side is then not set against the other on this term, and what ' +
      'remains is counted aside.',
    examples: [
      example(
        'value: 10%',
        'not-applicable: true',
        'missing',
        'Only the US announced it; it is no matter of China’s.',
      ),
    ],
  },
  declined: {
    means: 'Asked about it, the side would not say.',
    rule: `A statement in which they were asked and gave no answer. ${older}`,
    examples: [
      example('value: 10%', 'declined: china-read-whole', 'missing', 'China was asked and would not say.'),
    ],
  },
  noted: {
    means: 'A report says that the side is silent on it.',
    rule: `Somebody else noted the silence, and is named. ${older}`,
    examples: [
      example(
        'value: 10%',
        'noted-by: press-report',
        'missing',
        'A report says that China did not mention it.',
      ),
    ],
  },
  verified: {
    means: 'Every statement that was searched was read whole, and says nothing of it.',
    rule: `Each statement named was read from beginning to end. ${older}`,
    examples: [
      example(
        'value: 10%',
        'silent: [china-read-whole]',
        'missing',
        'China’s statement was read whole and says nothing of it.',
      ),
    ],
  },
  partial: {
    means: 'Statements were searched and nothing of it was found, but not all of them were read whole.',
    rule: `Printed as not found, never as silent: what was not read might say it. ${older}`,
    examples: [
      example(
        'value: 10%',
        'silent: [china-read-in-part]',
        'missing',
        'Nothing of it was found in the part that was read.',
      ),
    ],
  },
  general: {
    means: 'The side named the topic and not the act; its words are shown.',
    rule:
      'Speaking of farm trade in general is not announcing a purchase of soybeans. Who names ' +
      'the act without the figure has announced it.',
    examples: [
      example(
        'act: buy, value: 12 Mt',
        'general: china-read-whole, quote: "expand farm trade"',
        'missing',
        'China speaks of farm trade in general.',
      ),
    ],
  },
  unrecorded: {
    means: 'Nobody recorded a search: the side may or may not have said it.',
    rule:
      'Neither a claim nor a silence of this side stands in the file for the term, or none ' +
      'that counts as of the date.',
    examples: [
      example(
        'value: 10%',
        null,
        'missing',
        'The file does not say whether China’s statements were searched.',
      ),
    ],
  },
} satisfies Readonly<Record<SilenceState, object>>

export const silencePages: readonly Page[] = pagesOf('silence', silenceStates, written).map((p) => ({
  ...p,
  see: ['missing', ...silenceStates.filter((s) => s !== p.word)],
}))
