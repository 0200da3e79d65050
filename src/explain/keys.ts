import { facetKeys } from '../read/deal-file.ts'
import { facets } from '../facets/index.ts'
import type { Page } from '../report/report.ts'
import { dealSchema } from '../schema.ts'
import type { JsonSchema } from '../read/shape.ts'
import { page } from './page.ts'

/** Keys of a claim whose facet has another name; what a facet's own name says, its page tells. */
const facetKeyPages: readonly Page[] = facets.flatMap((facet) =>
  facet.keys
    .filter((k) => k.key !== facet.name)
    .map((k) =>
      page('key', k.key, k.about, {
        rule: `Expected: ${k.expects}.`,
        diagram: k.examples.map((text) => `${k.key}: ${text}`),
        see: [facet.name],
      }),
    ),
)

interface Found {
  readonly where: string
  readonly about: string
  readonly examples: readonly string[]
}

/** What an editor would propose for a key. */
const examplesOf = (of: JsonSchema): readonly string[] =>
  [of, of.items as JsonSchema | undefined].flatMap((x) => (x?.examples ?? []) as readonly string[])

/** Every other key of a deal file, with what the file's own definition says of it. */
function fileKeys(): ReadonlyMap<string, readonly Found[]> {
  const out = new Map<string, Found[]>()
  const schema = dealSchema()
  const collect = (where: string, of: JsonSchema): void => {
    for (const [key, value] of Object.entries((of.properties ?? {}) as Record<string, JsonSchema>)) {
      if (facetKeys.includes(key)) continue
      out.set(key, [
        ...(out.get(key) ?? []),
        { where, about: String(value.description), examples: examplesOf(value) },
      ])
      collect(`what stands under ${key}`, value)
    }
    for (const inner of [of.items, of.additionalProperties, ...((of.anyOf ?? []) as readonly unknown[])])
      if (inner !== null && typeof inner === 'object') collect(where, inner as JsonSchema)
  }
  collect('a deal file', schema)
  for (const [name, definition] of Object.entries((schema.$defs ?? {}) as Record<string, JsonSchema>))
    collect(`a ${name.replaceAll('-', ' ')}`, definition)
  return out
}

/** What several kinds of things have under one key is said for each of them. */
const lines = (found: readonly Found[]): string =>
  [...new Set(found.map((f) => f.about))]
    .map((about, _, all) => {
      const where = found.filter((f) => f.about === about).map((f) => f.where)
      return all.length === 1 ? about : `Of ${where.join(', of ')}: ${about}`
    })
    .join('\n')

const fileKeyPages: readonly Page[] = [...fileKeys()].map(([key, found]) =>
  page('key', key, lines(found), {
    rule: `A key of ${[...new Set(found.map((f) => f.where))].join(', of ')}.`,
    diagram: found.flatMap((f) => f.examples).map((text) => `${key}: ${text}`),
  }),
)

export const keyPages: readonly Page[] = [...facetKeyPages, ...fileKeyPages]
