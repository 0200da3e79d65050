import { defined, type JsonSchema } from '../json-schema.ts'

/** A JSON Schema that describes exactly the values of one type: the compiler sees where the two part. */
export interface Typed<in out T> {
  readonly schema: JsonSchema
  /** Never there: it only ties the type. */
  readonly of?: (value: T) => T
}

type OptionalKeys<T> = {
  [K in keyof T]-?: object extends Pick<T, K> ? K : never
}[keyof T]
type Described<T> = {
  readonly [K in keyof T]-?: readonly [about: string, of: Typed<Exclude<T[K], undefined>>]
}

/** An object of an interface: every field with what it is. Those that may be left out are named once more. */
export function record<T extends object>(
  fields: Described<T>,
  ...left: [OptionalKeys<T>] extends [never] ? [] : [mayBeLeftOut: { readonly [K in OptionalKeys<T>]: true }]
): Typed<T> {
  const optional = Object.keys(left[0] ?? {})
  const entries = Object.entries(fields) as [string, readonly [string, Typed<unknown>]][]
  return {
    schema: {
      type: 'object',
      properties: Object.fromEntries(
        entries.map(([key, [about, of]]) => [key, { description: about, ...of.schema }]),
      ),
      required: entries.map(([key]) => key).filter((key) => !optional.includes(key)),
      additionalProperties: false,
    },
  }
}

export const text: Typed<string> = { schema: { type: 'string' } }
export const whole: Typed<number> = { schema: { type: 'integer', minimum: 0 } }
export const truth: Typed<boolean> = { schema: { type: 'boolean' } }

export const constant = <const C extends string | number>(value: C): Typed<C> => ({
  schema: { const: value },
})

/** One word of a registry. */
export const wordOf = <W extends string>(words: readonly W[]): Typed<W> => ({
  schema: { type: 'string', enum: words },
})

export const listOf = <T>(item: Typed<T>): Typed<readonly T[]> => ({
  schema: { type: 'array', items: item.schema },
})

export const twoOf = <T>(item: Typed<T>): Typed<readonly [T, T]> => ({
  schema: {
    type: 'array',
    prefixItems: [item.schema, item.schema],
    items: false,
    minItems: 2,
    maxItems: 2,
  },
})

export const orNull = <T>(of: Typed<T>): Typed<T | null> => ({
  schema: { anyOf: [of.schema, { type: 'null' }] },
})

/** A type that stands at several places. */
export const named = <T>(name: string, of: Typed<T>): Typed<T> => ({
  schema: defined(name, of.schema),
})
