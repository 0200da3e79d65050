import type { Rule } from '../../rule.ts'

export const hierarchyCycle: Rule = {
  id: 'hierarchy-cycle',
  severity: 'error',
  summary: 'words of scope of which each holds the other',
  why: 'Which of two goods is the wider decides which side promised more; in a circle neither is.',
  bad: {
    yaml: `words:
  axes:
    goods: { grain: [rice], rice: [long grain, Grain] }`,
    at: 'Grain',
  },
  good: {
    yaml: `words:
  axes:
    goods: { grain: [rice], rice: [long grain] }`,
  },
  found: { by: 'reading' },
}
