import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { dealAsOf } from '../src/compare/as-of.ts'
import { judgeVersions } from '../src/compare/pair.ts'
import { versionOf } from '../src/compare/version.ts'
import type { Deal } from '../src/deal.ts'
import { pagesFor } from '../src/explain.ts'
import { tracedWords } from '../src/explain/traced.ts'
import { formats } from '../src/formats/index.ts'
import { parseDeal, parseVocabularies } from '../src/read/parse.ts'
import type { Report } from '../src/report/report.ts'
import { reportSchema } from '../src/report/report-schema.ts'
import { type BecameWord, becameWords, type TraceReport, type TraceStep } from '../src/report/trace-report.ts'
import { sentenceOf } from '../src/trace/sentences.ts'
import { traceDeals } from '../src/trace/trace.ts'
import { verdicts } from '../src/verdict.ts'
import { emptyReport } from './fixtures/reports.ts'
import { scratchFolder } from './repository.ts'
import { ordinaryWords } from './small-deal.ts'
import { dealdiff } from './terminal.ts'

const ordinary = parseVocabularies([{ path: 'vocabulary.yaml', text: ordinaryWords }])

/** One deal of the story: its day, and each side's claims on the one term, without their sources. */
interface Episode {
  readonly id: string
  readonly day: string
  readonly us?: readonly string[] | string
  readonly china?: readonly string[] | string
  readonly term?: string
  readonly title?: string
  readonly termId?: string
  readonly words?: string
  /** Whole lines after the rest. */
  readonly more?: string
}

const listed = (x: readonly string[] | string | undefined): readonly string[] =>
  x === undefined ? [] : typeof x === 'string' ? [x] : x

function textOf({ id, day, us, china, term, title, termId, words, more }: Episode): string {
  const claims = (party: string, all: readonly string[]): string[] =>
    all.length === 0
      ? []
      : [
          `  ${party}:`,
          `    ${termId ?? 'the-term'}:`,
          ...all.map((c) =>
            /^(silent|declined|noted-by|general|not-applicable):/.test(c) || c.includes('source:')
              ? `      - { ${c} }`
              : `      - { source: ${party}-1, ${c} }`,
          ),
        ]
  const sides = [...claims('us', listed(us)), ...claims('china', listed(china))]
  return [
    `deal: ${id}`,
    `title: The ${id} talks`,
    'parties: { us: { name: United States, short: US }, china: China }',
    ...(words ? ['words:', ...words.split('\n').map((l) => `  ${l}`)] : []),
    'sources:',
    `  us-1: { party: us, by: Washington, kind: document, date: ${day}, read: whole }`,
    `  china-1: { party: china, by: Beijing, kind: document, date: ${day}, read: whole }`,
    `  us-2: { party: us, by: Somebody, kind: spokesperson, date: ${day.slice(0, 8)}28, read: whole }`,
    `  press-1: { by: The Paper, kind: press, date: ${day} }`,
    'terms:',
    `  ${termId ?? 'the-term'}: { title: ${title ?? 'It is done'}, subject: the-subject, topic: the-topic, obligor: us${term ? `, ${term}` : ''} }`,
    ...(sides.length > 0 ? ['announced:', ...sides] : []),
    ...(more ? [more] : []),
    '',
  ].join('\n')
}

function dealOf(text: string, path: string): Deal {
  const { deal, diagnostics } = parseDeal({ path, text }, ordinary)
  if (!deal) throw new Error(`${diagnostics.map((d) => `${d.rule}: ${d.message}`).join('\n')}\n${text}`)
  return deal
}
const episodes = (...all: readonly Episode[]): Deal[] => all.map((e) => dealOf(textOf(e), `${e.id}.yaml`))

const trace = (deals: readonly Deal[], word = 'the-subject', asOf: string | null = null): TraceReport =>
  traceDeals(deals, [{ word, only: null }], asOf)
const stepsOf = (report: TraceReport): readonly TraceStep[] =>
  report.traces.flatMap((t) => t.threads.flatMap((thread) => thread.steps))
const becameAll = (deals: readonly Deal[], party = 'us', asOf: string | null = null) =>
  stepsOf(trace(deals, 'the-subject', asOf)).map(
    (s) => s.sides.find((x) => x.party === party)?.became ?? null,
  )

/** What becomes of the second claim of the US against its first. */
function second(first: string, then: string, more: Partial<Episode> = {}, before: Partial<Episode> = {}) {
  const deals = episodes(
    { id: 'spring', day: '2025-03-01', us: first, ...before },
    { id: 'summer', day: '2025-06-01', us: then, ...more },
  )
  const found = becameAll(deals)[1]
  if (!found) throw new Error('the second step has nothing to tell')
  return found
}
const word = (
  first: string,
  then: string,
  more: Partial<Episode> = {},
  before: Partial<Episode> = {},
): BecameWord => second(first, then, more, before).word

