import { longDate } from './dates.ts'
import type { ChangesReport, DealChange } from '../../report/report.ts'
import { countsChange, headline, movedWords, staying } from './changes-counts.ts'
import { fieldLines, sourceLines, wordsLines } from './changes-entry.ts'
import { briefLines, flippedLines, keptLines, pathOf, typed } from './changes-term.ts'
import {
  type Changed,
  comparedWords,
  flipped,
  inBoth,
  newlyGrave,
  type revisionWords,
} from './changes-words.ts'
import { blank, dotted, edges, INDENT, line, prose, type Sheet, span } from './sheet.ts'
import type { Style } from './style.ts'
import type { Line } from './width.ts'
import { count } from './words.ts'

/** There is one column: what stands at the right edge of a wider page is far from what it is of. */
const WIDEST = 112

/** Parts with a dot between them, which goes to the next line with the part after it. */
const dots = (sheet: Sheet, parts: readonly { readonly text: string; readonly style?: Style }[]): Line =>
  parts.flatMap(({ text, style }, i): Line => {
    const kept = {
      text: i === 0 ? text : `${sheet.mark.dot} ${text}`,
      keep: true,
      ...(style ? { style } : {}),
    }
    return i === 0 ? [kept] : [span(' '), kept]
  })

/** A heading above some lines; nothing where there are none. */
const section = (sheet: Sheet, name: string, means: string, lines: readonly Line[]): Line[] =>
  lines.length === 0
    ? []
    : [
        blank,
        ...prose(sheet, line(means), 0, [span(name, 'strong'), span(means === '' ? '' : '  ')]),
        ...lines,
      ]

/** `Changes from origin/main (3f2a91cd) to the files as they are.` */
function headerLines(sheet: Sheet, changes: ChangesReport): Line[] {
  const { base, head } = comparedWords(changes)
  const side = (parts: ReturnType<typeof revisionWords>): Line =>
    parts.flatMap(({ text, name }, i): Line =>
      i === 0 ? [span(text, name ? 'strong' : undefined)] : [span(` (${text})`, 'faint')],
    )
  return prose(sheet, [
    span('Changes  ', 'faint'),
    ...side(base),
    span(` ${sheet.mark.arrow} `),
    ...side(head),
  ])
}

/** What else changed in one deal. */
function dealLines(sheet: Sheet, changes: ChangesReport, deal: DealChange): Line[] {
  const both = inBoth(deal)
  const moved = movedWords(deal, changes, sheet.mark.arrow)
  const left = staying(deal)
  const heading = dotted(sheet, [line(deal.title, 'strong'), moved === '' ? null : line(moved)])
  const kept = both ? keptLines(sheet, deal) : []
  const stay = left > 0 && both ? prose(sheet, line(`${count(left, 'term')} as before`, 'faint'), 2) : []
  const part = (name: string, lines: readonly Line[]): Line[] =>
    lines.length === 0 ? [] : [...prose(sheet, line(name, 'faint'), 2), ...lines]
  return [
    blank,
    ...(deal.state === 'renamed'
      ? prose(sheet, heading)
      : edges(sheet, heading, span(pathOf(deal), 'faint'))),
    ...prose(
      sheet,
      dots(
        sheet,
        countsChange(deal, sheet.mark.arrow).map((text) => ({ text })),
      ),
      2,
    ),
    ...(both ? [] : briefLines(sheet, deal)),
    ...part('The verdict stays', kept),
    ...part(
      'Statements',
      deal.sources.flatMap((source) => sourceLines(sheet, source, INDENT)),
    ),
    ...part('Words of its own', wordsLines(sheet, deal.words, INDENT)),
    ...part('The deal itself', fieldLines(sheet, deal.fields, 'edited', INDENT)),
    ...stay,
  ]
}

/** What `--fail-on` would count, and how one looks closer. */
function next(sheet: Sheet, changes: ChangesReport, flips: readonly Changed[]): Line[] {
  const words = Object.entries(changes.summary)
    .filter(([, n]) => n > 0)
    .map(([word, n]) => (n > 1 ? `${word} (${n})` : word))
  const shown = flips.find(({ deal, term }) => deal.to !== null && term.after !== null)
  const command = (what: string, text: string): Line[] =>
    prose(sheet, line(text, 'next'), 0, [span(`${what} `, 'faint')])
  return [
    ...(sheet.verbose && words.length > 0 ? command('As --fail-on calls it:', words.join(', ')) : []),
    ...(shown ? command('One of them, step by step:', `dealdiff ${typed(shown)}`) : []),
  ]
}

const sameWords = (same: number): string =>
  same === 1 ? '1 deal is the same in both.' : `${count(same, 'deal')} are the same in both.`

/** What an edit changed: verdicts first, worst first, each with its cause; then what else was edited, deal by deal. */
export function changesScreen(changes: ChangesReport, asOf: string | null, whole: Sheet): Line[] {
  const sheet = { ...whole, width: Math.min(whole.width, WIDEST) }
  const told = `Verdicts as of ${longDate(asOf ?? '')}; what was edited is listed whatever its day.`
  const header = [...headerLines(sheet, changes), ...(asOf === null ? [] : prose(sheet, line(told)))]
  if (changes.deals.length === 0 && changes.words.length === 0) {
    const of = changes.same === 0 ? '' : ` in ${count(changes.same, 'deal')}`
    return [...header, ...prose(sheet, line(`Nothing changed${of}: no term, no statement, no verdict.`))]
  }
  const [flips, graves] = [flipped(changes), newlyGrave(changes)]
  const each = (all: readonly Changed[]): Line[] =>
    all.flatMap((changed, i) => [...(i > 0 && !sheet.quiet ? [blank] : []), ...flippedLines(sheet, changed)])
  const words = wordsLines(sheet, changes.words, 2)
  return [
    ...header,
    ...prose(
      sheet,
      dots(
        sheet,
        headline(changes).map(({ text, grave }) => ({ text, style: grave ? 'warning' : 'strong' })),
      ),
    ),
    ...section(
      sheet,
      `NEW CONTRADICTIONS ${graves.length}`,
      'of deals that were not there before, or could not be read',
      each(graves),
    ),
    ...section(
      sheet,
      `VERDICTS CHANGED ${flips.length}`,
      'worst first, each with what brought it about',
      each(flips),
    ),
    ...(sheet.quiet
      ? []
      : [
          ...section(sheet, `VOCABULARY ${changes.words.length}`, 'words that all deals share', words),
          ...changes.deals.flatMap((deal) => dealLines(sheet, changes, deal)),
          blank,
          ...(changes.same > 0 ? prose(sheet, line(sameWords(changes.same))) : []),
          ...next(sheet, changes, [...graves, ...flips]),
        ]),
  ]
}
