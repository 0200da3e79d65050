import { type Look, mend } from '../../check/fix.ts'
import { contentOf, meaningOf, wordsText } from '../../check/meaning.ts'
import { isSound, passOver } from '../../check/pass.ts'
import { grouped, type Screened } from '../../check/suppressed.ts'
import type { Diagnostic } from '../../diagnostic.ts'
import { rewriteText } from '../../disk.ts'
import { TroubleError } from '../../errors.ts'
import type { Found, FoundToCheck } from '../../operand.ts'
import type { Text } from '../../place.ts'
import { parseDeal, parseVocabularies } from '../../read/parse.ts'
import type { CheckReport, Trouble } from '../../report/report.ts'
import { rules } from '../../rules/index.ts'
import { attempt } from './survey.ts'

/** There is nothing to write to but files of the disk; those that come with the program are nobody's to edit. */
export function refuseUnwritable({ deals, vocabularies }: FoundToCheck): void {
  for (const { path, file } of [...deals, ...vocabularies])
    if (file === null || path.startsWith('shipped:'))
      throw new TroubleError(
        'nothing-to-write',
        `--fix writes to files, and "${path}" is none that it can write to.`,
        path === '-' ? 'Save it as a file first.' : 'Name a file or folder of your own.',
      )
}

/** Mends what was found and is not suppressed, file by file, and says what was mended where. */
export function mendFiles(
  found: FoundToCheck,
  shown: readonly Diagnostic[],
  screen: (found: readonly Diagnostic[]) => Screened,
  trouble: Trouble[],
): CheckReport['fixed'] {
  const mendable = grouped(
    shown.filter((d) => d.fix.length > 0),
    (d) => d.place.path,
  )
  const files = [
    ...found.vocabularies.map((one) => ({ one, looking: lookAtWords })),
    ...found.deals.map((one) => ({ one, looking: lookAtDeal })),
  ]
  return files.flatMap(({ one, looking }) => {
    const first = mendable.get(one.path)
    if (!first || one.file === null) return []
    const { file } = one
    const mended = attempt(trouble, () => {
      const was = one.text()
      const again = looking(one, (all) => screen(all).shown)
      // What takes several files to find was found once, in the file as it is.
      const { text, rules: of } = mend(was.text, (now) =>
        now === was.text ? { ...parts(again(now)), mendable: first } : again(now),
      )
      if (of.length > 0) rewriteText(file, one.path, text, was.text)
      return of
    })
    return mended && mended.length > 0 ? [{ path: one.path, rules: mended }] : []
  })
}

const parts = ({ errors, meaning, content }: Look): Omit<Look, 'mendable'> => ({ errors, meaning, content })

type Looking = (
  one: Found,
  shown: (found: readonly Diagnostic[]) => readonly Diagnostic[],
) => (text: string) => Look

const lookAtDeal: Looking = (one, shown) => {
  const words = parseVocabularies(one.vocabularies())
  return (text) => {
    const file: Text = { path: one.path, text }
    const parsed = parseDeal(file, words)
    const found = passOver(rules).see(file, parsed).shown
    return {
      mendable: shown(found).filter((d) => d.fix.length > 0),
      errors: found.filter((d) => d.severity === 'error'),
      meaning: parsed.deal && meaningOf(parsed.deal),
      content: parsed.root && contentOf(parsed.root),
    }
  }
}

const lookAtWords: Looking = (one, shown) => (text) => {
  const texts = one.vocabularies().map((t) => (t.path === one.path ? { ...t, text } : t))
  const words = parseVocabularies(texts)
  const found = passOver(rules).seeWords(words, (path) => path === one.path).shown
  const root = words.roots[texts.findIndex((t) => t.path === one.path)] ?? null
  return {
    mendable: shown(found).filter((d) => d.fix.length > 0),
    errors: found.filter((d) => d.severity === 'error'),
    meaning: isSound(words.diagnostics) ? wordsText(words.vocabulary) : null,
    content: root && contentOf(root),
  }
}
