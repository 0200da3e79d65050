import type { Sample } from '../rule.ts'

/** The small sound deal into which a rule's example is put, by its top-level keys. */
const scaffold: readonly (readonly [key: string, text: string])[] = [
  ['deal', 'deal: rice'],
  ['parties', 'parties:\n  us: { name: United States, short: US }\n  china: China'],
  [
    'sources',
    `sources:
  us-june:
    party: us
    by: US Trade Representative
    kind: minister
    issuer: US Trade Representative
    date: 2025-06-11
    read: whole
    seen: { copy: original }
  china-june:
    party: china
    by: Ministry of Commerce
    kind: spokesperson
    issuer: Ministry of Commerce
    date: 2025-06-12
    read: whole
    seen: { copy: original }`,
  ],
  ['terms', 'terms:\n  purchase: { title: China buys US rice, topic: farm goods, obligor: china }'],
  [
    'announced',
    `announced:
  us:
    purchase: { act: buy, value: 2 Mt, source: us-june }
  china:
    purchase: { act: buy, value: 2 Mt, source: china-june }`,
  ],
]

/** The whole file that an example stands for, and where the example itself begins in it. */
export function sampleText(sample: Sample): { readonly text: string; readonly offset: number } {
  if (sample.whole) return { text: sample.yaml, offset: 0 }
  const own = new Set([...sample.yaml.matchAll(/^([a-z-]+):/gm)].map((m) => m[1]))
  const before = scaffold.filter(([key]) => !own.has(key)).map(([, text]) => `${text}\n`)
  const head = before.join('')
  return { text: `${head}${sample.yaml.replace(/\n?$/, '\n')}`, offset: head.length }
}
