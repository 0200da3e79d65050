import { the } from '../../names.ts'
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
      return [deal.deal, { deal, attribution, named: (party) => the(shortOf(deal, party)) }]
    }),
  )
  return ({ deal }) => views.get(deal) as DueView
}

/** The same as a person reads it: dates in words, names with their capitals; what was said stays as it was said. */
export function readableDue(due: DueReport): DueReport {
  const readers = new Map(due.deals.map((deal) => [deal.deal, readerOf(deal)]))
  const read = ({ deal }: { readonly deal: string }) => readers.get(deal) as ReturnType<typeof readerOf>
  return {
    ...due,
    items: due.items.map((item) => {
      const { text, part } = read(item)
      const date = (d: NamedDate): NamedDate => ({
        ...d,
        text: text(d.text),
        sentence: text(d.sentence),
        moved: d.moved.map((m) => ({ ...m, text: text(m.text) })),
      })
      return {
        ...item,
        part: part(item.part),
        sentence: text(item.sentence),
        sides: item.sides.map((s) => ({
          ...s,
          text: s.text === null ? null : text(s.text),
          dates: s.dates.map(date),
        })),
        fates: item.fates.map((f) => ({ ...f, part: part(f.part) })),
      }
    }),
    undated: due.undated.map((u) => {
      const { text, part } = read(u)
      return { ...u, part: part(u.part), text: u.text === null ? null : text(u.text) }
    }),
  }
}
