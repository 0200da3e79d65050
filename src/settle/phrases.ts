import type { Stated } from '../deal.ts'
import type { Act } from '../facets/act.ts'
import type { Choice } from '../facets/choice.ts'
import type { Conditions } from '../facets/conditions.ts'
import { facetRank } from '../facets/index.ts'
import type { Measure } from '../facets/measure/value.ts'
import type { Scope } from '../facets/scope.ts'
import type { When } from '../facets/times.ts'
import type { Slot } from '../compare/version.ts'
import { andList } from '../names.ts'
import { compareText } from '../place.ts'
import type { Vocabulary } from '../vocabulary.ts'
import type { Manner } from './write.ts'

/** What facets say, as pieces of a sentence in plain English; never one side's own words. */

const orList = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`

const stances: Readonly<Record<string, string>> = {
  shall: 'that it shall be so',
  may: 'that it may be so',
  optional: 'that it need not be so',
  'no commitment': 'that there is no commitment to it',
  'shall not': 'that it shall not be so',
  'no position': 'that there is no position on it',
}
const forces: Readonly<Record<string, string>> = {
  hopes: 'as a hope',
  considers: 'as something considered',
  'best efforts': 'with best efforts',
  intends: 'as an intention',
  commits: 'as a binding commitment',
  'non-binding': 'as not binding',
}

/** What is said of one facet; of an act, with the stance beside it. */
export function phraseOf(stated: Stated, vocabulary: Vocabulary, stance: string | null = null): string {
  const { facet, value, text } = stated
  switch (facet) {
    case 'act':
      return actPhrase(value as Act, text, stance)
    case 'stance':
      return stances[value as string] ?? text
    case 'measure':
      return measurePhrase(value as Measure, vocabulary)
    case 'choice':
      return choicePhrase(value as Choice)
    case 'scope':
      return scopePhrase(value as Scope)
    case 'conditions':
      return conditionsPhrase(value as Conditions, vocabulary)
    case 'start':
      return startPhrase((value as When).said.start ?? text)
    case 'end':
      return endPhrase((value as When).said, text)
    case 'deadline':
      return /^by\b/i.test(text) ? text : `by ${text}`
    case 'force':
      return forces[text] ?? text
    case 'status':
      return text === 'none' ? 'nothing so far' : text
    default:
      return text
  }
}

function actPhrase({ manner }: Act, text: string, stance: string | null): string {
  if (stance === null || stance === 'shall') return text
  if (stance === 'may' || (stance === 'shall not' && manner !== 'not')) return `${stance} ${text}`
  return `${stance}: ${text}`
}

/** A figure without what it counts. */
function figurePhrase({ value, said, negated }: Measure): string {
  const words = { yes: 'that it is so', no: 'that it is not so', some: 'some of it', none: 'none of it' }
  return value.kind in words ? words[value.kind as keyof typeof words] : `${negated ? 'not ' : ''}${said}`
}
const basisPhrase = (basis: string, vocabulary: Vocabulary): string =>
  `(${vocabulary.bases.get(basis)?.says ?? basis})`
const periodPhrase = (text: string): string =>
  /^(?:by|not before|through)\b/i.test(text)
    ? text
    : /^\d[^e]* to /i.test(text)
      ? `from ${text}`
      : `in ${text}`

const measurePhrase = (measure: Measure, vocabulary: Vocabulary): string =>
  figureWith(measure, measure.basis, measure.period?.text ?? null, vocabulary)

/** A figure with what it counts, and for when. */
export const figureWith = (
  measure: Measure,
  basis: string | null,
  period: string | null,
  vocabulary: Vocabulary,
): string =>
  [
    figurePhrase(measure),
    ...(basis === null ? [] : [basisPhrase(basis, vocabulary)]),
    ...(period === null ? [] : [periodPhrase(period)]),
  ].join(' ')

const choicePhrase = ({ answers, of, negated }: Choice): string =>
  negated && answers.size < of.length
    ? andList(of.filter((word) => !answers.has(word)).map((word) => `not ${word}`))
    : orList(of.filter((word) => answers.has(word)))

function scopePhrase({ words, only, not, except }: Scope): string {
  const out = [
    ...(words.length > 0 ? [`for ${andList(words)}`] : []),
    ...(only.length > 0 ? [`only for ${andList(only)}`] : []),
    ...(not.length > 0 ? [`not for ${orList(not)}`] : []),
    ...(except.length > 0 ? [`leaving out ${andList(except)}`] : []),
  ]
  return out.join(', ')
}

function conditionsPhrase(conditions: Conditions, vocabulary: Vocabulary): string {
  const all = [...conditions].sort().map((word) => vocabulary.conditions.get(word) ?? word)
  return all.length === 0 ? 'without conditions' : `on condition that ${andList(all)}`
}

/** A day that was said as `at once` is told as the day it was. */
export const dayed = ({ claim }: Slot, text: string): string =>
  claim ? text.replace(/\bat once\b/, `at once (${claim.source.day})`) : text

const startPhrase = (text: string): string => (/^\d{4}/.test(text) ? `from ${text}` : text)

function endPhrase({ end, duration }: When['said'], text: string): string {
  if (end === undefined) return duration === undefined ? text : `for ${duration}`
  const given = duration === undefined ? '' : ` (${duration})`
  if (end === 'permanent') return `for good${given}`
  if (end === 'open') return `with its end open${given}`
  if (/^through\b/i.test(end)) return `${end}${given}`
  return /^\d{4}/.test(end) ? `until ${end}${given}` : `until ${end}`
}

const nouns: Readonly<Record<string, string>> = {
  act: 'what is to be done',
  stance: 'whether it must be or may be',
  measure: 'how much',
  choice: 'which it is',
  start: 'from when',
  end: 'until when',
  deadline: 'by when',
  sequence: 'in what order',
  status: 'how far along it is',
  force: 'how firm it is',
}
/** What a facet is about, as a question. */
export const nounOf = (facet: string): string => nouns[facet] ?? facet

/** A whole part as one phrase; the stance goes with the act. */
export function phrasesOf(
  slots: ReadonlyMap<string, Slot>,
  vocabulary: Vocabulary,
  atOnce: Manner['atOnce'],
): string[] {
  const stance = stanceOf(slots)
  return [...slots.values()]
    .filter(({ stated }) => stated.facet !== 'stance' || !slots.has('act'))
    .sort((a, b) => byFacet(a.stated, b.stated))
    .map((slot) => toldIn(slot, phraseOf(slot.stated, vocabulary, stance), atOnce))
}

/** What hangs on the day of a statement, as one that is made later has it. */
export const toldIn = ({ claim, stated }: Slot, text: string, atOnce: Manner['atOnce']): string =>
  claim && atOnce === 'as its day'
    ? text.replace(/\bat once\b/, `${stated.facet === 'start' ? 'from ' : ''}${claim.source.day}`)
    : text

/** In the order in which facets are shown, axes by their names. */
export const byFacet = (a: Pick<Stated, 'facet' | 'axis'>, b: Pick<Stated, 'facet' | 'axis'>): number =>
  facetRank(a.facet) - facetRank(b.facet) || compareText(a.axis ?? '', b.axis ?? '')

export const stanceOf = (slots: ReadonlyMap<string, Slot>): string | null =>
  (slots.get('stance')?.stated.value as string | undefined) ?? null
