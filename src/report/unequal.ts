import type { Row } from '../compare/rows.ts'
import type { Stated } from '../deal.ts'
import type { Facet } from '../facet.ts'
import { type Act, relateActs } from '../facets/act.ts'
import type { Choice } from '../facets/choice.ts'
import { facetOf } from '../facets/index.ts'
import type { Measure } from '../facets/measure/value.ts'
import type { Scope } from '../facets/scope.ts'
import { canBe, DISJOINT, EQUAL, NARROWER, OVERLAP, surely, WIDER } from '../relation.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { bothSay, byStrength, type Names, type Side, sidesOf } from './sides.ts'

/**
 * Sentences for two sides that go together and are not the same. Who says more is said only where what that side
 * says lies within what the other says; of two that overlap, or stand in no known way, both are quoted.
 */

/** Two figures. */
export function exactSentence(row: Row, names: Names): string {
  const order = byStrength(row, names)
  if (order) return `${order.more.name} is more exact: ${order.more.text}, against ${order.less.text}.`
  return surely(row.possible, OVERLAP)
    ? `The figures overlap: ${bothSay(row, names)}.`
    : `Which figure is the more exact is not known: ${bothSay(row, names)}.`
}

/** Who names no figure; or, where the one thing said is yes, who alone says so. */
export function unspecifiedMeasure(row: Row, names: Names): string {
  const [a, b] = sidesOf(row, names)
  const kind = (side: Side) => (side.stated?.value as Measure | undefined)?.value.kind
  if (a.stated !== null && b.stated !== null)
    return `${kind(a) === 'some' || kind(a) === 'yes' ? a.name : b.name} names no figure.`
  const [only, other] = a.stated === null ? [b, a] : [a, b]
  if (kind(only) === 'yes') return `Only ${only.name} says yes to it.`
  return kind(only) === 'amount' ? `${other.name} names no figure.` : `Only ${only.name} says: ${only.text}.`
}

/** Two deadlines. */
export function deadlineSentence(row: Row, names: Names): string {
  const order = byStrength(row, names)
  return order
    ? `${order.more.name} names the earlier deadline: ${order.more.text}, against ${order.less.text}.`
    : `Which deadline is the earlier is not known: ${bothSay(row, names)}.`
}

/** An end against none, or against one that is left open. */
export function endSentence(row: Row, names: Names): string {
  const [a, b] = sidesOf(row, names)
  const isNamed = (side: Side): boolean => side.stated !== null && side.text !== 'open'
  const [ends, other] = isNamed(a) || (a.stated !== null && !isNamed(b)) ? [a, b] : [b, a]
  const rest = `${other.name} ${other.text === 'open' ? 'leaves the end open' : 'names no end'}`
  if (ends.text === 'open') return `${ends.name} leaves the end open; ${other.name} names none.`
  if (ends.text === 'permanent') return `${ends.name} says that it is for good; ${rest}.`
  return /^(?:by|not before|through) /.test(ends.text)
    ? `${ends.name} names an end, ${ends.text}; ${rest}.`
    : `${ends.name} limits it to ${ends.text}; ${rest}.`
}

/** Two steps of one ladder. */
export function furtherSentence(row: Row, names: Names, vocabulary: Vocabulary): string {
  const [a, b] = sidesOf(row, names)
  if (row.facet === 'act') return lesserAct(row, names, vocabulary)
  if (row.facet === 'stance') return lesserStance(row, names)
  const order = byStrength(row, names) ?? capped(a, b) ?? capped(b, a)
  return order
    ? `${order.more.name} has it a step further: ${order.more.text}, against ${order.less.text}.`
    : `Not the same step: ${bothSay(row, names)}.`
}

/** A word that says at most overlaps with every step: the side that names a step is the one that goes further. */
const capped = (less: Side, more: Side): { readonly more: Side; readonly less: Side } | null =>
  less.text === 'non binding' ? { more, less } : null

