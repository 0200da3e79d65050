import type { PairFacet, PairReport, Proof, Report, TermReport } from '../../report.ts'
import { silenceWords } from './cells.ts'
import { placeText, reportedLines, statementLines } from './claims.ts'
import { longDate, shortDate } from './dates.ts'
import { attribution, named, operand, short, type View, viewOf } from './deal.ts'
import { relationWords } from './relations.ts'
import { beside, blank, dotted, edges, INDENT, line, prose, type Sheet, sideBySide, span } from './sheet.ts'
import { partiesOf } from './term.ts'
import { displayWidth, type Line } from './width.ts'
import { wordingLines } from './wording.ts'
import { aspect, capital, verdictWords } from './words.ts'

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

/** One aspect on each side, and how the two stand. */
function aspectLines(view: View, pair: PairReport, facet: PairFacet): Line[] {
  const { sheet } = view
  const [a, b] = pair.parties
  const label = `${facet.part === null ? '' : `${facet.part}: `}${aspect(facet.facet, facet.axis)}`
  const said = (text: string | null): Line => (text === null ? line('not said', 'faint') : line(text))
  const how = capital(relationWords(facet, named(view, a), named(view, b)))
  if (sideBySide(sheet)) {
    const room = sheet.width - 2 - 20 - 3 * 2
    const cell = Math.floor(room / 3)
    return beside(
      [
        { text: [line(label)], width: 20 },
        { text: [said(facet.a)], width: cell },
        { text: [said(facet.b)], width: cell },
        { text: [line(how, 'faint')], width: room - 2 * cell },
      ],
      2,
    )
  }
  const width = Math.max(displayWidth(short(view, a)), displayWidth(short(view, b)))
  const side = (party: string, text: string | null): Line[] =>
    beside(
      [
        { text: [line(short(view, party), 'faint')], width },
        { text: [said(text)], width: Math.max(sheet.width - INDENT - width - 2, 12) },
      ],
      INDENT,
    )
  return [
    ...prose(sheet, line(label), 2),
    ...side(a, facet.a),
    ...side(b, facet.b),
    ...prose(sheet, line(how, 'faint'), INDENT, [span(`${sheet.mark.arrow} `)]),
  ]
}

/** The two sides aspect by aspect; for each pair where there are more. */
function aspects(view: View, term: TermReport): Line[] {
  const pairs = term.pairs.filter((pair) => pair.facets.length > 0)
  const lines = pairs.flatMap((pair) => {
    const [a, b] = pair.parties
    const names = sideBySide(view.sheet)
      ? beside(
          ['', short(view, a), short(view, b), ''].map((text, i) => ({
            text: [line(text, 'faint')],
            width: i === 0 ? 20 : Math.floor((view.sheet.width - 28) / 3),
          })),
          2,
        )
      : []
    const heading =
      term.pairs.length > 1
        ? prose(
            view.sheet,
            line(`${short(view, a)} and ${short(view, b)}: ${verdictWords[pair.verdict].label}`, 'strong'),
            2,
          )
        : []
    return [...heading, ...names, ...pair.facets.flatMap((facet) => aspectLines(view, pair, facet))]
  })
  return lines.length > 0 ? lines : alone(view, term)
}

/** Where there is nothing to set beside it: what each side said, or its silence. */
function alone(view: View, term: TermReport): Line[] {
  return partiesOf(view, term).flatMap((party) => {
    const version = term.versions.find((v) => v.party === party)
    const facets = version?.parts.flatMap(({ part, facets }) =>
      facets.map((f) => `${part === null ? '' : `${part}: `}${aspect(f.facet, f.axis)}: ${f.text}`),
    )
    const said = facets && facets.length > 0 ? facets.join('; ') : 'announced it, in words that say no more'
    const words = version?.state === 'announced' ? line(said) : silenceWords(view, version?.silence ?? null)
    return prose(view.sheet, words, 2, [span(`${short(view, party)}: `)])
  })
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
  return proof.statements.flatMap((statement) => {
    const found = claims.find(
      ({ party, claim }) =>
        party === statement.party &&
        claim.source === statement.source &&
        claim.place.line === statement.place.line &&
        claim.place.path === statement.place.path,
    )
    return statementLines(
      view,
      { ...statement, part: found?.claim.part ?? null, original: found?.claim.original ?? null },
      2,
    )
  })
}

function byDate(view: View, proof: Proof): Line[] {
  const dates = proof.byDate.map(({ date }) => shortDate(date, view.year))
  const width = Math.max(0, ...dates.map(displayWidth))
  return proof.byDate.flatMap((step, i) => {
    const date = dates[i] ?? ''
    const text = [
      span(verdictWords[step.verdict].label, step.verdict),
      span(`, from ${attribution(view, step.source, step.date)}: ${step.sentence}`),
    ]
    const pad = ' '.repeat(width - displayWidth(date))
    return prose(view.sheet, text, 2, [
      span(`${date}${pad}  `),
      span(`${view.sheet.mark[step.verdict]} `, step.verdict),
    ])
  })
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
    ...part('SIDE BY SIDE', 'what each says, aspect by aspect', aspects(view, term)),
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
    ...part('VERDICT BY DATE', '', byDate(view, proof)),
    ...wordingLines(view, proof, part),
    ...part('REPORTED', 'by others, never counted as the word of a side', reportedLines(view, term, 2)),
    ...part('A SIDE AGAINST ITSELF', 'no part of the verdict', againstItself(view, term)),
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
  return screens.flatMap((screen, i) =>
    i === 0 ? screen : [blank, line(sheet.mark.rule.repeat(sheet.width), 'faint'), blank, ...screen],
  )
}
