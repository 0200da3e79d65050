import type { Conversion, Stated } from './deal.ts'
import type { Place } from './place.ts'
import type { Possible } from './relation.ts'
import type { Finding } from './diagnostic.ts'
import type { JsonSchema } from './json-schema.ts'
import { describeNode, type Node } from './tree.ts'
import type { Day } from './values/time.ts'
import type { StartLike } from './values/time-text.ts'
import type { ReasonCode } from './verdict.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * A facet: one aspect of a claim. It reads its keys, denotes a set, says how two such sets stand, and prints itself.
 * To add one, write a file of this folder's kind and name it in `facets/index.ts`.
 */
export interface Facet<V = unknown> {
  readonly name: string
  /** Region: where the claim applies. Content: what holds there. */
  readonly role: 'region' | 'content'
  /** Facets of one unit are taken from one claim together when a version is folded. */
  readonly unit: string
  /** What it means, for `explain`. */
  readonly means: string
  /** The rule by which two of it are compared, for `explain`. */
  readonly rule: string
  readonly keys: readonly Key[]
  /** Nothing stated: an empty list. What cannot be read is reported, and left out. */
  readonly parse: (given: Given, context: ParseContext) => readonly Stated[]
  /** How A's stands to B's; null where a side states none. Never called with both null. */
  readonly relate: (a: V | null, b: V | null, context: RelateContext) => Judged
  /** The YAML that says this value: parsing it gives the value again. */
  readonly print: (value: V) => Readonly<Record<string, string | readonly string[]>>
  /** Whether the value denies something, and so needs a quote. */
  readonly denies: (value: V) => boolean
  /** The step of a ladder that the value names; null where it only denies. Ladder facets only. */
  readonly step?: (value: V) => string | null
  /** The value that says no more than this step, for what would make two steps clash. Ladder facets only. */
  readonly cap?: (value: V) => V
  /** What both say; null where nothing is left; undefined where the two cannot be joined. */
  readonly meet?: (a: V, b: V, vocabulary: Vocabulary) => V | null | undefined
  /** What either says; undefined where that has no words. */
  readonly join?: (a: V, b: V, vocabulary: Vocabulary) => V | undefined
  readonly bounds?: (value: V) => Bounds
  /** What a value says once the term's assumption fills in what it leaves open. */
  readonly fill?: (value: V, assumed: V) => V
  /** Whether an assumed value can stand by itself, where a side states none; else it only fills in. */
  readonly stands?: (assumed: V) => boolean
}

export interface Key {
  readonly key: string
  readonly about: string
  readonly expects: string
  readonly examples: readonly string[]
  readonly schema: JsonSchema
}

export interface Bounds {
  readonly min: string | null
  readonly max: string | null
  readonly unit: string | null
  readonly basis: string | null
}

/** What a relation of one facet is, and what is special about it. */
export interface Judged {
  readonly possible: Possible
  /** Where the relation alone does not tell the reason. */
  readonly code?: ReasonCode
  /** A difference that does not keep two versions from agreeing. */
  readonly noted?: boolean
  /** What was converted or assumed to compare the two, for the proof. */
  readonly by?: string
}

/** The nodes under a claim's keys. */
export type Given = (key: string) => Node | undefined

export interface ParseContext {
  readonly vocabulary: Vocabulary
  readonly dollar: string | null
  /** The answers of the term, where it is a question. */
  readonly choices: readonly string[] | null
  /** What the term assumes for an unstated start. */
  readonly assumedStart: StartLike | null
  /** Whether it is a term's assumption that is read: then a basis or a period may stand without a figure. */
  readonly assuming: boolean
  /** The day of the statement. */
  readonly said: Day
  readonly termIds: readonly string[]
  readonly report: (finding: Finding) => void
}
export type { StartLike } from './values/time-text.ts'

export interface RelateContext {
  readonly vocabulary: Vocabulary
  readonly conversions: readonly Conversion[]
  /** How the scopes of the two stand, over all axes. */
  readonly scope: Possible
  /** Whether A, and B, states any scope. */
  readonly scoped: readonly [boolean, boolean]
}

/** A value long enough to be no value. */
const LONGEST = 400

/** The texts under a key: one, or a list's. Reports what is no text. */
export function texts(
  node: Node,
  expects: string,
  report: ParseContext['report'],
): { text: string; place: Place }[] {
  const items = node.kind === 'list' ? node.items : [node]
  const out: { text: string; place: Place }[] = []
  if (items.length === 0)
    report({ rule: 'empty-set', place: node.place, message: `The list is empty; expected ${expects}.` })
  for (const item of items) {
    if (item.kind !== 'scalar' || item.text.trim() === '')
      report({
        rule: 'wrong-type',
        place: item.place,
        message: `Found ${describeNode(item)}; expected ${expects}.`,
      })
    else if (item.text.length > LONGEST)
      report({
        rule: 'bad-value',
        place: item.place,
        message: `The value has ${item.text.length} characters; expected ${expects}, in ${LONGEST} at most.`,
      })
    else out.push({ text: item.text.trim(), place: item.place })
  }
  return out
}

/** The one text under a key. */
export function oneText(node: Node | undefined, expects: string, report: ParseContext['report']) {
  if (!node) return null
  if (node.kind === 'list') {
    report({ rule: 'wrong-type', place: node.place, message: `Found a list; expected ${expects}.` })
    return null
  }
  return texts(node, expects, report)[0] ?? null
}
