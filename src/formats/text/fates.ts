import type { FateReport, TermReport } from '../../report/report.ts'
import { datesInWords, isMonth, longDate } from './dates.ts'
import { attribution, type View } from './deal.ts'
import { prose, span } from './sheet.ts'
import type { Line } from './width.ts'

/** `10 November 2025`, of what is not known the day until which it was looked for. */
export const fateDate = ({ fate, date }: FateReport): string =>
  fate === 'unknown'
    ? `until ${longDate(date)}`
    : isMonth(date)
      ? longDate(date)
      : datesInWords(longDate(date))

/** What became of a piece of a term, in words: `superseded; goes on in truce`. */
export function fateWords({ fate, part, deal }: FateReport): string {
  const word = fate === 'unknown' ? 'not known' : fate
  return `${part === null ? '' : `${part}: `}${word}${deal === null ? '' : `, goes on in ${deal}`}`
}

/** What became of a term later; no verdict rests on it. */
export const fateLines = (view: View, term: TermReport, indent: number): Line[] =>
  term.fates.flatMap((fate) => {
    const { says, source } = fate
    return prose(
      view.sheet,
      [
        span(fateWords(fate), 'strong'),
        span(says === null ? '' : `: ${says}`),
        ...(source === null
          ? []
          : [
              span(' '),
              {
                text: `${view.sheet.mark.dot} ${attribution(view, source)}`,
                style: 'faint' as const,
                keep: true,
              },
            ]),
      ],
      indent,
      [span(`${fateDate(fate)}  `)],
    )
  })
