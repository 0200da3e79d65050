import type { Rule } from '../rule.ts'
import { compareText } from '../place.ts'
import { readingRules } from './reading/index.ts'
import { againstItself } from './against-itself.ts'
import { baselineStale } from './baseline-stale.ts'
import { claimAfterClose } from './claim-after-close.ts'
import { denialWithoutQuote } from './denial-without-quote.ts'
import { fateOfNoPart } from './fate-of-no-part.ts'
import { figureWithoutBasis } from './figure-without-basis.ts'
import { ignoreMalformed } from './ignore-malformed.ts'
import { ignoreUnused } from './ignore-unused.ts'
import { keyOrder } from './key-order.ts'
import { longQuote } from './long-quote.ts'
import { mirrorMissing } from './mirror-missing.ts'
import { nameTaken } from './name-taken.ts'
import { notBetween } from './not-between.ts'
import { oneSidedLimit } from './one-sided-limit.ts'
import { percentForPoints } from './percent-for-points.ts'
import { silenceMissing } from './silence-missing.ts'
import { silenceWithoutWords } from './silence-without-words.ts'
import { silentObligor } from './silent-obligor.ts'
import { sourceUnknown } from './source-unknown.ts'
import { staleSilence } from './stale-silence.ts'
import { unclaimedTerm } from './unclaimed-term.ts'
import { unknownFateDeal } from './unknown-fate-deal.ts'
import { unknownFollows } from './unknown-follows.ts'
import { unquotedText } from './unquoted-text.ts'
import { unusedSource } from './unused-source.ts'
import { unusedWord } from './unused-word.ts'

/** What is linted: in a deal that could be read, or in its file. */
const lintRules: readonly Rule[] = [
  againstItself,
  claimAfterClose,
  denialWithoutQuote,
  fateOfNoPart,
  figureWithoutBasis,
  keyOrder,
  longQuote,
  mirrorMissing,
  nameTaken,
  notBetween,
  oneSidedLimit,
  percentForPoints,
  silenceMissing,
  silenceWithoutWords,
  silentObligor,
  sourceUnknown,
  staleSilence,
  unclaimedTerm,
  unknownFateDeal,
  unknownFollows,
  unquotedText,
  unusedSource,
  unusedWord,
]

/** What is wrong with the comments and the baseline that keep findings from being shown. */
const suppressingRules: readonly Rule[] = [baselineStale, ignoreMalformed, ignoreUnused]

/** Every rule, in the order of their names. */
export const rules: readonly Rule[] = [...readingRules, ...lintRules, ...suppressingRules].sort((a, b) =>
  compareText(a.id, b.id),
)

/** A rule by its name. */
export const ruleCalled = (id: string): Rule | undefined => rules.find((r) => r.id === id)
