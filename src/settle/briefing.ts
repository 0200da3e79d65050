import type { Compared } from '../compare/compare.ts'
import type { Version } from '../compare/version.ts'
import { type Deal, nameIn, type Stated, type Term } from '../deal.ts'
import type { Measure } from '../facets/measure/value.ts'
import { andList, capital } from '../names.ts'

/** What all hold of one piece, and what is to be said of the rest. */
export interface Held {
  readonly name: string | null
  readonly common: readonly { readonly facet: string; readonly text: string; readonly stated: Stated }[]
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

/** One sentence that holds of all who announced it: what all say, and no more. */
export function sentenceOf(
  deal: Deal,
  { term }: Compared,
  versions: readonly Version[],
  found: readonly Held[],
): string {
  const names = versions.map((v) => nameIn(deal, v.party))
  const who = capital(`${names.length === 2 ? 'both ' : ''}${andList(names)}`)
  const verb = verbs[natureOf(versions) ?? ''] ?? 'say'
  const affirmed = found.length > 0 && found.every((f) => f.common.some(isYes))
  const denied = found.length === 1 && found.some((f) => f.common.some(isNo))
  const stated = affirmed || denied || titleIsSaid(term, found)
  const told = (f: Held): string =>
    f.common
      .filter((c) => !(stated && (isYes(c) || isNo(c) || isInTitle(term, c))))
      .map((c) => c.text)
      .join(', ')
  const rest = found
    .filter((f) => told(f) !== '')
    .map((f) => (f.name === null ? told(f) : `on ${f.name}, ${told(f)}`))
    .join('; ')
  const more = rest === '' ? '' : `: ${rest}`
  if (stated) return `${who} ${denied ? 'deny' : verb} that ${inside(term.title)}${more}.`
  if (rest === '') return `${term.title} – what ${andList(names)} say agrees, each in its own words.`
  return `${term.title} – ${who.charAt(0).toLowerCase()}${who.slice(1)} ${verb}${more}.`
}

/** Whether the verb of the title is the act. */
const isInTitle = ({ title }: Term, { facet, stated, text }: Held['common'][number]): boolean =>
  facet === 'act' &&
  (stated.value as { manner: string }).manner === 'at least' &&
  title.toLowerCase().includes(text)

const isYes = ({ stated }: Held['common'][number]): boolean =>
  stated.facet === 'measure' && (stated.value as Measure).value.kind === 'yes'
const isNo = ({ stated }: Held['common'][number]): boolean =>
  stated.facet === 'measure' && (stated.value as Measure).value.kind === 'no'

/** What all claims are, where they are of one kind. */
function natureOf(versions: readonly Version[]): string | null {
  const natures = new Set(versions.flatMap((v) => v.claims.map((c) => c.nature)))
  return natures.size === 1 ? ([...natures][0] ?? null) : null
}

/**
 * Whether the title says nothing that not all say: it is a statement, the act that all affirm stands behind it, and
 * it has no figure that is not among what all say.
 */
function titleIsSaid(term: Term, found: readonly Held[]): boolean {
  const acts = found.map((f) => f.common.find((c) => c.facet === 'act'))
  const affirms = found.every(
    (f, i) =>
      f.stance === 'shall' &&
      acts[i] !== undefined &&
      (acts[i].stated.value as { manner: string }).manner !== 'not',
  )
  const texts = found.flatMap((f) => f.common.map((c) => c.text)).join(' ')
  // A day that something bears as its name is no figure.
  const figures = term.title.replaceAll(NAMED_DAY, '').match(/\d+(?:[.,]\d+)*/g) ?? []
  return (
    affirms &&
    !/^(?:What|When|Which|Who|Whether|Where|How) /.test(term.title) &&
    figures.every((n) => texts.includes(n))
  )
}

const NAMED_DAY =
  /\b(?:of|since) (?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?/g
