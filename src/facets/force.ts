import type { Ladder } from '../sets/ladder.ts'
import { forceAdvice } from './advice.ts'
import { ladderFacet } from './steps.ts'

/** Above `commits` stands what no word of a claim names: that it is legally binding. */
export const forceLadder: Ladder = {
  floor: null,
  steps: ['hopes', 'considers', 'best efforts', 'intends', 'commits', 'binding …'],
}

export const force = ladderFacet({
  name: 'force',
  means: 'How firmly a side says that it will happen, from hopes to commits.',
  rule: 'A word means at least that firm; non-binding means at most commits.',
  about: 'How firmly it is said.',
  examples: ['intends', 'non-binding'],
  ladder: forceLadder,
  words: ['hopes', 'considers', 'best efforts', 'intends', 'commits', 'non binding'],
  advice: forceAdvice,
  manners: ['at least'],
  optional: true,
  // A hope is no promise: it does not agree with a plain one.
  weak: ['hopes', 'considers'],
  capped: { word: 'non binding', at: 'commits' },
})
