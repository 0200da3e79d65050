import type { BecameWord } from '../report/trace-report.ts'
import type { Page } from '../report/report.ts'
import { page, type Written } from './page.ts'

const own =
  'A side is set against its own last announcement of the subject in an earlier deal, never against the other ' +
  'side: it is no verdict.'

/** What the screen says of an announcement against the side's own earlier one: its word there, and what that means. */
export const tracedWords: { readonly [word in BecameWord]: Written & { readonly word: string } } = {
  first: {
    word: 'first announced',
    means:
      'No earlier deal has an announcement of this side on the subject. Of what is no commitment: first said.',
    rule: own,
    see: ['subject', 'promised again', 'not said again'],
  },
  same: {
    word: 'promised again',
    means:
      'The side says the same as in the earlier deal, whatever the words. Of what is no commitment: said again. ' +
      'Other times may stand beside it: what is suspended until another day is suspended again, and what is put off is ' +
      'promised again, later.',
    rule: own,
    see: ['narrowed', 'widened', 'equal'],
  },
  narrowed: {
    word: 'narrowed',
    means:
      'It says less than before: whoever does what was announced earlier does this too, and not the other way round. ' +
      'A condition, fewer goods, a lesser step, a smaller least figure, a hope in place of a promise.',
    rule: own,
    see: ['widened', 'changed'],
  },
  widened: {
    word: 'widened',
    means:
      'It says more than before: whoever does what is announced here does what was announced earlier too, and not the ' +
      'other way round. A figure where none was named, more goods, a further step.',
    rule: own,
    see: ['narrowed', 'changed'],
  },
  reversed: {
    word: 'reversed',
    means:
      'Two promises of the side cannot both be kept: what was announced earlier excludes what is announced here.',
    rule:
      `${own} It takes a firm promise of the same party on one statement, as it stood when the later word was said, and ` +
      'a no or an opposite that excludes it, both in force on one day. A figure, a status or an “only” that goes on as ' +
      'time does is not reversed, nor a refusal that became a promise, nor what had run out, was done or was dropped.',
    see: ['changed', 'against itself', 'denied'],
  },
  changed: {
    word: 'changed',
    means:
      'It is surely not the same as before, and neither more nor less: another good, another level, another day, ' +
      'another to do it, or something that takes the place of what had run out.',
    rule: own,
    see: ['reversed', 'narrowed', 'widened', 'cannot be told'],
  },
  'cannot-tell': {
    word: 'cannot be told',
    means:
      'What is on file does not decide whether it is the same as before: another statement was made then, only one of ' +
      'the two names a limit, or one is on file in words alone. The reason stands behind the colon; “there” is the ' +
      'earlier deal, “here” this one.',
    rule: own,
    see: ['unclear', 'changed'],
  },
  'not-again': {
    word: 'not said again',
    means:
      'The side announced it in an earlier deal and not in this one, as far as was searched or is reported. It is not ' +
      'said that the promise was dropped: it may well stand.',
    rule: own,
    see: ['not found', 'said to be silent', 'missing', 'first announced'],
  },
}

/** The words of `trace`. */
export const tracedPages: readonly Page[] = [
  ...Object.values(tracedWords).map(({ word, means, ...rest }) => page('word of trace', word, means, rest)),
  page(
    'word of trace',
    'reckoned',
    'Nobody named this figure: it is what is left after a change and what came off, added up exactly.',
    {
      rule:
        'Only where one deal has both for the same doer, what is left is one figure, both hold from the same time, and ' +
        'the points come off: of points that were added nothing is reckoned. Who named the two stands beside it.',
      see: ['basis', 'reported'],
    },
  ),
]
