import { longDate } from './dates.ts'
import { placeText } from '../../place.ts'
import { type Diagnostic, severities } from '../../diagnostic.ts'
import type { Report, Trouble } from '../../report/report.ts'
import { rules } from '../../rules/index.ts'
import { baselineWords, closingWords, fixedWords } from './finding-words.ts'
import { frameLines, numberWidth } from './frame.ts'
import { blank, INDENT, line, prose, type Sheet, span } from './sheet.ts'
import { type Line, wrap } from './width.ts'

/** Of one rule in one file, only so many findings show the line they stand on: after these one knows what it looks like. */
const MOST_FRAMED = 3

/** A finding is for the next tool too: without a terminal it stays on its line. */
const wide = (sheet: Sheet, text: Line, indent: number): Line[] =>
  wrap(text, sheet.findings - indent).map((part) => [span(' '.repeat(indent)), ...part])

/** `path:line:column severity message [rule]`, which `grep` and editors take apart. */
function headLines(found: Diagnostic, sheet: Sheet): Line[] {
  const head = [
    span(`${placeText(found.place)} `),
    span(found.severity, found.severity),
    span(` ${found.message} `),
    span(`[${found.rule}]`, 'faint'),
  ]
  const [first = [], ...rest] = wrap(head, sheet.findings - INDENT)
  return [first, ...rest.map((part) => [span(' '.repeat(INDENT)), ...part])]
}

/** Whether a finding is shown with the lines of the file, and with what was said of its rule only once. */
interface Shown {
  readonly framed: boolean
  readonly help: boolean
  readonly why: boolean
}

function bodyLines(found: Diagnostic, { framed, help, why }: Shown, sheet: Sheet): Line[] {
  const digits = numberWidth([found, ...found.related])
  const frame = (one: { readonly place: Diagnostic['place']; readonly excerpt: string | null }) =>
    framed ? frameLines(one, one === found ? found.severity : 'faint', digits, INDENT, sheet) : []
  const reason = why ? rules.find((rule) => rule.id === found.rule)?.why : undefined
  const labelled = (label: string, text: string): Line[] =>
    wide(sheet, [span(`${label}: `, 'strong'), span(text)], INDENT)
  return [
    ...frame(found),
    ...found.related.flatMap((related) => [
      ...wide(sheet, line(`${placeText(related.place)} ${related.message}`, 'faint'), INDENT),
      ...frame(related),
    ]),
    ...(help && found.help !== null ? labelled('help', found.help) : []),
    ...(reason === undefined ? [] : labelled('why', reason)),
  ]
}

/** Findings one by one in the order given, with air around those that take several lines. */
function findingsLines(found: readonly Diagnostic[], sheet: Sheet): Line[] {
  if (sheet.quiet) return found.flatMap((d) => headLines(d, sheet))
  const times = new Map<string, number>()
  const nth = (key: string): number => {
    const n = (times.get(key) ?? 0) + 1
    times.set(key, n)
    return n
  }
  let open = false
  return found.flatMap((d, i) => {
    const framed = nth(`frame\n${d.rule}\n${d.place.path}`) <= MOST_FRAMED || sheet.verbose
    const help = nth(`help\n${d.rule}\n${d.help}`) === 1 || sheet.verbose
    const why = sheet.verbose && nth(`why\n${d.rule}`) === 1
    const body = bodyLines(d, { framed, help, why }, sheet)
    const apart = i > 0 && (open || body.length > 0)
    open = body.length > 0
    return [...(apart ? [blank] : []), ...headLines(d, sheet), ...body]
  })
}

/** The gravest finding's rule, which one may want to know more of. */
function next(found: readonly Diagnostic[], sheet: Sheet): Line[] {
  const gravest = severities.flatMap((severity) => found.filter((d) => d.severity === severity))[0]
  const known = rules.some((rule) => rule.id === gravest?.rule)
  if (gravest === undefined || !known || sheet.quiet) return []
  return prose(sheet, line(`dealdiff explain ${gravest.rule}`, 'next'), 0, [
    span('What a rule is for: ', 'faint'),
  ])
}

/** Findings one by one in the order given, then how many there are of each severity, and what is not shown. */
export function diagnosticsScreen(report: Report, sheet: Sheet): Line[] {
  const { diagnostics: found, check } = report
  const findings = findingsLines(found, sheet)
  const closing = [
    ...[...fixedWords(check?.fixed ?? []), ...baselineWords(check)].flatMap((text) =>
      wide(sheet, line(text), 0),
    ),
    ...wide(sheet, line(closingWords(found, check), 'strong'), 0),
    ...(check && report.asOf !== null
      ? wide(sheet, line(`Terms are compared as of ${longDate(report.asOf)}.`), 0)
      : []),
    ...next(found, sheet),
  ]
  const apart = findings.length > found.length && !sheet.quiet
  return [...findings, ...(apart ? [blank] : []), ...closing]
}

/** What went wrong outside the files, each with what to do about it. */
export const troubleLines = (trouble: readonly Trouble[], sheet: Sheet): Line[] =>
  trouble.flatMap((one) => [
    ...wide(sheet, [span('dealdiff: ', 'error'), span(one.message)], 0),
    ...(one.hint === null ? [] : wide(sheet, line(one.hint), 2)),
  ])
