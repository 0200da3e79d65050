import type { Pair, Side } from '../compare/compare.ts'
import { judgeVersions } from '../compare/pair.ts'
import type { Row } from '../compare/rows.ts'
import { type Slot, slotKey, type Version } from '../compare/version.ts'
import { type Deal, nameIn, type Stated, type Term } from '../deal.ts'
import type { Scope } from '../facets/scope.ts'
import { andList } from '../names.ts'
import { canBe, DISJOINT, EQUAL, surely } from '../relation.ts'
import type { Rule, RuleFinding } from '../rule.ts'
import type { Verdict } from '../verdict.ts'
import { cut } from '../words.ts'

export const oneSidedLimit: Rule = {
  id: 'one-sided-limit',
  severity: 'note',
  summary: 'a limit that one side alone names, and on which it hangs whether the two contradict each other',
  why: 'What one side says for some, and the other of nobody in particular, contradicts it only if both mean the same. So the term is unclear; or a contradiction, where who names no limit is taken to mean all. A word more from the other side decides it.',
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
    *in({ deal, compared }) {
      for (const { term, pairs, versions } of compared) {
        const found: Limit[] = []
        for (const pair of pairs) {
          const [a, b] = pair.parties.map((id) => versions.find((v) => v.party === id))
          if (!a || !b) continue
          for (const row of limitsOf(pair, a, b, term, deal))
            gather(found, pair.verdict, statedIn(row), ...(row.a ? ([a, b] as const) : ([b, a] as const)))
        }
        for (const limit of found) yield finding(deal, term, limit)
      }
    },
  },
}

/** A limit, who names it, and who names none: of three parties, and of parts, several may be held against it. */
interface Limit {
  readonly verdict: Verdict
  readonly stated: Stated
  readonly by: Set<string>
  readonly silent: Set<Side>
}

function gather(found: Limit[], verdict: Verdict, stated: Stated, by: Side, silent: Side): void {
  const same = found.find((l) => l.verdict === verdict && l.stated.place === stated.place)
  if (same) {
    same.by.add(by.party)
    same.silent.add(silent)
  } else found.push({ verdict, stated, by: new Set([by.party]), silent: new Set([silent]) })
}

/** The limits that only one side names, and on which it hangs whether the pair is a contradiction. */
function limitsOf(pair: Pair, a: Side, b: Side, term: Term, deal: Deal): Row[] {
  const oneSided = pair.rows.filter((r) => (r.a === null) !== (r.b === null))
  if (pair.verdict === 'contradiction') {
    const limits = oneSided.filter(isLimit)
    // A part that clashes without any such limit contradicts whatever the others mean.
    const hangs = pair.rows.every((r) => limits.some((l) => l.part === r.part))
    return hangs ? limits : []
  }
  const limits = oneSided.filter(mayDecide)
  if (pair.verdict !== 'unclear' || limits.length === 0 || !a.version || !b.version) return []
  const missing = (side: 'a' | 'b'): Stated[] =>
    limits.flatMap((r) => (r[side] === null ? [meant(r, statedIn(r))] : []))
  const [x, y] = [withLimits(a.version, missing('a')), withLimits(b.version, missing('b'))]
  return judgeVersions(x, y, term.assume, deal).verdict === 'contradiction' ? limits : []
}

function finding(deal: Deal, term: Term, { verdict, stated, by, silent }: Limit): RuleFinding {
  const names = andList([...by].map((id) => nameIn(deal, id)))
  const others = [...silent].map((side) => nameIn(deal, side.party))
  const [other, isOne] = [andList(others), others.length === 1]
  const isCondition = stated.facet === 'conditions'
  const noun = isCondition ? 'condition' : 'limit'
  const only = `Only ${names} ${by.size === 1 ? 'names' : 'name'} a ${noun} here ("${cut(stated.text)}")`
  const unclear = isOne
    ? `the two contradict each other if ${other} means the same, and do not if it means something else`
    : `${other} contradict it if they mean the same, and do not if they mean something else`
  const taken = `${isOne ? `the side that names no ${noun} is` : `the sides that name no ${noun} are`} taken to mean ${isCondition ? 'every case' : 'all'}`
  const unless = isOne
    ? `if ${other} means something else, the two do not contradict each other`
    : `if ${other} mean something else, they do not contradict it`
  return {
    place: stated.place,
    args: [
      term.id,
      verdict,
      ...by,
      ...[...silent].map((side) => side.party),
      stated.axis ?? stated.facet,
      stated.text,
    ],
    message:
      verdict === 'contradiction'
        ? `${only}, and "${term.id}" is a contradiction, since ${taken}; ${unless}.`
        : `${only}, so that "${term.id}" is unclear: ${unclear}.`,
    help: `Look in the words of ${other} for the ${stated.axis ?? stated.facet} that ${isOne ? 'it means' : 'they mean'}, and code it; leave it where they do not say.`,
    related: [...silent].flatMap(({ party, version }) => {
      const said = version?.claims.at(-1)
      return said ? [{ message: `what ${nameIn(deal, party)} announced`, place: said.place }] : []
    }),
  }
}

const statedIn = (row: Row): Stated => (row.a ?? row.b) as Stated

/** What narrows that of which a side speaks; `none` narrows nothing. */
const isLimit = (r: Row): boolean =>
  r.role === 'region' && (r.facet === 'scope' || r.facet === 'conditions') && !surely(r.possible, EQUAL)
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
