import { forceLadder } from '../facets/force.ts'
import { facets } from '../facets/index.ts'
import { statusLadder } from '../facets/status.ts'
import type { Example, Page } from '../report/report.ts'
import { drawLadder } from './diagrams.ts'
import { example, page } from './page.ts'

/** Two claims that show a facet at work, and more to read; a test sees that no facet is left out. */
const written: Readonly<
  Record<
    string,
    {
      examples: readonly Example[]
      see: readonly string[]
      diagram?: readonly string[]
    }
  >
> = {
  act: {
    examples: [
      example('act: remove', 'act: suspend', 'at-odds', 'Removing is a step further than suspending.'),
      example(
        'act: remove',
        'act: only suspend',
        'contradiction',
        'China says that it goes no further than suspending.',
      ),
      example(
        'act: remove',
        'act: keep',
        'contradiction',
        'Keeping a measure denies every step on the way to its removal.',
      ),
    ],
    see: ['stance', 'further', 'only', 'not'],
  },
  stance: {
    examples: [
      example(
        'act: remove, stance: shall',
        'act: remove, stance: may',
        'at-odds',
        'China promises less: it may be done.',
      ),
      example(
        'act: remove',
        'act: remove, stance: shall not',
        'contradiction',
        'The same act is promised and ruled out.',
      ),
    ],
    see: ['shall', 'may', 'optional', 'no commitment', 'shall not', 'no position'],
  },
  measure: {
    examples: [
      example(
        'value: at least 12 Mt',
        'value: 10 Mt',
        'contradiction',
        '10 is less than the least that the US names.',
      ),
      example('value: 25 Mt a year', 'value: at least 12 Mt a year', 'differs', 'The US is more exact.'),
      example(
        'value: about 47%',
        'value: 47%',
        'agree',
        'The same figure, said with `about` by one of them.',
      ),
    ],
    see: ['value', 'basis', 'period', 'different-basis', 'different-total', 'rounding'],
  },
  choice: {
    examples: [
      example('value: china first', 'value: together', 'contradiction', 'Only one answer can be true.', {
        term: 'choices: [china first, us first, together]',
      }),
      example(
        'value: [china first, together]',
        'value: together',
        'differs',
        'The US leaves open what China answers.',
        {
          term: 'choices: [china first, us first, together]',
        },
      ),
    ],
    see: ['choices', 'value'],
  },
  scope: {
    examples: [
      example(
        'act: supply',
        'act: supply, scope: civilian users',
        'differs',
        'China names users; the US names no limit.',
      ),
      example(
        'act: supply, scope: us end users',
        'act: supply, scope: not us military users',
        'contradiction',
        'China denies it to some of the users to whom the US promises it.',
      ),
    ],
    see: ['except', 'only', 'not', 'narrower', 'names-limit', 'different-subject'],
  },
  conditions: {
    examples: [
      example(
        'act: remove',
        'act: remove, conditions: parliament agrees',
        'differs',
        'Only China makes it depend on parliament.',
        {
          words: 'conditions: { parliament agrees: parliament passes it }',
        },
      ),
    ],
    see: ['conditional', 'different-conditions', 'sequence'],
  },
  start: {
    examples: [
      example(
        'act: suspend, start: 2025-11-10',
        'act: suspend',
        'agree',
        'Only the US names the day; that is noted.',
      ),
      example(
        'act: suspend, start: 2025-11-10',
        'act: suspend, start: 2026-01-01',
        'contradiction',
        'The two days are not the same.',
      ),
    ],
    see: ['end', 'deadline', 'at once'],
  },
  end: {
    examples: [
      example('act: suspend', 'act: suspend, end: 2026-11-10', 'differs', 'China limits it to a time.'),
      example(
        'act: suspend, end: permanent',
        'act: suspend, end: 2026-11-10',
        'contradiction',
        'What holds for good does not end on a day.',
      ),
    ],
    see: ['duration', 'start', 'permanent', 'open', 'time-limited'],
  },
  deadline: {
    examples: [
      example(
        'act: buy, deadline: 2025-12-31',
        'act: buy, deadline: 2026-06-30',
        'differs',
        'The US names the earlier deadline.',
      ),
      example(
        'act: buy, deadline: 2025-12-31',
        'act: buy',
        'agree',
        'Only the US names a deadline; that is noted.',
      ),
    ],
    see: ['tighter-deadline', 'end'],
  },
  sequence: {
    examples: [
      example(
        'act: remove, sequence: after first shipment',
        'act: remove, sequence: before first shipment',
        'contradiction',
        'The act cannot come both before and after.',
        {
          words: 'events: { first shipment: the first goods arrive }',
        },
      ),
      example(
        'act: remove, sequence: after first shipment',
        'act: remove',
        'agree',
        'Only the US names an order; that is noted.',
        {
          words: 'events: { first shipment: the first goods arrive }',
        },
      ),
    ],
    see: ['conditions', 'start'],
  },
  status: {
    diagram: drawLadder(statusLadder, ''),
    examples: [
      example(
        'status: concluded',
        'status: in principle',
        'at-odds',
        'Concluded is further than in principle.',
      ),
      example(
        'status: concluded',
        'status: only in principle',
        'contradiction',
        'China says that it goes no further than in principle.',
      ),
    ],
    see: [...statusLadder.steps, 'only', 'not'],
  },
  force: {
    diagram: drawLadder(forceLadder, ''),
    examples: [
      example(
        'act: buy, force: commits',
        'act: buy, force: intends',
        'at-odds',
        'A commitment is firmer than an intention.',
      ),
      example(
        'act: buy, force: commits',
        'act: buy, force: non-binding',
        'at-odds',
        'China says that it is not binding.',
      ),
    ],
    see: ['hopes', 'considers', 'best efforts', 'intends', 'commits', 'non-binding'],
  },
}

/** How a facet enters the comparison, by its role. */
const roles = {
  region: 'It says where a claim applies: two claims that apply to nothing in common never contradict.',
  content:
    'It says what holds: where both apply, and no two such contents can both hold, it is a contradiction.',
} as const

export const facetPages: readonly Page[] = facets.map((facet) => {
  const { diagram = [], ...rest } = written[facet.name] ?? {
    examples: [],
    see: [],
  }
  const keys = facet.keys.map((k) => `${k.key}: ${k.examples.join(` | ${k.key}: `)}`)
  return page('facet', facet.name, facet.means, {
    rule: `${facet.rule}\n${roles[facet.role]}`,
    diagram: [...keys, ...(diagram.length > 0 ? ['', ...diagram] : [])],
    ...rest,
  })
})
