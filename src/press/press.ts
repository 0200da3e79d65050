import { sidesOf } from '../compare/compare.ts'
import { dealAsOf } from '../compare/as-of.ts'
import { announcedVersions, counting, judgePress, type PressJudgement } from '../compare/press.ts'
import type { Deal, Reported, Term } from '../deal.ts'
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
import { gravest, gravestFirst, hyphened, type Judgement, judgementWords } from '../verdict.ts'
import { extentOf } from './extent.ts'
import type { Matter } from './parties.ts'
import { sentenceText, whoAnnounced, whyOf } from './why.ts'

/** The first thing a reader must know. */
const CAVEAT = 'It compares what was reported with what was announced, not with what is true.'

/** What claims are judged, and as of when. */
export interface Asked {
  readonly deals: readonly Deal[]
  /** Null for what the deals themselves report. */
  readonly article: Article | null
  readonly asOf: string | null
  readonly wants: (deal: Deal, term: Term) => boolean
}

type OnDay = ReturnType<typeof dealsByDay>

/** Every claim of an article, or of what the deals report, against what each party announced. */
export function reportPress({ deals: whole, article, asOf, wants }: Asked): PressReport {
  // What was said later is gone before anything is judged.
  const asked = new Map(whole.map((deal) => [deal, dealAsOf(deal, asOf)]))
  const deals = [...asked.values()]
  const told =
    article?.claims.map(({ deal, claim }) => ({ deal: asked.get(deal) ?? dealAsOf(deal, asOf), claim })) ??
    deals.flatMap((deal) => deal.reported.map((claim) => ({ deal, claim })))
  const onDay = dealsByDay()
  const claims = told.flatMap(({ deal, claim }) => {
    const term = deal.terms.get(claim.term)
    return term && wants(deal, term) ? [judgeClaim(deal, term, claim, onDay)] : []
  })
  return {
    caveat: CAVEAT,
    article: article && { path: article.path, title: article.title, source: reportSource(article.source) },
    deals: deals.map(reportOf),
    claims: [...claims].sort((a, b) => gravity(a) - gravity(b)),
    summary: summarised(claims),
  }
}

/** A deal as of some day, worked out once for all the claims that ask for it. */
function dealsByDay(): (deal: Deal, day: string) => Deal {
  const known = new Map<Deal, Map<string, Deal>>()
  return (deal, day) => {
    const days = known.get(deal) ?? new Map<string, Deal>()
    const found = days.get(day) ?? dealAsOf(deal, day)
    known.set(deal, days.set(day, found))
    return found
  }
}

/** Where among the groups a claim stands; one that is judged of nobody comes last. */
const gravity = ({ judgements: of }: PressClaim): number => {
  const worst = gravest(of.map((j) => j.judgement))
  return worst === null ? gravestFirst.length : gravestFirst.indexOf(worst)
}

function summarised(claims: readonly PressClaim[]): PressSummary {
  const all = claims.flatMap((c) => c.judgements.map((j) => hyphened(j.judgement)))
  return Object.fromEntries([
    ...judgementWords.map((word) => [word, all.filter((w) => w === word).length]),
    ['not-judged', claims.filter((c) => c.judgements.length === 0).length],
  ])
}

function reportOf({ id, title, path, held, recordCloses, parties, sources }: Deal): PressDeal {
  const all = [...sources.values()].map(reportSource)
  return { deal: id, title, path, held, recordCloses, parties, sources: all }
}

interface Judged {
  readonly matter: Matter
  readonly of: (party: string) => PressJudgement
}

/** A claim by what had been announced, by whichever party: a term need not be compared between all of them. */
function judging(deal: Deal, term: Term, claim: Reported): Judged {
  const { sides, context } = sidesOf(deal, term, null)
  const versions = announcedVersions(deal, deal.histories.get(term.id) ?? new Map(), context)
  return {
    matter: { deal, claim, sides, versions, nature: term.nature },
    of: (party) => judgePress(claim, party, versions, term, context),
  }
}

/** No party is called so: against it, all are others. */
const NOBODY = ''

function judgeClaim(deal: Deal, term: Term, claim: Reported, onDay: OnDay): PressClaim {
  const now = judging(deal, term, claim)
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
    ...extentOf(claim, term, deal.vocabulary),
    attributed: claim.attributed,
    judgements: [...new Set(claim.attributed)].map((party): PartyJudgement => {
      const today = now.of(party)
      const older = thenJudged(deal, term, claim, party, now, onDay)
      // The milder of the two counts; the other stands beside it.
      const isOld = older !== null && counting(older.changed.judgement, today.judgement) !== today.judgement
      const { matter, judged } = isOld ? older : { matter: now.matter, judged: today }
      const runs = whyOf(matter, party, judged)
      return {
        party,
        judgement: judged.judgement,
        sentence: sentenceText(deal, runs),
        why: runs,
        borneOutBy: judged.borneOutBy,
        onDay: older?.changed ?? null,
      }
    }),
    announcedBy: anyone.borneOutBy,
    sentence: claim.attributed.length === 0 ? sentenceText(deal, why) : null,
    why,
    place: claim.place,
  }
}

/** How it stood on the day of the report, how it stands now, and since when; null where nothing changed. */
function thenJudged(
  deal: Deal,
  term: Term,
  claim: Reported,
  party: string,
  now: Judged,
  onDay: OnDay,
): { readonly changed: ThenJudged; readonly matter: Matter; readonly judged: PressJudgement } | null {
  const { day } = claim.source
  // Whoever dated what is judged: a party, or the press with how one way of counting becomes another.
  const days = [...new Set([...deal.sources.values()].map((s) => s.day))].filter((d) => d > day).sort()
  if (days.length === 0) return null
  const on = (date: string): Judgement => judging(onDay(deal, date), term, claim).of(party).judgement
  const before = judging(onDay(deal, day), term, claim)
  const judged = before.of(party)
  const today = now.of(party)
  if (judged.judgement === today.judgement) return null
  const other = days.findLastIndex((d) => on(d) !== today.judgement)
  const then: ThenJudged = {
    day,
    judgement: judged.judgement,
    sentence: sentenceText(deal, whyOf(before.matter, party, judged)),
    since: days[other + 1] ?? day,
    now: today.judgement,
    nowSentence: sentenceText(deal, whyOf(now.matter, party, today)),
  }
  return { changed: then, matter: before.matter, judged }
}
