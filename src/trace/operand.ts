import type { Deal, Term } from '../deal.ts'
import { TroubleError } from '../errors.ts'
import type { OtherReading, Reading } from '../report/trace-report.ts'
import { cut, nearest, normalWord } from '../words.ts'

/** A term of a deal. */
export interface Placed {
  readonly deal: Deal
  readonly term: Term
}

/** What one operand is read as, and the subjects that it names; each is a subject, or the id of a term without one. */
export interface Asked {
  readonly word: string
  readonly as: Reading
  readonly also: readonly OtherReading[]
  readonly threads: readonly Thread[]
}
export interface Thread {
  readonly subject: string
  readonly terms: readonly Placed[]
}

const termsOf = (deals: readonly Deal[]): Placed[] =>
  deals.flatMap((deal) => [...deal.terms.values()].map((term) => ({ deal, term })))

/** What a term is followed by through the deals: its subject, or where it has none its id. */
const keyOf = ({ subject, id }: Term): string =>
  JSON.stringify(subject === null ? ['id', normalWord(id)] : ['subject', normalWord(subject)])

const holds: { readonly [as in Reading]: (term: Term, word: string) => boolean } = {
  subject: (term, word) => term.subject !== null && normalWord(term.subject) === word,
  term: (term, word) => normalWord(term.id) === word,
  topic: (term, word) => term.topic !== null && normalWord(term.topic) === word,
}

/** A subject is what one who knows its name means; a topic is asked for oftener than a term that is called like it. */
const order: readonly Reading[] = ['subject', 'topic', 'term']

/** What a word names in these deals, which come in the order of their days; trouble where it names nothing. */
export function readWord(word: string, deals: readonly Deal[], only: Reading | null): Asked {
  const wanted = normalWord(word)
  const all = termsOf(deals)
  const found = order.filter((as) => wanted !== '' && all.some(({ term }) => holds[as](term, wanted)))
  const as = only === null ? found[0] : found.find((reading) => reading === only)
  if (as === undefined) throw unknownWord(word, all, only)
  const threads = threadsOf(as, wanted, all)
  // Another reading is worth a word only where it would show something else.
  const subjects = (of: readonly Thread[]): readonly string[] => of.map((t) => t.subject)
  const own = JSON.stringify(subjects(threads))
  const also = found
    .map((reading) => ({ as: reading, subjects: subjects(threadsOf(reading, wanted, all)) }))
    .filter((other) => other.as !== as && JSON.stringify(other.subjects) !== own)
  return { word, as, also, threads }
}

/** The subjects of the terms that a word names in one reading, each with its terms in all deals. */
function threadsOf(as: Reading, wanted: string, all: readonly Placed[]): Thread[] {
  const keys = new Set(all.filter(({ term }) => holds[as](term, wanted)).map(({ term }) => keyOf(term)))
  return [...keys].map((key) => {
    const terms = all.filter(({ term }) => keyOf(term) === key)
    const first = terms[0]?.term
    return { subject: first?.subject ?? first?.id ?? '', terms }
  })
}

/** A word as a shell takes it. */
const typed = (word: string): string => (/^[\w./:@%+=,-]+$/.test(word) ? word : `"${word}"`)

function unknownWord(word: string, all: readonly Placed[], only: Reading | null): TroubleError {
  const of = (pick: (term: Term) => string | null): string[] => [
    ...new Set(all.flatMap(({ term }) => pick(term) ?? [])),
  ]
  const topics = of((t) => t.topic)
  const known = only === 'topic' ? topics : [...of((t) => t.subject), ...of((t) => t.id), ...topics]
  const within = [
    ...new Set(known.filter((w) => word.trim() !== '' && normalWord(w).includes(normalWord(word)))),
  ]
  const near = within[0] ?? nearest(word, known)
  const others = within.length > 1 ? `; these have it in their names: ${within.slice(0, 8).join(', ')}` : ''
  const what = only === 'topic' ? 'topic' : 'subject, term or topic'
  const flag = only === 'topic' ? '--topic ' : ''
  return new TroubleError(
    'unknown-subject',
    `There is no ${what} "${cut(word)}" in these deals${others}.`,
    near
      ? `Did you mean: dealdiff trace ${flag}${typed(near)}`
      : topics.length > 0
        ? `Topics: ${topics.slice(0, 12).join(', ')}. dealdiff find ${typed(cut(word))} looks in every word.`
        : 'dealdiff list shows the deals there are.',
  )
}
