import type { Deal, Entry, Term } from '../deal.ts'
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

export const termsOf = (deals: readonly Deal[]): Placed[] =>
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
  if (as === undefined) throw unknownWord(word, deals, all, only)
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

/** At most so many other subjects are named. */
const FEW = 5

const singular = (word: string): string => (word.length > 3 ? word.replace(/s$/, '') : word)
const wordsIn = (text: string): readonly string[] =>
  normalWord(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(singular)

/** Whether all words of one text stand in another, whatever their number and order. */
const hasWords = (text: string, words: readonly string[]): boolean => {
  const there = new Set(wordsIn(text))
  return words.length > 0 && words.every((word) => there.has(word))
}

const subjectOf = ({ term }: Placed): string => term.subject ?? term.id
/** The words of a term that say what it is about: its title, its names. */
const namesOf = ({ term }: Placed): string => [term.title, term.id, term.subject ?? ''].join(' ')

/** Every subject of which a term has all those words in what is taken of it; those of more such terms first. */
function subjectsWith(
  words: readonly string[],
  all: readonly Placed[],
  of: (placed: Placed) => string,
): string[] {
  const found = new Map<string, number>()
  for (const placed of all)
    if (hasWords(of(placed), words)) found.set(subjectOf(placed), (found.get(subjectOf(placed)) ?? 0) + 1)
  return [...found].sort(([, x], [, y]) => y - x).map(([subject]) => subject)
}

/** Other subjects with the same words in the titles or names of their terms. */
export function nearOf(word: string, threads: readonly Thread[], all: readonly Placed[]): string[] {
  const shown = new Set(threads.map((t) => normalWord(t.subject)))
  return subjectsWith(wordsIn(word), all, namesOf)
    .filter((subject) => !shown.has(normalWord(subject)))
    .slice(0, FEW)
}

/** A term with the words of scope that are said of it. */
const scopeOf = (placed: Placed): string => {
  const { deal, term } = placed
  const own = [...(deal.histories.get(term.id) ?? new Map()).values()].flat() as readonly Entry[]
  const claims = own.flatMap((e) => (e.kind === 'claim' ? e.stated : []))
  const reported = deal.reported.flatMap((r) => (r.term === term.id ? r.stated : []))
  const scopes = [...claims, ...reported].filter((s) => s.facet === 'scope').map((s) => s.text)
  return [namesOf(placed), ...scopes].join(' ')
}

/** A word as a shell takes it. */
const typed = (word: string): string => (/^[\w./:@%+=,-]+$/.test(word) ? word : `"${word}"`)

/** Every topic, in the order of the deals. */
export const topicsOf = (deals: readonly Deal[]): string[] => [
  ...new Set(termsOf(deals).flatMap(({ term }) => term.topic ?? [])),
]

/** As many names as a message has room for, and that there are others. */
export const someOf = (names: readonly string[], most = 12): string =>
  `${names.slice(0, most).join(', ')}${names.length > most ? ' and others' : ''}`

function unknownWord(
  word: string,
  deals: readonly Deal[],
  all: readonly Placed[],
  only: Reading | null,
): TroubleError {
  const topics = topicsOf(deals)
  const of = (pick: (term: Term) => string | null): string[] => all.flatMap(({ term }) => pick(term) ?? [])
  const known = [
    // Of names equally near, that of a topic shows most.
    ...new Set(only === 'topic' ? topics : [...topics, ...of((t) => t.subject), ...of((t) => t.id)]),
  ]
  const what = only === 'topic' ? 'topic' : 'subject, term or topic'
  const flag = only === 'topic' ? '--topic ' : ''
  const trouble = (more: string, hint: string): TroubleError =>
    new TroubleError('unknown-subject', `There is no ${what} "${cut(word)}" in these deals${more}.`, hint)
  const blank = normalWord(word) === ''
  const within = blank ? [] : known.filter((w) => normalWord(w).includes(normalWord(word)))
  const near = [...within].sort((x, y) => x.length - y.length)[0] ?? nearest(word, known)
  if (near !== null) {
    const others = within.length > 1 ? `; these have it in their names: ${someOf(within, 8)}` : ''
    return trouble(others, `Did you mean: dealdiff trace ${flag}${typed(near)}`)
  }
  const find = `dealdiff find ${typed(cut(word))}`
  const about = only === 'topic' ? [] : subjectsWith(wordsIn(word), all, scopeOf)
  if (about.length > 0)
    return trouble(
      `; terms of these subjects speak of it: ${someOf(about, 8)}`,
      `One of them: dealdiff trace ${typed(about[0] ?? '')}. All that is said of it: ${find}`,
    )
  return topics.length > 0
    ? trouble('', `Topics: ${someOf(topics)}. ${find} looks in every word.`)
    : trouble('', 'dealdiff list shows the deals there are.')
}
