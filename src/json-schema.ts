/** A JSON Schema, draft 2020-12, as plain data. */
export type JsonSchema = { readonly [key: string]: unknown }

/**
 * A schema that stands at several places: each of them refers to it. It brings its definition along;
 * `schemaDocument` gathers the definitions at the end.
 */
export const defined = (name: string, schema: JsonSchema): JsonSchema => ({
  $ref: `#/$defs/${name}`,
  $defs: { [name]: schema },
})

/** A whole schema document, each definition once at its end. */
export function schemaDocument(title: string, description: string, schema: JsonSchema): JsonSchema {
  const definitions = new Map<string, unknown>()
  const gather = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(gather)
    if (value === null || typeof value !== 'object') return value
    const out: { [key: string]: unknown } = {}
    for (const [key, inner] of Object.entries(value))
      if (key === '$defs') for (const [name, of] of Object.entries(inner as JsonSchema)) define(name, of)
      else out[key] = gather(inner)
    return out
  }
  const define = (name: string, of: unknown): void => {
    if (definitions.has(name)) return
    // Its place is taken first: a definition may refer to itself.
    definitions.set(name, {})
    definitions.set(name, gather(of))
  }
  const body = gather(schema) as JsonSchema
  const sorted = [...definitions].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title,
    description,
    ...body,
    ...(sorted.length > 0 ? { $defs: Object.fromEntries(sorted) } : {}),
  }
}
