import { type Diagnostic, diagnosticOf } from '../diagnostic.ts'
import { compareText, type Place, type Text } from '../place.ts'
import { excerpts } from '../read/stamp.ts'
import { baselineStale } from '../rules/baseline-stale.ts'
import { cut } from '../words.ts'
import { grouped, identityOf, type Screened, type Suppressed } from './suppressed.ts'

/** How many findings of one rule about one thing are known: neither line nor wording tells one from another. */
export interface Known {
  /** From the folder of the baseline, with `/`. */
  readonly path: string
  readonly rule: string
  readonly about: string
  readonly args: readonly string[]
  readonly count: number
}

/** An entry of a baseline as it was read. */
export interface Entry extends Known {
  readonly place: Place
  readonly excerpt: string | null
}

const VERSION = 1
/** So much of a baseline is read: of every file of a large folder, many findings. */
export const MOST_BASELINE = 50_000_000

/** By file, then rule, then what it is about. */
const order = (a: Known, b: Known): number =>
  compareText(a.path, b.path) ||
  compareText(a.rule, b.rule) ||
  compareText(a.about, b.about) ||
  compareText(JSON.stringify(a.args), JSON.stringify(b.args))

/** What makes two entries one. */
export const keyOf = (known: Omit<Known, 'count'>): string => JSON.stringify([known.path, identityOf(known)])

/** Those that say the same are one. */
function summed(known: Iterable<Known>): Known[] {
  return [...grouped(known, keyOf).values()].flatMap(([first, ...more]) =>
    first ? [{ ...first, count: more.reduce((n, { count }) => n + count, first.count) }] : [],
  )
}

