import { placeText } from '../../place.ts'
import { longDate } from './dates.ts'
import { capital } from '../../names.ts'
import type { Hit } from '../../report/report.ts'
import { blank, edges, INDENT, line, prose, quoted, type Sheet, span } from './sheet.ts'
import type { Line } from './width.ts'
import { count, verdictWords } from './words.ts'

/** Where the words stand, as a person would say it. */
const places: { readonly [where: string]: string } = {
  id: 'name of the term',
  title: 'title',
  topic: 'topic',
  subject: 'subject',
  says: 'what was said',
  quote: 'quoted',
  value: 'figure',
  source: 'who said it',
}

function grouped<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const out = new Map<string, T[]>()
  for (const item of items) out.set(key(item), [...(out.get(key(item)) ?? []), item])
  return out
}

function hitLines(hit: Hit, sheet: Sheet): Line[] {
  const where = `${places[hit.where] ?? hit.where}${hit.party === null ? '' : `, ${hit.party}`}: `
  const text = [span(where, 'faint'), span(hit.where === 'quote' ? quoted(sheet, hit.text) : hit.text)]
  const place = span(placeText(hit.place), 'faint')
  return sheet.verbose ? edges(sheet, text, place, INDENT) : prose(sheet, text, INDENT)
}

function termLines(hits: readonly Hit[], asOf: string | null, sheet: Sheet): Line[] {
  const [hit] = hits
  if (!hit) return []
  const { verdict } = hit
  const title = [
    span(hit.title, 'strong'),
    ...(verdict === null
      ? asOf === null
        ? []
        : [span(` ${sheet.mark.dot} not yet announced`)]
      : [span(` ${sheet.mark.dot} ${verdictWords[verdict].label}`)]),
  ]
  const glyph = verdict === null ? [] : [span(`${sheet.mark[verdict]} `, verdict)]
  const told = hits.filter((h) => h.where !== 'title')
  return [
    ...edges(sheet, title, span(hit.term, 'next'), 2, glyph),
    ...told.flatMap((h) => hitLines(h, sheet)),
  ]
}

/** Where words stand, deal by deal and term by term. */
export function findScreen(hits: readonly Hit[], asOf: string | null, sheet: Sheet): Line[] {
  const by = asOf === null ? '' : ` by ${longDate(asOf)}`
  if (hits.length === 0) {
    return [
      ...prose(sheet, line(`No term, value or quotation${by === '' ? '' : ` said${by}`} has these words.`)),
      ...prose(sheet, line('dealdiff list', 'next'), 0, [span('All deals: ', 'faint')]),
    ]
  }
  const deals = grouped(hits, (hit) => hit.deal)
  if (sheet.quiet)
    return [...grouped(hits, (hit) => `${hit.deal} ${hit.term}`).keys()].map((key) => line(key))
  const terms = grouped(hits, (hit) => `${hit.deal} ${hit.term}`).size
  const [first] = hits
  return [
    ...[...deals].flatMap(([deal, found]) => [
      line(deal, 'strong'),
      ...[...grouped(found, (hit) => hit.term).values()].flatMap((of) => termLines(of, asOf, sheet)),
      blank,
    ]),
    ...prose(
      sheet,
      line(
        capital(
          `${count(terms, 'term')} in ${count(deals.size, 'deal')}${by === '' ? '' : `, as far as anything was said${by}`}`,
        ),
      ),
    ),
    ...(first
      ? prose(sheet, line(`dealdiff ${first.deal} ${first.term}`, 'next'), 0, [
          span('One of them, step by step: ', 'faint'),
        ])
      : []),
  ]
}
