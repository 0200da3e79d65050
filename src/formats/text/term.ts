import type { TermReport } from '../../report/report.ts'
import { type Verdict, verdicts } from '../../verdict.ts'
import { cellOf } from './cells.ts'
import { claimLines, reportedLines } from './claims.ts'
import { inColumns } from './columns.ts'
import { disagreesWithItself, short, type View } from './deal.ts'
import { fateLines } from './fates.ts'
import { beside, cellWidth, edges, INDENT, line, prose, span } from './sheet.ts'
import { displayWidth, type Line } from './width.ts'
import { list, verdictWords } from './words.ts'

/** Glyph and title at the left, what one types next at the right; `!` where a side goes against itself. */
export function termTitle(view: View, term: TermReport, more: Line = []): Line[] {
  const { mark } = view.sheet
  const against = disagreesWithItself(term) ? [span(' !', 'warning')] : []
  const title = [span(term.title, 'strong'), ...against, ...more]
  const glyph = span(`${mark[term.verdict]} `, term.verdict)
  return edges(view.sheet, title, span(term.id, 'next'), 2, [glyph])
}

/** Parties of the term in the order of display: those that have a version, or all of the deal. */
export function partiesOf(view: View, term: TermReport): string[] {
  const there = view.deal.parties.map((party) => party.id)
  const between = there.filter((party) => term.versions.some((version) => version.party === party))
  return between.length > 0 ? between : there
}

/** The sides of a term, beside each other where the page is wide enough, else each below its party's name. */
export function cells(view: View, term: TermReport, widths: readonly number[]): Line[] {
  if (inColumns(view)) {
    const both = view.deal.parties.map((party, i) => ({
      text: cellOf(view, term, party.id),
      width: widths[i] ?? cellWidth(view.sheet),
    }))
    return beside(both, INDENT)
  }
  const parties = partiesOf(view, term)
  const label = Math.min(Math.max(...view.deal.parties.map((party) => displayWidth(party.short))), 16)
  return parties.flatMap((party) =>
    beside(
      [
        { text: [line(short(view, party), 'faint')], width: label },
        { text: cellOf(view, term, party), width: Math.max(view.sheet.width - INDENT - label - 2, 12) },
      ],
      INDENT,
    ),
  )
}

/** The verdict in a sentence, below the cells. */
export function sentenceLines(view: View, term: TermReport): Line[] {
  const { sheet } = view
  const could = term.couldBe.filter((verdict) => verdict !== term.verdict).map(couldBe)
  const text = `${term.sentence}${could.length > 0 ? ` It could be: ${list(could, 'or')}.` : ''}`
  const pairs = term.pairs.length > 1 ? [pairsText(view, term)] : []
  return [text, ...pairs]
    .filter((part) => part !== '')
    .flatMap((part, i) => prose(sheet, line(part), INDENT, [span(i === 0 ? `${sheet.mark.arrow} ` : '  ')]))
}

const couldBe = (verdict: Verdict): string => {
  const { label } = verdictWords[verdict]
  return verdict === 'contradiction' ? `a ${label}` : label
}

/** Among more than two parties, each pair by name, worst first. */
function pairsText(view: View, term: TermReport): string {
  const byVerdict = verdicts
    .map((verdict) => ({ verdict, pairs: term.pairs.filter((pair) => pair.verdict === verdict) }))
    .filter(({ pairs }) => pairs.length > 0)
  const texts = byVerdict.map(({ verdict, pairs }) => {
    const names = pairs.map(({ parties: [a, b] }) => `${short(view, a)} and ${short(view, b)}`)
    return `${verdictWords[verdict].label}: ${names.join(', ')}`
  })
  return texts.join('; ')
}

/** What `--verbose` adds: the other reasons, every claim, what the press said. */
export function details(view: View, term: TermReport): Line[] {
  if (!view.sheet.verbose) return []
  const reasons = term.reasons
    .map((reason) => reason.sentence)
    .filter((text) => !term.sentence.includes(text))
  return [
    ...reasons.flatMap((text) => prose(view.sheet, line(text), INDENT + 2)),
    ...term.inconsistencies.flatMap((found) =>
      prose(view.sheet, line(found.sentence), INDENT, [span('! ', 'warning')]),
    ),
    ...claimLines(view, term),
    ...reportedLines(view, term, INDENT),
    ...(term.fates.length > 0 ? prose(view.sheet, line('What became of it:', 'faint'), INDENT) : []),
    ...fateLines(view, term, INDENT + 2),
    [],
  ]
}
