import { andList, capital } from '../../names.ts'
import { keyText } from '../../read/stamp.ts'
import type { PartyJudgement, PressClaim, PressReport } from '../../report/press-report.ts'
import { gravestFirst, hyphened, type Judgement } from '../../verdict.ts'
import { extentText } from '../text/press-words.ts'
import type { Alert } from '../alerts.ts'

/** What a judgement is called among alerts; `--fail-on` has the shorter words. */
export const pressRule = (judgement: Judgement): string => `press-${hyphened(judgement)}`

/** What an editor is told of without asking: claims that no word of the side they are credited to bears out. */
export const told: readonly Judgement[] = [
  'against what was announced',
  'announced by neither',
  'announced by another only',
]

/** What a claim can be, gravest first, for the formats that list what they can say. */
export const pressJudgements = gravestFirst

/** One alert a claim, for the gravest of its judgements that fails the command, else that is told of. */
export function ofPress(press: PressReport, failOn: readonly string[]): Omit<Alert, 'key'>[] {
  return press.claims.flatMap((claim) => {
    const has = (words: readonly Judgement[]): Judgement | undefined =>
      words.find((word) => claim.judgements.some((j) => j.judgement === word))
    const fails = has(gravestFirst.filter((word) => failOn.includes(hyphened(word))))
    const judgement = fails ?? has(told)
    return judgement === undefined
      ? []
      : [alertOf(claim, judgement, fails !== undefined, press.article !== null)]
  })
}

/** What it was on the day of the report, and since: one of the two is what it counts as. */
const changed = ({ onDay: then }: PartyJudgement): string =>
  then === null
    ? ''
    : ` On the day of the report, ${then.day}: ${then.judgement}; since ${then.since}: ${then.now}.`

function alertOf(
  claim: PressClaim,
  judgement: Judgement,
  failing: boolean,
  inArticle: boolean,
): Omit<Alert, 'key'> {
  const judged = claim.judgements.filter((j) => j.judgement === judgement)
  const sentences = [...new Set(judged.map((j) => `${j.sentence}${changed(j)}`))].join(' ')
  const of = andList(judged.map((j) => j.party))
  const extent = extentText(claim)
  const scope = extent === null ? '' : `${capital(extent)}. `
  return {
    rule: pressRule(judgement),
    level: failing ? 'error' : judgement === 'against what was announced' ? 'warning' : 'note',
    failing,
    title: `${judgement}: ${claim.deal} ${claim.term}`,
    message: `“${claim.says}” (${claim.source.by}, credited to ${of}): ${judgement}. ${scope}${sentences}`,
    help: null,
    place: claim.place,
    file: claim.place.path,
    related: [],
    about: inArticle
      ? `claims/${keyText(claim.term)}`
      : `reported/${keyText(`${claim.term} ${claim.source.id}`)}`,
    args: [claim.part ?? '', claim.says, ...judged.map((j) => j.party)],
    excerpt: null,
    fix: [],
    suppressed: null,
  }
}
