import { compareText } from './place.ts'
import { type Deal, spanOfStatements } from './deal.ts'
import { addSummaries, emptySummary, reportDeal } from './deal-report.ts'
import { type Diagnostic, sortDiagnostics } from './diagnostic.ts'
import { TroubleError } from './errors.ts'
import { exitCode, type FailOn, readFailOn } from './exit.ts'
import { findIn } from './find.ts'
import { formats } from './formats/index.ts'
import type { Format, PrintOptions } from './formats/format.ts'
import { type Found, type Surroundings, findShelf, isPath, resolveChecked, resolveDeals, vocabulariesFor, writeText } from './operand.ts'
import { parseDeal, parseVocabulary } from './parse.ts'
import { proofOf } from './proof.ts'
import type { DealReport, Listed, Report, TermReport, Trouble } from './report.ts'
import { lastDay } from './values/time.ts'
import { type Verdict, verdicts } from './verdict.ts'
import { emptyVocabulary, type Vocabulary } from './vocabulary.ts'
import { nearest, normalWord, orList } from './words.ts'

/** The world outside, as the launcher hands it in. */
export interface Io {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdout: Stream
  readonly stderr: Stream
  readonly readStdin: () => string
  /** The folder of deals that comes with the program. */
  readonly shipped: string
  readonly version: string
}
export interface Stream {
  readonly isTTY: boolean
  readonly columns: number | undefined
  readonly write: (text: string) => void
}

/** The options of a command line, understood. */
export interface Options {
  readonly outputs: readonly { readonly format: Format; readonly file: string | null }[]
  readonly asOf: string | null
  readonly deals: string | undefined
  readonly failOn: FailOn | null
  readonly color: 'auto' | 'always' | 'never'
  readonly width: number | null
  readonly ascii: boolean
  readonly verbose: boolean
  readonly quiet: boolean
  readonly only: readonly Verdict[] | null
  readonly terms: readonly string[]
  readonly topic: string | null
  readonly silent: string | null
  readonly mustAct: string | null
  readonly stdinFilename: string | null
}

type Raw = Readonly<Record<string, unknown>>
const string = (raw: Raw, key: string): string | null => (typeof raw[key] === 'string' ? (raw[key] as string) : null)
const words = (value: string): string[] => value.split(',').map((w) => w.trim()).filter((w) => w !== '')

/** Understands the options; what is wrong with one is trouble. */
export function readOptions(raw: Raw, io: Io): Options {
  const named = (Array.isArray(raw.format) ? (raw.format as string[]) : []).concat(raw.json === true ? ['json'] : [])
  const outputs = (named.length > 0 ? named : ['text']).map(readFormat)
  const output = string(raw, 'output')
  const toStdout = outputs.filter((o) => o.file === null)
  if (toStdout.length > 1)
    throw new TroubleError('usage', `Two formats cannot both go to the standard output: ${toStdout.map((o) => o.format.name).join(', ')}.`, 'Send one to a file: --format csv:london.csv')
  const asOf = string(raw, 'asOf')
  const day = asOf === null ? null : lastDay(asOf)
  if (asOf !== null && day === null) throw new TroubleError('usage', `--as-of takes a date such as 2025-06-12, not "${asOf}".`)
  const failOn = string(raw, 'failOn')
  const read = failOn === null ? null : readFailOn(failOn)
  if (failOn !== null && read === null) throw new TroubleError('usage', `--fail-on does not know "${failOn}"; expected ${orList([...verdicts, 'error', 'warning', 'note'])}, with commas between.`)
  const only = string(raw, 'only')
  const color = raw.color === false ? 'never' : (string(raw, 'color') ?? 'auto')
  if (color !== 'auto' && color !== 'always' && color !== 'never') throw new TroubleError('usage', `--color takes auto, always or never, not "${color}".`)
  return {
    outputs: output === null ? outputs : outputs.map((o) => (o.file === null ? { ...o, file: output } : o)),
    asOf: day,
    deals: string(raw, 'deals') ?? undefined,
    failOn: read,
    color,
    width: readWidth(string(raw, 'width'), io),
    ascii: raw.ascii === true || plainTerminal(io),
    verbose: raw.verbose === true,
    quiet: raw.quiet === true,
    only: only === null ? null : words(only).map(readVerdict),
    terms: Array.isArray(raw.term) ? (raw.term as string[]) : [],
    topic: string(raw, 'topic'),
    silent: string(raw, 'silent'),
    mustAct: string(raw, 'mustAct'),
    stdinFilename: string(raw, 'stdinFilename'),
  }
}

