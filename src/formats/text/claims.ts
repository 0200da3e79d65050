import { type Place, placeText } from '../../place.ts'
import type { ReportedReport, SourceReport, TermReport, VersionReport } from '../../report/report.ts'
import { silenceWords } from './cells.ts'
import { longDate } from './dates.ts'
import { attribution, short, type View } from './deal.ts'
import { addressLines, dotted, INDENT, line, prose, quoted, span } from './sheet.ts'
import { speakerInFull } from './speakers.ts'
import type { Line } from './width.ts'
import { list } from './words.ts'

const copies: { readonly [copy: string]: string } = {
  original: 'read at the issuer',
  reprint: 'read in a reprint',
  report: 'read in a report',
}

/** Where a statement was seen: a line for each copy, its address unbroken below. */
function seenLines(view: View, source: SourceReport | undefined, indent: number): Line[] {
  const whole = source?.read === 'whole' ? ', whole' : source?.read === 'part' ? ', in part' : ''
  return (source?.seen ?? []).flatMap((seen) => [
    ...prose(
      view.sheet,
      line(`${copies[seen.copy] ?? seen.copy}${seen.via ? ` by ${seen.via}` : ''}${whole}`, 'faint'),
      indent,
    ),
    ...addressLines(view.sheet, seen.url, indent),
  ])
}

export interface Statement {
  /** Of a joint text, all that it is of. */
  readonly parties: readonly string[]
  readonly source: string
  readonly date: string
  readonly part: string | null
  readonly says: string | null
  readonly quote: string | null
  readonly original: string | null
  readonly place: Place
}

/** Who did not say it: no name stands for all that was searched, nor a date for what has none. */
function searchedHead(view: View, { parties, date, says }: Statement): Line {
  return dotted(view.sheet, [
    date === '' ? null : line(longDate(date), 'strong'),
    [
      span(list(parties.map((party) => short(view, party)))),
      span(` ${view.sheet.mark.dot} searched: ${says ?? 'not found'}`),
    ],
  ])
}

/** A silence that rests on a search: no one said what is not found. */
const isSearch = ({ source, says }: Statement): boolean =>
  source === '' || /^not found in \d+ statements?$/.test(says ?? '')

/** One statement in full: when, who, in what rank; its words; where it was read; its place in the file if asked. */
export function statementLines(view: View, statement: Statement, indent: number): Line[] {
  const { sheet } = view
  const inner = indent + 2
  const place = sheet.verbose ? prose(sheet, line(placeText(statement.place), 'faint'), inner) : []
  if (isSearch(statement)) return [...prose(sheet, searchedHead(view, statement), indent), ...place]
  const source = view.source(statement.source)
  const head = dotted(sheet, [
    statement.date === '' ? null : line(longDate(statement.date), 'strong'),
    statement.parties.length === 0 ? null : line(list(statement.parties.map((party) => short(view, party)))),
    line(source ? speakerInFull(source) : statement.source),
  ])
  const own = statement.part === null ? '' : `${statement.part}: `
  const words = [
    ...(statement.says === null ? [] : [`${own}${statement.says}`]),
    ...(statement.quote === null
      ? []
      : [`${statement.says === null ? own : ''}${quoted(sheet, statement.quote)}`]),
    ...(statement.original === null ? [] : [`in the original: ${quoted(sheet, statement.original)}`]),
  ]
  return [
    ...prose(sheet, head, indent),
    ...words.flatMap((text) => prose(sheet, line(text), inner)),
    ...(sheet.quiet ? [] : seenLines(view, source, inner)),
    ...place,
  ]
}

/** Where a silence was looked for, each statement by name. */
function silenceLines(view: View, version: VersionReport, indent: number): Line[] {
  const { state, sources } = version.silence ?? { state: 'unrecorded', sources: [] }
  const searched = state === 'verified' || state === 'partial' || state === 'unrecorded'
  const where = searched ? sources.map((id) => attribution(view, id)).join(', ') : ''
  const text = [...silenceWords(view, version.silence), span(where === '' ? '' : `: ${where}`, 'faint')]
  return prose(view.sheet, text, indent, [span(`${short(view, version.party)}: `)])
}

/** Everything announced of a term, party by party. */
export function claimLines(view: View, term: TermReport, indent = INDENT): Line[] {
  return term.versions.flatMap((version) =>
    version.state === 'silent'
      ? silenceLines(view, version, indent)
      : version.claims.flatMap((claim) =>
          statementLines(view, { ...claim, parties: [version.party] }, indent),
        ),
  )
}

/** What was reported, of whom, and by whom. */
function reportedText(view: View, reported: ReportedReport): Line {
  const who = reported.attributed.map((party) => short(view, party))
  const said = who.length > 0 ? `said of ${list(who)}` : 'said of no one in particular'
  return [
    ...dotted(view.sheet, [line(reported.says), line(said, 'faint')]),
    span(' '),
    {
      text: `${view.sheet.mark.dot} ${attribution(view, reported.source)}`,
      style: 'faint' as const,
      keep: true,
    },
  ]
}

/** What the press reports was agreed, and what that is to the word of the party it is attributed to. */
export function reportedLines(view: View, term: TermReport, indent: number): Line[] {
  return term.reported.flatMap((reported) => {
    const judged = reported.judgement.map(({ party, judgement }) =>
      reported.judgement.length > 1 ? `${short(view, party)}: ${judgement}` : judgement,
    )
    const ends = judged.length > 0 ? [span(` ${view.sheet.mark.arrow} ${judged.join('; ')}`)] : []
    return [
      ...prose(view.sheet, [...reportedText(view, reported), ...ends], indent),
      ...(view.sheet.verbose ? seenLines(view, view.source(reported.source), indent + 2) : []),
    ]
  })
}

/** One report for all, one that names a side first, and how many more there are. */
export function reportedBriefly(view: View, term: TermReport, indent: number): Line[] {
  const first = term.reported.find((reported) => reported.attributed.length > 0) ?? term.reported[0]
  if (!first) return []
  const others = term.reported.length - 1
  const more = others === 0 ? [] : [span(`, ${others} more`, 'faint')]
  return prose(view.sheet, [...reportedText(view, first), ...more], indent)
}
