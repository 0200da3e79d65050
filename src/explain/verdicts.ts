import { verdicts } from '../verdict.ts'
import { example, pagesOf } from './page.ts'

export const verdictPages = pagesOf('verdict', verdicts, {
  contradiction: {
    means:
      'What the two sides announced cannot both hold. Both announced it, and neither is called the offender.',
    rule:
      'The two claims are about the same things, at least in part, and nothing that could ' +
      'happen would make ' +
      'both true. Silence never makes a contradiction, and neither does a doubt: where some reading lets ' +
      'both hold, the verdict is unclear. What only one side leaves unsaid is never held against it.',
    examples: [
      example('value: 55%', 'value: 30%', 'contradiction', 'One rate cannot be both 55% and 30%.'),
      example('act: remove', 'act: not remove', 'contradiction', 'China denies what the US affirms.'),
      example(
        'status: concluded',
        'status: only in principle',
        'contradiction',
        'China says that it goes no further than in principle; concluded is further.',
      ),
    ],
    see: ['at-odds', 'unclear', 'clash', 'denied', 'only', 'not'],
  },
  'at-odds': {
    means: 'Both announced it, and one goes a step further; neither denies what the other says.',
    rule:
      'Both name a step of one ladder (what is done, how it binds, how far it has come, how firmly it is ' +
      'said), not the same step, and neither rules out the other’s. It would be a ' +
      'contradiction if the side ' +
      'with the lesser step had said `only` that step.',
    examples: [
      example('act: remove', 'act: suspend', 'at-odds', 'Removing is a step further than suspending.'),
      example(
        'status: concluded',
        'status: in principle',
        'at-odds',
        'Concluded is further than in principle.',
      ),
      example(
        'act: supply',
        'act: approve applications',
        'at-odds',
        'China promises less: approval, not supply.',
      ),
    ],
    see: ['contradiction', 'further', 'act', 'status', 'stance', 'force'],
  },
  missing: {
    means: 'One side announced it; the other did not, or named only the topic.',
    rule:
      'One side has a claim on the term and the other has none. How well that silence is known ' +
      'stands beside ' +
      'it. What is no commitment, and what only denies something, is shown and counted aside. Pointed out ' +
      'where the silent side is the one that would have to do it.',
    examples: [
      example(
        'value: 10%',
        'silent: all',
        'missing',
        'China’s statements were searched and say nothing of it.',
      ),
      example(
        'act: buy',
        null,
        'missing',
        'Only the US announced it; no search of China’s statements is recorded.',
      ),
    ],
    see: [
      'would have to do it',
      'counted aside',
      'declined',
      'noted',
      'verified',
      'partial',
      'general',
      'unrecorded',
      'nature',
    ],
  },
  differs: {
    means:
      'Both announced it, but not the same: one covers less, attaches a condition, counts in ' +
      'another way, names no figure.',
    rule:
      'Both have a claim, nothing clashes, no steps of a ladder are apart, and yet something is unequal. ' +
      'Each reason names one thing in which they differ. Two claims about different things ' +
      'differ too: they ' +
      'never contradict.',
    examples: [
      example(
        'act: suspend',
        'act: suspend, end: 2026-11-10',
        'differs',
        'China names an end, and the US does not.',
      ),
      example('value: 550 bn USD', 'value: up to 550 bn USD', 'differs', 'For China the sum is a ceiling.'),
      example(
        'act: supply, scope: rare earths',
        'act: supply, scope: gallium',
        'differs',
        'The two speak of different goods.',
      ),
    ],
    see: ['narrower', 'conditional', 'unspecified', 'different-basis', 'different-subject', 'agree'],
  },
  unclear: {
    means: 'It might be a contradiction; what is recorded does not decide it.',
    rule:
      'Something that is not known would make a contradiction if it stood one way, and none if it stood ' +
      'another. The verdicts that it could be are listed with it. A claim of which only the wording is ' +
      'recorded, and nothing in the words of the file, leaves everything open.',
    examples: [
      example('act: remove', 'act: supply', 'unclear', 'The two acts stand on no common ladder.'),
      example(
        'value: 55%, basis: stacked-total',
        'value: 30%',
        'unclear',
        'China does not say whether its 30% is the total, as the US figure is.',
      ),
      example(
        'says: "removes the tariff"',
        'act: suspend',
        'unclear',
        'Of the US claim only the wording is recorded.',
      ),
    ],
    see: ['unresolved', 'different-basis', 'contradiction', 'says'],
  },
  agree: {
    means: 'Both announced the same.',
    rule:
      'Everything that either side says of it is equal. Details that only one side gives and ' +
      'the other does ' +
      'not touch (a start, a deadline, an order of steps, how firmly it is said) do not keep ' +
      'two sides from ' +
      'agreeing; nor does a clock time within the other side’s day, nor a figure said with `about` and ' +
      'without. They are noted.',
    examples: [
      example(
        'act: suspend, end: 2026-11-10',
        'end: 2026-11-10, act: suspend',
        'agree',
        'The same act until the same day.',
      ),
      example(
        'value: 12 Mt',
        'value: 12 Mt, deadline: 2025-12-31',
        'agree',
        'Only China names a deadline; that is noted.',
      ),
    ],
    see: ['differs', 'rounding', 'start', 'deadline', 'sequence', 'force'],
  },
  'press-only': {
    means: 'No side announced it; the press reports it.',
    rule:
      'No side has a claim on the term, and a report is recorded. What the press says was agreed is never ' +
      'counted as a side’s word.',
    examples: [example(null, null, 'press-only', 'Neither side announced it; a newspaper reports it.')],
    see: ['reported', 'announced by neither', 'missing'],
  },
})
