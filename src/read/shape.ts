import type { Finding } from '../diagnostic.ts'

export type { Finding } from '../diagnostic.ts'
import { defined, type JsonSchema } from '../json-schema.ts'
import type { Place } from '../place.ts'
import { nameAdvice } from './key-advice.ts'
import { describeNode, type ListNode, type Node, type ScalarNode } from '../tree.ts'
import { cut, nearest, normalWord, orList } from '../words.ts'

/**
 * Shapes: one definition of what may stand at a place of a file, from which come the TypeScript type, the reading
 * with its messages, and the JSON Schema. A shape reads a node and returns the value, or reports and returns
 * undefined; it never throws, and goes on after a mistake.
 */
export interface Shape<T> {
  /** What is expected, for messages: "a date such as 2025-06-11". */
  readonly expects: string
  readonly schema: JsonSchema
  readonly read: (node: Node, reader: Reader) => T | undefined
}
export type { JsonSchema }

/** What reading needs besides the node: where findings go, and the names declared elsewhere in the file. */
export interface Reader {
  readonly report: (finding: Finding) => void
  /** Names that may be referred to: `party`, `source`, `term`. */
  readonly names: ReadonlyMap<string, readonly string[]>
  /** Whose names they are, where it is not the file that is read. */
  readonly of?: string
  /** The key under which the node stands; undefined for an item of a list, and for the file as a whole. */
  readonly under?: Place | undefined
}

export const wrong = (node: Node, reader: Reader, expects: string, help: string | null = null): undefined => {
  reader.report({
    rule: 'wrong-type',
    place: node.place,
    message: `Found ${describeNode(node)}; expected ${expects}.`,
    ...(help === null ? {} : { help }),
  })
  return undefined
}

export const nearTo = (written: string, known: readonly string[]): { help: string } | null => {
  const near = nearest(written, known)
  return near === null ? null : { help: `Did you mean "${near}"?` }
}

/** A scalar of some form; `read` returns the value, or a sentence on what is wrong with it. */
export function scalar<T>(
  expects: string,
  schema: JsonSchema,
  read: (text: string, node: ScalarNode, reader: Reader) => T | undefined,
): Shape<T> {
  return {
    expects,
    schema,
    read: (node, reader) =>
      node.kind === 'scalar' && node.style !== 'empty'
        ? read(node.text, node, reader)
        : wrong(node, reader, expects),
  }
}

/** Any text but none. */
export const text = (expects = 'text'): Shape<string> =>
  scalar(expects, { type: ['string', 'number', 'boolean'] }, (value, node, reader) =>
    value.trim() === '' ? wrong({ ...node, style: 'empty' }, reader, expects) : value,
  )

/** One of some words. */
export function oneOf<const W extends string>(words: readonly W[]): Shape<W> {
  const expects = orList(words)
  return scalar(expects, { enum: words }, (value, node, reader) => {
    const found = words.find((w) => w === normalWord(value) || w === value)
    if (found !== undefined) return found
    reader.report({
      rule: 'unknown-word',
      place: node.place,
      message: `Found ${describeNode(node)}; expected ${expects}.`,
      meant: () => nearTo(value, words),
    })
    return undefined
  })
}

/** A truth value; only `true` says anything. */
export const flag = (): Shape<boolean> =>
  scalar('true or false', { type: 'boolean' }, (value, node, reader) =>
    value === 'true' ? true : value === 'false' ? false : wrong(node, reader, 'true or false'),
  )

/** A name declared elsewhere in the file. */
export function ref(kind: 'party' | 'source' | 'term'): Shape<string> {
  const expects = `the name of a ${kind} of this file`
  return scalar(expects, { type: 'string' }, (value, node, reader) => {
    const names = reader.names.get(kind) ?? []
    if (names.includes(value)) return value
    reader.report({
      rule: `unknown-${kind}`,
      place: node.place,
      message: `${describeNode(node)} is no ${kind} of ${reader.of ?? 'this file'}; expected ${names.length ? orList(names, 6) : `one declared under ${kind === 'party' ? 'parties' : `${kind}s`}`}.`,
      ...(reader.of === undefined
        ? { help: `Declare it under \`${kind === 'party' ? 'parties' : `${kind}s`}:\`.` }
        : {}),
      meant: () => nearTo(value, names),
    })
    return undefined
  })
}