describe('what became of an announcement', () => {
  it.each<[string, string, BecameWord]>([
    ['act: supply', 'act: supply', 'same'],
    ['act: supply', 'act: approve applications', 'narrowed'],
    ['act: approve applications', 'act: supply', 'widened'],
    ['act: suspend', 'act: keep, quote: "keeps it"', 'reversed'],
    ['act: suspend', 'act: suspend, stance: shall not, quote: "shall not"', 'reversed'],
    ['act: buy, value: 12 Mt', 'act: buy, value: at least 12 Mt', 'narrowed'],
    ['act: buy, value: at least 12 Mt', 'act: buy, value: 12 Mt', 'widened'],
    ['act: supply, scope: rare earths', 'act: supply, scope: critical minerals', 'widened'],
    ['act: supply, scope: critical minerals', 'act: supply, scope: rare earths', 'narrowed'],
    // It names a limit where it named none: how far it went before is not known.
    ['act: supply, scope: rare earths', 'act: supply', 'cannot-tell'],
    ['act: supply', 'act: supply, conditions: rules met', 'narrowed'],
    // Another good is another promise.
    ['act: supply, scope: rare earths', 'act: supply, scope: magnets', 'changed'],
    // Not the same line of numbers.
    ['value: 30%, basis: added', 'value: 55%, basis: total', 'changed'],
    ['value: 30%, basis: added', 'value: 30%', 'cannot-tell'],
    // A level goes on as time does: no word is broken where the rate is another now.
    ['value: 57%, basis: total', 'value: 47%, basis: total', 'changed'],
    // A figure that moved is no word broken, even for one year: who buys more has taken nothing back.
    ['act: buy, value: 12 Mt, period: 2026', 'act: buy, value: 10 Mt, period: 2026', 'changed'],
    ['act: buy, value: 10 Mt, period: 2025', 'act: buy, value: 12 Mt, period: 2025', 'changed'],
    ['act: buy, value: at least 10 Mt, period: 2026', 'act: buy, value: 12 Mt, period: 2026', 'widened'],
    [
      'act: buy, value: 12 Mt, period: 2026',
      'act: buy, value: not 12 Mt, period: 2026, quote: "n"',
      'changed',
    ],
    [
      'act: buy, value: 10 Mt, period: 2026',
      'act: buy, value: none, period: 2026, quote: "none"',
      'reversed',
    ],
    ['act: buy, value: 10 Mt', 'act: buy, value: none, quote: "none"', 'changed'],
    // A refusal that turns into a promise is no promise broken.
    ['act: remove, stance: no commitment, quote: "none"', 'act: remove', 'changed'],
    ['act: remove, stance: shall not, quote: "not"', 'act: remove', 'changed'],
    ['act: not remove, quote: "not"', 'act: remove', 'changed'],
    ['act: only suspend, quote: "only"', 'act: remove', 'changed'],
    ['act: keep, quote: "keeps it"', 'act: remove', 'changed'],
    ['value: no, quote: "no"', 'value: yes', 'changed'],
    ['act: remove, status: not concluded, quote: "not"', 'act: keep, quote: "keeps it"', 'changed'],
    ['act: remove, conditions: rules met', 'act: keep, quote: "keeps it"', 'changed'],
    ['act: remove, sequence: after china delivers', 'act: keep, quote: "keeps it"', 'changed'],
    // Nor is it broken by a word that leaves it open.
    ['act: remove', 'act: remove, stance: no commitment, quote: "none"', 'changed'],
    ['act: remove', 'act: not remove, quote: "not"', 'reversed'],
    ['act: buy', 'act: sell', 'reversed'],
    ['act: buy, end: 2025-05-01', 'act: sell', 'changed'],
    ['act: buy, stance: may', 'act: sell', 'changed'],
    // A promise that had run out, whatever day the later word says it begins on.
    ['act: suspend, end: 2025-05-20', 'act: keep, quote: "keeps it", start: 2025-04-01', 'changed'],
    ['act: suspend, start: 2025-03-10, duration: 10 days', 'act: keep, quote: "keeps it"', 'changed'],
    ['act: suspend, end: 2025-08-12', 'act: keep, quote: "keeps it", start: by 2026-01-01', 'changed'],
    // A hedge takes something off.
    ['act: remove', 'act: remove, force: hopes', 'narrowed'],
    ['act: remove, force: hopes', 'act: remove', 'widened'],
    ['act: remove', 'act: remove, status: proposed', 'narrowed'],
    ['act: remove', 'act: remove, status: none, quote: "none"', 'narrowed'],
    ['act: supply', 'act: approve applications, force: intends', 'narrowed'],
    ['act: approve applications', 'act: supply, force: intends', 'changed'],
    ['act: buy, value: 12 Mt, period: 2026', 'act: buy, value: 10 Mt, period: 2027', 'changed'],
    ['status: only proposed, quote: "only"', 'status: concluded', 'changed'],
    ['act: talk, status: proposed', 'act: talk, status: concluded', 'widened'],
    // Words alone are not set beside figures.
    ['says: "will see"', 'act: supply', 'cannot-tell'],
    // Hedges deny nothing.
    ['act: suspend, force: hopes', 'act: keep, quote: "keeps it"', 'cannot-tell'],
    // When is told beside the rest.
    ['act: suspend, end: 2025-08-12', 'act: suspend, end: 2026-11-10', 'same'],
    ['end: 2025-08-12', 'end: 2026-11-10', 'changed'],
    ['end: 2025-08-12', 'end: 2025-08-12', 'same'],
    // The one is over before the other begins.
    ['act: suspend, end: 2025-05-01', 'act: keep, start: 2025-06-01, quote: "keeps it"', 'changed'],
    ['value: yes', 'value: no, quote: "no"', 'reversed'],
    ['act: buy, value: some', 'act: buy, value: 12 Mt', 'widened'],
    // A figure says more than that there is one, for whatever time.
    ['act: buy, value: some', 'act: buy, value: at least 12 Mt, period: 2026', 'widened'],
    ['act: buy, value: at least 12 Mt, period: 2026', 'act: buy, value: some', 'narrowed'],
    // What had run out was kept.
    ['act: suspend, end: 2025-04-12', 'act: keep, quote: "keeps it"', 'changed'],
    ['act: suspend, end: 2025-08-12', 'act: keep, quote: "keeps it"', 'reversed'],
    [
      'act: approve applications, deadline: 2025-04-30',
      'act: not approve applications, quote: "not"',
      'changed',
    ],
    [
      'act: approve applications, deadline: 2025-08-30',
      'act: not approve applications, quote: "not"',
      'reversed',
    ],
    ['act: buy, value: 12 Mt, period: 2024', 'act: not buy, quote: "not"', 'changed'],
    ['act: buy, value: 12 Mt, period: each of 2024 to 2025', 'act: not buy, quote: "not"', 'reversed'],
    // It ends on a day that nobody knows.
    ['act: suspend, end: china delivers', 'act: keep, quote: "keeps it"', 'changed'],
    // A figure that was denied, or none, may be another at another time.
    ['value: not 30%, basis: added, quote: "not"', 'value: 30%, basis: added', 'changed'],
    [
      'value: not 30%, basis: added, period: 2026, quote: "not"',
      'value: 30%, basis: added, period: 2026',
      'changed',
    ],
    ['value: none', 'value: 10 USD', 'changed'],
    // Who goes further than "only" so far has gone back on nothing.
    ['act: only review applications, quote: "only"', 'act: approve applications', 'changed'],
    [
      'act: supply, scope: only civilian users, quote: "only"',
      'act: supply, scope: military users',
      'changed',
    ],
  ])('%s, then %s: %s', (first, then, expected) => {
    expect(word(first, then)).toBe(expected)
  })

  it('says so where the time of the earlier was over by then', () => {
    for (const [first, then, day] of [
      ['act: suspend, end: 2025-08-12', 'act: keep, quote: "keeps it"', '2025-08-12'],
      ['act: buy, value: 12 Mt, period: 2025', 'act: not buy, quote: "not"', '2027-01-10'],
      [
        'act: approve applications, deadline: 2025-06-30',
        'act: not approve applications, quote: "not"',
        '2025-07-01',
      ],
    ] as const) {
      const { word: told, sentence } = second(first, then, { day })
      expect([told, sentence]).toEqual(['changed', expect.stringContaining('its time was over by then')])
    }
  })

  /** Of versions in several parts, by the words of `then` and `now`. */
  const inParts = (then: readonly string[], now: readonly string[]) => {
    const [, found] = becameAll(
      episodes({ id: 'spring', day: '2025-03-01', us: then }, { id: 'summer', day: '2025-06-01', us: now }),
    )
    if (!found) throw new Error('the second step has nothing to tell')
    return found
  }

  it.each<[readonly string[], readonly string[], BecameWord]>([
    // Without a name it stands for every piece that its side does not name.
    [['act: suspend', 'act: suspend, part: shipping'], ['act: suspend'], 'same'],
    [['act: suspend'], ['act: suspend', 'act: suspend, part: shipping'], 'same'],
    [['act: supply'], ['act: supply, part: one'], 'same'],
    [['act: supply'], ['act: supply, part: one', 'act: approve applications, part: two'], 'narrowed'],
    [['act: supply, part: one', 'act: approve applications, part: two'], ['act: supply'], 'widened'],
    // Of two pieces with their names, one is gone, or another came.
    [['act: supply, part: one', 'act: supply, part: two'], ['act: supply, part: one'], 'narrowed'],
    [['act: supply, part: one'], ['act: supply, part: one', 'act: supply, part: two'], 'widened'],
    [['act: supply, part: one'], ['act: supply, part: two'], 'cannot-tell'],
    // A denial in a new piece is no more.
    [['act: remove, part: one'], ['act: remove, part: one', 'act: keep, quote: "k", part: two'], 'changed'],
    [['act: remove'], ['act: remove', 'act: keep, quote: "k", part: two'], 'changed'],
    [['act: remove, part: one', 'act: keep, quote: "k", part: two'], ['act: remove, part: one'], 'changed'],
    [['act: remove, part: one'], ['act: remove, part: one', 'says: "well", part: two'], 'cannot-tell'],
    // Two pieces may together be the whole.
    [
      ['act: supply, scope: [rare earths, magnets]'],
      ['act: supply, scope: rare earths, part: one', 'act: supply, scope: magnets, part: two'],
      'cannot-tell',
    ],
    [
      ['act: buy, value: 12 Mt'],
      ['act: buy, value: 5 Mt, part: one', 'act: buy, value: 7 Mt, part: two'],
      'cannot-tell',
    ],
    // One piece turned is not all of it.
    [['act: suspend'], ['act: keep, quote: "keeps it", part: one', 'act: suspend, part: two'], 'changed'],
    [['act: suspend'], ['act: keep, quote: "keeps it", part: one'], 'changed'],
    [['act: suspend', 'act: suspend, part: one'], ['act: keep, quote: "keeps it"'], 'reversed'],
  ])('in pieces, %j, then %j: %s', (then, now, expected) => {
    expect(inParts(then, now).word).toBe(expected)
  })

  it('tells what it cannot tell in a sentence of its own', () => {
    const other = { title: 'Something else is done' }
    const reasons: [ReturnType<typeof second>, string][] = [
      [
        second('value: yes', 'value: yes', other),
        'it says yes both times, but there to another statement, "It is done"',
      ],
      [
        second('value: yes', 'act: supply', other),
        'there it only said yes to another statement, "It is done"',
      ],
      [
        second('act: supply', 'value: yes', other),
        'here it only says yes to its statement, there it said something more exact (what is done: supply)',
      ],
      [
        second('act: supply, scope: rare earths', 'act: supply'),
        'the rest is the same, but only there it named a limit (for which goods: rare earths)',
      ],
      [second('value: 30%, basis: added', 'value: 30%'), 'what the figure counts is said only there'],
      [second('says: "will see"', 'act: supply'), 'there it is on file in words alone'],
      [
        inParts(['act: supply, part: one'], ['act: supply, part: two']),
        'there it was told in other pieces: "one"',
      ],
    ]
    for (const [{ sentence }, why] of reasons)
      expect(sentence).toBe(`Cannot be told whether it is as in The spring talks: ${why}.`)
  })

  it('says how well it is known that it was not said again', () => {
    const after = (silence: string): string | undefined =>
      becameAll(
        episodes(
          { id: 'spring', day: '2025-03-01', us: 'act: supply' },
          { id: 'summer', day: '2025-06-01', us: silence, china: 'act: supply' },
        ),
      )[1]?.sentence
    const flat = 'Not said again, after The spring talks'
    expect(after('silent: all')).toBe(`${flat}, as far as was searched.`)
    expect(after('noted-by: press-1')).toBe(`${flat}, as far as is reported.`)
    expect(after('declined: us-1')).toBe(`${flat}, though it was asked.`)
    expect(after('general: us-1, quote: "it"')).toBe(`${flat}, though it named the topic.`)
  })

  it('says nothing of a yes to another statement', () => {
    expect(word('value: yes', 'value: no, quote: "no"', { title: 'Something else is done' })).toBe(
      'cannot-tell',
    )
    expect(word('value: yes', 'value: yes', { title: 'Something else is done' })).toBe('cannot-tell')
    expect(word('act: supply', 'act: supply', { title: 'Something else is done' })).toBe('same')
    // One subject can have two things in it, of which one stops and the other stays.
    expect(word('act: suspend', 'act: keep, quote: "keeps it"', { title: 'Something else is done' })).toBe(
      'changed',
    )
  })

  it('never says reversed of what another was to do', () => {
    const text = textOf({ id: 'summer', day: '2025-06-01', us: 'act: keep, quote: "keeps it"' })
    const deals = [
      ...episodes({ id: 'spring', day: '2025-03-01', us: 'act: suspend' }),
      dealOf(text.replace('obligor: us', 'obligor: china'), 'summer.yaml'),
    ]
    expect(becameAll(deals)[1]?.word).toBe('changed')
  })

  /** What the US says in June against what it said in the deal of March, with another word there on a later day. */
  const moved = (first: string, after: string, on: string, then: string) => {
    const spring = textOf({ id: 'spring', day: '2025-03-01', us: [first, `${after}, source: us-2`] })
    return becameAll([
      dealOf(spring.replace('date: 2025-03-28', `date: ${on}`), 'spring.yaml'),
      ...episodes({ id: 'summer', day: '2025-06-01', us: then }),
    ])[1]
  }

  it('takes the earlier word as it stood when the later was said', () => {
    const keep = 'act: keep, quote: "k", supersedes: true'
    expect(moved('act: remove', keep, '2025-11-10', 'act: remove')?.word).toBe('same')
    expect(moved('act: remove', keep, '2025-11-10', 'act: keep, quote: "k"')?.word).toBe('reversed')
    expect(moved('act: remove', keep, '2025-04-10', 'act: keep, quote: "k"')?.word).toBe('same')
    // Which of two words of one day came first is not known.
    expect(moved('says: "well"', 'act: remove', '2025-06-01', 'act: keep, quote: "k"')?.word).toBe('changed')
    // What was said only later is not before.
    const late = textOf({ id: 'spring', day: '2025-03-01', us: 'act: keep, quote: "k", source: us-2' })
    const deals = [
      dealOf(late.replace('date: 2025-03-28', 'date: 2025-11-10'), 'spring.yaml'),
      ...episodes({ id: 'summer', day: '2025-06-01', us: 'act: remove' }),
    ]
    expect(becameAll(deals)[1]?.word).toBe('first')
    const silent = episodes({ id: 'summer', day: '2025-06-01', us: 'silent: all', china: 'act: remove' })
    expect(becameAll([...deals.slice(0, 1), ...silent])[1]).toBeNull()
  })

  it('takes as turned only what was so on the first day of its own words', () => {
    const summer = textOf({
      id: 'summer',
      day: '2025-06-01',
      us: ['act: remove', 'act: remove, source: us-3'],
    })
    const late =
      '  us-3: { party: us, by: Washington, kind: document, date: 2025-12-20, read: whole }\nterms:'
    const spring = textOf({
      id: 'spring',
      day: '2025-03-01',
      us: ['act: not keep, quote: "n"', 'act: keep, quote: "k", supersedes: true, source: us-2'],
    }).replace('date: 2025-03-28', 'date: 2025-11-10')
    const deals = [dealOf(spring, 'spring.yaml'), dealOf(summer.replace('terms:', late), 'summer.yaml')]
    expect(becameAll(deals)[1]?.word).toBe('changed')
  })

  it('never says reversed of what had been done or dropped by then', () => {
    const fate = (how: string, on: string): Partial<Episode> => ({
      more: `fates:\n  - { term: the-term, fate: ${how}, date: ${on}, says: "so", source: press-1 }`,
    })
    const keep = 'act: keep, quote: "k"'
    for (const how of ['performed', 'superseded', 'voided', 'lapsed'])
      expect(word('act: suspend', keep, {}, fate(how, '2025-05-01'))).toBe('changed')
    expect(word('act: suspend', keep, {}, fate('renewed', '2025-05-01'))).toBe('reversed')
    expect(word('act: suspend', keep, {}, fate('superseded', '2025-09-01'))).toBe('reversed')
  })

  it('compares no order of steps that other terms stand for', () => {
    const withStep = (e: Episode, title: string): Deal =>
      dealOf(textOf(e).replace('terms:\n', `terms:\n  step: { title: ${title} }\n`), `${e.id}.yaml`)
    const told = (title: string) =>
      becameAll([
        withStep({ id: 'spring', day: '2025-03-01', us: 'act: supply, sequence: before step' }, 'China buys'),
        withStep({ id: 'summer', day: '2025-06-01', us: 'act: supply, sequence: after step' }, title),
      ])[1]
    expect(told('The ships sail')?.word).toBe('cannot-tell')
    expect(told('The ships sail')?.sentence).toContain('"step" names something else there')
    expect(told('China buys')?.word).toBe('changed')
  })

  it('never says reversed of answers, and compares those of one question only', () => {
    const of = (choices: string): Partial<Episode> => ({ term: `choices: [${choices}]` })
    expect(word('value: one', 'value: two', of('one, two'), of('one, two'))).toBe('changed')
    expect(word('value: one', 'value: two', of('one, two, three'), of('one, two'))).toBe('cannot-tell')
    expect(word('value: one', 'value: two', { ...of('one, two'), title: 'Else' }, of('one, two'))).toBe(
      'cannot-tell',
    )
  })

  it('takes two parties for one only where they have one name', () => {
    const named = (name: string): string =>
      textOf({ id: 'spring', day: '2025-03-01', us: 'act: suspend' }).replace(
        'name: United States, short: US',
        name,
      )
    const told = (name: string) =>
      becameAll([
        dealOf(named(name), 'spring.yaml'),
        ...episodes({ id: 'summer', day: '2025-06-01', us: 'act: keep, quote: "k"' }),
      ])[1]
    expect(told('name: Ussuria')?.word).toBe('cannot-tell')
    expect(told('name: Ussuria')?.sentence).toContain('another party is called so there')
    expect(told('name: The States, short: US')?.word).toBe('reversed')
  })

  it('cannot tell where what goes without saying is another', () => {
    const of = (act: string): Partial<Episode> => ({ term: `assume: { act: ${act} }` })
    const goods = 'scope: magnets'
    expect(word(goods, goods, of('keep'), of('remove'))).toBe('cannot-tell')
    expect(word(goods, goods, of('remove'), of('remove'))).toBe('same')
    expect(word(goods, `act: remove, ${goods}`, {}, of('remove'))).toBe('same')
    expect(word(goods, goods, {}, of('remove'))).toBe('cannot-tell')
    const based = (basis: string): Partial<Episode> => ({ term: `assume: { basis: ${basis} }` })
    expect(word('value: 30%', 'value: 30%', based('total'), based('added'))).toBe('cannot-tell')
  })

  it('says that what is promised again was put off', () => {
    const by = (first: string, then: string): string =>
      second(`act: supply, deadline: ${first}`, `act: supply, deadline: ${then}`).sentence
    expect(by('2025-03', '2026-03')).toMatch(
      /^Promised again, later than in The spring talks: .*2026-03.*2025-03/,
    )
    expect(by('2026-03', '2025-08')).toMatch(/^Promised again, sooner than in The spring talks/)
    expect(by('2026-03', '2026-03')).toBe('Promised again, as in The spring talks.')
  })

  it.each(['fact', 'demand', 'estimate', 'position', 'narrative'])(
    'never says reversed of a %s',
    (nature) => {
      const of = { term: `nature: ${nature}` }
      expect(word('act: suspend', 'act: keep, quote: "keeps it"', of, of)).toBe('changed')
      expect(word('act: suspend', 'act: keep, quote: "keeps it"', of)).toBe('changed')
    },
  )

  it('compares nothing that is said with a word of two meanings', () => {
    const of = (says: string): Partial<Episode> => ({ words: `bases:\n  rate: { says: "${says}" }` })
    const claim = 'value: 10%, basis: rate'
    expect(word(claim, claim, of('one duty'), of('one duty'))).toBe('same')
    expect(word(claim, claim, of('one duty'), of('all duties'))).toBe('cannot-tell')
    expect(second(claim, claim, of('one duty'), of('all duties')).sentence).toContain('"rate"')
  })

  it('takes words of two deals together where they go together', () => {
    const goods = (below: string): Partial<Episode> => ({ words: `axes:\n  goods:\n    ${below}` })
    // That one deal names a part of it changes nothing.
    expect(
      word('act: supply, scope: magnets', 'act: supply, scope: magnets', goods('magnets: [small magnets]')),
    ).toBe('same')
    expect(
      word(
        'act: supply, scope: magnets',
        'act: supply, scope: small magnets',
        goods('magnets: [small magnets]'),
      ),
    ).toBe('narrowed')
    expect(
      word(
        'act: supply, scope: small magnets',
        'act: supply, scope: small magnets',
        goods('magnets: [small magnets]'),
        goods('farm goods: [small magnets]'),
      ),
    ).toBe('cannot-tell')
  })

  it('sets an announcement beside the last one before it, over a silence', () => {
    const deals = episodes(
      { id: 'spring', day: '2025-03-01', us: 'act: supply' },
      { id: 'summer', day: '2025-06-01', us: 'silent: all', china: 'act: supply' },
      { id: 'autumn', day: '2025-09-01', us: 'act: approve applications' },
    )
    expect(becameAll(deals).map((b) => [b?.word, b?.deal])).toEqual([
      ['first', null],
      ['not-again', 'spring'],
      ['narrowed', 'spring'],
    ])
    expect(becameAll(deals, 'china').map((b) => b?.word)).toEqual([undefined, 'first', 'cannot-tell'])
  })

  it('cannot tell which of two terms one goes on from', () => {
    const two = textOf({ id: 'spring', day: '2025-03-01', us: 'act: supply' })
      .replace(
        'terms:\n',
        'terms:\n  other: { title: The other is done, subject: the-subject, obligor: us }\n',
      )
      .replace('  us:\n', '  us:\n    other: { act: approve applications, source: us-1 }\n')
    const after = (claim: string): BecameWord | undefined =>
      becameAll([
        dealOf(two, 'spring.yaml'),
        ...episodes({ id: 'summer', day: '2025-06-01', us: claim, termId: 'a-third' }),
      ]).at(-1)?.word
    expect(after('act: review applications')).toBe('cannot-tell')
    expect(after('act: supply')).toBe('same')
  })

  it('has a step for a deal of no day, after all others', () => {
    const undated = textOf({ id: 'aeon', day: '2025-06-01', us: 'act: supply' })
    const deals = [
      dealOf(undated, 'aeon.yaml'),
      ...episodes({ id: 'spring', day: '2025-03-01', us: 'act: supply' }),
    ]
    expect(stepsOf(trace(deals)).map((s) => s.deal)).toEqual(['spring', 'aeon'])
  })

  it('uses none of the words of a verdict', () => {
    for (const [first, then] of [
      ['act: suspend', 'act: keep, quote: "keeps it"'],
      ['act: supply', 'act: approve applications'],
      ['value: 57%, basis: total', 'value: 47%, basis: total'],
    ] as const)
      for (const verdict of [...verdicts, 'contradict', 'at odds'])
        expect(second(first, then).sentence.toLowerCase()).not.toContain(verdict)
  })
})

