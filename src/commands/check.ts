import { type Diagnostic, sortDiagnostics } from '../diagnostic.ts'
import type { Io } from '../io.ts'
import { resolveChecked } from '../operand.ts'
import type { Options } from '../options.ts'
import { parseDeal, parseVocabulary } from '../read/parse.ts'
import type { Report, Trouble } from '../report/report.ts'
import { asCalled, blankReport, type Command, surroundings } from './command.ts'

export const check: Command = {
  name: 'check',
  operands: '[path...]',
  summary: 'lint deal files',
  main: true,
  picks: false,
  run,
}

async function run(paths: readonly string[], options: Options, io: Io): Promise<Report> {
  const at = surroundings(options, io)
  const { deals, vocabularies } = await resolveChecked(paths, at)
  const diagnostics: Diagnostic[] = []
  const trouble: Trouble[] = []
  const unreadable = (path: string): Trouble => ({
    code: 'unreadable',
    message: `${path} cannot be read as one YAML document.`,
    hint: null,
  })
  for (const text of vocabularies) {
    const parsed = parseVocabulary(text)
    diagnostics.push(...parsed.diagnostics)
    if (!parsed.readable) trouble.push(unreadable(text.path))
  }
  for (const { file, vocabularies: words } of deals) {
    const named = asCalled(file, options)
    const parsed = parseDeal(named, words)
    diagnostics.push(...parsed.diagnostics)
    if (!parsed.readable) trouble.push(unreadable(named.path))
  }
  const files = [...vocabularies.map((v) => v.path), ...deals.map((d) => d.file.path)]
  return {
    ...blankReport('check', null, io),
    trouble,
    diagnostics: sortDiagnostics(diagnostics),
    check: { files },
  }
}
