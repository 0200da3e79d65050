import { TroubleError } from './errors.ts'
import { type FailOn, failOnWords, type FailsOn, readFailOn } from './exit.ts'
import type { Format } from './formats/format.ts'
import { formats } from './formats/index.ts'
import type { Io } from './io.ts'
import { lastDay } from './values/time.ts'
import { type Verdict, verdicts } from './verdict.ts'
import { cut, nearest, normalWord, orList } from './words.ts'

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
  /** `check`: only what was not there at this revision. */
  readonly since: string | null
  /** `check`: the file of known findings; null for the nearest at or above the working directory. */
  readonly baseline: string | null
  readonly writeBaseline: boolean
  /** `check`: write what can be mended into the files. */
  readonly fix: boolean
  /** `changes`: what to compare with, and what to compare; null for the files as they are. */
  readonly base: string | null
  readonly head: string | null
  /** `changes`: compare with where the two parted, not with the base itself. */
  readonly mergeBase: boolean
  /** `compare`: how the verdicts came about, day by day. */
  readonly timeline: boolean
  /** `due`: only what is due within so many days of the date asked for; null for all. */
  readonly within: number | null
  /** `press`: the file of an article's claims, `-` for the standard input; null for what the deals report. */
  readonly claims: string | null
  /** `settle`: what both announced alike, instead of what would close a gap. */
  readonly agreed: boolean
}

type Raw = Readonly<Record<string, unknown>>
const string = (raw: Raw, key: string): string | null =>
  typeof raw[key] === 'string' ? (raw[key] as string) : null
const words = (value: string): string[] =>
  value
    .split(',')
    .map((w) => w.trim())
    .filter((w) => w !== '')

/** Understands the options of a command; what is wrong with one is trouble. */
export function readOptions(
  raw: Raw,
  io: Io,
  command: { readonly annotates?: true; readonly failsOn?: FailsOn } = {},
): Options {
  const named = (Array.isArray(raw.format) ? (raw.format as string[]) : []).concat(
    raw.json === true ? ['json'] : [],
  )
  const output = string(raw, 'output')
  // A run of GitHub Actions is annotated unless it is told where its findings go.
  const annotated = command.annotates && io.env.GITHUB_ACTIONS === 'true' && output === null
  const outputs = (named.length > 0 ? named : [annotated ? 'github' : 'text']).map(readFormat)
  const toStdout = outputs.filter((o) => o.file === null)
  if (toStdout.length > 1)
    throw new TroubleError(
      'usage',
      `Two formats cannot both go to the standard output: ${toStdout.map((o) => o.format.name).join(', ')}.`,
      'Send one to a file: --format csv:london.csv',
    )
  const files = outputs.flatMap((o) => o.file ?? output ?? [])
  const twice = files.find((file, i) => files.indexOf(file) !== i)
  if (twice !== undefined)
    throw new TroubleError(
      'usage',
      `Two formats cannot both go to "${cut(twice)}".`,
      'Give each a file of its own: --format csv:london.csv',
    )
  const asOf = string(raw, 'asOf')
  const day = asOf === null ? null : lastDay(asOf)
  if (asOf !== null && day === null)
    throw new TroubleError('usage', `--as-of takes a date such as 2025-06-12, not "${asOf}".`)
  const failOn = string(raw, 'failOn')
  const only = string(raw, 'only')
  const color = raw.color === false ? 'never' : (string(raw, 'color') ?? 'auto')
  if (color !== 'auto' && color !== 'always' && color !== 'never')
    throw new TroubleError('usage', `--color takes auto, always or never, not "${color}".`)
  return {
    outputs: output === null ? outputs : outputs.map((o) => (o.file === null ? { ...o, file: output } : o)),
    asOf: day,
    deals: string(raw, 'deals') ?? undefined,
    failOn: failOn === null ? null : failOnOf(failOn, command.failsOn ?? 'verdicts'),
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
    since: string(raw, 'since'),
    baseline: string(raw, 'baseline'),
    writeBaseline: raw.writeBaseline === true,
    fix: raw.fix === true,
    base: string(raw, 'base'),
    head: string(raw, 'head'),
    mergeBase: raw.mergeBase === true,
    timeline: raw.timeline === true,
    within: readWithin(string(raw, 'within')),
    claims: string(raw, 'claims'),
    agreed: raw.agreed === true,
  }
}

/** What a command line that could not be understood asks to be printed, and where: its trouble is printed there too. */
export function outputsAsked(argv: readonly string[]): Raw {
  const format: string[] = []
  const asked: { json?: true; output?: string } = {}
  const end = argv.indexOf('--')
  const words = end < 0 ? argv : argv.slice(0, end)
  for (const [i, word] of words.entries()) {
    const [, name, here] = /^(--format|--output)(?:=(.*))?$/s.exec(word) ?? /^(-f|-o)(.+)?$/s.exec(word) ?? []
    const value = here ?? words[i + 1]
    if (word === '--json') asked.json = true
    else if (value !== undefined && (name === '-f' || name === '--format')) format.push(value)
    else if (value !== undefined && name !== undefined) asked.output = value
  }
  return { ...asked, format }
}

/** A word that the command could never find would be a gate that is always open. */
function failOnOf(value: string, of: FailsOn): FailOn {
  const read = readFailOn(value, of)
  if (!('unknown' in read)) return read
  const known = failOnWords[of]
  const near = known.find((w) => w.endsWith(`-${read.unknown}`)) ?? nearest(read.unknown, known)
  throw new TroubleError(
    'usage',
    `--fail-on does not take "${read.unknown}" here; expected ${orList(known, known.length)}, with commas between.`,
    near ? `Did you mean: --fail-on ${near}` : null,
  )
}

function readFormat(text: string): Options['outputs'][number] {
  const [name = '', ...rest] = text.split(':')
  const format = formats.find((f) => f.name === name)
  if (format) return { format, file: rest.length > 0 ? rest.join(':') : null }
  const near = nearest(
    name,
    formats.map((f) => f.name),
  )
  throw new TroubleError(
    'usage',
    `There is no format "${name}"; expected ${orList(formats.map((f) => f.name))}.`,
    near ? `Did you mean: --format ${near}` : null,
  )
}

function readVerdict(word: string): Verdict {
  const found = verdicts.find((v) => v === normalWord(word).replaceAll(' ', '-'))
  if (found) return found
  const near = nearest(word, verdicts)
  throw new TroubleError(
    'usage',
    `There is no verdict "${word}"; expected ${orList(verdicts)}.`,
    near ? `Did you mean: --only ${near}` : null,
  )
}

/** A length of time in days; a month counts 30 and a year 365, as a look ahead needs no calendar. */
function readWithin(option: string | null): number | null {
  if (option === null) return null
  const [, count, unit = 'd'] =
    /^(\d{1,5})\s*(d|days?|w|weeks?|m|months?|y|years?)?$/i.exec(option.trim()) ?? []
  const days = { d: 1, w: 7, m: 30, y: 365 }[unit.slice(0, 1).toLowerCase() as 'd' | 'w' | 'm' | 'y']
  if (count !== undefined) return Number(count) * days
  throw new TroubleError(
    'usage',
    `--within takes a length of time such as 90d, 12w or 6m, not "${cut(option)}".`,
  )
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
