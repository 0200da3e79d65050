import type { Part, Slot, Version } from '../compare/version.ts'
import type { Claim, Stated, Term } from '../deal.ts'
import { facets } from '../facets/index.ts'
import { andList } from '../names.ts'
import { compareText } from '../place.ts'
import { textOf } from './sides.ts'

/** What a side says of one thing, as it is told; `part` is the piece of the term that it is about. */
interface Line {
  readonly part: string | null
  readonly text: string
}

/** The words with which a side comes in, after its name; yes and no to the title are told by the verb. */
export function firstWords(version: Version, term: Term): string {
  const all = [...linesOf(version, term).values()]
  const denies = all.some(({ text }) => /^(?:no|not (?!before ).*|shall not .*|no commitment.*)$/.test(text))
  const inWordsOnly = version.claims.every((c) => c.stated.length === 0)
  const verb = denies ? 'denied it' : inWordsOnly ? 'spoke of it' : 'announced it'
  const said = all.filter(({ part, text }) => part !== null || text !== (denies ? 'no' : 'yes'))
  return said.length === 0 ? verb : `${verb}: ${inWords(said)}`
}

/** How what a side says is another than before, after its name; null where it says the same. */
export function changedWords(old: Version, now: Version, term: Term): string | null {
  const [before, after] = [linesOf(old, term), linesOf(now, term)]
  const says = [...after].flatMap(([key, line]) => {
    const earlier = before.get(key)
    if (earlier === undefined) return [line]
    return earlier.text === line.text ? [] : [{ ...line, text: `${line.text} instead of ${earlier.text}` }]
  })
  // Words that a later claim put into values stand as long as their claim does.
  const stands = (line: Line): boolean =>
    now.claims.some((c) => c.part === line.part && wordsOf(c) === line.text)
  const gone = [...before].filter(([key, line]) => !after.has(key) && !stands(line)).map(([, line]) => line)
  if (says.length + gone.length === 0) return null
  return [
    ...(says.length > 0 ? [`now says: ${inWords(says)}`] : []),
    ...(gone.length > 0 ? [`no longer says: ${inWords(gone)}`] : []),
  ].join('; it ')
}

/** Lines, part by part: `for tariffs: 10%, until 2026-11-10; for shipping: until 2026-11-10`. */
function inWords(lines: readonly Line[]): string {
  const parts = [...new Set(lines.map((line) => line.part))]
  return parts
    .map((part) => {
      const all = lines.filter((line) => line.part === part).map((line) => line.text)
      // Beside anything else, a yes tells nothing.
      const texts = all.length > 1 ? all.filter((text) => text !== 'yes') : all
      return `${part === null ? '' : `for ${part}: `}${texts.join(', ')}`
    })
    .join('; ')
}

const wordsOf = (claim: Claim): string => claim.says ?? claim.quote ?? ''

/** What a version says, line by line; of a part that is recorded in words only, the words. */
function linesOf(version: Version, { nature }: Term): ReadonlyMap<string, Line> {
  const out = new Map<string, Line>()
  for (const part of [...version.parts].sort((a, b) => compareText(a.name ?? '', b.name ?? ''))) {
    const put = (key: string, text: string): void => {
      out.set(JSON.stringify([part.name, key]), { part: part.name, text })
    }
    const stance = part.slots.get('stance')?.stated.text ?? 'shall'
    const act = part.slots.get('act')
    for (const [key, { stated, claim }] of inOrder(part)) {
      // What must or may be done is told with what is done.
      if (key === 'stance' && act) continue
      const text = key === 'act' ? withStance(stance, stated.text) : phraseOf(stated)
      put(key, claim === null || claim.nature === nature ? text : `${text}, as ${article[claim.nature]}`)
    }
    if (part.slots.size > 0) continue
    const said = version.claims.filter((c) => c.part === part.name).map(wordsOf)
    for (const text of said.sort(compareText)) put(`says ${text}`, text)
  }
  return out
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
