import type { Deal } from '../deal.ts'
import { reportDeal } from '../report/deal-report.ts'
import { addSummaries } from '../report/summary.ts'
import { TroubleError } from '../errors.ts'
import type { Io } from '../io.ts'
import { isPath, resolveDeals, type Surroundings } from '../operand.ts'
import type { Options } from '../options.ts'
import { proofOf } from '../report/proof.ts'
import type { DealReport, Report, TermReport } from '../report/report.ts'
import { nearest, normalWord, orList } from '../words.ts'
import { blankReport, type Command, read, surroundings } from './command.ts'

export const compare: Command = {
  name: 'compare',
  operands: '[deal...]',
  summary: 'two versions of a deal, term by term; the command may be left out',
  main: true,
  picks: true,
  run,
}

async function run(operands: readonly string[], options: Options, io: Io): Promise<Report> {
  const at = surroundings(options, io)
  const { names, words } = await splitTerms(operands, at)
  const { deals, diagnostics, trouble } = read(await resolveDeals(names, at), options)
  const base = blankReport('compare', options.asOf, io)
  if (trouble.length > 0) return { ...base, trouble, diagnostics }
  const reports = deals.map((d) => reportDeal(d, options.asOf))
  const wanted = [...options.terms, ...words]
  const terms = wanted.length > 0 ? wanted.map((w) => normalWord(w)) : null
  if (terms) for (const w of wanted) mustHaveTerm(w, reports, deals)
  checkParties(options, deals)
  const kept = reports.map((r) => ({ ...r, terms: r.terms.filter((t) => keeps(t, options, terms)) }))
  const proof = terms
    ? deals.flatMap((d) =>
        [...d.terms.values()]
          .filter((t) => terms.includes(normalWord(t.id)))
          .map((t) => proofOf(d, t, options.asOf))
          .filter((p) => p !== null),
      )
    : undefined
  return {
    ...base,
    deals: kept,
    summary: addSummaries(reports.map((r) => r.summary)),
    ...(proof ? { proof } : {}),
  }
}

/** `dealdiff DEAL WORD…`: after the first deal, what no deal is called is a term. */
async function splitTerms(
  operands: readonly string[],
  at: Surroundings,
): Promise<{ names: readonly string[]; words: readonly string[] }> {
  const [first, ...rest] = operands
  if (first === undefined || rest.length === 0) return { names: operands, words: [] }
  const isDeal = async (operand: string): Promise<boolean> => {
    if (isPath(operand) || operand === '-') return true
    try {
      await resolveDeals([operand], at)
      return true
    } catch (error) {
      if (error instanceof TroubleError && error.code === 'unknown-deal') return false
      throw error
    }
  }
  const names = [first]
  const words: string[] = []
  for (const operand of rest) ((await isDeal(operand)) ? names : words).push(operand)
  return { names, words }
}

function mustHaveTerm(word: string, reports: readonly DealReport[], deals: readonly Deal[]): void {
  const ids = deals.flatMap((d) => [...d.terms.keys()])
  if (ids.some((id) => normalWord(id) === normalWord(word))) return
  const within = ids.filter((id) => normalWord(id).includes(normalWord(word)))
  const near = within[0] ?? nearest(word, ids)
  const name = reports.length === 1 ? (reports[0]?.deal ?? '') : ''
  throw new TroubleError(
    'unknown-term',
    `There is no term "${word}" in ${name === '' ? 'these deals' : name}${within.length > 1 ? `; these have it in their names: ${within.join(', ')}` : ''}.`,
    near
      ? `Did you mean: dealdiff ${name === '' ? '…' : name} ${near}`
      : `dealdiff find ${word} looks in every deal.`,
  )
}

function checkParties({ silent, mustAct }: Options, deals: readonly Deal[]): void {
  const ids = [...new Set(deals.flatMap((d) => d.parties.map((p) => p.id)))]
  for (const [option, party] of [
    ['--silent', silent],
    ['--must-act', mustAct],
  ] as const)
    if (party !== null && !ids.includes(party))
      throw new TroubleError(
        'unknown-party',
        `${option} does not know the party "${party}"; expected ${orList(ids)}.`,
        null,
      )
}

const keeps = (t: TermReport, o: Options, terms: readonly string[] | null): boolean =>
  (terms === null || terms.includes(normalWord(t.id))) &&
  (o.only === null || o.only.includes(t.verdict)) &&
  (o.topic === null || (t.topic !== null && normalWord(t.topic) === normalWord(o.topic))) &&
  (o.silent === null || t.versions.some((v) => v.party === o.silent && v.state === 'silent')) &&
  (o.mustAct === null || t.obligor.includes(o.mustAct))
