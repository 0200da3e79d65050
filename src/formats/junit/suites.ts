import type { Report } from '../../report/report.ts'
import type { Alert } from '../alerts.ts'

/** A file, as a suite of tests. */
export interface Suite {
  readonly name: string
  readonly cases: readonly Case[]
}

/** What is tested of it: the file itself, or a term. */
export interface Case {
  readonly name: string
  readonly alerts: readonly Alert[]
  /** What is said of it though nothing is wrong. */
  readonly says: readonly string[]
}

interface Open {
  readonly own: Alert[]
  readonly terms: Map<string, { readonly alerts: Alert[]; readonly says: string[] }>
}

/** The case of what is no term's. */
const ITSELF = 'the file itself'
const RUN = 'the run'

/**
 * Every file that was looked at, with a case for itself and one for each of its terms, so that what is sound passes and
 * no suite is without a case; and one for the run, where it failed or looked at nothing.
 */
export function suitesOf(report: Report, alerts: readonly Alert[], named: (path: string) => string): Suite[] {
  const files = new Map<string, Open>()
  const fileCalled = (path: string): Open => {
    const name = named(path)
    const file: Open = files.get(name) ?? { own: [], terms: new Map() }
    files.set(name, file)
    return file
  }
  const add = (path: string, terms: readonly string[]): void => {
    const file = fileCalled(path)
    for (const term of terms) if (!file.terms.has(term)) file.terms.set(term, { alerts: [], says: [] })
  }
  for (const path of report.check?.files ?? []) add(path, [])
  for (const { path, terms } of report.check?.deals ?? []) add(path, terms)
  for (const { path, terms } of report.deals) {
    add(
      path,
      terms.map((t) => t.id),
    )
    for (const t of terms)
      if (t.verdict === 'agree')
        fileCalled(path).terms.get(t.id)?.says.push(`agree: ${t.title}: ${t.sentence}`)
  }
  for (const { from, to, terms } of report.changes?.deals ?? [])
    if ((to ?? from) !== null)
      add(
        to ?? from ?? '',
        terms.map((t) => t.id),
      )
  for (const { place, term } of report.press?.claims ?? []) add(place.path, [term])
  for (const { deal, path } of report.due?.deals ?? [])
    add(path, report.due?.items.flatMap((item) => (item.deal === deal ? [item.term] : [])) ?? [])
  const run: Alert[] = []
  for (const alert of alerts) {
    if (alert.file === null) run.push(alert)
    else {
      const file = fileCalled(alert.file)
      const term = termIn(alert.about, file)
      if (term === null) file.own.push(alert)
      else file.terms.get(term)?.alerts.push(alert)
    }
  }
  const suites = [...files].map(([name, { own, terms }]) => ({
    name,
    cases: [
      { name: ITSELF, alerts: own, says: [] },
      ...[...terms].map(([term, { alerts: of, says }]) => ({ name: term, alerts: of, says })),
    ],
  }))
  if (run.length === 0 && suites.length > 0) return suites
  return [{ name: report.tool.name, cases: [{ name: RUN, alerts: run, says: [] }] }, ...suites]
}

/** The keys of a file below which a term's name stands, and at which step. */
const steps: Readonly<Record<string, number>> = { terms: 1, jointly: 1, reported: 1, claims: 1, announced: 2 }

/** The term to which the keys lead, if the file has it. */
function termIn(about: string, { terms }: Open): string | null {
  const keys = about.split('/').map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
  const key = keys[steps[keys[0] ?? ''] ?? -1]
  if (key === undefined) return null
  if (terms.has(key)) return key
  // An item of a list goes by its term and its source.
  const first = keys[0] === 'reported' ? (key.split(' ')[0] ?? '') : ''
  return terms.has(first) ? first : null
}
