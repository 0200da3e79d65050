import { capital } from '../../names.ts'
import { placeText } from '../../place.ts'
import type { PartyJudgement, PressClaim, WhyRun } from '../../report/press-report.ts'
import type { Judgement } from '../../verdict.ts'
import { the } from '../../names.ts'
import { datesInWords, shortDate } from './dates.ts'
import { short, type View } from './deal.ts'
import { extentText, judgementHeadings, runWords, writer } from './press-words.ts'
import { dotted, edges, INDENT, line, prose, quoted, type Sheet, span } from './sheet.ts'
import type { Line, Span } from './width.ts'
import { list } from './words.ts'

/** A sentence in runs: the statements stand behind what they said, and no name is torn from its date. */
function whyLine(view: View, why: readonly WhyRun[]): Span[] {
  return why.flatMap((run, i): Span[] => {
    const { text, cited } = runWords(view, run)
    const last = i === why.length - 1
    const end = last ? '.' : ';'
    const words = `${i === 0 ? capital(text) : ` ${text}`}${cited.length === 0 ? end : ''}`
    return [
      span(words),
      ...cited.flatMap((name, j): Span[] => {
        const close = j === cited.length - 1 ? `)${end}` : ','
        return [span(' '), { text: `${j === 0 ? '(' : ''}${name}${close}`, style: 'faint', keep: true }]
      }),
    ]
  })
}

/** What became of it since the day of the report, where that is another judgement. */
function thenLines(view: View, { onDay: then, judgement }: PartyJudgement, indent: number): Line[] {
  if (then === null) return []
  const [day, since] = [shortDate(then.day, view.year), shortDate(then.since, view.year)]
  const text = `on the day of the report, ${day}: ${then.judgement}; since ${since}: ${then.now}`
  const why = view.sheet.verbose
    ? prose(
        view.sheet,
        line(datesInWords(judgement === then.now ? then.sentence : then.nowSentence), 'faint'),
        indent + 2,
      )
    : []
  return [...prose(view.sheet, line(capital(`${text}.`), 'faint'), indent), ...why]
}

function judgedLines(view: View, claim: PressClaim, judged: PartyJudgement, worst: Judgement | null): Line[] {
  const { sheet } = view
  const { mark } = sheet
  // The heading says it, unless the parties to whom it is credited are judged differently.
  const alone = claim.judgements.every((j) => j.judgement === worst)
  const lead = alone
    ? []
    : [
        span(`${short(view, judged.party)}: `, 'strong'),
        span(judged.judgement, judgementHeadings[judged.judgement].like),
        span('. '),
      ]
  const why = whyLine(view, judged.why)
  return [
    ...prose(sheet, [...lead, ...why], INDENT, [span(`${mark.arrow} `)]),
    ...thenLines(view, judged, INDENT + 2),
  ]
}

/** Of a joint text the same is said of each party: then it is said once, of all. */
function together(view: View, { judgements: all }: PressClaim): PartyJudgement | null {
  const [first, ...others] = all
  if (!first || others.length === 0) return null
  const names = all.map((j) => the(short(view, j.party)))
  const rest = (judged: PartyJudgement, i: number): string | null => {
    const [head, ...more] = judged.why
    const name = names[i] ?? ''
    if (head === undefined || judged.onDay !== null || !head.text.startsWith(`${name} `)) return null
    return JSON.stringify([judged.judgement, head.text.slice(name.length), head.sources, more])
  }
  const told = rest(first, 0)
  if (told === null || all.some((j, i) => rest(j, i) !== told)) return null
  const [head, ...more] = first.why
  if (head === undefined) return null
  const text = `${list(names)}${head.text.slice((names[0] ?? '').length)}`
  return { ...first, why: [{ ...head, text }, ...more] }
}

/** What an article says, in own words, with the few words at issue where they tell more. */
function saidIn(sheet: Sheet, { says: own, quote, facets }: PressClaim): string {
  const says = own === facets.map(({ text }) => text).join('; ') ? datesInWords(own) : own
  const repeated = quote === null || says.toLowerCase().includes(quote.toLowerCase())
  return repeated ? says : `${says}: ${quoted(sheet, quote)}`
}

function moreLines(view: View, claim: PressClaim): Line[] {
  const { sheet } = view
  if (!sheet.verbose) return []
  return claim.source.seen.flatMap(({ via, url }) => [
    ...(via === null ? [] : prose(sheet, line(`read in ${via}`, 'faint'), INDENT)),
    ...(url === null || !/^https?:\/\/\S+$/.test(url)
      ? []
      : [[span(' '.repeat(INDENT)), span(url, 'faint' as const)]]),
  ])
}

/** One claim: what it says, who says so of whom, what each side announced, and where it stands. */
export function claimLines(
  view: View,
  claim: PressClaim,
  worst: Judgement | null,
  typed: string,
  inArticle: boolean,
): Line[] {
  const { sheet } = view
  const like = worst === null ? 'press-only' : judgementHeadings[worst].like
  const said = claim.attributed.map((party) => the(short(view, party)))
  const part = claim.part === null ? null : line(claim.part, 'faint')
  const credit = said.length === 0 ? null : line(`credited to ${list(said)}`, 'faint')
  const who = inArticle ? null : line(writer(view, claim.source), 'faint')
  const place = span(placeText(claim.place), 'faint')
  const joint = together(view, claim)
  const about = dotted(sheet, [who, credit, part])
  const extent = extentText(claim)
  return [
    ...edges(sheet, line(saidIn(sheet, claim), 'strong'), span(typed, 'next'), 2, [
      span(`${sheet.mark[like]} `, like),
    ]),
    ...edges(sheet, about.length === 0 ? line(claim.title, 'faint') : about, place, INDENT),
    ...(extent === null ? [] : prose(sheet, line(datesInWords(extent), 'faint'), INDENT)),
    ...(joint ? [joint] : claim.judgements).flatMap((judged) => judgedLines(view, claim, judged, worst)),
    ...(claim.sentence === null
      ? []
      : prose(sheet, whyLine(view, claim.why), INDENT, [span(`${sheet.mark.arrow} `)])),
    ...moreLines(view, claim),
  ]
}
