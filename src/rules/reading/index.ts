import type { Rule } from '../../rule.ts'
import { badDate } from './bad-date.ts'
import { badName } from './bad-name.ts'
import { badUrl } from './bad-url.ts'
import { badValue } from './bad-value.ts'
import { conversionTwice } from './conversion-twice.ts'
import { dealNotFile } from './deal-not-file.ts'
import { duplicateKey } from './duplicate-key.ts'
import { emptyClaim } from './empty-claim.ts'
import { emptySet } from './empty-set.ts'
import { endNotDuration } from './end-not-duration.ts'
import { fateWithoutSource } from './fate-without-source.ts'
import { hierarchyCycle } from './hierarchy-cycle.ts'
import { ladderCycle } from './ladder-cycle.ts'
import { missingKey } from './missing-key.ts'
import { nameTwice } from './name-twice.ts'
import { notJoint } from './not-joint.ts'
import { partsMissing } from './parts-missing.ts'
import { pressAsParty } from './press-as-party.ts'
import { reservedName } from './reserved-name.ts'
import { sourceWithoutParty } from './source-without-party.ts'
import { tooFewParties } from './too-few-parties.ts'
import { unknownKey } from './unknown-key.ts'
import { unknownParty } from './unknown-party.ts'
import { unknownSource } from './unknown-source.ts'
import { unknownTerm } from './unknown-term.ts'
import { unknownWord } from './unknown-word.ts'
import { wordRedefined } from './word-redefined.ts'
import { wrongSpeaker } from './wrong-speaker.ts'
import { wrongType } from './wrong-type.ts'
import { yamlAnchor } from './yaml-anchor.ts'
import { yamlBlockScalar } from './yaml-block-scalar.ts'
import { yamlCommaInFlow } from './yaml-comma-in-flow.ts'
import { yamlConflict } from './yaml-conflict.ts'
import { yamlControlCharacter } from './yaml-control-character.ts'
import { yamlEmpty } from './yaml-empty.ts'
import { yamlEncoding } from './yaml-encoding.ts'
import { yamlKey } from './yaml-key.ts'
import { yamlLostText } from './yaml-lost-text.ts'
import { yamlMergeKey } from './yaml-merge-key.ts'
import { yamlNull } from './yaml-null.ts'
import { yamlSyntax } from './yaml-syntax.ts'
import { yamlTab } from './yaml-tab.ts'
import { yamlTag } from './yaml-tag.ts'
import { yamlTooDeep } from './yaml-too-deep.ts'
import { yamlTooLarge } from './yaml-too-large.ts'
import { yamlTwoDocuments } from './yaml-two-documents.ts'

/** What reading itself finds, in the order of the names. */
export const readingRules: readonly Rule[] = [
  badDate,
  badName,
  badUrl,
  badValue,
  conversionTwice,
  dealNotFile,
  duplicateKey,
  emptyClaim,
  emptySet,
  endNotDuration,
  fateWithoutSource,
  hierarchyCycle,
  ladderCycle,
  missingKey,
  nameTwice,
  notJoint,
  partsMissing,
  pressAsParty,
  reservedName,
  sourceWithoutParty,
  tooFewParties,
  unknownKey,
  unknownParty,
  unknownSource,
  unknownTerm,
  unknownWord,
  wordRedefined,
  wrongSpeaker,
  wrongType,
  yamlAnchor,
  yamlBlockScalar,
  yamlCommaInFlow,
  yamlConflict,
  yamlControlCharacter,
  yamlEmpty,
  yamlEncoding,
  yamlKey,
  yamlLostText,
  yamlMergeKey,
  yamlNull,
  yamlSyntax,
  yamlTab,
  yamlTag,
  yamlTooDeep,
  yamlTooLarge,
  yamlTwoDocuments,
]
