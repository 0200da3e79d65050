import type { Deal } from '../deal.ts'
import { reportDeal } from '../report/deal-report.ts'
import { addSummaries } from '../report/summary.ts'
import { TroubleError } from '../errors.ts'
import { operand, shellWord } from '../formats/text/deal.ts'
import type { Io } from '../io.ts'
import { isDeal, resolveDeals, type Surroundings } from '../operand.ts'
import type { Options } from '../options.ts'
import { proofOf } from '../report/proof.ts'
import { timelineOf } from '../report/timeline.ts'
import type { Report, TermReport } from '../report/report.ts'
import { cut, nearest, normalWord, orList } from '../words.ts'
import { blankReport, type Command, read, surroundings } from './command.ts'

export const compare: Command = {
  name: 'compare',
  operands: '[deal...]',
  summary: 'two versions of a deal, term by term; the command may be left out',
  main: true,
  picks: true,
  options: [['--timeline', 'how the verdicts came about, day by day']],
  failsOn: 'verdicts',
  run,
}

async function run(operands: readonly string[], options: Options, io: Io): Promise<Report> {
  const at = surroundings(options, io)
  const { names, words } = splitTerms(operands, at)
  const { deals, diagnostics, trouble } = read(await resolveDeals(names, at), options)
  const base = blankReport('compare', options.asOf, io)
  if (trouble.length > 0) return { ...base, trouble, diagnostics }
  const reports = deals.map((d) => reportDeal(d, options.asOf))
  const wanted = [...options.terms, ...words]
  const terms = wanted.length > 0 ? wanted.map((w) => normalWord(w)) : null
  if (terms) for (const w of wanted) mustHaveTerm(w, deals)
  if (options.topic !== null) mustHaveTopic(options.topic, deals)
  checkParties(options, deals)
  const kept = reports.map((r) => ({ ...r, terms: r.terms.filter((t) => keeps(t, options, terms)) }))
  const timeline = options.timeline
    ? {
        deals: deals.map((d, i) => {
          const [all, shown] = [reports[i]?.terms ?? [], kept[i]?.terms ?? []]
          const ids = new Set(shown.map((t) => t.id))
          return timelineOf(d, options.asOf, {
            keeps: (id) => ids.has(id),
            isWhole: shown.length === all.length,
          })
        }),
      }
    : undefined
  const proof =
    terms && !timeline
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
    ...(timeline ? { timeline } : {}),
  }
}

/** `dealdiff DEAL WORD…`: after the first deal, what no deal is called is a term. */
export function splitTerms(
  operands: readonly string[],
  at: Surroundings,
): { readonly names: readonly string[]; readonly words: readonly string[] } {
  const first = operands.slice(0, 1)
  const rest = operands.slice(1).map((operand) => ({ operand, deal: isDeal(operand, at) }))
  const those = (deal: boolean): string[] => rest.filter((r) => r.deal === deal).map((r) => r.operand)
  return { names: [...first, ...those(true)], words: those(false) }
}

/** Throws trouble for a term that none of the deals has. */
export function mustHaveTerm(word: string, deals: readonly Deal[]): void {
  const ids = deals.flatMap((d) => [...d.terms.keys()])
  if (ids.some((id) => normalWord(id) === normalWord(word))) return
  const within = [...new Set(ids.filter((id) => normalWord(id).includes(normalWord(word))))]
  const near = within[0] ?? nearest(word, ids)
  const of = near === null ? undefined : deals.find((d) => d.terms.has(near))
  throw new TroubleError(
    'unknown-term',
    `There is no term "${cut(word)}" in ${deals.length === 1 ? (deals[0]?.id ?? '') : 'these deals'}${within.length > 1 ? `; these have it in their names: ${within.join(', ')}` : ''}.`,
    of
      ? `Did you mean: dealdiff ${operand({ deal: of.id, path: of.path })} ${near}`
      : `dealdiff find ${shellWord(cut(word))} looks in every deal.`,
  )
}

/** Throws trouble for a topic that no term of the deals has. */
export function mustHaveTopic(word: string, deals: readonly Deal[]): void {
  const topicsOf = (deal: Deal): string[] => [...deal.terms.values()].flatMap((t) => t.topic ?? [])
  const topics = [...new Set(deals.flatMap(topicsOf))]
  if (topics.some((topic) => normalWord(topic) === normalWord(word))) return
  const asked = normalWord(word)
  const within = asked === '' ? undefined : topics.find((t) => normalWord(t).includes(asked))
  const near = within ?? nearest(word, topics)
  // Of many deals, all were asked for.
  const those = deals.length > 3 ? [] : deals.map((d) => operand({ deal: d.id, path: d.path }))
  throw new TroubleError(
    'unknown-topic',
    `There is no topic "${cut(word)}" in ${deals.length === 1 ? (deals[0]?.id ?? '') : 'these deals'}; ${topics.length === 0 ? 'none of their terms has one' : `expected ${orList(topics)}`}.`,
    near === null ? null : `Did you mean: dealdiff ${[...those, '--topic', shellWord(near)].join(' ')}`,
  )
}

export function checkParties({ silent, mustAct }: Options, deals: readonly Deal[]): void {
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

export const keeps = (t: TermReport, o: Options, terms: readonly string[] | null): boolean =>
  (terms === null || terms.includes(normalWord(t.id))) &&
  (o.only === null || o.only.includes(t.verdict)) &&
  (o.topic === null || (t.topic !== null && normalWord(t.topic) === normalWord(o.topic))) &&
  (o.silent === null || t.versions.some((v) => v.party === o.silent && v.state === 'silent')) &&
  (o.mustAct === null || t.obligor.includes(o.mustAct))