/** Claims of which each is definite, so that what becomes of one is known. */
const claims = [
  'act: supply',
  'act: approve applications',
  'act: review applications',
  'act: suspend',
  'act: remove',
  'act: keep, quote: "keeps it"',
  'act: not supply, quote: "not"',
  'act: buy, value: 12 Mt',
  'act: buy, value: at least 12 Mt',
  'act: buy, value: up to 12 Mt',
  'act: buy, value: about 12 Mt',
  'act: buy, value: 12 Mt, period: 2026',
  'value: 30%, basis: added',
  'value: 47%, basis: total',
  'value: 24 pp, basis: change',
  'act: supply, scope: rare earths',
  'act: supply, scope: critical minerals',
  'act: supply, scope: [rare earths, magnets]',
  'act: supply, scope: only civilian users, quote: "only"',
  'act: supply, conditions: rules met',
  'act: supply, conditions: [rules met, leaders approval]',
  'act: supply, force: commits',
  'act: supply, stance: may',
  'act: suspend, end: 2025-11-10',
  'act: suspend, start: 2025-05-14, end: 2026-11-10',
  'value: yes',
  'value: no, quote: "no"',
  'status: concluded',
  'status: in principle',
] as const
const claim = fc.constantFrom(...claims)

describe('laws', () => {
  it('promises again what it promised before', () => {
    for (const one of claims) expect(`${one}: ${word(one, one)}`).toBe(`${one}: same`)
  })

  it('narrowing is the converse of widening', () => {
    const converse: { readonly [word in BecameWord]?: BecameWord } = {
      narrowed: 'widened',
      widened: 'narrowed',
    }
    fc.assert(
      fc.property(claim, claim, (a, b) => {
        // Who turns a promise round has gone back on it; who promises after a refusal has not.
        const [forth, back] = [word(a, b), word(b, a)].map((w) => (w === 'reversed' ? 'changed' : w))
        expect(back).toBe(converse[forth as BecameWord] ?? forth)
      }),
    )
  })

  it('reversed implies that both were in force on one day', () => {
    const day = fc.constantFrom('2025-03-01', '2025-05-10', '2025-08-12', '2026-02-01', '2027-01-10')
    const key = (name: string) =>
      fc.option(
        day.map((d) => `, ${name}: ${d}`),
        { nil: '' },
      )
    const year = fc.constantFrom('', ', value: 12 Mt, period: 2025', ', value: 12 Mt, period: 2026')
    const times = fc.tuple(key('start'), key('end'), key('deadline'), year).filter(([from, to]) => {
      const [a, b] = [from.slice(-10), to.slice(-10)]
      return from === '' || to === '' || a < b
    })
    /** From when until when, by the dates as they are written. */
    const spanOf = (said: string, [from, to, by, yearly]: readonly string[]): [string, string] => {
      const period = yearly?.slice(-4) ?? ''
      const lasts = [to?.slice(-10), by?.slice(-10), period && `${period}-12-31`].filter(Boolean).sort()
      return [from?.slice(-10) || said, (lasts[0] as string | undefined) ?? '9999-12-31']
    }
    let turned = 0
    fc.assert(
      fc.property(times, times, fc.constantFrom('2025-06-01', '2025-11-01', '2028-01-01'), (x, y, on) => {
        const [first, then] = [`act: buy${x.join('')}`, `act: not buy${y.slice(0, 3).join('')}, quote: "not"`]
        if (word(first, then, { day: on }) !== 'reversed') return
        turned += 1
        const [[a, b], [c, d]] = [spanOf('2025-03-01', x), spanOf(on, [...y.slice(0, 3), ''])]
        expect(a <= d && c <= b, `${first} | ${then} on ${on}`).toBe(true)
      }),
    )
    expect(turned).toBeGreaterThan(0)
  })

  it('reversed implies a promise of one party and one statement, in force and excluded', () => {
    const more = [
      'act: remove, stance: no commitment, quote: "n"',
      'act: not remove, quote: "n"',
      'act: only suspend, quote: "o"',
      'act: remove, force: hopes',
      'act: buy, value: 10 Mt, period: 2025',
      'act: buy, value: none, period: 2025, quote: "none"',
      'act: sell',
      'act: remove, end: 2025-05-01',
      'act: remove, sequence: after china delivers',
      'act: suspend, stance: shall not, quote: "n"',
    ]
    const any = fc.constantFrom(...claims, ...more)
    const turning = fc.constantFrom(
      'act: keep, quote: "keeps it"',
      'act: not supply, quote: "n"',
      'value: no, quote: "no"',
      'act: not buy, quote: "n"',
      'act: not remove, quote: "n"',
    )
    const rarely = <T>(usual: T, other: T) =>
      fc.integer({ min: 0, max: 5 }).map((n) => (n === 0 ? other : usual))
    const setting = fc.record({
      first: any,
      after: fc.option(fc.tuple(any, fc.constantFrom('2025-04-10', '2025-06-01', '2025-11-10'))),
      later: fc.oneof(any, turning),
      title: rarely('It is done', 'Something else is done'),
      name: rarely('name: United States, short: US', 'name: Ussuria'),
      assume: rarely('', 'assume: { act: remove }'),
    })
    /** By the words alone: nothing denied, hedged, allowed, limited or conditional, and something that is promised. */
    const isPromised = (said: string): boolean =>
      !/\bnot\b|none|: no\b|keep|only|stance: (may|no)|force: (?!commits)|status: (?!concluded)|conditions|sequence/.test(
        said,
      ) && /act: |value: (yes|some|\d|at least|about|up to)/.test(said)
    const spanOf = (said: string, on: string): [string, string] => {
      const under = (key: string): string | undefined => new RegExp(`${key}: (\\d[\\d-]*)`).exec(said)?.[1]
      const year = under('period')
      const lasts = [under('end'), year && `${year}-12-31`].filter((d) => d !== undefined && d !== '').sort()
      return [[on, under('start') ?? on].sort()[1] ?? on, (lasts[0] as string | undefined) ?? '9999-12-31']
    }
    let turned = 0
    fc.assert(
      fc.property(setting, ({ first, after, later, title, name, assume }) => {
        const us = after ? [first, `${after[0]}, supersedes: true, source: us-2`] : first
        const spring = textOf({ id: 'spring', day: '2025-03-01', us, ...(assume ? { term: assume } : {}) })
          .replace('date: 2025-03-28', `date: ${after?.[1] ?? '2025-03-28'}`)
          .replace('name: United States, short: US', name)
        const d1 = dealOf(spring, 'spring.yaml')
        const d2 = dealOf(textOf({ id: 'summer', day: '2025-06-01', us: later, title }), 'summer.yaml')
        if (becameAll([d1, d2])[1]?.word !== 'reversed') return
        turned += 1
        expect([title, name.includes('short: US'), assume]).toEqual(['It is done', true, ''])
        const [before, on] = after && after[1] <= '2025-06-01' ? after : [first, '2025-03-01']
        expect(on < '2025-06-01', on).toBe(true)
        expect(isPromised(before), before).toBe(true)
        const [[a, b], [c, d]] = [spanOf(before, on), spanOf(later, '2025-06-01')]
        expect(a < d && c < b, `${before} | ${later}`).toBe(true)
        const [x, y] = [d2, dealAsOf(d1, '2025-06-01')].map((deal) =>
          versionOf('us', deal.histories.get('the-term')?.get('us') ?? [], null, deal),
        )
        if (!x || !y) throw new Error('one of the two says nothing')
        const { verdict } = judgeVersions(x, y, [], { vocabulary: ordinary.vocabulary, conversions: [] })
        expect(verdict, `${before} | ${later}`).toBe('contradiction')
      }),
      { numRuns: 400 },
    )
    expect(turned).toBeGreaterThan(0)
  })

  const story = fc
    .tuple(fc.array(fc.option(claim, { nil: undefined }), { minLength: 2, maxLength: 4 }), claim)
    .map(([us, china]) =>
      us.map((own, i): Episode => ({
        id: ['spring', 'summer', 'autumn', 'winter'][i] ?? 'later',
        day: `2025-0${2 * i + 1}-05`,
        us: own ? [own, `source: us-2, says: "once more"`] : 'silent: all',
        china,
        more: 'reported:\n  - { term: the-term, attributed: [us], value: 30%, basis: added, source: press-1 }',
      })),
    )

  it('the order of files changes nothing', () => {
    fc.assert(
      fc.property(story, fc.func(fc.integer()), (all, random) => {
        const deals = episodes(...all)
        const shuffled = [...deals].sort((a, b) => random(a.id) - random(b.id))
        expect(trace(shuffled)).toEqual(trace(deals))
      }),
    )
  })

  it('as of a day it is the trace of what was said by then', () => {
    const day = fc.constantFrom(
      '2025-01-04',
      '2025-01-05',
      '2025-01-28',
      '2025-03-05',
      '2025-04-01',
      '2025-05-28',
      '2025-12-31',
    )
    fc.assert(
      fc.property(story, day, (all, asOf) => {
        const lines = (e: Episode): string =>
          textOf({
            ...e,
            us: listed(e.us).filter((c) => !c.includes('us-2') || `${e.day.slice(0, 8)}28` <= asOf),
          })
            .split('\n')
            .filter((l) => !l.startsWith('  us-2:') || `${e.day.slice(0, 8)}28` <= asOf)
            .join('\n')
        const kept = all.filter((e) => e.day <= asOf)
        if (kept.length === 0) return
        const cut = kept.map((e) => dealOf(lines(e), `${e.id}.yaml`))
        const places = (_: string, value: unknown): unknown =>
          typeof value === 'object' && value !== null && 'endLine' in value ? null : value
        expect(JSON.stringify(trace(episodes(...all), 'the-subject', asOf), places)).toBe(
          JSON.stringify(trace(cut), places),
        )
      }),
    )
  })

  it('shows no figure that is not in the file, but those it says are reckoned', () => {
    fc.assert(
      fc.property(story, (all) => {
        const texts = new Map(all.map((e) => [e.id, textOf(e)]))
        for (const chart of trace(episodes(...all)).traces.flatMap((t) => t.charts))
          for (const figure of chart.figures) {
            expect(texts.get(figure.deal)).toContain(figure.text)
            if (figure.from && !figure.from.derived)
              expect(texts.get(figure.deal)).toContain(figure.from.text)
          }
      }),
    )
  })

  it('a party by another name is the same story', () => {
    const renamed = (text: string): string =>
      text.replaceAll('short: US', 'short: Them').replaceAll('name: United States', 'name: Those')
    fc.assert(
      fc.property(story, (all) => {
        const words = (deals: readonly Deal[]) =>
          stepsOf(trace(deals)).map((s) => [s.deal, ...s.sides.map((x) => [x.party, x.became?.word])])
        const others = all.map((e) => dealOf(renamed(textOf(e)), `${e.id}.yaml`))
        expect(words(others)).toEqual(words(episodes(...all)))
      }),
    )
  })

  it('every chart counts one thing in one unit', () => {
    fc.assert(
      fc.property(story, (all) => {
        for (const { charts } of trace(episodes(...all)).traces) {
          const keys = charts.map((c) => JSON.stringify([c.basis, c.says, c.unit, c.subject]))
          expect(new Set(keys).size).toBe(keys.length)
        }
      }),
    )
  })
})

