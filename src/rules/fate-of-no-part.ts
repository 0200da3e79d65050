import type { Rule } from '../rule.ts'
import { cut, nearest, normalWord, orList } from '../words.ts'
import { valueAt } from './of/at.ts'

export const fateOfNoPart: Rule = {
  id: 'fate-of-no-part',
  severity: 'warning',
  summary: 'a fate of a part that nobody announced',
  why: 'A fate is shown beside the piece of the term that it befell. Where no claim has a part of that name, it stands beside nothing.',
  bad: {
    yaml: `announced:
  us: { purchase: { part: first tranche, act: buy, value: 2 Mt, source: us-june } }
  china: { purchase: { silent: all } }
fates:
  - { term: purchase, part: first trance, fate: lapsed, date: 2025-12-31, source: us-june }`,
    at: 'first trance',
  },
  good: {
    yaml: `announced:
  us: { purchase: { part: first tranche, act: buy, value: 2 Mt, source: us-june } }
  china: { purchase: { silent: all } }
fates:
  - { term: purchase, part: first tranche, fate: lapsed, date: 2025-12-31, source: us-june }`,
  },
  found: {
    by: 'deal',
    *in({ deal, root }) {
      for (const fate of deal.fates) {
        if (fate.part === null) continue
        const histories = [...(deal.histories.get(fate.term)?.values() ?? [])].flat()
        const parts = [...new Set(histories.flatMap((e) => (e.kind === 'claim' && e.part ? [e.part] : [])))]
        if (parts.some((p) => normalWord(p) === normalWord(fate.part ?? ''))) continue
        const near = nearest(fate.part, parts)
        yield {
          place: valueAt(root, fate, 'part'),
          args: [fate.term, fate.part],
          message: `No claim on "${cut(fate.term)}" has the part "${cut(fate.part)}"; expected ${parts.length === 0 ? 'none, since its claims have no parts' : orList(parts, 6)}.`,
          help:
            near === null
              ? 'Leave `part` out where it befell all of the term.'
              : `Did you mean "${cut(near)}"?`,
        }
      }
    },
  },
}
