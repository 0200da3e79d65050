import { type Diagnostic, type Edit } from '../diagnostic.ts'
import { grouped, identityOf } from './suppressed.ts'

/** What a reading of a text shows, as far as mending is concerned. */
export interface Look {
  /** The findings that can be mended, and are not suppressed. */
  readonly mendable: readonly Diagnostic[]
  readonly errors: readonly Diagnostic[]
  /** What the deal says; null where the file has errors. */
  readonly meaning: string | null
  /** What the file holds as YAML; null where it is not readable. */
  readonly content: string | null
}

/** A text after mending, and the rules whose findings were mended, one for each. */
interface Mended {
  readonly text: string
  readonly rules: readonly string[]
}

/** More rounds than a chain of mends that lay each other bare could need. */
const MOST_ROUNDS = 20

/**
 * Mends a text until nothing is left that can be: findings whose edits do not overlap at once, then it is read again.
 * A mend that would bring an error, or change what is said, is left out.
 */
export function mend(text: string, look: (text: string) => Look): Mended {
  const mark = text.startsWith('\ufeff') ? '\ufeff' : ''
  const rules: string[] = []
  const refused = new Set<string>()
  const seen = new Set([text])
  let body = text.slice(mark.length)
  let before = look(text)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const candidates = apart(
      before.mendable.filter((d) => !refused.has(nameOf(d))),
      body,
    )
    if (candidates.length === 0) break
    const { kept, after } = soundOf(candidates, (some) => {
      const edited = applied(body, some)
      const seenAfter = look(mark + edited)
      return keeps(before, seenAfter, some) && !seen.has(mark + edited) ? { edited, seen: seenAfter } : null
    })
    for (const one of candidates) if (!kept.includes(one)) refused.add(nameOf(one))
    if (!after) continue
    body = after.edited
    before = after.seen
    seen.add(mark + body)
    rules.push(...kept.map((d) => d.rule))
  }
  return { text: mark + body, rules }
}

const nameOf = (d: Diagnostic): string => `${identityOf(d)} ${JSON.stringify(d.fix.map((edit) => edit.text))}`

/** The findings of which all edits can be made at once; those of errors first, since they hide what else there is. */
function apart(found: readonly Diagnostic[], text: string): Diagnostic[] {
  const errors = found.filter((d) => d.severity === 'error')
  const offset = offsets(text)
  const taken: Span[] = []
  return (errors.length > 0 ? errors : found).filter((finding) => {
    const spans = finding.fix.map((edit) => spanOf(edit, offset))
    const sound = spans.every(
      (span, i) =>
        finding.fix[i]?.place.path === finding.place.path &&
        span.start <= span.end &&
        ![...taken, ...spans.slice(0, i)].some((other) => overlap(span, other)),
    )
    if (sound) taken.push(...spans)
    return sound
  })
}

/** The most of some findings that can be mended together: all, or of each half as many as can. */
function soundOf<T>(
  candidates: readonly Diagnostic[],
  attempt: (some: readonly Diagnostic[]) => T | null,
): { readonly kept: readonly Diagnostic[]; readonly after: T | null } {
  let kept: readonly Diagnostic[] = []
  let after: T | null = null
  const add = (some: readonly Diagnostic[]): void => {
    const got = attempt([...kept, ...some])
    if (got !== null) {
      kept = [...kept, ...some]
      after = got
    } else if (some.length > 1) {
      add(some.slice(0, some.length >> 1))
      add(some.slice(some.length >> 1))
    }
  }
  add(candidates)
  return { kept, after }
}

/** Whether a mended text has no error that it had not, and says what it said. */
function keeps(before: Look, after: Look, mended: readonly Diagnostic[]): boolean {
  const had = grouped(before.errors, identityOf)
  for (const [name, alike] of grouped(after.errors, identityOf))
    if (alike.length > (had.get(name)?.length ?? 0)) return false
  if (before.meaning !== null) return after.meaning === before.meaning
  // Of a file with errors it is not known what it says: mending one of them is to change that, anything else is not.
  return mended.every((d) => d.severity === 'error')
    ? after.errors.length < before.errors.length
    : after.content === before.content
}

interface Span {
  readonly start: number
  readonly end: number
}

/** Two insertions at one place would have an order that nobody chose. */
const overlap = (a: Span, b: Span): boolean =>
  (a.start < b.end && b.start < a.end) ||
  ((a.start === a.end || b.start === b.end) && a.start <= b.end && b.start <= a.end)

const spanOf = ({ place }: Edit, offset: (line: number, column: number) => number): Span => ({
  start: offset(place.line, place.column),
  end: offset(place.endLine, place.endColumn),
})

/** Where lines and columns are in a text; what lies past its end is its end. */
function offsets(text: string): (line: number, column: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (line, column) => Math.min(text.length, (starts[line - 1] ?? text.length) + column - 1)
}

/** Makes the edits of some findings, in the line ends of the text. */
function applied(text: string, findings: readonly Diagnostic[]): string {
  const offset = offsets(text)
  const windows = /^[^\n]*\r\n/.test(text)
  const edits = findings
    .flatMap((d) => d.fix)
    .map((edit) => ({ ...spanOf(edit, offset), text: edit.text }))
    .sort((a, b) => b.start - a.start)
  return edits.reduce((out, { start, end, text: own }) => {
    const lines = windows ? own.replace(/\r?\n/g, '\r\n') : own
    return out.slice(0, start) + lines + out.slice(end)
  }, text)
}
