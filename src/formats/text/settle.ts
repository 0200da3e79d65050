import type { Gap, GapPair, SettleDeal, SettleReport, Way } from '../../report/settle-report.ts'
import type { Report } from '../../report/report.ts'
import type { Verdict } from '../../verdict.ts'
import { writtenSpan } from './dates.ts'
import { operand } from './deal.ts'
import { agreedLines } from './settle-agreed.ts'
import {
  addingWords,
  asOfWords,
  headings,
  nothingWords,
  othersWords,
  readSettle,
  titleWords,
} from './settle-words.ts'
import { blank, dotted, edges, INDENT, line, prose, separated, type Sheet, span, verbatim } from './sheet.ts'
import type { Line } from './width.ts'
import { count, list } from './words.ts'

/** What would close each gap, or what is agreed, deal by deal. */
export function settleScreen(report: Report, settle: SettleReport, sheet: Sheet): Line[] {
  const read = readSettle(settle)
  const screen = read.of === 'agreed' ? agreedScreen : gapsScreen
  const screens = read.deals.map((deal) =>
    sheet.quiet ? quietScreen(read, deal, sheet) : screen(report, read, deal, sheet),
  )
  if (sheet.quiet)
    return screens.filter((lines) => lines.length > 0).flatMap((s, i) => (i > 0 ? [blank, ...s] : s))
  return screens.length === 0 ? [] : separated(sheet, screens)
}

/** Sentences alone; they speak of one deal, so its name stands above them. */
function quietScreen({ of }: SettleReport, deal: SettleDeal, sheet: Sheet): Line[] {
  const sentences =
    of === 'agreed'
      ? deal.agreed.flatMap((one) => prose(sheet, line(one.sentence)))
      : deal.gaps.flatMap((gap) => gap.pairs.flatMap((pair) => prose(sheet, sentenceLine(gap, pair))))
  return sentences.length === 0
    ? []
    : [...prose(sheet, line(titleWords(deal, sheet.mark.dash), 'strong')), ...sentences]
}

function head(report: Report, deal: SettleDeal, sheet: Sheet): Line[] {
  const held = deal.held === null ? null : line(`talks of ${writtenSpan(deal.held, sheet.mark.dash)}`)
  const asOf = asOfWords(report, deal)
  const parties = line(list(deal.parties.map((party) => party.short)))
  const title = dotted(sheet, [line(deal.title, 'strong'), parties, held, asOf === null ? null : line(asOf)])
  return edges(sheet, title, span(deal.path, 'faint'))
}

function agreedScreen(report: Report, settle: SettleReport, deal: SettleDeal, sheet: Sheet): Line[] {
  const { agreed } = deal
  const told =
    agreed.length === 0
      ? nothingWords(report, settle, deal)
      : `What ${deal.parties.length === 2 ? 'both' : 'all'} announced alike: ${count(agreed.length, 'term')}. In brackets, what only some say, or say in other words.`
  return [
    ...head(report, deal, sheet),
    ...prose(sheet, line(told)),
    ...(agreed.length === 0 ? [] : [blank]),
    ...agreedLines(agreed, sheet),
    blank,
    ...prose(sheet, line(othersWords(deal), 'faint')),
  ]
}

function gapsScreen(report: Report, settle: SettleReport, deal: SettleDeal, sheet: Sheet): Line[] {
  const some =
    'What either side could say for the two to agree: the least that does, tried on the record. Neither has to.'
  const verdicts = [...new Set(deal.gaps.map((gap) => gap.verdict))]
  return [
    ...head(report, deal, sheet),
    ...prose(sheet, line(deal.gaps.length === 0 ? nothingWords(report, settle, deal) : some)),
    ...(sheet.verbose && hasYaml(deal) ? addingLines(deal, sheet) : []),
    ...verdicts.flatMap((verdict) => verdictLines(deal, verdict, sheet)),
    blank,
    ...prose(sheet, line(othersWords(deal), 'faint')),
    ...(!settle.asked.includes('differs') && deal.others.some((o) => o.verdict === 'differs')
      ? prose(sheet, [
          span('The same for what differs: ', 'faint'),
          span(`dealdiff settle ${operand(deal)} --only differs`, 'next'),
        ])
      : []),
    ...(hasYaml(deal) && !sheet.verbose
      ? prose(sheet, [
          span('What to add to the file, for each: ', 'faint'),
          span(`dealdiff settle ${operand(deal)} --verbose`, 'next'),
        ])
      : []),
  ]
}

