import type { Stated } from '../deal.ts'
import { facetOf, facets } from '../facets/index.ts'
import type { When } from '../facets/times.ts'
import type { Slot } from '../compare/version.ts'
import type { Keys, Written } from './yaml.ts'

/** What a claim is to say: its slots, and of each the part that it was said in, whose start an end may hang on. */
export interface Saying {
  readonly slot: Slot
  readonly beside: ReadonlyMap<string, Slot>
}

/** How what hangs on the day of a statement is written in one that is made later. */
export interface Manner {
  /** `at once` as the day that it was, or again as `at once`. */
  readonly atOnce: 'as its day' | 'again'
  /** A duration as it is, or as an end counted from the start that it was said with. */
  readonly duration: 'as it is' | 'from its start'
}

const plainManner: Manner = { atOnce: 'as its day', duration: 'as it is' }

/** The manners worth trying, the most faithful first. */
export function mannersOf(sayings: readonly Saying[]): readonly Manner[] {
  const texts = sayings.flatMap(({ slot }) => Object.entries(printed(slot.stated)))
  const once = texts.some(([, text]) => /\bat once\b/i.test(String(text)))
  const lasts = texts.some(([key]) => key === 'duration')
  return [
    plainManner,
    ...(once ? [{ ...plainManner, atOnce: 'again' as const }] : []),
    ...(lasts ? [{ ...plainManner, duration: 'from its start' as const }] : []),
    ...(once && lasts ? [{ atOnce: 'again' as const, duration: 'from its start' as const }] : []),
  ]
}

const printed = (stated: Stated): Readonly<Record<string, string | readonly string[]>> =>
  facetOf(stated.facet).print(stated.value)

/** The keys of a claim that says this, in the order of the facets. */
export function keysOf(sayings: readonly Saying[], manner: Manner): Keys {
  const out: Record<string, Written> = {}
  const scopes: [string, readonly string[]][] = []
  for (const facet of facets)
    for (const saying of sayings) {
      const { stated, claim } = saying.slot
      if (stated.facet !== facet.name) continue
      const keys = inManner(printed(stated), saying, manner)
      for (const [key, text] of Object.entries(keys)) {
        const words = dated(text, manner, claim?.source.day ?? null)
        if (key === 'scope') scopes.push([stated.axis ?? '', listOf(words)])
        else if (key === 'except') out.except = [...listOf((out.except as Written) ?? []), ...listOf(words)]
        else out[key] = words
      }
    }
  if (scopes.length > 0) {
    const byAxis = scopes.length > 1 && scopes.every(([axis]) => axis !== 'unplaced')
    out.scope = byAxis ? Object.fromEntries(scopes) : scopes.flatMap(([, words]) => words)
  }
  return Object.fromEntries(houseOrder.flatMap((key) => (out[key] === undefined ? [] : [[key, out[key]]])))
}

/** The order in which a claim's keys stand. */
const houseOrder = [...new Set(facets.flatMap((f) => [...f.keys.map((k) => k.key), 'value']))]

const listOf = (written: Written): readonly string[] =>
  typeof written === 'string' ? [written] : Array.isArray(written) ? written : []

/** An end that was said as a duration, counted from the start that stood beside it. */
function inManner(
  keys: Readonly<Record<string, string | readonly string[]>>,
  { beside }: Saying,
  manner: Manner,
): Readonly<Record<string, string | readonly string[]>> {
  const { duration, ...rest } = keys
  if (manner.duration === 'as it is' || duration === undefined) return keys
  if (rest.end !== undefined) return rest
  const start = beside.get('start')
  const said = (start?.stated.value as When | undefined)?.said.start
  if (said === undefined) return keys
  const from = /\bat once\b/i.test(said) ? (start?.claim?.source.day ?? said) : said
  return { ...rest, end: `${String(duration)} from ${from}` }
}

const dated = (text: string | readonly string[], { atOnce }: Manner, day: string | null): Written =>
  atOnce === 'again' || day === null || typeof text !== 'string' ? text : text.replace(/\bat once\b/gi, day)
