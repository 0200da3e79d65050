import { articleShape } from './read/claims-file.ts'
import { dealShape } from './read/deal-file.ts'
import { type JsonSchema, schemaDocument } from './json-schema.ts'
import { reportSchema } from './report/report-schema.ts'
import { vocabularyShape } from './read/vocabulary-file.ts'

/** The JSON Schema of a deal file, as `dealdiff schema deal` prints it and editors complete by it. */
export const dealSchema = (): JsonSchema =>
  schemaDocument(
    'A deal file of dealdiff',
    'What two governments, or more, announced of one deal, term by term: who said it, when, ' +
      'and what each was silent on.',
    dealShape.schema,
  )

/** The JSON Schema of a vocabulary file. */
export const vocabularySchema = (): JsonSchema =>
  schemaDocument(
    'A vocabulary of dealdiff',
    'The words that claims of deal files may use, and how they stand to each other.',
    vocabularyShape.schema,
  )

/** The JSON Schema of a file of what an article claims, as `press --claims` reads it. */
export const claimsSchema = (): JsonSchema =>
  schemaDocument(
    'The claims of an article, for dealdiff',
    'What one article says was announced or agreed, claim by claim: `press --claims` judges it against what each ' +
      'party announced.',
    articleShape.schema,
  )

/** Every schema, by the name under which `dealdiff schema` prints it. */
export const schemas: ReadonlyMap<string, () => JsonSchema> = new Map([
  ['deal', dealSchema],
  ['vocabulary', vocabularySchema],
  ['claims', claimsSchema],
  ['report', () => reportSchema],
])
