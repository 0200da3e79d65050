import type { Report } from '../report/report.ts'
import { type Alert, alertsOf, worstFirst } from './alerts.ts'
import { safeJson } from './escape.ts'
import type { Format } from './format.ts'
import { catalogue, type Descriptor, unlisted } from './sarif/catalogue.ts'
import { type Piece, resultOf } from './sarif/result.ts'
import { escaped } from './sarif/text.ts'

/** GitHub refuses a run with more. */
const MOST_RESULTS = 25_000

/** What was found is of one sort in a run: so that a CI which checks and compares keeps both. */
const sortOf = (report: Report): string =>
  report.check
    ? 'findings'
    : report.changes
      ? 'changes'
      : report.press
        ? 'press'
        : report.deals.length > 0
          ? 'verdicts'
          : 'run'

const troubleOf = ({ rule, message, help }: Alert): Piece => ({
  level: 'error',
  descriptor: { id: rule },
  message: { text: escaped(help === null ? message : `${message} ${help}`) },
})

const cutOf = (all: number): Piece => ({
  level: 'warning',
  descriptor: { id: 'results-cut' },
  message: { text: `Only the worst ${MOST_RESULTS} of ${all} results are listed.` },
})

/** The rules, and where each stands among them; what no list knows comes last. */
function rulesOf(results: readonly Alert[]): { rules: Descriptor[]; at: Map<string, number> } {
  const known = catalogue()
  const ids = new Set(known.map((r) => r.id))
  const extra = [...new Set(results.map((r) => r.rule))].filter((id) => !ids.has(id))
  const rules = [...known, ...extra.map(unlisted)]
  return { rules, at: new Map(rules.map((rule, i) => [rule.id, i])) }
}

function runOf(report: Report, prefix: string): Piece {
  const alerts = alertsOf(report, prefix)
  const found = alerts.filter((a) => a.place !== null)
  const kept = found.length > MOST_RESULTS ? worstFirst(found).slice(0, MOST_RESULTS) : found
  const { rules, at } = rulesOf(kept)
  const { name, version } = report.tool
  return {
    tool: {
      driver: {
        name,
        version,
        semanticVersion: version,
        rules,
      },
    },
    invocations: [
      {
        executionSuccessful: report.trouble.length === 0,
        toolExecutionNotifications: [
          ...alerts.filter((a) => a.place === null).map(troubleOf),
          ...(kept.length < found.length ? [cutOf(found.length)] : []),
        ],
      },
    ],
    automationDetails: { id: `${name}/${sortOf(report)}/` },
    columnKind: 'utf16CodeUnits',
    results: kept.map((a) => resultOf(a, at.get(a.rule) ?? -1, report.check?.since ?? null, prefix)),
  }
}

export const sarif: Format = {
  name: 'sarif',
  summary: 'SARIF 2.1.0, for code scanning and editors',
  showsTrouble: true,
  print: (report, { prefix }) => {
    const log = {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [runOf(report, prefix)],
    }
    return `${safeJson(JSON.stringify(log, null, 2))}\n`
  },
}
