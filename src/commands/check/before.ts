import type { Diagnostic } from '../../diagnostic.ts'
import { absolutePath, relativePath } from '../../disk.ts'
import { commitOf, renamesSince, repositoryAt } from '../../git.ts'
import {
  checkedAt,
  dealsAt,
  type Found,
  type FoundToCheck,
  type Revision,
  type Surroundings,
} from '../../operand.ts'
import { survey, type Surveyed } from './survey.ts'

/**
 * What the same check finds at a revision: the same files by the names they had there, in the vocabularies of that time.
 * Every path is the one that the file has now, as it is shown now; and both are compared as of one day.
 */
export async function surveyAt(
  name: string,
  operands: readonly string[],
  now: FoundToCheck,
  at: Surroundings,
  asOf: string | null,
): Promise<Surveyed> {
  const repo = repositoryAt(at.cwd, at.env)
  const revision: Revision = { repo, commit: commitOf(repo, name), name }
  const then = await checkedAt(revision, operands, at)
  const renames = renamesSince(repo, revision.commit)
  const there = new Set(then.deals.map((one) => one.where))
  const shownNow = new Map([...now.deals, ...now.vocabularies].map((one) => [one.where, one.path]))
  const nameNow = new Map<string, string>()
  const meet = (one: Found, where: string | null): void => {
    const path = where === null ? undefined : (shownNow.get(where) ?? shownFrom(where))
    if (path !== undefined) nameNow.set(one.path, path)
  }
  const shownFrom = (where: string): string => relativePath(at.cwd, absolutePath(where, { cwd: repo.root }))
  for (const one of [...then.deals, ...then.vocabularies]) meet(one, one.where)
  const followed: Found[] = []
  for (const { where } of now.deals) {
    const old = where === null ? undefined : renames.get(where)
    if (where === null || old === undefined || there.has(where)) continue
    const known = then.deals.find((one) => one.where === old)
    const found = known ?? (await dealsAt(revision, [`./${shownFrom(old)}`], at))[0]
    if (!found) continue
    meet(found, where)
    if (!known) followed.push(found)
  }
  const made = survey(
    { deals: [...then.deals, ...followed], vocabularies: then.vocabularies },
    { called: (file) => file, wholeAmong: () => () => true, asOf },
  )
  // A vocabulary that applies without being named has its path from the root behind the revision.
  const path = (shown: string): string =>
    nameNow.get(shown) ?? (shown.startsWith(`${name}:`) ? shownFrom(shown.slice(name.length + 1)) : shown)
  const moved = (d: Diagnostic): Diagnostic => ({ ...d, place: { ...d.place, path: path(d.place.path) } })
  return {
    ...made,
    shown: made.shown.map(moved),
    ignored: made.ignored.map((s) => ({ ...s, finding: moved(s.finding) })),
    sound: new Set([...made.sound].map(path)),
  }
}
