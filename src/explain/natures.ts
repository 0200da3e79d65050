import { kinds, natures } from '../deal.ts'
import type { Page } from '../report/report.ts'
import { example, pagesOf } from './page.ts'

const aside =
  'It is compared like any other where both sides speak of it; where only one does, it is counted aside.'

/** What a term can be. */
export const naturePages: readonly Page[] = pagesOf('nature', natures, {
  commitment: {
    means: 'Something a side would have to do, or let be. A term is one unless the file says otherwise.',
    rule: 'Only a commitment counts as missing where one side did not announce it.',
    examples: [
      example('act: buy', 'silent: all', 'missing', 'China’s statements say nothing of a purchase.'),
    ],
    see: ['missing', 'fact'],
  },
  fact: {
    means: 'Something that is so or not, whatever anyone promises.',
    rule: aside,
    examples: [
      example('value: 55%', 'value: 30%', 'contradiction', 'The rate cannot be both.', {
        term: 'nature: fact',
      }),
    ],
    see: ['commitment', 'estimate'],
  },
  demand: {
    means: 'Something that one side asks of the other.',
    rule: aside,
    see: ['commitment', 'position'],
  },
  estimate: {
    means: 'A figure that a side works out or expects.',
    rule: aside,
    see: ['fact', 'about'],
  },
  position: {
    means: 'What a side holds to be right or wrong.',
    rule: aside,
    see: ['demand', 'narrative'],
  },
  narrative: {
    means: 'How a side tells what happened: who called, who won, who gave way.',
    rule: aside,
    see: ['position', 'fact'],
  },
})

const rank =
  'Of two statements of one side, the higher in rank decides, then the later; rank counts ' +
  'from text down to spokesperson.'

/** Who can speak for a side, highest first. */
export const kindPages: readonly Page[] = pagesOf('kind of source', kinds, {
  text: {
    means:
      'A signed or joint text, a law, an order, or an announcement with the force of law, such ' +
      'as a tariff notice.',
    rule: rank,
    see: ['kind', 'document'],
  },
  document: {
    means: 'Any other paper in the name of an institution: a fact sheet, a readout, a letter to firms.',
    rule: rank,
    see: ['kind', 'text', 'leader'],
  },
  leader: {
    means: 'The head of state or government.',
    rule: rank,
    see: ['kind', 'document', 'minister'],
  },
  minister: {
    means: 'A minister, or a chief negotiator.',
    rule: rank,
    see: ['kind', 'leader', 'spokesperson'],
  },
  spokesperson: {
    means: 'A spokesperson, or a written answer in a spokesperson’s name.',
    rule: rank,
    see: ['kind', 'minister', 'press'],
  },
  press: {
    means: 'The press, unnamed officials, leaks, analysts.',
    rule:
      'Never a side’s word: what the press says stands under `reported`, and is set beside ' +
      'what was announced.',
    see: ['kind', 'reported', 'press-only'],
  },
})
