// Deal files in any number, each of two dozen terms: for what is measured over many.

const pad = (n) => String(n).padStart(4, '0')

/** A sound deal; every tenth has a source that nothing rests on, so that there is something to be found. */
export function dealNumber(n, terms = 25) {
  const ids = Array.from({ length: terms }, (_, i) => `purchase-of-the-year-${pad(i)}`)
  const source = (id, party, by) =>
    `  ${id}: { party: ${party}, by: ${by}, kind: minister, issuer: ${by}, date: 2025-06-11, read: whole, seen: { copy: original } }\n`
  const claims = (id) =>
    ids
      .map(
        (term, i) =>
          `    ${term}:\n      says: "buys so many tonnes of rice, of deal ${n}, term ${i}"\n      act: buy\n      value: ${i + 1} Mt\n      source: ${id}\n`,
      )
      .join('')
  return `deal: generated-deal-${pad(n)}
title: A generated deal, number ${n}
aliases: [another-name-of-deal-${pad(n)}]
parties:
  us: { name: United States, short: US }
  china: China
sources:
${source('us-statement-of-june', 'us', 'USTR')}${source('china-statement-of-june', 'china', 'MOFCOM')}${n % 10 === 0 ? source('us-statement-unused', 'us', 'USTR') : ''}terms:
${ids.map((id) => `  ${id}: { title: "China buys rice, ${id}", topic: farm goods, obligor: china }\n`).join('')}announced:
  us:
${claims('us-statement-of-june')}  china:
${claims('china-statement-of-june')}`
}
