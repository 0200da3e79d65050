import { aspectLabels, ON_AXIS, YES_OR_NO } from '../report/labels.ts'
import type { Written } from './page.ts'

type Label = (typeof aspectLabels)[keyof typeof aspectLabels] | typeof YES_OR_NO | typeof ON_AXIS

/** The aspects as the screen of one term calls them; none can be left out. */
export const aspectTexts: Readonly<Record<Label, Written>> = {
  [aspectLabels.act]: {
    means:
      'The step that a side says is taken: suspend, remove, supply, buy. Each step of a ladder includes ' +
      'those below it, so that two sides can be a step apart and both hold.',
    see: ['act', 'at-odds', 'further', aspectLabels.stance],
  },
  [aspectLabels.measure]: {
    means:
      'The figure that a side gives, with its unit, what it counts and for what time. Figures are set ' +
      'against each other only where they count the same thing.',
    see: ['measure', 'value', 'basis', 'period', 'different-basis', YES_OR_NO],
  },
  [YES_OR_NO]: {
    means:
      'Stands in place of how much where what is said comes to yes or no. Where a side gives a figure, the ' +
      'row is called how much.',
    see: [aspectLabels.measure, 'yes', 'no', 'unspecified'],
  },
  [aspectLabels.choice]: {
    means:
      'The answers that a side allows to a question of which exactly one answer is true, such as who moves ' +
      'first. Two sides that allow no answer in common cannot both be right.',
    see: ['choice', 'choices'],
  },
  [aspectLabels.scope]: {
    means:
      'What a claim reaches, where its kind is not known. What is of a known kind, such as goods or users, ' +
      'stands in a row of its own.',
    see: ['scope', 'axes', ON_AXIS],
  },
  [ON_AXIS]: {
    means:
      'The goods, users or places that a claim reaches, each kind in a row of its own, such as for which ' +
      'goods. A side that names none names no limit; the other is never said to cover less.',
    see: ['scope', 'names-limit', 'narrower', 'except', aspectLabels.scope],
  },
  [aspectLabels.conditions]: {
    means:
      'What must hold for the claim to apply, all of it. More conditions make a claim apply to less, so ' +
      'that two sides differ where only one of them names any.',
    see: ['conditions', 'conditional', 'different-conditions'],
  },
  [aspectLabels.stance]: {
    means:
      'How a side says that the act binds: that it shall be done, may be, need not be, shall not be. A ' +
      'claim that does not say so means that it shall.',
    see: ['stance', 'shall', 'may', 'optional', 'shall not', aspectLabels.act],
  },
  [aspectLabels.start]: {
    means:
      'When what was announced begins. Where only one side names the day, that is noted and changes no verdict.',
    see: ['start', 'at once', aspectLabels.end],
  },
  [aspectLabels.end]: {
    means:
      'When what was announced ends, or how long it lasts. Where only one side names an end, that side ' +
      'limits it to a time, and the two differ.',
    see: ['end', 'duration', 'time-limited', 'permanent', 'open', aspectLabels.deadline],
  },
  [aspectLabels.deadline]: {
    means:
      'The last day by which it is to be done. The earlier of two days asks for more; where only one side ' +
      'names a day, that is noted.',
    see: ['deadline', 'tighter-deadline', aspectLabels.end],
  },
  [aspectLabels.sequence]: {
    means:
      'Who moves first: whether the act comes before, with or after an event or another term. Orders are ' +
      'compared only around one event; around two, how they stand is not known.',
    see: ['sequence', 'events', aspectLabels.start],
  },
  [aspectLabels.status]: {
    means:
      'How far the matter has come, from proposed to in force. Each step includes those before it, so that ' +
      'two sides can be a step apart and both hold, unless one says that it goes no further.',
    see: ['status', 'at-odds', 'further', 'only'],
  },
  [aspectLabels.force]: {
    means:
      'How firmly a side says that it will happen, from hopes to commits. Where only one side says how ' +
      'firmly, that is noted.',
    see: ['force', 'hopes', 'intends', 'commits', 'non-binding'],
  },
}
