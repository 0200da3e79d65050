import type { Page } from '../report/report.ts'
import { example, page, type Written } from './page.ts'

/** The words that stand before a value, or are one. */
const before: Readonly<Record<string, Written>> = {
  only: {
    means: 'Says that it is this and no more: the rest is denied.',
    rule:
      'Before a step: no further step. Before a word of scope: not the rest of its kind. Write ' +
      'it only where the ' +
      'side rules the rest out, and quote the words.',
    examples: [
      example('act: remove', 'act: only suspend', 'contradiction', 'China goes no further than suspending.'),
      example('act: remove', 'act: suspend', 'at-odds', 'Without `only`, China does not deny the removal.'),
    ],
    see: ['not', 'except', 'denied'],
  },
  not: {
    means: 'Denies the value it stands before.',
    rule:
      'Before a step: not that step, nor any further one. Before a figure: any but that one. ' +
      'Before a word of ' +
      'scope: all of its kind but that, and denied for that.',
    examples: [
      example('status: signed', 'status: not signed', 'contradiction', 'China denies the signature.'),
      example('value: 10%', 'value: not 10%', 'contradiction', 'China denies the figure.'),
    ],
    see: ['only', 'except', 'no', 'denied'],
  },
  exactly: {
    means: 'The figure, no more and no less. A bare figure means the same.',
    rule: 'Unlike a bare figure, it is never taken as a rounded one.',
    examples: [example('value: exactly 12 Mt', 'value: 12 Mt', 'agree', 'A bare figure is that figure.')],
    see: ['about', 'rounding'],
  },
  'at least': {
    means: 'The figure or more.',
    examples: [
      example(
        'value: at least 12 Mt',
        'value: 25 Mt',
        'differs',
        '25 is one of the figures that the US allows.',
      ),
      example('value: at least 12 Mt', 'value: less than 12 Mt', 'contradiction', 'No figure is both.'),
    ],
    see: ['more than', 'at most', 'less-precise'],
  },
  'more than': {
    means: 'Above the figure, and not the figure itself.',
    rule: 'Against the same number said plainly it is taken as that number, rounded.',
    examples: [example('value: more than 12 Mt', 'value: 10 Mt', 'contradiction', '10 is not more than 12.')],
    see: ['at least', 'rounding'],
  },
  'at most': {
    means: 'The figure or less.',
    examples: [
      example('value: at most 15%', 'value: 10%', 'differs', '10% is one of the rates that the US allows.'),
    ],
    see: ['up to', 'less than', 'less-precise'],
  },
  'less than': {
    means: 'Below the figure, and not the figure itself.',
    rule: 'Against the same number said plainly it is taken as that number, rounded.',
    examples: [example('value: less than 10%', 'value: at least 10%', 'contradiction', 'No rate is both.')],
    see: ['at most', 'rounding'],
  },
  'up to': {
    means: 'Anything from nothing to the figure.',
    examples: [
      example('value: 550 bn USD', 'value: up to 550 bn USD', 'differs', 'For China the sum is a ceiling.'),
    ],
    see: ['at most', 'less-precise'],
  },
  about: {
    means: 'The figure, give or take a share of it that the vocabulary sets, or what stands behind ±.',
    rule: 'The only tolerance there is: no two figures are ever taken as nearly equal because they look so.',
    examples: [
      example('value: about 47%', 'value: 47%', 'agree', 'The same number, said with `about` by one side.'),
      example('value: about 47%', 'value: 30%', 'contradiction', '30 is further off than `about` allows.'),
    ],
    see: ['exactly', 'rounding'],
  },
  some: {
    means: 'More than nothing; how much is not said.',
    examples: [
      example('value: 12 Mt', 'value: some', 'differs', 'China says that it is some, not how much.'),
      example('value: some', 'value: none', 'contradiction', 'It cannot be both some and none.'),
    ],
    see: ['none', 'unspecified'],
  },
  yes: {
    means: 'What the title says is so.',
    examples: [example('value: yes', 'value: no', 'contradiction', 'China denies what the title says.')],
    see: ['no', 'value'],
  },
  no: {
    means: 'What the title says is not so.',
    rule: 'Write it only where the side says no to the title itself, not to one reading of it.',
    examples: [
      example('value: yes', 'value: no', 'contradiction', 'China denies what the title says.'),
      example('value: 10%', 'value: no', 'unclear', 'To what exactly China says no is not known.'),
    ],
    see: ['not', 'none', 'yes'],
  },
  'at once': {
    means: 'From the day of the statement.',
    examples: [
      example('act: suspend, start: at once', 'act: suspend, start: at once', 'agree', 'Both say at once.'),
    ],
    see: ['start'],
  },
  open: {
    means: 'A side says that no end has been set.',
    examples: [
      example(
        'act: suspend, end: open',
        'act: suspend, end: 2026-11-10',
        'differs',
        'China names an end, the US leaves it open.',
      ),
    ],
    see: ['permanent', 'end', 'time-limited'],
  },
  permanent: {
    means: 'For good: there will be no end.',
    examples: [
      example(
        'act: suspend, end: permanent',
        'act: suspend, end: 2026-11-10',
        'contradiction',
        'What holds for good does not end on a day.',
      ),
    ],
    see: ['open', 'end'],
  },
}

export const mannerPages: readonly Page[] = Object.entries(before).map(([word, { means, ...rest }]) =>
  page('value', word, means, rest),
)
