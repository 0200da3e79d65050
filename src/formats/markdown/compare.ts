import { addressOf } from '../../deal.ts'
import type { Place } from '../../place.ts'
import { capital } from '../../names.ts'
import type { DealReport, Proof, Report, TermReport } from '../../report/report.ts'
import { type Verdict, verdicts } from '../../verdict.ts'
import { cellOf } from '../text/cells.ts'
import { longDate, shortDate, writtenSpan } from '../text/dates.ts'
import { attribution, named, short as shortName, type View, viewOf } from '../text/deal.ts'
import { fateDate, fateWords } from '../text/fates.ts'
import { relationWords } from '../text/relations.ts'
import { sheetOf } from '../text/sheet.ts'
import type { Line } from '../text/width.ts'
import { aspect, count, counts, total, verdictWords } from '../text/words.ts'
import { bold, code, head, link, literal, row, short } from './escape.ts'
import { glyphs } from './glyphs.ts'
import { type Item, plain, type Section, weights } from './page.ts'
import { stepItems } from './timeline.ts'

type At = (place: Place) => string

/** The words of a cell of the screen are those of a cell here. */
const sheet = sheetOf({ width: null, color: false, ascii: false, verbose: false, quiet: false, prefix: '' })

const textOf = (line: Line): string => line.map((span) => span.text).join('')

const sideText = (view: View, term: TermReport, party: string): string =>
  cellOf(view, term, party)
    .map((line) => literal(short(textOf(line))))
    .join('<br>')

const weightOf = (verdict: Verdict): number =>
  verdict === 'contradiction' ? weights.trouble : verdict === 'at-odds' ? weights.worst : weights.detail

/** One term: its sides beside each other, and what they come to. */
function termItem(view: View, term: TermReport, at: At): Item {
  const could = term.couldBe.filter((verdict) => verdict !== term.verdict)
  const told = [
    term.sentence,
    could.length === 0 ? '' : `It could be: ${could.map((v) => verdictWords[v].label).join(', ')}.`,
  ].filter((text) => text !== '')
  return {
    text: row([
      `${bold(short(term.title))}<br>${code(term.id)} · ${at(term.place)}`,
      ...view.deal.parties.map(({ id }) => sideText(view, term, id)),
      told.map((text) => literal(short(text))).join('<br>'),
    ]),
    weight: weightOf(term.verdict),
  }
}

/** The terms of one verdict, and beside those that are missing the ones counted aside. */
function verdictSections(view: View, verdict: Verdict, at: At): Section[] {
  const { deal } = view
  const names = deal.parties.map((party) => literal(short(party.short)))
  const table = (heading: string, terms: readonly TermReport[]): Section[] =>
    terms.length === 0
      ? []
      : [
          {
            before: `#### ${heading}\n\n${head(['Term', ...names, 'Together'])}`,
            items: terms.map((term) => termItem(view, term, at)),
            one: 'term',
          },
        ]
  const { label, means } = verdictWords[verdict]
  const of = (aside: boolean): TermReport[] =>
    deal.terms.filter((term) => term.verdict === verdict && term.aside === aside)
  return [
    ...table(`${literal(glyphs[verdict])} ${capital(label)} ${of(false).length}: ${means}`, of(false)),
    ...table(`Counted aside ${of(true).length}: no commitment, or an answer to a denial only`, of(true)),
  ]
}

function dealSections(report: Report, deal: DealReport, at: At): Section[] {
  const view = viewOf(report, deal, sheet, deal.terms.length === total(deal.summary))
  const about = [
    deal.parties.map((party) => literal(short(party.name))).join(' and '),
    deal.held === null ? '' : `talks of ${literal(writtenSpan(deal.held, '–'))}`,
    report.asOf === null ? '' : `as of ${literal(longDate(report.asOf))}`,
    code(deal.path),
  ].filter((text) => text !== '')
  const heading = `### ${literal(short(deal.title))}\n\n${about.join(' · ')}\n\n`
  return [
    plain(`${heading}${counts(deal.summary).map(literal).join(' · ')}`),
    ...verdicts.flatMap((verdict) => verdictSections(view, verdict, at)),
  ]
}

