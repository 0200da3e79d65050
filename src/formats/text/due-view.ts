import { the } from '../../names.ts'
import { unitPages } from '../../values/units.ts'
import type { DueDeal, DueReport, NamedDate } from '../../report/due-report.ts'
import { shortDate, yearOf } from './dates.ts'
import { readerOf } from './readable.ts'
import { isJoint, speakers } from './speakers.ts'
import { shortOf } from './words.ts'

/** A deal as the words of its dates look things up in it. */
export interface DueView {
  readonly deal: DueDeal
  /** `Bessent, 30 Oct 2025`; the year only where it is not the report's own. */
  readonly attribution: (source: string, said: string) => string
  /** `the US`, in a sentence. */
  readonly named: (party: string) => string
  /** Whether something is known of its term that settles none of its dates. */
  readonly hasUndivided: (item: { readonly term: string }) => boolean
}

export function dueViews(due: DueReport): (item: { readonly deal: string }) => DueView {
  const year = yearOf(due.day ?? '')
  const views = new Map(
    due.deals.map((deal): [string, DueView] => {
      const by = speakers(deal)
      const attribution = (id: string, said: string): string => {
        const of = isJoint(deal.sources.find((s) => s.id === id)) ? ' of' : ''
        // What stands behind a name in brackets is what the file tells its statements apart by.
        const name = by(id).replace(/ \([^()]*\)$/, '')
        return `${name}${of === '' ? ',' : of} ${shortDate(said, year)}`
      }
      const undivided = new Set(due.undivided.filter((u) => u.deal === deal.deal).map((u) => u.term))
      const named = (party: string): string => the(shortOf(deal, party))
      return [deal.deal, { deal, attribution, named, hasUndivided: ({ term }) => undivided.has(term) }]
    }),
  )
  return ({ deal }) => views.get(deal) as DueView
}

/** `00:01 (UTC-5)`: an offset by itself reads as a number. */
const clocksInWords = (text: string): string =>
  text.replace(/(\d\d:\d\d) ?(?:Z|([+\u2212-])(\d\d):(\d\d))(?!\d)/g, (_, clock, sign, hours, minutes) => {
    const more = minutes === '00' ? '' : `:${minutes}`
    const zone = hours === undefined || Number(hours + minutes) === 0 ? '' : `${sign}${Number(hours)}${more}`
    return `${clock} (UTC${zone})`
  })

/** Units that only their abbreviation names in a file, as their own pages call them. */
const spelled = new Map(unitPages.filter((u) => ['kt', 'Mt'].includes(u.name)).map((u) => [u.name, u.means]))
const unitsInWords = (text: string): string =>
  text.replace(/(?<=\d )(\p{L}+)(?![\p{L}\p{N}])/gu, (name) => spelled.get(name) ?? name)

/** The same as a person reads it: dates in words, names with their capitals; what was said stays as it was said. */
export function readableDue(due: DueReport): DueReport {
  const readers = new Map(
    due.deals.map((deal) => {
      const { text, part } = readerOf(deal)
      return [deal.deal, { part, text: (words: string) => clocksInWords(text(words)) }] as const
    }),
  )
  const read = ({ deal }: { readonly deal: string }) =>
    readers.get(deal) as NonNullable<ReturnType<typeof readers.get>>
  return {
    ...due,
    items: due.items.map((item) => {
      const { text, part } = read(item)
      const date = (d: NamedDate): NamedDate => ({
        ...d,
        text: text(d.text),
        sentence: unitsInWords(text(d.sentence)),
        moved: d.moved.map((m) => ({ ...m, text: text(m.text) })),
      })
      return {
        ...item,
        parts: item.parts.map((p) => part(p) ?? p),
        sentence: unitsInWords(text(item.sentence)),
        sides: item.sides.map((s) => ({
          ...s,
          text: s.text === null ? null : text(s.text),
          dates: s.dates.map(date),
        })),
        fates: item.fates.map((f) => ({ ...f, part: part(f.part) })),
      }
    }),
    undivided: due.undivided.map((u) => ({
      ...u,
      fates: u.fates.map((f) => ({ ...f, part: read(u).part(f.part) })),
    })),
    undated: due.undated.map((u) => {
      const { text, part } = read(u)
      return { ...u, part: part(u.part), text: u.text === null ? null : text(u.text) }
    }),
  }
}
