import { aspectLabels, ON_AXIS, YES_OR_NO } from '../../report/labels.ts'
import type { DealReport, Summary } from '../../report/report.ts'
import { type Verdict, verdicts } from '../../verdict.ts'

/** How a verdict is called on the screen. */
export const verdictWords: {
  readonly [verdict in Verdict]: { heading: string; means: string; label: string; one: string; many: string }
} = {
  contradiction: {
    heading: 'CONTRADICTIONS',
    means: 'what was announced cannot both hold',
    label: 'contradiction',
    one: 'contradiction',
    many: 'contradictions',
  },
  'at-odds': {
    heading: 'AT ODDS',
    means: 'both announced it; one goes a step further, and neither denies the other',
    label: 'at odds',
    one: 'at odds',
    many: 'at odds',
  },
  missing: {
    heading: 'MISSING',
    means: 'one side announced it, the other did not',
    label: 'missing',
    one: 'missing',
    many: 'missing',
  },
  differs: {
    heading: 'DIFFER',
    means: 'both announced it, but not the same',
    label: 'differs',
    one: 'differs',
    many: 'differ',
  },
  unclear: {
    heading: 'CANNOT BE DECIDED',
    means: 'what was announced leaves open whether both can hold',
    label: 'cannot be decided',
    one: 'cannot be decided',
    many: 'cannot be decided',
  },
  agree: {
    heading: 'AGREE',
    means: 'both announced the same',
    label: 'agrees',
    one: 'agrees',
    many: 'agree',
  },
  'press-only': {
    heading: 'PRESS ONLY',
    means: 'announced by neither side, reported by the press',
    label: 'press only',
    one: 'press',
    many: 'press',
  },
}

/** The same for a deal of more than two parties, where it has to be said in other words. */
export const meansAmongMany: { readonly [verdict in Verdict]?: string } = {
  contradiction: 'what two sides announced cannot both hold',
  'at-odds': 'two sides announced it; one goes a step further, and neither denies the other',
  missing: 'some announced it, others did not',
  differs: 'announced by more than one, but not the same',
  agree: 'all who announced it announced the same',
  'press-only': 'announced by no side, reported by the press',
}

/** `a`, `a and b`, `a, b and c`. */
export const list = (items: readonly string[], last = 'and'): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`

export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

export const shortOf = (deal: Pick<DealReport, 'parties'>, party: string): string =>
  deal.parties.find((p) => p.id === party)?.short ?? party

/** How many terms a deal has, filters aside. */
export const total = (summary: Summary): number =>
  verdicts.reduce((sum, verdict) => sum + summary[verdict], summary.aside)

/** `0 contradictions`, `3 at odds`, …: what there is none of is left out, save contradictions. */
export function counts(summary: Summary, beside: { readonly [verdict in Verdict]?: string } = {}): string[] {
  return verdicts.flatMap((verdict) => {
    const { one, many } = verdictWords[verdict]
    const shown = verdict === 'contradiction' || summary[verdict] > 0
    return [
      ...(shown ? [`${count(summary[verdict], one, many)}${beside[verdict] ?? ''}`] : []),
      ...(verdict === 'missing' && summary.aside > 0 ? [`${summary.aside} counted aside`] : []),
    ]
  })
}

const aspects: { readonly [facet: string]: string } = aspectLabels
const answers = new Set(['yes', 'no'])

/** The name of an aspect, for the values that stand beside it: of a yes nobody asks how much. */
export function aspect(facet: string, axis: string | null, values: readonly (string | null)[]): string {
  const given = values.filter((value) => value !== null)
  if (facet === 'measure' && given.length > 0 && given.every((value) => answers.has(value))) {
    return YES_OR_NO
  }
  return axis === null || axis === 'unplaced'
    ? (aspects[facet] ?? facet.replaceAll('-', ' '))
    : `${ON_AXIS} ${axis.replaceAll('-', ' ')}`
}
