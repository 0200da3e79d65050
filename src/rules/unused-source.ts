import { type Deal, statementsBy } from '../deal.ts'
import type { Rule } from '../rule.ts'

export const unusedSource: Rule = {
  id: 'unused-source',
  severity: 'warning',
  summary: 'a source that nothing in the file rests on',
  why: 'A statement that was found and not coded may hold a claim that is missing, or a silence that nobody recorded.',
  bad: {
    yaml: `sources:
  us-june: { party: us, by: USTR, kind: minister, issuer: USTR, date: 2025-06-11, read: whole, seen: { copy: original } }
  us-july: { party: us, by: USTR, kind: minister, issuer: USTR, date: 2025-07-01, read: whole, seen: { copy: original } }
  china-june: { party: china, by: MOFCOM, kind: spokesperson, issuer: MOFCOM, date: 2025-06-12, read: whole, seen: { copy: original } }`,
    at: 'us-july',
  },
  good: {
    yaml: `announced:
  us:
    purchase: { act: buy, value: 2 Mt, source: us-june }
  china:
    purchase: { silent: all }`,
  },
  found: {
    by: 'deal',
    *in({ deal }) {
      const used = usedSources(deal)
      for (const source of deal.sources.values())
        if (!used.has(source.id))
          yield {
            place: source.place,
            args: [source.id],
            message: `The source "${source.id}" is declared, and no claim, silence or report names it; expected one that does.`,
            help: 'Code what it says, or record under `silent` that it was searched; delete it if it bears on nothing.',
          }
    },
  },
}

/** Every source that a claim, a silence, a report or a conversion names; `silent: all` names all of its party. */
function usedSources(deal: Deal): Set<string> {
  const used = new Set(deal.conversions.map((c) => c.source))
  for (const { source } of deal.reported) used.add(source.id)
  for (const { source } of deal.fates) if (source) used.add(source.id)
  for (const ofTerm of deal.histories.values())
    for (const entry of [...ofTerm.values()].flat()) {
      if (entry.kind === 'claim') used.add(entry.source.id)
      else
        for (const source of [
          ...(entry.silent === 'all' ? statementsBy(deal, entry.party) : entry.silent),
          entry.declined,
          entry.notedBy,
          entry.general,
        ])
          if (source) used.add(source.id)
    }
  return used
}
