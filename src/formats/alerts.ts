import type { Suppressed } from '../check/suppressed.ts'
import { type Diagnostic, type Edit, type Related, type Severity, severities } from '../diagnostic.ts'
import { comparePlaces, type Place, placeText, startOf } from '../place.ts'
import type { DealChange, DealReport, Report, TermChange, TermReport, Trouble } from '../report/report.ts'
import { changeWords, newly, verdicts } from '../verdict.ts'
import { ofDue } from './alerts/due.ts'
import { ofPress } from './alerts/press.ts'
import { fileInRepository } from './alerts/path.ts'
import { changeSentence, plain, sentence } from './alerts/words.ts'
import { fingerprinter } from './fingerprint.ts'

/** One thing that a report has to tell a machine: a finding, a verdict, a verdict that changed, or trouble. */
export interface Alert {
  /** The rule that found it, the verdict, the word for what became of one, or the code of the trouble. */
  readonly rule: string
  /** An error where it makes the command fail. */
  readonly level: Severity
  /** Whether it makes the command fail: `--fail-on` names it, or it is trouble. */
  readonly failing: boolean
  /** A few words above the message. */
  readonly title: string
  /** Whole sentences. */
  readonly message: string
  readonly help: string | null
  /** Null where it is about no file. */
  readonly place: Place | null
  /** The file to which it belongs, as the report calls it: for a term that changed, the deal's at the head. */
  readonly file: string | null
  /** What is gone stands at an older revision, where no reader of these files can follow. */
  readonly related: readonly (Related & { readonly gone?: boolean })[]
  /** The keys of the file that lead to what it is about. */
  readonly about: string
  readonly args: readonly string[]
  readonly excerpt: string | null
  readonly fix: readonly Edit[]
  /** What keeps it from being shown; null where it is shown. */
  readonly suppressed: Pick<Suppressed, 'by' | 'reason'> | null
  /** The same as long as it is the same finding, whatever else of the file is edited; no two alerts share one. */
  readonly key: string
}

/** One whose texts are as they were written, not yet safe to print. */
type Draft = Omit<Alert, 'key'>

/**
 * Everything a report has to tell, in its own order, whatever command made it. Texts are safe to print on a line.
 *
 * @param prefix the working directory from the root of the repository, ending with `/`; empty at the root
 */
export function alertsOf(report: Report, prefix: string): Alert[] {
  const { failOn } = report
  const drafts: Draft[] = [
    ...report.trouble.map(ofTrouble),
    ...report.diagnostics.map((d) => ofFinding(d, null, failOn)),
    ...(report.check?.suppressed ?? []).map((s) => ofFinding(s.finding, s, failOn)),
    ...(report.changes?.deals ?? []).flatMap((deal) =>
      deal.terms.map((term) => ofChange(deal, term, failOn)),
    ),
    ...report.deals.flatMap((deal) => deal.terms.flatMap((term) => ofTerm(deal, term, failOn))),
    ...(report.due?.items ?? []).flatMap((item) => ofDue(item, failOn)),
    ...(report.press ? ofPress(report.press, failOn) : []),
  ]
  return keyed(drafts, prefix)
}

/** Those that are shown. */
export const shown = (alerts: readonly Alert[]): Alert[] => alerts.filter((a) => a.suppressed === null)

/** Trouble, then errors, warnings and notes, and last what is not shown; of one level, the worse verdict first. */
export function worstFirst(alerts: readonly Alert[]): Alert[] {
  const words = new Map([...verdicts, ...changeWords].map((word, i) => [word, i]))
  const group = ({ place, level, suppressed }: Alert): number =>
    suppressed ? severities.length + 1 : place === null ? 0 : severities.indexOf(level) + 1
  const rank = (alert: Alert): number => group(alert) * 1000 + (words.get(alert.rule) ?? -1)
  return alerts
    .map((alert) => ({ alert, rank: rank(alert) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ alert }) => alert)
}

/** `deals/london.yaml:12:3`, for a person. */
export const safePlace = (place: Place): string => plain(placeText(place))

/** Where only a line has room, so many of the other places are named. */
const MOST_NAMED = 3

/** The message and the other places involved on one line, for formats that have nowhere else to name them. */
export function inOneLine({ message, related }: Alert): string {
  const named = related
    .slice(0, MOST_NAMED)
    .map((r) => `${safePlace(r.place)} ${r.message.replace(/\.$/, '')}`)
  const more = related.length - named.length
  if (named.length === 0) return message
  return `${message} See ${named.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`
}

