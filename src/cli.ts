import { CommanderError, Option, Command as Program } from 'commander'
import { blankReport } from './commands/command.ts'
import { commands } from './commands/index.ts'
import { list } from './commands/list.ts'
import { emit } from './emit.ts'
import { TroubleError } from './errors.ts'
import { failOnWords, TROUBLE } from './exit.ts'
import { formats } from './formats/index.ts'
import type { Io } from './io.ts'
import { capital } from './names.ts'
import { type Options, outputsAsked, readOptions } from './options.ts'
import type { Report } from './report/report.ts'
import { verdicts } from './verdict.ts'
import { nearest } from './words.ts'

export type { Io } from './io.ts'

const ABOUT = 'Sets what two governments announced of one deal side by side, term by term.'
const EXAMPLES = `
Examples:
  dealdiff london                 the London framework, both versions
  dealdiff london status          one term, step by step
  dealdiff truce --only contradiction,at-odds
  dealdiff find soybeans          where a word stands, in any deal
  dealdiff check deals            lint deal files
  dealdiff changes --base main    what an edit changed, in claims and verdicts
  dealdiff trace tariffs          one subject through all deals

Exit codes:
  0  nothing found that --fail-on names   1  something found
  2  wrong usage, or a file that cannot be read or has errors   130  interrupted

What a word means: dealdiff explain at-odds`

/** The options that every command takes. */
function common(command: Program, asOf = 'as things stood on a day, such as 2025-06-12'): Program {
  return command
    .addOption(
      new Option(
        '-f, --format <name[:file]>',
        `how to print: ${formats.map((f) => f.name).join(', ')}; repeatable`,
      ).argParser((v: string, all: string[] = []) => [...all, v]),
    )
    .option('--json', 'short for --format json')
    .option('-o, --output <file>', 'write the output to a file')
    .option('--as-of <date>', asOf)
    .option('--deals <dir>', 'the folder of deal files')
    .option('--color <when>', 'auto, always or never', 'auto')
    .option('--no-color', 'short for --color never')
    .option('--ascii', 'plain letters instead of signs')
    .option('--width <columns>', 'lay out for so many columns')
    .option('-v, --verbose', 'with every claim, quote, link and place')
    .option('-q, --quiet', 'only what matters most')
}

const picking = (command: Program, term = 'only these terms, each step by step'): Program =>
  command
    .option('--only <verdicts>', `only terms with these verdicts: ${verdicts.join(', ')}`)
    .option('--term <id...>', term)
    .option('--topic <topic>', 'only terms of a topic')
    .option('--silent <party>', 'only terms on which this party is silent')
    .option('--must-act <party>', 'only terms that this party would have to do')
    .option('--stdin-filename <path>', 'the name under which - is shown')

const failing = (command: Program, words: readonly string[]): Program =>
  command.option('--fail-on <words>', `exit 1 where one of these is found: ${words.join(', ')}`)

/** Whether the command is there by its name. */
const named = (argv: readonly string[]): boolean => argv.includes(commands[0]?.name ?? '')
const picksTerms = (o: Options): boolean =>
  o.timeline || o.only !== null || o.terms.length > 0 || (o.topic ?? o.silent ?? o.mustAct) !== null

