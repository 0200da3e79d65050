import type { Rule } from '../../rule.ts'

export const yamlTooLarge: Rule = {
  id: 'yaml-too-large',
  severity: 'error',
  summary: 'a file of more than two million bytes',
  why: 'So much is no deal that anyone coded by hand; reading it could bring down what checks it.',
  bad: {
    yaml: `# A log that was pasted in: ${'x'.repeat(2_000_000)}\ndeal: rice\n`,
    at: '',
    whole: true,
  },
  good: {
    yaml: 'record-closes: 2025-07-15',
  },
  found: { by: 'reading' },
}
