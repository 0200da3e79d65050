import type { Rule } from '../../rule.ts'

export const reservedName: Rule = {
  id: 'reserved-name',
  severity: 'error',
  summary: 'a name of a deal that is the name of a command',
  why: '`dealdiff check` would run the command: a deal of that name could be asked for only by its path.',
  bad: {
    yaml: 'aliases: [check]',
    at: 'check',
  },
  good: {
    yaml: 'aliases: [rice-check]',
  },
  found: { by: 'reading' },
}
