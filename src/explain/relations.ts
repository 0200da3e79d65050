import { relations } from '../relation.ts'
import type { Page } from '../report/report.ts'
import { pagesOf } from './page.ts'

const rule =
  'Read from the first side to the second. Of what is promised, narrower is the stronger ' +
  'claim; of where it ' +
  'applies, wider is.'

/** How the two sides stand in one facet, as the proof of a term and the JSON say it. */
export const relationPages: readonly Page[] = pagesOf('relation', [...relations, 'unknown'], {
  equal: {
    means: 'Both say the same.',
    rule,
    diagram: ['[ A = B ]'],
    see: ['agree'],
  },
  narrower: {
    means: 'All that the first side allows, the second allows too, and more.',
    rule,
    diagram: ['[ B  [ A ]  ]'],
    see: ['wider', 'less-precise'],
  },
  wider: {
    means: 'All that the second side allows, the first allows too, and more.',
    rule,
    diagram: ['[ A  [ B ]  ]'],
    see: ['narrower', 'less-precise'],
  },
  overlap: {
    means: 'Some things satisfy both, and each side allows some that the other does not.',
    rule,
    diagram: ['[ A  [  ]  B ]'],
    see: ['differs'],
  },
  disjoint: {
    means: 'Nothing satisfies both.',
    rule,
    diagram: ['[ A ]  [ B ]'],
    see: ['clash', 'different-subject'],
  },
  unknown: {
    means: 'Which of the five it is, is not known; those that are possible are listed.',
    rule,
    see: ['unclear', 'unresolved'],
  },
})
