import type { Deal, Term } from '../deal.ts'
import { compareText } from '../place.ts'
import type { FormerReport, TraceChart, TraceFigure } from '../report/trace-report.ts'
import type { Amount } from '../values/amount.ts'
import { normalWord } from '../words.ts'
import { boundsOf, type Figure, figuresOf } from './figures.ts'
import { levelsBefore } from './levels.ts'

const textUnder = (figure: Figure, facet: string): string | null => {
  const texts = figure.stated.filter((s) => s.facet === facet).map((s) => s.text)
  return texts.length > 0 ? texts.join(', ') : null
}

function reportOf(figure: Figure, from: FormerReport | null): TraceFigure {
  const { measure, amount, source } = figure
  const { min, max } = boundsOf(amount, measure)
  return {
    deal: figure.deal.id,
    term: figure.term.id,
    part: figure.part,
    date: source.date,
    source: source.id,
    parties: figure.parties ?? [],
    attributed: figure.attributed,
    reported: figure.parties === null,
    text: `${measure.negated ? 'not ' : ''}${measure.said}`,
    min: measure.negated ? null : min,
    max: measure.negated ? null : max,
    denied: measure.negated,
    period: measure.period?.text ?? null,
    scope: textUnder(figure, 'scope'),
    start: textUnder(figure, 'start'),
    from,
    place: figure.place,
  }
}

/** The figure before, as the claim itself has it: on the same scale only. */
function saidBefore({ was, measure, amount }: Figure): FormerReport | null {
  if (!was || was.amount.dimension !== amount.dimension) return null
  const inUnit: Amount = { ...was.amount, unit: amount.unit, per: amount.per }
  const { min, max } = boundsOf(inUnit, measure)
  return { text: was.text, min, max, derived: null }
}

interface Charted {
  readonly key: string
  readonly basis: string | null
  readonly says: string | null
  readonly unit: string
  readonly subject: string | null
  readonly day: string
  /** Whether the basis counts by how much a level moves. */
  readonly change: boolean
  readonly figure: TraceFigure
}

const subjectOf = (term: Term): string => term.subject ?? term.id

function charted(one: Figure, figure: TraceFigure): Charted {
  const { basis } = one.measure
  const says = basis === null ? null : (one.deal.vocabulary.bases.get(basis)?.says ?? null)
  const { unit } = boundsOf(one.amount, one.measure)
  // Figures that do not say what they count may count different things: at most those of one subject go together.
  const subject = basis === null ? subjectOf(one.term) : null
  const key = JSON.stringify([
    basis,
    says === null ? null : normalWord(says),
    unit,
    subject && normalWord(subject),
  ])
  const change = basis !== null && (one.deal.vocabulary.bases.get(basis)?.of ?? null) !== null
  return { key, basis, says, unit, subject, day: one.source.day, change, figure }
}

/**
 * The figures of terms, in charts: one for each basis and unit; levels before changes, then by their first days. A change whose
 * level is named stands with that level, beside the level that it fell from.
 */
export function chartsOf(terms: readonly { readonly deal: Deal; readonly term: Term }[]): TraceChart[] {
  const figures = terms.flatMap(({ deal, term }) => figuresOf(deal, term))
  const all = figures.flatMap((one): Charted[] => {
    const own = charted(one, reportOf(one, saidBefore(one)))
    const level = levelsBefore(one)
    if (!level) return [own]
    const said = reportOf(one, null)
    const { min, max } = boundsOf(level.after.amount, level.after.measure)
    const moved: TraceFigure = {
      ...said,
      text: level.after.measure.said,
      min,
      max,
      period: level.after.measure.period?.text ?? null,
      scope: null,
      from: level.before,
    }
    return [own, { ...charted(level.after, moved), day: one.source.day }]
  })
  const groups = new Map<string, Charted[]>()
  for (const one of all) groups.set(one.key, [...(groups.get(one.key) ?? []), one])
  return [...groups.values()]
    .map((group) => group.sort(byDay))
    .sort(
      (x, y) =>
        rank(x[0] as Charted) - rank(y[0] as Charted) ||
        byDay(x[0] as Charted, y[0] as Charted) ||
        compareText(x[0]?.key ?? '', y[0]?.key ?? ''),
    )
    .map((group) => {
      const { basis, says, unit, subject } = group[0] as Charted
      return { basis, says, unit, subject, figures: group.map((one) => one.figure) }
    })
}

/** Levels first, then by how much they move, then what does not say what it counts. */
const rank = ({ basis, unit, change }: Charted): number =>
  basis === null ? 2 : change || unit === 'pp' ? 1 : 0

const derivedLast = (f: TraceFigure): string => (f.from?.derived ? '1' : '0')

/** By day, then by what tells two of one day apart: never by the order of the files. */
const byDay = (x: Charted, y: Charted): number =>
  compareText(x.day, y.day) ||
  compareText(x.figure.reported ? '1' : '0', y.figure.reported ? '1' : '0') ||
  compareText(x.figure.deal, y.figure.deal) ||
  compareText(x.figure.source, y.figure.source) ||
  compareText(x.figure.term, y.figure.term) ||
  compareText(x.figure.part ?? '', y.figure.part ?? '') ||
  compareText(derivedLast(x.figure), derivedLast(y.figure)) ||
  compareText(x.figure.text, y.figure.text)
