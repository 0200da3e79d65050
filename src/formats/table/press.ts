import { addressOf } from '../../deal.ts'
import type { PartyJudgement, PressClaim, PressReport } from '../../report/press-report.ts'
import { hyphened } from '../../verdict.ts'
import { type Column, type Table, tabulate } from './columns.ts'

/** One claim, and one of the parties to whom it is credited; none where it is credited to nobody. */
interface Judged {
  readonly claim: PressClaim
  readonly judged: PartyJudgement | null
}

const columns: readonly Column<Judged>[] = [
  { name: 'deal', of: ({ claim }) => claim.deal },
  { name: 'term', of: ({ claim }) => claim.term },
  { name: 'title', of: ({ claim }) => claim.title },
  { name: 'part', of: ({ claim }) => claim.part },
  { name: 'reported_by', of: ({ claim }) => claim.source.by },
  { name: 'date', of: ({ claim }) => claim.source.date },
  { name: 'url', of: ({ claim }) => addressOf(claim.source) },
  { name: 'says', of: ({ claim }) => claim.says },
  { name: 'quote', of: ({ claim }) => claim.quote },
  { name: 'party', of: ({ judged }) => judged?.party ?? null },
  { name: 'judgement', of: ({ judged }) => (judged === null ? 'not-judged' : hyphened(judged.judgement)) },
  { name: 'sentence', of: ({ claim, judged }) => judged?.sentence ?? claim.sentence },
  {
    name: 'borne_out_by',
    of: ({ claim, judged }) => (judged?.borneOutBy ?? claim.announcedBy).join(';'),
  },
  { name: 'on_day', of: ({ judged }) => (judged?.onDay ? hyphened(judged.onDay.judgement) : null) },
  { name: 'since', of: ({ judged }) => judged?.onDay?.since ?? null },
  { name: 'now', of: ({ judged }) => (judged?.onDay ? hyphened(judged.onDay.now) : null) },
  { name: 'judged', of: ({ claim }) => claim.judged },
  { name: 'not_judged', of: ({ claim }) => claim.notJudged.join('; ') },
  { name: 'path', of: ({ claim }) => claim.place.path },
  { name: 'line', of: ({ claim }) => claim.place.line },
]

/** A row a claim and party to whom it is credited. */
export const pressTable = (press: PressReport): Table =>
  tabulate(
    columns,
    press.claims.flatMap((claim): Judged[] =>
      claim.judgements.length === 0
        ? [{ claim, judged: null }]
        : claim.judgements.map((judged) => ({ claim, judged })),
    ),
  )