/** A baseline as text: sorted, an entry a line, so that two branches that change different entries merge. */
export function printBaseline(known: readonly Known[]): string {
  const lines = summed(known)
    .sort(order)
    .map(({ path, rule, about, args, count }) => JSON.stringify({ path, rule, about, args, count }))
    .map((line) => `    ${line}`)
  const findings = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`
  return `{\n  "version": ${VERSION},\n  "findings": ${findings}\n}\n`
}

/** Reads a baseline; what is wrong with it is a sentence without its full stop. */
export function readBaseline({ path, text: raw }: Text): readonly Entry[] | { readonly wrong: string } {
  if (raw.length >= MOST_BASELINE) return { wrong: 'it is larger than 50 MB' }
  const text = raw.replace(/^\ufeff/, '')
  if (/^(<{7}|={7}|>{7})(\s|$)/m.test(text)) return { wrong: 'it holds a merge conflict' }
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch (error) {
    const offset = /position (\d+)/.exec(String(error))?.[1]
    const { line, column } = positions(text)(offset === undefined ? text.length : Number(offset))
    return { wrong: `it is no JSON from line ${line}, column ${column} on` }
  }
  if (!isRecord(read) || !('version' in read)) return { wrong: 'it is no baseline of findings' }
  if (read.version !== VERSION)
    return {
      wrong: `its version is ${cut(JSON.stringify(read.version) ?? '')}, and this program knows ${VERSION}`,
    }
  if (!Array.isArray(read.findings)) return { wrong: 'it has no list of findings' }
  const places = placesOf(text, path)
  const excerpt = excerpts([{ path, text }])
  const entries: Entry[] = []
  for (const [i, one] of (read.findings as readonly unknown[]).entries()) {
    const place = places[i]
    if (!place || !isKnown(one))
      return { wrong: `entry ${i + 1} of its findings is none${place ? `, on line ${place.line}` : ''}` }
    const { path: of, rule, about, args, count } = one
    entries.push({ path: of, rule, about, args, count, place, excerpt: excerpt(place) })
  }
  return entries
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isKnown = (value: unknown): value is Known =>
  isRecord(value) &&
  [value.path, value.rule, value.about].every((text) => typeof text === 'string') &&
  Array.isArray(value.args) &&
  value.args.every((arg) => typeof arg === 'string') &&
  Number.isSafeInteger(value.count) &&
  (value.count as number) > 0

/** Where each entry of the list of findings stands. The text was read as JSON, which keeps no places. */
function placesOf(text: string, path: string): Place[] {
  const at = positions(text)
  let found: Place[] = []
  let from = at(0)
  let [depth, key, word] = [0, '', '']
  for (const [token, index] of tokensOf(text)) {
    if (token === ':' && depth === 1) key = JSON.parse(word) as string
    if (token === ']' || token === '}') depth--
    if (key === 'findings' && depth === 2 && token === '{') from = at(index)
    if (key === 'findings' && depth === 2 && token === '}') {
      const to = at(index + 1)
      found.push({ path, ...from, endLine: to.line, endColumn: to.column })
    }
    // A key that stands twice counts where it stands last.
    if (key === 'findings' && depth === 1 && token === '[') found = []
    if (token === '[' || token === '{') depth++
    word = token
  }
  return found
}

/** The strings and the signs of a JSON text that was read, each with its offset. A pattern runs out of stack on a long string. */
function* tokensOf(text: string): Generator<readonly [token: string, index: number]> {
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at)
    if (sign === '"') {
      const start = at
      for (at++; text[at] !== '"'; at++) if (text[at] === '\\') at++
      yield [text.slice(start, at + 1), start]
    } else if ('[]{}:'.includes(sign)) yield [sign, at]
  }
}

/** Lines and columns of offsets that only grow: the text is walked through once. */
function positions(text: string): (offset: number) => { line: number; column: number } {
  let [line, start] = [1, 0]
  let end = text.indexOf('\n')
  return (offset) => {
    for (; end !== -1 && end < offset; end = text.indexOf('\n', start)) {
      line++
      start = end + 1
    }
    return { line, column: offset - start + 1 }
  }
}

/** What can be known: no errors, and nothing of a file without a path. */
const knowable = ({ severity, rule }: Diagnostic): boolean =>
  severity !== 'error' && rule !== baselineStale.id

/** How many there are of each, by file; `pathOf` names a file from the folder of the baseline, null where it has no name there. */
export function knownOf(
  found: readonly Diagnostic[],
  pathOf: (path: string) => string | null,
): readonly Known[] {
  return summed(
    found.filter(knowable).flatMap(({ place, rule, about, args }) => {
      const path = pathOf(place.path)
      return path === null ? [] : [{ path, rule, about, args, count: 1 }]
    }),
  )
}

/** Puts a baseline to use: parts what it knows from what it does not; of several alike, as many as it knows. */
export function baselineOf(
  entries: readonly Known[],
  pathOf: (path: string) => string | null,
): (found: readonly Diagnostic[]) => Screened {
  const counts = new Map(summed(entries).map((known) => [keyOf(known), known.count]))
  return (found) => {
    const left = new Map<string, number>()
    const shown: Diagnostic[] = []
    const suppressed: Suppressed[] = []
    for (const finding of found) {
      const path = pathOf(finding.place.path)
      const key = path === null || !knowable(finding) ? null : keyOf({ ...finding, path })
      const n = key === null ? 0 : (left.get(key) ?? counts.get(key) ?? 0)
      if (key !== null && n > 0) {
        left.set(key, n - 1)
        suppressed.push({ by: 'baseline', reason: null, finding })
      } else shown.push(finding)
    }
    return { shown, suppressed }
  }
}

/** The entries of which more are known than there are, as findings; where each is, the last of several alike first. */
export function staleEntries(
  entries: readonly Entry[],
  found: readonly Known[],
  wouldBeFound: (entry: Known) => boolean,
): Diagnostic[] {
  const counts = new Map(found.map((known) => [keyOf(known), known.count]))
  return entries.filter(wouldBeFound).flatMap((entry) => {
    const { place, excerpt, path, rule, about, args, count } = entry
    const there = Math.min(count, counts.get(keyOf(entry)) ?? 0)
    counts.set(keyOf(entry), (counts.get(keyOf(entry)) ?? 0) - there)
    if (there === count) return []
    const what = `"${cut(rule)}" in "${cut(path)}"${about === '' ? '' : ` at "${cut(about)}"`}`
    const message =
      count === 1
        ? `The baseline knows a finding of ${what} that is not there any more; expected only what is still found.`
        : `The baseline knows ${count} findings of ${what}, and ${there === 0 ? 'none' : there} of them ${there < 2 ? 'is' : 'are'} still there; expected only what is still found.`
    return [
      {
        ...diagnosticOf({
          rule: baselineStale.id,
          severity: baselineStale.severity,
          place,
          args: [path, rule, about, ...args],
          message,
          help: 'Delete the entry, or write the baseline anew: `dealdiff check --write-baseline`.',
        }),
        excerpt,
      },
    ]
  })
}
