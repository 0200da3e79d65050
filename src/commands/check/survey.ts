import { passOver, isSound } from '../../check/pass.ts'
import { detached, type Screened, type Suppressed } from '../../check/suppressed.ts'
import type { Diagnostic } from '../../diagnostic.ts'
import { TroubleError } from '../../errors.ts'
import type { FoundToCheck } from '../../operand.ts'
import type { Text } from '../../place.ts'
import { parseDeal, parseVocabularies, type Words } from '../../read/parse.ts'
import type { CheckReport, Trouble } from '../../report/report.ts'
import { rules } from '../../rules/index.ts'

/** What was found in some files, comments that ignore findings applied. */
export interface Surveyed {
  readonly shown: readonly Diagnostic[]
  readonly ignored: readonly Suppressed[]
  readonly trouble: readonly Trouble[]
  readonly files: readonly string[]
  readonly deals: CheckReport['deals']
  /** The files that were read and have no errors, vocabularies too: of these all that there is was found. */
  readonly sound: ReadonlySet<string>
}

interface Surveying {
  /** A text under the name by which it is reported. */
  readonly called: (file: Text) => Text
  /** Of the files that have no errors: what tells whether all the deal files beside one are among them. */
  readonly wholeAmong: (sound: ReadonlySet<string>) => (path: string) => boolean
  /** The day as of which the terms are compared; null: as of the last statement. */
  readonly asOf: string | null
}

/** What can be thrown by one file of many: the others are checked all the same. */
export function attempt<T>(trouble: Trouble[], act: () => T): T | null {
  try {
    return act()
  } catch (error) {
    if (!(error instanceof TroubleError)) throw error
    trouble.push({ code: error.code, message: error.message, hint: error.hint })
    return null
  }
}

/** Reads each file once, and lets it go; only what was found is kept, and names. */
export function survey(found: FoundToCheck, { called, wholeAmong, asOf }: Surveying): Surveyed {
  const pass = passOver(rules, asOf)
  const wordsOf = wordsCache()
  const shown: Diagnostic[] = []
  const ignored: Suppressed[] = []
  const trouble: Trouble[] = []
  const deals: CheckReport['deals'][number][] = []
  const sound = new Set<string>()
  const seen = new Set<string>()
  const keep = (screened: Screened): void => {
    shown.push(...detached(screened.shown))
    ignored.push(...detached(screened.suppressed))
  }
  const seeWords = (texts: readonly Text[]): Words => {
    const words = wordsOf(texts)
    if (texts.every(({ path }) => seen.has(path))) return words
    keep(pass.seeWords(words, (path) => !seen.has(path)))
    for (const [i, { path }] of texts.entries()) {
      if (!seen.has(path) && words.roots[i] === null) trouble.push(unreadable(path))
      seen.add(path)
      if (isSound(words.diagnostics.filter((d) => d.place.path === path))) sound.add(path)
    }
    return words
  }
  for (const one of found.vocabularies)
    attempt(trouble, () => {
      one.text()
      seeWords(one.vocabularies())
    })
  for (const one of found.deals)
    attempt(trouble, () => {
      const file = called(one.text())
      const parsed = parseDeal(file, seeWords(one.vocabularies()))
      keep(pass.see(file, parsed))
      if (!parsed.readable) trouble.push(unreadable(file.path))
      if (parsed.deal) sound.add(file.path)
      const terms = [...(parsed.deal?.terms.keys() ?? [])]
      deals.push(detached({ path: file.path, deal: parsed.deal?.id ?? null, terms }))
    })
  keep(pass.end(wholeAmong(sound)))
  const files = [...found.vocabularies, ...deals].map(({ path }) => path)
  return { shown, ignored, trouble, files, deals, sound }
}

const unreadable = (path: string): Trouble => ({
  code: 'unreadable',
  message: `${path} cannot be read as one YAML document.`,
  hint: null,
})

/** As many readings of vocabularies as are kept: files come folder by folder. */
const MOST_KEPT = 4

/** Reads vocabularies once for files that come one after another and share them. */
function wordsCache(): (texts: readonly Text[]) => Words {
  const kept: Words[] = []
  const same = (words: Words, texts: readonly Text[]): boolean =>
    words.texts.length === texts.length &&
    texts.every((t, i) => t.path === words.texts[i]?.path && t.text === words.texts[i].text)
  return (texts) => {
    const known = kept.find((words) => words.texts === texts) ?? kept.find((words) => same(words, texts))
    if (known) return known
    const words = parseVocabularies(texts)
    kept.unshift(words)
    kept.length = Math.min(kept.length, MOST_KEPT)
    return words
  }
}
