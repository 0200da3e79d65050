import type { JsonSchema } from '../json-schema.ts'
import type { Place } from '../place.ts'
import type { MapNode } from '../tree.ts'
import { cut, nearestFirst, orList } from '../words.ts'
import { bareWordAdvice, keyAdvice } from './key-advice.ts'
import { type Reader, type Shape, wrong } from './shape.ts'

/** One key of a map: its shape, what it is for, and whether it must be there. */
export interface Field<T, R extends boolean> {
  readonly shape: Shape<T>
  readonly about: string
  readonly required: R
}
export const must = <T>(shape: Shape<T>, about: string): Field<T, true> => ({ shape, about, required: true })
export const may = <T>(shape: Shape<T>, about: string): Field<T, false> => ({ shape, about, required: false })

// oxlint-disable-next-line typescript/no-explicit-any -- a record of fields of any type, as mapped types need it
export type Fields = { readonly [key: string]: Field<any, boolean> }
export type ObjectOf<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends Field<infer T, true>
    ? T
    : F[K] extends Field<infer T, false>
      ? T | null
      : never
} & {
  readonly place: Place
  /** Where the value of each key stands. */
  readonly at: ReadonlyMap<string, Place>
}

/** A map of known keys; `also` are keys read elsewhere, so that they are no mistake here. */
export function object<F extends Fields>(
  what: string,
  fields: F,
  also: readonly string[] = [],
): Shape<ObjectOf<F>> {
  const required = Object.keys(fields).filter((key) => fields[key]?.required)
  const keys = [...new Set([...Object.keys(fields), ...also])]
  return {
    expects: what,
    schema: objectSchema(fields, required),
    read: (node, reader) => {
      if (node.kind !== 'map') {
        const help = node.kind === 'scalar' ? bareWordAdvice(node.text, what) : null
        return wrong(node, reader, `${what}, a map of ${orList(keys, 5)}`, help)
      }
      const out: Record<string, unknown> = Object.create(null)
      const at = new Map<string, Place>()
      for (const key of Object.keys(fields)) out[key] = null
      let whole = true
      for (const { key, keyPlace, value } of node.entries) {
        const field = Object.hasOwn(fields, key) ? fields[key] : undefined
        at.set(key, value.place)
        if (!field) {
          if (!also.includes(key)) unknownKey(key, keyPlace, what, keys, reader)
          continue
        }
        const read = field.shape.read(value, { ...reader, under: keyPlace })
        if (read !== undefined) out[key] = read
        else if (field.required) whole = false
      }
      for (const key of required)
        if (!at.has(key)) {
          whole = false
          reader.report({
            rule: 'missing-key',
            // The key above tells which map it is; none of its own keys is at fault.
            place: reader.under ?? firstOf(node),
            args: [key],
            message: `${capital(what)} has no \`${key}\`; expected ${fields[key]?.shape.expects}.`,
          })
        }
      out.place = node.place
      out.at = at
      return whole ? (out as ObjectOf<F>) : undefined
    },
  }
}

const firstOf = (node: MapNode): Place => node.entries[0]?.keyPlace ?? node.place
const capital = (s: string): string => s.slice(0, 1).toUpperCase() + s.slice(1)

function unknownKey(key: string, place: Place, what: string, keys: readonly string[], reader: Reader): void {
  const message = (near: readonly string[]): string =>
    `${capital(what)} has no key "${cut(key)}"; expected ${orList(near)}.`
  reader.report({
    rule: 'unknown-key',
    place,
    message: message(keys),
    meant: () => {
      const help = keyAdvice(key, what, keys)
      return { message: message(nearestFirst(key, keys)), ...(help === null ? {} : { help }) }
    },
  })
}

export function objectSchema(fields: Fields, required: readonly string[]): JsonSchema {
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(fields).map(([key, f]) => [key, { description: f.about, ...f.shape.schema }]),
    ),
    ...(required.length ? { required } : {}),
    additionalProperties: false,
  }
}