const ofTrouble = ({ code, message, hint }: Trouble): Draft => ({
  rule: code,
  level: 'error',
  failing: true,
  title: `dealdiff: ${code}`,
  message,
  help: hint,
  place: null,
  file: null,
  related: [],
  about: '',
  args: [],
  excerpt: null,
  fix: [],
  suppressed: null,
})

function ofFinding(found: Diagnostic, suppressed: Suppressed | null, failOn: readonly string[]): Draft {
  const { rule, severity, message, help, place, related, about, args, excerpt, fix } = found
  const least = severities.findLast((s) => failOn.includes(s)) ?? 'error'
  const failing = severities.indexOf(severity) <= severities.indexOf(least)
  return {
    rule,
    level: failing ? 'error' : severity,
    failing: failing && suppressed === null,
    title: about === '' ? rule : `${rule}: ${about}`,
    message,
    help,
    place,
    file: place.path,
    related,
    about,
    args,
    excerpt,
    fix,
    suppressed: suppressed && { by: suppressed.by, reason: suppressed.reason },
  }
}

/** What an edit that moved no verdict is called; no `--fail-on` names it. */
export const EDITED = 'edited'

/**
 * One alert a term, however many words there are for what became of it: the first that fails the command names it. It
 * stands where the edit is that moved the verdict, since that is what a reviewer has before him; where that is gone,
 * at the term, and where that is gone too, at the head of the file.
 */
function ofChange({ to, from, title }: DealChange, term: TermChange, failOn: readonly string[]): Draft {
  const edits = [...term.causes, ...term.entries.map((e) => ({ ...e, gone: e.state === 'removed' }))]
  const edit = edits.find((c) => !c.gone)
  const fails = term.became.find((word) => failOn.includes(word))
  const rule = fails ?? term.became[0] ?? EDITED
  const because = term.causes.map((c) => c.sentence).slice(0, 1)
  const place = edit?.place ?? (term.after === null && to !== null ? startOf(to) : term.place)
  return {
    ...blank,
    rule,
    level: fails !== undefined ? 'error' : rule === newly('contradiction') ? 'warning' : 'note',
    failing: fails !== undefined,
    title: `${rule}: ${title}`,
    message: [`${term.title}: ${changeSentence(term)}`, ...because].join(' '),
    place,
    file: to ?? from ?? term.place.path,
    related: term.causes
      .filter((c) => c.place !== place)
      .map(({ sentence: message, place, gone }) => ({ message, place, excerpt: null, gone })),
    about: `terms/${term.id}`,
  }
}

function ofTerm(deal: DealReport, term: TermReport, failOn: readonly string[]): Draft[] {
  // What is counted aside is not counted missing, and fails nothing.
  const failing = failOn.includes(term.verdict) && !term.aside
  if (term.verdict === 'agree' && !failing) return []
  return [
    {
      ...blank,
      rule: term.verdict,
      level: failing ? 'error' : term.verdict === 'contradiction' ? 'warning' : 'note',
      failing,
      title: `${term.verdict}: ${deal.title}`,
      message: `${term.title}: ${term.sentence === '' ? `${term.verdict}.` : term.sentence}`,
      place: term.place,
      file: deal.path,
      about: `terms/${term.id}`,
    },
  ]
}

const blank = { help: null, related: [], args: [], excerpt: null, fix: [], suppressed: null } as const

/** Nobody reads more of other places, and a file can be made to have them by the thousand. */
const MOST_RELATED = 50

/** Cleans the texts and stamps the keys: in file order, so that what is suppressed counts among its equals. */
function keyed(drafts: readonly Draft[], prefix: string): Alert[] {
  const keys = new Map<Draft, string>()
  const key = fingerprinter()
  const of = (draft: Draft): void => {
    const path = draft.file === null ? '' : (fileInRepository(draft.file, prefix) ?? draft.file)
    keys.set(draft, key({ ...draft, path }))
  }
  const placed = drafts.flatMap((draft) => (draft.place ? [{ draft, place: draft.place }] : []))
  for (const draft of drafts) if (draft.place === null) of(draft)
  for (const { draft } of placed.sort((a, b) => comparePlaces(a.place, b.place))) of(draft)
  return drafts.map((draft) => ({
    ...draft,
    rule: plain(draft.rule, 80) || 'unnamed',
    title: plain(draft.title, 200) || 'dealdiff',
    message: sentence(plain(draft.message) || plain(draft.title)) || 'Nothing more is known.',
    help: draft.help === null || draft.help.trim() === '' ? null : sentence(plain(draft.help)),
    related: draft.related.slice(0, MOST_RELATED).map((r) => ({ ...r, message: plain(r.message) })),
    key: keys.get(draft) ?? '',
  }))
}
