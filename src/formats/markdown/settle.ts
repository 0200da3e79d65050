import { capital } from '../../names.ts'
import type { Place } from '../../place.ts'
import type { Report } from '../../report/report.ts'
import type { Agreed, Gap, SettleDeal, SettleReport, Way } from '../../report/settle-report.ts'
import { writtenSpan } from '../text/dates.ts'
import { withNotes } from '../text/settle-agreed.ts'
import {
  addingWords,
  asOfWords,
  fateWords,
  nothingWords,
  othersWords,
  readSettle,
  sourceWords,
} from '../text/settle-words.ts'
import { list, verdictWords } from '../text/words.ts'
import { block, bold, code, inHtml, link, literal, short } from './escape.ts'
import { glyphs } from './glyphs.ts'
import { type Item, plain, type Section, weights } from './page.ts'

/** What would close each gap, or what is agreed: a heading a deal, a list below it. */
export const settleSections = (
  report: Report,
  settle: SettleReport,
  at: (place: Place) => string,
): Section[] => {
  const read = readSettle(settle)
  return read.deals.flatMap((deal) => [
    plain(heading(report, deal)),
    ...((read.of === 'agreed' ? deal.agreed : deal.gaps).length === 0
      ? [plain(literal(nothingWords(report, read, deal)))]
      : read.of === 'agreed'
        ? agreedSections(deal)
        : gapSections(deal, at)),
    ...(othersWords(deal) === '' ? [] : [plain(`_${literal(othersWords(deal))}_`)]),
  ])
}

function heading(report: Report, deal: SettleDeal): string {
  const asOf = asOfWords(report, deal)
  const about = [
    list(deal.parties.map((party) => literal(short(party.short)))),
    deal.held === null ? '' : `talks of ${literal(writtenSpan(deal.held, '–'))}`,
    asOf === null ? '' : literal(asOf),
    code(deal.path),
  ].filter((text) => text !== '')
  return `### ${literal(short(deal.title))}\n\n${about.join(' · ')}`
}

function agreedSections({ agreed }: SettleDeal): Section[] {
  return [{ before: '', items: agreed.map(agreedItem), one: 'term' }]
}

function agreedItem(one: Agreed, i: number): Item {
  const sources = one.sources.map((source) => {
    const url = link(source.url)
    return `${literal(short(sourceWords(source)))}${url === '' ? '' : `, ${url}`}`
  })
  return {
    text: [
      `${i + 1}. ${literal(withNotes(one))}`,
      ...one.fates.map((fate) => `   <br>${literal(short(fateWords(fate)))}`),
      ...(sources.length > 0 ? [`   <br><sub>${sources.join('; ')}</sub>`] : []),
    ].join('\n'),
    weight: weights.worst,
  }
}

function gapSections(deal: SettleDeal, at: (place: Place) => string): Section[] {
  const { gaps, wouldClose } = deal
  const closes = wouldClose === null ? '' : ` ${code(`record-closes: ${wouldClose}`)}`
  const adding = gaps.some((g) => g.pairs.some((p) => p.ways.some((way) => way.yaml !== null)))
    ? [plain(`_${literal(addingWords(deal))}_${closes}`)]
    : []
  const sections = [...new Set(gaps.map((gap) => gap.verdict))].map((verdict): Section => {
    const of = gaps.filter((gap) => gap.verdict === verdict)
    return {
      before: `#### ${literal(glyphs[verdict])} ${capital(verdictWords[verdict].label)} ${of.length}\n`,
      items: of.map((gap) => gapItem(gap, at)),
      one: 'term',
    }
  })
  return [...adding, ...sections]
}

const gapItem = (gap: Gap, at: (place: Place) => string): Item => ({
  text: [
    `- ${bold(short(gap.title))} · ${code(gap.term)} · ${at(gap.place)}`,
    ...gap.pairs.map(
      ({ sentence, note }) => `  <br>${literal(note === null ? sentence : `${sentence} ${note}`)}`,
    ),
    ...gap.pairs.flatMap((pair) => pair.ways.flatMap(wayLines)),
  ].join('\n'),
  weight: gap.verdict === 'contradiction' ? weights.trouble : weights.worst,
})

/** What to add to the file, folded away. */
const wayLines = ({ sentence, yaml }: Way): string[] =>
  yaml === null
    ? []
    : [
        `  <details><summary>${inHtml(short(sentence))}</summary>`,
        '',
        block(yaml).replace(/^/gm, '  '),
        '',
        '  </details>',
      ]
