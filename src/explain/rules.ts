import { readBaseline, staleEntries } from '../check/baseline.ts'
import { passOver } from '../check/pass.ts'
import type { Diagnostic } from '../diagnostic.ts'
import type { Place, Text } from '../place.ts'
import { parseDeal, type Words } from '../read/parse.ts'
import { capital } from '../names.ts'
import type { Page } from '../report/report.ts'
import type { Rule, Sample } from '../rule.ts'
import { rules } from '../rules/index.ts'
import { sampleText } from '../rules/sample.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { linesAround, wrapped } from './frames.ts'
import { page } from './page.ts'

/**
 * What `check` shows of an example, as the one file of a folder or beside its others. The example of a rule on baselines
 * is a baseline, of which nothing is found any more.
 */
export function findingsOf(sample: Sample, words: Words): readonly Diagnostic[] {
  const [main, ...others] = filesOf(sample)
  const known = readBaseline(main)
  if (!('wrong' in known)) return staleEntries(known, [], () => true)
  const pass = passOver(rules)
  const shown = [main, ...others].flatMap((file) => pass.see(file, parseDeal(file, words)).shown)
  return [...shown, ...pass.end(() => true).shown]
}

/** The files of an example, its own first. */
export function filesOf(sample: Sample): readonly [Text, ...Text[]] {
  const { text } = sampleText(sample)
  const own = sample.whole ? (/^deal: *([\w.-]+) *$/m.exec(text)?.[1] ?? 'rice') : 'rice'
  const beside = Object.entries(sample.beside ?? {}).map(([name, text]) => ({ path: name, text }))
  return [{ path: `${own}.yaml`, text }, ...beside]
}

/** What it means to find it, and what one can do about it besides mending it. */
function outcomeOf({ id, severity, found, mends }: Rule): string {
  const grave = {
    error: 'What it finds is an error: a file that has one is not compared, and `check` fails.',
    warning: 'What it finds is a warning.',
    note: 'What it finds is only noted: it may well be as it is.',
  }[severity]
  const ignored =
    severity === 'error' || found.by === 'suppressing'
      ? ''
      : ` A comment on the line above ignores it: \`# dealdiff-ignore ${id} -- REASON\`.`
  return `${grave}${mends ? ' `check --fix` mends it.' : ''}${ignored}`
}

/** The page of a rule: what it finds and why, and the examples that it is tested on, with what is said of them. */
function rulePage(rule: Rule, vocabulary: Vocabulary): Page {
  return page('rule', rule.id, `${capital(rule.summary)}.\n${rule.why}`, {
    rule: outcomeOf(rule),
    diagram: [
      'In need of mending:',
      '',
      ...badLines(rule, vocabulary),
      '',
      'As it should be:',
      '',
      ...linesAround(rule.good.yaml, null),
      // What lies beside both is shown once.
      ...(JSON.stringify(rule.good.beside) === JSON.stringify(rule.bad.beside) ? [] : besideLines(rule.good)),
    ],
  })
}

/** The bad example with carets under what is meant, and what is said of it. */
function badLines(rule: Rule, vocabulary: Vocabulary): string[] {
  const { bad } = rule
  const words: Words = { vocabulary, texts: [], roots: [], comments: [], diagnostics: [] }
  const found = findingsOf(bad, words).find((d) => d.rule === rule.id)
  const { text, offset } = sampleText(bad)
  const head = text.slice(0, offset).split('\n').length - 1
  const isHere = found?.place.path === filesOf(bad)[0].path
  // Lines count from the first of the example.
  const message = found?.message.replace(/\bon line (\d+)/g, (_, line) => `on line ${Number(line) - head}`)
  const said = found ? [`${found.severity}: ${message}`, ...(found.help ? [`help: ${found.help}`] : [])] : []
  const place = found && isHere ? { ...found.place, line: found.place.line - head } : null
  return [
    ...linesAround(bad.yaml, place && { ...place, endLine: place.endLine - head }),
    ...besideLines(bad, found?.place),
    ...(said.length > 0 ? ['', ...said.flatMap(wrapped)] : []),
  ]
}

const besideLines = (sample: Sample, place?: Place): string[] =>
  Object.entries(sample.beside ?? {}).flatMap(([name, text]) => [
    '',
    `beside it, ${name}:`,
    '',
    ...linesAround(text, place?.path === name ? place : null),
  ])

/** The page of the rule that is called so; none where no rule is. */
export const rulePages = (vocabulary: Vocabulary, isMeant: (id: string) => boolean): readonly Page[] =>
  rules.filter((rule) => isMeant(rule.id)).map((rule) => rulePage(rule, vocabulary))
