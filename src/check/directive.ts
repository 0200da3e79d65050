import type { Place } from '../place.ts'
import type { Comment } from '../tree.ts'

/** A comment that names rules to ignore, taken apart. */
export interface Directive {
  readonly comment: Comment
  /** The rules as written, each with its place; an empty one is left out. */
  readonly named: readonly { readonly rule: string; readonly place: Place }[]
  /** Null where it gives none. */
  readonly reason: string | null
}

/** What was meant for one: another sign after the name, another case, or another linter's word. */
const ANY = /^#+\s*dealdiff[-_ ](ignore|disable|allow|suppress|skip)(?![a-z])/i
const WORD = /^#+\s*dealdiff-ignore(?=\s|$)/

/** Takes a comment apart; null where it is an ordinary one, `misspelt` where it is almost one. */
export function directiveOf(comment: Comment): Directive | 'misspelt' | null {
  const { text, place } = comment
  const head = WORD.exec(text)
  if (!head) return ANY.test(text) && /^#+\s*dealdiff[-_]|\s--\s/i.test(text) ? 'misspelt' : null
  const rest = text.slice(head[0].length)
  // A reason stands after two dashes with space on both sides, so that a rule's own dashes part nothing; another dash is seen as meant for one.
  const dashes = /(?:^|\s)([-–—]+)(?=\s|$)/.exec(rest)
  const names = dashes ? rest.slice(0, dashes.index) : rest
  const reason = dashes?.[1] === '--' ? rest.slice(dashes.index + dashes[0].length).trim() : ''
  const named: Directive['named'][number][] = []
  for (const match of names.matchAll(/[^,]+/g)) {
    const rule = match[0].trim()
    if (rule === '') continue
    const column = place.column + head[0].length + match.index + match[0].indexOf(rule)
    named.push({
      rule,
      place: { ...place, column, endLine: place.line, endColumn: column + rule.length },
    })
  }
  return { comment, named, reason: reason === '' ? null : reason }
}
