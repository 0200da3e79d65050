import { andList, capital } from '../../names.ts'
import type { DueItem, DueReport, DueSide, NamedDate, UndatedReport } from '../../report/due-report.ts'
import type { FateReport } from '../../report/report.ts'
import { longDate } from './dates.ts'
import type { DueView } from './due-view.ts'
import { count } from './words.ts'

/** Words that name the day by themselves; a length or a month has it beside. */
const wholeDate = /^(?:through |by )?\d{1,2} [A-Z][a-z]+ \d{4}(?: \d\d:\d\d ?\S+)?$/
const bareLength = /^\d[\d,.]* (?:day|week|month|quarter|year)s?$/

type Dated = Pick<NamedDate, 'day' | 'text'>

/** As it was said: `through 9 November 2026`, `1 year from its start`. */
const saidWords = ({ text }: Dated): string => (bareLength.test(text) ? `${text} from its start` : text)

/** The day too, where the words do not have it: `12 August 2025, as 90 days from 14 May 2025`. */
const dateWords = (date: Dated): string =>
  wholeDate.test(date.text) ? date.text : `${longDate(date.day)}, as ${saidWords(date)}`

/** How far off it is: `in 41 days`, `3 days ago`. */
export function distance({ days, state }: Pick<DueItem, 'days' | 'state'>): string {
  if (days === 0) return 'on the day itself'
  if (state === 'passed') return `${count(-days, 'day')} ago`
  // One side's day has come, the other's has not.
  return days < 0 ? 'about the day itself' : `in ${count(days, 'day')}`
}

/** What falls due, and who would have to act; by each side's word, where they say something else. */
export function dueWords({ named }: DueView, { sentence, obligor, kind, sides }: DueItem): string {
  const who = andList(obligor.map(named))
  if (kind === 'end')
    return who === '' ? sentence : `${sentence.replace(/\.$/, '')}; until then ${who} would have to keep it.`
  // Where only the day differs, it stands beside the names.
  const apart = new Set(naming(sides).map(withoutDay)).size > 1
  const due = apart
    ? naming(sides).map((s) => `By ${named(s.party)}: ${uncapital(sentenceOf(s))}`)
    : [sentence]
  return [...due, ...(who === '' ? [] : [`${capital(who)} would have to do it.`])].join(' ')
}

const withoutDay = (side: DueSide): string => sentenceOf(side).replace(longDate(side.dates[0]?.day ?? ''), '')
const naming = (sides: readonly DueSide[]): DueSide[] => sides.filter((s) => s.state === 'names')
const sentenceOf = ({ dates }: DueSide): string => dates[0]?.sentence ?? ''
const uncapital = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** Who named the date, and what the others say of it. */
export function namedWords(view: DueView, { sides, all, day, until, kind }: DueItem): string {
  const who = naming(sides)
  const names = andList(who.map((s) => view.named(s.party)))
  // The day stands above; where there are two, each side's own is said. The time of a figure is in what falls due.
  const inFull = (d: NamedDate): string => (day === until ? `as ${saidWords(d)}` : dateWords(d))
  const known = (d: NamedDate): boolean => day === until && (d.kind === 'period' || d.text === longDate(day))
  const full = who.map((s) => andList(s.dates.map(inFull)))
  const words = who.map((s, i) => (s.dates.every(known) ? '' : (full[i] ?? '')))
  const from = who.map((s) => s.dates.map((d) => view.attribution(d.source, d.said)).join(', '))
  const lead = all
    ? `${sides.length === 2 ? 'Both' : 'All'} named it`
    : `${who.length === 1 && sides.length > 1 ? `Only ${names}` : capital(names)} named it`
  const each = who.map(({ party }, i) => `${view.named(party)} ${full[i]} (${from[i]})`)
  const [first = ''] = words
  const alike = words.every((w) => w === first)
  const told = alike
    ? `${first === '' ? '' : `, ${first}`} (${[...new Set(from)].join('; ')})`
    : `: ${each.join('; ')}`
  const others = sides.filter((s) => s.state !== 'names').map((s) => otherWords(view, s, kind))
  return `${[`${lead}${told}`, ...others].join('; ')}.`
}

function otherWords(view: DueView, side: DueSide, kind: DueItem['kind']): string {
  const name = view.named(side.party)
  switch (side.state) {
    case 'another': {
      const dates = side.dates.map((d) => `${dateWords(d)} (${view.attribution(d.source, d.said)})`)
      return `${name} named ${andList(dates)}`
    }
    case 'event':
      return `${name} lets it end with what has no date: ${side.text ?? ''}`
    case 'open':
      return `${name} leaves the end open: ${side.text ?? ''}`
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
      return `Moved: ${view.named(s.party)} named another day ${told.join('; ')}.`
    })

