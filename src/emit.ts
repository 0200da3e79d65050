import { exitCode } from './exit.ts'
import type { Format, PrintOptions } from './formats/format.ts'
import { formats } from './formats/index.ts'
import type { Io, Stream } from './io.ts'
import { writeText } from './disk.ts'
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
export function emit(report: Report, options: Options, io: Io): number {
  const print = (format: Format, stream: Stream, toFile: boolean): string => {
    const how: PrintOptions = {
      width: toFile ? null : options.width,
      color: !toFile && colored(stream, options, io.env),
      ascii: options.ascii,
      verbose: options.verbose,
      quiet: options.quiet,
    }
    return format.print(report, how)
  }
  const stopped = report.trouble.length > 0
  const text = formats.find((f) => f.name === 'text') as Format
  // Nothing but the one JSON document goes to stdout when something is wrong; a person reads stderr. Files come first:
  // one that cannot be written is trouble, and then stdout has nothing of another document.
  const outputs = options.outputs.filter(({ format }) => !stopped || format.name === 'json')
  for (const { format, file } of outputs)
    if (file !== null) writeText(file, print(format, io.stdout, true), io, true)
  for (const { format, file } of outputs) if (file === null) io.stdout.write(print(format, io.stdout, false))
  if (stopped) {
    const how: PrintOptions = {
      width: options.width,
      color: colored(io.stderr, options, io.env),
      ascii: options.ascii,
      verbose: false,
      quiet: false,
    }
    io.stderr.write(text.print({ ...report, deals: [] }, how))
  }
  // An error in a deal file fails `check` whatever else it is told to fail on.
  const asked = options.failOn ?? { verdicts: [], severity: null }
  const failOn =
    report.command === 'check' ? { ...asked, severity: asked.severity ?? ('error' as const) } : asked
  return exitCode(report, failOn)
}