/** One thing, or a list of them. */
export function oneOrMany<T>(shape: Shape<T>): Shape<readonly T[]> {
  return {
    expects: `${shape.expects}, or a list of them`,
    schema: { anyOf: [shape.schema, { type: 'array', items: shape.schema, minItems: 1 }] },
    read: (node, reader) => {
      if (node.kind !== 'list') {
        const one = shape.read(node, reader)
        return one === undefined ? undefined : [one]
      }
      return readItems(shape, node, reader)
    },
  }
}

export function list<T>(shape: Shape<T>): Shape<readonly T[]> {
  return {
    expects: `a list of ${shape.expects}`,
    schema: { type: 'array', items: shape.schema },
    read: (node, reader) =>
      node.kind === 'list'
        ? readItems(shape, node, reader)
        : wrong(node, reader, `a list of ${shape.expects}`),
  }
}

function readItems<T>(shape: Shape<T>, node: ListNode, reader: Reader): readonly T[] | undefined {
  if (node.items.length === 0) return wrong(node, reader, `at least one of: ${shape.expects}`)
  const within = { ...reader, under: undefined }
  return node.items.map((item) => shape.read(item, within)).filter((item) => item !== undefined)
}

/** A map from names that the file chooses. */
export interface Named<T> {
  readonly name: string
  readonly place: Place
  readonly value: T
}
export function named<T>(
  what: string,
  shape: Shape<T>,
  name: RegExp | null = null,
): Shape<readonly Named<T>[]> {
  return {
    expects: `${what}, each under its name`,
    schema: {
      type: 'object',
      additionalProperties: shape.schema,
      ...(name ? { propertyNames: { pattern: name.source } } : {}),
    },
    read: (node, reader) => {
      if (node.kind !== 'map') return wrong(node, reader, `${what}, each under its name`)
      const out: Named<T>[] = []
      for (const { key, keyPlace, value } of node.entries) {
        if (name && !name.test(key))
          reader.report({
            rule: 'bad-name',
            place: keyPlace,
            message: `"${cut(key)}" is no name; expected letters, digits, dots and hyphens, beginning with a letter or digit.`,
            help: nameAdvice(key),
          })
        const read = shape.read(value, { ...reader, under: keyPlace })
        if (read !== undefined) out.push({ name: key, place: keyPlace, value: read })
      }
      return out
    },
  }
}

/** The node itself, for what is read later with more knowledge. */
export const raw = (expects: string, schema: JsonSchema): Shape<Node> => ({
  expects,
  schema,
  read: (node) => node,
})

/** A shape that also takes a shorter form, brought into the long one. */
export function either<A, B, T>(
  shorter: Shape<A>,
  longer: Shape<B>,
  widen: (a: A, node: Node) => T,
  test: (node: Node) => boolean,
): Shape<T | B> {
  return {
    expects: `${shorter.expects}, or ${longer.expects}`,
    schema: { anyOf: [shorter.schema, longer.schema] },
    read: (node, reader) => {
      if (!test(node)) return longer.read(node, reader)
      const read = shorter.read(node, reader)
      return read === undefined ? undefined : widen(read, node)
    },
  }
}

/** A shape that is also checked, or brought into another form, once it is read. */
export const refine = <A, T>(
  shape: Shape<A>,
  then: (value: A, node: Node, reader: Reader) => T | undefined,
): Shape<T> => ({
  ...shape,
  read: (node, reader) => {
    const read = shape.read(node, reader)
    return read === undefined ? undefined : then(read, node, reader)
  },
})

/** A value with the place where it stands, for what is checked once all is read. */
export interface Placed<T> {
  readonly value: T
  readonly place: Place
}
export const placed = <T>(shape: Shape<T>): Shape<Placed<T>> =>
  refine(shape, (value, { place }) => ({ value, place }))

/** A shape whose schema is written once, and referred to wherever it stands. */
export const shared = <T>(name: string, shape: Shape<T>): Shape<T> => ({
  ...shape,
  schema: defined(name, shape.schema),
})

/** A shape with more to tell an editor: examples, or what reading checks by itself. */
export const telling = <T>(shape: Shape<T>, more: JsonSchema): Shape<T> => ({
  ...shape,
  schema: { ...shape.schema, ...more },
})
