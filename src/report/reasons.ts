import type { Stated } from '../deal.ts'
import type { Facet } from '../facet.ts'
import { facetOf } from '../facets/index.ts'
import type { Scope } from '../facets/scope.ts'
import type { Measure } from '../facets/measure/value.ts'
import { capital } from '../names.ts'
import { canBe, DISJOINT, EQUAL, surely } from '../relation.ts'
import { isStepApart, type Row } from '../compare/rows.ts'
import type { ReasonCode } from '../verdict.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { bothSay, byStrength, type Names, sidesOf, textOf } from './sides.ts'
import {
  coversSentence,
  deadlineSentence,
  endSentence,
  exactSentence,
  furtherSentence,
  narrowerSentence,
  unspecifiedMeasure,
} from './unequal.ts'

export type { Names } from './sides.ts'

/** Which reason a row is; null where it is none: equal, or only noted. */
export function codeOf(row: Row): ReasonCode | null {
  if (surely(row.possible, EQUAL) || row.noted) return null
  if (row.moot) return 'different-subject'
  if (row.role === 'region' && surely(row.possible, DISJOINT)) return 'different-subject'
  if (surely(row.possible, DISJOINT)) return row.code === 'denied' || denies(row) ? 'denied' : 'clash'
  if (row.code !== null) return row.code
  if (canBe(row.possible, DISJOINT)) return 'unresolved'
  if (isStepApart(row)) return 'further'
  if (row.a === null || row.b === null) return 'unspecified'
  return row.facet === 'scope' || row.role === 'content' ? 'narrower' : 'unresolved'
}

const denies = (row: Row): boolean => {
  const facet: Facet = facetOf(row.facet)
  return (row.a !== null && facet.denies(row.a.value)) || (row.b !== null && facet.denies(row.b.value))
}

/** One sentence for a row: one shape each, for any party. */
export const sentenceOf = (row: Row, names: Names, vocabulary: Vocabulary): string =>
  capital(sentence(row, names, vocabulary))

function sentence(row: Row, names: Names, vocabulary: Vocabulary): string {
  const code = codeOf(row)
  const [{ name: A, text: a }, { name: B, text: b }] = sidesOf(row, names)
  // Who says the lesser thing is spoken of second: "P …; Q names no limit".
  const aStates = row.a !== null
  const [P, p, Q] = aStates ? [A, a, B] : [B, b, A]
  const what = nouns[row.facet] ?? row.facet
  switch (code) {
    case null:
      return row.noted && (row.a === null || row.b === null)
        ? `Only ${P} names the ${what}: ${p}.`
        : `Both say the same of the ${what}.`
    case 'clash':
      return row.facet === 'stance' || row.facet === 'act'
        ? `Both cannot hold: ${A} ${phrase(row, a)}, ${B} ${phrase(row, b)}.`
        : `Both cannot hold: ${bothSay(row, names)}.`
    case 'denied':
      return deniedSentence(row, names)
    case 'further':
      return furtherSentence(row, names, vocabulary)
    case 'narrower':
      return row.role === 'region' ? coversSentence(row, names) : narrowerSentence(row, names, what)
    case 'names-limit':
      return `${P} speaks of ${p}; ${Q} names no limit.`
    case 'conditional':
      return conditionalSentence(row, names)
    case 'different-conditions':
      return `They make it depend on different things: ${A} on ${a}; ${B} on ${b}.`
    case 'unspecified':
      return row.facet === 'measure'
        ? unspecifiedMeasure(row, names)
        : `Only ${P} says ${asked[row.facet] ?? `what the ${what} is`}: ${p}.`
    case 'less-precise':
      return exactSentence(row, names)
    case 'time-limited':
      return endSentence(row, names)
    case 'tighter-deadline':
      return deadlineSentence(row, names)
    case 'different-basis':
      return basisSentence(row, names, vocabulary)
    case 'different-total':
      return `Not the same total: ${bothSay(row, names)}.`
    case 'different-measure':
      return `Not the same measure: ${bothSay(row, names)}.`
    case 'different-subject':
      if (row.moot) return `Each of its own: ${bothSay(row, names)}.`
      if (row.facet === 'start') return `They date different steps: ${bothSay(row, names)}.`
      if (row.facet === 'end')
        return row.a?.facet === 'end'
          ? `Not at the same time: ${A} until ${a}, ${B} from ${b}.`
          : `Not at the same time: ${A} from ${a}, ${B} until ${b}.`
      return `Not the same subject: ${A} speaks of ${a}, ${B} of ${b}.`
    case 'rounding':
      return `The same figure, rounded: ${bothSay(row, names)}.`
    default:
      if (row.facet === 'deadline' && row.a && row.b && row.a.facet !== row.b.facet)
        return row.a.facet === 'deadline'
          ? `${A} wants it done by ${day(a)}; ${B} begins only with ${b}.`
          : `${B} wants it done by ${day(b)}; ${A} begins only with ${a}.`
      if (row.a === null || row.b === null)
        return `${P} says ${p}; what is recorded of ${Q} does not tell how that stands to it.`
      return `How the two stand is not known: ${bothSay(row, names)}.`
  }
}

