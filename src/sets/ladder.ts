/**
 * A ladder: steps that each include the ones below. Rung 0 is the floor where the ladder has one (it denies every
 * step), else the unnamed state in which no step is taken.
 */
export interface Ladder {
  readonly floor: string | null
  /** Lowest first. */
  readonly steps: readonly string[]
}

/** How a word of a ladder is said: that step or any further; no further; not that, nor further. */
export type Manner = 'at least' | 'only' | 'not'

const topOf = (ladder: Ladder): number => ladder.steps.length

/** The rung of a word; null where it is not of this ladder. */
export function rungOf(ladder: Ladder, word: string): number | null {
  if (ladder.floor === word) return 0
  const index = ladder.steps.indexOf(word)
  return index < 0 ? null : index + 1
}

/** The rungs on which a word, so said, leaves things; never empty. */
export function rungs(ladder: Ladder, word: string, manner: Manner): Set<number> {
  const at = rungOf(ladder, word)
  if (at === null) throw new Error(`"${word}" is not of this ladder`)
  const out = new Set<number>()
  for (let rung = 0; rung <= topOf(ladder); rung++) {
    const inside = at === 0 || manner === 'only' ? rung === at : rung >= at
    if (manner === 'not' ? !inside : inside) out.add(rung)
  }
  return out
}