function readFormat(text: string): Options['outputs'][number] {
  const [name = '', ...rest] = text.split(':')
  const format = formats.find((f) => f.name === name)
  if (format) return { format, file: rest.length > 0 ? rest.join(':') : null }
  const near = nearest(name, formats.map((f) => f.name))
  throw new TroubleError('usage', `There is no format "${name}"; expected ${orList(formats.map((f) => f.name))}.`, near ? `Did you mean: --format ${near}` : null)
}

function readVerdict(word: string): Verdict {
  const found = verdicts.find((v) => v === normalWord(word).replaceAll(' ', '-'))
  if (found) return found
  const near = nearest(word, verdicts)
  throw new TroubleError('usage', `There is no verdict "${word}"; expected ${orList(verdicts)}.`, near ? `Did you mean: --only ${near}` : null)
}

function readWidth(option: string | null, io: Io): number | null {
  const given = option ?? (io.stdout.isTTY ? null : (io.env.COLUMNS ?? null))
  if (given === null || given === '') return io.stdout.isTTY ? (io.stdout.columns ?? 80) : null
  const n = /^\d{1,5}$/.test(given) ? Number(given) : 0
  if (n >= 20) return n
  if (option === null) return null
  throw new TroubleError('usage', `--width takes a number of columns, 20 at least, not "${given}".`)
}

/** A terminal that shows no more than plain letters. */
const plainTerminal = ({ env, stdout }: Io): boolean => {
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || ''
  return (stdout.isTTY && (env.TERM === 'linux' || env.TERM === 'dumb')) || /^(C|POSIX)$/.test(locale)
}

/** Colour is decided once a stream; the flag beats the environment. */
function colored(stream: Stream, options: Options, env: Io['env']): boolean {
  if (options.color !== 'auto') return options.color === 'always'
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '') return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false'
  return stream.isTTY && env.TERM !== 'dumb'
}

/** Prints a report everywhere it was asked for, and gives the exit code. */
export function emit(report: Report, options: Options, io: Io): number {
  const print = (format: Format, stream: Stream, toFile: boolean): string => {
    const how: PrintOptions = { width: toFile ? null : options.width, color: !toFile && colored(stream, options, io.env), ascii: options.ascii, verbose: options.verbose, quiet: options.quiet }
    return format.print(report, how)
  }
  const stopped = report.trouble.length > 0
  const text = formats.find((f) => f.name === 'text') as Format
  for (const { format, file } of options.outputs) {
    // Nothing but the one JSON document goes to stdout when something is wrong; a person reads stderr.
    if (stopped && format.name !== 'json') continue
    if (file === null) io.stdout.write(print(format, io.stdout, false))
    else writeText(file, print(format, io.stdout, true), io, true)
  }
  if (stopped) {
    const how: PrintOptions = { width: options.width, color: colored(io.stderr, options, io.env), ascii: options.ascii, verbose: false, quiet: false }
    io.stderr.write(text.print({ ...report, deals: [] }, how))
  }
  const failOn = options.failOn ?? (report.command === 'check' ? ({ verdicts: [], severity: 'error' } as const) : { verdicts: [], severity: null })
  return exitCode(report, failOn)
}

const blankReport = (command: string, asOf: string | null, io: Io): Report => ({
  schemaVersion: 1,
  tool: { name: 'dealdiff', version: io.version },
  command,
  asOf,
  trouble: [],
  deals: [],
  diagnostics: [],
  summary: emptySummary,
})

const surroundings = (options: Options, io: Io): Surroundings => ({
  cwd: io.cwd,
  shipped: io.shipped,
  shelf: findShelf(io.cwd, io.shipped, options.deals, io.env.DEALDIFF_DEALS),
  readStdin: io.readStdin,
})

/** Reads deal files; those with errors are trouble, and then none is compared. */
function read(found: readonly Found[], options: Options): { deals: Deal[]; diagnostics: Diagnostic[]; trouble: Trouble[] } {
  const deals: Deal[] = []
  const diagnostics: Diagnostic[] = []
  const trouble: Trouble[] = []
  for (const { file, vocabularies } of found) {
    const named = file.path === '-' && options.stdinFilename !== null ? { ...file, path: options.stdinFilename } : file
    const parsed = parseDeal(named, vocabularies)
    if (parsed.deal) deals.push(parsed.deal)
    else {
      const errors = parsed.diagnostics.filter((d) => d.severity === 'error')
      diagnostics.push(...errors)
      trouble.push({
        code: parsed.readable ? 'file-has-errors' : 'unreadable',
        message: `${named.path} has ${errors.length} error${errors.length === 1 ? '' : 's'}, and is not compared.`,
        hint: `dealdiff check ${named.path} shows them all.`,
      })
    }
  }
  return { deals, diagnostics: sortDiagnostics(diagnostics), trouble }
}

