import type { FormerReport, TraceFigure } from '../../report/trace-report.ts'
import type { Sheet } from './sheet.ts'

/** The signs of a bar, and what each stands for. */
export interface Signs {
  readonly solid: string
  readonly range: string
  readonly risen: string
  readonly before: string
  readonly open: string
  readonly zero: string
}

const unicode: Signs = { solid: '█', range: '▒', risen: '▓', before: '░', open: '→', zero: '▏' }
const plain: Signs = { solid: '#', range: '=', risen: '+', before: '.', open: '>', zero: '|' }
export const signsOf = (sheet: Sheet): Signs => (sheet.ascii ? plain : unicode)

/** A bound of the report, a decimal or a fraction, as a length to draw: only drawing rounds it. */
function numberOf(text: string): number {
  const [above = '', below] = text.split('/')
  return below === undefined ? Number(above) : Number(above) / Number(below)
}

const ends = (f: Pick<FormerReport, 'min' | 'max'> | null): number[] =>
  [f?.min ?? null, f?.max ?? null].filter((x) => x !== null).map(numberOf)

/** The largest number of a chart: the scale runs from 0 to it. */
export const scaleOf = (figures: readonly TraceFigure[]): number =>
  Math.max(0, ...figures.flatMap((f) => [...ends(f), ...ends(f.from)]))

export interface Bar {
  readonly text: string
  /** The signs that are in it. */
  readonly signs: readonly (keyof Signs)[]
}

/**
 * A figure to scale, from 0: solid as far as it surely reaches, darker by what it rose, shaded as far as it may reach,
 * lightly shaded as far as it reached before, and with an arrow where it has no upper end. What a figure is not has no bar.
 */
export function barOf(figure: TraceFigure, scale: number, width: number, signs: Signs): Bar {
  if (figure.denied || (figure.min === null && figure.max === null)) return { text: '', signs: [] }
  const at = (x: number): number => (scale > 0 ? Math.round((x / scale) * width) : 0)
  const low = figure.min === null ? 0 : numberOf(figure.min)
  const high = figure.max === null ? low : numberOf(figure.max)
  const earlier = ends(figure.from)
  const was = earlier.length > 0 ? Math.max(...earlier) : null
  // What is not nothing is not drawn as nothing.
  const solid = Math.max(at(low), low > 0 ? 1 : 0)
  const range = Math.max(at(high) - solid, high > low && solid === 0 ? 1 : 0, 0)
  const before = Math.max(at(was ?? 0) - solid - range, 0)
  const risen = was === null ? 0 : Math.max(solid - at(was), 0)
  const parts: [keyof Signs, number][] = [
    ['solid', solid - risen],
    ['risen', risen],
    ['range', range],
    ['open', figure.max === null ? 1 : 0],
    ['before', before],
  ]
  const drawn = parts.filter(([, n]) => n > 0)
  if (drawn.length === 0) return { text: signs.zero, signs: ['zero'] }
  return {
    text: drawn.map(([sign, n]) => signs[sign].repeat(n)).join(''),
    signs: drawn.map(([sign]) => sign),
  }
}
