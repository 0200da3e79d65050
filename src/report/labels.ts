/** How an aspect of what was announced is called on the screen, by its facet. */
export const aspectLabels = {
  act: 'what is done',
  measure: 'how much',
  choice: 'which answer',
  scope: 'for what',
  conditions: 'on condition',
  stance: 'must or may',
  start: 'from',
  end: 'until',
  deadline: 'by when',
  sequence: 'in what order',
  status: 'how far along',
  force: 'how firmly',
} as const

/** In place of how much, where the answer is yes or no. */
export const YES_OR_NO = 'whether it is so'
/** Before the name of an axis of scope. */
export const ON_AXIS = 'for which'
