import type { Row } from '../compare/rows.ts'
import type { Part } from '../compare/version.ts'
import type { Deal, Stated, Term } from '../deal.ts'
import { nameIn } from '../deal.ts'
import type { Measure } from '../facets/measure/value.ts'
import { listPossible, type Possible, EQUAL, surely } from '../relation.ts'
import { labelOf } from './sentences.ts'

/** Why it cannot be told, in words that go on after the title of the earlier deal: `there` is that deal. */
export function doubtOf(rows: readonly Row[], content: Possible): string {
  const open = rows.filter((r) => listPossible(r.possible).length > 1)
  const rest = surely(content, EQUAL) ? 'the rest is the same, but ' : ''
  const limits = open.filter((r) => r.facet === 'scope' && !r.denial)
  const [here, there] = [limits.filter((r) => !r.b), limits.filter((r) => !r.a)].map((side) =>
    side.map((r) => `${labelOf(r)}: ${(r.a ?? r.b)?.text ?? ''}`).join('; '),
  )
  if (here && there) return `${rest}it names one limit here (${here}) and another there (${there})`
  if (here) return `${rest}only here it names a limit (${here})`
  if (there) return `${rest}only there it named a limit (${there})`
  const [row] = open
  if (!row) return 'what was said leaves it open'
  const { a, b } = row
  if (a && b) return `${row.facet === 'measure' ? figures(a, b) : `${rest}${unknown(row, a, b)}`}`
  return `${rest}only ${a ? 'here' : 'there'} it says ${labelOf(row)} (${(a ?? b)?.text ?? ''})`
}

const unknown = (row: Row, a: Stated, b: Stated): string =>
  a.text === b.text
    ? `how far it goes is open both times (${labelOf(row)}: ${a.text})`
    : `how "${a.text}" here stands to "${b.text}" there is not on file`

/** What is not said of a figure both times. */
function figures(a: Stated, b: Stated): string {
  const [x, y] = [a.value as Measure, b.value as Measure]
  const only = (inX: boolean): string => (inX ? 'here' : 'there')
  if ((x.basis === null) !== (y.basis === null))
    return `what the figure counts is said only ${only(x.basis !== null)}`
  if ((x.period === null) !== (y.period === null))
    return `for what time the figure is meant is said only ${only(x.period !== null)}`
  return `how ${a.text} here stands to ${b.text} there is not on file`
}

export type Answer = 'yes' | 'no'
/** The plain yes or no of a part; null where it says something else. */
export function answerOf(part: Part): Answer | null {
  const kind = (part.slots.get('measure')?.stated.value as Measure | undefined)?.value.kind
  return kind === 'yes' || kind === 'no' ? kind : null
}

/** Why what was said of another statement cannot be set beside this. */
export function otherQuestion(x: Part, y: Part, before: Term): string {
  const [here, there] = [answerOf(x), answerOf(y)]
  if (here === null && there === null) return 'the answers to choose from were others there'
  const statement = `"${before.title}"`
  if (here !== null && there !== null)
    return here === there
      ? `it says ${here} both times, but there to another statement, ${statement}`
      : `here it says ${here}, there ${there}, but to another statement, ${statement}`
  if (there !== null) return `there it only said ${there} to another statement, ${statement}`
  const exact = [...y.slots.values()]
    .filter((s) => !s.assumed)
    .map((s) => `${labelOf(s.stated)}: ${s.stated.text}`)
  return `here it only says ${here} to its statement, there it said something more exact (${exact.join('; ')})`
}

/** Which of the two is no more than words. */
export function wordsAlone(x: Part, y: Part): string {
  const [here, there] = [x, y].map((part) => part.slots.size === 0)
  const where = here && there ? 'both times' : here ? 'here' : 'there'
  return `${where} it is on file in words alone`
}

/** Who would have had to do it in the earlier deal. */
export function othersActed(deal: Deal, { obligor }: Term): string {
  const names = obligor.map((party) => nameIn(deal, party))
  if (names.length === 0) return 'no one would have had to act on it there'
  return `there ${names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`} would have had to do it`
}
