import { andList, capital } from '../../names.ts'
import type { DueItem, DueReport, DueSide, NamedDate } from '../../report/due-report.ts'
import type { FateReport } from '../../report/report.ts'
import { longDate } from './dates.ts'
import { dayOf } from './deal.ts'
import type { DueView } from './due-view.ts'
import { count } from './words.ts'

/** Words that name the day by themselves; a length or a month has it beside. */
const wholeDate = /^(?:through |by )?\d{1,2} [A-Z][a-z]+ \d{4}(?: \d\d:\d\d \(\S+\))?$/
const bareLength = /^\d[\d,.]* (?:day|week|month|quarter|year)s?$/

type Dated = Pick<NamedDate, 'day' | 'text'>

/** As it was said: `through 9 November 2026`, `1 year from its start`. */
const saidWords = ({ text }: Dated): string => (bareLength.test(text) ? `${text} from its start` : text)

/** The day too, where the words do not have it: `12 August 2025, as 90 days from 14 May 2025`. */
const dateWords = (date: Dated): string =>
  wholeDate.test(date.text) ? date.text : `${longDate(date.day)}, as ${saidWords(date)}`

/** How far off it is: `in 41 days`, `3 days ago`. */
export function distance({
  daysAway: days,
  firstDay,
  lastDay,
}: Pick<DueItem, 'daysAway' | 'firstDay' | 'lastDay'>): string {
  if (days === 0) return firstDay === lastDay ? 'on the day itself' : 'within these days'
  return days < 0 ? `${count(-days, 'day')} ago` : `in ${count(days, 'day')}`
}

/** What falls due, and who would have to act. */
export function dueWords({ named }: DueView, { sentence, obligor, kind, state }: DueItem): string {
  const who = andList(obligor.map(named))
  if (who === '') return sentence
  const would = state === 'passed' ? 'would have had to' : 'would have to'
  if (kind !== 'end') return `${sentence} ${capital(who)} ${would} do it.`
  // Of several ends none is the one until which.
  return sentence.startsWith('By ')
    ? `${sentence} Until then ${who} ${would} keep it.`
    : `${sentence.replace(/\.$/, '')}; until then ${who} ${would} keep it.`
}

const naming = (sides: readonly DueSide[]): DueSide[] => sides.filter((s) => s.state === 'names')

/** Who named the date, and what the others say of it. */
export function namedWords(view: DueView, item: DueItem): string {
  const { sides, namedByAll, kind } = item
  const who = naming(sides)
  const names = andList(who.map((s) => view.named(s.party)))
  const lead = namedByAll
    ? `${sides.length === 2 ? 'Both' : 'All'} named it`
    : `${who.length === 1 && sides.length > 1 ? `Only ${names}` : capital(names)} named it`
  const words = who.map((s) => s.dates.map((d) => asNamed(item, d)))
  const [first = '', ...others] = new Set(words.flat())
  const from = new Set(who.flatMap((s) => s.dates.map((d) => view.attribution(d.source, d.said))))
  const told =
    others.length === 0
      ? `${first === '' ? '' : `, ${first}`} (${[...from].join('; ')})`
      : `: ${who.map((s) => `${view.named(s.party)} ${eachNamed(view, item, s)}`).join('; ')}`
  const rest = sides.filter((s) => s.state !== 'names').map((s) => otherWords(view, s, kind))
  return `${[`${lead}${told}`, ...rest].join('; ')}.`
}

/** A date as a side put it; nothing where that stands above already. */
function asNamed({ firstDay, lastDay }: DueItem, date: NamedDate): string {
  const above = firstDay === lastDay && (date.kind === 'period' || date.text === longDate(date.day))
  return above ? '' : inFull({ firstDay, lastDay }, date)
}

/** The day stands above; where there are two, each side's own is said. */
const inFull = ({ firstDay, lastDay }: Pick<DueItem, 'firstDay' | 'lastDay'>, date: NamedDate): string =>
  firstDay === lastDay ? `as ${saidWords(date)}` : dateWords(date)

/** Each way in which a side put it, with the statements in which it did. */
function eachNamed(view: DueView, item: DueItem, { dates }: DueSide): string {
  const ways = new Map<string, Set<string>>()
  for (const date of dates) {
    const way = inFull(item, date)
    ways.set(way, new Set([...(ways.get(way) ?? []), view.attribution(date.source, date.said)]))
  }
  return andList([...ways].map(([way, from]) => `${way} (${[...from].join('; ')})`))
}

function otherWords(view: DueView, side: DueSide, kind: DueItem['kind']): string {
  const name = view.named(side.party)
  switch (side.state) {
    case 'another': {
      const dates = side.dates.map((d) => `${dateWords(d)} (${view.attribution(d.source, d.said)})`)
      return `${name} named ${andList([...new Set(dates)])}`
    }
    case 'event':
      return `${name} lets it ${kind === 'end' ? 'end with' : 'hang on'} what has no date: ${side.text ?? ''}`
    case 'open':
      return `${name} leaves the ${kind === 'end' ? 'end' : 'deadline'} open: ${side.text ?? ''}`
    case 'not-before':
      return `${name} names only a first day: ${side.text ?? ''}`
    case 'hedged':
      return `${name} binds itself to nothing: ${side.text ?? ''}`
    case 'permanent':
      return `${name} has it for good`
    case 'no-date':
      return `${name} announced it without ${kind === 'end' ? 'an end' : 'a deadline'}`
    case 'no-commitment':
      return `${name} promised nothing of it`
    default:
      return `nothing of the kind is on record from ${name}`
  }
}

const when = { before: 'before', 'same day': 'the same day', later: 'later, in a lower rank' } as const

