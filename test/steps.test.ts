import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 as Ajv } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Compared, compareTerm } from '../src/compare/compare.ts'
import type { Deal, Term } from '../src/deal.ts'
import { parseDeal, parseVocabularies } from '../src/read/parse.ts'
import { reportDeal } from '../src/report/deal-report.ts'
import { reportSchema } from '../src/report/report-schema.ts'
import type { StepReport } from '../src/report/report.ts'
import { stepsOf } from '../src/report/steps.ts'
import { timelineOf } from '../src/report/timeline.ts'
import { runs } from './laws/claims.ts'
import { type SmallDeal, smallDeal } from './small-deal.ts'
import { dealdiff, root } from './terminal.ts'

/** How a verdict came about: the steps of a term, and what they leave out. */

const days = [
  '2025-06-11',
  '2025-06-12',
  '2025-06-27',
  '2025-06',
  '2025-07-02 10:00 +08:00',
  '2025-08',
] as const
const asked = [
  '2025-06-10',
  '2025-06-11',
  '2025-06-12',
  '2025-06-29',
  '2025-06-30',
  '2025-07-02',
  '2025-08-30',
  null,
]
const kinds = ['text', 'leader', 'minister', 'spokesperson'] as const
const parties = ['us', 'china'] as const

/** A source for every party, day and rank, so that a claim may be of any. */
const sourceOf = (party: string, day: number, kind: string): string => `${party}-${day}-${kind}`
const sources = parties.flatMap((party) =>
  days.flatMap((date, day) =>
    kinds.map(
      (kind) =>
        `${sourceOf(party, day, kind)}: { party: ${party}, by: ${party} ${day}, kind: ${kind}, date: ${date} }`,
    ),
  ),
)

const oneOf = (...of: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...of)
const maybe = (of: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.option(of, { nil: '', freq: 2 })
const claimBody = fc
  .tuple(
    maybe(oneOf('act: ease', 'act: suspend', 'act: remove', 'act: only suspend', 'act: not remove')),
    maybe(oneOf('value: 10%', 'value: 30%', 'value: at least 20%')),
    maybe(oneOf('scope: gallium', 'scope: germanium', 'scope: [gallium, germanium]')),
    maybe(oneOf('status: in principle', 'status: concluded')),
    maybe(oneOf('end: 2026-11-10', 'deadline: 2025-12-31')),
    maybe(oneOf('part: the first')),
  )
  .map((facets) => facets.filter((f) => f !== '').join(', '))
  .map((body) =>
    /act|value|scope|status|end|deadline/.test(body)
      ? body
      : `${body === '' ? '' : `${body}, `}says: "it was said"`,
  )

const entryOf = (party: string, supersedes: boolean): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .tuple(claimBody, fc.nat(days.length - 1), fc.constantFrom(...kinds), fc.nat(5))
        .map(
          ([body, day, kind, n]) =>
            `${body}, ${supersedes && n === 0 ? 'supersedes: true, ' : ''}source: ${sourceOf(party, day, kind)}`,
        ),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.nat(days.length - 1), fc.constantFrom('declined', 'noted-by', 'silent'))
        .map(
          ([day, how]) =>
            `${how}: ${how === 'silent' ? `[${sourceOf(party, day, 'text')}]` : sourceOf(party, day, 'text')}`,
        ),
    },
  )
/** Whether an entry names the source: the others need not be read. */
const named = (entries: readonly string[], source: string): boolean =>
  entries.some((e) => e.split(/[ [\]]/).includes(source.split(':')[0] ?? ''))
const small = (supersedes = true): fc.Arbitrary<SmallDeal & { us: string[]; china: string[] }> =>
  fc
    .tuple(
      fc.array(entryOf('us', supersedes), { maxLength: 5 }),
      fc.array(entryOf('china', supersedes), { maxLength: 5 }),
    )
    // A list of nothing is no history.
    .filter(([us, china]) => us.length + china.length > 0)
    .map(([us, china]) => ({ us, china, sources: sources.filter((s) => named([...us, ...china], s)) }))

