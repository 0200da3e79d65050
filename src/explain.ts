import { facetPages } from './explain/facets.ts'
import { fatePages } from './explain/fates.ts'
import { judgementPages } from './explain/judgements.ts'
import { keyPages } from './explain/keys.ts'
import { ladderPages } from './explain/ladders.ts'
import { mannerPages } from './explain/manners.ts'
import { kindPages, naturePages } from './explain/natures.ts'
import { page } from './explain/page.ts'
import { reasonPages } from './explain/reasons.ts'
import { relationPages } from './explain/relations.ts'
import { rulePages } from './explain/rules.ts'
import { screenCalled, screenPages } from './explain/screen.ts'
import { silencePages } from './explain/silences.ts'
import { stancePages } from './explain/stances.ts'
import { tracedPages } from './explain/traced.ts'
import { unitCalled, unitPages } from './explain/units.ts'
import { verdictPages } from './explain/verdicts.ts'
import { wordKinds } from './explain/words.ts'
import type { Page } from './report/report.ts'
import { rules } from './rules/index.ts'
import type { Vocabulary } from './vocabulary.ts'
import { normalWord } from './words.ts'

/** Every page that does not depend on a vocabulary. */
export const pages: readonly Page[] = [
  ...verdictPages,
  ...reasonPages,
  ...facetPages,
  ...stancePages,
  ...ladderPages,
  ...mannerPages,
  ...unitPages,
  ...silencePages,
  ...judgementPages,
  ...naturePages,
  ...kindPages,
  ...fatePages,
  ...relationPages,
  ...keyPages,
  ...screenPages,
  ...tracedPages,
]

/** The pages for a word, however it is spelled; empty where nothing is called so. */
export function pagesFor(word: string, vocabulary: Vocabulary): readonly Page[] {
  const wanted = normalWord(word)
  const unit = unitCalled(word.trim())
  const label = screenCalled(wanted)
  const named = pages.filter(
    (p) => normalWord(p.word) === wanted || p.word === label || (p.kind === 'unit' && p.word === unit),
  )
  const declared = wordKinds.flatMap(({ words, page: make }) =>
    words(vocabulary).includes(wanted) ? [make(vocabulary, wanted)] : [],
  )
  const ruled = rulePages(vocabulary, (id) => normalWord(id) === wanted)
  return [...named, ...declared, ...ruled]
}

/** Every word that has a page, by its kind. */
function byKind(vocabulary: Vocabulary): ReadonlyMap<string, readonly string[]> {
  const out = new Map<string, string[]>()
  const put = (kind: string, word: string): void => {
    out.set(kind, [...(out.get(kind) ?? []), word])
  }
  for (const { kind, word } of pages) put(kind, word)
  for (const { kind, words } of wordKinds) for (const word of words(vocabulary)) put(kind, word)
  for (const { id } of rules) put('rule', id)
  return out
}

/** Every word that has a page, for suggestions and the index. */
export const explainedWords = (vocabulary: Vocabulary): readonly string[] => [
  ...new Set([...byKind(vocabulary).values()].flat()),
]

/** Wide enough for most words, narrow enough for a small screen. */
const LINE = 66

/** Words in lines, with commas between them. */
function inLines(words: readonly string[]): readonly string[] {
  const out: string[] = []
  words.forEach((word, i) => {
    const text = i === words.length - 1 ? word : `${word},`
    const last = out.at(-1)
    if (last !== undefined && last.length + text.length < LINE) out[out.length - 1] = `${last} ${text}`
    else out.push(`  ${text}`)
  })
  return out
}

/** What `dealdiff explain` prints alone: the kinds of words, each with its words. */
export const indexPage = (vocabulary: Vocabulary): Page =>
  page('index', 'explain', 'Every word that has a page of its own. One of them: dealdiff explain WORD.', {
    diagram: [...byKind(vocabulary)].flatMap(([kind, words], i) => [
      ...(i > 0 ? [''] : []),
      kind,
      ...inLines(words),
    ]),
  })
