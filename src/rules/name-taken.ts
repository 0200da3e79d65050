import { comparePlaces, type Place } from '../place.ts'
import type { Rule } from '../rule.ts'
import { cut } from '../words.ts'
import { nodeAt } from './of/at.ts'
import { byFolder } from './of/folders.ts'

/** Whose name it is; a deal's own name comes before what another is also called. */
interface Owner {
  readonly path: string
  readonly place: Place
  readonly isAlias: boolean
}

const pact = (aliases: string): string => `deal: geneva
aliases: [${aliases}]
parties: { us: United States, china: China }
sources:
  us-may: { party: us, by: USTR, kind: minister, issuer: USTR, date: 2025-05-11, read: whole, seen: { copy: original } }
terms: { purchase: { title: China buys US rice } }
announced: { us: { purchase: { act: buy, source: us-may } }, china: { purchase: { not-applicable: true } } }
`

export const nameTaken: Rule = {
  id: 'name-taken',
  severity: 'warning',
  summary: 'a name that another deal of the folder has too',
  why: 'A deal is asked for by its name or an alias. One that two deals have finds the one of them that was not meant, or neither.',
  bad: {
    yaml: 'aliases: [truce]',
    at: 'truce',
    beside: { 'geneva.yaml': pact('truce') },
  },
  good: {
    yaml: 'aliases: [rice-truce]',
    beside: { 'geneva.yaml': pact('truce') },
  },
  found: {
    by: 'folder',
    start: () => {
      const folders = byFolder(() => new Map<string, Owner[]>())
      return {
        see: ({ deal, root }) => {
          const names = folders.of(deal.path)
          const put = (name: string, place: Place | undefined, isAlias: boolean): void => {
            if (place) names?.set(name, [...(names.get(name) ?? []), { path: deal.path, place, isAlias }])
          }
          put(deal.id, nodeAt(root, 'deal')?.place, false)
          const aliases = nodeAt(root, 'aliases')
          const items = aliases?.kind === 'list' ? aliases.items : []
          for (const [i, alias] of deal.aliases.entries()) put(alias, items[i]?.place, true)
        },
        *end() {
          for (const names of folders.all())
            for (const [name, owners] of names) {
              const [holder, ...others] = [...owners].sort(
                (a, b) => Number(a.isAlias) - Number(b.isAlias) || comparePlaces(a.place, b.place),
              )
              for (const { path, place } of others)
                if (holder && path !== holder.path)
                  yield {
                    place,
                    args: [name],
                    message: `The name "${cut(name)}" is taken by "${holder.path}"; expected a name that no other deal of the folder has.`,
                    help: 'Give one of the two another name.',
                    related: [{ message: 'the other deal', place: holder.place }],
                  }
            }
        },
      }
    },
  },
}