/** Below a page that marks with a star what nobody said. */
export const INFERRED = '* Nobody said so: it is what suspending means.'

export const hasInferred = ({ items }: DueReport): boolean =>
  items.some((item) => comesBack(item) && item.returns.some((r) => r.inferred))

/** What took another course does not come back. */
const comesBack = ({ fate }: DueItem): boolean => !['renewed', 'superseded', 'voided'].includes(fate ?? '')

/** What comes back then. */
export const returnWords = (view: DueView, item: DueItem): string[] => {
  if (!comesBack(item)) return []
  const { returns } = item
  const inferred = returns.filter((r) => r.inferred).slice(0, 1)
  return [
    ...returns
      .filter((r) => !r.inferred)
      .map((r) => {
        const source = view.deal.sources.find((s) => s.id === r.source)
        return `${capital(r.text)} (${view.attribution(r.source, source?.date ?? '')}).`
      }),
    ...inferred.map((r) => `${capital(r.text)}.*`),
  ]
}

/** What became of it, as far as is on record. */
export function fateWords(view: DueView, { fates, state, fate }: DueItem): string[] {
  const told = fates.filter((f) => f.fate !== 'unknown').map((f) => oneFate(view, f))
  const searched = fates.findLast((f) => f.fate === 'unknown')
  const open = state === 'passed' && fate === 'unknown'
  const until =
    searched === undefined ? 'nothing on record' : `searched until ${longDate(searched.date)}, nothing found`
  return [
    ...told,
    ...(open ? [`What became of it${told.length > 0 ? ' by that day' : ''} is unknown: ${until}.`] : []),
  ]
}

function oneFate(view: DueView, { part, fate, date, deal, says, source }: FateReport): string {
  const where = deal === null ? '' : `, and goes on in ${deal}`
  const of = part === null ? '' : `${capital(part)}: `
  const said = view.deal.sources.find((s) => s.id === source)
  const who = said === undefined ? '' : ` (${view.attribution(said.id, said.date)})`
  const on = /^\d{4}-\d\d$/.test(date) ? 'in' : 'on'
  return `${of}${of === '' ? capital(fate) : fate} ${on} ${longDate(date)}${where}${says === null ? '' : `: ${says}`}${who}.`
}

const reasons: { readonly [why in UndatedReport['why']]: readonly [one: string, many: string] } = {
  'no-date': ['names no date', 'name no date'],
  permanent: ['is for good', 'are for good'],
  open: ['leaves its end open', 'leave their end open'],
  event: ['hangs on an event without a date', 'hang on an event without a date'],
}

/** How many commitments have no date, and why. */
export function undatedWords({ undated }: DueReport): string {
  const told = Object.entries(reasons).flatMap(([why, [one, many]]) => {
    const n = undated.filter((u) => u.why === why).length
    return n === 0 ? [] : [`${n} ${n === 1 ? one : many}`]
  })
  const [only] = told
  if (told.length === 1 && only !== undefined)
    return `${only.replace(/^(\d+)/, (n) => count(Number(n), 'commitment'))}, and ${undated.length === 1 ? 'is' : 'are'} not listed.`
  return `${undated.length} commitments are not listed: ${andList(told)}.`
}

const why: { readonly [why in UndatedReport['why']]: string } = {
  'no-date': 'announced it without a date',
  permanent: 'announced it for good',
  open: 'left its end open',
  event: 'let it hang on an event without a date',
}

/** Who announced one of them, and why it has no date. */
export const undatedReason = ({ named }: DueView, of: UndatedReport): string =>
  `${capital(andList(of.parties.map(named)))} ${why[of.why]}${of.text === null ? '' : `: ${of.text}`}.`

/** The header: as of which day, and how many dates there are. */
export function dueHeader(
  due: DueReport,
  asked: boolean,
): { readonly title: string; readonly counts: string } {
  const { day, within, summary } = due
  const when = day === null ? '' : `, as of ${longDate(day)}`
  const why = asked || day === null ? '' : ', the day of the last statement on record'
  const off = summary.left === 0 ? '' : `; ${count(summary.left, 'date lies', 'dates lie')} further off`
  const near = within === null ? '' : ` Listed is what lies within ${count(within, 'day')} of it${off}.`
  const unknown = summary.unknown === 0 ? '' : `; what became of ${summary.unknown} of those is unknown`
  return {
    title: `What falls due${when}${why}`,
    counts: `${count(summary.ahead, 'date')} ahead, ${summary.passed} passed${unknown}.${near}`,
  }
}
