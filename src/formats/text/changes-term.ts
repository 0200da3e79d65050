import { placeText } from '../../place.ts'
import type { DealChange, TermChange } from '../../report/report.ts'
import { entryLines, fieldLines } from './changes-entry.ts'
import { againstItselfWords, retold } from './changes-itself.ts'
import {
  causesOf,
  type Changed,
  couldBeWords,
  keptWords,
  standings,
  verdictChanged,
  worstFirst,
} from './changes-words.ts'
import { operand, shellWord } from './deal.ts'
import { edges, INDENT, line, prose, type Sheet, span } from './sheet.ts'
import type { Style } from './style.ts'
import type { Line, Span } from './width.ts'

/** The file of a deal: at the head or, of one that is gone, at the base. */
export const pathOf = (deal: DealChange): string => deal.to ?? deal.from ?? ''

/** What one types next to see the term; one that is gone is seen in the file at the base. */
export function typed({ deal, term }: Changed): string {
  const gone = term.state === 'removed' && deal.from !== null
  const name = gone ? operandAt(deal, deal.from) : operand({ deal: deal.deal, path: pathOf(deal) })
  return `${name} ${term.id}`
}

/** By name a deal is found as it is now, so that one at a revision goes by its file. */
const operandAt = ({ deal }: DealChange, path: string): string =>
  path.includes(':') ? shellWord(path) : operand({ deal, path })

const glyph = (sheet: Sheet, term: TermChange): readonly Span[] => {
  const verdict = (term.after ?? term.before)?.verdict ?? null
  return verdict === null ? [span('  ')] : [span(`${sheet.mark[verdict]} `, verdict)]
}

/** `agrees → contradiction`. */
function fromTo(sheet: Sheet, changed: Changed): Line {
  const [before, after] = standings(changed)
  const style: Style = changed.term.after?.verdict ?? 'strong'
  return [span(`${before} ${sheet.mark.arrow} `), span(after, style)]
}

const wasCalled = ({ was }: TermChange): string => (was === null ? '' : `before, it was called ${was}`)

/** Why the verdict or its sentence changed, each edit with its place. */
function causeLines(sheet: Sheet, changed: Changed): Line[] {
  return causesOf(changed).flatMap(({ sentence, place }, i) =>
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

/** What a side said against its own word, where that came or went. */
const itselfLines = (sheet: Sheet, changed: Changed): Line[] =>
  againstItselfWords(changed).flatMap((text) => prose(sheet, line(text), INDENT, [span('! ', 'warning')]))

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
export function flippedLines(sheet: Sheet, changed: Changed): Line[] {
  const { term } = changed
  const told = [term.after?.sentence ?? '', couldBeWords(term.after), wasCalled(term)].filter((t) => t !== '')
  return [
    ...titleLine(sheet, changed),
    ...prose(sheet, fromTo(sheet, changed), INDENT),
    ...told.flatMap((text) => prose(sheet, line(text), INDENT)),
    ...itselfLines(sheet, changed),
    ...causeLines(sheet, changed),
    ...(sheet.quiet ? [] : editLines(sheet, changed)),
  ]
}

/** One line a term, of a deal that was not there before, or is no more. */
export function briefLines(sheet: Sheet, deal: DealChange): Line[] {
  return worstFirst(deal.terms.map((term) => ({ deal, term }))).flatMap((changed) => {
    const [before, after] = standings(changed)
    const verdict = changed.term.after === null ? before : after
    return [
      ...titleLine(sheet, changed, [span(` ${sheet.mark.dot} ${verdict}`)]),
      ...itselfLines(sheet, changed),
      ...(sheet.verbose ? editLines(sheet, changed) : []),
    ]
  })
}

/** Both sentences of a term that keeps its verdict and is told otherwise, one below the other. */
function retoldLines(sheet: Sheet, changed: Changed): Line[] {
  const [was, is] = retold(changed) ?? []
  if (was === undefined || is === undefined) return []
  return [
    ...prose(sheet, line(was), INDENT, [span('was: ', 'faint')]),
    ...prose(sheet, line(is), INDENT, [span('is:  ', 'faint')]),
  ]
}

/** Terms that were edited or are told otherwise, and keep their verdict; worst first. */
export function keptLines(sheet: Sheet, deal: DealChange): Line[] {
  const kept = deal.terms.filter((term) => !verdictChanged(term)).map((term) => ({ deal, term }))
  return worstFirst(kept).flatMap((changed) => {
    const called = wasCalled(changed.term)
    return [
      ...titleLine(sheet, changed, [span(` ${sheet.mark.dot} ${keptWords(changed)}`)]),
      ...retoldLines(sheet, changed),
      ...itselfLines(sheet, changed),
      ...causeLines(sheet, changed),
      ...(called === '' ? [] : prose(sheet, line(called), INDENT)),
      ...editLines(sheet, changed),
    ]
  })
}
