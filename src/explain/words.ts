import type { Page } from '../report/report.ts'
import { builtInUnits } from '../values/units.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { actPage, actWords } from './acts.ts'
import { flow } from './flow.ts'
import { example, page } from './page.ts'
import { axisPage, scopePage } from './scopes.ts'
import { countPage } from './units.ts'

/** One kind of word of the vocabulary: which words there are, and the page of one. */
export interface WordKind {
  readonly kind: string
  readonly words: (v: Vocabulary) => readonly string[]
  readonly page: (v: Vocabulary, word: string) => Page
}

/** Two figures as they are counted on a basis: points are no per cent, and neither is a time. */
function figuresOn(says: string): readonly [string, string] {
  if (/\bpoints?\b/i.test(says)) return ['10 pp', '25 pp']
  return /\bhow long\b/i.test(says) ? ['6 months', '12 months'] : ['10%', '25%']
}

const basisPage = (v: Vocabulary, word: string): Page => {
  const basis = v.bases.get(word)
  const [us, china] = figuresOn(`${word} ${basis?.says ?? ''}`)
  return page('basis', word, `What a figure counts: ${basis?.says ?? 'the file does not say more'}.`, {
    rule:
      'Two figures compare as numbers only on one basis, or where a conversion of the file, ' +
      'with its source, turns ' +
      `the one into the other. Where one side names no basis, how the figures stand is unknown.${
        basis?.addsUp ? ' Figures on it add up: only those for the same scope and time are compared.' : ''
      }`,
    examples: [
      example(
        `value: ${us}, basis: ${flow(word)}`,
        `value: ${china}`,
        'unclear',
        'China does not say what its figure counts.',
      ),
    ],
    see: ['basis', 'different-basis', 'conversions'],
  })
}

const conditionPage = (v: Vocabulary, word: string): Page => {
  const says = v.conditions.get(word)
  const together = [...v.conditions.keys()].filter((other) =>
    v.compatible.has([word, other].sort().join('\n')),
  )
  return page('condition', word, `A condition: ${says ?? word}.`, {
    rule: `A claim with it applies only where it holds. ${
      together.length > 0
        ? `It can hold together with ${together.join(', ')}; with any other condition, that is unknown.`
        : 'Whether it can hold together with another condition is unknown.'
    }`,
    examples: [
      example(
        'value: yes',
        `value: yes, conditions: ${flow(word)}`,
        'differs',
        'Only China makes it depend on that.',
      ),
    ],
    see: ['conditions', 'conditional', 'different-conditions', ...together],
  })
}

const eventPage = (v: Vocabulary, word: string): Page => {
  const event = v.events.get(word)
  const means = event?.date ? `An event, on ${event.date}.` : `An event: ${event?.says ?? word}.`
  return page('event', word, means, {
    rule: event?.date
      ? 'A time that hangs on it is counted from that date, and compares with any other time.'
      : 'Its date is not known: times that hang on it compare with each other, and with no other time.',
    examples: [
      example(
        `value: yes, sequence: before ${word}`,
        `value: yes, sequence: after ${word}`,
        'contradiction',
        'It cannot come both before and after.',
      ),
    ],
    see: ['sequence', 'start', 'end', 'events'],
  })
}

/** Every kind of word that a vocabulary declares. */
export const wordKinds: readonly WordKind[] = [
  { kind: 'act', words: actWords, page: actPage },
  { kind: 'axis of scope', words: (v) => [...v.axes.keys()], page: axisPage },
  {
    kind: 'scope',
    words: (v) => [...new Set([...v.axisOf.keys(), ...v.vague])],
    page: scopePage,
  },
  { kind: 'basis', words: (v) => [...v.bases.keys()], page: basisPage },
  {
    kind: 'condition',
    words: (v) => [...v.conditions.keys()],
    page: conditionPage,
  },
  { kind: 'event', words: (v) => [...v.events.keys()], page: eventPage },
  {
    kind: 'count word',
    words: (v) => [...v.units.keys()].filter((word) => !builtInUnits.has(word)),
    page: (_, word) => countPage(word),
  },
]