/** Null where the claims do not go together: two of one part with scopes apart. */
const dealOf = (of: SmallDeal): Deal | null => {
  try {
    return smallDeal(of)
  } catch {
    return null
  }
}
const termOf = (deal: Deal): Term => [...deal.terms.values()][0] as Term

/** What each side says, its uncoded words aside, and how well its silence is known. */
const versionsOf = (c: Compared | null): unknown =>
  (c?.versions ?? []).map(({ version }) =>
    (version?.parts ?? [])
      .map((part) => [part.name, [...part.slots].map(([key, slot]) => [key, slot.stated.text]).sort()])
      .sort(),
  )
const latest = (steps: readonly StepReport[], day: string | null): StepReport | undefined =>
  steps.findLast((s) => day === null || s.day <= day)

/** But for the sentence of a verdict, which names parts in the order of the file. */
const untold = (steps: readonly StepReport[]): unknown => steps.map((step) => ({ ...step, sentence: '' }))

/** The laws that hold of every deal, at every day. */
function holds(deal: Deal, term: Term, at: readonly (string | null)[]): void {
  const all = stepsOf(deal, term, null)
  for (const day of at) {
    const compared = compareTerm(deal, term, day)
    const steps = stepsOf(deal, term, day)
    expect(steps).toEqual(all.filter((s) => day === null || s.day <= day))
    expect(steps.at(-1)?.verdict ?? null).toBe(compared?.verdict ?? null)
    expect(steps.at(-1)?.aside ?? false).toBe(compared?.aside ?? false)
    const then = latest(all, day)
    expect(versionsOf(compared)).toEqual(versionsOf(then ? compareTerm(deal, term, then.day) : null))
  }
  for (const [i, step] of all.entries()) {
    expect(step.before).toBe(all[i - 1]?.verdict ?? null)
    expect(step.turned).toBe(step.verdict !== step.before || step.aside !== (all[i - 1]?.aside ?? false))
    expect(step.changes.length).toBeGreaterThan(0)
    expect(step.because).toMatch(/\S\.$/)
    expect(step.sources).toEqual(expect.arrayContaining(step.changes.flatMap((c) => [...c.sources])))
    // Whoever said something that changed is named.
    if (step.changes.some((c) => c.kind === 'announced' || c.kind === 'changed'))
      expect(step.sources.length).toBeGreaterThan(0)
    for (const id of step.sources) expect(deal.sources.get(id)?.day).toBe(step.day)
    // The pieces are the sentence, and whoever is named for one said something of it that day.
    for (const { sentence, sources, pieces } of step.changes) {
      expect(pieces.map((p) => p.text).join('')).toBe(sentence)
      expect(new Set(pieces.flatMap((p) => p.sources))).toEqual(new Set(sources))
    }
    // What nobody took back is never said to be gone.
    if (/no longer says/.test(step.because))
      expect(
        [...(deal.histories.get(term.id)?.values() ?? [])]
          .flat()
          .some((e) => e.kind === 'claim' && e.supersedes && e.source.day === step.day),
      ).toBe(true)
  }
  expect(all.map((s) => s.day)).toEqual([...new Set(all.map((s) => s.day))].sort())
}

