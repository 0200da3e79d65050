import type { Place } from '../../place.ts'
import type { Hit, Listed, Page, Report, RuleReport, Trouble } from '../../report/report.ts'
import { safeJson } from '../escape.ts'
import { writtenSpan } from '../text/dates.ts'
import { count, counts, verdictWords } from '../text/words.ts'
import { block, bold, code, head, literal, row, short } from './escape.ts'
import { type Item, plain, type Section, weights } from './page.ts'

const item = (text: string): Item => ({ text, weight: weights.detail })

/** What went wrong outside the files. */
export const troubleSections = (trouble: readonly Trouble[]): Section[] =>
  trouble.length === 0
    ? []
    : [
        {
          before: '### dealdiff: something went wrong\n',
          items: trouble.map(({ message, hint }) => ({
            text: `- ${literal(short(message))}${hint === null ? '' : `<br>${literal(short(hint))}`}`,
            weight: weights.trouble,
          })),
          one: 'trouble',
        },
      ]

const listSection = (deals: readonly Listed[]): Section =>
  deals.length === 0
    ? plain('No deal was found.')
    : {
        before: `### ${count(deals.length, 'deal')}\n\n${head(['Deal', 'Talks', 'Verdicts', 'File'])}`,
        items: deals.map((deal) =>
          item(
            row([
              `${bold(short(deal.title))}<br>${code(deal.deal)}`,
              deal.held === null ? '' : literal(short(writtenSpan(deal.held, '–'))),
              deal.errors > 0
                ? `${count(deal.errors, 'error')}, so it is not compared`
                : counts(deal.summary).map(literal).join('<br>'),
              code(deal.path),
            ]),
          ),
        ),
        one: 'deal',
      }

const findSection = (hits: readonly Hit[], at: (place: Place) => string): Section =>
  hits.length === 0
    ? plain('No term, value or quotation has these words.')
    : {
        before: head(['Term', 'Verdict', 'Where', 'Words']),
        items: hits.map((hit) =>
          item(
            row([
              `${bold(short(hit.title))}<br>${literal(short(hit.deal))} · ${code(hit.term)}`,
              hit.verdict === null ? '' : literal(verdictWords[hit.verdict].label),
              [literal(hit.where), hit.party === null ? '' : literal(hit.party), at(hit.place)]
                .filter((text) => text !== '')
                .join('<br>'),
              literal(short(hit.text)),
            ]),
          ),
        ),
        one: 'place',
      }

/** A page of `explain`; its examples are lines of a deal file. */
function pageText(page: Page): string {
  const examples = page.examples.map(({ us, china, verdict, because, term, words }) => {
    const lines = [
      ...(words === undefined ? [] : [words.trimEnd()]),
      ...(term === undefined ? [] : [`term: ${term.trimEnd()}`]),
      `US:    ${us ?? 'says nothing of it'}`,
      `China: ${china ?? 'says nothing of it'}`,
    ]
    return `${block(lines.join('\n'))}\n\n${verdictWords[verdict].label}: ${literal(because)}`
  })
  return [
    `### ${literal(page.word)}\n\n_${literal(page.kind)}_`,
    ...page.means.split('\n').map(literal),
    ...(page.rule === null ? [] : [`<b>Rule:</b> ${page.rule.split('\n').map(literal).join('<br>')}`]),
    ...(page.diagram.length > 0 ? [block(page.diagram.join('\n'))] : []),
    ...examples,
    ...(page.see.length > 0 ? [`See also: ${page.see.map(code).join(', ')}`] : []),
  ].join('\n\n')
}

const rulesSection = (rules: readonly RuleReport[]): Section => ({
  before: `### ${count(rules.length, 'rule')}\n\n${head(['Rule', '', 'Finds', 'Why'])}`,
  items: rules.map(({ rule, severity, summary, why, mends }) =>
    item(
      row([
        code(rule),
        severity,
        `${literal(short(summary))}${mends ? '<br>mended by <code>--fix</code>' : ''}`,
        literal(short(why)),
      ]),
    ),
  ),
  one: 'rule',
})

/** What is looked up: deals, words, pages, rules; a new file, and a schema, as they are. */
export const referenceSections = (report: Report, at: (place: Place) => string): Section[] => [
  ...(report.list ? [listSection(report.list)] : []),
  ...(report.find ? [findSection(report.find, at)] : []),
  ...(report.explain
    ? [{ before: '', items: report.explain.map((page) => item(`${pageText(page)}\n`)), one: 'page' }]
    : []),
  ...(report.rules ? [rulesSection(report.rules)] : []),
  ...(report.init ? [plain(`${code(report.init.path)}\n\n${block(report.init.text)}`)] : []),
  ...(report.schema ? [plain(block(safeJson(JSON.stringify(report.schema, null, 2))))] : []),
]
