import type { Page } from '../report/report.ts'
import type { Judgement } from '../verdict.ts'
import { page } from './page.ts'

/** A report credited to China, and what stands against it; null where a side announced nothing. */
export interface JudgementCase {
  readonly us: string | null
  readonly china: string | null
  readonly reported: string
}

const written: Readonly<Record<Judgement, { means: string; rule: string; shown: JudgementCase }>> = {
  'as announced': {
    means: 'What the press reports is what the side announced.',
    rule:
      'Set against the side’s own version, the report would agree, and differs from it at most in a detail that the ' +
      'report leaves out or says less exactly. Only what the report is recorded to say is judged: its facets, and not ' +
      'the rest of its words.',
    shown: { us: null, china: 'value: 12 Mt', reported: 'value: 12 Mt' },
  },
  'more than announced': {
    means:
      'The press reports more than the side announced: a figure or a day it did not name, a further step, more goods.',
    rule:
      'Of what it tells, whoever carries out the report carries out all that was announced, and more. A condition or ' +
      'limit that it leaves out makes it more; a part of what holds that it leaves out does not. A start, a deadline, ' +
      'an order or a firmness that only the report names makes it more too, though two sides may differ in it and agree.',
    shown: { us: null, china: 'act: buy', reported: 'act: buy, value: 12 Mt' },
  },
  'less than announced': {
    means: 'The press reports less than the side announced.',
    rule: 'Whoever carries out what was announced carries out all that is reported, and more.',
    shown: { us: null, china: 'act: buy, value: 12 Mt', reported: 'act: buy' },
  },
  'against what was announced': {
    means: 'What the press reports and what the side announced cannot both hold.',
    rule: 'Set against the side’s own version, the report would be a contradiction.',
    shown: { us: null, china: 'value: 12 Mt', reported: 'value: 25 Mt' },
  },
  'announced by another only': {
    means: 'The press credits it to this side; only another side announced it.',
    rule: 'The side’s own version surely does not bear the report out, or it has none; and another side’s version does.',
    shown: { us: 'value: 12 Mt', china: null, reported: 'value: 12 Mt' },
  },
  'announced by neither': {
    means: 'The press reports it; no side announced it.',
    rule:
      'The side has no claim on the term, and surely none of the others’ versions bears the report out. A report ' +
      'that is recorded in words only is unclear instead: it may say that nothing was announced, and be right.',
    shown: { us: null, china: null, reported: 'value: 12 Mt' },
  },
  unclear: {
    means: 'Of a report: how it stands to what was announced is not decided.',
    rule:
      'It says neither the same, nor more, nor less, nor the contrary; or something about the ' +
      'two is not known.',
    shown: { us: null, china: 'act: supply', reported: 'act: remove' },
  },
}

/** Every judgement, as announced first. */

export const judgementCases: Readonly<Record<Judgement, JudgementCase>> = Object.fromEntries(
  Object.entries(written).map(([word, { shown }]) => [word, shown]),
) as Record<Judgement, JudgementCase>

export const judgementPages: readonly Page[] = Object.entries(written).map(([word, { means, rule, shown }]) =>
  page('judgement of a report', word, means, {
    rule,
    diagram: [
      `the US announced             ${shown.us ?? 'nothing'}`,
      `China announced              ${shown.china ?? 'nothing'}`,
      `the press reports of China   ${shown.reported}`,
    ],
    see: ['reported', 'attributed', 'judged', 'press-only'],
  }),
)