describe('the steps of a term', () => {
  it('are how things stood on every day, and between them nothing changed', () => {
    fc.assert(
      fc.property(small(), (of) => {
        const deal = dealOf(of)
        if (deal) holds(deal, termOf(deal), asked)
      }),
      runs(300),
    )
  })

  it('are the same in whatever order the claims stand in the file', () => {
    fc.assert(
      fc.property(small(), fc.boolean(), (of, both) => {
        const deal = dealOf(of)
        const other = dealOf({
          ...of,
          us: of.us.toReversed(),
          china: both ? of.china.toReversed() : of.china,
        })
        if (deal && other)
          expect(untold(stepsOf(other, termOf(other), null))).toEqual(
            untold(stepsOf(deal, termOf(deal), null)),
          )
      }),
      runs(300),
    )
  })

  // Domain: nothing is superseded, and no value stands on the claim: a word that it put in the shade would come to light.
  it('are the same without a claim that none of them names', () => {
    fc.assert(
      fc.property(small(false), fc.nat(9), (of, pick) => {
        const deal = dealOf(of)
        if (!deal) return
        const steps = stepsOf(deal, termOf(deal), null)
        const told = new Set(steps.flatMap((s) => s.sources))
        const bearing = new Set(
          asked.flatMap((day) =>
            (compareTerm(deal, termOf(deal), day)?.versions ?? []).flatMap(({ version }) =>
              (version?.parts ?? []).flatMap((p) =>
                [...p.slots.values()].map((slot) => slot.claim?.source.id),
              ),
            ),
          ),
        )
        const isUnnamed = (entry: string): boolean => {
          const source = /source: (\S+)$/.exec(entry)?.[1]
          return source !== undefined && !told.has(source) && !bearing.has(source)
        }
        const unnamed = [...of.us, ...of.china].filter(isUnnamed)
        const gone = unnamed[pick % Math.max(unnamed.length, 1)]
        if (gone === undefined) return
        const less = dealOf({
          ...of,
          us: of.us.filter((e) => e !== gone),
          china: of.china.filter((e) => e !== gone),
        })
        if (less) expect(stepsOf(less, termOf(less), null)).toEqual(steps)
      }),
      runs(600),
    )
  })
})

const words = parseVocabularies([
  { path: 'vocabulary.yaml', text: readFileSync(`${root}/deals/vocabulary.yaml`, 'utf8') },
])
const shipped = readdirSync(`${root}/deals`)
  .filter((name) => name.endsWith('.yaml') && name !== 'vocabulary.yaml')
  .map((name) => {
    const { deal } = parseDeal({ path: name, text: readFileSync(`${root}/deals/${name}`, 'utf8') }, words)
    if (!deal) throw new Error(`${name} has errors`)
    return deal
  })

describe('the deals by date', () => {
  for (const deal of shipped) {
    const at = [...new Set([...deal.sources.values()].map((s) => s.day))].sort()
    it(`${deal.id}: each step is how things stood`, () => {
      for (const term of deal.terms.values()) holds(deal, term, [...at, null])
    })

    it(`${deal.id}: the timeline counts what the deal counts on each day`, () => {
      const { days: told } = timelineOf(deal, null, { keeps: () => true, isWhole: true })
      for (const { day, summary } of told) expect(summary, day).toEqual(reportDeal(deal, day).summary)
      expect(told.flatMap((d) => d.terms)).toHaveLength(
        [...deal.terms.values()].reduce((n, t) => n + stepsOf(deal, t, null).length, 0),
      )
    })
  }
})

