import { fateWords } from '../deal.ts'
import type { Page } from '../report/report.ts'
import { pagesOf } from './page.ts'

const rule =
  'Recorded under `fates` with who says so, shown beside the term, and never part of a verdict: what is compared is ' +
  'what was announced, not what was done.'

/** What can become of a commitment. */
export const fatePages: readonly Page[] = pagesOf('fate', fateWords, {
  performed: { means: 'What was announced was done.', rule, see: ['fates', 'renewed', 'lapsed'] },
  renewed: {
    means: 'It was promised again, or made to last longer, before it ended.',
    rule,
    see: ['fates', 'superseded', 'lapsed'],
  },
  superseded: {
    means: 'Another announcement took its place.',
    rule,
    see: ['fates', 'renewed', 'supersedes'],
  },
  voided: {
    means: 'A court or another power took its ground away, whatever the sides announced.',
    rule,
    see: ['fates', 'lapsed'],
  },
  lapsed: {
    means: 'Its time ran out, and nothing took its place.',
    rule,
    see: ['fates', 'renewed', 'end'],
  },
  unknown: {
    means: 'What became of it is not on record; the date is the last day that was searched.',
    rule,
    see: ['fates', 'record-closes'],
  },
})
