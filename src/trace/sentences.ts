import type { Nature } from '../deal.ts'
import { aspectLabels, ON_AXIS } from '../report/labels.ts'
import type { BecameReport } from '../report/trace-report.ts'
import type { Move, Shift } from './moves.ts'

type Told = Pick<BecameReport, 'word' | 'moves'> & {
  readonly why: string | null
  /** Whether what is promised again is put off, or brought forward. */
  readonly shift?: Shift | null
}

/** What became of an announcement, in one sentence; of a deal by its title. None of the words of a verdict is in it. */
export function sentenceOf({ word, moves, why, shift = null }: Told, nature: Nature, title: string): string {
  const told = detail(moves, why)
  const promised = nature === 'commitment'
  switch (word) {
    case 'first':
      return promised ? 'First announced.' : 'First said.'
    case 'same':
      return `${promised ? 'Promised again' : 'Said again'}, ${shift === null ? 'as' : `${shift} than`} in ${title}${told}.`
    case 'narrowed':
      return `Narrowed, it says less than in ${title}${told}.`
    case 'widened':
      return `Widened, it says more than in ${title}${told}.`
    case 'reversed':
      return `Reversed, what it said in ${title} excludes this${told}.`
    case 'changed':
      return `Changed, it is not the same as in ${title}${told}.`
    case 'cannot-tell':
      // What moved tells nothing where it is not known what that means.
      return `Cannot be told whether it is as in ${title}${why === null ? '' : `: ${why}`}.`
    case 'not-again':
      return `Not said again, after ${title}${why === null ? '' : `, ${why}`}.`
  }
}

/** That a side names no time where it named one before is no news, nor the other way round. */
const times: ReadonlySet<string> = new Set(['start', 'end', 'deadline'])

/** A plain yes says no more than that it was announced: beside what says more it is no news. */
const plain = ({ facet, now, before }: Move): boolean =>
  facet === 'measure' && (now === null || before === null) && ['yes', 'no'].includes(now ?? before ?? '')

const labels: { readonly [facet: string]: string } = aspectLabels

/** An aspect as every screen calls it. */
export const labelOf = ({ facet, axis }: { readonly facet: string; readonly axis: string | null }): string =>
  axis !== null && axis !== 'unplaced' ? `${ON_AXIS} ${axis}` : (labels[facet] ?? facet)

function detail(moves: readonly Move[], why: string | null): string {
  const named = moves.filter((m) => m.part !== null).map((m) => m.part)
  const many = new Set(named).size > 1
  const told = moves.filter(
    (m) => !plain(m) && (!times.has(m.facet) || (m.now !== null && m.before !== null)),
  )
  const texts = told.map((m) => {
    const part = many && m.part !== null ? `${m.part}, ` : ''
    return `${part}${labelOf(m)}: now ${m.now ?? 'unsaid'}, before ${m.before ?? 'unsaid'}`
  })
  const parts = [...(why === null ? [] : [why]), ...texts]
  return parts.length === 0 ? '' : `: ${parts.join('; ')}`
}
