import { reasonMeanings } from '../report/reason-meanings.ts'
import type { Page } from '../report/report.ts'
import { type ReasonCode, reasonCodes } from '../verdict.ts'
import { example, page, type Written } from './page.ts'

const approval = 'conditions: { parliament agrees: parliament passes it }'

const written: Readonly<Record<ReasonCode, Omit<Written, 'means'>>> = {
  clash: {
    rule:
      'Makes a contradiction where both speak of the same things: no figure, day, step or ' +
      'answer satisfies both.',
    examples: [
      example('value: 55%', 'value: 30%', 'contradiction', 'One rate cannot be both 55% and 30%.'),
      example(
        'end: permanent',
        'end: 2026-11-10',
        'contradiction',
        'What holds for good does not end on a day.',
      ),
    ],
    see: ['contradiction', 'denied'],
  },
  denied: {
    rule:
      'A clash in which one side says no: `not`, `only`, `no`, `none`, shall not, or a floor ' +
      'of a ladder.',
    examples: [
      example('act: remove', 'act: not remove', 'contradiction', 'China says that it does not remove it.'),
      example('status: signed', 'status: not signed', 'contradiction', 'China says that it is not signed.'),
    ],
    see: ['contradiction', 'not', 'only', 'stance'],
  },
  further: {
    rule: 'Makes at-odds: two steps of one ladder, of which each side names one, without `only` or `not`.',
    examples: [
      example('act: remove', 'act: suspend', 'at-odds', 'Removing includes suspending and goes further.'),
    ],
    see: ['at-odds', 'act', 'status', 'stance', 'force'],
  },
  narrower: {
    rule:
      'All that the one side names lies within what the other names; or the two share some of ' +
      'it, and each names more. Both must name it: where one is silent, it names no limit.',
    examples: [
      example(
        'act: suspend, scope: farm goods',
        'act: suspend, scope: soybeans',
        'differs',
        'Soybeans are some of the farm goods.',
      ),
      example(
        'act: suspend, scope: [soybeans, wheat]',
        'act: suspend, scope: [soybeans, beef]',
        'differs',
        'They cover only partly the same: soybeans.',
      ),
    ],
    see: ['names-limit', 'scope'],
  },
  'names-limit': {
    rule:
      'One side names goods, users or places; the other names none and may mean all or the ' +
      'same. So neither ' +
      'is said to cover less.',
    examples: [
      example(
        'act: supply',
        'act: supply, scope: civilian users',
        'differs',
        'China names users; the US names no limit.',
      ),
    ],
    see: ['narrower', 'scope'],
  },
  conditional: {
    rule:
      'All conditions of the one side are conditions of the other, which has more. A condition ' +
      'never makes a contradiction by itself.',
    examples: [
      example(
        'act: remove',
        'act: remove, conditions: parliament agrees',
        'differs',
        'Only China makes it depend on parliament.',
        {
          words: approval,
        },
      ),
    ],
    see: ['conditions', 'different-conditions'],
  },
  'different-conditions': {
    rule:
      'Each side names a condition that the other does not. Whether both can hold at once is ' +
      'known only where ' +
      'the vocabulary calls the two compatible.',
    examples: [
      example(
        'act: remove, conditions: parliament agrees',
        'act: remove, conditions: talks go on',
        'differs',
        'The US waits for parliament, China for the talks.',
        {
          words:
            'conditions: { parliament agrees: parliament passes it, talks go on: the talks continue }\n' +
            'compatible: [[parliament agrees, talks go on]]',
        },
      ),
    ],
    see: ['conditions', 'conditional'],
  },
  unspecified: {
    rule: 'One side gives a figure, an act, an answer or a status; the other announces the term without it.',
    examples: [
      example('act: buy, value: 12 Mt', 'act: buy', 'differs', 'China says that it buys, not how much.'),
    ],
    see: ['less-precise', 'measure'],
  },
  'less-precise': {
    rule:
      'Some figures satisfy both. Where all that the one side allows the other allows too, and ' +
      'more, the one is more exact; else the figures overlap, and neither is. Nothing is taken ' +
      'as nearly equal.',
    examples: [
      example('value: 47%', 'value: 40% to 50%', 'differs', 'The US names one rate within China’s range.'),
      example(
        'value: 550 bn USD',
        'value: up to 550 bn USD',
        'differs',
        'The US names the sum, China a ceiling.',
      ),
      example(
        'value: at least 30%',
        'value: at most 40%',
        'differs',
        'The figures overlap: anything from 30% to 40% satisfies both.',
      ),
    ],
    see: ['rounding', 'unspecified', 'measure'],
  },
  'time-limited': {
    rule:
      'One side says until when it holds; the other gives no end, or leaves it open. A promise ' +
      'for good against an end is a clash.',
    examples: [
      example('act: suspend', 'act: suspend, end: 2026-11-10', 'differs', 'Only China names an end.'),
    ],
    see: ['end', 'duration', 'permanent'],
  },
  'tighter-deadline': {
    rule:
      'What is done by the earlier day is done by the later one too, so that two deadlines ' +
      'never contradict.',
    examples: [
      example(
        'act: buy, deadline: 2025-12-31',
        'act: buy, deadline: 2026-06-30',
        'differs',
        'The US names the earlier deadline.',
      ),
    ],
    see: ['deadline'],
  },
  'different-basis': {
    rule:
      'The two figures count different things, and no source says how the one becomes the ' +
      'other; or one side ' +
      'does not say what its figure counts. Such figures are never set against each other.',
    examples: [
      example(
        'value: 55%, basis: stacked-total',
        'value: 30%, basis: newly-set-duty',
        'differs',
        'The US adds up all duties; China counts the new one alone.',
        { words: 'bases: { newly-set-duty: { says: a duty set anew } }' },
      ),
    ],
    see: ['basis', 'different-measure', 'conversions'],
  },
  'different-total': {
    rule:
      'Sums, masses and counts add up: 12 Mt of all farm goods says nothing of each one. They ' +
      'are set against ' +
      'each other only for the same goods and the same time.',
    examples: [
      example(
        'value: 17 bn USD, scope: farm goods',
        'value: 10 bn USD, scope: soybeans',
        'differs',
        'A sum for farm goods and a sum for soybeans can both be right.',
      ),
    ],
    see: ['measure', 'scope', 'period'],
  },
  'different-measure': {
    rule:
      'The figures are in units that do not convert (tonnes and dollars, percent and ' +
      'percentage points), or for different times.',
    examples: [
      example('value: 25 Mt', 'value: 5 bn USD', 'differs', 'A mass and a sum of money do not convert.'),
    ],
    see: ['different-basis', 'value', 'period'],
  },
  'different-subject': {
    rule: 'Nothing that the one side speaks of is spoken of by the other. That never makes a contradiction.',
    examples: [
      example(
        'act: supply, scope: rare earths',
        'act: ban exports, scope: gallium',
        'differs',
        'They speak of different goods.',
      ),
    ],
    see: ['scope', 'differs'],
  },
  rounding: {
    rule: 'The same number, said plainly by the one side, and with more than or less than by the other.',
    examples: [
      example(
        'value: 100 bn USD',
        'value: more than 100 bn USD',
        'differs',
        'One and the same figure, rounded by one of them.',
      ),
    ],
    see: ['about', 'less-precise', 'agree'],
  },
  unresolved: {
    rule:
      'The words stand in no known order: two acts on no common ladder, times that hang on ' +
      'different events.',
    examples: [example('act: remove', 'act: supply', 'unclear', 'The two acts stand on no common ladder.')],
    see: ['unclear', 'act'],
  },
}

export const reasonPages: readonly Page[] = reasonCodes.map((code) =>
  page('reason', code, reasonMeanings[code], written[code]),
)
