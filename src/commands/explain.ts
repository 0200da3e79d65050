import { TroubleError } from '../errors.ts'
import type { Io } from '../io.ts'
import { resolveDeals, vocabulariesFor } from '../operand.ts'
import type { Options } from '../options.ts'
import { parseVocabularies } from '../read/parse.ts'
import type { Report } from '../report/report.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { nearest } from '../words.ts'
import { blankReport, type Command, read, surroundings } from './command.ts'

export const explain: Command = {
  name: 'explain',
  operands: '[word...]',
  summary: 'what a verdict, reason, rule, aspect, ladder, unit or word means',
  main: true,
  picks: false,
  asOf: 'taken, and changes nothing: what this prints has no date',
  run,
}

/** The words of the shelf: shipped, beside the deals, and of the deals themselves. */
async function shelfWords(options: Options, io: Io): Promise<Vocabulary> {
  const at = surroundings(options, io)
  return parseVocabularies(vocabulariesFor(at.shelf.dir, at)).vocabulary
}

async function run(operands: readonly string[], options: Options, io: Io): Promise<Report> {
  const word = operands.length === 0 ? null : operands.join(' ')
  const { pagesFor, indexPage, explainedWords } = await import('../explain.ts')
  const base = blankReport('explain', null, io)
  const shelf = await shelfWords(options, io)
  if (word === null) return { ...base, explain: [indexPage(shelf)] }
  const pages = pagesFor(word, shelf)
  if (pages.length > 0) return { ...base, explain: pages }
  // A word that only one deal's own vocabulary has.
  const at = surroundings(options, io)
  const { deals } = read(await resolveDeals([], at).catch(() => []), options)
  for (const deal of deals) {
    const own = pagesFor(word, deal.vocabulary)
    if (own.length > 0) return { ...base, explain: own }
  }
  const known = [...explainedWords(shelf), ...deals.flatMap((d) => explainedWords(d.vocabulary))]
  const near = nearest(word, known)
  throw new TroubleError(
    'unknown-word',
    `There is no page for "${word}".`,
    near
      ? `Did you mean: dealdiff explain ${near.includes(' ') ? `"${near}"` : near}`
      : 'dealdiff explain lists every word.',
  )
}
