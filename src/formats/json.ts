import { safeJson } from './escape.ts'
import type { Format } from './format.ts'
import { order } from './json/order.ts'

type Fields = { readonly [name: string]: Fields | true }

/** The same value with its fields in order; a field the order does not know comes last. */
function inOrder(value: unknown, fields: Fields | true | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => inOrder(item, fields))
  if (value === null || typeof value !== 'object') return value
  const known = typeof fields === 'object' ? fields : {}
  const names = new Set([...Object.keys(known).filter((name) => name in value), ...Object.keys(value)])
  const out: { [name: string]: unknown } = {}
  for (const name of names) out[name] = inOrder((value as { [name: string]: unknown })[name], known[name])
  return out
}

export const json: Format = {
  name: 'json',
  showsTrouble: true,
  summary: 'the whole report as one JSON document',
  print: (report) => `${safeJson(JSON.stringify(inOrder(report, order), null, 2))}\n`,
}
