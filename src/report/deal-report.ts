import { dealAsOf } from '../compare/as-of.ts'
import { type Compared, compareTerms, type Pair } from '../compare/compare.ts'
import { type Deal, type Fate, fatesOf, nameIn, type Source } from '../deal.ts'
import type { Inconsistency } from '../compare/itself.ts'
import { capital } from '../names.ts'
import { codeOf, sentenceOf } from './reasons.ts'
import { known, listPossible } from '../relation.ts'
import type {
  DealReport,
  FateReport,
  InconsistencyReport,
  MissingReport,
  PairReport,
  ReasonReport,
  SourceReport,
  TermReport,
} from './report.ts'
import type { Row } from '../compare/rows.ts'
import { summarise } from './summary.ts'
import { ifTheSame, inPart, kindsSentence, namesOf, sentenceOfTerm, unmatchedSentence } from './sentences.ts'
import { reportVersion } from './version-report.ts'

/** A deal, compared as of a day (null: as of its last statement), as every format prints it. */
export function reportDeal(whole: Deal, asOf: string | null): DealReport {
  const deal = dealAsOf(whole, asOf)
  const terms = compareTerms(deal, null).map((c) => reportTerm(deal, c))
  return {
    deal: deal.id,
    title: deal.title,
    path: deal.path,
    aliases: deal.aliases,
    held: deal.held,
    follows: deal.follows,
    recordCloses: deal.recordCloses,
    parties: deal.parties,
    sources: [...deal.sources.values()].map(reportSource),
    summary: summarise(terms),
    terms,
  }
}

export const reportSource = ({
  id,
  party,
  by,
  kind,
  issuer,
  date,
  read,
  seen,
  aside,
}: Source): SourceReport => ({
  id,
  party,
  by,
  kind,
  issuer,
  date,
  read,
  seen,
  aside,
})

/** A term, compared, as every format prints it; its deal as of the same day. */
export function reportTerm(deal: Deal, compared: Compared): TermReport {
  const { term } = compared
  return {
    id: term.id,
    title: term.title,
    topic: term.topic,
    subject: term.subject,
    obligor: term.obligor,
    nature: term.nature,
    verdict: compared.verdict,
    sentence: sentenceOfTerm(deal, compared),
    couldBe: compared.couldBe,
    aside: compared.aside,
    missing: missingOf(compared),
    reasons: reasonsOf(deal, compared),
    pairs: compared.pairs.map(reportPair),
    versions: compared.versions.map(reportVersion),
    inconsistencies: compared.inconsistencies.map((i) => reportInconsistency(deal, i)),
    reported: compared.reported.map(({ claim, judgement }) => ({
      attributed: claim.attributed,
      source: claim.source.id,
      says: claim.says ?? claim.stated.map((s) => s.text).join('; '),
      judgement,
    })),
    fates: fatesOf(deal, term.id, null).map(reportFate),
    place: term.place,
  }
}

export const reportFate = ({ part, fate, date, deal, says, source, place }: Fate): FateReport => ({
  part,
  fate,
  date,
  deal,
  says,
  source: source?.id ?? null,
  place,
})

/** The parties that a pair misses, once each. */
function missingOf({ pairs, versions, term }: Compared): MissingReport[] {
  const absent = new Set(pairs.flatMap((p) => p.missing))
  return versions.flatMap(({ party, silence }) =>
    absent.has(party) && silence
      ? [{ party, silence: silence.state, mustAct: term.obligor.includes(party) }]
      : [],
  )
}

/** One reason a facet, the clashing ones first. */
function reasonsOf(deal: Deal, compared: Compared): ReasonReport[] {
  const out: ReasonReport[] = []
  const seen = new Set<string>()
  for (const pair of compared.pairs) {
    const reasons = pair.rows.map((row) => ({ row, code: codeOf(row) })).filter((r) => r.code !== null)
    const clashes = (code: string | null): number => (code === 'clash' || code === 'denied' ? 0 : 1)
    for (const { row, code } of reasons.sort((x, y) => clashes(x.code) - clashes(y.code))) {
      const key = [code, row.facet, row.axis, row.part, row.denial, ...pair.parties].join('\n')
      if (seen.has(key) || code === null) continue
      seen.add(key)
      const text = sentenceOf(row, namesOf(deal, pair), deal.vocabulary)
      out.push({
        code: pair.verdict === 'unclear' && clashes(code) === 0 ? 'unresolved' : code,
        facet: row.facet,
        axis: row.axis,
        part: row.part,
        role: row.role,
        relation: relationName(row),
        sentence: inPart(row, pair.verdict === 'unclear' ? ifTheSame(row, text) : text),
        parties: pair.parties,
      })
    }
  }
  for (const pair of compared.pairs)
    for (const u of pair.unmatched)
      out.push({
        code: 'different-subject',
        facet: null,
        axis: null,
        part: u.part,
        role: null,
        relation: null,
        sentence: unmatchedSentence(deal, u),
        parties: pair.parties,
      })
  for (const pair of compared.pairs)
    if (pair.kinds)
      out.push({
        code: 'different-subject',
        facet: null,
        axis: null,
        part: null,
        role: null,
        relation: null,
        sentence: kindsSentence(deal, compared, pair),
        parties: pair.parties,
      })
  if (compared.jointlyEmpty.length > 0) out.push(jointReason(deal, compared.jointlyEmpty))
  return out
}

const jointReason = (deal: Deal, parties: readonly string[]): ReasonReport => ({
  code: 'clash',
  facet: 'choice',
  axis: null,
  part: null,
  role: 'content',
  relation: null,
  sentence: `Every two of them allow a common answer, but all together do not: ${parties.map((p) => nameIn(deal, p)).join(', ')}.`,
  parties,
})

const relationName = (row: Row): ReasonReport['relation'] => known(row.possible) ?? 'unknown'

const reportPair = (pair: Pair): PairReport => ({
  parties: pair.parties,
  verdict: pair.verdict,
  couldBe: pair.couldBe,
  facets: pair.rows.map((row) => ({
    part: row.part,
    facet: row.facet,
    axis: row.axis,
    role: row.role,
    relation: known(row.possible) ?? 'unknown',
    possible: listPossible(row.possible),
    // Unsaid, a stance is shall: where only one side names one, that is what the other is held to.
    a: row.a?.text ?? (row.facet === 'stance' ? 'shall (unsaid)' : null),
    b: row.b?.text ?? (row.facet === 'stance' ? 'shall (unsaid)' : null),
  })),
})

function reportInconsistency(deal: Deal, found: Inconsistency): InconsistencyReport {
  const [earlier, later] = found.claims
  const [x, y] = [found.row.a?.text ?? '', found.row.b?.text ?? '']
  const name = nameIn(deal, found.party)
  return {
    party: found.party,
    facet: found.facet,
    claims: [earlier.source.id, later.source.id],
    sentence: found.clash
      ? `${capital(name)} says both ${x} (${earlier.source.by}, ${earlier.source.date}) and ${y} (${later.source.by}, ${later.source.date}).`
      : `${capital(name)} moved it from ${x} (${earlier.source.by}, ${earlier.source.date}) to ${y} (${later.source.by}, ${later.source.date}).`,
  }
}