/** The story of the tariffs, small: 145 before Geneva and 30 after it, 55 in London, 57 to 47 in October. */
const tariffs = {
  'vocabulary.yaml': `bases:
  added: { says: duties added this year }
  stacked: { says: all duties added up }
  cut: { says: points by which the duties of this year fall, of: added }
`,
  'geneva.yaml': `deal: geneva
title: Geneva talks
held: 2025-05-10 to 2025-05-11
parties: { us: { name: United States, short: US }, china: China }
sources:
  wh-05-12: { party: us, by: White House, kind: document, date: 2025-05-12 }
  mofcom-05-12: { party: china, by: MOFCOM, kind: spokesperson, date: 2025-05-12 }
  paper-05-13: { by: The Paper, kind: press, date: 2025-05-13 }
terms:
  us-cut: { title: The US lowers its tariffs, topic: tariffs, subject: us-total, obligor: us }
  snapback: { title: The tariffs come back, topic: tariffs, subject: snapback, obligor: us }
  soy: { title: China buys soybeans, topic: farm goods, subject: soybeans, obligor: china }
announced:
  us:
    us-cut: { value: 115 pp, basis: cut, source: wh-05-12 }
    snapback: { value: 145%, basis: added, start: 2025-08-10, source: wh-05-12 }
    soy: [{ act: buy, value: at least 12 Mt, source: wh-05-12 }, { act: buy, value: at least 12 Mt, part: x, source: wh-05-12 }]
  china:
    us-cut: { says: "lowers them", source: mofcom-05-12 }
reported:
  - { term: us-cut, attributed: none, value: about 30%, basis: added, source: paper-05-13 }
fates:
  - { term: us-cut, fate: superseded, date: 2025-10-30, deal: truce, says: "a new rate", source: paper-05-13 }
`,
  'london.yaml': `deal: london
title: London talks
held: 2025-06-09 to 2025-06-10
parties: { us: { name: United States, short: US }, china: China }
sources:
  trump-06-11: { party: us, by: Donald Trump, kind: leader, date: 2025-06-11 }
terms:
  us-tariff: { title: The US tariff is 55% in total, topic: tariffs, subject: us-total, obligor: us }
  status: { title: There is a deal, topic: status, subject: status, nature: fact }
  signature: { title: It is signed, topic: status, subject: signature, nature: fact }
announced:
  us:
    us-tariff: { value: 55%, basis: stacked, source: trump-06-11 }
    status: { status: concluded, source: trump-06-11 }
    signature: { status: signed, source: trump-06-11 }
`,
  'truce.yaml': `deal: truce
title: October truce
held: 2025-10-30
parties: { us: { name: United States, short: US }, china: China }
sources:
  trump-10-30: { party: us, by: Donald Trump, kind: leader, date: 2025-10-30 }
  eo-11-04: { party: us, by: Executive Order, kind: text, date: 2025-11-04 }
terms:
  total: { title: The US tariff falls from 57% to 47%, topic: tariffs, subject: us-total, obligor: us }
  soy: { title: China buys soybeans, topic: farm goods, subject: soybeans, obligor: china }
announced:
  us:
    total: { value: 47%, was: 57%, basis: stacked, source: trump-10-30 }
    soy: { act: buy, value: up to 25 Mt, source: eo-11-04 }
`,
}
const folder = scratchFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const shelf = join(folder, 'deals')
mkdirSync(shelf)
for (const [name, text] of Object.entries(tariffs)) writeFileSync(join(shelf, name), text)
const run = (...argv: readonly string[]) => dealdiff(['trace', ...argv], { cwd: folder })

