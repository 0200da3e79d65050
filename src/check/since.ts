import type { Diagnostic } from '../diagnostic.ts'
import { grouped, identityOf, type Screened } from './suppressed.ts'

/** What was found before an edit: of each file, under its name now, how often, and the lines on which it stood. */
export type Before = ReadonlyMap<string, readonly (string | null)[]>

const keyOf = (finding: Diagnostic): string => JSON.stringify([finding.place.path, identityOf(finding)])

/** Keeps of the findings before an edit what tells them again. */
export function beforeOf(found: readonly Diagnostic[]): Before {
  const by = grouped(found, keyOf)
  return new Map([...by].map(([key, alike]) => [key, alike.map((finding) => finding.excerpt)]))
}

/**
 * Parts what an edit brought from what was there before. Of several alike, as many are old as there were; those first
 * that stand on a line as it was.
 */
export function screenSince(found: readonly Diagnostic[], before: Before): Screened {
  const old = new Set<Diagnostic>()
  for (const [key, alike] of grouped(found, keyOf)) {
    const lines = [...(before.get(key) ?? [])]
    let left = lines.length
    for (const finding of alike) {
      const at = lines.indexOf(finding.excerpt)
      if (at === -1) continue
      lines.splice(at, 1)
      left--
      old.add(finding)
    }
    for (const finding of alike.filter((f) => !old.has(f)).slice(0, left)) old.add(finding)
  }
  return {
    shown: found.filter((finding) => !old.has(finding)),
    suppressed: found
      .filter((finding) => old.has(finding))
      .map((finding) => ({ by: 'since', reason: null, finding })),
  }
}
