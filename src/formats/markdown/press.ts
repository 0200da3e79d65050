import { addressOf } from '../../deal.ts'
import type { Place } from '../../place.ts'
import { capital, the } from '../../names.ts'
import type { PartyJudgement, PressClaim, PressReport, WhyRun } from '../../report/press-report.ts'
import type { Report } from '../../report/report.ts'
import type { Judgement } from '../../verdict.ts'
import { longDate, shortDate } from '../text/dates.ts'
import { short as shortName, type View } from '../text/deal.ts'
import {
  asOfText,
  extentText,
  type Group,
  groupsOf,
  judgementCounts,
  pressView,
  runWords,
  writer,
} from '../text/press-words.ts'
import { sheetOf } from '../text/sheet.ts'
import { list } from '../text/words.ts'
import { bold, code, head, link, literal, row, short } from './escape.ts'
import { glyphs } from './glyphs.ts'
import { type Item, plain, type Section, weights } from './page.ts'

type At = (place: Place) => string

/** The words of the screen are those of a comment. */
const sheet = sheetOf({ width: null, color: false, ascii: false, verbose: false, quiet: false, prefix: '' })

function whyText(view: View, why: readonly WhyRun[]): string {
  const runs = why.map((run) => {
    const { text, cited } = runWords(view, run)
    return cited.length === 0 ? text : `${text} (${cited.join(', ')})`
  })
  return literal(short(`${capital(runs.join('; '))}.`))
}

function judgedText(view: View, judged: PartyJudgement): string {
  const { onDay: then } = judged
  const before =
    then === null
      ? ''
      : ` _${literal(`On the day of the report, ${shortDate(then.day, view.year)}: ${then.judgement}; since ${shortDate(then.since, view.year)}: ${then.now}.`)}_`
  return `${bold(`${shortName(view, judged.party)}: ${judged.judgement}.`)} ${whyText(view, judged.why)}${before}`
}

const weightOf = (judgement: Judgement | null): number =>
  judgement === null || judgement === 'as announced' || judgement === 'less than announced'
    ? weights.detail
    : judgement === 'against what was announced'
      ? weights.trouble
      : weights.worst

function claimItem(view: View, claim: PressClaim, group: Group, at: At, inArticle: boolean): Item {
  const quote = claim.quote === null ? '' : ` “${literal(short(claim.quote))}”`
  const credited = list(claim.attributed.map((party) => the(shortName(view, party))))
  const url = addressOf(claim.source)
  const about = [
    inArticle ? '' : literal(short(writer(view, claim.source))),
    credited === '' ? '' : `credited to ${literal(short(credited))}`,
    inArticle ? '' : link(url),
    code(claim.term),
    at(claim.place),
  ].filter((text) => text !== '')
  const extent = extentText(claim)
  const told =
    claim.sentence === null ? claim.judgements.map((j) => judgedText(view, j)) : [whyText(view, claim.why)]
  return {
    text: row([
      `${bold(short(claim.says))}${quote}<br>${about.join(' · ')}${extent === null ? '' : `<br>_${literal(short(extent))}_`}`,
      told.join('<br>'),
    ]),
    weight: weightOf(group.judgement),
  }
}

/** Claims of the press against what each side announced, a table for each judgement. */
export function pressSections(report: Report, press: PressReport, at: At): Section[] {
  const views = new Map(press.deals.map((deal) => [deal.deal, pressView(report, deal, sheet)]))
  const { article } = press
  const title = article
    ? [
        article.title === null ? '' : `“${literal(short(article.title))}”`,
        literal(short(article.source.by)),
        literal(longDate(article.source.date)),
        link(addressOf(article.source)),
        code(article.path),
      ]
    : press.deals.map((deal) => `${literal(short(deal.title))} ${code(deal.path)}`)
  const asOf = literal(asOfText(report.asOf, press.deals))
  const counts = judgementCounts(press.claims).map(literal).join(' · ')
  const heading = `### What was reported, against what was announced\n\n${literal(press.caveat)}${asOf}\n\n`
  return [
    plain(`${heading}${title.filter((text) => text !== '').join(' · ')}\n\n${counts}`),
    ...groupsOf(press.claims).map((group): Section => ({
      before: `#### ${literal(glyphs[group.like])} ${capital(group.heading.toLowerCase())} ${group.claims.length}: ${group.means}\n\n${head(['Reported', 'Announced'])}`,
      items: group.claims.flatMap((claim) => {
        const view = views.get(claim.deal)
        return view ? [claimItem(view, claim, group, at, article !== null)] : []
      }),
      one: 'claim',
    })),
  ]
}
