import type { Source } from '../deal.ts'
import type { Place } from '../place.ts'
import { lastDay } from '../values/time.ts'
import { cut } from '../words.ts'
import type { DealFile } from './deal-file.ts'
import type { Reader } from './shape.ts'

/** A source as the engine has it; what is wrong with it, and what of it is not known, is reported. */
export function readSource(
  id: string,
  value: DealFile['sources'][number]['value'],
  place: Place,
  aside: boolean,
  report: Reader['report'],
): Source {
  const party = value.party ?? []
  if (party.length === 0 && value.kind !== null && value.kind !== 'press')
    report({
      rule: 'source-without-party',
      place: value.at.get('kind') ?? place,
      message: `The source "${cut(id)}" is a ${value.kind} of no party; expected \`party\`, or kind press.`,
      help: 'Add `party:`, the party in whose name it was said.',
    })
  if (party.length > 0 && value.kind === 'press')
    report({
      rule: 'press-as-party',
      place: value.at.get('kind') ?? place,
      message: `The source "${cut(id)}" is press and has a party; expected one or the other: press is never a side's word.`,
      help: 'Delete `party` and code what it says under `reported`, or write the rank of who spoke as `kind`.',
    })
  return {
    id,
    party,
    by: value.by,
    kind: value.kind ?? (party.length === 0 ? 'press' : null),
    issuer: value.issuer,
    date: value.date,
    day: lastDay(value.date) as string,
    read: value.read,
    seen: (value.seen ?? []).map(({ copy, via, url }) => ({ copy, via, url })),
    aside,
    place,
  }
}
