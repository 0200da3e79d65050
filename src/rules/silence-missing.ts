import { type Claim, nameIn } from '../deal.ts'
import type { Rule } from '../rule.ts'
import { entriesOf } from './of/at.ts'

export const silenceMissing: Rule = {
  id: 'silence-missing',
  severity: 'warning',
  summary: 'a party of which neither a claim nor a silence is recorded on a term',
  why: 'The term is shown as one that this party did not announce, and nothing in the file says that anybody looked.',
  bad: {
    yaml: `terms:
  purchase: { title: China buys US rice, topic: farm goods, obligor: china }
announced:
  us:
    purchase: { act: buy, value: 2 Mt, source: us-june }`,
    at: 'purchase',
  },
  good: {
    yaml: `terms:
  purchase: { title: China buys US rice, topic: farm goods, obligor: china }
announced:
  us:
    purchase: { act: buy, value: 2 Mt, source: us-june }
  china:
    purchase: { silent: [china-june] }`,
  },
  found: {
    by: 'deal',
    *in({ deal, compared }) {
      const entries = entriesOf(deal)
      for (const { term, versions, reported } of compared) {
        const claimants = versions.filter((v) => v.version !== null)
        const said =
          entries.find((e): e is Claim => e.kind === 'claim' && e.term === term.id) ?? reported[0]?.claim
        for (const { party, history } of versions)
          if (history.length === 0 && said)
            yield {
              // Between two others that both announced it, this party makes no verdict.
              severity: claimants.length > 1 ? 'note' : 'warning',
              place: term.place,
              args: [term.id, party],
              message: `On the term "${term.id}" neither a claim nor a silence of ${nameIn(deal, party)} is recorded; expected one or the other.`,
              help: `Search the statements of ${nameIn(deal, party)}, and name under \`silent\` those that say nothing of it.`,
              related: [{ message: 'what is said of it', place: said.place }],
            }
      }
    },
  },
}
