import type { Diagnostic } from '../diagnostic.ts'
import type { Text } from '../place.ts'
import type { Parsed, Words } from '../read/parse.ts'
import type { Rule } from '../rule.ts'
import { type Ignores, ignoresIn } from './ignore.ts'
import { linting } from './lint.ts'
import { grouped, type Screened } from './suppressed.ts'

/**
 * One run over deal files and vocabularies: reading, rules, and the comments that ignore what these find. Of a file it
 * keeps no more than names, places, and the comments of use to rules that see several files.
 */
interface Pass {
  /** What is found in one deal file; what is found in its vocabularies comes with these. */
  readonly see: (file: Text, parsed: Parsed) => Screened
  /** What is found in vocabularies, those of them that are asked for by their paths. */
  readonly seeWords: (words: Words, wanted: (path: string) => boolean) => Screened
  /** What takes several files; `isWhole` tells whether all the files beside one were seen, and none had errors. */
  readonly end: (isWhole: (path: string) => boolean) => Screened
}

/**
 * Begins a run with these rules: files go in one by one, and at the end what takes several of them comes out. As of a day
 * not everything is found that the comments are for, so that none of them is called unused.
 */
export function passOver(rules: readonly Rule[], asOf: string | null = null): Pass {
  const lint = linting(rules, asOf)
  const overall = new Set(rules.filter((rule) => rule.found.by === 'folder').map((rule) => rule.id))
  const errors = new Set(rules.filter((rule) => rule.severity === 'error').map((rule) => rule.id))
  const kept = new Map<string, Ignores>()

  /** The findings of one file, less those that its comments ignore. A file with errors hides what else would be found. */
  const screened = (
    path: string,
    found: readonly Diagnostic[],
    { ignores, malformed }: ReturnType<typeof ignoresIn>,
    isSound: boolean,
  ): Screened => {
    const { shown, suppressed } = ignores.screen(found)
    const unused =
      asOf === null ? ignores.end((rule) => (isSound ? !overall.has(rule) : errors.has(rule))) : []
    if (isSound && ignores.names(overall)) kept.set(path, ignores)
    return { shown: [...shown, ...malformed, ...unused], suppressed }
  }

  return {
    see: (file, parsed) => {
      const own = parsed.diagnostics.filter((d) => d.place.path === file.path)
      const found = [...own, ...lint.see(file, parsed)]
      const comments = ignoresIn(file, parsed.root, parsed.comments, rules)
      return screened(file.path, found, comments, parsed.deal !== null)
    },
    seeWords: (words, wanted) => {
      const parts = words.texts.flatMap((text, i) => {
        if (!wanted(text.path)) return []
        const found = words.diagnostics.filter((d) => d.place.path === text.path)
        const comments = ignoresIn(text, words.roots[i] ?? null, words.comments[i] ?? [], rules)
        return [screened(text.path, found, comments, isSound(found))]
      })
      return joined(parts)
    },
    end: (isWhole) => {
      const found = grouped(lint.end(isWhole), (d) => d.place.path)
      const screenedParts = [...found].map(
        ([path, of]) => kept.get(path)?.screen(of) ?? { shown: of, suppressed: [] },
      )
      const unused = [...kept].flatMap(([path, ignores]) =>
        asOf === null && isWhole(path) ? ignores.end((rule) => overall.has(rule)) : [],
      )
      return joined([...screenedParts, { shown: unused, suppressed: [] }])
    },
  }
}

/** Whether findings have no error among them. */
export const isSound = (found: readonly Diagnostic[]): boolean => found.every((d) => d.severity !== 'error')

/** Several parts as one. */
export const joined = (parts: readonly Screened[]): Screened => ({
  shown: parts.flatMap((part) => part.shown),
  suppressed: parts.flatMap((part) => part.suppressed),
})
