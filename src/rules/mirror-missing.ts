import type { Compared } from '../compare/compare.ts'
import { nameIn } from '../deal.ts'
import type { Rule } from '../rule.ts'
import { normalWord } from '../words.ts'

/** Whoever has more terms of one topic and obligor finds the others beside these. */
const MOST = 3

export const mirrorMissing: Rule = {
  id: 'mirror-missing',
  severity: 'note',
  summary: 'two terms, each announced by one side alone, with one obligor and one topic',
  why: 'They may be one thing under two names. Then two terms are shown as missing where the two sides in truth announced the same, or contradict each other.',
  bad: {
    yaml: `sources:
  us-june: { party: us, by: USTR, kind: minister, issuer: USTR, date: 2025-06-11, read: whole, seen: { copy: original } }
  us-july: { party: us, by: USTR, kind: minister, issuer: USTR, date: 2025-07-01, read: whole, seen: { copy: original } }
  china-june: { party: china, by: MOFCOM, kind: spokesperson, issuer: MOFCOM, date: 2025-06-12, read: whole, seen: { copy: original } }
terms:
  purchase: { title: China buys US rice, topic: farm goods, obligor: china }
  rice-trade: { title: China resumes the rice trade, topic: farm goods, obligor: china }
announced:
  us:
    purchase: { act: buy, value: 2 Mt, source: us-june }
    rice-trade: { silent: [us-july] }
  china:
    purchase: { silent: all }
    rice-trade: { act: buy, source: china-june }`,
    at: 'rice-trade',
  },
  good: {
    yaml: `terms:
  purchase: { title: China buys US rice, topic: farm goods, obligor: china }
announced:
  us:
    purchase: { act: buy, value: 2 Mt, source: us-june }
  china:
    purchase: { act: buy, source: china-june }`,
  },
  found: {
    by: 'deal',
    *in({ deal, compared }) {
      const alike = new Map<string, { readonly term: Compared['term']; readonly by: string }[]>()
      for (const c of compared) {
        const [by, key] = [onlyBy(c), likeness(c.term)]
        if (by === null || key === null) continue
        const { term } = c
        const before = alike.get(key) ?? []
        alike.set(key, before)
        before.push({ term, by })
        const mirrors = before.filter((m) => m.by !== by).slice(0, MOST)
        const [first] = mirrors
        if (!first) continue
        const named = mirrors.map((m) => `"${m.term.id}"`)
        yield {
          place: term.place,
          args: [term.id, ...mirrors.map((m) => m.term.id)],
          message: `Only ${nameIn(deal, by)} announced "${term.id}", and only ${nameIn(deal, first.by)} ${named.join(' and ')}, of one topic and obligor; expected one term, if they are one thing.`,
          help: 'Put both claims under one term if they are about one act and object; else leave them.',
          related: mirrors.map((m) => ({
            message: `announced only by ${nameIn(deal, m.by)}`,
            place: m.term.place,
          })),
        }
      }
    },
  },
}

/** The one party that announced a term which another did not. */
function onlyBy({ verdict, versions }: Compared): string | null {
  const claimants = versions.filter((v) => v.version !== null)
  return verdict === 'missing' && claimants.length === 1 ? (claimants[0]?.party ?? null) : null
}

/** What two terms have alike that may be one; null where a term has no obligor or no topic to be alike in. */
const likeness = ({ topic, obligor }: Compared['term']): string | null =>
  topic === null || obligor.length === 0 ? null : [normalWord(topic), ...[...obligor].sort()].join('\n')
