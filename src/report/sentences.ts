import { type Compared, onlyDenies, type Pair, type Side } from '../compare/compare.ts'
import { type Deal, nameIn } from '../deal.ts'
import type { Facet } from '../facet.ts'
import { facetOf } from '../facets/index.ts'
import { andList, capital } from '../names.ts'
import { judgeVersions } from '../compare/pair.ts'
import { codeOf, type Names, sentenceOf } from './reasons.ts'
import { canBe, DISJOINT, NARROWER, surely, WIDER } from '../relation.ts'
import { isStepApart, type Row } from '../compare/rows.ts'
import type { SilenceFound } from '../compare/silence.ts'
import { contextOf, type Part, slotKey, type Version } from '../compare/version.ts'

/** The names of a pair's parties, as sentences use them. */
export const namesOf = (deal: Deal, pair: Pair): Names => ({
  a: nameIn(deal, pair.parties[0]),
  b: nameIn(deal, pair.parties[1]),
})

const sideOf = (compared: Compared, party: string): Side | undefined =>
  compared.versions.find((s) => s.party === party)

/** What is known of a silence, as the end of a sentence. */
export function silenceInWords(found: SilenceFound): string {
  const n = found.sources.length
  const statements = `${n} statement${n === 1 ? '' : 's'}`
  const spokeOf = found.quote === null ? '' : `; it spoke only of “${found.quote}”`
  switch (found.state) {
    case 'declined':
      return `was asked and would not say${spokeOf}`
    case 'noted':
      return `is reported to be silent on it${spokeOf}`
    case 'verified':
      return `does not say so in ${statements}, ${n === 1 ? 'read whole' : 'all read whole'}${spokeOf}`
    case 'partial':
      return `has not been found to say so in ${statements}${spokeOf}`
    case 'general':
      return found.quote === null ? 'named the topic only' : `spoke only of “${found.quote}”`
    case 'not-applicable':
      return 'has no part in it'
    default:
      return n === 0
        ? 'has no recorded statement on it'
        : `was searched in ${statements} only, older than the claim`
  }
}

/** The verdict of a term in one or two sentences. */
export function sentenceOfTerm(deal: Deal, compared: Compared): string {
  const pair = compared.pairs.find((p) => p.verdict === compared.verdict)
  if (compared.verdict === 'press-only') return 'No party announced it; it is reported by the press.'
  if (compared.verdict === 'missing' || !pair) return missingSentence(deal, compared)
  const names = namesOf(deal, pair)
  const say = (row: Row): string => inPart(row, sentenceOf(row, names, deal.vocabulary))
  const reasons = pair.rows.filter((r) => codeOf(r) !== null)
  switch (compared.verdict) {
    case 'contradiction': {
      const clash = reasons.find((r) => ['clash', 'denied'].includes(codeOf(r) ?? ''))
      return clash ? say(clash) : 'Both cannot hold.'
    }
    case 'at-odds': {
      const steps = reasons.filter(isStepApart)
      const would = contradictionIf(deal, compared, pair)
      return [...steps.map(say), ...(would === null ? [] : [would])].join(' ')
    }
    case 'agree': {
      const noted = pair.rows.filter((r) => r.noted && codeOf(r) === null && (r.a === null || r.b === null))
      return ['Both announced the same.', ...new Set(noted.map(say))].join(' ')
    }
    case 'unclear': {
      const open =
        reasons.find((r) => r.denial) ??
        reasons.find((r) => canBe(r.possible, DISJOINT) && !surely(r.possible, DISJOINT)) ??
        reasons[0]
      return open ? ifTheSame(open, say(open)) : uncodedSentence(deal, compared, pair)
    }
    default: {
      const said = [
        ...reasons.filter((r) => !r.moot).map(say),
        ...pair.unmatched.map((u) => unmatchedSentence(deal, u)),
        ...(pair.kinds ? [kindsSentence(deal, compared, pair)] : []),
      ]
      if (said.length > 0) return [...new Set(said)].join(' ')
      // Nothing that counts, but what each says of its own; or a part without a name on one side alone.
      return [...new Set(reasons.map(say))].join(' ') || 'One of them says more.'
    }
  }
}

/** In a pair that cannot be decided, even a sure clash is one only if the two speak of the same. */
export const ifTheSame = (row: Row, sentence: string): string =>
  row.role === 'content' && surely(row.possible, DISJOINT)
    ? `If they speak of the same: ${inside(sentence)}`
    : sentence

