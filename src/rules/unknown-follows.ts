import type { Place } from '../place.ts'
import type { Rule } from '../rule.ts'
import { cut, nearest } from '../words.ts'
import { nodeAt } from './of/at.ts'
import { byFolder } from './of/folders.ts'
import { pact } from './of/pact.ts'

interface Seen {
  readonly names: Set<string>
  readonly follows: { readonly name: string; readonly place: Place; readonly isItself: boolean }[]
}

export const unknownFollows: Rule = {
  id: 'unknown-follows',
  severity: 'note',
  summary: 'a deal that follows one of which there is no file beside it',
  why: 'The header names the deal that this one follows. Where that name is none, the thread from one deal to the next is cut.',
  bad: {
    yaml: 'follows: genewa',
    at: 'genewa',
    beside: { 'geneva.yaml': pact('geneva') },
  },
  good: {
    yaml: 'follows: geneva',
    beside: { 'geneva.yaml': pact('geneva') },
  },
  found: {
    by: 'folder',
    start: () => {
      const folders = byFolder((): Seen => ({ names: new Set(), follows: [] }))
      return {
        see: ({ deal, root }) => {
          const folder = folders.of(deal.path)
          const own = [deal.id, ...deal.aliases]
          for (const name of own) folder?.names.add(name)
          const place = nodeAt(root, 'follows')?.place
          if (deal.follows !== null && place)
            folder?.follows.push({ name: deal.follows, place, isItself: own.includes(deal.follows) })
        },
        *end(isWhole) {
          for (const { names, follows } of folders.all())
            for (const { name, place, isItself } of follows) {
              if (isItself)
                yield {
                  place,
                  args: [name],
                  message: `The deal follows "${cut(name)}", which is itself; expected the name of an earlier one.`,
                  help: 'Name the deal before it, or leave the key out.',
                }
              // What was not looked at may be the deal that it follows.
              if (names.has(name) || !isWhole(place.path)) continue
              const near = nearest(name, names)
              yield {
                place,
                args: [name],
                message: `The deal follows "${cut(name)}", and no deal beside it is called so; expected the name of one.`,
                help:
                  near === null ? 'Leave it if that deal is still to be coded.' : `Did you mean "${near}"?`,
              }
            }
        },
      }
    },
  },
}
