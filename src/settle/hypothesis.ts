import { type Compared, compareTerm } from '../compare/compare.ts'
import {
  type Claim,
  type Deal,
  type Entry,
  type Nature,
  type Source,
  type Stated,
  statementsOf,
  type Term,
} from '../deal.ts'
import type { ParseContext } from '../facet.ts'
import { startOf } from '../place.ts'
import { readFacets, startOfTerm } from '../read/entries.ts'
import type { Node } from '../tree.ts'
import { addLength, type Day, printDay, readDay } from '../values/time.ts'
import type { Keys, Written } from './yaml.ts'

/** A statement yet to be made, and what it would say of one term. */
export interface Statement {
  readonly source: Source
  readonly claims: readonly Draft[]
}
/** A claim as it would be written into the file. */
export interface Draft {
  readonly part: string | null
  readonly nature: Nature
  readonly keys: Keys
  readonly says: string
  readonly supersedes: boolean
}

/**
 * The statement that a party could make on the day after the last on record, under a name that is not taken; null
 * where no later day has a name.
 */
export function yetToBeMade(deal: Deal, party: string, taken: ReadonlySet<string>): Source | null {
  const last = [...statementsOf(deal), ...saidIn(deal)]
    .map((s) => s.day)
    .sort()
    .at(-1)
  const day = last === undefined ? null : readDay(last)
  const next = day && addLength(day, { count: 1, unit: 'day' })
  if (!next || next.year > 9999) return null
  const date = printDay(next)
  const plain = `${party}-yet-to-be-made`
  let id = plain
  for (let n = 2; taken.has(id); n++) id = `${plain}-${n}`
  return {
    id,
    party: [party],
    by: '(a statement yet to be made)',
    kind: 'text',
    issuer: null,
    date,
    day: date,
    read: null,
    aside: false,
    seen: [],
    place: startOf(deal.path),
  }
}

/** The statements that claims rest on. */
const saidIn = (deal: Deal): Source[] =>
  [...deal.histories.values()].flatMap((of) =>
    [...of.values()].flat().flatMap((e) => (e.kind === 'claim' ? [e.source] : [])),
  )

/** What a term comes to once a statement is made; null where the file would have an error. */
export function suppose(
  deal: Deal,
  term: Term,
  party: string,
  { source, claims }: Statement,
  dropped: readonly (string | null)[],
): Compared | null {
  const made: Claim[] = []
  for (const draft of claims) {
    const stated = readBack(deal, term, draft.keys, readDay(source.day) as Day)
    if (stated === null || stated.length === 0) return null
    made.push(claimOf(draft, term, party, source, stated))
  }
  const of = new Map(deal.histories.get(term.id))
  const stays = (e: Entry): boolean => e.kind === 'silence' || !dropped.includes(e.part)
  of.set(party, [...(of.get(party) ?? []).filter(stays), ...made])
  const histories = new Map(deal.histories).set(term.id, of)
  const sources = new Map(deal.sources).set(source.id, source)
  return compareTerm({ ...deal, histories, sources }, term, null)
}

const claimOf = (
  draft: Draft,
  term: Term,
  party: string,
  source: Source,
  stated: readonly Stated[],
): Claim => ({
  kind: 'claim',
  term: term.id,
  party,
  source,
  part: draft.part,
  supersedes: draft.supersedes,
  nature: draft.nature,
  says: draft.says,
  quote: null,
  original: null,
  was: null,
  returns: null,
  stated,
  place: source.place,
})

/** What the facets read of the keys as they would stand in the file; null where they find a mistake. */
function readBack(deal: Deal, term: Term, keys: Keys, said: Day): readonly Stated[] | null {
  let wrong = false
  const context: ParseContext = {
    vocabulary: deal.vocabulary,
    dollar: deal.dollar,
    choices: term.choices,
    assumedStart: startOfTerm(term),
    assuming: false,
    said,
    termIds: [...deal.terms.keys()],
    report: () => {
      wrong = true
    },
  }
  const stated = readFacets(nodeOf(keys), context)
  return wrong ? null : stated
}

const place = startOf('')
function nodeOf(written: Written | Keys): Node {
  if (typeof written === 'string') return { kind: 'scalar', place, text: written, style: 'plain' }
  if (Array.isArray(written))
    return { kind: 'list', place, items: (written as readonly string[]).map(nodeOf) }
  const entries = Object.entries(written as Keys)
  return {
    kind: 'map',
    place,
    entries: entries.map(([key, value]) => ({ key, keyPlace: place, value: nodeOf(value) })),
  }
}
