import { kinds } from '../deal.ts'
import { copies } from '../read/deal-file.ts'
import type { DealReport, SourceReport } from './report.ts'
import { textOrNull, texts } from './term-schema.ts'
import { listOf, orNull, record, type Typed, text, truth, wordOf } from './typed-schema.ts'

/** The schema of who announces, and of their statements. */

export const party = record<DealReport['parties'][number]>({
  id: ['The name by which the rest of the report refers to it.', text],
  name: ['Its whole name.', text],
  short: ['Its name in sentences and columns.', text],
})

export const source = record<SourceReport>({
  id: ['The statement’s name in the file.', text],
  party: ['Whose statement it is; empty for press.', texts],
  by: ['Who spoke, or signed.', text],
  kind: ['Its rank, highest first.', orNull(wordOf(kinds)) as Typed<string | null>],
  issuer: ['Who issued it.', textOrNull],
  date: ['When it was said: a day, a month or an instant.', text],
  read: ['How much of it was read.', orNull(wordOf(['whole', 'part']))],
  seen: [
    'Where it was read.',
    listOf(
      record<SourceReport['seen'][number]>({
        copy: ['The issuer’s own page, a reprint, or a report of it.', wordOf(copies) as Typed<string>],
        via: ['Who carried it.', textOrNull],
        url: ['Its address.', textOrNull],
      }),
    ),
  ],
  aside: ['Whether it only tells what became of a term: then it is no statement on the deal.', truth],
})
