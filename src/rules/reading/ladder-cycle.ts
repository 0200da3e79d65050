import type { Rule } from '../../rule.ts'

export const ladderCycle: Rule = {
  id: 'ladder-cycle',
  severity: 'error',
  summary: 'a step of a ladder that would include itself, or what it excludes',
  why: 'A step includes those below it on every ladder. Twice on one, or below a step on one ladder and above it on another, it would be further than itself; above its opposite, or the floor that denies it, it could never be taken. Which of the two lines counts would be a guess.',
  bad: {
    yaml: `words:
  ladders:
    act:
      - { steps: [supply, review applications] }`,
    at: 'review applications',
  },
  good: {
    yaml: `words:
  ladders:
    act:
      - { steps: [supply, supply at once] }`,
  },
  found: { by: 'reading' },
}
