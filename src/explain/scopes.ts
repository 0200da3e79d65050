import type { Page } from '../report/report.ts'
import type { Axis } from '../sets/hierarchy.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { drawAxis, drawPlace } from './diagrams.ts'
import { flow } from './flow.ts'
import { example, page } from './page.ts'

const parentsOf = (axis: Axis, word: string): readonly string[] =>
  [...axis.children].filter(([, below]) => below.has(word)).map(([parent]) => parent)

/** The page of a word of scope. */
export function scopePage(v: Vocabulary, word: string): Page {
  if (v.vague.has(word)) return vaguePage(v, word)
  const axis = v.axes.get(v.axisOf.get(word) ?? '') as Axis
  const parents = parentsOf(axis, word)
  const children = [...(axis.children.get(word) ?? [])]
  const [parent] = parents
  const means = [
    `A word of scope, of the axis ${axis.name}.`,
    parents.length > 0 ? `It lies within ${parents.join(' and ')}.` : '',
    children.length > 0 ? `It holds ${children.join(', ')}, and what has no word of its own.` : '',
  ]
  return page('scope', word, means.filter(Boolean).join(' '), {
    rule:
      'Reaches what is below it in the hierarchy. A word above it is wider, a word below it ' +
      'narrower; words that ' +
      'share nothing below them are about different things.',
    diagram: drawPlace(axis, word),
    examples: [
      parent === undefined
        ? example(
            'value: yes',
            `value: yes, scope: ${flow(word)}`,
            'differs',
            `China names ${word}; the US names no limit.`,
          )
        : example(
            `value: yes, scope: ${flow(parent)}`,
            `value: yes, scope: ${flow(word)}`,
            'differs',
            `China covers less: ${word}, against ${parent}.`,
          ),
    ],
    see: ['scope', 'narrower', 'names-limit', ...parents, ...children].slice(0, 9),
  })
}

function vaguePage(v: Vocabulary, word: string): Page {
  const axis = v.axes.get(v.axisOf.get(word) ?? '')
  const parents = axis ? parentsOf(axis, word) : []
  return page('scope', word, 'A word of scope whose reach is not known.', {
    rule:
      parents.length > 0
        ? `It is equal to itself and lies within ${parents.join(' and ')}; how it stands to ` +
          'anything else is unknown.'
        : 'It is equal to itself; how it stands to any other word is unknown.',
    diagram: axis ? drawPlace(axis, word) : [],
    examples: [
      example(
        'value: yes',
        `value: yes, scope: ${flow(word)}`,
        'differs',
        `China names ${word}; the US names no limit.`,
      ),
    ],
    see: ['scope', 'vague', 'unclear'],
  })
}

/** The page of an axis as a whole. */
export const axisPage = (v: Vocabulary, name: string): Page =>
  page('axis of scope', name, `An axis of scope: what a claim reaches, as ${name} go.`, {
    rule:
      'A claim that names no word of the axis names no limit on it. Every word belongs to one ' +
      'axis, so that the ' +
      'axis need not be named.',
    diagram: drawAxis(v.axes.get(name) as Axis),
    see: ['scope', 'axes'],
  })
