import { type Claim, type Entry, nameIn, type Silence, statementsBy } from '../deal.ts'
import type { Rule } from '../rule.ts'
import { entriesOf, valueAt } from './of/at.ts'

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
    *in({ deal, root, compared }) {
      const entries = entriesOf(deal)
      for (const { term, versions, reported } of compared) {
        const claimants = versions.filter((v) => v.version !== null)
        const said =
          entries.find((e): e is Claim => e.kind === 'claim' && e.term === term.id) ?? reported[0]?.claim
        for (const { party, history } of versions) {
          const empty = statementsBy(deal, party).length > 0 ? undefined : history.find(namesNothing)
          if (empty && said)
            yield {
              place: valueAt(root, empty, 'silent'),
              args: [term.id, party, 'all'],
              message: `On the term "${term.id}" all statements of ${nameIn(deal, party)} are said to be silent, and the file has none of ${nameIn(deal, party)}; expected one that was searched.`,
              help: `Add the statements of ${nameIn(deal, party)} that were searched under \`sources\`; where none was, delete the silence.`,
              related: [{ message: 'what is said of it', place: said.place }],
            }
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
      }
    },
  },
}

/** A silence in all that a party said, and nothing else that it rests on. */
const namesNothing = (entry: Entry): entry is Silence =>
  entry.kind === 'silence' &&
  entry.silent === 'all' &&
  !entry.notApplicable &&
  entry.declined === null &&
  entry.notedBy === null &&
  entry.general === null
