/** A small sound deal by a name, for examples that need another file beside theirs. */
export const pact = (name: string): string => `deal: ${name}
parties: { us: United States, china: China }
sources:
  us-may: { party: us, by: USTR, kind: minister, issuer: USTR, date: 2025-05-11, read: whole, seen: { copy: original } }
terms: { purchase: { title: China buys US rice } }
announced: { us: { purchase: { act: buy, source: us-may } }, china: { purchase: { not-applicable: true } } }
`
