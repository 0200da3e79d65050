import type { Summary } from './report.ts'
import { named, record, whole } from './typed-schema.ts'

/** The schema of how many terms have each verdict. */
export const summary = named(
  'summary',
  record<Summary>({
    contradiction: ['Terms of which what was announced cannot both hold.', whole],
    'at-odds': ['Terms that both announced, one a step further.', whole],
    missing: ['Commitments that one side announced and the other did not.', whole],
    differs: ['Terms that both announced, but not the same.', whole],
    unclear: ['Terms that cannot be decided.', whole],
    agree: ['Terms of which both announced the same.', whole],
    'press-only': ['Terms that only the press reports.', whole],
    aside: ['Terms that are missing and are no commitment, or answer a denial only.', whole],
  }),
)
