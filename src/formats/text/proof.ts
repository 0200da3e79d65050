import { placeText } from '../../place.ts'
import type { Proof, Report, TermReport } from '../../report/report.ts'
import { aspectsLines } from './aspects.ts'
import { reportedLines, type Statement, statementLines } from './claims.ts'
import { isMonth, longDate } from './dates.ts'
import { attribution, operand, short, type View, viewOf } from './deal.ts'
import { fateLines } from './fates.ts'
import { blank, dotted, edges, INDENT, line, prose, type Sheet, separated, span } from './sheet.ts'
import { isJoint } from './speakers.ts'
import { stepLines } from './steps.ts'
import type { Line } from './width.ts'
import { wordingLines } from './wording.ts'
import { verdictWords } from './words.ts'

/** A section: nothing where it has no lines. */
function section(sheet: Sheet, heading: string, means: string, lines: readonly Line[]): Line[] {
  if (lines.length === 0) return []
  return [
    blank,
    ...prose(sheet, line(means), 0, [span(heading, 'strong'), span(means === '' ? '' : '  ')]),
    ...lines,
  ]
}

function top(view: View, term: TermReport): Line[] {
  const { sheet, deal } = view
  const { heading, means } = verdictWords[term.verdict]
  const singular =
    term.verdict === 'contradiction' ? 'CONTRADICTION' : term.verdict === 'differs' ? 'DIFFERS' : heading
  const about = [
    term.topic === null ? null : `topic: ${term.topic}`,
    `nature: ${term.nature}`,
    term.obligor.length > 0
      ? `would have to do it: ${term.obligor.map((party) => short(view, party)).join(', ')}`
      : null,
    term.subject === null ? null : `in other deals: ${term.subject}`,
  ]
  const could = term.couldBe.filter((verdict) => verdict !== term.verdict)
  return [
    ...edges(
      sheet,
      dotted(sheet, [line(term.title, 'strong'), line(deal.title)]),
      span(placeText(term.place), 'faint'),
    ),
    ...prose(
      sheet,
      dotted(
        sheet,
        about.map((text) => (text === null ? null : line(text, 'faint'))),
      ),
    ),
    blank,
    ...prose(sheet, line(means), 0, [
      span(`${sheet.mark[term.verdict]} ${singular}`, term.verdict),
      span('  '),
    ]),
    ...prose(sheet, line(term.sentence), 0, [span(`${sheet.mark.arrow} `)]),
    ...(could.length === 0
      ? []
      : prose(
          sheet,
          line(`It could be: ${could.map((verdict) => verdictWords[verdict].label).join(', ')}.`),
          2,
        )),
  ]
}

/** A list of what each of several verdicts would take. */
function reasoned(view: View, items: Proof['whyNot'], lead: (label: string) => string): Line[] {
  return items.flatMap(({ verdict, sentence }) => {
    const label = lead(verdictWords[verdict].label)
    return prose(view.sheet, line(sentence), 2, [
      span(`${view.sheet.mark[verdict]} `, verdict),
      span(`${label} `, 'strong'),
    ])
  })
}

function statements(view: View, term: TermReport, proof: Proof): Line[] {
  const claims = term.versions.flatMap((version) =>
    version.claims.map((claim) => ({ party: version.party, claim })),
  )
  const told = new Map<string, Statement>()
  for (const statement of proof.statements) {
    const { party, source, says, quote, place } = statement
    const found = claims.find(
      ({ party: of, claim }) =>
        of === party &&
        claim.source === source &&
        claim.place.line === place.line &&
        claim.place.path === place.path,
    )
    const part = found?.claim.part ?? null
    // A joint text is one statement, however many make it their word.
    const joint = isJoint(view.source(source))
    const key = JSON.stringify(joint ? [source, part, says, quote] : [told.size])
    const parties = [...new Set([...(told.get(key)?.parties ?? []), ...(party === '' ? [] : [party])])]
    told.set(key, {
      ...statement,
      date: asWritten(view, source, statement.date),
      parties,
      part,
      original: found?.claim.original ?? null,
    })
  }
  // What was searched in all of a side's statements has no date, and comes last.
  const dated = [...told.values()].sort((a, b) => Number(a.date === '') - Number(b.date === ''))
  return dated.flatMap((statement) => statementLines(view, statement, 2))
}

/** Of a statement with no more than a month, the month, not the day that it counts from. */
function asWritten(view: View, source: string, date: string): string {
  const own = view.source(source)?.date ?? date
  return isMonth(own) && date.startsWith(own) ? own : date
}

/** What a side said against its own word. */
function againstItself(view: View, term: TermReport): Line[] {
  return term.inconsistencies.flatMap((found) => [
    ...prose(view.sheet, line(found.sentence), 2, [
      span('! ', 'warning'),
      span(`${short(view, found.party)}: `),
    ]),
    ...prose(view.sheet, line(found.claims.map((id) => attribution(view, id)).join(', '), 'faint'), INDENT),
  ])
}

function proofLines(view: View, term: TermReport, proof: Proof): Line[] {
  const { sheet } = view
  const part = (heading: string, means: string, lines: readonly Line[]) =>
    section(sheet, heading, means, lines)
  const closes = view.deal.recordCloses
  const searched = closes === null ? '' : `nothing after ${longDate(closes)} was searched`
  return [
    ...top(view, term),
    ...part('SIDE BY SIDE', 'what each says, aspect by aspect', aspectsLines(view, term)),
    ...part(
      'WHY NOT',
      'the neighbouring verdicts',
      reasoned(view, proof.whyNot, (label) => `${label}:`),
    ),
    ...part(
      'WHAT WOULD CHANGE IT',
      '',
      reasoned(view, proof.flips, (label) => `to ${label}:`),
    ),
    ...part(
      'STATEMENTS',
      ['in the order of their dates', searched].filter((text) => text !== '').join('; '),
      statements(view, term, proof),
    ),
    ...part('VERDICT BY DATE', 'how it came about, statement by statement', stepLines(view, proof.byDate, 2)),
    ...wordingLines(view, proof, part),
    ...part(
      'REPORTED',
      'by others, never counted as the word of a side',
      sheet.quiet ? [] : reportedLines(view, term, 2),
    ),
    ...part('A SIDE AGAINST ITSELF', 'no part of the verdict', againstItself(view, term)),
    ...part('WHAT BECAME OF IT', 'no verdict rests on it', fateLines(view, term, 2)),
    blank,
    ...(sheet.quiet
      ? []
      : [
          ...prose(sheet, line(`dealdiff ${operand(view.deal)}`, 'next'), 0, [
            span('The whole deal: ', 'faint'),
          ]),
          ...prose(sheet, line(`dealdiff explain ${term.verdict}`, 'next'), 0, [
            span('What a word means: ', 'faint'),
          ]),
        ]),
  ]
}

/** Terms step by step. */
export function proofScreen(report: Report, proofs: readonly Proof[], sheet: Sheet): Line[] {
  const screens = proofs.flatMap((proof) => {
    const deal = report.deals.find((d) => d.deal === proof.deal)
    const term = deal?.terms.find((t) => t.id === proof.term)
    return deal && term ? [proofLines(viewOf(report, deal, sheet, true), term, proof)] : []
  })
  return separated(sheet, screens)
}
