import { TroubleError } from '../errors.ts'
import type { Io } from '../io.ts'
import type { Options } from '../options.ts'
import type { Report, RuleReport } from '../report/report.ts'
import type { Found, Rule } from '../rule.ts'
import { rules as all } from '../rules/index.ts'
import { cut, nearest, normalWord } from '../words.ts'
import { blankReport, type Command } from './command.ts'

export const rules: Command = {
  name: 'rules',
  operands: '[rule...]',
  summary: 'what check finds, rule by rule',
  main: false,
  picks: false,
  asOf: 'taken, and changes nothing: what this prints has no date',
  run,
}

const foundBy: { readonly [by in Found['by']]: RuleReport['foundBy'] } = {
  reading: 'reading',
  file: 'linting',
  deal: 'linting',
  folder: 'linting',
  suppressing: 'suppressing',
}

/** A rule as every format prints it. */
const reported = (rule: Rule): RuleReport => ({
  rule: rule.id,
  severity: rule.severity,
  summary: rule.summary,
  why: rule.why,
  mends: rule.mends === true,
  foundBy: foundBy[rule.found.by],
})

/** The rule of that name, else those with it in their names: `silence`, `yaml`. */
function rulesNamed(word: string): readonly Rule[] {
  const wanted = normalWord(word)
  const exact = all.filter((rule) => normalWord(rule.id) === wanted)
  const within = wanted === '' ? [] : all.filter((rule) => ` ${normalWord(rule.id)} `.includes(` ${wanted} `))
  const named = exact.length > 0 ? exact : within
  if (named.length > 0) return named
  const near = nearest(
    word,
    all.map((rule) => rule.id),
  )
  throw new TroubleError(
    'unknown-rule',
    `There is no rule "${cut(word)}".`,
    near ? `Did you mean: dealdiff rules ${near}` : 'dealdiff rules lists every rule.',
  )
}

async function run(words: readonly string[], _: Options, io: Io): Promise<Report> {
  const named = new Set(words.flatMap(rulesNamed))
  const shown = words.length === 0 ? all : all.filter((rule) => named.has(rule))
  return { ...blankReport('rules', null, io), rules: shown.map(reported) }
}
