import type { Deal, Entry, Silence, Source } from '../deal.ts'

/**
 * A deal as its file would have stood at the end of a day (null: as it stands): what was said later is not there.
 * Terms, parties and words of the vocabulary have no date and stay.
 */
export function dealAsOf(deal: Deal, asOf: string | null): Deal {
  if (asOf === null) return deal
  const said = saidBy(asOf)
  return {
    ...deal,
    sources: new Map([...deal.sources].filter(([, source]) => said(source))),
    histories: new Map(
      [...deal.histories.keys()].map((term) => [term, historiesAsOf(deal, term, asOf)] as const),
    ),
    reported: deal.reported.filter((r) => said(r.source)),
    // Who says what became of a commitment counts, not when that was.
    fates: deal.fates.filter((f) => (f.source?.day ?? f.day) <= asOf),
    conversions: conversionsAsOf(deal, asOf),
  }
}

/** What each party had entered on a term by the end of a day; a party that had nothing yet is not there. */
export function historiesAsOf(
  deal: Deal,
  term: string,
  asOf: string | null,
): ReadonlyMap<string, readonly Entry[]> {
  const all = deal.histories.get(term) ?? new Map<string, readonly Entry[]>()
  if (asOf === null) return all
  const known = [...all].map(([party, entries]): [string, readonly Entry[]] => [
    party,
    entries.flatMap((e) => entryAsOf(e, asOf) ?? []),
  ])
  return new Map(known.filter(([, entries]) => entries.length > 0))
}

/** How one way of counting becomes another, as far as that had been said by the end of a day. */
export const conversionsAsOf = (deal: Deal, asOf: string | null): Deal['conversions'] =>
  asOf === null
    ? deal.conversions
    : deal.conversions.filter(({ source }) => saidBy(asOf)(deal.sources.get(source)))

/** What has no source was said by nobody yet. */
const saidBy =
  (asOf: string) =>
  (source: Source | undefined): boolean =>
    source !== undefined && source.day <= asOf

/** Null where nothing of it had been said. */
function entryAsOf(entry: Entry, asOf: string): Entry | null {
  const said = saidBy(asOf)
  if (entry.kind === 'claim') return said(entry.source) ? entry : null
  const known = (source: Source | null): Source | null => (source !== null && said(source) ? source : null)
  const silent = entry.silent === 'all' ? 'all' : entry.silent.filter(said)
  const [declined, notedBy, general] = [known(entry.declined), known(entry.notedBy), known(entry.general)]
  const words = [entry.declined, entry.notedBy, entry.general].filter((s) => s !== null)
  const left = [declined, notedBy, general].filter((s) => s !== null)
  if (silent !== 'all' && silent.length + left.length === 0 && !entry.notApplicable) return null
  // Words stand for the statements that are named beside them: with the last of these they go.
  const told = words.length === 0 || left.length > 0
  const quoted = entry.general === null ? told : general !== null
  const out: Silence = {
    ...entry,
    silent,
    declined,
    notedBy,
    general,
    quote: quoted ? entry.quote : null,
    says: told ? entry.says : null,
  }
  return out
}
