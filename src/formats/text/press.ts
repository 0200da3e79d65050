import type { PressClaim, PressDeal, PressReport } from '../../report/press-report.ts'
import type { Report } from '../../report/report.ts'
import { dateSpan, isMonth, longDate, writtenSpan } from './dates.ts'
import { operand, type View } from './deal.ts'
import { claimLines } from './press-claim.ts'
import { asOfText, type Group, groupsOf, judgementCounts, pressView } from './press-words.ts'
import { blank, dotted, edges, line, prose, quoted, separated, type Sheet, span } from './sheet.ts'
import { type Line, lineWidth } from './width.ts'
import { count, list } from './words.ts'

/** What a hurried editor must see: claims that no word of the side they are credited to bears out. */
const graveOnly = new Set(['against what was announced', 'announced by neither', 'announced by another only'])

/** There is one column: what stands at the right edge of a wider page is far from what it is of. */
const WIDEST = 112
/** Below this, what a heading means stands below it. */
const NARROW = 80

/** The claims under one screen: of a deal, or of an article on one deal or several. */
interface Page {
  readonly claims: readonly PressClaim[]
  readonly views: ReadonlyMap<string, View>
  readonly inArticle: boolean
}

function groupLines(sheet: Sheet, page: Page, group: Group): Line[] {
  const many = page.views.size > 1
  const lines = group.claims.flatMap((claim) => {
    const view = page.views.get(claim.deal)
    if (!view) return []
    const typed = many ? `${operand(view.deal)} ${claim.term}` : claim.term
    return claimLines(view, claim, group.judgement, typed, page.inArticle)
  })
  const heading = span(`${group.heading} ${group.claims.length}`, group.like)
  const means = line(group.means, 'faint')
  const told =
    sheet.width < NARROW
      ? [...prose(sheet, [heading]), ...prose(sheet, means, 2)]
      : prose(sheet, means, 0, [heading, span('   ')])
  return [blank, ...told, ...lines]
}

function pageLines(sheet: Sheet, page: Page): Line[] {
  if (page.claims.length === 0) return [blank, ...prose(sheet, line('There is no reported claim to judge.'))]
  const groups = groupsOf(page.claims)
  const shown = sheet.quiet
    ? groups.filter((g) => g.judgement !== null && graveOnly.has(g.judgement))
    : groups
  const counts = judgementCounts(page.claims).map((text) => line(text, 'strong'))
  return [
    ...shown.flatMap((group) => groupLines(sheet, page, group)),
    blank,
    ...prose(sheet, dotted(sheet, counts)),
  ]
}

function dealHead(sheet: Sheet, deal: PressDeal, claims: readonly PressClaim[], asOf: string | null): Line[] {
  const held = deal.held === null ? null : line(`talks of ${writtenSpan(deal.held, sheet.mark.dash)}`)
  const parties = line(list(deal.parties.map((party) => party.short)))
  const articles = new Set(claims.map((c) => c.source.id)).size
  const dates = claims.map((c) => c.source.date).sort()
  // A month without a day begins no span of days.
  const known = dates.filter((date) => !isMonth(date))
  const days = known.length > 0 ? known : dates
  const when = days.length === 0 ? '' : ` of ${dateSpan(days[0] ?? '', days.at(-1) ?? '', sheet.mark.dash)}`
  return [
    ...edges(sheet, dotted(sheet, [line(deal.title, 'strong'), parties, held]), span(deal.path, 'faint')),
    ...prose(
      sheet,
      line(
        `${count(claims.length, 'claim')} in ${count(articles, 'report')}${when}.${asOfText(asOf, [deal])}`,
      ),
    ),
  ]
}

function articleHead(sheet: Sheet, press: PressReport, asOf: string | null): Line[] {
  const { article } = press
  if (!article) return []
  const { by, issuer, date, seen } = article.source
  const who = issuer === null || issuer === by ? by : `${by}, ${issuer}`
  const title = article.title === null ? null : line(quoted(sheet, article.title), 'strong')
  const about = press.deals.filter((deal) => press.claims.some((c) => c.deal === deal.deal))
  const against = about.length > 0 ? about : press.deals
  const deals = list(against.map((deal) => deal.title))
  return [
    ...edges(sheet, dotted(sheet, [title, line(who), line(longDate(date))]), span(article.path, 'faint')),
    ...seen.flatMap(({ url }) => (url !== null && /^https?:\/\/\S+$/.test(url) ? [line(url, 'faint')] : [])),
    ...prose(
      sheet,
      line(`${count(press.claims.length, 'claim')}, held against ${deals}.${asOfText(asOf, against)}`),
    ),
  ]
}

/** The two commands that lead on from here. */
function next(sheet: Sheet, press: PressReport): Line[] {
  const first = groupsOf(press.claims)[0]
  const claim = first?.claims[0]
  const deal = press.deals.find((d) => d.deal === claim?.deal)
  if (!first || !claim || !deal || sheet.quiet) return []
  const commands: [string, string][] = [
    ['One term, step by step:', `dealdiff ${operand(deal)} ${claim.term}`],
    ...(first.judgement === null
      ? []
      : [['What a word means:', `dealdiff explain "${first.judgement}"`] as [string, string]]),
  ]
  const spans = commands.map(([what, command]): Line => [span(`${what} `, 'faint'), span(command, 'next')])
  const both = dotted(sheet, spans)
  if (lineWidth(both) <= sheet.width) return [both]
  return commands.flatMap(([what, command]) =>
    prose(sheet, line(command, 'next'), 0, [span(`${what} `, 'faint')]),
  )
}

/** Claims of the press against what each side announced, those first that an editor must look at. */
export function pressScreen(report: Report, press: PressReport, wide: Sheet): Line[] {
  const sheet = { ...wide, width: Math.min(wide.width, WIDEST) }
  const views = new Map(press.deals.map((deal) => [deal.deal, pressView(report, deal, sheet)]))
  const screens = press.article
    ? [
        [
          ...articleHead(sheet, press, report.asOf),
          ...pageLines(sheet, { claims: press.claims, views, inArticle: true }),
        ],
      ]
    : press.deals.map((deal) => {
        const claims = press.claims.filter((c) => c.deal === deal.deal)
        const own = new Map([...views].filter(([id]) => id === deal.deal))
        return [
          ...dealHead(sheet, deal, claims, report.asOf),
          ...pageLines(sheet, { claims, views: own, inArticle: false }),
        ]
      })
  const all =
    screens.length > 1
      ? [
          blank,
          ...prose(
            sheet,
            dotted(sheet, [
              line(`All ${screens.length} deals`),
              ...judgementCounts(press.claims).map((text) => line(text, 'strong')),
            ]),
          ),
        ]
      : []
  return [
    ...prose(sheet, line(press.caveat)),
    blank,
    ...separated(sheet, screens),
    ...all,
    ...next(sheet, press),
  ]
}
