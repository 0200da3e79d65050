import type { Place } from '../place.ts'
import { reservedNames } from '../reserved.ts'
import type { Node } from '../tree.ts'
import { cut, normalWord, orList } from '../words.ts'
import { type DealFile, facetKeys } from './deal-file.ts'
import { nameAdvice } from './key-advice.ts'
import type { Reader } from './shape.ts'
import type { Claim, Deal } from '../deal.ts'
import type { Measure } from '../facets/measure/value.ts'
import { relateScopes, type Scope } from '../facets/scope.ts'
import { DISJOINT } from '../relation.ts'
import type { Finding } from './shape.ts'
import { periodsMeet } from '../values/period.ts'

/**
 * Two claims of one part that are about different things cannot be folded into one version: they want parts. Found
 * by their scopes, or the periods of their figures, having nothing in common.
 */
export function checkParts(deal: Deal, report: (finding: Finding) => void): void {
  for (const ofTerm of deal.histories.values())
    for (const history of ofTerm.values()) {
      const claims = history.filter((e) => e.kind === 'claim')
      for (const [i, later] of claims.entries()) {
        const found = first(claims.slice(0, i), (c) => (c.part === later.part ? apart(c, later) : null))
        if (!found) continue
        const { what, at, other } = found
        report({
          rule: 'parts-missing',
          place: at,
          args: [later.party],
          message: `Two claims of ${later.party} on "${cut(later.term)}" have ${what} with nothing in common; expected each in a part of its own.`,
          help: 'Give each claim a `part:`.',
          related: [{ message: 'the other claim', place: other }],
        })
      }
    }
}

function first<T, F>(items: readonly T[], of: (item: T) => F | null): F | null {
  for (const item of items) {
    const found = of(item)
    if (found !== null) return found
  }
  return null
}

interface Apart {
  readonly what: 'scopes' | 'periods'
  /** Where the later claim says it, and the earlier. */
  readonly at: Place
  readonly other: Place
}

function apart(a: Claim, b: Claim): Apart | null {
  if (a.supersedes || b.supersedes) return null
  for (const x of a.stated)
    for (const y of b.stated) {
      if (x.facet !== y.facet || x.axis !== y.axis) continue
      const where = { at: y.place, other: x.place }
      if (x.facet === 'scope' && relateScopes(x.value as Scope, y.value as Scope) === DISJOINT)
        return { what: 'scopes', ...where }
      if (x.facet === 'measure') {
        const [p, q] = [(x.value as Measure).period, (y.value as Measure).period]
        if (p && q && !periodsMeet(p, q)) return { what: 'periods', ...where }
      }
    }
  return null
}

/** A deal is asked for by its names: none is a command's, and none is there twice. */
export function checkNames(file: DealFile, report: Reader['report']): void {
  const seen = new Set<string>()
  const own = { value: file.deal, place: file.at.get('deal') ?? file.place }
  for (const { value: name, place } of [own, ...(file.aliases ?? [])]) {
    if (reservedNames.includes(name))
      report({
        rule: 'reserved-name',
        place,
        message: `"${cut(name)}" is the name of a command; expected another name for the deal.`,
        help: `Write a longer name, such as "${name}-deal".`,
      })
    else if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name))
      report({
        rule: 'bad-name',
        place,
        message: `"${cut(name)}" is no name of a deal; expected letters, digits, dots and hyphens.`,
        help: nameAdvice(name),
      })
    else if (seen.has(name))
      report({
        rule: 'name-twice',
        place,
        message: `The name "${cut(name)}" stands twice; expected it once.`,
        help: 'Delete it, or write the name that was meant.',
      })
    seen.add(name)
  }
}

/** `at once` is the day of a statement, and a term makes none. */
export function checkAssumed(node: Node | null, report: Reader['report']): void {
  if (node && node.kind !== 'map')
    report({
      rule: 'wrong-type',
      place: node.place,
      message: 'Found no map of facets under `assume`; expected one.',
    })
  if (node?.kind !== 'map') return
  for (const { key, keyPlace, value } of node.entries) {
    if (!facetKeys.includes(key))
      report({
        rule: 'unknown-key',
        place: keyPlace,
        message: `A term cannot assume "${cut(key)}"; expected a facet: ${orList(facetKeys, 20)}.`,
      })
    if (value.kind === 'scalar' && /^at once$/i.test(value.text.trim()))
      report({
        rule: 'bad-value',
        place: value.place,
        message: 'A term assumes `at once`, which is the day of a statement; expected a date.',
      })
  }
}

/** A question has two answers at least, a comparison two parties. */
export function checkQuestion(
  name: string,
  term: DealFile['terms'][number]['value'],
  place: Place,
  report: (finding: Finding) => void,
): void {
  const answers = term.choices?.map(normalWord) ?? null
  if (answers && new Set(answers).size < Math.max(answers.length, 2))
    report({
      rule: 'empty-set',
      place: term.at.get('choices') ?? place,
      message: `The term "${cut(name)}" has no two different answers for each choice; expected every answer once, and two at least.`,
    })
  if (term.between && new Set(term.between).size < 2)
    report({
      rule: 'too-few-parties',
      place: term.at.get('between') ?? place,
      message: `The term "${cut(name)}" is between fewer than two parties; expected two or more.`,
    })
}
