import type { Stated } from '../deal.ts'
import { facetOf } from '../facets/index.ts'
import type { Scope } from '../facets/scope.ts'
import type { Place } from '../place.ts'
import type { Rule } from '../rule.ts'
import { child, type Node } from '../tree.ts'
import { cut } from '../words.ts'
import { claimsOf, mapAt, scalarsIn } from './of/at.ts'

export const denialWithoutQuote: Rule = {
  id: 'denial-without-quote',
  severity: 'warning',
  summary: 'a claim that denies something and quotes nothing',
  why: 'A denial is what makes two announcements contradict each other. Where the words that deny are not quoted, nobody can check that the side said so.',
  bad: {
    yaml: `announced:
  us:
    purchase: { act: not buy, source: us-june }
  china:
    purchase: { act: buy, value: 2 Mt, source: china-june }`,
    at: 'not buy',
  },
  good: {
    yaml: `announced:
  us:
    purchase: { quote: "no purchase was agreed", act: not buy, source: us-june }
  china:
    purchase: { act: buy, value: 2 Mt, source: china-june }`,
  },
  found: {
    by: 'deal',
    *in({ deal, root }) {
      for (const claim of claimsOf(deal)) {
        const all = claim.stated.filter((x) => facetOf(x.facet).denies(x.value))
        const [denied] = all
        if (denied && claim.quote === null)
          yield {
            place: deniedAt(denied, mapAt(root, claim.place)),
            args: [claim.party, claim.term, ...all.flatMap((x) => [x.facet, ...whatIsDenied(x)])],
            message: `The claim denies something ("${cut(denied.text)}") and quotes nothing; expected the words that deny it under \`quote\`.`,
            help: 'Code a denial only where the side itself says so.',
          }
      }
    },
  },
}

/** Of a scope, only the words that deny: those beside them may change, and the denial is the same. */
function whatIsDenied({ facet, value, text }: Stated): string[] {
  if (facet !== 'scope') return [text]
  const { only, not } = value as Scope
  return [...only.map((word) => `only ${word}`), ...not.map((word) => `not ${word}`)].sort()
}

/** Of a scope, the word that is denied, or the `only` that denies the rest; it may stand behind others. */
function deniedAt(denied: Stated, claim: Node | null): Place {
  const scope = claim?.kind === 'map' ? child(claim, 'scope') : undefined
  if (denied.facet !== 'scope' || !scope) return denied.place
  const said = [...scalarsIn(scope)].find((s) => /^(only|not)\s/i.test(s.text.trim()))
  return said?.place ?? denied.place
}
