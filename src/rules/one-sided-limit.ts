import type { Pair, Side } from '../compare/compare.ts'
import { judgeVersions } from '../compare/pair.ts'
import type { Row } from '../compare/rows.ts'
import { type Slot, slotKey, type Version } from '../compare/version.ts'
import { nameIn, type Stated } from '../deal.ts'
import type { Scope } from '../facets/scope.ts'
import { canBe, DISJOINT } from '../relation.ts'
import type { Checked, Rule, RuleFinding } from '../rule.ts'
import { cut } from '../words.ts'

export const oneSidedLimit: Rule = {
  id: 'one-sided-limit',
  severity: 'note',
  summary: 'a limit that one side alone names, and on which it hangs whether the two contradict each other',
  why: 'What one side denies for some, and the other says of nobody in particular, contradicts it only if both mean the same. So the term is unclear; a word more from the other side decides it.',
  bad: {
    yaml: `words:
  axes: { users: [soldiers] }
announced:
  us:
    purchase: { act: buy, source: us-june }
  china:
    purchase: { quote: "not for soldiers", act: not buy, scope: soldiers, source: china-june }`,
    after: 'scope: ',
    at: 'soldiers',
  },
  good: {
    yaml: `words:
  axes: { users: [soldiers, civilians] }
announced:
  us:
    purchase: { act: buy, scope: civilians, source: us-june }
  china:
    purchase: { quote: "not for soldiers", act: not buy, scope: soldiers, source: china-june }`,
  },
  found: {
    by: 'deal',
    *in(checked) {
      for (const { term, pairs, versions } of checked.compared)
        for (const pair of pairs) {
          const [a, b] = pair.parties.map((id) => versions.find((v) => v.party === id))
          if (pair.verdict === 'unclear' && a && b) yield* findings(checked, term, pair, a, b)
        }
    },
  },
}

/** The limits of a pair that only one side names, where the pair were a contradiction if the other meant the same. */
function* findings(
  { deal }: Checked,
  term: Checked['compared'][number]['term'],
  pair: Pair,
  a: Side,
  b: Side,
): Generator<RuleFinding> {
  const limits = pair.rows.filter((r) => (r.a === null) !== (r.b === null) && mayDecide(r))
  if (limits.length === 0 || !a.version || !b.version) return
  const missing = (side: 'a' | 'b'): Stated[] =>
    limits.flatMap((r) => (r[side] === null ? [meant(r, (r.a ?? r.b) as Stated)] : []))
  const [x, y] = [withLimits(a.version, missing('a')), withLimits(b.version, missing('b'))]
  if (judgeVersions(x, y, term.assume, deal).verdict !== 'contradiction') return
  for (const row of limits) {
    const stated = (row.a ?? row.b) as Stated
    const ids = row.a ? [a.party, b.party] : [b.party, a.party]
    const [names, silent] = ids.map((id) => nameIn(deal, id))
    const other = (row.a ? b : a).version?.claims.at(-1)
    yield {
      place: stated.place,
      args: [term.id, ...ids, stated.axis ?? stated.facet],
      message: `Only ${names} names a limit here ("${cut(stated.text)}"), so that "${term.id}" is unclear: the two contradict each other if ${silent} means the same, and do not if it means something else.`,
      help: `Look in the words of ${silent} for ${stated.axis === null ? `the ${stated.facet}` : `the ${stated.axis}`} that it means, and code it; leave it where they do not say.`,
      ...(other ? { related: [{ message: `what ${silent} announced`, place: other.place }] } : {}),
    }
  }
}

const mayDecide = (r: Row): boolean => (r.role === 'region' || r.denial) && canBe(r.possible, DISJOINT)

/** What the other side would have to mean: the limit itself, or that for which it is denied. */
function meant(row: Row, stated: Stated): Stated {
  if (!row.denial) return stated
  const none: ReadonlySet<string> = new Set()
  const scope = stated.value as Scope
  const denied: Scope = {
    axis: scope.axis,
    words: [...scope.not, ...scope.only],
    only: [],
    not: [],
    except: [],
    reach: scope.denied,
    may: none,
    vague: none,
    denied: none,
    mayDeny: none,
  }
  return { ...stated, value: denied }
}

/** A version whose every part also says this, where it names no such limit of its own. */
const withLimits = (version: Version, limits: readonly Stated[]): Version => ({
  ...version,
  parts: version.parts.map((part) => ({
    ...part,
    slots: new Map<string, Slot>([
      ...limits.map((stated): [string, Slot] => [slotKey(stated), { stated, claim: null }]),
      ...part.slots,
    ]),
  })),
})
