import type { Compared } from '../compare/compare.ts'
import type { Version } from '../compare/version.ts'
import { type Deal, nameIn } from '../deal.ts'
import type { Measure } from '../facets/measure/value.ts'
import { andList, capital } from '../names.ts'
import { type Common, saidByTitle } from './title.ts'

/** What all hold of one piece, and what is to be said of the rest. */
export interface Held {
  readonly name: string | null
  readonly common: readonly Common[]
  /** Null where it is not the same with all. */
  readonly stance: string | null
  readonly notes: readonly string[]
}

const articles = /^(?:The|A|An|No|All|Both|Each|Every|If|When|What|Which|Who|Whether|Where|How|There|It|Its) /
const inside = (title: string): string => title.replace(articles, (first) => first.toLowerCase())

/** Verbs by what kind of claim it is. */
const verbs: Readonly<Record<string, string>> = {
  commitment: 'announced',
  demand: 'demand',
  estimate: 'estimate',
}

/**
 * One sentence that holds of all who announced it: what all say, and no more. It asserts the title only where all say
 * what the title says; else the title is but the name of what it is about, in quotation marks.
 */
export function sentenceOf(
  deal: Deal,
  { term }: Compared,
  versions: readonly Version[],
  found: readonly Held[],
): string {
  const names = andList(versions.map((v) => nameIn(deal, v.party)))
  const who = `${versions.length === 2 ? 'both ' : ''}${names}`
  const verb = verbs[natureOf(versions) ?? ''] ?? 'say'
  const [whole, ...more] = found
  const titled =
    whole && more.length === 0 && whole.name === null && whole.stance === 'shall'
      ? saidByTitle(deal, term, whole.common)
      : null
  const told = (f: Held): string =>
    f.common
      .filter((c) => !titled?.has(c))
      .map((c) => c.text)
      .join(', ')
  const rest = found
    .filter((f) => told(f) !== '')
    .map((f) => (f.name === null ? told(f) : `on ${f.name}, ${told(f)}`))
    .join('; ')
  if (titled) {
    const does = [...titled].some(isNo) ? 'deny' : verb
    return `${capital(who)} ${does} that ${inside(term.title)}${rest === '' ? '' : `: ${rest}`}.`
  }
  const about = `On "${term.title.replaceAll('"', "'")}",`
  if (rest === '') return `${about} what ${names} say agrees, each in its own words.`
  return `${about} ${who} ${verb}${rest.startsWith('that ') ? '' : ':'} ${rest}.`
}

const isNo = ({ facet, stated }: Common): boolean =>
  facet === 'measure' && (stated.value as Measure).value.kind === 'no'

/** What all claims are, where they are of one kind. */
function natureOf(versions: readonly Version[]): string | null {
  const natures = new Set(versions.flatMap((v) => v.claims.map((c) => c.nature)))
  return natures.size === 1 ? ([...natures][0] ?? null) : null
}
