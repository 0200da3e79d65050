import { capital } from '../../names.ts'
import type { SourceReport } from '../../report/report.ts'
import { dateSpan, longDate, writtenSpan } from './dates.ts'
import { countStatements, dayOf, named, short, statementsOf, type View } from './deal.ts'
import { dotted, edges, line, prose, span } from './sheet.ts'
import type { Line } from './width.ts'
import { count, list } from './words.ts'

/** Title, parties, when they talked; the file read. */
function titleLine(view: View): Line[] {
  const { deal, sheet } = view
  const parties = deal.parties.map((party) => party.short)
  const held = deal.held === null ? null : line(`talks of ${writtenSpan(deal.held, sheet.mark.dash)}`)
  return edges(
    sheet,
    dotted(sheet, [line(deal.title, 'strong'), line(list(parties)), held]),
    span(deal.path, 'faint'),
  )
}

/** That a day asked for lies beyond what was searched. */
function searchedUntil({ deal: { recordCloses: closes } }: View, asOf: string): string {
  return closes !== null && dayOf(closes) < asOf ? `; nothing after ${longDate(closes)} was searched` : ''
}

/** `16 terms, from 11 statements by the US and 6 by China, 9 June – 15 July 2025.` */
function counted(view: View, asOf: string | null): Line {
  const { deal, statements, sheet } = view
  const joint = statements.filter((source) => source.party.length > 1).length
  const alone = statements.filter((source) => source.party.length === 1)
  const by = deal.parties
    .map((party) => ({ party: party.id, n: alone.filter((source) => source.party[0] === party.id).length }))
    .filter(({ n }) => n > 0)
    .map(({ party, n }, i) => `${i === 0 ? countStatements(n) : n} by ${named(view, party)}`)
  const dates = statements.map((source) => source.date).sort()
  const when = dateSpan(dates[0] ?? '', dates.at(-1) ?? '', sheet.mark.dash)
  const texts = count(joint, 'joint text')
  const from = joint > 0 ? [...by, texts] : by
  const terms = count(deal.terms.length, 'term')
  const left = view.whole ? terms : `${terms} shown`
  if (from.length === 0)
    return line(asOf === null ? `${left}, from no statement.` : `Nothing was announced by ${longDate(asOf)}.`)
  const asked = asOf === null ? '' : ` As of ${longDate(asOf)}${searchedUntil(view, asOf)}.`
  return [
    span(`${left}, from ${list(from)}, `),
    { text: `${when}.`, keep: true },
    span(`${joint === 0 ? ' No joint text.' : ''}${asked}`),
  ]
}

const best = (source: SourceReport): string | null =>
  ['original', 'reprint', 'report'].find((copy) => source.seen.some((seen) => seen.copy === copy)) ?? null

/** `1 was read at the issuer, 13 in reprints, 3 in reports; seen whole: US 5 of 11, China none of 6.` */
function seen(view: View): string {
  const copies = view.statements.map(best)
  const n = (copy: string | null) => copies.filter((found) => found === copy).length
  const places = [
    { n: n('original'), where: 'at the issuer' },
    { n: n('reprint'), where: 'in reprints' },
    { n: n('report'), where: 'in reports' },
  ].filter((place) => place.n > 0)
  const known = places.map((place, i) => {
    const verb = i > 0 ? '' : place.n === 1 ? 'was read ' : 'were read '
    return `${place.n} ${verb}${place.where}`
  })
  const open = n(null)
  const unknown = `where ${open} ${open === 1 ? 'was' : 'were'} read is not recorded`
  const read = capital([known.join(', '), open > 0 ? unknown : ''].filter((text) => text !== '').join('; '))
  const whole = (sources: readonly SourceReport[]) =>
    sources.filter((source) => source.read === 'whole').length
  const some = whole(view.statements)
  if (some === 0) return `${read}; none was seen whole.`
  if (some === copies.length) return `${read}; all were seen whole.`
  const by = view.deal.parties
    .map((party) => ({ party: party.id, all: statementsOf(view, party.id) }))
    .filter(({ all }) => all.length > 0)
    .map(
      ({ party, all }) => `${short(view, party)} ${whole(all) === 0 ? 'none' : whole(all)} of ${all.length}`,
    )
  return `${read}; seen whole: ${by.join(', ')}.`
}

export function header(view: View, asOf: string | null): Line[] {
  const lines = [...titleLine(view), ...prose(view.sheet, counted(view, asOf))]
  if (view.statements.length === 0) return lines
  const follows = view.deal.follows
  return [
    ...lines,
    ...prose(view.sheet, line(seen(view))),
    ...(view.sheet.verbose ? prose(view.sheet, line(more(view, follows))) : []),
  ]
}

/** What only a closer look wants to know of the file. */
function more(view: View, follows: string | null): string {
  const { deal } = view
  const parts = [
    `Parties: ${deal.parties.map((p) => (p.name === short(view, p.id) ? p.name : `${p.name} (${p.short})`)).join(', ')}.`,
    deal.aliases.length > 0 ? `Also called ${list(deal.aliases)}.` : '',
    follows === null ? '' : `Follows ${follows}.`,
    deal.recordCloses === null ? '' : `Nothing after ${longDate(deal.recordCloses)} was searched.`,
  ]
  return parts.filter((part) => part !== '').join(' ')
}
