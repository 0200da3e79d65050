import type { Place } from '../place.ts'
import type { Rule } from '../rule.ts'
import { cut, nearest } from '../words.ts'
import { valueAt } from './of/at.ts'
import { byFolder } from './of/folders.ts'
import { pact } from './of/pact.ts'

interface Seen {
  readonly names: Set<string>
  readonly fates: { readonly name: string; readonly term: string; readonly place: Place }[]
}

const renewed = `fates:
  - { term: purchase, fate: renewed, date: 2025-08-12, deal: NAME, source: us-june }`

export const unknownFateDeal: Rule = {
  id: 'unknown-fate-deal',
  severity: 'note',
  summary: 'a fate that names a deal of which there is no file beside it',
  why: 'Where a commitment goes on in a later deal, the reader is sent there. A name that is no deal leads nowhere.',
  bad: {
    yaml: renewed.replace('NAME', 'stockhom'),
    at: 'stockhom',
    beside: { 'stockholm.yaml': pact('stockholm') },
  },
  good: {
    yaml: renewed.replace('NAME', 'stockholm'),
    beside: { 'stockholm.yaml': pact('stockholm') },
  },
  found: {
    by: 'folder',
    start: () => {
      const folders = byFolder((): Seen => ({ names: new Set(), fates: [] }))
      return {
        see: ({ deal, root }) => {
          const folder = folders.of(deal.path)
          for (const name of [deal.id, ...deal.aliases]) folder?.names.add(name)
          for (const fate of deal.fates)
            if (fate.deal !== null)
              folder?.fates.push({ name: fate.deal, term: fate.term, place: valueAt(root, fate, 'deal') })
        },
        *end(isWhole) {
          for (const { names, fates } of folders.all())
            for (const { name, term, place } of fates) {
              // What was not looked at may be the deal in which it goes on.
              if (names.has(name) || !isWhole(place.path)) continue
              const near = nearest(name, names)
              yield {
                place,
                args: [term, name],
                message: `"${cut(term)}" is said to go on in "${cut(name)}", and no deal beside this one is called so; expected the name of one.`,
                help:
                  near === null
                    ? 'Leave it if that deal is still to be coded.'
                    : `Did you mean "${cut(near)}"?`,
              }
            }
        },
      }
    },
  },
}