/** One term step by step: the sides aspect by aspect, why no other verdict, and what was said when. */
function proofSections(report: Report, deal: DealReport, proof: Proof, at: At): Section[] {
  const term = deal.terms.find(({ id }) => id === proof.term)
  if (!term) return []
  const view = viewOf(report, deal, sheet, false)
  const { label } = verdictWords[term.verdict]
  const aspects = term.pairs.map(({ parties: [a, b], facets }): Section => {
    const [x, y] = [shortName(view, a), shortName(view, b)]
    const said = (text: string | null): string => (text === null ? '_not said_' : literal(short(text)))
    const items = facets.map((facet) => ({
      text: row([
        literal(aspect(facet.facet, facet.axis, [facet.a, facet.b])),
        said(facet.a),
        said(facet.b),
        literal(capital(relationWords(facet, named(view, a), named(view, b)))),
      ]),
      weight: weights.worst,
    }))
    const columns = ['', literal(short(x)), literal(short(y)), 'Together']
    return items.length === 0 ? plain('') : { before: head(columns), items, one: 'aspect' }
  })
  const why = [...proof.whyNot, ...proof.flips.map((flip) => ({ ...flip, flip: true }))].map((one) => {
    const lead = 'flip' in one ? 'What would make it' : 'Why not'
    return `- ${lead} “${verdictWords[one.verdict].label}”: ${literal(short(one.sentence))}`
  })
  const statements = proof.statements.map((statement): Item => {
    const source = deal.sources.find(({ id }) => id === statement.source)
    const url = source ? addressOf(source) : null
    const parts = [
      statement.date === '' ? '' : literal(shortDate(statement.date, null)),
      statement.party === '' ? '' : bold(shortName(view, statement.party)),
      literal(short(source?.by ?? statement.source)),
      literal(short(statement.says)),
      statement.quote === null ? '' : `“${literal(short(statement.quote))}”`,
      link(url),
      at(statement.place),
    ]
    return { text: `- ${parts.filter((text) => text !== '').join(' · ')}`, weight: weights.detail }
  })
  return [
    plain(
      `### ${literal(short(term.title))}\n\n${literal(short(deal.title))} · ${code(term.id)} · ${at(term.place)}\n\n` +
        `${literal(glyphs[term.verdict])} <b>${label}</b>: ${literal(short(term.sentence))}`,
    ),
    ...aspects,
    plain(why.join('\n')),
    ...(statements.length > 0 ? [{ before: '#### Statements\n', items: statements, one: 'statement' }] : []),
    ...(proof.byDate.length > 0
      ? [{ before: '#### Verdict by date\n', items: stepItems(view, proof.byDate), one: 'day' }]
      : []),
    ...(term.fates.length > 0
      ? [{ before: '#### What became of it\n', items: fateItems(view, term), one: 'fate' }]
      : []),
  ]
}

/** What became of a term later; no verdict rests on it. */
const fateItems = (view: View, term: TermReport): Item[] =>
  term.fates.map((fate) => {
    const by = fate.source === null ? '' : attribution(view, fate.source)
    const parts = [fateDate(fate), fateWords(fate), fate.says ?? '', by]
    return {
      text: `- ${parts
        .filter((text) => text !== '')
        .map((text) => literal(short(text)))
        .join(' · ')}`,
      weight: weights.detail,
    }
  })

/** Deals set side by side, or terms of them step by step; by date, their timeline tells them. */
export function compareSections(report: Report, at: At): Section[] {
  if (report.timeline) return []
  const proofs = report.proof ?? []
  const all = report.deals.length > 1 && proofs.length === 0
  const sum = counts(report.summary).map(literal).join(' · ')
  return [
    ...(all ? [plain(`${count(report.deals.length, 'deal')}: ${sum}`)] : []),
    ...report.deals.flatMap((deal) => {
      const of = proofs.filter((proof) => proof.deal === deal.deal)
      return of.length > 0
        ? of.flatMap((proof) => proofSections(report, deal, proof, at))
        : dealSections(report, deal, at)
    }),
  ]
}
