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

/** How a key of a file is called on the screen, where its name alone would not tell a reader. */
export const keyLabels = {
  silent: 'looked for in',
  declined: 'asked, would not say',
  'noted-by': 'said to be silent by',
  general: 'spoke only of the topic',
  'not-applicable': 'does not apply',
  attributed: 'said of',
  source: 'statement',
  supersedes: 'takes the place of what was said before',
  original: 'in the original',
  obligor: 'would have to do it',
  between: 'judged between',
  kind: 'rank',
  basis: 'way of counting',
  read: 'how much was read',
  seen: 'where it was seen',
  by: 'who spoke',
  deal: 'name',
} as const

/** In place of how much, where the answer is yes or no. */
export const YES_OR_NO = 'whether it is so'
/** Before the name of an axis of scope. */
export const ON_AXIS = 'for which'
