import { exitCode, wordsOf } from './exit.ts'
import type { Format, PrintOptions } from './formats/format.ts'
import { inert } from './formats/github/command.ts'
import { formats } from './formats/index.ts'
import { suppressedPhrase } from './formats/text/suppressed.ts'
import type { Io, Stream } from './io.ts'
import { appendText, repositoryPrefix, writeText } from './disk.ts'
import type { Options } from './options.ts'
import type { Report } from './report/report.ts'

/** Colour is decided once a stream; the flag beats the environment. */
function colored(stream: Stream, options: Options, env: Io['env']): boolean {
  if (options.color !== 'auto') return options.color === 'always'
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '')
    return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false'
  return stream.isTTY && env.TERM !== 'dumb'
}

/** Prints a report everywhere it was asked for, and gives the exit code. */
export function emit(made: Report, options: Options, io: Io): number {
  // An error in a deal file fails `check` whatever else it is told to fail on.
  const asked = options.failOn ?? { verdicts: [], severity: null, changes: [], judgements: [], due: [] }
  const failOn = made.check ? { ...asked, severity: asked.severity ?? ('error' as const) } : asked
  const report: Report = { ...made, failOn: wordsOf(failOn) }
  const prefix = repositoryPrefix(io.cwd)
  const how = (stream: Stream | null): PrintOptions => ({
    width: stream === null ? null : options.width,
    color: stream !== null && colored(stream, options, io.env),
    ascii: options.ascii,
    verbose: options.verbose,
    quiet: options.quiet,
    prefix,
  })
  const stopped = report.trouble.length > 0
  const text = formats.find((f) => f.name === 'text') as Format
  // Nothing but the one JSON document goes to stdout when something is wrong; a person reads stderr. Files come first:
  // one that cannot be written is trouble, and then stdout has nothing of another document.
  const outputs = options.outputs.filter(({ format }) => !stopped || format.showsTrouble)
  for (const { format, file } of outputs)
    if (file !== null) writeText(file, format.print(report, how(null)), io, true)
  for (const { format } of outputs)
    for (const { variable, print: beside } of format.beside ?? []) {
      const path = io.env[variable]
      if (path) appendText(path, beside(report, how(null)), io)
    }
  // In the log of a workflow a line of a deal file could be a command to the runner; screens are for reading only.
  const shown = (words: string): string => (io.env.GITHUB_ACTIONS === 'true' ? inert(words) : words)
  for (const { format, file } of outputs)
    if (file === null) {
      const printed = format.print(report, how(io.stdout))
      io.stdout.write(format === text ? shown(printed) : printed)
    }
  if (stopped) {
    const aside = { ...how(io.stderr), verbose: false, quiet: false }
    io.stderr.write(shown(text.print({ ...report, deals: [] }, aside)))
  }
  // What is suppressed is always counted, also where the format that was asked for cannot.
  const hidden = report.check && suppressedPhrase(report.check)
  if (hidden && outputs.length > 0 && outputs.every(({ format }) => format.omitsSuppressed))
    io.stderr.write(shown(`dealdiff: not shown: ${hidden}\n`))
  return exitCode(report, failOn)
}
