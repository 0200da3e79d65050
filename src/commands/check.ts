import { linting } from '../check/lint.ts'
import { type Diagnostic, sortDiagnostics } from '../diagnostic.ts'
import type { Io } from '../io.ts'
import { resolveChecked } from '../operand.ts'
import type { Options } from '../options.ts'
import { parseDeal, parseVocabularies } from '../read/parse.ts'
import type { CheckReport, Report, Trouble } from '../report/report.ts'
import { rules } from '../rules/index.ts'
import { asCalled, blankReport, type Command, surroundings, wordsReader } from './command.ts'

export const check: Command = {
  name: 'check',
  operands: '[path...]',
  summary: 'lint deal files',
  main: true,
  picks: false,
  annotates: true,
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
    const words = parseVocabularies([text])
    diagnostics.push(...words.diagnostics)
    if (words.roots[0] === null) trouble.push(unreadable(text.path))
  }
  const wordsOf = wordsReader()
  const lint = linting(rules)
  const checked: CheckReport['deals'][number][] = []
  for (const one of deals) {
    const file = asCalled(one.text(), options)
    const parsed = parseDeal(file, wordsOf(one.vocabularies()))
    diagnostics.push(...parsed.diagnostics, ...lint.see(file, parsed))
    if (!parsed.readable) trouble.push(unreadable(file.path))
    checked.push({
      path: file.path,
      deal: parsed.deal?.id ?? null,
      terms: [...(parsed.deal?.terms.keys() ?? [])],
    })
  }
  diagnostics.push(...lint.end())
  return {
    ...blankReport('check', null, io),
    trouble,
    diagnostics: sortDiagnostics(diagnostics),
    check: {
      files: [...vocabularies.map((v) => v.path), ...checked.map((c) => c.path)],
      deals: checked,
      suppressed: [],
      fixed: [],
      since: null,
      baseline: null,
    },
  }
}