async function compare(operands: readonly string[], options: Options, io: Io): Promise<Report> {
  const at = surroundings(options, io)
  const { names, word } = await splitTerm(operands, at)
  const { deals, diagnostics, trouble } = read(await resolveDeals(names, at), options)
  const base = blankReport('compare', options.asOf, io)
  if (trouble.length > 0) return { ...base, trouble, diagnostics }
  const reports = deals.map((d) => reportDeal(d, options.asOf))
  const wanted = [...options.terms, ...(word === null ? [] : [word])]
  const terms = wanted.length > 0 ? wanted.map((w) => normalWord(w)) : null
  if (terms) for (const w of wanted) mustHaveTerm(w, reports, deals)
  checkParties(options, deals)
  const kept = reports.map((r) => ({ ...r, terms: r.terms.filter((t) => keeps(t, options, terms)) }))
  const proof = terms
    ? deals.flatMap((d) => [...d.terms.values()].filter((t) => terms.includes(normalWord(t.id))).map((t) => proofOf(d, t, options.asOf)).filter((p) => p !== null))
    : undefined
  return { ...base, deals: kept, summary: addSummaries(reports.map((r) => r.summary)), ...(proof ? { proof } : {}) }
}

/** `dealdiff DEAL WORD`: the second is a term where no deal is called so. */
async function splitTerm(operands: readonly string[], at: Surroundings): Promise<{ names: readonly string[]; word: string | null }> {
  const [, second] = operands
  if (operands.length !== 2 || second === undefined || isPath(second) || second === '-') return { names: operands, word: null }
  try {
    await resolveDeals([second], at)
    return { names: operands, word: null }
  } catch (error) {
    if (error instanceof TroubleError && error.code === 'unknown-deal') return { names: operands.slice(0, 1), word: second }
    throw error
  }
}

function mustHaveTerm(word: string, reports: readonly DealReport[], deals: readonly Deal[]): void {
  const ids = deals.flatMap((d) => [...d.terms.keys()])
  if (ids.some((id) => normalWord(id) === normalWord(word))) return
  const within = ids.filter((id) => normalWord(id).includes(normalWord(word)))
  const near = within[0] ?? nearest(word, ids)
  const name = reports.length === 1 ? (reports[0]?.deal ?? '') : ''
  throw new TroubleError(
    'unknown-term',
    `There is no term "${word}" in ${name === '' ? 'these deals' : name}${within.length > 1 ? `; these have it in their names: ${within.join(', ')}` : ''}.`,
    near ? `Did you mean: dealdiff ${name === '' ? '…' : name} ${near}` : `dealdiff find ${word} looks in every deal.`,
  )
}

function checkParties({ silent, mustAct }: Options, deals: readonly Deal[]): void {
  const ids = [...new Set(deals.flatMap((d) => d.parties.map((p) => p.id)))]
  for (const [option, party] of [['--silent', silent], ['--must-act', mustAct]] as const)
    if (party !== null && !ids.includes(party)) throw new TroubleError('unknown-party', `${option} does not know the party "${party}"; expected ${orList(ids)}.`, null)
}

const keeps = (t: TermReport, o: Options, terms: readonly string[] | null): boolean =>
  (terms === null || terms.includes(normalWord(t.id))) &&
  (o.only === null || o.only.includes(t.verdict)) &&
  (o.topic === null || (t.topic !== null && normalWord(t.topic) === normalWord(o.topic))) &&
  (o.silent === null || t.versions.some((v) => v.party === o.silent && v.state === 'silent')) &&
  (o.mustAct === null || t.obligor.includes(o.mustAct))

async function list(options: Options, io: Io): Promise<Report> {
  const at = surroundings(options, io)
  const { deals, diagnostics, trouble } = read(await resolveDeals([], at), options)
  const base = blankReport('list', options.asOf, io)
  if (trouble.length > 0) return { ...base, trouble, diagnostics }
  const rows = deals.map((deal): Listed => {
    const { summary, terms } = reportDeal(deal, options.asOf)
    const span = spanOfStatements(deal)
    return { deal: deal.id, title: deal.title, path: deal.path, aliases: deal.aliases, held: deal.held, terms: terms.length, statements: deal.sources.size, from: span?.from ?? null, to: span?.to ?? null, summary, errors: 0 }
  })
  return { ...base, summary: addSummaries(rows.map((r) => r.summary)), list: rows.sort((a, b) => compareText(a.held ?? a.from ?? '', b.held ?? b.from ?? '') || compareText(a.deal, b.deal)) }
}

