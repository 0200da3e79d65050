import type { Compared } from '../compare/compare.ts'
import { type Claim, type Deal, nameIn, type Silence, type Source, statementsBy } from '../deal.ts'
import type { Place } from '../place.ts'
import type { Rule } from '../rule.ts'
import type { Node } from '../tree.ts'
import { silencesOf, valueAt } from './of/at.ts'

export const staleSilence: Rule = {
  id: 'stale-silence',
  severity: 'warning',
  summary: 'a silence older than the claim that it is to answer',
  why: 'Who spoke before the other side announced a thing could not have answered it, so that the silence proves nothing; it looks as if it did.',
  bad: {
    yaml: `sources:
  us-july: { party: us, by: USTR, kind: minister, issuer: USTR, date: 2025-07-01, read: whole, seen: { copy: original } }
  china-june: { party: china, by: MOFCOM, kind: spokesperson, issuer: MOFCOM, date: 2025-06-12, read: whole, seen: { copy: original } }
announced:
  us:
    purchase: { act: buy, value: 2 Mt, source: us-july }
  china:
    purchase: { silent: [china-june] }`,
    at: '[china-june]',
  },
  good: {
    yaml: `sources:
  us-july: { party: us, by: USTR, kind: minister, issuer: USTR, date: 2025-07-01, read: whole, seen: { copy: original } }
  china-july: { party: china, by: MOFCOM, kind: spokesperson, issuer: MOFCOM, date: 2025-07-03, read: whole, seen: { copy: original } }
announced:
  us:
    purchase: { act: buy, value: 2 Mt, source: us-july }
  china:
    purchase: { silent: [china-july] }`,
  },
  found: {
    by: 'deal',
    *in({ deal, root, compared }) {
      for (const silence of silencesOf(deal)) {
        const named = namedBy(silence, deal)
        const first = firstToAnswer(silence, compared)
        if (silence.notApplicable || named.length === 0 || !first) continue
        if (named.some((s) => s.day >= first.source.day)) continue
        yield {
          place: placeOf(silence, root),
          args: [silence.term, silence.party, ...named.map((s) => s.id)],
          message: `Every statement that this silence names is older than the first claim of ${nameIn(deal, first.party)} (${first.source.date}); expected one that could have answered it.`,
          help: `Search what ${nameIn(deal, silence.party)} said from ${first.source.date} on.`,
          related: [{ message: `the first claim of ${nameIn(deal, first.party)}`, place: first.place }],
        }
      }
    },
  },
}

/** What it rests on; words that only name the topic count whenever they were said. */
function namedBy({ silent, declined, notedBy, party }: Silence, deal: Deal): Source[] {
  const searched = silent === 'all' ? statementsBy(deal, party) : silent
  return [...searched, declined, notedBy].filter((s) => s !== null)
}

/** The earliest claim of another party that is judged on the term; one that a later one superseded could be answered too. */
function firstToAnswer({ term, party }: Silence, compared: readonly Compared[]): Claim | undefined {
  const sides = compared.find((c) => c.term.id === term)?.versions ?? []
  // Who came to announce it is silent no more: an earlier silence is history.
  if (sides.some((side) => side.party === party && side.version !== null)) return undefined
  return sides
    .flatMap((side) => (side.party === party ? [] : side.history.filter((e) => e.kind === 'claim')))
    .sort((a, b) => (a.source.day < b.source.day ? -1 : a.source.day > b.source.day ? 1 : 0))[0]
}

function placeOf(silence: Silence, root: Node): Place {
  const keys = [
    ...(silence.silent === 'all' || silence.silent.length > 0 ? ['silent'] : []),
    ...(silence.declined ? ['declined'] : []),
    ...(silence.notedBy ? ['noted-by'] : []),
  ]
  return keys.length === 1 ? valueAt(root, silence, keys[0] as string) : silence.place
}
