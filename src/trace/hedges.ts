import type { Part } from '../compare/version.ts'
import type { Stated } from '../deal.ts'
import type { Step } from '../facets/steps.ts'

/** How far a matter has come where no more than its doing is left. */
const settled: ReadonlySet<string> = new Set(['concluded', 'signed', 'adopted', 'in force'])

/** Whether a word of force or status takes something off what is said plainly. */
export function isHedge({ facet, value }: Stated): boolean {
  if (facet !== 'force' && facet !== 'status') return false
  const { word, manner, rungs } = value as Step
  if (facet === 'force') return word !== 'commits' || rungs !== undefined
  return manner !== 'at least' || !settled.has(word) || rungs !== undefined
}

/** Hedges that only one of two parts has, and the two without them; null where there is none. */
export interface Hedged {
  readonly x: Part
  readonly y: Part
  readonly here: readonly string[]
  readonly there: readonly string[]
}

export function unhedged(x: Part, y: Part): Hedged | null {
  const lone = (own: Part, other: Part): Stated[] =>
    [...own.slots].flatMap(([key, { stated }]) => (isHedge(stated) && !other.slots.has(key) ? [stated] : []))
  const [here, there] = [lone(x, y), lone(y, x)]
  if (here.length + there.length === 0) return null
  const less = (part: Part, hedges: readonly Stated[]): Part => ({
    ...part,
    slots: new Map([...part.slots].filter(([, { stated }]) => !hedges.includes(stated))),
  })
  const [plainX, plainY] = [less(x, here), less(y, there)]
  if (plainX.slots.size === 0 || plainY.slots.size === 0) return null
  const texts = (all: readonly Stated[]): string[] => all.map((s) => s.text.replace(/^only /, ''))
  return { x: plainX, y: plainY, here: texts(here), there: texts(there) }
}
