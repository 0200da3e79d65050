import type { Compared } from '../compare/compare.ts'
import { type Claim, nameIn } from '../deal.ts'
import { capital } from '../names.ts'
import type { Rule } from '../rule.ts'
import { cut } from '../words.ts'

export const againstItself: Rule = {
  id: 'against-itself',
  severity: 'note',
  summary: 'a side that contradicts itself, or moves its figure or date',
  why: 'Which of two claims of one side counts follows from rank and date. Where they do not go together, one of them may be coded wrongly, or be about another part.',
  bad: {
    yaml: `sources:
  us-june: { party: us, by: USTR, kind: minister, issuer: USTR, date: 2025-06-11, read: whole, seen: { copy: original } }
  us-july: { party: us, by: USTR, kind: minister, issuer: USTR, date: 2025-07-01, read: whole, seen: { copy: original } }
  china-june: { party: china, by: MOFCOM, kind: spokesperson, issuer: MOFCOM, date: 2025-06-12, read: whole, seen: { copy: original } }
announced:
  us:
    purchase:
      - { act: buy, value: 2 Mt, source: us-june }
      - { act: buy, value: 3 Mt, source: us-july }
  china:
    purchase: { act: buy, value: 2 Mt, source: china-june }`,
    at: '3 Mt',
  },
  good: {
    yaml: `sources:
  us-june: { party: us, by: USTR, kind: minister, issuer: USTR, date: 2025-06-11, read: whole, seen: { copy: original } }
  us-july: { party: us, by: USTR, kind: minister, issuer: USTR, date: 2025-07-01, read: whole, seen: { copy: original } }
  china-june: { party: china, by: MOFCOM, kind: spokesperson, issuer: MOFCOM, date: 2025-06-12, read: whole, seen: { copy: original } }
announced:
  us:
    purchase:
      - { act: buy, value: 2 Mt, source: us-june }
      - { act: buy, value: 3 Mt, supersedes: true, source: us-july }
  china:
    purchase: { act: buy, value: 2 Mt, source: china-june }`,
  },
  found: {
    by: 'deal',
    *in({ deal, compared }) {
      for (const { term, inconsistencies } of compared.filter(isSmall)) {
        const told = new Set<Claim>()
        for (const { party, facet, claims, row, clash } of inconsistencies) {
          const [earlier, later] = claims
          // A claim that goes with none of ten is one finding, not ten.
          if (told.has(later)) continue
          told.add(later)
          const [then, now] = [row.a?.text ?? earlier.source.id, row.b?.text ?? later.source.id]
          const name = nameIn(deal, party)
          yield {
            place: row.b?.place ?? later.place,
            args: [term.id, party, facet, earlier.source.id, then, later.source.id, now],
            message: clash
              ? `${capital(name)} says "${cut(now)}" of "${term.id}", and "${cut(then)}" elsewhere, which cannot both hold; expected claims that go together.`
              : `${capital(name)} moves what it says of "${term.id}" from "${cut(then)}" to "${cut(now)}" by a word of lower rank; the higher one still counts.`,
            help: 'Give each claim a `part` if they are about different pieces, or `supersedes: true` if the later one takes the place of all before; leave them if that is how it was said.',
            related: [{ message: `what ${name} says elsewhere`, place: row.a?.place ?? earlier.place }],
          }
        }
      }
    },
  },
}

/** Every claim of a side is held against every other: of so many, none was written by hand. */
const isSmall = ({ versions }: Compared): boolean =>
  versions.every(({ version }) => (version?.claims.length ?? 0) <= 150)