describe('the figures of a subject', () => {
  const charts = async (...argv: readonly string[]) => {
    const { stdout } = await run(...argv, '--json')
    const report = JSON.parse(stdout) as Report
    return (report.trace?.traces ?? []).flatMap((t) => t.charts)
  }
  const shown = (all: Awaited<ReturnType<typeof charts>>) =>
    all.map((c) => [c.basis, c.unit, c.figures.map((f) => (f.from ? `${f.from.text} > ${f.text}` : f.text))])

  it('go from 145 to 30, to the stacked 55, and from 57 to 47, with bases apart', async () => {
    expect(shown(await charts('tariffs'))).toEqual([
      ['added', '%', ['145%', 'about 145% > about 30%', 'about 30%']],
      ['stacked', '%', ['55%', '57% > 47%']],
      ['cut', 'pp', ['115 pp']],
    ])
  })

  it('say what is reckoned, and out of what', async () => {
    const all = await charts('us-cut')
    const moved = all.flatMap((c) => c.figures).find((f) => f.from?.derived)
    // About 30 with the tolerance of the vocabulary, 27 to 33, and 115 exactly.
    expect(moved?.from).toMatchObject({
      min: '142',
      max: '148',
      derived: { off: '115 pp', basis: 'cut', source: 'paper-05-13', reported: true },
    })
  })

  it('are not there before they are said', async () => {
    expect(shown(await charts('us-total', '--as-of', '2025-06-30'))).toEqual(
      [
        ['stacked', '%', ['55%']],
        ['added', '%', ['about 145% > about 30%', 'about 30%']],
        ['cut', 'pp', ['115 pp']],
      ].sort((a, b) => (a[0] === 'added' ? -1 : b[0] === 'added' ? 1 : 0)),
    )
    expect(await charts('us-total', '--as-of', '2025-05-12')).toHaveLength(1)
  })

  it('of a joint text stand once, for both', () => {
    const joint = textOf({ id: 'spring', day: '2025-03-01' })
      .replace(
        'sources:\n',
        'sources:\n  both-1: { party: [us, china], by: both, kind: text, date: 2025-03-01 }\n',
      )
      .concat('jointly: { the-term: { value: 24 pp, basis: change, source: both-1 } }\n')
    const all = trace([dealOf(joint, 'spring.yaml')]).traces.flatMap((t) => t.charts)
    expect(all.flatMap((c) => c.figures.map((f) => f.parties))).toEqual([['us', 'china']])
  })

  it('of a basis that two deals declare otherwise stand apart', () => {
    const of = (id: string, day: string, says: string): Episode => ({
      id,
      day,
      us: 'value: 10%, basis: rate',
      words: `bases:\n  rate: { says: "${says}" }`,
    })
    const sizes = (says: string): number[] =>
      trace(episodes(of('spring', '2025-03-01', 'one duty'), of('summer', '2025-06-01', says)))
        .traces.flatMap((t) => t.charts)
        .map((c) => c.figures.length)
    expect(sizes('one duty')).toEqual([2])
    expect(sizes('all duties')).toEqual([1, 1])
  })

  it('have no bar where they say what it is not', async () => {
    const deals = join(folder, 'denied')
    mkdirSync(deals)
    const us = ['value: 30%, basis: added', 'value: not 55%, basis: total, quote: "not", source: us-2']
    writeFileSync(join(deals, 'vocabulary.yaml'), 'bases: { added: { says: added }, total: { says: all } }\n')
    writeFileSync(join(deals, 'spring.yaml'), textOf({ id: 'spring', day: '2025-03-01', us }))
    const { stdout } = await run('the-subject', '--deals', deals)
    const [drawn, denied] = ['30%', 'not 55%'].map((t) =>
      stdout.split('\n').find((l) => l.includes(`  ${t}`)),
    )
    expect(drawn).toContain('█')
    expect(denied).not.toMatch(/[█▒░]/)
  })

  it('follow from no level that comes later, nor from one that is not one figure', () => {
    const words = 'bases:\n  cut: { says: points off, of: added }'
    const before = (...levels: readonly string[]): string[] =>
      trace(
        episodes({
          id: 'spring',
          day: '2025-03-01',
          words,
          us: ['value: 24 pp, basis: cut'],
          more: `reported:\n${levels.map((l) => `  - { term: the-term, attributed: none, ${l}, source: press-1 }`).join('\n')}`,
        }),
      ).traces.flatMap((t) => t.charts.flatMap((c) => c.figures.flatMap((f) => f.from?.text ?? [])))
    expect(before('value: 10%, basis: added')).toEqual(['34%'])
    expect(before('value: 10 to 12%, basis: added')).toEqual(['34 to 36%'])
    expect(before('value: 10%, basis: added, start: 2025-09-01')).toEqual([])
    expect(before('value: 10%, basis: added', 'value: 12%, basis: added')).toEqual([])
    expect(before('value: at least 10%, basis: added')).toEqual([])
    expect(before('value: 10 Mt, basis: added')).toEqual([])
    expect(before('value: 10%, basis: total')).toEqual([])
  })

  it('follow from no points that were added, or may be', () => {
    const before = (claim: string): string[] =>
      trace(
        episodes({
          id: 'spring',
          day: '2025-03-01',
          words:
            'bases:\n  cut: { says: points that it moves, of: added }\nladders:\n  act: [{ steps: [lower] }, { steps: [raise] }]',
          us: [claim],
          more: 'reported:\n  - { term: the-term, attributed: none, value: 40%, basis: added, source: press-1 }',
        }),
      ).traces.flatMap((t) => t.charts.flatMap((c) => c.figures.flatMap((f) => f.from?.text ?? [])))
    expect(before('act: lower, value: 10 pp, basis: cut')).toEqual(['50%'])
    for (const claim of ['act: raise', 'act: not lower', 'act: lower, stance: may', 'act: keep, quote: "k"'])
      expect(before(`${claim}, value: 10 pp, basis: cut`)).toEqual([])
  })
})

