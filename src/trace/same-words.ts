import type { Stated } from '../deal.ts'
import type { Facet, ParseContext } from '../facet.ts'
import type { Part, Slot } from '../compare/version.ts'
import type { Act } from '../facets/act.ts'
import { facetOf } from '../facets/index.ts'
import type { Scope } from '../facets/scope.ts'
import type { Node } from '../tree.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { normalWord } from '../words.ts'

/** Every word that a part is said with, as one text between bars. */
export function wordsOfPart(part: Part): string {
  const texts = [...part.slots.values()].flatMap(({ stated }) => {
    const facet: Facet = facetOf(stated.facet)
    return Object.values(facet.print(stated.value)).flat()
  })
  return `|${texts.map((text) => normalWord(text).replaceAll(/[^\p{L}\p{N}]+/gu, ' ')).join(' | ')} |`
}

/** Whether a part is said with a word. */
export const saysWord = (words: string, word: string): boolean =>
  ` ${words.replaceAll('|', ' ')} `.includes(` ${word.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `)

/**
 * A part as a wider vocabulary has it. What a word of scope reaches was worked out with the words of its own deal:
 * it is read anew. Null where that cannot be done, as with what two claims of one day say together.
 */
export function inWords(part: Part, own: Vocabulary, vocabulary: Vocabulary): Part | null {
  if (own === vocabulary) return part
  const slots = new Map<string, Slot>()
  for (const [key, slot] of part.slots) {
    const stated = restated(slot.stated, own, vocabulary)
    if (!stated) return null
    slots.set(key, { ...slot, stated })
  }
  return { ...part, slots }
}

function restated(stated: Stated, own: Vocabulary, vocabulary: Vocabulary): Stated | null {
  // An act that two claims leave together is held by the rungs of a ladder of its own deal.
  if (stated.facet === 'act') return (stated.value as Act).within ? null : stated
  if (stated.facet !== 'scope') return stated
  const [before, now] = [readScope(stated, own), readScope(stated, vocabulary)]
  const same = before && sameLeaves((before.value as Scope).reach, (stated.value as Scope).reach)
  return same && now && now.axis === stated.axis ? { ...stated, value: now.value } : null
}

const sameLeaves = (x: ReadonlySet<string>, y: ReadonlySet<string>): boolean =>
  x.size === y.size && [...x].every((leaf) => y.has(leaf))

function readScope(stated: Stated, vocabulary: Vocabulary): Stated | null {
  const facet: Facet = facetOf('scope')
  const printed = facet.print(stated.value)
  const nodeOf = (x: string | readonly string[]): Node =>
    typeof x === 'string'
      ? { kind: 'scalar', place: stated.place, text: x, style: 'plain' }
      : { kind: 'list', place: stated.place, items: x.map(nodeOf) }
  let wrong = false
  const context: ParseContext = {
    vocabulary,
    dollar: null,
    choices: null,
    assumedStart: null,
    assuming: false,
    said: { year: 2000, month: 1, day: 1 },
    termIds: [],
    report: () => {
      wrong = true
    },
  }
  const read = facet.parse((key) => {
    const value = printed[key]
    return value === undefined ? undefined : nodeOf(value)
  }, context)
  return wrong || read.length !== 1 ? null : (read[0] ?? null)
}
