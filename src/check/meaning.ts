import { compareTerms } from '../compare/compare.ts'
import type { Deal, Entry, Reported } from '../deal.ts'
import type { Node } from '../tree.ts'
import type { Vocabulary } from '../vocabulary.ts'

/**
 * What a deal says, in a text that two deals share where they say the same: of every term the verdict, and all that a
 * party stated, whatever its order in the file. Wording is no part of it.
 */
export function meaningOf(deal: Deal): string {
  const verdicts = compareTerms(deal, null).map(({ term, verdict, couldBe, aside }) => [
    term.id,
    verdict,
    couldBe,
    aside,
  ])
  const terms = [...deal.terms.values()].map(({ id, nature, obligor, between, choices, assume }) => [
    id,
    nature,
    obligor,
    between,
    choices,
    statedText(assume),
  ])
  const histories = [...deal.histories].flatMap(([term, ofTerm]) =>
    [...ofTerm].map(([party, entries]) => [term, party, entries.map(entryText).sort()]),
  )
  const reported = deal.reported.map((r) => [r.term, r.attributed, entryText(r)])
  return JSON.stringify([deal.id, ...[verdicts, terms, histories, reported].map(sorted)])
}

const sorted = (rows: readonly unknown[]): string[] => rows.map((row) => JSON.stringify(row)).sort()

const statedText = (stated: readonly { facet: string; axis: string | null; text: string }[]): string[] =>
  sorted(stated.map(({ facet, axis, text }) => [facet, axis, text]))

function entryText(entry: Entry | Reported): string {
  if ('kind' in entry && entry.kind === 'silence') {
    const { silent, declined, notedBy, general, notApplicable } = entry
    const sources = silent === 'all' ? 'all' : silent.map((s) => s.id)
    return JSON.stringify([sources, declined?.id, notedBy?.id, general?.id, notApplicable])
  }
  const own = 'kind' in entry ? [entry.supersedes, entry.nature] : []
  return JSON.stringify([entry.source.id, entry.part, own, statedText(entry.stated)])
}

/** What a file holds as YAML, whatever the order of its keys: all that is known of one with errors. */
export function contentOf(node: Node): string {
  if (node.kind === 'scalar') return JSON.stringify(node.text)
  if (node.kind === 'list') return `[${node.items.map(contentOf).join()}]`
  const entries = node.entries.map(({ key, value }) => `${JSON.stringify(key)}:${contentOf(value)}`)
  return `{${entries.sort().join()}}`
}

/** What a vocabulary declares, wherever it does. */
export const wordsText = (words: Vocabulary): string =>
  JSON.stringify(words, (key, value: unknown) => {
    if (key === 'places') return undefined
    if (value instanceof Map) return [...(value as ReadonlyMap<string, unknown>)]
    if (value instanceof Set) return [...(value as ReadonlySet<unknown>)]
    return typeof value === 'bigint' ? String(value) : value
  })
