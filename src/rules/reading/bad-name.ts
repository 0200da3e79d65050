import type { Rule } from '../../rule.ts'

export const badName: Rule = {
  id: 'bad-name',
  severity: 'error',
  summary: 'a name of a deal, party, source or term with a space or a sign in it',
  why: 'Names are typed on the command line and stand in paths and links, where a space or a sign parts them.',
  bad: {
    yaml: 'aliases: [rice deal]',
    at: 'rice deal',
  },
  good: {
    yaml: 'aliases: [rice-deal]',
  },
  found: { by: 'reading' },
}
