import type { Rule } from '../../rule.ts'

/** More brackets than any file needs. */
const LEVELS = 120

export const yamlTooDeep: Rule = {
  id: 'yaml-too-deep',
  severity: 'error',
  summary: 'nesting that no deal file needs',
  why: 'A file nested a hundred levels deep is no deal, but can bring down what reads it.',
  bad: {
    yaml: `words: { axes: { goods: ${'['.repeat(LEVELS)}rice${']'.repeat(LEVELS)} } }`,
    at: '[',
    after: '['.repeat(97),
  },
  good: {
    yaml: `words:
  axes:
    goods: { grain: { rice: [long grain, short grain] } }`,
  },
  found: { by: 'reading' },
}
