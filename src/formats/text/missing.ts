import { capital } from '../../names.ts'
import type { TermReport } from '../../report/report.ts'
import { named, type View } from './deal.ts'
import { line, prose } from './sheet.ts'
import { cells, details, termTitle } from './term.ts'
import type { Line } from './width.ts'
import { list } from './words.ts'

interface Subgroup {
  readonly heading: string
  /** Lowest first: who is silent on what it would have to do, then the rest. */
  readonly rank: number
  readonly terms: readonly TermReport[]
}

/** Who would have to do it, and who alone announced it. */
function headingOf(view: View, term: TermReport): { heading: string; rank: number } {
  const spoke = term.versions.filter((version) => version.state === 'announced').map((v) => v.party)
  const silent = term.missing.map((missing) => missing.party)
  const all = view.deal.parties.map((party) => party.id)
  const only = `only ${list(spoke.map((party) => named(view, party)))} announced it`
  const doers = term.obligor
  const heading = (): string => {
    if (doers.length === 0) return `${only}; no one would have to act on it`
    if (all.every((party) => doers.includes(party))) {
      return `${all.length === 2 ? 'both' : 'all'} would have to do it; ${only}`
    }
    if (doers.every((party) => spoke.includes(party))) {
      const themselves = doers.length > 1 ? 'themselves' : 'itself'
      const others = list(silent.map((party) => named(view, party)))
      return `${list(doers.map((party) => named(view, party)))} announced it about ${themselves}; ${others} did not`
    }
    return `${list(doers.map((party) => named(view, party)))} would have to do it; ${only}`
  }
  return { heading: capital(heading()), rank: term.missing.some((missing) => missing.mustAct) ? 0 : 1 }
}

function subgroups(view: View, terms: readonly TermReport[]): Subgroup[] {
  const found = new Map<string, { rank: number; terms: TermReport[] }>()
  for (const term of terms) {
    const { heading, rank } = headingOf(view, term)
    const group = found.get(heading) ?? { rank, terms: [] }
    group.terms.push(term)
    found.set(heading, group)
  }
  return [...found].map(([heading, group]) => ({ heading, ...group })).sort((a, b) => a.rank - b.rank)
}

export const missingLines = (view: View, terms: readonly TermReport[], widths: readonly number[]): Line[] =>
  subgroups(view, terms).flatMap((group) => [
    ...prose(view.sheet, line(group.heading), 2),
    ...group.terms.flatMap((term) => oneSided(view, term, widths)),
  ])

/** A term that one side did not announce. */
export const oneSided = (view: View, term: TermReport, widths: readonly number[]): Line[] => [
  ...termTitle(view, term),
  ...cells(view, term, widths),
  ...details(view, term),
]

/** `China would have to do 2`, for the line of counts. */
export function mustAct(view: View): string {
  const missing = view.deal.terms.filter((term) => term.verdict === 'missing' && !term.aside)
  const parts = view.deal.parties
    .map((party) => ({
      party: party.id,
      n: missing.filter((term) => term.missing.some((m) => m.party === party.id && m.mustAct)).length,
    }))
    .filter(({ n }) => n > 0)
    .map(({ party, n }, i) => `${named(view, party)}${i === 0 ? ' would have to do' : ''} ${n}`)
  return parts.length > 0 ? ` (${parts.join(', ')})` : ''
}
