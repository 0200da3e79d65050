import type { Rule } from '../../rule.ts'

export const yamlEmpty: Rule = {
  id: 'yaml-empty',
  severity: 'error',
  summary: 'a file that holds nothing but comments',
  why: 'An empty file is mostly one that was not saved: as a deal without terms it would pass for sound.',
  bad: {
    yaml: `# To be written once both sides have spoken.
`,
    at: '',
    whole: true,
  },
  good: {
    yaml: `terms:
  purchase: { title: China buys US rice, obligor: china }`,
  },
  found: { by: 'reading' },
}