/** A sentence about one part says which. */
export const inPart = (row: Row, sentence: string): string =>
  row.part === null ? sentence : `For ${row.part}: ${inside(sentence)}`

/** A sentence as the rest of another: a name keeps its capital. */
export const inside = (sentence: string): string =>
  sentence.replace(/^(?:The|Only|Both|Neither|Not|They|Which|Whether|Each|How) /, (first) =>
    first.toLowerCase(),
  )

/** The one promises or states it, the other asks for it or expects it. */
export function kindsSentence(deal: Deal, compared: Compared, pair: Pair): string {
  const natures = pair.parties.map((party) => {
    const claims = sideOf(compared, party)?.version?.claims ?? []
    return `${nameIn(deal, party)} makes it a ${[...new Set(claims.map((c) => c.nature))].join(' and a ')}`
  })
  return `${capital(natures.join('; '))}.`
}

/** One side breaks the term into pieces of which the other says nothing. */
export const unmatchedSentence = (deal: Deal, { party, part }: Pair['unmatched'][number]): string =>
  `Only ${nameIn(deal, party)} speaks of ${part}.`

function missingSentence(deal: Deal, compared: Compared): string {
  const speaking = compared.versions.filter((s) => s.version !== null)
  const announced = andList(speaking.map((s) => nameIn(deal, s.party)))
  const claims = speaking.flatMap((s) => s.version?.claims ?? [])
  // Words alone may affirm or deny; a denial is no announcement.
  const did = claims.every((c) => onlyDenies(c, deal.vocabulary))
    ? `speaks of it, and denies it`
    : claims.every((c) => c.stated.length === 0)
      ? 'spoke of it'
      : 'announced it'
  const silent = compared.versions.filter((s) => s.version === null && s.silence?.state !== 'not-applicable')
  const said = silent.map(
    (s) =>
      `${nameIn(deal, s.party)} ${s.silence ? silenceInWords(s.silence) : 'has no recorded statement on it'}`,
  )
  return said.length === 0 ? `Only ${announced} ${did}.` : `Only ${announced} ${did}; ${said.join('; ')}.`
}

function uncodedSentence(deal: Deal, compared: Compared, pair: Pair): string {
  const uncoded = pair.parties.filter((p) =>
    sideOf(compared, p)?.version?.parts.some((part) => part.slots.size === 0),
  )
  return capital(
    `what ${andList(uncoded.map((p) => nameIn(deal, p)))} said is recorded in words only, so that nothing decides how the two stand.`,
  )
}

/** The smallest change that would make two steps a contradiction: the lesser one read as `only`. Tried, not assumed. */
export function contradictionIf(deal: Deal, compared: Compared, pair: Pair): string | null {
  const [x, y] = [sideOf(compared, pair.parties[0])?.version, sideOf(compared, pair.parties[1])?.version]
  if (!x || !y) return null
  const context = contextOf(deal)
  for (const row of pair.rows.filter(isStepApart)) {
    const facet: Facet = facetOf(row.facet)
    if (!facet.cap) continue
    for (const lesser of lesserOf(row)) {
      const stated = lesser === 'a' ? row.a : row.b
      if (!stated) continue
      const capped = facet.cap(stated.value)
      const key = slotKey(stated)
      const swap = (v: Version): Version => ({
        ...v,
        parts: v.parts.map((p) => withValue(p, key, stated.value, capped)),
      })
      const { verdict } =
        lesser === 'a'
          ? judgeVersions(swap(x), y, compared.term.assume, context)
          : judgeVersions(x, swap(y), compared.term.assume, context)
      const name = nameIn(deal, pair.parties[lesser === 'a' ? 0 : 1])
      if (verdict === 'contradiction')
        return `Had ${name} said: only ${stated.text.replace(/^only /, '')}, it would be a contradiction.`
    }
  }
  return null
}
const lesserOf = (row: Row): readonly ('a' | 'b')[] =>
  surely(row.possible, NARROWER) ? ['b'] : surely(row.possible, WIDER) ? ['a'] : ['a', 'b']

/** A part in which one slot, where it says what it said, says something else. */
function withValue(part: Part, key: string, said: unknown, value: unknown): Part {
  const slot = part.slots.get(key)
  if (!slot || slot.stated.value !== said) return part
  return { ...part, slots: new Map(part.slots).set(key, { ...slot, stated: { ...slot.stated, value } }) }
}