describe('a step in words', () => {
  const because = (of: SmallDeal): string[] => {
    const deal = smallDeal({
      sources: [
        'us-2: { party: us, by: US, kind: document, date: 2025-06-20 }',
        'china-2: { party: china, by: China, kind: document, date: 2025-06-20 }',
        'press-1: { by: A paper, kind: press, date: 2025-06-01 }',
      ],
      ...of,
    })
    return stepsOf(deal, termOf(deal), null).map((s) => s.because)
  }

  it('says what a side announced, changed and took back', () => {
    expect(because({ us: ['act: suspend, scope: [gallium, magnets], end: 2026-11-10'] })).toEqual([
      'The United States announced it: suspend, for gallium and magnets, until 2026-11-10.',
    ])
    expect(because({ us: ['act: suspend', 'act: remove, end: 2026-11-10, source: us-2'] })).toEqual([
      'The United States announced it: suspend.',
      'The United States now says: remove instead of suspend, until 2026-11-10.',
    ])
    expect(
      because({ us: ['act: suspend, end: 2026-11-10', 'act: suspend, supersedes: true, source: us-2'] })[1],
    ).toBe('The United States no longer says: until 2026-11-10.')
    expect(because({ us: 'value: yes' })).toEqual(['The United States announced it.'])
    expect(because({ us: 'value: no' })).toEqual(['The United States denied it.'])
    expect(because({ us: 'act: not remove' })).toEqual(['The United States denied it: not remove.'])
    expect(because({ us: 'says: "this, and more"' })).toEqual([
      'The United States spoke of it: this, and more.',
    ])
    expect(because({ us: 'act: remove, stance: may' })).toEqual([
      'The United States announced it: may remove.',
    ])
    expect(because({ us: 'start: not before 2026-04' })).toEqual([
      'The United States announced it: not before 2026-04.',
    ])
  })

  const dated = (of: SmallDeal): SmallDeal => ({
    ...of,
    sources: [
      'press-officer: { party: us, by: A spokesman, kind: spokesperson, date: 2025-06-11 }',
      'secretary: { party: us, by: The secretary, kind: minister, date: 2025-06-20 }',
      'other-secretary: { party: us, by: Another secretary, kind: minister, date: 2025-06-20 }',
      'president: { party: us, by: The president, kind: leader, date: 2025-06-20 }',
      'china-2: { party: china, by: China, kind: document, date: 2025-06-20 }',
    ],
  })
  const verbs: readonly (readonly [claim: string | readonly string[], words: string])[] = [
    ['act: supply, status: not concluded', 'announced it: supply, not concluded.'],
    ['value: 10%, status: not concluded', 'announced it: 10%, not concluded.'],
    ['status: not concluded', 'denied it: not concluded.'],
    ['status: not concluded, start: 2026-01', 'denied it: not concluded, from 2026-01.'],
    ['status: negotiating', 'said: negotiating.'],
    ['status: concluded', 'said: concluded.'],
    ['act: remove, stance: shall not', 'said: shall not remove.'],
    ['act: remove, stance: no commitment', 'said: no commitment: remove.'],
    ['act: remove, stance: optional', 'said: optional: remove.'],
    ['value: no, stance: shall not', 'said: no, shall not.'],
    ['value: no', 'denied it.'],
    ['value: not yes', 'denied it: not yes.'],
    ['value: none', 'denied it: none.'],
    ['value: not 10%', 'said: not 10%.'],
    ['value: no, act: remove', 'denied it: remove.'],
    ['act: not buy, value: 12 Mt', 'denied it: not buy, 12 Mt.'],
    ['act: not remove, status: concluded', 'denied it: not remove, concluded.'],
    ['act: not remove, value: yes', 'said: not remove.'],
    ['act: keep', 'announced it: keep.'],
    ['act: only suspend', 'announced it: only suspend.'],
    ['scope: not magnets, act: remove', 'announced it: remove, for not magnets.'],
    [['act: remove, part: a', 'act: not remove, part: b'], 'said: for a: remove; for b: not remove.'],
    [
      ['act: not ease, part: a', 'act: not remove, part: b'],
      'denied it: for a: not ease; for b: not remove.',
    ],
    [['act: remove, part: a', 'says: more, part: b'], 'announced it: for a: remove; for b: more.'],
    [['act: remove, part: a', 'status: proposed, part: b'], 'said: for a: remove; for b: proposed.'],
  ]
  for (const [us, words] of verbs)
    it(`says of ${String(us)}: ${words}`, () =>
      expect(because({ us })).toEqual([`The United States ${words}`]))

  it('takes no choice for a denial', () => {
    const term = 'choices: [china, us, together]'
    expect(because({ us: 'value: not china', term })).toEqual(['The United States said: not "china".'])
    expect(because({ us: 'value: china', term })).toEqual(['The United States said: "china".'])
  })

  it('says that something is no longer said only where it was taken back', () => {
    const lead = 'The United States now says: from 2026-04-01'
    const end = 'act: suspend, end: 2025-11-10, source: press-officer'
    expect(because(dated({ us: [end, 'start: 2026-04-01, source: president'] }))[1]).toBe(
      `${lead}; that stands above an earlier word: until 2025-11-10.`,
    )
    expect(because(dated({ us: [end, 'act: remove, start: 2026-04-01, source: president'] }))[1]).toBe(
      'The United States now says: remove instead of suspend, from 2026-04-01; from 2026-04-01 stands above an earlier word: until 2025-11-10.',
    )
    // The higher word may be no new one.
    const both = 'act: suspend, start: 2025-08-01, end: 2025-11-10, source: press-officer'
    expect(because(dated({ us: [both, 'start: 2025-08-01, source: president'] }))[1]).toBe(
      'The United States now says: from 2025-08-01; that stands above an earlier word: until 2025-11-10.',
    )
    // Two words of one rank and day that do not go together leave neither.
    const two = ['value: 20%, source: secretary', 'value: 30%, source: other-secretary']
    expect(because(dated({ us: ['value: 10%, source: press-officer', ...two] }))[1]).toMatch(/20%.*30%/)
    expect(because(dated({ us: [end, 'act: suspend, supersedes: true, source: president'] }))[1]).toBe(
      'The United States no longer says: until 2025-11-10.',
    )
    expect(
      because(dated({ us: ['stance: may, source: press-officer', 'act: remove, source: president'] }))[1],
    ).toBe('The United States now says: may remove.')
  })

  const named = (of: SmallDeal): string[] => {
    const deal = smallDeal(dated(of))
    return stepsOf(deal, termOf(deal), null).flatMap((s) =>
      s.changes.map((c) => c.pieces.map(({ text, sources }) => `${text} (${sources.join(', ')})`).join(' ')),
    )
  }

  it('names for each thing those who said just that', () => {
    const supply = 'act: supply, scope: [magnets, rare earths], source: president'
    expect(named({ us: [supply, 'act: approve applications, scope: magnets, source: secretary'] })).toEqual([
      'The United States announced it: supply, for magnets and rare earths. (president)',
    ])
    expect(
      named({
        us: [
          'act: supply, start: at once, source: president',
          'act: supply, deadline: 2026-01, source: secretary',
        ],
      }),
    ).toEqual(['The United States announced it: supply, at once (president) , by 2026-01. (secretary)'])
    // Both words of one rank, where the version is made of both.
    expect(named({ us: ['act: supply, source: secretary', 'act: supply, source: other-secretary'] })).toEqual(
      ['The United States announced it: supply. (secretary, other-secretary)'],
    )
    // Each side with its own speakers, where both say the same.
    expect(
      named({
        us: ['act: supply, source: president', 'deadline: 2026-01, source: secretary'],
        china: 'act: supply, deadline: 2026-01, source: china-2',
      }),
    ).toEqual([
      'The United States and China announced it: supply (president, china-2) , by 2026-01. (secretary, china-2)',
    ])
    // Who took a word back is named for what stands without it.
    expect(
      named({
        us: [
          'act: suspend, end: 2025-11-10, source: press-officer',
          'act: suspend, supersedes: true, source: president',
        ],
      })[1],
    ).toBe('The United States no longer says: until 2025-11-10. (president)')
  })

  it('tells what both said alike once', () => {
    expect(because({ jointly: 'act: suspend' })).toEqual([
      'The United States and China announced it: suspend.',
    ])
    expect(because({ us: 'act: suspend', china: 'act: suspend' })).toEqual([
      'The United States and China announced it: suspend.',
    ])
  })

  it('says what is known of a silence, and what the press said first', () => {
    expect(because({ us: 'act: suspend', china: 'declined: china-2' })).toEqual([
      'The United States announced it: suspend.',
      'China was asked and would not say.',
    ])
    expect(because({ us: 'act: suspend', china: 'silent: [china-1, china-2]' })).toEqual([
      'The United States announced it: suspend.',
    ])
    expect(
      because({ us: 'act: suspend', reported: ['attributed: [us], says: "a rumour", source: press-1'] }),
    ).toEqual(['It was reported: a rumour.', 'The United States announced it: suspend.'])
  })

  it('says when it only became known how to compare two figures', () => {
    const deal = smallDeal({
      us: 'value: 55%, basis: total',
      china: 'value: 30%, basis: added',
      conversions: 'that: total, is: added + 25 pp',
    })
    const [source] = [...deal.sources.values()]
    if (!source) throw new Error('no source')
    const later = {
      ...deal,
      conversions: deal.conversions.map((c) => ({ ...c, source: 'later' })),
      sources: new Map([
        ...deal.sources,
        ['later', { ...source, id: 'later', day: '2025-07-01', date: '2025-07-01' }],
      ]),
    }
    const steps = stepsOf(later, termOf(later), null)
    expect(steps.map((s) => [s.before, s.verdict])).toEqual([
      [null, 'differs'],
      ['differs', 'agree'],
    ])
    expect(steps[1]).toMatchObject({ sources: ['later'], changes: [{ kind: 'conversion', parties: [] }] })
  })
})

