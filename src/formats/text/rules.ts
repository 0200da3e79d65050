import { type Severity, severities } from '../../diagnostic.ts'
import type { RuleReport } from '../../report/report.ts'
import { blank, INDENT, line, prose, type Sheet, span } from './sheet.ts'
import type { Line } from './width.ts'
import { count } from './words.ts'

const groups: readonly (readonly [RuleReport['foundBy'], heading: string, means: string])[] = [
  ['reading', 'WHAT READING FINDS', 'a file with one of these is not compared'],
  ['linting', 'WHAT IS LINTED', 'the file can be read; something in it may not be as it was meant'],
  ['suppressing', 'WHAT KEEPS FINDINGS FROM BEING SHOWN', 'comments that ignore, and the baseline'],
]

const FIX = '--fix'
const WORD = Math.max(...severities.map((s) => s.length))
/** What a summary needs beside the name of its rule; with less room it stands below. */
const SUMMARY = 34

interface Columns {
  readonly name: number
  readonly beside: boolean
}

const severityOf = (severity: Severity) => span(severity.padEnd(WORD), severity)

function ruleLines(rule: RuleReport, { name, beside }: Columns, sheet: Sheet): Line[] {
  const fix = rule.mends ? [span(` [${FIX}]`, 'faint')] : []
  const summary = [span(rule.summary), ...fix]
  const lead = [severityOf(rule.severity), span('  ')]
  const lines = beside
    ? prose(sheet, summary, 2, [...lead, span(rule.rule.padEnd(name), 'next'), span('  ')])
    : [...prose(sheet, line(rule.rule, 'next'), 2, lead), ...prose(sheet, summary, 2 + WORD + 2)]
  return sheet.verbose ? [...lines, ...prose(sheet, line(rule.why, 'faint'), 2 + WORD + 2)] : lines
}

/** A heading and what it means, below it where a line does not hold both. */
const headed = (sheet: Sheet, heading: string, means: string): Line[] =>
  heading.length + 2 + means.length <= sheet.width
    ? [[span(heading, 'strong'), span('  '), span(means, 'faint')]]
    : [...prose(sheet, line(heading, 'strong')), ...prose(sheet, line(means, 'faint'), 2)]

/** Every rule by what finds it, gravest first. */
export function rulesScreen(rules: readonly RuleReport[], sheet: Sheet): Line[] {
  if (sheet.quiet) return rules.map((rule) => line(rule.rule))
  const name = Math.max(0, ...rules.map((rule) => rule.rule.length))
  const beside = sheet.width - INDENT - WORD - name - 2 >= SUMMARY
  const grave = (rule: RuleReport): number => severities.indexOf(rule.severity)
  const shown = groups.flatMap(([by, heading, means]) => {
    const here = rules.filter((rule) => rule.foundBy === by).sort((a, b) => grave(a) - grave(b))
    if (here.length === 0) return []
    return [
      ...headed(sheet, `${heading} ${here.length}`, means),
      ...here.flatMap((rule) => ruleLines(rule, { name, beside }, sheet)),
      blank,
    ]
  })
  const mended = rules.filter((rule) => rule.mends).length
  return [
    ...shown,
    ...prose(
      sheet,
      line(
        `${count(rules.length, 'rule')}${mended > 0 ? `; check ${FIX} mends what ${mended === 1 ? 'the one' : `the ${mended}`} marked [${FIX}] ${mended === 1 ? 'finds' : 'find'}` : ''}`,
        'strong',
      ),
    ),
    ...prose(sheet, line(`dealdiff explain ${rules[0]?.rule ?? ''}`, 'next'), 0, [
      span('One of them, with examples: ', 'faint'),
    ]),
  ]
}
