import type { Rule } from '../rule.ts'
import { cut } from '../words.ts'
import { nodeAt } from './of/at.ts'
import { historiesOf, isSilence, oneOrMany } from './of/maps.ts'

export const notBetween: Rule = {
  id: 'not-between',
  severity: 'warning',
  summary: 'a claim of a party that is not judged on the term',
  why: 'A term that is `between` some parties leaves the others out. What one of those announced of it is in the file, and no screen shows it.',
  bad: {
    yaml: `parties: { us: United States, china: China, japan: Japan }
sources:
  japan-june: { party: japan, by: Prime Minister, kind: leader, issuer: Prime Minister, date: 2025-06-12, read: whole, seen: { copy: original } }
terms:
  purchase: { title: China buys US rice, between: [us, china] }
announced:
  japan:
    purchase: { act: buy, value: 1 Mt, source: japan-june }`,
    after: 'announced:',
    at: 'purchase',
  },
  good: {
    yaml: `parties: { us: United States, china: China, japan: Japan }
sources:
  japan-june: { party: japan, by: Prime Minister, kind: leader, issuer: Prime Minister, date: 2025-06-12, read: whole, seen: { copy: original } }
terms:
  purchase: { title: China buys US rice, between: [us, china, japan] }
announced:
  japan:
    purchase: { act: buy, value: 1 Mt, source: japan-june }`,
  },
  found: {
    by: 'deal',
    *in({ deal, root }) {
      for (const { party, entry } of historiesOf(root)) {
        const term = deal.terms.get(entry.key)
        if (party === null || !term || term.between.includes(party)) continue
        if (oneOrMany(entry.value).every(isSilence)) continue
        yield {
          place: entry.keyPlace,
          args: [party, term.id],
          message: `The term "${cut(term.id)}" is between ${term.between.join(' and ')}: what ${party} announced of it is not judged; expected a party that is.`,
          help: `Add ${party} to \`between\`, or delete the claim.`,
          related: [
            { message: 'the term', place: nodeAt(root, 'terms', term.id, 'between')?.place ?? term.place },
          ],
        }
      }
    },
  },
}
