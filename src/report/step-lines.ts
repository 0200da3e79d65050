import type { Part, Slot, Version } from '../compare/version.ts'
import { standingOn, unitKey } from '../compare/version.ts'
import type { Claim, Stated, Term } from '../deal.ts'
import { facets } from '../facets/index.ts'
import { andList } from '../names.ts'
import { compareText } from '../place.ts'
import { textOf } from './sides.ts'

/** What a side says of one thing, as it is told. */
export interface Line {
  /** The piece of the term that it is about. */
  readonly part: string | null
  readonly key: string
  /** What is said together and is overruled together; null for words. */
  readonly unit: string | null
  readonly text: string
  /** Whose words it is: those whose word on it stands. */
  readonly claims: readonly Claim[]
}

export const wordsOf = (claim: Claim): string => claim.says ?? claim.quote ?? ''

/** What a version says, line by line; of a part that is recorded in words only, the words. */
export function linesOf(version: Version, { nature }: Term): readonly Line[] {
  const out: Line[] = []
  for (const part of [...version.parts].sort((a, b) => compareText(a.name ?? '', b.name ?? ''))) {
    const own = version.claims.filter((c) => c.part === part.name)
    const stance = part.slots.get('stance')
    const act = part.slots.get('act')
    for (const [key, { stated, claim }] of inOrder(part)) {
      // What must or may be done is told with what is done.
      if (key === 'stance' && act) continue
      const text = key === 'act' ? withStance(stance?.stated.text ?? 'shall', stated.text) : phraseOf(stated)
      const claims = [stated, ...(key === 'act' && stance ? [stance.stated] : [])].flatMap((s) =>
        saidBy(s, own),
      )
      out.push({
        part: part.name,
        key,
        unit: unitKey(stated),
        text: claim === null || claim.nature === nature ? text : `${text}, as ${article[claim.nature]}`,
        claims,
      })
    }
    if (part.slots.size > 0) continue
    for (const text of [...new Set(own.map(wordsOf))].sort(compareText))
      out.push({
        part: part.name,
        key: `says ${text}`,
        unit: null,
        text,
        claims: own.filter((c) => wordsOf(c) === text),
      })
  }
  return out
}

/** Who said what stands: of several at once, those who said just that, or where it is of all their words, all. */
function saidBy(stated: Stated, own: readonly Claim[]): readonly Claim[] {
  const says = (c: Claim, is: (s: Stated) => boolean): boolean =>
    c.stated.some((s) => s.facet === stated.facet && s.axis === stated.axis && is(s))
  const standing = standingOn(unitKey(stated), own).filter((c) => says(c, () => true))
  const alike = standing.filter((c) => says(c, (s) => s.text === stated.text))
  return alike.length > 0 ? alike : standing
}

/** What stands on the unit of a line now: as it is told, or where nothing of it has words, each word that was said. */
export function standingLines(line: Line, now: Version, told: readonly Line[]): readonly Line[] {
  const { unit, part } = line
  const lines = told.filter((l) => l.part === part && l.unit === unit)
  if (lines.length > 0 || unit === null) return lines
  const claims = standingOn(
    unit,
    now.claims.filter((c) => c.part === part),
  )
  const said = claims.flatMap((claim) =>
    claim.stated.filter((s) => unitKey(s) === unit).map((s) => ({ claim, text: phraseOf(s) })),
  )
  return [...new Set(said.map((s) => s.text))].sort(compareText).map((text) => ({
    ...line,
    text,
    claims: said.filter((s) => s.text === text).map((s) => s.claim),
  }))
}

const article: Readonly<Record<Claim['nature'], string>> = {
  commitment: 'a commitment',
  fact: 'a fact',
  demand: 'a demand',
  estimate: 'an estimate',
  position: 'a position',
  narrative: 'a narrative',
}

const first: readonly string[] = ['act', 'measure', 'choice', 'status']
const order: readonly string[] = [...first, ...facets.map((f) => f.name).filter((f) => !first.includes(f))]
const inOrder = (part: Part): [string, Slot][] =>
  [...part.slots].sort(
    ([k, a], [l, b]) => order.indexOf(a.stated.facet) - order.indexOf(b.stated.facet) || compareText(k, l),
  )

/** As rows of a comparison have it. */
const withStance = (stance: string, act: string): string =>
  stance === 'shall'
    ? act
    : stance === 'may' || stance === 'shall not'
      ? `${stance} ${act}`
      : `${stance}: ${act}`

/** A value as a piece of a sentence: `for magnets`, `until 2026-11-10`. */
function phraseOf(stated: Stated): string {
  const text = textOf(stated)
  const isLength = /^\d+ (?:day|week|month|year)/.test(text)
  const isDate = /^\d{4}\b/.test(text)
  switch (stated.facet) {
    case 'scope':
      return `for ${/^(?:only|not) | (?:not|except) /.test(text) ? text : andList(text.split(', '))}`
    case 'conditions':
      return text === 'none' ? 'without condition' : `on condition: ${text}`
    case 'start':
      return isDate || isLength ? `from ${text}` : text
    case 'end':
      return isLength
        ? `for ${text}`
        : isDate
          ? `until ${text}`
          : text === 'open'
            ? 'the end left open'
            : text
    case 'deadline':
      return isDate || isLength ? `by ${text}` : text
    case 'force':
      return `how firmly: ${text}`
    default:
      return text
  }
}
