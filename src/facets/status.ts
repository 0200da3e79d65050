import type { Ladder } from '../sets/ladder.ts'
import { statusAdvice } from './advice.ts'
import { ladderFacet } from './steps.ts'

export const statusLadder: Ladder = {
  floor: 'none',
  steps: ['proposed', 'negotiating', 'in principle', 'concluded', 'signed', 'adopted', 'in force'],
}

export const status = ladderFacet({
  name: 'status',
  means: 'How far the matter has come, from proposed to in force.',
  rule: 'A word means at least that far; `only` no further; `not` not that far; none that there is nothing.',
  about: 'How far it has come; `only` and `not` may stand before the word.',
  examples: ['in principle', 'only in principle', 'not signed'],
  ladder: statusLadder,
  words: ['none', ...statusLadder.steps],
  advice: statusAdvice,
  manners: ['at least', 'only', 'not'],
})