const hasYaml = ({ gaps }: SettleDeal): boolean =>
  gaps.some(({ pairs }) => pairs.some(({ ways }) => ways.some((way) => way.yaml !== null)))

/** What holds of all that is offered. */
const addingLines = (deal: SettleDeal, sheet: Sheet): Line[] => [
  ...prose(sheet, line(addingWords(deal), 'faint')),
  ...(deal.wouldClose === null ? [] : verbatim(sheet, `record-closes: ${deal.wouldClose}`, INDENT + 2)),
]

const sentenceLine = (gap: Gap, { sentence, note }: GapPair): Line => [
  span(`${gap.title}: `, 'strong'),
  span(note === null ? sentence : `${sentence} ${note}`),
]

function verdictLines(deal: SettleDeal, verdict: Verdict, sheet: Sheet): Line[] {
  const gaps = deal.gaps.filter((gap) => gap.verdict === verdict)
  return [
    blank,
    ...prose(sheet, [span(`${headings[verdict]} ${gaps.length}`, verdict)]),
    ...gaps.flatMap((gap) => gapLines(deal, gap, sheet)),
  ]
}

function gapLines(deal: SettleDeal, gap: Gap, sheet: Sheet): Line[] {
  const lead = [span('  '), span(sheet.mark[gap.verdict], gap.verdict), span(' ')]
  return [
    ...edges(sheet, line(gap.title, 'strong'), span(gap.term, 'next'), 0, lead),
    ...gap.pairs.flatMap((pair) => pairLines(deal, gap, pair, sheet)),
  ]
}

function pairLines(deal: SettleDeal, gap: Gap, pair: GapPair, sheet: Sheet): Line[] {
  const short = (id: string): string => deal.parties.find((p) => p.id === id)?.short ?? id
  const between = gap.pairs.length > 1 ? [span(`${list(pair.parties.map(short))}:`, 'faint')] : []
  const text = [
    ...(between.length > 0 ? prose(sheet, between, INDENT) : []),
    ...optionLines(pair, sheet),
    ...(pair.note === null ? [] : prose(sheet, line(pair.note), INDENT)),
  ]
  if (!sheet.verbose) return text
  return [...text, ...pair.ways.flatMap((way) => wayLines(way, sheet))]
}

/** Below this, nothing hangs: there is no room to. */
const NARROW = 40

/** Both options on one line where it holds them, else each on its own, the one below the other. */
function optionLines(pair: GapPair, sheet: Sheet): Line[] {
  const whole = prose(sheet, line(pair.sentence), INDENT)
  const [first, second] = pair.ways.map((way) => way.option)
  if (whole.length === 1 || sheet.width < NARROW || !first || !second) return whole
  return [
    ...prose(sheet, line(`${first};`), INDENT, [span('Either ')]),
    ...prose(sheet, line(`${second}.`), INDENT, [span('or     ')]),
  ]
}

/** What to add to the file. */
function wayLines({ sentence, yaml }: Way, sheet: Sheet): Line[] {
  if (yaml === null) return []
  return [
    blank,
    ...prose(sheet, line(sentence, 'faint'), INDENT),
    ...yaml
      .trimEnd()
      .split('\n')
      .flatMap((row) => fileRows(row, sheet.width - INDENT - 2))
      .flatMap((row) => verbatim(sheet, row, INDENT + 2)),
    blank,
  ]
}

/** A line of a file that is too long, broken where the text means the same: at spaces of what is quoted or in brackets. */
function fileRows(row: string, width: number): string[] {
  const [, before, value] = /^(\s*(?:- )?[\w-]+: )(["[{].*)$/.exec(row) ?? []
  if (row.length <= width || before === undefined || value === undefined) return [row]
  const hang = ' '.repeat(before.search(/\S/) + 6)
  const rows: string[] = []
  // Two spaces in a row, or one that is escaped, would become one.
  for (const word of value.split(/(?<![ \\]) (?! )/)) {
    const last = rows.at(-1)
    if (last === undefined) rows.push(before + word)
    else if (last.length + 1 + word.length <= width) rows[rows.length - 1] = `${last} ${word}`
    else rows.push(hang + word)
  }
  return rows
}
