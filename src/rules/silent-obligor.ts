import { nameIn } from '../deal.ts'
import { capital } from '../names.ts'
import type { Rule } from '../rule.ts'
import { keyAt } from './of/at.ts'

export const silentObligor: Rule = {
  id: 'silent-obligor',
  severity: 'note',
  summary: 'a party silent on what it would itself have to do',
  why: 'One side announced a duty of the other, and that side has not said a word of it. It is what a reader asks about first, and what to search for once more.',
  bad: {
    yaml: `announced:
  us:
    purchase: { act: buy, value: 2 Mt, source: us-june }
  china:
    purchase: { silent: all }`,
    after: 'china:',
    at: 'purchase',
  },
  good: {
    yaml: `terms:
  purchase: { title: The US sells rice, topic: farm goods, obligor: us }
announced:
  us:
    purchase: { act: sell, value: 2 Mt, source: us-june }
  china:
    purchase: { silent: all }`,
  },
  found: {
    by: 'deal',
    *in({ deal, root, compared }) {
      for (const { term, verdict, aside, pairs, versions } of compared) {
        if (verdict !== 'missing' || aside) continue
        const absent = new Set(pairs.flatMap((p) => p.missing))
        for (const { party, history, silence } of versions) {
          // Where not even a silence is recorded, that comes first.
          if (!absent.has(party) || !term.obligor.includes(party) || history.length === 0) continue
          const claim = versions.find((v) => v.version)?.version?.claims[0]
          const name = nameIn(deal, party)
          const declined = silence?.state === 'declined' ? silence.sources : []
          const asked = declined.map((s) => `"${s.id}"`).join(' and ')
          yield {
            place: keyAt(root, 'announced', party, term.id) ?? term.place,
            args: [term.id, party],
            message: `${capital(name)} would have to do what the term "${term.id}" says, and ${asked === '' ? `no announcement of it by ${name} was found; expected its own word, if there is one` : `would not say so when it was asked (${asked}); expected its own word, if it has spoken since`}.`,
            help:
              asked === ''
                ? `Search the statements of ${name} once more; nothing needs to be changed where it said nothing.`
                : `Search what ${name} said after that; nothing needs to be changed where it said nothing.`,
            ...(claim
              ? {
                  related: [{ message: `what ${nameIn(deal, claim.party)} announced`, place: claim.place }],
                }
              : {}),
          }
        }
      }
    },
  },
}
