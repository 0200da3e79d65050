import type { Deal, Term } from '../deal.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { readTrouble } from '../disk.ts'
import { TroubleError } from '../errors.ts'
import type { Io } from '../io.ts'
import { locating } from '../locate.ts'
import { resolveDeals, type Surroundings } from '../operand.ts'
import type { Options } from '../options.ts'
import type { Text } from '../place.ts'
import type { Article } from '../read/claims-file.ts'
import type { Report, Trouble } from '../report/report.ts'
import { normalWord } from '../words.ts'
import { mustHaveTerm, mustHaveTopic, splitTerms } from './compare.ts'
import { asCalled, blankReport, type Command, once, read, surroundings } from './command.ts'

export const press: Command = {
  name: 'press',
  operands: '[deal...]',
  summary: 'what was reported against what each side announced',
  main: false,
  picks: false,
  failsOn: 'judgements',
  annotates: true,
  options: [
    [
      '--claims <file>',
      'judge the claims of an article, a file or -; dealdiff schema claims says what it holds',
    ],
    ['--term <id...>', 'only claims about these terms'],
    ['--topic <topic>', 'only claims about terms of a topic'],
    ['--stdin-filename <path>', 'the name under which - is shown'],
  ],
  run,
}

async function run(operands: readonly string[], options: Options, io: Io): Promise<Report> {
  // Loaded where it is asked for: most runs compare.
  const { reportPress } = await import('../press/press.ts')
  const at = surroundings(options, io)
  if (operands.includes('-') && options.claims === '-')
    throw new TroubleError(
      'usage',
      'The standard input cannot be both a deal and the claims of an article.',
      'Name one of the two by its file.',
    )
  const { names, words: typed } = splitTerms(operands, at)
  const words = [...options.terms, ...typed]
  // The name given for the standard input is that of the file which comes by it.
  const ofDeals = options.claims === '-' ? { ...options, stdinFilename: null } : options
  const { deals: all, diagnostics, trouble } = read(await resolveDeals(names, at), ofDeals)
  const base = blankReport('press', options.asOf, io)
  if (trouble.length > 0) return { ...base, trouble, diagnostics }
  const deals = once(all)
  for (const word of words) mustHaveTerm(word, deals)
  if (options.topic !== null) mustHaveTopic(options.topic, deals)
  const judged = options.claims === null ? null : await readArticle(options.claims, deals, options, at)
  if (judged && !judged.article) return { ...base, trouble: judged.trouble, diagnostics: judged.diagnostics }
  const terms = words.map(normalWord)
  const topic = options.topic === null ? null : normalWord(options.topic)
  const wants = (_: Deal, term: Term): boolean =>
    (terms.length === 0 || terms.includes(normalWord(term.id))) &&
    (topic === null || (term.topic !== null && normalWord(term.topic) === topic))
  return {
    ...base,
    press: reportPress({ deals, article: judged?.article ?? null, asOf: options.asOf, wants }),
  }
}

interface Judged {
  readonly article: Article | null
  readonly diagnostics: readonly Diagnostic[]
  readonly trouble: readonly Trouble[]
}

/** Reads the claims of an article; with a mistake among them, none is judged. */
async function readArticle(
  operand: string,
  deals: readonly Deal[],
  options: Options,
  at: Surroundings,
): Promise<Judged> {
  const twice = deals.find((d) => deals.some((other) => other !== d && other.id === d.id))
  if (twice)
    throw new TroubleError(
      'usage',
      `Two deals are called "${twice.id}"; expected one of a name, so that a claim can say which it is about.`,
    )
  const file = asCalled(await textOf(operand, at), options)
  const { parseArticle } = await import('../read/claims-file.ts')
  const { article, readable, diagnostics } = parseArticle(file, deals)
  const errors = diagnostics.filter((d) => d.severity === 'error')
  if (article) return { article, diagnostics: [], trouble: [] }
  return {
    article,
    diagnostics: errors,
    trouble: [
      {
        code: readable ? 'file-has-errors' : 'unreadable',
        message: `${file.path} is not judged: there ${errors.length === 1 ? 'is 1 error' : `are ${errors.length} errors`} in it.`,
        hint: 'dealdiff schema claims prints what such a file may hold.',
      },
    ],
  }
}

async function textOf(operand: string, at: Surroundings): Promise<Text> {
  if (operand.trim() === '') throw new TroubleError('usage', '--claims names no file; expected one, or -.')
  if (operand !== '-') {
    const { files, absolute } = locating(at)(operand)
    return files.read(absolute)
  }
  try {
    return { path: '-', text: await at.readStdin() }
  } catch (error) {
    throw readTrouble('-', error)
  }
}
