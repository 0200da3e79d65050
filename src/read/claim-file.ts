import { fateWords, natures } from '../deal.ts'
import { facets } from '../facets/index.ts'
import type { JsonSchema } from '../json-schema.ts'
import { date } from './date-shape.ts'
import { may, must, type ObjectOf, object } from './object.ts'
import {
  either,
  flag,
  oneOf,
  oneOrMany,
  placed,
  raw,
  ref,
  type Shape,
  shared,
  telling,
  text,
} from './shape.ts'

/** The definition of what stands under the terms of a deal file: claims, silences and reports. */

/** Text with examples, for editors. */
export const such = (expects: string, ...examples: readonly string[]): Shape<string> =>
  telling(text(expects), { examples })

const quote = text('a few words, as they were said')

/** The keys of a claim that facets read. */
export const facetKeys: readonly string[] = facets.flatMap((f) => f.keys.map((k) => k.key))

/** Words may be written with hyphens for spaces: an editor takes either. */
const eitherSpelling = (schema: JsonSchema): JsonSchema =>
  Array.isArray(schema.enum)
    ? {
        ...schema,
        enum: [...new Set(schema.enum.flatMap((word) => [word, word.replaceAll(' ', '-')]))],
      }
    : schema

/** The fields of facets, as a claim and a term's `assume` have them; each facet reads its own. */
export const facetFields = Object.fromEntries(
  facets.flatMap((f) =>
    f.keys.map(
      (k) =>
        [
          k.key,
          may(
            raw(k.expects, {
              ...eitherSpelling(k.schema),
              examples: k.examples,
            }),
            k.about,
          ),
        ] as const,
    ),
  ),
)

const claimFields = {
  source: must(ref('source'), 'The statement it was made in.'),
  part: may(such('the name of a part', 'fentanyl'), 'The piece of a bundle that it is about.'),
  supersedes: may(
    flag(),
    'Whether it takes the place of every earlier claim of this party on the term and part.',
  ),
  nature: may(oneOf(natures), 'What this claim is, where that is not what the term is.'),
  says: may(text('what was said, in your own words'), 'What was said, in your own words.'),
  quote: may(quote, 'The few words at issue, as they were said.'),
  original: may(
    such('words in the original language', '暂停', '停止实施'),
    'The operative verb in the original language.',
  ),
  was: may(
    placed(such('the figure there was before, with its unit', '57%', '34%')),
    'The figure that it says there was before; shown where figures are traced, never compared.',
  ),
  returns: may(
    such('what comes back once it ends, in your own words', 'the rate goes back to 34%'),
    'What it says comes back once it ends; shown among what is due, never compared.',
  ),
}
const silenceFields = {
  silent: may(
    either(
      oneOf(['all']),
      oneOrMany(placed(ref('source'))),
      () => 'all' as const,
      (n) => n.kind === 'scalar' && n.text === 'all',
    ),
    'The statements that were searched and say nothing of it: all, or a list.',
  ),
  declined: may(ref('source'), 'Asked, they would not say.'),
  'noted-by': may(ref('source'), 'A report says that they are silent.'),
  general: may(ref('source'), 'They named the topic, not the act; with the words in `quote`.'),
  'not-applicable': may(flag(), 'The term is no matter of theirs.'),
  quote: may(quote, 'The words that name the topic.'),
  says: may(text('a note'), 'A note on the silence.'),
}
const silenceKeys = ['silent', 'declined', 'noted-by', 'general', 'not-applicable'] as const

export const claimShape = shared(
  'claim',
  telling(object('a claim', { ...claimFields, ...facetFields } as typeof claimFields, facetKeys), {
    description: 'What one party announced of the term, in one statement.',
    minProperties: 2,
  }),
)
export const silenceShape = shared(
  'silence',
  telling(object('a silence', silenceFields), {
    description: 'The recorded fact that a party’s statements were searched for the term.',
    anyOf: silenceKeys.map((key) => ({ required: [key] })),
  }),
)
export type ClaimFile = ObjectOf<typeof claimFields>
export type SilenceFile = ObjectOf<typeof silenceFields>

/** A claim or a silence, told apart by its keys; the node is kept for the facets. */
export const entryShape: Shape<{ readonly claim: ClaimFile } | { readonly silence: SilenceFile }> & {
  readonly schema: { readonly anyOf: readonly unknown[] }
} = {
  expects: 'a claim with its source, or a silence',
  schema: { anyOf: [claimShape.schema, silenceShape.schema] },
  read: (node, reader) => {
    const isSilence =
      node.kind === 'map' &&
      node.entries.some((e) => silenceKeys.some((k) => k === e.key)) &&
      !node.entries.some((e) => e.key === 'source')
    if (isSilence) {
      const silence = silenceShape.read(node, reader)
      return silence && { silence }
    }
    const claim = claimShape.read(node, reader)
    return claim && { claim }
  },
}

/** Entries keep their node: facets are read from it once the vocabulary is known. */
const entries = shared(
  'history',
  raw('a claim or a silence, or a list of them', {
    description:
      'What a party announced of the term, or was silent on: one entry, or a list of them in time.',
    anyOf: [
      ...entryShape.schema.anyOf,
      { type: 'array', items: { anyOf: entryShape.schema.anyOf }, minItems: 1 },
    ],
  }),
)
export const byTerm = shared(
  'terms-announced',
  raw('entries under the ids of terms', {
    type: 'object',
    additionalProperties: entries.schema,
  }),
)

const { source: reportedSource, part, says, quote: quoted, was, returns } = claimFields
/** What a report says, and of whom: the same in a deal file and in a file of an article's claims. */
export const attributedFields = {
  attributed: may(
    either(
      oneOf(['none']),
      oneOrMany(ref('party')),
      () => [] as readonly string[],
      (n) => n.kind === 'scalar' && n.text === 'none',
    ),
    'The parties it was credited to, or none.',
  ),
  part,
  says,
  quote: quoted,
  was,
  returns,
}
const reportedFields = {
  term: must(ref('term'), 'The term it is about.'),
  ...attributedFields,
  source: reportedSource,
}
export const reportedShape = shared(
  'reported-claim',
  telling(
    object('a reported claim', { ...reportedFields, ...facetFields } as typeof reportedFields, facetKeys),
    {
      description: 'What the press, unnamed officials or analysts say was agreed.',
    },
  ),
)

const fateFields = {
  term: must(ref('term'), 'The term whose fate it is.'),
  part: may(
    such('the name of a part', 'fentanyl'),
    'The piece of it that met this fate; all, where left out.',
  ),
  fate: must(oneOf(fateWords), 'What became of it.'),
  date: must(date, 'When that happened; of `unknown`, the last day that was searched.'),
  deal: may(such('the name of a deal', 'stockholm'), 'The deal in which it goes on.'),
  says: may(text('what happened, in your own words'), 'What happened, in your own words.'),
  source: may(ref('source'), 'Who says so; press too. Only `unknown` needs none.'),
}
export const fateShape = shared(
  'fate',
  telling(object('a fate', fateFields), {
    description: 'What became of a commitment later: shown, and never part of a verdict.',
  }),
)
export type FateFile = ObjectOf<typeof fateFields>
