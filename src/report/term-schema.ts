import { fateWords, natures } from '../deal.ts'
import { facets } from '../facets/index.ts'
import type { Place } from '../place.ts'
import { relations } from '../relation.ts'
import type {
  ClaimReport,
  FateReport,
  InconsistencyReport,
  MissingReport,
  PairFacet,
  PairReport,
  ReasonReport,
  ReportedReport,
  TermReport,
  VersionFacet,
  VersionReport,
} from './report.ts'
import {
  listOf,
  named,
  orNull,
  record,
  type Typed,
  text,
  truth,
  twoOf,
  whole,
  wordOf,
} from './typed-schema.ts'
import { judgements, reasonCodes, silenceStates, verdicts } from '../verdict.ts'

/** The schema of one term of a report, and of what terms share with the rest. */

export const verdict = named('verdict', wordOf(verdicts))
export const textOrNull = orNull(text)
export const texts = listOf(text)

export const place = named(
  'place',
  record<Place>({
    path: ['The file, as it was named.', text],
    line: ['The line, counted from 1.', whole],
    column: ['The column, counted from 1.', whole],
    endLine: ['The line on which it ends.', whole],
    endColumn: ['The column just after its last character.', whole],
  }),
)

const silence = named('silence', wordOf(silenceStates))
const facetName: Typed<string> = wordOf(facets.map((f) => f.name))
const role = wordOf(['region', 'content'])
const relation = wordOf([...relations, 'unknown'])
const partName = orNull(text)

const missing = record<MissingReport>({
  party: ['The party that did not announce it.', text],
  silence: ['How well its silence is known, best known first.', silence],
  mustAct: ['Whether it is the one that would have to do it.', truth],
})

const reason = record<ReasonReport>({
  code: ['The reason, by its code; dealdiff explain tells what each means.', wordOf(reasonCodes)],
  facet: ['The aspect of the claims that it is about.', orNull(facetName)],
  axis: ['The axis of scope that it is about: goods, users, places.', textOrNull],
  part: ['The part of a bundle that it is about.', partName],
  role: ['Where the claims apply, or what they say holds there.', orNull(role)],
  relation: ['How the first party’s stands to the second’s.', orNull(relation)],
  sentence: ['The reason in one sentence, ending with a full stop.', text],
  parties: ['The parties that are set against each other.', texts],
})

const pairFacet = record<PairFacet>({
  part: ['The part of a bundle that it is about.', partName],
  facet: ['The aspect compared.', facetName],
  axis: ['The axis of scope compared.', textOrNull],
  role: ['Where the claims apply, or what they say holds there.', role],
  relation: ['How the first party’s stands to the second’s.', relation],
  possible: ['The relations that are possible; one, where it is known.', listOf(wordOf(relations))],
  a: ['What the first party says; null where it says nothing.', textOrNull],
  b: ['What the second party says; null where it says nothing.', textOrNull],
})

const pair = record<PairReport>({
  parties: ['The two parties, in the order of the file.', twoOf(text)],
  verdict: ['The verdict of these two.', verdict],
  couldBe: ['What an unclear verdict could be, worst first.', listOf(verdict)],
  facets: ['Every aspect that either of them states.', listOf(pairFacet)],
})

const versionFacet = record<VersionFacet>({
  facet: ['The aspect stated.', facetName],
  axis: ['The axis of scope.', textOrNull],
  text: ['What is said of it, in the words of the file.', text],
  min: [
    'The least it can be, exactly: a decimal, a fraction, or an instant of UTC; null where open.',
    textOrNull,
  ],
  max: ['The most it can be, in the same form.', textOrNull],
  unit: ['The unit of the two.', textOrNull],
  basis: ['What the figure counts.', textOrNull],
  source: ['The source whose claim states it; empty where the term assumes it.', text],
  place: ['Where in the file it stands.', place],
})

const claim = record<ClaimReport>({
  source: ['The statement it was made in.', text],
  date: ['When it was said.', text],
  part: ['The part of a bundle that it is about.', partName],
  says: ['What was said, in the words of who coded it.', textOrNull],
  quote: ['The few words at issue, as they were said.', textOrNull],
  original: ['The operative words in the original language.', textOrNull],
  place: ['Where in the file it stands.', place],
})

const version = record<VersionReport>({
  party: ['The party.', text],
  state: ['Whether it announced the term.', wordOf(['announced', 'silent'])],
  silence: [
    'What is recorded of its silence; null where it announced the term.',
    orNull(
      record<NonNullable<VersionReport['silence']>>({
        state: ['How well the silence is known.', silence],
        sources: ['The statements that this rests on.', texts],
        quote: ['The words that name the topic only.', textOrNull],
      }),
    ),
  ],
  parts: [
    'What it announced as of the date, part by part.',
    listOf(
      record<VersionReport['parts'][number]>({
        part: ['The part; null for the term as a whole.', partName],
        facets: ['Every aspect that it states of the part.', listOf(versionFacet)],
      }),
    ),
  ],
  claims: ['Its claims in force as of the date, in time order.', listOf(claim)],
})

const inconsistency = record<InconsistencyReport>({
  party: ['The party that stands against itself.', text],
  facet: ['The aspect in which it does.', orNull(facetName)],
  claims: ['The sources of the claims that do not go together.', texts],
  sentence: ['How, in one sentence.', text],
})

const reported = record<ReportedReport>({
  attributed: ['The parties it was credited to; none, where the list is empty.', texts],
  source: ['Who reports it.', text],
  says: ['What is reported.', text],
  judgement: [
    'How it stands to what each of those parties announced.',
    listOf(
      record<ReportedReport['judgement'][number]>({
        party: ['The party it was credited to.', text],
        judgement: ['How it stands to what that party announced.', wordOf(judgements)],
      }),
    ),
  ],
})

export const fate = record<FateReport>({
  part: ['The piece of it that it befell; null for all of it.', partName],
  fate: ['What became of it.', wordOf(fateWords)],
  date: ['When that happened; of `unknown`, the last day that was searched.', text],
  deal: ['The deal in which it goes on.', textOrNull],
  says: ['What happened.', textOrNull],
  source: ['Who says so; null only where it is unknown.', textOrNull],
  place: ['Where in the file it stands.', place],
})

export const term = record<TermReport>({
  id: ['The term’s name in the file.', text],
  title: ['What it is about: a statement that a claim can affirm or deny.', text],
  topic: ['What it belongs to.', textOrNull],
  subject: ['The same subject has the same name in every deal.', textOrNull],
  obligor: ['Who would have to do it.', texts],
  nature: [
    'What it is: a commitment, or something that is never counted as missing.',
    wordOf(natures) as Typed<string>,
  ],
  verdict: ['The verdict; of several pairs, the worst.', verdict],
  sentence: ['The verdict in one sentence.', text],
  couldBe: ['What an unclear verdict could be, worst first.', listOf(verdict)],
  aside: [
    'Whether it is missing and yet counted aside: no commitment, or an answer to a denial only.',
    truth,
  ],
  missing: ['The parties that did not announce it.', listOf(missing)],
  reasons: ['Why, one reason an aspect.', listOf(reason)],
  pairs: ['Every two parties that were set against each other.', listOf(pair)],
  versions: ['What each party announced, or what is known of its silence.', listOf(version)],
  inconsistencies: [
    'Where a party stands against itself; that never makes a verdict between parties.',
    listOf(inconsistency),
  ],
  reported: ['What the press says was agreed; never counted as a party’s word.', listOf(reported)],
  fates: ['What is known of what became of it, earliest first; no verdict rests on it.', listOf(fate)],
  place: ['Where in the file the term stands.', place],
})