describe('compare --timeline', () => {
  it('credits each speaker with what he said, and names zones as people do', async () => {
    const plain = async (deal: string): Promise<string> =>
      (await dealdiff([deal, '--timeline'])).stdout.replace(/\s+/g, ' ')
    expect(await plain('london')).toContain('supply, for magnets and rare earths, at once (Trump).')
    expect(await plain('london')).toContain('signed, from 25 June 2025 (UTC-4) (Trump).')
    expect(await plain('truce')).toContain('buy, at once (Trump), by January 2026 (Bessent)')
    expect(await plain('truce')).toContain('until 10 November 2026 00:01 (UTC-5)')
    expect((await dealdiff(['truce', '--timeline', '-f', 'markdown'])).stdout).toContain('(UTC-5)')
  })

  it('tells the deal by date, and no deal twice', async () => {
    const { stdout, code } = await dealdiff(['london', '--timeline', '--width', '300'])
    expect(code).toBe(0)
    expect(stdout).toContain('11 June 2025  US: Trump')
    expect(stdout).toContain('missing → at odds, since China announced it: review applications')
    expect(stdout).toContain(
      'still at odds. China now says: approve applications instead of review applications',
    )
    expect(stdout.match(/talks of 9–10 June 2025/g)).toHaveLength(1)
    expect(stdout).not.toContain('DIFFER 3')
    const two = await dealdiff(['london', 'geneva', '--timeline'])
    expect(two.stdout.match(/talks of/g)).toHaveLength(2)
  })

  it('shows only what is asked for, and counts all', async () => {
    const { stdout } = await dealdiff(['london', 'status', '--timeline', '--json'])
    const report = JSON.parse(stdout) as {
      deals: { terms: { id: string }[]; sources: unknown[] }[]
      proof?: unknown
      timeline: { deals: { days: { terms: { term: string }[]; summary: { missing: number } }[] }[] }
    }
    expect(report.proof).toBeUndefined()
    expect(report.deals[0]?.terms.map((t) => t.id)).toEqual(['status'])
    const told = report.timeline.deals[0]?.days ?? []
    expect(new Set(told.flatMap((d) => d.terms.map((t) => t.term)))).toEqual(new Set(['status']))
    expect(told.at(-1)?.summary.missing).toBeGreaterThan(1)
    const only = await dealdiff(['london', '--timeline', '--only', 'at-odds', '-f', 'csv'])
    expect(only.stdout).toContain('rare-earth-supply')
    expect(only.stdout).not.toContain('us-tariff-55')
    expect((await dealdiff(['london', '--timeline', '-f', 'markdown'])).stdout).toContain('#### 11 June 2025')
  })

  it('gives what the schema of a report says', async () => {
    const valid = new Ajv({ strict: false }).compile(reportSchema)
    for (const line of ['london --timeline', 'london status', 'truce geneva --timeline --as-of 2025-11-05']) {
      const { stdout } = await dealdiff([...line.split(' '), '--json'])
      valid(JSON.parse(stdout))
      expect(valid.errors ?? []).toEqual([])
    }
  })

  it('says so where nothing is asked for that there is', async () => {
    const { stdout, code } = await dealdiff(['london', '--timeline', '--only', 'contradiction'])
    expect(code).toBe(0)
    expect(stdout).toContain('None of the 16 terms of london is what was asked for.')
  })
})
