import type { Stated } from '../deal.ts'
import type { Facet } from '../facet.ts'
import { facetOf } from '../facets/index.ts'
import type { Scope } from '../facets/scope.ts'
import type { Measure } from '../facets/measure/value.ts'
import { capital } from '../names.ts'
import { canBe, DISJOINT, EQUAL, NARROWER, surely, WIDER } from '../relation.ts'
import { isStepApart, type Row } from '../compare/rows.ts'
import type { ReasonCode } from '../verdict.ts'
import type { Vocabulary } from '../vocabulary.ts'

/** The names of the two parties of a pair, as sentences use them. */
export interface Names {
  readonly a: string
  readonly b: string
}

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
  const [A, B] = [names.a, names.b]
  const [a, b] = [row.a?.text ?? '', row.b?.text ?? '']
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
        : `Both cannot hold: ${A} ${a}, ${B} ${b}.`
    case 'denied':
      return deniedSentence(row, names)
    case 'further':
      return furtherSentence(row, names)
    case 'narrower':
      return row.role === 'region' ? coversSentence(row, names) : narrowerSentence(row, names, what)
    case 'names-limit':
      return `${P} speaks of ${p}; ${Q} names no limit.`
    case 'conditional':
      return conditionalSentence(row, names)
    case 'different-conditions':
      return `They make it depend on different things: ${A} on ${a}, ${B} on ${b}.`
    case 'unspecified':
      return row.facet === 'measure'
        ? unspecifiedMeasure(row, names)
        : `Only ${P} says ${asked[row.facet] ?? `what the ${what} is`}: ${p}.`
    case 'less-precise':
      return `${moreOf(row, names).name} is more exact: ${moreOf(row, names).text}, against ${moreOf(row, names).other}.`
    case 'time-limited':
      return row.b === null || isOpen(b)
        ? `${A} limits it to ${a}; ${B} names no end.`
        : `${B} limits it to ${b}; ${A} names no end.`
    case 'tighter-deadline':
      return `${moreOf(row, names).name} names the earlier deadline: ${moreOf(row, names).text}, against ${moreOf(row, names).other}.`
    case 'different-basis':
      return basisSentence(row, names, vocabulary)
    case 'different-total':
      return `Not the same total: ${A} ${a}, ${B} ${b}.`
    case 'different-measure':
      return `Not the same measure: ${A} ${a}, ${B} ${b}.`
    case 'different-subject':
      if (row.moot) return `Each of its own: ${A} ${a}, ${B} ${b}.`
      if (row.facet === 'start') return `They date different steps: ${A} ${a}, ${B} ${b}.`
      if (row.facet === 'end')
        return row.a?.facet === 'end'
          ? `Not at the same time: ${A} until ${a}, ${B} from ${b}.`
          : `Not at the same time: ${A} from ${a}, ${B} until ${b}.`
      return `Not the same subject: ${A} speaks of ${a}, ${B} of ${b}.`
    case 'rounding':
      return `The same figure, rounded: ${A} ${a}, ${B} ${b}.`
    default:
      if (row.facet === 'deadline' && row.a && row.b && row.a.facet !== row.b.facet)
        return row.a.facet === 'deadline'
          ? `${A} wants it done by ${a}; ${B} begins only with ${b}.`
          : `${B} wants it done by ${b}; ${A} begins only with ${a}.`
      if (row.a === null || row.b === null)
        return `${P} says ${p}; what is recorded of ${Q} does not tell how that stands to it.`
      return `How the two stand is not known: ${A} ${a}, ${B} ${b}.`
  }
}

/** Who names no figure; or, where the one thing said is yes, who alone says so. */
function unspecifiedMeasure(row: Row, names: Names): string {
  const only = row.a === null ? names.b : row.b === null ? names.a : null
  const kind = ((row.a ?? row.b)?.value as Measure | undefined)?.value.kind
  if (only !== null && kind === 'yes') return `Only ${only} says yes to it.`
  if (only !== null && kind !== 'amount') return `Only ${only} says: ${(row.a ?? row.b)?.text}.`
  return `${lessOf(row, names)} names no figure.`
}

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
const isOpen = (text: string): boolean => text === 'open'
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
    ? `${P} denies it: ${p?.text}; what ${Q} says does not tell whether that is what it affirms.`
    : `${P} denies it: ${p?.text}, against ${q.text}.`
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

/** Whose step is the further one: the narrower set, or the higher of two that overlap. */
function furtherSentence(row: Row, names: Names): string {
  const { name: P, text: p, other: q, otherName: Q } = moreOf(row, names)
  if (row.facet === 'act') return `${Q} promises less: ${q}, not ${p}.`
  if (row.facet === 'stance') return `${Q} promises less: ${q}, against ${p}.`
  return `${P} has it a step further: ${p}, against ${q}.`
}

/** Who says more: the narrower set; of an overlap, the first party unless it is the one capped. */
function moreOf(
  row: Row,
  { a: A, b: B }: Names,
): { name: string; text: string; other: string; otherName: string } {
  const [a, b] = [row.a?.text ?? '', row.b?.text ?? '']
  const bMore = surely(row.possible, WIDER) || (!surely(row.possible, NARROWER) && a === 'non binding')
  return bMore ? { name: B, text: b, other: a, otherName: A } : { name: A, text: a, other: b, otherName: B }
}
const lessOf = (row: Row, names: Names): string =>
  row.a === null ? names.a : row.b === null ? names.b : moreOf(row, names).otherName

function coversSentence(row: Row, names: Names): string {
  const { name, text, other, otherName } = moreOf(row, names)
  if (surely(row.possible, NARROWER | WIDER)) {
    const [less, more] = surely(row.possible, NARROWER) ? [row.a, row.b] : [row.b, row.a]
    const said = (stated: Stated | null): readonly string[] =>
      (stated?.value as Scope | undefined)?.words ?? []
    const added = said(more).filter((w) => !said(less).includes(w))
    return said(less).every((w) => said(more).includes(w)) && added.length > 0
      ? `${otherName} adds ${added.join(' and ')}.`
      : `${name} covers less: ${text}, against ${other}.`
  }
  return canBe(row.possible, DISJOINT)
    ? `Whether they speak of the same is not known: ${name} of ${text}, ${otherName} of ${other}.`
    : `They cover different ground: ${name} ${text}, ${otherName} ${other}.`
}

function narrowerSentence(row: Row, names: Names, what: string): string {
  const { name, text, other, otherName } = moreOf(row, names)
  if (row.facet === 'stance')
    return `${otherName} promises less: ${other || 'nothing'}, against ${text || 'shall'}.`
  if (row.facet === 'choice' && surely(row.possible, NARROWER | WIDER))
    return `${name} says which: ${text}; ${otherName} allows ${other.replaceAll(', ', ' or ')}.`
  if (surely(row.possible, NARROWER | WIDER))
    return `${name} says more of the ${what}: ${text}, against ${other}.`
  return `They differ in the ${what}: ${names.a} ${row.a?.text}, ${names.b} ${row.b?.text}.`
}

function conditionalSentence(row: Row, { a: A, b: B }: Names): string {
  const bMore = surely(row.possible, WIDER)
  const [P, p, q] = bMore ? [B, row.b, row.a] : [A, row.a, row.b]
  return q && q.text !== 'none'
    ? `${P} makes it depend on more: ${p?.text}, against ${q.text}.`
    : `${P} makes it depend on: ${p?.text}.`
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
