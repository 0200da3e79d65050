import type { Stated } from '../deal.ts'
import type { Act } from '../facets/act.ts'
import { type Cut, type Interval, normal } from '../sets/interval.ts'
import { type Amount, inUnit } from '../values/amount.ts'
import type { FormerReport } from '../report/trace-report.ts'
import { boundsOf, type Figure, figuresOf } from './figures.ts'

/** The level that is left after a change, and the one from which it fell. */
export interface Levels {
  readonly after: Figure
  readonly before: FormerReport
}

/**
 * The level before a change: what is left and what came off, exactly. Only where one deal has both for the same doer,
 * what is left is one figure whoever names it best, and both hold from the same time; else nothing follows.
 */
export function levelsBefore(change: Figure): Levels | null {
  const { basis } = change.measure
  const of = basis === null ? null : (change.deal.vocabulary.bases.get(basis)?.of ?? null)
  if (basis === null || of === null || change.measure.negated || !isFigure(change.amount)) return null
  if (!comesOff(change)) return null
  const after = levelLeft(change, of)
  if (!after) return null
  const sum = added(after.amount, change.amount)
  const { min, max } = boundsOf(sum, after.measure)
  return {
    after,
    before: {
      text: written(sum),
      min,
      max,
      derived: {
        off: change.measure.said,
        basis,
        source: after.source.id,
        reported: after.parties === null,
      },
    },
  }
}

/** The acts by which points come off a level. */
const lowering: ReadonlySet<string> = new Set(['lower', 'reduce', 'cut', 'ease', 'suspend', 'stop', 'remove'])

/** Whether the points come off: where they were added, or would only be, the level before is another. */
function comesOff({ stated, term }: Figure): boolean {
  const under = (facet: string): Stated | undefined =>
    [...stated, ...term.assume].find((s) => s.facet === facet)
  const act = under('act')?.value as Act | undefined
  const stance = under('stance')?.text ?? 'shall'
  return stance === 'shall' && (act === undefined || (act.manner !== 'not' && lowering.has(act.word)))
}

const doers = (f: Figure): string => JSON.stringify([...f.term.obligor].sort())
const said = (f: Figure, facet: string): string =>
  JSON.stringify(f.stated.filter((s) => s.facet === facet).map((s) => s.text))
const NOTHING = '[]'

/** The level that the same doer is left with, by whoever is nearest to who named the change; null where they differ. */
function levelLeft(change: Figure, basis: string): Figure | null {
  const levels = [...change.deal.terms.values()]
    .flatMap((term) => figuresOf(change.deal, term))
    .filter((f) => f.measure.basis === basis && doers(f) === doers(change))
    .filter((f) => !f.measure.negated && isFigure(f.amount) && onOneScale(f.amount, change.amount))
    // A rate that comes later, or only if something happens, is not what is left.
    .filter((f) => ['start', 'conditions'].every((k) => [NOTHING, said(change, k)].includes(said(f, k))))
  const near = (f: Figure): number =>
    f.source.id === change.source.id
      ? 0
      : f.parties === null
        ? 3
        : f.parties.some((p) => change.parties?.includes(p))
          ? 1
          : 2
  const least = Math.min(...levels.map(near))
  const best = levels.filter((f) => near(f) === least)
  const texts = new Set(best.map((f) => written(f.amount)))
  return texts.size === 1
    ? (best.sort((x, y) => (x.source.day + x.source.id < y.source.day + y.source.id ? -1 : 1))[0] ?? null)
    : null
}

/** Percent and the points by which it moves; else one unit. */
const onOneScale = (level: Amount, change: Amount): boolean =>
  level.dimension === change.dimension || (level.dimension === '%' && change.dimension === 'pp')

/** One number, or two ends. */
const isFigure = ({ set, number, manner }: Amount): boolean =>
  set.length === 1 &&
  set[0]?.lo != null &&
  set[0].hi !== null &&
  (manner === 'bounds' ? number === null : manner !== 'more than' && manner !== 'less than')

/** What is left when the change comes off is the level: so that the two together are the level before. */
function added(level: Amount, change: Amount): Amount {
  const sum = (x: Cut, y: Cut): Cut => ({ at: x.at.add(y.at), side: x.side })
  const set = level.set.flatMap((x): Interval[] =>
    change.set.flatMap((y) =>
      x.lo && y.lo && x.hi && y.hi ? [{ lo: sum(x.lo, y.lo), hi: sum(x.hi, y.hi) }] : [],
    ),
  )
  const numbers = level.number && change.number ? level.number.add(change.number) : null
  const about = level.manner === 'about' || change.manner === 'about'
  return {
    ...level,
    set: normal(set),
    number: numbers,
    manner: numbers === null ? 'bounds' : about ? 'about' : 'bare',
  }
}

/** A figure in the words of a deal file. */
function written({ number, set, unit, per, manner }: Amount): string {
  const name = unit.name === '%' ? '%' : ` ${unit.name}`
  const rate = per === null ? '' : ` a ${per}`
  const [lo, hi] = [set[0]?.lo?.at, set.at(-1)?.hi?.at]
  if (number !== null)
    return `${manner === 'about' ? 'about ' : ''}${inUnit(number, unit, per)}${name}${rate}`
  return lo && hi ? `${inUnit(lo, unit, per)} to ${inUnit(hi, unit, per)}${name}${rate}` : ''
}
