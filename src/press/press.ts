import { sidesOf } from '../compare/compare.ts'
import { judgePress, type PressJudgement } from '../compare/press.ts'
import { type Deal, type Reported, statementsOf, type Term } from '../deal.ts'
import type { Article } from '../read/claims-file.ts'
import { reportSource } from '../report/deal-report.ts'
import type {
  PartyJudgement,
  PressClaim,
  PressDeal,
  PressReport,
  PressSummary,
  ThenJudged,
} from '../report/press-report.ts'
import { hyphened, type Judgement, judgementWords } from '../verdict.ts'
import { type Matter, sentenceText, whoAnnounced, whyOf } from './why.ts'

/** The first thing a reader must know. */
export const CAVEAT = 'It compares what was reported with what was announced, not with what is true.'

/** As an editor who checks a story wants them: what is wrong by the record, what rests on nobody's word, then the rest. */
export const gravestFirst: readonly Judgement[] = [
  'against what was announced',
  'announced by neither',
  'announced by another only',
  'more than announced',
  'unclear',
  'less than announced',
  'as announced',
]

/** What claims are judged, and as of when. */
export interface Asked {
  readonly deals: readonly Deal[]
  /** Null for what the deals themselves report. */
  readonly article: Article | null
  readonly asOf: string | null
  readonly wants: (deal: Deal, term: Term) => boolean
}

/** Every claim of an article, or of what the deals report, against what each party announced. */
export function reportPress({ deals, article, asOf, wants }: Asked): PressReport {
  const told =
    article?.claims ??
    deals.flatMap((deal) =>
      deal.reported.filter((r) => asOf === null || r.source.day <= asOf).map((claim) => ({ deal, claim })),
    )
  const claims = told.flatMap(({ deal, claim }) => {
    const term = deal.terms.get(claim.term)
    return term && wants(deal, term) ? [judgeClaim(deal, term, claim, asOf)] : []
  })
  return {
    caveat: CAVEAT,
    article: article && { path: article.path, title: article.title, source: reportSource(article.source) },
    deals: deals.map((deal) => reportOf(deal, asOf)),
    claims: [...claims].sort((a, b) => gravity(a) - gravity(b)),
    summary: summarised(claims),
  }
}

/** Where among the groups a claim stands; one that is judged of nobody comes last. */
export const worstOf = ({ judgements: of }: PressClaim): Judgement | null =>
  gravestFirst.find((word) => of.some((j) => j.judgement === word)) ?? null
const gravity = (claim: PressClaim): number => {
  const worst = worstOf(claim)
  return worst === null ? gravestFirst.length : gravestFirst.indexOf(worst)
}

function summarised(claims: readonly PressClaim[]): PressSummary {
  const all = claims.flatMap((c) => c.judgements.map((j) => hyphened(j.judgement)))
  return Object.fromEntries([
    ...judgementWords.map((word) => [word, all.filter((w) => w === word).length]),
    ['not-judged', claims.filter((c) => c.judgements.length === 0).length],
  ])
}

function reportOf(deal: Deal, asOf: string | null): PressDeal {
  const { id, title, path, held, recordCloses, parties } = deal
  const sources = [...deal.sources.values()].filter((s) => asOf === null || s.day <= asOf)
  return { deal: id, title, path, held, recordCloses, parties, sources: sources.map(reportSource) }
}

interface Judged {
  readonly matter: Matter
  readonly of: (party: string) => PressJudgement
}

/** A claim by what had been said by the end of a day; null: by all there is. */
function judging(deal: Deal, term: Term, claim: Reported, asOf: string | null): Judged {
  const { sides, versions, context } = sidesOf(deal, term, asOf)
  return {
    matter: { deal, claim, sides, versions },
    of: (party) => judgePress(claim, party, versions, term.assume, context),
  }
}

/** No party is called so: against it, all are others. */
const NOBODY = ''

function judgeClaim(deal: Deal, term: Term, claim: Reported, asOf: string | null): PressClaim {
  const now = judging(deal, term, claim, asOf)
  const anyone = now.of(NOBODY)
  const why = claim.attributed.length === 0 ? whoAnnounced(now.matter, anyone) : []
  return {
    deal: deal.id,
    term: term.id,
    title: term.title,
    part: claim.part,
    source: reportSource(claim.source),
    says: claim.says ?? claim.stated.map((s) => s.text).join('; '),
    quote: claim.quote,
    facets: claim.stated.map(({ facet, axis, text }) => ({ facet, axis, text })),
    attributed: claim.attributed,
    judgements: [...new Set(claim.attributed)].map((party): PartyJudgement => {
      const judged = now.of(party)
      const runs = whyOf(now.matter, party, judged)
      return {
        party,
        judgement: judged.judgement,
        sentence: sentenceText(deal, runs),
        why: runs,
        borneOutBy: judged.borneOutBy,
        onDay: thenJudged(deal, term, claim, party, judged.judgement, asOf),
      }
    }),
    announcedBy: anyone.borneOutBy,
    sentence: claim.attributed.length === 0 ? sentenceText(deal, why) : null,
    why,
    place: claim.place,
  }
}

/** How it stood on the day of the report, and since when it stands as it does; null where nothing changed. */
function thenJudged(
  deal: Deal,
  term: Term,
  claim: Reported,
  party: string,
  judgement: Judgement,
  asOf: string | null,
): ThenJudged | null {
  const { day } = claim.source
  if (asOf !== null && asOf <= day) return null
  const on = (date: string): Judgement => judging(deal, term, claim, date).of(party).judgement
  const before = judging(deal, term, claim, day)
  const judged = before.of(party)
  if (judged.judgement === judgement) return null
  const days = [...new Set(statementsOf(deal).map((s) => s.day))]
    .filter((d) => d > day && (asOf === null || d <= asOf))
    .sort()
  const other = days.findLastIndex((d) => on(d) !== judgement)
  return {
    day,
    judgement: judged.judgement,
    sentence: sentenceText(deal, whyOf(before.matter, party, judged)),
    since: days[other + 1] ?? day,
  }
}
