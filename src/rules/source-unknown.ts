import type { Source } from '../deal.ts'
import type { Rule, RuleFinding } from '../rule.ts'
import { keyAt } from './of/at.ts'

const help = 'Look it up; leave it out where it cannot be found.'

export const sourceUnknown: Rule = {
  id: 'source-unknown',
  severity: 'note',
  summary:
    'a source of which it is not known who issued it, in what rank, how much was read, or where it was seen',
  why: 'The rank decides which of two statements counts, and a silence is sure only where the statement was read whole. Who wants to check a claim has to find the statement.',
  bad: {
    yaml: `sources:
  us-june: { party: us, by: US Trade Representative, date: 2025-06-11 }
  china-june: { party: china, by: MOFCOM, kind: spokesperson, issuer: MOFCOM, date: 2025-06-12, read: whole, seen: { copy: original } }`,
    at: 'us-june',
  },
  good: {
    yaml: `sources:
  us-june: { party: us, by: US Trade Representative, kind: minister, issuer: USTR, date: 2025-06-11, read: part, seen: { copy: reprint, via: Reuters } }
  china-june: { party: china, by: MOFCOM, kind: spokesperson, issuer: MOFCOM, date: 2025-06-12, read: whole, seen: { copy: original } }`,
  },
  found: {
    by: 'deal',
    *in({ deal, root }) {
      // A deal coded from reprints knows the issuer of hardly any source: that is one note, not fifty.
      const issuerOnly: Source[] = []
      for (const source of deal.sources.values()) {
        const unknown = unknownOf(source)
        if (unknown.length === 1 && unknown[0] === 'issuer') issuerOnly.push(source)
        else if (unknown.length > 0)
          yield {
            place: source.place,
            args: [source.id, ...unknown],
            message: `Of the source "${source.id}" it is not known ${unknown.map((key) => WHAT[key]).join(', nor ')}.`,
            help,
          }
      }
      const [first] = issuerOnly
      if (first) yield withoutIssuer(issuerOnly, keyAt(root, 'sources') ?? first.place)
    },
  },
}

const WHAT = {
  kind: 'in what rank it was said (`kind`)',
  issuer: 'who issued it (`issuer`)',
  read: 'how much of it was read (`read`)',
  seen: 'where it was seen (`seen`)',
} as const
type Unknown = keyof typeof WHAT

/** Of press, `by` names the issuer already. */
const unknownOf = ({ party, kind, issuer, read, seen }: Source): Unknown[] => [
  ...(party.length > 0 && kind === null ? (['kind'] as const) : []),
  ...(party.length > 0 && issuer === null ? (['issuer'] as const) : []),
  ...(read === null ? (['read'] as const) : []),
  ...(seen.length === 0 ? (['seen'] as const) : []),
]

function withoutIssuer(sources: readonly Source[], section: Source['place']): RuleFinding {
  const [first] = sources
  if (sources.length === 1 && first)
    return {
      place: first.place,
      args: [first.id, 'issuer'],
      message: `Of the source "${first.id}" it is not known ${WHAT.issuer}.`,
      help,
    }
  const named = sources.slice(0, 3).map((s) => `"${s.id}"`)
  const more = sources.length > 3 ? ` and ${sources.length - 3} more` : ''
  return {
    place: section,
    // One more is another finding: else a source that an edit brought would be known unseen.
    args: ['issuer', ...sources.map((s) => s.id)],
    message: `Of ${sources.length} sources it is not known who issued them (\`issuer\`): ${named.join(', ')}${more}.`,
    help,
    related: sources.slice(0, 3).map((s) => ({ message: `the source "${s.id}"`, place: s.place })),
  }
}
