import { stances } from '../facets/stance.ts'
import type { Page } from '../report/report.ts'
import { example, page, type Written } from './page.ts'

const written: Readonly<Record<string, Written>> = {
  shall: {
    means: 'It will be done, or must be. This is what a claim means that names no stance.',
    rule: 'Leaves one thing possible: that it is done.',
    examples: [
      example('act: remove', 'act: remove, stance: shall', 'agree', 'A claim without a stance says shall.'),
      example(
        'act: remove, stance: shall',
        'act: remove, stance: may',
        'at-odds',
        'China promises less: it may be done.',
      ),
    ],
  },
  may: {
    means: 'It may be done; nothing more is promised.',
    rule:
      'Leaves two things possible: that it must be done, and that one is free to. It excludes ' +
      'that it must not.',
    examples: [
      example('act: remove, stance: may', 'act: remove, stance: shall', 'at-odds', 'China promises more.'),
      example(
        'act: remove, stance: may',
        'act: remove, stance: shall not',
        'contradiction',
        'What must not be done may not be done.',
      ),
    ],
  },
  optional: {
    means: 'One is free to do it or not, and says so.',
    rule:
      'Leaves one thing possible: that one is free. So it denies both that it must be done and ' +
      'that it must not.',
    examples: [
      example(
        'act: remove, stance: optional',
        'act: remove',
        'contradiction',
        'China promises what the US says is free.',
      ),
    ],
  },
  'no commitment': {
    means: 'A side says that it has made no commitment to do it.',
    rule:
      'Excludes that it must be done. It leaves open whether one is free to, or must not. Code ' +
      'it only where they say so.',
    examples: [
      example(
        'act: remove',
        'act: remove, stance: no commitment',
        'contradiction',
        'China denies the commitment that the US announces.',
      ),
      example(
        'act: remove, stance: may',
        'act: remove, stance: no commitment',
        'at-odds',
        'That it may be done is no commitment to do it.',
      ),
    ],
  },
  'shall not': {
    means: 'It will not be done, or must not be.',
    rule:
      'Leaves one thing possible: that it is not done. Judged together with the act: who must ' +
      'not remove and who must keep agree in substance.',
    examples: [
      example(
        'act: remove',
        'act: remove, stance: shall not',
        'contradiction',
        'The same act is promised and ruled out.',
      ),
    ],
  },
  'no position': {
    means: 'A side speaks of the act and leaves open whether it will be done.',
    rule: 'Leaves everything possible, and so never contradicts anything.',
    examples: [
      example(
        'act: remove',
        'act: remove, stance: no position',
        'differs',
        'China speaks of it without promising or denying it.',
      ),
    ],
  },
}

export const stancePages: readonly Page[] = [...stances.keys()].flatMap((word) => {
  const text = written[word]
  if (!text) return []
  const { means, ...rest } = text
  return [
    page('stance', word, means, {
      see: ['stance', 'act', 'denied'],
      ...rest,
    }),
  ]
})