/** A day after a `by` that stands already. */
const day = (text: string): string => text.replace(/^by /, '')

/** What a facet is called in a sentence. */
const nouns: Readonly<Record<string, string>> = {
  act: 'step',
  stance: 'promise',
  measure: 'figure',
  choice: 'answer',
  scope: 'reach',
  conditions: 'conditions',
  start: 'beginning',
  end: 'end',
  deadline: 'deadline',
  sequence: 'order of steps',
  status: 'status',
  force: 'firmness',
}
const asked: Readonly<Record<string, string>> = {
  act: 'what is to be done',
  choice: 'which it is',
  status: 'how far it has come',
  stance: 'how firmly it binds',
  force: 'how firm it is',
}
const phrase = (row: Row, text: string): string =>
  row.facet === 'act' ? text : text === 'shall' ? 'says it shall be' : `says ${text}`

function deniedSentence(row: Row, { a: A, b: B }: Names): string {
  const facet: Facet = facetOf(row.facet)
  const byB = row.b !== null && facet.denies(row.b.value)
  const [P, p, Q, q] = byB ? [B, row.b, A, row.a] : [A, row.a, B, row.b]
  if (row.denial) return scopeDenied(row, [P, p], [Q, q])
  // A side that states no stance says that it shall be.
  if (q === null && row.facet === 'stance') return `${P} denies it: ${p?.text}; ${Q} says that it shall be.`
  return q === null
    ? `${P} denies it: ${textOf(p)}; what ${Q} says does not tell whether that is what it affirms.`
    : `${P} denies it: ${textOf(p)}, against ${textOf(q)}.`
}

/** A denial for a part of what the other side reaches. */
function scopeDenied(
  row: Row,
  [P, p]: readonly [string, Stated | null],
  [Q, q]: readonly [string, Stated | null],
): string {
  const scope = p?.value as Scope | undefined
  const what =
    scope && scope.not.length > 0 ? scope.not.join(' and ') : `all but ${scope?.only.join(' and ')}`
  if (surely(row.possible, DISJOINT)) return `${P} denies it for ${what}, which ${Q} includes: ${q?.text}.`
  if (canBe(row.possible, DISJOINT))
    return `${P} denies it for ${what}; ${Q} does not say whether that is meant${q === null ? '' : `: ${q.text}`}.`
  return `${P} rules out the rest: ${p?.text}.`
}

function conditionalSentence(row: Row, names: Names): string {
  const [a, b] = sidesOf(row, names)
  const { more, less } = byStrength(row, names) ?? { more: a, less: b }
  return less.stated && less.text !== 'none'
    ? `${more.name} makes it depend on more: ${more.text}, against ${less.text}.`
    : `${more.name} makes it depend on: ${more.text}.`
}

function basisSentence(row: Row, { a: A, b: B }: Names, vocabulary: Vocabulary): string {
  const counts = (text: string | undefined, basis: string | null): string =>
    basis === null ? `${text}, and does not say what that counts` : `${text}${saysOf(vocabulary, basis)}`
  const [x, y] = [
    (row.a?.value as Measure | undefined)?.basis ?? null,
    (row.b?.value as Measure | undefined)?.basis ?? null,
  ]
  return `Not the same measure: ${A} counts ${counts(row.a?.text, x)}; ${B} counts ${counts(row.b?.text, y)}.`
}
const saysOf = (vocabulary: Vocabulary, basis: string): string => {
  const says = vocabulary.bases.get(basis)?.says
  return says ? `: ${says}` : ''
}
