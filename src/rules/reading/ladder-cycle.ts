import type { Rule } from '../../rule.ts'

export const ladderCycle: Rule = {
  id: 'ladder-cycle',
  severity: 'error',
  summary: 'a step that stands twice on one ladder of acts',
  why: 'A step is further than those below it; standing twice, it would be further than itself.',
  bad: {
    yaml: `words:
  ladders:
    act:
      - { steps: [inspect, clear, Inspect], floor: turn back }`,
    at: 'Inspect',
  },
  good: {
    yaml: `words:
  ladders:
    act:
      - { steps: [inspect, clear], floor: turn back }`,
  },
  found: { by: 'reading' },
}
