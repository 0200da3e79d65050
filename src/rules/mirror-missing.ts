import type { Compared } from '../compare/compare.ts'
import { nameIn, type Nature } from '../deal.ts'
import { andList, capital } from '../names.ts'
import type { Rule } from '../rule.ts'
import { normalWord } from '../words.ts'

/** Whoever has more terms of one topic and obligor finds the others beside these. */
const MOST = 3

export const mirrorMissing: Rule = {
  id: 'mirror-missing',
  severity: 'note',
  summary: 'two terms, each announced by one side alone, with one obligor and one topic',
  why: 'They may be one thing under two names. Then two terms are shown as missing where the two sides in truth announced the same, or contradict each other.',
  bad: {
    yaml: `sources:
  us-june: { party: us, by: USTR, kind: minister, issuer: USTR, date: 2025-06-11, read: whole, seen: { copy: original } }
  us-july: { party: us, by: USTR, kind: minister, issuer: USTR, date: 2025-07-01, read: whole, seen: { copy: original } }
  china-june: { party: china, by: MOFCOM, kind: spokesperson, issuer: MOFCOM, date: 2025-06-12, read: whole, seen: { copy: original } }
terms:
  purchase: { title: China buys US rice, topic: farm goods, obligor: china }
  rice-trade: { title: China resumes the rice trade, topic: farm goods, obligor: china }
announced:
  us:
    purchase: { act: buy, value: 2 Mt, source: us-june }
    rice-trade: { silent: [us-july] }
  china:
    purchase: { silent: all }
    rice-trade: { act: buy, source: china-june }`,
    at: 'rice-trade',
  },
  good: {
    yaml: `terms:
  purchase: { title: China buys US rice, topic: farm goods, obligor: china }
announced:
  us:
    purchase: { act: buy, value: 2 Mt, source: us-june }
  china:
    purchase: { act: buy, source: china-june }`,
  },
  found: {
    by: 'deal',
    *in({ deal, compared }) {
      const alike = new Map<string, OneSided[]>()
      for (const c of compared) {
        const [one, key] = [oneSided(c), likeness(c.term)]
        if (one === null || key === null) continue
        const before = alike.get(key) ?? []
        alike.set(key, before)
        before.push(one)
        const mirrors = before.filter((other) => mayBeOne(one, other)).slice(0, MOST)
        if (mirrors.length === 0) continue
        const only = ({ by }: OneSided): string => `only ${andList(by.map((id) => nameIn(deal, id)))}`
        const named = grouped(mirrors, only).map(
          ([who, terms]) => `${who} ${andList(terms.map((m) => `"${m.term.id}"`))}`,
        )
        yield {
          place: c.term.place,
          args: [c.term.id, ...mirrors.map((m) => m.term.id)],
          message: `${capital(only(one))} announced "${c.term.id}", and ${named.join(', and ')}, of one topic and obligor; expected one term, if they are one thing.`,
          help: 'Put the claims under one term if they are about one act and object; else give each its own `subject`, or leave them.',
          related: mirrors.map((m) => ({ message: `announced by ${only(m)}`, place: m.term.place })),
        }
      }
    },
  },
}

/** A term that some parties announced and others did not. */
interface OneSided {
  readonly term: Compared['term']
  readonly by: readonly string[]
  readonly absent: readonly string[]
  readonly natures: ReadonlySet<Nature>
}

/** Who announced a term, and of whom one could expect it; null where nobody is missing. */
function oneSided({ term, versions }: Compared): OneSided | null {
  const by = versions.filter((v) => v.version !== null).map((v) => v.party)
  const absent = versions.filter((v) => v.version === null && v.silence?.state !== 'not-applicable')
  if (by.length === 0 || absent.length === 0) return null
  const natures = versions.flatMap((v) => v.version?.claims.map((c) => c.nature) ?? [])
  return { term, by, absent: absent.map((v) => v.party), natures: new Set(natures) }
}

/**
 * Whether two terms may be one thing under two names: each lacks a party that announced the other, and none announced
 * both, since who speaks of both tells them apart. Two subjects are two things, and so are a demand and a promise.
 */
const mayBeOne = (a: OneSided, b: OneSided): boolean =>
  a.by.some((id) => b.absent.includes(id)) &&
  b.by.some((id) => a.absent.includes(id)) &&
  !a.by.some((id) => b.by.includes(id)) &&
  !(a.term.subject && b.term.subject && normalWord(a.term.subject) !== normalWord(b.term.subject)) &&
  [...a.natures].some((nature) => b.natures.has(nature))

/** What is called alike together, in the order in which it came. */
function grouped<T>(values: readonly T[], nameOf: (value: T) => string): [name: string, T[]][] {
  return [...new Set(values.map(nameOf))].map((name) => [name, values.filter((v) => nameOf(v) === name)])
}

/** What two terms have alike that may be one; null where a term has no obligor or no topic to be alike in. */
const likeness = ({ topic, obligor }: Compared['term']): string | null =>
  topic === null || obligor.length === 0 ? null : [normalWord(topic), ...[...obligor].sort()].join('\n')
