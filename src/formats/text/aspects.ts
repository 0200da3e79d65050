import { capital } from '../../report/names.ts'
import type { PairFacet, PairReport, TermReport } from '../../report/report.ts'
import { silenceWords } from './cells.ts'
import { named, short, type View } from './deal.ts'
import { relationWords } from './relations.ts'
import { beside, INDENT, line, prose, sideBySide, span } from './sheet.ts'
import { partiesOf } from './term.ts'
import { displayWidth, type Line } from './width.ts'
import { aspect, verdictWords } from './words.ts'

/** One aspect on each side, and how the two stand. */
function aspectLines(view: View, pair: PairReport, facet: PairFacet): Line[] {
  const { sheet } = view
  const [a, b] = pair.parties
  const label = `${facet.part === null ? '' : `${facet.part}: `}${aspect(facet.facet, facet.axis)}`
  const said = (text: string | null): Line => (text === null ? line('not said', 'faint') : line(text))
  const how = capital(relationWords(facet, named(view, a), named(view, b)))
  if (sideBySide(sheet)) {
    const room = sheet.width - 2 - 20 - 3 * 2
    const cell = Math.floor(room * 0.3)
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
export function aspectsLines(view: View, term: TermReport): Line[] {
  const pairs = term.pairs.filter((pair) => pair.facets.length > 0)
  const lines = pairs.flatMap((pair) => {
    const [a, b] = pair.parties
    const names = sideBySide(view.sheet)
      ? beside(
          ['', short(view, a), short(view, b), ''].map((text, i) => ({
            text: [line(text, 'faint')],
            width: i === 0 ? 20 : Math.floor((view.sheet.width - 28) * 0.3),
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
