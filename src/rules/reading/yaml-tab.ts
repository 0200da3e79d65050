import type { Rule } from '../../rule.ts'

export const yamlTab: Rule = {
  id: 'yaml-tab',
  severity: 'error',
  summary: 'a tab where a line is indented',
  why: 'Editors show a tab as two spaces or as eight: which key it stands under would depend on who looks.',
  bad: {
    yaml: `terms:
  purchase:
\t title: China buys US rice`,
    at: '\t',
  },
  good: {
    yaml: `terms:
  purchase:
    title: China buys US rice`,
  },
  found: { by: 'reading' },
}