/** The program as commander knows it: each command does one thing and hands back a report. */
function program(
  argv: readonly string[],
  io: Io,
  begun: (command: string) => void,
  done: (report: Report, options: Options) => void,
): Program {
  const top = new Program('dealdiff')
  top
    .description(ABOUT)
    .version(io.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .addHelpText('after', EXAMPLES)
    .configureHelp({ helpWidth: io.stdout.columns ?? 80 })
    .configureOutput({ writeOut: (s) => io.stdout.write(s), writeErr: () => undefined })
    .exitOverride()
    .showSuggestionAfterError(true)
  for (const command of commands) {
    const sub = top
      .command(
        `${command.name} ${command.operands}`.trim(),
        command === commands[0] ? { isDefault: true } : {},
      )
      .summary(command.summary)
      .description(capital(`${command.summary}.`))
      .exitOverride()
      .helpGroup(command.main ? 'Commands:' : 'More:')
    if (command.picks) picking(sub, command.term)
    if (command.failsOn) failing(sub, failOnWords[command.failsOn])
    for (const [flags, about] of command.options ?? []) sub.option(flags, about)
    common(sub, command.asOf).action(async (...args: unknown[]) => {
      begun(command.name)
      const options = readOptions(sub.opts(), io, command)
      const operands = args
        .slice(0, -2)
        .flat()
        .filter((x): x is string => typeof x === 'string')
      // Nothing named and nothing picked: what there is.
      const asked = command === commands[0] && !named(argv) && operands.length === 0 && !picksTerms(options)
      done(await (asked ? list : command).run(operands, options, io), options)
    })
  }
  return top
}

/**
 * Runs one command line and gives the exit code. Everything outside comes with `io`; stdout gets exactly one
 * document, messages go to stderr.
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let code = 0
  let running = ''
  const begun = (command: string): void => {
    running = command
  }
  const top = program(argv, io, begun, (report, options) => {
    code = emit(report, options, io)
  })
  try {
    // A bare `dealdiff` lists; anything that is no command names a deal.
    await top.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0
    return fail(error, running, argv, io)
  }
}

/** Usage and the like: one message on stderr; where JSON was asked for, also the one document on stdout. */
function fail(error: unknown, command: string, argv: readonly string[], io: Io): number {
  const trouble =
    error instanceof TroubleError
      ? { code: error.code, message: error.message, hint: error.hint }
      : error instanceof CommanderError
        ? usage(error, typedCommand(argv))
        : null
  if (trouble === null) throw error
  // What no deal is called may be a command, mistyped.
  const meant =
    trouble.code === 'unknown-deal' && !commands.some((c) => argv.includes(c.name))
      ? nearest(
          argv.find((a) => !a.startsWith('-')) ?? '',
          commands.map((c) => c.name),
        )
      : null
  const report: Report = {
    ...blankReport(command, null, io),
    trouble: [
      {
        ...trouble,
        hint:
          meant === null ? ofCommand(trouble.hint, command) : `Did you mean the command: dealdiff ${meant}`,
      },
    ],
  }
  const options = optionsOfFailed(command, argv, io)
  try {
    emit(report, options, io)
  } catch (again) {
    if (!(again instanceof TroubleError)) throw again
    // What cannot be written is the trouble: what goes to the terminal says so.
    const outputs = options.outputs.filter((o) => o.file === null)
    emit(
      report,
      { ...options, outputs: outputs.map((o) => ({ ...o, format: { ...o.format, beside: [] } })) },
      io,
    )
  }
  return TROUBLE
}

/** The command that was typed by its name; empty where none was. */
const typedCommand = (argv: readonly string[]): string =>
  argv.find((a) => commands.slice(1).some((c) => c.name === a)) ?? ''

/** A deal that was meant is meant for the command that was typed: of a bare name, it is the first. */
const ofCommand = (hint: string | null, command: string): string | null =>
  command === '' || command === commands[0]?.name
    ? hint
    : (hint?.replace(/^Did you mean: dealdiff /, (lead) =>
        hint.startsWith(`${lead}${command} `) ? lead : `${lead}${command} `,
      ) ?? null)

/** How to print what went wrong: as asked for, if that can be done, else as JSON or text. */
function optionsOfFailed(command: string, argv: readonly string[], io: Io): Options {
  const asked = outputsAsked(argv)
  try {
    return readOptions(
      asked,
      io,
      commands.find((c) => c.name === command),
    )
  } catch (error) {
    if (!(error instanceof TroubleError)) throw error
    return readOptions(jsonAsked(argv) ? { json: true } : {}, io)
  }
}

function usage(error: CommanderError, command: string): Report['trouble'][number] {
  if (error.code === 'commander.help')
    return {
      code: 'usage',
      message: 'There is no such command.',
      hint: `Commands: ${commands.map((c) => c.name).join(', ')}.`,
    }
  const [message = '', ...rest] = error.message.replace(/^error: /, '').split('\n')
  const hint = rest
    .join(' ')
    .trim()
    .replace(/^\(|\)$/g, '')
  const sentence = `${message.slice(0, 1).toUpperCase()}${message.slice(1)}${/[.?!]$/.test(message) ? '' : '.'}`
  return {
    code: 'usage',
    message: sentence,
    hint:
      hint !== ''
        ? hint
        : command === ''
          ? 'dealdiff --help shows the commands and options.'
          : `dealdiff ${command} --help shows its options.`,
  }
}

const jsonAsked = (argv: readonly string[]): boolean =>
  argv.includes('--json') ||
  argv.some(
    (a, i) => /^(-f|--format=?)json$/.test(a) || (a === 'json' && /^(-f|--format)$/.test(argv[i - 1] ?? '')),
  )
