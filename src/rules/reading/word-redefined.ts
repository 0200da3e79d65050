import type { Rule } from '../../rule.ts'

export const wordRedefined: Rule = {
  id: 'word-redefined',
  severity: 'error',
  summary: 'a word that is declared twice',
  why: 'One word with two meanings would let two sides agree, or clash, by the word alone. The words that come with dealdiff always apply: a copy of one, a warning, changes nothing, also where it is edited.',
  bad: {
    yaml: `words:
  bases:
    stacked-total: { says: all duties and fees added up, adds-up: true }`,
    at: 'stacked-total',
  },
  good: {
    yaml: `words:
  bases:
    total with fees: { says: all duties and fees added up, adds-up: true }`,
  },
  found: { by: 'reading' },
}