/** What a side said of the date at other times. */
export const movedWords = (view: DueView, { sides }: DueItem): string[] =>
  naming(sides)
    .filter((s) => s.dates.some((d) => d.moved.length > 0))
    .map((s) => {
      const told = s.dates
        .flatMap((d) => d.moved)
        .map((m) => `${when[m.when]}, ${dateWords(m)} (${view.attribution(m.source, m.said)})`)
      return `Moved: ${view.named(s.party)} named another day ${[...new Set(told)].join('; ')}.`
    })

/** Below a page that marks with a star what nobody said. */
export const INFERRED = '* Nobody said so: it is what suspending means.'

export const hasInferred = ({ items }: DueReport): boolean =>
  items.some((item) => comesBack(item) && item.returns.some((r) => r.inferred))

/** What took another course does not come back. */
const comesBack = ({ finalFate }: DueItem): boolean =>
  !['renewed', 'superseded', 'voided'].includes(finalFate ?? '')

/** What came of it before the day, what comes next, and what became of it then: in that order. */
export function afterWords(view: DueView, item: DueItem): string[] {
  const known = item.fates.filter((f) => f.fate !== 'unknown')
  const early = known.filter((f) => item.state === 'ahead' || dayOf(f.date) < item.firstDay)
  const told = (fates: readonly FateReport[]): string[] => fates.map((f) => fateWords(view, item, f))
  const late = known.filter((f) => !early.includes(f))
  return [...told(early), ...returnWords(view, item), ...told(late), ...unknownWords(view, item)]
}

/** What comes back then; once the day is over, what was said to. */
function returnWords(view: DueView, item: DueItem): string[] {
  if (!comesBack(item)) return []
  const told = (text: string): string =>
    item.state === 'passed' ? `What was to follow: ${text}` : `Then: ${text}`
  const said = item.returns
    .filter((r) => !r.inferred)
    .map((r) => {
      const source = view.deal.sources.find((s) => s.id === r.source)
      return `${told(r.text)} (${view.attribution(r.source, source?.date ?? '')}).`
    })
  const inferred = item.returns.find((r) => r.inferred)
  return [...said, ...(inferred ? [`${told(inferred.text)}.*`] : [])]
}

/** What is ahead and not settled can still take another course. */
const fateWords = (view: DueView, { state, finalFate }: DueItem, fate: FateReport): string =>
  state === 'ahead' && finalFate === null ? `So far: ${oneFate(view, fate)}` : capital(oneFate(view, fate))

function unknownWords(view: DueView, item: DueItem): string[] {
  if (item.state === 'ahead' || item.finalFate !== 'unknown') return []
  const by = item.fates.some((f) => f.fate !== 'unknown') ? ' by that day' : ''
  return [`What became of it${by} is unknown: ${whyUnknown(view, item)}.`]
}

/** What was not searched can tell nothing of a day. */
function whyUnknown({ deal: { searchedUntil }, hasUndivided }: DueView, item: DueItem): string {
  const { fates, parts, lastDay } = item
  if (item.kind === 'period' && hasUndivided(item))
    return 'what is known of the term does not say of which date'
  if (searchedUntil !== null && searchedUntil < lastDay)
    return `the record ends on ${longDate(searchedUntil)}, before that day`
  const own = fates.filter((f) => f.fate === 'unknown' && (f.part === null || parts.includes(f.part)))
  const searched = own.at(-1)?.date
  if (searched === undefined) return 'nothing on record'
  const until = `it was searched until ${longDate(searched)}`
  return dayOf(searched) < lastDay ? `${until}, before that day` : `${until}, and nothing was found`
}

export function oneFate(view: DueView, { part, fate, date, deal, says, source }: FateReport): string {
  const where = deal === null ? '' : `, and goes on in ${deal}`
  const of = part === null ? '' : `${part}: `
  const said = view.deal.sources.find((s) => s.id === source)
  const who = said === undefined ? '' : ` (${view.attribution(said.id, said.date)})`
  const on = /^\d{4}-\d\d$/.test(date) ? 'in' : 'on'
  return `${of}${fate} ${on} ${longDate(date)}${where}${says === null ? '' : `: ${says}`}${who}.`
}

/** The header: as of which day, and how many dates there are. */
export function dueHeader(
  due: DueReport,
  asked: boolean,
): { readonly title: string; readonly counts: string } {
  const { day, withinDays, summary, searchedUntil } = due
  const when = day === null ? '' : `, as of ${longDate(day)}`
  const why = asked || day === null ? '' : ', the day of the last statement on record'
  const beyond = day !== null && searchedUntil !== null && searchedUntil < day
  const closes = beyond ? `; nothing after ${longDate(searchedUntil)} was searched` : ''
  return {
    title: `What falls due${when}${why}${closes}`,
    counts: countWords(summary, withinDays) ?? noneWords(due),
  }
}

/** Null where there is no date at all. */
function countWords({ ahead, passed, unknown, furtherOff }: DueReport['summary'], within: number | null) {
  const off = furtherOff === 0 ? '' : `; ${count(furtherOff, 'date lies', 'dates lie')} further off`
  if (ahead + passed === 0) {
    return furtherOff === 0 || within === null ? null : `Nothing within ${count(within, 'day')}${off}.`
  }
  const open = unknown === 0 ? '' : `; what became of ${unknown} of those is unknown`
  const near = within === null ? '' : ` Listed is what lies within ${count(within, 'day')} of it${off}.`
  return `${count(ahead, 'date')} ahead, ${passed} passed${open}.${near}`
}

/** Before the first statement nobody could name a date. */
function noneWords({ day, deals }: DueReport): string {
  if (day !== null && deals.every((d) => d.statements === 0))
    return `Nothing was announced by ${longDate(day)}.`
  return 'Nothing falls due: no party named a date.'
}