/** The lesser of two acts, by their ladder: how firmly each binds is a matter of its own. */
function lesserAct(row: Row, names: Names, vocabulary: Vocabulary): string {
  const [a, b] = sidesOf(row, names)
  const steps = relateActs(vocabulary, a.stated?.value as Act, b.stated?.value as Act)
  if (!surely(steps, NARROWER) && !surely(steps, WIDER)) return `Not the same step: ${bothSay(row, names)}.`
  const [more, less] = surely(steps, NARROWER) ? [a, b] : [b, a]
  const plain = [more, less].every(({ text, stated }) => text === (stated?.value as Act | undefined)?.word)
  return plain
    ? `${less.name} promises less: ${less.text}, not ${more.text}.`
    : `${less.name} names the lesser step: ${less.text}, against ${more.text}.`
}

/** Who promises less is no question of sets: a leave to do it or not lies within a leave to do it. */
function lesserStance(row: Row, names: Names): string {
  const [a, b] = sidesOf(row, names)
  const facet: Facet = facetOf('stance')
  const denies = (side: Side): boolean => side.stated !== null && facet.denies(side.stated.value)
  const says = ({ name, text }: Side): string => `${name} says ${text}`
  if (denies(a) && denies(b)) return `Neither promises it: ${says(a)}, ${says(b)}.`
  const order = denies(a) ? { more: b, less: a } : denies(b) ? { more: a, less: b } : byStrength(row, names)
  return order
    ? `${order.less.name} promises less: ${order.less.text}, against ${order.more.text}.`
    : `Not the same promise: ${says(a)}, ${says(b)}.`
}

/** What the two reach, along one axis. */
export function coversSentence(row: Row, names: Names): string {
  const order = byStrength(row, names)
  if (order) {
    const { more: less, less: more } = order
    const added = addedTo(less.stated, more.stated)
    return added.length > 0
      ? `${more.name} adds ${added.join(' and ')}.`
      : `${less.name} covers less: ${less.text}, against ${more.text}.`
  }
  if (surely(row.possible, OVERLAP)) return `They cover only partly the same: ${bothSay(row, names)}.`
  return canBe(row.possible, DISJOINT)
    ? `Whether they speak of the same is not known: ${bothSay(row, names)}.`
    : `How far they cover the same is not known: ${bothSay(row, names)}.`
}

/** The words that the wider scope has besides those of the narrower; none where that is not all that tells them apart. */
function addedTo(less: Stated | null, more: Stated | null): readonly string[] {
  const [x, y] = [less?.value as Scope | undefined, more?.value as Scope | undefined]
  const limits = (scope: Scope | undefined): number =>
    scope ? scope.only.length + scope.not.length + scope.except.length : 0
  const [few, many] = [x?.words ?? [], y?.words ?? []]
  if (few.length === 0 || limits(x) + limits(y) > 0 || !few.every((word) => many.includes(word))) return []
  return many.filter((word) => !few.includes(word))
}

/** Any other facet, on both sides. */
export function narrowerSentence(row: Row, names: Names, what: string): string {
  const order = byStrength(row, names)
  if (!order)
    return canBe(row.possible, EQUAL)
      ? `How the two stand is not known: ${bothSay(row, names)}.`
      : `They differ in the ${what}: ${bothSay(row, names)}.`
  const { more, less } = order
  if (row.facet === 'choice') return answerSentence(more, less)
  // What is unstated of a stance is that it shall be.
  return row.facet === 'stance'
    ? `${less.name} says less of the ${what}: ${less.text || 'shall'}, against ${more.text || 'shall'}.`
    : `${more.name} says more of the ${what}: ${more.text}, against ${less.text}.`
}

const answerSentence = (more: Side, less: Side): string =>
  (more.stated?.value as Choice | undefined)?.answers.size === 1
    ? `${more.name} says which: ${more.text}; ${less.name} allows ${less.text}.`
    : `${more.name} allows fewer answers: ${more.text}; ${less.name} allows ${less.text}.`
