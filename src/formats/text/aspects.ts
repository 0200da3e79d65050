import { capital } from '../../names.ts'
import type { PairFacet, PairReport, TermReport, VersionFacet } from '../../report/report.ts'
import { silenceWords } from './cells.ts'
import { named, short, type View } from './deal.ts'
import { relationWords } from './relations.ts'
import { beside, INDENT, line, prose, sideBySide, span } from './sheet.ts'
import { partiesOf } from './term.ts'
import { displayWidth, type Line } from './width.ts'
import { aspect, verdictWords } from './words.ts'

/** Columns for the name of an aspect. */
const LABEL = 20
/** A cell narrower than this is no column. */
const NARROW = 18

/** One row of the table: an aspect, what each says of it, and how the two stand. */
interface Row {
  readonly part: string | null
  readonly label: string
  readonly cells: readonly Line[]
  readonly how: string | null
}

interface Table {
  readonly parties: readonly string[]
  readonly rows: readonly Row[]
}

/** Widths of the cells, and of the last column, which tells how the sides stand, where a row has one. */
function columns(view: View, { parties, rows }: Table): { cell: number; how: number } {
  const n = parties.length
  if (rows.every((row) => row.how === null)) {
    return { cell: Math.floor((view.sheet.width - 2 - LABEL - n * 2) / n), how: 0 }
  }
  const room = view.sheet.width - 2 - LABEL - (n + 1) * 2
  const cell = Math.floor((room * 0.6) / n)
  return { cell, how: room - n * cell }
}

function wideLines(view: View, table: Table): Line[] {
  const { cell, how } = columns(view, table)
  const row = (label: Line, cells: readonly Line[], last: string | null): Line[] =>
    beside(
      [
        { text: [label], width: LABEL },
        ...cells.map((text) => ({ text: [text], width: cell })),
        ...(last === null ? [] : [{ text: [line(last, 'faint')], width: how }]),
      ],
      2,
    )
  const dash = line(view.sheet.mark.dash, 'faint')
  const names = table.parties.map((party) => line(short(view, party), 'faint'))
  return [
    ...row([], names, null),
    ...table.rows.flatMap(({ part, label, cells, how: last }, i) => [
      ...partHeading(view, part, table.rows[i - 1]?.part ?? null),
      ...row(
        line(label),
        cells.map((cell) => (cell.length === 0 && label !== '' ? dash : cell)),
        last,
      ),
    ]),
  ]
}

/** The name of a part once, above its aspects. */
const partHeading = (view: View, part: string | null, before: string | null): Line[] =>
  part === null || part === before ? [] : prose(view.sheet, line(part, 'strong'), 2)

function stackedLines(view: View, { parties, rows }: Table): Line[] {
  const { sheet } = view
  const width = Math.max(...parties.map((party) => displayWidth(short(view, party))))
  return rows.flatMap(({ part, label, cells, how }, i) => [
    ...partHeading(view, part, rows[i - 1]?.part ?? null),
    ...(label === '' ? [] : prose(sheet, line(label), 2)),
    ...parties.flatMap((party, j) =>
      cells[j]?.length === 0
        ? []
        : beside(
            [
              { text: [line(short(view, party), 'faint')], width },
              { text: [cells[j] ?? []], width: Math.max(sheet.width - INDENT - width - 2, 12) },
            ],
            INDENT,
          ),
    ),
    ...(how === null ? [] : prose(sheet, line(how, 'faint'), INDENT, [span(`${sheet.mark.arrow} `)])),
  ])
}

function tableLines(view: View, table: Table): Line[] {
  const wide = sideBySide(view.sheet) && columns(view, table).cell >= NARROW
  return wide ? wideLines(view, table) : stackedLines(view, table)
}

function pairRow(view: View, [a, b]: PairReport['parties'], facet: PairFacet): Row {
  const said = (text: string | null): Line => (text === null ? line('not said', 'faint') : line(text))
  return {
    part: facet.part,
    label: aspect(facet.facet, facet.axis, [facet.a, facet.b]),
    cells: [said(facet.a), said(facet.b)],
    how: capital(relationWords(facet, named(view, a), named(view, b))),
  }
}

/** The two sides aspect by aspect; for each pair where there are more. */
export function aspectsLines(view: View, term: TermReport): Line[] {
  const pairs = term.pairs.filter((pair) => pair.facets.length > 0)
  if (pairs.length === 0) return tableLines(view, aloneTable(view, term))
  return pairs.flatMap((pair) => {
    const [a, b] = pair.parties
    const heading =
      term.pairs.length > 1
        ? prose(
            view.sheet,
            line(`${short(view, a)} and ${short(view, b)}: ${verdictWords[pair.verdict].label}`, 'strong'),
            2,
          )
        : []
    const rows = pair.facets.map((facet) => pairRow(view, pair.parties, facet))
    return [...heading, ...tableLines(view, { parties: pair.parties, rows })]
  })
}

/** Where there is nothing to set beside it: what each side said, or its silence, in the same table. */
function aloneTable(view: View, term: TermReport): Table {
  const parties = partiesOf(view, term)
  const versions = parties.map((party) => term.versions.find((version) => version.party === party))
  const facets = versions.map((version) =>
    (version?.parts ?? []).flatMap(({ part, facets: said }) => said.map((facet) => ({ part, facet }))),
  )
  const first = versions.map((version, i): Line => {
    if (version?.state !== 'announced') return silenceWords(view, version?.silence ?? null)
    return facets[i]?.length === 0 ? line('spoke of it, in words that say no more') : []
  })
  const same = (a: VersionFacet, b: VersionFacet): boolean => a.facet === b.facet && a.axis === b.axis
  const keys = facets
    .flat()
    .filter((one, i, all) => all.findIndex((o) => o.part === one.part && same(o.facet, one.facet)) === i)
  const rows = keys.map(({ part, facet }): Row => {
    const texts = facets.map(
      (of) => of.find((one) => one.part === part && same(one.facet, facet))?.facet.text ?? null,
    )
    return {
      part,
      label: aspect(facet.facet, facet.axis, texts),
      cells: texts.map((text) => (text === null ? [] : line(text))),
      how: null,
    }
  })
  const lead = first.some((cell) => cell.length > 0)
  return { parties, rows: [...(lead ? [{ part: null, label: '', cells: first, how: null }] : []), ...rows] }
}
