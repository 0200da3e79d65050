import type { Part } from '../compare/version.ts'
import type { Stated } from '../deal.ts'
import type { Facet } from '../facet.ts'
import { facetOf, facetRank } from '../facets/index.ts'
import type { When } from '../facets/times.ts'
import { compareText } from '../place.ts'
import { textOf } from '../report/sides.ts'
import { dayText, firstDayOf, lastDayOf } from '../values/time.ts'

/** One aspect that is not said as it was. */
export interface Move {
  readonly part: string | null
  readonly facet: string
  readonly axis: string | null
  readonly before: string | null
  readonly now: string | null
}

/** Every aspect of a part whose words are others than before, in the order of the facets. */
export function movesOf(now: Part, before: Part, piece: string | null): Move[] {
  const keys = [...new Set([...now.slots.keys(), ...before.slots.keys()])]
  return keys
    .map((key) => ({ x: saidUnder(now, key), y: saidUnder(before, key) }))
    .flatMap(({ x, y }) => {
      const stated = x ?? y
      const [a, b] = [x && wordsOf(x), y && wordsOf(y)]
      return stated === undefined || a === b
        ? []
        : [{ part: piece, facet: stated.facet, axis: stated.axis, before: b ?? null, now: a ?? null }]
    })
    .sort((p, q) => facetRank(p.facet) - facetRank(q.facet) || compareText(p.axis ?? '', q.axis ?? ''))
}

/** What a side said itself; what the term assumes is nobody's word. */
function saidUnder(part: Part, key: string): Stated | undefined {
  const slot = part.slots.get(key)
  return slot && !slot.assumed ? slot.stated : undefined
}

/** What is stated, in words; of 90 days from another day, the day that comes of it. */
function wordsOf(stated: Stated): string {
  const facet: Facet = facetOf(stated.facet)
  if (facet.unit !== 'span' && stated.facet !== 'deadline') return textOf(stated)
  const { time } = stated.value as When
  const last = stated.facet === 'start' ? firstDayOf(time) : lastDayOf(time)
  return time.shape === 'day' && last !== null ? dayText(last) : stated.text
}

export type Shift = 'later' | 'sooner'

/** Whether a day by which it must be done, or from which it holds, was put off in every piece that moved. */
export function shiftOf(pairs: readonly (readonly [now: Part, before: Part])[]): Shift | null {
  const moved = pairs.flatMap(([now, before]) =>
    ['start', 'deadline'].flatMap((facet): Shift[] => {
      const [x, y] = [dayUnder(now, facet), dayUnder(before, facet)]
      return x === null || y === null || x === y ? [] : [x > y ? 'later' : 'sooner']
    }),
  )
  const [only, ...more] = [...new Set(moved)]
  return only !== undefined && more.length === 0 ? only : null
}

function dayUnder(part: Part, facet: string): number | null {
  const stated = saidUnder(part, facet)
  if (!stated) return null
  const { time } = stated.value as When
  return facet === 'start' ? firstDayOf(time) : lastDayOf(time)
}
