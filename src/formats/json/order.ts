import { changes } from './changes-order.ts'
import { due } from './due-order.ts'
import { press } from './press-order.ts'
import { settle } from './settle-order.ts'
import { timeline } from './timeline-order.ts'
import { trace } from './trace-order.ts'
import { type Order, place, summary } from './nouns-order.ts'
import { step } from './step-order.ts'
import { source, term } from './term-order.ts'
import type { Diagnostic } from '../../diagnostic.ts'
import type { Report } from '../../report/report.ts'

export const diagnostic: Order<Diagnostic> = {
  rule: true,
  severity: true,
  message: true,
  help: true,
  place,
  related: { message: true, place, excerpt: true },
  about: true,
  args: true,
  excerpt: true,
  fix: { place, text: true },
}

export const order: Order<Report> = {
  schemaVersion: true,
  tool: { name: true, version: true },
  command: true,
  asOf: true,
  trouble: { code: true, message: true, hint: true },
  deals: {
    deal: true,
    title: true,
    path: true,
    aliases: true,
    held: true,
    follows: true,
    recordCloses: true,
    parties: { id: true, name: true, short: true },
    sources: source,
    summary,
    terms: term,
  },
  diagnostics: diagnostic,
  summary,
  proof: {
    deal: true,
    term: true,
    whyNot: { verdict: true, sentence: true },
    flips: { verdict: true, sentence: true },
    statements: { date: true, party: true, source: true, says: true, quote: true, place },
    byDate: step,
    wording: {
      a: { party: true, source: true },
      b: { party: true, source: true },
      runs: { text: true, only: true },
    },
  },
  list: {
    deal: true,
    title: true,
    path: true,
    aliases: true,
    held: true,
    terms: true,
    statements: true,
    from: true,
    to: true,
    summary,
    errors: true,
  },
  find: {
    deal: true,
    term: true,
    title: true,
    verdict: true,
    where: true,
    party: true,
    text: true,
    place,
  },
  explain: {
    word: true,
    kind: true,
    means: true,
    rule: true,
    examples: { us: true, china: true, verdict: true, because: true, term: true, words: true },
    see: true,
    diagram: true,
  },
  init: { path: true, text: true },
  schema: {},
  check: {
    files: true,
    deals: { path: true, deal: true, terms: true },
    suppressed: { by: true, reason: true, finding: diagnostic },
    fixed: { path: true, rules: true },
    since: true,
    baseline: { path: true, written: true, entries: true },
  },
  changes,
  rules: { rule: true, severity: true, summary: true, why: true, mends: true, foundBy: true },
  timeline,
  trace,
  due,
  press,
  settle,
  failOn: true,
}
