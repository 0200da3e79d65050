import type { ReasonCode } from '../verdict.ts'

/** What each reason means, for `explain`; its sentence is made in `reasons.ts`. */
export const reasonMeanings: Readonly<Record<ReasonCode, string>> = {
  clash: 'What the two sides say of it cannot both hold: the sets have nothing in common.',
  denied: 'One side denies what the other affirms, in so many words.',
  further: 'Both name a step of one ladder; one goes further, and the other does not exclude it.',
  narrower: 'What the one side says lies within what the other says, or the two overlap.',
  'names-limit': 'One side says what it reaches; the other names no limit.',
  conditional: 'One side makes it depend on something; the other does not.',
  'different-conditions': 'The two make it depend on different things.',
  unspecified: 'One side says how much, what or which; the other does not.',
  'less-precise': 'The two figures can both hold, and are not the same: one is more exact, or they overlap.',
  'time-limited': 'One side says how long it holds; the other names no end, or leaves it open.',
  'tighter-deadline': 'The one deadline is earlier than the other, or which is the earlier is not known.',
  'different-basis': 'The two figures do not count the same thing, or one side does not say what it counts.',
  'different-total':
    'Amounts that add up, of different things or times: the one is no part of a contradiction with the other.',
  'different-measure': 'The two measure different things: units that do not convert, or different times.',
  'different-subject': 'The two are about different things.',
  rounding: 'One figure is the other, rounded.',
  unresolved: 'What is coded does not decide how the two stand.',
}
