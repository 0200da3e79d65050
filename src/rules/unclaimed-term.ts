import type { Rule } from '../rule.ts'
import { claimsOf } from './of/at.ts'

export const unclaimedTerm: Rule = {
  id: 'unclaimed-term',
  severity: 'warning',
  summary: 'a term that no party claims and the press does not report',
  why: 'A term of which nobody says anything has no verdict and is on no screen: its claims were forgotten, or stand under another name.',
  bad: {
    yaml: `terms:
  purchase: { title: China buys US rice, topic: farm goods, obligor: china }
  inspection: { title: US inspectors visit the mills, topic: farm goods, obligor: china }`,
    at: 'inspection',
  },
  good: {
    yaml: `terms:
  purchase: { title: China buys US rice, topic: farm goods, obligor: china }`,
  },
  found: {
    by: 'deal',
    *in({ deal }) {
      const spoken = new Set([...claimsOf(deal), ...deal.reported].map((c) => c.term))
      for (const term of deal.terms.values())
        if (!spoken.has(term.id))
          yield {
            place: term.place,
            args: [term.id],
            message: `The term "${term.id}" is claimed by no party and reported by nobody; expected a claim.`,
            help: 'Code who announced it, or delete the term.',
          }
    },
  },
}