describe('dealdiff trace', () => {
  it.each([
    ['tariffs', 'read as a topic of 2 subjects'],
    ['soybeans', 'read as a subject'],
    ['us-total', 'read as a subject'],
    ['us-tariff', 'read as a term; its subject: us-total'],
    ['farm goods', 'read as a topic of 1 subject'],
    ['farm-goods', 'read as a topic of 1 subject'],
    ['status', 'also a topic: dealdiff trace --topic status'],
    // A term is called so too; the topic is what is meant.
    ['signature', 'read as a subject'],
  ])('%s: %s', async (asked, expected) => {
    const { code, stdout } = await run(asked)
    expect(code).toBe(0)
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(expected)
  })

  it('takes a topic by its option where a subject has its name', async () => {
    const { stdout } = await run('--topic', 'status')
    expect(stdout).toContain('signature')
    expect((await run('status')).stdout).not.toContain('signature')
  })

  it('says what was meant by a word that is none', async () => {
    const wrong = await run('soybean')
    expect(wrong).toMatchObject({ code: 2, stdout: '' })
    expect(wrong.stderr).toContain('dealdiff trace soybeans')
    expect((await run('tarifs')).stderr).toContain('dealdiff trace tariffs')
    expect((await run('farm god')).stderr).toContain('dealdiff trace "farm goods"')
    expect((await run('zzzz')).stderr).toContain('Topics: ')
    const bare = /Topics: (.*)\. For/.exec((await run()).stderr)?.[1] ?? 'none'
    expect((await run('zzzz')).stderr).toContain(`Topics: ${bare}.`)
    expect((await run('farm good')).stderr).toContain('Did you mean: dealdiff trace "farm goods"')
    expect((await run()).code).toBe(2)
    expect((await run('')).code).toBe(2)
    const json = await run('soybean', '--json')
    expect(JSON.parse(json.stdout)).toMatchObject({ trouble: [{ code: 'unknown-subject' }] })
  })

  it('names the subjects that speak of a word which is no name', async () => {
    const deals = join(folder, 'goods')
    mkdirSync(deals)
    writeFileSync(join(deals, 'vocabulary.yaml'), ordinaryWords)
    const us = 'act: supply, scope: magnets'
    writeFileSync(join(deals, 'spring.yaml'), textOf({ id: 'spring', day: '2025-03-01', us }))
    const { stderr } = await run('magnets', '--deals', deals)
    expect(stderr).toContain('terms of these subjects speak of it: the-subject')
    expect(stderr).toContain('dealdiff find magnets')
  })

  it('names other subjects on the same matter', async () => {
    const deals = join(folder, 'matter')
    mkdirSync(deals)
    const more =
      '  controls: { title: China eases its rare-earth controls, topic: export controls, obligor: china }'
    const text = textOf({ id: 'spring', day: '2025-03-01', us: 'value: yes' })
      .replace('topic: the-topic', 'topic: rare earths')
      .replace('terms:\n', `terms:\n${more}\n`)
      .replace('  us:\n', '  us:\n    controls: { value: yes, source: us-1 }\n')
    writeFileSync(join(deals, 'spring.yaml'), text)
    const nearOf = async (word: string): Promise<readonly string[] | undefined> =>
      (JSON.parse((await run(word, '--json', '--deals', deals)).stdout) as Report).trace?.traces[0]?.near
    expect(await nearOf('rare-earths')).toEqual(['controls'])
    expect(await nearOf('export-controls')).toEqual([])
    expect((await run('rare-earths', '--deals', deals)).stdout).toContain('\nSee also: controls\n')
  })

  it('has nothing of a deal that is not begun', async () => {
    const { code, stdout } = await run('status', '--as-of', '2025-01-01')
    expect([code, stdout]).toEqual([0, 'Nothing was announced of status by 1 January 2025.\n'])
    expect((await run('us-total', '--as-of', '2025-06-30')).stdout).not.toContain('October truce')
  })

  it('shows a fate with who says so, and only once it is told', async () => {
    expect((await run('us-total')).stdout.replaceAll(/\s+/g, ' ')).toContain(
      'later: superseded, 30 October 2025, in truce: a new rate · Paper 13 May',
    )
    expect((await run('us-total', '--as-of', '2025-05-12')).stdout).not.toContain('superseded')
  })

  it('compares nothing where a file has errors', async () => {
    const broken = join(folder, 'broken')
    mkdirSync(broken)
    writeFileSync(join(broken, 'geneva.yaml'), tariffs['geneva.yaml'].replace('115 pp', 'many'))
    const { code, stdout, stderr } = await run('tariffs', '--deals', broken)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('geneva.yaml is not compared')
  })

  it('traces several words, each once', async () => {
    const { stdout } = await run('us-total', 'soybeans', 'us-total', '--json')
    expect((JSON.parse(stdout) as Report).trace?.traces.map((t) => t.word)).toEqual(['us-total', 'soybeans'])
  })

  it('prints JSON that its schema knows, whole', async () => {
    const valid = new Ajv.default({ strict: false }).compile(reportSchema)
    const { stdout } = await run('tariffs', 'soybeans', 'status', '--json')
    expect([valid(JSON.parse(stdout)), valid.errors]).toEqual([true, null])
  })

  it.each([40, 60, 80, 100, 200, 1000])('fits %i columns', async (width) => {
    for (const flags of [[], ['--verbose'], ['--ascii'], ['--quiet']]) {
      const { stdout } = await run('tariffs', 'soybeans', '--width', `${width}`, ...flags)
      const widest = Math.max(...stdout.split('\n').map((l) => [...l].length))
      expect(widest).toBeLessThanOrEqual(width)
    }
  })

  it('draws with plain letters where asked to', async () => {
    const { stdout } = await run('tariffs', 'soybeans', '--ascii')
    expect(/[^\n\x20-\x7e]/.exec(stdout)?.[0] ?? '').toBe('')
    expect(stdout).toContain('#')
    expect(stdout).toMatch(/=+\n/)
    expect(stdout).toContain('>')
  })

  it('draws bars to one scale', async () => {
    const { stdout } = await run('us-total', '--width', '120')
    const bar = (figure: string): number =>
      /█+/.exec(stdout.split('\n').find((l) => l.includes(figure)) ?? '')?.[0].length ?? 0
    const [now, london] = [bar('57% → 47%'), bar('55% ')]
    expect(Math.abs(london / now - 55 / 47)).toBeLessThan(0.05)
  })

  it.each(formats.map((f) => f.name))('%s has every step', (name) => {
    const traced = trace(episodes({ id: 'spring', day: '2025-03-01', us: 'act: supply' }))
    const printed = formats
      .find((f) => f.name === name)
      ?.print(
        { ...emptyReport, command: 'trace', trace: traced },
        { width: 100, color: false, ascii: false, verbose: false, quiet: false, prefix: '' },
      )
    if (['text', 'markdown', 'json', 'ndjson', 'csv'].includes(name)) expect(printed).toContain('spring')
    else expect(printed).toMatch(/^$|\n$/)
  })

  it('has a page for every word that it says', async () => {
    const words = Object.values(tracedWords).map(({ word: name }) => name)
    expect(Object.keys(tracedWords).sort()).toEqual([...becameWords].sort())
    for (const name of [...words, 'first said', 'said again', 'cannot be told whether it is', 'reckoned'])
      expect(pagesFor(name, ordinary.vocabulary), name).not.toEqual([])
    // What stands at the head of each sentence is what is explained.
    for (const became of becameWords)
      for (const nature of ['commitment', 'fact'] as const) {
        const head = /^[^,.:]*?(?=[,.:]| whether)/.exec(
          sentenceOf({ word: became, moves: [], why: null }, nature, 'x'),
        )
        expect(pagesFor(head?.[0] ?? '', ordinary.vocabulary).map((p) => p.word)).toContain(
          tracedWords[became].word,
        )
      }
  })

  it('names who spoke whole where there is room', async () => {
    const deals = join(folder, 'names')
    mkdirSync(deals)
    const by = 'a commentary on the trade pages of a paper'
    const text = textOf({
      id: 'spring',
      day: '2025-03-01',
      us: 'value: 10%, basis: added',
      more: 'reported:\n  - { term: the-term, attributed: none, value: 12%, basis: added, source: press-1 }',
    }).replace('by: The Paper', `by: ${by}`)
    writeFileSync(join(deals, 'vocabulary.yaml'), 'bases: { added: { says: added } }\n')
    writeFileSync(join(deals, 'spring.yaml'), text)
    expect((await run('the-subject', '--deals', deals, '--width', '120')).stdout).toContain(by)
  })

  it('knows every word for what became of it', () => {
    const words = new Set(
      [
        ['act: suspend', 'act: keep, quote: "keeps it"'],
        ['act: supply', 'act: supply'],
        ['act: supply', 'act: approve applications'],
        ['act: approve applications', 'act: supply'],
        ['act: supply, scope: rare earths', 'act: supply, scope: magnets'],
        ['says: "x"', 'act: supply'],
        ['act: supply', 'silent: all'],
      ].flatMap(([first = '', then = '']) =>
        becameAll(
          episodes(
            { id: 'spring', day: '2025-03-01', us: first, china: 'act: supply' },
            { id: 'summer', day: '2025-06-01', us: then, china: 'act: supply' },
          ),
        ).map((b) => b?.word),
      ),
    )
    expect([...words].sort()).toEqual([...becameWords].sort())
  })
})
