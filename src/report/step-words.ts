import { slotValue } from '../compare/rows.ts'
import type { Part, Version } from '../compare/version.ts'
import type { Claim, Term } from '../deal.ts'
import type { Act } from '../facets/act.ts'
import type { Measure } from '../facets/measure/value.ts'
import { type Line, linesOf, standingLines, wordsOf } from './step-lines.ts'

/** A piece of what is told of a side, and the claims whose words it is; all pieces together are the text. */
export interface Piece {
  readonly text: string
  readonly claims: readonly Claim[]
}

type Verb = 'announced it' | 'denied it' | 'said' | 'spoke of it'

/** The words with which a side comes in, after its name; yes and no to the title are told by the verb. */
export function firstWords(version: Version, term: Term): readonly Piece[] {
  const all = linesOf(version, term)
  const verb = verbOf(version)
  const told = verb === 'denied it' ? 'no' : verb === 'announced it' ? 'yes' : null
  const said = all.filter(({ part, text }) => part !== null || text !== told)
  return said.length === 0
    ? [{ text: verb, claims: all.flatMap((line) => line.claims) }]
    : led(`${verb}: `, inWords(said))
}

/** What a side does that comes in; of parts that it treats each in another way, no more than that it says so. */
function verbOf({ parts }: Version): Verb {
  const [verb = 'spoke of it', ...others] = new Set(parts.map(verbOfPart))
  if (others.length === 0) return verb
  return [verb, ...others].every((v) => v === 'announced it' || v === 'spoke of it') ? 'announced it' : 'said'
}

/** By what it states, never by how that reads: that nothing is to be done may be just what is announced. */
function verbOfPart({ slots }: Part): Verb {
  if (slots.size === 0) return 'spoke of it'
  const stance = slotValue<string>(slots, 'stance') ?? 'shall'
  if (slots.has('choice') || (stance !== 'shall' && stance !== 'may')) return 'said'
  const said = slotValue<Measure>(slots, 'measure')
  const measure = said?.value.kind ?? null
  if (measure === 'no' || measure === 'none') return 'denied it'
  // That it is not so much may be no denial that it is.
  if (said?.negated && measure !== 'yes' && measure !== 'some') return 'said'
  const [act, status] = [slotValue<Act>(slots, 'act'), slotValue<Act>(slots, 'status')]
  if (act && isNo(act)) return measure === 'yes' || measure === 'some' ? 'said' : 'denied it'
  if (act || measure !== null || !status) return 'announced it'
  return isNo(status) ? 'denied it' : 'said'
}
const isNo = ({ manner, word }: Act): boolean => manner === 'not' || word === 'none'

/** How what a side says is another than before, after its name; null where it says the same. */
export function changedWords(old: Version, now: Version, term: Term, day: string): readonly Piece[] | null {
  const [before, after] = [linesOf(old, term), linesOf(now, term)]
  const says = after.flatMap((line) => {
    const earlier = before.find((l) => isSame(l, line))
    if (earlier === undefined) return [line]
    return earlier.text === line.text ? [] : [{ ...line, text: `${line.text} instead of ${earlier.text}` }]
  })
  const gone = before.filter((line) => !after.some((l) => isSame(l, line)) && !isTold(line, now))
  if (says.length + gone.length === 0) return null
  // Only what was superseded was taken back; the rest stands under another word of the same side.
  const stays = (line: Line): boolean => line.claims.some((c) => now.claims.includes(c))
  const [under, back] = [gone.filter(stays), gone.filter((line) => !stays(line))]
  const above = [...new Set(under.flatMap((line) => standingLines(line, now, after)))]
  const first = says.length > 0 || back.length > 0 ? says : above
  const spoken = (lines: readonly Line[]): readonly Line[] =>
    lines.map((line) => ({ ...line, claims: spokenOn(day, line, now) }))
  const told = first.length > 0 ? led('now says: ', inWords(spoken(first))) : []
  const isClear = first.length > 0 && first.every((line) => above.some((a) => isSame(a, line)))
  return [
    ...told,
    ...(back.length === 0
      ? []
      : led(`${told.length > 0 ? '; it ' : ''}no longer says: `, inWords(spoken(back)))),
    ...(under.length === 0
      ? []
      : [
          {
            text: `; ${isClear && back.length === 0 ? 'that' : textOf(above)} stands above an earlier word: ${textOf(under)}`,
            claims: [],
          },
        ]),
  ]
}

const isSame = (a: Line, b: Line): boolean => a.part === b.part && a.key === b.key

/** Words that a later claim put into values stand as long as their claim does; a stance is told with its act. */
function isTold({ part, key, text }: Line, { claims, parts }: Version): boolean {
  const slots = parts.find((p) => p.name === part)?.slots
  return (
    (key === 'stance' && slots?.has('stance') === true && slots.has('act')) ||
    claims.some((c) => c.part === part && wordsOf(c) === text)
  )
}

/** Whose words of a day brought a line about: those who said it, or who took back what had stood above it. */
function spokenOn(day: string, { part, claims }: Line, now: Version): readonly Claim[] {
  const today = now.claims.filter((c) => c.source.day === day && c.part === part)
  const own = today.filter((c) => claims.includes(c))
  if (own.length > 0) return own
  const took = today.filter((c) => c.supersedes)
  return took.length > 0 ? took : today
}

const led = (lead: string, [first, ...rest]: readonly Piece[]): readonly Piece[] =>
  first ? [{ ...first, text: `${lead}${first.text}` }, ...rest] : []

const textOf = (lines: readonly Line[]): string =>
  inWords(lines)
    .map((piece) => piece.text)
    .join('')

/** Lines, part by part: `for tariffs: 10%, until 2026-11-10; for shipping: until 2026-11-10`. */
function inWords(lines: readonly Line[]): readonly Piece[] {
  const parts = [...new Set(lines.map((line) => line.part))]
  return parts.flatMap((part, i) => {
    const all = lines.filter((line) => line.part === part)
    // Beside anything else, a yes tells nothing.
    const some = all.length > 1 ? all.filter(({ text }) => text !== 'yes') : all
    return some.map(({ text, claims }, j): Piece => {
      const lead = j > 0 ? ', ' : `${i > 0 ? '; ' : ''}${part === null ? '' : `for ${part}: `}`
      return { text: `${lead}${text}`, claims }
    })
  })
}
