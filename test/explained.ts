import { readFileSync } from 'node:fs'
import { wordKinds } from '../src/explain/words.ts'
import { rulePages } from '../src/explain/rules.ts'
import { pages } from '../src/explain.ts'
import { parseDeal, parseVocabularies } from '../src/read/parse.ts'
import type { Example, Page } from '../src/report/report.ts'

const shippedPath = new URL('../deals/vocabulary.yaml', import.meta.url)
const shipped = {
  path: 'vocabulary.yaml',
  text: readFileSync(shippedPath, 'utf8'),
}
const words = parseVocabularies([shipped])
export const { vocabulary } = words

const isSilence = (body: string): boolean => /^(silent|declined|noted-by|general|not-applicable):/.test(body)
const entry = (party: string, body: string): string =>
  `  ${party}:\n    thing: { ${body}${isSilence(body) ? '' : `, source: ${party}-read-whole`} }`

/** A deal around an example: each side speaks once, on one day; what nobody announced, the press reports. */
export function dealAround(
  { us, china, term, words: own }: Pick<Example, 'us' | 'china' | 'term' | 'words'>,
  reported: string | null,
  vocabularies = words,
) {
  const announced = [
    us === null ? [] : [entry('us', us)],
    china === null ? [] : [entry('china', china)],
  ].flat()
  const text = [
    'deal: example',
    'parties: { us: United States, china: China }',
    ...(own === undefined ? [] : ['words:', ...own.split('\n').map((row) => `  ${row}`)]),
    'sources:',
    ...['us', 'china'].flatMap((party) =>
      ['whole', 'part'].map((read) => {
        const id = `${party}-read-${read === 'whole' ? 'whole' : 'in-part'}`
        return `  ${id}: { party: ${party}, by: ${party}, kind: text, date: 2025-06-11, read: ${read} }`
      }),
    ),
    '  press-report: { by: a newspaper, kind: press, date: 2025-06-12 }',
    `terms: { thing: { title: The thing is done, obligor: china${term === undefined ? '' : `, ${term}`} } }`,
    announced.length > 0 ? 'announced:' : 'announced: {}',
    ...announced,
    ...(reported === null
      ? []
      : ['reported:', `  - { term: thing, attributed: china, ${reported}, source: press-report }`]),
    '',
  ].join('\n')
  const { deal, diagnostics } = parseDeal({ path: 'example.yaml', text }, vocabularies)
  if (!deal) throw new Error(`${diagnostics.map((d) => d.message).join('\n')}\n${text}`)
  return deal
}

const declared: readonly Page[] = wordKinds.flatMap(({ words, page }) =>
  words(vocabulary).map((word) => page(vocabulary, word)),
)
/** Every page there is with the shipped vocabulary. */
export const all = [...pages, ...declared, ...rulePages(vocabulary, () => true)]