async function find(query: readonly string[], options: Options, io: Io): Promise<Report> {
  const at = surroundings(options, io)
  const { deals, diagnostics, trouble } = read(await resolveDeals([], at), options)
  const base = blankReport('find', options.asOf, io)
  if (trouble.length > 0) return { ...base, trouble, diagnostics }
  return { ...base, find: deals.flatMap((d) => findIn(d, query.flatMap((w) => w.split(/\s+/)), options.asOf)) }
}

async function check(paths: readonly string[], options: Options, io: Io): Promise<Report> {
  const at = surroundings(options, io)
  const { deals, vocabularies } = await resolveChecked(paths, at)
  const diagnostics: Diagnostic[] = []
  const trouble: Trouble[] = []
  const unreadable = (path: string): Trouble => ({ code: 'unreadable', message: `${path} cannot be read as one YAML document.`, hint: null })
  for (const text of vocabularies) {
    const parsed = parseVocabulary(text)
    diagnostics.push(...parsed.diagnostics)
    if (!parsed.readable) trouble.push(unreadable(text.path))
  }
  for (const { file, vocabularies: words } of deals) {
    const named = file.path === '-' && options.stdinFilename !== null ? { ...file, path: options.stdinFilename } : file
    const parsed = parseDeal(named, words)
    diagnostics.push(...parsed.diagnostics)
    if (!parsed.readable) trouble.push(unreadable(named.path))
  }
  const files = [...vocabularies.map((v) => v.path), ...deals.map((d) => d.file.path)]
  return { ...blankReport('check', null, io), trouble, diagnostics: sortDiagnostics(diagnostics), check: { files } }
}

/** The words of the shelf: shipped, beside the deals, and of the deals themselves. */
async function shelfWords(options: Options, io: Io): Promise<Vocabulary> {
  const at = surroundings(options, io)
  let vocabulary = emptyVocabulary
  for (const text of vocabulariesFor(at.shelf.dir, at)) vocabulary = parseVocabulary(text, vocabulary).vocabulary
  return vocabulary
}

async function explain(word: string | null, options: Options, io: Io): Promise<Report> {
  const { pagesFor, indexPage, explainedWords } = await import('./explain.ts')
  const base = blankReport('explain', null, io)
  const shelf = await shelfWords(options, io)
  if (word === null) return { ...base, explain: [indexPage(shelf)] }
  const pages = pagesFor(word, shelf)
  if (pages.length > 0) return { ...base, explain: pages }
  // A word that only one deal's own vocabulary has.
  const at = surroundings(options, io)
  const { deals } = read(await resolveDeals([], at).catch(() => []), options)
  for (const deal of deals) {
    const own = pagesFor(word, deal.vocabulary)
    if (own.length > 0) return { ...base, explain: own }
  }
  const known = [...explainedWords(shelf), ...deals.flatMap((d) => explainedWords(d.vocabulary))]
  const near = nearest(word, known)
  throw new TroubleError('unknown-word', `There is no page for "${word}".`, near ? `Did you mean: dealdiff explain ${near.includes(' ') ? `"${near}"` : near}` : 'dealdiff explain lists every word.')
}

async function schema(what: string, _options: Options, io: Io): Promise<Report> {
  const { schemas } = await import('./schema.ts')
  const found = schemas().find((s) => s.name === what)
  if (!found) throw new TroubleError('usage', `There is no schema "${what}"; expected ${orList(schemas().map((s) => s.name))}.`)
  return { ...blankReport('schema', null, io), schema: found.schema }
}

async function init(name: string, _options: Options, io: Io): Promise<Report> {
  const { firstDeal, isDealName } = await import('./init.ts')
  if (!isDealName(name)) throw new TroubleError('usage', `"${name}" cannot name a deal; expected letters, digits and hyphens, and no command's name.`, 'dealdiff init us-japan')
  const path = `${name}.yaml`
  const text = firstDeal(name)
  writeText(path, text, io, false)
  return { ...blankReport('init', null, io), init: { path, text } }
}

const trouble = (found: readonly Trouble[], io: Io): Report => ({ ...blankReport('', null, io), trouble: found })

/** What each command does: operands and options in, one report out. */
export const run = { compare, list, find, check, explain, schema, init, trouble }
