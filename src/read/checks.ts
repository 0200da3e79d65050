import type { Place } from '../place.ts'
import { reservedNames } from '../reserved.ts'
import type { Node } from '../tree.ts'
import { cut, normalWord, orList } from '../words.ts'
import { type DealFile, facetKeys } from './deal-file.ts'
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
        const earlier = claims.slice(0, i).find((c) => c.part === later.part && apart(c, later) !== null)
        if (!earlier) continue
        report({
          rule: 'parts-missing',
          place: later.place,
          message: `Two claims of ${later.party} on "${cut(later.term)}" have ${apart(earlier, later)} with nothing in common; expected each in a part of its own.`,
          help: 'Give each claim a `part:`.',
          related: [{ message: 'the other claim', place: earlier.place }],
        })
      }
    }
}

function apart(a: Claim, b: Claim): 'scopes' | 'periods' | null {
  if (a.supersedes || b.supersedes) return null
  for (const x of a.stated)
    for (const y of b.stated) {
      if (x.facet !== y.facet || x.axis !== y.axis) continue
      if (x.facet === 'scope' && relateScopes(x.value as Scope, y.value as Scope) === DISJOINT)
        return 'scopes'
      if (x.facet === 'measure') {
        const [p, q] = [(x.value as Measure).period, (y.value as Measure).period]
        if (p && q && !periodsMeet(p, q)) return 'periods'
      }
    }
  return null
}

/** A deal is asked for by its names: none is a command's, and none is there twice. */
export function checkNames(file: DealFile, report: Reader['report']): void {
  const seen = new Set<string>()
  for (const [name, key] of [
    [file.deal, 'deal'] as const,
    ...(file.aliases ?? []).map((a) => [a, 'aliases'] as const),
  ]) {
    const place = file.at.get(key) ?? file.place
    if (reservedNames.includes(name))
      report({
        rule: 'reserved-name',
        place,
        message: `"${cut(name)}" is the name of a command; expected another name for the deal.`,
      })
    else if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name))
      report({
        rule: 'bad-name',
        place,
        message: `"${cut(name)}" is no name of a deal; expected letters, digits, dots and hyphens.`,
      })
    else if (seen.has(name))
      report({
        rule: 'name-twice',
        place,
        message: `The name "${cut(name)}" stands twice; expected it once.`,
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
      message: `The term "${name}" has no two different answers for each choice; expected every answer once, and two at least.`,
    })
  if (term.between && new Set(term.between).size < 2)
    report({
      rule: 'too-few-parties',
      place: term.at.get('between') ?? place,
      message: `The term "${name}" is between fewer than two parties; expected two or more.`,
    })
}
