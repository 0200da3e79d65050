import type { Example, Page } from '../report/report.ts'
import type { Verdict } from '../verdict.ts'

/** Makes a page; what is not given is empty. */
export const page = (
  kind: string,
  word: string,
  means: string,
  rest: Partial<Omit<Page, 'kind' | 'word' | 'means'>> = {},
): Page => ({
  word,
  kind,
  means,
  rule: null,
  examples: [],
  see: [],
  diagram: [],
  ...rest,
})

/** What the US says, what China says (null: nothing), the verdict, and why. */
export const example = (
  us: string | null,
  china: string | null,
  verdict: Verdict,
  because: string,
  needs: Pick<Example, 'term' | 'words'> = {},
): Example => ({ us, china, verdict, because, ...needs })

/** What the author of a page writes where the word and its kind are known. */
export interface Written {
  readonly means: string
  readonly rule?: string
  readonly examples?: readonly Example[]
  readonly see?: readonly string[]
  readonly diagram?: readonly string[]
}

/** A page for each word of a registry. */
export const pagesOf = <W extends string>(
  kind: string,
  words: readonly W[],
  written: Readonly<Record<W, Written>>,
): readonly Page[] =>
  words.map((word) => {
    const { means, ...rest } = written[word]
    return page(kind, word, means, rest)
  })
