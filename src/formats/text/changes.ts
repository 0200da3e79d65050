import type { ChangesReport, DealChange, TermChange } from '../../report/report.ts'
import { countsChange, headline, movedWords, staying } from './changes-counts.ts'
import { entryLines, fieldLines, sourceLines, wordsLines } from './changes-entry.ts'
import {
  type Changed,
  comparedWords,
  couldBeWords,
  flipped,
  keptWords,
  inBoth,
  revisionWords,
  standings,
  verdictChanged,
  worstFirst,
} from './changes-words.ts'
import { placeText } from './claims.ts'
import { operand } from './deal.ts'
import { blank, dotted, edges, INDENT, line, prose, type Sheet, span } from './sheet.ts'
import type { Style } from './style.ts'
import type { Line, Span } from './width.ts'
import { count } from './words.ts'

/** There is one column: what stands at the right edge of a wider page is far from what it is of. */
const WIDEST = 112

const path = (deal: DealChange): string => deal.to ?? deal.from ?? ''

/** What one types next to see the term. */
const typed = ({ deal, term }: Changed): string => {
  const name = operand({ deal: deal.deal, path: path(deal) })
  return term.state === 'removed' || deal.to === null ? `${name}: ${term.id}` : `${name} ${term.id}`
}

const glyph = (sheet: Sheet, term: TermChange): readonly Span[] => {
  const verdict = (term.after ?? term.before)?.verdict ?? null
  return verdict === null ? [span('  ')] : [span(`${sheet.mark[verdict]} `, verdict)]
}

/** `agrees → contradiction`. */
function fromTo(sheet: Sheet, term: TermChange): Line {
  const [before, after] = standings(term)
  const style: Style = term.after?.verdict ?? 'strong'
  return [span(`${before} ${sheet.mark.arrow} `), span(after, style)]
}

const wasCalled = ({ was }: TermChange): string => (was === null ? '' : `before, it was called ${was}`)

/** Why the verdict changed, each edit with its place. */
function causeLines(sheet: Sheet, term: TermChange): Line[] {
  return term.causes.flatMap(({ sentence, place }, i) =>
    edges(sheet, line(sentence), span(placeText(place), 'faint'), INDENT, [
      span(i === 0 ? 'because: ' : 'and:     ', 'strong'),
    ]),
  )
}

const titleLine = (sheet: Sheet, changed: Changed, more: Line = []): Line[] =>
  edges(
    sheet,
    [span(changed.term.title, 'strong'), ...more],
    span(typed(changed), 'next'),
    2,
    glyph(sheet, changed.term),
  )

/** What was edited in the term itself and in what was said of it. */
const editLines = (sheet: Sheet, { deal, term }: Changed): Line[] => [
  ...fieldLines(
    sheet,
    term.state === 'edited' || term.state === 'renamed' || sheet.verbose ? term.fields : [],
    'edited',
    INDENT,
  ),
  ...term.entries.flatMap((entry) => entryLines(sheet, deal, entry, INDENT)),
]

/** A term whose verdict changed: from what to what, what it is now in a sentence, why, and what was edited. */
function flippedLines(sheet: Sheet, changed: Changed): Line[] {
  const { term } = changed
  const told = [term.after?.sentence ?? '', couldBeWords(term.after), wasCalled(term)].filter((t) => t !== '')
  return [
    ...titleLine(sheet, changed),
    ...prose(sheet, fromTo(sheet, term), INDENT),
    ...told.flatMap((text) => prose(sheet, line(text), INDENT)),
    ...causeLines(sheet, term),
    ...(sheet.quiet ? [] : editLines(sheet, changed)),
  ]
}

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

/** One line a term, of a deal that was not there before, or is no more. */
function briefLines(sheet: Sheet, deal: DealChange): Line[] {
  return worstFirst(deal.terms.map((term) => ({ deal, term }))).flatMap((changed) => {
    const [before, after] = standings(changed.term)
    const verdict = changed.term.after === null ? before : after
    return [
      ...titleLine(sheet, changed, [span(` ${sheet.mark.dot} ${verdict}`)]),
      ...(sheet.verbose ? editLines(sheet, changed) : []),
    ]
  })
}

/** The verdict in a sentence, where that is another one now. */
const nowSaid = ({ before, after }: TermChange): string[] =>
  before !== null && after !== null && before.sentence !== after.sentence ? [after.sentence] : []

/** Terms that were edited and keep their verdict. */
function keptLines(sheet: Sheet, deal: DealChange): Line[] {
  const kept = deal.terms.filter((term) => !verdictChanged(term))
  return kept.flatMap((term) => {
    const told = [...nowSaid(term), wasCalled(term)].filter((text) => text !== '')
    return [
      ...titleLine(sheet, { deal, term }, [span(` ${sheet.mark.dot} ${keptWords(term)}`)]),
      ...told.flatMap((text) => prose(sheet, line(text), INDENT)),
      ...editLines(sheet, { deal, term }),
    ]
  })
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
    ...(deal.state === 'renamed' ? prose(sheet, heading) : edges(sheet, heading, span(path(deal), 'faint'))),
    ...prose(
      sheet,
      dots(
        sheet,
        countsChange(deal, sheet.mark.arrow).map((text) => ({ text })),
      ),
      2,
    ),
    ...(both ? [] : briefLines(sheet, deal)),
    ...part('Edited, and the verdict stays', kept),
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
export function changesScreen(changes: ChangesReport, whole: Sheet): Line[] {
  const sheet = { ...whole, width: Math.min(whole.width, WIDEST) }
  const header = headerLines(sheet, changes)
  if (changes.deals.length === 0 && changes.words.length === 0) {
    const of = changes.same === 0 ? '' : ` in ${count(changes.same, 'deal')}`
    return [...header, ...prose(sheet, line(`Nothing changed${of}: no term, no statement, no verdict.`))]
  }
  const flips = flipped(changes)
  const verdicts = flips.flatMap((changed, i) => [
    ...(i > 0 && !sheet.quiet ? [blank] : []),
    ...flippedLines(sheet, changed),
  ])
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
      `VERDICTS CHANGED ${flips.length}`,
      'worst first, each with what brought it about',
      verdicts,
    ),
    ...(sheet.quiet
      ? []
      : [
          ...section(sheet, `VOCABULARY ${changes.words.length}`, 'words that all deals share', words),
          ...changes.deals.flatMap((deal) => dealLines(sheet, changes, deal)),
          blank,
          ...(changes.same > 0 ? prose(sheet, line(sameWords(changes.same))) : []),
          ...next(sheet, changes, flips),
        ]),
  ]
}
